//! One queue of cases at the desk: what comes first, who looks at what, when it is due, and to whom it goes then.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::{Act, Approval, Duty};

const HOUR: i64 = 60 * 60 * 1000;
const MINUTE: i64 = 60 * 1000;

fn cast(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>, Person<'_>) {
    (
        school.pupil("Mia"),
        school.pupil("Tom"),
        school.teacher("Ms Fox"),
        school.staff("Mr Hare", &[Duty::Moderate]),
    )
}

/// The texts of the lines of a list, in their order, as far as they are among these.
fn lines<'t>(person: &Person<'_>, list: &str, texts: &[&'t str]) -> Vec<&'t str> {
    person.opens(list);
    person.look(|page| {
        let mut found: Vec<(usize, &str)> =
            texts.iter().filter_map(|text| page.words.find(text).map(|place| (place, *text))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, text)| text).collect()
    })
}

#[test]
fn whatever_brings_a_thing_before_staff_is_one_case_and_what_is_urgent_comes_first() {
    let school = Site::school();
    let (mia, tom, fox, _) = cast(&school);
    let early = mia.posts("An early heron").to_everyone();
    tom.reports(&early, "Something else", "");
    school.rules(Approval::HoldAll);
    mia.posts("A waiting swan").to_everyone();
    school.rules(Approval::Open);
    let late = mia.posts("I will get you").to_everyone();
    tom.reports(&late, "It is a threat", "");
    school.pupil("Zoe").reports(&early, "It is mean to somebody", "");
    let texts = ["An early heron", "A waiting swan", "I will get you"];
    assert_eq!(lines(&fox, "/desk", &texts), ["I will get you", "An early heron", "A waiting swan"]);
    assert_eq!(lines(&fox, "/desk?list=urgent", &texts), ["I will get you"]);
    assert_eq!(
        lines(&fox, "/desk?list=oldest", &texts),
        ["I will get you", "A waiting swan", "An early heron"]
    );
    fox.opens("/desk").sees("2 reports");
    // One decision closes what was open about it, and none of the rest.
    fox.decides(&early, "Keep");
    assert_eq!(lines(&fox, "/desk", &texts), ["I will get you", "A waiting swan"]);
    let open = |id: &str| {
        school.read(|look| {
            look.number("SELECT count(*) FROM seen_case WHERE closed_at IS NULL AND item_id = ?1", [id])
        })
    };
    assert_eq!((open(number(&early)), open(number(&late))), (0, 1));
}

#[test]
fn who_opens_a_case_looks_at_it_for_ten_minutes_and_the_others_see_that() {
    let mut school = Site::school_with_clock();
    let (mia, tom, fox, hare) = cast(&school);
    let heron = mia.posts("A heron!").to_everyone();
    tom.reports(&heron, "Something else", "");
    let case = format!("/desk/items/{}", number(&heron));
    fox.opens(&case).misses("is looking at this");
    fox.opens(&case).misses("is looking at this");
    assert_eq!(school.entries(Act::ClaimCase), ["case 1"], "not each reload is an entry");
    fox.opens("/desk?list=mine").sees("A heron!");
    hare.opens("/desk").sees("Ms Fox is looking at this");
    hare.opens(&case).sees("Ms Fox is looking at this until 09:10");
    hare.opens("/desk?list=mine").misses("A heron!");
    mia.opens(&case).is_told(404).misses("looking at this");
    // She went for lunch.
    school.waits_ms(11 * MINUTE);
    hare.opens("/desk").misses("is looking at this");
    fox.opens("/desk?list=mine").misses("A heron!");
    hare.opens(&case).misses("is looking at this");
    fox.opens(&case).sees("Mr Hare is looking at this until 09:21");
    // The note locks nothing: what cannot wait is decided.
    fox.opens(&case).presses("Keep").is_told(200);
    hare.opens("/desk").misses("A heron!");
    let goose = mia.posts("A goose!").to_everyone();
    tom.reports(&goose, "Something else", "");
    fox.opens(&format!("/desk/items/{}", number(&goose)));
    let (hare_name, fox_name) = (hare.name.clone(), fox.name.clone());
    assert_ne!(hare_name, fox_name);
    drop((mia, tom, fox, hare));
    school.restarts();
    school.head().opens("/desk").sees("A goose!").misses("is looking at this");
}

