//! The SQL of a case by its number, open or closed.

use super::Head;
use super::queue_store::{self, LINE};
use crate::base::Result;
use crate::db::Snapshot;

/// The case of this number, and whether it is open.
pub(super) fn head(look: &Snapshot<'_>, case: i64) -> Result<(Head, bool)> {
    look.found(&format!("{LINE}, c.closed_at IS NULL FROM seen_case AS c WHERE c.id = ?1"), [case], |row| {
        Ok((queue_store::head(row)?, row.get(10)?))
    })
}

/// The case behind which this stands, of a rule for words, open or closed.
pub(super) fn behind(look: &Snapshot<'_>, refers: i64) -> Result<Option<i64>> {
    let sql =
        "SELECT id FROM seen_case WHERE ref = ?1 AND sort IN ('words', 'help') ORDER BY id DESC LIMIT 1";
    look.one(sql, [refers], |row| row.get(0))
}
