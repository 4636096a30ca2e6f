//! The SQL of who has read what one wrote, where the house lets people know. Where it does not, the view gives nothing.

use crate::base::{ItemId, Result, limits};
use crate::db::{Snapshot, params};
use crate::features::items::{self, Author};

/// The newest of one's own messages that others have read, and who has.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Seen {
    pub message: ItemId,
    /// Those who have read it, by name, as many as a line names.
    pub names: Vec<String>,
    /// How many others have.
    pub others: usize,
}

/// Names in the line under a message.
const NAMES: usize = 2;

/// Others in a conversation, whoever read furthest first: those of whom anything can be said.
pub(super) const READERS: &str = "SELECT a.shown_name, r.came, r.read
     FROM seen_reader AS r CROSS JOIN seen_person AS a ON a.id = r.account_id
     WHERE r.conversation_id = ?1 AND r.read > r.came ORDER BY r.read DESC LIMIT ?2";
/// The newest of the viewer's own after one place, up to another.
pub(super) const OWN: &str = "SELECT id, place FROM seen_message
     WHERE conversation_id = ?1 AND author_id = viewer() AND state = 'shown' AND place > ?2 AND place <= ?3
     ORDER BY place DESC LIMIT 1";

/// The newest of the viewer's own in this conversation, after one place and up to another.
fn own(look: &Snapshot<'_>, conversation: ItemId, after: i64, up_to: i64) -> Result<Option<(ItemId, i64)>> {
    look.one(OWN, params![conversation.0, after, up_to], |row| Ok((ItemId(row.get(0)?), row.get(1)?)))
}

/// Did the viewer write something there after this place?
pub(super) fn wrote_after(look: &Snapshot<'_>, conversation: ItemId, place: i64) -> Result<bool> {
    Ok(own(look, conversation, place, i64::MAX)?.is_some())
}

/// The newest of one's own messages that others have read, of all who are in the conversation and seen.
pub(super) fn seen(look: &Snapshot<'_>, conversation: ItemId) -> Result<Option<Seen>> {
    let Some((_, newest)) = own(look, conversation, i64::MIN, i64::MAX)? else { return Ok(None) };
    let readers = look.list(READERS, params![conversation.0, limits::CHAT_SHOWN as i64], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
    })?;
    // Whoever read furthest has read the newest that anybody has; a place is looked for only once.
    let mut found = None;
    for (_, came, read) in readers.iter().filter(|(_, came, _)| *came < newest) {
        found = own(look, conversation, *came, *read)?;
        if found.is_some() {
            break;
        }
    }
    let Some((message, place)) = found else { return Ok(None) };
    let has = |(_, came, read): &&(String, i64, i64)| *came < place && place <= *read;
    let mut names: Vec<String> = readers.iter().filter(has).map(|(name, ..)| name.clone()).collect();
    names.sort_by_cached_key(|name| name.to_lowercase());
    let others = names.len().saturating_sub(NAMES);
    names.truncate(NAMES);
    Ok(Some(Seen { message, names, others }))
}

/// Who has read a conversation at this place, besides the viewer; at most 50.
pub(super) fn readers(look: &Snapshot<'_>, conversation: ItemId, place: i64) -> Result<Vec<Author>> {
    look.list(
        "SELECT a.id, a.username, a.shown_name, a.picture, a.role
         FROM seen_reader AS r CROSS JOIN seen_person AS a ON a.id = r.account_id
         WHERE r.conversation_id = ?1 AND r.came < ?2 AND r.read >= ?2 LIMIT 50",
        params![conversation.0, place],
        |row| items::author(row, 0),
    )
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn who_has_read_what_is_found_without_reading_a_conversation_from_end_to_end() {
        let scans =
            crate::db::scans(&[(super::READERS.into(), 2), (super::OWN.into(), 3)], &["json_each"]).await;
        assert!(scans.is_empty(), "{scans:#?}");
    }
}
