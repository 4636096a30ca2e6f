//! The SQL of a case by its number, open or closed.

use super::Head;
use crate::base::{AccountId, ItemId, Result};
use crate::db::Snapshot;
use crate::features::moderation::CaseSort;

/// The case of this number, and whether it is open.
pub(super) fn head(look: &Snapshot<'_>, case: i64) -> Result<(Head, bool)> {
    look.found(
        "SELECT id, sort, rank, item_id, account_id, coalesce(ref, 0), origins, opened_at, due_at, closed_at IS NULL
         FROM seen_case WHERE id = ?1",
        [case],
        |row| {
            let head = Head {
                id: row.get(0)?,
                sort: CaseSort::parse(row.get_ref(1)?.as_str()?).unwrap_or(CaseSort::Person),
                rank: row.get(2)?,
                item: row.get::<_, Option<i64>>(3)?.map(ItemId),
                person: AccountId(row.get(4)?),
                refers: row.get(5)?,
                origins: row.get(6)?,
                since_ms: row.get(7)?,
                due_ms: row.get(8)?,
                looker: None,
            };
            Ok((head, row.get(9)?))
        },
    )
}

/// The case behind which this stands, of a rule for words, open or closed.
pub(super) fn behind(look: &Snapshot<'_>, refers: i64) -> Result<Option<i64>> {
    let sql =
        "SELECT id FROM seen_case WHERE ref = ?1 AND sort IN ('words', 'help') ORDER BY id DESC LIMIT 1";
    look.one(sql, [refers], |row| row.get(0))
}
