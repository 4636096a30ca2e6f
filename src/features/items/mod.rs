//! What all that people make has in common over its life: for whom it is, who may change it, what it said before,
//! whom it names, who reacted.

mod audience_store;
mod pages;
mod store;
mod views;

pub use audience_store::{insert_top, insert_under, insert_with, set_audience};
pub use pages::history;
pub use store::{
    Author, Reactions, Version, author, changed, comment_reactions, id_list, keep, mentions, reactions,
    remove, set_state, versions, would_name,
};
pub use views::{EditForm, Part, edit, preview, preview_change, preview_text};

use super::moderation::Judged;
use super::notices::{self, NoticeKind};
use crate::base::{AccountId, Error, ItemId, Result, State, limits, marks};
use crate::db::{Change, Viewer};

/// May this viewer change or take away what this author made? Only their own, and not what staff removed.
pub fn is_mine_to_change(viewer: &Viewer, author: AccountId, state: State) -> bool {
    Some(author) == viewer.id() && state != State::Removed
}

/// As [`is_mine_to_change`], for a write.
///
/// # Errors
/// `Forbidden` where it is not.
pub fn check_mine(change: &Change<'_>, author: AccountId, state: State) -> Result<()> {
    if is_mine_to_change(change.viewer(), author, state) { Ok(()) } else { Err(Error::Forbidden) }
}

/// The state of an item after an edit. An edit never lets a held item through: only staff release.
pub fn after_edit(before: State, judged: &Judged) -> State {
    if before == State::Held { State::Held } else { judged.state() }
}

/// Notes whom the text of an item names, so that it can link them; where `tell`, tells those who see it and
/// want to hear of it, once. Gives those it told.
///
/// # Errors
/// `Broken` if the database fails.
pub fn mark_people(change: &mut Change<'_>, id: ItemId, body: &str, tell: bool) -> Result<Vec<AccountId>> {
    store::clear_mentions(change, id)?;
    let mut told = Vec::new();
    for username in marks::mentions(body).take(limits::MARKS_MAX) {
        let Some(person) = store::mentionable(change, &username)? else { continue };
        store::insert_mention(change, id, person)?;
        if tell && notices::tell(change, person, NoticeKind::Mention, id)? {
            told.push(person);
        }
    }
    Ok(told)
}

/// Tells those whom an item names, now that staff let it through; gives those it told.
///
/// # Errors
/// `Broken` if the database fails.
pub fn tell_named(change: &mut Change<'_>, author: AccountId, id: ItemId) -> Result<Vec<AccountId>> {
    let mut told = Vec::new();
    for person in store::named(change, id)? {
        if notices::tell_of(change, author, person, NoticeKind::Mention, id)? {
            told.push(person);
        }
    }
    Ok(told)
}
