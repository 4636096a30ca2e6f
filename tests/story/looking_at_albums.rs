//! Readings of what somebody posts for few show their albums for few, too, and what photos said before.

use crate::harness::{Ask, FOX, HERON, Person, Site, number};
use courtyard::base::{Act, Duty};

const WORDS: &str = "A friend came to me and cried";

/// Makes an album by the form, with a heron and a fox in it; gives its path and those of the photos.
fn album(person: &Person<'_>, title: &str, audience: &str) -> (String, Vec<String>) {
    person.opens("/albums/new").fills("Title", title).ticks(audience).presses("Make the album").is_told(200);
    let path = person.look(|page| page.path.split('?').next().unwrap().to_owned());
    person.opens(&path).attaches_with_words(HERON, "The old bridge").attaches(FOX).presses("Send photos");
    let files = person.is_told(200).look(|page| page.attributes("src"));
    let small = files.iter().filter_map(|src| src.strip_suffix("/small"));
    (path, small.filter(|src| src.starts_with("/photos/")).map(str::to_owned).collect())
}

/// Asks to see what somebody posts for few; gives the path of that Reading.
fn asks_for_posts(staff: &Person<'_>, whom: &Person<'_>) -> String {
    staff.opens("/readings").fills("Sign-in name", &whom.username).ticks("What do they post for few people?");
    staff.presses("Next").ticks("Somebody may be bullied").fills("What has happened?", WORDS);
    staff.presses("Open it").is_told(200);
    staff.look(|page| page.path.clone())
}

/// How many things of a kind were shown, by the record.
fn shown(school: &Site, kind: &str) -> usize {
    school.entries(Act::ShowReading).iter().filter(|entry| entry.starts_with(kind)).count()
}

#[test]
fn albums_for_few_open_with_each_photo_and_comment_in_the_record() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    let (trip, both) = album(&mia, "Our trip", "My contacts");
    album(&mia, "My diary", "Only me");
    album(&mia, "The summer fair", "Everyone");
    album(&tom, "Of Tom himself", "My contacts");
    tom.opens(&both[0]).fills("Write a comment", "I know this place").presses("Send").is_told(200);
    mia.opens(&format!("{}/edit", both[0])).fills("Caption", "Where we meet").presses("Save").is_told(200);
    mia.opens(&format!("{}/edit", both[0])).fills("Caption", "A nice day").presses("Save").is_told(200);
    lark.opens(&trip).is_told(404);

    let reading = asks_for_posts(&lark, &mia);
    assert_eq!((shown(&school, "album "), shown(&school, "photo ")), (0, 0));
    lark.misses("Our trip")
        .follows("Their albums for few people")
        .sees("Our trip")
        .sees("For all their contacts");
    for closed in ["My diary", "The summer fair", "Of Tom himself", "The old bridge"] {
        lark.misses(closed);
    }
    assert_eq!((shown(&school, "album "), shown(&school, "photo ")), (1, 0));
    lark.follows("See the photos").sees("A nice day").sees("The old bridge").misses("I know this place");
    lark.sees("Said before").sees("Where we meet");
    assert_eq!((shown(&school, "album "), shown(&school, "photo ")), (2, 2));
    lark.at("A nice day").follows("Read the comments").sees("I know this place").sees("Tom");
    assert_eq!((shown(&school, "photo "), shown(&school, "comment ")), (3, 1));
    lark.follows("Photos of the album").sees("Our trip");

    // Each file by the address of the Reading, while it is open, and for nobody else.
    let files: Vec<String> = lark.look(|page| page.attributes("src"));
    let files: Vec<String> = files.into_iter().filter(|src| src.starts_with("/readings/")).collect();
    assert_eq!(files.len(), 2, "{files:?}");
    let hare = school.staff("Mr Hare", &[Duty::Safeguard]);
    let pages = [
        format!("{reading}/albums"),
        format!("{reading}/albums/{}", number(&trip)),
        format!("{reading}/photos/{}", number(&both[0])),
    ];
    for path in pages.iter().chain(&files) {
        assert_eq!(lark.status_of(path), 200, "{path}");
        for person in [&mia, &tom, &hare] {
            assert_eq!(person.status_of(path), 404, "{} and {path}", person.name);
        }
    }
    assert_eq!(lark.status_of(&format!("{}/small", both[0])), 404);
    mia.opens("/notices").sees("Teachers read what you posted for few people");
    tom.opens("/notices").misses("for few people");
    lark.opens(&reading).presses("Close it now").is_told(200);
    for path in pages.iter().chain(&files) {
        assert_eq!(lark.status_of(path), 404, "{path} of a closed Reading");
    }
}

#[test]
fn one_album_opens_no_other_and_a_reading_of_talk_opens_none() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    let (trip, both) = album(&mia, "Our trip", "My contacts");
    let (diary, hidden) = album(&mia, "My diary", "Only me");
    let (of_tom, his) = album(&tom, "Of Tom himself", "My contacts");
    let reading = asks_for_posts(&lark, &mia);
    for (album, photo) in [(&diary, &hidden[0]), (&of_tom, &his[0])] {
        for path in [
            format!("{reading}/albums/{}", number(album)),
            format!("{reading}/photos/{}", number(photo)),
            format!("{reading}/photos/{}/medium", number(photo)),
            format!("{reading}/posts/{}", number(album)),
        ] {
            assert_eq!(lark.status_of(&path), 404, "{path}");
        }
        let token = lark.opens(&reading).token();
        let desk = Ask::post(&format!("{reading}/desk/{}", number(photo)), &[("same_site", &token)]);
        assert_eq!(lark.asks(&desk).status, 404);
    }
    lark.opens(&format!("/readings/new?person={}", mia.id)).ticks("Another reason");
    lark.fills("What has happened?", WORDS).presses("Open it").is_told(200);
    let of_talk = lark.look(|page| page.path.clone());
    assert_ne!(of_talk, reading);
    lark.misses("albums");
    for path in [
        format!("{of_talk}/albums"),
        format!("{of_talk}/albums/{}", number(&trip)),
        format!("{of_talk}/photos/{}", number(&both[0])),
    ] {
        assert_eq!(lark.status_of(&path), 404, "{path}");
    }
}

#[test]
fn what_photos_of_posts_said_before_stands_with_them_and_a_photo_of_an_album_can_be_taken_to_the_desk() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    let fox = school.staff("Ms Fox", &[Duty::Moderate, Duty::Safeguard]);
    let secret = mia.posts("At the pond").with_words(HERON, "Come at ten").to_contacts();
    mia.opens(&format!("{secret}/edit")).fills("Describe photo 1", "A heron").presses("Save").is_told(200);
    let (_, both) = album(&mia, "Our trip", "My contacts");
    let reading = asks_for_posts(&fox, &mia);
    fox.sees("A heron").sees("Said before").sees("Come at ten");
    fox.opens(&format!("{reading}/photos/{}", number(&both[0]))).sees("The old bridge");
    fox.at("The old bridge").presses("Bring it to the desk").is_told(200).sees("The old bridge");
    fox.chooses("Reason for removing", "It was a threat").presses("Remove").is_told(200);
    tom.opens(&both[0]).is_told(404);
    fox.opens(&format!("{reading}/photos/{}", number(&both[0]))).sees("The old bridge");
}
