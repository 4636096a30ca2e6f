//! The word rules of the house in memory, beside the writer: made anew when they change, swapped whole after the commit.

use crate::base::watch::{Action, Engine, Kind, Rule, Surfaces};
use rusqlite::Connection;
use std::sync::{Arc, PoisonError, RwLock};

/// The rules that are switched on, as every connection knows them.
#[derive(Debug, Default)]
pub(super) struct Watch(RwLock<Arc<Engine>>);

impl Watch {
    /// Those of this file.
    pub(super) fn open(sql: &Connection) -> rusqlite::Result<Watch> {
        Ok(Watch(RwLock::new(Arc::new(engine(sql)?))))
    }

    /// Those of this moment.
    pub(super) fn now(&self) -> Arc<Engine> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on these.
    pub(super) fn becomes(&self, engine: Arc<Engine>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = engine;
    }
}

/// All rules that are switched on, ready to look through texts.
pub(super) fn engine(sql: &Connection) -> rusqlite::Result<Engine> {
    let mut asked = sql.prepare(
        "SELECT id, pattern, kind, action, severity, surfaces, exceptions, until_at FROM watch_rule
         WHERE enabled = 1 AND gone_at IS NULL ORDER BY id",
    )?;
    let rules = asked.query_map([], |row| {
        let exceptions: String = row.get(6)?;
        Ok(Rule {
            id: row.get(0)?,
            pattern: row.get(1)?,
            kind: Kind::parse(row.get_ref(2)?.as_str()?).unwrap_or(Kind::Word),
            action: Action::parse(row.get_ref(3)?.as_str()?).unwrap_or(Action::Flag),
            severity: row.get(4)?,
            surfaces: Surfaces::parse(row.get_ref(5)?.as_str()?),
            exceptions: exceptions.lines().map(str::to_owned).collect(),
            until_ms: row.get(7)?,
        })
    })?;
    Ok(Engine::new(&rules.collect::<rusqlite::Result<Vec<Rule>>>()?))
}