#[test]
fn worry_goes_to_safeguarding_and_to_the_desk_when_nobody_looked_in_time() {
    let school = Site::school_with_clock();
    let (mia, tom, fox, _) = cast(&school);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    let poem = mia.posts("Nobody would miss me").to_everyone();
    tom.opens(&poem).follows("I am worried about someone").fills("What worries you?", "She means it");
    tom.presses("Send").is_told(200).is_at(&poem);
    fox.opens("/desk").misses("Nobody would miss me");
    lark.opens("/desk").sees("Nobody would miss me").follows("Nobody would miss me");
    lark.sees("She means it").sees("Nobody would miss me").sees("To be decided by");
    let case = lark.look(|page| page.path.clone());
    fox.opens(&case).is_told(404).misses("She means it");
    // That the post goes is no answer to worry about who wrote it.
    fox.takes_away(&poem, "Another reason", "");
    lark.opens(&case).sees("She means it");
    school.waits_ms(HOUR);
    fox.opens("/desk").sees("Nobody would miss me").sees("Overdue");
    fox.opens(&case).sees("She means it").fills("What you did", "Called home").presses("Close").is_told(200);
    lark.opens("/desk").misses("Nobody would miss me");
    lark.opens(&case).sees("Called home");
    mia.opens(&case).is_told(404);
    tom.opens(&case).is_told(404);
}

#[test]
fn what_is_overdue_at_the_desk_is_decided_by_whoever_holds_safeguarding_alone() {
    let school = Site::school_with_clock();
    let (mia, tom, _, _) = cast(&school);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    let heron = mia.posts("A rude heron").to_everyone();
    tom.reports(&heron, "It is rude or about sex", "Look at it");
    let case = format!("/desk/items/{}", number(&heron));
    let remove = |person: &Person<'_>| {
        person.opens("/desk");
        let token = person.token();
        let fields = [("same_site", token.as_str()), ("act", "remove"), ("reason", "rude"), ("note", "")];
        person.asks(&Ask::post(&case, &fields)).status
    };
    lark.opens("/desk").misses("A rude heron");
    lark.opens(&case).is_told(404);
    assert_eq!(remove(&lark), 404);
    school.waits_ms(72 * HOUR);
    lark.signs_in();
    lark.opens("/desk").sees("A rude heron").sees("Overdue");
    lark.opens(&case).sees("Look at it").chooses("Reason for removing", "It was rude or about sex");
    lark.presses("Remove").is_told(200);
    tom.signs_in();
    tom.opens(&heron).is_told(404);
}

#[test]
fn a_house_says_within_how_many_hours_its_staff_decide() {
    let school = Site::school_with_clock();
    let (mia, tom, fox, _) = cast(&school);
    school
        .head()
        .opens("/admin/rules")
        .chooses("Everything else, within", "2 hours")
        .presses("Save")
        .is_told(200);
    let heron = mia.posts("A heron!").to_everyone();
    tom.reports(&heron, "Something else", "");
    fox.opens(&format!("/desk/items/{}", number(&heron))).sees("11:00");
    fox.opens("/desk").misses("Overdue");
    school.waits_ms(2 * HOUR);
    fox.signs_in();
    fox.opens("/desk").sees("Overdue");
}

#[test]
fn my_groups_are_what_stands_in_groups_that_i_lead() {
    let school = Site::school();
    let (mia, tom, fox, hare) = cast(&school);
    let group = school.has_a_group("Class 5B", &[&mia, &tom, &fox]);
    let leader = fox.id;
    school.write(Act::EditGroup, move |change| {
        let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
        change.run(sql, [group, leader])
    });
    let ours = mia.posts("A class heron").to_group("Class 5B");
    let comment = tom.comments_on(&ours, "An ugly heron");
    let all = mia.posts("A heron for all").to_everyone();
    for thing in [&ours, &all] {
        tom.reports(thing, "Something else", "");
    }
    mia.reports(&comment, "It is mean to somebody", "");
    let texts = ["A class heron", "An ugly heron", "A heron for all"];
    assert_eq!(lines(&fox, "/desk?list=groups", &texts), ["A class heron", "An ugly heron"]);
    assert_eq!(lines(&hare, "/desk?list=groups", &texts), [""; 0]);
    fox.decides(&ours, "Keep");
    assert_eq!(lines(&fox, "/desk?list=groups", &texts), ["An ugly heron"]);
}

#[test]
fn what_its_author_takes_back_waits_no_more_and_staff_who_act_by_themselves_leave_a_case() {
    let school = Site::school();
    let (mia, _, fox, _) = cast(&school);
    school.rules(Approval::HoldAll);
    let swan = mia.posts("A waiting swan").to_everyone();
    school.rules(Approval::Open);
    fox.opens("/desk").sees("A waiting swan");
    mia.opens(&swan).presses("Delete").is_told(200);
    fox.opens("/desk").misses("A waiting swan");
    let heron = mia.posts("A rude heron").to_everyone();
    fox.takes_away(&heron, "It was rude or about sex", "");
    let outcome = |thing: &str| {
        let item = number(thing).to_owned();
        school.read(move |look| {
            look.found(
                "SELECT outcome, coalesce(closed_by, 0) FROM seen_case WHERE item_id = ?1",
                [item],
                |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)),
            )
        })
    };
    assert_eq!(outcome(&swan), ("gone".into(), 0));
    assert_eq!(outcome(&heron), ("remove".into(), fox.id));
}

