//! What staff see and decide of talk: reports, what waits, and the conversations of groups. Private talk stays closed.

use crate::harness::{Ask, HERON, Person, Site, number};
use courtyard::base::{Act, Approval, Duty, GroupId};
use courtyard::features::chat;

/// Mia and Tom share with each other; Zoe knows neither; Ms Fox has The desk.
fn four(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    (mia, tom, zoe, school.teacher("Ms Fox"))
}

/// The path of the message that says this on the page that is open.
fn message(person: &Person<'_>, text: &str) -> String {
    let id = person.look(|page| {
        let mut each = page.source.split("id=\"message-").skip(1);
        each.find(|piece| piece.contains(text)).and_then(|piece| piece.split('"').next().map(str::to_owned))
    });
    format!("/messages/{}", id.unwrap_or_else(|| person.fails(&format!("finds no message “{text}”"))))
}

/// This group has a conversation, which this member opened, who leads it; gives its path.
fn group_talk(school: &Site, group: i64, leader: &Person<'_>) -> String {
    let who = leader.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::EditGroup, move |change| change.run(sql, [group, who]));
    let open = move |change: &mut courtyard::db::Change<'_>| chat::open_group(change, GroupId(group), true);
    format!("/chat/{}", school.write_as(leader, Act::BeginChat, open))
}

#[test]
fn a_reported_message_comes_to_the_desk_with_ten_on_each_side_and_no_more() {
    let school = Site::school();
    let (mia, tom, zoe, fox) = four(&school);
    let talk = mia.writes_to(&tom, "Number 0!");
    for turn in 1..=11 {
        mia.writes_in(&talk, &format!("Number {turn}!"));
    }
    mia.writes_in(&talk, "You smell");
    let mean = message(&mia, "You smell");
    for turn in 12..=23 {
        tom.writes_in(&talk, &format!("Number {turn}!"));
    }
    let case = format!("/desk/items/{}", number(&mean));
    fox.opens(&case).is_told(404);
    fox.opens(&talk).is_told(404);
    tom.opens(&format!("/report/{}", number(&mean))).sees("wrote this message").sees("You smell");
    tom.reports(&mean, "It is mean", "He says it each day");
    fox.opens("/desk").sees("Message").sees("You smell");
    fox.opens(&case).sees("You smell").sees("He says it each day").sees("Mia").sees("Tom");
    fox.sees("Number 2!").sees("Number 11!").sees("Number 12!").sees("Number 21!");
    for outside in ["Number 0!", "Number 1!", "Number 22!", "Number 23!"] {
        fox.misses(outside);
    }
    fox.opens(&talk).is_told(404);
    zoe.opens(&case).is_told(404);
    zoe.opens(&format!("/report/{}", number(&mean))).is_told(404);
    mia.opens(&format!("/report/{}", number(&mean))).is_told(404);
    fox.takes_away(&mean, "It was mean to somebody", "Not to a friend");
    tom.opens(&talk).misses("You smell").sees("Number 11!");
    mia.opens("/notices").sees("removed your message").sees("It is mean to somebody");
    mia.opens("/my/record").sees("You smell").sees("Not to a friend");
    tom.opens("/notices").sees("what you reported");
    fox.decides(&mean, "Bring it back");
    tom.opens(&talk).sees("You smell");
    school.noted(Act::StaffRestore, &mean[1..].replace("messages/", "message "));
}

#[test]
fn a_whole_conversation_can_be_reported_and_staff_see_what_was_said_about_then() {
    let school = Site::school();
    let (mia, tom, zoe, fox) = four(&school);
    let talk = mia.writes_to(&tom, "Long ago");
    for turn in 1..=29 {
        mia.writes_in(&talk, &format!("Turn {turn}!"));
    }
    tom.writes_in(&talk, "Stop it");
    tom.opens(&format!("/report/{}", number(&talk))).sees("Mia").sees("this conversation");
    tom.reports(&talk, "It is a threat", "All of it");
    for turn in 30..=41 {
        mia.writes_in(&talk, &format!("Turn {turn}!"));
    }
    zoe.opens(&format!("/report/{}", number(&talk))).is_told(404);
    fox.opens("/desk").sees("Conversation");
    let case = format!("/desk/items/{}", number(&talk));
    fox.opens(&case).sees("Stop it").sees("Turn 1!").sees("Turn 39!").misses("Long ago").misses("Turn 40!");
    fox.misses("Reason for removing");
    let fields = |act| {
        let token = fox.token();
        Ask::post(&case, &[("same_site", &token), ("act", act), ("reason", "unkind")])
    };
    assert_ne!(fox.asks(&fields("remove")).status, 500);
    tom.opens(&talk).sees("Stop it");
    fox.opens(&case).at("Turn 5!").follows("Decide about this message").sees("Turn 5!");
    fox.chooses("Reason for removing", "It was a threat").presses("Remove").is_told(200);
    tom.opens(&format!("{talk}?before=9999")).misses("Turn 5!");
    fox.decides(&talk, "Keep");
    tom.opens("/notices").sees("what you reported");
    mia.opens("/my/record").misses("Kept");
}

