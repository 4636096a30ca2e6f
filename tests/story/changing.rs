//! Changing a message where it stands: what the page asks for and is answered, and what whoever may not is told.

use crate::harness::{Answer, Ask, Person, Site};
use courtyard::base::limits;

const STREAMS: &str = "text/vnd.turbo-stream.html, text/html";

/// Mia has written to Tom; gives them, the conversation and the address of her message.
fn two(school: &Site) -> (Person<'_>, Person<'_>, String, String) {
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "See you at foru");
    let id = mia.look(|page| page.attributes("data-item").pop()).unwrap();
    (mia, tom, talk, format!("/messages/{id}"))
}

fn saves(person: &Person<'_>, message: &str, text: &str) -> Answer {
    let token = person.token();
    let fields = [("same_site", token.as_str()), ("here", "yes"), ("body", text)];
    person.asks(&Ask::post(&format!("{message}/edit"), &fields).with("Accept", STREAMS))
}

#[test]
fn a_message_is_changed_where_it_stands_and_a_problem_comes_back_with_what_was_typed() {
    let school = Site::school();
    let (mia, tom, talk, message) = two(&school);
    let form = mia.asks(&Ask::get(&format!("{message}/edit?here=yes"))).text();
    assert!(form.starts_with("<form") && form.contains("See you at foru"), "a form and no page: {form}");
    let mut of_tom = tom.opens(&talk).listens();
    mia.opens(&talk);
    let back = saves(&mia, &message, "   ");
    let words = back.text();
    assert_eq!(back.status, 422);
    assert!(words.starts_with("<form") && words.contains("Please fill this in."), "{words}");
    let long = "heron ".repeat(limits::MESSAGE_CHARS_MAX / 6 + 1);
    let back = saves(&mia, &message, &long).text();
    assert!(back.contains("heron heron") && back.contains("At most"), "nothing typed is lost");
    let saved = saves(&mia, &message, "See you at four");
    assert!(saved.header("content-type").starts_with("text/vnd.turbo-stream.html"));
    assert!(saved.text().contains("See you at four") && saved.text().contains("action=\"message\""));
    assert!(of_tom.hears("See you at four").contains("edited"));
    // Without a script it is a page, and leads back to the message.
    mia.opens(&talk).follows("Edit").sees("Change").fills("Message", "See you at five").presses("Save");
    mia.sees("See you at five");
}

#[test]
fn whoever_may_not_change_a_message_gets_no_form_for_it_and_it_stays() {
    let school = Site::school_with_clock();
    let (mia, tom, talk, message) = two(&school);
    let zoe = school.pupil("Zoe");
    for person in [&tom, &zoe] {
        assert_eq!(person.status_of(&format!("{message}/edit?here=yes")), 404, "{}", person.name);
        person.opens("/everyone");
        assert!([403, 404].contains(&saves(person, &message, "Mine now").status), "{}", person.name);
    }
    mia.opens(&talk);
    mia.opens("/people/tom/block").presses("Block");
    mia.opens(&talk);
    let told = saves(&mia, &message, "One last word");
    assert!(told.status == 422 && told.text().contains("You cannot write here now"), "{}", told.text());
    mia.opens("/people/tom").presses("Unblock");
    mia.befriends(&tom);
    school.waits_ms(15 * 60 * 1000);
    mia.opens(&talk);
    let late = saves(&mia, &message, "Too late");
    assert_eq!(late.status, 422);
    assert_eq!(mia.status_of(&format!("{message}/edit?here=yes")), 404);
    tom.opens(&talk).sees("See you at foru").misses("Too late").misses("Mine now").misses("One last");
}
