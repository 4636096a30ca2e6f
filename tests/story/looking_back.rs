//! All that there is about one account on one page, as far as each member of staff may know it.

use crate::harness::{Person, Site, number};
use courtyard::base::{AccountId, Act, Duty};

fn timeline(of: &Person<'_>) -> String {
    format!("/admin/people/{}/timeline", of.id)
}

/// Where these words first stand on the page, among its letters.
fn place(person: &Person<'_>, words: &str) -> usize {
    let text = person.look(|page| page.words.clone());
    text.find(words).unwrap_or_else(|| person.fails(&format!("“{words}” is not in the list: {text}")))
}

#[test]
fn all_that_there_is_about_an_account_stands_on_one_page_as_far_as_each_may_know_it() {
    let school = Site::school_with_clock();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.teacher("Ms Fox");
    let [oak, hay] = [("Mr Oak", Duty::Moderate), ("Mr Hay", Duty::Accounts)]
        .map(|(name, duty)| school.staff(name, &[duty]));
    let page = timeline(&mia);
    let post = mia.posts("You are silly").to_everyone();
    school.waits_ms(1_000);
    fox.takes_away(&post, "It was mean to somebody", "Please be kind");
    school.waits_ms(1_000);
    fox.sets_about(&mia, "Warning", "One day", "The next time you read only.");
    school.waits_ms(1_000);
    mia.opens("/my/record").follows("Ask somebody to look again");
    mia.fills("What should they know?", "It was a joke.").presses("Send").is_told(200);
    school.waits_ms(1_000);
    tom.opens(&format!("/report/person/{}", mia.id))
        .ticks("It is mean to somebody")
        .presses("Send")
        .is_told(200);
    school.waits_ms(1_000);
    let heron = tom.posts("A heron, Mia").to_everyone();
    mia.reports(&heron, "It is rude or about sex", "Look at that");
    school.waits_ms(1_000);
    mia.opens(&page).is_told(404);
    school.head().opens(&format!("/admin/people/{}", mia.id)).presses("New slip").is_told(200);
    mia.elsewhere().signs_in_with("a guess").is_told(422);

    oak.opens(&page).sees("Please be kind").sees("by Ms Fox").sees("The next time you read only.");
    oak.sees("They were reported")
        .sees("by Tom")
        .sees("It waits")
        .sees("Look at that")
        .sees("It was a joke.");
    oak.sees("Reports about them: 1. Reports from them: 1.").sees("That you looked stands in the record");
    let newest_first =
        ["Look at that", "They were reported", "It was a joke.", "The next time", "Please be kind"];
    let places: Vec<usize> = newest_first.iter().map(|words| place(&oak, words)).collect();
    assert!(places.is_sorted(), "newest first: {places:?}");
    oak.misses("Somebody tried to sign in as them").misses("made a new one-time password");
    school.noted(Act::ReadTimeline, &format!("account {}", mia.id));
    // Each line leads to its case at the desk.
    oak.follows("They reported something").is_at(&format!("/desk/items/{}", number(&heron)));
    oak.opens(&page).follows("They were reported").sees("Reports").is_told(200);
    oak.follows("Looking back").is_at(&page).follows("Said and set");
    oak.sees("The next time you read only.").misses("Please be kind");
    // Who keeps accounts alone sees what was set and done to the account, and nothing of the desk.
    hay.opens(&format!("/admin/people/{}", mia.id)).follows("All that there is about this account");
    hay.sees("The next time you read only.").sees("made a new one-time password").misses("Please be kind");
    hay.misses("It was a joke.").misses("Reports about").misses("They were reported").misses("Look at that");
    school.head().opens(&page).sees("Somebody tried to sign in as them").sees("Please be kind");
    // And nobody else finds it: not people, not who only reads the record, and not of somebody who is not there.
    let wren = school.staff("Ms Wren", &[Duty::Audit]);
    for person in [&tom, &wren] {
        person.opens(&page).is_told(404);
    }
    oak.opens("/admin/people/999/timeline").is_told(404);
    oak.opens(&timeline(&oak)).is_at("/my/record");
    let looks = school.entries(Act::ReadTimeline);
    assert!(
        looks.iter().all(|look| *look == format!("account {}", mia.id)),
        "only looks that were: {looks:?}"
    );
}

