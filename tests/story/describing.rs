//! What photos show, in their author's words: written after posting, changed, and seen by the right people.

use crate::harness::{Ask, FOX, HERON, Person, Site, number};
use courtyard::base::{Act, Approval, limits};

/// Mia shares with Tom; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

#[test]
fn photos_are_described_after_posting_by_plain_forms() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.opens("/posts/new").sees("After posting you can say what your photos show");
    let heron = mia.posts("Look").with(HERON).with(FOX).to_contacts();
    tom.opens(&heron).sees("Look").misses("Describe the photos");
    tom.opens("/people/mia").sees("Look");

    mia.opens(&heron).follows("Describe the photos").is_at(&format!("{heron}/edit#field-alt-1"));
    mia.fills("Describe photo 1", "  A heron \n by the pond ").presses("Save").is_at(&heron);
    mia.sees("A heron by the pond").misses("edited").sees("Describe the photos");
    for page in [heron.as_str(), "/people/mia"] {
        tom.opens(page).sees("A heron by the pond").misses("edited");
        zoe.opens(page).misses("A heron by the pond");
    }
    zoe.opens(&heron).is_told(404);
    school.noted(Act::EditPost, &heron[1..].replace("posts/", "post "));

    mia.opens(&format!("{heron}/edit")).holds("Describe photo 1", "A heron by the pond");
    mia.fills("Describe photo 2", "A fox").presses("Save").misses("Describe the photos");
    tom.opens(&heron).sees("A heron by the pond").sees("A fox");
    let alone = mia.posts("").with(FOX).to_contacts();
    mia.opens(&alone).sees("Describe the photo");
}

#[test]
fn a_changed_description_is_an_edit_and_what_it_said_before_can_be_read() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("Look").with_words(HERON, "A *stork*").with_words(FOX, "A fox").to_contacts();
    tom.opens("/people/mia").sees("A *stork*");
    mia.opens(&format!("{heron}/edit")).fills("Describe photo 1", "A heron").presses("Save");
    tom.opens("/people/mia").sees("A heron").misses("stork");
    tom.opens(&heron).follows("edited").is_at(&format!("{heron}/history"));
    tom.sees("Description of photo 1").sees("A heron").sees("A *stork*").misses("A fox");
    zoe.opens(&format!("{heron}/history")).is_told(404).misses("stork");

    mia.opens(&format!("{heron}/edit")).fills("Describe photo 1", "").presses("Save");
    tom.opens(&heron).misses("A heron").sees("A fox");
    tom.opens(&format!("{heron}/history")).sees("No words").sees("A heron").sees("A *stork*");
    // Saved once more as it stands: nothing was said anew.
    mia.opens(&format!("{heron}/edit")).presses("Save").is_at(&heron);
    tom.opens(&format!("{heron}/history")).misses("A fox");
}

#[test]
fn a_description_that_is_too_long_comes_back_beside_its_photo_and_nothing_is_lost() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("Look").with(HERON).with_words(FOX, "A fox").to_contacts();
    let long = "é".repeat(limits::ALT_CHARS_MAX + 1);
    mia.opens(&format!("{heron}/edit")).fills("Your post", "Look here");
    mia.fills("Describe photo 1", "A heron").forces("Describe photo 2", &long).presses("Save");
    mia.is_told(422).sees("Describe photo 2: At most 500 characters.");
    mia.holds("Your post", "Look here").holds("Describe photo 1", "A heron").holds("Describe photo 2", &long);
    let beside = mia.look(|page| page.attributes("aria-describedby"));
    assert!(beside.iter().any(|ids| ids == "field-alt-2-problem"), "{beside:?}");
    assert!(beside.iter().all(|ids| !ids.contains("alt-1-problem")), "{beside:?}");
    tom.opens(&heron).sees("A fox").misses("A heron").misses("Look here");

    let text = "heron ".repeat(limits::POST_CHARS_MAX / 6 + 1);
    mia.forces("Your post", &text).presses("Save").is_told(422);
    mia.sees("Your post: At most 10,000 characters.").sees("Describe photo 2: At most 500 characters.");
    mia.fills("Your post", "Look here").fills("Describe photo 2", &"é".repeat(limits::ALT_CHARS_MAX));
    mia.presses("Save").is_at(&heron);
    tom.opens(&heron).sees("A heron").sees("Look here").misses("A fox");
}

