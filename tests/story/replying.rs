//! Answers to comments, and a photo in one.

use crate::harness::{Ask, FOX, HERON, Person, Site, number};
use courtyard::base::{Act, Approval, limits};

/// Mia shares with Tom; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

/// The comments of the page that is open, in order.
fn order(person: &Person<'_>) -> Vec<String> {
    let ids = person.look(|page| page.attributes("id"));
    ids.into_iter().filter(|id| id.starts_with("comment-") && id[8..].parse::<i64>().is_ok()).collect()
}

/// Answers the comment that says this, by the link beside it; gives the path of the answer.
fn answers(person: &Person<'_>, post: &str, to: &str, text: &str) -> String {
    person.opens(post).at(to).follows("Reply");
    person.sees("You reply to").fills("Write a comment", text).presses("Send").is_told(200);
    person.opens(post);
    format!("/comments/{}", person.look(|page| page.attribute(text, "data-item")).unwrap())
}

fn anchor(path: &str) -> String {
    format!("comment-{}", number(path))
}

#[test]
fn an_answer_stands_under_what_it_answers_and_whom_it_answers_is_told() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    let first = tom.comments_on(&heron, "Where was it?");
    let second = mia.comments_on(&heron, "I love herons");
    let answer = answers(&mia, &heron, "Where was it?", "By the pond");
    tom.opens(&heron);
    assert_eq!(order(&tom), [anchor(&first), anchor(&answer), anchor(&second)]);
    tom.opens("/notices").sees("Mia replied to your comment").sees("By the pond");
    zoe.opens("/notices").misses("By the pond");
    zoe.opens(&answer).is_told(404);
    // An answer to an answer stands beside it, and begins with whom it speaks to.
    tom.opens(&heron).at("By the pond").follows("Reply").holds("Write a comment", "@mia ");
    tom.fills("Write a comment", "@mia Which one?").presses("Send").is_told(200);
    tom.opens(&heron);
    let third = format!("/comments/{}", tom.look(|page| page.attribute("Which one?", "data-item")).unwrap());
    assert_eq!(order(&tom), [anchor(&first), anchor(&answer), anchor(&third), anchor(&second)]);
}

#[test]
fn nobody_answers_what_they_do_not_see_or_what_is_gone() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let (heron, train) = (mia.posts("A heron!").to_contacts(), zoe.posts("A train!").to_everyone());
    let hidden = tom.comments_on(&heron, "Secret");
    zoe.opens(&format!("{train}?reply={}", number(&hidden)))
        .is_told(200)
        .misses("You reply to")
        .misses("Secret");
    let smuggle = |id: &str| {
        let token = zoe.token();
        let fields = [("same_site", token.as_str()), ("body", "Smuggled"), ("answers", id)];
        zoe.asks(&Ask::post(&format!("{train}/comments"), &fields)).status
    };
    assert_eq!(smuggle(number(&hidden)), 422);
    assert_eq!(smuggle("999999"), 422);
    tom.opens("/notices").misses("Smuggled").misses("/people/zoe");
    let choo = tom.comments_on(&train, "Choo");
    zoe.opens(&format!("{train}?reply={}", number(&choo)))
        .sees("You reply to")
        .fills("Write a comment", "Choo choo");
    tom.opens(&train).at("Choo").presses("Delete");
    zoe.presses("Send").is_told(422).sees("is not there any more").holds("Write a comment", "Choo choo");
    zoe.presses("Send").is_told(200).sees("Choo choo");
}

#[test]
fn an_answer_comes_to_open_pages_in_its_place() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    tom.comments_on(&heron, "Where was it?");
    let second = mia.comments_on(&heron, "I love herons");
    let mut of_tom = tom.opens(&heron).listens();
    answers(&mia, &heron, "Where was it?", "By the pond");
    let heard = of_tom.hears("By the pond");
    assert!(heard.contains(&format!("action=\"before\" target=\"{}\"", anchor(&second))), "{heard}");
}

#[test]
fn a_comment_can_show_a_photo_to_those_who_see_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    tom.opens(&heron).fills("Describe it", "My fox").attaches(FOX).presses("Send").is_told(200);
    mia.opens(&heron).sees("My fox");
    let src =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    let answer = mia.asks(&Ask::get(&src));
    assert_eq!((answer.status, answer.header("content-type")), (200, "image/jpeg"));
    assert_eq!(zoe.status_of(&src), 404);
    assert_eq!(school.ask(&Ask::get(&src)).status, 303);
    tom.opens(&heron).at("My fox").presses("Delete");
    for person in [&mia, &tom] {
        assert_eq!(person.status_of(&src), 404, "{}", person.name);
    }
    tom.opens(&heron).fills("Write a comment", "Two").attaches(FOX).attaches(HERON).presses("Send");
    tom.is_told(422).sees("At most 1.").holds("Write a comment", "Two");
    tom.opens(&heron).fills("Write a comment", "Broken").attaches_file("x.jpg", "image/jpeg", b"no".to_vec());
    tom.presses("Send").is_told(422).sees("This is not a picture").holds("Write a comment", "Broken");
    school.noted(Act::AddComment, "comment 2");
}

