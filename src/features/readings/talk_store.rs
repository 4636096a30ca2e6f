//! The SQL of private talk under a Reading: what staff want to look into, and what is shown of it.

use super::Target;
use crate::base::{AccountId, Error, ItemId, Result, limits};
use crate::db::{Snapshot, params};
use crate::features::chat::{self, Overseen, Sort, Source, Span};
use crate::features::files::Sort as FileSort;
use std::collections::HashMap;

/// What a Reading opens.
pub(super) const UNDER: Source = Source {
    messages: "seen_reading_message",
    photos: "seen_reading_photo",
    files: "seen_reading_file",
    edits: "seen_reading_edit",
};

/// People of conversations whom one page names.
const PEOPLE_MAX: i64 = 2_000;

/// What staff want to look into, as far as they may know before they have.
pub(super) struct About {
    pub conversation: Option<ItemId>,
    pub person: Option<AccountId>,
    /// It is what the person posts for few, and not with whom they talk.
    pub of_posts: bool,
    /// Who is or was in it; the person.
    pub people: Vec<AccountId>,
    /// They are in it themselves, or were, or it is about them.
    pub own: bool,
    /// Somebody met in it what is confidential: it takes two to open it again.
    pub confidential: bool,
}

/// Looks up a target; where it is not the viewer's to know of, it does not exist.
pub(super) fn about(look: &Snapshot<'_>, target: Target) -> Result<About> {
    if !look.viewer().holds(crate::base::Duty::Safeguard) {
        return Err(Error::NotFound);
    }
    match target {
        Target::Case(item) => {
            let talk = chat::talk_in_case(look, item)?.ok_or(Error::NotFound)?;
            of_conversation(look, talk.id, talk.people.into_iter().map(|(id, _)| id).collect())
        }
        Target::Named { reading, conversation } => {
            look.found(
                "SELECT 1, name FROM seen_reading_conversation WHERE reading_id = ?1 AND id = ?2",
                [reading, conversation.0],
                |_| Ok(()),
            )?;
            let people = look.list(
                "SELECT account_id FROM seen_reading_companion WHERE reading_id = ?1 AND conversation_id = ?2 LIMIT ?3",
                params![reading, conversation.0, PEOPLE_MAX],
                |row| row.get(0).map(AccountId),
            )?;
            of_conversation(look, conversation, people)
        }
        Target::Person(person) | Target::Posts(person) => {
            look.found("SELECT username FROM seen_person WHERE id = ?1", [person.0], |_| Ok(()))?;
            let own = look.viewer().id() == Some(person);
            let of_posts = matches!(target, Target::Posts(_));
            let confidential = look.any(
                "SELECT 1 FROM seen_confidential WHERE person_id = ?1 AND of_posts = ?2",
                params![person.0, of_posts],
            )?;
            Ok(About {
                conversation: None,
                person: Some(person),
                of_posts,
                people: vec![person],
                own,
                confidential,
            })
        }
    }
}

fn of_conversation(look: &Snapshot<'_>, id: ItemId, people: Vec<AccountId>) -> Result<About> {
    let own = look.any("SELECT 1 FROM seen_reading_own WHERE conversation_id = ?1", [id.0])?;
    let confidential = look.any("SELECT 1 FROM seen_confidential WHERE conversation_id = ?1", [id.0])?;
    Ok(About { conversation: Some(id), person: None, of_posts: false, people, own, confidential })
}

/// The account of this sign-in name.
pub(super) fn person(look: &Snapshot<'_>, username: &str) -> Result<Option<AccountId>> {
    look.one("SELECT id FROM seen_person WHERE username = ?1", [username], |row| row.get(0).map(AccountId))
}

/// The conversation that the viewer's open Reading is of.
pub(super) fn open_conversation(look: &Snapshot<'_>, id: i64) -> Result<ItemId> {
    look.found(
        "SELECT conversation_id FROM seen_reading_open WHERE id = ?1 AND conversation_id IS NOT NULL",
        [id],
        |row| row.get(0).map(ItemId),
    )
}

/// The person whom the viewer's open Reading is about: of their posts for few, or of those with whom they talk.
pub(super) fn open_person(look: &Snapshot<'_>, id: i64, of_posts: bool) -> Result<AccountId> {
    look.found(
        "SELECT person_id FROM seen_reading_open WHERE id = ?1 AND person_id IS NOT NULL AND of_posts = ?2",
        params![id, of_posts],
        |row| row.get(0).map(AccountId),
    )
}

/// Messages of a conversation under the viewer's open Reading: one more than a page has.
pub(super) fn messages(look: &Snapshot<'_>, conversation: ItemId, span: Span) -> Result<Vec<Overseen>> {
    chat::overseen_in(look, &UNDER, conversation, span, limits::MESSAGES_PAGE + 1)
}

