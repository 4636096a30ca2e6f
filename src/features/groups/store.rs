//! The SQL of groups and their members.

use super::{GroupKind, Joining};
use crate::base::{AccountId, GroupId, Problem, Result, limits};
use crate::db::{Change, Row, Snapshot, params};

/// A group as the viewer sees it.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name, the only one of this name.
    pub name: String,
    /// What sort.
    pub kind: GroupKind,
    /// Markdown.
    pub about: String,
    /// How many people are in it.
    pub members: i64,
    /// The viewer is in it.
    pub i_am_in: bool,
    /// The viewer leads it.
    pub i_lead: bool,
    /// Who lets somebody in.
    pub joining: Joining,
    /// May members leave, where only staff put them in?
    pub leaving: bool,
    /// Shelf name of its picture.
    pub picture: Option<String>,
    /// How many ask to come in, where the viewer may answer them.
    pub asking: i64,
    /// The viewer works at the desk for this group alone.
    pub i_moderate: bool,
}

const GROUP: &str = "SELECT g.id, g.name, g.kind, g.about,
       (SELECT count(*) FROM seen_membership WHERE group_id = g.id),
       (SELECT leader FROM seen_membership WHERE group_id = g.id AND account_id = ?1),
       g.joining, g.leaving, g.picture,
       (SELECT count(*) FROM seen_group_ask WHERE group_id = g.id AND refused_at IS NULL AND account_id <> ?1),
       EXISTS (SELECT 1 FROM seen_charge WHERE group_id = g.id AND duty = 'moderate') FROM";

fn group(row: &Row<'_>) -> rusqlite::Result<Group> {
    let leader: Option<bool> = row.get(5)?;
    Ok(Group {
        id: GroupId(row.get(0)?),
        name: row.get(1)?,
        kind: GroupKind::parse(row.get_ref(2)?.as_str()?).unwrap_or(GroupKind::Other),
        about: row.get(3)?,
        members: row.get(4)?,
        i_am_in: leader.is_some(),
        i_lead: leader.unwrap_or(false),
        joining: Joining::parse(row.get_ref(6)?.as_str()?).unwrap_or(Joining::Staff),
        leaving: row.get(7)?,
        picture: row.get(8)?,
        asking: row.get(9)?,
        i_moderate: row.get(10)?,
    })
}

/// One group.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: GroupId) -> Result<Group> {
    let me = look.me()?.0;
    look.found(&format!("{GROUP} seen_group AS g WHERE g.id = ?2"), params![me, id.0], group)
}

/// A group as a list of one's own names it.
#[derive(Clone, Debug)]
pub struct Mine {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Shelf name of its picture.
    pub picture: Option<String>,
}

/// The groups the viewer is in, by name.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn mine(look: &Snapshot<'_>) -> Result<Vec<Mine>> {
    let me = look.me()?.0;
    look.list(
        "SELECT g.id, g.name, g.picture FROM seen_membership AS m CROSS JOIN seen_group AS g ON g.id = m.group_id
         WHERE m.account_id = ?1 ORDER BY +g.name LIMIT 100",
        [me],
        |row| Ok(Mine { id: GroupId(row.get(0)?), name: row.get(1)?, picture: row.get(2)? }),
    )
}

/// One page of groups the viewer is in (`all`: that they see), by name, after this one.
pub(super) fn page(look: &Snapshot<'_>, all: bool, after: &str) -> Result<Vec<Group>> {
    let me = look.me()?.0;
    let sql = if all {
        format!("{GROUP} seen_group AS g WHERE g.name > ?2 ORDER BY g.name LIMIT ?3")
    } else {
        format!(
            "{GROUP} seen_membership AS m CROSS JOIN seen_group AS g ON g.id = m.group_id
             WHERE m.account_id = ?1 AND +g.name > ?2 ORDER BY +g.name LIMIT ?3"
        )
    };
    look.list(&sql, params![me, after, limits::LIST_PAGE as i64 + 1], group)
}

/// Somebody in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: AccountId,
    /// Leads it?
    pub leader: bool,
}

/// Members whom the viewer sees, by shown name, after one of them; no more than `limit`.
pub(super) fn members(
    look: &Snapshot<'_>,
    id: GroupId,
    after: Option<AccountId>,
    limit: usize,
) -> Result<Vec<Member>> {
    let key = match after {
        Some(after) => {
            look.one("SELECT shown_name, id FROM seen_person WHERE id = ?1", [after.0], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
            })?
        }
        None => None,
    };
    let (name, last) = key.unwrap_or_default();
    look.list(
        "SELECT p.id, m.leader FROM seen_membership AS m CROSS JOIN seen_person AS p ON p.id = m.account_id
         WHERE m.group_id = ?1 AND (+p.shown_name, +p.id) > (?2, ?3) AND p.standing <> 'left'
         ORDER BY +p.shown_name COLLATE NOCASE, +p.id LIMIT ?4",
        params![id.0, name, last, limit as i64],
        |row| Ok(Member { id: AccountId(row.get(0)?), leader: row.get(1)? }),
    )
}

