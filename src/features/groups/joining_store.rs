//! The SQL of asking to come into a group and being invited.

use super::{GroupKind, Joining};
use crate::base::{AccountId, GroupId, Result, limits};
use crate::db::{Change, Row, Snapshot, params};

/// A group as it looks from outside, to somebody who may come in or ask to.
#[derive(Clone, Debug)]
pub struct Outside {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// What sort.
    pub kind: GroupKind,
    /// Markdown.
    pub about: String,
    /// Shelf name of its picture.
    pub picture: Option<String>,
    /// Who lets somebody in.
    pub joining: Joining,
    /// The viewer asked.
    pub ask: Option<Ask>,
    /// Who invited the viewer.
    pub invited_by: Option<AccountId>,
}

/// When somebody asked, and when they were refused.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// Milliseconds since 1970.
    pub made_at: i64,
    /// The same; nothing while it waits.
    pub refused_at: Option<i64>,
}

const OUTSIDE: &str =
    "SELECT g.id, g.name, g.kind, g.about, g.picture, g.joining, k.made_at, k.refused_at, v.by_id
     FROM seen_joinable AS g
     LEFT JOIN seen_group_ask AS k ON k.group_id = g.id AND k.account_id = ?1
     LEFT JOIN seen_group_invite AS v ON v.group_id = g.id AND v.account_id = ?1 AND v.refused_at IS NULL";

fn outside_row(row: &Row<'_>) -> rusqlite::Result<Outside> {
    let asked: Option<i64> = row.get(6)?;
    let refused_at = row.get(7)?;
    Ok(Outside {
        id: GroupId(row.get(0)?),
        name: row.get(1)?,
        kind: GroupKind::parse(row.get_ref(2)?.as_str()?).unwrap_or(GroupKind::Other),
        about: row.get(3)?,
        picture: row.get(4)?,
        joining: Joining::parse(row.get_ref(5)?.as_str()?).unwrap_or(Joining::Staff),
        ask: asked.map(|made_at| Ask { made_at, refused_at }),
        invited_by: row.get::<_, Option<i64>>(8)?.map(AccountId),
    })
}

/// One group that the viewer may come into or ask for.
///
/// # Errors
/// `NotFound` where there is none for this viewer: also where they are in it.
pub fn outside(look: &Snapshot<'_>, id: GroupId) -> Result<Outside> {
    let me = look.me()?.0;
    look.found(&format!("{OUTSIDE} WHERE g.id = ?2"), params![me, id.0], outside_row)
}

/// One page of groups that the viewer may come into or ask for, by name, after this one.
pub(super) fn to_find(look: &Snapshot<'_>, after: &str) -> Result<Vec<Outside>> {
    let (sql, me) = (format!("{OUTSIDE}{TO_FIND}"), look.me()?.0);
    look.list(&sql, params![me, after, limits::LIST_PAGE as i64 + 1], outside_row)
}

const TO_FIND: &str = " WHERE g.name > ?2 ORDER BY g.name LIMIT ?3";

/// Somebody who asks to come in.
#[derive(Clone, Debug)]
pub(super) struct Asking {
    pub id: AccountId,
    pub words: String,
    pub made_at: i64,
}

const ASKING: &str = "SELECT account_id, words, made_at FROM seen_group_ask
     WHERE group_id = ?1 AND refused_at IS NULL AND account_id <> ?2 ORDER BY made_at, account_id LIMIT ?3";

/// Who asks to come into a group, the longest first, as far as the viewer may answer them.
pub(super) fn asking(look: &Snapshot<'_>, id: GroupId) -> Result<Vec<Asking>> {
    let me = look.me()?.0;
    look.list(ASKING, params![id.0, me, limits::GROUP_ASKS_MAX as i64], |row| {
        Ok(Asking { id: AccountId(row.get(0)?), words: row.get(1)?, made_at: row.get(2)? })
    })
}

/// Whom leaders invited and who is not in it yet; and whether they said no.
pub(super) fn invited(look: &Snapshot<'_>, id: GroupId) -> Result<Vec<(AccountId, bool)>> {
    let sql = "SELECT account_id, refused_at IS NOT NULL FROM seen_group_invite
         WHERE group_id = ?1 AND account_id <> ?2 ORDER BY made_at, account_id LIMIT ?3";
    look.list(sql, params![id.0, look.me()?.0, limits::GROUP_INVITES_MAX as i64], |row| {
        Ok((AccountId(row.get(0)?), row.get(1)?))
    })
}

