//! The SQL of asking that somebody else looks again.

use super::Outcome;
use crate::base::{AccountId, Error, ItemId, Problem, Result};
use crate::db::{Change, Row, Snapshot, params};
use std::collections::HashMap;

/// What it is about: a decision about one's thing, or something that was set about oneself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A decision.
    Decision(i64),
    /// A sanction.
    Sanction(i64),
}

/// What was decided, and by whom.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The word of the decision, or of the sanction.
    pub what: String,
    /// The word of the reason.
    pub reason: String,
    /// Words of staff, perhaps none.
    pub words: String,
    /// The thing, of a decision.
    pub item: Option<ItemId>,
    /// Who decided: not for who asks, and not of before it was kept.
    pub by: Option<AccountId>,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// Is it so still? It may have been undone or lifted in another way, or have ended by itself.
    pub still: bool,
}

/// What became of it.
#[derive(Clone, Debug)]
pub struct Decided {
    /// How it ended.
    pub outcome: Outcome,
    /// The text to who asked.
    pub answer: String,
    /// It was decided by who had decided before: there was nobody else.
    pub same_person: bool,
    /// Who: not for who asked.
    pub by: Option<AccountId>,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// Somebody asks that another person looks again.
#[derive(Clone, Debug)]
pub struct Appeal {
    /// Its number.
    pub id: i64,
    /// At what.
    pub subject: Subject,
    /// Who asks.
    pub account: AccountId,
    /// With which words.
    pub words: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// What became of it.
    pub decided: Option<Decided>,
    /// What it is about.
    pub about: About,
    /// The decision by which it was undone, where it was about one.
    pub undone_by: Option<i64>,
}

/// One as a line of the queue shows it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The word of the decision, or of the sanction; empty where the viewer does not see it.
    pub what: String,
    /// The first words of who asks.
    pub words: String,
    /// Somebody else than the viewer decides.
    pub by_another: bool,
}

const COLUMNS: &str =
    "a.id, a.decision_id, a.sanction_id, a.account_id, a.words, a.made_at, a.decided_at, a.outcome, a.answer,
     a.same_person, a.decided_by,
     coalesce(d.kind, s.kind, ''), coalesce(d.reason, s.reason, ''), coalesce(d.note, s.words, ''), d.item_id,
     coalesce(d.decided_by, s.made_by), coalesce(d.made_at, s.made_at, 0), a.undone_by,
     CASE WHEN d.id IS NULL THEN coalesce(s.stands, 0)
          ELSE NOT EXISTS (SELECT 1 FROM seen_decision AS o WHERE o.undoes = d.id)
            AND d.kind IS (SELECT o.kind FROM seen_decision AS o
                          WHERE o.item_id = d.item_id AND o.kind IN (d.kind, CASE d.kind WHEN 'shield' THEN 'unshield' ELSE 'restore' END)
                          ORDER BY o.id DESC LIMIT 1) END";
const FROM: &str = "seen_appeal AS a LEFT JOIN seen_decision AS d ON d.id = a.decision_id
     LEFT JOIN seen_sanction AS s ON s.id = a.sanction_id";

fn appeal(row: &Row<'_>) -> rusqlite::Result<Appeal> {
    let account = |place| row.get::<_, Option<i64>>(place).map(|id| id.map(AccountId));
    let decision: Option<i64> = row.get(1)?;
    let subject = match decision {
        Some(id) => Subject::Decision(id),
        None => Subject::Sanction(row.get(2)?),
    };
    let at_ms: Option<i64> = row.get(6)?;
    let decided = match at_ms {
        Some(at_ms) => Some(Decided {
            outcome: Outcome::parse(row.get_ref(7)?.as_str()?).unwrap_or(Outcome::Stands),
            answer: row.get(8)?,
            same_person: row.get(9)?,
            by: account(10)?,
            at_ms,
        }),
        None => None,
    };
    let about = About {
        what: row.get(11)?,
        reason: row.get(12)?,
        words: row.get(13)?,
        item: row.get::<_, Option<i64>>(14)?.map(ItemId),
        by: account(15)?,
        at_ms: row.get(16)?,
        still: row.get(18)?,
    };
    Ok(Appeal {
        id: row.get(0)?,
        subject,
        account: AccountId(row.get(3)?),
        words: row.get(4)?,
        at_ms: row.get(5)?,
        decided,
        about,
        undone_by: row.get(17)?,
    })
}

