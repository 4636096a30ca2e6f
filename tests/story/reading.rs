//! Readings: private talk is opened with a reason, for a day, thing by thing in the record, and told to its people.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::{Act, Duty};

/// Long enough a reason.
const WORDS: &str = "A friend came to me and cried";

/// Mia and Tom talk; Ms Fox has The desk and Safeguarding, as a safeguarding lead; Zoe is a pupil like them.
struct House<'s> {
    mia: Person<'s>,
    tom: Person<'s>,
    zoe: Person<'s>,
    fox: Person<'s>,
    talk: String,
}

fn house(school: &Site) -> House<'_> {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Meet me at the pond");
    tom.writes_in(&talk, "I do not want to");
    let fox = school.staff("Ms Fox", &[Duty::Moderate, Duty::Safeguard]);
    House { mia, tom, zoe, fox, talk }
}

/// Asks to see with whom somebody talks; gives the path of that Reading.
fn asks_about(staff: &Person<'_>, whom: &Person<'_>) -> String {
    staff.opens(&format!("/readings/new?person={}", whom.id)).ticks("Somebody may be bullied");
    staff.fills("What has happened?", WORDS).presses("Open it").is_told(200);
    staff.look(|page| page.path.clone())
}

/// Opens the conversation with that person from the page of a Reading; gives the path of the new one.
fn opens_talk(staff: &Person<'_>, reading: &str, with: &str) -> String {
    staff.opens(reading).at(with).follows("Look into it").fills("What has happened?", WORDS);
    staff.presses("Open it").is_told(200);
    staff.look(|page| page.path.clone())
}

/// The number of the message that says this on the page that is open.
fn message(person: &Person<'_>, text: &str) -> String {
    let id = person.look(|page| {
        let mut each = page.source.split("id=\"message-").skip(1);
        each.find(|piece| piece.contains(text)).and_then(|piece| piece.split('"').next().map(str::to_owned))
    });
    id.unwrap_or_else(|| person.fails(&format!("finds no message “{text}”")))
}

