//! Talk inside a case: staff write to whom it concerns, who answers on a page of their own; nobody learns who reported what.

use crate::harness::{Ask, Person, Site, number};
use crate::taking_along;
use courtyard::base::{Act, Duty};
use courtyard::features::evidence::check;
use serde_json::json;

const WRITE: &str = "Write to somebody about this";

/// Writes to somebody from the case that is open.
fn writes<'a, 's>(staff: &'a Person<'s>, to: &str, words: &str) -> &'a Person<'s> {
    staff.follows(WRITE).chooses("To whom", to).fills("What you write", words).presses("Send").is_told(200)
}

fn case_of(thing: &str) -> String {
    format!("/desk/items/{}", number(thing))
}

/// Opens what a notice of this person leads to.
fn follows_notice<'a, 's>(person: &'a Person<'s>, words: &str) -> &'a Person<'s> {
    person.opens("/notices").follows(words).is_told(200)
}

#[test]
fn staff_write_to_whom_a_case_concerns_and_each_answers_on_a_page_of_their_own() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let (fox, oak) = (school.teacher("Ms Fox"), school.staff("Mr Oak", &[Duty::Moderate]));
    let post = mia.posts("You are all fools").to_everyone();
    zoe.comments_on(&post, "Stop it");
    tom.reports(&post, "It is mean to somebody", "He means Ana");
    let (mut of_mia, mut of_fox) = (mia.opens("/").listens(), fox.opens("/").listens());
    writes(fox.opens(&case_of(&post)), "Mia · it is about them", "Please say sorry.\nWill you?");
    of_mia.hears("target=\"unread\"");
    fox.sees("Please say sorry.").sees("With Mia").sees("Ms Fox");
    // Mia reads what it is about, and not who reported it or who wrote.
    follows_notice(&mia, "Teachers wrote to you").sees("Talk with the supervisors about a post of yours");
    mia.sees("Please say sorry.")
        .sees("Teachers")
        .misses("Tom")
        .misses("reported")
        .misses("Ana")
        .misses("Fox");
    let page = mia.look(|page| page.path.clone());
    mia.fills("Your answer", "I am sorry!").presses("Send").is_told(200).sees("I am sorry!").is_at(&page);
    mia.opens("/notices").sees("Teachers wrote to you");
    of_fox.hears("target=\"unread\"");
    follows_notice(&fox, "Somebody answered you in a case").sees("I am sorry!").sees("Mia");
    // Whoever reported it, and who was there, each have a page of their own.
    writes(fox.opens(&case_of(&post)), "Tom · reported it", "Was it only this one?");
    writes(fox.opens(&case_of(&post)), "Zoe · was there", "What did you see?");
    follows_notice(&tom, "Teachers wrote to you").sees("Talk with the supervisors about what you reported");
    tom.sees("Was it only this one?").misses("Please say sorry").misses("What did you see").misses("Mia");
    follows_notice(&zoe, "Teachers wrote to you").sees("about something that happened where you were");
    zoe.sees("What did you see?").misses("You are all fools").misses("Tom").misses("Mia");
    // All of it stands in the case, in order, for whoever else is at the desk.
    oak.opens(&case_of(&post)).sees("Please say sorry.").sees("I am sorry!").sees("Was it only this one?");
    let words = oak.look(|page| page.words.clone());
    assert!(words.find("Please say sorry.") < words.find("I am sorry!"), "{words}");
    // And nobody else finds a page of somebody else's, or writes there.
    let ana = school.pupil("Ana");
    for person in [&tom, &zoe, &ana, &oak] {
        person.opens(&page).is_told(404).misses("sorry");
    }
    for person in [&mia, &tom, &ana] {
        person.opens("/desk/cases/1/talk").is_told(404);
    }
    assert_eq!(school.entries(Act::WriteInCase).len(), 3);
    assert_eq!(school.entries(Act::AnswerInCase), ["case_message 2"]);
    mia.opens("/my/record").follows("Talk with the supervisors about a post of yours").is_at(&page);
}

