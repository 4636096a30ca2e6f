//! The SQL of looking through messages: ids from their own index, and what they are through the view.

use super::Search;
use super::query::Query;
use super::store::Line;
use crate::base::{GroupId, ItemId, Kind, Result, State, limits};
use crate::db::{Snapshot, params};
use crate::features::items::{self, id_list};

// The index gives ids, newest first, one by one until enough of them are seen.
pub(super) const MESSAGES: &str = "SELECT found_message.rowid FROM found_message
     WHERE found_message MATCH ?1 AND found_message.rowid < ?2
       AND EXISTS (SELECT 1 FROM seen_message AS m
                   WHERE m.id = found_message.rowid AND m.arrived_at >= ?4 AND m.arrived_at < ?5
                     AND (?6 = '' OR m.author_id IN (SELECT id FROM seen_person WHERE username = ?6)))
     ORDER BY found_message.rowid DESC LIMIT ?3";

/// Which messages are looked for, and how many.
pub(super) struct Narrow<'a> {
    /// Older than this one.
    pub before: Option<ItemId>,
    /// By whom: a sign-in name, or nothing.
    pub by: &'a str,
    /// From this moment on.
    pub from_ms: i64,
    /// Before this moment.
    pub until_ms: i64,
    /// At most so many.
    pub most: usize,
}

impl<'a> Narrow<'a> {
    /// All of them, a page at a time.
    pub(super) fn page(before: Option<ItemId>) -> Narrow<'a> {
        Narrow { before, by: "", from_ms: i64::MIN, until_ms: i64::MAX, most: limits::SEARCH_PAGE }
    }

    /// As a search narrows them.
    pub(super) fn of(search: &'a Search, most: usize) -> Narrow<'a> {
        let (from, until) = (search.from_ms.unwrap_or(i64::MIN), search.until_ms.unwrap_or(i64::MAX));
        Narrow { before: search.before, by: &search.by, from_ms: from, until_ms: until, most }
    }
}

/// Messages that were found, each with its conversation, newest first; and below which the next page begins.
pub(super) type Messages = (Vec<(ItemId, Line)>, Option<ItemId>);

/// The conversation of a group, where the viewer is in it.
pub(super) fn of_group(look: &Snapshot<'_>, group: GroupId) -> Result<Vec<ItemId>> {
    look.list("SELECT id FROM seen_conversation WHERE group_id = ?1 LIMIT 1", [group.0], |row| {
        row.get(0).map(ItemId)
    })
}

/// What was said in these conversations, as far as the viewer sees it.
pub(super) fn messages(
    look: &Snapshot<'_>,
    talks: &[ItemId],
    query: &Query,
    narrow: &Narrow<'_>,
) -> Result<Messages> {
    if talks.is_empty() || query.is_empty() {
        return Ok((Vec::new(), None));
    }
    let circle: Vec<String> = talks.iter().map(|id| format!("~c{id}")).collect();
    let asked = query.items(&circle, &[]);
    let limit = narrow.most as i64 + 1;
    let before = narrow.before.map_or(i64::MAX, |id| id.0);
    let values = params![asked, before, limit, narrow.from_ms, narrow.until_ms, narrow.by];
    let mut ids = look.list(MESSAGES, values, |row| row.get(0).map(ItemId))?;
    let more = ids.len() > narrow.most;
    ids.truncate(narrow.most);
    let older = if more { ids.last().copied() } else { None };
    Ok((lines(look, &ids)?, older))
}

fn lines(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<(ItemId, Line)>> {
    let mut lines = look.list(
        "SELECT m.conversation_id, m.id, a.id, a.username, a.shown_name, a.picture, a.role, m.state, m.arrived_at,
                m.body || CASE m.files WHEN 0 THEN '' ELSE coalesce((SELECT char(10) || group_concat(f.name, char(10))
                                                                     FROM seen_message_file AS f WHERE f.message_id = m.id), '') END
         FROM json_each(?1) AS j CROSS JOIN seen_message AS m ON m.id = j.value
         CROSS JOIN seen_person AS a ON a.id = m.author_id",
        [id_list(ids)],
        |row| {
            let line = Line {
                id: ItemId(row.get(1)?),
                kind: Kind::Message,
                author: items::author(row, 2)?,
                state: State::parse(row.get_ref(7)?.as_str()?).unwrap_or(State::Removed),
                made_at: row.get(8)?,
                text: row.get(9)?,
                shield: None,
            };
            Ok((ItemId(row.get(0)?), line))
        },
    )?;
    lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.id.0));
    Ok(lines)
}