/// One, whole.
///
/// # Errors
/// `NotFound` where it is not the viewer's to see; `Broken` if the database fails.
pub fn find(look: &Snapshot<'_>, id: i64) -> Result<Appeal> {
    look.found(&format!("SELECT {COLUMNS} FROM {FROM} WHERE a.id = ?1"), [id], appeal)
}

pub(super) fn done_sql() -> String {
    format!(
        "SELECT {COLUMNS} FROM {FROM} WHERE a.decided_at IS NOT NULL AND a.account_id <> viewer() AND a.id < ?1 ORDER BY a.id DESC LIMIT ?2"
    )
}

/// What staff have answered, the newest first, of others than the viewer.
///
/// # Errors
/// `Broken` if the database fails.
pub fn done(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Appeal>> {
    look.list(&done_sql(), params![before, limit as i64], appeal)
}

/// Characters of what somebody says that stand in a line.
const LINE_CHARS: usize = 300;

pub(super) fn lines_sql() -> String {
    format!(
        "SELECT a.id, coalesce(d.kind, s.kind, ''), substr(a.words, 1, {LINE_CHARS}),
                coalesce(d.kind, s.kind) IS NULL OR ((a.account_id = viewer() OR coalesce(d.decided_by, s.made_by) = viewer())
                  AND EXISTS (SELECT 1 FROM seen_decider AS o WHERE o.about_id = a.account_id))
         FROM {FROM} WHERE a.id IN (SELECT value FROM json_each(?1))"
    )
}

/// These as lines of the queue, by their numbers. One statement, and none for nothing.
///
/// # Errors
/// `Broken` if the database fails.
pub fn lines(look: &Snapshot<'_>, ids: &[i64]) -> Result<HashMap<i64, Line>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let ids = serde_json::to_string(ids).unwrap_or_default();
    let found = look.list(&lines_sql(), [ids], |row| {
        Ok((row.get(0)?, Line { what: row.get(1)?, words: row.get(2)?, by_another: row.get(3)? }))
    })?;
    Ok(found.into_iter().collect())
}

/// What the viewer asked about these decisions, and about these sanctions.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn of_mine(look: &Snapshot<'_>, decisions: &[i64], sanctions: &[i64]) -> Result<Vec<Appeal>> {
    let me = look.me()?;
    let list = |ids: &[i64]| serde_json::to_string(ids).unwrap_or_default();
    look.list(
        &format!(
            "SELECT {COLUMNS} FROM {FROM}
             WHERE a.account_id = ?1 AND (a.decision_id IN (SELECT value FROM json_each(?2))
                OR a.sanction_id IN (SELECT value FROM json_each(?3)))"
        ),
        params![me.0, list(decisions), list(sanctions)],
        appeal,
    )
}

/// On which day of the box this was decided about the viewer's own, or set about them: where it can be asked at all.
pub(super) fn day_of_mine(look: &Snapshot<'_>, subject: Subject) -> Result<i64> {
    let me = look.me()?;
    let (sql, id) = match subject {
        Subject::Decision(id) => (
            "SELECT day FROM seen_decision WHERE id = ?1 AND about_id = ?2 AND kind IN ('remove', 'shield') AND undoes IS NULL",
            id,
        ),
        Subject::Sanction(id) => ("SELECT day FROM seen_sanction WHERE id = ?1 AND account_id = ?2", id),
    };
    look.found(sql, params![id, me.0], |row| row.get(0))
}

