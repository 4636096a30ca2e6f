//! Chat: who may talk with whom, what arrives, and what nobody else learns.

use crate::harness::{Ask, PASSWORD, Person, Site, number};
use courtyard::base::{Act, Approval, ItemId, Rules};
use courtyard::features::chat;
use serde_json::json;

/// Mia and Tom share with each other; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    (mia, tom, zoe)
}

#[test]
fn two_who_share_with_each_other_talk_and_nobody_else_learns_of_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "Did you see the heron?");
    mia.sees("Did you see the heron?");
    tom.opens("/").sees("1 conversation with something new");
    tom.opens("/chat").sees("Mia").follows("Mia").sees("Did you see the heron?");
    tom.opens("/").misses("conversation with something new");
    let mut of_mia = mia.opens(&talk).listens();
    tom.writes_in(&talk, "By the pond!");
    tom.sees("By the pond!");
    of_mia.hears("By the pond!");
    zoe.opens(&talk).is_told(404);
    zoe.opens("/chat").misses("heron").misses("Mia");
    zoe.opens("/chat/with/mia").sees("You cannot write here now.");
    school.stranger().opens(&talk).is_at("/sign-in");
    assert_eq!(school.entries(Act::AddMessage).len(), 2, "each is in the record");
}

#[test]
fn an_answer_says_what_it_answers_and_leads_there_and_a_lost_one_says_so() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "Shall we meet at the pond?");
    let first = last_message(&mia);
    tom.opens(&talk).look(|page| {
        assert!(page.attributes("href").contains(&format!("{talk}?reply={first}#message-form")))
    });
    tom.opens(&format!("{talk}?reply={first}"))
        .fills("Write a message", "At four.")
        .presses("Send")
        .is_told(200);
    mia.opens(&talk).at("At four.").sees("Mia Shall we meet at the pond?");
    mia.at("Shall we meet at the pond?").presses("Delete").sees("At four.");
    tom.opens(&talk)
        .sees("The message it answers is not there any more.")
        .misses("Shall we meet at the pond?");
    zoe.opens(&talk).is_told(404);
    // What is not in this conversation cannot be answered in it, and nobody learns whether it is anywhere.
    let other = tom.writes_to(&zoe_who_shares(&school, &tom), "Only for Ana");
    let only = last_message(&tom);
    mia.opens(&format!("{talk}?reply={only}")).misses("Only for Ana");
    mia.opens(&other).is_told(404);
    // Nor can what its own author sees, elsewhere: an answer would show it to others.
    let sent = [("same_site", tom.token()), ("body", "As I said".to_owned()), ("answers", only)];
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(tom.asks(&Ask::post(&format!("{talk}/messages"), &sent)).status, 422);
    mia.opens(&talk).misses("As I said").misses("Only for Ana");
}

/// The number of the message that stands last on the page.
fn last_message(person: &Person<'_>) -> String {
    person.look(|page| page.attributes("data-item").pop()).unwrap()
}

/// Ana, who shares with this person and they with her.
fn zoe_who_shares<'s>(school: &'s Site, with: &Person<'s>) -> Person<'s> {
    let ana = school.pupil("Ana");
    ana.befriends(with);
    ana
}

#[test]
fn a_message_can_be_changed_for_a_quarter_of_an_hour_and_its_sign_leads_nowhere() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "See you at foru");
    let message = last_message(&mia);
    tom.opens(&format!("/messages/{message}/edit")).is_told(404);
    zoe.opens(&format!("/messages/{message}/edit")).is_told(404);
    mia.opens(&talk).follows("Edit").fills("Message", "  ").presses("Save").is_told(422);
    mia.fills("Message", "See you at four").presses("Save").sees("See you at four");
    tom.opens(&talk).sees("See you at four").sees("edited").misses("foru");
    tom.opens(&format!("/messages/{message}/history")).is_told(404);
    school.waits_ms(15 * 60 * 1000);
    mia.opens(&talk);
    assert!(!mia.can_press("Delete"), "a quarter of an hour is over");
    mia.opens(&format!("/messages/{message}/edit")).is_told(404);
}

#[test]
fn several_people_talk_and_who_is_taken_out_sees_nothing_any_more() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let ana = zoe_who_shares(&school, &mia);
    mia.opens("/chat/new").misses("Zoe").presses("Begin").is_told(422);
    mia.ticks("Tom").ticks("Ana").fills("Name of the conversation", "The play").presses("Begin");
    mia.sees("The play").fills("Write a message", "Who paints the moon?").presses("Send").is_told(200);
    let talk = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    tom.opens("/chat").sees("The play").sees("Mia: Who paints the moon?");
    // Who joins later sees what is said from then on.
    zoe.befriends(&mia);
    mia.opens(&format!("{talk}/about")).sees("3 people").follows("Add people").ticks("Zoe").presses("Add");
    mia.sees("4 people");
    zoe.opens(&talk).sees("The play").misses("Who paints the moon?");
    // Nobody but who leads it names it, or takes people out.
    tom.opens(&format!("{talk}/about")).misses("Name and newcomers");
    assert!(!tom.can_press("Take Ana out"));
    mia.opens(&format!("{talk}/about")).presses("Take Ana out").sees("3 people");
    ana.opens(&talk).is_told(404);
    ana.opens("/chat").misses("The play");
    // When who leads it goes, whoever came first leads it; also when an account is emptied.
    mia.opens(&format!("{talk}/about")).presses("Leave").is_at("/chat");
    mia.misses("The play").opens(&talk).is_told(404);
    tom.opens(&format!("{talk}/about")).sees("Name and newcomers");
    zoe.opens(&format!("{talk}/about")).misses("Name and newcomers");
    let gone = tom.id;
    let sql = "DELETE FROM participant WHERE account_id = ?1";
    school.write(Act::EmptyAccount, move |change| change.run(sql, [gone]));
    zoe.opens(&format!("{talk}/about")).sees("Name and newcomers").misses("Tom");
}

