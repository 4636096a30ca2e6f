//! Evidence with what people sent and showed: documents of messages, albums and what is in them.

use crate::harness::{FOX, HERON, Person, Site, number};
use courtyard::base::Duty;
use courtyard::features::evidence::{Checked, check};

const WHY: &str = "The police asked for it, number 17";
const PLAN: &[u8] = b"Nine o'clock, behind the gym";

fn takes_out(staff: &Person<'_>, how: Option<(&str, &str)>) -> Vec<u8> {
    staff.fills("What is it for?", WHY);
    if let Some((whom, how)) = how {
        staff.chooses(whom, how);
    }
    let answer = staff.asks(&staff.would_send("Take it out"));
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/zip"), "{}", answer.text());
    answer.body
}

fn holds(pack: &[u8]) -> Checked {
    check(pack).unwrap_or_else(|wrong| panic!("the pack does not hold: {wrong}"))
}

fn place(pack: &[u8], words: &[u8]) -> Option<usize> {
    pack.windows(words.len()).position(|window| window == words)
}

fn says(pack: &[u8], words: &str) -> bool {
    place(&pack.to_ascii_lowercase(), words.to_lowercase().as_bytes()).is_some()
}

/// Zebulon and Tom, who talk, and the plan that Zebulon sent.
fn a_talk<'s>(school: &'s Site) -> (Person<'s>, Person<'s>, String) {
    school.head().opens("/admin/rules").ticks("Messages may carry documents").presses("Save").is_told(200);
    let (zeb, tom) = (school.pupil("Zebulon Quartermain"), school.pupil("Tom"));
    zeb.befriends(&tom);
    let talk = zeb.writes_to(&tom, "Read this");
    zeb.opens(&talk).attaches_to("Add documents", "Plan of Zebulon.txt", PLAN).presses("Send").is_told(200);
    tom.writes_in(&talk, "I will not come");
    (zeb, tom, talk)
}

#[test]
fn documents_of_messages_are_in_the_pack_of_their_case_byte_for_byte() {
    let school = Site::school();
    let (_zeb, tom, talk) = a_talk(&school);
    tom.reports(&talk, "It is a threat", "Read the plan");
    let fox = school.teacher("Ms Fox");
    let case = format!("/evidence/items/{}", number(&talk));
    fox.opens(&case);
    let pack = takes_out(&fox, None);
    let found = holds(&pack);
    assert_eq!((found.said, found.documents, found.media), (3, 1, 0), "{found:?}");
    assert_eq!(found.proved, 3, "what a document is called is hashed with the words: {found:?}");
    assert!(says(&pack, "Plan of Zebulon.txt") && says(&pack, "href=\"documents/"), "the page leads to it");
    let at = place(&pack, PLAN).expect("as it came");
    for byte in [at, at + PLAN.len() / 2, at + PLAN.len() - 1] {
        let mut wrong = pack.clone();
        wrong[byte] ^= 1;
        let told = check(&wrong).expect_err("another byte").to_string();
        assert!(told.contains("documents/") || told.contains("changed"), "{told}");
    }
    // As somebody who is not named, and without their words.
    fox.opens(&case);
    let veiled = takes_out(&fox, Some(("Zebulon Quartermain", "As “Person 1”, with their words")));
    assert_eq!(holds(&veiled).documents, 1);
    assert!(says(&veiled, "Plan of Person 1.txt") && place(&veiled, PLAN).is_some());
    assert!(!says(&veiled, "zebulon") && !says(&veiled, "quartermain"));
    fox.opens(&case);
    let out = takes_out(&fox, Some(("Zebulon Quartermain", "As “Person 1”, their words left out")));
    assert_eq!(holds(&out).documents, 0);
    assert!(place(&out, PLAN).is_none() && !says(&out, "Plan of") && says(&out, "I will not come"));
}

