//! The indexes of search: made from what is there, and true after each write, whoever writes it.

use super::*;
use crate::base::{AccountId, Act, Clock, Duties, Result, Role};
use rusqlite::Connection;

fn member() -> Viewer {
    Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into())
}

/// Two people and a post of the first to a group of both, with a comment and a photo.
const THINGS: &str = "
    INSERT INTO account (username, shown_name, role, made_at) VALUES ('wren', 'Dr Wren', 'owner', 0), ('mia', 'Mia', 'member', 0);
    INSERT INTO \"group\" (name, kind, about, made_at) VALUES ('Class 5B', 'class', 'Birds', 0);
    INSERT INTO membership (group_id, account_id, since_at) VALUES (1, 2, 0);
    INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('post', 1, 'groups', 'shown', 0);
    INSERT INTO item_to (item_id, kind, target_id) VALUES (1, 'group', 1);
    INSERT INTO post (id, body) VALUES (1, 'heron one');
    INSERT INTO item (kind, author_id, parent_id, state, made_at) VALUES ('comment', 1, 1, 'shown', 0);
    INSERT INTO comment (id, body) VALUES (2, 'heron two');
    INSERT INTO item (kind, author_id, parent_id, state, made_at) VALUES ('photo', 1, 1, 'shown', 0);
    INSERT INTO photo (id, name, alt, place, width, height) VALUES (3, 'x', 'heron three', 0, 1, 1);
    INSERT INTO tag (name) VALUES ('heron');
    INSERT INTO item_tag (tag_id, item_id) VALUES (1, 1);";

/// What a file holds that was at that schema when these things were written.
fn made_at(version: i64) -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("courtyard.db");
    schema::make_old(&file, version);
    let sql = schema::connect(&file, true).unwrap();
    sql.execute_batch(THINGS).unwrap();
    drop(sql);
    let db = Db::open(&file, 1, Clock::real(), |_, _| ()).unwrap();
    (folder, db)
}

async fn found(db: &Db, asked: &str) -> Vec<i64> {
    db.read(&member(), |look| {
        look.list("SELECT rowid FROM found WHERE found MATCH ?1 ORDER BY rowid", [asked], |row| row.get(0))
    })
    .await
    .unwrap()
}

async fn run(db: &Db, sql: &'static str) {
    let writes = move |change: &mut Change<'_>| -> Result<usize> { change.run(sql, []) };
    db.write(&member(), Act::EditPost, writes).await.unwrap();
}

#[tokio::test]
async fn what_was_there_before_search_is_found_like_what_comes_after() {
    for version in [3, SCHEMA_VERSION] {
        let (_folder, db) = made_at(version);
        assert_eq!(found(&db, "text : heron AND who : \"~g1\"").await, [1, 2, 3], "{version}");
        assert_eq!(found(&db, "who : \"~comment\"").await, [2], "{version}");
        assert_eq!(
            found(&db, "who : \"~m197001\" AND who : \"~a1\" AND who : \"~o1\"").await,
            [1, 2, 3],
            "{version}"
        );
        for table in ["found_person", "found_group", "found_tag"] {
            let word = if table == "found_tag" {
                "heron"
            } else if table == "found_group" {
                "birds"
            } else {
                "mia"
            };
            let sql = format!("SELECT count(*) FROM {table} WHERE {table} MATCH '{word}'");
            let count = db.read(&member(), |look| look.number(&sql, [])).await.unwrap();
            assert_eq!(count, 1, "{table} {version}");
        }
    }
}

#[tokio::test]
async fn each_write_keeps_the_index_true() {
    let (_folder, db) = made_at(SCHEMA_VERSION);
    run(&db, "UPDATE post SET body = 'a stork' WHERE id = 1").await;
    assert_eq!(found(&db, "text : heron").await, [2, 3]);
    assert_eq!(found(&db, "text : stork").await, [1]);
    run(&db, "UPDATE photo SET alt = '' WHERE id = 3").await;
    assert_eq!(found(&db, "text : heron").await, [2]);
    run(&db, "UPDATE item SET state = 'held' WHERE id = 2").await;
    assert_eq!(found(&db, "who : \"~g1\"").await, [1], "what waits is for its author alone");
    assert_eq!(found(&db, "text : heron AND who : \"~o1\"").await, [2]);
    run(&db, "UPDATE item SET state = 'shown' WHERE id = 2").await;
    run(&db, "UPDATE item SET audience = 'everyone' WHERE id = 1").await;
    assert_eq!(found(&db, "who : \"~e\"").await, [1, 2], "what stands under a post goes with it");
    run(&db, "UPDATE item SET audience = 'people' WHERE id = 1").await;
    run(&db, "INSERT INTO item_to (item_id, kind, target_id) VALUES (1, 'person', 2)").await;
    assert_eq!(found(&db, "who : \"~p2\"").await, [1, 2]);
    run(&db, "DELETE FROM comment WHERE id = 2").await;
    assert_eq!(found(&db, "who : \"~p2\"").await, [1]);
    run(&db, "UPDATE account SET shown_name = 'Ada' WHERE id = 2").await;
    let ada = "SELECT rowid FROM found_person WHERE found_person MATCH 'ada'";
    assert_eq!(db.read(&member(), |look| look.number(ada, [])).await.unwrap(), 2);
}

#[tokio::test]
async fn the_index_gives_ids_and_no_text() {
    let (folder, db) = made_at(SCHEMA_VERSION);
    let text = db
        .read(&member(), |look| look.one("SELECT text FROM found", [], |row| row.get::<_, Option<String>>(0)))
        .await;
    assert_eq!(text.unwrap(), Some(None));
    drop(db);
    let sql = Connection::open(folder.path().join("courtyard.db")).unwrap();
    let whole: String = sql.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
}
