//! Nobody decides about what is their own as long as somebody else could; where nobody else could it is allowed, and marked.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::{Act, Duty};

fn cast(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    (school.pupil("Mia"), school.teacher("Ms Fox"), school.staff("Mr Hare", &[Duty::Moderate]))
}

/// Sends this form as somebody whose page does not offer it; what the box answers.
fn sends(person: &Person<'_>, path: &str, fields: &[(&str, &str)]) -> u16 {
    let token = person.token();
    let fields: Vec<(&str, &str)> = [("same_site", token.as_str())].iter().chain(fields).copied().collect();
    person.asks(&Ask::post(path, &fields)).status
}

fn case(thing: &str) -> String {
    format!("/desk/items/{}", number(thing))
}

#[test]
fn staff_do_not_decide_about_what_they_made_themselves() {
    let school = Site::school();
    let (mia, fox, hare) = cast(&school);
    let post = fox.posts("Mia is always late").to_everyone();
    let comment = fox.comments_on(&mia.posts("A heron!").to_everyone(), "And late again");
    for thing in [&post, &comment] {
        mia.reports(thing, "It is mean to somebody", "");
        fox.opens(&case(thing)).sees("This is your own. Somebody else decides about it.");
        fox.misses("Let it be seen").misses("Reason for removing").misses("Nobody else could decide");
        assert!(!fox.can_press("Keep") && !fox.can_press("Remove"), "she decides by the form");
        for fields in [[("act", "keep"), ("reason", "")], [("act", "remove"), ("reason", "rude")]] {
            assert_eq!(sends(&fox, &case(thing), &fields), 403);
        }
    }
    assert_eq!(sends(&fox, &format!("{}/shield", case(&post)), &[("shield-reason", "rude")]), 403);
    assert!(school.entries(Act::CloseReport).is_empty() && school.entries(Act::StaffRemove).is_empty());
    fox.opens("/desk")
        .sees("Mia is always late")
        .sees("Somebody else decides this")
        .misses("is looking at this");
    hare.opens("/desk").misses("Somebody else decides this").misses("is looking at this");
    hare.takes_away(&post, "It was mean to somebody", "");
    // Nor does she bring it back: she asks for a second look, as everybody does.
    assert_eq!(sends(&fox, &case(&post), &[("act", "restore")]), 403);
    mia.opens(&post).is_told(404);
    fox.opens("/my/record").sees("Ask somebody to look again");
    hare.decides(&comment, "Keep");
    assert!(school.entries(Act::DecideAlone).is_empty());
}

#[test]
fn several_at_once_leave_out_what_is_ones_own() {
    let school = Site::school();
    let (mia, fox, hare) = cast(&school);
    let (own, other) = (fox.posts("A foxy post").to_everyone(), hare.posts("A hare's post").to_everyone());
    for thing in [&own, &other] {
        mia.reports(thing, "Something else", "");
    }
    fox.opens("/desk/several")
        .sees("A foxy post")
        .sees("Choose: A hare's post")
        .misses("Choose: A foxy post");
    let of = |thing: &str| {
        let item = number(thing).to_owned();
        school.read(move |look| {
            look.number("SELECT id FROM seen_case WHERE item_id = ?1 AND closed_at IS NULL", [item])
        })
    };
    let (of_own, of_other) = (of(&own).to_string(), of(&other).to_string());
    let both = [("case", of_own.as_str()), ("case", of_other.as_str()), ("act", "keep"), ("list", "all")];
    assert_eq!(sends(&fox, "/desk/several", &both), 303);
    fox.opens("/desk").sees("A foxy post").misses("A hare's post");
    assert_eq!(school.entries(Act::CloseReport), [format!("post {}", number(&other))]);
}

#[test]
fn who_was_reported_or_worried_about_does_not_close_that_themselves() {
    let school = Site::school();
    let (mia, fox, hare) = cast(&school);
    mia.opens("/people/ms.fox")
        .follows("Report")
        .ticks("It is mean to somebody")
        .presses("Send")
        .is_told(200);
    fox.opens("/desk").sees("Somebody else decides this").follows("Person");
    fox.sees("This is about you. Somebody else looks after it.").misses("What you did");
    let at = fox.look(|page| page.path.clone());
    let report = school.read(|look| look.number("SELECT id FROM seen_report", [])).to_string();
    assert_eq!(sends(&fox, &at, &[("report", &report), ("note", "")]), 403);
    hare.opens(&at).fills("What you did", "We talked.").presses("Close").is_told(200);
    fox.opens("/desk").misses("Somebody else decides this");
}

