//! The SQL of Readings: who opened which, why, and what became of them.

use super::talk_store::About;
use crate::base::{AccountId, Act, GroupId, ItemId, Result, limits};
use crate::db::{Change, Db, Row, Snapshot, Viewer, params};
use crate::features::moderation::ReadingReason;

/// The name of a group that the viewer sees.
pub(super) fn group_name(look: &Snapshot<'_>, group: GroupId) -> Result<String> {
    look.found("SELECT name FROM seen_group WHERE id = ?1", [group.0], |row| row.get(0))
}

/// How a Reading stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Waits for a second member of staff.
    Waits,
    /// Open for whoever opened it.
    Open,
    /// A second member of staff refused it.
    Refused,
    /// Closed by hand.
    Ended,
    /// Its day is over, or the box was started since.
    Over,
}

/// One Reading.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub id: i64,
    pub staff: AccountId,
    pub conversation: Option<ItemId>,
    pub person: Option<AccountId>,
    /// Of what the person posts for few, and not of those with whom they talk.
    pub of_posts: bool,
    pub reason: String,
    pub words: String,
    pub asked_at: i64,
    pub needs_second: bool,
    pub second: Option<AccountId>,
    pub refused: bool,
    pub until_at: i64,
    pub ended: bool,
    pub shown: i64,
    pub tell_day: Option<i64>,
    pub told_at: Option<i64>,
    pub alive: bool,
}

impl Reading {
    /// How it stands at the moment of the look.
    pub(super) fn status(&self) -> Status {
        match (self.refused, self.ended, self.alive) {
            (true, ..) => Status::Refused,
            (_, true, _) => Status::Ended,
            (.., false) => Status::Over,
            _ if self.needs_second && self.second.is_none() => Status::Waits,
            _ => Status::Open,
        }
    }
}

const READING: &str =
    "SELECT id, staff_id, conversation_id, person_id, reason, words, asked_at, needs_second, second_id,
       refused, until_at, ended_at IS NOT NULL, shown, tell_day, told_at, alive, of_posts FROM seen_reading";

fn reading(row: &Row<'_>) -> rusqlite::Result<Reading> {
    Ok(Reading {
        id: row.get(0)?,
        staff: AccountId(row.get(1)?),
        conversation: row.get::<_, Option<i64>>(2)?.map(ItemId),
        person: row.get::<_, Option<i64>>(3)?.map(AccountId),
        reason: row.get(4)?,
        words: row.get(5)?,
        asked_at: row.get(6)?,
        needs_second: row.get(7)?,
        second: row.get::<_, Option<i64>>(8)?.map(AccountId),
        refused: row.get(9)?,
        until_at: row.get(10)?,
        ended: row.get(11)?,
        shown: row.get(12)?,
        tell_day: row.get(13)?,
        told_at: row.get(14)?,
        alive: row.get(15)?,
        of_posts: row.get(16)?,
    })
}

/// One Reading, where the viewer may know of it.
pub(super) fn find(look: &Snapshot<'_>, id: i64) -> Result<Reading> {
    look.found(&format!("{READING} WHERE id = ?1"), [id], reading)
}

