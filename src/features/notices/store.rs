//! The SQL of notices.

use super::NoticeKind;
use crate::base::{AccountId, GroupId, ItemId, Result};
use crate::db::{Change, params};

pub(super) fn insert(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    actor: Option<AccountId>,
    item: Option<ItemId>,
    group: Option<GroupId>,
) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, item_id, group_id, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![who.0, kind.word(), actor.map(|id| id.0), item.map(|id| id.0), group.map(|id| id.0), now],
    )?;
    Ok(())
}

/// Inside a change the tables are open: the answer to "has this person blocked me?" never leaves it.
pub(super) fn insert_contact(change: &mut Change<'_>, who: AccountId, me: AccountId) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, made_at)
         SELECT ?1, 'contact', ?2, ?3
         WHERE NOT EXISTS (SELECT 1 FROM block WHERE owner_id = ?1 AND person_id = ?2)
           AND NOT EXISTS (SELECT 1 FROM block WHERE owner_id = ?2 AND person_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM notice WHERE account_id = ?1 AND read_at IS NULL
                             AND kind = 'contact' AND actor_id = ?2)",
        params![who.0, me.0, now],
    )?;
    Ok(())
}
