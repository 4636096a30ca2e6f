//! Somebody asks that another person looks again at what staff decided about their thing, or set about them.

use crate::harness::{Ask, Person, Site};
use courtyard::base::{Act, Duty};

/// Asks, from the record of this person, and says this.
pub fn asks_again(person: &Person<'_>, words: &str) {
    person.opens("/my/record").follows("Ask somebody to look again").fills("What should they know?", words);
    person.presses("Send").is_told(200).is_at("/my/record").sees("They have not answered yet.");
}

pub fn answers<'a, 's>(staff: &'a Person<'s>, of: &str, how: &str, words: &str) -> &'a Person<'s> {
    staff.opens("/desk/appeals").at(of).follows("Asked to look again").ticks(how).fills("To them", words);
    staff.presses("Decide and tell them").is_told(200).is_at("/desk")
}

#[test]
fn somebody_else_looks_again_and_brings_a_post_back_in_the_same_breath() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let (fox, oak) = (school.teacher("Ms Fox"), school.staff("Mr Oak", &[Duty::Moderate]));
    let auditor = school.staff("Ms Ink", &[Duty::Audit]);
    let post = mia.posts("You are a silly heron").to_everyone();
    fox.takes_away(&post, "It was mean to somebody", "Please be kind");
    mia.opens("/my/record").follows("Ask somebody to look again");
    let again = {
        mia.fills("What should they know?", "It is a song");
        mia.would_send("Send")
    };
    asks_again(&mia, "It is the name of a song.");
    mia.misses("Ask somebody to look again");
    // Once, whatever page was open still.
    let answer = mia.asks(&again);
    assert!(
        answer.status == 422 && answer.text().contains("You have asked for this already"),
        "{}",
        answer.text()
    );
    // Nobody else asks for them, and nobody else reads it.
    let decision = mia.look(|page| page.path.clone());
    assert_eq!(decision, "/my/record");
    tom.opens("/appeals/new?decision=1").is_told(404);
    for person in [&tom, &mia, &auditor] {
        person.opens("/desk/appeals").is_told(404).opens("/desk/appeals/1").is_told(404);
    }
    // Not by who decided, as long as there is somebody else.
    fox.opens("/desk/appeals")
        .at("Mia")
        .follows("Asked to look again")
        .sees("It is the name of a song.")
        .sees("Somebody else decides this");
    let by_fox = [("same_site", fox.token()), ("outcome", "stands".into()), ("answer", "No".into())];
    let by_fox: Vec<(&str, &str)> = by_fox.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(fox.asks(&Ask::post("/desk/appeals/1", &by_fox)).status, 403);
    oak.opens("/desk/appeals/1").sees("Decided by Ms Fox").sees("Please be kind");
    oak.ticks("Looked at again: it is undone").types_into("answer", " ").insists().is_told(422);
    answers(&oak, "Mia", "Looked at again: it is undone", "You are right: it is a song.");
    oak.opens("/desk/appeals/1").sees("You are right: it is a song.").sees("Mr Oak");
    tom.opens(&post).is_told(200).sees("You are a silly heron");
    mia.opens("/notices").sees("Teachers looked again: it is undone").follows("Teachers looked again");
    mia.is_at("/my/record")
        .sees("You are right: it is a song.")
        .sees("Brought back")
        .misses("Oak")
        .misses("Fox");
    mia.misses("The same person");
    school.noted(Act::AddAppeal, "appeal 1");
    school.noted(Act::DecideAppeal, "appeal 1");
}

#[test]
fn who_cannot_come_in_asks_from_before_the_door_with_the_password_alone() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let (fox, oak) = (school.teacher("Ms Fox"), school.staff("Mr Oak", &[Duty::Moderate]));
    fox.sets_about(&mia, "Suspended", "One week", "Come and talk to me.");
    mia.signs_in().is_told(403).sees("Come and talk to me.");
    mia.fills("What should they know?", "It was my brother.").fills("Password", "a guess").presses("Send");
    mia.is_told(422).holds("What should they know?", "It was my brother.");
    assert!(school.entries(Act::AddAppeal).is_empty());
    mia.fills("Password", crate::harness::PASSWORD).presses("Send").is_told(200).sees("It was sent");
    mia.opens("/everyone").is_at("/sign-in");
    mia.signs_in().is_told(403).sees("They have not answered yet.").misses("What should they know?");
    answers(&oak, "Mia", "Looked at again: it stays as it is", "Your brother says that it was not him.");
    mia.signs_in().is_told(403).sees("Your brother says that it was not him.").misses("Oak");
    // Of another it is undone, and they come in.
    let tom = school.pupil("Tom");
    fox.sets_about(&tom, "Suspended", "One week", "Come and talk to me.");
    tom.signs_in()
        .fills("What should they know?", "It was not me.")
        .fills("Password", crate::harness::PASSWORD);
    tom.presses("Send").is_told(200);
    answers(&oak, "Tom", "Looked at again: it is undone", "Sorry, it was not you.");
    tom.signs_in().is_told(200).is_at("/").opens("/my/record").sees("Sorry, it was not you.").sees("Lifted");
}

#[test]
fn where_there_is_nobody_else_the_same_person_decides_and_it_is_said() {
    let school = Site::school();
    let (mia, head) = (school.pupil("Mia"), school.head());
    head.sets_about(&mia, "Read-only", "One week", "Look on for a week.");
    asks_again(&mia, "A week is long.");
    head.opens("/desk/appeals")
        .at("Mia")
        .follows("Asked to look again")
        .sees("There is nobody else who could")
        .sees("It is marked in the record");
    answers(&head, "Mia", "Looked at again: it stays as it is", "It is only a week.");
    mia.opens("/my/record").sees("It is only a week.").sees("The same person decided again");
    mia.opens("/").sees("You can read, but not write");
    school.noted(Act::DecideAlone, "appeal 1");
}

#[test]
fn it_is_asked_within_twenty_days_of_the_box() {
    let school = Site::school_with_clock();
    let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
    school.runs_for(0); // from here on the box counts its days
    fox.sets_about(&mia, "Warning", "One day", "That was unkind.");
    for _ in 0..20 {
        school.a_day_passes();
    }
    let mia = school.is_in(mia);
    mia.opens("/my/record")
        .follows("Ask somebody to look again")
        .fills("What should they know?", "It was a joke.");
    let late = mia.would_send("Send");
    school.a_day_passes();
    let mia = school.is_in(mia);
    mia.opens("/my/record").sees("That was unkind.").misses("Ask somebody to look again");
    let token = mia.token();
    let fields = [("same_site", token.as_str()), ("sanction", "1"), ("words", "It was a joke.")];
    let answer = mia.asks(&Ask::post(&late.path, &fields));
    assert!(
        answer.status == 422 && answer.text().contains("The 20 days"),
        "{}: {}",
        answer.status,
        answer.text()
    );
}
