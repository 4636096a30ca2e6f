//! The SQL of sheets: which day is over, what it counts, and the sheets that are kept.

use super::counts::{Counted, Tally};
use super::{Counts, Sheet};
use crate::base::{Error, Result};
use crate::db::{Change, Row, Snapshot, params};

/// What is counted of what waits for staff.
const WAITING_MAX: i64 = 1_000;

const SHEET: &str = "SELECT id, day, first_seq, last_seq, head, made_at, counts FROM seen_sheet";

fn sheet(row: &Row<'_>) -> rusqlite::Result<Sheet> {
    let (day, counts): (String, String) = (row.get(1)?, row.get(6)?);
    Ok(Sheet {
        id: Some(row.get(0)?),
        day: day.parse().unwrap_or_default(),
        first: row.get(2)?,
        last: row.get(3)?,
        head: row.get(4)?,
        made_at: row.get(5)?,
        counts: serde_json::from_str(&counts).unwrap_or_default(),
    })
}

/// One sheet.
pub(super) fn find(look: &Snapshot<'_>, id: i64) -> Result<Sheet> {
    look.found(&format!("{SHEET} WHERE id = ?1"), [id], sheet)
}

/// Sheets before this one, the newest first.
pub(super) fn list(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Sheet>> {
    look.list(
        &format!("{SHEET} WHERE id < ?1 ORDER BY id DESC LIMIT ?2"),
        params![before, limit as i64],
        sheet,
    )
}

/// The last entry of the newest sheet; 0 where there is none.
pub(super) fn pinned(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT last_seq FROM seen_sheet ORDER BY id DESC LIMIT 1", [])
}

/// An entry by its number, what the clock showed, and its hash.
pub(super) type End = (i64, i64, [u8; 32]);

fn end(row: &Row<'_>) -> rusqlite::Result<End> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

/// The first entry after a number.
pub(super) fn first_after(look: &Snapshot<'_>, seq: i64) -> Result<Option<End>> {
    look.one("SELECT seq, at, hash FROM seen_audit WHERE seq > ?1 ORDER BY seq LIMIT 1", [seq], end)
}

/// The newest entry.
pub(super) fn newest(look: &Snapshot<'_>) -> Result<Option<End>> {
    look.one("SELECT seq, at, hash FROM seen_audit ORDER BY seq DESC LIMIT 1", [], end)
}

/// The last entry after a number at which the clock did not show a time between these two, milliseconds since 1970.
pub(super) fn last_outside(look: &Snapshot<'_>, seq: i64, from: i64, until: i64) -> Result<Option<End>> {
    look.one(
        "SELECT seq, at, hash FROM seen_audit WHERE seq > ?1 AND (+at < ?2 OR +at >= ?3) ORDER BY seq DESC LIMIT 1",
        [seq, from, until],
        end,
    )
}

pub(super) const RANGE: &str = "SELECT seq, boot, monotonic_ms, at, time_trust, act, actor FROM seen_audit
     WHERE seq >= ?1 AND seq <= ?2 ORDER BY seq";

/// Counts entries from one to another: one walk, as the box itself.
pub(super) fn counts(look: &Snapshot<'_>, first: i64, last: i64) -> Result<Counts> {
    let mut tally = Tally::default();
    look.list(RANGE, [first, last], |row| {
        tally.add(&Counted {
            seq: row.get(0)?,
            boot: row.get(1)?,
            monotonic_ms: row.get(2)?,
            at: row.get(3)?,
            time_trust: row.get_ref(4)?.as_str()?,
            act: row.get_ref(5)?.as_str()?,
            actor: row.get(6)?,
        });
        Ok(())
    })?;
    let people: Vec<String> = tally.people().iter().map(i64::to_string).collect();
    let staff = look.list(
        "SELECT id FROM seen_account WHERE id IN (SELECT value FROM json_each(?1)) AND role IN ('staff', 'owner')",
        [format!("[{}]", people.join(","))],
        |row| row.get(0),
    )?;
    let waiting =
        look.number("SELECT count(*) FROM (SELECT 1, kind FROM seen_held LIMIT ?1)", [WAITING_MAX])?;
    let overdue = look.number(
        "SELECT count(*) FROM (SELECT id FROM seen_case_due WHERE due_at <= ?2 LIMIT ?1)",
        params![WAITING_MAX, look.now_ms()],
    )?;
    Ok(tally.end(&staff, waiting, overdue))
}

/// Who asked for looks into private talk between two entries, and who was shown how much: as far as the viewer may know.
/// Each with its number of `act`.
pub(super) fn by_whom(look: &Snapshot<'_>, act: &str, first: i64, last: i64) -> Result<Vec<(i64, i64)>> {
    look.list(BY_WHOM, params![act, first, last], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(super) const BY_WHOM: &str = "SELECT actor, count(*) FROM seen_audit
     WHERE act = ?1 AND seq >= ?2 AND seq <= ?3 GROUP BY actor ORDER BY 2 DESC, 1";

/// Keeps a sheet, where none reaches as far yet; gives its number.
pub(super) fn insert(change: &mut Change<'_>, sheet: &Sheet) -> Result<i64> {
    if pinned(change)? + 1 != sheet.first {
        return Err(Error::Conflict("another sheet was made meanwhile".into()));
    }
    let counts = serde_json::to_string(&sheet.counts).map_err(|error| Error::Broken(error.to_string()))?;
    change.insert(
        "INSERT INTO sheet (day, first_seq, last_seq, head, made_at, counts) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![sheet.day.to_string(), sheet.first, sheet.last, &sheet.head[..], sheet.made_at, counts],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn sheets_are_made_and_found_down_the_numbers() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
        let plans = db.read(&owner, |look| {
            Ok([
                look.plan(&format!("{SHEET} WHERE id < ?1 ORDER BY id DESC LIMIT ?2"), [9, 5])?,
                look.plan(RANGE, [1, 2])?,
                look.plan(BY_WHOM, params!["reading.open", 1, 2])?,
            ])
        });
        let plans = plans.await.expect("plans");
        let indexes = ["PRIMARY KEY", "PRIMARY KEY", "audit_by_act"];
        for (plan, index) in plans.iter().zip(indexes) {
            let plan = plan.join("; ");
            assert!(plan.contains("SEARCH") && plan.contains(index), "{plan}");
        }
        db.close();
    }
}