#[test]
fn a_held_message_arrives_when_staff_let_it_through_and_wakes_nobody_before() {
    let school = Site::school();
    let (mia, tom, zoe, fox) = four(&school);
    let talk = mia.writes_to(&tom, "Hello");
    school.rules(Approval::HoldAll);
    let mut of_tom = tom.opens(&talk).listens();
    let (bad, good) = (held(&mia, &talk, "Bad words"), held(&mia, &talk, "Good words"));
    mia.opens(&talk).sees("Bad words").sees("Waiting for teachers");
    fox.writes_to(&tom, "Come and see me");
    tom.opens(&talk).misses("Bad words").misses("Good words");
    fox.opens("/desk").sees("Bad words").sees("Waits to be seen");
    fox.opens(&format!("/desk/items/{}", number(&good))).sees("Hello").sees("Good words").sees("Tom");
    fox.takes_away(&bad, "It was rude or about sex", "");
    fox.decides(&good, "Let it be seen");
    let heard = of_tom.hears("Good words");
    assert!(
        !heard.contains("Bad words") && !heard.contains(&format!("message-{}\"", number(&bad))),
        "{heard}"
    );
    tom.opens(&talk).sees("Good words").misses("Bad words");
    tom.opens("/").sees("conversation with something new");
    mia.opens(&talk).sees("Removed by teachers");
    mia.opens("/notices").sees("Your message has arrived now").sees("removed your message");
    zoe.opens("/notices").misses("Mia");
    zoe.opens(&format!("/desk/items/{}", number(&good))).is_told(404);
}

/// A message that waits; gives its path.
fn held(person: &Person<'_>, talk: &str, text: &str) -> String {
    person.writes_in(talk, text);
    person.opens(talk);
    message(person, text.split(',').next().unwrap_or(text))
}

#[test]
fn whom_a_held_message_names_hears_of_it_when_it_arrives() {
    let school = Site::school();
    let (mia, tom, zoe, fox) = four(&school);
    let group = school.has_a_group("Chess club", &[&mia, &tom, &zoe]);
    let talk = group_talk(&school, group, &mia);
    school.rules(Approval::HoldAll);
    let named = held(&mia, &talk, "Your turn, @tom");
    tom.opens("/notices").misses("Mia");
    tom.opens(&talk).misses("Your turn");
    fox.decides(&named, "Let it be seen");
    tom.opens("/").sees("1 new notice");
    tom.opens(&talk).sees("Your turn");
    tom.opens("/").misses("new notice");
    tom.opens("/notices").sees("Mia named you in a conversation");
    zoe.opens("/notices").misses("Mia named you");
}

#[test]
fn staff_who_moderate_read_the_conversation_of_a_group_and_cannot_write_in_it() {
    let school = Site::school();
    let (mia, tom, zoe, fox) = four(&school);
    let helper = school.staff("Mr Hare", &[Duty::Accounts]);
    let group = school.has_a_group("Chess club", &[&mia, &tom]);
    let page = format!("/groups/{group}/talk");
    fox.opens(&page).sees("This group has no conversation");
    let talk = group_talk(&school, group, &mia);
    mia.writes_in(&talk, "Queen takes pawn");
    tom.writes_in(&talk, "Check!");
    fox.opens(&format!("/groups/{group}")).follows("Read its conversation").sees("Queen takes pawn");
    fox.sees("Check!").misses("Write a message");
    for person in [&zoe, &helper, &mia] {
        person.opens(&page).is_told(404);
    }
    fox.opens(&talk).is_told(404);
    fox.opens(&page).at("Queen takes pawn").follows("Decide about this message");
    fox.chooses("Reason for removing", "It was rude or about sex").presses("Remove").is_told(200);
    fox.opens(&page).misses("Queen takes pawn");
    tom.opens(&talk).misses("Queen takes pawn").sees("Check!");
}

