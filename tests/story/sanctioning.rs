//! What staff say or set about somebody: it holds at once, says why and until when, ends by itself, and is lifted.

use crate::harness::{Ask, FOX, HERON, Person, Site};
use courtyard::base::{Act, Duty, Error, Problem, Role, Rules, Trust};
use courtyard::db::Viewer;
use courtyard::features::moderation;

const HOUR_MS: i64 = 60 * 60 * 1000;

/// What this person would send from this page with a photo, sent later.
fn with_a_photo(person: &Person<'_>, path: &str, field: &str, button: &str) -> Ask {
    person.opens(path);
    if field.is_empty() {
        person.attaches(HERON)
    } else {
        person.fills(field, "Look").attaches(HERON)
    };
    person.would_send(button)
}

#[test]
fn whoever_sends_no_photos_sends_none_anywhere_until_it_ends() {
    let school = Site::school_with_clock();
    let (mia, tom, ana) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"));
    let fox = school.teacher("Ms Fox");
    mia.befriends(&tom);
    mia.befriends(&ana);
    let talk = mia.writes_to(&tom, "Hello");
    let post = mia.posts("A heron").with(FOX).to_everyone();
    mia.opens("/chat/new").ticks("Tom").ticks("Ana").insists().is_told(200);
    let many = mia.look(|page| page.path.split(['?', '#']).next().unwrap().to_owned());
    mia.opens("/albums/new").fills("Title", "Birds").ticks("Everyone").presses("Make the album").is_told(200);
    let album = mia.look(|page| page.path.split(['?', '#']).next().unwrap().to_owned());
    mia.opens(&album).attaches(HERON);
    let into_the_album = mia.would_send("Send photos");
    let late = [
        with_a_photo(&mia, "/posts/new", "Your post", "Post"),
        with_a_photo(&mia, &post, "Write a comment", "Send"),
        with_a_photo(&mia, &talk, "Write a message", "Send"),
        with_a_photo(&mia, "/my/profile", "", "Save"),
        into_the_album,
    ];
    mia.opens(&format!("{many}/about")).attaches(HERON);
    fox.sets_about(&mia, "No photos", "One hour", "Please ask people before you show them.");
    mia.presses("Save").is_told(422).sees("You cannot send photos until 3 March 2025");
    for ask in &late {
        let answer = mia.asks(ask);
        assert!(
            answer.text().contains("You cannot send photos until 3 March 2025"),
            "{}: {}",
            ask.path,
            answer.text()
        );
        assert_eq!(answer.status, 422, "{}", ask.path);
    }
    // Inside the write, too, whatever asked before it.
    let me = Viewer::account(
        courtyard::base::AccountId(mia.id),
        Role::Member,
        courtyard::base::Duties::NONE,
        String::new(),
    );
    let send = |many| {
        school.written(&me, Act::NoteSession, move |change| {
            moderation::check_photos(change, &Rules::default(), "photo", many)
        })
    };
    assert!(send(0).is_ok());
    let refused = send(1).unwrap_err();
    assert!(
        matches!(&refused, Error::Invalid(problems) if matches!(problems[..], [("photo", Problem::NoPhotos(_))])),
        "{refused}"
    );
    // Words are as free as before, also of what has a photo already.
    mia.opens(&format!("{post}/edit")).fills("Your post", "A grey heron").presses("Save").is_told(200);
    mia.writes_in(&talk, "Only words");
    tom.posts("Mine").with(HERON).to_everyone();
    mia.opens("/notices").sees("Teachers have set that you send no photos").misses("Fox");
    mia.follows("Teachers have set that you send no photos").is_at("/my/record");
    mia.sees("You may not send photos").sees("Until 3 March 2025").sees("It was mean to somebody");
    mia.sees("Please ask people before you show them.").misses("Fox");
    tom.opens("/my/record").misses("Please ask people");
    for path in ["/posts/new", &post, &talk, "/my/profile"] {
        mia.opens(path).sees("You cannot send photos until 3 March 2025").misses("Add photos");
    }
    // It ends in time, before the box has noted that it has.
    school.waits_ms(HOUR_MS);
    mia.posts("A heron again").with(HERON).to_everyone();
    mia.opens("/posts/new").misses("You cannot send photos");
    school.runs_for(0);
    school.noted(Act::EndSanction, &format!("account {}", mia.id));
    mia.opens("/notices").sees("Something that held for you has ended");
    mia.opens("/my/record").sees("Ended 3 March 2025");
    fox.opens(&format!("/admin/people/{}/sanctions", mia.id)).sees("Ended 3 March 2025").misses("holds now");
    school.runs_for(0);
    assert_eq!(school.entries(Act::EndSanction).len(), 1);
}

