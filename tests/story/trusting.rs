//! Duties: given for the whole site or for a group, with a reason; who holds what is for all staff to read.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::Duty;

/// A school with two classes: Mia and Ben in one, Zed in the other.
struct House<'s> {
    head: Person<'s>,
    mia: Person<'s>,
    ben: Person<'s>,
    zed: Person<'s>,
    ash: Person<'s>,
    a: i64,
    b: i64,
}

fn house(school: &Site) -> House<'_> {
    let (mia, ben, zed) = (school.pupil("Mia"), school.pupil("Ben"), school.pupil("Zed"));
    let a = school.has_a_group("Class A", &[&mia, &ben]);
    let b = school.has_a_group("Class B", &[&zed, &mia]);
    House { head: school.head(), mia, ben, zed, ash: school.staff("Ms Ash", &[]), a, b }
}

fn account(person: &Person<'_>) -> String {
    format!("/admin/people/{}", person.id)
}

/// What a form would send that changes somebody's duties.
fn grant(by: &Person<'_>, whom: &Person<'_>, fields: &[(&str, &str)]) -> u16 {
    by.opens("/");
    let token = by.token();
    let mut sent = vec![("same_site", token.as_str()), ("why", "because")];
    sent.extend(fields);
    by.asks(&Ask::post(&format!("{}/duties", account(whom)), &sent)).status
}

#[test]
fn the_desk_of_one_class_is_that_of_one_class() {
    let school = Site::school();
    let House { head, mia, ben, ash, .. } = house(&school);
    let in_a = mia.posts("xx in class A").to_group("Class A");
    let in_b = mia.posts("xx in class B").to_group("Class B");
    let open = mia.posts("xx to everyone").to_everyone();
    let comment = ben.comments_on(&in_a, "xx said by Ben");
    for (post, by) in [(&in_a, &ben), (&open, &ben)] {
        by.reports(post, "It is a threat", "zz note of Ben");
    }
    school.pupil("Bea").reports(&open, "It is a threat", "");
    ash.opens("/desk").is_told(404);
    head.opens(&account(&ash)).types_into("moderate-in", "").fills("Why", "She teaches class A");
    head.presses("Save role and duties").is_told(200).sees("only Class A").sees("She teaches class A");
    // What was posted there is before her, with all that stands under it.
    ash.opens("/desk").sees("xx in class A").misses("xx to everyone").misses("xx in class B");
    ash.opens(&in_a).sees("xx said by Ben").is_told(200);
    ash.opens("/groups").follows("Class A").sees("xx in class A");
    ash.opens(&in_b).is_told(404);
    for post in [&in_b, &open] {
        ash.opens(&format!("/desk/items/{}", number(post))).is_told(404);
    }
    ash.takes_away(&comment, "It was rude or about sex", "");
    ash.opens(&format!("/desk/items/{}", number(&in_a))).sees("zz note of Ben");
    ash.takes_away(&in_a, "It was rude or about sex", "");
    ben.opens(&in_a).is_told(404);
    ash.opens("/desk/done").sees("xx in class A");
    // Nothing about people, no accounts, no pause of the whole site.
    ash.opens(&account(&mia)).is_told(404);
    ash.opens("/desk/people/1").is_told(404);
    ash.opens("/desk/freeze").is_told(404);
}

#[test]
fn a_block_hides_nothing_from_whoever_looks_after_the_class() {
    let school = Site::school();
    let House { mia, ben, ash, a, .. } = house(&school);
    school.has_charge_of(&ash, Duty::Moderate, a);
    mia.opens("/people/ms.ash/block").presses("Block").is_told(200);
    let post = mia.posts("xx in class A").to_group("Class A");
    let of_ben = ben.posts("xx by Ben").to_group("Class A");
    mia.comments_on(&of_ben, "xx comment of Mia");
    ash.opens(&post).sees("xx in class A");
    ash.opens(&of_ben).sees("xx comment of Mia");
    // To everyone she is a person like any other.
    let open = mia.posts("xx to everyone").to_everyone();
    ash.opens(&open).is_told(404);
}

#[test]
fn who_keeps_the_accounts_of_a_class_makes_slips_for_its_members_and_nothing_else() {
    let school = Site::school();
    let House { head, mia, ben, zed, ash, a, b } = house(&school);
    let elm = school.staff("Mr Elm", &[]);
    let who = elm.id;
    school.write(courtyard::base::Act::AddMember, move |change| {
        change.run("INSERT INTO membership (group_id, account_id, since_at) VALUES (?1, ?2, 0)", [a, who])
    });
    school.has_charge_of(&ash, Duty::Accounts, a);
    ash.opens("/admin/people").sees("Ben").sees("Mia").misses("Zed").misses("Dr Wren").misses("Elm");
    ash.opens(&account(&ben))
        .sees("You keep the accounts of some groups")
        .misses("Suspend")
        .misses("Save role and duties");
    ash.presses("New slip").is_told(200).sees("ben");
    ben.opens("/").is_at("/sign-in");
    for other in [&zed, &elm, &head] {
        ash.opens(&account(other)).is_told(404);
    }
    ash.opens("/");
    let token = ash.token();
    for path in ["standing", "groups", "talk", "duties"] {
        let fields = [("same_site", token.as_str()), ("standing", "suspended"), ("act", "stop")];
        let status = ash.asks(&Ask::post(&format!("{}/{path}", account(&mia)), &fields)).status;
        assert_eq!(status, 404, "{path}");
    }
    for path in ["/admin/people/new", "/admin/people/paste", &format!("/groups/{b}/members")] {
        ash.opens(path).is_told(404);
    }
}

