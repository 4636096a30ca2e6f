//! What whoever reported something is told of how it ended: the truth in general words, at once, and nothing of what was done to whom.

use crate::harness::{HERON, Person, Site, number};

/// Opens the case of somebody who was reported.
fn opens_case_of<'a, 's>(staff: &'a Person<'s>, person: &Person<'_>) -> &'a Person<'s> {
    staff.opens("/desk").sees(&person.name);
    let hrefs = staff.look(|page| page.attributes("href"));
    let case = hrefs.into_iter().find(|href| href.starts_with("/desk/people/"));
    staff.opens(&case.unwrap_or_else(|| staff.fails("no case of a person"))).sees("Reports")
}

fn reports_person(who: &Person<'_>, person: &Person<'_>) {
    who.opens(&format!("/report/person/{}", person.id)).ticks("It is mean to somebody").presses("Send");
    who.is_told(200);
}

#[test]
fn who_reported_somebody_is_told_at_once_that_something_was_done_and_not_what() {
    let school = Site::school();
    let (mia, tom, ana, zoe) =
        (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"), school.pupil("Zoe"));
    let fox = school.teacher("Ms Fox");
    reports_person(&tom, &mia);
    reports_person(&ana, &mia);
    fox.sets_about(&mia, "No private messages", "One week", "Only nice words, please.");
    let mut of_tom = tom.opens("/").listens();
    opens_case_of(&fox, &mia).sees("is told that something was done").presses("Close").is_told(200);
    let heard = of_tom.hears("target=\"unread\"");
    assert!(heard.contains(">1<") && !heard.contains("Mia"), "{heard}");
    for person in [&tom, &ana] {
        person
            .opens("/notices")
            .sees("Teachers looked at what you reported")
            .sees("Something was done about it.");
        person
            .misses("not removed")
            .misses("private")
            .misses("Mia")
            .misses("Only nice words")
            .misses("Ms Fox");
    }
    zoe.opens("/notices").misses("reported");
    mia.opens("/notices").misses("reported").misses("Tom").misses("Ana");
}

#[test]
fn who_reported_somebody_is_told_that_nothing_was_needed_or_what_staff_say_of_it() {
    let school = Site::school();
    let (mia, tom, ana) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"));
    let fox = school.teacher("Ms Fox");
    // What was set before is not what was done about it.
    fox.sets_about(&mia, "Warning", "One day", "Please be kind.");
    reports_person(&tom, &mia);
    opens_case_of(&fox, &mia).presses("Close").is_told(200);
    tom.opens("/notices").sees("Nothing more had to be done.").misses("Something was done").misses("removed");
    reports_person(&ana, &mia);
    let long = "x".repeat(2_001);
    opens_case_of(&fox, &mia).chooses("What whoever reported them is told", "Something was done about it");
    fox.forces("What you did", &long).presses("Close").is_told(422).holds("What you did", &long);
    fox.fills("What you did", "I talked with her.").presses("Close").is_told(200);
    ana.opens("/notices").sees("Something was done about it.").misses("I talked with her");
    tom.opens("/notices").misses("Something was done");
}

#[test]
fn who_was_worried_is_told_that_it_is_looked_after() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let lark = school.staff("Ms Lark", &[courtyard::base::Duty::Safeguard]);
    tom.opens(&mia.profile())
        .follows("I am worried about someone")
        .fills("What worries you?", "She is so sad");
    tom.presses("Send").is_told(200);
    let mut of_tom = tom.opens("/").listens();
    opens_case_of(&lark, &mia).sees("Whoever was worried is told that you look after it");
    lark.presses("Close").is_told(200);
    of_tom.hears("target=\"unread\"");
    tom.opens("/notices").sees("They look after it.").misses("removed").misses("Nothing more");
}

#[test]
fn whatever_it_was_its_reporter_hears_how_it_ended_and_when_that_changes() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.teacher("Ms Fox");
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "You fool");
    let page = tom.opens(&talk).look(|page| page.source.clone());
    let message = page.split("id=\"message-").skip(1).find(|piece| piece.contains("You fool"));
    let message =
        message.and_then(|piece| piece.split('"').next()).unwrap_or_else(|| tom.fails("no message"));
    let message = format!("/messages/{message}");
    let post = mia.posts("You are all fools").with(HERON).to_everyone();
    let comment = mia.comments_on(&post, "And you, too");
    let photo = tom.opens(&post).look(|page| page.attributes("href"));
    let photo =
        photo.into_iter().find(|to| to.starts_with("/photos/")).unwrap_or_else(|| tom.fails("no photo"));
    for thing in [&message, &comment, &photo, &post] {
        tom.reports(thing, "It is mean to somebody", "");
        fox.takes_away(thing, "It was mean to somebody", "");
        tom.opens("/notices").sees("It was removed.").misses("not removed");
    }
    // What comes back is told, once; and what its author had taken away was not kept by anybody.
    let mut of_tom = tom.opens("/").listens();
    fox.decides(&post, "Bring it back");
    of_tom.hears("target=\"unread\"");
    tom.opens("/notices").sees("It was looked at again, and can be seen again.");
    let silly = mia.posts("You are silly").to_everyone();
    tom.reports(&silly, "It is mean to somebody", "");
    mia.opens("/everyone").at("You are silly").presses("Delete").sees("Removed.");
    fox.decides(&silly, "Keep");
    tom.opens("/notices").sees("Whoever made it had taken it away.");
    // What stays behind a shield of staff's.
    let spider = mia.posts("A spider").to_everyone();
    tom.reports(&spider, "Something else", "");
    fox.opens(&format!("/desk/items/{}", number(&spider)));
    fox.chooses("Reason for the shield", "It was rude or about sex")
        .presses("Put it behind a shield")
        .is_told(200);
    fox.decides(&spider, "Keep");
    tom.opens("/notices").sees("It stays, behind a warning.");
}

#[test]
fn what_staff_take_back_at_once_nobody_was_told() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.teacher("Ms Fox");
    reports_person(&tom, &mia);
    opens_case_of(&fox, &mia).presses("Close").is_told(200);
    let mut of_tom = tom.opens("/").listens();
    fox.opens("/desk").presses("Take back your last decision: Kept").is_told(200);
    let heard = of_tom.hears("target=\"unread\"");
    assert!(!heard.contains(">1<"), "the number goes down: {heard}");
    tom.opens("/notices").misses("looked at what you reported");
    opens_case_of(&fox, &mia).presses("Close").is_told(200);
    tom.opens("/notices").sees("Nothing more had to be done.");
}