/// What was decided or set, for the page on which the viewer asks.
pub(super) fn about_mine(look: &Snapshot<'_>, subject: Subject) -> Result<About> {
    let me = look.me()?;
    let (sql, id) = match subject {
        Subject::Decision(id) => (
            "SELECT kind, reason, note, item_id, made_at FROM seen_decision
             WHERE id = ?1 AND about_id = ?2 AND kind IN ('remove', 'shield') AND undoes IS NULL",
            id,
        ),
        Subject::Sanction(id) => (
            "SELECT kind, reason, words, NULL, made_at FROM seen_sanction WHERE id = ?1 AND account_id = ?2",
            id,
        ),
    };
    look.found(sql, params![id, me.0], |row| {
        Ok(About {
            what: row.get(0)?,
            reason: row.get(1)?,
            words: row.get(2)?,
            item: row.get::<_, Option<i64>>(3)?.map(ItemId),
            by: None,
            at_ms: row.get(4)?,
            still: true,
        })
    })
}

pub(super) fn insert(change: &mut Change<'_>, who: AccountId, subject: Subject, words: &str) -> Result<i64> {
    let (decision, sanction) = match subject {
        Subject::Decision(id) => (Some(id), None),
        Subject::Sanction(id) => (None, Some(id)),
    };
    let now = change.now_ms();
    change
        .insert(
            "INSERT INTO appeal (decision_id, sanction_id, account_id, words, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![decision, sanction, who.0, words, now],
        )
        .map_err(|error| error.conflict_is("words", Problem::Asked))
}

pub(super) fn decide(
    change: &mut Change<'_>,
    id: i64,
    outcome: Outcome,
    answer: &str,
    same_person: bool,
) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    let decided = change.run(
        "UPDATE appeal SET decided_at = ?2, decided_by = ?3, outcome = ?4, answer = ?5, same_person = ?6
         WHERE id = ?1 AND decided_at IS NULL",
        params![id, now, me.0, outcome.word(), answer, same_person],
    )?;
    if decided == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// What was asked about is undone by the newest decision about this thing.
pub(super) fn undone_by_newest(change: &mut Change<'_>, id: i64, item: ItemId) -> Result<()> {
    change.run(
        "UPDATE appeal SET undone_by = (SELECT max(id) FROM decision WHERE item_id = ?2) WHERE id = ?1",
        params![id, item.0],
    )?;
    Ok(())
}

/// What undid it was taken back.
pub(super) fn not_undone(change: &mut Change<'_>, id: i64) -> Result<()> {
    change.run("UPDATE appeal SET undone_by = NULL WHERE id = ?1", [id])?;
    Ok(())
}

/// It waits again.
pub(super) fn undecide(change: &mut Change<'_>, id: i64) -> Result<()> {
    change.run(
        "UPDATE appeal SET decided_at = NULL, decided_by = NULL, outcome = NULL, answer = '', same_person = 0 WHERE id = ?1",
        [id],
    )?;
    Ok(())
}

/// The shown names of people whom the viewer sees, by their numbers.
///
/// # Errors
/// `Broken` if the database fails.
pub fn names(look: &Snapshot<'_>, ids: impl Iterator<Item = AccountId>) -> Result<Vec<(AccountId, String)>> {
    let ids: Vec<i64> = ids.map(|id| id.0).collect();
    let ids = serde_json::to_string(&ids).unwrap_or_default();
    let sql = "SELECT id, shown_name FROM seen_person WHERE id IN (SELECT value FROM json_each(?1))";
    look.list(sql, [ids], |row| Ok((AccountId(row.get(0)?), row.get(1)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn what_was_asked_is_found_down_an_index_and_never_sorted() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("courtyard.db");
        let db = Db::open(&file, 1, Clock::real(), |_, _| ()).expect("a database");
        let fox = Viewer::account(AccountId(1), Role::Staff, Duties::all(), String::new());
        let plans = db.read(&fox, |look| {
            let else_sql = "SELECT id FROM seen_decider WHERE about_id = ?1 LIMIT 1";
            Ok([
                look.plan(&lines_sql(), ["[1,2]"])?,
                look.plan(&done_sql(), [9, 50])?,
                look.plan(else_sql, [1])?,
            ])
        });
        for plan in plans.await.expect("plans") {
            for line in &plan {
                let walked =
                    line.starts_with("SCAN") && !line.contains("USING") && !line.contains("VIRTUAL TABLE");
                assert!(!walked && !line.contains("TEMP B-TREE"), "{plan:#?}");
            }
        }
        db.close();
    }
}
