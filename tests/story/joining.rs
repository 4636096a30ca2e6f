//! Coming into a group: found and asked for, invited, open to all, filled by staff; and leaving it again.

use crate::harness::{Ask, HERON, Person, Site};
use courtyard::base::{Act, Approval, Standing, limits};

/// A club that Mia leads, in which people come in this way. Gives its path.
fn club(school: &Site, mia: &Person<'_>, way: &str) -> String {
    let fox = school.teacher("Ms Fox");
    fox.opens("/groups/new").fills("Name", "Chess club").ticks("Club").ticks(way).presses("Save");
    let path = fox.look(|page| page.path.split("/people").next().unwrap().to_owned());
    fox.fills("Or paste sign-in names", &mia.name.to_lowercase()).presses("Add to the group").is_told(200);
    fox.opens(&format!("{path}/members")).at(&mia.name).presses("Make leader").sees("leader");
    path
}

fn asks(person: &Person<'_>, club: &str, words: &str) {
    person.opens(club).fills("A word to those who lead it", words).presses("Ask to join").is_at(club);
}

#[test]
fn a_group_on_request_is_found_asked_for_and_its_leader_lets_people_in() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let club = club(&school, &mia, "On request");
    let game = mia.posts("A game of mine").to_group("Chess club");
    tom.opens("/groups").sees("Chess club").sees("on request").misses("1 person");
    tom.opens("/search?q=chess").sees("Chess club");
    tom.opens(&club).misses("A game of mine").misses("Mia");
    for inside in ["/members", "/edit", "/invite", "/leave"] {
        tom.opens(&format!("{club}{inside}")).is_told(404);
    }
    asks(&tom, &club, "I play with my aunt");
    tom.sees("Your wish waits.");
    school.noted(Act::AskGroup, &club[1..].replace("groups/", "group "));
    tom.opens(&game).is_told(404);
    // Asking again changes nothing, and nobody but the leader and staff learns of it.
    tom.opens("/groups").sees("you asked");
    zoe.opens(&club).misses("Tom").misses("my aunt");
    mia.opens("/notices")
        .sees("Tom asks to come into Chess club")
        .follows("Tom asks to come into Chess club");
    mia.is_at(&format!("{club}/members"))
        .sees("I play with my aunt")
        .at("I play with my aunt")
        .presses("Let in");
    mia.sees("Tom").misses("I play with my aunt");
    tom.opens("/notices").sees("You are in Chess club now");
    tom.opens(&game).sees("A game of mine");
    tom.opens(&format!("{club}/members")).sees("Mia");
    zoe.opens(&game).is_told(404);
    // Whom staff put in while they ask does not ask any more.
    asks(&zoe, &club, "And I");
    let head = school.head();
    head.opens(&format!("/admin/people/{}", zoe.id)).ticks("Chess club").presses("Save").is_told(200);
    zoe.opens(&game).sees("A game of mine");
    mia.opens(&format!("{club}/members")).sees("Zoe").misses("And I").misses("asks to come in");
}

#[test]
fn who_was_refused_can_ask_again_a_day_later_and_only_leaders_answer() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let club = club(&school, &mia, "On request");
    for person in [&tom, &zoe] {
        asks(person, &club, "Me too");
    }
    mia.opens(&format!("{club}/members")).at("Zoe").presses("Let in");
    // Zoe is in it and does not lead it: she sees nobody's wish, and cannot answer one.
    zoe.opens(&format!("{club}/members")).sees("Mia").misses("Me too").misses("Tom");
    let token = zoe.token();
    let yes = Ask::post(&format!("{club}/asks/tom"), &[("same_site", token.as_str()), ("answer", "yes")]);
    assert_eq!(zoe.asks(&yes).status, 403);
    mia.opens(&format!("{club}/members")).at("Tom").presses("Not now").misses("Me too");
    school.noted(Act::RefuseAsk, &club[1..].replace("groups/", "group "));
    tom.opens("/notices").sees("You were not let into Chess club this time");
    tom.opens(&club).sees("Not this time.");
    let token = tom.token();
    let again = Ask::post(&format!("{club}/join"), &[("same_site", token.as_str()), ("words", "Please")]);
    assert_eq!(tom.asks(&again).status, 422);
    school.waits_ms(limits::ASK_AGAIN_MS + 1);
    let tom = school.is_in(tom);
    asks(&tom, &club, "Now?");
    tom.sees("Your wish waits.").presses("Ask no more").is_at(&club).sees("A word to those who lead it");
    school.is_in(mia).opens(&format!("{club}/members")).misses("Now?");
}