#[test]
fn only_the_author_describes() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("Look").with_words(HERON, "A heron").to_contacts();
    for (person, expected) in [(&tom, 403), (&zoe, 404), (&school.head(), 404)] {
        person.opens(&format!("{heron}/edit")).is_told(404).misses("A heron");
        person.opens("/posts/new");
        let token = person.token();
        let fields = [("same_site", token.as_str()), ("body", "Look"), ("alt-1", "Mine now")];
        let ask = Ask::post(&format!("{heron}/edit"), &fields);
        assert_eq!(person.asks(&ask).status, expected, "{}", person.name);
    }
    tom.opens(&heron).sees("A heron").misses("Mine now");
    // Of photos that the post does not have, or that nobody asked about, nothing becomes of it.
    mia.opens("/posts/new");
    let token = mia.token();
    let fields = [("same_site", token.as_str()), ("body", "Look!"), ("alt-2", "Mine now"), ("alt-21", "No")];
    assert_eq!(mia.asks(&Ask::post(&format!("{heron}/edit"), &fields)).status, 303);
    tom.opens(&heron).sees("Look!").sees("A heron").misses("Mine now");
}

#[test]
fn a_description_waits_for_the_teacher_as_any_text_does() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let heron = mia.posts("Look").with_words(HERON, "A heron").to_everyone();
    tom.opens("/everyone").sees("A heron");
    school.rules(Approval::HoldAll);
    let edit = format!("{heron}/edit");
    mia.opens(&edit).fills("Describe photo 1", "A rude word").presses("Save").sees("Waiting for teachers");
    tom.opens("/everyone").misses("A heron").misses("A rude word");
    tom.opens(&heron).is_told(404);
    fox.opens(&format!("/desk/items/{}", number(&heron))).sees("Description: A rude word");
    mia.opens(&edit).fills("Describe photo 1", "A grey heron").presses("Save").sees("Waiting for teachers");
    school.releases(&heron);
    tom.opens("/everyone").sees("A grey heron");
    let history = format!("{heron}/history");
    tom.opens(&history).sees("A heron").misses("A rude word");
    for person in [&mia, &fox] {
        person.opens(&history).sees("A heron").sees("A rude word");
    }
    school.rules(Approval::ReadOnly);
    mia.opens(&edit).fills("Describe photo 1", "A stork").presses("Save").is_told(403);
    tom.opens(&heron).sees("A grey heron").misses("A stork");
}

#[test]
fn a_first_description_waits_too_and_an_open_page_lets_the_post_go() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let heron = mia.posts("Look").with(HERON).to_everyone();
    let mut of_tom = tom.opens(&heron).listens();
    mia.opens(&format!("{heron}/edit")).fills("Describe photo 1", "A heron").presses("Save");
    of_tom.hears("A heron");
    let stork = mia.posts("See").with(FOX).to_everyone();
    let mut of_tom = tom.opens(&stork).listens();
    school.rules(Approval::HoldAll);
    mia.opens(&format!("{stork}/edit")).fills("Describe photo 1", "A stork").presses("Save");
    let heard = of_tom.hears(&format!("post-{}", number(&stork)));
    assert!(heard.contains("action=\"remove\"") && !heard.contains("A stork"), "{heard}");
    tom.opens(&stork).is_told(404);
}

#[test]
fn each_photo_keeps_its_field_when_staff_take_another_away() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let heron = mia.posts("Look").with_words(HERON, "Rude").with(FOX).to_everyone();
    mia.opens(&format!("{heron}/edit"));
    let photos = mia.look(|page| page.attributes("src"));
    let photo = photos.iter().find(|src| src.starts_with("/photos/")).unwrap();
    let first = photo.strip_suffix("/small").unwrap();
    school.teacher("Ms Fox").takes_away(first, "It was rude or about sex", "");
    // The page that was open still has the field of the photo that is gone.
    mia.fills("Describe photo 1", "Ruder").fills("Describe photo 2", "A fox").presses("Save").is_at(&heron);
    tom.opens(&heron).sees("A fox").misses("Rude");
    mia.opens(&format!("{heron}/edit")).holds("Describe photo 2", "A fox").misses("Describe photo 1");
}
