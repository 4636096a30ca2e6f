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
