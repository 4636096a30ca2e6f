//! How long things are kept: what is older goes for good, what staff need or a hold names stays, and much at once waits for an owner.

use crate::harness::{HERON, Person, Site, number};
use crate::watching::rule;
use courtyard::base::{Act, Duty, Role, Standing, Trust};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A prison, where posts and messages are kept for ninety days. It is the 3rd of March 2025.
fn prison() -> Site {
    let site = Site::school_with_clock();
    site.head().opens("/admin/rules").ticks("Prison").presses("Save").is_told(200);
    // The first look at the clock begins the count of days.
    site.runs_for(0);
    site
}

/// So many days pass, the last of them as the box counts them; and what is kept long enough goes.
fn days_pass(site: &Site, days: i64) {
    // A box that serves looks several times an hour, so it saw what there is today.
    site.retains();
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

fn holds(keeper: &Person<'_>, sort: &str, what: &str, review: &str) {
    keeper.opens("/admin/holds").ticks(sort).fills("Name, address or number", what);
    keeper.fills("Reason", "A court asks for it").forces("Look again on", review);
    keeper.presses("Hold it").is_told(200);
}

/// So many posts of somebody, written where the forms of so many would take too long.
fn many_posts(site: &Site, person: &Person<'_>, count: usize) {
    let who = person.id;
    for turn in 0..count {
        let words = format!("Heron number {turn}!");
        site.write_as(person, Act::AddPost, move |change| {
            let now = change.now_ms();
            let sql = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('post', ?1, 'everyone', 'shown', ?2)";
            let id = change.insert(sql, [who, now])?;
            change.run("INSERT INTO post (id, body) VALUES (?1, ?2)", courtyard::db::params![id, words])
        });
    }
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
    assert!(
        said.len() == 1 && said[0].starts_with("posts=3; messages=1; drafts=0; cases=0; ids="),
        "{said:?}"
    );
    site.sweeps();
    assert!(site.files_in("photos").len() < files, "the files go, too");
    for words in ["An old heron", "Old words under it", "An old message"] {
        // No page shows what is hidden: the file itself is looked through.
        assert!(!site.holds_words(words), "“{words}” still stands in the file");
    }
    assert!(site.holds_words("A young message"), "or the look would prove nothing");
    days_pass(&site, 1);
    assert_eq!(reasons(&site, Act::Retain).len(), 1, "a day on which nothing goes leaves no entry");
    days_pass(&site, 80);
    let said = reasons(&site, Act::Retain);
    assert!(
        said.len() == 2 && said[1].starts_with("posts=2; messages=1; "),
        "what went is not counted again: {said:?}"
    );
    site.is_sound();
}

#[test]
fn all_that_belongs_to_it_goes_with_it() {
    let site = prison();
    let (mia, tom, ana) = (site.pupil("Mia"), site.pupil("Tom"), site.pupil("Ana"));
    rule(&site, "grebe", "Bring it before staff", "Concern");
    site.head().opens("/admin/rules").ticks("Messages may carry documents").presses("Save").is_told(200);
    mia.befriends(&tom);
    mia.befriends(&ana);
    mia.opens("/chat/new").ticks("Tom").ticks("Ana").fills("Name of the conversation", "Plans for ospreys");
    mia.presses("Begin").fills("Write a message", "A pelican said").presses("Send").is_told(200);
    let talk = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    mia.opens(&format!("{talk}/about")).attaches(HERON).presses("Save").is_told(200);
    tom.opens(&talk).attaches_to("Add documents", "Curlew.txt", b"A curlew").presses("Send").is_told(200);
    tom.opens(&talk).attaches_with_words(HERON, "A dunlin in a photo").presses("Send").is_told(200);
    // What it said before, what a rule matched, what is asked, and what was never sent.
    let post = mia.posts("A puffin first").with_words(HERON, "A kestrel in a photo").to_everyone();
    mia.opens(&format!("{post}/edit")).fills("Your post", "Then a grebe").presses("Save").is_told(200);
    mia.opens("/posts/new")
        .fills("Your post", "A question")
        .fills("Answer 1", "A plover")
        .fills("Answer 2", "A whimbrel");
    mia.ticks("Everyone").presses("Post").is_told(200);
    mia.opens("/posts/new")
        .fills("Your post", "A gannet, not sent")
        .presses("Keep as draft")
        .is_at("/drafts");
    let words = [
        "ospreys",
        "pelican",
        "curlew",
        "dunlin",
        "puffin",
        "kestrel",
        "Then a grebe",
        "plover",
        "whimbrel",
        "gannet",
    ];
    for word in words {
        assert!(site.holds_words(word), "or the look would prove nothing: {word}");
    }
    let case = "SELECT count(*) FROM seen_watch_count";
    assert_eq!(site.read(|look| look.number(case, [])), 1);
    // Staff are done with what the rule brought.
    site.staff("Ms Fox", &[Duty::Moderate]).decides(&post, "Keep");
    days_pass(&site, 91);
    for word in words {
        assert!(!site.holds_words(word), "“{word}” still stands in the file");
    }
    site.sweeps();
    assert!(site.files_in("photos").is_empty(), "{:?}", site.files_in("photos"));
    let said = reasons(&site, Act::Retain);
    // Two posts and a photo; three messages and a photo.
    assert!(said[0].starts_with("posts=3; messages=4; drafts=1; cases=0; "), "{said:?}");
    // The conversation itself stays, and goes on.
    again(&site, &mia).writes_in(&talk, "A young message");
    again(&site, &tom).opens(&talk).sees("A young message").misses("Plans for ospreys");
    site.is_sound();
}

#[test]
fn messages_and_posts_go_each_by_their_own_time_and_albums_when_they_are_empty() {
    let site = prison();
    let (mia, tom) = (site.pupil("Mia"), site.pupil("Tom"));
    mia.befriends(&tom);
    site.head().opens("/admin/retention").chooses("Messages", "30 days").presses("Save").is_told(200);
    let talk = mia.writes_to(&tom, "A pelican said");
    mia.opens(&talk).attaches_with_words(HERON, "A dunlin in a photo").presses("Send").is_told(200);
    mia.opens("/albums/new")
        .fills("Title", "Ospreys of mine")
        .ticks("Everyone")
        .presses("Make the album")
        .is_told(200);
    let album = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    mia.opens(&album).attaches(HERON).presses("Send photos").is_told(200);
    days_pass(&site, 32);
    assert!(!site.holds_words("dunlin"), "the photo of a message goes with it");
    assert!(site.holds_words("Ospreys of mine"));
    let mia = again(&site, &mia);
    mia.opens(&album).is_told(200).attaches(HERON).presses("Send photos").is_told(200);
    days_pass(&site, 60);
    let mia = again(&site, &mia);
    mia.opens(&album).sees("Ospreys of mine");
    days_pass(&site, 40);
    assert!(!site.holds_words("Ospreys of mine"));
    let said = reasons(&site, Act::Retain);
    let said: Vec<&str> =
        said.iter().map(|words| words.split("; drafts").next().unwrap_or_default()).collect();
    assert_eq!(said, ["posts=0; messages=3", "posts=1; messages=0", "posts=2; messages=0"]);
    site.is_sound();
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
    let wing = mia.posts("For the wing").to_group("Wing A");
    tom.comments_on(&wing, "Words under the wing");
    mia.posts("A plain heron").to_everyone();
    let talk = mia.writes_to(&tom, "A held message");
    holds(&keeper, "Person", "zoe", "2025-06-01");
    holds(&keeper, "Group", "Wing A", "2025-06-01");
    holds(&keeper, "Conversation or case", &talk, "2025-06-01");
    assert_eq!(site.entries(Act::BeginHold), ["hold 1", "hold 2", "hold 3"]);

    days_pass(&site, 91);
    let (tom, keeper) = (again(&site, &tom), again(&site, &keeper));
    tom.opens("/everyone").sees("A reported heron").sees("A train of Zoe").misses("A plain heron");
    tom.opens(&wing).sees("For the wing").sees("Words under the wing");
    tom.opens(&talk).sees("A held message");
    let said = reasons(&site, Act::Retain);
    assert!(said.len() == 1 && said[0].starts_with("posts=1; messages=0; "), "{said:?}");
    keeper.opens(&format!("/desk/items/{}", number(&reported))).sees("A reported heron");
    keeper.opens("/admin/holds").sees("That day is past");
    keeper.at("Zoe").presses("I looked: 90 days more").is_told(200);
    site.noted(Act::ReviewHold, "hold 1");
    keeper.opens("/admin/holds").at("Zoe").presses("End this hold").is_told(200);
    keeper.decides(&reported, "Keep");
    days_pass(&site, 1);
    let tom = again(&site, &tom);
    tom.opens("/everyone").misses("A reported heron").misses("A train of Zoe");
    tom.opens(&talk).sees("A held message");
    tom.opens(&wing).sees("For the wing").sees("Words under the wing");
    assert!(!site.holds_words("A train of Zoe") && !site.holds_words("A reported heron"));
    let said = reasons(&site, Act::Retain);
    assert!(
        said.len() == 2 && said[1].starts_with("posts=2; messages=0; "),
        "what was kept is counted once: {said:?}"
    );
    days_pass(&site, 1);
    assert_eq!(reasons(&site, Act::Retain).len(), 2);
    site.is_sound();
}

#[test]
fn an_account_that_a_hold_names_is_not_emptied() {
    let site = prison();
    let (mia, tom) = (site.pupil("Mia"), site.pupil("Tom"));
    let keeper = site.staff("Ms Keep", &[Duty::Safeguard]);
    mia.posts("A heron of Mia").to_everyone();
    tom.posts("A train of Tom").to_everyone();
    tom.befriends(&mia);
    let talk = tom.writes_to(&mia, "A message of Tom");
    holds(&keeper, "Person", "@mia", "2025-04-01");
    holds(&keeper, "Conversation or case", number(&talk), "2025-04-01");
    for person in [&mia, &tom] {
        site.stands(person, Standing::Left);
        let id = courtyard::base::AccountId(person.id);
        site.write(Act::ChangeStanding, move |change| {
            courtyard::features::leaving::stood(change, id, Standing::Left)
        });
    }
    for _ in 0..20 {
        site.a_day_passes();
    }
    assert!(site.holds_words("A heron of Mia") && site.holds_words("A message of Tom"));
    assert!(!site.holds_words("A train of Tom"), "what no hold names goes");
    let keeper = again(&site, &keeper);
    let name = |person: &Person<'_>| {
        site.read(|look| {
            look.found("SELECT shown_name FROM seen_person WHERE id = ?1", [person.id], |row| {
                row.get::<_, String>(0)
            })
        })
    };
    assert_eq!((name(&mia), name(&tom)), ("Mia".into(), "Tom".into()), "nor who it was that wrote");
    keeper.opens("/admin/holds").at("Mia").presses("End this hold").is_told(200);
    site.a_day_passes();
    assert!(!site.holds_words("A heron of Mia") && site.holds_words("A message of Tom"));
    let keeper = again(&site, &keeper);
    keeper.opens("/admin/holds").at("Look again").presses("End this hold").is_told(200);
    site.a_day_passes();
    assert!(!site.holds_words("A message of Tom"));
    assert_eq!((name(&mia), name(&tom)), ("–".into(), "–".into()));
    site.is_sound();
}

