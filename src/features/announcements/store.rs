//! The SQL of the notice board.

use super::FOR_EVER_MS;
use crate::base::{Audience, AudienceKind, GroupId, ItemId, Kind, Result, State, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author, id_list};
use std::collections::HashMap;

/// An announcement as its viewer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Its id, and place in the sequence.
    pub id: ItemId,
    /// Who made it.
    pub author: Author,
    /// Everyone, or groups.
    pub audience: AudienceKind,
    /// Shown, waiting, or taken away.
    pub state: State,
    /// When, milliseconds since 1970.
    pub made_at: i64,
    /// When it was last changed.
    pub edited_at: Option<i64>,
    /// Its title.
    pub title: String,
    /// Markdown, perhaps none.
    pub body: String,
    /// Until when it is shown; [`FOR_EVER_MS`] without an end.
    pub until_at: i64,
    /// When the viewer said that they have read it.
    pub read_at: Option<i64>,
}

// The board is walked from its own table: what is current is little, and every other item is much.
const ANNOUNCEMENT: &str =
    "SELECT b.id, b.author_id, a.username, a.shown_name, a.picture, a.role, b.audience, b.state, b.made_at,
            b.edited_at, b.title, b.body, b.until_at, b.read_at
     FROM seen_announcement AS b CROSS JOIN seen_person AS a ON a.id = b.author_id";

fn announcement(row: &Row<'_>) -> rusqlite::Result<Announcement> {
    Ok(Announcement {
        id: ItemId(row.get(0)?),
        author: items::author(row, 1)?,
        audience: AudienceKind::parse(row.get_ref(6)?.as_str()?).unwrap_or(AudienceKind::Groups),
        state: State::parse(row.get_ref(7)?.as_str()?).unwrap_or(State::Removed),
        made_at: row.get(8)?,
        edited_at: row.get(9)?,
        title: row.get(10)?,
        body: row.get(11)?,
        until_at: row.get(12)?,
        read_at: row.get(13)?,
    })
}

/// The statements of pages that are open all day, for the test that none of them reads a table from end to end.
#[cfg(test)]
pub(super) fn statements() -> Vec<(String, usize)> {
    vec![
        (format!("{ANNOUNCEMENT} WHERE b.id = ?1"), 1),
        (unread_sql(), 3),
        ("SELECT id, title FROM seen_board WHERE id = ?1".into(), 1),
        ("SELECT id, title FROM seen_board WHERE id IN (SELECT value FROM json_each(?1))".into(), 1),
        ("SELECT 1, kind FROM seen_board_gone WHERE id = ?1".into(), 1),
        (GROUPS_OF.into(), 1),
    ]
}

/// One announcement, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: ItemId) -> Result<Announcement> {
    look.found(&format!("{ANNOUNCEMENT} WHERE b.id = ?1"), [id.0], announcement)
}

/// What the viewer has not read yet of what is current and for them, newest first, and how many there are in all.
/// What staff see only because they moderate is not for them.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub(super) fn unread(look: &Snapshot<'_>) -> Result<(Vec<Announcement>, usize)> {
    let most = limits::ANNOUNCEMENTS_CURRENT_MAX as i64;
    let mut found = look.list(&unread_sql(), params![look.now_ms(), look.me()?.0, most], announcement)?;
    let all = found.len();
    found.truncate(limits::ANNOUNCEMENTS_ON_HOME);
    Ok((found, all))
}

fn unread_sql() -> String {
    format!(
        "{ANNOUNCEMENT} WHERE b.until_at > ?1 AND b.read_at IS NULL AND b.state = 'shown' AND b.author_id <> ?2
           AND (b.audience = 'everyone'
             OR EXISTS (SELECT 1 FROM seen_board_target AS t JOIN seen_membership AS m ON m.group_id = t.target_id
                        WHERE t.item_id = b.id AND m.account_id = ?2))
         ORDER BY b.id DESC LIMIT ?3"
    )
}