/// One's own, the newest first.
pub(super) fn mine(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Reading>> {
    let me = look.me()?;
    look.list(
        &format!("{READING} WHERE staff_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"),
        params![me.0, before, limit as i64],
        reading,
    )
}

/// Those that wait for a second member of staff, who could be the viewer.
pub(super) fn waiting(look: &Snapshot<'_>) -> Result<Vec<Reading>> {
    let me = look.me()?;
    let list = look.list(
        &format!(
            "{READING} WHERE needs_second = 1 AND second_id IS NULL AND ended_at IS NULL AND staff_id <> ?1
             ORDER BY id DESC LIMIT ?2"
        ),
        params![me.0, limits::LIST_PAGE as i64],
        reading,
    )?;
    Ok(list.into_iter().filter(|reading| reading.status() == Status::Waits).collect())
}

/// All of them, the newest first: for who holds Audit.
pub(super) fn all(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Reading>> {
    look.list(
        &format!("{READING} WHERE viewer_holds('audit') AND id < ?1 ORDER BY id DESC LIMIT ?2"),
        params![before, limit as i64],
        reading,
    )
}

/// One of the viewer's that is not over, about the same.
pub(super) fn alive(look: &Snapshot<'_>, about: &About) -> Result<Option<i64>> {
    let me = look.me()?;
    look.one(
        "SELECT id FROM seen_reading WHERE staff_id = ?1 AND alive AND conversation_id IS ?2 AND person_id IS ?3
           AND of_posts = ?4 LIMIT 1",
        params![me.0, about.conversation.map(|id| id.0), about.person.map(|id| id.0), about.of_posts],
        |row| row.get(0),
    )
}

/// A new Reading.
pub(super) struct New<'a> {
    pub conversation: Option<ItemId>,
    pub person: Option<AccountId>,
    pub of_posts: bool,
    pub reason: ReadingReason,
    pub words: &'a str,
    pub needs_second: bool,
    pub tell_day: Option<i64>,
}

pub(super) fn insert(change: &mut Change<'_>, new: &New<'_>) -> Result<i64> {
    let (me, now) = (change.me()?, change.now_ms());
    change.insert(
        "INSERT INTO reading (staff_id, conversation_id, person_id, reason, words, asked_at, needs_second, from_at,
                              until_at, boot, until_up_ms, tell_day, of_posts)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?6 + ?8, (SELECT max(id) FROM boot), up_ms() + ?8, ?9, ?10)",
        params![
            me.0,
            new.conversation.map(|id| id.0),
            new.person.map(|id| id.0),
            new.reason.word(),
            new.words,
            now,
            new.needs_second,
            limits::READING_MS,
            new.tell_day,
            new.of_posts
        ],
    )
}

/// Does this one wait for the viewer, who holds Safeguard and is not in what it is about?
pub(super) fn may_answer(look: &Snapshot<'_>, id: i64) -> Result<bool> {
    // An auditor sees each: the duty and the distance are asked here once more.
    look.any(
        "SELECT 1 FROM seen_reading WHERE id = ?1 AND viewer_holds('safeguard') AND person_id IS NOT viewer()
           AND conversation_id NOT IN (SELECT conversation_id FROM seen_reading_own)
         UNION ALL
         SELECT 1 FROM seen_reading WHERE id = ?1 AND viewer_holds('safeguard') AND person_id IS NOT viewer()
           AND conversation_id IS NULL",
        [id],
    )
}

/// The day of a Reading that was confirmed begins now.
pub(super) fn set_answer(change: &mut Change<'_>, id: i64, yes: bool) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE reading SET second_id = ?2, refused = ?3, from_at = ?4, until_at = ?4 + ?5, until_up_ms = up_ms() + ?5
         WHERE id = ?1 AND second_id IS NULL AND needs_second = 1",
        params![id, me.0, !yes, now, limits::READING_MS],
    )?;
    Ok(())
}

pub(super) fn set_ended(change: &mut Change<'_>, id: i64) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run("UPDATE reading SET ended_at = ?2, ended_by = ?3 WHERE id = ?1", params![id, now, me.0])?;
    Ok(())
}

/// What it opened is confidential: all others of the same end with it.
pub(super) fn set_confidential(change: &mut Change<'_>, id: i64) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run("UPDATE reading SET confidential = 1 WHERE id = ?1", [id])?;
    change.run(
        "UPDATE reading SET ended_at = ?2, ended_by = ?3
         WHERE ended_at IS NULL AND (conversation_id = (SELECT conversation_id FROM reading WHERE id = ?1)
           OR (person_id = (SELECT person_id FROM reading WHERE id = ?1) AND of_posts = (SELECT of_posts FROM reading WHERE id = ?1)))",
        params![id, now, me.0],
    )?;
    Ok(())
}

