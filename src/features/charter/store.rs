//! The SQL of the notice of the house.

use super::Told;
use crate::base::{AccountId, Result};
use crate::db::{Change, Row, Snapshot, params};

/// The newest version; 0 where there is none.
///
/// # Errors
/// `Broken` if the database fails.
pub fn newest(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT max(version) FROM charter", [])
}

/// What a version says, by language.
pub(super) fn told(look: &Snapshot<'_>, version: i64) -> Result<Vec<Told>> {
    look.list("SELECT language, words FROM charter WHERE version = ?1 ORDER BY language", [version], |row| {
        Ok(Told { language: row.get(0)?, words: row.get(1)? })
    })
}

pub(super) fn insert(change: &mut Change<'_>, version: i64, told: &Told) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO charter (version, language, words, made_at, made_by) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![version, told.language, told.words, now, me.0],
    )?;
    Ok(())
}

pub(super) fn note_read(change: &mut Change<'_>, version: i64, session: i64) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT OR IGNORE INTO charter_read (account_id, version, read_at) VALUES (?1, ?2, ?3)",
        params![me.0, version, now],
    )?;
    change.run(
        "UPDATE session SET charter = ?3 WHERE id = ?1 AND account_id = ?2",
        params![session, me.0, version],
    )?;
    Ok(())
}

/// When the viewer first said that they have read it.
pub(super) fn read_at(look: &Snapshot<'_>, version: i64) -> Result<Option<i64>> {
    let me = look.me()?;
    look.one(
        "SELECT read_at FROM seen_charter_read WHERE account_id = ?1 AND version = ?2",
        params![me.0, version],
        |row| row.get(0),
    )
}

/// Somebody who should have read it.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    pub username: String,
    pub shown_name: String,
    /// When they said so; none where they have not yet.
    pub read_at: Option<i64>,
}

fn reader(row: &Row<'_>) -> rusqlite::Result<Reader> {
    Ok(Reader { username: row.get(0)?, shown_name: row.get(1)?, read_at: row.get(2)? })
}

/// People by sign-in name after one: those who have read this version, or those who have not.
pub(super) fn readers(
    look: &Snapshot<'_>,
    version: i64,
    has_read: bool,
    after: &str,
    most: usize,
) -> Result<Vec<Reader>> {
    look.list(
        "SELECT p.username, p.shown_name, r.read_at
         FROM seen_person AS p LEFT JOIN seen_charter_read AS r ON r.account_id = p.id AND r.version = ?1
         WHERE p.username > ?3 AND p.standing IN ('active', 'read_only') AND (r.read_at IS NOT NULL) = ?2
         ORDER BY p.username LIMIT ?4",
        params![version, has_read, after, most as i64],
        reader,
    )
}

/// The shown name of who published a version, and when.
pub(super) fn published(look: &Snapshot<'_>, version: i64) -> Result<Option<(AccountId, i64)>> {
    look.one("SELECT made_by, made_at FROM charter WHERE version = ?1 LIMIT 1", [version], |row| {
        Ok((AccountId(row.get(0)?), row.get(1)?))
    })
}
