//! The SQL of what those in a conversation are told: that staff read it, and why.

use crate::base::{ItemId, Result};
use crate::db::{Snapshot, params};

/// That staff read a conversation.
#[derive(Clone, Debug)]
pub(super) struct ToldReading {
    /// The word of the reason.
    pub reason: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// How many a page says; who asks for more finds them in their notices.
const SHOWN_MAX: i64 = 5;

/// When staff read this conversation, the newest first, as far as people are told.
pub(super) fn readings(look: &Snapshot<'_>, conversation: ItemId) -> Result<Vec<ToldReading>> {
    look.list(
        "SELECT reason, shown_at FROM seen_told_reading WHERE conversation_id = ?1 ORDER BY id DESC LIMIT ?2",
        params![conversation.0, SHOWN_MAX],
        |row| Ok(ToldReading { reason: row.get(0)?, at_ms: row.get(1)? }),
    )
}
