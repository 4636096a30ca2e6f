//! The SQL of what is old: what there was on each day that was believed, and cases and drafts that go by it.

use crate::base::Result;
use crate::db::{Change, Snapshot, params};

/// Rows of cases, or drafts, that one write removes.
const AT_ONCE: i64 = 200;

/// The greatest numbers that there were.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Mark {
    /// Of things.
    pub item: i64,
    /// Of drafts.
    pub draft: i64,
}

/// What there is now.
pub(super) fn newest(look: &Snapshot<'_>) -> Result<Mark> {
    look.found("SELECT item_id, draft_id FROM seen_newest", [], |row| {
        Ok(Mark { item: row.get(0)?, draft: row.get(1)? })
    })
}

/// What was noted of that day.
pub(super) fn mark(look: &Snapshot<'_>, day_ms: i64) -> Result<Option<Mark>> {
    look.one("SELECT item_id, draft_id FROM retention_mark WHERE day_ms = ?1", [day_ms], |row| {
        Ok(Mark { item: row.get(0)?, draft: row.get(1)? })
    })
}

/// On that day, and by a clock that is believed, there was so much. Days after it were none: a clock made them up that was
/// believed and is not any more.
pub(super) fn set_mark(change: &mut Change<'_>, day_ms: i64, mark: Mark) -> Result<()> {
    change.run("DELETE FROM retention_mark WHERE day_ms > ?1", [day_ms])?;
    change.run(
        "INSERT INTO retention_mark (day_ms, item_id, draft_id) VALUES (?1, ?2, ?3)
         ON CONFLICT (day_ms) DO UPDATE SET item_id = excluded.item_id, draft_id = excluded.draft_id",
        params![day_ms, mark.item, mark.draft],
    )?;
    Ok(())
}

/// What there was on the days before a moment. What no such day saw is not old, whatever date it carries.
pub(super) fn before(look: &Snapshot<'_>, moment_ms: i64) -> Result<Mark> {
    look.found(
        "SELECT coalesce(max(item_id), 0), coalesce(max(draft_id), 0) FROM retention_mark WHERE day_ms < ?1",
        [moment_ms],
        |row| Ok(Mark { item: row.get(0)?, draft: row.get(1)? }),
    )
}

/// On how many days the things between two numbers were made, as far as it was noted.
pub(super) fn days_between(look: &Snapshot<'_>, after: i64, before: i64) -> Result<i64> {
    look.number(
        "SELECT count(DISTINCT item_id) FROM retention_mark WHERE item_id > ?1 AND item_id < ?2",
        [after, before],
    )
}

/// How many cases are older than a moment, counted up to a bound.
pub(super) fn count_cases(look: &Snapshot<'_>, before_ms: i64, most: i64) -> Result<i64> {
    look.number(
        "SELECT count(*) FROM (SELECT id FROM seen_old_case WHERE at < ?1 LIMIT ?2)",
        params![before_ms, most],
    )
}

/// The next cases that are older: which sort, and its number.
pub(super) fn next_cases(look: &Snapshot<'_>, before_ms: i64) -> Result<Vec<(String, i64)>> {
    look.list(
        "SELECT sort, id FROM seen_old_case WHERE at < ?1 LIMIT ?2",
        params![before_ms, AT_ONCE],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Takes them away. Of what a rule matched stays how often: the words go.
pub(super) fn delete_cases(change: &mut Change<'_>, cases: &[(String, i64)]) -> Result<()> {
    for (sort, id) in cases {
        match sort.as_str() {
            "report" => change.run("DELETE FROM report WHERE id = ?1", [id])?,
            "decision" => change.run("DELETE FROM decision WHERE id = ?1", [id])?,
            "appeal" => change.run("DELETE FROM appeal WHERE id = ?1", [id])?,
            "watch" => {
                change.run("UPDATE watch_hit SET words = '', case_id = NULL WHERE case_id = ?1", [id])?;
                change.run("DELETE FROM watch_case WHERE id = ?1", [id])?
            }
            _ => change.run("UPDATE watch_hit SET words = '' WHERE id = ?1", [id])?,
        };
    }
    Ok(())
}

/// Takes away what is left of closed cases that are older, whose reports have gone: it holds no words, and is not counted.
/// Gives whether there may be more.
pub(super) fn delete_shells(change: &mut Change<'_>, before_ms: i64) -> Result<bool> {
    let shells = change.list(
        "SELECT id FROM seen_old_shell WHERE at < ?1 LIMIT ?2",
        params![before_ms, AT_ONCE],
        |row| row.get::<_, i64>(0),
    )?;
    for id in &shells {
        change.run("DELETE FROM \"case\" WHERE id = ?1", [id])?;
    }
    Ok(shells.len() as i64 == AT_ONCE)
}

/// How many drafts were last changed before that number was given.
pub(super) fn count_drafts(look: &Snapshot<'_>, before: i64, most: i64) -> Result<i64> {
    look.number(
        "SELECT count(*) FROM (SELECT id FROM seen_old_draft WHERE id < ?1 LIMIT ?2)",
        params![before, most],
    )
}

/// Takes away the next of them, with their photos; gives their numbers.
pub(super) fn delete_drafts(change: &mut Change<'_>, before: i64) -> Result<Vec<i64>> {
    let found = change.list(
        "SELECT id, account_id, word FROM seen_old_draft WHERE id < ?1 ORDER BY id LIMIT ?2",
        params![before, AT_ONCE],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?)),
    )?;
    for (id, account, word) in &found {
        change.run("DELETE FROM draft WHERE id = ?1", [id])?;
        change.run("DELETE FROM draft_photo WHERE account_id = ?1 AND word = ?2", params![account, word])?;
    }
    Ok(found.into_iter().map(|(id, ..)| id).collect())
}
