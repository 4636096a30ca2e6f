//! The SQL of conversations in an archive: what was said in those that its owner is in, as they see it.

use super::beside_store::{numbers, state};
use super::leaf::{Leaf, Paper, Picture, Words, iso};
use crate::base::{ItemId, Result};
use crate::db::{Snapshot, params};
use crate::features::chat;
use serde_json::json;
use std::collections::HashMap;

/// Messages, one's own and those of others, with what their conversation is called.
pub(super) fn messages(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let mut found = look.list(
        "SELECT m.id, m.conversation_id, a.username, a.shown_name, m.state, m.arrived_at, m.edited_at, m.body, m.answers_id
         FROM seen_conversation AS c CROSS JOIN seen_message AS m ON m.conversation_id = c.id
         CROSS JOIN seen_person AS a ON a.id = m.author_id
         WHERE m.id > ?1 ORDER BY m.id LIMIT ?2",
        params![after, most.min(200) as i64],
        |row| {
            let (id, talk): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (username, name): (String, String) = (row.get(2)?, row.get(3)?);
            let (shown, made_at, body): (String, i64, String) = (row.get(4)?, row.get(5)?, row.get(7)?);
            let data = json!({
                "id": id, "conversation": talk, "username": username, "name": name, "text": body, "state": shown,
                "made_at": iso(made_at), "edited_at": row.get::<_, Option<i64>>(6)?.map(iso),
                "answers": row.get::<_, Option<i64>>(8)?,
            });
            let leaf = Leaf { id, data, head: name, text: body, at_ms: Some(made_at), ..Leaf::default() };
            Ok(leaf.with(words.lang.archive_state(), state(words, &shown)))
        },
    )?;
    let talk = |leaf: &Leaf| leaf.data["conversation"].as_i64().map(ItemId);
    let mut talks: Vec<ItemId> = found.iter().filter_map(talk).collect();
    talks.sort_unstable_by_key(|id| id.0);
    talks.dedup();
    let names = chat::names(look, &talks)?;
    let ids = numbers(found.iter().map(|leaf| leaf.id));
    let (mut photos, mut documents) = (photos(look, &ids)?, documents(look, &ids)?);
    for leaf in &mut found {
        let name = talk(leaf).and_then(|id| names.get(&id)).cloned().unwrap_or_default();
        leaf.data["conversation_name"] = name.as_str().into();
        leaf.facts.insert(0, (words.lang.chat_conversation().to_owned(), name));
        leaf.photos = photos.remove(&leaf.id).unwrap_or_default();
        let files: Vec<_> =
            leaf.photos.iter().map(|photo| json!({ "file": photo.file, "alt": photo.alt })).collect();
        leaf.data["photos"] = files.into();
        let documents = documents.remove(&leaf.id).unwrap_or_default();
        leaf.data["documents"] = documents.iter().map(Document::data).collect::<Vec<_>>().into();
        let others: Vec<&str> = documents
            .iter()
            .filter(|document| !document.own)
            .map(|document| document.name.as_str())
            .collect();
        leaf.facts
            .extend(others.into_iter().map(|name| (words.lang.chat_document().to_owned(), name.to_owned())));
        leaf.papers = documents.into_iter().filter_map(Document::paper).collect();
    }
    Ok(found)
}

fn photos(look: &Snapshot<'_>, ids: &str) -> Result<HashMap<i64, Vec<Picture>>> {
    let rows = look.list(
        "SELECT message_id, id, name, alt FROM seen_message_photo
         WHERE message_id IN (SELECT value FROM json_each(?1)) ORDER BY message_id, place",
        [ids],
        |row| {
            let (message, id): (i64, i64) = (row.get(0)?, row.get(1)?);
            let picture = Picture { shelf: row.get(2)?, file: format!("photos/{id}.jpg"), alt: row.get(3)? };
            Ok((message, picture))
        },
    )?;
    let mut found: HashMap<i64, Vec<Picture>> = HashMap::new();
    rows.into_iter().for_each(|(message, picture)| found.entry(message).or_default().push(picture));
    Ok(found)
}

/// A document of a message: one's own goes along, of others' there is the name.
struct Document {
    id: i64,
    name: String,
    shelf: String,
    bytes: i64,
    own: bool,
}

impl Document {
    /// Its place in the archive: apart from the files of groups, which are counted otherwise.
    fn file(&self) -> String {
        format!("files/messages/{}-{}", self.id, self.name)
    }

    fn data(&self) -> serde_json::Value {
        json!({ "name": self.name, "bytes": self.bytes, "file": self.own.then(|| self.file()) })
    }

    fn paper(self) -> Option<Paper> {
        self.own.then(|| Paper { file: self.file(), shelf: self.shelf, name: self.name })
    }
}

fn documents(look: &Snapshot<'_>, ids: &str) -> Result<HashMap<i64, Vec<Document>>> {
    let rows = look.list(
        "SELECT message_id, id, name, shelf, bytes, author_id = viewer() FROM seen_message_file
         WHERE message_id IN (SELECT value FROM json_each(?1)) ORDER BY message_id, place",
        [ids],
        |row| {
            let document = Document {
                id: row.get(1)?,
                name: row.get(2)?,
                shelf: row.get(3)?,
                bytes: row.get(4)?,
                own: row.get(5)?,
            };
            Ok((row.get::<_, i64>(0)?, document))
        },
    )?;
    let mut found: HashMap<i64, Vec<Document>> = HashMap::new();
    rows.into_iter().for_each(|(message, document)| found.entry(message).or_default().push(document));
    Ok(found)
}
