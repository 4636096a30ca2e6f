//! The SQL of making things, and for whom what stands by itself is.

use crate::base::{Audience, ItemId, Kind, Result, State};
use crate::db::{Change, params};

/// Makes something of the viewer's that stands by itself, for its audience. What it says is written after this:
/// with it, it goes into the index of search, which must know by then for whom it is.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn insert_top(change: &mut Change<'_>, kind: Kind, audience: &Audience, state: State) -> Result<ItemId> {
    insert_with(change, kind, audience, state, None)
}

/// As [`insert_top`], seen only where this other thing is seen.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn insert_with(
    change: &mut Change<'_>,
    kind: Kind,
    audience: &Audience,
    state: State,
    with: Option<ItemId>,
) -> Result<ItemId> {
    let (me, now) = (change.me()?, change.now_ms());
    let with = with.map(|id| id.0);
    let id = change.insert(
        "INSERT INTO item (kind, author_id, audience, state, made_at, with_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![kind.word(), me.0, audience.kind().word(), state.word(), now, with],
    )?;
    insert_targets(change, ItemId(id), audience)?;
    Ok(ItemId(id))
}

/// Makes something of the viewer's that stands under something else, and is seen with it at most: a comment, a message, a
/// photo.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn insert_under(change: &mut Change<'_>, kind: Kind, parent: ItemId, state: State) -> Result<ItemId> {
    let (me, now) = (change.me()?, change.now_ms());
    let id = change.insert(
        "INSERT INTO item (kind, author_id, parent_id, state, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![kind.word(), me.0, parent.0, state.word(), now],
    )?;
    Ok(ItemId(id))
}

/// Something that stands by itself is for this audience from now on.
///
/// # Errors
/// `Broken` if the database fails.
pub fn set_audience(change: &mut Change<'_>, id: ItemId, audience: &Audience) -> Result<()> {
    change.run("DELETE FROM item_to WHERE item_id = ?1", [id.0])?;
    insert_targets(change, id, audience)?;
    // Search puts its index right when the word changes, and other groups do not change it: so it changes twice.
    change.run("UPDATE item SET audience = 'only_me' WHERE id = ?1", [id.0])?;
    change.run("UPDATE item SET audience = ?2 WHERE id = ?1", params![id.0, audience.kind().word()])?;
    Ok(())
}

fn insert_targets(change: &mut Change<'_>, id: ItemId, audience: &Audience) -> Result<()> {
    for (kind, target) in audience.targets() {
        change.run(
            "INSERT OR IGNORE INTO item_to (item_id, kind, target_id) VALUES (?1, ?2, ?3)",
            params![id.0, kind, target],
        )?;
    }
    Ok(())
}
