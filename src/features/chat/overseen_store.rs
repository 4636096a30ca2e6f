//! The SQL of messages as staff see them: in a case, in the conversation of a group, or under a Reading.

use super::Sort;
use super::document_store::{self, Document};
use crate::base::{AccountId, GroupId, ItemId, Result, State};
use crate::db::{Row, Snapshot, params};
use crate::features::items::{Version, id_list};
use std::collections::HashMap;

/// Through which views staff see messages. Who may name which is a rule of the house (tidy).
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Of the messages themselves.
    pub messages: &'static str,
    /// Of their photos.
    pub photos: &'static str,
    /// Of their documents.
    pub files: &'static str,
    /// Of what they said before.
    pub edits: &'static str,
}

/// What staff who moderate see without a Reading.
pub const BY_STAFF: Source = Source {
    messages: "seen_message_by_staff",
    photos: "seen_photo_by_staff",
    files: "seen_message_file_by_staff",
    edits: "seen_edit_at_desk",
};

/// What they see in the conversation of a group: what its members see.
pub const OF_GROUP: Source = Source { messages: "seen_message_of_group", ..BY_STAFF };

/// A message as staff see it.
#[derive(Clone, Debug)]
pub struct Overseen {
    /// Its id.
    pub id: ItemId,
    /// Who said it.
    pub author: AccountId,
    /// Shown, waiting, or taken away.
    pub state: State,
    /// Taken away by its author.
    pub by_author: bool,
    /// Its order.
    pub place: i64,
    /// When it arrived, or was written where it waits.
    pub at_ms: i64,
    /// Was it changed?
    pub edited: bool,
    /// Markdown.
    pub body: String,
    /// The message that it answers.
    pub answers: Option<ItemId>,
    /// Its photos: id, and what they show.
    pub photos: Vec<(ItemId, String)>,
    /// Its documents.
    pub files: Vec<Document>,
    /// What it said before, newest first.
    pub earlier: Vec<Version>,
}

/// Which messages of a conversation, by their place.
#[derive(Clone, Copy, Debug)]
pub enum Span {
    /// The newest of those at this place or before it.
    UpTo(i64),
    /// The oldest of those after it.
    After(i64),
}

fn overseen(row: &Row<'_>) -> rusqlite::Result<Overseen> {
    let author: i64 = row.get(1)?;
    Ok(Overseen {
        id: ItemId(row.get(0)?),
        author: AccountId(author),
        state: State::parse(row.get_ref(2)?.as_str()?).unwrap_or(State::Removed),
        by_author: row.get::<_, Option<i64>>(3)? == Some(author),
        edited: row.get::<_, Option<i64>>(4)?.is_some(),
        place: row.get(5)?,
        at_ms: row.get(6)?,
        body: row.get(7)?,
        answers: row.get::<_, Option<i64>>(8)?.map(ItemId),
        photos: Vec::new(),
        files: Vec::new(),
        earlier: Vec::new(),
    })
}

/// Messages of a conversation in their order, as staff see them through these views; at most `limit`. Four statements.
///
/// # Errors
/// `Broken` if the database fails.
pub fn overseen_in(
    look: &Snapshot<'_>,
    source: &Source,
    conversation: ItemId,
    span: Span,
    limit: usize,
) -> Result<Vec<Overseen>> {
    let (condition, place) = match span {
        Span::UpTo(place) => ("place <= ?2 ORDER BY place DESC", place),
        Span::After(place) => ("place > ?2 ORDER BY place", place),
    };
    let sql = format!(
        "SELECT id, author_id, state, removed_by, edited_at, place, arrived_at, body, answers_id FROM {}
         WHERE conversation_id = ?1 AND {condition} LIMIT ?3",
        source.messages
    );
    let mut found = look.list(&sql, params![conversation.0, place, limit as i64], overseen)?;
    found.sort_by_key(|message| message.place);
    fill(look, source, &mut found)?;
    Ok(found)
}

