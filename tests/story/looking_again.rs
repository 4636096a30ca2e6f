//! Who asks for a second look has a case in the one queue: who decides it, who does not, when it is due, and how it is taken back.

use crate::appealing::{answers, asks_again};
use crate::harness::{Ask, Person, Site, number};
use courtyard::base::{Act, Duty};

const HOUR: i64 = 60 * 60 * 1000;

fn cast(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>, Person<'_>) {
    (
        school.pupil("Mia"),
        school.pupil("Tom"),
        school.teacher("Ms Fox"),
        school.staff("Mr Hare", &[Duty::Moderate]),
    )
}

/// Ms Fox removes a post of Mia's, who asks for a second look.
fn is_asked(mia: &Person<'_>, fox: &Person<'_>) -> String {
    let post = mia.posts("You are a silly heron").to_everyone();
    fox.takes_away(&post, "It was mean to somebody", "Please be kind");
    asks_again(mia, "It is the name of a song.");
    post
}

fn open_cases(school: &Site) -> i64 {
    school.read(|look| {
        look.number("SELECT count(*) FROM seen_case WHERE closed_at IS NULL AND sort = 'appeal'", [])
    })
}

#[test]
fn who_asks_has_a_case_that_others_look_at_and_that_the_answer_closes() {
    let school = Site::school_with_clock();
    let (mia, _, fox, hare) = cast(&school);
    is_asked(&mia, &fox);
    assert_eq!(open_cases(&school), 1, "it is there in the same write");
    for list in ["/desk", "/desk?list=oldest", "/desk/appeals", "/desk?list=appeals"] {
        hare.opens(list).sees("It is the name of a song.").sees("Mia").misses("Somebody else decides this");
        // Whoever decided it is not asked to decide again.
        fox.opens(list).sees("It is the name of a song.").sees("Somebody else decides this");
    }
    hare.opens("/desk").sees("Open 1").sees("Asked to look again 1");
    mia.opens("/desk/appeals").is_told(404);
    // Who moderates one group alone has none of them, also where it is about what stood in it.
    let ash = school.staff("Ms Ash", &[]);
    school.has_charge_of(&ash, Duty::Moderate, school.has_a_group("5b", &[&mia]));
    ash.opens("/desk").is_told(200).misses("Asked to look again").misses("It is the name of a song.");
    ash.opens("/desk/appeals").is_told(404);
    // Nor does she keep others from it.
    fox.opens("/desk/appeals/1").sees("Somebody else decides this").misses("Decide and tell them");
    assert!(
        school.entries(Act::ClaimCase).iter().all(|case| case != "case 2"),
        "{:?}",
        school.entries(Act::ClaimCase)
    );
    hare.opens("/desk")
        .follows("It is the name of a song.")
        .is_at("/desk/appeals/1")
        .sees("To be decided by");
    hare.sees("You are a silly heron")
        .sees("Please be kind")
        .sees("Decided by Ms Fox")
        .sees("1 thing of theirs was removed before");
    fox.opens("/desk").sees("Mr Hare is looking at this");
    hare.opens("/desk?list=mine").sees("It is the name of a song.");
    school.head().opens("/desk/appeals/1").sees("Mr Hare is looking at this until");
    answers(&hare, "Mia", "Looked at again: it stays as it is", "It was meant for Tom.");
    assert_eq!(open_cases(&school), 0);
    for list in ["/desk", "/desk?list=mine", "/desk?list=oldest"] {
        hare.opens(list).misses("It is the name of a song.");
    }
    hare.opens("/desk/appeals").sees("Nobody waits for a second look.").sees("It is the name of a song.");
    let outcome: String = school.read(|look| {
        look.found(
            "SELECT outcome FROM seen_case WHERE sort = 'appeal' AND closed_by IS NOT NULL",
            [],
            |row| row.get(0),
        )
    });
    assert_eq!(outcome, "upheld");
    hare.opens("/desk/coverage");
    let rows = hare.look(|page| page.rows());
    assert!(rows.iter().any(|row| row.starts_with("Appeals 100% 1 0 0 0")), "{rows:#?}");
}

#[test]
fn nobody_answered_in_time_and_whoever_holds_safeguarding_alone_does() {
    let school = Site::school_with_clock();
    let (mia, tom, fox, _) = cast(&school);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    let post = is_asked(&mia, &fox);
    fox.sets_about(&tom, "Read-only", "Thirty days", "Look on for a while.");
    asks_again(&tom, "It was not me.");
    school.waits_ms(71 * HOUR);
    lark.signs_in();
    lark.opens("/desk").misses("It is the name of a song.");
    lark.opens("/desk/appeals/1").is_told(404);
    let owl = school.staff("Ms Owl", &[Duty::Audit]);
    let overdue = |number: &str| {
        owl.opens("/sheets/today");
        let words = owl.look(|page| page.words.clone());
        assert!(words.contains(&format!("Cases that were overdue when this was made {number}")), "{words}");
    };
    overdue("0");
    school.waits_ms(HOUR);
    overdue("2");
    lark.opens("/desk")
        .sees("It is the name of a song.")
        .sees("Overdue")
        .follows("It is the name of a song.");
    lark.sees("You are a silly heron").sees("Please be kind");
    lark.ticks("Looked at again: it is undone")
        .fills("To them", "It is a song.")
        .presses("Decide and tell them");
    lark.is_told(200);
    lark.opens("/desk").follows("It was not me.").sees("Look on for a while.");
    lark.ticks("Looked at again: it is undone")
        .fills("To them", "It was not you.")
        .presses("Decide and tell them");
    lark.is_told(200).opens("/desk").misses("It was not me.");
    tom.signs_in();
    tom.opens(&post).sees("You are a silly heron");
    tom.posts("I can write again").to_everyone();
}

