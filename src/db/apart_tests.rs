//! In any world: whoever is kept apart from somebody sees through every view exactly what they would see if the other had
//! never been here; and no byte of what the other made, or is called.

#[path = "../../tests/worlds/mod.rs"]
mod worlds;

use super::guard::{Eyes, guard};
use super::{Viewer, schema};
use crate::base::{AccountId, Duties, Duty, Role};
use proptest::prelude::*;
use rusqlite::{Connection, params_from_iter, types::Value as Sql};
use std::collections::BTreeMap;
use std::sync::Arc;
use worlds::{Numbers, PEOPLE, Value, When, World};

/// Worlds that are tried each time. `COURTYARD_WORLDS=10000` tries so many, each with two databases and all views.
const WORLDS: u32 = 120;

const NUMBERS: Numbers = Numbers {
    world: 0,
    staff: 1,
    people: [910_002, 910_003, 910_004, 910_005, 910_006, 910_007],
    groups: 1,
    items: 1,
    others: 0,
};

/// Views that look at nobody through whoever looks, or at the parting itself: each has a rule in tidy that says who may
/// name it, and no page does.
const NOT_FOR_PAGES: &[&str] = &[
    "seen_stranger",
    "seen_parted",
    "seen_apart",
    "seen_of_stranger",
    "seen_sign_in",
    "seen_on_shelf",
    "seen_audit",
    "seen_audit_head",
];

/// What one did oneself stays one's own, also where it was done to something that is not there any more.
const OWN: &[&str] =
    &["seen_own_", "seen_my_", "seen_hidden", "seen_follow", "seen_reading_own", "seen_report"];

/// Columns that say something to the program, and nothing to anybody: whether a card looks alike for all (`passed_narrowly`,
/// `targets`), and whether a message is worth a second look (`reacted`).
const FOR_THE_PROGRAM: &[(&str, &str)] =
    &[("seen_post", "passed_narrowly"), ("seen_post", "targets"), ("seen_message", "reacted")];

/// Who of the staff did something about a third person, by number alone: whoever looks finds no name to it.
const BY_NUMBER_ALONE: &[(&str, &str)] = &[
    ("seen_sanction", "made_by"),
    ("seen_sanction", "lifted_by"),
    ("seen_appeal", "decided_by"),
    ("seen_case", "closed_by"),
    ("seen_case", "claimed_by"),
    ("seen_report", "closed_by"),
    ("seen_duty", "given_by"),
    ("seen_duty", "ended_by"),
];

/// What somebody sees through all views: the rows of each, sorted.
type Seen = BTreeMap<String, Vec<String>>;

struct House {
    sql: Connection,
    eyes: Arc<Eyes>,
    views: Vec<String>,
    _folder: tempfile::TempDir,
}

impl House {
    fn open() -> House {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("courtyard.db");
        let mut sql = schema::connect(&file, true).unwrap();
        sql.set_prepared_statement_cache_capacity(400);
        schema::prepare(&mut sql, &file).unwrap();
        // Statements that spoil one of the views (tests/worlds/spoil.py): then something fails, or a world is missing.
        if let Some(mutant) = std::env::var_os("COURTYARD_MUTANT") {
            sql.execute_batch(&std::fs::read_to_string(mutant).unwrap()).unwrap();
        }
        let staff = "INSERT INTO account (id, username, shown_name, role, made_at) VALUES (1, 'wren', 'Wren', 'owner', 0)";
        sql.execute(staff, []).unwrap();
        sql.execute("INSERT INTO boot (started_at, time_trust, version) VALUES (0, 'none', '')", []).unwrap();
        sql.execute(
            "INSERT OR REPLACE INTO rule (name, value) VALUES ('show_read', 'yes'), ('show_presence', 'yes')",
            [],
        )
        .unwrap();
        let views = {
            let mut names = sql
                .prepare(
                    "SELECT name FROM sqlite_schema WHERE type = 'view' AND name GLOB 'seen_*' ORDER BY name",
                )
                .unwrap();
            let names = names.query_map([], |row| row.get::<_, String>(0)).unwrap();
            names.map(Result::unwrap).filter(|name| !NOT_FOR_PAGES.contains(&name.as_str())).collect()
        };
        let eyes = guard(&mut sql, &Arc::default(), &crate::base::Clock::real()).unwrap();
        House { sql, eyes, views, _folder: folder }
    }

