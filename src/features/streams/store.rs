//! The SQL of chosen aspects, followed tags and hidden posts: each person's own.

use crate::base::{AspectId, ItemId, Result, limits};
use crate::db::{Change, Snapshot, params};
use crate::features::items::{self, Author};

/// An aspect of the viewer's, and whether its people are in the stream.
#[derive(Clone, Debug)]
pub(super) struct Aspect {
    pub id: AspectId,
    pub name: String,
    pub chosen: bool,
}

pub(super) fn aspects(look: &Snapshot<'_>) -> Result<Vec<Aspect>> {
    look.list(
        "SELECT a.id, a.name, EXISTS (SELECT 1 FROM seen_stream_aspect WHERE id = a.id)
         FROM seen_aspect AS a ORDER BY a.place, a.id",
        [],
        |row| Ok(Aspect { id: AspectId(row.get(0)?), name: row.get(1)?, chosen: row.get(2)? }),
    )
}

pub(super) fn leave_out(change: &mut Change<'_>, aspect: AspectId, out: bool) -> Result<()> {
    let sql = if out {
        "INSERT OR IGNORE INTO aspect_left_out (aspect_id) VALUES (?1)"
    } else {
        "DELETE FROM aspect_left_out WHERE aspect_id = ?1"
    };
    change.run(sql, [aspect.0])?;
    Ok(())
}

/// The tags that the viewer follows, by name.
pub(super) fn followed(look: &Snapshot<'_>) -> Result<Vec<String>> {
    look.list("SELECT name FROM seen_followed_tag ORDER BY name", [], |row| row.get(0))
}

pub(super) fn follows(look: &Snapshot<'_>, name: &str) -> Result<bool> {
    look.any("SELECT 1 FROM seen_followed_tag WHERE name = ?1", [name])
}

pub(super) fn follow(change: &mut Change<'_>, name: &str) -> Result<()> {
    let me = change.me()?;
    change.run("INSERT OR IGNORE INTO tag (name) VALUES (?1)", [name])?;
    change.run(
        "INSERT OR IGNORE INTO followed_tag (account_id, tag_id) SELECT ?1, id FROM tag WHERE name = ?2",
        params![me.0, name],
    )?;
    Ok(())
}

pub(super) fn unfollow(change: &mut Change<'_>, name: &str) -> Result<()> {
    let me = change.me()?;
    change.run(
        "DELETE FROM followed_tag WHERE account_id = ?1 AND tag_id = (SELECT id FROM tag WHERE name = ?2)",
        params![me.0, name],
    )?;
    Ok(())
}

/// Hides a post; where there are too many, the oldest comes back.
pub(super) fn hide(change: &mut Change<'_>, post: ItemId) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT OR IGNORE INTO hidden (account_id, item_id, since_at) VALUES (?1, ?2, ?3)",
        params![me.0, post.0, now],
    )?;
    change.run(
        "DELETE FROM hidden WHERE account_id = ?1 AND (SELECT count(*) FROM hidden WHERE account_id = ?1) > ?2
           AND item_id = (SELECT min(item_id) FROM hidden WHERE account_id = ?1)",
        params![me.0, limits::HIDDEN_MAX as i64],
    )?;
    Ok(())
}

pub(super) fn unhide(change: &mut Change<'_>, post: ItemId) -> Result<()> {
    let me = change.me()?;
    change.run("DELETE FROM hidden WHERE account_id = ?1 AND item_id = ?2", params![me.0, post.0])?;
    Ok(())
}

/// A post that the viewer hid, as far as the list of them shows it.
#[derive(Clone, Debug)]
pub(super) struct Hidden {
    pub id: ItemId,
    pub made_at: i64,
    pub body: String,
    pub author: Author,
}

/// The posts that the viewer hid and still sees, newest first, below an id.
pub(super) fn hidden(look: &Snapshot<'_>, before: i64) -> Result<Vec<Hidden>> {
    look.list(
        "SELECT p.id, p.made_at, p.body, a.id, a.username, a.shown_name, a.picture, a.role
         FROM seen_hidden AS h CROSS JOIN seen_post AS p ON p.id = h.item_id JOIN seen_person AS a ON a.id = p.author_id
         WHERE h.item_id < ?1 ORDER BY h.item_id DESC LIMIT ?2",
        params![before, limits::LIST_PAGE as i64 + 1],
        |row| {
            Ok(Hidden {
                id: ItemId(row.get(0)?),
                made_at: row.get(1)?,
                body: row.get(2)?,
                author: items::author(row, 3)?,
            })
        },
    )
}
