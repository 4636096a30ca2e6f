//! In any world: whoever is kept apart from somebody sees through every view exactly what they would see if the other had
//! never been here; and no byte of what the other made, or is called.

#[path = "../../tests/worlds/mod.rs"]
pub(super) mod worlds;

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

pub(super) const NUMBERS: Numbers = Numbers {
    world: 0,
    staff: 1,
    people: [910_002, 910_003, 910_004, 910_005, 910_006, 910_007],
    groups: 1,
    // Nothing else has such numbers, so that a row of a stranger's thing is known by it.
    items: 700_000,
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
    ("seen_case", "closed_by"),
    ("seen_case", "claimed_by"),
    ("seen_report", "closed_by"),
    ("seen_report_from", "closed_by"),
    ("seen_duty", "given_by"),
    ("seen_duty", "ended_by"),
];

/// Everybody did something to everybody's account: what only the record keeps.
const RECORD: &str = "INSERT INTO audit (seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item, prev_hash, hash)
     SELECT a.id * 10 + b.id % 10, 1, 0, 0, 'none', a.id, 'staff', '', 'account.empty', 'account', b.id, x'00', x'00'
     FROM account AS a JOIN account AS b ON b.id <> a.id WHERE a.id > 1 AND b.id > 1";

/// What somebody sees through all views: the rows of each, sorted.
pub(super) type Seen = BTreeMap<String, Vec<String>>;

pub(super) struct House {
    pub(super) sql: Connection,
    pub(super) eyes: Arc<Eyes>,
    pub(super) views: Vec<String>,
    _folder: tempfile::TempDir,
}

impl House {
    pub(super) fn open() -> House {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("courtyard.db");
        let mut sql = schema::connect(&file, true).unwrap();
        sql.set_prepared_statement_cache_capacity(400);
        schema::prepare(&mut sql, &file).unwrap();
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
    pub(super) fn laid<T>(&self, world: &World, which: When, ask: impl FnOnce(&House) -> T) -> T {
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
        self.eyes.while_changing(|| self.sql.execute(RECORD, [])).unwrap();
        let answer = ask(self);
        self.sql.execute_batch("ROLLBACK").unwrap();
        answer
    }

    /// All that this viewer sees.
    fn seen(&self, viewer: &Viewer) -> Seen {
        self.seen_in(viewer, &self.views)
    }

    /// What this viewer sees in these views.
    pub(super) fn seen_in(&self, viewer: &Viewer, views: &[String]) -> Seen {
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
        let seen = views.iter().map(rows_of).collect();
        self.eyes.look_as(&Viewer::stranger(), 1);
        seen
    }
}

/// One of the people, as a member.
pub(super) fn member(who: usize) -> Viewer {
    Viewer::account(AccountId(NUMBERS.people[who]), Role::Member, Duties::NONE, "test".into())
}

/// One of the people, with every duty.
pub(super) fn staff(who: usize) -> Viewer {
    let all = [Duty::Moderate, Duty::Accounts, Duty::Safeguard, Duty::Settings, Duty::Audit].map(Duty::word);
    Viewer::account(AccountId(NUMBERS.people[who]), Role::Staff, Duties::parse(&all.join(",")), "test".into())
}

/// How a row begins that is a thing of a stranger.
fn things_of(world: &World, strangers: &[bool; PEOPLE]) -> Vec<String> {
    let is_stranger = |id: i64| (0..PEOPLE).any(|who| strangers[who] && NUMBERS.people[who] == id);
    let rows = world.rows(NUMBERS, false).into_iter();
    let made = rows.filter(|row| row.sql.starts_with("INSERT INTO item (id, kind, author_id"));
    let theirs = made.filter_map(|row| match row.values.as_slice() {
        [Value::Int(id), _, Value::Int(author), ..] if is_stranger(*author) => Some(*id),
        _ => None,
    });
    theirs.map(|id| format!("id=Integer({id}) ")).collect()
}

/// What leaks, by what stands in a row.
pub(super) struct Marks {
    words: Vec<String>,
    numbers: Vec<String>,
    things: Vec<String>,
}

impl Marks {
    pub(super) fn of(world: &World) -> Marks {
        let strangers = world.strangers();
        let who = || (0..PEOPLE).filter(|who| strangers[*who]);
        Marks {
            words: who().map(|who| NUMBERS.token(who)).collect(),
            numbers: who().map(|who| format!("=Integer({})", NUMBERS.people[who])).collect(),
            things: things_of(world, &strangers),
        }
    }

    /// The first row in which something of a stranger stands: a word, the number of their account, or that is itself a thing of
    /// theirs.
    pub(super) fn leak(&self, seen: &Seen) -> Option<String> {
        let leaks = |view: &str, row: &str| {
            let alone = |at: usize| {
                let column = row[..at].rsplit(' ').next().unwrap_or_default();
                BY_NUMBER_ALONE.contains(&(view, column))
            };
            self.words.iter().any(|word| row.contains(word.as_str()))
                || self
                    .numbers
                    .iter()
                    .any(|number| row.match_indices(number.as_str()).any(|(at, _)| !alone(at)))
                || self.things.iter().any(|thing| row.starts_with(thing.as_str()))
        };
        let found = seen.iter().flat_map(|(view, rows)| rows.iter().map(move |row| (view, row)));
        let mut found = found.filter(|(view, row)| leaks(view, row));
        found.next().map(|(view, row)| format!("{view}: {row}"))
    }
}

/// The first view in which a member sees something else in the one world than in the other.
pub(super) fn differs(with: &Seen, without: &Seen) -> Option<String> {
    // Who decided about me: no number of a stranger, and in the other world somebody else.
    let plain = |rows: &[String]| -> Vec<String> {
        rows.iter().map(|row| row.replace("decided_by=Integer(1)", "decided_by=Integer(0)")).collect()
    };
    let asked = with.iter().filter(|(view, _)| !OWN.iter().any(|own| view.starts_with(own)));
    let mut differing = asked.filter(|(view, rows)| plain(rows) != plain(&without[*view]));
    differing.next().map(|(view, rows)| {
        let other = &without[view];
        let more: Vec<_> = rows.iter().filter(|row| !other.contains(row)).collect();
        let less: Vec<_> = other.iter().filter(|row| !rows.contains(row)).collect();
        format!("{view} differs: with them {more:#?}, without {less:#?}")
    })
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
        let (marks, me, staff) = (Marks::of(&world), member(world.viewer), staff(world.viewer));
        let (with, as_staff, otherwise) = house.laid(&world, When::With, |house| {
            let (with, as_staff) = (house.seen(&me), house.seen(&staff));
            // The same world once it is over: then there is something to see, or it would prove nothing.
            let end = || house.sql.execute("UPDATE keep_apart SET ended_at = 1", []);
            house.eyes.while_changing(end).unwrap();
            (with, as_staff, house.seen(&me))
        });
        let without = house.laid(&world, When::Without, |house| house.seen(&me));
        tried.set(tried.get() + 1);
        near.set(near.get() + usize::from(marks.leak(&otherwise).is_some()));
        prop_assert_eq!(marks.leak(&with), None);
        prop_assert_eq!(marks.leak(&as_staff), None, "as staff");
        prop_assert_eq!(differs(&with, &without), None);
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
