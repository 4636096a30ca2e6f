//! Drafts: what is written survives, is its writer's alone, and goes when it is sent; and looking at it before.

use crate::harness::{Ask, HERON, Person, Site};
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
        keeps(&mia, "ABCD", &[("body", "A heron"), ("with-photos", "yes")]).1.ends_with("without the photos")
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
    mia.sees("This is how it will look").sees("Choose your photos again");
    mia.look(|page| {
        assert!(page.source.contains("<strong>Loud</strong>") && page.source.contains("&lt;b&gt;"));
        assert!(page.links.iter().any(|link| link.to == "/people/tom"));
    });
    mia.holds("Your post", "**Loud** @tom <b>").holds("Answer 2", "Dogs");
    tom.opens("/everyone").misses("Loud");
    assert!(school.entries(Act::AddPost).is_empty() && school.files_in("uploads").is_empty());
    mia.presses("Post").is_told(200).sees("Cats").sees("Class 5B");
    mia.opens("/posts/new")
        .fills("Your post", "x")
        .fills("Answer 1", "Alone")
        .presses("Preview")
        .is_told(422);
    mia.sees("At least 2").holds("Answer 1", "Alone");
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
