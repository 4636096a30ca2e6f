//! The SQL of what two whom staff keep apart are in together: for staff to settle.

use crate::base::{AccountId, ItemId, Result};
use crate::db::{Change, Row, Snapshot, params};

/// Lines that a page shows; after some are settled, the next come.
const SHOWN_MAX: i64 = 100;

/// What both are in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// A group: they may stay in it, and do not see each other there.
    Group,
    /// Their own conversation: closed for both while it lasts.
    Two,
    /// A conversation of several.
    Many,
}

/// Something that two of them are in together.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    pub sort: Sort,
    pub id: i64,
    /// Its name; empty for conversations that have none.
    pub name: String,
    pub one: AccountId,
    pub other: AccountId,
}

/// What those are in together whom this one parts; at most [`SHOWN_MAX`].
pub(super) fn shared(look: &Snapshot<'_>, id: i64) -> Result<Vec<Shared>> {
    look.list(
        "SELECT sort, id, name, one_id, other_id FROM seen_apart_shared WHERE apart_id = ?1 LIMIT ?2",
        params![id, SHOWN_MAX],
        |row: &Row<'_>| {
            let sort = match row.get_ref(0)?.as_str()? {
                "group" => Sort::Group,
                "two" => Sort::Two,
                _ => Sort::Many,
            };
            let (one, other) = (AccountId(row.get(3)?), AccountId(row.get(4)?));
            Ok(Shared { sort, id: row.get(1)?, name: row.get(2)?, one, other })
        },
    )
}

/// Is this person in that conversation of several together with somebody from whom this one keeps them?
pub(super) fn is_shared(look: &Change<'_>, id: i64, talk: ItemId, person: AccountId) -> Result<bool> {
    look.any(
        "SELECT 1 FROM seen_apart_shared WHERE apart_id = ?1 AND sort = 'many' AND id = ?2 AND ?3 IN (one_id, other_id)",
        params![id, talk.0, person.0],
    )
}
