//! Pages that stay open close the line one writes in when one may not write any more, and open it again: for whoever it
//! concerns and for nobody else, and also where they were away meanwhile.

use crate::harness::{Listener, Person, Site};

const CLOSED: &str = "id=\"talk-closed\"";
const OPENS: &str = "id=\"message-form\"";

/// Mia and Tom talk with each other, and Mia with Zoe; gives the paths of both conversations.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>, [String; 2]) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    mia.befriends(&zoe);
    let talks = [mia.writes_to(&tom, "Hello Tom"), mia.writes_to(&zoe, "Hello Zoe")];
    (mia, tom, zoe, talks)
}

fn rule_is(school: &Site, words: &str) {
    school.head().opens("/admin/rules").ticks(words).presses("Save").is_told(200);
}

const CONTACTS: &str = "People who share with each other";
const NOBODY: &str = "Nobody: groups have their conversations";

/// All that comes to a page before the next message in its conversation, which somebody sends who may.
fn until(page: &mut Listener<'_>, person: &Person<'_>, talk: &str, words: &str) -> String {
    person.writes_in(talk, words);
    page.hears(words)
}

#[test]
fn a_house_rule_closes_the_open_line_of_everybody_whom_it_concerns_and_opens_it_again() {
    let school = Site::school();
    let (mia, tom, _zoe, [talk, _]) = three(&school);
    let fox = school.teacher("Fox");
    let of_staff = fox.writes_to(&mia, "Hello Mia");
    let mut of_tom = tom.opens(&talk).listens();
    let mut of_mia = mia.opens(&of_staff).listens();
    rule_is(&school, NOBODY);
    let heard = of_tom.hears(CLOSED);
    assert!(heard.contains("You cannot write here now.") && !heard.contains(OPENS), "{heard}");
    tom.opens(&talk).sees("You cannot write here now.").misses("Write a message");
    // Staff can always be answered: that page is told nothing.
    let heard = until(&mut of_mia, &fox, &of_staff, "Still here");
    assert!(!heard.contains("action=\"voice\""), "{heard}");
    rule_is(&school, CONTACTS);
    let heard = of_tom.hears(OPENS);
    assert!(heard.contains(&format!("action=\"{talk}/messages\"")) && !heard.contains(CLOSED), "{heard}");
    mia.writes_in(&talk, "Back again");
    of_tom.hears("Back again");
}

#[test]
fn a_page_that_was_away_meanwhile_comes_right_when_it_is_back_both_ways_and_is_told_nothing_in_vain() {
    let mut school = Site::school();
    let (topics, marks, tom_id) = {
        let (mia, tom, _zoe, [talk, _]) = three(&school);
        tom.opens(&talk); // its line is open; the tablet goes to sleep
        rule_is(&school, NOBODY);
        let heard = tom.listens().hears(CLOSED);
        assert!(!heard.contains("(refresh)"), "{heard}");
        tom.opens(&talk); // it is closed
        rule_is(&school, CONTACTS);
        tom.listens().hears(OPENS);
        tom.opens(&talk);
        rule_is(&school, NOBODY);
        rule_is(&school, CONTACTS);
        let mut of_tom = tom.listens();
        let heard = until(&mut of_tom, &mia, &talk, "Nothing happened");
        assert!(!heard.contains("action=\"voice\""), "it is as it was: {heard}");
        tom.opens(&talk);
        rule_is(&school, NOBODY);
        let (topics, marks) = tom.look(|page| (page.meta("live-topics"), page.meta("live-marks")));
        (topics, serde_json::from_str(&marks).unwrap(), tom.id)
    };
    // What the box knows no more after it has started again is asked anew.
    school.restarts();
    let tom = school.known("Tom", "tom", tom_id);
    let heard = tom.listens_having(&topics.split(' ').collect::<Vec<_>>(), 1, marks).hears(CLOSED);
    assert!(!heard.contains("(refresh)"), "{heard}");
}

#[test]
fn a_block_is_told_in_the_words_of_any_other_reason_and_opens_what_it_closed_when_it_ends() {
    let school = Site::school();
    let (mia, tom, zoe, [talk, other]) = three(&school);
    let (mut of_tom, mut of_zoe) = (tom.opens(&talk).listens(), zoe.opens(&other).listens());
    mia.opens("/people/tom/block").presses("Block").is_at("/people/tom");
    mia.opens("/people/zoe").presses("Stop sharing").is_told(200);
    let alike = |heard: String, talk: &str| {
        let part = heard.split("<turbo-stream").find(|part| part.contains(CLOSED)).map(str::to_owned);
        part.unwrap().replace(&talk[1..].replace("chat", "voice"), "")
    };
    let (by_block, by_unsharing) = (of_tom.hears(CLOSED), of_zoe.hears(CLOSED));
    assert!(!by_block.contains("(refresh)"), "{by_block}");
    assert_eq!(alike(by_block, &talk), alike(by_unsharing, &other), "nobody is told why");
    tom.opens(&talk).sees("You cannot write here now.").misses("block");

    // Lifted, it is as between any two who do not share: nothing changes for him, so he is told nothing.
    let mut of_tom = tom.listens();
    mia.opens("/people/tom").presses("Unblock").is_told(200);
    mia.opens("/people/tom").presses("Add to contacts").is_told(200);
    let heard = of_tom.hears("target=\"unread\"");
    assert!(!heard.contains("action=\"voice\""), "{heard}");
    let mut of_mia = mia.opens(&talk).listens();
    tom.opens("/people/mia").presses("Add to contacts").is_told(200);
    of_tom.hears(OPENS);
    of_mia.hears(OPENS);
}