#[test]
fn more_than_usual_waits_for_an_owner_who_types_how_much_it_is() {
    let site = prison();
    let mia = site.pupil("Mia");
    let keeper = site.is_in(site.knows("Mr Keys", Role::Staff, &[Duty::Settings]));
    many_posts(&site, &mia, 25);
    days_pass(&site, 91);
    let (mia, keeper) = (again(&site, &mia), again(&site, &keeper));
    mia.opens("/everyone").sees("Heron number 24!");
    keeper.opens("/admin/retention").sees("25 things would go").sees("Only an owner can say yes");
    let head = again(&site, &site.head());
    head.opens("/admin/retention")
        .fills("How many things go", "24")
        .presses("Delete them for good")
        .is_told(422);
    site.retains();
    mia.opens("/everyone").sees("Heron number 24!");
    head.fills("How many things go", "25").presses("Delete them for good").is_told(200);
    site.noted(Act::ConfirmRetention, "retention 2");
    // What is made after it was counted is not among it.
    many_posts(&site, &mia, 45);
    site.retains();
    mia.opens("/everyone").sees("Heron number 44!");
    head.opens("/admin/retention").sees("done").sees("Dr Wren");
    // Twenty-five on one day is usual from now on: twice as many go without a question, and more do not.
    days_pass(&site, 91);
    let said = reasons(&site, Act::Retain);
    assert!(said.len() == 2 && said[1].starts_with("posts=45; "), "{said:?}");
    many_posts(&site, &mia, 71);
    days_pass(&site, 91);
    assert_eq!(reasons(&site, Act::Retain).len(), 2);
    again(&site, &head).opens("/admin/retention").sees("71 things would go");
}