#[test]
fn a_suspended_person_reads_why_after_the_right_password_alone_and_comes_in_when_it_ends() {
    let school = Site::school_with_clock();
    let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
    mia.opens("/").is_told(200);
    fox.sets_about(&mia, "Suspended", "One hour", "Come and talk to me after lunch.");
    mia.opens("/").is_at("/sign-in");
    mia.signs_in_with("a guess").is_told(422).misses("after lunch").misses("cannot come in");
    mia.signs_in().is_told(403).sees("Teachers have set that you do not sign in for now.");
    mia.sees("Until 3 March 2025").sees("Come and talk to me after lunch.").sees("It was mean to somebody");
    mia.misses("Fox").opens("/everyone").is_at("/sign-in");
    school.waits_ms(HOUR_MS - 1);
    mia.signs_in().is_told(403);
    school.waits_ms(1);
    mia.signs_in().is_told(200).is_at("/");
    mia.posts("Here again").to_everyone();
    school.runs_for(0);
    fox.opens(&format!("/admin/people/{}", mia.id)).sees("Standing: Active");
}

#[test]
fn of_two_that_hold_the_harder_counts_and_after_it_the_milder() {
    let school = Site::school_with_clock();
    let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
    fox.sets_about(&mia, "Read-only", "Three days", "Look on for a while.");
    fox.sets_about(&mia, "Suspended", "One hour", "And stay out for an hour.");
    mia.signs_in().is_told(403);
    school.waits_ms(HOUR_MS);
    mia.signs_in().is_told(200).sees("You can read, but not write, until 6 March 2025");
    mia.opens("/")
        .misses("Your post")
        .opens("/posts/new")
        .is_told(403)
        .sees("You can read, but not write, until 6 March");
    school.runs_for(0);
    mia.opens("/my/record").sees("You may read, but not write").sees("Ended 3 March 2025");
    let page = format!("/admin/people/{}", mia.id);
    let fox = school.is_in(fox);
    fox.opens(&page).sees("Standing: Read-only");
    // There is one of a kind at a time.
    fox.opens(&format!("{page}/sanctions/new")).ticks("Read-only").ticks("One day");
    fox.ticks("It was mean to somebody")
        .fills("To them", "Once more")
        .presses("Do it and tell them")
        .is_told(422);
    fox.sees("This holds for them already.").holds("To them", "Once more");
    // It is changed in its place, and lifted.
    fox.opens(&format!("{page}/sanctions"))
        .at("Read-only holds now")
        .follows("Change")
        .holds("To them", "Look on for a while.");
    fox.ticks("Until staff lift it").fills("To them", "Until we have talked.").presses("Save").is_told(200);
    mia.opens("/notices").sees("Teachers changed something that holds for you");
    mia.opens("/").sees("You can read, but not write, for now.");
    fox.lifts(&mia, "Read-only", "Thank you for talking.");
    mia.opens("/notices").sees("Teachers lifted something that held for you");
    mia.opens("/my/record").sees("Until we have talked.").sees("Thank you for talking.");
    mia.posts("Free").to_everyone();
}

