//! Staff stop all writing: one tap and a yes; members read on, what they typed stays, and a second tap ends it.

use crate::harness::{Person, Site, number};
use courtyard::base::{Act, Approval, Duty};

/// Staff open the desk, tap, and say yes.
fn stops_all(fox: &Person<'_>, words: &str) {
    fox.opens("/desk").follows("Pause all writing").fills("What members will read", words);
    fox.presses("Pause it now").is_told(200);
}

#[test]
fn one_tap_stops_all_writing_and_what_was_typed_is_there_when_another_ends_it() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    mia.befriends(&tom);
    let heron = mia.posts("A heron!").to_everyone();
    let talk = mia.writes_to(&tom, "Hello");
    let at_post = school.is_in(tom.elsewhere());
    let (at_talk, at_edit) = (school.is_in(tom.elsewhere()), school.is_in(mia.elsewhere()));
    at_post.opens(&heron).fills("Write a comment", "Mine!");
    at_talk.opens(&talk).fills("Write a message", "Are you there?");
    at_edit.opens(&format!("{heron}/edit")).fills("Your post", "A stork!");
    tom.opens("/posts/new").fills("Your post", "A train!").ticks("Everyone");

    stops_all(&fox, "We talk about Friday first.");
    school.noted(Act::Freeze, "");
    for (page, button, label, text) in [
        (&at_post, "Send", "Write a comment", "Mine!"),
        (&at_talk, "Send", "Write a message", "Are you there?"),
        (&at_edit, "Save", "Your post", "A stork!"),
        (&tom, "Post", "Your post", "A train!"),
    ] {
        page.presses(button)
            .is_told(422)
            .sees("What you typed is still here")
            .sees("We talk about Friday first.");
        page.holds(label, text);
    }
    mia.opens(&heron).misses("Mine!").misses("A stork!");
    mia.opens("/everyone").sees("Nobody can write just now").sees("A heron!").misses("A train!");

    fox.posts("Homework").to_everyone();
    fox.opens("/desk").presses("Let everybody write again").is_told(200);
    school.noted(Act::Unfreeze, "");
    at_post.presses("Send").is_told(200);
    at_talk.presses("Send").is_told(200);
    at_edit.presses("Save").is_told(200);
    tom.presses("Post").is_told(200);
    mia.opens(&heron).sees("Mine!").sees("A stork!").misses("Nobody can write");
    mia.opens("/everyone").sees("A train!").sees("Homework");
    mia.opens(&talk).sees("Are you there?");
}

#[test]
fn while_nobody_can_write_no_form_is_offered_and_all_else_goes_on() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    mia.befriends(&tom);
    let (heron, mine) = (mia.posts("A heron!").to_everyone(), mia.posts("A wren!").to_everyone());
    let talk = mia.writes_to(&tom, "Hello");
    stops_all(&fox, "Back at two.");
    let offered = |person: &Person<'_>, path: &str, label: &str| {
        let labels = |page: &crate::harness::Page| {
            let controls = page.forms.iter().flat_map(|form| form.controls.iter());
            controls.flat_map(|each| each.labels.clone()).any(|each| each == label)
        };
        person.opens(path).look(labels)
    };
    assert!(!offered(&tom, &heron, "Write a comment"));
    assert!(!offered(&tom, &talk, "Write a message"));
    assert!(offered(&fox, &heron, "Write a comment"), "staff go on");
    tom.opens("/posts/new").is_told(403).sees("Back at two.").sees("What you had begun to write is kept");
    mia.opens(&format!("{heron}/edit")).is_told(403).sees("Back at two.");
    fox.opens("/posts/new").is_told(200);

    // What is no writing goes on: help, reports, taking one's own things away.
    tom.opens("/help")
        .follows("Tell teachers")
        .fills("What is wrong?", "I am scared")
        .presses("Send")
        .is_told(200);
    tom.reports(&heron, "It is mean", "");
    mia.opens(&mine).at("A wren!").presses("Delete").is_told(200);
    tom.opens("/everyone").misses("A wren!");
    tom.opens("/my").is_told(200);
    tom.presses("Sign out").is_told(200);
}