#[test]
fn whom_a_leader_invites_says_yes_or_no_and_nobody_else_learns_that_the_group_is_there() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let uma = school.pupil("Uma");
    let club = club(&school, &mia, "By invitation");
    for person in [&tom, &zoe, &uma] {
        person.opens("/groups").misses("Chess club");
        person.opens(&club).is_told(404);
        person.opens("/search?q=chess").misses("Chess club");
    }
    mia.opens(&club).follows("Invite people").ticks("Tom").fills("Or paste sign-in names", "zoe");
    mia.presses("Invite them").is_at(&format!("{club}/members")).sees("Invited, and not here yet");
    tom.opens("/notices").sees("Mia invites you to Chess club").follows("Mia invites you to Chess club");
    tom.is_at(&club).sees("Mia invites you to this group.").presses("Join").is_at(&club).sees("Members");
    zoe.opens("/groups")
        .sees("you are invited")
        .follows("Chess club")
        .presses("No, thank you")
        .misses("Chess club");
    zoe.opens(&club).is_told(404);
    mia.opens(&format!("{club}/members")).sees("said no");
    // Who said no is not asked again at once.
    mia.opens(&format!("{club}/invite")).fills("Or paste sign-in names", "zoe").presses("Invite them");
    zoe.opens(&club).is_told(404);
    // An invitation that was taken back is none.
    mia.opens(&format!("{club}/invite")).fills("Or paste sign-in names", "uma").presses("Invite them");
    uma.opens(&club).is_told(200);
    mia.opens(&format!("{club}/members")).at("Uma").presses("Take back");
    uma.opens(&club).is_told(404).misses("Chess club");
    uma.opens("/notices").misses("Chess club");
    // Tom is in it and does not lead it.
    tom.opens(&format!("{club}/invite")).is_told(404);
}

#[test]
fn an_open_group_is_joined_and_left_and_whom_staff_take_out_stays_out_for_a_day() {
    let school = Site::school_with_clock();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let club = club(&school, &mia, "Open to all");
    let game = mia.posts("A game of mine").to_group("Chess club");
    tom.opens("/groups").follows("Chess club").presses("Join the group").is_at(&club).sees("A game of mine");
    school.noted(Act::JoinGroup, &club[1..].replace("groups/", "group "));
    tom.follows("Leave the group").sees("Leave Chess club?").presses("Leave the group").is_at("/groups");
    tom.opens(&game).is_told(404);
    tom.opens(&club).presses("Join the group").sees("A game of mine");
    school.pupil("Plum");
    let head = school.head();
    head.opens(&format!("{club}/members")).at("Tom").presses("Take out of the group");
    tom.opens(&club).misses("A game of mine").sees("Not this time.");
    let token = tom.token();
    assert_eq!(tom.asks(&Ask::post(&format!("{club}/join"), &[("same_site", token.as_str())])).status, 422);
    school.waits_ms(limits::ASK_AGAIN_MS + 1);
    let tom = school.is_in(tom);
    tom.opens(&club).presses("Join the group").sees("A game of mine");
}

#[test]
fn a_class_that_staff_fill_is_left_only_where_staff_say_so() {
    let school = Site::school();
    let (mia, zoe) = (school.pupil("Mia"), school.pupil("Zoe"));
    let class = format!("/groups/{}", school.has_a_group("Class 5B", &[&mia]));
    mia.opens(&class).misses("Leave the group");
    let token = mia.token();
    let leave = Ask::post(&format!("{class}/leave"), &[("same_site", token.as_str())]);
    assert_eq!(mia.asks(&leave).status, 403);
    zoe.opens("/groups").misses("Class 5B");
    zoe.opens("/posts/new");
    let token = zoe.token();
    let join = Ask::post(&format!("{class}/join"), &[("same_site", token.as_str())]);
    assert_eq!(zoe.asks(&join).status, 404);
    school.head().opens(&format!("{class}/edit")).ticks("Members may leave by themselves").presses("Save");
    mia.opens(&class)
        .follows("Leave the group")
        .presses("Leave the group")
        .is_at("/groups")
        .misses("Class 5B");
}

