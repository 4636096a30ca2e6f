//! Notices: "Tom commented". Nobody is told of what they cannot see.

mod store;

use crate::base::{AccountId, GroupId, ItemId, Result, Topic};
use crate::db::Change;

crate::words! {
    /// What a notice tells.
    NoticeKind {
        /// Somebody commented on my post, or on one I commented on.
        Comment = "comment",
        /// Somebody named me.
        Mention = "mention",
        /// Somebody reacted to something of mine.
        Reaction = "reaction",
        /// Somebody shares with me now.
        Contact = "contact",
        /// I was put in a group.
        Group = "group",
        /// Staff took something of mine away.
        Removed = "removed",
        /// Staff brought something of mine back.
        Restored = "restored",
        /// Something of mine waited and can be seen now.
        Released = "released",
        /// How a report of mine ended.
        Outcome = "outcome",
    }
}

/// Tells somebody of an item, unless it is their own doing or they cannot see it.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell(change: &mut Change<'_>, who: AccountId, kind: NoticeKind, item: ItemId) -> Result<()> {
    let me = change.me()?;
    if who == me || !change.seen_by(who, item)? {
        return Ok(());
    }
    store::insert(change, who, kind, Some(me), Some(item), None)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// Tells somebody that a person shares with them now: not where one blocked the other, and not again
/// while they have not read it. Whether they were told is not said, since that would say who blocked whom.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_contact(change: &mut Change<'_>, who: AccountId) -> Result<()> {
    let me = change.me()?;
    store::insert_contact(change, who, me)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// Tells somebody that they are in a group now.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_group(change: &mut Change<'_>, who: AccountId, group: GroupId) -> Result<()> {
    store::insert(change, who, NoticeKind::Group, None, None, Some(group))?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}
