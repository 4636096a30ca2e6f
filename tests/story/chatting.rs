//! Chat: who may talk with whom, what arrives, and what nobody else learns.

use crate::harness::{Person, Site};
use courtyard::base::Act;

/// Mia and Tom share with each other; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    (mia, tom, zoe)
}

#[test]
fn two_who_share_with_each_other_talk_and_nobody_else_learns_of_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "Did you see the heron?");
    mia.sees("Did you see the heron?");
    tom.opens("/").sees("1 conversation with something new");
    tom.opens("/chat").sees("Mia").follows("Mia").sees("Did you see the heron?");
    tom.opens("/").misses("conversation with something new");
    let mut of_mia = mia.opens(&talk).listens();
    tom.writes_in(&talk, "By the pond!");
    tom.sees("By the pond!");
    of_mia.hears("By the pond!");
    zoe.opens(&talk).is_told(404);
    zoe.opens("/chat").misses("heron").misses("Mia");
    zoe.opens("/chat/with/mia").sees("You cannot write here now.");
    school.stranger().opens(&talk).is_at("/sign-in");
    assert_eq!(school.entries(Act::AddMessage).len(), 2, "each is in the record");
}
