//! Home is made of much that is remembered: it is true all the same, at once, and each person's own.

use crate::harness::Site;
use courtyard::base::limits;

/// Bytes of Home with a full page of short posts, before it is compressed. Each is made, copied and sent for everybody
/// who looks, and three hundred icons were once a third of it.
const HOME_BYTES_MAX: usize = 67_000;

#[test]
fn my_groups_and_aspects_stand_beside_home_as_they_are_at_this_moment() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let club = school.has_a_group("Chess club", &[&mia, &tom]);
    for _ in 0..2 {
        mia.opens("/").sees("Chess club");
        tom.opens("/").sees("Chess club");
        zoe.opens("/").misses("Chess club");
    }
    mia.opens("/aspects").fills("Name", "Birders").presses("Add");
    mia.opens("/").sees("Birders").ticks("Some contacts").ticks("Birders");
    tom.opens("/").misses("Birders");
    let head = school.head();
    head.opens(&format!("/groups/{club}/edit")).fills("Name", "Go club").presses("Save").is_told(200);
    for person in [&mia, &tom] {
        person.opens("/").sees("Go club").misses("Chess club").ticks("Groups").ticks("Go club");
    }
    zoe.opens("/").misses("Go club");
    head.opens(&format!("/groups/{club}/members")).at("Tom").presses("Take out of the group");
    tom.opens("/").misses("Go club");
    mia.opens("/").sees("Go club");
    // In another language it is that language's at once.
    mia.opens("/").sees("My aspects");
    mia.opens("/my/preferences").chooses("Language", "Español").presses("Save");
    mia.opens("/").sees("Mis aspectos").misses("My aspects").sees("Go club");
}

#[test]
fn the_board_on_home_is_what_i_have_not_read_of_what_is_for_me() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let fox = school.staff("Ms Fox", &[]);
    school.has_a_group("Class 5B", &[&mia, &tom, &fox]);
    fox.opens("/announcements/new").fills("Title", "Trip to the lake").fills("Text", "Bring *boots*.");
    fox.ticks("Groups").ticks("Class 5B").presses("Put it on the board").is_told(200);
    let trip = fox.look(|page| page.path.split('?').next().unwrap().to_owned());
    for _ in 0..2 {
        mia.opens("/").sees("Bring boots.").sees("Class 5B");
        tom.opens("/").sees("Bring boots.").sees("Class 5B");
        zoe.opens("/").misses("Bring boots.").misses("Class 5B");
    }
    fox.opens(&format!("{trip}/edit")).fills("Text", "Bring *sandals*.").presses("Save").is_told(200);
    mia.opens("/").sees("Bring sandals.").misses("Bring boots.");
    mia.presses("I have read this").is_at("/").misses("Bring sandals.");
    // What one has read, the other has not.
    tom.opens("/").sees("Bring sandals.").misses("Bring boots.");
    zoe.opens("/").misses("Bring sandals.");
    fox.opens(&trip).presses("Take it down");
    tom.opens("/").misses("Bring sandals.");
}

#[test]
fn what_i_typed_into_a_poll_is_mine_alone_and_not_there_the_next_time() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let question = "Where shall we go?";
    mia.opens("/").fills("Question", question).fills("Answer 1", "To the sea").presses("Preview");
    mia.holds("Question", question).holds("Answer 1", "To the sea");
    tom.opens("/").holds("Question", "").holds("Answer 1", "");
    mia.opens("/").holds("Question", "").holds("Answer 1", "");
}

#[test]
fn a_full_page_of_home_stays_light() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.shares_with(&tom);
    for number in 0..limits::STREAM_PAGE {
        tom.posts(&format!("Bird number {number}")).to_everyone();
    }
    mia.opens("/").sees("Bird number 0");
    let bytes = mia.look(|page| page.answer.text().len());
    assert!(bytes < HOME_BYTES_MAX, "{bytes}");
}
