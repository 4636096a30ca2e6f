//! What the writer does when nobody waits: it moves the log into the file, and lays together the pieces of the indexes.
//!
//! Each commit adds a piece to an index of search. Left to itself FTS5 lays sixteen of them together inside the commit of the
//! sixteenth, which then takes several times as long as the others (on a slow box 10 ms instead of 2, and who said
//! something in a room waits for it). So it is told to leave them (`0039_quiet.sql`), and a few pages at a time
//! are laid together here once nothing has come for a moment.

use rusqlite::Connection;
use std::time::Duration;

/// Nothing has come for so long: then a step is done, and whatever comes meanwhile waits for that one step.
pub(super) const QUIET: Duration = Duration::from_millis(20);
/// Pages of the write-ahead log after which they are moved into the file: 4 MiB of 4 KiB.
const LOG_PAGES: i64 = 1024;
/// Where it is never quiet, they are moved all the same after so many times as many.
const LOG_FULL: i64 = 4;
/// Pages of an index that are laid together in one step: about a millisecond on a slow box.
const STEP_PAGES: u32 = 8;
/// Where it is never quiet, a step is done after so many commits, of as many pages as those have written about.
const COMMITS_MAX: u32 = 24;
const CROWDED_PAGES: u32 = 64;
/// The indexes of search, those that change most first.
const INDEXES: [&str; 5] = ["found_message", "found", "found_person", "found_group", "found_tag"];

/// What is left to do when it is quiet.
#[derive(Default)]
pub(super) struct Quiet {
    /// Commits since the last step.
    commits: u32,
    /// Indexes that may have pieces to lay together, by their place in the list: the next first.
    pieces: Vec<usize>,
    /// The log is long.
    log: bool,
}

impl Quiet {
    /// Is there anything to do once it is quiet?
    pub(super) fn is_due(&self) -> bool {
        self.log || !self.pieces.is_empty()
    }

    /// Something was committed. Where nothing was done for long since it is never quiet, it is done now.
    pub(super) fn after_commit(&mut self, sql: &Connection) {
        self.commits += 1;
        self.pieces = (0..INDEXES.len()).rev().collect();
        let pages = pages_of_log(sql);
        self.log = pages > LOG_PAGES;
        if pages > LOG_FULL * LOG_PAGES {
            self.empty_log(sql, "PASSIVE");
        }
        if self.commits >= COMMITS_MAX {
            self.lay_together(sql, CROWDED_PAGES);
        }
    }

    /// One small step. Nothing waits.
    pub(super) fn step(&mut self, sql: &Connection) {
        if self.log {
            // To its end only where it has become very long: that waits for whoever reads.
            let how = if pages_of_log(sql) > LOG_FULL * LOG_PAGES { "TRUNCATE" } else { "PASSIVE" };
            self.empty_log(sql, how);
        } else {
            self.lay_together(sql, STEP_PAGES);
        }
    }

    fn empty_log(&mut self, sql: &Connection, how: &str) {
        self.log = false;
        let _ = sql.query_row(&format!("PRAGMA wal_checkpoint({how})"), [], |_| Ok(()));
    }

    /// Lays together at most so many pages of the next index that has any. A step that fails has changed nothing, and is
    /// tried again after the next commit.
    fn lay_together(&mut self, sql: &Connection, pages: u32) {
        self.commits = 0;
        while let Some(at) = self.pieces.last() {
            match merge(sql, INDEXES[*at], pages) {
                Ok(true) => return,
                Ok(false) => drop(self.pieces.pop()),
                Err(error) => {
                    tracing::warn!(%error, index = INDEXES[*at], "the pieces of an index could not be laid together");
                    self.pieces.clear();
                }
            }
        }
    }
}

/// Lays together at most so many pages of one index; gives whether there was anything.
fn merge(sql: &Connection, index: &str, pages: u32) -> rusqlite::Result<bool> {
    let before = sql.total_changes();
    let asked = format!("INSERT INTO {index} ({index}, rank) VALUES ('merge', ?1)");
    sql.prepare_cached(&asked)?.execute([pages])?;
    // By FTS5's own account: fewer than two rows changed where there was nothing to do.
    Ok(sql.total_changes() - before >= 2)
}

