//! Albums, and photos as things: seen by the right people, talked about, put in order, taken away.

use crate::harness::{Ask, FOX, HERON, Person, Site, number};
use courtyard::base::{Act, Approval, limits};

/// Mia shares with Tom; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

/// Makes an album by the form; gives its path.
fn album(person: &Person<'_>, title: &str, audience: &str) -> String {
    person.opens("/albums/new").fills("Title", title).ticks(audience).presses("Make the album").is_told(200);
    person.look(|page| page.path.split('?').next().unwrap().to_owned())
}

/// The paths of the photos on the page that is open, in order.
fn photos(person: &Person<'_>) -> Vec<String> {
    let files = person.look(|page| page.attributes("src"));
    let small = files.iter().filter_map(|src| src.strip_suffix("/small"));
    small.filter(|src| src.starts_with("/photos/")).map(str::to_owned).collect()
}

/// Puts a heron and a fox into an album; gives the paths of the photos.
fn heron_and_fox(person: &Person<'_>, album: &str) -> Vec<String> {
    person
        .opens(album)
        .attaches_with_words(HERON, "A heron")
        .attaches(FOX)
        .presses("Send photos")
        .is_told(200);
    photos(person)
}

#[test]
fn an_album_and_its_photos_are_seen_by_its_audience_and_nobody_else() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let trip = album(&mia, "Our trip", "My contacts");
    let both = heron_and_fox(&mia, &trip);
    assert_eq!(both.len(), 2);
    school.noted(Act::AddAlbum, &trip[1..].replace("albums/", "album "));
    mia.opens(&format!("{}/edit", both[0])).fills("Caption", "On the pond").presses("Save").is_at(&both[0]);
    tom.opens("/people/mia/albums").sees("Our trip").follows("Our trip").is_at(&trip);
    tom.opens(&both[0]).sees("On the pond").sees("What it shows: A heron").sees("Our trip");
    tom.follows("Next").is_at(&both[1]);
    tom.follows("Previous").is_at(&both[0]);
    zoe.opens("/people/mia/albums").misses("Our trip");
    for path in [&trip, &both[0], &format!("{}/small", both[0]), &format!("{}/large", both[1])] {
        assert_eq!(tom.status_of(path), 200, "{path}");
        assert_eq!(zoe.status_of(path), 404, "{path}");
    }
    // What was for contacts is for nobody: also the files are gone for Tom.
    mia.opens(&format!("{trip}/edit")).ticks("Only me").presses("Save").is_at(&trip);
    assert_eq!(tom.status_of(&format!("{}/small", both[0])), 404);
    tom.opens(&trip).is_told(404);
    mia.opens(&trip).sees("Our trip");
}

#[test]
fn a_photo_of_a_post_has_a_page_too_and_the_list_of_them_is_seen_as_the_posts_are() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let post = mia.posts("Look").with_words(HERON, "A heron").with(FOX).to_contacts();
    tom.opens("/people/mia/albums").follows("Photos of posts");
    let found = photos(&tom);
    assert_eq!(found.len(), 2);
    tom.opens(&found[1]).sees("What it shows: A heron").follows("The post").is_at(&post);
    zoe.opens("/people/mia/photos").sees("No photos yet").misses("A heron");
    zoe.opens(&found[1]).is_told(404);
    // Its words are changed with the post, and it is not moved about by itself.
    let fields = [("same_site", tom.token())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(tom.asks(&Ask::post(&format!("{}/remove", found[1]), &fields)).status, 404);
    mia.opens(&format!("{}/edit", found[1])).is_told(404);
}

#[test]
fn people_talk_and_react_under_one_photo_and_those_who_do_not_see_it_learn_nothing() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let both = heron_and_fox(&mia, &album(&mia, "Our trip", "My contacts"));
    let mut of_mia = mia.opens(&both[0]).listens();
    let comment = tom.comments_on(&both[0], "What a bird @mia");
    of_mia.hears("What a bird");
    tom.opens(&both[0]).presses("Heart").is_told(200);
    of_mia.hears("Heart");
    tom.opens(&comment).sees("What a bird").sees("What it shows: A heron");
    tom.opens(&both[1]).misses("What a bird");
    mia.opens("/notices").sees("Tom named you in a comment").sees("Tom reacted to your photo");
    mia.opens(&comment).at("What a bird").presses("Thanks");
    let second = mia.comments_on(&both[0], "It stood there all day");
    tom.opens("/notices").sees("Mia also commented on a photo").sees("Mia reacted to your comment");
    zoe.opens(&comment).is_told(404).misses("What a bird");
    zoe.opens(&second).is_told(404);
    zoe.opens("/posts/new");
    let token = zoe.token();
    for (path, field) in [("comments", ("body", "Hello")), ("reactions", ("kind", "heart"))] {
        let ask = Ask::post(&format!("{}/{path}", both[0]), &[("same_site", token.as_str()), field]);
        assert_eq!(zoe.asks(&ask).status, 404, "{path}");
    }
    tom.opens(&format!("{comment}/edit")).fills("Your comment", "What a heron").presses("Save");
    tom.follows("edited").sees("What a bird");
    zoe.opens(&format!("{comment}/history")).is_told(404);
    tom.opens(&both[0]).at("What a heron").presses("Delete");
    tom.misses("What a heron").sees("It stood there all day");
}

