//! How long things are kept: what is older goes for good, what staff need or a hold names stays, and much at once waits for an owner.

use crate::harness::{HERON, Person, Site, number};
use courtyard::base::{Act, Duty, Role, Trust};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A prison, where posts and messages are kept for ninety days. It is the 3rd of March 2025.
fn prison() -> Site {
    let site = Site::school_with_clock();
    site.head().opens("/admin/rules").ticks("Prison").presses("Save").is_told(200);
    site
}

/// So many days pass, the last of them as the box counts them; and what is kept long enough goes.
fn days_pass(site: &Site, days: i64) {
    site.waits_ms((days - 1) * DAY_MS);
    site.a_day_passes();
    site.retains();
}

/// The same person, signed in again after so long.
fn again<'s>(site: &'s Site, person: &Person<'s>) -> Person<'s> {
    site.is_in(person.elsewhere())
}

fn reasons(site: &Site, act: Act) -> Vec<String> {
    let sql = "SELECT coalesce(reason, '') FROM seen_audit WHERE act = ?1 ORDER BY seq";
    site.read(|look| look.list(sql, [act.word()], |row| row.get(0)))
}

#[test]
fn what_is_older_than_the_house_keeps_goes_with_its_files_and_what_is_younger_stays() {
    let site = prison();
    let (mia, tom) = (site.pupil("Mia"), site.pupil("Tom"));
    mia.befriends(&tom);
    let old = mia.posts("An old heron").with(HERON).to_everyone();
    tom.comments_on(&old, "Old words under it");
    let talk = mia.writes_to(&tom, "An old message");
    let files = site.files_in("photos").len();
    assert!(files > 0);
    days_pass(&site, 80);
    let mia = again(&site, &mia);
    mia.opens("/everyone").sees("An old heron");
    let young = mia.posts("A young heron").to_everyone();
    mia.comments_on(&old, "Young words under it");
    mia.writes_in(&talk, "A young message");
    assert!(reasons(&site, Act::Retain).is_empty(), "nothing was old enough");

    days_pass(&site, 11);
    let (mia, tom) = (again(&site, &mia), again(&site, &tom));
    for person in [&mia, &tom] {
        person.opens("/everyone").sees("A young heron").misses("An old heron");
        person.opens(&old).misses("An old heron").misses("Old words");
        person.opens(&young).is_told(200);
        person.opens(&talk).sees("A young message").misses("An old message");
    }
    // A post, its photo, a comment; and one message: counted, with a hash of their numbers.
    let said = reasons(&site, Act::Retain);
    assert!(said.len() == 1 && said[0].starts_with("posts=3; messages=1; cases=0; ids="), "{said:?}");
    site.sweeps();
    assert!(site.files_in("photos").len() < files, "the files go, too");
    for words in ["An old heron", "Old words under it", "An old message"] {
        // No page shows what is hidden: the file itself is looked through.
        assert!(!site.holds_words(words), "“{words}” still stands in the file");
    }
    assert!(site.holds_words("A young message"), "or the look would prove nothing");
    days_pass(&site, 1);
    assert_eq!(reasons(&site, Act::Retain).len(), 1, "a day on which nothing goes leaves no entry");
}

#[test]
fn what_staff_still_need_or_a_hold_names_stays_until_it_is_free() {
    let site = prison();
    let (mia, tom, zoe) = (site.pupil("Mia"), site.pupil("Tom"), site.pupil("Zoe"));
    let keeper = site.staff("Ms Keep", &[Duty::Moderate, Duty::Safeguard]);
    mia.befriends(&tom);
    site.has_a_group("Wing A", &[&mia, &tom]);
    let reported = mia.posts("A reported heron").to_everyone();
    tom.reports(&reported, "It is mean", "");
    zoe.posts("A train of Zoe").to_everyone();
    mia.posts("For the wing").to_group("Wing A");
    mia.posts("A plain heron").to_everyone();
    let talk = mia.writes_to(&tom, "A held message");
    for (sort, what) in [("Person", "zoe"), ("Group", "Wing A"), ("Conversation or case", talk.as_str())] {
        keeper.opens("/admin/holds").ticks(sort).fills("Name, address or number", what);
        keeper.fills("Reason", "A court asks for it").forces("Look again on", "2025-06-01");
        keeper.presses("Hold it").is_told(200);
    }
    assert_eq!(site.entries(Act::BeginHold), ["hold 1", "hold 2", "hold 3"]);

    days_pass(&site, 91);
    let (tom, keeper) = (again(&site, &tom), again(&site, &keeper));
    tom.opens("/everyone").sees("A reported heron").sees("A train of Zoe").misses("A plain heron");
    tom.opens("/groups/1").sees("For the wing");
    tom.opens(&talk).sees("A held message");
    keeper.opens(&format!("/desk/items/{}", number(&reported))).sees("A reported heron");
    keeper.opens("/admin/holds").sees("That day is past");
    keeper.at("Zoe").presses("I looked: 90 days more").is_told(200);
    site.noted(Act::ReviewHold, "hold 1");
    keeper.opens("/admin/holds").at("Zoe").presses("End this hold").is_told(200);
    days_pass(&site, 1);
    let tom = again(&site, &tom);
    tom.opens("/everyone").sees("A reported heron").misses("A train of Zoe");
    tom.opens(&talk).sees("A held message");
    assert!(!site.holds_words("A train of Zoe") && site.holds_words("A reported heron"));
}

