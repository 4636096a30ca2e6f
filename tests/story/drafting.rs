//! Drafts: what is written survives, is its writer's alone, and goes when it is sent; and looking at it before.

use crate::harness::{Ask, FOX, HERON, Person, Site};
use courtyard::base::{Act, limits};

/// Keeps a draft as the script keeps it; gives what is said of it.
fn keeps(person: &Person<'_>, word: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let token = person.token();
    let mut all = vec![("same_site", token.as_str()), ("draft", word)];
    all.extend(fields);
    let answer = person.asks(&Ask::post("/drafts?quiet=yes", &all));
    (answer.status, answer.text())
}

#[test]
fn what_is_typed_survives_and_is_gone_on_with_elsewhere() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.opens("/posts/new").fills("Your post", "A heron stood there").ticks("Only me");
    mia.fills("Answer 1", "Grey").fills("Answer 2", "White").ticks("Hide it behind a shield");
    mia.fills("What is in it", "a beak")
        .presses("Keep as draft")
        .is_at("/drafts")
        .sees("A heron stood there");
    mia.sees("Only me").sees("Poll");
    let there = mia.elsewhere();
    there.signs_in();
    there.opens("/").sees("You have begun to write: A heron stood there").follows("Go on writing");
    there
        .holds("Your post", "A heron stood there")
        .holds("Answer 2", "White")
        .holds("What is in it", "a beak");
    let kept = there.look(|page| {
        let controls = page.forms.iter().flat_map(|form| &form.controls);
        let chosen = controls.filter(|control| control.name == "audience" && control.on);
        chosen.map(|control| control.value.clone()).next()
    });
    assert_eq!(kept.as_deref(), Some("only_me"));
    for page in ["/drafts", "/", "/search?q=heron"] {
        tom.opens(page).misses("A heron stood there");
        school.head().opens(page).misses("A heron stood there");
    }
}

#[test]
fn what_is_sent_is_a_draft_no_more() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/posts/new").fills("Your post", "Half of").presses("Keep as draft").follows("Go on writing");
    mia.fills("Your post", "Half of it, and the rest").presses("Post").is_told(200).sees("and the rest");
    mia.opens("/drafts").sees("No drafts").misses("Half of");
    mia.opens("/").misses("You have begun to write");
    // What cannot be sent stays.
    mia.opens("/posts/new").fills("Your post", "Too").presses("Keep as draft").follows("Go on writing");
    mia.forces("Your post", &"x".repeat(limits::POST_CHARS_MAX + 1)).presses("Post").is_told(422);
    mia.opens("/drafts").sees("Too").presses("Throw away").sees("No drafts");
}

#[test]
fn a_draft_is_kept_again_and_again_without_a_word_in_the_record() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/posts/new");
    let (status, said) = keeps(&mia, "ABCD", &[("body", "A")]);
    assert_eq!(status, 200);
    assert!(said.starts_with("Kept as a draft at "), "{said}");
    assert!(
        keeps(&mia, "ABCD", &[("body", "A heron"), ("with-photos", "yes")]).1.contains("without the photos")
    );
    mia.opens("/drafts").sees("A heron");
    assert_eq!(mia.look(|page| page.source.matches("draft=ABCD").count()), 1);
    assert!(school.entries(Act::KeepDraft).is_empty());
    // An emptied form is no draft.
    assert_eq!(keeps(&mia, "ABCD", &[("body", " ")]), (200, String::new()));
    mia.opens("/drafts").sees("No drafts");
}

#[test]
fn drafts_are_bounded_in_number_and_size_and_each_is_ones_own() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.opens("/posts/new");
    for number in 0..limits::DRAFTS_MAX {
        assert_eq!(keeps(&mia, &format!("W{number}"), &[("body", "x")]).0, 200);
    }
    let (status, said) = keeps(&mia, "MORE", &[("body", "one too many")]);
    assert!(status == 200 && said.contains("20"), "{status} {said}");
    mia.opens("/drafts").misses("one too many");
    assert!(keeps(&mia, "W0", &[("body", "still kept")]).1.starts_with("Kept"));
    mia.opens("/drafts").sees("still kept");
    tom.opens("/posts/new");
    assert_eq!(keeps(&tom, "W0", &[("body", &"x".repeat(limits::DRAFT_BYTES_MAX))]).0, 200);
    assert_eq!(keeps(&tom, "../W0", &[("body", "x")]).0, 404);
    tom.opens("/drafts").sees("No drafts");
    tom.opens("/posts/new?draft=W0").is_told(404).misses("still kept");
    let token = mia.opens("/drafts").token();
    let fields = [("same_site", token.as_str())];
    assert_eq!(
        tom.asks(&Ask::post("/drafts/W0/remove", &[("same_site", &tom.opens("/drafts").token())])).status,
        404
    );
    assert_eq!(mia.asks(&Ask::post("/drafts/W0/remove", &fields)).status, 303);
    mia.opens("/drafts").misses("still kept");
}

