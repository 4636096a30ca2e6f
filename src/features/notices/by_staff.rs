//! Notices of what staff did about somebody, their talk or what they made: who it was is never said.

use super::{NoticeKind, store};
use crate::base::{AccountId, ItemId, Result, Topic};
use crate::db::Change;

/// Tells somebody that staff looked into their conversation, or (none) saw with whom they talk, or read what they posted
/// for few (`ReadingPosts`), and why. Who it was is not said.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_reading(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    conversation: Option<ItemId>,
    why: &str,
) -> Result<()> {
    store::insert_reading(change, who, kind, conversation, why)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// Tells somebody that staff said or set something about them (the word of what it is), `changed` or `lifted` it, or that it has
/// `ended`. Who it was is not said.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_sanction(change: &mut Change<'_>, who: AccountId, what: &str) -> Result<()> {
    store::insert_reading(change, who, NoticeKind::Sanction, None, what)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}
