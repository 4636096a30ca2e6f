//! The notice of the house: read first, read again after each change, and in a prison at every sign-in. No way round it.

use crate::harness::{Ask, Person, Site};
use courtyard::base::{Act, Duty, Role};

/// The head publishes the notice as it is offered, with these words at its end.
fn publishes(school: &Site, words: &str) {
    let head = school.head();
    head.opens("/admin/notice");
    if school.entries(Act::PublishCharter).is_empty() {
        head.sees("Nothing is told yet");
    }
    head.fills("English", &format!("This is supervised. {words}"))
        .fills("Español", &format!("Hay supervisión. {words}"));
    head.presses("Publish").is_told(200);
}

#[test]
fn before_it_was_read_no_other_page_opens_and_then_all_do_once_for_all() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    tom.posts("A train!").to_everyone();
    publishes(&school, "First text");
    for path in ["/", "/everyone", "/posts/1", "/my", "/chat", "/drafts", "/people/tom", "/help/keys"] {
        mia.opens(path).is_told(200).sees("First text").misses("A train!");
    }
    assert!(mia.connects(Some(&format!("http://{}", school.address))).is_err(), "no socket");
    let token = mia.opens("/notice").token();
    let post =
        Ask::post("/posts", &[("same_site", token.as_str()), ("body", "Round it"), ("audience", "everyone")]);
    assert_eq!(mia.asks(&post).status, 303, "led to the notice");
    // Help, the way out, and who can see what.
    mia.opens("/help/need").is_told(200).misses("First text");
    mia.opens("/supervision").is_told(200).misses("First text");
    mia.opens("/posts/1").follows("Español").sees("Hay supervisión").misses("This is supervised");
    mia.presses("I have read this").is_told(200).sees("A train!").is_at("/posts/1");
    school.noted(Act::ReadCharter, "charter 1");
    mia.opens("/everyone").sees("A train!").misses("Round it");
    mia.opens("/notice").sees("You read this on").misses("I have read this");
    // Once for all: not at the next sign-in, nor on another device.
    school.is_in(mia.elsewhere()).opens("/everyone").sees("A train!");
    publishes(&school, "Second text");
    mia.opens("/everyone").sees("Second text").misses("A train!");
}

#[test]
fn in_a_prison_it_is_read_at_every_sign_in() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    school.head().opens("/admin/rules").ticks("Prison").presses("Save").is_told(200);
    publishes(&school, "Prison text");
    mia.opens("/everyone").presses("I have read this").is_at("/everyone");
    mia.opens("/my").misses("Prison text");
    school
        .is_in(mia.elsewhere())
        .opens("/everyone")
        .sees("Prison text")
        .presses("I have read this")
        .is_at("/everyone");
    mia.opens("/my").misses("Prison text");
}

#[test]
fn a_prison_says_before_a_private_message_that_it_is_not_private() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    let says = "This is not private. Do not write to your lawyer here.";
    mia.opens("/chat/with/tom").misses(says);
    school.head().opens("/admin/rules").ticks("Prison").presses("Save").is_told(200);
    mia.opens("/chat/with/tom").sees(says);
    mia.opens("/chat/new").sees(says);
    let talk = mia.writes_to(&tom, "Hello");
    tom.opens(&talk).sees(says);
}

#[test]
fn a_form_that_is_open_while_a_new_text_comes_is_not_lost() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    publishes(&school, "First text");
    mia.opens("/posts/new")
        .presses("I have read this")
        .fills("Your post", "A long thought")
        .ticks("Everyone");
    publishes(&school, "Second text");
    mia.presses("Post").sees("Second text").presses("I have read this");
    mia.opens("/everyone").sees("A long thought");
    // What was read in the meantime is not what counts.
    let late = school.pupil("Tom");
    late.opens("/everyone");
    publishes(&school, "Third text");
    late.presses("I have read this").is_told(422).sees("newer than the one you had").sees("Third text");
    late.presses("I have read this").is_at("/everyone");
}

#[test]
fn staff_see_who_has_not_yet_and_take_the_list_out_as_a_file() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.teacher("Ms Fox");
    publishes(&school, "First text");
    mia.opens("/").presses("I have read this");
    fox.opens("/").presses("I have read this");
    let names = |person: &Person<'_>, path: &str| person.opens(path).look(|page| page.words.clone());
    let not_yet = names(&fox, "/admin/notice/readers");
    assert!(not_yet.contains("@tom"), "{not_yet}");
    assert!(!not_yet.contains("@mia"), "{not_yet}");
    assert!(names(&fox, "/admin/notice/readers?show=read").contains("@mia"));
    fox.presses("Download as a file").is_told(200);
    let file = fox.look(|page| page.source.clone());
    assert!(file.contains("mia,Mia,1,2") && file.contains("tom,Tom,1,\r\n"), "{file}");
    school.noted(Act::ExportCharter, "charter 1");
    drop(tom);
    let helper = school.is_in(school.knows("Mr Desk", Role::Staff, &[Duty::Moderate]));
    helper.opens("/").presses("I have read this");
    for path in ["/admin/notice", "/admin/notice/readers"] {
        helper.opens(path).is_told(404);
        mia.opens(path).is_told(404);
    }
    fox.opens("/admin/notice").is_told(404);
}

#[test]
fn a_text_that_says_nothing_or_the_same_again_is_not_published() {
    let school = Site::school();
    let head = school.head();
    head.opens("/admin/notice").fills("English", " ").presses("Publish").is_told(422);
    publishes(&school, "First text");
    head.opens("/admin/notice").presses("Publish").is_told(422);
    assert_eq!(school.entries(Act::PublishCharter), ["charter 1"]);
}
