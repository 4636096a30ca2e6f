//! The SQL of who passed a post on.

use crate::base::{ItemId, Result, limits};
use crate::db::{Snapshot, params};
use crate::features::items::{self, Author};

/// Somebody who passed a post on, in a post of their own.
pub(super) struct Line {
    pub id: ItemId,
    pub made_at: i64,
    pub author: Author,
}

/// Who passed this post on, as far as the viewer sees it, newest first below an id.
pub(super) fn of(look: &Snapshot<'_>, root: ItemId, before: i64) -> Result<Vec<Line>> {
    look.list(
        "SELECT s.id, s.made_at, a.id, a.username, a.shown_name, a.picture, a.role
         FROM seen_reshare AS s JOIN seen_person AS a ON a.id = s.author_id
         WHERE s.root_id = ?1 AND s.id < ?2 AND s.state = 'shown' ORDER BY s.id DESC LIMIT ?3",
        params![root.0, before, limits::LIST_PAGE as i64 + 1],
        |row| Ok(Line { id: ItemId(row.get(0)?), made_at: row.get(1)?, author: items::author(row, 2)? }),
    )
}

/// How many passed this post on, where the viewer sees that one of them is this, or saw it until it was taken away; none
/// where they never did.
pub(super) fn count_with(look: &Snapshot<'_>, root: ItemId, one: ItemId) -> Result<Option<i64>> {
    let sql = "SELECT 1, state FROM seen_reshare WHERE id = ?1 AND root_id = ?2
               UNION ALL SELECT 1, root_id FROM seen_reshare_gone WHERE id = ?1 AND root_id = ?2 LIMIT 1";
    if !look.any(sql, [one.0, root.0])? {
        return Ok(None);
    }
    let sql = "SELECT count(*) FROM seen_reshare WHERE root_id = ?1 AND state = 'shown'";
    look.number(sql, [root.0]).map(Some)
}
