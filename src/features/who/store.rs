//! The SQL of the groups that something is for.

use crate::base::{GroupId, ItemId, Kind, Result};
use crate::db::Snapshot;

/// A group that something is for, and how many are in it.
pub(super) struct Group {
    pub id: GroupId,
    pub name: String,
    pub people: i64,
}

/// How many staff see it because they work at the desk: for the site, or for one of these groups.
pub(super) fn at_desk(look: &Snapshot<'_>, groups: &[Group]) -> Result<i64> {
    let ids: Vec<i64> = groups.iter().map(|group| group.id.0).collect();
    look.number(
        "SELECT count(DISTINCT account_id) FROM seen_desk_holder
         WHERE group_id IS NULL OR group_id IN (SELECT value FROM json_each(?1))",
        [serde_json::to_string(&ids).unwrap_or_default()],
    )
}

/// The groups that a post or an album is for, as far as the viewer may know of them.
pub(super) fn groups(look: &Snapshot<'_>, kind: Kind, id: ItemId) -> Result<Vec<Group>> {
    let targets = if kind == Kind::Album { "seen_album_target" } else { "seen_post_target" };
    let sql = format!(
        "SELECT g.id, g.name, (SELECT count(*) FROM seen_membership AS m WHERE m.group_id = g.id)
         FROM {targets} AS t JOIN seen_group AS g ON g.id = t.target_id
         WHERE t.item_id = ?1 AND t.kind = 'group' ORDER BY g.name LIMIT 100"
    );
    look.list(&sql, [id.0], |row| {
        Ok(Group { id: GroupId(row.get(0)?), name: row.get(1)?, people: row.get(2)? })
    })
}
