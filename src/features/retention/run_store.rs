//! The SQL of runs: what is planned, how far it has come, and what went.

use super::Cutoffs;
use crate::base::{AccountId, Result};
use crate::db::{Change, Row, Snapshot, params};

/// Runs by which it is known what is usual.
const USUAL_RUNS: i64 = 7;
/// Rows of cases that one write removes.
const CASES_AT_ONCE: i64 = 200;
/// Things that are counted before a run, at most: whoever confirms more than these reads "at least".
pub(super) const COUNTED_MAX: i64 = 100_000;

/// How a run stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    /// It waits for an owner.
    Asks,
    /// It goes on, a little at a time.
    Runs,
    /// It is over.
    Done,
}

/// One run.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub id: i64,
    pub day: i64,
    pub state: State,
    pub cut: Cutoffs,
    /// The first item that is young, of posts and of messages: all before it is old.
    pub to: [i64; 2],
    /// How many were to go: posts and what belongs to them, messages, cases.
    pub planned: [i64; 3],
    /// How many went.
    pub gone: [i64; 3],
    pub hash: [u8; 32],
    pub begun_at: i64,
    pub ended_at: Option<i64>,
    pub confirmed_by: Option<AccountId>,
}

impl Run {
    pub fn planned_all(&self) -> i64 {
        self.planned.iter().sum()
    }
}

const RUN: &str = "SELECT id, day, state, posts_ms, messages_ms, cases_ms, posts, messages, cases,
       gone_posts, gone_messages, gone_cases, hash, begun_at, ended_at, confirmed_by, posts_to, messages_to FROM retention_run";

fn run(row: &Row<'_>) -> rusqlite::Result<Run> {
    let state = match row.get_ref(2)?.as_str()? {
        "asks" => State::Asks,
        "runs" => State::Runs,
        _ => State::Done,
    };
    Ok(Run {
        id: row.get(0)?,
        day: row.get(1)?,
        state,
        cut: Cutoffs { posts_ms: row.get(3)?, messages_ms: row.get(4)?, cases_ms: row.get(5)? },
        to: [row.get(16)?, row.get(17)?],
        planned: [row.get(6)?, row.get(7)?, row.get(8)?],
        gone: [row.get(9)?, row.get(10)?, row.get(11)?],
        hash: row.get(12)?,
        begun_at: row.get(13)?,
        ended_at: row.get(14)?,
        confirmed_by: row.get::<_, Option<i64>>(15)?.map(AccountId),
    })
}

/// The newest runs, newest first.
pub(super) fn newest(look: &Snapshot<'_>, most: i64) -> Result<Vec<Run>> {
    look.list(&format!("{RUN} ORDER BY id DESC LIMIT ?1"), [most], run)
}

/// What goes on a usual day.
pub(super) fn usual(look: &Snapshot<'_>) -> Result<i64> {
    look.number(
        "SELECT CAST(avg(gone) AS INTEGER) FROM (SELECT gone_posts + gone_messages + gone_cases AS gone FROM retention_run
           WHERE state = 'done' ORDER BY id DESC LIMIT ?1)",
        [USUAL_RUNS],
    )
}

/// Up to which item all of this sort has gone, or is kept by name.
pub(super) fn reach(look: &Snapshot<'_>, sort: &str) -> Result<i64> {
    look.number("SELECT done_to FROM retention_reach WHERE sort = ?1", [sort])
}

pub(super) fn set_reach(change: &mut Change<'_>, sort: &str, done_to: i64) -> Result<()> {
    change.run(
        "INSERT INTO retention_reach (sort, done_to) VALUES (?1, ?2)
         ON CONFLICT (sort) DO UPDATE SET done_to = max(done_to, excluded.done_to)",
        params![sort, done_to],
    )?;
    Ok(())
}

/// How many cases are older: decisions, and reports that are closed.
pub(super) fn cases(look: &Snapshot<'_>, before_ms: i64) -> Result<i64> {
    look.number(
        "SELECT count(*) FROM (SELECT id FROM seen_old_case WHERE at < ?1 LIMIT ?2)",
        params![before_ms, COUNTED_MAX],
    )
}

/// The next cases that are older, and that nothing holds: which sort, and its number.
pub(super) fn next_cases(look: &Snapshot<'_>, before_ms: i64) -> Result<Vec<(String, i64)>> {
    look.list(
        "SELECT sort, id FROM seen_old_case WHERE at < ?1 ORDER BY id LIMIT ?2",
        params![before_ms, CASES_AT_ONCE],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub(super) fn delete_cases(change: &mut Change<'_>, cases: &[(String, i64)]) -> Result<()> {
    for (sort, id) in cases {
        let sql = match sort.as_str() {
            "report" => "DELETE FROM report WHERE id = ?1",
            _ => "DELETE FROM decision WHERE id = ?1",
        };
        change.run(sql, [id])?;
    }
    Ok(())
}

/// What a run is to take away, and whether somebody must be asked first.
pub(super) struct Plan {
    pub day: i64,
    pub cut: Cutoffs,
    pub to: [i64; 2],
    pub planned: [i64; 3],
    pub state: &'static str,
}

/// A run begins, or one that asks is planned anew for another day.
pub(super) fn begin(change: &mut Change<'_>, plan: &Plan) -> Result<()> {
    let now = change.now_ms();
    change.run("DELETE FROM retention_run WHERE state = 'asks'", [])?;
    change.run(
        "INSERT INTO retention_run (day, state, posts_ms, messages_ms, cases_ms, posts_to, messages_to, posts, messages, cases,
                                    begun_at, ended_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, CASE ?2 WHEN 'done' THEN ?11 END)",
        params![
            plan.day,
            plan.state,
            plan.cut.posts_ms,
            plan.cut.messages_ms,
            plan.cut.cases_ms,
            plan.to[0],
            plan.to[1],
            plan.planned[0],
            plan.planned[1],
            plan.planned[2],
            now
        ],
    )?;
    Ok(())
}

/// An owner says yes.
pub(super) fn confirm(change: &mut Change<'_>, id: i64) -> Result<usize> {
    let me = change.me()?;
    change.run(
        "UPDATE retention_run SET state = 'runs', confirmed_by = ?2 WHERE id = ?1 AND state = 'asks'",
        params![id, me.0],
    )
}

/// How far it has come.
pub(super) fn go_on(change: &mut Change<'_>, run: &Run) -> Result<()> {
    let (now, over) = (change.now_ms(), run.state == State::Done);
    change.run(
        "UPDATE retention_run SET gone_posts = ?2, gone_messages = ?3, gone_cases = ?4, hash = ?5,
                state = CASE WHEN ?6 THEN 'done' ELSE state END, ended_at = CASE WHEN ?6 THEN ?7 END
         WHERE id = ?1",
        params![run.id, run.gone[0], run.gone[1], run.gone[2], &run.hash[..], over, now],
    )?;
    Ok(())
}
