//! Opening the file: pragmas in one place, numbered migrations with a copy first, views laid anew.

use super::{SQLITE_OLDEST, said};
use crate::base::{Clock, Error, Result, terms};
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use std::path::{Path, PathBuf};

#[cfg(test)]
pub(super) use tests::make_old;

/// The migrations in order; number N makes schema version N. Append only.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/0001_people.sql"),
    include_str!("schema/0002_items.sql"),
    include_str!("schema/0003_supervision.sql"),
    include_str!("schema/0004_albums.sql"),
    include_str!("schema/0005_posting.sql"),
    include_str!("schema/0006_search.sql"),
    include_str!("schema/0007_words.sql"),
    include_str!("schema/0008_spots.sql"),
    include_str!("schema/0009_reposts.sql"),
    include_str!("schema/0010_contacts.sql"),
    include_str!("schema/0011_board.sql"),
    include_str!("schema/0012_archive.sql"),
    include_str!("schema/0013_mine.sql"),
    include_str!("schema/0014_own.sql"),
    include_str!("schema/0015_chat.sql"),
    include_str!("schema/0016_ends.sql"),
    include_str!("schema/0017_readings.sql"),
    include_str!("schema/0018_heard.sql"),
    include_str!("schema/0019_notices_more.sql"),
    include_str!("schema/0020_leads.sql"),
    include_str!("schema/0021_sheets.sql"),
    include_str!("schema/0022_freeze.sql"),
    include_str!("schema/0023_talk_more.sql"),
    include_str!("schema/0024_hours.sql"),
    include_str!("schema/0025_charter.sql"),
    include_str!("schema/0026_watch.sql"),
    include_str!("schema/0027_retention.sql"),
    include_str!("schema/0028_sanctions.sql"),
    include_str!("schema/0029_apart.sql"),
    include_str!("schema/0030_appeals.sql"),
    include_str!("schema/0031_duties.sql"),
    include_str!("schema/0032_cases.sql"),
    include_str!("schema/0033_undo.sql"),
    include_str!("schema/0034_levels.sql"),
    include_str!("schema/0035_timeline.sql"),
    include_str!("schema/0036_outcomes.sql"),
    include_str!("schema/0037_appealed.sql"),
    include_str!("schema/0038_case_talk.sql"),
    include_str!("schema/0039_quiet.sql"),
    include_str!("schema/0040_said_in_cases.sql"),
    include_str!("schema/0041_looked_back.sql"),
];

/// The schema version that this program writes.
pub const VERSION: i64 = MIGRATIONS.len() as i64;

/// Statements that each connection keeps prepared.
const STATEMENTS_KEPT: usize = 160;

/// Opens the connection that writes, or one that only reads.
pub(super) fn connect(file: &Path, writes: bool) -> Result<Connection> {
    let sql = Connection::open(file).map_err(said)?;
    sql.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    // Without this, a statement with a bound LIMIT is parsed anew each time it runs: SQLite plans it for the
    // bound value, and returning it to the cache clears its bindings, which expires that plan.
    sql.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(said)?;
    add_terms(&sql).map_err(said)?;
    add_nobody(&sql).map_err(said)?;
    sql.busy_timeout(std::time::Duration::from_secs(5)).map_err(said)?;
    // Cache in KiB (negative): readers share the operating system's cache, so each keeps little.
    let settings =
        "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;
         PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA journal_size_limit=67108864;
         PRAGMA cache_size=-4096; PRAGMA wal_autocheckpoint=0;";
    sql.execute_batch(settings).map_err(said)?;
    let own =
        if writes { "PRAGMA synchronous=FULL;" } else { "PRAGMA synchronous=NORMAL; PRAGMA query_only=ON;" };
    sql.execute_batch(own).map_err(said)?;
    Ok(sql)
}

/// `find_terms(text)`: the triggers that keep the indexes of search call it.
fn add_terms(sql: &Connection) -> rusqlite::Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    sql.create_scalar_function("find_terms", 1, flags, |asked| {
        let text = asked.get_raw(0).as_str().unwrap_or_default();
        Ok(terms::line(text))
    })
}

/// `viewer()` and `now_ms()` for the triggers that note who did something, and when, as long as nobody looks through the
/// connection: it is the box itself. The guard gives it others (`guard.rs`).
fn add_nobody(sql: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    sql.create_scalar_function("viewer", 0, flags, |_| Ok(0_i64))?;
    let clock = Clock::real();
    sql.create_scalar_function("now_ms", 0, flags, move |_| Ok(clock.now_ms()))
}

