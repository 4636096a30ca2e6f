//! The audit log under the hands of somebody who has the file: whatever is changed shows, and where.

use super::{Db, Fault, Paper, Verified, Viewer, verify};
use crate::base::{Act, Clock};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::path::{Path, PathBuf};

/// Every column of the log: one that is added later is tried, too.
fn columns(sql: &Connection) -> Vec<String> {
    let mut asked = sql.prepare("SELECT name FROM pragma_table_info('audit')").unwrap();
    asked.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The entries of the log that the tests write.
const ENTRIES: i64 = 5;

/// A box whose log has entries with and without every optional part.
fn a_log(folder: &Path) -> PathBuf {
    let file = folder.join("courtyard.db");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let (clock, hand) = Clock::held(1_000);
    let db = Db::open(&file, 1, clock, |_, _| ()).expect("a database");
    let the_box = Viewer::stranger().on("box");
    for number in 0..ENTRIES {
        hand.store(1_000 + number * 10, std::sync::atomic::Ordering::Relaxed);
        let wrote = runtime.block_on(db.write(&the_box, Act::Upkeep, move |change| {
            if number % 2 == 1 {
                change.about("post", 7 + number);
                change.because("unkind", "ünkind wörds");
                change.text(Some("before"), Some("after"));
            }
            Ok(())
        }));
        wrote.expect("an entry");
    }
    db.close();
    file
}

/// A copy of the file without its triggers: somebody who has the disk has no triggers to fear.
fn a_copy(of: &Path, name: &str) -> Connection {
    let copy = of.with_file_name(name);
    let sql = Connection::open(of).expect("the file");
    sql.execute("VACUUM INTO ?1", [copy.to_string_lossy()]).expect("a copy");
    let copy = Connection::open(copy).expect("the copy");
    let triggers = "DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_shortened;
                    DROP TRIGGER audit_is_only_added_to;";
    copy.execute_batch(triggers).expect("no triggers");
    copy
}

fn found(sql: &Connection) -> Verified {
    verify(sql, &[]).expect("a walk")
}

/// The same value with its last byte, bit or presence changed.
fn another(value: Value) -> Value {
    match value {
        Value::Null => Value::Text(String::new()),
        Value::Integer(number) => Value::Integer(number ^ 1),
        Value::Real(_) => Value::Null,
        Value::Text(text) if text.is_empty() => Value::Text("x".into()),
        Value::Text(text) => {
            let mut letters: Vec<char> = text.chars().collect();
            let last = letters.len() - 1;
            letters[last] = if letters[last] == 'x' { 'y' } else { 'x' };
            Value::Text(letters.into_iter().collect())
        }
        Value::Blob(mut bytes) => {
            if let Some(byte) = bytes.last_mut() {
                *byte ^= 1;
            }
            Value::Blob(bytes)
        }
    }
}

/// What stands in an empty place of each sort of column: an absent value is not the same as an empty one.
fn filled(column: &str) -> Value {
    match column {
        "item" | "case" => Value::Integer(0),
        "before_hash" | "after_hash" => Value::Blob(Vec::new()),
        _ => Value::Text(String::new()),
    }
}

#[test]
fn a_log_that_nobody_touched_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let sql = Connection::open(a_log(folder.path())).expect("the file");
    let verified = found(&sql);
    assert_eq!((verified.entries, verified.fault), (ENTRIES, None));
    assert_ne!(verified.head, "0".repeat(64));
}

#[test]
fn one_changed_byte_in_any_column_of_any_entry_shows_and_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = a_log(folder.path());
    let sql = a_copy(&file, "changed.db");
    for seq in 1..=ENTRIES {
        for column in columns(&sql) {
            sql.execute_batch("SAVEPOINT whole").expect("a savepoint");
            let read = format!("SELECT \"{column}\" FROM audit WHERE seq = ?1");
            let value: Value = sql.query_row(&read, [seq], |row| row.get(0)).expect("a value");
            let forged = match (column.as_str(), value) {
                // Another number that is not taken.
                ("seq", _) => Value::Integer(seq + 1_000),
                (column, Value::Null) => filled(column),
                (_, value) => another(value),
            };
            let write = format!("UPDATE audit SET \"{column}\" = ?1 WHERE seq = ?2");
            sql.execute(&write, params_from_iter([forged, Value::Integer(seq)])).expect("a forgery");
            let fault = found(&sql).fault;
            let expected = match column.as_str() {
                "seq" => {
                    Fault::Gap { expected: seq, found: if seq < ENTRIES { seq + 1 } else { seq + 1_000 } }
                }
                "prev_hash" => Fault::Order(seq),
                _ => Fault::Changed(seq),
            };
            assert_eq!(fault, Some(expected), "{column} of entry {seq}");
            sql.execute_batch("ROLLBACK TO whole; RELEASE whole").expect("as it was");
        }
    }
    assert_eq!(found(&sql).fault, None, "every forgery was undone");
}