fn pages_of_log(sql: &Connection) -> i64 {
    sql.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::schema;
    use super::*;

    fn index() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("courtyard.db");
        let mut sql = schema::connect(&file, true).unwrap();
        schema::prepare(&mut sql, &file).unwrap();
        sql.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        (folder, sql)
    }

    /// One commit with a message of twelve words, some of which many have; gives how many pages of the log it took.
    fn says(sql: &Connection, number: i64) -> i64 {
        let before = pages_of_log(sql);
        let words: Vec<String> = (0..12).map(|place| format!("w{}", number * (place + 1) % 97)).collect();
        let added = "INSERT INTO found_message (rowid, text, who) VALUES (?1, ?2, '~c1')";
        sql.execute(added, rusqlite::params![number, words.join(" ")]).unwrap();
        pages_of_log(sql) - before
    }

    fn pieces(sql: &Connection) -> i64 {
        let asked = "SELECT count(DISTINCT segid) FROM found_message_idx";
        sql.query_row(asked, [], |row| row.get(0)).unwrap()
    }

    fn found(sql: &Connection, word: &str) -> i64 {
        let asked = "SELECT count(*) FROM found_message WHERE found_message MATCH ?1";
        sql.query_row(asked, [word], |row| row.get(0)).unwrap()
    }

    #[test]
    fn no_commit_pays_for_those_before_it_and_when_it_is_quiet_the_pieces_are_laid_together() {
        let (_folder, sql) = index();
        let mut quiet = Quiet::default();
        assert!(!quiet.is_due());
        let mut pages: Vec<i64> = Vec::new();
        for number in 1..=200 {
            pages.push(says(&sql, number));
            quiet.after_commit(&sql);
            // Between two of them it is quiet for a moment, as it is in a room where people talk.
            quiet.step(&sql);
        }
        pages.sort_unstable();
        assert!(
            pages[199] <= pages[100] * 2,
            "one commit took {} pages, half of them {}",
            pages[199],
            pages[100]
        );
        let mut steps = 0;
        while quiet.is_due() {
            let before = pages_of_log(&sql);
            quiet.step(&sql);
            steps += 1;
            assert!(pages_of_log(&sql) - before <= i64::from(STEP_PAGES) * 4, "a step is a small one");
            assert!(steps < 1_000, "it comes to an end");
        }
        assert!(pieces(&sql) < 3 * 8, "{} pieces of 200", pieces(&sql));
        let with = (1..=200).filter(|number| (1..=12).any(|place| number * place % 97 == 5)).count();
        assert_eq!(found(&sql, "w5"), i64::try_from(with).unwrap());
    }

    #[test]
    fn where_it_is_never_quiet_it_is_done_all_the_same() {
        let (_folder, sql) = index();
        let mut quiet = Quiet::default();
        for number in 1..=1_500 {
            says(&sql, number);
            quiet.after_commit(&sql);
            assert!(pieces(&sql) <= 64 && pages_of_log(&sql) <= (LOG_FULL + 1) * LOG_PAGES);
        }
        assert!(pieces(&sql) < i64::from(COMMITS_MAX) + 3 * 8, "{} pieces", pieces(&sql));
        assert_eq!(found(&sql, "w0"), 1_500 - (1..=1_500).filter(|n| n % 97 != 0).count() as i64);
    }

    #[test]
    fn a_long_log_is_moved_into_the_file_when_it_is_quiet() {
        let (_folder, sql) = index();
        let mut quiet = Quiet::default();
        sql.execute_batch("CREATE TABLE heap (bytes BLOB)").unwrap();
        let lay = |kib: i64| {
            sql.execute("INSERT INTO heap VALUES (zeroblob(?1))", [kib * 1024]).unwrap();
        };
        lay(100);
        quiet.after_commit(&sql);
        assert!(!quiet.log);
        lay(5_000);
        quiet.after_commit(&sql);
        assert!(quiet.log && quiet.is_due());
        quiet.step(&sql);
        lay(1); // begins the log anew, since all of it is in the file
        assert!(pages_of_log(&sql) < 20 && !quiet.log);
    }
}