#[test]
fn where_nobody_may_write_anyway_a_block_sends_nothing_at_all() {
    let school = Site::school();
    let (mia, tom, zoe, [talk, _]) = three(&school);
    rule_is(&school, NOBODY);
    let mut of_tom = tom.opens(&talk).listens();
    mia.opens("/people/tom/block").presses("Block").is_at("/people/tom");
    zoe.posts("Look, @tom").to_everyone();
    let heard = of_tom.hears("target=\"unread\"");
    assert!(!heard.contains("voice") && !heard.contains("talk-closed"), "{heard}");
}

#[test]
fn the_leaders_of_a_group_close_its_line_for_all_its_members_and_for_nobody_else() {
    let school = Site::school();
    let (mia, tom, _zoe, [talk, _]) = three(&school);
    let (fox, nia) = (school.teacher("Fox"), school.pupil("Nia"));
    let group = school.has_a_group("Chess club", &[&fox, &nia, &tom]);
    school.head().opens(&format!("/groups/{group}/members")).at("Fox").presses("Make leader");
    let switch = format!("/groups/{group}/chat");
    fox.opens(&switch).presses("Switch the conversation on").follows("To the conversation");
    let club = fox.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    let (mut of_nia, mut of_tom) = (nia.opens(&club).listens(), tom.opens(&talk).listens());
    // That it was switched on may come once more.
    fox.writes_in(&club, "Welcome");
    of_nia.hears("Welcome");
    fox.opens(&switch).presses("Switch the conversation off").is_told(200);
    let heard = of_nia.hears("switched its conversation off");
    assert!(heard.contains(CLOSED) && !heard.contains("talk-anew"), "{heard}");
    fox.opens(&switch).presses("Switch the conversation on").is_told(200);
    of_nia.hears(OPENS);
    let heard = until(&mut of_tom, &mia, &talk, "Another conversation");
    assert!(!heard.contains("action=\"voice\""), "{heard}");
    // Who is taken out of the group does not see its conversation any more: their page asks for itself, and is told so.
    school.head().opens(&format!("/groups/{group}/members")).at("Nia").presses("Take out of the group");
    of_nia.hears("(refresh)");
    nia.opens(&club).is_told(404);
    fox.writes_in(&club, "Without Nia");
    rule_is(&school, NOBODY);
    let mut of_nia = nia.opens("/everyone").listens();
    mia.posts("For all").to_everyone();
    let heard = of_nia.hears("For all");
    assert!(!heard.contains("Without Nia"), "{heard}");
}

#[test]
fn whoever_is_taken_out_of_a_conversation_or_may_only_read_is_told_at_once() {
    let school = Site::school();
    let (mia, tom, zoe, _) = three(&school);
    mia.opens("/chat/new").ticks("Tom").ticks("Zoe").fills("Name of the conversation", "The play");
    mia.presses("Begin").fills("Write a message", "Who paints the moon?").presses("Send").is_told(200);
    let play = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    let (mut of_tom, mut of_zoe) = (tom.opens(&play).listens(), zoe.opens(&play).listens());
    mia.opens(&format!("{play}/about")).presses("Take Zoe out").is_told(200);
    of_zoe.hears("(refresh)");
    zoe.opens(&play).is_told(404);
    let head = school.head();
    head.sets_about(&tom, "Read-only", "One day", "Look on for a day.");
    let heard = of_tom.hears(CLOSED);
    assert!(heard.contains("You can read, but not write, at the moment."), "{heard}");
    tom.opens(&play).sees("You can read, but not write").misses("Write a message");
    head.lifts(&tom, "Read-only", "");
    of_tom.hears(OPENS);
    tom.opens(&play)
        .sees("Who paints the moon?")
        .fills("Write a message", "I do")
        .presses("Send")
        .is_told(200);
}

#[test]
fn the_page_on_which_two_begin_to_talk_obeys_too() {
    let school = Site::school();
    let (mia, tom, _zoe, _) = three(&school);
    let ana = school.pupil("Ana");
    let mut of_ana = ana.opens("/chat/with/mia").sees("You cannot write here now.").listens();
    mia.befriends(&ana);
    tom.opens("/people/ana").presses("Add to contacts").is_told(200);
    let heard = of_ana.hears(OPENS);
    assert!(heard.contains("action=\"/chat/with/mia\""), "{heard}");
    ana.opens("/chat/with/mia");
    let mut of_ana = ana.listens();
    mia.opens("/people/ana/block").presses("Block").is_at("/people/ana");
    let heard = of_ana.hears(CLOSED);
    assert!(heard.contains("You cannot write here now."), "{heard}");
    ana.opens("/chat/with/mia").is_told(200).sees("You cannot write here now.");
    // A script of one's own asks for what no page of ours asks for, and is told nothing of it.
    let topics = [format!("voice/with/{}", ana.id), "voice/999".to_owned(), "voice/with/999".to_owned()];
    for topic in &topics {
        let heard = ana.listens_to(&[topic.as_str(), "stream/everyone"], 0).hears("(refresh)");
        assert!(!heard.contains("talk-closed") && !heard.contains(OPENS), "{topic}: {heard}");
    }
}