pub(super) fn note_shown(change: &mut Change<'_>, id: i64, things: usize) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "UPDATE reading SET shown_at = coalesce(shown_at, ?2), shown = shown + ?3 WHERE id = ?1",
        params![id, now, things as i64],
    )?;
    Ok(())
}

/// What people are told of a Reading.
pub(super) struct Told {
    /// Where it is of one.
    pub conversation: Option<ItemId>,
    /// It is of what somebody posts for few.
    pub of_posts: bool,
    /// The word of the reason.
    pub reason: String,
}

/// People are told of it from now on.
pub(super) fn set_told(change: &mut Change<'_>, id: i64) -> Result<Told> {
    let told = change.found(
        "SELECT conversation_id, reason, of_posts FROM seen_reading WHERE id = ?1
         UNION ALL SELECT conversation_id, reason, of_posts FROM seen_reading_due WHERE id = ?1 LIMIT 1",
        [id],
        |row| {
            let conversation = row.get::<_, Option<i64>>(0)?.map(ItemId);
            Ok(Told { conversation, reason: row.get(1)?, of_posts: row.get(2)? })
        },
    )?;
    let now = change.now_ms();
    change.run("UPDATE reading SET told_at = ?2 WHERE id = ?1", params![id, now])?;
    Ok(told)
}

/// The box tells people of all Readings whose day has come; gives how many.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn tell_due(db: &Db) -> Result<usize> {
    let the_box = Viewer::the_box();
    let due = db
        .read(&the_box, |look| {
            let today = crate::features::days::today(look)?;
            look.list("SELECT id FROM seen_reading_due WHERE tell_day <= ?1 LIMIT 100", [today], |row| {
                row.get::<_, i64>(0)
            })
        })
        .await?;
    for id in &due {
        let id = *id;
        db.write(&the_box, Act::TellReading, move |change| super::tell_of(change, id)).await?;
    }
    Ok(due.len())
}

/// A look with whom somebody talks, or at what they post for few.
#[derive(Clone, Debug)]
pub struct Looked {
    /// Its number.
    pub id: i64,
    /// It is of what they post for few.
    pub of_posts: bool,
    /// The word of the reason.
    pub reason: String,
    /// The reason in words.
    pub words: String,
    /// Who asked for it.
    pub by: AccountId,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// When it was closed or refused, milliseconds since 1970.
    pub ended_ms: Option<i64>,
    /// By whom, where staff did.
    pub ended_by: Option<AccountId>,
}

/// Such looks before this one, newest first, as far as the viewer may know of them.
///
/// # Errors
/// `Broken` if the database fails.
pub fn about(look: &Snapshot<'_>, person: AccountId, before: i64, limit: usize) -> Result<Vec<Looked>> {
    look.list(ABOUT, params![person.0, before, limit as i64], |row| {
        Ok(Looked {
            id: row.get(0)?,
            of_posts: row.get(1)?,
            reason: row.get(2)?,
            words: row.get(3)?,
            by: AccountId(row.get(4)?),
            at_ms: row.get(5)?,
            ended_ms: row.get(6)?,
            ended_by: row.get::<_, Option<i64>>(7)?.filter(|id| *id > 0).map(AccountId),
        })
    })
}

const ABOUT: &str =
    "SELECT id, of_posts, reason, words, staff_id, asked_at, ended_at, ended_by FROM seen_reading
     WHERE person_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::Viewer;

    #[tokio::test]
    async fn looks_at_somebody_are_found_down_their_index_and_never_sorted() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("courtyard.db");
        let db = Db::open(&file, 1, Clock::real(), |_, _| ()).expect("a database");
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), String::new());
        let plan = db.read(&owner, |look| look.plan(ABOUT, [1, 9, 50])).await.expect("a plan").join("\n");
        assert!(plan.contains("reading_of_person") && !plan.contains("TEMP B-TREE"), "{plan}");
        db.close();
    }
}
