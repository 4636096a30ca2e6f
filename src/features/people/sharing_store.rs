//! The SQL of contacts, aspects and blocks: each person's own, and nobody else's.

use crate::base::{AccountId, AspectId, Problem, Result};
use crate::db::{Change, Snapshot, params};

/// One of the viewer's aspects.
#[derive(Clone, Debug)]
pub struct Aspect {
    /// Its id.
    pub id: AspectId,
    /// Its name.
    pub name: String,
    /// How many people are in it.
    pub people: i64,
}

/// The viewer's aspects in their order; at most [`crate::base::limits::ASPECTS_MAX`].
///
/// # Errors
/// `Broken` if the database fails.
pub fn aspects(look: &Snapshot<'_>) -> Result<Vec<Aspect>> {
    look.list(
        "SELECT a.id, a.name, (SELECT count(*) FROM seen_aspect_person WHERE aspect_id = a.id)
         FROM seen_aspect AS a ORDER BY a.place, a.id",
        [],
        |row| Ok(Aspect { id: AspectId(row.get(0)?), name: row.get(1)?, people: row.get(2)? }),
    )
}

/// The viewer's aspects in their order, only by name.
///
/// # Errors
/// `Broken` if the database fails.
pub fn aspect_names(look: &Snapshot<'_>) -> Result<Vec<(AspectId, String)>> {
    look.list("SELECT id, name FROM seen_aspect ORDER BY place, id", [], |row| {
        Ok((AspectId(row.get(0)?), row.get(1)?))
    })
}

/// The name of an aspect of the viewer's; anybody else's is not found.
pub(super) fn aspect_name(look: &Snapshot<'_>, id: AspectId) -> Result<String> {
    look.found("SELECT name FROM seen_aspect WHERE id = ?1", [id.0], |row| row.get(0))
}

/// The viewer's aspects in which this person is.
pub(super) fn aspects_of(look: &Snapshot<'_>, person: AccountId) -> Result<Vec<AspectId>> {
    look.list("SELECT aspect_id FROM seen_aspect_person WHERE person_id = ?1", [person.0], |row| {
        row.get(0).map(AspectId)
    })
}

/// Those of these people who are in the aspect.
pub(super) fn in_aspect(look: &Snapshot<'_>, aspect: AspectId, ids: &[AccountId]) -> Result<Vec<AccountId>> {
    let ids = ids.iter().map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    look.list(
        "SELECT person_id FROM seen_aspect_person
         WHERE aspect_id = ?1 AND person_id IN (SELECT value FROM json_each(?2))",
        params![aspect.0, format!("[{ids}]")],
        |row| row.get(0).map(AccountId),
    )
}

pub(super) fn insert_aspect(change: &mut Change<'_>, name: &str, place: usize) -> Result<AspectId> {
    let me = change.me()?;
    change
        .insert(
            "INSERT INTO aspect (owner_id, name, place) VALUES (?1, ?2, ?3)",
            params![me.0, name, place as i64],
        )
        .map(AspectId)
        .map_err(|error| error.conflict_is("name", Problem::Taken))
}

pub(super) fn rename_aspect(change: &mut Change<'_>, id: AspectId, name: &str) -> Result<()> {
    let me = change.me()?;
    change
        .run("UPDATE aspect SET name = ?3 WHERE id = ?1 AND owner_id = ?2", params![id.0, me.0, name])
        .map_err(|error| error.conflict_is("name", Problem::Taken))?;
    Ok(())
}

pub(super) fn place_aspect(change: &mut Change<'_>, id: AspectId, place: usize) -> Result<()> {
    let me = change.me()?;
    change.run(
        "UPDATE aspect SET place = ?3 WHERE id = ?1 AND owner_id = ?2",
        params![id.0, me.0, place as i64],
    )?;
    Ok(())
}

pub(super) fn delete_aspect(change: &mut Change<'_>, id: AspectId) -> Result<()> {
    let me = change.me()?;
    change.run("DELETE FROM aspect WHERE id = ?1 AND owner_id = ?2", [id.0, me.0])?;
    Ok(())
}

/// Puts a contact of the viewer's in an aspect of the viewer's; nothing happens for anybody else.
pub(super) fn put_in_aspect(change: &mut Change<'_>, aspect: AspectId, person: AccountId) -> Result<()> {
    let me = change.me()?;
    change.run(
        "INSERT OR IGNORE INTO aspect_person (aspect_id, person_id)
         SELECT a.id, c.person_id FROM aspect AS a JOIN contact AS c ON c.owner_id = a.owner_id
         WHERE a.id = ?1 AND a.owner_id = ?2 AND c.person_id = ?3",
        [aspect.0, me.0, person.0],
    )?;
    Ok(())
}

pub(super) fn take_from_aspect(change: &mut Change<'_>, aspect: AspectId, person: AccountId) -> Result<()> {
    let me = change.me()?;
    change.run(
        "DELETE FROM aspect_person WHERE aspect_id = ?1 AND person_id = ?3
           AND aspect_id IN (SELECT id FROM aspect WHERE owner_id = ?2)",
        [aspect.0, me.0, person.0],
    )?;
    Ok(())
}

/// Takes `person` out of every aspect of `owner`.
fn take_from_all(change: &mut Change<'_>, owner: AccountId, person: AccountId) -> Result<()> {
    change.run(
        "DELETE FROM aspect_person WHERE person_id = ?2
           AND aspect_id IN (SELECT id FROM aspect WHERE owner_id = ?1)",
        [owner.0, person.0],
    )?;
    Ok(())
}

pub(super) fn contacts(look: &Snapshot<'_>) -> Result<i64> {
    let me = look.me()?;
    look.number("SELECT count(*) FROM seen_contact WHERE owner_id = ?1", [me.0])
}

pub(super) fn insert_contact(change: &mut Change<'_>, person: AccountId) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT OR IGNORE INTO contact (owner_id, person_id, since_at) VALUES (?1, ?2, ?3)",
        [me.0, person.0, now],
    )?;
    Ok(())
}

/// `owner` shares with `person` no more: neither as a contact nor in an aspect.
pub(super) fn delete_contact(change: &mut Change<'_>, owner: AccountId, person: AccountId) -> Result<()> {
    take_from_all(change, owner, person)?;
    change.run("DELETE FROM contact WHERE owner_id = ?1 AND person_id = ?2", [owner.0, person.0])?;
    Ok(())
}

/// Has the viewer blocked this person? Whether it is so the other way round nobody can ask.
///
/// # Errors
/// `Broken` if the database fails.
pub fn is_blocked(look: &Snapshot<'_>, person: AccountId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_block WHERE person_id = ?1", [person.0])
}

/// Whom the viewer blocked, newest first.
pub(super) fn blocked(look: &Snapshot<'_>) -> Result<Vec<AccountId>> {
    look.list("SELECT person_id FROM seen_block ORDER BY since_at DESC LIMIT 1000", [], |row| {
        row.get(0).map(AccountId)
    })
}

pub(super) fn insert_block(change: &mut Change<'_>, person: AccountId) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT OR IGNORE INTO block (owner_id, person_id, since_at) VALUES (?1, ?2, ?3)",
        [me.0, person.0, now],
    )?;
    Ok(())
}

pub(super) fn delete_block(change: &mut Change<'_>, person: AccountId) -> Result<()> {
    let me = change.me()?;
    change.run("DELETE FROM block WHERE owner_id = ?1 AND person_id = ?2", [me.0, person.0])?;
    Ok(())
}