#[test]
fn what_is_wrong_comes_back_and_a_closed_case_is_read_and_not_answered() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let post = mia.posts("You are all fools").to_everyone();
    tom.reports(&post, "It is mean to somebody", "");
    fox.opens(&case_of(&post)).follows(WRITE).forces("What you write", &"x".repeat(2_001));
    fox.chooses("To whom", "Mia · it is about them")
        .presses("Send")
        .is_told(422)
        .holds("What you write", &"x".repeat(2_001));
    fox.fills("What you write", "Why?").chooses("To whom", "Choose…").presses("Send").is_told(422);
    fox.holds("What you write", "Why?")
        .chooses("To whom", "Mia · it is about them")
        .presses("Send")
        .is_told(200);
    follows_notice(&mia, "Teachers wrote to you").forces("Your answer", "  ").presses("Send").is_told(422);
    mia.forces("Your answer", &"y".repeat(2_001))
        .presses("Send")
        .is_told(422)
        .holds("Your answer", &"y".repeat(2_001));
    // It is closed while she types: what she typed is not lost, and not sent.
    mia.fills("Your answer", "Because I was angry");
    let page = mia.look(|page| page.path.clone());
    fox.takes_away(&post, "It was mean to somebody", "");
    mia.presses("Send")
        .is_told(422)
        .sees("This is closed.")
        .sees("This was not sent any more")
        .sees("Because I was angry");
    mia.opens(&page).sees("Why?").sees("This is closed.").misses("Because I was angry");
    assert!(!mia.can_press("Send"), "there is nothing to answer with");
    fox.opens("/desk/cases/1/talk").sees("Why?").sees("This is closed.").misses("What you write");
    // Taken back: it goes on.
    fox.opens("/desk").presses("Take back your last decision: Removed").is_told(200);
    mia.opens(&page).fills("Your answer", "Because I was angry").presses("Send").is_told(200);
    fox.opens(&case_of(&post)).sees("Because I was angry");
}

#[test]
fn who_moderates_one_class_writes_in_its_cases_and_nobody_reads_what_is_about_themselves() {
    let school = Site::school();
    let (mia, ben, zed) = (school.pupil("Mia"), school.pupil("Ben"), school.pupil("Zed"));
    let a = school.has_a_group("Class A", &[&mia, &ben]);
    school.has_a_group("Class B", &[&mia, &zed]);
    let (ash, fox, oak) =
        (school.staff("Ms Ash", &[]), school.teacher("Ms Fox"), school.staff("Mr Oak", &[Duty::Moderate]));
    school.has_charge_of(&ash, Duty::Moderate, a);
    let (here, there) = (mia.posts("xx in A").to_group("Class A"), mia.posts("xx in B").to_group("Class B"));
    ben.reports(&here, "It is rude or about sex", "");
    zed.reports(&there, "It is rude or about sex", "");
    writes(ash.opens(&case_of(&here)), "Mia · it is about them", "zz from Ms Ash");
    writes(fox.opens(&case_of(&there)), "Mia · it is about them", "zz from Ms Fox");
    ash.opens("/desk/cases/1/talk").sees("zz from Ms Ash");
    ash.opens("/desk/cases/2/talk").is_told(404).misses("zz");
    oak.opens("/desk/cases/2/talk").sees("zz from Ms Fox");
    // A member of staff who was reported neither writes there nor reads what is said.
    let silly = oak.posts("A silly note").to_everyone();
    ben.reports(&silly, "Something else", "");
    writes(fox.opens(&case_of(&silly)), "Ben · reported it", "zz to Ben about it");
    oak.opens(&case_of(&silly)).sees("This is your own").misses("zz to Ben").misses(WRITE);
    oak.opens("/desk/cases/3/talk").is_told(404).misses("zz to Ben");
    writes(fox.opens(&case_of(&silly)), "Mr Oak · it is about them", "zz to Mr Oak");
    follows_notice(&oak, "Teachers wrote to you").sees("zz to Mr Oak").misses("Ben").misses("Ms Fox");
    oak.fills("Your answer", "zz by Mr Oak").presses("Send").is_told(200).sees("zz by Mr Oak");
    fox.opens("/desk/cases/3/talk").sees("zz by Mr Oak");
}

