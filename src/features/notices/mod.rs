//! Notices: "Tom commented". Nobody is told of what they cannot see.

mod bundle;
mod pages;
mod store;
mod views;

pub use pages::routes;
pub use views::decision_reason;

use crate::base::{AccountId, GroupId, ItemId, Result, Topic, limits};
use crate::db::Change;

crate::words! {
    /// What a notice tells.
    NoticeKind {
        /// Somebody commented on my post, or on one I commented on.
        Comment = "comment",
        /// Somebody answered a comment of mine.
        Reply = "reply",
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
        /// Something was put on the notice board.
        Announcement = "announcement",
        /// An event I come to was called off, or is at another time or place.
        Event = "event",
        /// Somebody who leads a group took a file of mine out of it.
        File = "file",
    }
}

crate::words! {
    /// Which notices a page shows.
    Only {
        /// All of them.
        Everything = "all",
        /// Comments.
        Comments = "comments",
        /// Mentions.
        Mentions = "mentions",
        /// Reactions.
        Reactions = "reactions",
        /// Contacts and groups.
        People = "people",
        /// What staff decided.
        Decisions = "decisions",
        /// Announcements, events and files.
        Board = "board",
    }
}

impl Only {
    /// The kinds of notice that belong here.
    pub fn kinds(self) -> &'static [NoticeKind] {
        use NoticeKind::{
            Announcement, Comment, Contact, Event, File, Group, Mention, Outcome, Reaction, Released,
            Removed, Reply, Restored,
        };
        match self {
            Only::Everything => NoticeKind::ALL,
            Only::Comments => &[Comment, Reply],
            Only::Mentions => &[Mention],
            Only::Reactions => &[Reaction],
            Only::People => &[Contact, Group],
            Only::Decisions => &[Removed, Restored, Released, Outcome],
            Only::Board => &[Announcement, Event, File],
        }
    }
}

/// Tells somebody of an item, unless it is their own doing or they cannot see it.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell(change: &mut Change<'_>, who: AccountId, kind: NoticeKind, item: ItemId) -> Result<()> {
    let me = change.me()?;
    tell_of(change, me, who, kind, item)
}

/// As [`tell`], of what `actor` did: for what waited, and is let through by staff later.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_of(
    change: &mut Change<'_>,
    actor: AccountId,
    who: AccountId,
    kind: NoticeKind,
    item: ItemId,
) -> Result<()> {
    if who == actor || !change.seen_by(who, item)? {
        return Ok(());
    }
    store::insert(change, who, kind, Some(actor), Some(item), None)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// As [`tell`], but not again while the same notice from the same person is unread.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_once(change: &mut Change<'_>, who: AccountId, kind: NoticeKind, item: ItemId) -> Result<()> {
    if who == change.me()? || !change.seen_by(who, item)? {
        return Ok(());
    }
    if store::insert_once(change, who, kind, item)? > 0 {
        change.touch(Topic::Notices(who), None);
    }
    Ok(())
}

/// What the viewer had told somebody is no longer so: an unread notice of it goes.
///
/// # Errors
/// `Broken` if the database fails.
pub fn take_back(change: &mut Change<'_>, who: AccountId, kind: NoticeKind, item: ItemId) -> Result<()> {
    if store::remove_unread(change, who, kind, item)? > 0 {
        change.touch(Topic::Notices(who), None);
    }
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

/// The viewer has seen the thing itself, so their notices of it count as read.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn read_of(change: &mut Change<'_>, item: ItemId) -> Result<()> {
    let me = change.me()?;
    if store::read_of(change, item)? {
        change.touch(Topic::Notices(me), None);
    }
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

/// The viewer has read these notices of theirs, or all; gives how many are left unread, counted up to
/// [`limits::UNREAD_COUNTED_MAX`].
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn read(change: &mut Change<'_>, ids: Option<&[i64]>) -> Result<i64> {
    let me = change.me()?;
    match ids {
        Some(ids) => store::read_these(change, ids)?,
        None => store::read_all(change)?,
    };
    change.touch(Topic::Notices(me), None);
    store::unread(change, limits::UNREAD_COUNTED_MAX)
}
