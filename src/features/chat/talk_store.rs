//! The SQL of messages.

use super::document_store::Document;
use super::{Sent, document_store};
use crate::base::{Error, ItemId, Kind, Result, State, limits};
use crate::db::{Row, Snapshot, params};
use crate::features::items::{self, Author, id_list};
use crate::features::moderation;
use std::collections::HashMap;

/// A message as its viewer sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its id.
    pub id: ItemId,
    /// Where it was said.
    pub conversation: ItemId,
    /// Who said it.
    pub author: Author,
    /// Shown, waiting, or taken away.
    pub state: State,
    /// When, milliseconds since 1970.
    pub made_at: i64,
    /// When last edited.
    pub edited_at: Option<i64>,
    /// Its order in the conversation.
    pub place: i64,
    /// When whoever sees it last had something new of it, as a count.
    pub changed: i64,
    /// Markdown.
    pub body: String,
    /// The message that it answers.
    pub answers: Option<ItemId>,
    /// How many photos it has.
    pub photos: usize,
    /// How many documents.
    pub files: usize,
    /// Has somebody reacted?
    pub reacted: bool,
    /// What its page called it when it was sent; to its author only.
    pub key: Option<String>,
    /// When it was sent, or let through by staff, milliseconds since 1970: what a page shows.
    pub arrived_at: i64,
}

/// A photo of a message.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PhotoLine {
    pub id: ItemId,
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// What a message answers, as far as the viewer sees it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quote {
    pub id: ItemId,
    pub name: String,
    pub body: String,
    pub photos: usize,
    pub files: usize,
}

/// A message with everything that is shown of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub message: Message,
    pub photos: Vec<PhotoLine>,
    pub files: Vec<Document>,
    pub reactions: items::Reactions,
    /// Sign-in names that the text may link, each with its shown name.
    pub mentions: HashMap<String, String>,
    pub quote: Option<Quote>,
    /// Why staff took it away: the word of the reason, and their note.
    pub removed: Option<(String, String)>,
}

/// What is read of a message `m` by `a`; [`message`] makes it of them.
pub(super) const MESSAGE_COLUMNS: &str =
    "m.id, m.conversation_id, a.id, a.username, a.shown_name, a.picture, a.role, m.state, m.made_at, m.edited_at,
     m.place, m.changed, m.body, m.answers_id, m.photos, m.reacted, m.sent_key, m.arrived_at, m.files";
const MESSAGES: &str = "FROM seen_message AS m CROSS JOIN seen_person AS a ON a.id = m.author_id";

pub(super) fn message(look: &Snapshot<'_>, row: &Row<'_>) -> rusqlite::Result<Message> {
    let author = items::author(row, 2)?;
    let own = look.viewer().id() == Some(author.id);
    Ok(Message {
        id: ItemId(row.get(0)?),
        conversation: ItemId(row.get(1)?),
        author,
        state: State::parse(row.get_ref(7)?.as_str()?).unwrap_or(State::Removed),
        made_at: row.get(8)?,
        edited_at: row.get(9)?,
        place: row.get(10)?,
        changed: row.get(11)?,
        body: row.get(12)?,
        answers: row.get::<_, Option<i64>>(13)?.map(ItemId),
        photos: row.get::<_, u32>(14)? as usize,
        reacted: row.get(15)?,
        key: if own { row.get(16)? } else { None },
        arrived_at: row.get(17)?,
        files: row.get::<_, u32>(18)? as usize,
    })
}

/// One message, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: ItemId) -> Result<Message> {
    let found = look.one(&format!("SELECT {MESSAGE_COLUMNS} {MESSAGES} WHERE m.id = ?1"), [id.0], |row| {
        message(look, row)
    })?;
    found.ok_or(Error::NotFound)
}

/// Where what the viewer may see of a conversation begins: no look walks through what stands before.
const SINCE: &str = "(SELECT since FROM seen_conversation WHERE id = ?1)";

/// Which messages of a conversation.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which {
    /// Those before this place, the newest of them.
    Before(i64),
    /// Those after this place, the oldest of them.
    After(i64),
    /// Those of which the viewer had something new since the count stood here.
    Since(i64),
}

/// Messages of a conversation in their order, with everything that is shown of them; at most `limit`.
pub(super) fn lines(
    look: &Snapshot<'_>,
    conversation: ItemId,
    which: Which,
    limit: usize,
) -> Result<Vec<Line>> {
    let (condition, place) = match which {
        Which::Before(place) => ("m.place < ?2 AND m.place > SINCE ORDER BY m.place DESC", place),
        Which::After(place) => ("m.place > max(?2, SINCE) ORDER BY m.place", place),
        Which::Since(count) => ("m.changed > ?2 ORDER BY m.changed", count),
    };
    let sql = format!(
        "SELECT {MESSAGE_COLUMNS} {MESSAGES} WHERE m.conversation_id = ?1 AND {} LIMIT ?3",
        condition.replace("SINCE", SINCE)
    );
    let mut found =
        look.list(&sql, params![conversation.0, place, limit as i64], |row| message(look, row))?;
    found.sort_by_key(|message| message.place);
    filled(look, found)
}