#[test]
fn with_a_clock_that_nobody_believes_nothing_goes_and_a_wrong_date_makes_nothing_old_or_young() {
    let site = prison();
    let mia = site.pupil("Mia");
    mia.posts("An old heron").to_everyone();
    site.retains();
    site.db.clock().believe(Trust::No);
    days_pass(&site, 91);
    let mia = again(&site, &mia);
    mia.opens("/everyone").sees("An old heron");
    // The battery is empty: for a moment it is long ago, and then it is far ahead.
    for (span, words) in [(-30 * 365 * DAY_MS, "Dated long ago"), (15 * 365 * DAY_MS, "Dated far ahead")] {
        site.waits_ms(span);
        again(&site, &mia).posts(words).to_everyone();
        site.waits_ms(-span);
    }
    site.db.clock().believe(Trust::Rtc);
    days_pass(&site, 1);
    again(&site, &mia)
        .opens("/everyone")
        .sees("Dated long ago")
        .sees("Dated far ahead")
        .misses("An old heron");
    days_pass(&site, 88);
    again(&site, &mia).opens("/everyone").sees("Dated long ago").sees("Dated far ahead");
    days_pass(&site, 3);
    again(&site, &mia).opens("/everyone").misses("Dated long ago").misses("Dated far ahead");
    assert!(!site.holds_words("Dated far ahead"));
}

