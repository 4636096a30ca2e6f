//! Hours of use: when members may come in, what they meet outside, and what happens on pages that are open.

use crate::harness::{Ask, Person, Site};
use courtyard::base::{Act, Duty, Role, SiteKind, Trust};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

/// The head sets these hours for every day of the week; of everybody, or of a group. It is Monday, 09:00.
fn sets(school: &Site, path: &str, hours: &str) {
    let head = school.head();
    head.opens(path);
    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] {
        head.fills(day, hours);
    }
    head.presses("Save").is_told(200);
}

#[test]
fn outside_the_hours_a_member_meets_a_calm_page_and_staff_do_not() {
    let school = Site::school_with_clock();
    let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
    sets(&school, "/admin/hours/site", "8-10");
    school.noted(Act::EditHours, "");
    mia.posts("A heron!").to_everyone();
    school.waits_ms(HOUR_MS - 1);
    mia.opens("/everyone").is_told(200).sees("A heron!");
    school.waits_ms(1);
    for path in ["/", "/everyone", "/posts/1", "/my", "/chat"] {
        mia.opens(path).is_told(403).sees("Closed now").sees("4 March 2025, 08:00").misses("A heron!");
    }
    fox.opens("/everyone").is_told(200).sees("A heron!");
    // Help, and the way in and out, stay open.
    mia.opens("/").follows("I need help").fills("What is wrong?", "I am scared");
    mia.presses("Send");
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    assert!(lark.opens("/desk").look(|page| page.words.contains("Mia")));
    mia.opens("/supervision").is_told(200);
    mia.opens("/").presses("Sign out").is_told(200);
    mia.signs_in().is_told(403).sees("Closed now");
    school.waits_ms(22 * HOUR_MS);
    mia.signs_in();
    mia.opens("/everyone").is_told(200).sees("A heron!");
}

#[test]
fn the_page_speaks_the_language_of_its_reader_and_no_door_is_left_open() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    mia.posts("A heron!").to_everyone();
    sets(&school, "/admin/hours/site", "10-12");
    mia.opens("/sign-in");
    let shut = mia.asks(&Ask::get("/").with("Accept-Language", "es"));
    assert!(shut.status == 403 && shut.text().contains("Ahora está cerrado"), "{}", shut.text());
    assert!(mia.connects(Some(&format!("http://{}", school.address))).is_err(), "no socket");
    // Every page that a member may open at other times.
    let allowed =
        ["/sign-out", "/password", "/help/need", "/help", "/help/{book}", "/supervision", "/sign-in"];
    let closed = school.routes.iter().filter(|route| route.method == "GET" && !route.path.contains('{'));
    for route in closed.filter(|route| !allowed.contains(&route.path)) {
        let status = mia.status_of(route.path);
        assert!(status == 403 || status == 404, "{} answers {status}", route.path);
    }
}

#[test]
fn what_was_being_typed_when_it_closed_is_given_back_and_drafts_are_kept_a_little_longer() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    sets(&school, "/admin/hours/site", "8-10");
    let heron = mia.posts("A heron!").to_everyone();
    mia.opens(&heron).fills("Write a comment", "A long thought");
    let keep = |page: &Person<'_>| {
        let token = page.token();
        let draft =
            Ask::post("/drafts", &[("same_site", token.as_str()), ("draft", "d1"), ("body", "Half a post")]);
        page.asks(&draft).status
    };
    let writing = school.is_in(mia.elsewhere());
    writing.opens("/posts/new");
    school.waits_ms(HOUR_MS + MINUTE_MS);
    mia.presses("Send").is_told(403).sees("Closed now").sees("It was not sent").sees("A long thought");
    let kept = keep(&writing);
    assert!(kept < 400, "a minute after closing: {kept}");
    school.waits_ms(10 * MINUTE_MS);
    assert_eq!(keep(&writing), 403);
    school.waits_ms(22 * HOUR_MS);
    let mia = school.is_in(mia.elsewhere());
    mia.opens(&heron).misses("A long thought");
    mia.opens("/drafts").sees("Half a post");
}

#[test]
fn open_pages_are_warned_and_then_told_and_let_go() {
    let school = Site::school_with_clock();
    let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
    sets(&school, "/admin/hours/site", "8-10");
    let (mut of_mia, mut of_fox) = (mia.opens("/everyone").listens(), fox.opens("/everyone").listens());
    fox.posts("First").to_everyone();
    assert!(!of_mia.hears("First").contains("Closes at"));
    school.waits_ms(55 * MINUTE_MS);
    fox.posts("Second").to_everyone();
    of_mia.hears("Closes at 10:00");
    mia.opens("/everyone").sees("Closes at 10:00");
    school.waits_ms(5 * MINUTE_MS);
    fox.posts("Third").to_everyone();
    let (last, code) = of_mia.is_let_go_with();
    assert!(last.contains("This place is closed now") && !last.contains("Third"), "{last}");
    assert_eq!(code, Some(4003), "its script does not come back by itself");
    assert!(!of_fox.hears("Third").contains("Closes at"));
}