#[test]
fn photos_are_put_in_order_by_buttons_and_moved_to_another_album() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let (trip, mine) = (album(&mia, "Our trip", "My contacts"), album(&mia, "Mine", "Only me"));
    let both = heron_and_fox(&mia, &trip);
    let order = format!("{trip}/order");
    let now = |expected: [usize; 2]| {
        tom.opens(&trip);
        assert_eq!(photos(&tom), expected.map(|place| both[place].clone()));
    };
    now([0, 1]);
    mia.opens(&order).at("Photo 2").presses("Up").is_at(&order);
    now([1, 0]);
    mia.at("A heron").presses("To the top");
    now([0, 1]);
    mia.at("A heron").presses("Down");
    now([1, 0]);
    for person in [&tom, &zoe] {
        person.opens("/posts/new");
        let token = person.token();
        let fields = [("same_site", token.as_str()), ("step", "first")];
        let status = person.asks(&Ask::post(&format!("{}/place", both[0]), &fields)).status;
        assert_eq!(status, if person.name == "Tom" { 403 } else { 404 });
        person.opens(&order).is_told(404);
    }
    now([1, 0]);
    mia.opens(&order);
    let token = mia.token();
    for (step, expected) in [
        (("before", number(&both[1])), [0, 1]),
        (("step", "last"), [1, 0]),
        (("step", "first"), [0, 1]),
        (("step", "last"), [1, 0]),
    ] {
        let ask = Ask::post(&format!("{}/place", both[0]), &[("same_site", token.as_str()), step]);
        assert_eq!(mia.asks(&ask).status, 303);
        now(expected);
    }
    mia.opens(&format!("{}/edit", both[0])).chooses("Album", "Mine").presses("Move photo").is_at(&both[0]);
    mia.opens(&mine);
    assert_eq!(photos(&mia), [both[0].clone()]);
    tom.opens(&both[0]).is_told(404);
    assert_eq!(tom.status_of(&format!("{}/large", both[0])), 404);
}

#[test]
fn a_photo_is_taken_out_and_an_album_taken_away_with_all_that_is_in_it() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let trip = album(&mia, "Our trip", "My contacts");
    let both = heron_and_fox(&mia, &trip);
    mia.opens(&both[1]).presses("Make it the cover").is_at(&trip);
    tom.opens("/people/mia/albums");
    assert_eq!(photos(&tom), [both[1].clone()]);
    mia.opens(&both[1]).presses("Delete photo").is_at(&trip);
    assert_eq!(tom.status_of(&format!("{}/small", both[1])), 404);
    tom.opens(&both[1]).is_told(404);
    tom.opens("/people/mia/albums");
    assert_eq!(photos(&tom), [both[0].clone()]);
    mia.opens(&trip).presses("Delete album").is_at("/people/mia/albums").misses("Our trip");
    for person in [&mia, &tom] {
        person.opens(&trip).is_told(404);
        assert_eq!(person.status_of(&format!("{}/small", both[0])), 404);
    }
}

#[test]
fn what_is_wrong_with_an_album_or_a_caption_is_said_and_nothing_typed_is_lost() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/albums/new").fills("What it is about", "The sea");
    mia.forces("Title", &"é".repeat(limits::ALBUM_TITLE_CHARS_MAX + 1)).presses("Make the album");
    mia.is_told(422).sees("Title: At most 100 characters.").holds("What it is about", "The sea");
    let trip = album(&mia, "Our trip", "Only me");
    mia.opens(&trip).attaches_file("notes.txt", "text/plain", b"no picture".to_vec()).presses("Send photos");
    mia.is_told(422);
    let both = heron_and_fox(&mia, &trip);
    let long = "é".repeat(limits::CAPTION_CHARS_MAX + 1);
    mia.opens(&format!("{}/edit", both[0])).forces("Caption", &long).presses("Save").is_told(422);
    mia.sees("Caption: At most 500 characters.").holds("Caption", &long);
}

