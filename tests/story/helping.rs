//! Finding help: the books, who can see what, and a person to turn to.

use crate::harness::Site;
use courtyard::base::Act;

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
    fox.opens("/desk").sees("I am worried about someone");
    let case =
        fox.look(|page| page.attributes("href")).into_iter().find(|href| href.starts_with("/desk/people/"));
    let case = case.expect("the desk leads to the report");
    fox.opens(&case).sees("I cannot sleep");
    tom.opens(&case).is_told(404).misses("I cannot sleep");
    tom.opens("/desk").is_told(404).misses("I cannot sleep");
    tom.opens(&mia.profile()).misses("I cannot sleep");
}