#[test]
fn documents_under_a_reading_are_shown_thing_by_thing_in_the_record_when_they_are_taken_out() {
    let school = Site::school();
    let (zeb, _tom, _talk) = a_talk(&school);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    lark.opens(&format!("/readings/new?person={}", zeb.id)).ticks("Another reason");
    lark.fills("What has happened?", "A friend came to me and cried").presses("Open it");
    lark.at("Tom").follows("Look into it").fills("What has happened?", "A friend came to me and cried");
    lark.presses("Open it").sees("Plan of Zebulon.txt").follows("Take out as evidence");
    let shown = |act| school.entries(act).into_iter().filter(|entry| entry.starts_with("document ")).count();
    let before = shown(courtyard::base::Act::ShowReading);
    let pack = takes_out(&lark, None);
    assert_eq!((holds(&pack).said, holds(&pack).documents), (3, 1));
    assert!(place(&pack, PLAN).is_some());
    assert_eq!(shown(courtyard::base::Act::ShowReading), before + 1);
}

#[test]
fn albums_for_few_are_taken_out_of_a_reading_with_their_photos_and_what_is_said_under_them() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    mia.opens("/albums/new").fills("Title", "At the pond").ticks("My contacts").presses("Make the album");
    let album = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    for (photo, words) in [(HERON, "A grey heron"), (FOX, "A red fox")] {
        mia.opens(&album).attaches_with_words(photo, words).presses("Send photos").is_told(200);
    }
    let photo = mia.look(|page| page.attributes("src")).into_iter().find(|src| src.ends_with("/small"));
    let photo = photo.unwrap().trim_end_matches("/small").to_owned();
    tom.comments_on(&photo, "I know that bridge");
    mia.posts("For my friends").to_contacts();
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    lark.opens("/readings")
        .fills("Sign-in name", "mia")
        .ticks("What do they post for few people?")
        .presses("Next");
    lark.ticks("Somebody may be bullied").fills("What has happened?", "A friend came to me and cried");
    lark.presses("Open it").sees("For my friends");
    let reading = lark.look(|page| page.path.clone());
    lark.follows("Take out as evidence");
    let all = takes_out(&lark, None);
    let found = holds(&all);
    assert_eq!((found.said, found.media), (4, 2), "a post, an album, two photos: {found:?}");
    for words in ["For my friends", "At the pond", "A grey heron", "A red fox"] {
        assert!(says(&all, words), "{words}");
    }
    assert!(!says(&all, "I know that bridge"));
    lark.opens(&format!("{reading}/albums/{}", number(&album))).follows("Take out as evidence");
    let one = takes_out(&lark, Some(("Everybody else", "As “Person 1”, their words left out")));
    let found = holds(&one);
    assert_eq!((found.said, found.media), (4, 2), "an album, two photos, a comment: {found:?}");
    assert!(says(&one, "At the pond") && !says(&one, "For my friends"));
    assert!(!says(&one, "I know that bridge") && !says(&one, "\"Tom\""), "of Tom, no word goes out");
}

#[test]
fn in_a_reported_album_of_a_class_each_photo_is_its_own_authors() {
    let school = Site::school();
    let (mia, zeb, tom) = (school.pupil("Mia"), school.pupil("Zebulon Quartermain"), school.pupil("Tom"));
    let class = school.has_a_group("Class 5B", &[&mia, &zeb, &tom]);
    mia.opens(&format!("/groups/{class}")).follows("Photos").follows("New album").fills("Title", "Our trip");
    mia.presses("Make the album").is_told(200);
    let album = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    mia.opens(&album).attaches_with_words(HERON, "A grey heron").presses("Send photos").is_told(200);
    zeb.opens(&album).attaches_with_words(FOX, "A red fox").presses("Send photos").is_told(200);
    tom.reports(&album, "It is rude or about sex", "Look at the fox");
    let fox = school.teacher("Ms Fox");
    let case = format!("/evidence/items/{}", number(&album));
    fox.opens(&case);
    let whole = takes_out(&fox, None);
    let found = holds(&whole);
    assert_eq!((found.said, found.media), (3, 2), "{found:?}");
    fox.opens(&case);
    let out = takes_out(&fox, Some(("Zebulon Quartermain", "As “Person 1”, their words left out")));
    assert_eq!(holds(&out).media, 1);
    assert!(says(&out, "A grey heron") && !says(&out, "A red fox") && !says(&out, "zebulon"));
}