#[test]
fn what_is_new_stands_under_a_line_and_a_conversation_put_away_comes_back_with_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "First words");
    tom.opens(&talk).sees("First words");
    mia.writes_in(&talk, "Second words");
    tom.opens("/chat").sees("1 new message").opens(&talk);
    let ids = tom.look(|page| page.attributes("id"));
    let at = |id: &str| ids.iter().position(|each| each == id);
    let second = format!("message-{}", last_message(&tom));
    assert_eq!(at("unread-line").map(|at| at + 1), at(&second), "the line stands right above it: {ids:?}");
    tom.opens(&talk).look(|page| assert!(!page.attributes("id").contains(&"unread-line".to_owned())));
    tom.opens("/chat").misses("1 new message");
    tom.opens(&format!("{talk}/about")).presses("Put away").is_at("/chat").misses("Second words");
    tom.follows("Put away").sees("Second words");
    zoe.opens("/chat/away").misses("Second words");
    mia.writes_in(&talk, "Third words");
    tom.opens("/chat").sees("Third words").opens(&format!("{talk}/about")).presses("Mute");
    mia.writes_in(&talk, "Fourth words");
    tom.opens("/").misses("conversation with something new");
}

#[test]
fn a_group_has_a_conversation_when_its_leaders_want_one() {
    let school = Site::school();
    let (fox, mia, zoe) = (school.teacher("Fox"), school.pupil("Mia"), school.pupil("Zoe"));
    let group = school.has_a_group("Chess club", &[&fox, &mia]);
    mia.opens(&format!("/groups/{group}/chat")).sees("This group has no conversation");
    assert!(!mia.can_press("Switch the conversation on"));
    school.head().opens(&format!("/groups/{group}/members")).at(&fox.name).presses("Make leader");
    fox.opens(&format!("/groups/{group}/chat"))
        .presses("Switch the conversation on")
        .follows("To the conversation");
    fox.fills("Write a message", "Board four is free").presses("Send").is_told(200);
    mia.opens(&format!("/groups/{group}/chat")).sees("Board four is free");
    zoe.opens(&format!("/groups/{group}/chat")).misses("Board four is free").misses("To the conversation");
    fox.opens(&format!("/groups/{group}/chat")).presses("Switch the conversation off");
    mia.opens(&format!("/groups/{group}/chat")).sees("switched its conversation off");
}

#[test]
fn photos_travel_with_a_message_and_only_who_is_in_it_fetches_them() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.opens("/chat/with/tom")
        .attaches_with_words(("heron.png", [10, 120, 200]), "A heron")
        .presses("Send")
        .is_told(200);
    let photo = mia.look(|page| page.attribute("A heron", "src")).unwrap_or_default();
    let address = mia
        .look(|page| page.attributes("src").into_iter().find(|src| src.starts_with("/photos/")))
        .unwrap_or(photo);
    assert_eq!(tom.status_of(&address), 200);
    assert_eq!(zoe.status_of(&address), 404);
    assert_eq!(school.stranger().status_of(&address), 303);
    tom.opens("/chat").sees("A photo");
}

#[test]
fn the_same_message_sent_again_under_its_name_is_there_once() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "Hello");
    mia.opens(&talk);
    let token = mia.token();
    let ask = || {
        Ask::post(
            &format!("{talk}/messages"),
            &[("same_site", token.as_str()), ("body", "Only once"), ("key", "k1")],
        )
    };
    let first = mia.asks(&ask().with("accept", "text/vnd.turbo-stream.html")).text();
    let again = mia.asks(&ask().with("accept", "text/vnd.turbo-stream.html")).text();
    assert!(first.contains("Only once") && first.contains("data-key=\"k1\""), "{first}");
    assert_eq!(first, again, "it gives what became of the first");
    let all = tom.opens(&talk).look(|page| page.attributes("data-item").len());
    assert_eq!(all, 2, "the first and this one");
}