const GROUPS_OF: &str =
    "SELECT t.item_id, g.id, g.name FROM seen_board_target AS t JOIN seen_group AS g ON g.id = t.target_id
     WHERE t.item_id IN (SELECT value FROM json_each(?1)) ORDER BY g.name";

/// What is current, newest first.
pub(super) fn current(look: &Snapshot<'_>) -> Result<Vec<Announcement>> {
    let sql = format!("{ANNOUNCEMENT} WHERE b.until_at > ?1 ORDER BY b.id DESC LIMIT ?2");
    look.list(&sql, params![look.now_ms(), 2 * limits::ANNOUNCEMENTS_CURRENT_MAX as i64], announcement)
}

/// What was current before, newest first, below an id.
pub(super) fn past(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Announcement>> {
    let sql = format!("{ANNOUNCEMENT} WHERE +b.until_at <= ?1 AND b.id < ?2 ORDER BY b.id DESC LIMIT ?3");
    look.list(&sql, params![look.now_ms(), before, limit as i64], announcement)
}

/// How many are current for the viewer.
pub(super) fn count_current(look: &Snapshot<'_>) -> Result<i64> {
    look.number(
        "SELECT count(*) FROM seen_announcement WHERE until_at > ?1 AND state <> 'removed'",
        [look.now_ms()],
    )
}

/// Does this page have to be told of this announcement: is it seen, or was it for the viewer?
pub(super) fn concerns(look: &Snapshot<'_>, id: ItemId) -> Result<bool> {
    look.any(
        // The guard refuses a look that touches a table by its number alone, so each names a column.
        "SELECT 1, state FROM seen_announcement WHERE id = ?1
         UNION ALL SELECT 1, kind FROM seen_board_gone WHERE id = ?1 AND kind = 'announcement' LIMIT 1",
        [id.0],
    )
}

/// Groups that the viewer may address, by name: staff all that they see, others those they lead.
pub(super) fn addressable_groups(look: &Snapshot<'_>, staff: bool) -> Result<Vec<(GroupId, String)>> {
    let sql = if staff {
        "SELECT g.id, g.name FROM seen_group AS g WHERE ?1 > 0 ORDER BY g.name LIMIT 500"
    } else {
        "SELECT g.id, g.name FROM seen_membership AS m CROSS JOIN seen_group AS g ON g.id = m.group_id
         WHERE m.account_id = ?1 AND m.leader = 1 ORDER BY +g.name LIMIT 500"
    };
    look.list(sql, [look.me()?.0], |row| Ok((GroupId(row.get(0)?), row.get(1)?)))
}

/// The groups each of these goes to, as far as the viewer may know of them: number and name.
pub(super) fn groups_of(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<HashMap<ItemId, Vec<(i64, String)>>> {
    let mut found: HashMap<ItemId, Vec<(i64, String)>> = HashMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let rows = look.list(GROUPS_OF, [id_list(ids)], |row| {
        Ok((ItemId(row.get(0)?), row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
    })?;
    for (item, group, name) in rows {
        found.entry(item).or_default().push((group, name));
    }
    Ok(found)
}

/// The audience of an announcement or event of one's own, whole.
pub(super) fn audience_of(look: &Snapshot<'_>, id: ItemId) -> Result<Audience> {
    let everyone =
        look.any("SELECT 1, state FROM seen_top WHERE id = ?1 AND audience = 'everyone'", [id.0])?;
    if everyone {
        return Ok(Audience::Everyone);
    }
    let sql = "SELECT target_id FROM seen_board_target WHERE item_id = ?1 ORDER BY target_id";
    Ok(Audience::Groups(look.list(sql, [id.0], |row| row.get(0).map(GroupId))?))
}

pub(super) fn insert(
    change: &mut Change<'_>,
    audience: &Audience,
    state: State,
    (title, body): (&str, &str),
    until_at: i64,
) -> Result<ItemId> {
    let id = items::insert_top(change, Kind::Announcement, audience, state)?;
    change.run(
        "INSERT INTO announcement (id, title, body, until_at) VALUES (?1, ?2, ?3, ?4)",
        params![id.0, title, body, until_at],
    )?;
    Ok(id)
}

pub(super) fn set(
    change: &mut Change<'_>,
    id: ItemId,
    (title, body): (&str, &str),
    until_at: i64,
) -> Result<()> {
    change.run(
        "UPDATE announcement SET title = ?2, body = ?3, until_at = ?4 WHERE id = ?1",
        params![id.0, title, body, until_at],
    )?;
    Ok(())
}

pub(super) fn insert_reader(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT OR IGNORE INTO announcement_read (announcement_id, account_id, read_at) VALUES (?1, ?2, ?3)",
        params![id.0, me.0, now],
    )?;
    Ok(())
}

pub(super) fn forget_readers(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    change.run("DELETE FROM announcement_read WHERE announcement_id = ?1", [id.0])?;
    Ok(())
}

/// A notice to everybody for whom it is, in one statement however many they are. Those with an unread one of it are
/// not told twice, and who chose not to hear of the board is not told; it is on their Home all the same. What staff announce is told across blocks, as it is seen.
pub(super) fn tell_all(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, item_id, made_at)
         SELECT p.id, 'announcement', i.author_id, i.id, ?2
         FROM item AS i JOIN announcement AS b ON b.id = i.id JOIN account AS a ON a.id = i.author_id
         JOIN account AS p ON p.id <> i.author_id AND p.standing IN ('active', 'read_only')
         WHERE i.id = ?1 AND b.until_at > ?2
           AND (i.audience = 'everyone'
             OR EXISTS (SELECT 1 FROM membership AS m JOIN item_to AS t ON t.target_id = m.group_id
                        WHERE m.account_id = p.id AND t.item_id = i.id AND t.kind = 'group'))
           AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = p.id AND other_id = a.id
                             AND (by_id > 0 OR a.role = 'member'))
           AND NOT EXISTS (SELECT 1 FROM silence AS s WHERE s.account_id = p.id AND s.sort = 'board')
           AND NOT EXISTS (SELECT 1 FROM notice AS n
                           WHERE n.account_id = p.id AND n.item_id = i.id AND n.read_at IS NULL)",
        params![id.0, now],
    )?;
    Ok(())
}