#[test]
fn with_a_clock_that_nobody_believes_nothing_ends_early() {
    let school = Site::school_with_clock();
    let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
    let page = format!("/admin/people/{}/sanctions", mia.id);
    school.db.clock().believe(Trust::No);
    fox.opens(&page).sees("Nobody believes the clock of the box at the moment.");
    fox.sets_about(&mia, "Read-only", "One hour", "Look on for an hour.");
    fox.sees("Its end is counted from when somebody says that the clock is right.");
    school.waits_ms(2 * HOUR_MS);
    school.runs_for(0);
    mia.signs_in().sees("You can read, but not write, for now.");
    // Somebody says that it is right: from then on it is an hour.
    school.db.clock().believe(Trust::Supervisor);
    mia.opens("/").sees("You can read, but not write, for now.");
    school.runs_for(0);
    mia.opens("/").sees("You can read, but not write, until 3 March 2025");
    school.waits_ms(HOUR_MS - 1);
    mia.opens("/").sees("You can read, but not write, until");
    school.waits_ms(1);
    mia.opens("/").is_at("/").misses("You can read, but not write");
    // What was set by a clock that was right does not end while nobody believes it, however far it jumps.
    school.runs_for(0);
    let fox = school.is_in(fox);
    fox.sets_about(&mia, "Read-only", "One hour", "Look on for an hour.");
    school.db.clock().believe(Trust::Carried);
    school.waits_ms(3 * HOUR_MS);
    school.runs_for(0);
    mia.signs_in().sees("You can read, but not write");
}

#[test]
fn a_note_and_a_warning_change_nothing_and_stand_where_they_are_about() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let moderator = school.staff("Mr Oak", &[Duty::Moderate]);
    let [clerk, auditor] =
        [("Mr Hay", Duty::Accounts), ("Ms Ink", Duty::Audit)].map(|(name, duty)| school.staff(name, &[duty]));
    let page = format!("/admin/people/{}/sanctions", mia.id);
    moderator.sets_about(&mia, "Note", "One day", "That was not kind. Say sorry.");
    moderator.sees("That was not kind. Say sorry.").sees("Mr Oak").misses("holds now");
    clerk.sets_about(&mia, "Warning", "One day", "The second time.");
    clerk.opens(&page).sees("That was not kind. Say sorry.").sees("The second time.");
    mia.opens("/notices").sees("Teachers wrote you a word").sees("Teachers gave you a warning");
    mia.opens("/my/record").sees("A word to you").sees("The second time.").misses("Oak").misses("Until");
    mia.posts("As before").with(HERON).to_everyone();
    for person in [&tom, &mia, &auditor] {
        person.opens(&page).is_told(404);
    }
    let taken =
        moderator.opens(&page).at("The second time.").fills("A word to them", "It was somebody else.");
    taken.presses("Take it back").is_told(200);
    mia.opens("/my/record").sees("Taken back").sees("It was somebody else.");
    // Without a text, a reason and a sort nothing is said.
    moderator.opens(&format!("{page}/new")).types_into("words", " ").insists().is_told(422);
    // Nor without one of them alone, and nothing typed is lost.
    moderator
        .opens(&format!("{page}/new"))
        .ticks("Warning")
        .ticks("One day")
        .fills("To them", "Stop it, please.");
    moderator.insists().is_told(422).sees("Why: ").holds("To them", "Stop it, please.");
    moderator.opens(&format!("{page}/new")).ticks("One day").ticks("It was mean to somebody");
    moderator
        .fills("To them", "Stop it, please.")
        .insists()
        .is_told(422)
        .holds("To them", "Stop it, please.");
    assert_eq!(school.entries(Act::SetSanction).len(), 2);
    // Not about oneself, and not about who holds what one lacks.
    for other in [moderator.id, auditor.id, 1] {
        moderator.opens(&format!("/admin/people/{other}/sanctions/new")).is_told(403);
    }
    moderator.opens("/admin/people/999/sanctions").is_told(404);
}
