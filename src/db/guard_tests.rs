//! What the guard refuses and what it lets through, each tried once.

use super::*;
use crate::base::{AccountId, Event, ItemId, Topic};
use crate::base::{Act, Clock, Duties, Error, Result, Role};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// A database with an owner (1), a member (2), and a post of the owner's for themselves alone.
pub(super) struct House {
    pub(super) db: Arc<Db>,
    pub(super) told: Arc<Mutex<Vec<Event>>>,
    pub(super) folder: tempfile::TempDir,
}

pub(super) fn owner() -> Viewer {
    Viewer::account(AccountId(1), Role::Owner, Duties::all(), "test".into())
}

fn member() -> Viewer {
    Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into())
}

pub(super) fn open(file: &Path, told: &Arc<Mutex<Vec<Event>>>) -> Arc<Db> {
    let told = told.clone();
    let tell = move |events: &[Event], _| told.lock().unwrap().extend_from_slice(events);
    Arc::new(Db::open(file, 2, Clock::real(), tell).unwrap())
}

pub(super) fn add_account(change: &mut Change<'_>, name: &str, role: &str) -> Result<i64> {
    change.insert(
        "INSERT INTO account (username, shown_name, role, made_at) VALUES (?1, ?1, ?2, 0)",
        params![name, role],
    )
}

pub(super) fn add_post(change: &mut Change<'_>, author: i64, audience: &str, body: &str) -> Result<i64> {
    let id = change.insert(
        "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('post', ?1, ?2, 'shown', 0)",
        params![author, audience],
    )?;
    change.run("INSERT INTO post (id, body) VALUES (?1, ?2)", params![id, body])?;
    change.about("post", id);
    change.touch(Topic::Streams, Some(ItemId(id)));
    Ok(id)
}

pub(super) async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let told = Arc::new(Mutex::new(Vec::new()));
    let db = open(&folder.path().join("courtyard.db"), &told);
    db.write(&owner(), Act::AddAccount, |change| {
        add_account(change, "wren", "owner")?;
        add_account(change, "mia", "member")?;
        add_post(change, 1, "only_me", "the secret of the owner")
    })
    .await
    .unwrap();
    House { db, told, folder }
}

/// The views of `seen.sql`, by name.
fn views() -> Vec<&'static str> {
    let text = include_str!("seen.sql");
    let named = text.lines().filter_map(|line| line.strip_prefix("CREATE VIEW "));
    named.map(|rest| rest.split_whitespace().next().unwrap()).collect()
}

fn is_refused<T>(answer: Result<T>, sql: &str) {
    match answer {
        Err(Error::Broken(cause)) => {
            assert!(!cause.contains("no such") && !cause.contains("syntax"), "{sql}: {cause}")
        }
        Err(other) => panic!("{sql}: {other}"),
        Ok(_) => panic!("{sql} was let through"),
    }
}

/// Ways round the views, as `docs/architecture.md` §5 lists them.
const WAYS_ROUND: &[&str] = &[
    "SELECT body FROM post",
    "SELECT * FROM post",
    "SELECT count(*) FROM post",
    "SELECT 1 FROM post",
    "SELECT max(id) FROM post",
    "SELECT rowid FROM post",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM post WHERE body LIKE 'the secret%')",
    "SELECT (SELECT body FROM post LIMIT 1)",
    "SELECT p.body FROM seen_person AS a JOIN post AS p ON p.id = 3",
    "SELECT p.body FROM seen_post AS s JOIN post AS p",
    "SELECT body FROM (SELECT body FROM post) AS seen",
    "SELECT body FROM (SELECT * FROM post) AS p JOIN seen_person AS a",
    "WITH all_posts AS (SELECT body FROM post) SELECT body FROM all_posts",
    "SELECT id FROM seen_person UNION ALL SELECT id FROM post",
    "SELECT id FROM seen_person ORDER BY (SELECT body FROM post LIMIT 1)",
    "SELECT id FROM seen_person WHERE id IN (SELECT id FROM post)",
    "SELECT body FROM main.post",
    "SELECT \"body\" FROM \"post\"",
    "SELECT password_hash FROM credential",
    "SELECT note FROM report",
    "SELECT hash FROM audit",
    "SELECT body FROM edit",
];

