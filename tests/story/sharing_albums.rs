//! Albums that a whole group fills: every member puts photos in, each takes out their own, leaders any.

use crate::harness::{Ask, FOX, HERON, Person, Site};
use courtyard::base::{Act, Approval};

struct Trip<'s> {
    mia: Person<'s>,
    tom: Person<'s>,
    lea: Person<'s>,
    zoe: Person<'s>,
    group: i64,
    album: String,
}

/// Mia makes an album for Class 5B, which Lea leads; Tom is in it, Zoe is not.
fn trip(school: &Site) -> Trip<'_> {
    let [mia, tom, lea, zoe] = ["Mia", "Tom", "Lea", "Zoe"].map(|name| school.pupil(name));
    let group = school.has_a_group("Class 5B", &[&mia, &tom, &lea]);
    let leader = lea.id;
    school.write(Act::AddMember, move |change| {
        change
            .run("UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2", [group, leader])
    });
    mia.opens(&format!("/groups/{group}")).follows("Photos").sees("No photos yet").follows("New album");
    mia.fills("Title", "Our trip")
        .presses("Make the album")
        .is_told(200)
        .sees("Everybody in the group can put photos in");
    let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
    Trip { mia, tom, lea, zoe, group, album }
}

fn puts(person: &Person<'_>, album: &str, photo: (&str, [u8; 3]), words: &str) -> String {
    person.opens(album).attaches_with_words(photo, words).presses("Send photos").is_told(200);
    let files = person.look(|page| page.attributes("src"));
    let small: Vec<&str> = files.iter().filter_map(|src| src.strip_suffix("/small")).collect();
    small.last().unwrap().to_string()
}

#[test]
fn every_member_puts_photos_into_the_album_of_a_group_and_each_stays_its_adders() {
    let school = Site::school();
    let Trip { mia, tom, lea, zoe, group, album } = trip(&school);
    let (heron, fox) = (puts(&mia, &album, HERON, "A heron"), puts(&tom, &album, FOX, "A fox"));
    school.noted(Act::AddPhotos, &album[1..].replace("albums/", "album "));
    lea.opens(&fox).sees("Tom").sees("A fox").sees("Our trip");
    lea.opens(&format!("/groups/{group}/photos")).sees("Our trip").follows("Our trip").is_at(&album);
    tom.opens(&format!("{fox}/edit")).fills("Caption", "By the bus").presses("Save").is_at(&fox);
    // Neither changes the other's; and the album is its maker's to name.
    tom.opens(&format!("{heron}/edit")).is_told(404);
    mia.opens(&format!("{fox}/edit")).is_told(404);
    tom.opens(&format!("{album}/edit")).is_told(404);
    let token = tom.token();
    for path in [format!("{heron}/remove"), format!("{heron}/cover"), format!("{album}/remove")] {
        assert_eq!(tom.asks(&Ask::post(&path, &[("same_site", token.as_str())])).status, 403, "{path}");
    }
    // With others' photos in it, its maker cannot delete it, nor let anybody else see it.
    let token = mia.opens(&album).token();
    assert_eq!(
        mia.asks(&Ask::post(&format!("{album}/remove"), &[("same_site", token.as_str())])).status,
        403
    );
    let fields = [("same_site", token.as_str()), ("title", "Our trip"), ("audience", "everyone")];
    assert_eq!(mia.asks(&Ask::post(&format!("{album}/edit"), &fields)).status, 303);
    for path in [&album, &heron, &fox, &format!("{fox}/small"), &format!("/groups/{group}/photos")] {
        zoe.opens(path).is_told(404);
    }
    zoe.opens("/search?q=bus").misses("By the bus");
    mia.opens("/search?q=bus").sees("By the bus");
    let token = zoe.opens("/contacts").token();
    let add =
        Ask::post(&format!("/groups/{group}/albums"), &[("same_site", token.as_str()), ("title", "Mine")]);
    assert_eq!(zoe.asks(&add).status, 404);
    // Who is taken out of the group sees it no more; its maker sees what is her own, and changes nothing.
    let head = school.head();
    for person in [&tom, &mia] {
        head.opens(&format!("/groups/{group}/members")).at(&person.name).presses("Take out of the group");
    }
    tom.opens(&album).is_told(404);
    mia.opens(&album).sees("Our trip").sees("A heron").misses("A fox");
    mia.opens(&fox).is_told(404);
    mia.opens(&format!("{album}/edit")).is_told(404);
    let token = mia.opens("/contacts").token();
    for path in [format!("{album}/remove"), format!("{heron}/cover")] {
        assert_eq!(mia.asks(&Ask::post(&path, &[("same_site", token.as_str())])).status, 403, "{path}");
    }
    lea.opens(&album).sees("A fox").sees("A heron");
}

