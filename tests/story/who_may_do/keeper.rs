//! The database as it stood, put back after each act that changed it: so each cell of the table begins alike.

use crate::harness::Site;
use rusqlite::Connection;
use std::collections::HashMap;
use std::path::PathBuf;

/// A second look at the file of a box that runs, and copies of it to go back to.
pub struct Keeper {
    sql: Connection,
    folder: tempfile::TempDir,
    /// The number of the schema: put back, too, so that no connection of the box reads the schema anew.
    schema: i64,
}

impl Keeper {
    pub fn of(site: &Site) -> Keeper {
        let file = site.files_in("").into_iter().find(|file| file.ends_with("courtyard.db")).unwrap();
        let sql = Connection::open(file).unwrap();
        sql.busy_timeout(std::time::Duration::from_secs(20)).unwrap();
        sql.execute_batch("PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=400;").unwrap();
        let schema = sql.query_row("PRAGMA schema_version", [], |row| row.get(0)).unwrap();
        Keeper { sql, folder: tempfile::tempdir().unwrap(), schema }
    }

    fn copy(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Keeps the database as it stands now, under this name.
    pub fn keeps(&self, name: &str) {
        let _ = std::fs::remove_file(self.copy(name));
        self.sql.backup("main", self.copy(name), None::<fn(rusqlite::backup::Progress)>).unwrap();
    }

    /// Puts it back as it was kept.
    pub fn puts_back(&mut self, name: &str) {
        let copy = self.copy(name);
        self.sql.restore("main", copy, None::<fn(rusqlite::backup::Progress)>).unwrap();
        self.sql.pragma_update(None, "schema_version", self.schema).unwrap();
    }

    /// Another number after each change that somebody else made.
    pub fn changes(&self) -> i64 {
        self.sql.query_row("PRAGMA data_version", [], |row| row.get(0)).unwrap()
    }

    /// How far the record goes.
    pub fn recorded(&self) -> i64 {
        self.number("SELECT coalesce(max(seq), 0) FROM audit")
    }

    /// A number that the tables themselves hold.
    pub fn number(&self, sql: &str) -> i64 {
        self.sql.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// The newest session of each account.
    pub fn sessions(&self) -> HashMap<String, String> {
        let sql = "SELECT account_id, max(id) FROM session GROUP BY account_id";
        let mut asked = self.sql.prepare(sql).unwrap();
        let rows = asked.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))).unwrap();
        rows.map(|row| row.unwrap()).map(|(account, id)| (account.to_string(), id.to_string())).collect()
    }
}
