//! The SQL of archives: who asked for one, how far it is, until when it is kept.

use super::State;
use crate::base::{AccountId, Result, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::days;

/// An archive, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// Its number.
    pub id: i64,
    /// How far it is.
    pub state: State,
    /// How much is done, while it is packed.
    pub percent: i64,
    /// Bytes of its file.
    pub bytes: u64,
    /// When it was asked for, milliseconds since 1970.
    pub asked_at: i64,
    /// The day of the box on which it was asked for.
    pub asked_day: i64,
    /// When it was ready.
    pub ready_at: Option<i64>,
    /// The day of the box on which it goes.
    pub gone_day: Option<i64>,
}

fn archive(row: &Row<'_>) -> rusqlite::Result<Archive> {
    let bytes: i64 = row.get(3)?;
    Ok(Archive {
        id: row.get(0)?,
        state: State::parse(row.get_ref(1)?.as_str()?).unwrap_or(State::Failed),
        percent: row.get(2)?,
        bytes: u64::try_from(bytes).unwrap_or(0),
        asked_at: row.get(4)?,
        asked_day: row.get(5)?,
        ready_at: row.get(6)?,
        gone_day: row.get(7)?,
    })
}

/// The viewer's archive, if there is one.
pub(super) fn mine(look: &Snapshot<'_>) -> Result<Option<Archive>> {
    let sql = "SELECT id, state, percent, bytes, asked_at, asked_day, ready_at, gone_day FROM seen_archive";
    look.one(sql, [], archive)
}

pub(super) fn insert(change: &mut Change<'_>, language: &str) -> Result<i64> {
    let (me, now, today) = (change.me()?, change.now_ms(), days::today(change)?);
    change.run("DELETE FROM archive WHERE account_id = ?1", [me.0])?;
    change.insert(
        "INSERT INTO archive (account_id, state, language, asked_at, asked_day) VALUES (?1, 'asked', ?2, ?3, ?4)",
        params![me.0, language, now, today],
    )
}

/// What the packer has to know of an archive that waits.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub id: i64,
    pub account: AccountId,
    pub language: String,
}

/// The archive that waits longest: for the box itself.
pub(super) fn next(look: &Snapshot<'_>) -> Result<Option<Asked>> {
    look.one(
        "SELECT id, account_id, language FROM seen_packing WHERE state = 'asked' ORDER BY id LIMIT 1",
        [],
        |row| Ok(Asked { id: row.get(0)?, account: AccountId(row.get(1)?), language: row.get(2)? }),
    )
}

/// May whoever looks still sign in?
pub(super) fn stands(look: &Snapshot<'_>) -> Result<bool> {
    let me = look.me()?;
    look.any("SELECT 1 FROM seen_account WHERE id = ?1 AND standing IN ('active', 'read_only')", [me.0])
}

pub(super) fn set_percent(change: &mut Change<'_>, id: i64, percent: i64) -> Result<usize> {
    change.run("UPDATE archive SET percent = ?2 WHERE id = ?1 AND state = 'asked'", params![id, percent])
}

/// It is ready; nothing where it was taken back meanwhile.
pub(super) fn set_ready(change: &mut Change<'_>, id: i64, bytes: u64) -> Result<usize> {
    let (now, today) = (change.now_ms(), days::today(change)?);
    change.run(
        "UPDATE archive SET state = 'ready', percent = 100, bytes = ?2, ready_at = ?3, gone_day = ?4
         WHERE id = ?1 AND state = 'asked'",
        params![id, bytes as i64, now, today + limits::ARCHIVE_DAYS],
    )
}

pub(super) fn set_failed(change: &mut Change<'_>, id: i64) -> Result<usize> {
    change.run("UPDATE archive SET state = 'failed' WHERE id = ?1 AND state = 'asked'", [id])
}

/// Takes away what was kept long enough; gives how many.
pub(super) fn delete_old(change: &mut Change<'_>) -> Result<usize> {
    let today = days::today(change)?;
    change.run("DELETE FROM archive WHERE gone_day IS NOT NULL AND gone_day <= ?1", [today])
}

/// The numbers of all archives: for the sweep of their files.
pub(super) fn all(look: &Snapshot<'_>) -> Result<Vec<i64>> {
    look.list("SELECT id FROM seen_packing", [], |row| row.get(0))
}

/// The usernames of the members of each group in this list, and of the viewer's contacts under 0: to whom posts go.
pub(super) fn members(look: &Snapshot<'_>) -> Result<Vec<(i64, String)>> {
    look.list(
        "SELECT m.group_id, a.username FROM seen_membership AS m JOIN seen_person AS a ON a.id = m.account_id
         WHERE m.group_id IN (SELECT group_id FROM seen_membership WHERE account_id = viewer()) AND m.account_id <> viewer()",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
