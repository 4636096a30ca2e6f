//! What a page listens to, in its own words; and what wakes it, as numbers.

use crate::base::{AccountId, Event, ItemId, Kind, Topic};
use std::str::FromStr;

/// What a page listens to: `post/7`, `stream/home`, `notices`, `desk`, `chat/12`. Kept in order, and small: there are
/// thousands of pages.
#[derive(Default)]
pub struct Topics(Vec<Box<str>>);

impl Topics {
    pub(super) fn of(words: impl IntoIterator<Item = String>) -> Topics {
        let mut topics: Vec<Box<str>> = words.into_iter().map(String::into_boxed_str).collect();
        topics.sort_unstable();
        topics.dedup();
        topics.shrink_to_fit();
        Topics(topics)
    }

    /// Does the page listen to exactly this?
    pub fn contains(&self, topic: &str) -> bool {
        self.place(topic).is_ok()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(AsRef::as_ref)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn insert(&mut self, topic: &str) {
        if let Err(place) = self.place(topic) {
            self.0.insert(place, topic.into());
        }
    }

    pub(super) fn remove(&mut self, topic: &str) {
        if let Ok(place) = self.place(topic) {
            self.0.remove(place);
        }
    }

    fn place(&self, topic: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|known| (**known).cmp(topic))
    }
}

/// What wakes a page. Whether there is something to see is looked at later, as its viewer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Key {
    Post(ItemId),
    Photo(ItemId),
    Album(ItemId),
    Streams,
    Board(Board),
    /// A notice may have come of something on a board, to many at once; the tellers ask whether to this one.
    AnyNotices,
    Notices(AccountId),
    Answers(ItemId),
    Desk,
    Conversation(ItemId),
    Chats(AccountId),
    Presence(AccountId),
    /// Where this person may write.
    Voice(AccountId),
    /// Who may write in this conversation.
    VoicesIn(ItemId),
    /// Who may write where.
    Voices,
    /// What is offered to many at once: the house, or a group, rests or does so no more.
    Offers,
    /// One talk in a case, for whom staff write to.
    CaseTalk(i64),
    /// All talks of a case, for staff.
    CaseRoom(i64),
    /// Whether a case is open: asked wherever something at the desk changed.
    Cases,
}

/// The boards, as pages listen to them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Board {
    Announcements,
    Events,
    Files,
}

impl Board {
    fn of(kind: Kind) -> Board {
        match kind {
            Kind::Announcement => Board::Announcements,
            Kind::Event => Board::Events,
            _ => Board::Files,
        }
    }
}

/// What wakes a page of this person that listens to this topic.
pub(super) fn keys(topic: &str, me: AccountId) -> impl Iterator<Item = Key> {
    let id = ItemId::from_str(topic.split_once('/').map_or("", |(_, id)| id)).ok();
    let word = topic.split('/').next().unwrap_or_default();
    let first = match word {
        "post" => id.map(Key::Post),
        "photo" => id.map(Key::Photo),
        "album" => id.map(Key::Album),
        "chat" => id.map(Key::Conversation),
        "presence" => id.map(|id| Key::Presence(AccountId(id.0))),
        "stream" => Some(Key::Streams),
        "files" => Some(Key::Board(Board::Files)),
        "notices" => Some(Key::Notices(me)),
        "chats" => Some(Key::Chats(me)),
        "voice" | super::offers::TOPIC => Some(Key::Voice(me)),
        "desk" => Some(Key::Desk),
        "case_talk" => id.map(|id| Key::CaseTalk(id.0)),
        "case_room" => id.map(|id| Key::CaseRoom(id.0)),
        word if word.starts_with("announcements") => Some(Key::Board(Board::Announcements)),
        word if word.starts_with("event") => Some(Key::Board(Board::Events)),
        _ => None,
    };
    let second = match word {
        "notices" => Some(Key::AnyNotices),
        "event" => id.map(Key::Answers),
        super::offers::TOPIC => Some(Key::Offers),
        "case_talk" | "case_room" => Some(Key::Cases),
        "voice" | "presence" => Some(Key::Voices),
        _ => None,
    };
    let third = match word {
        "voice" => id.map(Key::VoicesIn),
        // Who sees whether somebody is here follows from the same as who may write to them.
        "presence" => Some(Key::Voice(me)),
        _ => None,
    };
    [first, second, third].into_iter().flatten()
}

