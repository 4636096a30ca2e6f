//! The SQL of files.

use super::{NewFile, Sort};
use crate::base::{Audience, GroupId, ItemId, Kind, Result, State};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author};

/// A file as its viewer sees it.
#[derive(Clone, Debug)]
pub struct StoredFile {
    /// Its id, and place in the sequence.
    pub id: ItemId,
    /// Who put it there.
    pub author: Author,
    /// Shown, waiting, or taken out.
    pub state: State,
    /// When, milliseconds since 1970.
    pub made_at: i64,
    /// When its words were last changed.
    pub edited_at: Option<i64>,
    /// In which group.
    pub group: GroupId,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// How large it is.
    pub bytes: u64,
    /// One line about it, perhaps none.
    pub about: String,
}

const FILE: &str =
    "SELECT f.id, f.author_id, a.username, a.shown_name, a.picture, a.role, f.state, f.made_at, f.edited_at,
            f.group_id, f.name, f.sort, f.bytes, f.about
     FROM seen_file AS f CROSS JOIN seen_person AS a ON a.id = f.author_id";

fn file(row: &Row<'_>) -> rusqlite::Result<StoredFile> {
    Ok(StoredFile {
        id: ItemId(row.get(0)?),
        author: items::author(row, 1)?,
        state: State::parse(row.get_ref(6)?.as_str()?).unwrap_or(State::Removed),
        made_at: row.get(7)?,
        edited_at: row.get(8)?,
        group: GroupId(row.get(9)?),
        name: row.get(10)?,
        sort: Sort::parse(row.get_ref(11)?.as_str()?).unwrap_or(Sort::Txt),
        bytes: row.get::<_, i64>(12)?.unsigned_abs(),
        about: row.get(13)?,
    })
}

/// One file, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: ItemId) -> Result<StoredFile> {
    look.found(&format!("{FILE} WHERE f.id = ?1"), [id.0], file)
}

fn of_group_sql() -> String {
    format!("{FILE} WHERE f.group_id = ?1 AND f.id < ?2 AND f.state <> 'removed' ORDER BY f.id DESC LIMIT ?3")
}

/// The newest files of a group below an id.
pub(super) fn of_group(
    look: &Snapshot<'_>,
    group: GroupId,
    before: i64,
    limit: usize,
) -> Result<Vec<StoredFile>> {
    look.list(&of_group_sql(), params![group.0, before, limit as i64], file)
}

const INSIDE: &str = "SELECT sum(bytes) FROM seen_file_weight WHERE group_id = ?1";

/// The statements of pages that are open all day, for the test that none of them reads a table from end to end.
#[cfg(test)]
pub(super) fn statements() -> Vec<(String, usize)> {
    vec![(format!("{FILE} WHERE f.id = ?1"), 1), (of_group_sql(), 3), (FETCH.into(), 1), (INSIDE.into(), 1)]
}

/// What is needed to send a file: name, sort, and name on the shelf. In its group, or at the desk.
pub(super) fn fetch(look: &Snapshot<'_>, id: ItemId) -> Result<(String, Sort, String)> {
    look.found(FETCH, [id.0], |row| {
        let sort = Sort::parse(row.get_ref(1)?.as_str()?).unwrap_or(Sort::Txt);
        Ok((row.get(0)?, sort, row.get(2)?))
    })
}

const FETCH: &str = "SELECT name, sort, shelf FROM seen_file WHERE id = ?1
     UNION ALL SELECT name, sort, shelf FROM seen_file_at_desk WHERE id = ?1 LIMIT 1";

/// Does this page have to be told of this file: in which group is it, where it is seen or was for the viewer?
pub(super) fn concerns(look: &Snapshot<'_>, id: ItemId, group: GroupId) -> Result<bool> {
    look.any(
        // The guard refuses a look that touches a table by its number alone, so each names a column.
        "SELECT 1, name FROM seen_file WHERE id = ?1 AND group_id = ?2
         UNION ALL SELECT 1, kind FROM seen_board_gone WHERE id = ?1 AND kind = 'file' LIMIT 1",
        [id.0, group.0],
    )
}

pub(super) fn is_member(look: &Snapshot<'_>, group: GroupId) -> Result<bool> {
    let me = look.me()?;
    look.any(
        "SELECT 1, since_at FROM seen_membership WHERE group_id = ?1 AND account_id = ?2",
        [group.0, me.0],
    )
}

/// Does the viewer lead this group?
pub(super) fn leads(look: &Snapshot<'_>, group: GroupId) -> Result<bool> {
    let me = look.me()?;
    look.any(
        "SELECT 1 FROM seen_membership WHERE group_id = ?1 AND account_id = ?2 AND leader = 1",
        [group.0, me.0],
    )
}

/// Bytes of all files in a group.
pub(super) fn bytes_in(look: &Snapshot<'_>, group: GroupId) -> Result<u64> {
    Ok(look.number(INSIDE, [group.0])?.unsigned_abs())
}

pub(super) fn insert(
    change: &mut Change<'_>,
    group: GroupId,
    state: State,
    file: &NewFile,
    about: &str,
) -> Result<ItemId> {
    let me = change.me()?;
    let id = items::insert_top(change, Kind::File, &Audience::Groups(vec![group]), state)?;
    change.run(
        "INSERT INTO file (id, group_id, author_id, name, sort, shelf, bytes, about)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![id.0, group.0, me.0, file.name, file.sort.word(), file.shelf, file.bytes as i64, about],
    )?;
    Ok(id)
}

pub(super) fn set_words(change: &mut Change<'_>, id: ItemId, name: &str, about: &str) -> Result<()> {
    change.run("UPDATE file SET name = ?2, about = ?3 WHERE id = ?1", params![id.0, name, about])?;
    Ok(())
}
