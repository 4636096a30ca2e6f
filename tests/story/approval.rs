//! What waits for staff, at each level of approval.

use crate::harness::{Ask, HERON, Site};
use courtyard::base::{Act, Approval};

#[test]
fn a_photo_waits_for_the_teacher_where_the_house_says_so() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    school.rules(Approval::HoldPhotos);
    mia.posts("Only words").to_everyone();
    tom.opens("/everyone").sees("Only words");

    let heron = mia.posts("A heron!").with(HERON).to_everyone();
    mia.opens("/everyone").sees("A heron!").sees("Waiting for teachers");
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    assert_eq!(mia.status_of(&photo), 200);
    tom.opens("/everyone").misses("A heron!");
    tom.opens(&heron).is_told(404);
    assert_eq!(tom.status_of(&photo), 404);
    assert_eq!(fox.status_of(&photo), 200, "staff see what they decide upon");

    school.releases(&heron);
    tom.opens("/everyone").sees("A heron!").misses("Waiting");
    assert_eq!(tom.status_of(&photo), 200);
    school.noted(Act::Release, &heron[1..].replace("posts/", "post "));
}

#[test]
fn where_all_waits_staff_do_not_and_an_edit_lets_nothing_through() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    school.rules(Approval::HoldAll);
    fox.posts("Homework").to_everyone();
    tom.opens("/everyone").sees("Homework");
    let heron = mia.posts("A heron!").to_everyone();
    tom.opens("/everyone").misses("A heron!");
    school.rules(Approval::Open);
    mia.opens(&format!("{heron}/edit"))
        .fills("Your post", "A stork!")
        .presses("Save")
        .sees("Waiting for teachers");
    tom.opens("/everyone").misses("A heron!").misses("A stork!");
    school.releases(&heron);
    tom.opens("/everyone").sees("A stork!");
    school.rules(Approval::HoldAll);
    mia.opens(&format!("{heron}/edit"))
        .fills("Your post", "A crane!")
        .presses("Save")
        .sees("Waiting for teachers");
    tom.opens("/everyone").misses("A stork!").misses("A crane!");
    tom.opens(&format!("{heron}/history")).is_told(404).misses("A stork!");
    school.rules(Approval::ReadOnly);
    mia.opens(&format!("{heron}/edit")).fills("Your post", "A wren!").presses("Save").is_told(403);
    mia.opens(&heron).sees("A crane!").misses("A wren!");
}

#[test]
fn nobody_hears_of_a_held_post_before_it_is_released() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    school.rules(Approval::HoldAll);
    let heron = mia.posts("Look, @tom #birds").to_everyone();
    tom.opens("/notices").misses("Mia");
    tom.opens("/tags/birds").misses("Look");
    school.releases(&heron);
    tom.opens("/tags/birds").sees("Look");
    tom.opens("/notices").sees("Mia");
}

#[test]
fn where_members_may_only_read_they_make_nothing() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    school.rules(Approval::ReadOnly);
    mia.opens("/posts/new").fills("Your post", "A heron!").presses("Post").is_told(403);
    fox.posts("Homework").to_everyone();
    tom.opens("/everyone").sees("Homework").misses("A heron!");
}

#[test]
fn a_member_cannot_release_what_waits() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    school.rules(Approval::HoldAll);
    let heron = mia.posts("A heron!").to_everyone();
    let id = heron.rsplit('/').next().unwrap().to_owned();
    mia.opens("/posts/new");
    let token = mia.token();
    for path in [
        format!("/desk/items/{id}"),
        format!("/desk/holds/{id}/release"),
        format!("/desk/items/{id}/release"),
    ] {
        let fields = [("same_site", token.as_str()), ("decision", "release"), ("reason", "fine")];
        assert_eq!(mia.asks(&Ask::post(&path, &fields)).status, 404, "{path}");
    }
    tom.opens("/everyone").misses("A heron!");
}

#[test]
fn what_waited_and_was_changed_before_its_release_is_never_shown() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    school.rules(Approval::HoldAll);
    let heron = mia.posts("You are all fools").to_everyone();
    mia.opens(&format!("{heron}/edit")).fills("Your post", "You are all herons").presses("Save");
    school.releases(&heron);
    tom.opens(&heron).sees("You are all herons").misses("fools");
    tom.opens(&format!("{heron}/history")).misses("fools");
    mia.opens(&format!("{heron}/history")).sees("You are all fools");
}

#[test]
fn a_comment_waits_too_and_changes_no_count() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let heron = mia.posts("A heron!").to_everyone();
    school.rules(Approval::HoldAll);
    let comment = tom.comments_on(&heron, "Mine!");
    tom.opens(&heron).sees("Mine!").sees("Waiting for teachers");
    for person in [&mia, &zoe] {
        person.opens(&heron).misses("Mine!").misses("Waiting");
        person.opens(&comment).is_told(404);
        person.opens("/everyone").misses("1 comment");
    }
    mia.opens("/notices").misses("Tom");
    school.releases(&comment);
    zoe.opens(&heron).sees("Mine!").misses("Waiting");
    mia.opens("/notices").sees("Tom");
    tom.opens("/notices").sees("Your comment can be seen now");
}
