//! The SQL of looking through messages: ids from their own index, and what they are through the view.

use super::query::Query;
use super::store::Line;
use crate::base::{ItemId, Kind, Result, State, limits};
use crate::db::{Snapshot, params};
use crate::features::items::{self, id_list};

// The index gives ids, newest first, one by one until enough of them are seen.
pub(super) const MESSAGES: &str = "SELECT found_message.rowid FROM found_message
     WHERE found_message MATCH ?1 AND found_message.rowid < ?2
       AND EXISTS (SELECT 1 FROM seen_message AS m WHERE m.id = found_message.rowid)
     ORDER BY found_message.rowid DESC LIMIT ?3";

/// Messages that were found, each with its conversation, newest first; and below which the next page begins.
pub(super) type Messages = (Vec<(ItemId, Line)>, Option<ItemId>);

/// What was said in these conversations, as far as the viewer sees it.
pub(super) fn messages(
    look: &Snapshot<'_>,
    talks: &[ItemId],
    query: &Query,
    before: Option<ItemId>,
) -> Result<Messages> {
    if talks.is_empty() || query.is_empty() {
        return Ok((Vec::new(), None));
    }
    let circle: Vec<String> = talks.iter().map(|id| format!("~c{id}")).collect();
    let asked = query.items(&circle, &[]);
    let limit = limits::SEARCH_PAGE as i64 + 1;
    let before = before.map_or(i64::MAX, |id| id.0);
    let mut ids = look.list(MESSAGES, params![asked, before, limit], |row| row.get(0).map(ItemId))?;
    let more = ids.len() > limits::SEARCH_PAGE;
    ids.truncate(limits::SEARCH_PAGE);
    let older = if more { ids.last().copied() } else { None };
    Ok((lines(look, &ids)?, older))
}

fn lines(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<(ItemId, Line)>> {
    let mut lines = look.list(
        "SELECT m.conversation_id, m.id, a.id, a.username, a.shown_name, a.picture, a.role, m.state, m.arrived_at, m.body
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
