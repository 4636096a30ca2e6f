//! What the guard refuses, what it lets through, and what the writer promises, each tried once.

use super::*;
use crate::base::{AccountId, Event, ItemId, Topic, limits};
use crate::base::{Act, Clock, Duties, Error, Result, Role};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// A database with an owner (1), a member (2), and a post of the owner's for themselves alone.
struct House {
    db: Arc<Db>,
    told: Arc<Mutex<Vec<Event>>>,
    folder: tempfile::TempDir,
}

fn owner() -> Viewer {
    Viewer::account(AccountId(1), Role::Owner, Duties::all(), "test".into())
}

fn member() -> Viewer {
    Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into())
}

fn open(file: &Path, told: &Arc<Mutex<Vec<Event>>>) -> Arc<Db> {
    let told = told.clone();
    let tell = move |events: &[Event], _| told.lock().unwrap().extend_from_slice(events);
    Arc::new(Db::open(file, 2, Clock::real(), tell).unwrap())
}

fn add_account(change: &mut Change<'_>, name: &str, role: &str) -> Result<i64> {
    change.insert(
        "INSERT INTO account (username, shown_name, role, made_at) VALUES (?1, ?1, ?2, 0)",
        params![name, role],
    )
}

fn add_post(change: &mut Change<'_>, author: i64, audience: &str, body: &str) -> Result<i64> {
    let id = change.insert(
        "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('post', ?1, ?2, 'shown', 0)",
        params![author, audience],
    )?;
    change.run("INSERT INTO post (id, body) VALUES (?1, ?2)", params![id, body])?;
    change.about("post", id);
    change.touch(Topic::Streams, Some(ItemId(id)));
    Ok(id)
}

async fn house() -> House {
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
    let open = ["site", "rule", "boot", "session"];
    for table in tables.await.unwrap().iter().filter(|table| !open.contains(&table.as_str())) {
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
