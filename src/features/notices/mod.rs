//! Notices: "Tom commented". Nobody is told of what they cannot see.

mod bundle;
mod by_staff;
mod choice_pages;
mod choice_views;
mod pages;
mod store;
mod views;

pub use by_staff::{
    has_unread_talk, read_talks, tell_appeal, tell_case_talk, tell_reading, tell_sanction, untell,
};
pub use pages::routes;
pub use views::{decision_reason, kind_words, staff_word};

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
        /// Somebody tagged me in a photo.
        Tagged = "tagged",
        /// Somebody would like to tag me in a photo.
        TagAsk = "tag_ask",
        /// Somebody reacted to something of mine.
        Reaction = "reaction",
        /// Somebody passed a post of mine on.
        Reshare = "reshare",
        /// Somebody shares with me now.
        Contact = "contact",
        /// I was put in a group, or refused there.
        Group = "group",
        /// Somebody asks to come into a group that I lead.
        Ask = "ask",
        /// I was invited to a group.
        Invite = "invite",
        /// Staff took something of mine away.
        Removed = "removed",
        /// Staff put a post of mine behind a shield.
        Shielded = "shielded",
        /// Staff brought something of mine back.
        Restored = "restored",
        /// Something of mine waited and can be seen now.
        Released = "released",
        /// How a report of mine ended.
        Outcome = "outcome",
        /// The file with everything I made can be fetched.
        Archive = "archive",
        /// My account closes.
        Closing = "closing",
        /// Something was put on the notice board.
        Announcement = "announcement",
        /// There is a new event for a group of mine; or one that I come to was called off, or is at another time or place.
        Event = "event",
        /// There are new files in a group of mine; or somebody who leads a group took a file of mine out of it.
        File = "file",
        /// I was taken into a conversation.
        Chat = "chat",
        /// Staff looked into a conversation of mine, or saw with whom I talk.
        Reading = "reading",
        /// Staff read what I posted for few.
        ReadingPosts = "reading_posts",
        /// Staff said or set something about me, changed or lifted it; or it has ended.
        Sanction = "sanction",
        /// Staff looked again at what they had decided.
        Appeal = "appeal",
        /// Staff wrote to me in a case.
        CaseTalk = "case_talk",
        /// Somebody answered to what I wrote in a case.
        CaseAnswer = "case_answer",
    }
}

crate::words! {
    /// Kinds of notice that people choose together whether to hear of.
    Sort {
        /// Comments on my things and where I commented, and answers to my comments.
        Comments = "comments",
        /// Somebody names me.
        Mentions = "mentions",
        /// Reactions to my things.
        Reactions = "reactions",
        /// My things passed on by others.
        Reshares = "reshares",
        /// People who share with me now.
        Contacts = "contacts",
        /// Photos that somebody says I am in.
        Tags = "tags",
        /// What groups I am in.
        Groups = "groups",
        /// Announcements, events and files.
        Board = "board",
        /// What staff decided about my things, and what becomes of my account.
        Decisions = "decisions",
    }
}

impl NoticeKind {
    /// Under which choice this kind falls: the one line that a new kind needs.
    pub fn sort(self) -> Sort {
        match self {
            NoticeKind::Comment | NoticeKind::Reply => Sort::Comments,
            NoticeKind::Mention => Sort::Mentions,
            NoticeKind::Tagged | NoticeKind::TagAsk => Sort::Tags,
            NoticeKind::Reaction => Sort::Reactions,
            NoticeKind::Reshare => Sort::Reshares,
            NoticeKind::Contact => Sort::Contacts,
            NoticeKind::Group | NoticeKind::Ask | NoticeKind::Invite | NoticeKind::Chat => Sort::Groups,
            NoticeKind::Announcement | NoticeKind::Event | NoticeKind::File => Sort::Board,
            NoticeKind::Removed
            | NoticeKind::Shielded
            | NoticeKind::Restored
            | NoticeKind::Released
            | NoticeKind::Outcome => Sort::Decisions,
            NoticeKind::Archive | NoticeKind::Closing | NoticeKind::Reading | NoticeKind::ReadingPosts => {
                Sort::Decisions
            }
            NoticeKind::Sanction | NoticeKind::Appeal | NoticeKind::CaseTalk | NoticeKind::CaseAnswer => {
                Sort::Decisions
            }
        }
    }
}

impl Sort {
    /// May one choose not to hear of it? Of decisions one always hears: nothing happens to anybody's things
    /// without their being told.
    pub fn may_be_silent(self) -> bool {
        self != Sort::Decisions
    }

    /// Does any kind of notice belong here yet?
    fn is_used(self) -> bool {
        NoticeKind::ALL.iter().any(|kind| kind.sort() == self)
    }

