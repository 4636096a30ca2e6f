//! The SQL of what there is between two people, as far as it says whether they may talk privately.

use crate::base::{AccountId, ItemId, Result, Sanction};
use crate::db::{Row, Snapshot, Stop, params};
use crate::features::items;
use std::collections::HashSet;

/// Somebody with whom the viewer could talk privately: what there is between the two.
#[derive(Clone, Copy, Debug)]
pub struct Talkable {
    /// Who.
    pub id: AccountId,
    /// Is staff.
    pub staff: bool,
    /// They share with each other.
    pub mutual: bool,
    /// They are in one group.
    pub grouped: bool,
    /// Staff let them talk.
    pub paired: bool,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Talkable> {
    Ok(Talkable {
        id: AccountId(row.get(0)?),
        staff: row.get(1)?,
        mutual: row.get(2)?,
        grouped: row.get(3)?,
        paired: row.get(4)?,
    })
}

/// What there is between the viewer and this person; none where they could never talk.
///
/// # Errors
/// `Broken` if the database fails.
pub fn talkable(look: &Snapshot<'_>, person: AccountId) -> Result<Option<Talkable>> {
    look.one("SELECT id, staff, mutual, grouped, paired FROM seen_talkable WHERE id = ?1", [person.0], read)
}

pub(super) const TALKABLES: &str = "SELECT t.id, t.staff, t.mutual, t.grouped, t.paired
     FROM json_each(?1) AS j CROSS JOIN seen_talkable AS t ON t.id = j.value";

/// The same of several; who could never be talked with is left out.
///
/// # Errors
/// `Broken` if the database fails.
pub fn talkables(look: &Snapshot<'_>, people: &[AccountId]) -> Result<Vec<Talkable>> {
    let ids: Vec<ItemId> = people.iter().map(|id| ItemId(id.0)).collect();
    look.list(TALKABLES, [items::id_list(&ids)], read)
}

/// Those of these people who are in a group with the viewer, as far as the viewer sees their groups.
pub(super) fn classmates(look: &Snapshot<'_>, people: &[AccountId]) -> Result<HashSet<AccountId>> {
    among(
        look,
        people,
        "SELECT j.value FROM json_each(?1) AS j
         WHERE EXISTS (SELECT 1 FROM seen_membership AS m CROSS JOIN seen_membership AS o
                       ON o.group_id = m.group_id AND o.account_id = j.value WHERE m.account_id = ?2)",
    )
}

/// Those of these people with whom staff let the viewer talk.
pub(super) fn paired(look: &Snapshot<'_>, people: &[AccountId]) -> Result<HashSet<AccountId>> {
    among(
        look,
        people,
        "SELECT j.value FROM json_each(?1) AS j
         WHERE EXISTS (SELECT 1 FROM seen_talk_pair WHERE one_id = min(j.value, ?2) AND other_id = max(j.value, ?2))",
    )
}

fn among(look: &Snapshot<'_>, people: &[AccountId], sql: &str) -> Result<HashSet<AccountId>> {
    let ids: Vec<ItemId> = people.iter().map(|id| ItemId(id.0)).collect();
    let found =
        look.list(sql, params![items::id_list(&ids), look.me()?.0], |row| row.get(0).map(AccountId))?;
    Ok(found.into_iter().collect())
}

/// What staff have set, where the viewer may not write privately.
///
/// # Errors
/// `Broken` if the database fails; `SignIn` for a stranger.
pub fn stopped(look: &Snapshot<'_>) -> Result<Option<Stop>> {
    look.stop(Sanction::NoMessages.word())
}

/// Did staff say that the viewer may not write privately?
///
/// # Errors
/// As [`stopped`].
pub fn is_stopped(look: &Snapshot<'_>) -> Result<bool> {
    Ok(stopped(look)?.is_some())
}
