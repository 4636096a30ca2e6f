//! The list of one's conversations, and how one of them is called.

use super::store::{self, Conversation, Named, Sort};
use super::talk_store::Message;
use super::{list_store, rules};
use crate::base::{AccountId, ItemId, Result};
use crate::db::Snapshot;
use crate::features::people;
use std::collections::HashMap;

/// One line of the list of conversations.
pub(super) struct Entry {
    pub talk: Conversation,
    /// What it is called for this viewer, and whose face stands for it.
    pub named: Named,
    pub last: Option<Message>,
    pub unread: i64,
}

/// Which conversations a list shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Those in use.
    Open,
    /// Those put away, until something is said in them.
    Away,
}

/// The viewer's conversations, the one that spoke last first; at most `limit`. Those of two without a word are not
/// there yet.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn entries(look: &Snapshot<'_>, shelf: Shelf, limit: usize) -> Result<Vec<Entry>> {
    let is_away = |talk: &Conversation| talk.put_away > 0 && talk.last <= talk.put_away;
    let mut talks = store::mine(look)?;
    talks.retain(|talk| is_away(talk) == (shelf == Shelf::Away));
    talks.truncate(limit);
    let ids: Vec<ItemId> = talks.iter().map(|talk| talk.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let new: Vec<ItemId> = talks.iter().filter(|talk| talk.last > talk.read).map(|talk| talk.id).collect();
    let (mut lasts, mut named) = (list_store::lasts(look, &ids)?, list_store::named(look, &talks)?);
    let unread = list_store::unread(look, &new)?;
    let entry = |talk: Conversation| {
        let last = lasts.remove(&talk.id);
        let named = named.remove(&talk.id)?;
        let shown = last.is_some() || talk.sort != Sort::Two;
        shown.then(|| Entry { unread: unread.get(&talk.id).copied().unwrap_or(0), named, last, talk })
    };
    Ok(talks.into_iter().filter_map(entry).collect())
}

/// What one conversation is called.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn named(look: &Snapshot<'_>, talk: &Conversation) -> Result<Named> {
    let mut all = list_store::named(look, std::slice::from_ref(talk))?;
    Ok(all.remove(&talk.id).unwrap_or_else(|| nobody(talk.id.0)))
}

/// A person as the other one of two.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn named_person(look: &Snapshot<'_>, person: AccountId) -> Result<Named> {
    Ok(list_store::people(look, &[person])?.remove(&person).unwrap_or_else(|| nobody(person.0)))
}

fn nobody(id: i64) -> Named {
    Named { id, name: String::new(), picture: None, username: None }
}

/// May the viewer begin any conversation at all?
pub(super) fn may_begin_any(look: &Snapshot<'_>, house: &crate::base::Rules) -> Result<bool> {
    Ok(look.viewer().is_staff()
        || (house.talk != crate::base::Talk::Nobody
            && rules::may_write_now(look, house)
            && !people::is_stopped(look)?))
}

/// The conversations that the viewer is in, the one that spoke last first; at most as many as a list shows.
///
/// # Errors
/// `Broken` if the database fails.
pub fn mine(look: &Snapshot<'_>) -> Result<Vec<ItemId>> {
    Ok(store::mine(look)?.into_iter().map(|talk| talk.id).collect())
}

/// What these conversations are called for the viewer; those they are not in are left out.
///
/// # Errors
/// `Broken` if the database fails.
pub fn names(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<HashMap<ItemId, String>> {
    let named = list_store::named(look, &store::these(look, ids)?)?;
    Ok(named.into_iter().map(|(id, named)| (id, named.name)).collect())
}
