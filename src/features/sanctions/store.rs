//! The SQL of what staff say or set about somebody, and the box's own work of ending it in time.

use super::{Fit, New, Rank};
use crate::base::{AccountId, Act, Duties, Error, Problem, Result, Role, Sanction, Standing, Topic, limits};
use crate::db::{Change, Db, Row, Snapshot, Viewer, params};
use crate::features::{accounts, notices};
use std::sync::Arc;
use std::time::Duration;

/// Milliseconds of a day.
pub(super) const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// How often what is to end is looked for. For the person it has ended in time all the same; this is when others and open
/// pages learn of it.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Something that staff said or set about somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its number.
    pub id: i64,
    /// About whom.
    pub account: AccountId,
    /// What it is.
    pub kind: Sanction,
    /// The word of the reason.
    pub reason: String,
    /// To the person; empty where it is older than such texts.
    pub words: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// On which day of the box.
    pub day: i64,
    /// Until when, milliseconds since 1970; nothing until it is lifted.
    pub until_ms: Option<i64>,
    /// Nobody believed the clock: it lasts so long from when somebody does.
    pub unsure: bool,
    /// When it was last changed, milliseconds since 1970.
    pub changed_ms: Option<i64>,
    /// When it was over, milliseconds since 1970.
    pub over_ms: Option<i64>,
    /// Staff lifted it: it did not end by itself.
    pub lifted: bool,
    /// With which words.
    pub lifted_why: String,
    /// Who said or set it, and who lifted it: not for the person themselves.
    pub made_by: Option<AccountId>,
    /// As above.
    pub lifted_by: Option<AccountId>,
    /// Does it hold, or stand as said, at this moment?
    pub stands: bool,
}

const COLUMNS: &str =
    "id, account_id, kind, reason, words, made_at, until_at, unsure, changed_at, over_at, lifted,
     lifted_why, made_by, lifted_by, stands, day";

fn given(row: &Row<'_>) -> rusqlite::Result<Given> {
    Ok(Given {
        id: row.get(0)?,
        account: AccountId(row.get(1)?),
        kind: Sanction::parse(row.get_ref(2)?.as_str()?).unwrap_or(Sanction::Note),
        reason: row.get(3)?,
        words: row.get(4)?,
        at_ms: row.get(5)?,
        until_ms: row.get(6)?,
        unsure: row.get(7)?,
        changed_ms: row.get(8)?,
        over_ms: row.get(9)?,
        lifted: row.get(10)?,
        lifted_why: row.get(11)?,
        made_by: row.get::<_, Option<i64>>(12)?.map(AccountId),
        lifted_by: row.get::<_, Option<i64>>(13)?.map(AccountId),
        stands: row.get(14)?,
        day: row.get(15)?,
    })
}

pub(super) fn find(look: &Snapshot<'_>, id: i64) -> Result<Given> {
    look.found(&format!("SELECT {COLUMNS} FROM seen_sanction WHERE id = ?1"), [id], given)
}

/// The same, where it is not over.
pub(super) fn open(look: &Snapshot<'_>, id: i64) -> Result<Given> {
    find(look, id)?.still().ok_or(Error::NotFound)
}

impl Given {
    fn still(self) -> Option<Given> {
        self.stands.then_some(self)
    }
}

pub(super) fn of_sql() -> String {
    format!("SELECT {COLUMNS} FROM seen_sanction WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")
}

/// What was said or set about somebody before this one, newest first.
pub(super) fn of(look: &Snapshot<'_>, account: AccountId, before: i64, limit: usize) -> Result<Vec<Given>> {
    look.list(&of_sql(), params![account.0, before, limit as i64], given)
}

/// What was said or set about the viewer before this one, newest first.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn mine(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Given>> {
    of(look, look.me()?, before, limit)
}

