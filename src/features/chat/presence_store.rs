//! The SQL of who may see that somebody is here.

use crate::base::{AccountId, ItemId, Result};
use crate::db::{Change, Snapshot, params};
use crate::features::items::id_list;
use std::collections::HashSet;

/// Does the viewer want nobody to know that they are here?
pub(super) fn hides_presence(look: &Snapshot<'_>) -> Result<bool> {
    let me = look.me()?;
    look.any("SELECT 1 FROM seen_unseen_presence WHERE account_id = ?1", [me.0])
}

/// The name of somebody whose presence the viewer may see.
pub(super) fn present_name(look: &Snapshot<'_>, who: AccountId) -> Result<Option<String>> {
    look.one(
        "SELECT a.shown_name FROM seen_presence AS p CROSS JOIN seen_person AS a ON a.id = p.id WHERE p.id = ?1",
        [who.0],
        |row| row.get(0),
    )
}

/// Those of these people whose presence the viewer may see.
pub(super) fn visible(look: &Snapshot<'_>, people: &[AccountId]) -> Result<HashSet<AccountId>> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let ids: Vec<ItemId> = people.iter().map(|id| ItemId(id.0)).collect();
    let sql = "SELECT p.id FROM json_each(?1) AS j CROSS JOIN seen_presence AS p ON p.id = j.value";
    Ok(look.list(sql, [id_list(&ids)], |row| row.get(0).map(AccountId))?.into_iter().collect())
}

/// Hides from others, or shows them again, that the viewer is here.
pub(super) fn set_hides_presence(change: &mut Change<'_>, hides: bool) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    if hides {
        change.run(
            "INSERT INTO unseen_presence (account_id, since_at) VALUES (?1, ?2) ON CONFLICT (account_id) DO NOTHING",
            params![me.0, now],
        )?;
    } else {
        change.run("DELETE FROM unseen_presence WHERE account_id = ?1", [me.0])?;
    }
    Ok(())
}