    /// Those that people are asked about, in order.
    fn asked() -> impl Iterator<Item = Sort> {
        Sort::ALL.iter().copied().filter(|sort| sort.is_used())
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
        /// Reactions, and what was passed on.
        Reactions = "reactions",
        /// Contacts, groups, photos of me.
        People = "people",
        /// What staff decided.
        Decisions = "decisions",
        /// Announcements, events and files.
        Board = "board",
    }
}

impl Only {
    /// Where notices of a sort are shown, besides among all.
    fn of(sort: Sort) -> Only {
        match sort {
            Sort::Comments => Only::Comments,
            Sort::Mentions => Only::Mentions,
            Sort::Reactions | Sort::Reshares => Only::Reactions,
            Sort::Contacts | Sort::Tags | Sort::Groups => Only::People,
            Sort::Board => Only::Board,
            Sort::Decisions => Only::Decisions,
        }
    }

    /// The kinds of notice that belong here.
    pub fn kinds(self) -> Vec<NoticeKind> {
        let here = |kind: &NoticeKind| self == Only::Everything || Only::of(kind.sort()) == self;
        NoticeKind::ALL.iter().copied().filter(here).collect()
    }
}

/// The viewer hears of these sorts from now on, and not of the others. What they were told stays.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
fn choose(change: &mut Change<'_>, heard: &[Sort]) -> Result<()> {
    let me = change.me()?;
    store::hear_all(change)?;
    for sort in Sort::asked().filter(|sort| sort.may_be_silent() && !heard.contains(sort)) {
        store::silence(change, sort)?;
    }
    change.about("account", me.0);
    Ok(())
}

/// Tells somebody of an item, unless it is their own doing, they cannot see it, or they chose not to hear of
/// such things. Gives whether they were told: for the code that tells, never for whoever writes.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell(change: &mut Change<'_>, who: AccountId, kind: NoticeKind, item: ItemId) -> Result<bool> {
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
) -> Result<bool> {
    if who == actor || !change.seen_by(who, item)? {
        return Ok(false);
    }
    let told = store::insert(change, who, kind, Some(actor), Some(item), None)? > 0;
    if told {
        change.touch(Topic::Notices(who), None);
    }
    Ok(told)
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

/// Tells the members of the groups that something of the board goes to that it is there: whoever can sign in, wants to hear of
/// such things, and is not kept apart from its author by a block. Nobody is told twice: members of `before`, the groups
/// that it went to until now, know it; and of files in a group one is told anew only when one has read that there were some.
/// Whoever shows it touches `Topic::Board`, which moves the number on open pages. One statement.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_groups(
    change: &mut Change<'_>,
    kind: NoticeKind,
    item: ItemId,
    before: &[GroupId],
) -> Result<()> {
    store::insert_for_groups(change, kind, item, before)
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

/// Whoever told somebody that they are tagged in a photo: it is no longer so, and an unread notice of it goes.
///
/// # Errors
/// `Broken` if the database fails.
pub fn take_back_tag(change: &mut Change<'_>, who: AccountId, photo: ItemId) -> Result<()> {
    if store::remove_unread_tag(change, who, photo)? > 0 {
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

/// The viewer has read a conversation, so their notices of what was said in it count as read.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn read_in_talk(change: &mut Change<'_>, conversation: ItemId) -> Result<()> {
    let me = change.me()?;
    if store::read_in_talk(change, conversation)? {
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

/// Tells somebody what the box did for them, or with their account.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_of_box(change: &mut Change<'_>, who: AccountId, kind: NoticeKind) -> Result<()> {
    store::insert(change, who, kind, None, None, None)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// Tells somebody that they were not let into a group.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_refused(change: &mut Change<'_>, who: AccountId, group: GroupId) -> Result<()> {
    store::insert_refused(change, who, group)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// Tells a leader that the viewer asks to come into their group: not where one blocked the other, and not again
/// while they have not read it. Whether they were told is not said.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_ask(change: &mut Change<'_>, who: AccountId, group: GroupId) -> Result<()> {
    store::insert_between(change, who, NoticeKind::Ask, group)?;
    change.touch(Topic::Notices(who), None);
    Ok(())
}

/// Tells somebody that the viewer invites them to a group, as [`tell_ask`].
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_invite(change: &mut Change<'_>, who: AccountId, group: GroupId) -> Result<()> {
    store::insert_between(change, who, NoticeKind::Invite, group)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_on_one_page_besides_that_of_all() {
        for kind in NoticeKind::ALL {
            let pages = Only::ALL.iter().filter(|only| only.kinds().contains(kind)).count();
            assert_eq!(pages, 2, "{kind:?}");
        }
    }

    #[test]
    fn of_decisions_by_staff_one_always_hears() {
        use NoticeKind::{Outcome, Released, Removed, Restored};
        for kind in [Removed, Restored, Released, Outcome] {
            assert!(!kind.sort().may_be_silent(), "{kind:?}");
        }
    }
}
