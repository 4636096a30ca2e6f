//! Streams of one's own choice: aspects, followed tags, what names me, what I did; and hiding a post for oneself.

mod pages;
mod store;
mod views;

pub use pages::routes;

use super::posts;
use crate::base::{AspectId, Error, ItemId, Problem, Result, limits, marks, text};
use crate::db::Change;

/// Hides a post in the viewer's streams. Nobody else learns of it.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for one's own.
pub(super) fn hide(change: &mut Change<'_>, post: ItemId) -> Result<()> {
    let found = posts::find(change, post)?;
    if Some(found.author.id) == change.viewer().id() {
        return Err(Error::Forbidden);
    }
    store::hide(change, post)?;
    change.about("post", post.0);
    Ok(())
}

/// Brings back a post that the viewer hid; nothing happens for another.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub(super) fn unhide(change: &mut Change<'_>, post: ItemId) -> Result<()> {
    store::unhide(change, post)?;
    change.about("post", post.0);
    Ok(())
}

/// Follows a tag from now on, whether or not anything carries it yet; answers its name.
///
/// # Errors
/// `Invalid` for the field `tag`.
pub(super) fn follow(change: &mut Change<'_>, typed: &str) -> Result<String> {
    let typed = text::line(typed);
    let typed = text::needed("tag", typed.trim_start_matches('#').to_owned(), marks::TAG_CHARS_MAX)?;
    // What would be a tag in a post is one here.
    let name = marks::tags(&format!("#{typed}")).next().filter(|name| *name == marks::tag_name(&typed));
    let name = name.ok_or(Error::field("tag", Problem::NotUnderstood))?;
    if store::followed(change)?.len() >= limits::FOLLOWED_TAGS_MAX {
        return Err(Error::field("tag", Problem::TooMany { limit: limits::FOLLOWED_TAGS_MAX }));
    }
    store::follow(change, &name)?;
    Ok(name)
}

/// Follows a tag no more.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub(super) fn unfollow(change: &mut Change<'_>, name: &str) -> Result<()> {
    store::unfollow(change, &marks::tag_name(name))
}

/// Of the viewer's aspects exactly these are in the stream of their aspects.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn choose(change: &mut Change<'_>, chosen: &[AspectId]) -> Result<()> {
    for aspect in store::aspects(change)? {
        store::leave_out(change, aspect.id, !chosen.contains(&aspect.id))?;
    }
    Ok(())
}
