//! The SQL of people tagged in photos.

use super::Place;
use crate::base::{AccountId, ItemId, Result, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author};

/// A person in a photo, as the viewer sees it.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Its number.
    pub id: i64,
    /// Who is there.
    pub person: Author,
    /// Who said so.
    pub maker: AccountId,
    /// The name of who said so; empty where it is not seen.
    pub maker_name: String,
    /// Whose photo it is.
    pub author: AccountId,
    /// The photo.
    pub photo: ItemId,
    /// Where in it.
    pub place: Place,
    /// Whether it waits for the word of the person.
    pub waits: bool,
    /// Whether the photo stands behind a shield.
    pub shielded: bool,
}

const SPOT: &str =
    "SELECT s.id, s.person_id, a.username, a.shown_name, a.picture, a.role, s.maker_id, s.author_id, s.photo_id,
            s.across, s.down, s.state = 'asked',
            coalesce((SELECT m.shown_name FROM seen_person AS m WHERE m.id = s.maker_id), ''), s.shielded
     FROM seen_spot AS s JOIN seen_person AS a ON a.id = s.person_id";

fn spot(row: &Row<'_>) -> rusqlite::Result<Spot> {
    Ok(Spot {
        id: row.get(0)?,
        person: items::author(row, 1)?,
        maker: AccountId(row.get(6)?),
        author: AccountId(row.get(7)?),
        photo: ItemId(row.get(8)?),
        place: Place { across: row.get(9)?, down: row.get(10)? },
        waits: row.get(11)?,
        maker_name: row.get(12)?,
        shielded: row.get::<_, Option<bool>>(13)?.unwrap_or(false),
    })
}

/// Who is tagged in a photo, as this viewer sees it.
///
/// # Errors
/// `Broken` if the database fails.
pub fn in_photo(look: &Snapshot<'_>, photo: ItemId) -> Result<Vec<Spot>> {
    // A few dozen at most: more than the limit are there only where some waited meanwhile.
    let most = 2 * limits::SPOTS_MAX as i64;
    look.list(&format!("{SPOT} WHERE s.photo_id = ?1 ORDER BY s.id LIMIT ?2"), params![photo.0, most], spot)
}

pub(super) fn find(look: &Snapshot<'_>, id: i64) -> Result<Spot> {
    look.found(&format!("{SPOT} WHERE s.id = ?1"), [id], spot)
}

const ASKED: &str = " WHERE s.person_id = ?1 AND s.state = 'asked' AND s.id < ?2 ORDER BY s.id DESC LIMIT ?3";

/// The newest tags of the viewer below an id that wait for their word.
pub(super) fn asked(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Spot>> {
    look.list(&format!("{SPOT}{ASKED}"), params![look.me()?.0, before, limit as i64], spot)
}

const OF: &str = "SELECT s.photo_id FROM seen_spot AS s
     WHERE s.person_id = ?1 AND s.state = 'shown' AND s.photo_id < ?2 ORDER BY s.photo_id DESC LIMIT ?3";

/// The newest photos below an id in which somebody is tagged, as this viewer sees them.
pub(super) fn of(
    look: &Snapshot<'_>,
    person: AccountId,
    before: ItemId,
    limit: usize,
) -> Result<Vec<ItemId>> {
    look.list(OF, params![person.0, before.0, limit as i64], |row| row.get(0).map(ItemId))
}

/// Somebody of that sign-in name who is here.
pub(super) fn person(look: &Snapshot<'_>, username: &str) -> Result<Author> {
    look.found(
        "SELECT id, username, shown_name, picture, role FROM seen_person WHERE username = ?1",
        [username],
        |row| items::author(row, 0),
    )
}

/// Somebody whom the viewer may name at all.
pub(super) fn taggable(look: &Snapshot<'_>, username: &str) -> Result<Option<AccountId>> {
    look.one("SELECT id FROM seen_person WHERE username = ?1 AND standing <> 'left'", [username], |row| {
        row.get(0).map(AccountId)
    })
}

/// Tags somebody; gives how many rows that made. Inside a change the tables are open: whether the person blocked
/// the viewer, wants to be asked, or refused before never leaves it. By own hand it comes back.
pub(super) fn insert(
    change: &mut Change<'_>,
    photo: ItemId,
    person: AccountId,
    place: Place,
) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO spot (photo_id, person_id, maker_id, across, down, state, made_at)
         SELECT ?1, ?2, ?3, ?4, ?5,
                CASE WHEN ?2 <> ?3 AND EXISTS (SELECT 1 FROM spot_ask WHERE account_id = ?2) THEN 'asked' ELSE 'shown' END, ?6
         WHERE NOT EXISTS (SELECT 1 FROM parted WHERE one_id = ?2 AND other_id = ?3)
         ON CONFLICT (photo_id, person_id) DO UPDATE
           SET maker_id = excluded.maker_id, across = excluded.across, down = excluded.down, state = 'shown'
           WHERE excluded.maker_id = excluded.person_id",
        params![photo.0, person.0, me.0, place.across, place.down, now],
    )
}

/// Does the tag that the viewer made wait for the person's word?
pub(super) fn waits(look: &Snapshot<'_>, photo: ItemId, person: AccountId) -> Result<bool> {
    look.any(
        "SELECT 1 FROM seen_spot WHERE photo_id = ?1 AND person_id = ?2 AND state = 'asked'",
        [photo.0, person.0],
    )
}

pub(super) fn put(change: &mut Change<'_>, id: i64, place: Place) -> Result<()> {
    change
        .run("UPDATE spot SET across = ?2, down = ?3 WHERE id = ?1", params![id, place.across, place.down])?;
    Ok(())
}

pub(super) fn set_state(change: &mut Change<'_>, id: i64, state: &str) -> Result<()> {
    change.run("UPDATE spot SET state = ?2 WHERE id = ?1", params![id, state])?;
    Ok(())
}

pub(super) fn delete(change: &mut Change<'_>, id: i64) -> Result<()> {
    change.run("DELETE FROM spot WHERE id = ?1", [id])?;
    Ok(())
}

/// Does the viewer want to be asked first?
pub(super) fn asks(look: &Snapshot<'_>) -> Result<bool> {
    look.any("SELECT account_id FROM seen_spot_ask LIMIT 1", [])
}

pub(super) fn set_asks(change: &mut Change<'_>, ask: bool) -> Result<()> {
    let me = change.me()?;
    let sql = if ask {
        "INSERT OR IGNORE INTO spot_ask (account_id) VALUES (?1)"
    } else {
        "DELETE FROM spot_ask WHERE account_id = ?1"
    };
    change.run(sql, [me.0])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn tags_are_walked_down_an_index_and_never_sorted() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
        let member = Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into());
        let plans = db.read(&member, |look| {
            Ok([
                look.plan(OF, [1, 1, 1])?,
                look.plan(&format!("{SPOT}{ASKED}"), [1, 1, 1])?,
                look.plan(&format!("{SPOT} WHERE s.id = ?1"), [1])?,
            ])
        });
        for plan in plans.await.unwrap() {
            let bad = |step: &String| step.starts_with("SCAN") && !step.contains("CONSTANT ROW");
            assert!(!plan.iter().any(|step| bad(step) || step.contains("TEMP B-TREE")), "{plan:#?}");
        }
        let plan = db.read(&member, |look| look.plan(&format!("{SPOT} WHERE s.photo_id = ?1"), [1]));
        let plan = plan.await.unwrap();
        assert!(plan.iter().any(|step| step.contains("spot") || step.contains("photo_id")), "{plan:#?}");
        db.close();
    }
}
