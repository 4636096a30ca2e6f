//! Finding help: the books, who can see what, and a person to turn to.

use crate::harness::Site;
use courtyard::base::{Act, Duty, Role};

#[test]
fn each_reads_the_books_that_concern_them() {
    let school = Site::school();
    let (mia, fox, stranger) = (school.pupil("Mia"), school.teacher("Ms Fox"), school.stranger());
    for anybody in [&mia, &fox, &stranger] {
        anybody.opens("/help").sees("How it works");
        anybody.opens("/help/member").sees("Your first time");
        anybody.opens("/supervision").sees("Who can see what?").sees("Also teachers");
        anybody.opens("/help/installer").is_told(404);
    }
    fox.opens("/help").follows("The supervisor’s book").sees("A first day");
    mia.opens("/help").misses("supervisor");
    mia.opens("/help/supervisor").is_told(404).misses("A first day");
    stranger.opens("/help/supervisor").is_told(404).misses("A first day");
}

#[test]
fn who_needs_help_tells_staff_and_nobody_else_learns_of_it() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    mia.opens("/help").follows("Tell teachers").fills("What is wrong?", " ").presses("Send").is_told(422);
    mia.fills("What is wrong?", "I cannot sleep").presses("Send").is_at("/help").sees("Staff have been told");
    school.noted(Act::Report, &format!("account {}", mia.id));
    // It is for Safeguarding first; the desk gets it when nobody there has looked in time.
    fox.opens("/desk").misses("I am worried about someone");
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    lark.opens("/desk").sees("I am worried about someone");
    let case =
        lark.look(|page| page.attributes("href")).into_iter().find(|href| href.starts_with("/desk/people/"));
    let case = case.expect("the desk leads to the report");
    lark.opens(&case).sees("I cannot sleep");
    fox.opens(&case).is_told(404).misses("I cannot sleep");
    tom.opens(&case).is_told(404).misses("I cannot sleep");
    tom.opens("/desk").is_told(404).misses("I cannot sleep");
    tom.opens(&mia.profile()).misses("I cannot sleep");
}

#[test]
fn the_books_are_searched_by_those_who_may_read_them() {
    let school = Site::school();
    let (mia, fox, stranger) = (school.pupil("Mia"), school.teacher("Ms Fox"), school.stranger());
    mia.opens("/help").fills("Look in the books", "FORGOT describe").presses("Search");
    mia.sees("Found in").sees("How Courtyard works").follows("Photos").is_at("/help/member#photos");
    // What only the supervisor's book says is found by staff alone.
    let only = "/help?q=retention+roster";
    let word = "/help?q=recovery+sheet";
    stranger.opens("/help?q=slip").sees("Your first time").misses("supervisor");
    for typed in [word, only] {
        mia.opens(typed).misses("supervisor").misses("installer");
        stranger.opens(typed).misses("supervisor").misses("installer");
    }
    fox.opens("/help?q=record").sees("The supervisor's book").misses("installer's");
    school
        .is_in(school.knows("Mr Head", Role::Owner, &[]))
        .opens("/help?q=recovery+sheet")
        .sees("installer's book");
    mia.opens("/help?q=zeppelin").sees("Nothing found").holds("Look in the books", "zeppelin");
    for odd in ["%22", "%00", "%F0%9F%99%82", "a%20OR%20*", "%3Cscript%3E"] {
        mia.opens(&format!("/help?q={odd}")).is_told(200);
    }
}

#[test]
fn every_page_has_the_way_to_help_also_where_nothing_is_found_and_before_signing_in() {
    let school = Site::school();
    let (mia, stranger) = (school.pupil("Mia"), school.stranger());
    for path in ["/", "/everyone", "/notices", "/my", "/there/is/nothing", "/people/nobody"] {
        mia.opens(path).follows("I need help").is_at("/help").sees("Tell teachers");
    }
    for path in ["/sign-in", "/there/is/nothing", "/supervision"] {
        stranger.opens(path).follows("I need help").is_at("/help").sees("I need help");
    }
}

#[test]
fn who_reads_another_language_gets_what_is_needed_most_in_it_and_the_rest_in_english() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.opens("/my/preferences").chooses("Language", "Español").presses("Save").is_told(200);
    mia.opens("/help/member").sees("La primera vez").misses("Your first time");
    assert!(mia.look(|page| page.source.contains("<div class=\"prose book\" lang=\"es\" dir=\"ltr\">")));
    mia.follows("El libro entero, en inglés").is_at("/help/member?in=en").sees("Your first time");
    mia.follows("El libro corto, en español").is_at("/help/member").sees("La primera vez");
    mia.opens("/help?q=contrase%C3%B1a").sees("en corto").follows("La primera vez");
    mia.is_at("/help/member#la-primera-vez").sees("La primera vez");
    tom.opens("/help/member").sees("Your first time").misses("La primera vez");
    tom.opens("/my/preferences").chooses("Language", "العربية").presses("Save").is_told(200);
    tom.opens("/help/member").sees("المرة الأولى");
    assert!(tom.look(|page| page.source.contains("lang=\"ar\" dir=\"rtl\">")));
    tom.opens("/help/member?in=xx").sees("المرة الأولى");
}