/// What holds for somebody at this moment, as its kind and end.
///
/// # Errors
/// `Broken` if the database fails.
pub fn standing(look: &Snapshot<'_>, account: AccountId) -> Result<Vec<(Sanction, Option<i64>)>> {
    let sql = "SELECT kind, until_at FROM seen_stop WHERE account_id = ?1";
    let found =
        look.list(sql, [account.0], |row| Ok((Sanction::parse(row.get_ref(0)?.as_str()?), row.get(1)?)))?;
    let mut found: Vec<_> = found.into_iter().filter_map(|(kind, until)| Some((kind?, until))).collect();
    found.sort_by_key(|(kind, _)| *kind as u8);
    Ok(found)
}

/// Where somebody stands among staff.
pub(super) fn rank(look: &Snapshot<'_>, account: AccountId) -> Result<Rank> {
    look.found("SELECT id, role, duties, standing FROM seen_rank WHERE id = ?1", [account.0], |row| {
        Ok(Rank {
            id: AccountId(row.get(0)?),
            role: Role::parse(row.get_ref(1)?.as_str()?).unwrap_or(Role::Owner),
            duties: Duties::parse(row.get_ref(2)?.as_str()?),
            standing: Standing::parse(row.get_ref(3)?.as_str()?).unwrap_or(Standing::Left),
        })
    })
}

/// The shown name and sign-in name of somebody.
pub(super) fn named(look: &Snapshot<'_>, account: AccountId) -> Result<(String, String)> {
    look.found("SELECT shown_name, username FROM seen_person WHERE id = ?1", [account.0], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// The shown names of several, by their numbers.
pub(super) fn names(look: &Snapshot<'_>, of: &[Given]) -> Result<Vec<(AccountId, String)>> {
    let ids: Vec<i64> =
        of.iter().flat_map(|given| [given.made_by, given.lifted_by]).flatten().map(|id| id.0).collect();
    let ids = serde_json::to_string(&ids).unwrap_or_default();
    let sql = "SELECT id, shown_name FROM seen_person WHERE id IN (SELECT value FROM json_each(?1))";
    look.list(sql, [ids], |row| Ok((AccountId(row.get(0)?), row.get(1)?)))
}

pub(super) fn insert(change: &mut Change<'_>, account: AccountId, new: &New, fit: &Fit) -> Result<i64> {
    let (me, now) = (change.me()?, change.now_ms());
    // What has ended and was not noted yet makes room.
    end(change, "account_id = ?1 AND kind = ?2", params![account.0, new.kind.word()])?;
    change
        .insert(
            "INSERT INTO sanction (account_id, kind, reason, words, made_by, made_at, day, until_at, unsure)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT days FROM day_count), ?7, ?8)",
            params![
                account.0,
                new.kind.word(),
                new.reason.word(),
                fit.words,
                me.0,
                now,
                fit.until_ms,
                fit.unsure
            ],
        )
        .map_err(|error| error.conflict_is("kind", Problem::AlreadySet))
}

pub(super) fn update(change: &mut Change<'_>, id: i64, new: &New, fit: &Fit) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "UPDATE sanction SET reason = ?2, words = ?3, until_at = ?4, unsure = ?5, changed_at = ?6 WHERE id = ?1",
        params![id, new.reason.word(), fit.words, fit.until_ms, fit.unsure, now],
    )?;
    Ok(())
}

pub(super) fn lift(change: &mut Change<'_>, id: i64, why: &str) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE sanction SET over_at = ?2, lifted_by = ?3, lifted_why = ?4 WHERE id = ?1 AND over_at IS NULL",
        params![id, now, me.0, why],
    )?;
    Ok(())
}

/// What the viewer lifted at this moment stands as before; gives whether they had.
pub(super) fn unlift(change: &mut Change<'_>, id: i64, lifted_ms: i64) -> Result<bool> {
    let me = change.me()?;
    let again = change.run(
        "UPDATE sanction SET over_at = NULL, lifted_by = NULL, lifted_why = '' WHERE id = ?1 AND over_at = ?2 AND lifted_by = ?3",
        params![id, lifted_ms, me.0],
    );
    match again {
        Err(Error::Conflict(_)) => Err(Error::NotFound),
        other => other.map(|rows| rows > 0),
    }
}

