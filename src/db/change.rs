//! One audited write: everything in it happens, with its audit entry, or nothing does.

use super::guard::Eyes;
use super::{Snapshot, Viewer, said};
use crate::base::watch::Engine;
use crate::base::{AccountId, Act, Error, Event, ItemId, Result, Topic};
use rusqlite::Params;
use std::ops::Deref;
use std::sync::Arc;

/// The account that the writer itself looks as, to decide whom to tell. No row has it.
pub(super) const NOBODY: i64 = -1;

/// What the audit entry will say besides who, when and what act.
#[derive(Default)]
pub(super) struct Entry {
    pub actor: Option<i64>,
    pub kind: Option<&'static str>,
    pub item: Option<i64>,
    pub reason_code: Option<String>,
    pub reason: Option<String>,
    pub before: Option<[u8; 32]>,
    pub after: Option<[u8; 32]>,
    pub case: Option<i64>,
    /// One entry for each of these things, in place of one.
    pub each: Vec<(&'static str, i64)>,
    /// A second entry about the same thing, under this act.
    pub also: Option<Act>,
}

/// What is noted of a write that is refused, and the act under which it is.
pub(super) type Refused = (Act, Box<dyn FnOnce(&mut Change<'_>) -> Result<()> + Send>);

/// One audited write, and a [`Snapshot`] through the writer's eyes while it goes on.
pub struct Change<'a> {
    pub(super) look: Snapshot<'a>,
    pub(super) eyes: &'a Eyes,
    pub(super) act: Act,
    pub(super) entry: Entry,
    pub(super) events: Vec<Event>,
    pub(super) refused: Option<Refused>,
    pub(super) rules_changed: bool,
    engine: Arc<Engine>,
}

impl<'a> Deref for Change<'a> {
    type Target = Snapshot<'a>;

    fn deref(&self) -> &Snapshot<'a> {
        &self.look
    }
}

impl<'a> Change<'a> {
    pub(super) fn new(look: Snapshot<'a>, eyes: &'a Eyes, act: Act, engine: Arc<Engine>) -> Change<'a> {
        let (entry, events) = (Entry::default(), Vec::new());
        Change { look, eyes, act, entry, events, refused: None, rules_changed: false, engine }
    }

    /// The word rules that are switched on.
    pub fn engine(&self) -> Arc<Engine> {
        self.engine.clone()
    }

    /// The word rules were changed: who writes after this goes by the new ones.
    pub fn rules_changed(&mut self) {
        self.rules_changed = true;
    }

    /// Where this write ends badly, nothing of it stands; then this is done in its place, as the same viewer.
    pub fn if_refused(
        &mut self,
        act: Act,
        note: impl FnOnce(&mut Change<'_>) -> Result<()> + Send + 'static,
    ) {
        self.refused = Some((act, Box::new(note)));
    }

    /// Runs one `INSERT`, `UPDATE` or `DELETE`; gives the number of rows it touched.
    ///
    /// # Errors
    /// `Conflict` where a constraint refuses; `Broken` for a statement that looks (also `RETURNING`).
    pub fn run(&mut self, sql: &str, params: impl Params) -> Result<usize> {
        let mut asked = self.eyes.while_changing(|| self.look.sql.prepare_cached(sql)).map_err(said)?;
        if asked.readonly() || asked.column_count() > 0 {
            // Prepared while the tables were open: it must not stay in the cache for a later look.
            asked.discard();
            return Err(Error::Broken(format!("a change that looks: {sql}")));
        }
        // The tables stay open while it runs: SQLite may prepare a statement anew when it sees its values.
        self.eyes.while_changing(|| asked.execute(params)).map_err(said)
    }

    /// As [`Change::run`], for an `INSERT`; gives the id of the new row.
    ///
    /// # Errors
    /// As [`Change::run`].
    pub fn insert(&mut self, sql: &str, params: impl Params) -> Result<i64> {
        self.run(sql, params)?;
        Ok(self.look.sql.last_insert_rowid())
    }

    /// The act turned out to be another one: a toggle that took away instead of adding.
    pub fn becomes(&mut self, act: Act) {
        self.act = act;
    }

    /// The audit entry is about this thing.
    pub fn about(&mut self, kind: &'static str, id: i64) {
        self.entry.kind = Some(kind);
        self.entry.item = Some(id);
    }

    /// Each of these things has an audit entry of its own, all with the number of the case to which they belong: what
    /// was shown is counted thing by thing. Without any there is one entry, as always.
    pub fn about_each(&mut self, case: Option<i64>, things: Vec<(&'static str, i64)>) {
        self.entry.case = case;
        self.entry.each = things;
    }

    /// A second entry stands beside the one of this write, about the same thing and for the same reason: what is to be found,
    /// and counted, wherever it happens.
    pub fn also(&mut self, act: Act) {
        self.entry.also = Some(act);
    }

    /// The act is done by this account although it was a stranger's request: signing in.
    pub fn by(&mut self, account: AccountId) {
        self.entry.actor = Some(account.0);
    }

    /// The reason that goes into the audit entry: a code from a list, and words.
    pub fn because(&mut self, code: &str, words: &str) {
        self.entry.reason_code = Some(code.to_owned());
        self.entry.reason = (!words.is_empty()).then(|| words.to_owned());
    }

    /// What the thing said before and says now: the entry keeps the hashes, so that it can be
    /// proved later which text was meant, without the log holding anybody's words.
    pub fn text(&mut self, before: Option<&str>, after: Option<&str>) {
        self.entry.before = before.map(|text| *blake3::hash(text.as_bytes()).as_bytes());
        self.entry.after = after.map(|text| *blake3::hash(text.as_bytes()).as_bytes());
    }

    /// After the commit, everybody who listens to this topic hears of it.
    pub fn touch(&mut self, topic: Topic, item: Option<ItemId>) {
        self.touch_at(topic, item, 0);
    }

    /// As [`Change::touch`], in a topic that counts what happens in it: this is how far it has come now.
    pub fn touch_at(&mut self, topic: Topic, item: Option<ItemId>, mark: i64) {
        let by = AccountId(self.look.viewer().number());
        self.events.push(Event { seq: 0, topic, item, mark, by });
    }

    /// As [`Change::touch`], where what happened is about this person more than about whoever did it: they came or went.
    pub fn touch_about(&mut self, topic: Topic, person: AccountId) {
        self.events.push(Event { seq: 0, topic, item: None, mark: 0, by: person });
    }

    /// Who is writing.
    pub fn writer(&self) -> &Viewer {
        self.look.viewer()
    }
}