#[test]
fn whoever_does_not_moderate_stops_nothing() {
    let school = Site::school();
    let (mia, help) = (school.pupil("Mia"), school.staff("Mr Help", &[Duty::Accounts]));
    let class = school.has_a_group("5b", &[&mia, &help]);
    for person in [&mia, &help] {
        person.opens("/desk/freeze").is_told(404);
        person.opens(&format!("/groups/{class}/freeze")).is_told(404);
        let token = person.opens("/my").token();
        for path in ["/desk/freeze".to_owned(), format!("/groups/{class}/freeze"), "/desk/freeze/end".into()]
        {
            let fields = [("same_site", token.as_str()), ("words", "Ha")];
            assert_eq!(person.asks(&crate::harness::Ask::post(&path, &fields)).status, 404, "{path}");
        }
    }
    mia.posts("A heron!").to_everyone();
    // Staff who lead the class may, there.
    let id = help.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::EditGroup, move |change| change.run(sql, [class, id]));
    help.opens(&format!("/groups/{class}")).follows("Pause all writing").presses("Pause it now").is_told(200);
    help.opens("/desk/freeze").is_told(404);
}

#[test]
fn a_group_is_stopped_alone_and_nobody_outside_learns_of_it() {
    let school = Site::school();
    let (mia, tom, zoe, fox) =
        (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"), school.teacher("Ms Fox"));
    let class = school.has_a_group("Robins", &[&mia, &tom]);
    let in_class = mia.posts("For the class").to_group("Robins");
    let open = mia.posts("For all").to_everyone();
    let page = school.is_in(tom.elsewhere());
    page.opens(&in_class).fills("Write a comment", "Mine!");
    let at_heart = school.is_in(tom.elsewhere());
    at_heart.opens(&in_class);
    fox.opens(&format!("/groups/{class}")).follows("Pause all writing");
    fox.fills("What members will read", "Calm down, Robins.").presses("Pause it now").is_told(200);
    school.noted(Act::Freeze, &format!("group {class}"));

    page.presses("Send").is_told(422).holds("Write a comment", "Mine!").sees("Calm down, Robins.");
    tom.opens("/posts/new")
        .fills("Your post", "To the class")
        .ticks("Groups")
        .ticks("Robins")
        .presses("Post");
    tom.is_told(422).holds("Your post", "To the class").sees("Nobody can write in Robins just now");
    tom.opens(&in_class);
    assert!(!tom.can_press("Heart"), "no sign is offered where it would be refused");
    at_heart.presses("Heart").is_told(422).sees("Nobody can write just now");
    tom.comments_on(&open, "Elsewhere");
    zoe.opens("/everyone").misses("Robins").misses("Calm down");
    zoe.comments_on(&open, "Me too");

    fox.opens(&format!("/groups/{class}")).presses("Let everybody write again").is_told(200);
    tom.opens("/everyone").misses("Calm down");
    tom.comments_on(&in_class, "At last");
}

#[test]
fn open_pages_are_told_at_once_and_those_of_other_groups_are_not() {
    let school = Site::school();
    let (mia, tom, zoe, fox) =
        (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"), school.teacher("Ms Fox"));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Hello");
    let class = school.has_a_group("5b", &[&mia, &tom]);
    let (mut of_tom, mut of_zoe) = (tom.opens(&talk).listens(), zoe.opens("/everyone").listens());
    fox.opens(&format!("/groups/{class}")).follows("Pause all writing");
    fox.fills("What members will read", "Calm down, 5b.").presses("Pause it now");
    of_tom.hears("Calm down, 5b.");
    stops_all(&fox, "Back at two.");
    let heard = of_zoe.hears("Back at two.");
    assert!(!heard.contains("5b") && heard.matches("target=\"house\"").count() == 1, "{heard}");
    // The line of a conversation that is open closes.
    let heard = of_tom.hears("You can read, but not write");
    assert!(heard.contains("id=\"talk-closed\""), "{heard}");
    fox.opens("/desk").presses("Let everybody write again");
    of_tom.hears("id=\"message-form\"");
}

#[test]
fn it_stands_after_the_box_was_started_again_and_leaves_the_rules_alone() {
    let mut school = Site::school();
    school.rules(Approval::HoldPhotos);
    let (mia_id, fox_id) = {
        let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
        stops_all(&fox, "Back at two.");
        // The owner changes a rule meanwhile: neither loses the other.
        school.rules(Approval::HoldAll);
        (mia.id, fox.id)
    };
    school.restarts();
    let (mia, fox) = (school.known("Mia", "mia", mia_id), school.known("Ms Fox", "ms.fox", fox_id));
    mia.opens("/posts/new").is_told(403).sees("Back at two.");
    fox.opens("/desk/freeze").sees("Back at two.").presses("Let everybody write again").is_told(200);
    fox.opens("/desk/freeze").presses("Pause it now");
    fox.opens("/desk").presses("Let everybody write again");
    let waits = mia.posts("A heron!").to_everyone();
    fox.opens(&format!("/desk/items/{}", number(&waits))).sees("A heron!");
}
