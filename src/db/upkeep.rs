//! Work on the file itself, outside of any viewer: for the box's own commands.

use super::{Paper, said};
use crate::base::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Asks SQLite whether the file is whole.
///
/// # Errors
/// `Broken` with SQLite's own words on the first damage.
pub fn quick_check(sql: &Connection) -> Result<()> {
    let answer: String = sql.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(said)?;
    if answer == "ok" { Ok(()) } else { Err(Error::Broken(format!("quick_check: {answer}"))) }
}

/// Verifies the audit log of a file, read only, and compares it with papers and with the sheets that the file keeps
/// itself; the box may be serving from it meanwhile. The count of papers is of both.
///
/// # Errors
/// `Broken` where the file cannot be opened.
pub fn verify_file(file: &Path, papers: &[Paper]) -> Result<super::Verified> {
    let sql = open(file)?;
    // One look at both, or a sheet of this moment would seem to know an entry that is not there.
    sql.execute_batch("BEGIN").map_err(said)?;
    let mut all = kept_sheets(&sql)?;
    all.extend_from_slice(papers);
    super::verify(&sql, &all)
}

/// What the sheets say that the file keeps; a file of before them keeps none.
fn kept_sheets(sql: &Connection) -> Result<Vec<Paper>> {
    let there = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'sheet'";
    if sql.query_row(there, [], |row| row.get::<_, i64>(0)).map_err(said)? == 0 {
        return Ok(Vec::new());
    }
    let mut asked = sql.prepare("SELECT last_seq, head FROM sheet").map_err(said)?;
    let sheets = asked.query_map([], |row| Ok(Paper { seq: Some(row.get(0)?), head: row.get(1)? }));
    sheets.and_then(Iterator::collect).map_err(said)
}

/// The version of SQLite in this program, as a number and in words.
pub fn sqlite_version() -> (i32, &'static str) {
    (rusqlite::version_number(), rusqlite::version())
}

/// A file that is only looked at, outside of any viewer; the box may be serving from it meanwhile.
pub struct Sickbed(Connection);

/// How often the box was started, and how it ended the last time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stops {
    /// Starts since the file was made, the commands at its own keyboard among them.
    pub starts: i64,
    /// It was stopped in order the last time.
    pub last_clean: bool,
}

/// The shelf names that the database holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Named {
    /// Of photos in posts and comments.
    pub photos: Vec<String>,
    /// Of pictures of people.
    pub faces: Vec<String>,
}

impl Named {
    /// Are there none at all?
    pub fn is_empty(&self) -> bool {
        self.photos.is_empty() && self.faces.is_empty()
    }
}

impl Sickbed {
    /// Opens the file to look at it.
    ///
    /// # Errors
    /// `Broken` where it cannot be opened, or is no database.
    pub fn open(file: &Path) -> Result<Sickbed> {
        let sql = open(file)?;
        sql.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(said)?;
        Ok(Sickbed(sql))
    }

    /// The schema version of the file.
    ///
    /// # Errors
    /// `Broken` if the file cannot be read.
    pub fn schema(&self) -> Result<i64> {
        self.number("PRAGMA user_version")
    }

    /// As [`quick_check`].
    ///
    /// # Errors
    /// As [`quick_check`].
    pub fn quick_check(&self) -> Result<()> {
        quick_check(&self.0)
    }

    /// How many references lead nowhere.
    ///
    /// # Errors
    /// `Broken` if the file cannot be read.
    pub fn broken_references(&self) -> Result<i64> {
        self.number("SELECT count(*) FROM pragma_foreign_key_check")
    }

    /// Walks the audit log.
    ///
    /// # Errors
    /// `Broken` if the file cannot be read.
    pub fn audit(&self) -> Result<super::Verified> {
        super::verify(&self.0, &kept_sheets(&self.0)?)
    }

    /// How the box ended the last time.
    ///
    /// # Errors
    /// `Broken` if the file cannot be read.
    pub fn stops(&self) -> Result<Stops> {
        let starts = self.number("SELECT count(*) FROM boot")?;
        let clean = self.number("SELECT coalesce((SELECT clean FROM boot ORDER BY id DESC LIMIT 1), 0)")?;
        Ok(Stops { starts, last_clean: clean == 1 })
    }

    /// The shelf names of all pictures that something names.
    ///
    /// # Errors
    /// `Broken` if the file cannot be read.
    pub fn photos(&self) -> Result<Named> {
        Ok(Named {
            photos: self.texts("SELECT name FROM photo UNION SELECT name FROM comment_photo")?,
            faces: self.texts("SELECT DISTINCT picture FROM account WHERE picture IS NOT NULL")?,
        })
    }

    fn number(&self, sql: &str) -> Result<i64> {
        self.0.query_row(sql, [], |row| row.get(0)).map_err(said)
    }

    fn texts(&self, sql: &str) -> Result<Vec<String>> {
        let mut asked = self.0.prepare(sql).map_err(said)?;
        let rows = asked.query_map([], |row| row.get(0)).map_err(said)?;
        rows.collect::<rusqlite::Result<_>>().map_err(said)
    }
}

fn open(file: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(file, flags).map_err(|error| Error::Broken(error.to_string()))
}
