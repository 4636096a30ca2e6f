//! From a report to the desk, to a decision, to the record.

use crate::harness::{Ask, HERON, Person, Site, number};
use courtyard::base::{Act, Duty};

fn cast(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>, Person<'_>) {
    (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"), school.teacher("Ms Fox"))
}

#[test]
fn a_report_leads_to_a_decision_and_everybody_concerned_is_told() {
    let school = Site::school();
    let (mia, tom, zoe, fox) = cast(&school);
    let fools = mia.posts("You are all fools").to_everyone();
    tom.reports(&fools, "It is mean to somebody", "He means Zoe");
    tom.sees("Thank you. Staff have been told.");

    fox.opens("/desk").sees("You are all fools");
    fox.opens(&format!("/desk/items/{}", number(&fools))).sees("He means Zoe").sees("Tom");
    mia.opens(&fools).misses("He means Zoe").misses("Tom");
    mia.opens("/notices").misses("Tom");

    fox.takes_away(&fools, "It was mean to somebody", "Please be kind");
    for person in [&tom, &zoe] {
        person.opens("/everyone").misses("You are all fools");
        person.opens(&fools).is_told(404);
    }
    mia.opens("/everyone").misses("You are all fools");
    mia.opens(&fools).sees("You are all fools").sees("Removed by teachers");
    mia.opens("/notices").sees("removed your post").sees("mean to somebody").misses("Tom");
    tom.opens("/notices")
        .sees("looked at what you reported")
        .sees("It was removed.")
        .misses("Please be kind");
    zoe.opens("/notices").misses("removed").misses("reported");
    fox.opens("/desk").misses("You are all fools");

    fox.decides(&fools, "Bring it back");
    zoe.opens("/everyone").sees("You are all fools");
    mia.opens("/notices").sees("brought your post back");
}

#[test]
fn the_record_shows_what_was_done_to_those_who_may_read_it() {
    let school = Site::school();
    let (mia, tom, _, fox) = cast(&school);
    let owl = school.staff("Ms Owl", &[Duty::Audit]);
    let fools = mia.posts("You are all fools").to_everyone();
    tom.reports(&fools, "It is mean to somebody", "");
    fox.takes_away(&fools, "It was mean to somebody", "");
    owl.opens("/audit").misses("You are all fools");
    let line = |act: &str| {
        owl.look(|page| page.rows().into_iter().find(|row| row.contains(act)).unwrap_or_default())
    };
    assert!(line("told staff about something").contains("Tom"), "{}", line("told staff"));
    assert!(line("removed something as staff").contains("Ms Fox"), "{}", line("removed something"));
    owl.opens(&fools).is_told(404);
    school.noted(Act::StaffRemove, &format!("post {}", number(&fools)));
    for person in [&mia, &fox] {
        person.opens("/audit").is_told(404).misses("told staff");
    }
}

#[test]
fn what_is_kept_stays_and_only_the_reporter_hears_of_it() {
    let school = Site::school();
    let (mia, tom, zoe, fox) = cast(&school);
    let heron = mia.posts("A heron!").to_everyone();
    tom.reports(&heron, "Something else", "I do not like herons");
    fox.decides(&heron, "Keep");
    tom.opens("/notices").sees("It was not removed.");
    mia.opens("/notices").misses("reported").misses("removed");
    mia.opens(&heron).misses("Keep").misses("reported");
    zoe.opens(&heron).sees("A heron!");
    fox.opens("/desk").misses("A heron!");
}

#[test]
fn a_comment_is_reported_and_taken_away_alone() {
    let school = Site::school();
    let (mia, tom, zoe, fox) = cast(&school);
    let heron = mia.posts("A heron!").to_everyone();
    let comment = tom.comments_on(&heron, "Ugly thing");
    mia.reports(&comment, "It is mean to somebody", "");
    fox.takes_away(&comment, "It was mean to somebody", "");
    zoe.opens(&heron).sees("A heron!").misses("Ugly thing");
    zoe.opens("/everyone").misses("1 comment");
    tom.opens(&heron).sees("Ugly thing").sees("Removed by teachers");
    fox.decides(&comment, "Bring it back");
    zoe.opens(&heron).sees("Ugly thing");
}

#[test]
fn what_is_limited_reaches_the_desk_only_when_it_is_reported() {
    let school = Site::school();
    let (mia, tom, _, fox) = cast(&school);
    mia.shares_with(&tom);
    let secret = mia.posts("Meet me at the pond").with(HERON).to_contacts();
    let case = format!("/desk/items/{}", number(&secret));
    fox.opens(&case).is_told(404).misses("Meet me");
    fox.opens(&secret).is_told(404);
    tom.reports(&secret, "It is a threat", "");
    fox.opens(&case).sees("Meet me at the pond");
    fox.opens(&secret).is_told(404);
    school.staff("Mr Plum", &[]).opens(&case).is_told(404).misses("Meet me");
}

#[test]
fn nobody_reports_what_they_do_not_see() {
    let school = Site::school();
    let (mia, _, zoe, fox) = cast(&school);
    let secret = mia.posts("Meet me at the pond").to_only_me();
    zoe.opens(&format!("/report/{}", number(&secret))).is_told(404).misses("Meet me");
    zoe.opens("/posts/new");
    let fields = [("same_site", zoe.token()), ("reason", "unkind".into()), ("note", String::new())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(zoe.asks(&Ask::post(&format!("/report/{}", number(&secret)), &fields)).status, 404);
    fox.opens("/desk").misses("Meet me");
}

#[test]
fn a_person_is_reported_without_learning_of_it() {
    let school = Site::school();
    let (mia, tom, _, fox) = cast(&school);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    tom.opens(&mia.profile()).follows("I am worried about someone");
    tom.fills("What worries you?", "She cries a lot").presses("Send").is_told(200);
    tom.is_at(&mia.profile()).sees("Staff have been told");
    fox.opens("/desk").misses("Mia");
    fox.opens("/desk/people/1").is_told(404).misses("cries");
    lark.opens("/desk").sees("Mia");
    lark.opens("/desk/people/1").sees("She cries a lot").fills("What you did", "Talked to her");
    lark.presses("Close").is_told(200);
    lark.opens("/desk").misses("Mia");
    mia.opens("/notices").misses("Tom").misses("cries");
    mia.opens(&mia.profile()).misses("cries");
    tom.opens("/desk/people/1").is_told(404).misses("cries");
}

#[test]
fn a_member_decides_nothing() {
    let school = Site::school();
    let (mia, tom, zoe, _) = cast(&school);
    let heron = mia.posts("A heron!").to_everyone();
    tom.opens("/posts/new");
    let token = tom.token();
    let fields = [("same_site", token.as_str()), ("act", "remove"), ("reason", "rude"), ("note", "")];
    assert_eq!(tom.asks(&Ask::post(&format!("/desk/items/{}", number(&heron)), &fields)).status, 404);
    zoe.opens(&heron).sees("A heron!");
    assert!(school.entries(Act::StaffRemove).is_empty());
}
