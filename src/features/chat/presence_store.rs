//! The SQL of who may see that somebody is here.

use crate::base::{AccountId, Result};
use crate::db::{Change, Snapshot, params};

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
