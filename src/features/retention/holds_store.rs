//! The SQL of legal holds: what is kept whatever its age, by whom, why, and until when somebody looks again.

use crate::base::{AccountId, GroupId, ItemId, Result};
use crate::db::{Change, Row, Snapshot, params};

/// Holds on one page, those that stand first.
const SHOWN_MAX: i64 = 200;

/// What a hold is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Held {
    /// Everything that somebody made.
    Person(AccountId),
    /// Everything in a group.
    Group(GroupId),
    /// A conversation with all in it, or one thing with what stands under it: that of a case.
    Thing(ItemId),
}

impl Held {
    fn columns(self) -> (Option<i64>, Option<i64>, Option<i64>) {
        match self {
            Held::Person(id) => (Some(id.0), None, None),
            Held::Group(id) => (None, Some(id.0), None),
            Held::Thing(id) => (None, None, Some(id.0)),
        }
    }
}

/// One hold.
#[derive(Clone, Debug)]
pub(super) struct Hold {
    pub id: i64,
    pub held: Held,
    /// The name of the person or the group; nothing for a thing.
    pub name: String,
    pub reason: String,
    pub begun_at: i64,
    /// When somebody must look again, milliseconds since 1970.
    pub review_at: i64,
    pub by: String,
    pub ended_at: Option<i64>,
}

fn hold(row: &Row<'_>) -> rusqlite::Result<Hold> {
    let (person, group): (Option<i64>, Option<i64>) = (row.get(1)?, row.get(2)?);
    let held = match (person, group) {
        (Some(id), _) => Held::Person(AccountId(id)),
        (_, Some(id)) => Held::Group(GroupId(id)),
        _ => Held::Thing(ItemId(row.get(3)?)),
    };
    Ok(Hold {
        id: row.get(0)?,
        held,
        name: row.get(4)?,
        reason: row.get(5)?,
        begun_at: row.get(6)?,
        review_at: row.get(7)?,
        by: row.get(8)?,
        ended_at: row.get(9)?,
    })
}

/// All of them, those that stand first.
pub(super) fn all(look: &Snapshot<'_>) -> Result<Vec<Hold>> {
    look.list(
        "SELECT id, account_id, group_id, item_id, name, reason, begun_at, review_at, by_name, ended_at FROM seen_hold
         ORDER BY ended_at IS NOT NULL, id DESC LIMIT ?1",
        [SHOWN_MAX],
        hold,
    )
}

/// The account of this sign-in name, also one that closes.
pub(super) fn person(look: &Snapshot<'_>, username: &str) -> Result<Option<AccountId>> {
    look.one("SELECT id FROM seen_holdable WHERE sort = 'person' AND name = ?1", [username], |row| {
        row.get(0).map(AccountId)
    })
}

/// The group of this name.
pub(super) fn group(look: &Snapshot<'_>, name: &str) -> Result<Option<GroupId>> {
    look.one("SELECT id FROM seen_holdable WHERE sort = 'group' AND name = ?1", [name], |row| {
        row.get(0).map(GroupId)
    })
}

/// Is there anything of this number?
pub(super) fn thing(look: &Snapshot<'_>, id: i64) -> Result<Option<ItemId>> {
    look.one("SELECT id FROM seen_holdable WHERE sort = 'item' AND id = ?1", [id], |row| {
        row.get(0).map(ItemId)
    })
}

pub(super) fn insert(change: &mut Change<'_>, held: Held, reason: &str, review_at: i64) -> Result<i64> {
    let (me, now) = (change.me()?, change.now_ms());
    let (person, group, thing) = held.columns();
    change.insert(
        "INSERT INTO legal_hold (account_id, group_id, item_id, reason, begun_by, begun_at, review_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![person, group, thing, reason, me.0, now, review_at],
    )
}

pub(super) fn review(change: &mut Change<'_>, id: i64, review_at: i64) -> Result<usize> {
    change.run(
        "UPDATE legal_hold SET review_at = ?2 WHERE id = ?1 AND ended_at IS NULL",
        params![id, review_at],
    )
}

pub(super) fn end(change: &mut Change<'_>, id: i64) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE legal_hold SET ended_by = ?2, ended_at = ?3 WHERE id = ?1 AND ended_at IS NULL",
        params![id, me.0, now],
    )
}
