//! Passing a post on: what may be, by whom, and who hears of it.

use super::{Post, find, store};
use crate::base::{AudienceKind, Error, ItemId, Problem, Result, State, Topic};
use crate::db::{Change, Snapshot};
use crate::features::notices::{self, NoticeKind};

/// Can this post be passed on at all? What is for everyone, and is seen by them.
pub fn may_pass_on(post: &Post) -> bool {
    post.root.is_none() && post.audience == AudienceKind::Everyone && post.state == State::Shown
}

/// The post that is passed on where the viewer passes this one on: itself, or the one that it passes on.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for one's own, one that is not for everyone, and where a block
/// of the viewer's stands; `Invalid` where they passed it on already.
pub fn check(look: &Snapshot<'_>, id: ItemId) -> Result<Post> {
    let post = find(look, id)?;
    let root = match post.root {
        Some(root) => find(look, root)?,
        None => post,
    };
    // Staff who moderate see whom they block.
    if !may_pass_on(&root)
        || Some(root.author.id) == look.viewer().id()
        || store::blocks(look, root.author.id)?
    {
        return Err(Error::Forbidden);
    }
    match store::my_reshare(look, root.id)? {
        Some(_) => Err(Error::field("body", Problem::Twice)),
        None => Ok(root),
    }
}

/// A post that passes another one on is there: its author hears of it, and open pages.
pub(super) fn passed_on(
    change: &mut Change<'_>,
    root: &Post,
    id: ItemId,
    audience: AudienceKind,
    state: State,
) -> Result<()> {
    if audience != AudienceKind::Everyone {
        store::set_passed_narrowly(change, root.id)?;
    }
    if state == State::Shown {
        if change.seen_by(root.author.id, id)? {
            notices::tell_once(change, root.author.id, NoticeKind::Reshare, root.id)?;
        }
        change.touch(Topic::Post(root.id), Some(id));
    }
    Ok(())
}

/// One that waited can be seen now.
pub(super) fn let_through(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    // For contacts or named people: staff who let it through do not see it as people do.
    let root = match find(change, id) {
        Ok(Post { root: Some(root), author, .. }) => (root, author.id),
        Ok(_) | Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    let (root, by) = root;
    if let Ok(root) = find(change, root) {
        if change.seen_by(root.author.id, id)? {
            notices::tell_of(change, by, root.author.id, NoticeKind::Reshare, root.id)?;
        }
        change.touch(Topic::Post(root.id), Some(id));
    }
    Ok(())
}

/// One was taken away by its author: whom it told has nothing to read any more, and open pages count it no more.
pub(super) fn taken_back(change: &mut Change<'_>, post: &Post) -> Result<()> {
    let Some(root) = post.root else { return Ok(()) };
    if post.state == State::Shown {
        change.touch(Topic::Post(root), Some(post.id));
    }
    match find(change, root) {
        Ok(root) => notices::take_back(change, root.author.id, NoticeKind::Reshare, root.id),
        Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Staff took a post away or brought it back: where it passes one on, open pages count anew how often that was.
///
/// # Errors
/// `Broken` if the database fails.
pub fn counts_anew(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    if let Some(root) = store::root_at_desk(change, id)? {
        change.touch(Topic::Post(root), Some(id));
    }
    Ok(())
}
