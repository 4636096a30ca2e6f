//! The SQL of following and muting.

use super::Wish;
use crate::base::{ItemId, Result};
use crate::db::{Change, Snapshot, params};

/// What the viewer hears of later comments under a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Following(pub Wish);

/// What the viewer chose for a post.
///
/// # Errors
/// `Broken` if the database fails.
pub fn following(look: &Snapshot<'_>, post: ItemId) -> Result<Following> {
    let chosen = look
        .one("SELECT follows FROM seen_follow WHERE post_id = ?1", [post.0], |row| row.get::<_, bool>(0))?;
    Ok(Following(match chosen {
        Some(true) => Wish::Follow,
        Some(false) => Wish::Mute,
        None => Wish::Usual,
    }))
}

pub(super) fn is_seen(look: &Snapshot<'_>, post: ItemId) -> Result<bool> {
    look.any("SELECT author_id FROM seen_root WHERE id = ?1", [post.0])
}

pub(super) fn set(change: &mut Change<'_>, post: ItemId, wish: Wish) -> Result<()> {
    let me = change.me()?;
    if wish == Wish::Usual {
        change
            .run("DELETE FROM post_follow WHERE post_id = ?1 AND account_id = ?2", params![post.0, me.0])?;
    } else {
        change.run(
            "INSERT INTO post_follow (post_id, account_id, follows) VALUES (?1, ?2, ?3)
             ON CONFLICT (post_id, account_id) DO UPDATE SET follows = excluded.follows",
            params![post.0, me.0, wish == Wish::Follow],
        )?;
    }
    Ok(())
}