#[test]
fn of_several_groups_the_one_that_is_open_counts_and_without_any_the_site() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let (early, late) = (school.has_a_group("Early", &[&mia, &tom]), school.has_a_group("Late", &[&mia]));
    sets(&school, &format!("/admin/hours/groups/{early}"), "8-10");
    sets(&school, &format!("/admin/hours/groups/{late}"), "9:30-11");
    let come = |person: &Person<'_>| school.is_in(person.elsewhere()).status_of("/everyone") == 200;
    let all = || [come(&mia), come(&tom), come(&zoe)];
    assert_eq!(all(), [true; 3], "Zoe is in no group with hours, and the site has none");
    school.waits_ms(90 * MINUTE_MS);
    assert_eq!(all(), [true, false, true]);
    sets(&school, "/admin/hours/site", "15-16");
    assert_eq!(all(), [true, false, false]);
    school.waits_ms(HOUR_MS);
    assert_eq!(all(), [false; 3]);
    school.head().opens(&format!("/admin/hours/groups/{early}")).presses("Remove these hours").is_told(200);
    school.waits_ms(4 * HOUR_MS);
    assert_eq!(all(), [false, true, true], "Tom goes by the site now");
    // Who leaves the group goes by what is left.
    let (group, who) = (late, mia.id);
    let sql = "DELETE FROM membership WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::RemoveMember, move |change| change.run(sql, [group, who]));
    assert!(come(&mia));
}

#[test]
fn with_a_clock_that_nobody_believes_a_prison_stays_shut_and_a_school_open() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    sets(&school, "/admin/hours/site", "10-12");
    school.db.clock().believe(Trust::No);
    mia.opens("/everyone").is_told(200).sees("The clock of the box is not sure");
    school.head().opens("/admin/rules").ticks("Prison").presses("Save").is_told(200);
    mia.opens("/everyone").is_told(403).sees("The clock of the box must be set first");
    let head = school.head();
    head.opens("/admin/hours").sees("Nobody knows whether this time is right").presses("This time is right");
    head.sees("This time is believed");
    school.noted(Act::TrustClock, "");
    mia.opens("/everyone").is_told(403).sees("3 March 2025, 10:00");
    assert_eq!(SiteKind::ALL.len(), 3, "each sort of house was thought of");
}

#[test]
fn who_keeps_the_rules_sees_the_week_before_it_counts_and_what_somebody_would_meet() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    let keeper = school.is_in(school.knows("Mr Keys", Role::Staff, &[Duty::Settings]));
    let class = school.has_a_group("5b", &[&mia]);
    keeper.opens("/admin/hours").chooses("Group", "5b").presses("Set hours");
    keeper.fills("Monday", "8-10, 20:00-2:00").fills("Days that are otherwise", "2025-03-05 10-11\nsoon");
    keeper
        .presses("Look at the week")
        .is_told(422)
        .sees("Line 2 cannot be read")
        .holds("Monday", "8-10, 20:00-2:00");
    keeper.fills("Days that are otherwise", "2025-03-05 10-11").presses("Look at the week").is_told(200);
    keeper.sees("08:00–10:00, 20:00–02:00").sees("until the next day").sees("Wednesday, 5 March otherwise");
    assert_eq!(mia.status_of("/everyone"), 200, "looking changes nothing");
    keeper.opens(&format!("/admin/hours/groups/{class}")).presses("Save").is_told(422);
    keeper.fills("Monday", "8-10").presses("Save").is_told(200);
    keeper.fills("Sign-in name", "mia").presses("Look").sees("Mia: it is open until 3 March 2025, 10:00");
    keeper.fills("Sign-in name", "mr.keys").presses("Look").sees("Mr Keys: it is open.");
    keeper.fills("Sign-in name", "nobody").presses("Look").sees("Nobody has this name");
    let helper = school.teacher("Ms Fox");
    for path in ["/admin/hours", "/admin/hours/site", &format!("/admin/hours/groups/{class}")] {
        helper.opens(path).is_told(404);
        mia.opens(path).is_told(404);
    }
}

#[test]
fn hours_stand_after_the_box_was_started_again() {
    let mut school = Site::school_with_clock();
    let id = school.pupil("Mia").id;
    sets(&school, "/admin/hours/site", "10-12");
    school.restarts();
    school.known("Mia", "mia", id).opens("/everyone").is_told(403).sees("3 March 2025, 10:00");
}