#[test]
fn an_entry_taken_out_leaves_a_gap_that_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = a_log(folder.path());
    for seq in 1..ENTRIES {
        let sql = a_copy(&file, &format!("without-{seq}.db"));
        sql.execute("DELETE FROM audit WHERE seq = ?1", [seq]).expect("a deletion");
        assert_eq!(found(&sql).fault, Some(Fault::Gap { expected: seq, found: seq + 1 }));
        // Closing the gap by counting on does not help: the next one names the one that is gone.
        sql.execute("UPDATE audit SET seq = -seq WHERE seq > ?1", [seq]).expect("a step aside");
        sql.execute("UPDATE audit SET seq = -seq - 1 WHERE seq < 0", []).expect("a renumbering");
        assert_eq!(found(&sql).fault, Some(Fault::Order(seq)));
    }
}

#[test]
fn two_entries_that_changed_places_show() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = a_log(folder.path());
    for seq in 1..ENTRIES {
        let sql = a_copy(&file, &format!("swapped-{seq}.db"));
        let moves = [(seq, -1), (seq + 1, seq), (-1, seq + 1)];
        for (from, to) in moves {
            sql.execute("UPDATE audit SET seq = ?2 WHERE seq = ?1", [from, to]).expect("a move");
        }
        assert_eq!(found(&sql).fault, Some(Fault::Order(seq)));
    }
}

#[test]
fn a_chain_alone_does_not_see_that_its_end_was_cut_so_the_head_is_kept_on_paper() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = a_log(folder.path());
    let whole = found(&a_copy(&file, "whole.db"));
    let sql = a_copy(&file, "cut.db");
    sql.execute("DELETE FROM audit WHERE seq = ?1", [ENTRIES]).expect("a cut");
    let cut = found(&sql);
    assert_eq!((cut.fault, cut.entries), (None, ENTRIES - 1));
    assert_ne!(cut.head, whole.head, "the head and the count are what gives it away");
    let head = data_encoding::HEXLOWER.decode(whole.head.as_bytes()).expect("a hash");
    let head: [u8; 32] = head.try_into().expect("32 bytes");
    for (seq, fault) in [
        (Some(ENTRIES), Fault::Cut { newest: ENTRIES - 1, paper: ENTRIES }),
        (Some(2), Fault::Anew { after: 0, paper: 2 }),
        (None, Fault::Nowhere),
    ] {
        assert_eq!(verify(&sql, &[Paper { seq, head }]).expect("a walk").fault, Some(fault));
    }
}

#[test]
fn the_database_refuses_to_change_or_shorten_the_log() {
    let folder = tempfile::tempdir().expect("a folder");
    let sql = Connection::open(a_log(folder.path())).expect("the file");
    let copied = "INSERT OR REPLACE INTO audit SELECT seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device,
        act, kind, item, \"case\", reason_code, 'another', before_hash, after_hash, prev_hash, hash, form, salt FROM audit WHERE seq = 2";
    let attempts = [
        "UPDATE audit SET reason = 'another' WHERE seq = 2",
        "UPDATE audit SET seq = 100 WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 5",
        "DELETE FROM audit",
        "UPDATE OR REPLACE audit SET seq = 1 WHERE seq = 2",
        copied,
    ];
    for attempt in attempts {
        let refused = sql.execute(attempt, []).expect_err(attempt).to_string();
        assert!(refused.contains("the audit log is never"), "{attempt}: {refused}");
    }
    let verified = found(&sql);
    assert_eq!((verified.entries, verified.fault), (ENTRIES, None));
}