fn rule(school: &Site, set: impl Fn(&Person<'_>)) {
    let head = school.head();
    head.opens("/admin/rules");
    set(&head);
    head.presses("Save").is_told(200);
}

#[test]
fn private_talk_opens_with_a_reason_and_each_thing_shown_is_in_the_record() {
    let school = Site::school();
    let House { mia, tom, zoe, fox, talk } = house(&school);
    fox.opens(&talk).is_told(404);
    fox.opens("/readings").sees("You have opened nothing");
    fox.opens(&format!("/readings/new?person={}", tom.id)).ticks("Somebody may be bullied");
    fox.fills("What has happened?", "Nine more")
        .presses("Open it")
        .is_told(422)
        .sees("At least 10 characters");
    assert!(school.entries(Act::OpenReading).is_empty());

    let of_tom = asks_about(&fox, &tom);
    fox.sees("Mia").sees("Of two people").misses("pond").misses("I do not want to");
    let of_talk = opens_talk(&fox, &of_tom, "Mia");
    fox.sees("Meet me at the pond").sees("I do not want to").misses("Write a message");
    let shown = school.entries(Act::ShowReading);
    let messages: Vec<_> = shown.iter().filter(|entry| entry.starts_with("message ")).collect();
    assert_eq!(messages.len(), 2, "one entry for each message: {shown:?}");
    fox.opens(&of_talk);
    let again = school.entries(Act::ShowReading);
    assert_eq!(again.iter().filter(|entry| entry.starts_with("message ")).count(), 4, "each showing counts");
    school.noted(Act::OpenReading, &of_talk[1..].replace("readings/", "reading "));

    for person in [&mia, &tom, &zoe] {
        person.opens(&of_talk).is_told(404);
        person.opens("/readings").is_told(404);
    }
    let hare = school.staff("Mr Hare", &[Duty::Safeguard]);
    hare.opens(&of_talk).is_told(404);
    let wolf = school.staff("Ms Wolf", &[Duty::Moderate, Duty::Accounts]);
    wolf.opens(&of_talk).is_told(404);
    let conversation = number(&talk);
    let guess = format!("/readings/new?reading=1&conversation={conversation}");
    hare.opens(&guess).is_told(404);
    hare.opens(&format!("/readings/new?case={conversation}")).is_told(404);
}

#[test]
fn what_was_said_before_and_what_was_taken_away_is_shown_and_marked_so() {
    let school = Site::school();
    let House { mia, tom, fox, talk, .. } = house(&school);
    mia.writes_in(&talk, "Or I tell them");
    mia.opens(&talk);
    let message = courtyard::base::ItemId(message(&mia, "Or I tell them").parse().unwrap());
    school.write_as(&mia, Act::EditMessage, move |change| {
        courtyard::features::chat::edit(change, &courtyard::base::Rules::default(), message, "Or else")
    });
    school.write_as(&mia, Act::RemoveMessage, move |change| {
        courtyard::features::chat::remove(change, &courtyard::base::Rules::default(), message)
    });
    tom.opens(&talk).misses("Or else").misses("Or I tell them");
    let of_mia = asks_about(&fox, &mia);
    let of_talk = opens_talk(&fox, &of_mia, "Tom");
    fox.sees("Or else").sees("Said before").sees("Or I tell them").sees("Deleted by its author");
    fox.opens(&of_talk).at("Meet me at the pond").presses("Bring it to the desk").is_told(200);
    fox.sees("Meet me at the pond").chooses("Reason for removing", "It was a threat").presses("Remove");
    tom.opens(&talk).misses("Meet me at the pond");
    mia.opens("/notices").sees("removed your message");
}

#[test]
fn the_people_are_told_at_once_that_it_was_read_and_why_but_not_by_whom() {
    let school = Site::school();
    let House { mia, tom, zoe, fox, talk } = house(&school);
    tom.opens(&talk).misses("Read by teachers");
    let of_tom = asks_about(&fox, &tom);
    tom.opens("/notices")
        .sees("Teachers looked with whom you talk")
        .sees("Somebody may be bullied")
        .misses("Fox");
    tom.opens("/my/record").sees("Staff looked with whom you talk").misses("Fox").misses("cried");
    mia.opens("/notices").misses("looked with whom");
    opens_talk(&fox, &of_tom, "Mia");
    for person in [&mia, &tom] {
        person.opens(&talk).sees("Read by teachers").sees("Somebody may be bullied");
        person.misses("Fox").misses("cried");
        person.opens("/notices").sees("Teachers read a conversation that you are in").misses("Fox");
    }
    zoe.opens("/notices").misses("Teachers");
}

#[test]
fn where_the_house_tells_later_or_never_nothing_stirs() {
    let school = Site::school_with_clock();
    let House { mia, tom, fox, talk, .. } = house(&school);
    rule(&school, |head| {
        head.ticks("After a week");
    });
    let mut of_mia = mia.opens(&talk).listens();
    let of_tom = asks_about(&fox, &tom);
    opens_talk(&fox, &of_tom, "Mia");
    tom.writes_in(&talk, "Hello again");
    let heard = of_mia.hears("Hello again");
    assert!(!heard.contains("target=\"unread\"") && !heard.contains("Read by"), "{heard}");
    assert_eq!(heard.matches("target=\"messages\"").count(), 1, "the message and nothing else: {heard}");
    mia.opens(&talk).misses("Read by teachers");
    for _ in 0..6 {
        school.a_day_passes();
    }
    let tom = school.known("Tom", "tom", tom.id);
    tom.opens("/notices").misses("looked with whom");
    for _ in 0..2 {
        school.a_day_passes();
    }
    let (tom, mia) = (school.known("Tom", "tom", tom.id), school.known("Mia", "mia", mia.id));
    tom.opens("/notices").sees("Teachers looked with whom you talk");
    mia.opens(&talk).sees("Read by teachers");
    rule(&school, |head| {
        head.ticks("Never");
    });
    let fox = school.known("Ms Fox", "ms.fox", fox.id);
    let before = school.entries(Act::TellReading).len();
    asks_about(&fox, &mia);
    for _ in 0..100 {
        school.waits_ms(24 * 60 * 60 * 1000);
        school.runs_for(8 * 60 * 60 * 1000);
    }
    school.known("Mia", "mia", mia.id).opens("/notices").misses("looked with whom");
    assert_eq!(school.entries(Act::TellReading).len(), before);
}

#[test]
fn it_is_closed_after_a_day_by_hand_and_when_the_box_starts_again() {
    let mut school = Site::school_with_clock();
    let (tom_id, fox_id, reading);
    {
        let House { tom, fox, .. } = house(&school);
        let first = asks_about(&fox, &tom);
        school.waits_ms(24 * 60 * 60 * 1000);
        let fox = school.known("Ms Fox", "ms.fox", fox.id);
        fox.opens(&first).sees("Over").misses("Mia");
        let second = asks_about(&fox, &tom);
        assert_ne!(first, second);
        fox.opens(&second).sees("Mia").presses("Close it now").sees("Closed").misses("Mia");
        fox.opens(&second).misses("Mia");
        // A clock that was put back to before it was opened opens nothing either.
        school.waits_ms(-25 * 60 * 60 * 1000);
        school.known("Ms Fox", "ms.fox", fox.id).opens(&first).sees("Over").misses("Mia");
        reading = asks_about(&school.known("Ms Fox", "ms.fox", fox.id), &tom);
        (tom_id, fox_id) = (tom.id, fox.id);
    }
    school.restarts();
    let fox = school.known("Ms Fox", "ms.fox", fox_id);
    fox.opens(&reading).sees("Over").misses("Mia");
    assert_ne!(asks_about(&fox, &school.known("Tom", "tom", tom_id)), reading);
}

#[test]
fn a_clock_that_stands_still_does_not_keep_it_open() {
    let school = Site::school_with_clock();
    let House { tom, fox, .. } = house(&school);
    let reading = asks_about(&fox, &tom);
    fox.opens(&reading).sees("Mia");
    // As after a day of running, whatever the clock shows.
    school.write(Act::Upkeep, |change| change.run("UPDATE reading SET until_up_ms = up_ms()", []));
    fox.opens(&reading).sees("Over").misses("Mia");
}

#[test]
fn where_it_takes_two_a_second_one_says_yes_and_never_the_same() {
    let school = Site::school();
    let House { mia, tom, fox, talk, .. } = house(&school);
    let hare = school.staff("Mr Hare", &[Duty::Safeguard]);
    let wolf = school.staff("Ms Wolf", &[Duty::Moderate]);
    rule(&school, |head| {
        head.ticks("It takes two members of staff");
    });
    let reading = asks_about(&fox, &tom);
    fox.sees("Waits for a second").misses("Mia").misses("Yes, open it");
    let token = fox.token();
    let yes = Ask::post(&format!("{reading}/confirm"), &[("same_site", &token)]);
    assert_eq!(fox.asks(&yes).status, 404, "never the same");
    wolf.opens(&reading).is_told(404);
    tom.opens("/notices").misses("looked with whom");
    hare.opens("/readings")
        .sees("Waiting for a second member of staff")
        .sees(WORDS)
        .follows("With whom Tom talks");
    hare.misses("Mia").presses("Yes, open it").is_told(200).misses("Mia");
    fox.opens(&reading).sees("Mia").sees("Open until");
    hare.opens(&reading).misses("Mia");
    school.noted(Act::ConfirmReading, &reading[1..].replace("readings/", "reading "));
    let of_talk = opens_talk(&fox, &reading, "Mia");
    fox.sees("Waits for a second").misses("pond");
    hare.opens(&of_talk).sees("Mia").sees("Tom").misses("pond").presses("No").sees("Refused");
    fox.opens(&of_talk).sees("Refused").misses("pond");
    mia.opens(&talk).misses("Read by teachers");
}

#[test]
fn nobody_opens_what_they_are_in_or_what_is_about_them() {
    let school = Site::school();
    let House { mia, fox, .. } = house(&school);
    let hare = school.staff("Mr Hare", &[Duty::Safeguard, Duty::Moderate]);
    let own = fox.writes_to(&mia, "Come and see me");
    mia.writes_in(&own, "No, you come");
    mia.opens(&own);
    let id = message(&mia, "Come and see me");
    mia.reports(&format!("/messages/{id}"), "It is mean", "");
    let case = format!("/readings/new?case={id}");
    fox.opens(&case).sees("You are in this yourself").misses("Open it");
    fox.opens(&format!("/readings/new?person={}", fox.id)).sees("You are in this yourself").misses("Open it");
    hare.opens(&format!("/desk/items/{id}")).follows("Look into it");
    hare.ticks("Another reason").fills("What has happened?", WORDS).presses("Open it");
    hare.sees("Come and see me").sees("No, you come");
    let reading = hare.look(|page| page.path.clone());
    fox.opens(&reading).is_told(404);
    fox.opens("/readings").misses("Mr Hare").misses(WORDS);
}

#[test]
fn who_holds_the_record_sees_who_read_what_and_no_word_of_it() {
    let school = Site::school();
    let House { tom, fox, .. } = house(&school);
    let owl = school.staff("Mr Owl", &[Duty::Audit]);
    let of_tom = asks_about(&fox, &tom);
    opens_talk(&fox, &of_tom, "Mia");
    owl.opens("/audit").follows("Who looked into private talk").sees("by Ms Fox").sees(WORDS);
    owl.sees("Conversation of Mia and Tom").sees("2 things were shown").misses("pond");
    owl.follows("Everything shown").sees("was shown private talk").misses("pond");
    fox.opens("/readings/all").is_told(404);
    owl.opens("/readings").is_told(404);
}
