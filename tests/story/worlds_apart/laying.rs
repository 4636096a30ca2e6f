//! The two boxes in which a world is: in the one with everybody, in the other as if some had never been.

use super::worlds::{Numbers, PEOPLE, Value, When, World};
use crate::harness::{Browser, Pod};
use courtyard::base::{AccountId, Act};
use courtyard::db::Value as Sql;
use courtyard::features::sessions;
use courtyard::web::token_hash;
use std::collections::BTreeSet;

/// Both boxes.
pub struct Twins {
    pub with: Pod,
    pub without: Pod,
}

/// A world that was laid.
pub struct Laid {
    pub numbers: Numbers,
    pub viewer: usize,
    pub staff: bool,
    pub strangers: [bool; PEOPLE],
    /// What stands in all that strangers made, and in what they are called.
    pub marks: Vec<String>,
    /// Numbers that are given in the world from now on come after this one.
    pub next: i64,
}

impl Laid {
    /// The session of this person, in both boxes.
    fn token(&self, who: usize) -> String {
        format!("world-{}-of-{who}", self.numbers.world)
    }

    /// Their browser in one of the boxes; strangers are in the first alone.
    pub fn browser(&self, pod: &Pod, who: usize) -> Browser {
        pod.browser(&self.token(who))
    }

    /// Is this topic the coming and going of a stranger?
    pub fn is_of_stranger(&self, topic: &str) -> bool {
        let strangers = (0..PEOPLE).filter(|who| self.strangers[*who]);
        strangers.map(|who| format!("presence/{}", self.numbers.people[who])).any(|known| known == topic)
    }

    /// The first of the marks that stands in this.
    pub fn mark_in(&self, said: &str) -> Option<&str> {
        self.marks.iter().map(String::as_str).find(|mark| said.contains(mark))
    }
}

/// What the files of a world are called on the shelf: a name of its own, by what a row calls it.
fn on_the_shelf(called: &str) -> String {
    blake3::hash(called.as_bytes()).to_hex().to_string()
}

/// Is this what a row calls a file, such as `qqana0007x-700012`?
fn is_called(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.starts_with("qq") && text.contains("x-") && text.chars().all(plain)
}

impl Twins {
    /// Makes the world in both.
    pub fn lays(&self, world: &World, number: i64) -> Laid {
        let base = 100_000 * (number + 1);
        let mut people = [0; PEOPLE];
        people.iter_mut().enumerate().for_each(|(who, id)| *id = 1_000 * (number + 1) + who as i64);
        let groups = 1_000 * (number + 1) + 500;
        let numbers = Numbers { world: number, staff: 1, people, groups, items: base, others: base + 20_000 };
        let strangers = world.strangers();
        let tokens = (0..PEOPLE).filter(|who| strangers[*who]).map(|who| numbers.token(who));
        let mut laid = Laid {
            numbers,
            viewer: world.viewer,
            staff: world.staff,
            strangers,
            marks: tokens.collect(),
            next: base + 70_000,
        };
        let files = self.files_of(world, &mut laid);
        for (pod, which) in [(&self.with, When::With), (&self.without, When::Without)] {
            lays_in(pod, world, &laid, which);
            for (name, called) in &files {
                let folder = pod.folder("photos").join(&name[..2]);
                for ending in ["large.jpg", "small.jpg", "thumb.jpg", "file"] {
                    std::fs::write(folder.join(format!("{}.{ending}", &name[2..])), called).unwrap();
                }
            }
            pod.counts_on_from(laid.next);
        }
        laid
    }

    /// What lies on the shelf: its name there and what is in it. The names of strangers' files are marks of theirs, too.
    fn files_of(&self, world: &World, laid: &mut Laid) -> BTreeSet<(String, String)> {
        let rows = world.rows(laid.numbers, true);
        let texts = rows.iter().flat_map(|row| &row.values).filter_map(|value| match value {
            Value::Text(text) if is_called(text) => Some(text.clone()),
            _ => None,
        });
        let files: BTreeSet<(String, String)> = texts.map(|text| (on_the_shelf(&text), text)).collect();
        let theirs = files.iter().filter(|(_, called)| laid.mark_in(called).is_some());
        let names: Vec<String> = theirs.map(|(name, _)| name.clone()).collect();
        laid.marks.extend(names);
        files
    }

    /// Both as they were before.
    pub fn puts_back(&mut self) {
        for pod in [&mut self.with, &mut self.without] {
            pod.puts_back();
            for folder in std::fs::read_dir(pod.folder("photos")).unwrap().flatten() {
                for file in std::fs::read_dir(folder.path()).into_iter().flatten().flatten() {
                    let _ = std::fs::remove_file(file.path());
                }
            }
        }
    }
}

fn lays_in(pod: &Pod, world: &World, laid: &Laid, which: When) {
    let rows = world.rows(laid.numbers, true);
    // Whoever looks first: what their session is called is the same in both.
    let here = (0..PEOPLE).filter(|who| which == When::With || !laid.strangers[*who]);
    let mut people: Vec<(i64, [u8; 32])> =
        here.map(|who| (laid.numbers.people[who], token_hash(&laid.token(who)))).collect();
    people.sort_by_key(|(account, _)| *account != laid.numbers.people[laid.viewer]);
    let staff = laid.staff.then_some(laid.numbers.people[laid.viewer]);
    pod.write(Act::Upkeep, move |change| {
        for row in rows.iter().filter(|row| row.when == When::Both || row.when == which) {
            let values = row.values.iter().map(|value| match value {
                Value::Null => Sql::Null,
                Value::Int(number) => Sql::Integer(*number),
                Value::Text(text) if is_called(text) => Sql::Text(on_the_shelf(text)),
                Value::Text(text) => Sql::Text(text.clone()),
            });
            change.run(&row.sql, rusqlite::params_from_iter(values))?;
        }
        for (account, hash) in people {
            sessions::begin(change, AccountId(account), hash, "Firefox", "127.0.0.1")?;
        }
        for duty in ["moderate", "accounts", "safeguard", "audit", "settings"] {
            let sql = "INSERT INTO duty (account_id, duty, given_by, given_at) SELECT ?1, ?2, 1, 0 WHERE ?1 IS NOT NULL";
            change.run(sql, rusqlite::params![staff, duty])?;
        }
        Ok(())
    });
}