/// The preview alone, without the form that holds the same.
fn drawn(person: &Person<'_>) -> String {
    let after = person.look(|page| page.source.split_once("card preview").map(|(_, after)| after.to_owned()));
    let after = after.unwrap_or_else(|| person.fails("sees no preview"));
    after.split("<form").next().unwrap_or_default().to_owned()
}

#[test]
fn a_post_is_looked_at_before_it_is_sent() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    school.has_a_group("Class 5B", &[&mia]);
    mia.opens("/posts/new")
        .fills("Your post", "**Loud** @tom <b>")
        .fills("Answer 1", "Cats")
        .fills("Answer 2", "Dogs");
    mia.ticks("Groups").ticks("Class 5B").attaches(HERON).presses("Preview").is_told(200);
    mia.sees("This is how it will look");
    mia.look(|page| {
        assert!(page.source.contains("<strong>Loud</strong>") && page.source.contains("&lt;b&gt;"));
        assert!(page.links.iter().any(|link| link.to == "/people/tom"));
    });
    assert_eq!(pictures(&mia, "medium").len(), 1, "the photo that was chosen is in the preview");
    let shown = drawn(&mia);
    for words in ["Mia", "Class 5B", "Cats", "Dogs", "<strong>Loud</strong>"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("Sensitive"), "{shown}");
    mia.holds("Your post", "**Loud** @tom <b>").holds("Answer 2", "Dogs");
    tom.opens("/everyone").misses("Loud");
    assert!(school.entries(Act::AddPost).is_empty() && school.files_in("uploads").is_empty());
    mia.fills("Describe it, for people who cannot see it", "A heron").presses("Post").is_told(200);
    mia.sees("Cats").sees("Class 5B").sees("A heron");
    mia.opens("/posts/new")
        .fills("Your post", "x")
        .fills("Answer 1", "Alone")
        .presses("Preview")
        .is_told(422);
    mia.opens("/posts/new").fills("Your post", "Eight legs").ticks("Hide it behind a shield");
    mia.fills("What is in it", "spiders").presses("Preview").is_told(200);
    assert!(drawn(&mia).contains("Sensitive: spiders"), "{}", drawn(&mia));
    mia.opens("/posts/new")
        .fills("Your post", "x")
        .fills("Answer 1", "Alone")
        .presses("Preview")
        .is_told(422);
    mia.sees("At least 2").holds("Answer 1", "Alone");
}

const DESCRIBE: &str = "Describe it, for people who cannot see it";

/// The addresses of photos that are kept with drafts, in this size, as the page shows them.
fn pictures(person: &Person<'_>, size: &str) -> Vec<String> {
    let all = person.look(|page| page.attributes("src"));
    all.into_iter().filter(|src| src.starts_with("/drafts/photos/") && src.ends_with(size)).collect()
}

#[test]
fn photos_wait_with_the_draft_and_are_its_writers_alone() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.opens("/posts/new").fills("Your post", "By the pond").attaches(HERON).attaches(FOX);
    mia.presses("Keep as draft").is_at("/drafts").sees("By the pond").sees("2 photos");
    mia.opens("/my/space").sees("2 photos in drafts");
    let there = mia.elsewhere();
    there.signs_in();
    there.opens("/").follows("Go on writing").holds("Your post", "By the pond");
    let kept = pictures(&there, "small");
    assert_eq!(kept.len(), 2);
    for picture in &kept {
        assert_eq!(mia.status_of(picture), 200);
        for other in [&tom, &school.head(), &school.stranger()] {
            assert_ne!(other.status_of(picture), 200, "{}", other.name);
        }
        assert_eq!(tom.status_of(picture), 404, "as one that never was");
    }
    assert!(school.entries(Act::KeepDraft).is_empty() && school.files_in("uploads").is_empty());
    assert_eq!(school.sweeps(), 0);
    // What it shows is kept with it, and sent with it; a photo that is left out stays away.
    there.fills(DESCRIBE, "A grey heron").ticks("Remove photo 2").presses("Keep as draft").sees("1 photo");
    assert_eq!(mia.status_of(&kept[1]), 404);
    there.follows("Go on writing").holds(DESCRIBE, "A grey heron");
    there.ticks("Everyone").presses("Post").is_told(200).sees("A grey heron");
    tom.opens("/everyone").sees("By the pond").sees("A grey heron");
    there.opens("/drafts").sees("No drafts");
    assert_eq!(mia.status_of(&kept[0]), 404, "it is a photo of the post now");
    mia.opens("/my/space").sees("1 photo in posts and albums").misses("in drafts");
    assert_eq!(school.sweeps(), 1, "the one that was left out");
}

