//! All that there is about one account on one page, as far as each member of staff may know it.

use crate::harness::Site;
use courtyard::base::Duty;

#[test]
fn all_that_there_is_about_an_account_stands_on_one_page_as_far_as_each_may_know_it() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.teacher("Ms Fox");
    let [oak, hay] = [("Mr Oak", Duty::Moderate), ("Mr Hay", Duty::Accounts)]
        .map(|(name, duty)| school.staff(name, &[duty]));
    let page = format!("/admin/people/{}/timeline", mia.id);
    let post = mia.posts("You are silly").to_everyone();
    fox.takes_away(&post, "It was mean to somebody", "Please be kind");
    fox.sets_about(&mia, "Warning", "One day", "The next time you read only.");
    mia.opens("/my/record")
        .follows("Ask somebody to look again")
        .fills("What should they know?", "It was a joke.");
    mia.presses("Send").is_told(200);
    tom.opens(&format!("/report/person/{}", mia.id))
        .ticks("It is mean to somebody")
        .presses("Send")
        .is_told(200);
    mia.reports(&tom.posts("And you, too").to_everyone(), "It is mean to somebody", "");
    let stranger = mia.elsewhere();
    stranger.signs_in_with("a guess").is_told(422);
    oak.opens(&page).sees("Please be kind").sees("The next time you read only.").sees("It was a joke.");
    oak.sees("Somebody reported them; it waits")
        .sees("Reports about them: 1. Reports from them: 1.")
        .misses("Tom");
    oak.misses("Somebody tried to sign in as them");
    oak.follows("Said and set").sees("The next time you read only.").misses("Please be kind");
    // Who keeps accounts alone sees what was set, and nothing of the desk.
    hay.opens(&format!("/admin/people/{}", mia.id)).follows("All that there is about this account");
    hay.sees("The next time you read only.")
        .misses("Please be kind")
        .misses("It was a joke.")
        .misses("Reports about");
    school.head().opens(&page).sees("Somebody tried to sign in as them").sees("Please be kind");
    for person in [&mia, &tom] {
        person.opens(&page).is_told(404);
    }
    oak.opens("/admin/people/999/timeline").is_told(404);
}
