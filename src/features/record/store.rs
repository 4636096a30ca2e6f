//! The SQL of what staff did about the viewer.

use crate::base::{ItemId, Kind, Result};
use crate::db::{Snapshot, params};

/// Something that was done to the viewer's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its place in the record.
    pub seq: i64,
    /// The word of the act.
    pub act: String,
    /// The word of its reason, where there is one.
    pub reason: Option<String>,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// Something that was done to what the viewer made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The decision.
    pub id: i64,
    /// What it is about.
    pub item: ItemId,
    /// What that is, where the viewer still sees it.
    pub kind: Option<Kind>,
    /// Its words, where the viewer still sees it.
    pub body: String,
    /// `remove`, `restore` or `release`.
    pub what: String,
    /// The word of the reason.
    pub reason: String,
    /// Words of staff, perhaps none.
    pub note: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// On which day of the box.
    pub day: i64,
    /// It took back an earlier decision, and is none that one asks a second look at: that is the earlier one.
    pub undoes: bool,
}

pub(super) const ACCOUNT: &str =
    "SELECT seq, act, reason_code, at FROM seen_about_me WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2";

/// What staff did to the viewer's account before this place of the record, newest first.
///
/// # Errors
/// `Broken` if the database fails.
pub fn about_account(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<About>> {
    look.list(ACCOUNT, params![before, limit as i64], |row| {
        Ok(About { seq: row.get(0)?, act: row.get(1)?, reason: row.get(2)?, at_ms: row.get(3)? })
    })
}

/// That staff saw with whom the viewer talks, or what they posted for few.
#[derive(Clone, Debug)]
pub(super) struct Looked {
    /// It was what they posted for few.
    pub of_posts: bool,
    /// The word of the reason.
    pub reason: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// When staff looked with whom the viewer talks, the newest first, as far as people are told.
pub(super) fn looked(look: &Snapshot<'_>, limit: usize) -> Result<Vec<Looked>> {
    let me = look.me()?;
    look.list(
        "SELECT reason, shown_at, of_posts FROM seen_told_reading WHERE person_id = ?1 ORDER BY id DESC LIMIT ?2",
        params![me.0, limit as i64],
        |row| Ok(Looked { reason: row.get(0)?, at_ms: row.get(1)?, of_posts: row.get(2)? }),
    )
}

pub(super) const THINGS: &str =
    "SELECT id, item_id, kind, reason, note, made_at, day, undoes IS NOT NULL FROM seen_decision
     WHERE about_id = ?1 AND item_id IS NOT NULL AND +kind <> 'keep' AND id < ?2
     ORDER BY id DESC LIMIT ?3";

/// What staff did to what the viewer made before this decision, newest first. Two statements.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn about_things(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Done>> {
    let me = look.me()?;
    let mut done = look.list(THINGS, params![me.0, before, limit as i64], |row| {
        Ok(Done {
            id: row.get(0)?,
            item: ItemId(row.get(1)?),
            kind: None,
            body: String::new(),
            what: row.get(2)?,
            reason: row.get(3)?,
            note: row.get(4)?,
            at_ms: row.get(5)?,
            day: row.get(6)?,
            undoes: row.get(7)?,
        })
    })?;
    let ids: Vec<ItemId> = done.iter().map(|each| each.item).collect();
    let seen = look.list(
        "SELECT id, 'post', body FROM seen_post WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT id, 'comment', body FROM seen_comment WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT id, 'comment', body FROM seen_photo_comment WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT id, 'album', title FROM seen_album WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT id, 'message', body FROM seen_message WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT id, 'photo', caption FROM seen_photo WHERE id IN (SELECT value FROM json_each(?1))",
        [crate::features::items::id_list(&ids)],
        |row| Ok((ItemId(row.get(0)?), Kind::parse(row.get_ref(1)?.as_str()?), row.get::<_, String>(2)?)),
    )?;
    for (id, kind, body) in seen {
        for each in done.iter_mut().filter(|each| each.item == id) {
            (each.kind, each.body) = (kind, body.clone());
        }
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn what_staff_did_is_walked_down_an_index_and_never_sorted() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        let mia = Viewer::account(AccountId(1), Role::Member, Duties::NONE, String::new());
        let plans = db.read(&mia, |look| Ok([look.plan(ACCOUNT, [9, 50])?, look.plan(THINGS, [1, 9, 50])?]));
        for plan in plans.await.expect("plans") {
            for line in &plan {
                let walked = line.starts_with("SCAN") && !line.contains("USING");
                assert!(!walked && !line.contains("TEMP B-TREE"), "{plan:#?}");
            }
        }
        db.close();
    }
}
