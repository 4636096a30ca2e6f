//! The one thread that writes: takes what waits, commits it together, then answers.

use super::audit::{Chain, FORM, Line, SALT_BYTES};
use super::change::Refused;
use super::guard::{Eyes, guard};
use super::quiet::{QUIET, Quiet};
use super::watch::{self, Watch};
use super::{Change, Snapshot, Viewer, said};
use crate::base::watch::Engine;
use crate::base::{Act, Clock, Error, Event, Problem, Reach, Result, Role, limits, secret};
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Called after each commit with what changed, and how far it reaches.
pub(super) type Tell = Box<dyn Fn(&[Event], Reach) + Send>;

/// What one write asks of the writer.
pub(super) struct Job {
    pub viewer: Viewer,
    pub act: Act,
    pub run: Box<dyn FnOnce(&mut Change<'_>) -> Answer + Send>,
}

/// What became of one write before the commit, and how to tell its caller after it.
pub(super) struct Answer {
    pub well: bool,
    pub send: Box<dyn FnOnce(Result<()>) + Send>,
}

pub(super) struct Writer {
    sql: Connection,
    eyes: Arc<Eyes>,
    chain: Chain,
    clock: Clock,
    tell: Tell,
    /// The newest event that was told.
    told: i64,
    watch: Arc<Watch>,
    /// The word rules as this batch has changed them: everybody's after its commit.
    fresh: Option<Arc<Engine>>,
    quiet: Quiet,
}

/// One job that went well: what to tell, and how far it reaches.
type Done = (Answer, Vec<Event>, Reach);

/// Events of each start of the box get numbers of their own, greater than those of every start before it.
const EVENTS_OF_A_START: i64 = 1 << 32;

/// The number before the first event of this start.
pub(super) fn before_the_first_event(boot: i64) -> i64 {
    boot * EVENTS_OF_A_START
}

impl Writer {
    pub(super) fn open(
        mut sql: Connection,
        clock: Clock,
        boot: i64,
        tell: Tell,
        watch: &Arc<Watch>,
    ) -> Result<Writer> {
        let chain = Chain::open(&sql, boot).map_err(said)?;
        let eyes = guard(&mut sql, watch, &clock).map_err(said)?;
        let told = before_the_first_event(boot);
        let watch = watch.clone();
        Ok(Writer { sql, eyes, chain, clock, tell, told, watch, fresh: None, quiet: Quiet::default() })
    }

    /// Runs until every sender is gone; then moves the log into the file and ends. `waits` runs what waits for the queue on
    /// this thread.
    pub(super) fn work(mut self, mut queue: mpsc::Receiver<Job>, waits: &tokio::runtime::Runtime) {
        let mut batch = Vec::with_capacity(limits::WRITER_BATCH_MAX);
        loop {
            let come = queue.recv_many(&mut batch, limits::WRITER_BATCH_MAX);
            let come = if self.quiet.is_due() {
                waits.block_on(async { tokio::time::timeout(QUIET, come).await.ok() })
            } else {
                Some(waits.block_on(come))
            };
            match come {
                Some(0) => break,
                Some(_) => {
                    self.commit(&mut batch);
                    self.eyes.while_changing(|| self.quiet.after_commit(&self.sql));
                }
                None => self.eyes.while_changing(|| self.quiet.step(&self.sql)),
            }
        }
        let _ = self.sql.execute("UPDATE boot SET clean = 1 WHERE id = ?1", [self.chain.boot]);
        let _ = self.sql.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }

    /// One transaction for all that waits; each job in a savepoint of its own.
    fn commit(&mut self, batch: &mut Vec<Job>) {
        let before = (self.chain.seq, self.chain.head);
        let (mut answers, mut events, mut reach) =
            (Vec::with_capacity(batch.len()), Vec::new(), Reach::default());
        let mut fate = self.sql.execute_batch("BEGIN IMMEDIATE").map_err(said);
        for job in batch.drain(..) {
            if fate.is_err() {
                // The transaction is gone: nothing more is run. Dropping a job tells its caller.
                continue;
            }
            match self.one(job) {
                Ok((answer, told, reached)) => {
                    answers.push(answer);
                    events.extend(told);
                    reach = reach.and(reached);
                }
                Err((answer, error)) => {
                    answers.push(answer);
                    fate = Err(error);
                }
            }
        }
        if fate.is_ok() {
            fate = self.sql.execute_batch("COMMIT").map_err(said);
        }
        if let Err(error) = &fate {
            tracing::error!(%error, "a batch of writes was not committed");
            let _ = self.sql.execute_batch("ROLLBACK");
            (self.chain.seq, self.chain.head) = before;
            self.fresh = None;
        } else {
            if let Some(fresh) = self.fresh.take() {
                self.watch.becomes(fresh);
            }
            // Each its own number, whether its act is recorded or not: a page that comes back misses none.
            for event in &mut events {
                self.told += 1;
                event.seq = self.told;
            }
            (self.tell)(&events, reach);
        }
        for answer in answers {
            (answer.send)(match &fate {
                Ok(()) => Ok(()),
                Err(Error::Busy) => Err(Error::Busy),
                Err(Error::Invalid(problems)) => Err(Error::Invalid(problems.clone())),
                Err(error) => Err(Error::Broken(error.to_string())),
            });
        }
    }

