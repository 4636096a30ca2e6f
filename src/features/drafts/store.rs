//! The SQL of drafts: each person's own.

use crate::base::{Result, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::web::upload::Form;

/// A form as it was kept.
pub struct Kept {
    /// The name under which it is kept.
    pub word: String,
    /// What stood in it.
    pub form: Form,
    /// When it was last kept, milliseconds since 1970.
    pub saved_at: i64,
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept { word: row.get(0)?, form: super::form_of(row.get_ref(1)?.as_str()?), saved_at: row.get(2)? })
}

/// The viewer's draft of this name.
///
/// # Errors
/// `NotFound` where there is none of theirs.
pub fn find(look: &Snapshot<'_>, word: &str) -> Result<Kept> {
    look.found("SELECT word, fields, saved_at FROM seen_draft WHERE word = ?1", [word], kept)
}

/// What the viewer kept last.
///
/// # Errors
/// `Broken` if the database fails.
pub fn newest(look: &Snapshot<'_>) -> Result<Option<Kept>> {
    look.one("SELECT word, fields, saved_at FROM seen_draft ORDER BY id DESC LIMIT 1", [], kept)
}

/// All that the viewer kept, the last first.
pub(super) fn all(look: &Snapshot<'_>) -> Result<Vec<Kept>> {
    look.list(
        "SELECT word, fields, saved_at FROM seen_draft ORDER BY id DESC LIMIT ?1",
        [limits::DRAFTS_MAX],
        kept,
    )
}

/// What stands in the viewer's draft of this name, as it is kept.
pub(super) fn fields(look: &Snapshot<'_>, word: &str) -> Result<Option<String>> {
    look.one("SELECT fields FROM seen_draft WHERE word = ?1", [word], |row| row.get(0))
}

pub(super) fn count(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_draft", [])
}

pub(super) fn insert(change: &mut Change<'_>, word: &str, fields: &str) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO draft (account_id, word, fields, saved_at) VALUES (?1, ?2, ?3, ?4)",
        params![me.0, word, fields, now],
    )?;
    Ok(())
}

pub(super) fn remove_one(change: &mut Change<'_>, word: &str) -> Result<usize> {
    let me = change.me()?;
    change.run("DELETE FROM draft WHERE account_id = ?1 AND word = ?2", params![me.0, word])
}

/// The viewer's draft of this name is kept no more, nor are its photos as such: it was sent, or thrown away. Nothing
/// happens where there is none.
///
/// # Errors
/// `Broken` if the database fails.
pub fn remove(change: &mut Change<'_>, word: &str) -> Result<()> {
    super::photo_store::remove_all(change, word)?;
    remove_one(change, word).map(|_| ())
}