#[test]
fn a_report_wakes_the_desk_and_nobody_in_the_conversation() {
    let school = Site::school();
    let (mia, tom, _zoe, fox) = four(&school);
    let talk = mia.writes_to(&tom, "Hello");
    mia.opens(&talk);
    let hello = message(&mia, "Hello");
    let mut of_mia = mia.opens(&talk).listens();
    let mut of_fox = fox.opens("/desk").listens();
    tom.reports(&hello, "It is mean", "");
    of_fox.hears("Hello");
    tom.writes_in(&talk, "And now?");
    let heard = of_mia.hears("And now?");
    assert_eq!(heard.matches("target=\"messages\"").count(), 1, "the message and nothing else: {heard}");
    assert!(!heard.contains("target=\"unread\""), "{heard}");
}

/// The author of the message that says this, on the page that is open, takes it back.
fn takes_back(person: &Person<'_>, talk: &str, text: &str) -> String {
    let path = message(person.opens(talk), text);
    let token = person.token();
    assert_eq!(person.asks(&Ask::post(&format!("{path}/remove"), &[("same_site", &token)])).status, 303);
    path
}

#[test]
fn what_its_author_took_back_is_at_the_desk_only_where_it_was_reported_itself() {
    let school = Site::school();
    let (mia, tom, _zoe, fox) = four(&school);
    let talk = mia.writes_to(&tom, "You smell");
    mia.writes_in(&talk, "Sorry about my mother");
    let mean = message(mia.opens(&talk), "You smell");
    let taken = takes_back(&mia, &talk, "Sorry about my mother");
    tom.reports(&mean, "It is mean", "");
    let case = format!("/desk/items/{}", number(&mean));
    fox.opens(&case).sees("You smell").misses("Sorry about my mother");
    fox.opens(&format!("/desk/items/{}", number(&taken))).is_told(404);
    takes_back(&mia, &talk, "You smell");
    fox.opens(&case).sees("You smell").sees("Deleted by its author");
    // Not round a whole conversation either.
    tom.reports(&talk, "It is a threat", "");
    fox.opens(&format!("/desk/items/{}", number(&talk))).misses("Sorry about my mother");
}

#[test]
fn what_stands_round_a_message_is_closed_again_seven_days_after_it_was_decided() {
    let school = Site::school_with_clock();
    let (mia, tom, _zoe, fox) = four(&school);
    let talk = mia.writes_to(&tom, "Long before");
    mia.writes_in(&talk, "You smell");
    tom.writes_in(&talk, "Just after");
    let mean = message(tom.opens(&talk), "You smell");
    tom.reports(&mean, "It is mean", "");
    let case = format!("/desk/items/{}", number(&mean));
    // While it is open, for as long as that takes.
    for _ in 0..9 {
        school.a_day_passes();
    }
    let fox = school.known("Ms Fox", "ms.fox", fox.id);
    fox.opens(&case).sees("You smell").sees("Long before").sees("Just after");
    let beside = message(&fox, "Just after");
    fox.opens(&format!("/desk/items/{}", number(&beside))).sees("Just after");
    fox.decides(&mean, "Keep");
    for _ in 0..6 {
        school.a_day_passes();
    }
    let fox = school.known("Ms Fox", "ms.fox", fox.id);
    fox.opens(&case).sees("Long before").sees("Just after");
    // A clock that jumps shuts nothing: days are lived through.
    school.waits_ms(90 * 24 * 60 * 60 * 1000);
    let fox = school.known("Ms Fox", "ms.fox", fox.id);
    fox.opens(&case).sees("Long before");
    school.a_day_passes();
    let fox = school.known("Ms Fox", "ms.fox", fox.id);
    fox.opens(&case).sees("You smell").misses("Long before").misses("Just after");
    fox.opens(&format!("/desk/items/{}", number(&beside))).is_told(404);
    fox.opens(&case).sees("Mia");
}

#[test]
fn a_photo_that_was_let_through_opens_what_stands_round_it_for_a_week() {
    let school = Site::school_with_clock();
    let (mia, tom, _zoe, fox) = four(&school);
    let talk = mia.writes_to(&tom, "Long before");
    school.rules(Approval::HoldPhotos);
    mia.opens(&talk).attaches_with_words(HERON, "A heron").fills("Write a message", "Look");
    mia.presses("Send").is_told(200);
    let photo = message(mia.opens(&talk), "Look");
    let case = format!("/desk/items/{}", number(&photo));
    fox.opens(&case).sees("Long before").sees("A heron");
    fox.decides(&photo, "Let it be seen");
    fox.opens(&case).sees("Long before");
    // The first only begins to count.
    for _ in 0..8 {
        school.a_day_passes();
    }
    let fox = school.known("Ms Fox", "ms.fox", fox.id);
    fox.opens(&case).sees("Look").misses("Long before");
}