#[test]
fn a_comment_with_a_photo_waits_for_the_teacher() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let fox = school.teacher("Ms Fox");
    let heron = mia.posts("A heron!").to_everyone();
    school.rules(Approval::HoldPhotos);
    tom.opens(&heron).fills("Write a comment", "Mine!").fills("Describe it", "My fox").attaches(FOX);
    tom.presses("Send").sees("Waiting for teachers").sees("My fox");
    let src =
        tom.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    let comment = format!("/comments/{}", tom.look(|page| page.attribute("Mine!", "data-item")).unwrap());
    for person in [&mia, &zoe] {
        person.opens(&heron).misses("Mine!").misses("My fox");
        assert_eq!(person.status_of(&src), 404, "{}", person.name);
    }
    fox.opens(&format!("/desk/items/{}", number(&comment))).sees("Mine!").sees("My fox");
    assert_eq!(fox.status_of(&src), 200);
    school.releases(&comment);
    zoe.opens(&heron).sees("Mine!").sees("My fox");
    assert_eq!(zoe.status_of(&src), 200);
    // New words beside a photo wait as the photo does.
    tom.opens(&format!("{comment}/edit")).fills("Your comment", "All mine!").presses("Save");
    zoe.opens(&heron).misses("mine!").misses("My fox");
}

#[test]
fn under_a_photo_people_answer_and_show_photos_as_under_a_post() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.posts("Look").with_words(HERON, "A heron").to_contacts();
    mia.opens("/people/mia/photos");
    let file = mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/"));
    let photo = file.unwrap().rsplit_once('/').unwrap().0.to_owned();
    let first = tom.comments_on(&photo, "Where was it?");
    let later = tom.comments_on(&photo, "And when?");
    mia.opens(&photo).at("Where was it?").follows("Reply");
    mia.sees("You reply to").fills("Write a comment", "Here").fills("Describe it", "A fox").attaches(FOX);
    mia.presses("Send").is_told(200);
    tom.opens(&photo).sees("Here");
    let answer = format!("/comments/{}", tom.look(|page| page.attribute("Here", "data-item")).unwrap());
    assert_eq!(order(&tom), [anchor(&first), anchor(&answer), anchor(&later)]);
    let shown = format!("/photos/{}/medium", number(&answer));
    assert_eq!(tom.status_of(&shown), 200);
    assert_eq!(zoe.status_of(&shown), 404);
    tom.opens("/notices").sees("Mia replied to your comment");
}

#[test]
fn what_the_photo_of_a_comment_shows_can_be_changed_and_its_history_read() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    let post = mia.posts("Look").to_contacts();
    tom.opens(&post)
        .fills("Write a comment", "A fox")
        .fills("Describe it", "A dog")
        .attaches(FOX)
        .presses("Send");
    let comment = tom.opens(&post).look(|page| page.attribute("A fox", "data-item")).unwrap();
    tom.opens(&format!("/comments/{comment}/edit")).holds("Describe photo 1", "A dog");
    let long = "x".repeat(limits::ALT_CHARS_MAX + 1);
    tom.forces("Describe photo 1", &long).forces("Your comment", "A red fox").presses("Save").is_told(422);
    tom.holds("Describe photo 1", &long).holds("Your comment", "A red fox").sees("At most 500 characters.");
    tom.fills("Describe photo 1", "A fox in the snow").presses("Save");
    mia.opens(&post).sees("A fox in the snow").misses("A dog").follows("edited");
    mia.sees("A dog").sees("A red fox").sees("A fox in the snow");
    zoe.opens(&format!("/comments/{comment}/history")).is_told(404);
    // A comment without a photo has no such words, whatever is sent.
    let plain = mia.comments_on(&post, "No photo");
    let token = mia.token();
    let fields = [("same_site", token.as_str()), ("body", "No photo"), ("alt", "Smuggled")];
    mia.asks(&Ask::post(&format!("{plain}/edit"), &fields));
    tom.opens(&post).misses("Smuggled");
    tom.opens(&format!("{plain}/history")).misses("Smuggled");
    // Where photos wait, so do their new words.
    school.rules(Approval::HoldPhotos);
    tom.opens(&format!("/comments/{comment}/edit"))
        .fills("Describe photo 1", "Something rude")
        .presses("Save");
    mia.opens(&post).misses("Something rude").misses("A red fox");
}

#[test]
fn a_comment_that_comes_back_still_has_its_photo() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let heron = mia.posts("A heron!").to_everyone();
    let waiting = |person: &Person<'_>| {
        let all = person.look(|page| page.attributes("src"));
        all.into_iter().find(|src| src.starts_with("/drafts/photos/"))
    };
    let long = "x".repeat(limits::COMMENT_CHARS_MAX + 1);
    tom.opens(&heron)
        .forces("Write a comment", &long)
        .fills("Describe it", "My fox")
        .attaches(FOX)
        .presses("Send");
    tom.is_told(422).holds("Write a comment", &long).holds("Describe it", "My fox");
    let photo = waiting(&tom).unwrap();
    assert_eq!((tom.status_of(&photo), mia.status_of(&photo)), (200, 404));
    tom.fills("Write a comment", "Look").fills("Describe it", "My own fox").presses("Send").is_told(200);
    mia.opens(&heron).sees("Look").sees("My own fox");
    assert_eq!((tom.status_of(&photo), school.sweeps()), (404, 0));
    tom.opens("/drafts").sees("No drafts");
    // Looked at before it is sent, too; and a photo that is taken out does not come along.
    tom.opens(&heron).fills("Write a comment", "Once more").attaches(FOX).presses("Preview").is_told(200);
    assert!(waiting(&tom).is_some());
    tom.ticks("Remove photo 1").presses("Send").is_told(200);
    mia.opens(&heron).sees("Once more");
    assert_eq!(
        mia.look(|page| page.attributes("src")).iter().filter(|src| src.starts_with("/photos/")).count(),
        1
    );
    // Another comment that fails does not find it.
    tom.opens(&heron).forces("Write a comment", &long).presses("Send").is_told(422);
    assert!(waiting(&tom).is_none());
    tom.opens("/my/space").misses("in drafts");
}
