//! What a live page listens to.

use super::{AccountId, GroupId, ItemId, Kind};

/// One thing that can change while somebody looks at it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Topic {
    /// This post and its comments.
    Post(ItemId),
    /// This photo and its comments.
    Photo(ItemId),
    /// This album: its photos and their order; its own words, where the item is the album itself.
    Album(ItemId),
    /// How many reacted to this post or photo, or to its comments; the item says to which.
    Reactions(ItemId),
    /// How the poll in this post stands.
    Poll(ItemId),
    /// A post appeared or went: every stream asks whether it is one of its own.
    Streams,
    /// An announcement, event or file of this kind appeared, changed or went.
    Board(Kind),
    /// Who comes to this event.
    Answers(ItemId),
    /// This person's notices.
    Notices(AccountId),
    /// The desk: reports and holds.
    Desk,
    /// This conversation: a message came, changed or went; without an item, its name or who is in it changed.
    Conversation(ItemId),
    /// Which conversations this person has, and what they have read of them.
    Chats(AccountId),
    /// Somebody read more of this conversation, where the house lets others know; the mark is the place up to which they had
    /// read before.
    Read(ItemId),
    /// Whom this person sees at all changed: staff keep them apart from somebody, or do so no more.
    Parted(AccountId),
    /// Where this person may write privately may have changed.
    Voice(AccountId),
    /// Where people may write privately may have changed for many; with an item, in that conversation alone.
    Voices,
    /// Staff and somebody talk in a case: something was said in this talk, as whom they wrote to knows it.
    CaseTalk(i64),
    /// The same, as staff know it: in one of the talks of this case.
    CaseRoom(i64),
    /// What stands over every page changed: for all, or for those in one group.
    House(Option<GroupId>),
}

/// What the bus carries: ids only, never content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its place among all events, in the order of their commits. Greater after each start of the box.
    pub seq: i64,
    /// What changed.
    pub topic: Topic,
    /// The item that changed, where the topic alone does not say it.
    pub item: Option<ItemId>,
    /// How far the topic has come with this, where it counts what happens in it: a page that has this has all
    /// before it. Where somebody is in a photo otherwise than before, their number. 0 where it does not count.
    pub mark: i64,
    /// Whose doing it is, or whom it is about: nothing of it is told to whoever is kept apart from them. 0: the box.
    pub by: AccountId,
}

impl Event {
    /// Who is in a photo otherwise than before, where it is about that.
    pub fn tagged(&self) -> Option<AccountId> {
        match self.topic {
            Topic::Photo(photo) if self.item == Some(photo) && self.mark > 0 => Some(AccountId(self.mark)),
            _ => None,
        }
    }

    /// The post that it is about, where it is about one.
    pub fn post(&self) -> Option<ItemId> {
        match self.topic {
            Topic::Post(post) | Topic::Reactions(post) | Topic::Poll(post) => Some(post),
            Topic::Streams => self.item,
            Topic::Photo(_)
            | Topic::Album(_)
            | Topic::Board(_)
            | Topic::Answers(_)
            | Topic::Notices(_)
            | Topic::Conversation(_)
            | Topic::Chats(_)
            | Topic::Read(_)
            | Topic::Voice(_)
            | Topic::Parted(_)
            | Topic::Voices
            | Topic::CaseTalk(_)
            | Topic::CaseRoom(_)
            | Topic::House(_)
            | Topic::Desk => None,
        }
    }
}

/// How far what one commit changed reaches, besides the topics it touched.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    /// Who sees what older item may have changed ([`super::Act::changes_feeds`]).
    pub feeds: bool,
    /// A session may have ended, or somebody may hold something else ([`super::Act::changes_people`]).
    pub people: bool,
}

impl Reach {
    /// How far what this act changes may reach.
    pub fn of(act: super::Act) -> Reach {
        Reach { feeds: act.changes_feeds(), people: act.changes_people() }
    }

    /// As far as either of the two.
    pub fn and(self, other: Reach) -> Reach {
        Reach { feeds: self.feeds || other.feeds, people: self.people || other.people }
    }
}