#[test]
fn ones_last_decision_is_taken_back_as_if_it_had_not_been() {
    let school = Site::school();
    let (mia, tom, fox, hare) = cast(&school);
    let heron = mia.posts("A heron!").to_everyone();
    tom.reports(&heron, "Something else", "I do not like herons");
    hare.opens("/desk").misses("Take back your last decision");
    fox.takes_away(&heron, "Another reason", "");
    tom.opens(&heron).is_told(404);
    fox.opens("/desk").misses("A heron!").sees("Take back your last decision: Removed");
    hare.opens("/desk").misses("Take back your last decision");
    fox.presses("Take back your last decision: Removed").is_told(200);
    tom.opens(&heron).sees("A heron!");
    fox.opens("/desk").sees("A heron!").misses("Take back your last decision");
    // Nobody had read of it, so nobody is told of it.
    mia.opens("/notices").misses("removed your post");
    tom.opens("/notices").misses("looked at what you reported");
    school.noted(Act::Undo, &format!("post {}", number(&heron)));
    // Whoever has read that it was removed is told that it is back.
    fox.takes_away(&heron, "Another reason", "");
    mia.opens("/notices").sees("removed your post");
    fox.opens("/desk").presses("Take back your last decision: Removed").is_told(200);
    mia.opens("/notices").sees("brought your post back");
    // What was let be seen waits again; what somebody else decided since is not taken back.
    school.rules(Approval::HoldAll);
    let swan = mia.posts("A waiting swan").to_everyone();
    school.rules(Approval::Open);
    fox.decides(&swan, "Let it be seen");
    tom.opens(&swan).sees("A waiting swan");
    fox.opens("/desk").presses("Take back your last decision: Let through").is_told(200);
    tom.opens(&swan).is_told(404);
    fox.opens("/desk").sees("A waiting swan");
    fox.decides(&swan, "Let it be seen");
    hare.takes_away(&swan, "Another reason", "");
    fox.opens("/desk").misses("Take back your last decision");
}

#[test]
fn several_get_the_same_decision_each_with_an_entry_of_its_own() {
    let school = Site::school();
    let (mia, tom, fox, _) = cast(&school);
    let herons = [mia.posts("Heron one").to_everyone(), mia.posts("Heron two").to_everyone()];
    let spared = mia.posts("Heron three").to_everyone();
    for heron in herons.iter().chain([&spared]) {
        tom.reports(heron, "It is rude or about sex", "");
    }
    fox.opens("/desk").follows("Decide about several").presses("Remove").is_told(422);
    fox.ticks("Choose: Heron one").ticks("Choose: Heron two");
    fox.presses("Remove").is_told(422).sees("Heron three");
    fox.chooses("Reason for removing", "It was rude or about sex").presses("Remove").is_told(200);
    for heron in &herons {
        tom.opens(heron).is_told(404);
        school.noted(Act::StaffRemove, &format!("post {}", number(heron)));
    }
    tom.opens(&spared).sees("Heron three");
    assert_eq!(school.entries(Act::StaffRemove).len(), 2);
    fox.opens("/desk").sees("Heron three").misses("Heron one").misses("Heron two");
    mia.opens("/desk/several").is_told(404);
}

#[test]
fn coverage_says_how_many_were_decided_in_time_and_what_is_open() {
    let school = Site::school_with_clock();
    let (mia, tom, fox, _) = cast(&school);
    let posts: Vec<String> =
        ["one", "two", "three"].iter().map(|text| mia.posts(text).to_everyone()).collect();
    for post in &posts {
        tom.reports(post, "It is a threat", "");
    }
    fox.opens("/desk/coverage").sees("No case was decided in these weeks.");
    fox.decides(&posts[0], "Keep");
    school.waits_ms(HOUR + MINUTE);
    fox.decides(&posts[1], "Keep");
    // What staff do where nothing waited is no case that was read in time.
    let direct = mia.posts("four").to_everyone();
    fox.takes_away(&direct, "Another reason", "");
    fox.opens("/desk/coverage");
    let rows = fox.look(|page| page.rows());
    assert!(rows.iter().any(|row| row.starts_with("3 March 1 1 50%")), "{rows:#?}");
    assert!(
        rows.iter().any(|row| row.starts_with("Things that people made 50% 1 1 1 1 1 h ago")),
        "{rows:#?}"
    );
    mia.opens("/desk/coverage").is_told(404);
}
