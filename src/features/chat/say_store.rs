//! The SQL of sending messages, and of what becomes of them.

use super::store;
use crate::base::{AccountId, ItemId, Kind, Result, State};
use crate::db::{Change, Snapshot, params};
use crate::features::items;
use crate::features::photos::NewPhoto;

/// A new message.
pub(super) struct New<'a> {
    pub conversation: ItemId,
    pub state: State,
    pub body: &'a str,
    pub answers: Option<ItemId>,
    pub key: &'a str,
}

/// Gives the message and its place.
pub(super) fn insert(change: &mut Change<'_>, new: &New<'_>) -> Result<(ItemId, i64)> {
    let (me, now) = (change.me()?, change.now_ms());
    let place = store::next(change)?;
    let id = items::insert_under(change, Kind::Message, new.conversation, new.state)?;
    let seen = new.state == State::Shown;
    change.run(
        "INSERT INTO message (id, conversation_id, author_id, place, changed, seen, arrived_at, body, answers_id, sent_key)
         VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7, ?8, nullif(?9, ''))",
        params![id.0, new.conversation.0, me.0, place, seen, now, new.body, new.answers.map(|id| id.0), new.key],
    )?;
    if new.state == State::Shown {
        set_last(change, new.conversation, place)?;
        store::set_read(change, new.conversation, place)?;
    }
    Ok((id, place))
}

fn set_last(change: &mut Change<'_>, conversation: ItemId, place: i64) -> Result<()> {
    change.run("UPDATE conversation SET last = ?2 WHERE id = ?1", params![conversation.0, place])?;
    Ok(())
}

pub(super) fn insert_photo(
    change: &mut Change<'_>,
    message: ItemId,
    place: i64,
    photo: &NewPhoto,
    alt: &str,
) -> Result<()> {
    let id = items::insert_under(change, Kind::Photo, message, State::Shown)?;
    change.run(
        "INSERT INTO message_photo (id, message_id, place, name, alt, width, height, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![id.0, message.0, place, photo.name, alt, photo.width, photo.height, photo.bytes as i64],
    )?;
    change.run("UPDATE message SET photos = photos + 1 WHERE id = ?1", [message.0])?;
    Ok(())
}

pub(super) fn set_body(change: &mut Change<'_>, id: ItemId, body: &str) -> Result<()> {
    change.run("UPDATE message SET body = ?2 WHERE id = ?1", params![id.0, body])?;
    Ok(())
}

/// Whoever sees a message has something new of it; gives where the count stands with it.
pub(super) fn touch(change: &mut Change<'_>, id: ItemId) -> Result<i64> {
    let count = store::next(change)?;
    change.run("UPDATE message SET changed = ?2 WHERE id = ?1", params![id.0, count])?;
    Ok(count)
}

/// What waited arrives: at the end of its conversation, as if it came now. Gives where the count stands with it.
pub(super) fn arrives(change: &mut Change<'_>, id: ItemId) -> Result<i64> {
    let (count, now) = (store::next(change)?, change.now_ms());
    // What was seen before, and waited again because it was changed, keeps its place.
    change.run(
        "UPDATE conversation SET last = ?2 WHERE id = (SELECT conversation_id FROM message WHERE id = ?1 AND seen = 0)",
        params![id.0, count],
    )?;
    change.run(
        "UPDATE message SET place = CASE seen WHEN 0 THEN ?2 ELSE place END,
                arrived_at = CASE seen WHEN 0 THEN ?3 ELSE arrived_at END, changed = ?2, seen = 1 WHERE id = ?1",
        params![id.0, count, now],
    )?;
    Ok(count)
}

pub(super) fn set_reacted(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    change.run("UPDATE message SET reacted = 1 WHERE id = ?1", [id.0])?;
    Ok(())
}

/// What a decision about a message needs to know of it.
pub(super) struct Decided {
    pub conversation: ItemId,
    pub author: AccountId,
    /// Others saw it before.
    pub was_seen: bool,
    /// Whom it names is told when it arrives: not where there are only two.
    pub names_people: bool,
}

/// Where a message at the desk stands.
pub(super) fn conversation_of(look: &Snapshot<'_>, id: ItemId) -> Result<Option<Decided>> {
    look.one(
        "SELECT conversation_id, author_id, seen, sort <> 'two' FROM seen_message_at_desk WHERE id = ?1",
        [id.0],
        |row| {
            Ok(Decided {
                conversation: ItemId(row.get(0)?),
                author: AccountId(row.get(1)?),
                was_seen: row.get(2)?,
                names_people: row.get(3)?,
            })
        },
    )
}
