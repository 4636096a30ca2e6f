//! Comments, reactions, and notices of them.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::{Act, limits};

fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

#[test]
fn a_comment_is_seen_by_those_who_see_the_post() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    let comment = tom.comments_on(&heron, "Mine!");
    mia.opens(&heron).sees("Mine!").sees("Tom");
    mia.opens("/notices").sees("Tom");
    zoe.opens(&heron).is_told(404).misses("Mine!");
    zoe.opens(&comment).is_told(404).misses("Mine!");
    zoe.opens("/notices").misses("Tom");
    school.noted(Act::AddComment, &format!("comment {}", number(&comment)));
}

#[test]
fn nobody_comments_on_what_they_do_not_see() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    zoe.opens("/posts/new");
    let token = zoe.token();
    let sent = [
        (format!("{heron}/comments"), vec![("same_site", token.as_str()), ("body", "Boo")]),
        (format!("{heron}/reactions"), vec![("same_site", token.as_str()), ("kind", "heart")]),
    ];
    for (path, fields) in sent {
        assert_eq!(zoe.asks(&Ask::post(&path, &fields)).status, 404, "{path}");
    }
    tom.opens(&heron).misses("Boo").misses("Heart 1");
}

#[test]
fn a_comment_is_changed_and_deleted_by_its_author_alone() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    let comment = tom.comments_on(&heron, "Mine!");
    tom.opens(&format!("{comment}/edit")).holds("Your comment", "Mine!").fills("Your comment", "Ours!");
    tom.presses("Save").sees("Ours!");
    mia.opens(&heron).sees("Ours!").misses("Mine!").sees("edited");
    mia.opens(&format!("{comment}/history")).sees("Mine!");
    mia.opens(&format!("{comment}/edit")).is_told(404);
    mia.opens("/posts/new");
    let token = mia.token();
    assert_eq!(mia.asks(&Ask::post(&format!("{comment}/remove"), &[("same_site", &token)])).status, 403);

    tom.opens(&heron).at("Ours!").presses("Delete");
    mia.opens(&heron).misses("Ours!");
    mia.opens(&comment).is_told(404);
    mia.opens(&format!("{comment}/history")).is_told(404).misses("Mine!");
    mia.opens("/notices").misses("Ours!");
}

#[test]
fn a_comment_that_is_too_long_comes_back_whole() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    let long = "heron ".repeat(limits::COMMENT_CHARS_MAX / 6 + 1);
    tom.opens(&heron).forces("Write a comment", &long).insists().is_told(422);
    tom.sees("At most 5,000 characters.").holds("Write a comment", &long);
    tom.opens(&heron).forces("Write a comment", "   ").insists().is_told(422).sees("Please fill this in.");
    mia.opens(&heron).misses("heron heron");
}

#[test]
fn a_reaction_counts_once_and_can_be_taken_back() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    tom.opens(&heron).presses("Heart");
    zoe.opens(&heron).presses("Heart");
    assert!(mia.opens(&heron).can_press("Heart 2"));
    assert!(mia.opens("/everyone").can_press("Heart 2"));
    mia.opens("/notices").sees("reacted");
    tom.opens(&heron).presses("Laugh");
    assert!(mia.opens(&heron).can_press("Heart 1") && mia.can_press("Laugh 1"));
    tom.opens(&heron).presses("Laugh");
    mia.opens(&heron);
    assert!(!mia.can_press("Laugh 1"));
    tom.opens("/notices").misses("reacted");
}

#[test]
fn what_a_blocked_person_says_and_does_elsewhere_is_not_seen() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let train = zoe.posts("A train!").to_everyone();
    tom.comments_on(&train, "Choo choo");
    tom.opens(&train).presses("Heart");
    mia.blocks(&tom);
    mia.opens(&train).sees("A train!").misses("Choo choo");
    assert!(!mia.can_press("Heart 1"), "nor is it counted");
    mia.opens("/everyone").misses("1 comment");
    zoe.opens(&train).sees("Choo choo");
    mia.comments_on(&train, "Which line?");
    tom.opens(&train).misses("Which line?");
    tom.opens("/notices").misses("Mia");
    zoe.opens("/notices").sees("Mia").sees("Tom");
}

#[test]
fn who_is_named_in_a_comment_is_told_if_they_see_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    tom.comments_on(&heron, "Look @zoe and @mia");
    zoe.opens("/notices").misses("Tom");
    mia.opens("/notices").sees("Tom");
}

#[test]
fn notices_are_read_once() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    tom.comments_on(&heron, "Mine!");
    mia.opens("/");
    assert!(mia.look(|page| page.source.contains("1 new notice")));
    mia.opens("/notices").sees("Mine!").sees("New");
    mia.opens("/");
    assert!(mia.look(|page| !page.source.contains("1 new notice")));
}