/// Those of these people who are in the group.
pub(super) fn inside(look: &Snapshot<'_>, id: GroupId, people: &[AccountId]) -> Result<Vec<AccountId>> {
    let ids = people.iter().map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    look.list(
        "SELECT account_id FROM seen_membership
         WHERE group_id = ?1 AND account_id IN (SELECT value FROM json_each(?2))",
        params![id.0, format!("[{ids}]")],
        |row| row.get(0).map(AccountId),
    )
}

pub(super) fn is_seen(look: &Snapshot<'_>, id: GroupId) -> Result<bool> {
    look.any("SELECT name FROM seen_group WHERE id = ?1", [id.0])
}

pub(super) fn is_member(look: &Snapshot<'_>, id: GroupId, person: AccountId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_membership WHERE group_id = ?1 AND account_id = ?2", [id.0, person.0])
}

pub(super) fn insert(change: &mut Change<'_>, name: &str, kind: GroupKind, about: &str) -> Result<GroupId> {
    let now = change.now_ms();
    change
        .insert(
            "INSERT INTO \"group\" (name, kind, about, made_at) VALUES (?1, ?2, ?3, ?4)",
            params![name, kind.word(), about, now],
        )
        .map(GroupId)
        .map_err(|error| error.conflict_is("name", Problem::Taken))
}

pub(super) fn update(
    change: &mut Change<'_>,
    id: GroupId,
    name: &str,
    kind: GroupKind,
    about: &str,
) -> Result<()> {
    change
        .run(
            "UPDATE \"group\" SET name = ?2, kind = ?3, about = ?4 WHERE id = ?1",
            params![id.0, name, kind.word(), about],
        )
        .map_err(|error| error.conflict_is("name", Problem::Taken))?;
    Ok(())
}

pub(super) fn set_joining(
    change: &mut Change<'_>,
    id: GroupId,
    joining: Joining,
    leaving: bool,
) -> Result<()> {
    change.run(
        "UPDATE \"group\" SET joining = ?2, leaving = ?3 WHERE id = ?1",
        params![id.0, joining.word(), leaving],
    )?;
    Ok(())
}

pub(super) fn set_picture(change: &mut Change<'_>, id: GroupId, picture: Option<&str>) -> Result<()> {
    change.run("UPDATE \"group\" SET picture = ?2 WHERE id = ?1", params![id.0, picture])?;
    Ok(())
}

/// Nobody is in the group or finds it any more. Its name is free again.
pub(super) fn remove(change: &mut Change<'_>, id: GroupId) -> Result<()> {
    let now = change.now_ms();
    // First of all: who was in it is noted as in it until it was deleted, and not as taken out.
    change.run(
        "UPDATE \"group\" SET gone_at = ?2, was = name, name = '#' || id || '.' || ?2, about = '', picture = NULL, joining = 'staff' WHERE id = ?1",
        [id.0, now],
    )?;
    change.run("DELETE FROM membership WHERE group_id = ?1", [id.0])?;
    change.run("DELETE FROM pin WHERE group_id = ?1", [id.0])?;
    Ok(())
}

/// The picture of a group that the viewer is in, looks after, or may come into.
pub(super) fn picture(look: &Snapshot<'_>, id: GroupId) -> Result<String> {
    look.found(
        "SELECT picture FROM seen_group WHERE id = ?1 AND picture IS NOT NULL
         UNION ALL SELECT picture FROM seen_joinable WHERE id = ?1 AND picture IS NOT NULL LIMIT 1",
        [id.0],
        |row| row.get(0),
    )
}

/// Puts somebody in; answers whether they were not in it before.
pub(super) fn insert_member(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<bool> {
    let now = change.now_ms();
    let put_in = "INSERT OR IGNORE INTO membership (group_id, account_id, since_at) VALUES (?1, ?2, ?3)";
    let rows = change.parting(person, |change| change.run(put_in, [id.0, person.0, now]))?;
    Ok(rows > 0)
}

pub(super) fn delete_member(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<()> {
    let take_out = "DELETE FROM membership WHERE group_id = ?1 AND account_id = ?2";
    change.parting(person, |change| change.run(take_out, [id.0, person.0])).map(drop)
}

pub(super) fn set_leader(change: &mut Change<'_>, id: GroupId, person: AccountId, leads: bool) -> Result<()> {
    change.run(
        "UPDATE membership SET leader = ?3 WHERE group_id = ?1 AND account_id = ?2",
        params![id.0, person.0, leads],
    )?;
    Ok(())
}
