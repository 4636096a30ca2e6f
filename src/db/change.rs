//! One audited write: everything in it happens, with its audit entry, or nothing does.

use super::guard::Eyes;
use super::{Snapshot, Viewer, said};
use crate::base::watch::Engine;
use crate::base::{AccountId, Act, Approval, Error, Event, GroupId, ItemId, Result, Role, Topic, limits};
use rusqlite::Params;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

/// The account that the writer itself looks as, to decide whom to tell. No row has it.
const NOBODY: i64 = -1;

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

/// Which reports are answered.
#[derive(Clone, Copy, Debug)]
pub enum Answered {
    /// The open ones of this thing, but for worry about its author.
    Open(ItemId),
    /// This one.
    One(i64),
    /// Those of this thing whose reporters were told that it was removed.
    Removed(ItemId),
    /// Those about this person or their things that were closed at this moment, milliseconds since 1970.
    ClosedAt(AccountId, i64),
}

/// One audited write, and a [`Snapshot`] through the writer's eyes while it goes on.
pub struct Change<'a> {
    look: Snapshot<'a>,
    eyes: &'a Eyes,
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

    /// Can this person, as an ordinary member, see this item as it now stands?
    /// For deciding whom to tell.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn seen_by(&self, person: AccountId, item: ItemId) -> Result<bool> {
        self.eyes.as_member(person.0, || {
            self.look.any(
                // The guard refuses a look that touches a table by its number alone, so each names a column.
                "SELECT 1, state FROM seen_top WHERE id = ?1 UNION ALL SELECT 1, state FROM seen_comment WHERE id = ?1
                 UNION ALL SELECT 1, name FROM seen_photo WHERE id = ?1
                 UNION ALL SELECT 1, body FROM seen_photo_comment WHERE id = ?1
                 UNION ALL SELECT 1, body FROM seen_message WHERE id = ?1
                 UNION ALL SELECT 1, sort FROM seen_conversation WHERE id = ?1 LIMIT 1",
                [item.0],
            )
        })
    }

    /// Who follows this post, or who muted it, at most so many. For deciding whom to tell: the answer is not for
    /// the eyes of whoever writes.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn followers(&self, post: ItemId, follows: bool, most: usize) -> Result<Vec<AccountId>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.eyes.as_member(NOBODY, || {
            self.look.list(
                "SELECT account_id FROM seen_follower WHERE post_id = ?1 AND follows = ?2 LIMIT ?3",
                rusqlite::params![post.0, follows, most],
                |row| row.get(0).map(AccountId),
            )
        })
    }

    /// The open pages on which this post stands in one that passes it on hear of it too: at most
    /// [`limits::RESHARES_TOLD_MAX`], the newest. Others are right when they are next asked for.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn touch_reshares(&mut self, post: ItemId) -> Result<()> {
        let passing_on = self.eyes.as_member(NOBODY, || {
            self.look.list(
                "SELECT id FROM seen_passing_on WHERE root_id = ?1 ORDER BY id DESC LIMIT ?2",
                rusqlite::params![post.0, limits::RESHARES_TOLD_MAX],
                |row| row.get(0).map(ItemId),
            )
        })?;
        passing_on.into_iter().for_each(|id| self.touch(Topic::Post(id), Some(id)));
        Ok(())
    }

    /// Who leads this group, at most so many. For deciding whom to tell: whoever asks to come in does not see it.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn leaders(&self, group: GroupId, most: usize) -> Result<Vec<AccountId>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.eyes.as_member(NOBODY, || {
            self.look.list(
                "SELECT account_id FROM seen_leader WHERE group_id = ?1 LIMIT ?2",
                rusqlite::params![group.0, most],
                |row| row.get(0).map(AccountId),
            )
        })
    }

    /// What a word rule brought before staff of this item and is open still: its author, who writes, does not see it.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn open_watch_case(&self, item: ItemId, is_help: bool) -> Result<Option<i64>> {
        self.eyes.as_member(NOBODY, || {
            self.look.one(
                "SELECT id FROM seen_watch_case_open WHERE item_id = ?1 AND is_help = ?2 LIMIT 1",
                rusqlite::params![item.0, is_help],
                |row| row.get(0),
            )
        })
    }

    /// Whose reports these are. For telling them: the answer is not for the eyes of whoever writes.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn reporters(&self, answered: Answered) -> Result<Vec<AccountId>> {
        let (which, id, at_ms) = match answered {
            Answered::Open(item) => {
                ("item_id = ?1 AND closed_at IS NULL AND reason <> 'worried' AND ?2 = 0", item.0, 0)
            }
            Answered::One(report) => ("id = ?1 AND ?2 = 0", report, 0),
            Answered::Removed(item) => ("item_id = ?1 AND outcome = 'removed' AND ?2 = 0", item.0, 0),
            Answered::ClosedAt(about, at_ms) => ("about_id = ?1 AND closed_at = ?2", about.0, at_ms),
        };
        let sql = format!("SELECT DISTINCT reporter_id FROM seen_reporter WHERE {which}");
        self.eyes.as_member(NOBODY, || self.look.list(&sql, [id, at_ms], |row| row.get(0).map(AccountId)))
    }

    /// Which of staff wrote in this talk of a case. For telling them: whom they wrote to does not learn it.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn case_writers(&self, talk: i64) -> Result<Vec<AccountId>> {
        self.eyes.as_member(NOBODY, || {
            let sql = "SELECT DISTINCT author_id FROM seen_case_writer WHERE talk_id = ?1";
            self.look.list(sql, [talk], |row| row.get(0).map(AccountId))
        })
    }

    /// Whom to tell that staff looked into their talk under this Reading: no page of whoever reads is to know it from here.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn to_tell(&self, reading: i64) -> Result<Vec<AccountId>> {
        self.eyes.as_member(NOBODY, || {
            self.look.list("SELECT account_id FROM seen_to_tell WHERE reading_id = ?1", [reading], |row| {
                row.get(0).map(AccountId)
            })
        })
    }

    /// Whom this keep-apart parts from somebody at this moment, at most so many. For having their open pages fetched anew.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn parted_by(&self, id: i64, most: i64) -> Result<Vec<AccountId>> {
        self.eyes.as_member(NOBODY, || {
            self.look.list(
                "SELECT DISTINCT one_id FROM seen_parted_by WHERE by_id = ?1 LIMIT ?2",
                [id, most],
                |row| row.get(0).map(AccountId),
            )
        })
    }

    /// Writes what puts this person into a group or takes them out. Where that changes from whom staff keep them apart, open
    /// pages of those and theirs are fetched anew.
    ///
    /// # Errors
    /// As `write`, and `Broken` if the database fails.
    pub fn parting<T>(
        &mut self,
        person: AccountId,
        write: impl FnOnce(&mut Change<'a>) -> Result<T>,
    ) -> Result<T> {
        let before = self.strangers_of(person)?;
        let written = write(self)?;
        let after = self.strangers_of(person)?;
        let mut others: Vec<AccountId> = before.symmetric_difference(&after).copied().collect();
        if !others.is_empty() {
            others.push(person);
        }
        for who in others {
            self.touch_about(Topic::Parted(who), who);
            self.touch_about(Topic::Voice(who), who);
        }
        Ok(written)
    }

    fn strangers_of(&self, person: AccountId) -> Result<BTreeSet<AccountId>> {
        let strangers = self.eyes.as_member(NOBODY, || {
            let sql = "SELECT DISTINCT other_id FROM seen_parted_by WHERE one_id = ?1";
            self.look.list(sql, [person.0], |row| row.get(0).map(AccountId))
        });
        Ok(strangers?.into_iter().collect())
    }

    /// Have staff stopped what was just written, on the site or in a group in which it stands? Asked once, when all of
    /// it is there and before it counts, so that no feature has to.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub(super) fn is_frozen(&self) -> Result<bool> {
        if !self.act.is_writing() || self.look.viewer().role() != Some(Role::Member) {
            return Ok(false);
        }
        if self.look.is_frozen()? {
            return Ok(true);
        }
        let own = self.entry.kind.zip(self.entry.item);
        self.eyes.as_member(NOBODY, || {
            if !self.look.any("SELECT group_id FROM seen_frozen_group", [])? {
                return Ok(false);
            }
            for (kind, id) in own.iter().chain(&self.entry.each) {
                let sql = match *kind {
                    "group" => "SELECT group_id FROM seen_frozen_group WHERE group_id = ?1",
                    "account" | "aspect" => continue,
                    _ => "SELECT group_id FROM seen_frozen_item WHERE id = ?1",
                };
                if self.look.any(sql, [id])? {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }

    /// How strict staff are with what is written in these groups: the strictest of them, also of one that the viewer is not in.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn strictest_of(&self, groups: &[GroupId]) -> Result<Approval> {
        let ids: Vec<i64> = groups.iter().map(|group| group.0).collect();
        self.strictest("SELECT approval FROM seen_group_level WHERE group_id = ?1", &ids)
    }

    /// As [`Change::strictest_of`], of the groups in which a thing stands, or that under which it does.
    ///
    /// # Errors
    /// As [`Change::strictest_of`].
    pub fn strictest_over(&self, item: ItemId) -> Result<Approval> {
        self.strictest("SELECT approval FROM seen_item_level WHERE id = ?1", &[item.0])
    }

    fn strictest(&self, sql: &str, ids: &[i64]) -> Result<Approval> {
        self.eyes.as_member(NOBODY, || {
            let mut strictest = Approval::Open;
            for id in ids {
                let words = self.look.list(sql, [id], |row| row.get::<_, String>(0))?;
                // A word that nobody knows lets nothing through.
                let levels = words.iter().map(|word| Approval::parse(word).unwrap_or(Approval::ReadOnly));
                strictest = levels.fold(strictest, Approval::max);
            }
            Ok(strictest)
        })
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
