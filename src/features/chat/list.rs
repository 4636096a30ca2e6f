//! The list of one's conversations, and how one of them is called.

use super::store::{self, Conversation, Named, Sort};
use super::talk_store::Message;
use super::{list_store, presence_store, rules};
use crate::base::{AccountId, ItemId, Result};
use crate::db::Snapshot;
use crate::features::{levels, people};
use std::collections::HashMap;

/// One line of the list of conversations.
pub(super) struct Entry {
    pub talk: Conversation,
    /// What it is called for this viewer, and whose face stands for it.
    pub named: Named,
    pub last: Option<Message>,
    pub unread: i64,
    /// The other of two, and whether it is shown that they are here; where the house shows that.
    pub follows: Option<(AccountId, bool)>,
}

/// Which conversations a list shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Those in use.
    Open,
    /// Those put away, until something is said in them.
    Away,
}

/// Where a page of the list ends: the place of the last word in its last conversation, and that conversation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct End {
    pub last: i64,
    pub id: ItemId,
}

impl End {
    /// Reads `345-12`; none for anything else.
    pub(super) fn parse(text: &str) -> Option<End> {
        let (last, id) = text.split_once('-')?;
        Some(End { last: last.parse().ok()?, id: id.parse().ok()? })
    }
}

impl std::fmt::Display for End {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{}-{}", self.last, self.id)
    }
}

/// One page of the list.
pub(super) struct Entries {
    pub list: Vec<Entry>,
    /// Where this page ends, where there are older ones.
    pub older: Option<End>,
}

/// The viewer's conversations, the one that spoke last first; at most `limit`, of those before an end. Those of two
/// without a word are not there yet.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn entries(
    look: &Snapshot<'_>,
    shelf: Shelf,
    before: Option<End>,
    limit: usize,
) -> Result<Entries> {
    let before = before.map(|end| (end.last, end.id));
    let mut talks = list_store::page(look, shelf == Shelf::Away, before, limit + 1)?;
    let is_more = talks.len() > limit;
    talks.truncate(limit);
    let older = talks.last().filter(|_| is_more).map(|talk| End { last: talk.last, id: talk.id });
    let ids: Vec<ItemId> = talks.iter().map(|talk| talk.id).collect();
    if ids.is_empty() {
        return Ok(Entries { list: Vec::new(), older });
    }
    let new: Vec<ItemId> = talks.iter().filter(|talk| talk.last > talk.read).map(|talk| talk.id).collect();
    let (mut lasts, mut named) = (list_store::lasts(look, &ids)?, list_store::named(look, &talks)?);
    let unread = list_store::unread(look, &new)?;
    let entry = |talk: Conversation| {
        let last = lasts.remove(&talk.id);
        let named = named.remove(&talk.id)?;
        let unread = unread.get(&talk.id).copied().unwrap_or(0);
        let shown = last.is_some() || talk.sort != Sort::Two;
        shown.then_some(Entry { unread, named, last, talk, follows: None })
    };
    Ok(Entries { list: talks.into_iter().filter_map(entry).collect(), older })
}

/// Says beside each conversation of two whether the other is here, as far as the viewer may see it. One statement, and
/// none where nobody is here.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn follow(
    look: &Snapshot<'_>,
    entries: &mut [Entry],
    is_here: impl Fn(AccountId) -> bool,
) -> Result<()> {
    let me = look.me()?;
    let others = entries.iter().filter_map(|entry| store::other_of_two(&entry.talk, me));
    let here: Vec<AccountId> = others.filter(|who| is_here(*who)).collect();
    let here = presence_store::visible(look, &here)?;
    for entry in entries {
        entry.follows = store::other_of_two(&entry.talk, me).map(|who| (who, here.contains(&who)));
    }
    Ok(())
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
    if levels::makes_nothing(look)? {
        return Ok(false);
    }
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
