//! What every request stands on: the database, the bus, the house rules, the tools of features.

use super::{Pace, live::Hub};
use crate::base::Rules;
use crate::bus::Bus;
use crate::db::Db;
use std::sync::Arc;
use tokio::sync::watch;

/// What every request stands on. Handlers never hold it: they hold a `Visit`.
pub struct Floor {
    pub(super) db: Arc<Db>,
    pub(super) bus: Arc<Bus>,
    pub(super) pace: Pace,
    pub(super) live: Hub,
    pub(super) uploads: std::path::PathBuf,
    rules: watch::Sender<Arc<Rules>>,
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
            live: Hub::default(),
            uploads,
            rules: watch::Sender::new(Arc::new(rules)),
            tools,
        }
    }

    /// The house rules as they are at this moment.
    pub fn rules(&self) -> Arc<Rules> {
        self.rules.borrow().clone()
    }

    /// The house rules were changed in the database: from now on they are these.
    pub fn set_rules(&self, rules: Rules) {
        self.rules.send_replace(Arc::new(rules));
    }

    /// Writing of members was stopped, or goes on; whatever else is changed at the same moment stays.
    pub fn set_frozen(&self, frozen: bool) {
        self.rules.send_modify(|rules| *rules = Arc::new(Rules { frozen, ..(**rules).clone() }));
    }

    /// The house rules now, and a word each time they are changed.
    pub fn watch_rules(&self) -> watch::Receiver<Arc<Rules>> {
        self.rules.subscribe()
    }

    /// What a feature keeps in memory, by its type.
    pub(super) fn tool<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.tools.get::<Arc<T>>().cloned()
    }
}
