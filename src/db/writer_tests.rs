//! What the writer promises, each promise tried once.

use super::guard_tests::{add_post, house, open, owner};
use super::*;
use crate::base::{Act, Clock, Error, Result, Topic, limits};
use std::path::Path;
use std::sync::{Arc, Mutex};

#[tokio::test]
async fn a_write_that_fails_is_undone_alone() {
    let house = house().await;
    // All of these wait while the writer is held up, so that they share one batch.
    let (open, gate) = std::sync::mpsc::channel::<()>();
    let wren = owner();
    let held = house.db.write(&wren, Act::AddPost, move |_| {
        gate.recv().unwrap();
        Ok(())
    });
    let first = house.db.write(&wren, Act::AddPost, |change| add_post(change, 1, "everyone", "first"));
    let wrong = house.db.write(&wren, Act::AddPost, |change| {
        add_post(change, 1, "everyone", "half a post")?;
        change.run("INSERT INTO post (id, body) VALUES (999, 'without an item')", [])
    });
    let panics = house.db.write(&wren, Act::AddPost, |change| -> Result<()> {
        add_post(change, 1, "everyone", "a post that panics")?;
        panic!("as a test")
    });
    let last = house.db.write(&wren, Act::AddPost, |change| add_post(change, 1, "everyone", "last"));
    let opens = async {
        tokio::task::yield_now().await;
        open.send(()).unwrap();
    };
    let (held, first, wrong, panics, last, ()) = tokio::join!(held, first, wrong, panics, last, opens);
    assert!(held.is_ok() && first.is_ok() && last.is_ok());
    assert!(matches!(wrong, Err(Error::Conflict(_))), "{wrong:?}");
    assert!(matches!(panics, Err(Error::Broken(_))), "{panics:?}");
    let bodies = house.db.read(&wren, |look| {
        look.list("SELECT body FROM seen_post WHERE audience = 'everyone' ORDER BY id", [], |row| {
            row.get::<_, String>(0)
        })
    });
    assert_eq!(bodies.await.unwrap(), ["first", "last"]);
    let told = house.told.lock().unwrap().iter().filter(|event| event.topic == Topic::Streams).count();
    assert_eq!(told, 3, "the first post of the house, and two of these; nothing is told of what was undone");
    let after = house.db.write(&wren, Act::AddPost, |change| add_post(change, 1, "everyone", "after")).await;
    assert!(after.is_ok(), "the writer lives");
    house.db.close();
    let verified = verify_file(&house.folder.path().join("courtyard.db"), &[]).unwrap();
    assert_eq!((verified.fault, verified.entries), (None, 5), "first of all, held, first, last, after");
}

#[tokio::test]
async fn an_act_and_its_entry_are_written_together_or_not_at_all() {
    let house = house().await;
    let wren = owner();
    let entries =
        |look: &Snapshot<'_>| look.number("SELECT count(*) FROM seen_audit WHERE act = 'post.add'", []);
    let posts = |look: &Snapshot<'_>| look.number("SELECT count(*) FROM seen_post", []);
    // A post whose entry cannot be written: the log refuses this sequence number.
    let seq =
        house.db.read(&wren, |look| look.number("SELECT max(seq) FROM seen_audit", [])).await.unwrap() + 2;
    let planted = house.db.write(&wren, Act::AddGroup, move |change| {
        change.run(
            "INSERT INTO audit (seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, prev_hash, hash)
             VALUES (?1, 1, 0, 0, 'none', 0, '', '', '', x'00', x'00')",
            [seq],
        )
    });
    planted.await.unwrap();
    let before = (house.db.read(&wren, entries).await.unwrap(), house.db.read(&wren, posts).await.unwrap());
    let added = house
        .db
        .write(&wren, Act::AddPost, |change| add_post(change, 1, "everyone", "without a record"))
        .await;
    assert!(added.is_err(), "{added:?}");
    let after = (house.db.read(&wren, entries).await.unwrap(), house.db.read(&wren, posts).await.unwrap());
    assert_eq!(before, after);
}

#[tokio::test]
async fn the_log_is_never_changed_even_by_the_writer() {
    let house = house().await;
    for sql in ["UPDATE audit SET act = 'nothing'", "DELETE FROM audit"] {
        let tried = house.db.write(&owner(), Act::AddPost, move |change| change.run(sql, [])).await;
        assert!(tried.is_err(), "{sql}");
    }
    house.db.close();
    assert_eq!(verify_file(&house.folder.path().join("courtyard.db"), &[]).unwrap().fault, None);
}

/// Waits as long as a write waits for a place: there is no other way to be told.
#[tokio::test]
async fn whoever_finds_the_queue_full_is_told_so() {
    let house = house().await;
    let (open, gate) = std::sync::mpsc::channel::<()>();
    let begun = Arc::new(tokio::sync::Notify::new());
    let (wren, begins) = (owner(), begun.clone());
    let db = house.db.clone();
    let held = tokio::spawn(async move {
        let wait = move |_: &mut Change<'_>| {
            begins.notify_one();
            gate.recv().unwrap();
            Ok(())
        };
        db.write(&wren, Act::AddPost, wait).await
    });
    begun.notified().await;
    let mut waiting = tokio::task::JoinSet::new();
    for _ in 0..=limits::WRITER_QUEUE_MAX {
        let db = house.db.clone();
        waiting.spawn(async move { db.write(&owner(), Act::NoteSession, |_| Ok(())).await });
    }
    let one_too_many = waiting.join_next().await.unwrap().unwrap();
    assert!(matches!(one_too_many, Err(Error::Busy)), "{one_too_many:?}");
    open.send(()).unwrap();
    assert!(held.await.unwrap().is_ok());
    while let Some(served) = waiting.join_next().await {
        assert!(served.unwrap().is_ok(), "who found a place is served");
    }
}

#[tokio::test]
async fn a_new_file_gets_every_step_and_an_old_one_is_copied_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("courtyard.db");
    let told = Arc::new(Mutex::new(Vec::new()));
    open(&file, &told).close();
    let copy = file.with_extension(format!("db.before-{SCHEMA_VERSION}"));
    assert!(!copy.exists(), "nothing was lost, so nothing is copied");
    let version = |file: &Path| {
        let sql = rusqlite::Connection::open(file).unwrap();
        sql.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert_eq!(version(&file), SCHEMA_VERSION);
    open(&file, &told).close();
    assert!(!copy.exists(), "a file of this version is opened as it is");

    // As an older program left it: one step behind, with what that step makes taken away again.
    let old = folder.path().join("old.db");
    schema::make_old(&old, SCHEMA_VERSION - 1);
    open(&old, &told).close();
    let copy = old.with_extension(format!("db.before-{SCHEMA_VERSION}"));
    assert_eq!((version(&old), version(&copy)), (SCHEMA_VERSION, SCHEMA_VERSION - 1));

    rusqlite::Connection::open(&old)
        .unwrap()
        .pragma_update(None, "user_version", SCHEMA_VERSION + 1)
        .unwrap();
    assert!(Db::open(&old, 1, Clock::real(), |_, _| ()).is_err(), "a newer program's file is left alone");
}