#[test]
fn an_answer_is_taken_back_within_a_day_with_all_that_followed() {
    let school = Site::school_with_clock();
    let (mia, tom, fox, hare) = cast(&school);
    let post = is_asked(&mia, &fox);
    answers(&hare, "Mia", "Looked at again: it is undone", "You are right.");
    tom.opens(&post).is_told(200);
    mia.opens("/notices").sees("Teachers looked again: it is undone");
    // Not by the button that takes back a decision alone: the answer would say what is not so.
    hare.opens("/desk").misses("Take back your last decision");
    fox.opens("/desk/appeals/1").misses("Take this answer back");
    let by_fox = [("same_site", fox.token())];
    let by_fox: Vec<(&str, &str)> = by_fox.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(fox.asks(&Ask::post("/desk/appeals/1/undo", &by_fox)).status, 404);
    hare.opens("/desk/appeals/1").presses("Take this answer back").is_told(200).is_at("/desk/appeals/1");
    hare.sees("Decide and tell them").sees("To be decided by");
    school.noted(Act::UndoAppeal, "appeal 1");
    tom.opens(&post).is_told(404);
    assert_eq!(open_cases(&school), 1);
    mia.opens("/notices").sees("Teachers took their answer back, and look again");
    mia.opens("/my/record").sees("They have not answered yet.").misses("Ask somebody to look again");
    // Of what nobody has read nothing is told, and what was lifted holds again.
    answers(&hare, "Mia", "Looked at again: it stays as it is", "It is no song.");
    fox.sets_about(&tom, "Read-only", "Thirty days", "Look on for a while.");
    asks_again(&tom, "It was not me.");
    answers(&hare, "Tom", "Looked at again: it is undone", "It was not you.");
    tom.opens("/").misses("You can read, but not write");
    hare.opens("/desk/appeals/2").presses("Take this answer back").is_told(200);
    tom.opens("/").sees("You can read, but not write");
    tom.opens("/notices").misses("looked again").misses("took their answer back");
    // On the day after it stays.
    answers(&hare, "Tom", "Looked at again: it stays as it is", "It was you after all.");
    school.waits_ms(24 * HOUR);
    hare.signs_in();
    hare.opens("/desk/appeals/2").sees("It was you after all.").misses("Take this answer back");
    let late = [("same_site", hare.token())];
    let late: Vec<(&str, &str)> = late.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(hare.asks(&Ask::post("/desk/appeals/2/undo", &late)).status, 404);
}

#[test]
fn where_the_only_other_one_is_kept_apart_from_who_asks_the_same_person_decides_and_it_is_said() {
    let school = Site::school();
    let (mia, head) = (school.pupil("Mia"), school.head());
    let (hare, lark) =
        (school.staff("Mr Hare", &[Duty::Moderate]), school.staff("Ms Lark", &[Duty::Safeguard]));
    is_asked(&mia, &head);
    head.opens("/desk").sees("Somebody else decides this");
    head.opens("/desk/appeals/1").sees("Somebody else decides this").misses("Decide and tell them");
    // Nobody could decide now: who set it is not offered to, and the other one does not see it.
    lark.keeps_apart(&mia, &hare);
    hare.opens("/desk").misses("It is the name of a song.").opens("/desk/appeals/1").is_told(404);
    head.opens("/desk").misses("Somebody else decides this").follows("It is the name of a song.");
    head.sees("There is nobody else who could");
    answers(&head, "Mia", "Looked at again: it is undone", "It is a song.");
    mia.opens("/my/record").sees("It is a song.").sees("there was nobody else");
    assert_eq!(school.entries(Act::DecideAlone), ["appeal 1"]);
    head.opens("/sheets/today");
    let words = head.look(|page| page.words.clone());
    assert!(
        words.contains("since nobody else could 1") && words.contains("Second looks that were answered 1"),
        "{words}"
    );
}

#[test]
fn who_is_kept_apart_from_who_decided_does_not_answer_about_what_they_do_not_see() {
    let school = Site::school();
    let (mia, _, fox, hare) = cast(&school);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    is_asked(&mia, &fox);
    lark.keeps_apart(&fox, &hare);
    hare.opens("/desk").sees("It is the name of a song.").sees("Somebody else decides this");
    hare.opens("/desk/appeals/1")
        .sees("You do not see what this is about")
        .misses("Ms Fox")
        .misses("Decide and tell them");
    let token = hare.token();
    let fields = [("same_site", token.as_str()), ("outcome", "changed"), ("answer", "Yes")];
    assert_eq!(hare.asks(&Ask::post("/desk/appeals/1", &fields)).status, 403);
    answers(&school.head(), "Mia", "Looked at again: it is undone", "It is a song.");
}

#[test]
fn what_was_asked_about_goes_with_its_case_when_its_time_is_over() {
    let school = Site::school_with_clock();
    let (mia, _, fox, hare) = cast(&school);
    let post = is_asked(&mia, &fox);
    answers(&hare, "Mia", "Looked at again: it stays as it is", "It is no song.");
    let left = |sql: &'static str| school.read(|look| look.number(sql, []));
    assert_eq!(left("SELECT count(*) FROM seen_appeal"), 1);
    school.waits_ms(400 * 24 * HOUR);
    // The answer first, and then what it was about.
    school.retains();
    school.retains();
    assert_eq!(left("SELECT count(*) FROM seen_appeal"), 0);
    let decided = number(&post).to_owned();
    let decisions = school
        .read(move |look| look.number("SELECT count(*) FROM seen_decision WHERE item_id = ?1", [decided]));
    assert_eq!((decisions, left("SELECT count(*) FROM seen_case WHERE sort = 'appeal'")), (0, 0));
    school.is_sound();
}