#[test]
fn photos_of_an_album_wait_one_by_one_and_staff_decide_about_each() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    school.rules(Approval::HoldPhotos);
    let trip = album(&mia, "Our trip", "Everyone");
    let both = heron_and_fox(&mia, &trip);
    assert_eq!(both.len(), 2);
    tom.opens(&trip).sees("Our trip").misses("A heron");
    tom.opens(&both[0]).is_told(404);
    assert_eq!(tom.status_of(&format!("{}/small", both[0])), 404);
    fox.opens("/desk").sees("Photo");
    school.releases(&both[0]);
    mia.opens("/notices").sees("Your photo can be seen now");
    tom.opens(&both[0]).sees("A heron");
    tom.opens(&both[1]).is_told(404);
    school.rules(Approval::Open);
    tom.reports(&both[0], "It is mean to somebody", "");
    fox.takes_away(&both[0], "It was rude or about sex", "");
    tom.opens(&both[0]).is_told(404);
    mia.opens("/notices").sees("Teachers removed your photo");
    tom.reports(&trip, "It is mean to somebody", "");
    fox.takes_away(&trip, "It was rude or about sex", "");
    tom.opens(&trip).is_told(404);
    mia.opens(&trip).sees("Removed by teachers");
}

#[test]
fn a_report_about_one_photo_shows_staff_that_photo_and_not_the_private_album_round_it() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let fox = school.teacher("Ms Fox");
    let both = heron_and_fox(&mia, &album(&mia, "Our trip", "My contacts"));
    let said = tom.comments_on(&both[0], "So rude");
    for photo in &both {
        assert_eq!(fox.status_of(&format!("{photo}/small")), 404);
    }
    mia.reports(&said, "It is mean to somebody", "");
    fox.opens(&format!("/desk/items/{}", number(&said))).sees("So rude").sees("A heron");
    assert_eq!(fox.status_of(&format!("{}/small", both[0])), 200);
    assert_eq!(fox.status_of(&format!("{}/small", both[1])), 404);
    tom.reports(&both[0], "It is mean to somebody", "");
    fox.opens(&format!("/desk/items/{}", number(&both[0]))).sees("A heron").sees("Our trip");
    assert_eq!(fox.status_of(&format!("{}/small", both[1])), 404);
    assert_eq!(fox.status_of(&format!("/desk/items/{}", number(&both[1]))), 404);
    fox.takes_away(&said, "It was rude or about sex", "");
    mia.opens(&both[0]).misses("So rude");
}

#[test]
fn what_an_album_and_its_photos_said_before_can_be_read_by_those_who_see_them() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let trip = album(&mia, "Our trip", "My contacts");
    let both = heron_and_fox(&mia, &trip);
    tom.opens(&trip).misses("edited");
    mia.opens(&format!("{trip}/edit")).fills("Title", "Our voyage").fills("What it is about", "To *the* sea");
    mia.presses("Save").is_at(&trip);
    mia.opens(&format!("{trip}/edit")).fills("What it is about", "To the lake").presses("Save");
    tom.opens(&trip).follows("edited").is_at(&format!("{trip}/history"));
    tom.sees("Our trip").sees("Our voyage").sees("To the sea").sees("To the lake").misses("To *the* sea");
    mia.opens(&format!("{}/edit", both[0])).fills("Caption", "On the pond").presses("Save");
    mia.opens(&format!("{}/edit", both[0])).fills("Caption", "By the river").presses("Save");
    tom.opens(&both[0]).follows("edited").is_at(&format!("{}/history", both[0]));
    tom.sees("On the pond").sees("By the river").sees("What it shows: A heron");
    for path in [&trip, &both[0]] {
        zoe.opens(&format!("{path}/history")).is_told(404).misses("Our trip").misses("On the pond");
    }
    // What waited when it was changed nobody let through: others never read it.
    school.rules(Approval::HoldAll);
    mia.opens(&format!("{trip}/edit")).fills("Title", "A rude title").presses("Save");
    tom.opens(&format!("{trip}/history")).is_told(404);
    mia.opens(&format!("{trip}/edit")).fills("Title", "A kind title").presses("Save");
    school.releases(&trip);
    tom.opens(&format!("{trip}/history")).sees("A kind title").sees("Our trip").misses("A rude title");
    mia.opens(&format!("{trip}/history")).sees("A rude title");
}

