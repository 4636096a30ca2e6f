//! What is new for a group: told to its members, once, and to nobody else.

use crate::harness::{Person, Site};
use courtyard::base::{Act, Approval};

const BOARD: &str = "Announcements, events and files";

fn leads(school: &Site, person: &Person<'_>, group: i64) {
    let person = person.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(sql, [group, person]));
}

/// Makes an event for these groups by the form, for everyone where there are none; gives its path.
fn makes(person: &Person<'_>, title: &str, groups: &[&str]) -> String {
    person.opens("/events/new").fills("Title", title).fills("Day", "2025-03-12");
    person.ticks(if groups.is_empty() { "Everyone" } else { "Groups" });
    for group in groups {
        person.ticks(group);
    }
    person.presses("Make the event").is_told(200);
    person.look(|page| page.path.split('?').next().unwrap().to_owned())
}

fn puts(person: &Person<'_>, group: i64, name: &str) {
    person.opens(&format!("/groups/{group}/files/new")).attaches_file(name, "text/plain", b"e4".to_vec());
    person.presses("Put it here").is_told(200);
}

#[test]
fn a_new_event_is_told_to_the_members_of_its_group_and_to_nobody_else() {
    let school = Site::school_with_clock();
    let [mia, tom, uma, gil, zoe] = ["Mia", "Tom", "Uma", "Gil", "Zoe"].map(|name| school.pupil(name));
    let group = school.has_a_group("Class 5B", &[&mia, &tom, &uma, &gil]);
    leads(&school, &mia, group);
    uma.opens("/my/notices").unticks(BOARD).presses("Save").is_told(200);
    gil.blocks(&mia);
    let mut of_tom = tom.opens("/").listens();
    let event = makes(&mia, "Trip to the pond", &["Class 5B"]);
    of_tom.hears("1 new notice");
    for person in [&mia, &uma, &gil, &zoe, &school.head()] {
        person.opens("/notices").misses("Trip to the pond").misses("new event");
    }
    tom.opens("/notices?only=board").sees("Mia made a new event for Class 5B").sees("Trip to the pond");
    tom.follows("Mia made a new event").is_at(&event);
    mia.opens(&event).presses("Delete").is_told(200);
    tom.opens("/notices").misses("new event").misses("Trip to the pond");
    // What is for everyone stands in everybody's calendar, and is told to nobody.
    makes(&school.staff("Ms Fox", &[]), "School play", &[]);
    tom.opens("/events?day=2025-03-12").sees("School play");
    tom.opens("/notices").misses("School play");
}

#[test]
fn an_event_is_told_when_it_is_let_through_and_to_groups_that_come_to_it() {
    let school = Site::school_with_clock();
    let [mia, tom, zoe] = ["Mia", "Tom", "Zoe"].map(|name| school.pupil(name));
    let fox = school.teacher("Ms Fox");
    let group = school.has_a_group("Class 5B", &[&mia, &tom, &fox]);
    school.has_a_group("Class 6A", &[&zoe, &tom, &fox]);
    leads(&school, &mia, group);
    school.rules(Approval::HoldAll);
    let held = makes(&mia, "Trip to the pond", &["Class 5B"]);
    tom.opens("/notices").misses("Trip to the pond");
    school.releases(&held);
    tom.opens("/notices").sees("Mia made a new event for Class 5B").sees("Trip to the pond");
    let concert = makes(&fox, "Concert", &["Class 5B"]);
    mia.opens("/notices").sees("Ms Fox made a new event for Class 5B").sees("Concert");
    zoe.opens("/notices").misses("Concert");
    fox.opens(&format!("{concert}/edit")).ticks("Class 6A").presses("Save").is_told(200);
    zoe.opens("/notices").sees("Ms Fox made a new event for Class 6A").sees("Concert");
    for person in [&tom, &mia] {
        person.opens("/notices");
        assert_eq!(
            person.look(|page| page.source.matches("Concert").count()),
            1,
            "{} is told once",
            person.name
        );
    }
}

#[test]
fn new_files_of_a_group_are_told_once_until_they_are_looked_at() {
    let school = Site::school_with_clock();
    let [mia, tom, uma, zoe] = ["Mia", "Tom", "Uma", "Zoe"].map(|name| school.pupil(name));
    let group = school.has_a_group("Chess club", &[&mia, &tom, &uma]);
    uma.opens("/my/notices").unticks(BOARD).presses("Save").is_told(200);
    let mut of_tom = tom.opens("/").listens();
    puts(&mia, group, "Openings.txt");
    of_tom.hears("1 new notice");
    puts(&mia, group, "Endings.txt");
    tom.opens("/").sees("1 new notice").misses("2 new notices");
    for person in [&mia, &uma, &zoe] {
        person.opens("/notices").misses("added to the files");
    }
    tom.opens("/notices").sees("Mia added to the files of Chess club").follows("Mia added to the files");
    tom.is_at(&format!("/groups/{group}/files")).sees("Openings.txt").sees("Endings.txt");
    tom.opens("/").misses("1 new notice");
    puts(&mia, group, "Puzzles.txt");
    tom.opens("/").sees("1 new notice");
    tom.opens("/notices").sees("Puzzles.txt");
    // What waits is told when staff let it through.
    school.rules(Approval::HoldPhotos);
    puts(&mia, group, "Waits.txt");
    tom.opens("/").misses("1 new notice");
    let file =
        mia.opens(&format!("/groups/{group}/files")).look(|page| page.attribute("Waits.txt", "data-item"));
    school.releases(&format!("/files/{}", file.unwrap()));
    tom.opens("/notices").sees("Waits.txt");
}