#[test]
fn who_moderates_one_class_looks_back_at_its_members_and_at_what_happened_there() {
    let school = Site::school();
    let (mia, ben, zed) = (school.pupil("Mia"), school.pupil("Ben"), school.pupil("Zed"));
    let a = school.has_a_group("Class A", &[&mia, &ben]);
    school.has_a_group("Class B", &[&mia, &zed]);
    let ash = school.staff("Ms Ash", &[]);
    let fox = school.teacher("Ms Fox");
    ash.opens(&timeline(&mia)).is_told(404);
    school.has_charge_of(&ash, Duty::Moderate, a);
    let (here, there) =
        (mia.posts("xx in class A").to_group("Class A"), mia.posts("xx in class B").to_group("Class B"));
    ben.reports(&here, "It is rude or about sex", "zz note of Ben");
    zed.reports(&there, "It is rude or about sex", "zz note of Zed");
    fox.takes_away(&there, "It was mean to somebody", "zz not here");
    fox.sets_about(&mia, "Warning", "One day", "zz to Mia alone");
    mia.opens(&format!("/report/person/{}", ben.id))
        .ticks("It is mean to somebody")
        .presses("Send")
        .is_told(200);
    ash.opens(&timeline(&mia)).sees("zz note of Ben").sees("by Ben").sees("Was reported");
    ash.misses("zz note of Zed")
        .misses("zz not here")
        .misses("zz to Mia alone")
        .misses("They reported somebody");
    ash.follows("Something of theirs was reported").is_at(&format!("/desk/items/{}", number(&here)));
    ash.follows("Looking back").is_at(&timeline(&mia));
    ash.opens(&timeline(&ben)).is_told(200).misses("They were reported");
    for person in [&zed, &fox] {
        ash.opens(&timeline(person)).is_told(404);
    }
    // Whoever moderates the whole site sees both.
    fox.opens(&timeline(&mia)).sees("zz note of Ben").sees("zz note of Zed").sees("They reported somebody");
}

#[test]
fn groups_stand_there_from_when_somebody_came_until_they_left_were_taken_out_or_the_group_was_deleted() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let (fox, head) = (school.teacher("Ms Fox"), school.head());
    let oak = school.staff("Mr Oak", &[Duty::Moderate]);
    let a = school.has_a_group("Class A", &[&tom]);
    let [chess, choir] = ["Chess club", "Choir"].map(|name| school.has_a_group(name, &[]));
    let members = |group: i64| format!("/groups/{group}/members");
    let takes_in = |group: i64| {
        fox.opens(&format!("/groups/{group}/people"))
            .fills("Or paste sign-in names", "mia")
            .presses("Add to the group")
            .is_told(200);
    };
    let page = format!("{}?only=groups", timeline(&mia));
    takes_in(a);
    takes_in(choir);
    oak.opens(&page).sees("Member of Class A").sees("by Ms Fox").misses("Left").misses("Chess club");
    head.opens(&format!("/groups/{chess}/edit")).ticks("Open to all").presses("Save").is_told(200);
    mia.opens(&format!("/groups/{chess}")).presses("Join the group").is_told(200);
    mia.follows("Leave the group").presses("Leave the group").is_at("/groups");
    head.opens(&members(a)).at("Mia").presses("Take out of the group").is_told(200);
    head.opens(&format!("/groups/{choir}/edit"))
        .follows("Delete the group")
        .presses("Delete the group")
        .is_told(200);
    // What stands from one such line to the next.
    let row = |of: &str| {
        let text = oak.look(|page| page.words.clone());
        text.split("Member of ").find(|part| part.starts_with(of)).unwrap_or_default().to_owned()
    };
    oak.opens(&page).is_told(200);
    let [left, taken, gone] = ["Chess club", "Class A", "Choir"].map(row);
    assert!(left.contains("Left the group") && !left.contains("by "), "{left}");
    assert!(taken.contains("Taken out of the group") && taken.contains("by Ms Fox"), "{taken}");
    assert!(taken.contains(&format!("by {}", head.name)) && !taken.contains("deleted"), "{taken}");
    assert!(gone.contains("The group was deleted"), "{gone}");
    // Another that is called so now is another; and who comes back has two lines.
    school.has_a_group("Choir", &[&tom]);
    takes_in(a);
    let times =
        |who: &Person<'_>, words: &str| who.opens(&page).look(|page| page.words.matches(words).count());
    assert_eq!((times(&oak, "Member of Class A"), times(&oak, "Member of Choir")), (2, 1));
    oak.opens(&timeline(&tom)).sees("Member of Choir").misses("deleted").misses("Taken out");
    // Who moderates one class learns of that one; who only looks after people, or is not staff, of none.
    let ash = school.staff("Ms Ash", &[]);
    school.has_charge_of(&ash, Duty::Moderate, a);
    ash.opens(&page).sees("Member of Class A").sees("Taken out of the group");
    ash.misses("Chess club").misses("Choir").misses("Left the group");
    let sage = school.staff("Ms Sage", &[Duty::Safeguard]);
    sage.opens(&page).is_told(200).misses("Class A").misses("Chess club");
    mia.opens(&page).is_told(404);
    // To whom staff keep apart from who did it, the line is there without their name.
    sage.keeps_apart(&oak, &fox);
    oak.opens(&page).sees("Member of Class A").misses("by Ms Fox").sees(&format!("by {}", head.name));
}