#[test]
fn open_pages_of_an_album_hear_of_its_photos_and_others_hear_nothing() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let trip = album(&mia, "Our trip", "My contacts");
    let both = heron_and_fox(&mia, &trip);
    let mut of_tom = tom.opens(&trip).listens();
    let mut of_photo = tom.opens(&both[0]).listens();
    // Zoe's own script asks for what her page would never ask for.
    let (album, photo) = (number(&trip), number(&both[0]));
    let topics = [
        format!("album/{album}"),
        format!("album-page/{album}/-1"),
        format!("beside/{photo}"),
        "album/x".into(),
    ];
    for topic in &topics {
        let since = zoe.opens("/").look(|page| page.meta("live-since")).parse().unwrap();
        zoe.listens_to(&[topic], since).hears("(refresh)");
    }
    mia.opens(&trip).attaches_with_words(HERON, "A third one").presses("Send photos");
    assert!(of_tom.hears("A third one").contains(&both[0]));
    mia.opens(&format!("{}/edit", both[0])).fills("Caption", "On the pond").presses("Save");
    of_tom.hears("On the pond");
    assert!(of_photo.hears("On the pond").contains("photo-words"));
    mia.opens(&format!("{trip}/order")).at("On the pond").presses("Down");
    // In the new order: it was the second of them, and stands first.
    of_tom.hears(&format!("{}\" aria-label=\"Open photo 1\"", both[1]));
    assert!(of_photo.hears("rel=\"prev\"").contains(&both[1]), "its neighbours are others now");
    mia.opens(&both[1]).presses("Delete photo");
    assert!(!of_tom.hears("album-photos").contains(&both[1]));
    // A photo that waits is nobody's news until staff let it through.
    school.rules(Approval::HoldPhotos);
    mia.opens(&trip).attaches_with_words(FOX, "A photo that waits").presses("Send photos");
    mia.opens(&trip);
    let waiting = photos(&mia).last().unwrap().clone();
    school.rules(Approval::Open);
    mia.opens(&format!("{}/edit", both[0])).fills("Caption", "By the river").presses("Save");
    assert!(!of_tom.hears("By the river").contains("A photo that waits"));
    school.releases(&waiting);
    of_tom.hears("A photo that waits");
    // Its own words, and its going, load the page anew.
    mia.opens(&format!("{trip}/edit")).fills("Title", "Our voyage").presses("Save");
    of_tom.hears("\"refresh\"");
}

#[test]
fn staff_let_all_waiting_photos_of_an_album_or_of_a_person_be_seen_at_once() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    school.rules(Approval::HoldPhotos);
    let (trip, other) = (album(&mia, "Our trip", "Everyone"), album(&mia, "Birds", "Everyone"));
    let both = heron_and_fox(&mia, &trip);
    mia.opens(&other).attaches_with_words(HERON, "Another bird").presses("Send photos");
    let third = photos(&mia)[0].clone();
    let toms = heron_and_fox(&tom, &album(&tom, "Mine", "Everyone"));
    fox.opens(&format!("/desk/items/{}", number(&both[0]))).follows("All waiting photos together");
    let shown = |person: &Person<'_>| {
        let ids = person.look(|page| page.attributes("value"));
        ids.into_iter().filter(|id| id.parse::<i64>().is_ok()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&fox), [number(&both[0]), number(&both[1])]);
    fox.follows("Of this person");
    assert_eq!(shown(&fox), [number(&both[0]), number(&both[1]), number(&third)]);
    // One is left out, and one comes while she looks.
    fox.opens(&format!("/desk/items/{}/photos", number(&both[0]))).unticks("Photo 2");
    mia.opens(&trip).attaches_with_words(FOX, "Unseen by staff").presses("Send photos");
    fox.presses("Let the ticked ones be seen").is_at("/desk");
    let entries = school.entries(Act::Release);
    assert_eq!(entries, [format!("photo {}", number(&both[0]))]);
    tom.opens(&trip).sees("A heron").misses("Unseen by staff");
    tom.opens(&both[1]).is_told(404);
    mia.opens("/notices").sees("Your photo can be seen now");
    fox.opens(&format!("/desk/items/{}/photos?of=author", number(&third)))
        .presses("Let the ticked ones be seen");
    for path in [&both[1], &third] {
        tom.opens(path).is_told(200);
    }
    assert_eq!(school.entries(Act::Release).len(), 4, "each has its own entry");
    fox.opens(&format!("/desk/items/{}/photos", number(&both[0])))
        .is_at(&format!("/desk/items/{}", number(&both[0])));
    // Not for others, not for what does not wait, and nobody else's with it.
    mia.opens(&toms[0]).is_told(404);
    for nobody in [&mia, &tom] {
        nobody.opens(&format!("/desk/items/{}/photos", number(&toms[0]))).is_told(404);
    }
}

#[test]
fn a_file_that_is_no_picture_does_not_keep_the_others_from_the_album() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/albums/new").fills("Title", "By the pond").ticks("Everyone").presses("Make the album");
    mia.attaches(HERON).attaches_file("song.jpg", "image/jpeg", b"la la".to_vec()).attaches(FOX);
    mia.presses("Send photos").is_told(422).sees("This is not a picture");
    let photos = mia.look(|page| page.attributes("src"));
    assert_eq!(photos.iter().filter(|src| src.starts_with("/photos/")).count(), 2);
    school.noted(Act::AddPhotos, "album 1");
}
