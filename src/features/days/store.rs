//! The SQL of the days of the box.

use super::Count;
use crate::base::Result;
use crate::db::{Change, Snapshot, params};

/// How many days the box has counted.
///
/// # Errors
/// `Broken` if the database fails.
pub fn today(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT days FROM day_count", [])
}

pub(super) fn count(look: &Snapshot<'_>) -> Result<Count> {
    look.found("SELECT days, counted_at, ran_ms FROM day_count", [], |row| {
        Ok(Count { days: row.get(0)?, counted_at: row.get(1)?, ran_ms: row.get(2)? })
    })
}

pub(super) fn set(change: &mut Change<'_>, count: Count) -> Result<()> {
    change.run(
        "UPDATE day_count SET days = ?1, counted_at = ?2, ran_ms = ?3",
        params![count.days, count.counted_at, count.ran_ms],
    )?;
    Ok(())
}
