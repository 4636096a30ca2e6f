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

fn here(person: &Person<'_>) -> String {
    person.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned())
}

#[test]
fn forms_of_albums_photos_and_files_say_it_too_where_it_is_so() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let class = school.has_a_group("5b", &[&mia, &tom, &fox]);
    let group = format!("/groups/{class}");
    let (new_album, new_file) = (format!("{group}/albums/new"), format!("{group}/files/new"));
    tom.opens(&new_album).misses("wait until").fills("Title", "By the pond").presses("Make the album");
    let album = here(&tom);
    tom.misses("wait until").attaches(HERON).presses("Send photos").is_told(200);
    let photo = tom.look(|page| {
        let to = page.links.iter().map(|link| link.to.clone());
        to.into_iter().find(|to| to.starts_with("/photos/")).unwrap()
    });
    tom.opens(&new_file).misses("wait until").attaches_file("plan.txt", "text/plain", b"The plan".to_vec());
    tom.presses("Put it here").is_told(200);
    let newest = tom.look(|page| page.attributes("data-item"));
    let newest = newest.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap();
    let file = format!("/files/{newest}");
    let (words, edited) = (format!("{photo}/edit"), format!("{file}/edit"));
    let pages = [&new_album, &new_file, &album, &words, &edited, &format!("{album}/edit")];
    for path in pages {
        tom.opens(path).is_told(200).misses("wait until").misses("waits until");
    }
    let head = school.head();
    head.opens(&format!("{group}/level")).ticks("Everything waits").presses("Save").is_told(200);
    for path in pages {
        tom.opens(path).sees(ALL);
    }
    fox.opens(&new_file).misses("waits until");
    // Where only photos wait, that is said where one is sent, and not of words.
    head.opens(&format!("{group}/level")).ticks("Photos wait").presses("Save").is_told(200);
    tom.opens(&album).sees(PHOTOS).opens(&new_file).sees(PHOTOS);
    for path in [&new_album, &words, &edited] {
        tom.opens(path).misses("wait until");
    }
    head.opens(&format!("{group}/level")).ticks("Nothing waits").presses("Save").is_told(200);
    head.opens("/admin/rules").chooses("New accounts", "The first 10 wait").presses("Save");
    for path in pages {
        tom.opens(path).sees("You are new here: the first 10 things you write wait");
    }
    // What was sent and did not pass comes back with the line, too.
    tom.opens(&new_album)
        .fills("What it is about", "No title")
        .insists()
        .is_told(422)
        .sees("You are new here");
}

#[test]
fn in_a_conversation_that_is_open_the_line_changes_for_whom_it_concerns_and_for_nobody_else() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let head = school.head();
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Hello");
    let (mut of_mia, mut of_tom) = (mia.opens(&talk).listens(), tom.opens(&talk).listens());
    let level = format!("/admin/people/{}/level", tom.id);
    head.opens(&level).ticks("Everything waits").presses("Save").is_told(200);
    let told = of_tom.hears(ALL);
    assert!(told.contains("action=\"voice\"") && told.contains("<form"), "{told}");
    // The page says by its number what it shows: where nothing is otherwise, nothing comes.
    let fresh = school.is_in(tom.elsewhere());
    let mut at_fresh = fresh.opens(&talk).sees(ALL).listens();
    head.opens(&level).ticks("Photos wait").presses("Save").is_told(200);
    for page in [&mut of_tom, &mut at_fresh] {
        let told = page.hears(PHOTOS);
        assert!(!told.contains(ALL), "{told}");
    }
    head.opens(&level).ticks("Nothing waits").presses("Save").is_told(200);
    for page in [&mut of_tom, &mut at_fresh] {
        let told = page.hears("action=\"voice\"");
        assert!(told.contains("<form") && !told.contains("class=\"waits\""), "{told}");
    }
    mia.writes_in(&talk, "Are you there?");
    let told = of_mia.hears("Are you there?");
    assert!(!told.contains("voice") && !told.contains("wait until") && !told.contains(ALL), "{told}");
    let told = of_tom.hears("Are you there?");
    assert!(!told.contains("action=\"voice\""), "each was told once: {told}");
}
