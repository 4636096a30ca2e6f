//! The SQL of pinned posts.

use crate::base::{ItemId, Result, limits};
use crate::db::{Change, Snapshot, params};

/// A stream on top of which the viewer may pin a post.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The number of the group, or [`super::EVERYONE`].
    pub stream: i64,
    /// The name of the group.
    pub name: String,
    /// Does the post stand there already?
    pub pinned: bool,
    /// How many stand there.
    pub count: i64,
}

impl Spot {
    /// Do as many stand there as may, this post not among them?
    pub fn is_full(&self) -> bool {
        !self.pinned && self.count >= limits::PINS_MAX as i64
    }
}

const SPOTS: &str = "SELECT s.stream, s.name,
       EXISTS (SELECT 1 FROM seen_pin AS p WHERE p.group_id = s.stream AND p.item_id = ?1),
       (SELECT count(*) FROM seen_pin AS p WHERE p.group_id = s.stream AND p.state = 'shown')
     FROM (SELECT 0 AS stream, '' AS name FROM seen_root
             WHERE id = ?1 AND audience = 'everyone' AND state = 'shown' AND ?3
           UNION ALL
           SELECT g.id, g.name FROM seen_post_target AS t
             JOIN seen_membership AS m ON m.group_id = t.target_id AND m.account_id = ?2
             JOIN seen_group AS g ON g.id = t.target_id
             WHERE t.item_id = ?1 AND t.kind = 'group' AND t.state = 'shown' AND m.leader = 1) AS s";

/// On top of which streams the viewer may pin this post: Everyone for staff, a group for its leaders.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn spots(look: &Snapshot<'_>, post: ItemId) -> Result<Vec<Spot>> {
    look.list(SPOTS, params![post.0, look.me()?.0, look.viewer().is_staff()], |row| {
        Ok(Spot { stream: row.get(0)?, name: row.get(1)?, pinned: row.get(2)?, count: row.get(3)? })
    })
}

const PINNED: &str = "SELECT item_id FROM seen_pin
     WHERE group_id = ?1 AND state = 'shown' ORDER BY item_id DESC LIMIT ?2";

/// What stands on top of a stream, newest first, as this viewer sees it.
///
/// # Errors
/// `Broken` if the database fails.
pub fn pinned(look: &Snapshot<'_>, stream: i64) -> Result<Vec<ItemId>> {
    look.list(PINNED, params![stream, limits::PINS_MAX as i64], |row| row.get(0).map(ItemId))
}

pub(super) fn is_seen(look: &Snapshot<'_>, post: ItemId) -> Result<bool> {
    look.any("SELECT author_id FROM seen_root WHERE id = ?1", [post.0])
}

pub(super) fn insert(change: &mut Change<'_>, post: ItemId, stream: i64) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT OR IGNORE INTO pin (group_id, item_id, pinned_at) VALUES (?1, ?2, ?3)",
        params![stream, post.0, now],
    )?;
    Ok(())
}

pub(super) fn delete(change: &mut Change<'_>, post: ItemId, stream: i64) -> Result<()> {
    change.run("DELETE FROM pin WHERE group_id = ?1 AND item_id = ?2", params![stream, post.0])?;
    Ok(())
}
