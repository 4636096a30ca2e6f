//! What is here of me: how much room my photos take, and what staff did about me.

use crate::harness::{FOX, HERON, Site};
use courtyard::base::{Act, Standing};

#[test]
fn a_full_space_takes_no_photo_until_one_is_deleted() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let first = mia.posts("A heron").with(HERON).to_everyone();
    mia.opens("/my").follows("My space").sees("of 1 GB used").sees("1 photo in posts and albums");
    tom.opens("/my/space").sees("0 bytes of 1 GB used").misses("1 photo");
    school.write(Act::Upkeep, |change| change.run("UPDATE photo SET bytes = 1000000000", []));
    mia.opens("/my/space").sees("Your space is full");
    mia.opens("/posts/new").fills("Your post", "A fox").attaches(FOX).presses("Post").is_told(422);
    mia.sees("Your space of 1 GB has no room for this").sees("A fox");
    mia.opens("/posts/new").fills("Your post", "Words alone").presses("Post").is_told(200);
    mia.opens(&first).fills("Write a comment", "Look").attaches(FOX).presses("Send").is_told(422);
    tom.posts("A fox of mine").with(FOX).to_everyone();
    mia.opens(&first).presses("Delete");
    mia.opens("/my/space").sees("0 bytes of 1 GB used");
    mia.posts("A fox").with(FOX).to_everyone();
}

#[test]
fn the_owner_says_how_much_space_each_person_has() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    school.head().opens("/admin/rules").chooses("Space for each person", "100 MB").presses("Save");
    mia.opens("/my/space").sees("0 bytes of 100 MB used");
    assert!(!school.entries(Act::ChangeRules).is_empty());
    mia.opens("/my").misses("House rules");
}

#[test]
fn what_staff_did_is_told_to_the_one_it_is_about_with_the_reason_and_without_a_name() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let post = mia.posts("You are all silly").to_everyone();
    mia.opens("/my/record").sees("Your account was made").sees("have not removed or brought back anything");
    fox.takes_away(&post, "It was mean to somebody", "Please be kind");
    fox.sets_about(&mia, "Read-only", "One day", "Look on for a day.");
    mia.opens("/my/record").sees("Removed").sees("It is mean to somebody").sees("Please be kind");
    mia.sees("You are all silly").sees("You may read, but not write").misses("Ms Fox");
    tom.opens("/my/record").misses("silly").misses("Please be kind").misses("but not write");
    fox.opens("/my/record").misses("silly");
    school.stands(&mia, Standing::Active);
    fox.decides(&post, "Bring it back");
    mia.opens("/my/record").sees("Brought back").sees("You may do everything again").sees("Lifted");
}

#[test]
fn a_long_record_has_pages() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    for turn in 0..60 {
        school.stands(&mia, if turn % 2 == 0 { Standing::ReadOnly } else { Standing::Active });
    }
    mia.opens("/my/record").misses("Your account was made").follows("Older").sees("Your account was made");
}
