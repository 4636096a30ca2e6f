//! Work on the file itself, outside of any viewer: for the box's own commands.

use super::said;
use crate::base::{Error, Result};
use rusqlite::Connection;

/// Asks SQLite whether the file is whole.
///
/// # Errors
/// `Broken` with SQLite's own words on the first damage.
pub fn quick_check(sql: &Connection) -> Result<()> {
    let answer: String = sql.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(said)?;
    if answer == "ok" { Ok(()) } else { Err(Error::Broken(format!("quick_check: {answer}"))) }
}
