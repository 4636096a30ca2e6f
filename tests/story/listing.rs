//! The list of conversations in pages: the one that spoke last first, whatever their number.

use crate::harness::{Ask, Person, Site};
use courtyard::base::Act;
use courtyard::db::{Change, params};

/// Mia and Tom are in so many conversations, of which number N spoke N-th; gives the path of the first.
fn many(school: &Site, people: &[&Person<'_>], count: i64) -> String {
    let people: Vec<i64> = people.iter().map(|person| person.id).collect();
    let first = school.write(Act::BeginChat, move |change: &mut Change<'_>| {
        let mut first = 0;
        for number in 1..=count {
            let item = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('conversation', ?1, 'people', 'shown', 0)";
            let talk = change.insert(item, [people[0]])?;
            let name = format!("Talk {number}.");
            let sql = "INSERT INTO conversation (id, sort, name, last) VALUES (?1, 'many', ?2, ?3)";
            change.run(sql, params![talk, name, number])?;
            for person in &people {
                let seat = "INSERT INTO participant (conversation_id, account_id, since, read) VALUES (?1, ?2, 0, ?3)";
                change.run(seat, params![talk, person, number])?;
            }
            first = if number == 1 { talk } else { first };
        }
        change.run("UPDATE chat_count SET last = ?1", [count])?;
        Ok(first)
    });
    format!("/chat/{first}")
}

/// The names of the conversations on the page that is open, in their order.
fn listed(person: &Person<'_>) -> Vec<String> {
    person.look(|page| {
        let names = page.links.iter().filter(|link| link.to.starts_with("/chat/"));
        let names = names.flat_map(|link| &link.labels).filter(|label| label.starts_with("Talk "));
        names.cloned().collect()
    })
}

fn talks(from: i64, to: i64) -> Vec<String> {
    (to..=from).rev().map(|number| format!("Talk {number}.")).collect()
}

#[test]
fn conversations_come_in_pages_of_a_hundred_and_what_speaks_comes_to_the_first() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let first = many(&school, &[&mia, &tom], 205);
    mia.opens("/chat");
    assert_eq!(listed(&mia), talks(205, 106));
    mia.follows("Older");
    assert_eq!(listed(&mia), talks(105, 6));
    let older = mia.look(|page| page.path.clone());
    mia.follows("Older");
    assert_eq!(listed(&mia), talks(5, 1));
    mia.follows("Newer").is_at("/chat");
    // What somebody says in the oldest brings it to the top, for a page that is drawn anew live, too.
    let mut of_mia = mia.opens("/chat").listens();
    tom.writes_in(&first, "Wake up");
    of_mia.hears("chat-list");
    let rows = mia.asks(&Ask::get("/chat/list")).text();
    assert!(rows.find("Talk 1.").unwrap() < rows.find("Talk 205.").unwrap(), "{rows}");
    mia.opens("/chat").sees("Wake up");
    assert_eq!(listed(&mia), [talks(1, 1), talks(205, 107)].concat());
    let rows = mia.asks(&Ask::get(&older.replace("/chat?", "/chat/list?"))).text();
    assert!(rows.contains("Talk 105.") && rows.contains("Talk 6.") && !rows.contains("Talk 106."), "{rows}");
    // What is put away has pages of its own, and what is no page is the first.
    let away = "UPDATE participant SET put_away = 9999 WHERE account_id = ?1";
    let id = mia.id;
    school.write(Act::NoteChat, move |change| change.run(away, [id]));
    mia.opens("/chat").misses("Talk 200.");
    mia.opens("/chat/away");
    assert_eq!(listed(&mia).len(), 100);
    mia.follows("Older").follows("Older");
    assert_eq!(listed(&mia), talks(6, 2));
    tom.opens("/chat?before=nonsense");
    assert_eq!(listed(&tom).len(), 100);
}