#[test]
fn a_form_that_comes_back_still_has_its_photos() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.opens("/posts/new").forces("Your post", &"x".repeat(limits::POST_CHARS_MAX + 1)).attaches(HERON);
    mia.presses("Post").is_told(422);
    assert_eq!(pictures(&mia, "small").len(), 1);
    // A file that is no picture does not take the others with it.
    mia.fills("Your post", "Two of them").fills(DESCRIBE, "A heron").attaches(FOX);
    mia.attaches_file("song.jpg", "image/jpeg", b"la la la".to_vec()).presses("Post").is_told(422);
    mia.sees("This is not a picture").holds("Your post", "Two of them").holds(DESCRIBE, "A heron");
    assert_eq!(pictures(&mia, "small").len(), 2);
    assert!(school.entries(Act::AddPost).is_empty());
    let long = "é".repeat(limits::ALT_CHARS_MAX + 1);
    mia.forces(DESCRIBE, &long).presses("Post").is_told(422).holds(DESCRIBE, &long);
    mia.fills(DESCRIBE, "A heron").presses("Post").is_told(200).sees("A heron");
    tom.opens("/everyone").sees("Two of them").sees("A heron");
    assert_eq!(
        tom.look(|page| page.attributes("src")).iter().filter(|src| src.starts_with("/photos/")).count(),
        2
    );
    mia.opens("/drafts").sees("No drafts");
    assert_eq!(school.sweeps(), 0, "every file that was kept is in the post");
}

#[test]
fn photos_in_drafts_are_bounded_and_take_room() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/posts/new").attaches(HERON).presses("Keep as draft").sees("No words yet").sees("1 photo");
    mia.follows("Go on writing");
    for _ in 0..limits::POST_PHOTOS_MAX {
        mia.attaches(FOX);
    }
    mia.presses("Keep as draft").is_told(422).sees("At most 20").sees("20 photos");
    mia.opens("/drafts")
        .follows("Go on writing")
        .attaches(FOX)
        .presses("Post")
        .is_told(422)
        .sees("At most 20");
    assert_eq!(pictures(&mia, "small").len(), limits::POST_PHOTOS_MAX);
    school.write(Act::Upkeep, |change| change.run("UPDATE draft_photo SET bytes = 1000000000", []));
    mia.opens("/my/space").sees("Your space is full");
    mia.opens("/posts/new").fills("Your post", "More").attaches(FOX).presses("Keep as draft").is_told(422);
    mia.sees("has no room for this").sees("More");
    // Thrown away, they are gone from the disk, too.
    while mia.opens("/drafts").can_press("Throw away") {
        mia.presses("Throw away");
    }
    mia.opens("/my/space").sees("0 bytes of 1 GB used");
    school.sweeps();
    assert!(school.files_in("photos").is_empty());
}

#[test]
fn a_photo_that_was_sent_elsewhere_is_not_left_out_in_silence() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/posts/new").fills("Your post", "Once").attaches(HERON).presses("Keep as draft");
    mia.follows("Go on writing");
    let send = mia.would_send("Post");
    assert_eq!(mia.asks(&send).status, 303);
    let again = mia.asks(&send);
    assert_eq!(again.status, 422);
    assert_eq!(school.entries(Act::AddPost).len(), 1);
}

#[test]
fn a_comment_and_a_change_are_looked_at_too() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let heron = mia.posts("A heron!").to_everyone();
    tom.opens(&heron).fills("Write a comment", "*Mine*").presses("Preview").is_told(200);
    tom.sees("This is how it will look").holds("Write a comment", "*Mine*");
    tom.look(|page| assert!(page.source.contains("<em>Mine</em>")));
    mia.opens(&heron).misses("Mine");
    tom.presses("Send").is_told(200);
    let comment = tom.comments_on(&heron, "Other");
    tom.opens(&format!("{comment}/edit")).fills("Your comment", "**Changed**").presses("Preview");
    tom.sees("This is how it will look").holds("Your comment", "**Changed**");
    mia.opens(&format!("{heron}/edit")).fills("Your post", "A _stork_").presses("Preview");
    mia.look(|page| assert!(page.source.contains("<em>stork</em>")));
    mia.holds("Your post", "A _stork_").presses("Save").is_at(&heron).sees("A stork");
    mia.opens("/posts/new");
    let token = mia.token();
    let fields = [("same_site", token.as_str()), ("body", "x")];
    assert_eq!(mia.asks(&Ask::post(&format!("{comment}/edit/preview"), &fields)).status, 404);
    let limited = mia.posts("For me").to_only_me();
    tom.opens("/posts/new");
    let token = tom.token();
    let fields = [("same_site", token.as_str()), ("body", "x")];
    assert_eq!(tom.asks(&Ask::post(&format!("{limited}/comments/preview"), &fields)).status, 404);
    assert_eq!(tom.asks(&Ask::post(&format!("{limited}/edit/preview"), &fields)).status, 404);
    let live =
        Ask::post(&format!("{heron}/comments/preview"), &fields).with("Accept", "text/vnd.turbo-stream.html");
    assert!(tom.asks(&live).text().contains("<turbo-stream action=\"update\" target=\"preview\">"));
}