/// One message with everything that is shown of it, if this viewer sees it.
pub(super) fn line(look: &Snapshot<'_>, id: ItemId) -> Result<Option<Line>> {
    let found = look.one(&format!("SELECT {MESSAGE_COLUMNS} {MESSAGES} WHERE m.id = ?1"), [id.0], |row| {
        message(look, row)
    })?;
    Ok(filled(look, found.into_iter().collect())?.pop())
}

/// What is shown of messages besides themselves: a fixed number of statements, and none for what none of them has.
fn filled(look: &Snapshot<'_>, messages: Vec<Message>) -> Result<Vec<Line>> {
    let texts = messages.iter().map(|message| (message.id, message.body.as_str()));
    let mut mentions = items::mentions(look, texts)?;
    let mut lines: Vec<Line> = messages
        .into_iter()
        .map(|message| Line {
            mentions: mentions.remove(&message.id).unwrap_or_default(),
            message,
            photos: Vec::new(),
            files: Vec::new(),
            reactions: items::Reactions::default(),
            quote: None,
            removed: None,
        })
        .collect();
    fill_photos(look, &mut lines)?;
    fill_files(look, &mut lines)?;
    fill_reactions(look, &mut lines)?;
    fill_quotes(look, &mut lines)?;
    fill_reasons(look, &mut lines)?;
    Ok(lines)
}

fn those(lines: &[Line], which: impl Fn(&Message) -> bool) -> Vec<ItemId> {
    lines
        .iter()
        .map(|line| &line.message)
        .filter(|message| which(message))
        .map(|message| message.id)
        .collect()
}

fn fill_photos(look: &Snapshot<'_>, lines: &mut [Line]) -> Result<()> {
    let with = those(lines, |message| message.photos > 0);
    if with.is_empty() {
        return Ok(());
    }
    let rows = look.list(
        "SELECT message_id, id, alt, width, height FROM seen_message_photo
         WHERE message_id IN (SELECT value FROM json_each(?1)) ORDER BY message_id, place",
        [id_list(&with)],
        |row| {
            let photo = PhotoLine {
                id: ItemId(row.get(1)?),
                alt: row.get(2)?,
                width: row.get(3)?,
                height: row.get(4)?,
            };
            Ok((ItemId(row.get(0)?), photo))
        },
    )?;
    let mut found: HashMap<ItemId, Vec<PhotoLine>> = HashMap::new();
    rows.into_iter().for_each(|(id, photo)| found.entry(id).or_default().push(photo));
    for line in lines {
        line.photos = found.remove(&line.message.id).unwrap_or_default();
    }
    Ok(())
}

fn fill_files(look: &Snapshot<'_>, lines: &mut [Line]) -> Result<()> {
    let with = those(lines, |message| message.files > 0);
    if with.is_empty() {
        return Ok(());
    }
    let mut found = document_store::of(look, "seen_message_file", &with)?;
    for line in lines {
        line.files = found.remove(&line.message.id).unwrap_or_default();
    }
    Ok(())
}

fn fill_reactions(look: &Snapshot<'_>, lines: &mut [Line]) -> Result<()> {
    let with = those(lines, |message| message.reacted);
    if with.is_empty() {
        return Ok(());
    }
    let mut found = items::reactions(look, Kind::Message, &with)?;
    for line in lines {
        line.reactions = found.remove(&line.message.id).unwrap_or_default();
    }
    Ok(())
}

fn fill_quotes(look: &Snapshot<'_>, lines: &mut [Line]) -> Result<()> {
    let mut quoted: Vec<ItemId> = lines.iter().filter_map(|line| line.message.answers).collect();
    if quoted.is_empty() {
        return Ok(());
    }
    quoted.sort_unstable_by_key(|id| id.0);
    quoted.dedup();
    let rows = quotes(look, &quoted)?;
    let found: HashMap<ItemId, Quote> = rows.into_iter().map(|quote| (quote.id, quote)).collect();
    for line in lines {
        line.quote = line.message.answers.and_then(|id| found.get(&id).cloned());
    }
    Ok(())
}

/// A message as it stands above an answer to it.
pub(super) fn quote(look: &Snapshot<'_>, id: ItemId) -> Result<Option<Quote>> {
    Ok(quotes(look, &[id])?.pop())
}

