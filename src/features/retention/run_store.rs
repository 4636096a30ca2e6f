//! The SQL of runs: what is planned, how far it has come, and what went.

use super::Cutoffs;
use crate::base::{AccountId, Result};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::leaving::Aged;

/// Runs by which it is known what is usual.
const USUAL_RUNS: i64 = 7;
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

/// How many of each sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Counts {
    /// Posts and what belongs to them.
    pub posts: i64,
    /// Messages and their photos.
    pub messages: i64,
    /// Decisions, closed reports, and what rules for words matched.
    pub cases: i64,
    /// What was written and never sent.
    pub drafts: i64,
}

impl Counts {
    /// All of them together.
    pub fn all(self) -> i64 {
        self.posts + self.messages + self.cases + self.drafts
    }

    /// The number of one sort of things.
    pub fn of(&mut self, aged: Aged) -> &mut i64 {
        match aged {
            Aged::Posts => &mut self.posts,
            Aged::Messages => &mut self.messages,
        }
    }
}

/// The first that is young, of each: all before it is old.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Bounds {
    pub posts: i64,
    pub messages: i64,
    pub drafts: i64,
}

impl Bounds {
    /// That of one sort of things.
    pub fn of(self, aged: Aged) -> i64 {
        match aged {
            Aged::Posts => self.posts,
            Aged::Messages => self.messages,
        }
    }
}

/// One run.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub id: i64,
    pub day: i64,
    pub state: State,
    pub cut: Cutoffs,
    pub to: Bounds,
    pub planned: Counts,
    pub gone: Counts,
    pub hash: [u8; 32],
    pub begun_at: i64,
    pub ended_at: Option<i64>,
    pub confirmed_by: Option<AccountId>,
}

const RUN: &str = "SELECT id, day, state, posts_ms, messages_ms, cases_ms, posts_to, messages_to, drafts_to,
       posts, messages, cases, drafts, gone_posts, gone_messages, gone_cases, gone_drafts, hash, begun_at, ended_at, confirmed_by
     FROM retention_run";

fn run(row: &Row<'_>) -> rusqlite::Result<Run> {
    let state = match row.get_ref(2)?.as_str()? {
        "asks" => State::Asks,
        "runs" => State::Runs,
        _ => State::Done,
    };
    let counts = |from: usize| {
        Ok::<_, rusqlite::Error>(Counts {
            posts: row.get(from)?,
            messages: row.get(from + 1)?,
            cases: row.get(from + 2)?,
            drafts: row.get(from + 3)?,
        })
    };
    Ok(Run {
        id: row.get(0)?,
        day: row.get(1)?,
        state,
        cut: Cutoffs { posts_ms: row.get(3)?, messages_ms: row.get(4)?, cases_ms: row.get(5)? },
        to: Bounds { posts: row.get(6)?, messages: row.get(7)?, drafts: row.get(8)? },
        planned: counts(9)?,
        gone: counts(13)?,
        hash: row.get(17)?,
        begun_at: row.get(18)?,
        ended_at: row.get(19)?,
        confirmed_by: row.get::<_, Option<i64>>(20)?.map(AccountId),
    })
}

/// The newest runs, newest first.
pub(super) fn newest(look: &Snapshot<'_>, most: i64) -> Result<Vec<Run>> {
    look.list(&format!("{RUN} ORDER BY id DESC LIMIT ?1"), [most], run)
}

/// What goes for one day, usually: of the last runs that took something away, each over as many days as it was made on.
pub(super) fn usual(look: &Snapshot<'_>) -> Result<i64> {
    look.number(
        "SELECT CAST(avg(gone) AS INTEGER) FROM (
           SELECT (gone_posts + gone_messages + gone_cases + gone_drafts) / spans AS gone FROM retention_run
           WHERE state = 'done' AND gone_posts + gone_messages + gone_cases + gone_drafts > 0 ORDER BY id DESC LIMIT ?1)",
        [USUAL_RUNS],
    )
}

/// Up to which item all of this sort has gone, or is kept by name.
pub(super) fn reach(look: &Snapshot<'_>, aged: Aged) -> Result<i64> {
    look.number("SELECT done_to FROM retention_reach WHERE sort = ?1", [aged.word()])
}

pub(super) fn set_reach(change: &mut Change<'_>, aged: Aged, done_to: i64) -> Result<()> {
    change.run(
        "INSERT INTO retention_reach (sort, done_to) VALUES (?1, ?2)
         ON CONFLICT (sort) DO UPDATE SET done_to = max(done_to, excluded.done_to)",
        params![aged.word(), done_to],
    )?;
    Ok(())
}

/// What a run is to take away, and whether somebody must be asked first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub day: i64,
    pub cut: Cutoffs,
    pub to: Bounds,
    /// Over how many days it was made, at least 1.
    pub spans: i64,
    pub planned: Counts,
    pub state: State,
}

/// A run begins, or one that asks is planned anew for another day.
pub(super) fn begin(change: &mut Change<'_>, plan: &Plan) -> Result<()> {
    let now = change.now_ms();
    let state = match plan.state {
        State::Asks => "asks",
        State::Runs => "runs",
        State::Done => "done",
    };
    let (cut, to, planned) = (plan.cut, plan.to, plan.planned);
    change.run("DELETE FROM retention_run WHERE state = 'asks'", [])?;
    change.run(
        "INSERT INTO retention_run (day, state, posts_ms, messages_ms, cases_ms, posts_to, messages_to, drafts_to, spans,
                                    posts, messages, cases, drafts, begun_at, ended_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, CASE ?2 WHEN 'done' THEN ?14 END)",
        params![
            plan.day,
            state,
            cut.posts_ms,
            cut.messages_ms,
            cut.cases_ms,
            to.posts,
            to.messages,
            to.drafts,
            plan.spans,
            planned.posts,
            planned.messages,
            planned.cases,
            planned.drafts,
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
    let (now, over, gone) = (change.now_ms(), run.state == State::Done, run.gone);
    change.run(
        "UPDATE retention_run SET gone_posts = ?2, gone_messages = ?3, gone_cases = ?4, gone_drafts = ?5, hash = ?6,
                state = CASE WHEN ?7 THEN 'done' ELSE state END, ended_at = CASE WHEN ?7 THEN ?8 END
         WHERE id = ?1",
        params![run.id, gone.posts, gone.messages, gone.cases, gone.drafts, &run.hash[..], over, now],
    )?;
    Ok(())
}