/// Is this a message of that conversation, under the viewer's open Reading?
pub(super) fn is_message(look: &Snapshot<'_>, conversation: ItemId, item: ItemId) -> Result<bool> {
    look.any(
        "SELECT 1 FROM seen_reading_message WHERE id = ?1 AND conversation_id = ?2",
        [item.0, conversation.0],
    )
}

/// The file of a photo under the viewer's open Reading of this number.
pub(super) fn photo(look: &Snapshot<'_>, id: i64, photo: ItemId) -> Result<String> {
    if let Some(name) = super::posts_store::photo(look, id, photo)? {
        return Ok(name);
    }
    let conversation = open_conversation(look, id)?;
    look.found(
        "SELECT p.name FROM seen_reading_photo AS p JOIN seen_reading_message AS m ON m.id = p.message_id
         WHERE p.id = ?1 AND m.conversation_id = ?2",
        [photo.0, conversation.0],
        |row| row.get(0),
    )
}

/// A document under the viewer's open Reading of this number: what it is called, its sort, its name on the shelf.
pub(super) fn document(look: &Snapshot<'_>, id: i64, document: i64) -> Result<(String, FileSort, String)> {
    let conversation = open_conversation(look, id)?;
    look.found(
        "SELECT name, sort, shelf FROM seen_reading_file WHERE id = ?1 AND conversation_id = ?2",
        [document, conversation.0],
        |row| {
            let sort = FileSort::parse(row.get_ref(1)?.as_str()?).unwrap_or(FileSort::Txt);
            Ok((row.get(0)?, sort, row.get(2)?))
        },
    )
}

/// The picture of this conversation, under the viewer's open Reading of this number.
pub(super) fn picture(look: &Snapshot<'_>, id: i64, conversation: ItemId) -> Result<Option<String>> {
    look.one(
        "SELECT picture FROM seen_reading_picture WHERE reading_id = ?1 AND conversation_id = ?2 LIMIT 1",
        [id, conversation.0],
        |row| row.get(0),
    )
}

/// A conversation by its name, its picture and its people, and nothing else of it.
pub(super) struct Named {
    pub id: ItemId,
    pub sort: Sort,
    pub name: String,
    pub pictured: bool,
    /// The person is in it no more.
    pub gone: bool,
    pub people: Vec<AccountId>,
}

/// The conversations of a person under the viewer's open Reading, the newest first.
pub(super) fn conversations(look: &Snapshot<'_>, id: i64, before: i64, limit: usize) -> Result<Vec<Named>> {
    let mut talks = look.list(
        "SELECT id, sort, coalesce(nullif(name, ''), (SELECT name FROM seen_group WHERE id = t.group_id), ''), gone,
           EXISTS (SELECT 1 FROM seen_reading_picture AS p WHERE p.reading_id = t.reading_id AND p.conversation_id = t.id)
         FROM seen_reading_conversation AS t WHERE reading_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
        params![id, before, limit as i64],
        |row| {
            Ok(Named {
                id: ItemId(row.get(0)?),
                sort: Sort::parse(row.get_ref(1)?.as_str()?).unwrap_or(Sort::Many),
                name: row.get(2)?,
                gone: row.get(3)?,
                pictured: row.get(4)?,
                people: Vec::new(),
            })
        },
    )?;
    let ids: Vec<ItemId> = talks.iter().map(|talk| talk.id).collect();
    let people = look.list(
        "SELECT conversation_id, account_id FROM seen_reading_companion
         WHERE reading_id = ?1 AND conversation_id IN (SELECT value FROM json_each(?2)) LIMIT ?3",
        params![id, crate::features::items::id_list(&ids), PEOPLE_MAX],
        |row| Ok((row.get::<_, i64>(0)?, AccountId(row.get(1)?))),
    )?;
    let mut with: HashMap<i64, Vec<AccountId>> = HashMap::new();
    people.into_iter().for_each(|(talk, person)| with.entry(talk).or_default().push(person));
    for talk in &mut talks {
        talk.people = with.remove(&talk.id.0).unwrap_or_default();
    }
    Ok(talks)
}

/// Who is or was in the conversations of these Readings.
pub(super) fn people_of(look: &Snapshot<'_>, readings: &[i64]) -> Result<HashMap<i64, Vec<AccountId>>> {
    let ids: Vec<ItemId> = readings.iter().map(|id| ItemId(*id)).collect();
    let rows = look.list(
        "SELECT reading_id, account_id FROM seen_reading_people
         WHERE reading_id IN (SELECT value FROM json_each(?1)) LIMIT ?2",
        params![crate::features::items::id_list(&ids), PEOPLE_MAX],
        |row| Ok((row.get::<_, i64>(0)?, AccountId(row.get(1)?))),
    )?;
    let mut found: HashMap<i64, Vec<AccountId>> = HashMap::new();
    rows.into_iter().for_each(|(reading, person)| found.entry(reading).or_default().push(person));
    Ok(found)
}