#[test]
fn what_was_said_in_a_case_is_in_the_pack_and_proves_itself() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let post = mia.posts("I will find you").to_everyone();
    tom.reports(&post, "It is a threat", "");
    writes(fox.opens(&case_of(&post)), "Mia · it is about them", "zz Why did you write this?");
    follows_notice(&mia, "Teachers wrote to you").fills("Your answer", "zz It was a joke").presses("Send");
    mia.is_told(200);
    fox.opens(&case_of(&post))
        .follows("Take out as evidence")
        .fills("What is it for?", "The police asked for it");
    let pack = fox.asks(&fox.would_send("Take it out"));
    assert_eq!(pack.status, 200, "{}", pack.text());
    let checked = check(&pack.body).unwrap_or_else(|wrong| panic!("the pack does not hold: {wrong}"));
    assert_eq!((checked.said, checked.proved), (3, 3), "{checked:?}");
    let text = String::from_utf8_lossy(&pack.body);
    assert!(text.contains("zz Why did you write this?") && text.contains("zz It was a joke"));
}

#[test]
fn what_is_said_comes_to_the_open_pages_of_both_sides_and_to_nobody_elses() {
    let school = Site::school();
    let (mia, tom, ana) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"));
    let (fox, oak) = (school.teacher("Ms Fox"), school.staff("Mr Oak", &[Duty::Moderate]));
    let post = mia.posts("You are all fools").to_everyone();
    tom.reports(&post, "It is mean to somebody", "");
    writes(fox.opens(&case_of(&post)), "Mia · it is about them", "Will you say sorry?");
    writes(fox.opens(&case_of(&post)), "Tom · reported it", "Only this one?");
    follows_notice(&mia, "Teachers wrote to you");
    follows_notice(&tom, "Teachers wrote to you");
    let (mut of_mia, mut of_tom) = (mia.listens(), tom.listens());
    let mut of_oak = oak.opens("/desk/cases/1/talk").listens();
    // Whom staff write to learns not even the number of the case.
    let topics = mia.look(|page| page.meta("live-topics"));
    assert!(topics.contains("case_talk/1") && !topics.contains("case_room"), "{topics}");
    let answers = school.is_in(mia.elsewhere());
    answers.opens("/talks/1").fills("Your answer", "I am sorry!").presses("Send").is_told(200);
    for page in [&mut of_mia, &mut of_oak] {
        page.hears("I am sorry!");
    }
    let staff = school.is_in(fox.elsewhere());
    writes(staff.opens(&case_of(&post)), "Mia · it is about them", "Thank you, Mia");
    let told = of_mia.hears("Thank you, Mia");
    assert!(told.contains("I am sorry!") && !told.contains("Fox") && !told.contains("<form"), "{told}");
    let told = of_oak.hears("Thank you, Mia");
    assert!(told.contains("Only this one?") && told.contains("Ms Fox"), "{told}");
    writes(staff.opens(&case_of(&post)), "Tom · reported it", "Thank you, Tom");
    let told = of_tom.hears("Thank you, Tom");
    assert!(!told.contains("Mia") && !told.contains("sorry"), "{told}");
    // Who asks for what is not theirs is told to fetch the page anew, and nothing else.
    for (person, topic) in
        [(&ana, "case_talk/1"), (&tom, "case_talk/1"), (&tom, "case_room/1"), (&oak, "case_talk/1")]
    {
        let mut page = person.listens_to(&[topic], 0);
        assert_eq!(page.hears("(refresh)"), "(refresh)", "{topic}");
    }
}

