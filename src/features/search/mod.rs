//! Search: people, groups, tags, and the full text of everything that the viewer may see.

mod excerpt;
mod pages;
mod query;
mod store;
mod suggest;
mod suggest_store;
mod talk_pages;
mod talk_store;
mod talk_views;
#[cfg(test)]
mod tests;
mod views;

pub use excerpt::{Stretch, excerpt, says_all};
pub use pages::routes;
pub use query::Query;

use crate::base::{GroupId, ItemId, Result};
use crate::db::Snapshot;
use crate::features::chat;
use crate::features::people::Person;
use std::collections::HashMap;

crate::words! {
    /// What somebody looks for.
    Sought {
        /// Everything.
        All = "all",
        /// Posts.
        Posts = "posts",
        /// Comments.
        Comments = "comments",
        /// What photos show, in their author's words.
        Photos = "photos",
        /// What staff announced.
        Announcements = "announcements",
        /// Events.
        Events = "events",
        /// Files of groups, by their names.
        Files = "files",
        /// What was said in the viewer's own conversations.
        Messages = "messages",
        /// People, by any part of their name.
        People = "people",
        /// Groups the viewer may know of.
        Groups = "groups",
        /// Tags on what the viewer sees.
        Tags = "tags",
    }
}

impl Sought {
    fn is_items(self) -> bool {
        !matches!(self, Sought::Messages | Sought::People | Sought::Groups | Sought::Tags)
    }
}

/// A search as it was asked for.
#[derive(Clone, Debug)]
pub struct Search {
    /// As typed, on one line.
    pub typed: String,
    /// What is looked for.
    pub sought: Sought,
    /// The sign-in name of the author, or nothing.
    pub by: String,
    /// In what went to this group.
    pub group: Option<GroupId>,
    /// Made at this moment or later, milliseconds since 1970.
    pub from_ms: Option<i64>,
    /// Made before this moment.
    pub until_ms: Option<i64>,
    /// Older than this item.
    pub before: Option<ItemId>,
}

impl Search {
    /// Is anything narrowed down?
    pub(super) fn is_narrowed(&self) -> bool {
        !self.by.is_empty() || self.group.is_some() || self.from_ms.is_some() || self.until_ms.is_some()
    }
}

/// What was found, as this viewer sees it.
#[derive(Debug, Default)]
pub struct Found {
    people: Vec<Person>,
    groups: Vec<(GroupId, String)>,
    tags: Vec<String>,
    /// Messages, each with its conversation.
    messages: Vec<(ItemId, store::Line)>,
    /// What their conversations are called.
    talks: HashMap<ItemId, String>,
    /// There are more messages than those.
    more_messages: bool,
    items: Vec<store::Line>,
    older: Option<ItemId>,
}

impl Found {
    /// Is there nothing that the viewer can see?
    pub(super) fn is_empty(&self) -> bool {
        self.people.is_empty()
            && self.groups.is_empty()
            && self.tags.is_empty()
            && self.items.is_empty()
            && self.messages.is_empty()
    }
}

/// People, groups and tags that stand above what was found in texts, of each at most.
const NAMES_SHOWN: usize = 5;

/// Messages that stand above what was found in other texts, at most.
const MESSAGES_SHOWN: usize = 3;

/// Looks. Whatever is typed is a search; one without a word and without a narrowing finds nothing.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
fn find(look: &Snapshot<'_>, search: &Search, query: &Query) -> Result<Found> {
    let mut found = Found::default();
    let first = search.before.is_none() && !search.is_narrowed();
    let most = |sought| match search.sought {
        Sought::All if first => NAMES_SHOWN,
        other if other == sought => crate::base::limits::LIST_PAGE,
        _ => 0,
    };
    if let Some(names) = query.names() {
        found.people = store::people(look, &names, most(Sought::People))?;
        found.groups = store::groups(look, &names, most(Sought::Groups))?;
        found.tags = store::tags(look, &names, most(Sought::Tags))?;
    }
    let messages = match search.sought {
        Sought::Messages => crate::base::limits::SEARCH_PAGE,
        Sought::All if search.before.is_none() => MESSAGES_SHOWN,
        _ => 0,
    };
    if messages > 0 && !query.is_empty() {
        find_messages(look, search, query, messages, &mut found)?;
    }
    if search.sought.is_items() && (!query.is_empty() || search.is_narrowed()) {
        (found.items, found.older) = store::items(look, search, query)?;
    }
    Ok(found)
}

/// Messages of the viewer's own conversations, as the search narrows them.
fn find_messages(
    look: &Snapshot<'_>,
    search: &Search,
    query: &Query,
    most: usize,
    found: &mut Found,
) -> Result<()> {
    let talks = match search.group {
        Some(group) => talk_store::of_group(look, group)?,
        None => chat::mine(look)?,
    };
    let (messages, older) = talk_store::messages(look, &talks, query, &talk_store::Narrow::of(search, most))?;
    let ids: Vec<ItemId> = messages.iter().map(|(talk, _)| *talk).collect();
    found.talks = chat::names(look, &ids)?;
    found.messages = messages;
    match search.sought {
        Sought::Messages => found.older = older,
        _ => found.more_messages = older.is_some(),
    }
    Ok(())
}
