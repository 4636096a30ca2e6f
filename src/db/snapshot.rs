//! One consistent look at the database, as one viewer.

use super::{Stop, Viewer, said};
use crate::base::{AccountId, Approval, Error, Event, GroupId, Result};
use rusqlite::{Connection, Params};

pub use rusqlite::{Row, params, types::Value};

/// One consistent look, as one viewer. Reading content works only through the `seen_` views.
pub struct Snapshot<'a> {
    pub(super) sql: &'a Connection,
    viewer: &'a Viewer,
    now_ms: i64,
}

impl<'a> Snapshot<'a> {
    pub(super) fn new(sql: &'a Connection, viewer: &'a Viewer, now_ms: i64) -> Snapshot<'a> {
        Snapshot { sql, viewer, now_ms }
    }

    /// Who is looking.
    pub fn viewer(&self) -> &Viewer {
        self.viewer
    }

    /// The account that is looking.
    ///
    /// # Errors
    /// `SignIn` for a stranger.
    pub fn me(&self) -> Result<crate::base::AccountId> {
        self.viewer.id().ok_or(Error::SignIn)
    }

    /// The shown time of this look, milliseconds since 1970.
    pub fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// Every row, read by `read`.
    ///
    /// # Errors
    /// `Broken` if the statement is refused or fails.
    pub fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut asked = self.prepared(sql)?;
        let mut rows = asked.query(params).map_err(said)?;
        let mut list = Vec::new();
        while let Some(row) = rows.next().map_err(said)? {
            list.push(read(row).map_err(said)?);
        }
        drop(rows);
        #[cfg(test)]
        super::steps_tests::note(&asked);
        Ok(list)
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// `Broken` if the statement is refused or fails.
    pub fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut asked = self.prepared(sql)?;
        let mut rows = asked.query(params).map_err(said)?;
        let found = match rows.next().map_err(said)? {
            Some(row) => read(row).map(Some).map_err(said),
            None => Ok(None),
        };
        drop(rows);
        #[cfg(test)]
        super::steps_tests::note(&asked);
        found
    }

    /// The first row, or `NotFound`.
    ///
    /// # Errors
    /// `NotFound` where there is no row; `Broken` if the statement is refused or fails.
    pub fn found<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        self.one(sql, params, read)?.ok_or(Error::NotFound)
    }

    /// Is there a row?
    ///
    /// # Errors
    /// `Broken` if the statement is refused or fails.
    pub fn any(&self, sql: &str, params: impl Params) -> Result<bool> {
        Ok(self.one(sql, params, |_| Ok(()))?.is_some())
    }

    /// The whole number in the first column of the first row; 0 where there is none.
    ///
    /// # Errors
    /// `Broken` if the statement is refused or fails.
    pub fn number(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.one(sql, params, |row| row.get::<_, Option<i64>>(0))?.flatten().unwrap_or(0))
    }

    /// Do staff keep the viewer apart from anybody?
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn has_strangers(&self) -> Result<bool> {
        self.any("SELECT 1 FROM seen_stranger LIMIT 1", [])
    }

    /// Do staff keep the viewer apart from this person?
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn is_stranger(&self, who: AccountId) -> Result<bool> {
        self.any("SELECT 1 FROM seen_stranger WHERE id = ?1", [who.0])
    }

    /// Is this the doing of somebody from whom staff keep the viewer apart, or about something that such a one made, or that
    /// they are in a photo? Then it is nothing to the viewer: not even that something happens.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn is_of_stranger(&self, event: &Event) -> Result<bool> {
        let item = event.item.map_or(0, |item| item.0);
        self.any(
            "SELECT 1 FROM seen_stranger WHERE id IN (?1, ?3) UNION ALL SELECT 1 FROM seen_of_stranger WHERE id = ?2 LIMIT 1",
            [event.by.0, item, event.tagged().map_or(0, |who| who.0)],
        )
    }

    /// Is all writing of members stopped on the site?
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn is_frozen(&self) -> Result<bool> {
        self.any("SELECT words FROM seen_site_freeze", [])
    }

    /// Can members write nothing at this moment in this group, of those the viewer is in; or where this thing of the viewer's stands?
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn rests(&self, in_group: bool, id: i64) -> Result<bool> {
        let sql = if in_group {
            "SELECT group_id FROM seen_strict_group WHERE group_id = ?1 AND approval = 'read_only'"
        } else {
            "SELECT id FROM seen_strict_item WHERE id = ?1 AND mine AND approval = 'read_only'"
        };
        self.any(sql, [id])
    }

    /// What staff say of the viewer alone: how strict the house is with what they write.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn own_level(&self) -> Result<Approval> {
        let word = self.one("SELECT approval FROM seen_my_level", [], |row| row.get::<_, String>(0))?;
        Ok(word.and_then(|word| Approval::parse(&word)).unwrap_or(Approval::Open))
    }

    /// The groups that the viewer is in and in which members make nothing now, in their order.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn resting_groups(&self) -> Result<Vec<GroupId>> {
        self.list(super::standing::RESTING, [], |row| row.get(0).map(GroupId))
    }

    /// Have staff set that the viewer's account reads and makes nothing? Asked where something is written; a page goes by its session.
    ///
    /// # Errors
    /// `SignIn` for a stranger; `Broken` if the database fails.
    pub fn only_reads(&self) -> Result<bool> {
        let me = self.me()?;
        // What was to end by now has ended, whether the box has noted it or not.
        let ended = "SELECT 1 FROM seen_sanction WHERE account_id = ?1 AND kind = 'read_only' AND stands = 0 AND over_at IS NULL";
        Ok(self.any("SELECT 1 FROM seen_person WHERE id = ?1 AND standing = 'read_only'", [me.0])?
            && !self.any(ended, [me.0])?)
    }

    /// What staff have set of this kind (by its word) about whoever looks, if it holds at this moment.
    ///
    /// # Errors
    /// `SignIn` for a stranger; `Broken` if the database fails.
    pub fn stop(&self, kind: &str) -> Result<Option<Stop>> {
        let me = self.me()?;
        let sql = "SELECT until_at FROM seen_stop WHERE account_id = ?1 AND kind = ?2";
        self.one(sql, params![me.0, kind], |row| Ok(Stop { kind: kind.to_owned(), until_ms: row.get(0)? }))
    }

    /// Can the clock be believed at this moment?
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn is_sure_of_time(&self) -> Result<bool> {
        Ok(self.number("SELECT sure_ms()", [])? > 0)
    }

    /// How SQLite would run this: for the tests that a feed never scans.
    ///
    /// # Errors
    /// `Broken` if the statement is refused.
    pub fn plan(&self, sql: &str, params: impl Params) -> Result<Vec<String>> {
        self.list(&format!("EXPLAIN QUERY PLAN {sql}"), params, |row| row.get(3))
    }

    fn prepared(&self, sql: &str) -> Result<rusqlite::CachedStatement<'_>> {
        let asked = self.sql.prepare_cached(sql).map_err(said)?;
        if !asked.readonly() {
            return Err(Error::Broken(format!("a look that writes: {sql}")));
        }
        Ok(asked)
    }
}