#[test]
fn when_a_case_is_closed_the_open_pages_of_both_sides_close_their_form_and_open_it_again_with_the_case() {
    let school = Site::school();
    let (mia, tom, ana) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"));
    let (fox, oak) = (school.teacher("Ms Fox"), school.staff("Mr Oak", &[Duty::Moderate]));
    let (post, other) = (mia.posts("You are all fools").to_everyone(), ana.posts("So are you").to_everyone());
    tom.reports(&post, "It is mean to somebody", "");
    tom.reports(&other, "It is mean to somebody", "");
    writes(fox.opens(&case_of(&post)), "Mia · it is about them", "Will you say sorry?");
    writes(fox.opens(&case_of(&other)), "Ana · it is about them", "Will you?");
    follows_notice(&mia, "Teachers wrote to you");
    follows_notice(&ana, "Teachers wrote to you");
    let (mut of_mia, mut of_ana) = (mia.listens(), ana.listens());
    let mut of_oak = oak.opens("/desk/cases/1/talk").listens();
    let decided = school.is_in(fox.elsewhere());
    decided.takes_away(&post, "It was mean to somebody", "");
    for page in [&mut of_mia, &mut of_oak] {
        let told = page.hears("action=\"case\"");
        assert!(told.contains("This is closed.") && told.contains("This was not sent any more"), "{told}");
        assert!(!told.contains("<form"), "{told}");
    }
    decided.opens("/desk").presses("Take back your last decision: Removed").is_told(200);
    for page in [&mut of_mia, &mut of_oak] {
        let told = page.hears("action=\"case\"");
        assert!(!told.contains("This is closed."), "{told}");
    }
    // A page that was fetched while it was closed says so, and is told when it is open again.
    decided.takes_away(&post, "It was mean to somebody", "");
    for page in [&mut of_mia, &mut of_oak] {
        page.hears("This is closed.");
    }
    mia.opens("/talks/1").sees("This is closed.");
    let mut of_mia = mia.listens();
    decided.opens("/desk").presses("Take back your last decision: Removed").is_told(200);
    of_mia.hears("action=\"case\"");
    // Whose case it is not is told nothing: what came before this has come.
    writes(decided.opens(&case_of(&other)), "Ana · it is about them", "Once more");
    writes(decided.opens(&case_of(&other)), "Ana · it is about them", "And again");
    let told = of_ana.hears("And again");
    assert!(!told.contains("action=\"case\"") && told.contains("Once more"), "{told}");
}

#[test]
fn what_was_said_stands_among_all_that_there_is_about_an_account_for_who_sees_the_case() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let (lark, help) =
        (school.staff("Ms Lark", &[Duty::Safeguard]), school.staff("Mr Hay", &[Duty::Accounts]));
    let post = mia.posts("You are all fools").to_everyone();
    tom.reports(&post, "It is mean to somebody", "");
    writes(fox.opens(&case_of(&post)), "Mia · it is about them", "Will you say sorry?");
    writes(fox.opens(&case_of(&post)), "Tom · reported it", "Only this one?");
    follows_notice(&mia, "Teachers wrote to you").fills("Your answer", "I am sorry!").presses("Send");
    let about = |person: &Person<'_>| format!("/admin/people/{}/timeline", person.id);
    let looks = school.entries(Act::ReadTimeline).len();
    fox.opens(&about(&mia)).sees("Talk in cases").sees("Staff wrote").sees("Will you say sorry?");
    fox.sees("They answered").sees("I am sorry!").misses("Only this one?");
    fox.opens(&format!("{}?only=talk", about(&mia))).sees("I am sorry!").follows("They answered");
    fox.is_at("/desk/cases/1/talk");
    fox.opens(&about(&tom)).sees("Only this one?").misses("I am sorry!");
    assert_eq!(school.entries(Act::ReadTimeline).len(), looks + 3, "each look is in the record");
    // Who does not see the case sees nothing of what was said in it.
    for person in [&lark, &help] {
        person.opens(&about(&mia)).misses("say sorry").misses("I am sorry!");
    }
    // Nor does a member of staff with whom it was.
    writes(fox.opens(&case_of(&post)), "Mia · it is about them", "Thank you");
    fox.opens(&about(&mia)).sees("Thank you");
}

#[test]
fn who_takes_everything_along_has_their_own_talk_as_its_page_shows_it_and_no_other() {
    let school = Site::school_with_clock();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let post = mia.posts("You are all fools").to_everyone();
    tom.reports(&post, "It is mean to somebody", "He means Ana");
    writes(fox.opens(&case_of(&post)), "Mia · it is about them", "Will you say *sorry*?");
    writes(fox.opens(&case_of(&post)), "Tom · reported it", "Only this one?");
    follows_notice(&mia, "Teachers wrote to you").fills("Your answer", "I am sorry!").presses("Send");
    taking_along::asks_for_it(&mia);
    assert_eq!(school.packs(), 1);
    let file = mia.asks(&Ask::get(&taking_along::address(&mia)));
    let expected = json!({
        "counts": { "talk_with_staff": 1 },
        "texts": ["Talk with the supervisors about a post of yours", "Will you say *sorry*?", "I am sorry!"],
        "on_pages": ["Teachers"],
        "absent": ["Only this one?", "Tom", "Ms Fox", "Ana"],
    });
    taking_along::check(&file, &expected);
}