fn quotes(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<Quote>> {
    look.list(
        "SELECT m.id, a.shown_name, substr(m.body, 1, ?2), m.photos, m.files
         FROM seen_message AS m CROSS JOIN seen_person AS a ON a.id = m.author_id
         WHERE m.id IN (SELECT value FROM json_each(?1)) AND m.state = 'shown'",
        params![id_list(ids), 4 * limits::EXCERPT_CHARS_MAX as i64],
        |row| {
            Ok(Quote {
                id: ItemId(row.get(0)?),
                name: row.get(1)?,
                body: row.get(2)?,
                photos: row.get::<_, u32>(3)? as usize,
                files: row.get::<_, u32>(4)? as usize,
            })
        },
    )
}

fn fill_reasons(look: &Snapshot<'_>, lines: &mut [Line]) -> Result<()> {
    let removed = those(lines, |message| message.state == State::Removed);
    let mut found = moderation::why_removed(look, &removed)?;
    for line in lines {
        line.removed = found.remove(&line.message.id);
    }
    Ok(())
}

/// Is there a message before, or after, this place?
pub(super) fn is_more(look: &Snapshot<'_>, conversation: ItemId, which: Which) -> Result<bool> {
    let (condition, place) = match which {
        Which::Before(place) => ("place < ?2 AND place > SINCE ORDER BY place DESC", place),
        Which::After(place) | Which::Since(place) => ("place > max(?2, SINCE) ORDER BY place", place),
    };
    look.any(
        &format!(
            "SELECT 1 FROM seen_message WHERE conversation_id = ?1 AND {} LIMIT 1",
            condition.replace("SINCE", SINCE)
        ),
        params![conversation.0, place],
    )
}

/// Messages that the viewer could see once and no longer can, since the count stood here.
pub(super) fn gone_since(
    look: &Snapshot<'_>,
    conversation: ItemId,
    count: i64,
    limit: usize,
) -> Result<Vec<ItemId>> {
    look.list(
        "SELECT id FROM seen_message_gone WHERE conversation_id = ?1 AND changed > ?2 ORDER BY changed LIMIT ?3",
        params![conversation.0, count, limit as i64],
        |row| row.get(0).map(ItemId),
    )
}

/// Could the viewer see this message once, and no longer?
pub(super) fn is_gone(look: &Snapshot<'_>, id: ItemId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_message_gone WHERE id = ?1", [id.0])
}

/// What became of the message that the viewer sent under this key.
pub(super) fn sent_as(look: &Snapshot<'_>, key: &str) -> Result<Option<Sent>> {
    if key.is_empty() {
        return Ok(None);
    }
    let me = look.me()?;
    look.one(
        "SELECT id, conversation_id, state FROM seen_my_message WHERE author_id = ?1 AND sent_key = ?2",
        params![me.0, key],
        |row| {
            Ok(Sent {
                id: ItemId(row.get(0)?),
                conversation: ItemId(row.get(1)?),
                waits: row.get_ref(2)?.as_str()? == State::Held.word(),
            })
        },
    )
}

/// What the photos of a message show.
pub(super) fn alts(look: &Snapshot<'_>, id: ItemId) -> Result<Vec<String>> {
    look.list("SELECT alt FROM seen_message_photo WHERE message_id = ?1 ORDER BY place", [id.0], |row| {
        row.get(0)
    })
}

/// The place at which to begin so that this message is on the page, with some before it.
pub(super) fn place_of(look: &Snapshot<'_>, id: ItemId) -> Result<Option<(ItemId, i64)>> {
    look.one("SELECT conversation_id, place FROM seen_message WHERE id = ?1", [id.0], |row| {
        Ok((ItemId(row.get(0)?), row.get(1)?))
    })
}

/// The place of the first message that arrived at this moment or later, milliseconds since 1970.
pub(super) fn first_after(look: &Snapshot<'_>, conversation: ItemId, moment: i64) -> Result<Option<i64>> {
    look.one(
        &format!(
            "SELECT place FROM seen_message WHERE conversation_id = ?1 AND arrived_at >= max(?2, (
               SELECT arrived_at FROM seen_message WHERE conversation_id = ?1 AND place > {SINCE} ORDER BY place LIMIT 1))
             ORDER BY arrived_at LIMIT 1"
        ),
        params![conversation.0, moment],
        |row| row.get(0),
    )
}

/// Who has read a conversation up to this place, besides the viewer; at most 50.
pub(super) fn readers(look: &Snapshot<'_>, conversation: ItemId, place: i64) -> Result<Vec<Author>> {
    look.list(
        "SELECT a.id, a.username, a.shown_name, a.picture, a.role
         FROM seen_participant AS p CROSS JOIN seen_person AS a ON a.id = p.account_id
         WHERE p.conversation_id = ?1 AND p.read >= ?2 AND p.account_id <> viewer() LIMIT 50",
        params![conversation.0, place],
        |row| items::author(row, 0),
    )
}
