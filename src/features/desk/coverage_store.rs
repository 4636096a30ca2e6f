//! The SQL of coverage: how many cases were decided in time, week by week, and what is open.

use crate::base::Result;
use crate::db::{Snapshot, params};
use crate::features::moderation::CaseSort;

/// Cases that were decided in one week, of one sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Decided {
    /// The place of the week among those that were asked for.
    pub week: usize,
    pub sort: CaseSort,
    pub all: i64,
    /// By when they were due.
    pub in_time: i64,
}

/// What is open of one sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Open {
    pub sort: CaseSort,
    pub all: i64,
    pub overdue: i64,
    /// When the oldest was opened, milliseconds since 1970.
    pub oldest_ms: i64,
}

/// Open cases that are counted, those that are due first.
const OPEN_MAX: i64 = 10_000;

/// What its author took back, and what staff did where nothing waited, is not counted: nobody had to read it in time.
const DECIDED: &str = "SELECT w.key, c.sort, count(*), sum(c.closed_at <= c.due_at)
     FROM json_each(?1) AS w CROSS JOIN seen_case AS c
     WHERE c.closed_at IS NOT NULL AND c.closed_at >= json_extract(w.value, '$[0]') AND c.closed_at < json_extract(w.value, '$[1]')
       AND c.outcome <> 'gone' AND c.origins <> 8
     GROUP BY w.key, c.sort";

const OPEN: &str = "SELECT sort, count(*), sum(due_at <= ?1), min(opened_at)
     FROM (SELECT c.sort, c.due_at, c.opened_at FROM seen_case AS c WHERE c.closed_at IS NULL ORDER BY c.due_at, c.id LIMIT ?2)
     GROUP BY sort";

/// What was decided in each of these weeks: from and until, milliseconds since 1970.
pub(super) fn decided(look: &Snapshot<'_>, weeks: &[(i64, i64)]) -> Result<Vec<Decided>> {
    let weeks = serde_json::json!(weeks).to_string();
    look.list(DECIDED, [weeks], |row| {
        Ok(Decided {
            week: usize::try_from(row.get::<_, i64>(0)?).unwrap_or(usize::MAX),
            sort: CaseSort::parse(row.get_ref(1)?.as_str()?).unwrap_or(CaseSort::Item),
            all: row.get(2)?,
            in_time: row.get(3)?,
        })
    })
}

/// What is open now.
pub(super) fn open(look: &Snapshot<'_>) -> Result<Vec<Open>> {
    look.list(OPEN, params![look.now_ms(), OPEN_MAX], |row| {
        Ok(Open {
            sort: CaseSort::parse(row.get_ref(0)?.as_str()?).unwrap_or(CaseSort::Item),
            all: row.get(1)?,
            overdue: row.get(2)?,
            oldest_ms: row.get(3)?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn weeks_are_found_down_an_index_and_what_is_open_by_when_it_is_due() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        let staff = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
        let plans = db.read(&staff, |look| {
            Ok([look.plan(DECIDED, ["[[0,1],[1,2]]"])?.join("; "), look.plan(OPEN, [0, 10])?.join("; ")])
        });
        let [weeks, open] = plans.await.expect("plans");
        assert!(weeks.contains("case_closed (closed_at>? AND closed_at<?)"), "{weeks}");
        assert!(open.contains("USING INDEX case_due"), "{open}");
        db.close();
    }
}