#[tokio::test]
async fn every_way_round_the_views_is_refused_before_it_runs() {
    let house = house().await;
    for sql in WAYS_ROUND {
        let look = |look: &Snapshot<'_>| look.list(sql, [], |_| Ok(()));
        is_refused(house.db.read(&owner(), look).await, sql);
        let explained = format!("EXPLAIN {sql}");
        is_refused(house.db.read(&owner(), |look| look.list(&explained, [], |_| Ok(()))).await, &explained);
        is_refused(house.db.read(&owner(), |look| look.plan(sql, [])).await, sql);
        let while_changing = move |change: &mut Change<'_>| change.list(sql, [], |_| Ok(()));
        is_refused(house.db.write(&owner(), Act::AddPost, while_changing).await, sql);
    }
}

#[tokio::test]
async fn every_table_of_content_is_refused_and_every_view_is_let_through() {
    let house = house().await;
    let wren = owner();
    let tables = house.db.read(&wren, |look| {
        look.list(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
            [],
            |row| row.get::<_, String>(0),
        )
    });
    // What is open to code, because no person made it: each one here is a decision.
    let open = [
        "site",
        "rule",
        "boot",
        "session",
        "day_count",
        "chat_count",
        "hours",
        "charter",
        "retention_run",
        "retention_reach",
        "retention_mark",
    ];
    // The indexes of search give ids alone; what the engine keeps behind them only search may name (tidy).
    let is_open = |table: &String| open.contains(&table.as_str()) || table.starts_with("found");
    for table in tables.await.unwrap().iter().filter(|table| !is_open(table)) {
        let sql = format!("SELECT * FROM \"{table}\"");
        is_refused(house.db.read(&owner(), |look| look.list(&sql, [], |_| Ok(()))).await, &sql);
    }
    assert!(views().len() > 20);
    let mut refused = Vec::new();
    for view in views() {
        for sql in [
            format!("SELECT * FROM {view}"),
            format!("SELECT 1 FROM {view} LIMIT 1"),
            format!("SELECT count(*) FROM {view}"),
            format!("SELECT 1 WHERE EXISTS (SELECT 1 FROM {view})"),
        ] {
            for viewer in [owner(), member(), Viewer::stranger()] {
                let seen = house.db.read(&viewer, |look| look.any(&sql, [])).await;
                if let Err(error) = seen {
                    refused.push(format!("{sql}: {error}"));
                }
            }
        }
    }
    refused.dedup();
    assert!(refused.is_empty(), "these views trip the guard:\n{}", refused.join("\n"));
}

#[tokio::test]
async fn looks_through_the_views_still_work_and_show_each_what_is_theirs() {
    let house = house().await;
    let bodies = |look: &Snapshot<'_>| {
        look.list(
            "SELECT p.body, a.username FROM seen_post AS p JOIN seen_person AS a ON a.id = p.author_id",
            [],
            |row| row.get::<_, String>(0),
        )
    };
    assert_eq!(house.db.read(&owner(), bodies).await.unwrap(), ["the secret of the owner"]);
    assert!(house.db.read(&member(), bodies).await.unwrap().is_empty());
    assert!(house.db.read(&Viewer::stranger(), bodies).await.unwrap().is_empty());
    // The same connections, the same cached statements, another pair of eyes.
    assert_eq!(house.db.read(&owner(), bodies).await.unwrap().len(), 1);
    let while_changing = house.db.write(&member(), Act::AddPost, move |change| bodies(change)).await.unwrap();
    assert!(while_changing.is_empty());
}

#[tokio::test]
async fn a_change_cannot_look() {
    let house = house().await;
    let looks = [
        "SELECT body FROM post",
        "UPDATE post SET body = body RETURNING body",
        "DELETE FROM post WHERE id = 99 RETURNING body",
        "INSERT INTO post (id, body) SELECT 99, body FROM post RETURNING body",
        "EXPLAIN SELECT body FROM post",
        "EXPLAIN QUERY PLAN SELECT body FROM post",
        "PRAGMA table_info(post)",
    ];
    for sql in looks {
        is_refused(house.db.write(&owner(), Act::AddPost, move |change| change.run(sql, [])).await, sql);
        let insert = move |change: &mut Change<'_>| change.insert(sql, []);
        is_refused(house.db.write(&owner(), Act::AddPost, insert).await, sql);
    }
}

