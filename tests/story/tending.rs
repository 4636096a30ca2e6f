//! What one does with a post after it is out: close its comments, hear more or less of it, let fewer see it.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::{Act, Duty};

/// Mia shares with Tom; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

/// Sends a form without fields, whatever the page offers.
fn sends(person: &Person<'_>, path: &str, fields: &[(&str, &str)]) -> u16 {
    person.opens("/posts/new");
    let token = person.token();
    let mut all = vec![("same_site", token.as_str())];
    all.extend(fields);
    person.asks(&Ask::post(path, &all)).status
}

#[test]
fn comments_can_be_closed_by_the_author_and_by_staff_who_moderate() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    zoe.comments_on(&heron, "Where was it?");
    tom.opens(&heron).fills("Write a comment", "Nobody reads this");
    mia.opens(&heron).at("A heron!").presses("Close the comments").sees("The comments are closed");
    tom.presses("Send").is_told(422).sees("closed").holds("Write a comment", "Nobody reads this");
    zoe.opens(&heron).sees("The comments are closed").sees("Where was it?").misses("Nobody reads");
    assert!(!zoe.can_press("Send"));
    assert_eq!(sends(&zoe, &format!("{heron}/unlock"), &[]), 403);
    assert_eq!(sends(&school.staff("Mr Plum", &[]), &format!("{heron}/unlock"), &[]), 403);
    let fox = school.staff("Ms Fox", &[Duty::Moderate]);
    fox.opens(&heron).at("A heron!").presses("Open the comments again").is_told(200);
    zoe.comments_on(&heron, "Good");
    school.noted(Act::LockComments, "post 1");
    let secret = mia.posts("For Tom").to_contacts();
    assert_eq!(sends(&zoe, &format!("{secret}/lock"), &[]), 404);
}

#[test]
fn one_hears_of_later_comments_as_one_wishes() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    zoe.opens(&heron).presses("Tell me of all").sees("You are told of every new comment.");
    mia.opens(&heron).presses("Tell me of none").sees("You are told of no comment here");
    let where_was_it = tom.comments_on(&heron, "Where was it?");
    zoe.opens("/notices").sees("Where was it?");
    mia.opens("/notices").misses("Where was it?");
    mia.comments_on(&heron, "By the pond");
    let fields = [("body", "Which pond?"), ("answers", "3")];
    assert_eq!(sends(&tom, &format!("{heron}/comments"), &fields), 303);
    mia.opens("/notices").misses("Which pond?").misses("replied");
    tom.comments_on(&heron, "Tell me, @mia");
    mia.opens("/notices").sees("Tell me,");
    mia.opens(&heron).presses("As usual").is_told(200);
    zoe.comments_on(&heron, "I know it");
    mia.opens("/notices").sees("I know it");
    assert_eq!(number(&where_was_it), "2");
}

#[test]
fn who_follows_hears_nothing_of_what_they_do_not_see() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    zoe.opens(&heron).presses("Tell me of all").is_told(200);
    mia.opens(&format!("{heron}/audience")).ticks("My contacts").presses("Save").is_at(&heron);
    tom.comments_on(&heron, "Where was it?");
    zoe.opens("/notices").misses("Where was it?").misses("/people/tom");
    assert_eq!(sends(&zoe, &format!("{heron}/follow"), &[("wish", "follow")]), 404);
    // Who follows is nobody else's to know.
    mia.opens(&heron).misses("Zoe");
}

#[test]
fn a_post_can_be_let_be_seen_by_fewer_and_never_by_more() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let fox = school.teacher("Ms Fox");
    school.has_a_group("Class 5B", &[&mia, &zoe]);
    school.has_a_group("Chess", &[&mia, &tom]);
    let heron = mia.posts("A heron!").to_everyone();
    for person in [&tom, &zoe, &fox] {
        person.opens("/everyone").sees("A heron!");
    }
    let mut of_tom = tom.opens("/everyone").listens();
    mia.opens(&format!("{heron}/audience"))
        .sees("Seen by: everyone here")
        .presses("Save")
        .is_told(422)
        .sees("Choose fewer people")
        .ticks("Groups")
        .ticks("Class 5B");
    mia.presses("Save").is_at(&heron).sees("Class 5B");
    of_tom.hears(&format!("action=\"remove\" target=\"post-{}\"", number(&heron)));
    tom.opens("/everyone").misses("A heron!");
    tom.opens("/").misses("A heron!");
    tom.opens(&heron).is_told(404);
    zoe.opens("/").sees("A heron!");
    zoe.opens("/everyone").misses("A heron!");
    fox.opens(&heron).sees("A heron!");
    // Nothing that anybody sends makes it wider again.
    for wider in [
        &[("audience", "everyone")][..],
        &[("audience", "contacts")],
        &[("audience", "groups"), ("groups", "2")],
        &[("audience", "groups"), ("groups", "1"), ("groups", "2")],
        &[("audience", "groups"), ("groups", "1")],
        &[("audience", "groups")],
        &[("audience", "people"), ("people", "3")],
    ] {
        assert_eq!(sends(&mia, &format!("{heron}/audience"), wider), 422, "{wider:?}");
    }
    assert_eq!(sends(&zoe, &format!("{heron}/audience"), &[("audience", "only_me")]), 403);
    assert_eq!(sends(&tom, &format!("{heron}/audience"), &[("audience", "only_me")]), 404);
    zoe.opens(&format!("{heron}/audience")).is_told(404);
    mia.opens(&format!("{heron}/audience")).misses("Chess").ticks("Only me").presses("Save").is_at(&heron);
    for person in [&tom, &zoe, &fox] {
        person.opens(&heron).is_told(404).misses("A heron!");
    }
    mia.opens(&heron).sees("A heron!").sees("Only me");
    school.noted(Act::NarrowPost, "post 1");
}