fn fill(look: &Snapshot<'_>, source: &Source, messages: &mut [Overseen]) -> Result<()> {
    let ids: Vec<ItemId> = messages.iter().map(|message| message.id).collect();
    let list = id_list(&ids);
    let photos = look.list(
        &format!(
            "SELECT message_id, id, alt FROM {} WHERE message_id IN (SELECT value FROM json_each(?1))
             ORDER BY message_id, place",
            source.photos
        ),
        [&list],
        |row| Ok((row.get::<_, i64>(0)?, (ItemId(row.get(1)?), row.get::<_, String>(2)?))),
    )?;
    let mut with: HashMap<i64, Vec<(ItemId, String)>> = HashMap::new();
    photos.into_iter().for_each(|(message, photo)| with.entry(message).or_default().push(photo));
    let edits = look.list(
        &format!(
            "SELECT item_id, body, until_at FROM {} WHERE item_id IN (SELECT value FROM json_each(?1))
             ORDER BY item_id, version DESC",
            source.edits
        ),
        [&list],
        |row| Ok((row.get::<_, i64>(0)?, Version { body: row.get(1)?, until_at: row.get(2)? })),
    )?;
    let mut before: HashMap<i64, Vec<Version>> = HashMap::new();
    edits.into_iter().for_each(|(message, version)| before.entry(message).or_default().push(version));
    let mut files = document_store::of(look, source.files, &ids)?;
    for message in messages {
        message.files = files.remove(&message.id).unwrap_or_default();
        message.photos = with.remove(&message.id.0).unwrap_or_default();
        message.earlier = before.remove(&message.id.0).unwrap_or_default();
    }
    Ok(())
}

/// In which conversation something at the desk stands, as staff see it.
#[derive(Clone, Debug)]
pub struct InCase {
    /// The conversation.
    pub id: ItemId,
    /// Between whom it is.
    pub sort: Sort,
    /// The group whose it is.
    pub group: Option<GroupId>,
    /// Its own name; empty where it has none.
    pub name: String,
    /// The place round which staff see messages.
    pub place: i64,
    /// Who is in it, or was (`true`).
    pub people: Vec<(AccountId, bool)>,
}

/// People of one conversation whom a case names; the others are counted nowhere.
const PEOPLE_MAX: i64 = 200;

/// In which conversation this message stands, or the one that was reported; none where it is not at the desk.
///
/// # Errors
/// `Broken` if the database fails.
pub fn talk_in_case(look: &Snapshot<'_>, case: ItemId) -> Result<Option<InCase>> {
    let found = look.one(
        "SELECT id, sort, group_id, name, at_place FROM seen_talk_in_case WHERE case_id = ?1 LIMIT 1",
        [case.0],
        |row| {
            Ok(InCase {
                id: ItemId(row.get(0)?),
                sort: Sort::parse(row.get_ref(1)?.as_str()?).unwrap_or(Sort::Many),
                group: row.get::<_, Option<i64>>(2)?.map(GroupId),
                name: row.get(3)?,
                place: row.get::<_, Option<i64>>(4)?.unwrap_or(0),
                people: Vec::new(),
            })
        },
    )?;
    let Some(mut talk) = found else { return Ok(None) };
    talk.people = look.list(
        "SELECT account_id, gone FROM seen_people_in_case WHERE case_id = ?1 LIMIT ?2",
        params![case.0, PEOPLE_MAX],
        |row| Ok((AccountId(row.get(0)?), row.get(1)?)),
    )?;
    Ok(Some(talk))
}

/// The conversation of a group, where staff may read it without being in it.
///
/// # Errors
/// `Broken` if the database fails.
pub fn of_group_by_staff(look: &Snapshot<'_>, group: GroupId) -> Result<Option<ItemId>> {
    look.one("SELECT id FROM seen_talk_of_group WHERE group_id = ?1", [group.0], |row| row.get(0).map(ItemId))
}
