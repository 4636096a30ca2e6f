//! Work on the file itself, outside of any viewer: for the box's own commands.

use super::said;
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

/// Verifies the audit log of a file, read only; the box may be serving from it meanwhile.
///
/// # Errors
/// `Broken` where the file cannot be opened.
pub fn verify_file(file: &Path) -> Result<super::Verified> {
    super::verify(&open(file)?)
}

fn open(file: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(file, flags)
        .map_err(|error| Error::Broken(format!("{}: {error}", file.display())))
}