    /// Lays one of the two worlds, asks, and takes it back.
    fn laid<T>(&self, world: &World, which: When, ask: impl FnOnce(&House) -> T) -> T {
        self.sql.execute_batch("BEGIN").unwrap();
        for row in world.rows(NUMBERS, true).iter().filter(|row| row.when == When::Both || row.when == which)
        {
            let values = row.values.iter().map(|value| match value {
                Value::Null => Sql::Null,
                Value::Int(number) => Sql::Integer(*number),
                Value::Text(text) => Sql::Text(text.clone()),
            });
            let run = || self.sql.prepare_cached(&row.sql)?.execute(params_from_iter(values));
            if let Err(error) = self.eyes.while_changing(run) {
                panic!("{error}: {row:?}");
            }
        }
        let answer = ask(self);
        self.sql.execute_batch("ROLLBACK").unwrap();
        answer
    }

    /// All that this viewer sees.
    fn seen(&self, viewer: &Viewer) -> Seen {
        self.eyes.look_as(viewer, 1);
        let rows_of = |view: &String| {
            let mut asked = self.sql.prepare_cached(&format!("SELECT * FROM {view}")).unwrap();
            let columns: Vec<String> = asked.column_names().map(str::to_owned).collect();
            let shown: Vec<usize> = (0..columns.len())
                .filter(|at| !FOR_THE_PROGRAM.contains(&(view.as_str(), columns[*at].as_str())))
                .collect();
            let rows = asked.query_map([], |row| {
                let cell = |at: &usize| Ok(format!("{}={:?}", columns[*at], row.get::<_, Sql>(*at)?));
                shown.iter().map(cell).collect::<rusqlite::Result<Vec<_>>>().map(|cells| cells.join(" "))
            });
            let mut rows: Vec<String> = rows.unwrap().map(Result::unwrap).collect();
            rows.sort_unstable();
            (view.clone(), rows)
        };
        let seen = self.views.iter().map(rows_of).collect();
        self.eyes.look_as(&Viewer::stranger(), 1);
        seen
    }
}

fn viewer(who: usize, duties: &str) -> Viewer {
    let role = if duties.is_empty() { Role::Member } else { Role::Staff };
    Viewer::account(AccountId(NUMBERS.people[who]), role, Duties::parse(duties), "test".into())
}

/// The first row in which something of a stranger stands: a word, or the number of their account.
fn leak(seen: &Seen, strangers: &[bool; PEOPLE]) -> Option<String> {
    let marks: Vec<String> = (0..PEOPLE)
        .filter(|who| strangers[*who])
        .flat_map(|who| [NUMBERS.token(who), format!("=Integer({})", NUMBERS.people[who])])
        .collect();
    let own = |view: &str| OWN.iter().any(|own| view.starts_with(own));
    let alone = |view: &str, row: &str, at: usize| {
        let column = row[..at].rsplit(' ').next().unwrap_or_default();
        own(view) || BY_NUMBER_ALONE.contains(&(view, column))
    };
    let leaks = |view: &str, row: &str| {
        let stands = |mark: &String| {
            row.match_indices(mark.as_str()).any(|(at, _)| !(mark.starts_with('=') && alone(view, row, at)))
        };
        marks.iter().any(stands)
    };
    let found = seen.iter().flat_map(|(view, rows)| rows.iter().map(move |row| (view, row)));
    let mut found = found.filter(|(view, row)| leaks(view, row));
    found.next().map(|(view, row)| format!("{view}: {row}"))
}