#[test]
fn where_nobody_else_could_they_decide_and_it_is_marked_everywhere() {
    let school = Site::school();
    let (mia, head) = (school.pupil("Mia"), school.head());
    let post = head.posts("Mia is always late").to_everyone();
    mia.reports(&post, "It is mean to somebody", "");
    head.opens("/desk").misses("Somebody else decides this");
    head.opens(&case(&post))
        .sees("there is nobody else here who could decide")
        .sees("It is marked in the record");
    head.chooses("Reason for removing", "It was mean to somebody").presses("Remove").is_told(200);
    let about = format!("post {}", number(&post));
    school.noted(Act::StaffRemove, &about);
    school.noted(Act::DecideAlone, &about);
    head.opens(&case(&post)).sees("Nobody else could decide");
    // It was taken away by staff, not by its author: with a reason, and it can be brought back.
    assert!(head.can_press("Bring it back"));
    head.opens(&post).sees("Removed by teachers. Only you see it.").sees("Why: It is mean to somebody");
    mia.opens(&post).is_told(404);
    head.opens("/audit").sees("decided though it was their own: nobody else could");
    let sheet = |number: &str| {
        head.opens("/sheets/today");
        let words = head.look(|page| page.words.clone());
        let line = format!("Decided by staff about their own, since nobody else could {number}");
        assert!(words.contains(&line), "{words}");
    };
    sheet("1");
    // To take that back is to decide once more about one's own.
    head.opens("/desk").presses("Take back your last decision: Removed").is_told(200);
    mia.opens(&post).is_told(200);
    sheet("2");
    head.decides(&post, "Keep");
    sheet("3");
    // From when somebody else is there, they do not.
    let hare = school.staff("Mr Hare", &[Duty::Moderate]);
    head.opens("/desk").misses("Take back your last decision");
    let last = school.read(|look| look.number("SELECT max(id) FROM seen_decision", [])).to_string();
    assert_ne!(sends(&head, "/desk/undo", &[("decision", &last)]), 303);
    school.pupil("Tom").reports(&post, "Something else", "");
    assert_eq!(sends(&head, &case(&post), &[("act", "keep")]), 403);
    hare.decides(&post, "Keep");
    assert_eq!(school.entries(Act::DecideAlone).len(), 3);
}

#[test]
fn who_looks_after_a_group_alone_leaves_their_own_to_those_of_the_site() {
    let school = Site::school();
    let (mia, ash) = (school.pupil("Mia"), school.staff("Ms Ash", &[]));
    let group = school.has_a_group("Class 5B", &[&mia, &ash]);
    school.has_charge_of(&ash, Duty::Moderate, group);
    let post = ash.posts("Late as ever").to_group("Class 5B");
    mia.reports(&post, "It is mean to somebody", "");
    ash.opens(&case(&post)).sees("Somebody else decides about it");
    assert_eq!(sends(&ash, &case(&post), &[("act", "keep")]), 403);
    school.head().decides(&post, "Keep");
}

#[test]
fn a_case_leads_to_saying_something_about_the_person_where_one_may() {
    let school = Site::school();
    let (mia, _, hare) = cast(&school);
    let tom = school.pupil("Tom");
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    let post = mia.posts("A rude heron").to_everyone();
    tom.reports(&post, "It is rude or about sex", "");
    hare.opens(&case(&post))
        .follows("Say or set something")
        .is_at(&format!("/admin/people/{}/sanctions/new", mia.id));
    hare.ticks("Warning").ticks("It was mean to somebody").fills("To them", "Please be kind.");
    hare.presses("Do it and tell them").is_told(200);
    mia.opens("/my/record").sees("Please be kind.");
    // Not about whoever stands above oneself, and not for who may not.
    let above = school.head().posts("An owner's heron").to_everyone();
    tom.reports(&above, "Something else", "");
    hare.opens(&case(&above)).sees("An owner's heron").misses("Say or set something");
    tom.opens(&post)
        .follows("I am worried about someone")
        .fills("What worries you?", "She means it")
        .presses("Send");
    lark.opens("/desk").follows("A rude heron").sees("She means it").misses("Say or set something");
}