/// Whom this event wakes. What is said in conversations, and what is counted calmly, wakes nobody by itself.
pub(super) fn woken(event: &Event) -> impl Iterator<Item = Key> {
    let (first, second) = match event.topic {
        Topic::Post(id) | Topic::Poll(id) => (Some(Key::Post(id)), None),
        Topic::Photo(id) => (Some(Key::Photo(id)), None),
        Topic::Album(id) => (Some(Key::Album(id)), None),
        Topic::Reactions(id) => (Some(Key::Post(id)), Some(Key::Photo(id))),
        Topic::Streams => (Some(Key::Streams), None),
        Topic::Board(kind) => (Some(Key::Board(Board::of(kind))), Some(Key::AnyNotices)),
        Topic::Answers(event) => (Some(Key::Answers(event)), None),
        // Every page of a person listens to their notices: theirs are woken, and nobody else's.
        Topic::Notices(account) | Topic::Parted(account) => (Some(Key::Notices(account)), None),
        Topic::Voice(account) => (Some(Key::Voice(account)), None),
        Topic::Voices => (Some(event.item.map_or(Key::Voices, Key::VoicesIn)), None),
        Topic::Desk => (Some(Key::Desk), None),
        Topic::CaseTalk(id) => (Some(Key::CaseTalk(id)), None),
        Topic::CaseRoom(id) => (Some(Key::CaseRoom(id)), None),
        // Every page of everybody shows it.
        Topic::House(_) => (Some(Key::AnyNotices), None),
        Topic::Conversation(_) | Topic::Chats(_) | Topic::Read(_) => (None, None),
    };
    first.into_iter().chain(second)
}

/// Does it change how something stands, so that pages look anew and are told only where theirs shows it otherwise?
pub(super) fn stands_otherwise(event: &Event) -> bool {
    matches!(event.topic, Topic::Voice(_) | Topic::Voices)
}

/// Is this page, which listens to these topics, woken by this event?
pub(super) fn wants(topics: &Topics, me: AccountId, event: &Event) -> bool {
    let wanted = |topic| keys(topic, me).any(|key| woken(event).any(|woken| woken == key));
    topics.iter().any(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_woken_by_what_it_shows_and_by_nothing_else() {
        let topics = Topics::of(["post/7".into(), "notices".into(), "event/9".into(), "comments/8".into()]);
        let me = AccountId(3);
        let is_woken = |topic| wants(&topics, me, &Event { seq: 1, topic, item: None, mark: 0, by: me });
        assert!(is_woken(Topic::Post(ItemId(7))) && is_woken(Topic::Reactions(ItemId(7))));
        assert!(is_woken(Topic::Answers(ItemId(9))) && is_woken(Topic::Board(Kind::Event)));
        assert!(is_woken(Topic::Notices(me)) && is_woken(Topic::Board(Kind::File)));
        assert!(!is_woken(Topic::Post(ItemId(8))) && !is_woken(Topic::Photo(ItemId(7))));
        assert!(
            !is_woken(Topic::Notices(AccountId(4))) && !is_woken(Topic::Streams) && !is_woken(Topic::Desk)
        );
    }

    #[test]
    fn who_may_write_where_wakes_the_pages_that_show_it_and_no_other() {
        let me = AccountId(3);
        let woken_by = |page: &str, topic, item| {
            let topics = Topics::of([page.to_owned(), "notices".into(), "chat/12".into()]);
            wants(&topics, me, &Event { seq: 1, topic, item, mark: 0, by: me })
        };
        assert!(
            woken_by("voice/12", Topic::Voice(me), None) && woken_by("voice/with/7", Topic::Voice(me), None)
        );
        assert!(woken_by("voice/12", Topic::Voices, None) && woken_by("voice/with/7", Topic::Voices, None));
        assert!(woken_by("voice/12", Topic::Voices, Some(ItemId(12))));
        assert!(!woken_by("voice/12", Topic::Voices, Some(ItemId(13))));
        assert!(!woken_by("voice/with/12", Topic::Voices, Some(ItemId(12))));
        assert!(
            woken_by("presence/7", Topic::Voices, None) && woken_by("presence/7", Topic::Voice(me), None)
        );
        assert!(!woken_by("presence/7", Topic::Voices, Some(ItemId(7))));
        assert!(
            !woken_by("voice/12", Topic::Voice(AccountId(4)), None)
                && !woken_by("post/7", Topic::Voices, None)
        );
    }

    #[test]
    fn the_topics_of_a_page_are_a_set() {
        let mut topics = Topics::of(["b".into(), "a".into(), "b".into()]);
        topics.insert("c");
        topics.insert("a");
        topics.remove("b");
        topics.remove("z");
        assert_eq!(topics.iter().collect::<Vec<_>>(), ["a", "c"]);
        assert!(topics.contains("a") && !topics.contains("b"));
    }
}