/// One person in one group of those to whom an announcement goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Receipt {
    pub account: i64,
    pub username: String,
    pub shown_name: String,
    /// The group by which they are reached, where the viewer knows it.
    pub group: Option<(i64, String)>,
    pub read_at: Option<i64>,
}

/// Who has read it and who has not, as far as the viewer may know: by group, unread first, by name.
pub(super) fn receipts(look: &Snapshot<'_>, id: ItemId, limit: usize) -> Result<Vec<Receipt>> {
    look.list(
        "SELECT r.account_id, r.username, r.shown_name, g.id, g.name, r.read_at
         FROM seen_receipt AS r LEFT JOIN seen_group AS g ON g.id = r.group_id
         WHERE r.announcement_id = ?1
         ORDER BY g.name IS NULL, g.name, r.read_at IS NOT NULL, r.shown_name, r.account_id LIMIT ?2",
        params![id.0, limit as i64],
        |row| {
            let group = match (row.get::<_, Option<i64>>(3)?, row.get::<_, Option<String>>(4)?) {
                (Some(id), Some(name)) => Some((id, name)),
                _ => None,
            };
            Ok(Receipt {
                account: row.get(0)?,
                username: row.get(1)?,
                shown_name: row.get(2)?,
                group,
                read_at: row.get(5)?,
            })
        },
    )
}

/// Is it shown at this moment?
pub(super) fn is_current(announcement: &Announcement, now_ms: i64) -> bool {
    announcement.until_at == FOR_EVER_MS || announcement.until_at > now_ms
}
