//! What staff and blocks say about private talk is obeyed at once: in conversations that exist, and on open pages.

use crate::harness::{Ask, Person, Site};
use courtyard::base::Act;

/// Mia and Tom talk with each other, and Mia with Zoe; gives the paths of both conversations.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>, [String; 2]) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    mia.befriends(&zoe);
    let talks = [mia.writes_to(&tom, "Hello Tom"), mia.writes_to(&zoe, "Hello Zoe")];
    (mia, tom, zoe, talks)
}

/// The message that this person would send from the page that is open, sent later.
fn late(person: &Person<'_>, talk: &str, text: &str) -> Ask {
    person.opens(talk).fills("Write a message", text);
    person.would_send("Send")
}

#[test]
fn whom_staff_stop_cannot_write_privately_from_that_moment_on() {
    let school = Site::school();
    let (mia, tom, _zoe, [talk, _]) = three(&school);
    let fox = school.teacher("Ms Fox");
    let of_staff = fox.writes_to(&mia, "Come and see me");
    let late = late(&mia, &talk, "Too late");
    let mut of_mia = mia.listens();
    let mut of_tom = tom.opens(&talk).listens();
    fox.sets_about(&mia, "No private messages", "Until staff lift it", "Please stop writing to Tom.");
    fox.opens(&format!("/admin/people/{}", mia.id)).sees("No private messages Until staff lift it");
    let heard = of_mia.hears("You cannot write private messages");
    assert!(heard.contains("id=\"talk-closed\""), "{heard}");
    assert_eq!(mia.asks(&late).status, 422);
    tom.opens(&talk).misses("Too late");
    mia.opens(&talk).sees("You cannot write private messages").misses("Add photos");
    mia.writes_in(&of_staff, "I am coming");
    mia.opens("/my/record")
        .sees("You may not write private messages")
        .sees("Please stop writing to Tom.")
        .misses("Fox");
    tom.opens("/my/record").misses("private messages");
    mia.opens(&talk);
    let mut of_mia = mia.listens();
    fox.lifts(&mia, "No private messages", "Thank you.");
    of_mia.hears("id=\"message-form\"");
    mia.writes_in(&talk, "Back again");
    let heard = of_tom.hears("Back again");
    assert!(!heard.contains("action=\"voice\""), "the other's page is let alone: {heard}");
    mia.opens("/my/record")
        .sees("You may not write private messages")
        .sees("Lifted")
        .sees("Thank you.")
        .misses("Fox");
    assert_eq!((school.entries(Act::SetSanction).len(), school.entries(Act::LiftSanction).len()), (1, 1));
    fox.opens(&format!("/admin/people/{}", fox.id)).misses("Say or set something");
    fox.opens(&format!("/admin/people/{}/sanctions/new", fox.id)).is_told(403);
}

#[test]
fn where_only_pairs_may_talk_staff_make_and_part_them() {
    let school = Site::school();
    let (mia, tom, zoe, [talk, other]) = three(&school);
    let fox = school.teacher("Ms Fox");
    school.head().opens("/admin/rules").ticks("Only pairs that staff approve").presses("Save").is_told(200);
    mia.opens(&talk).sees("You cannot write here now");
    let page = format!("/admin/people/{}", mia.id);
    fox.opens(&page)
        .fills("Sign-in name", "nobody")
        .presses("Let them talk")
        .is_told(422)
        .sees("cannot be used");
    fox.sees("Mia");
    fox.opens(&page).fills("Sign-in name", "tom").presses("Let them talk").is_told(200).sees("@tom");
    mia.writes_in(&talk, "We may");
    mia.opens(&other).sees("You cannot write here now");
    tom.opens("/my/record").sees("You and one other person may talk privately");
    zoe.opens("/my/record").misses("talk privately");
    let late = late(&tom, &talk, "Too late");
    let mut of_tom = tom.listens();
    fox.opens(&format!("/admin/people/{}", tom.id)).at("@mia").presses("No longer").is_told(200);
    of_tom.hears("You cannot write here now");
    assert_eq!(tom.asks(&late).status, 422);
    mia.opens(&talk).sees("We may").misses("Too late").sees("You cannot write here now");
    let pupil = Ask::post(&format!("/admin/people/{}/pairs", tom.id), &[("pair", "mia")]);
    assert_ne!(mia.asks(&pupil).status, 303);
}

#[test]
fn a_block_is_obeyed_at_once_on_the_open_page_of_the_two_and_stirs_no_other() {
    let school = Site::school();
    let (mia, tom, zoe, [talk, other]) = three(&school);
    let late = late(&tom, &talk, "Too late");
    let mut of_tom = tom.listens();
    let mut of_mia = mia.opens(&other).listens();
    mia.opens("/people/tom").follows("Block").presses("Block");
    of_tom.hears("You cannot write here now");
    assert_eq!(tom.asks(&late).status, 422);
    tom.opens(&talk).sees("Hello Tom").sees("You cannot write here now");
    mia.opens(&talk).misses("Too late");
    zoe.writes_in(&other, "Hello Mia");
    let heard = of_mia.hears("Hello Mia");
    assert!(!heard.contains("action=\"voice\""), "{heard}");
}