#[test]
fn in_any_world_whoever_is_kept_apart_sees_what_they_would_see_without_the_other() {
    let house = House::open();
    assert!(house.views.len() > 80, "{} views", house.views.len());
    let worlds =
        std::env::var("COURTYARD_WORLDS").ok().and_then(|number| number.parse().ok()).unwrap_or(WORLDS);
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: worlds, ..ProptestConfig::default() });
    let (tried, near) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let held = runner.run(&worlds::world(90), |world| {
        let (strangers, me) = (world.strangers(), viewer(world.viewer, ""));
        let staff =
            [Duty::Moderate, Duty::Accounts, Duty::Safeguard, Duty::Settings].map(Duty::word).join(",");
        let staff = viewer(world.viewer, &staff);
        let (with, as_staff, otherwise) = house.laid(&world, When::With, |house| {
            let (with, as_staff) = (house.seen(&me), house.seen(&staff));
            // The same world once it is over: then there is something to see, or it would prove nothing.
            let end = || house.sql.execute("UPDATE keep_apart SET ended_at = 1", []);
            house.eyes.while_changing(end).unwrap();
            (with, as_staff, house.seen(&me))
        });
        let without = house.laid(&world, When::Without, |house| house.seen(&me));
        tried.set(tried.get() + 1);
        near.set(near.get() + usize::from(leak(&otherwise, &strangers).is_some()));
        prop_assert_eq!(leak(&with, &strangers), None);
        prop_assert_eq!(leak(&as_staff, &strangers), None, "as staff");
        for (view, rows) in with.iter().filter(|(view, _)| !OWN.iter().any(|own| view.starts_with(own))) {
            // Who decided about me: no number of a stranger, and in the other world somebody else.
            let plain = |rows: &[String]| -> Vec<String> {
                rows.iter().map(|row| row.replace("decided_by=Integer(1)", "decided_by=Integer(0)")).collect()
            };
            prop_assert_eq!(plain(rows), plain(&without[view]), "{} differs", view);
        }
        Ok(())
    });
    held.unwrap();
    let (tried, near): (usize, usize) = (tried.get(), near.get());
    assert!(near * 10 >= tried * 8, "only {near} of {tried} worlds had anything to keep apart");
}

#[test]
fn the_table_of_who_is_parted_is_what_the_rule_says_whatever_comes_and_goes() {
    let house = House::open();
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 60, ..ProptestConfig::default() });
    let steps = proptest::collection::vec((0..6u8, 0..PEOPLE as i64, 0..PEOPLE as i64), 1..25);
    let held = runner.run(&(worlds::world(30), steps), |(world, steps)| {
        let differs = house.laid(&world, When::With, |house| {
            for (step, one, other) in &steps {
                let (one, other) = (NUMBERS.people[*one as usize], NUMBERS.people[*other as usize]);
                let sql = match step {
                    0 => "INSERT OR IGNORE INTO membership (group_id, account_id, since_at) VALUES (1 + ?2 % 3, ?1, 0)",
                    1 => "DELETE FROM membership WHERE account_id = ?1 AND group_id = 1 + ?2 % 3",
                    2 => "UPDATE account SET role = CASE role WHEN 'member' THEN 'staff' ELSE 'member' END WHERE id = ?1 AND ?2 > 0",
                    3 => "UPDATE keep_apart SET ended_at = CASE WHEN ended_at IS NULL THEN 1 END WHERE id % 3 = (?1 + ?2) % 3",
                    4 => "INSERT OR IGNORE INTO block (owner_id, person_id, since_at) SELECT ?1, ?2, 0 WHERE ?1 <> ?2",
                    _ => "DELETE FROM block WHERE owner_id = ?1 AND person_id = ?2",
                };
                house.eyes.while_changing(|| house.sql.execute(sql, [one, other])).unwrap();
            }
            // The rule, said once more: by the pairs of the two sides that are in force, and by blocks either way.
            let rule = "SELECT one_id, other_id, id FROM apart_pair
                        UNION SELECT owner_id, person_id, 0 FROM block UNION SELECT person_id, owner_id, 0 FROM block";
            let differs = format!(
                "SELECT (SELECT count(*) FROM (SELECT one_id, other_id, by_id FROM parted EXCEPT SELECT * FROM ({rule})))
                      + (SELECT count(*) FROM (SELECT * FROM ({rule}) EXCEPT SELECT one_id, other_id, by_id FROM parted))"
            );
            let count = || house.sql.query_row(&differs, [], |row| row.get::<_, i64>(0));
            house.eyes.while_changing(count).unwrap()
        });
        prop_assert_eq!(differs, 0);
        Ok(())
    });
    held.unwrap();
}