#[test]
fn an_account_that_a_hold_names_is_not_emptied() {
    let site = prison();
    let mia = site.pupil("Mia");
    let keeper = site.staff("Ms Keep", &[Duty::Safeguard]);
    mia.posts("A heron of Mia").to_everyone();
    keeper.opens("/admin/holds").ticks("Person").fills("Name, address or number", "@mia");
    keeper
        .fills("Reason", "A court asks for it")
        .forces("Look again on", "2025-04-01")
        .presses("Hold it")
        .is_told(200);
    site.stands(&mia, courtyard::base::Standing::Left);
    let id = courtyard::base::AccountId(mia.id);
    site.write(Act::ChangeStanding, move |change| {
        courtyard::features::leaving::stood(change, id, courtyard::base::Standing::Left)
    });
    for _ in 0..20 {
        site.a_day_passes();
    }
    assert!(site.holds_words("A heron of Mia"));
    let keeper = again(&site, &keeper);
    keeper.opens("/admin/holds").presses("End this hold").is_told(200);
    site.a_day_passes();
    assert!(!site.holds_words("A heron of Mia"));
}

#[test]
fn more_than_usual_waits_for_an_owner_who_types_how_much_it_is() {
    let site = prison();
    let mia = site.pupil("Mia");
    let keeper = site.is_in(site.knows("Mr Keys", Role::Staff, &[Duty::Settings]));
    let who = mia.id;
    for turn in 0..25 {
        let words = format!("Heron number {turn}!");
        site.write_as(&mia, Act::AddPost, move |change| {
            let now = change.now_ms();
            let sql = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('post', ?1, 'everyone', 'shown', ?2)";
            let id = change.insert(sql, [who, now])?;
            change.run("INSERT INTO post (id, body) VALUES (?1, ?2)", courtyard::db::params![id, words])
        });
    }
    days_pass(&site, 91);
    let (mia, keeper) = (again(&site, &mia), again(&site, &keeper));
    mia.opens("/everyone").sees("Heron number 24!");
    keeper.opens("/admin/retention").sees("25 things would go").sees("Only an owner can say yes");
    let head = site.head();
    head.opens("/admin/retention")
        .fills("How many things go", "24")
        .presses("Delete them for good")
        .is_told(422);
    site.retains();
    mia.opens("/everyone").sees("Heron number 24!");
    head.fills("How many things go", "25").presses("Delete them for good").is_told(200);
    site.noted(Act::ConfirmRetention, "retention 1");
    // What is made after it was counted is not among it.
    mia.posts("A young heron").to_everyone();
    site.retains();
    mia.opens("/everyone").misses("Heron number").sees("A young heron");
    head.opens("/admin/retention").sees("done").sees("Dr Wren");
}

#[test]
fn with_a_clock_that_nobody_believes_nothing_goes_and_a_wrong_date_makes_nothing_old() {
    let site = prison();
    let mia = site.pupil("Mia");
    mia.posts("An old heron").to_everyone();
    site.db.clock().believe(Trust::No);
    days_pass(&site, 91);
    let mia = again(&site, &mia);
    mia.opens("/everyone").sees("An old heron");
    mia.posts("A young heron").to_everyone();
    // The battery is empty: for a moment it is long ago.
    let back = -60 * 365 * DAY_MS / 2;
    site.waits_ms(back);
    let then = again(&site, &mia);
    then.posts("Dated long ago").to_everyone();
    site.waits_ms(-back);
    site.db.clock().believe(Trust::Rtc);
    days_pass(&site, 1);
    let mia = again(&site, &mia);
    mia.opens("/everyone").sees("A young heron").sees("Dated long ago").misses("An old heron");
}

#[test]
fn a_hold_says_what_why_and_until_when_and_only_some_of_the_staff_begin_one() {
    let site = Site::school_with_clock();
    let (mia, fox) = (site.pupil("Mia"), site.teacher("Ms Fox"));
    let keeper = site.staff("Ms Keep", &[Duty::Safeguard]);
    keeper.opens("/admin/holds").ticks("Person").fills("Name, address or number", "nobody");
    keeper.fills("Reason", "Short").forces("Look again on", "2025-06-30").presses("Hold it").is_told(422);
    keeper
        .sees("This cannot be used")
        .sees("At least 10 characters")
        .sees("At most 90")
        .holds("Reason", "Short");
    for path in ["/admin/holds", "/admin/retention"] {
        mia.opens(path).is_told(404);
        fox.opens(path).is_told(404);
    }
    keeper.opens("/admin/retention").is_told(404);
    let head = site.head();
    head.opens("/admin/retention").chooses("Messages", "30 days").presses("Save").sees("1 February 2025");
    site.noted(Act::ChangeRules, "");
}
