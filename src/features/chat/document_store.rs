//! The SQL of documents in messages.

use crate::base::{ItemId, Result};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::files::{NewFile, Sort};
use crate::features::items::id_list;
use std::collections::HashMap;

/// A document of a message, as a page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its number: documents are counted by themselves.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// How large it is.
    pub bytes: u64,
    /// Its name on the shelf.
    pub shelf: String,
}

pub(super) fn insert(change: &mut Change<'_>, message: ItemId, place: i64, file: &NewFile) -> Result<()> {
    let me = change.me()?;
    change.run(
        "INSERT INTO message_file (message_id, author_id, place, name, sort, shelf, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![message.0, me.0, place, file.name, file.sort.word(), file.shelf, file.bytes as i64],
    )?;
    change.run("UPDATE message SET files = files + 1 WHERE id = ?1", [message.0])?;
    Ok(())
}

/// What the documents of a message are called.
pub(super) fn names(look: &Snapshot<'_>, message: ItemId) -> Result<Vec<String>> {
    look.list("SELECT name FROM seen_message_file WHERE message_id = ?1 ORDER BY place", [message.0], |row| {
        row.get(0)
    })
}

/// The documents of these messages, in order, as this view shows them.
pub(super) fn of(
    look: &Snapshot<'_>,
    view: &str,
    messages: &[ItemId],
) -> Result<HashMap<ItemId, Vec<Document>>> {
    let rows = look.list(
        &format!(
            "SELECT message_id, id, name, sort, bytes, shelf FROM {view}
             WHERE message_id IN (SELECT value FROM json_each(?1)) ORDER BY message_id, place"
        ),
        [id_list(messages)],
        |row| {
            let document = Document {
                id: row.get(1)?,
                name: row.get(2)?,
                sort: sort(row, 3)?,
                bytes: row.get::<_, i64>(4)?.unsigned_abs(),
                shelf: row.get(5)?,
            };
            Ok((ItemId(row.get(0)?), document))
        },
    )?;
    let mut found: HashMap<ItemId, Vec<Document>> = HashMap::new();
    rows.into_iter().for_each(|(message, document)| found.entry(message).or_default().push(document));
    Ok(found)
}

fn sort(row: &Row<'_>, column: usize) -> rusqlite::Result<Sort> {
    Ok(Sort::parse(row.get_ref(column)?.as_str()?).unwrap_or(Sort::Txt))
}

/// What is needed to send a document: name, sort, and name on the shelf. In its conversation, or as staff see it there.
pub(super) const FETCH: &str = "SELECT name, sort, shelf FROM seen_message_file WHERE id = ?1
     UNION ALL SELECT name, sort, shelf FROM seen_message_file_by_staff WHERE id = ?1 LIMIT 1";

pub(super) fn fetch(look: &Snapshot<'_>, id: i64) -> Result<(String, Sort, String)> {
    look.found(FETCH, [id], |row| Ok((row.get(0)?, sort(row, 1)?, row.get(2)?)))
}
