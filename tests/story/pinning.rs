//! Posts on top of a stream: who puts them there, how many, and who sees them there.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::Act;

/// The posts of the page that is open, in order.
fn order(person: &Person<'_>) -> Vec<String> {
    person.look(|page| page.attributes("data-item"))
}

fn pins(person: &Person<'_>, post: &str, stream: &str) -> u16 {
    person.opens("/posts/new");
    let token = person.token();
    person.asks(&Ask::post(&format!("{post}/pin"), &[("same_site", &token), ("stream", stream)])).status
}

#[test]
fn staff_pin_on_top_of_everyone_three_at_most() {
    let school = Site::school();
    let (mia, zoe) = (school.pupil("Mia"), school.pupil("Zoe"));
    let plum = school.staff("Mr Plum", &[]);
    let posts: Vec<String> = (1..=5).map(|n| mia.posts(&format!("Post {n}.")).to_everyone()).collect();
    for post in &posts[..3] {
        plum.opens(post).presses("Pin on top of Everyone").is_told(200);
    }
    zoe.opens("/everyone").sees("Pinned");
    let expected =
        [&posts[2], &posts[1], &posts[0], &posts[4], &posts[3]].map(|post| number(post).to_owned());
    assert_eq!(order(&zoe), expected, "each once, the pinned ones first");
    plum.opens(&posts[3]).sees("3 posts are pinned");
    assert_eq!(pins(&plum, &posts[3], "0"), 422);
    assert_eq!(pins(&mia, &posts[3], "0"), 403, "not even one's own");
    plum.opens(&posts[0]).presses("Take down from Everyone").is_told(200);
    plum.opens(&posts[3]).presses("Pin on top of Everyone").is_told(200);
    zoe.opens("/everyone");
    assert_eq!(order(&zoe)[0], number(&posts[3]));
    school.noted(Act::PinPost, &format!("post {}", number(&posts[0])));
    // What goes is pinned nowhere, and makes room.
    mia.opens(&posts[3]).at("Post 4.").presses("Delete");
    zoe.opens("/everyone").misses("Post 4.");
    plum.opens(&posts[0]).presses("Pin on top of Everyone").is_told(200);
    zoe.opens("/").misses("Pinned");
}

#[test]
fn leaders_pin_in_their_own_group_and_others_do_not_see_it_there() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let group = school.has_a_group("Class 5B", &[&mia, &tom]);
    let chess = school.has_a_group("Chess", &[&mia, &zoe]);
    let id = mia.id;
    let lead = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(lead, [group, id]));
    let heron = tom.posts("A heron!").to_group("Class 5B");
    tom.posts("A stork!").to_group("Class 5B");
    let to_chess = mia.posts("Checkmate").to_group("Chess");
    mia.opens(&heron).presses("Pin on top of Class 5B").is_told(200);
    tom.opens(&format!("/groups/{group}")).sees("Pinned");
    assert_eq!(order(&tom)[0], number(&heron));
    assert_eq!(pins(&tom, &heron, &group.to_string()), 403);
    assert_eq!(pins(&zoe, &heron, &group.to_string()), 404);
    assert_eq!(pins(&mia, &to_chess, &chess.to_string()), 403, "she does not lead that one");
    assert_eq!(pins(&mia, &to_chess, &group.to_string()), 403, "it is not in that stream");
    assert_eq!(pins(&mia, &heron, "0"), 403);
    zoe.opens(&format!("/groups/{chess}")).misses("Pinned").misses("A heron!");
}
