//! The SQL of the desk's lists: what waits, and what was decided.

use crate::base::{ItemId, Kind, Result, limits};
use crate::db::{Row, Snapshot, params};
use std::collections::{HashMap, HashSet};

/// Somebody, as a line of the desk names them.
#[derive(Clone, Debug)]
pub struct Who {
    /// Sign-in name.
    pub username: String,
    /// Shown name.
    pub shown_name: String,
    /// Shelf name of the picture.
    pub picture: Option<String>,
}

/// The people with these ids whom the viewer sees: one statement, however many.
///
/// # Errors
/// `Broken` if the database fails.
pub fn people(look: &Snapshot<'_>, ids: impl IntoIterator<Item = i64>) -> Result<HashMap<i64, Who>> {
    let ids: HashSet<i64> = ids.into_iter().filter(|id| *id > 0).collect();
    let rows = look.list(
        "SELECT id, username, shown_name, picture FROM seen_person WHERE id IN (SELECT value FROM json_each(?1))",
        [numbers(ids)],
        |row| {
            let who = Who { username: row.get(1)?, shown_name: row.get(2)?, picture: row.get(3)? };
            Ok((row.get::<_, i64>(0)?, who))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// Ids as the JSON list that `json_each` reads.
pub(super) fn numbers(ids: impl IntoIterator<Item = i64>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    format!("[{}]", ids.join(","))
}

/// One line of the desk, or of what was decided: the item in short.
#[derive(Clone, Debug)]
pub(super) struct Short {
    pub kind: Kind,
    pub held: bool,
    pub body: String,
    /// The first of its photos, and how many.
    pub photo: Option<ItemId>,
    pub photos: i64,
}

/// Photos that wait, the first page of them, with their words; whose they are.
pub(super) struct Waiting {
    pub photos: Vec<(ItemId, String)>,
    pub author: i64,
    pub people: HashMap<i64, Who>,
}

/// The album and the author of a photo that waits.
pub(super) fn held_photo(look: &Snapshot<'_>, id: ItemId) -> Result<Option<(i64, i64)>> {
    look.one(
        "SELECT parent_id, author_id FROM seen_held WHERE id = ?1 AND kind = 'photo' AND parent_id IS NOT NULL",
        [id.0],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The waiting photos of an album, and of a person.
pub(super) const HELD_PHOTOS: [&str; 2] = [
    "SELECT d.id, d.body FROM seen_held AS h CROSS JOIN seen_at_desk AS d ON d.id = h.id
     WHERE h.parent_id = ?1 AND h.kind = 'photo' ORDER BY h.id LIMIT ?2",
    "SELECT d.id, d.body FROM seen_held AS h CROSS JOIN seen_at_desk AS d ON d.id = h.id
     WHERE h.author_id = ?1 AND h.kind = 'photo' ORDER BY h.id LIMIT ?2",
];

/// The first waiting photos of an album, or of a person.
pub(super) fn held_photos(look: &Snapshot<'_>, of_author: bool, id: i64) -> Result<Vec<(ItemId, String)>> {
    let sql = HELD_PHOTOS[usize::from(of_author)];
    look.list(sql, params![id, limits::ALBUM_PAGE as i64], |row| Ok((ItemId(row.get(0)?), row.get(1)?)))
}

/// Those of these photos that wait still.
pub(super) fn still_held(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<ItemId>> {
    look.list(
        "SELECT id FROM seen_held WHERE kind = 'photo' AND id IN (SELECT value FROM json_each(?1)) ORDER BY id",
        [numbers(ids.iter().map(|id| id.0))],
        |row| row.get(0).map(ItemId),
    )
}

/// These items in short. Two statements, however many.
pub(super) fn shorts(look: &Snapshot<'_>, ids: &[i64]) -> Result<HashMap<i64, Short>> {
    let list = numbers(ids.iter().copied());
    let rows = look.list(
        "SELECT id, kind, substr(body, 1, 300), state = 'held' FROM seen_at_desk
         WHERE id IN (SELECT value FROM json_each(?1))",
        [&list],
        |row| {
            let id: i64 = row.get(0)?;
            let kind = Kind::parse(row.get_ref(1)?.as_str()?).unwrap_or(Kind::Post);
            let is_photo = kind == Kind::Photo;
            let short = Short {
                kind,
                held: row.get(3)?,
                body: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                photo: is_photo.then_some(ItemId(id)),
                photos: i64::from(is_photo),
            };
            Ok((id, short))
        },
    )?;
    let mut found: HashMap<i64, Short> = rows.into_iter().collect();
    let photos = look.list(
        "SELECT parent_id, min(id), count(*) FROM seen_at_desk
         WHERE kind = 'photo' AND parent_id IN (SELECT value FROM json_each(?1)) GROUP BY parent_id",
        [&list],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)),
    )?;
    for (post, first, count) in photos {
        if let Some(short) = found.get_mut(&post) {
            (short.photo, short.photos) = (Some(ItemId(first)), count);
        }
    }
    Ok(found)
}

/// How many open reports of each reason, by case.
pub(super) type Reasons = HashMap<i64, Vec<(String, i64)>>;

/// Open reports of each reason of these cases. One statement, however many.
pub(super) fn reasons(look: &Snapshot<'_>, cases: &[i64]) -> Result<Reasons> {
    let mut found = Reasons::new();
    let rows = look.list(
        "SELECT case_id, reason, count(*) FROM seen_report WHERE closed_at IS NULL
           AND case_id IN (SELECT value FROM json_each(?1)) GROUP BY case_id, reason ORDER BY min(calm), count(*) DESC",
        [numbers(cases.iter().copied())],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?)),
    )?;
    for (case, reason, count) in rows {
        found.entry(case).or_default().push((reason, count));
    }
    Ok(found)
}

/// Something that was decided.
pub(super) struct Decided {
    pub id: i64,
    pub item: Option<i64>,
    pub about: i64,
    pub kind: String,
    pub reason: String,
    pub note: String,
    pub by: i64,
    pub made_at: i64,
    /// About whoever decided: nobody else could.
    pub alone: bool,
}

pub(super) fn decided(row: &Row<'_>) -> rusqlite::Result<Decided> {
    Ok(Decided {
        id: row.get(0)?,
        item: row.get(1)?,
        about: row.get(2)?,
        kind: row.get(3)?,
        reason: row.get(4)?,
        note: row.get(5)?,
        by: row.get(6)?,
        made_at: row.get(7)?,
        alone: row.get(8)?,
    })
}

/// What was decided where the viewer decides.
const DONE: &str =
    "SELECT id, item_id, about_id, kind, reason, note, decided_by, made_at, alone FROM seen_decision
     WHERE (viewer_holds('moderate') OR EXISTS (SELECT 1 FROM seen_decidable AS d WHERE d.id = item_id))
       AND id < ?1 ORDER BY id DESC LIMIT ?2";

/// What was decided before this decision, newest first.
pub(super) fn done(look: &Snapshot<'_>, before: i64, rows: usize) -> Result<Vec<Decided>> {
    look.list(DONE, params![before, rows as i64], decided)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn what_was_decided_and_photos_that_wait_are_walked_down_an_index_and_never_sorted() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        let staff = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
        let plans = db.read(&staff, |look| {
            let of_person = "SELECT 1 FROM seen_decision WHERE about_id = ?1 AND kind = 'remove' LIMIT 100";
            Ok([
                look.plan(HELD_PHOTOS[0], [1, 50])?,
                look.plan(HELD_PHOTOS[1], [1, 50])?,
                look.plan(DONE, [0, 50])?,
                look.plan(of_person, [0])?,
            ])
        });
        for plan in plans.await.expect("plans") {
            for line in &plan {
                let walked =
                    line.starts_with("SCAN") && !line.contains("USING") && !line.contains("CONSTANT ROW");
                assert!(!walked && !line.contains("TEMP B-TREE"), "{plan:#?}");
            }
        }
        db.close();
    }
}
