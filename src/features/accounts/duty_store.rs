//! The SQL of duties: who holds what, where, and what was held before. Nothing here is ever deleted.

use super::duties::OWNER;
use crate::base::{AccountId, Duty, GroupId, Result};
use crate::db::{Change, Row, Snapshot, params};

/// One duty that somebody holds or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the history: a later one was given later.
    pub id: i64,
    /// Whose.
    pub account: AccountId,
    /// Which; none says that they own the site.
    pub duty: Option<Duty>,
    /// For which group, by name; none is the whole site.
    pub group: Option<String>,
    /// Who gave it; none is the box itself, or before this was kept.
    pub given_by: Option<AccountId>,
    /// When, milliseconds since 1970.
    pub given_at: i64,
    /// Why, in the words of who gave it.
    pub why: String,
    /// Who ended it, when, and why; none where it is held still.
    pub ended: Option<Ended>,
}

/// How a duty ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Who ended it; none is the box itself.
    pub by: Option<AccountId>,
    /// When, milliseconds since 1970.
    pub at: i64,
    /// Why.
    pub why: String,
}

/// How many people hold a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which; none: the owners.
    pub duty: Option<Duty>,
    /// For groups alone?
    pub in_groups: bool,
    /// How many.
    pub people: i64,
}

const COLUMNS: &str =
    "id, account_id, duty, group_name, given_by, given_at, why, ended_at, ended_by, ended_why";

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let ended_at: Option<i64> = row.get(7)?;
    let account = |place| row.get::<_, Option<i64>>(place).map(|id| id.map(AccountId));
    Ok(Entry {
        id: row.get(0)?,
        account: AccountId(row.get(1)?),
        duty: Duty::parse(row.get_ref(2)?.as_str()?),
        group: row.get(3)?,
        given_by: account(4)?,
        given_at: row.get(5)?,
        why: row.get(6)?,
        ended: match ended_at {
            Some(at) => Some(Ended { by: account(8)?, at, why: row.get(9)? }),
            None => None,
        },
    })
}

/// The statements of these lists: a test asks of each that it goes down an index.
pub(super) const HOLDERS: &str = "SELECT DISTINCT account_id FROM seen_duty
     WHERE ended_at IS NULL AND account_id > ?1 ORDER BY account_id LIMIT ?2";
pub(super) const PAST: &str =
    "SELECT id, account_id, duty, group_name, given_by, given_at, why, ended_at, ended_by, ended_why
     FROM seen_duty WHERE id < ?1 ORDER BY id DESC LIMIT ?2";
pub(super) const PAST_OF: &str =
    "SELECT id, account_id, duty, group_name, given_by, given_at, why, ended_at, ended_by, ended_why
     FROM seen_duty WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";

/// People who hold something now, by their numbers, after this one.
///
/// # Errors
/// `Broken` if the database fails.
pub fn holders(look: &Snapshot<'_>, after: AccountId, limit: usize) -> Result<Vec<AccountId>> {
    look.list(HOLDERS, params![after.0, limit as i64], |row| row.get(0).map(AccountId))
}

/// What these people hold now: one statement, however many.
///
/// # Errors
/// `Broken` if the database fails.
pub fn held_by(look: &Snapshot<'_>, people: &[AccountId]) -> Result<Vec<Entry>> {
    let ids: Vec<i64> = people.iter().map(|id| id.0).collect();
    let ids = serde_json::to_string(&ids).unwrap_or_default();
    let sql = format!(
        "SELECT {COLUMNS} FROM seen_duty
         WHERE ended_at IS NULL AND account_id IN (SELECT value FROM json_each(?1)) ORDER BY account_id, id"
    );
    look.list(&sql, [ids], entry)
}

/// The history, newest first, before this entry: of one person, or of everybody.
///
/// # Errors
/// `Broken` if the database fails.
pub fn past(look: &Snapshot<'_>, of: Option<AccountId>, before: i64, limit: usize) -> Result<Vec<Entry>> {
    match of {
        Some(person) => look.list(PAST_OF, params![person.0, before, limit as i64], entry),
        None => look.list(PAST, params![before, limit as i64], entry),
    }
}

/// How many people hold each duty.
///
/// # Errors
/// `Broken` if the database fails.
pub fn numbers(look: &Snapshot<'_>) -> Result<Vec<Held>> {
    look.list("SELECT duty, in_groups, people FROM seen_duty_count ORDER BY duty, in_groups", [], |row| {
        let duty = Duty::parse(row.get_ref(0)?.as_str()?);
        Ok(Held { duty, in_groups: row.get(1)?, people: row.get(2)? })
    })
}

/// Does the viewer hold this duty for this group alone?
///
/// # Errors
/// `Broken` if the database fails.
pub fn has_charge(look: &Snapshot<'_>, duty: Duty, group: GroupId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_charge WHERE duty = ?1 AND group_id = ?2", params![duty.word(), group.0])
}

/// What somebody holds now, as it is kept.
pub(super) fn lines(look: &Snapshot<'_>, id: AccountId) -> Result<Vec<(String, Option<GroupId>)>> {
    look.list(
        "SELECT duty, group_id FROM seen_duty WHERE account_id = ?1 AND ended_at IS NULL ORDER BY id",
        [id.0],
        |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(GroupId))),
    )
}

pub(super) fn give(
    change: &mut Change<'_>,
    id: AccountId,
    word: &str,
    group: Option<GroupId>,
    why: &str,
) -> Result<()> {
    let (by, now) = (change.writer().id().map(|me| me.0), change.now_ms());
    change.run(
        "INSERT INTO duty (account_id, duty, group_id, given_by, given_at, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id.0, word, group.map(|group| group.0), by, now, why],
    )?;
    Ok(())
}

pub(super) fn end(
    change: &mut Change<'_>,
    id: AccountId,
    word: &str,
    group: Option<GroupId>,
    why: &str,
) -> Result<()> {
    let (by, now) = (change.writer().id().map(|me| me.0), change.now_ms());
    change.run(
        "UPDATE duty SET ended_by = ?4, ended_at = ?5, ended_why = ?6
         WHERE account_id = ?1 AND duty = ?2 AND group_id IS ?3 AND ended_at IS NULL",
        params![id.0, word, group.map(|group| group.0), by, now, why],
    )?;
    Ok(())
}

pub(super) fn end_all(change: &mut Change<'_>, id: AccountId) -> Result<()> {
    let (by, now) = (change.writer().id().map(|me| me.0), change.now_ms());
    change.run(
        "UPDATE duty SET ended_by = ?2, ended_at = ?3 WHERE account_id = ?1 AND ended_at IS NULL AND duty <> ?4",
        params![id.0, by, now, OWNER],
    )?;
    Ok(())
}

pub(super) fn end_of_group(change: &mut Change<'_>, group: GroupId) -> Result<()> {
    let (by, now) = (change.writer().id().map(|me| me.0), change.now_ms());
    change.run(
        "UPDATE duty SET ended_by = ?2, ended_at = ?3 WHERE group_id = ?1 AND ended_at IS NULL",
        params![group.0, by, now],
    )?;
    Ok(())
}