/// Brings the file to this program's schema and lays the views anew.
///
/// A copy of the file is made first where there is something to lose: `courtyard.db.before-N`.
///
/// # Errors
/// `Broken` for an SQLite that is too old, a file made by a newer program, or a migration that fails;
/// the file is then as it was.
pub(super) fn prepare(sql: &mut Connection, file: &Path) -> Result<()> {
    if rusqlite::version_number() < SQLITE_OLDEST {
        return Err(Error::Broken(format!("SQLite {} is older than 3.51.3", rusqlite::version())));
    }
    let now: i64 = sql.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(said)?;
    if now > VERSION {
        return Err(Error::Broken(format!(
            "the data was written by a newer Courtyard (schema {now}, this one {VERSION})"
        )));
    }
    if now > 0 && now < VERSION {
        copy(sql, &file.with_extension(format!("db.before-{VERSION}")))?;
    }
    for (number, text) in (1..).zip(MIGRATIONS).skip_while(|(number, _)| *number <= now) {
        let step = sql.transaction().map_err(said)?;
        step.execute_batch(text).map_err(said)?;
        step.pragma_update(None, "user_version", number).map_err(said)?;
        step.commit().map_err(said)?;
    }
    lay_views(sql)
}

/// A whole copy by SQLite's own backup, under a temporary name until it is complete.
fn copy(sql: &Connection, to: &PathBuf) -> Result<()> {
    let unfinished = to.with_extension("unfinished");
    let _ = std::fs::remove_file(&unfinished);
    sql.backup("main", &unfinished, None::<fn(rusqlite::backup::Progress)>).map_err(said)?;
    std::fs::File::open(&unfinished)?.sync_all()?;
    std::fs::rename(&unfinished, to)?;
    Ok(())
}