#[test]
fn what_was_said_is_found_by_who_may_see_it_and_by_nobody_else() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "The purple heron sleeps");
    let message = last_message(&mia);
    tom.writes_in(&talk, "A green one does not");
    tom.opens("/chat/find")
        .fills("What are you looking for?", "heron")
        .presses("Search")
        .sees("The purple heron sleeps")
        .misses("A green one");
    tom.opens(&format!("{talk}/find?q=green")).sees("A green one").misses("purple");
    tom.opens("/search?q=purple").sees("Messages").sees("heron sleeps").misses("All messages with this");
    zoe.opens("/search?q=purple").misses("heron sleeps").sees("Nothing found");
    zoe.opens("/chat/find?q=heron").misses("purple").sees("Nothing found");
    zoe.opens(&format!("{talk}/find?q=heron")).is_told(404);
    tom.opens(&format!("/messages/{message}")).sees("The purple heron sleeps");
    zoe.opens(&format!("/messages/{message}")).is_told(404);
    mia.opens(&talk).at("The purple heron sleeps").presses("Delete");
    tom.opens("/chat/find?q=heron").misses("purple");
    mia.opens("/chat/find?q=heron").misses("purple");
}

#[test]
fn an_aspect_is_written_to_by_those_whom_one_may_write_to() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let ana = zoe_who_shares(&school, &mia);
    let birders = mia.has_an_aspect("Birders", &[&tom, &ana, &zoe]);
    mia.opens(&format!("/aspects/{birders}")).follows("Write to all of them").presses("Begin").is_told(200);
    mia.fills("Write a message", "Sunday at six?").presses("Send").is_told(200);
    let talk = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    for inside in [&tom, &ana] {
        inside.opens("/chat").sees("Sunday at six?");
        inside.opens(&talk).misses("Birders");
    }
    zoe.opens("/chat").misses("Sunday");
    zoe.opens(&talk).is_told(404);
}

#[test]
fn conversations_are_taken_along_as_far_as_one_is_in_them() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "The heron is back");
    tom.writes_in(&talk, "I saw it, too");
    zoe.befriends(&tom);
    zoe.writes_to(&tom, "Only for Tom to read");
    mia.opens("/my").follows("Download everything");
    mia.fills("Your password now", PASSWORD).presses("Make my file").is_told(200);
    assert_eq!(school.packs(), 1);
    let links = mia.opens("/my/archive").look(|page| page.attributes("href"));
    let file = links.into_iter().find(|link| link.ends_with("/file")).unwrap();
    let expected = json!({
        "counts": { "messages": 2 },
        "texts": ["The heron is back", "I saw it, too"],
        "absent": ["Only for Tom to read"],
    });
    crate::taking_along::check(&mia.asks(&Ask::get(&file)), &expected);
}

#[test]
fn with_an_account_its_messages_go_for_good() {
    let school = Site::school_with_clock();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "Words of Mia alone");
    tom.writes_in(&talk, "Words of Tom alone");
    mia.opens("/my").follows("Close my account").ticks("Delete them too");
    mia.fills("Your password now", PASSWORD).presses("Close my account").is_told(200);
    tom.opens(&talk).misses("Words of Mia").sees("Words of Tom alone");
    for _ in 0..16 {
        school.a_day_passes();
    }
    tom.signs_in();
    tom.opens(&talk).misses("Words of Mia").sees("Words of Tom alone").sees("You cannot write here now.");
    tom.opens("/chat/find?q=words").misses("Words of Mia").sees("Words of Tom alone");
}

#[test]
fn a_long_conversation_is_read_both_ways_and_from_a_day_on() {
    let school = Site::school_with_clock();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "On the first day");
    school.waits_ms(3 * 24 * 60 * 60 * 1000);
    mia.signs_in();
    tom.signs_in();
    let id: ItemId = number(&talk).parse().unwrap();
    school.write_as(&mia, Act::AddMessage, move |change| {
        let rules = Rules { approval: Approval::Open, ..Rules::default() };
        for number in 1..=60 {
            chat::send(change, &rules, id, &chat::Draft::of(format!("Number {number}.")))?;
        }
        Ok(())
    });
    // Who has more to read than fits on a page begins where they stopped.
    tom.opens(&talk).sees("On the first day").sees("Number 1.").misses("Number 58.");
    tom.follows("Later messages").sees("Number 58.").misses("On the first day");
    tom.follows("Earlier messages").sees("On the first day").misses("Number 58.");
    tom.opens(&talk).sees("Number 58.").misses("On the first day");
    let days = tom.look(|page| page.attributes("data-day"));
    tom.opens(&format!("{talk}?day={}", days[0])).sees("Number 1.").misses("Number 58.");
    tom.opens(&format!("{talk}?day=never&after=x")).sees("Number 58.");
}

#[test]
fn whoever_hides_that_they_are_here_says_so_in_their_settings_and_takes_it_back() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    mia.writes_to(&tom, "Are you here?");
    tom.opens("/my").follows("Whether others see that you are here").sees("People who share with you");
    tom.presses("Hide it").sees("Nobody sees that you are here");
    mia.opens("/my/presence").misses("Nobody sees that you are here");
    tom.opens("/my/presence").presses("Show it").sees("People who share with you");
}
