//! What people are told before they write: that it will wait, why, and how far they are.

use crate::harness::{Ask, HERON, Page, Person, Site};
use courtyard::base::{Act, Approval};

const NEW: &str = "You are new here: the first 3 things you write wait until teachers have looked at them.";
const ALL: &str = "What you write here waits until teachers have looked at it.";
const PHOTOS: &str = "Photos and documents wait until teachers have looked at them.";

/// What the form for a post says when this group is chosen.
fn sentence(person: &Person<'_>, group: i64) -> String {
    let answer = person.asks(&Ask::get(&format!("/audience?audience=groups&groups={group}")));
    String::from_utf8_lossy(&answer.body).into_owned()
}

#[test]
fn who_is_new_reads_at_each_form_that_their_first_things_wait_and_how_far_they_are() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Hello");
    let known = mia.posts("A heron").to_everyone();
    mia.posts("A pond").to_everyone();
    school.head().opens("/admin/rules").chooses("New accounts", "The first 3 wait").presses("Save");
    for path in ["/posts/new", "/everyone", &known, &talk] {
        tom.opens(path).sees(NEW).sees("Let through so far: 0 of 3.");
        mia.opens(path).misses("You are new here");
        fox.opens("/posts/new").misses("You are new here");
    }
    let first = tom.posts("A train").to_everyone();
    tom.opens("/posts/new").sees("Let through so far: 0 of 3.");
    school.releases(&first);
    tom.opens(&known).sees("Let through so far: 1 of 3.");
    // What waits for everybody is said as that, and where nobody writes there is nothing to say.
    school.rules(Approval::HoldAll);
    tom.opens(&talk).sees(ALL).misses("You are new here");
    mia.opens("/posts/new").sees(ALL);
    school.rules(Approval::HoldPhotos);
    mia.opens(&known).sees(PHOTOS);
    tom.opens(&known).sees(NEW);
    school.rules(Approval::ReadOnly);
    tom.opens(&known).misses("You are new here").misses("wait until");
}

#[test]
fn where_a_group_holds_what_is_written_its_forms_say_so_and_those_of_others_do_not() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let class = school.has_a_group("5b", &[&mia, &tom]);
    let club = school.has_a_group("Club", &[&mia, &tom, &zoe]);
    let (in_class, in_club) =
        (mia.posts("A heron").with(HERON).to_group("5b"), mia.posts("A pond").to_group("Club"));
    let head = school.head();
    head.opens(&format!("/groups/{class}/level")).ticks("Everything waits").presses("Save").is_told(200);
    tom.opens(&format!("/groups/{class}")).sees(ALL);
    tom.opens(&in_class).sees(ALL);
    tom.opens(&format!("/groups/{club}")).misses("waits until");
    tom.opens(&in_club).misses("waits until");
    tom.opens("/posts/new").misses("waits until");
    assert!(sentence(&tom, class).contains(ALL) && !sentence(&tom, club).contains("waits until"));
    // Whoever is not in it learns nothing of it.
    assert!(!sentence(&zoe, class).contains("waits until"), "{}", sentence(&zoe, class));
    head.opens("/posts/new").misses("waits until");

    // Under a photo, too; and what was typed there is given back where nobody writes any more.
    tom.opens(&in_class);
    let photo = |page: &Page| page.attributes("href").into_iter().find(|to| to.starts_with("/photos/"));
    let Some(photo) = tom.look(photo) else { tom.fails("finds no way to the photo") };
    tom.opens(&photo).sees(ALL).fills("Write a comment", "What a bird");
    head.opens(&format!("/groups/{class}/level")).ticks("Nobody posts").presses("Save").is_told(200);
    tom.presses("Send").is_told(422).holds("Write a comment", "What a bird");
    tom.sees("Nobody can write here just now");
    school.noted(Act::SetLevel, &format!("group {class}"));
}
