//! Who has read what one wrote, where the house lets people know: on the page, and while it is open.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::{Act, ItemId, Rules};
use courtyard::features::chat;

fn rule(school: &Site, on: bool) {
    let (head, rule) = (school.head(), "People see who has read their messages");
    head.opens("/admin/rules");
    if on {
        head.ticks(rule)
    } else {
        head.unticks(rule)
    };
    head.presses("Save").is_told(200);
}

/// The number of the message that stands last on the page.
fn last_message(person: &Person<'_>) -> String {
    person.look(|page| page.attributes("data-item").pop()).unwrap()
}

/// The words of the line under a message; where there is one, it is under this one.
fn line(person: &Person<'_>) -> Option<(String, String)> {
    person.look(|page| {
        let before = page.source.split("class=\"message-seen\"").next()?.to_owned();
        let after = page.source.split("class=\"message-seen\"").nth(1)?;
        let message = before.rsplit("id=\"message-").next()?.split('"').next()?.to_owned();
        let words = after.split("/who\">").nth(1)?.split('<').next()?.to_owned();
        Some((message, words))
    })
}

/// Several who talk: Mia leads, and the others share with her.
fn several<'s>(mia: &Person<'s>, others: &[&Person<'s>]) -> String {
    for other in others {
        mia.befriends(other);
    }
    mia.opens("/chat/new");
    for other in others {
        mia.ticks(&other.name);
    }
    mia.presses("Begin").is_told(200);
    mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned())
}

#[test]
fn two_see_that_the_other_has_read_it_at_once_and_only_where_the_house_lets_them() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Did you see the heron?");
    let mut of_mia = mia.opens(&talk).listens();
    tom.opens(&talk);
    tom.writes_in(&talk, "Wait");
    let heard = of_mia.hears("Wait");
    assert!(!heard.contains("message-seen"), "nothing is told where nobody is to know: {heard}");
    mia.opens(&talk);
    assert_eq!(line(&mia), None);
    rule(&school, true);
    mia.writes_in(&talk, "By the pond");
    mia.opens(&talk);
    let (pond, heron) = (last_message(&mia), line(&mia).unwrap());
    assert_eq!(heron.1, "Seen");
    assert_ne!(heron.0, pond, "the newest that was read, and not the newest");
    let mut of_mia = mia.listens();
    tom.opens(&talk);
    let heard = of_mia.hears(&format!("message=\"{pond}\""));
    assert!(heard.contains(">Seen<") && !heard.contains("Tom"), "{heard}");
    mia.opens(&talk);
    assert_eq!(line(&mia), Some((pond.clone(), "Seen".into())));
    // Taken back, the line stands under what was read before it.
    let mut of_mia = mia.listens();
    let remove = Ask::post(&format!("/messages/{pond}/remove"), &[("same_site", &mia.token())]);
    assert_eq!(mia.asks(&remove).status, 303);
    of_mia.hears(&format!("message=\"{}\"", heron.0));
    tom.opens(&talk);
    assert_ne!(line(&tom), None, "Mia has read what Tom wrote");
    rule(&school, false);
    mia.opens(&talk);
    assert_eq!(line(&mia), None);
    mia.opens(&format!("/messages/{}/who", heron.0)).misses("Seen by");
}

#[test]
fn of_several_it_says_who_and_nobody_is_said_to_have_read_what_they_never_saw() {
    let school = Site::school();
    let (mia, tom, ana) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"));
    let (kai, lou, zoe) = (school.pupil("Kai"), school.pupil("Lou"), school.pupil("Zoe"));
    rule(&school, true);
    let talk = several(&mia, &[&tom, &ana, &kai, &lou]);
    mia.writes_in(&talk, "Who paints the moon?");
    let moon = last_message(mia.opens(&talk));
    let says = |words: &str| {
        mia.opens(&talk);
        assert_eq!(line(&mia), Some((moon.clone(), words.to_owned())));
    };
    assert_eq!(line(&mia), None, "nobody yet");
    tom.opens(&talk);
    says("Seen by Tom");
    ana.opens(&talk);
    says("Seen by Ana and Tom");
    kai.opens(&talk);
    says("Seen by Ana, Kai and 1 other");
    lou.opens(&talk);
    says("Seen by Ana, Kai and 2 others");
    // Whoever comes later saw nothing of it, also where newcomers may look back.
    zoe.befriends(&mia);
    mia.opens(&format!("{talk}/about")).ticks("see everything that was said").presses("Save");
    mia.opens(&format!("{talk}/about")).follows("Add people").ticks("Zoe").presses("Add");
    zoe.opens(&talk).sees("Who paints the moon?");
    says("Seen by Ana, Kai and 2 others");
    mia.opens(&format!("/messages/{moon}/who")).sees("Seen by 4 people").misses("Zoe");
    // Between whom a block stands, who left, and whose account closes.
    kai.opens("/people/mia/block").presses("Block");
    says("Seen by Ana, Lou and 1 other");
    ana.opens(&format!("{talk}/about")).presses("Leave");
    says("Seen by Lou and Tom");
    lou.opens("/my/close").fills("Your password now", crate::harness::PASSWORD).presses("Close my account");
    says("Seen by Tom");
    // Each sees it of what they wrote themselves alone.
    tom.opens(&talk);
    assert_eq!(line(&tom), None);
}

#[test]
fn a_room_that_reads_wakes_the_page_of_who_wrote_and_no_other() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let room: Vec<Person<'_>> = (1..=12).map(|number| school.pupil(&format!("Pupil {number:02}"))).collect();
    let talk = several(&mia, &room.iter().collect::<Vec<_>>());
    let conversation: ItemId = number(&talk).parse().unwrap();
    let place = |message: String| {
        let id = message.parse::<i64>().unwrap();
        school.write_as(&mia, Act::NoteChat, move |change| {
            change.found("SELECT place FROM seen_message WHERE id = ?1", [id], |row| row.get::<_, i64>(0))
        })
    };
    let reads = |person: &Person<'_>, place: i64, show_read: bool| {
        let rules = Rules { show_read, ..Rules::default() };
        school.write_as(person, Act::NoteChat, move |change| chat::read(change, &rules, conversation, place));
    };
    let early = &room[0];
    early.writes_in(&talk, "Early words");
    let words = place(last_message(early));
    // All have read that, as long as nobody is told.
    for person in room.iter().chain([&mia]) {
        reads(person, words, false);
    }
    mia.writes_in(&talk, "Who paints the moon?");
    let moon = place(last_message(&mia));
    rule(&school, true);
    let mut of_early = early.opens("/").listens_to(&[&talk[1..]], 0);
    let mut of_mia = mia.opens(&talk).listens();
    of_mia.hears("message-seen");
    for person in &room[1..] {
        reads(person, moon, true);
    }
    of_mia.hears("Seen by Pupil 02, Pupil 03 and 9 others");
    mia.writes_in(&talk, "The marker");
    let heard = of_early.hears("The marker");
    assert!(
        !heard.contains("message-seen"),
        "who wrote before hears nothing of what others read now: {heard}"
    );
}