#[tokio::test]
async fn a_look_that_a_change_prepared_is_not_kept_for_later() {
    let house = house().await;
    let asked_again = |sql: &'static str| {
        move |change: &mut Change<'_>| {
            assert!(change.run(sql, []).is_err());
            change.list(sql, [], |row| row.get::<_, String>(0))
        }
    };
    for sql in ["SELECT body FROM post", "UPDATE post SET body = body RETURNING body"] {
        is_refused(house.db.write(&owner(), Act::AddPost, asked_again(sql)).await, sql);
    }
}

#[tokio::test]
async fn a_look_cannot_change_anything() {
    let house = house().await;
    for sql in [
        "DELETE FROM post",
        "UPDATE account SET role = 'owner'",
        "INSERT INTO contact SELECT id, 2, 0 FROM seen_person WHERE id = 1",
        "DELETE FROM session",
        "DROP VIEW seen_post",
        "CREATE TEMP VIEW seen_mine AS SELECT body FROM post",
    ] {
        is_refused(house.db.read(&owner(), |look| look.list(sql, [], |_| Ok(()))).await, sql);
        let while_changing = move |change: &mut Change<'_>| change.list(sql, [], |_| Ok(()));
        is_refused(house.db.write(&owner(), Act::AddPost, while_changing).await, sql);
    }
}

#[tokio::test]
async fn a_view_made_at_run_time_opens_nothing() {
    let house = house().await;
    let wren = owner();
    let made = house.db.write(&wren, Act::AddPost, |change| {
        change.run("CREATE TEMP VIEW seen_all AS SELECT body FROM post", [])?;
        change.list("SELECT body FROM seen_all", [], |row| row.get::<_, String>(0))
    });
    assert!(made.await.is_err());
}

/// The posts that whoever looks sees, and who they are.
fn seen(look: &Snapshot<'_>) -> Result<(i64, Vec<String>)> {
    let bodies = look.list("SELECT body FROM seen_post ORDER BY id", [], |row| row.get(0))?;
    Ok((look.number("SELECT viewer()", [])?, bodies))
}

#[tokio::test]
async fn of_many_who_look_together_each_sees_as_themselves() {
    let house = house().await;
    let secret = vec!["the secret of the owner".to_owned()];
    let viewers = [member(), owner(), Viewer::stranger(), member()];
    let each = house.db.read_each(&viewers, |looks| {
        let holds = looks.each(|look, index| {
            assert_eq!(look.viewer(), &viewers[index]);
            look.number("SELECT viewer_holds('moderate')", [])
        })?;
        Ok((looks.each(|look, _| seen(look))?, holds))
    });
    let (seen, holds) = each.await.unwrap();
    assert_eq!(seen, [(2, vec![]), (1, secret), (0, vec![]), (2, vec![])]);
    assert_eq!(holds, [0, 1, 0, 0]);
}

#[tokio::test]
async fn after_a_question_that_failed_or_panicked_nobody_looks_through_those_eyes() {
    let house = house().await;
    let viewers = [owner(), member()];
    let asked = house.db.read_each(&viewers, |looks| {
        // The owner's question fails; whatever is asked next with the owner's look is a stranger's.
        let failed = looks.each(|look, _| {
            seen(look)?;
            Err::<(), _>(Error::NotFound)
        });
        assert!(matches!(failed, Err(Error::NotFound)));
        let mut first = true;
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            looks.each(|look, _| {
                assert!(!std::mem::take(&mut first), "the owner's question panics: {:?}", seen(look));
                seen(look)
            })
        }));
        assert!(panicked.is_err());
        Ok(looks.open_eyes())
    });
    assert_eq!(asked.await.unwrap(), 0);
    for _ in 0..4 {
        assert_eq!(house.db.read(&member(), seen).await.unwrap(), (2, vec![]));
    }
}

#[tokio::test]
async fn looking_together_is_guarded_as_looking_alone() {
    let house = house().await;
    let viewers = [owner()];
    let sql = "SELECT body FROM post";
    let asked = house.db.read_each(&viewers, |looks| looks.each(|look, _| look.any(sql, [])));
    is_refused(asked.await, sql);
    let sql = "DELETE FROM session";
    let asked = house.db.read_each(&viewers, |looks| looks.each(|look, _| look.any(sql, [])));
    assert!(asked.await.is_err(), "a look that writes");
}
