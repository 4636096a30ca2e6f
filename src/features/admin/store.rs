//! The SQL of administration: groups that people are put in, and who is called the same.

use crate::base::{AccountId, GroupId, Result};
use crate::db::{Change, Snapshot, params};
use std::collections::HashMap;

/// Groups offered on a form, at most.
const GROUPS_MAX: i64 = 500;

/// A group as a form offers it.
#[derive(Clone, Debug)]
pub(super) struct Offered {
    pub id: GroupId,
    /// The id as a form sends it.
    pub value: String,
    pub name: String,
}

/// Every group, by name.
pub(super) fn groups(look: &Snapshot<'_>) -> Result<Vec<Offered>> {
    look.list("SELECT id, name FROM seen_group ORDER BY name LIMIT ?1", [GROUPS_MAX], |row| {
        let id: i64 = row.get(0)?;
        Ok(Offered { id: GroupId(id), value: id.to_string(), name: row.get(1)? })
    })
}

/// The groups that somebody is in.
pub(super) fn groups_of(look: &Snapshot<'_>, account: AccountId) -> Result<Vec<GroupId>> {
    look.list(
        "SELECT group_id FROM seen_membership WHERE account_id = ?1 ORDER BY group_id",
        [account.0],
        |row| Ok(GroupId(row.get(0)?)),
    )
}

/// The groups that have these names; letter case of a–z aside, which the key drops.
pub(super) fn groups_named(look: &Snapshot<'_>, names: &[String]) -> Result<HashMap<String, GroupId>> {
    let names = serde_json::to_string(names).unwrap_or_default();
    let found = look.list(
        "SELECT id, name FROM seen_group WHERE name IN (SELECT value FROM json_each(?1))",
        [names],
        |row| Ok((row.get::<_, String>(1)?.to_ascii_lowercase(), GroupId(row.get(0)?))),
    )?;
    Ok(found.into_iter().collect())
}

/// People who are called the same as somebody on a list: shown name in small letters, sign-in name.
pub(super) fn namesakes(look: &Snapshot<'_>, names: &[String]) -> Result<HashMap<String, String>> {
    let names = serde_json::to_string(names).unwrap_or_default();
    let found = look.list(
        "SELECT shown_name, username FROM seen_account
         WHERE shown_name COLLATE NOCASE IN (SELECT value FROM json_each(?1))",
        [names],
        |row| Ok((row.get::<_, String>(0)?.to_ascii_lowercase(), row.get(1)?)),
    )?;
    Ok(found.into_iter().collect())
}

pub(super) fn insert_group(change: &mut Change<'_>, name: &str, kind: &str) -> Result<GroupId> {
    let now = change.now_ms();
    let id = change.insert(
        "INSERT INTO \"group\" (name, kind, made_at) VALUES (?1, ?2, ?3)",
        params![name, kind, now],
    )?;
    Ok(GroupId(id))
}