#[test]
fn nobody_gives_more_than_they_hold_or_for_more_than_they_hold_it() {
    let school = Site::school();
    let House { head, mia, ash, a, b, .. } = house(&school);
    let hay = school.staff("Mr Hay", &[Duty::Accounts]);
    school.has_charge_of(&hay, Duty::Moderate, a);
    let (a, b) = (a.to_string(), b.to_string());
    let staff = ("role", "staff");
    assert_eq!(grant(&hay, &ash, &[staff, ("moderate-in", &b)]), 403);
    assert_eq!(grant(&hay, &ash, &[staff, ("duties", "moderate")]), 403);
    assert_eq!(grant(&hay, &ash, &[staff, ("preset", "supervisor")]), 403);
    assert_eq!(grant(&hay, &ash, &[("role", "owner")]), 403);
    assert_eq!(grant(&hay, &hay, &[staff, ("duties", "accounts"), ("moderate-in", &b)]), 403, "their own");
    assert_eq!(grant(&hay, &ash, &[staff, ("moderate-in", &a)]), 303);
    ash.opens("/desk").is_told(200);
    // Whoever holds something for a group is above whoever does not hold it for the site.
    assert_eq!(grant(&hay, &ash, &[staff]), 403);
    assert_eq!(grant(&head, &ash, &[staff, ("moderate-in", "999")]), 404, "a group that is not there");
    assert_eq!(grant(&mia, &ash, &[staff]), 404);
    // Without a reason nothing is given, and what was ticked stays.
    head.opens(&account(&ash)).fills("Why", " ").ticks("The record").insists().is_told(422);
    head.presses("Save role and duties").is_told(422);
    let ticked = head.look(|page| page.source.contains("value=\"audit\" checked"));
    assert!(ticked, "what was ticked is not lost");
    assert_eq!(ash.status_of("/audit"), 404);
}

#[test]
fn all_staff_read_who_holds_what_and_what_was_given_and_ended() {
    let school = Site::school();
    let House { head, mia, ash, .. } = house(&school);
    let plum = school.staff("Mr Plum", &[]);
    head.opens(&account(&ash)).fills("Why", "She looks after the school").presses("Supervisor").is_told(200);
    ash.opens("/desk").is_told(200);
    ash.opens("/admin/people").is_told(200);
    plum.opens("/supervision").follows("Who holds what").sees("Ms Ash").sees("She looks after the school");
    plum.sees("The desk").sees("Accounts").sees("Dr Wren").sees("Owner");
    head.opens(&account(&ash)).fills("Why", "She has another job now").presses("Auditor").is_told(200);
    ash.opens("/audit").is_told(200);
    ash.opens("/desk").is_told(404);
    plum.opens("/admin/duties").sees("The record").misses("She looks after the school");
    plum.follows("History of duties").sees("She looks after the school").sees("She has another job now");
    ash.opens("/my/record").sees("What you are trusted with was changed");
    mia.opens("/admin/duties").is_told(404);
    mia.opens("/admin/duties/past").is_told(404);
    mia.opens("/supervision").sees("Owner: every duty: 1 person").misses("Who holds what");
    // The history stays, whatever is asked of the tables.
    let spoiled = school.written(&courtyard::db::Viewer::the_box(), courtyard::base::Act::Upkeep, |change| {
        change.run("DELETE FROM duty", [])
    });
    assert!(spoiled.is_err(), "the history of duties is never deleted");
}

#[test]
fn a_duty_that_is_taken_away_is_gone_from_open_pages_at_once() {
    let school = Site::school();
    let House { head, mia, ben, ash, a, .. } = house(&school);
    school.has_charge_of(&ash, Duty::Moderate, a);
    ash.opens("/desk").is_told(200);
    let since = ash.look(|page| page.meta("live-since")).parse().unwrap();
    let mut page = ash.listens_to(&["desk", "stream/everyone"], since);
    let first = mia.posts("xx first in class A").to_group("Class A");
    ben.reports(&first, "It is a threat", "");
    page.hears("xx first in class A");
    assert_eq!(grant(&head, &ash, &[("role", "staff")]), 303);
    let second = mia.posts("xx second in class A").to_group("Class A");
    ben.reports(&second, "It is a threat", "");
    mia.posts("xx bell").to_everyone();
    let heard = page.hears("xx bell");
    assert!(!heard.contains("second") && !heard.contains("desk"), "{heard}");
}

#[test]
fn a_group_that_is_taken_away_ends_what_was_held_for_it_and_so_does_leaving() {
    let school = Site::school();
    let House { head, ash, a, .. } = house(&school);
    let plum = school.staff("Mr Plum", &[Duty::Moderate]);
    school.has_charge_of(&ash, Duty::Moderate, a);
    head.opens(&format!("/groups/{a}/remove")).presses("Delete the group").is_told(200);
    ash.opens("/desk").is_told(404);
    head.opens(&account(&plum)).presses("Mark as gone").is_told(200);
    head.opens("/admin/duties").misses("Mr Plum").misses("Ms Ash");
    head.opens("/admin/duties/past").sees("Mr Plum").sees("Ms Ash");
}
