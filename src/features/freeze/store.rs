//! The SQL of what staff stopped.

use super::Scope;
use crate::base::{GroupId, Problem, Result};
use crate::db::{Change, Frozen, Snapshot, params};

/// What is stopped there now, as the viewer sees it.
pub(super) struct Now {
    pub words: String,
    /// Since when, milliseconds since 1970.
    pub begun_at: i64,
    /// The shown name of who did.
    pub by: String,
}

pub(super) fn now(look: &Snapshot<'_>, scope: Scope) -> Result<Option<Now>> {
    look.one(
        "SELECT f.words, f.begun_at, coalesce((SELECT shown_name FROM seen_person WHERE id = f.begun_by), '')
         FROM seen_freeze AS f WHERE f.group_id IS ?1",
        [scope.map(|group| group.0)],
        |row| Ok(Now { words: row.get(0)?, begun_at: row.get(1)?, by: row.get(2)? }),
    )
}

/// All that the viewer sees of it: the site first. As the database itself asks for each request.
pub(super) fn all(look: &Snapshot<'_>) -> Result<Vec<Frozen>> {
    look.list(
        "SELECT group_id, group_name, words FROM seen_freeze ORDER BY group_id IS NOT NULL, id DESC LIMIT ?1",
        [crate::base::limits::FROZEN_SHOWN_MAX],
        |row| {
            let group = row.get::<_, Option<i64>>(0)?.map(GroupId);
            Ok(Frozen { group: group.zip(Some(row.get(1)?)), words: row.get(2)? })
        },
    )
}

/// The name of a group that the viewer sees.
pub(super) fn name(look: &Snapshot<'_>, group: GroupId) -> Result<Option<String>> {
    look.one("SELECT name FROM seen_group WHERE id = ?1", [group.0], |row| row.get(0))
}

pub(super) fn leads(look: &Snapshot<'_>, group: GroupId) -> Result<bool> {
    let me = look.me()?;
    look.any(
        "SELECT leader FROM seen_membership WHERE group_id = ?1 AND account_id = ?2 AND leader = 1",
        params![group.0, me.0],
    )
}

pub(super) fn insert(change: &mut Change<'_>, scope: Scope, words: &str) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change
        .run(
            "INSERT INTO freeze (group_id, words, begun_by, begun_at) VALUES (?1, ?2, ?3, ?4)",
            params![scope.map(|group| group.0), words, me.0, now],
        )
        .map_err(|error| error.conflict_is("words", Problem::Twice))?;
    Ok(())
}

/// Gives how many ended: one, or none where nothing was stopped.
pub(super) fn end(change: &mut Change<'_>, scope: Scope) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE freeze SET ended_by = ?2, ended_at = ?3 WHERE group_id IS ?1 AND ended_at IS NULL",
        params![scope.map(|group| group.0), me.0, now],
    )
}
