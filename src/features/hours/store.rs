//! The SQL of hours of use.

use super::Scope;
use crate::base::hours::House;
use crate::base::{AccountId, GroupId, Result, Timetable};
use crate::db::{Change, Snapshot, params};

/// Groups that a page offers, at most.
const GROUPS_MAX: i64 = 500;

/// All timetables.
///
/// # Errors
/// `Broken` if the database fails.
pub fn load(look: &Snapshot<'_>) -> Result<House> {
    let rows = look.list("SELECT group_id, words FROM hours", [], |row| {
        Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, String>(1)?))
    })?;
    let mut house = House::default();
    for (group, words) in rows {
        let table = Timetable::parse(&words);
        match group {
            Some(group) => drop(house.groups.insert(GroupId(group), table)),
            None => house.site = Some(table),
        }
    }
    Ok(house)
}

/// What the clock showed when the box was last started before this time, milliseconds since 1970: it is at least so late.
///
/// # Errors
/// `Broken` if the database fails.
pub fn known_ms(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT started_at FROM boot ORDER BY id DESC LIMIT 1 OFFSET 1", [])
}

/// Name and id of each group, for who keeps the rules of the house.
pub(super) fn groups(look: &Snapshot<'_>) -> Result<Vec<(GroupId, String)>> {
    look.list("SELECT id, name FROM seen_group_name ORDER BY name LIMIT ?1", [GROUPS_MAX], |row| {
        Ok((GroupId(row.get(0)?), row.get(1)?))
    })
}

pub(super) fn name(look: &Snapshot<'_>, group: GroupId) -> Result<String> {
    look.found("SELECT name FROM seen_group_name WHERE id = ?1", [group.0], |row| row.get(0))
}

/// Somebody by their sign-in name: shown name, whether they are a member, and their groups with hours of their own.
pub(super) fn person(look: &Snapshot<'_>, username: &str) -> Result<Option<(String, bool, Vec<GroupId>)>> {
    let found =
        look.one("SELECT id, shown_name, role FROM seen_person WHERE username = ?1", [username], |row| {
            Ok((AccountId(row.get(0)?), row.get::<_, String>(1)?, row.get_ref(2)?.as_str()? == "member"))
        })?;
    let Some((id, name, is_member)) = found else { return Ok(None) };
    let groups = look.list("SELECT group_id FROM seen_hours_of WHERE account_id = ?1", [id.0], |row| {
        row.get(0).map(GroupId)
    })?;
    Ok(Some((name, is_member, groups)))
}

pub(super) fn set(change: &mut Change<'_>, scope: Scope, words: &str) -> Result<()> {
    change.run(
        "INSERT INTO hours (group_id, words) VALUES (?1, ?2)
         ON CONFLICT (coalesce(group_id, 0)) DO UPDATE SET words = excluded.words",
        params![scope.map(|group| group.0), words],
    )?;
    Ok(())
}

pub(super) fn remove(change: &mut Change<'_>, scope: Scope) -> Result<usize> {
    change.run("DELETE FROM hours WHERE group_id IS ?1", [scope.map(|group| group.0)])
}