#[test]
fn the_album_of_a_group_is_not_deleted_over_a_photo_that_its_maker_does_not_see() {
    let school = Site::school();
    let Trip { mia, tom, lea, album, .. } = trip(&school);
    let fox = puts(&tom, &album, FOX, "A fox");
    mia.blocks(&tom);
    let token = mia.opens(&album).misses("A fox").token();
    assert_eq!(
        mia.asks(&Ask::post(&format!("{album}/remove"), &[("same_site", token.as_str())])).status,
        403
    );
    lea.opens(&fox).sees("A fox");
}

#[test]
fn a_leader_takes_photos_out_of_the_album_of_the_group_and_orders_it() {
    let school = Site::school();
    let Trip { mia, tom, lea, album, .. } = trip(&school);
    let (heron, fox) = (puts(&mia, &album, HERON, "A heron"), puts(&tom, &album, FOX, "A fox"));
    lea.opens(&format!("{album}/order")).at("A fox").presses("Up");
    tom.opens(&format!("{album}/order")).is_told(404);
    lea.opens(&fox).presses("Make it the cover");
    lea.opens(&heron).presses("Delete photo").is_at(&album);
    for person in [&mia, &tom, &lea] {
        person.opens(&heron).is_told(404);
        person.opens(&fox).is_told(200);
    }
    tom.opens(&fox).presses("Delete photo").is_at(&album);
    mia.opens(&album).presses("Delete album").is_told(200);
    lea.opens(&album).is_told(404);
}

#[test]
fn blocks_and_waiting_hold_for_each_photo_of_the_album_of_a_group() {
    let school = Site::school();
    let Trip { mia, tom, lea, group, album, .. } = trip(&school);
    let heron = puts(&mia, &album, HERON, "A heron");
    school.rules(Approval::HoldPhotos);
    tom.opens(&album).attaches_with_words(FOX, "A fox").presses("Send photos").sees("Waiting");
    let files = tom.look(|page| page.attributes("src"));
    let fox = files
        .iter()
        .filter_map(|src| src.strip_suffix("/small"))
        .find(|src| **src != *heron)
        .unwrap()
        .to_owned();
    for person in [&mia, &lea] {
        person.opens(&album).misses("A fox");
        person.opens(&fox).is_told(404);
    }
    school.releases(&fox);
    lea.opens(&album).sees("A fox");
    tom.blocks(&lea);
    lea.opens(&album).misses("A fox").sees("A heron");
    lea.opens(&fox).is_told(404);
    mia.opens(&fox).sees("A fox");
    // Photos of posts to the group stand below the albums, as far as each sees them.
    school.rules(Approval::Open);
    tom.posts("Look").with_words(FOX, "Another fox").to_group("Class 5B");
    mia.opens(&format!("/groups/{group}/photos")).sees("Another fox");
    lea.opens(&format!("/groups/{group}/photos")).misses("Another fox").sees("Our trip");
}

#[test]
fn who_left_the_group_reaches_their_own_photos_in_its_album_and_no_other() {
    let school = Site::school();
    let Trip { mia, tom, lea, zoe, group, album } = trip(&school);
    let (heron, fox) = (puts(&mia, &album, HERON, "A heron"), puts(&tom, &album, FOX, "A fox"));
    mia.comments_on(&fox, "Nice fox");
    let links = |person: &Person<'_>| person.look(|page| page.attributes("href"));
    assert!(links(tom.opens("/my/photos")).contains(&fox));
    let leaver = tom.id;
    school.write(Act::RemoveMember, move |change| {
        change.run("DELETE FROM membership WHERE group_id = ?1 AND account_id = ?2", [group, leaver])
    });
    for path in [&album, &heron, &format!("{heron}/small"), &format!("{fox}/who")] {
        assert_eq!(tom.status_of(path), 404, "{path}");
    }
    tom.opens("/my/space").follows("My photos").is_at("/my/photos");
    assert!(links(&tom).contains(&fox) && !links(&tom).contains(&heron));
    assert!(!links(mia.opens("/my/photos")).contains(&fox), "it is not hers");
    tom.opens(&fox).sees("A fox").sees("Nice fox").sees("In an album of a group that you are not in");
    tom.misses("Our trip").misses("A heron");
    assert_eq!(tom.status_of(&format!("{fox}/small")), 200);
    tom.opens("/search?q=fox").sees("A fox");
    for path in [&fox, &format!("{fox}/small")] {
        assert_eq!(zoe.status_of(path), 404, "{path}");
    }
    tom.opens(&format!("{fox}/edit")).fills("Caption", "By the bus").presses("Save").is_at(&fox);
    lea.opens(&fox).sees("By the bus").sees("Our trip");
    tom.opens(&fox).presses("Delete photo").is_at("/my/photos");
    assert!(!links(&tom).contains(&fox));
    lea.opens(&fox).is_told(404);
}
