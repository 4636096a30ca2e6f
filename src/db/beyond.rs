//! What a write must know that whoever writes may not see: whom it is to be told, and how strict staff are.

use super::Change;
use super::change::NOBODY;
use crate::base::{AccountId, Approval, GroupId, ItemId, Result, Role, Topic, limits};
use std::collections::BTreeSet;

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

impl<'a> Change<'a> {
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
}