/// Does this person ask, where the viewer may answer?
pub(super) fn asks_here(look: &Snapshot<'_>, id: GroupId, person: AccountId) -> Result<bool> {
    let sql = "SELECT words FROM seen_group_ask
         WHERE group_id = ?1 AND account_id = ?2 AND refused_at IS NULL AND account_id <> ?3";
    look.any(sql, params![id.0, person.0, look.me()?.0])
}

pub(super) fn is_invited(look: &Snapshot<'_>, id: GroupId, person: AccountId) -> Result<bool> {
    look.any(
        "SELECT made_at FROM seen_group_invite WHERE group_id = ?1 AND account_id = ?2",
        [id.0, person.0],
    )
}

/// How many answers the viewer waits for.
pub(super) fn my_asks(look: &Snapshot<'_>) -> Result<i64> {
    let sql = "SELECT count(*) FROM seen_group_ask WHERE account_id = ?1 AND refused_at IS NULL";
    look.number(sql, [look.me()?.0])
}

/// Notes that the viewer asks; answers no where too many ask already.
pub(super) fn insert_ask(change: &mut Change<'_>, id: GroupId, words: &str, held: bool) -> Result<bool> {
    let (me, now) = (change.me()?, change.now_ms());
    let rows = change.run(
        "INSERT INTO group_ask (group_id, account_id, words, held, made_at)
         SELECT ?1, ?2, ?3, ?4, ?5
         WHERE (SELECT count(*) FROM group_ask WHERE group_id = ?1 AND refused_at IS NULL) < ?6
         ON CONFLICT DO UPDATE SET words = ?3, held = ?4, made_at = ?5, refused_at = NULL",
        params![id.0, me.0, words, held, now, limits::GROUP_ASKS_MAX as i64],
    )?;
    Ok(rows > 0)
}

pub(super) fn delete_my_ask(change: &mut Change<'_>, id: GroupId) -> Result<()> {
    let me = change.me()?;
    change.run("DELETE FROM group_ask WHERE group_id = ?1 AND account_id = ?2", [id.0, me.0])?;
    Ok(())
}

pub(super) fn refuse_ask(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "UPDATE group_ask SET refused_at = ?3, words = '' WHERE group_id = ?1 AND account_id = ?2",
        [id.0, person.0, now],
    )?;
    Ok(())
}

/// As if somebody had asked and been refused at this moment.
pub(super) fn refuse_for_now(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO group_ask (group_id, account_id, held, made_at, refused_at) VALUES (?1, ?2, 0, ?3, ?3)
         ON CONFLICT DO UPDATE SET refused_at = ?3, words = ''",
        [id.0, person.0, now],
    )?;
    Ok(())
}

/// Notes that somebody is invited; answers no where they are already, said no a short while ago, or too many are.
pub(super) fn insert_invite(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<bool> {
    let (me, now) = (change.me()?, change.now_ms());
    let rows = change.run(
        "INSERT INTO group_invite (group_id, account_id, by_id, made_at)
         SELECT ?1, ?2, ?3, ?4
         WHERE (SELECT count(*) FROM group_invite WHERE group_id = ?1 AND refused_at IS NULL) < ?6
         ON CONFLICT DO UPDATE SET by_id = ?3, made_at = ?4, refused_at = NULL WHERE refused_at + ?5 < ?4",
        params![id.0, person.0, me.0, now, limits::INVITE_AGAIN_MS, limits::GROUP_INVITES_MAX as i64],
    )?;
    Ok(rows > 0)
}

pub(super) fn refuse_invite(change: &mut Change<'_>, id: GroupId) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE group_invite SET refused_at = ?3 WHERE group_id = ?1 AND account_id = ?2",
        [id.0, me.0, now],
    )?;
    Ok(())
}

pub(super) fn delete_invite(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<()> {
    change.run("DELETE FROM group_invite WHERE group_id = ?1 AND account_id = ?2", [id.0, person.0])?;
    Ok(())
}

/// What somebody asked and to what they were invited is over: they are in.
pub(super) fn clear(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<()> {
    change.run("DELETE FROM group_ask WHERE group_id = ?1 AND account_id = ?2", [id.0, person.0])?;
    delete_invite(change, id, person)
}

/// The rule has changed: what cannot be answered any more goes.
pub(super) fn clear_all(change: &mut Change<'_>, id: GroupId, asks: bool, invites: bool) -> Result<()> {
    if asks {
        change.run("DELETE FROM group_ask WHERE group_id = ?1", [id.0])?;
    }
    if invites {
        change.run("DELETE FROM group_invite WHERE group_id = ?1", [id.0])?;
    }
    Ok(())
}
