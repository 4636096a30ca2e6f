//! The desk: what waits for staff in one list, each case whole on one page, and what was decided.

mod appeal_pages;
mod appeal_views;
mod case_store;
mod case_views;
mod concerned;
mod coverage;
mod coverage_pages;
mod coverage_store;
mod coverage_views;
mod exhibits;
mod hearing_pages;
mod hearing_store;
mod hearing_views;
mod looking;
mod looking_views;
mod many_pages;
mod many_views;
mod marks;
mod own_views;
mod pages;
mod person_pages;
mod person_views;
mod photo_pages;
mod photo_views;
mod queue_store;
mod shield_views;
mod store;
mod talk;
mod talk_pages;
mod talk_views;
mod undo_pages;
mod views;
mod watch_pages;
mod watch_store;
mod watch_views;

pub use exhibits::{Exhibit, exhibits, named};
pub use pages::routes;
pub use store::{Who, people};
pub use views::{address, kind_words};

use crate::base::{AccountId, ItemId};
use crate::features::moderation::CaseSort;

crate::words! {
    /// The lists of what is open.
    Queue {
        /// Everything, what is urgent first, then by age.
        All = "all",
        /// What is urgent.
        Urgent = "urgent",
        /// What the viewer looks at.
        Mine = "mine",
        /// What stands in the groups that the viewer leads.
        Groups = "groups",
        /// Everything, by when it is due.
        Oldest = "oldest",
        /// Where somebody asks for a second look.
        Appeals = "appeals",
    }
}

/// One line of the desk, before it is filled with words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Head {
    /// The number of the case.
    pub id: i64,
    /// What it is about.
    pub sort: CaseSort,
    /// 0 for fear for somebody and what is urgent, 1 for a concern, 2 for what is only good to know: a lower one stands
    /// first.
    pub rank: i64,
    /// The item, where it is about one.
    pub item: Option<ItemId>,
    /// Its author, or the person.
    pub person: AccountId,
    /// The number of what stands behind it, 0 for nothing: of the case of a word rule, of an appeal.
    pub refers: i64,
    /// Why it is here, added up: `moderation::Origin`.
    pub origins: i64,
    /// Since when, milliseconds since 1970.
    pub since_ms: i64,
    /// When it should be decided, milliseconds since 1970.
    pub due_ms: i64,
    /// Who looks at it at this moment.
    pub looker: Option<AccountId>,
}

/// Where a page of a list ended: the next one begins after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cursor {
    /// The rank of the last case; in the list of what is due, when it is.
    pub first: i64,
    /// Its number.
    pub id: i64,
}

impl Cursor {
    /// The beginning.
    pub const START: Cursor = Cursor { first: 0, id: 0 };

    /// This case as the last of a page of this list.
    pub fn at(queue: Queue, head: &Head) -> Cursor {
        Cursor { first: if queue == Queue::Oldest { head.due_ms } else { head.rank }, id: head.id }
    }

    /// As it stands in an address: `1-57`.
    pub fn words(self) -> String {
        format!("{}-{}", self.first, self.id)
    }

    /// Reads what [`Cursor::words`] wrote; anything else is the beginning.
    pub fn parse(text: &str) -> Cursor {
        let number = |text: &str| text.parse::<u64>().ok().and_then(|number| i64::try_from(number).ok());
        let parts = text.split_once('-').and_then(|(first, id)| Some((number(first)?, number(id)?)));
        parts.map_or(Cursor::START, |(first, id)| Cursor { first, id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_begins_where_this_one_ended() {
        let head = Head {
            id: 57,
            sort: CaseSort::Person,
            rank: 1,
            item: None,
            person: AccountId(3),
            refers: 0,
            origins: 1,
            since_ms: 5,
            due_ms: 1_740_992_400_000,
            looker: None,
        };
        for (queue, words) in
            [(Queue::All, "1-57"), (Queue::Groups, "1-57"), (Queue::Oldest, "1740992400000-57")]
        {
            let end = Cursor::at(queue, &head);
            assert_eq!(end.words(), words);
            assert_eq!(Cursor::parse(words), end);
        }
    }

    #[test]
    fn an_address_that_says_nothing_useful_is_the_beginning() {
        for text in ["", "1", "a-b", "1-2-3", "1--2", "-1-2", "99999999999999999999-1"] {
            assert_eq!(Cursor::parse(text), Cursor::START, "{text}");
        }
    }
}