#[test]
fn cases_go_a_year_after_they_were_closed_and_those_that_are_open_never() {
    let site = prison();
    let (mia, tom) = (site.pupil("Mia"), site.pupil("Tom"));
    rule(&site, "grebe", "Do not take it", "Concern");
    let fox = site.staff("Ms Fox", &[Duty::Moderate]);
    let first = mia.posts("A heron").to_everyone();
    let second = mia.posts("A crane").to_everyone();
    tom.reports(&first, "It is mean", "A note about puffins");
    tom.reports(&second, "It is mean", "A note about plovers");
    fox.opens(&format!("/desk/items/{}", number(&first))).follows("Write to somebody about this");
    fox.chooses("To whom", "Mia · it is about them").fills("What you write", "A word about terns");
    fox.presses("Send").is_told(200);
    fox.takes_away(&first, "It was a threat", "A note about ospreys");
    for words in ["A grebe and a curlew", "A grebe and a gannet"] {
        mia.opens("/posts/new").fills("Your post", words).presses("Post").is_told(422);
    }
    fox.opens("/desk").at("curlew").follows("Post");
    fox.fills("What you did", "Spoke of dunlins").presses("Close").is_at("/desk");
    days_pass(&site, 360);
    // What the record says in staff's own words stays in the record, which no run cuts.
    let stands = |words: &str| {
        let sql = "SELECT (SELECT count(*) FROM seen_report WHERE note = ?1) + (SELECT count(*) FROM seen_decision WHERE note = ?1)
                        + (SELECT count(*) FROM seen_watch_case WHERE words = ?1 OR note = ?1)";
        site.read(|look| look.number(sql, [words])) > 0
    };
    let closed = ["A note about puffins", "A note about ospreys", "A grebe and a curlew", "Spoke of dunlins"];
    for words in closed {
        assert!(stands(words), "{words}");
    }
    assert!(site.holds_words("A word about terns"));
    days_pass(&site, 7);
    for words in closed {
        assert!(!stands(words), "{words}");
    }
    assert!(stands("A note about plovers") && stands("A grebe and a gannet"), "nobody decided these");
    assert!(!site.holds_words("A word about terns"), "what was said in a case goes with it");
    let again_fox = again(&site, &fox);
    again_fox.opens(&format!("/desk/items/{}", number(&second))).sees("A crane");
    let said = reasons(&site, Act::Retain).pop().unwrap();
    assert!(said.contains("; cases=3; "), "a report, a decision, and what was refused: {said}");
    site.is_sound();
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