#[test]
fn a_block_keeps_wishes_and_invitations_apart() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let club = club(&school, &mia, "On request");
    mia.blocks(&tom);
    zoe.blocks(&mia);
    asks(&tom, &club, "Let me in");
    tom.sees("Your wish waits.");
    mia.opens("/notices").misses("Tom");
    mia.opens(&format!("{club}/members")).misses("Tom").misses("Let me in");
    mia.opens(&format!("{club}/invite")).fills("Or paste sign-in names", "zoe").presses("Invite them");
    zoe.opens("/notices").misses("Mia invites you");
    zoe.opens(&club).misses("Mia").sees("Ask to join");
    // Staff who keep accounts look after it.
    school.head().opens(&format!("{club}/members")).at("Let me in").presses("Let in");
    tom.opens(&format!("{club}/members")).is_told(200);
}

#[test]
fn what_would_wait_for_staff_is_read_by_staff_alone_and_suspended_people_ask_nobody() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let club = club(&school, &mia, "On request");
    school.rules(Approval::HoldAll);
    asks(&tom, &club, "Something rude");
    mia.opens(&format!("{club}/members")).sees("Tom").misses("Something rude");
    school.head().opens(&format!("{club}/members")).sees("Something rude");
    mia.opens(&format!("{club}/edit")).fills("About the group", "Rude as well").presses("Save").is_told(422);
    mia.sees("Ask staff to change it.").holds("About the group", "Rude as well");
    school.rules(Approval::ReadOnly);
    zoe.opens(&club).fills("A word to those who lead it", "Hello").presses("Ask to join").is_told(403);
    school.stands(&tom, Standing::Suspended);
    mia.opens(&format!("{club}/members")).misses("Tom");
}

#[test]
fn a_leader_describes_the_group_and_gives_it_a_picture_that_only_those_who_find_it_see() {
    let school = Site::school();
    let (mia, zoe) = (school.pupil("Mia"), school.pupil("Zoe"));
    let club = club(&school, &mia, "By invitation");
    mia.opens(&format!("{club}/edit"))
        .fills("About the group", "**Tuesdays**")
        .attaches(HERON)
        .ticks("On request");
    mia.presses("Save").is_at(&club).sees("Tuesdays");
    let picture =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with(&club)).unwrap();
    assert_eq!((mia.status_of(&picture), zoe.status_of(&picture)), (200, 200), "who may ask finds it");
    school.head().opens(&format!("{club}/edit")).ticks("Only staff put people in").presses("Save");
    assert_eq!((mia.status_of(&picture), zoe.status_of(&picture)), (200, 404));
    // What staff alone fill, its leaders do not open; and they do not rename it.
    mia.opens(&format!("{club}/edit")).misses("How do people come in?");
    let token = mia.token();
    let fields = [("same_site", token.as_str()), ("joining", "open"), ("name", "My club"), ("about", "x")];
    assert_eq!(mia.asks(&Ask::post(&format!("{club}/edit"), &fields)).status, 303);
    mia.opens(&club).sees("only staff put people in").sees("Chess club");
    zoe.opens(&club).is_told(404);
    mia.opens(&format!("{club}/edit")).presses("Remove picture").is_told(200);
    assert_eq!(mia.status_of(&picture), 404);
    zoe.opens(&format!("{club}/edit")).is_told(404);
}

#[test]
fn a_group_that_staff_delete_is_gone_for_all_and_its_posts_stay_with_who_wrote_them() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let club = club(&school, &mia, "Open to all");
    tom.opens(&club).presses("Join the group");
    let game = mia.posts("A game of mine").to_group("Chess club");
    tom.opens(&game).sees("A game of mine");
    mia.opens(&format!("{club}/remove")).is_told(404);
    school.head().opens(&format!("{club}/edit")).follows("Delete the group").presses("Delete the group");
    for person in [&mia, &tom, &zoe] {
        person.opens(&club).is_told(404);
        person.opens("/groups").misses("Chess club");
        person.opens("/search?q=chess").misses("Chess club");
    }
    let head = school.head();
    head.opens("/groups").misses("Chess club").sees("No groups yet");
    head.opens(&club).is_told(404);
    tom.opens(&game).is_told(404);
    mia.opens(&game).sees("A game of mine").misses("Chess club");
    mia.opens("/notices").is_told(200);
    // The name is free again.
    head.opens("/groups/new").fills("Name", "Chess club").ticks("Club").presses("Save").is_told(200);
}