/// What was to end by now is over.
fn end(change: &mut Change<'_>, of: &str, which: impl rusqlite::Params) -> Result<usize> {
    change.run(
        &format!(
            "UPDATE sanction SET over_at = now_ms()
             WHERE {of} AND over_at IS NULL AND until_at <= sure_ms() AND unsure = 0"
        ),
        which,
    )
}

/// What is to end now: its number, of whom, and its kind.
pub(super) const DUE: &str = "SELECT id, account_id, kind FROM seen_sanction_due
     WHERE until_at <= sure_ms() AND unsure = 0 ORDER BY until_at LIMIT ?1";

/// What was to last so long when nobody believed the clock, now that somebody does.
const UNSURE: &str =
    "SELECT id, account_id, kind FROM seen_sanction_due WHERE unsure = 1 AND sure_ms() > 0 LIMIT ?1";

/// Ends what is to end by now, and tells those whom it is about; gives how many ended. Does nothing while nobody can
/// believe the clock.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn end_due(db: &Db) -> Result<usize> {
    let the_box = Viewer::the_box();
    let (due, unsure) = db.read(&the_box, |look| Ok((look.any(DUE, [1])?, look.any(UNSURE, [1])?))).await?;
    if unsure {
        db.write(&the_box, Act::ChangeSanction, count_from_now).await?;
    }
    if due { db.write(&the_box, Act::EndSanction, end_these).await } else { Ok(0) }
}

/// What was to last so long counts from now on.
fn count_from_now(change: &mut Change<'_>) -> Result<()> {
    let these = change.list(UNSURE, [limits::SANCTIONS_ENDED_AT_ONCE], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
    })?;
    for (id, _) in &these {
        change.run(
            "UPDATE sanction SET until_at = now_ms() + until_at - coalesce(changed_at, made_at), unsure = 0
             WHERE id = ?1 AND unsure = 1",
            [id],
        )?;
    }
    change.about_each(None, these.iter().map(|(_, account)| ("account", *account)).collect());
    Ok(())
}

fn end_these(change: &mut Change<'_>) -> Result<usize> {
    let due = change.list(DUE, [limits::SANCTIONS_ENDED_AT_ONCE], |row| {
        let kind = Sanction::parse(row.get_ref(2)?.as_str()?).unwrap_or(Sanction::Note);
        Ok((row.get::<_, i64>(0)?, AccountId(row.get(1)?), kind))
    })?;
    for (id, account, kind) in &due {
        end(change, "id = ?1", [id])?;
        if kind.standing().is_some() {
            accounts::settle(change, *account)?;
            change.touch(Topic::Voices, None);
        }
        change.touch(Topic::Voice(*account), None);
        notices::tell_sanction(change, *account, "ended")?;
    }
    change.about_each(None, due.iter().map(|(_, account, _)| ("account", account.0)).collect());
    Ok(due.len())
}

/// Ends what is to end, as long as the box runs.
pub async fn keep_ending(db: Arc<Db>) {
    let mut turn = tokio::time::interval(LOOK_EVERY);
    loop {
        turn.tick().await;
        if let Err(error) = end_due(&db).await {
            tracing::warn!(%error, "what was set about people could not be ended");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Clock;

    #[tokio::test]
    async fn what_was_set_is_found_down_an_index_and_never_sorted() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("courtyard.db");
        let db = Db::open(&file, 1, Clock::real(), |_, _| ()).expect("a database");
        let mia = Viewer::account(AccountId(1), Role::Member, Duties::NONE, String::new());
        let own = |look: &Snapshot<'_>| {
            let stop = "SELECT until_at FROM seen_stop WHERE account_id = ?1 AND kind = ?2";
            Ok([look.plan(&of_sql(), [1, 9, 50])?, look.plan(stop, params![1, "no_photos"])?])
        };
        let plans = db.read(&mia, own).await.expect("plans");
        let due = db.read(&Viewer::the_box(), |look| look.plan(DUE, [1])).await.expect("a plan");
        for plan in plans.iter().chain([&due]) {
            for line in plan {
                let walked = line.starts_with("SCAN") && !line.contains("USING");
                assert!(!walked && !line.contains("TEMP B-TREE"), "{plan:#?}");
            }
        }
        db.close();
    }
}
