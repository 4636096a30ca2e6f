//! What every request stands on: the database, the bus, the house rules, the tools of features.

use super::{Pace, live::Live};
use crate::base::Rules;
use crate::bus::Bus;
use crate::db::Db;
use std::sync::{Arc, PoisonError, RwLock};

/// What every request stands on. Handlers never hold it: they hold a `Visit`.
pub struct Floor {
    pub(super) db: Arc<Db>,
    pub(super) bus: Arc<Bus>,
    pub(super) pace: Pace,
    pub(super) live: Live,
    pub(super) uploads: std::path::PathBuf,
    rules: RwLock<Arc<Rules>>,
    tools: axum::http::Extensions,
}

impl Floor {
    /// Lays the floor. `uploads` is where files lie while they are read;
    /// `tools` are what features keep in memory (hashers, the photo shelf), by type.
    pub fn new(
        db: Arc<Db>,
        bus: Arc<Bus>,
        rules: Rules,
        uploads: std::path::PathBuf,
        tools: axum::http::Extensions,
    ) -> Floor {
        Floor {
            db,
            bus,
            pace: Pace::default(),
            live: Live::default(),
            uploads,
            rules: RwLock::new(Arc::new(rules)),
            tools,
        }
    }

    /// The house rules as they are at this moment.
    pub fn rules(&self) -> Arc<Rules> {
        self.rules.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The house rules were changed in the database: from now on they are these.
    pub fn set_rules(&self, rules: Rules) {
        *self.rules.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(rules);
    }

    /// What a feature keeps in memory, by its type.
    pub(super) fn tool<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.tools.get::<Arc<T>>().cloned()
    }
}