    /// One job: savepoint, run, audit entry, release. `Err` only when the transaction itself is lost.
    fn one(&mut self, job: Job) -> std::result::Result<Done, (Answer, Error)> {
        let now = self.clock.now_ms();
        self.eyes.look_as(&job.viewer, now);
        let savepoint = self.step("SAVEPOINT job");
        let look = Snapshot::new(&self.sql, &job.viewer, now);
        let mut change = Change::new(look, &self.eyes, job.act, self.engine());
        let ran = catch_unwind(AssertUnwindSafe(|| (job.run)(&mut change)));
        let answer = match ran {
            Ok(answer) if answer.well => unless_frozen(&change, answer),
            Ok(answer) => answer,
            Err(_) => Answer { well: false, send: Box::new(|_| ()) }, // its caller's channel closed: `Broken`
        };
        if let Err(error) = savepoint {
            return Err((answer, error));
        }
        if !answer.well {
            let refused = change.refused.take();
            let back = self.step("ROLLBACK TO job").and_then(|()| self.step("RELEASE job"));
            return match back.and_then(|()| self.note_refused(&job.viewer, now, refused)) {
                Ok((events, reach)) => Ok((answer, events, reach)),
                Err(error) => Err((answer, error)),
            };
        }
        let (act, events) = (change.act, std::mem::take(&mut change.events));
        let entry = std::mem::take(&mut change.entry);
        let rules_changed = change.rules_changed;
        let written = self.record(&job.viewer, act, &entry).and_then(|()| self.step("RELEASE job"));
        match written.and_then(|()| if rules_changed { self.watch_anew() } else { Ok(()) }) {
            Ok(()) => Ok((answer, events, Reach::of(act))),
            Err(error) => Err((answer, error)),
        }
    }

    /// The word rules as they stand after what this batch has done so far.
    fn engine(&self) -> Arc<Engine> {
        self.fresh.clone().unwrap_or_else(|| self.watch.now())
    }

    fn watch_anew(&mut self) -> Result<()> {
        let engine = self.eyes.while_changing(|| watch::engine(&self.sql)).map_err(said)?;
        self.fresh = Some(Arc::new(engine));
        Ok(())
    }

    /// What is kept of a write that was refused: nothing of what it did, but that it was tried.
    fn note_refused(
        &mut self,
        viewer: &Viewer,
        now: i64,
        refused: Option<Refused>,
    ) -> Result<(Vec<Event>, Reach)> {
        let Some((act, note)) = refused else { return Ok((Vec::new(), Reach::default())) };
        self.step("SAVEPOINT job")?;
        self.eyes.look_as(viewer, now);
        let mut change = Change::new(Snapshot::new(&self.sql, viewer, now), &self.eyes, act, self.engine());
        if let Err(error) = note(&mut change) {
            tracing::error!(%error, "what was refused was not noted");
            self.step("ROLLBACK TO job").and_then(|()| self.step("RELEASE job"))?;
            return Ok((Vec::new(), Reach::default()));
        }
        let (events, entry) = (std::mem::take(&mut change.events), std::mem::take(&mut change.entry));
        self.record(viewer, act, &entry)?;
        self.step("RELEASE job")?;
        Ok((events, Reach::of(act)))
    }

    fn step(&self, statement: &str) -> Result<()> {
        self.sql.prepare_cached(statement).and_then(|mut step| step.execute([])).map(|_| ()).map_err(said)
    }

    fn record(&mut self, viewer: &Viewer, act: Act, entry: &super::change::Entry) -> Result<()> {
        if !act.is_recorded() {
            return Ok(());
        }
        if entry.each.is_empty() {
            self.add_line(viewer, act, entry, (entry.kind, entry.item))?;
        }
        for (kind, item) in &entry.each {
            self.add_line(viewer, act, entry, (Some(kind), Some(*item)))?;
        }
        match entry.also {
            Some(also) => self.add_line(viewer, also, entry, (entry.kind, entry.item)),
            None => Ok(()),
        }
    }

    fn add_line(
        &mut self,
        viewer: &Viewer,
        act: Act,
        entry: &super::change::Entry,
        (kind, item): (Option<&'static str>, Option<i64>),
    ) -> Result<()> {
        let salt = secret::random::<SALT_BYTES>();
        let line = Line {
            form: FORM,
            seq: self.chain.seq + 1,
            boot: self.chain.boot,
            monotonic_ms: self.clock.monotonic_ms(),
            at: self.clock.now_ms(),
            time_trust: self.clock.trust().word(),
            actor: entry.actor.unwrap_or(viewer.number()),
            actor_role: viewer.role().filter(|_| viewer.id().is_some()).map_or("none", Role::word),
            device: viewer.device(),
            act: act.word(),
            kind,
            item,
            case: entry.case,
            reason_code: entry.reason_code.as_deref(),
            reason: entry.reason.as_deref(),
            before: entry.before.as_ref().map(|hash| &hash[..]),
            after: entry.after.as_ref().map(|hash| &hash[..]),
            salt: Some(&salt),
            prev: &self.chain.head,
        };
        let hash = self.eyes.while_changing(|| Chain::add(&self.sql, &line)).map_err(said)?;
        (self.chain.seq, self.chain.head) = (self.chain.seq + 1, hash);
        Ok(())
    }
}

/// What staff have stopped is not written, whatever the feature said: it is told so, as a problem of the form.
fn unless_frozen(change: &Change<'_>, answer: Answer) -> Answer {
    let refusal = match change.is_frozen() {
        Ok(false) => return answer,
        Ok(true) => Error::field("", Problem::Frozen),
        Err(error) => error,
    };
    let send = answer.send;
    Answer { well: false, send: Box::new(move |fate| send(fate.and(Err(refusal)))) }
}