#[test]
fn legal_holds_stand_there_for_who_may_know_of_them_and_of_things_for_who_knows_whose_they_are() {
    let school = Site::school_with_clock();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let post = mia.posts("You are silly").to_everyone();
    let other = mia.posts("A quiet heron").to_only_me();
    tom.reports(&post, "It is mean to somebody", "");
    let oak = school.staff("Mr Oak", &[Duty::Moderate]);
    let sage = school.staff("Ms Sage", &[Duty::Safeguard]);
    let (page, head) = (format!("{}?only=holds", timeline(&mia)), school.head());
    for (sort, what, why) in [
        ("Person", "mia", "A court asks for all of it"),
        ("Conversation or case", number(&post), "A court asks for one thing"),
        ("Conversation or case", number(&other), "A court asks for another"),
    ] {
        sage.opens("/admin/holds").ticks(sort).fills("Name, address or number", what).fills("Reason", why);
        sage.forces("Look again on", "2025-04-01").presses("Hold it").is_told(200);
    }
    head.opens(&page)
        .sees("Everything they made is kept")
        .sees("A court asks for all of it")
        .sees("by Ms Sage");
    head.sees("One thing of theirs is kept").sees("A court asks for one thing").sees("Look again on");
    head.misses("A court asks for another");
    // Whoever does not have the thing at the desk would learn from the hold whose it is.
    sage.opens(&page).sees("A court asks for all of it").misses("A court asks for one thing");
    for person in [&oak, &school.staff("Mr Hay", &[Duty::Accounts])] {
        person.opens(&page).is_told(200).misses("is kept").misses("A court");
    }
    mia.opens("/my/record").misses("A court").misses("is kept");
    school.waits_ms(1_000);
    sage.opens("/admin/holds").at("A court asks for all of it").presses("End this hold").is_told(200);
    head.opens(&page).sees("A court asks for all of it").sees("Over · ");
    // Kept apart from who set it, one learns that it was, and not by whom.
    let owl = school.staff("Ms Owl", &[Duty::Moderate, Duty::Safeguard]);
    owl.opens(&page).sees("A court asks for one thing").sees("by Ms Sage");
    school.staff("Ms Lark", &[Duty::Safeguard]).keeps_apart(&owl, &sage);
    owl.opens(&page).sees("A court asks for one thing").misses("Ms Sage");
}

#[test]
fn what_is_older_stands_on_the_next_page_and_nothing_stands_on_two() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let oak = school.staff("Mr Oak", &[Duty::Moderate]);
    let about = AccountId(mia.id);
    school.write(Act::SetSanction, move |change| {
        for number in 100..260 {
            let sql = "INSERT INTO sanction (account_id, kind, reason, words, made_by, made_at)
                       VALUES (?1, 'note', 'other', 'Word ' || ?2 || '.', 1, 5)";
            change.run(sql, (about.0, number))?;
            let sql = "INSERT INTO duty (account_id, duty, given_at, why, ended_at) VALUES (?1, 'audit', 4, 'Why ' || ?2 || '.', 6)";
            change.run(sql, (about.0, number))?;
        }
        Ok(())
    });
    let mut found = Vec::new();
    oak.opens(&timeline(&mia));
    loop {
        let text = oak.look(|page| page.words.clone());
        let here = (100..260).flat_map(|number| [format!("Word {number}."), format!("Why {number}.")]);
        let here: Vec<String> = here.filter(|words| text.contains(words.as_str())).collect();
        assert!(here.len() <= 50, "a page is bounded: {}", here.len());
        found.extend(here);
        if !oak.look(|page| page.links.iter().any(|link| link.labels.iter().any(|label| label == "Older"))) {
            break;
        }
        oak.follows("Older");
    }
    let all = found.len();
    found.sort();
    found.dedup();
    assert_eq!((all, found.len()), (320, 320));
}
