//! The SQL of photos that are kept with drafts: each person's own.

use super::KeptPhoto;
use crate::base::{Result, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::photos::NewPhoto;
use std::collections::HashMap;

fn kept(row: &Row<'_>, first: usize) -> rusqlite::Result<KeptPhoto> {
    Ok(KeptPhoto {
        id: row.get(first)?,
        alt: row.get(first + 1)?,
        width: row.get(first + 2)?,
        height: row.get(first + 3)?,
    })
}

/// The photos that are kept with the viewer's draft of this name, in order.
///
/// # Errors
/// `Broken` if the database fails.
pub fn photos(look: &Snapshot<'_>, word: &str) -> Result<Vec<KeptPhoto>> {
    look.list(
        "SELECT id, alt, width, height FROM seen_draft_photo WHERE word = ?1 ORDER BY id LIMIT ?2",
        params![word, limits::POST_PHOTOS_MAX as i64],
        |row| kept(row, 0),
    )
}

/// Those of all the viewer's drafts, by the name of the draft.
pub(super) fn all(look: &Snapshot<'_>) -> Result<HashMap<String, Vec<KeptPhoto>>> {
    let rows = look.list(
        "SELECT word, id, alt, width, height FROM seen_draft_photo ORDER BY word, id LIMIT ?1",
        [limits::DRAFTS_MAX * limits::POST_PHOTOS_MAX as i64],
        |row| Ok((row.get::<_, String>(0)?, kept(row, 1)?)),
    )?;
    let mut found: HashMap<String, Vec<KeptPhoto>> = HashMap::new();
    for (word, photo) in rows {
        found.entry(word).or_default().push(photo);
    }
    Ok(found)
}

pub(super) fn count(look: &Snapshot<'_>, word: &str) -> Result<usize> {
    let count = look.number("SELECT count(*) FROM seen_draft_photo WHERE word = ?1", [word])?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The name on the shelf of the viewer's own kept photo.
pub(super) fn file_of(look: &Snapshot<'_>, id: i64) -> Result<String> {
    look.found("SELECT name FROM seen_draft_photo WHERE id = ?1", [id], |row| row.get(0))
}

/// The photos of a draft as a post names them, without what was typed about them.
pub(super) fn to_send(look: &Snapshot<'_>, word: &str) -> Result<HashMap<i64, NewPhoto>> {
    let rows = look.list(
        "SELECT id, name, width, height, bytes FROM seen_draft_photo WHERE word = ?1",
        [word],
        |row| {
            let bytes: i64 = row.get(4)?;
            let photo = NewPhoto {
                name: row.get(1)?,
                alt: String::new(),
                width: row.get(2)?,
                height: row.get(3)?,
                bytes: u64::try_from(bytes).unwrap_or(0),
            };
            Ok((row.get::<_, i64>(0)?, photo))
        },
    )?;
    Ok(rows.into_iter().collect())
}

pub(super) fn insert(change: &mut Change<'_>, word: &str, photo: &NewPhoto, alt: &str) -> Result<i64> {
    let me = change.me()?;
    let bytes = i64::try_from(photo.bytes).unwrap_or(i64::MAX);
    change.insert(
        "INSERT INTO draft_photo (account_id, word, name, alt, width, height, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![me.0, word, photo.name, alt, photo.width, photo.height, bytes],
    )
}

pub(super) fn set_alt(change: &mut Change<'_>, word: &str, id: i64, alt: &str) -> Result<()> {
    let me = change.me()?;
    change.run(
        "UPDATE draft_photo SET alt = ?4 WHERE account_id = ?1 AND word = ?2 AND id = ?3",
        params![me.0, word, id, alt],
    )?;
    Ok(())
}

pub(super) fn remove(change: &mut Change<'_>, word: &str, id: i64) -> Result<()> {
    let me = change.me()?;
    change.run(
        "DELETE FROM draft_photo WHERE account_id = ?1 AND word = ?2 AND id = ?3",
        params![me.0, word, id],
    )?;
    Ok(())
}

/// None of a draft is kept any more.
pub(super) fn remove_all(change: &mut Change<'_>, word: &str) -> Result<()> {
    let me = change.me()?;
    change.run("DELETE FROM draft_photo WHERE account_id = ?1 AND word = ?2", params![me.0, word])?;
    Ok(())
}
