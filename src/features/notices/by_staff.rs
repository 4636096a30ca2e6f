//! Notices of what staff did about somebody, their talk or what they made: who it was is never said.

use super::{NoticeKind, store};
use crate::base::{AccountId, ItemId, Result, Topic};
use crate::db::{Change, Snapshot};

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

/// Tells somebody what became of it when they asked that another person looks again, by the word of its outcome; or that the
/// answer was taken back and is looked for `again`.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_appeal(change: &mut Change<'_>, who: AccountId, outcome: &str) -> Result<()> {
    store::insert_reading(change, who, NoticeKind::Appeal, None, outcome)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// Takes back what somebody was told by such a notice at this moment, milliseconds since 1970, where they have not read it; gives
/// whether they had not.
///
/// # Errors
/// `Broken` if the database fails.
pub fn untell(change: &mut Change<'_>, who: AccountId, kind: NoticeKind, at_ms: i64) -> Result<bool> {
    let untold = store::take_unread(change, who, kind, at_ms)?;
    change.touch(Topic::Notices(who), None);
    Ok(untold)
}

/// Tells somebody that staff wrote to them in a case (`CaseTalk`), or staff that they were answered there (`CaseAnswer`): not again
/// while they have not read of it. Who it was is not said.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_case_talk(change: &mut Change<'_>, who: AccountId, kind: NoticeKind, talk: i64) -> Result<()> {
    store::insert_talk(change, who, kind, talk)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// Has the viewer an unread notice of one of these talks in a case?
///
/// # Errors
/// `Broken` if the database fails.
pub fn has_unread_talk(look: &Snapshot<'_>, talks: &[i64]) -> Result<bool> {
    store::has_unread_talk(look, talks)
}

/// The viewer has read these talks in a case, so their notices of them count as read.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn read_talks(change: &mut Change<'_>, talks: &[i64]) -> Result<()> {
    let me = change.me()?;
    if store::read_talks(change, talks)? > 0 {
        change.touch(Topic::Notices(me), None);
    }
    Ok(())
}