fn lay_views(sql: &mut Connection) -> Result<()> {
    let step = sql.transaction().map_err(said)?;
    let old: Vec<String> = {
        let mut names = step
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'seen\\_%' ESCAPE '\\'",
            )
            .map_err(said)?;
        let names = names.query_map([], |row| row.get(0)).map_err(said)?;
        names.collect::<rusqlite::Result<_>>().map_err(said)?
    };
    for name in old {
        step.execute_batch(&format!("DROP VIEW \"{name}\"")).map_err(said)?;
    }
    step.execute_batch(include_str!("seen.sql")).map_err(said)?;
    step.commit().map_err(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file as a program left it that knew only the first migrations.
    pub(in crate::db) fn make_old(file: &Path, version: i64) {
        let mut sql = connect(file, true).unwrap();
        for (number, text) in (1..).zip(MIGRATIONS).take_while(|(number, _)| *number <= version) {
            let step = sql.transaction().unwrap();
            step.execute_batch(text).unwrap();
            step.pragma_update(None, "user_version", number).unwrap();
            step.commit().unwrap();
        }
    }

    /// What boxes have gone through, by the beginning of its hash. A new migration stands at the end; a line that changes
    /// is a box that can never be brought up to date.
    const GONE_THROUGH: &[&str] = &[
        "e9a668a744ea",
        "364ea7b3ca40",
        "9107eb8f9024",
        "93ea35fdbd55",
        "f753e443a7d8",
        "3c23b7942956",
        "1c5a751d6fb8",
        "b426f17b5492",
        "54c30f359f5c",
        "659c126da24a",
        "6372f4e8d17d",
        "5b55672907b9",
        "4f0375396db3",
        "c4a7d7dbe850",
        "cb59d78c069f",
        "c21e955afaf2",
        "f1d63379fb4d",
        "ce5749000927",
        "31c255e0fe91",
        "09b304dea508",
        "f33dc1aed6da",
        "95d9d3b084d1",
        "4d4c87b68d66",
        "8785a9823b35",
        "8f26b82ef582",
        "20f44edc8847",
        "8489ed7c27e0",
        "e12022c0c44d",
        "fff3fe2db8d3",
        "c526ada760ec",
        "4f92bde55b8f",
        "4a6a2fc8f3a2",
        "b060fd188090",
        "7dbd853d4bf8",
        "d2eb7a836b95",
        "17ad89354a65",
        "964f0edbec2d",
        "0687a6e2a0c3",
        "5cccb1562ae3",
        "d635c5ba0462",
        "0acf576031e8",
    ];

    #[test]
    fn what_boxes_have_gone_through_is_added_to_and_never_changed() {
        let now: Vec<String> = MIGRATIONS
            .iter()
            .map(|text| {
                blake3::hash(text.as_bytes()).to_hex().as_str().get(..12).unwrap_or_default().to_owned()
            })
            .collect();
        assert_eq!(now, GONE_THROUGH);
    }

    #[test]
    fn a_box_of_before_the_newest_steps_takes_them() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("courtyard.db");
        make_old(&file, 18);
        let mut sql = connect(&file, true).unwrap();
        let rows = "INSERT INTO account (id, username, shown_name, role, made_at) VALUES (1, 'mia', 'Mia', 'member', 0);
             INSERT INTO notice (account_id, kind, made_at) VALUES (1, 'reading', 0);";
        sql.execute_batch(rows).unwrap();
        prepare(&mut sql, &file).unwrap();
        drop(sql);
        let sql = connect(&file, true).unwrap();
        sql.execute("INSERT INTO notice (account_id, kind, made_at) VALUES (1, 'reading_posts', 0)", [])
            .unwrap();
        assert!(
            sql.execute("INSERT INTO notice (account_id, kind, made_at) VALUES (1, 'gossip', 0)", [])
                .is_err()
        );
        let quiet: i64 =
            sql.query_row("SELECT quiet_sound FROM account WHERE id = 1", [], |row| row.get(0)).unwrap();
        assert_eq!(quiet, 0, "nobody hears what they did not ask for");
        let leads =
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'lead_is_handed_on%'";
        assert_eq!(sql.query_row(leads, [], |row| row.get::<_, i64>(0)).unwrap(), 2);
        let sound: String = sql.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok");
    }

    #[test]
    fn what_held_before_there_were_sanctions_holds_until_it_is_lifted() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("courtyard.db");
        make_old(&file, 27);
        let mut sql = connect(&file, true).unwrap();
        let rows = "INSERT INTO account (id, username, shown_name, role, standing, made_at)
               VALUES (1, 'mia', 'Mia', 'member', 'read_only', 5), (2, 'tom', 'Tom', 'member', 'suspended', 6),
                      (3, 'zoe', 'Zoe', 'member', 'active', 7), (4, 'lea', 'Lea', 'member', 'left', 8);
             INSERT INTO no_talk (account_id, since_at) VALUES (3, 9);";
        sql.execute_batch(rows).unwrap();
        prepare(&mut sql, &file).unwrap();
        drop(sql);
        let sql = connect(&file, true).unwrap();
        let mut held = sql
            .prepare("SELECT account_id, kind, made_at FROM sanction WHERE until_at IS NULL ORDER BY 1")
            .unwrap();
        let held = held.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        let held: Vec<(i64, String, i64)> = held.map(|row| row.unwrap()).collect();
        let was = |id, kind: &str, at| (id, kind.to_owned(), at);
        assert_eq!(held, [was(1, "read_only", 5), was(2, "suspended", 6), was(3, "no_messages", 9)]);
    }

    #[test]
    fn who_was_in_a_group_before_that_was_kept_is_noted_as_in_it_and_holds_know_whom_they_are_about() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("courtyard.db");
        make_old(&file, 40);
        let mut sql = connect(&file, true).unwrap();
        let rows = "INSERT INTO account (id, username, shown_name, role, made_at) VALUES (1, 'mia', 'Mia', 'member', 0);
             INSERT INTO \"group\" (id, name, kind, made_at) VALUES (4, '5B', 'class', 0), (5, 'Choir', 'club', 0);
             INSERT INTO membership (group_id, account_id, since_at) VALUES (4, 1, 9), (5, 1, 7);
             INSERT INTO item (id, kind, author_id, audience, state, made_at) VALUES (7, 'post', 1, 'everyone', 'shown', 0);
             INSERT INTO legal_hold (item_id, reason, begun_by, begun_at, review_at) VALUES (7, 'A court asks', 1, 0, 9);
             INSERT INTO legal_hold (group_id, reason, begun_by, begun_at, review_at) VALUES (4, 'A court asks', 1, 0, 9);";
        sql.execute_batch(rows).unwrap();
        prepare(&mut sql, &file).unwrap();
        sql.execute("DELETE FROM membership WHERE group_id = 5", []).unwrap();
        let mut stays = sql.prepare("SELECT group_id, begun_at, how FROM stay ORDER BY id").unwrap();
        let stays = stays.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        let stays: Vec<(i64, i64, Option<String>)> = stays.map(|row| row.unwrap()).collect();
        assert_eq!(stays, [(5, 7, Some("taken".to_owned())), (4, 9, None)]);
        let about = |id: i64| -> Option<i64> {
            sql.query_row("SELECT about_id FROM legal_hold WHERE id = ?1", [id], |row| row.get(0)).unwrap()
        };
        assert_eq!((about(1), about(2)), (Some(1), None));
    }

    #[test]
    fn photos_of_an_older_box_know_their_post_and_its_tables_take_albums() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("courtyard.db");
        make_old(&file, 3);
        let mut sql = connect(&file, true).unwrap();
        let rows = "INSERT INTO account (id, username, shown_name, role, made_at) VALUES (1, 'mia', 'Mia', 'member', 0);
             INSERT INTO item (id, kind, author_id, audience, state, made_at) VALUES (7, 'post', 1, 'everyone', 'shown', 0);
             INSERT INTO item (id, kind, author_id, parent_id, state, made_at) VALUES (8, 'photo', 1, 7, 'shown', 0);
             INSERT INTO photo (id, name, place, width, height) VALUES (8, 'a', 0, 1, 1);";
        sql.execute_batch(rows).unwrap();
        prepare(&mut sql, &file).unwrap();
        drop(sql);
        let sql = connect(&file, true).unwrap();
        let parent: i64 =
            sql.query_row("SELECT parent_id FROM photo WHERE id = 8", [], |row| row.get(0)).unwrap();
        assert_eq!(parent, 7);
        let sound: String = sql.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok");
        let add = |kind: &str| {
            let sql_text = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES (?1, 1, 'only_me', 'shown', 0)";
            sql.execute(sql_text, [kind])
        };
        assert!(add("album").is_ok());
        assert!(add("comment").is_err() && add("poll").is_err());
    }
}
