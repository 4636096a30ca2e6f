//! "This topic changed", to everyone listening: ids only, never content.

use crate::base::{Event, ItemId, Reach, Topic};
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::broadcast;

/// Events kept for a page that was away for a moment; one that missed more is told to refresh.
const KEPT: usize = 2_048;

/// Posts whose last event is remembered; when full, all count as touched at that moment.
const TOUCHED_MAX: usize = 20_000;

/// When each post last changed, as far as it is remembered.
#[derive(Default)]
struct Touched {
    posts: HashMap<ItemId, i64>,
    all: i64,
}

/// The newest events of one sort, and how far back they reach.
#[derive(Default)]
struct Recent {
    events: VecDeque<Event>,
    /// The newest that is kept no longer.
    lost: i64,
}

impl Recent {
    fn keep(&mut self, event: Event) {
        if self.events.len() == KEPT
            && let Some(oldest) = self.events.pop_front()
        {
            self.lost = oldest.seq;
        }
        self.events.push_back(event);
    }

    fn since(&self, seq: i64) -> Option<Vec<Event>> {
        (seq >= self.lost).then(|| {
            let after = self.events.partition_point(|event| event.seq <= seq);
            self.events.range(after..).copied().collect()
        })
    }
}

/// Commits that may wait for the one who listens; one that falls behind is told so.
const LINE: usize = 1_024;

/// Carries events from the writer to the live pages.
pub struct Bus {
    line: broadcast::Sender<Arc<[Event]>>,
    recent: Mutex<Recent>,
    /// Apart: what is said in conversations is so much that nothing else would be kept beside it.
    talk: Mutex<Recent>,
    newest: AtomicI64,
    feeds: AtomicU64,
    people: AtomicU64,
    start: AtomicI64,
    touched: Mutex<Touched>,
}

impl Default for Bus {
    fn default() -> Bus {
        Bus {
            line: broadcast::channel(LINE).0,
            recent: Mutex::default(),
            talk: Mutex::default(),
            newest: AtomicI64::new(0),
            feeds: AtomicU64::new(0),
            people: AtomicU64::new(0),
            start: AtomicI64::new(0),
            touched: Mutex::default(),
        }
    }
}

impl Bus {
    /// Events before this sequence number happened before this process began.
    pub fn begin_at(&self, seq: i64) {
        self.start.store(seq, Ordering::Release);
        self.newest.store(seq, Ordering::Release);
    }

    /// Tells everyone. Called by the writer after each commit, in order.
    pub fn tell(&self, events: &[Event], reach: Reach) {
        if reach.feeds {
            self.feeds.fetch_add(1, Ordering::Release);
        }
        if reach.people {
            self.people.fetch_add(1, Ordering::Release);
        }
        let Some(last) = events.last() else { return };
        self.note_touched(events);
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let mut talk = self.talk.lock().unwrap_or_else(PoisonError::into_inner);
        for event in events {
            if is_talk(event) { talk.keep(*event) } else { recent.keep(*event) }
        }
        self.newest.store(last.seq, Ordering::Release);
        let _ = self.line.send(events.into()); // nobody listening is no fault
    }

    fn note_touched(&self, events: &[Event]) {
        let mut touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        for event in events {
            let Some(post) = event.post() else { continue };
            if touched.posts.len() >= TOUCHED_MAX {
                touched.posts.clear();
                touched.all = event.seq;
            }
            touched.posts.insert(post, event.seq);
        }
    }

    /// The newest event about this post; a guess that is too new rather than too old.
    pub fn touched(&self, post: ItemId) -> i64 {
        let touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        touched.posts.get(&post).copied().unwrap_or(touched.all)
    }

    /// A line on which every later commit comes, with all its events.
    pub fn listen(&self) -> broadcast::Receiver<Arc<[Event]>> {
        self.line.subscribe()
    }

    /// The sequence number of the newest event since the start; 0 before the first.
    pub fn newest(&self) -> i64 {
        self.newest.load(Ordering::Acquire)
    }

    /// Changes whenever who sees what among older items may have changed.
    pub fn feed_age(&self) -> u64 {
        self.feeds.load(Ordering::Acquire)
    }

    /// Changes whenever a session may have ended, or somebody may hold something else than before.
    pub fn people_age(&self) -> u64 {
        self.people.load(Ordering::Acquire)
    }

    /// What came after this sequence number, but what is said in conversations; `None` where not all of it is kept
    /// any more.
    pub fn since(&self, seq: i64) -> Option<Vec<Event>> {
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_ours(seq) { recent.since(seq) } else { None }
    }

    /// What came after this sequence number in conversations; `None` where not all of it is kept any more.
    pub fn talk_since(&self, seq: i64) -> Option<Vec<Event>> {
        let talk = self.talk.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_ours(seq) { talk.since(seq) } else { None }
    }

    /// What came before the start of this process was never kept here.
    fn is_ours(&self, seq: i64) -> bool {
        (self.start.load(Ordering::Acquire)..=self.newest()).contains(&seq)
    }
}

/// Is this about what is said in a conversation?
fn is_talk(event: &Event) -> bool {
    matches!(event.topic, Topic::Conversation(_) | Topic::Chats(_) | Topic::Read(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, Topic};

    fn event(seq: i64) -> Event {
        Event { seq, topic: Topic::Streams, item: None, mark: 0, by: AccountId(0) }
    }

    #[test]
    fn who_was_away_for_a_moment_gets_exactly_what_was_missed() {
        let bus = Bus::default();
        bus.tell(&[event(1), event(2), event(3)], Reach::default());
        let missed = bus.since(1).map(|events| events.iter().map(|event| event.seq).collect::<Vec<_>>());
        assert_eq!(missed, Some(vec![2, 3]));
        assert_eq!(bus.since(3), Some(vec![]));
    }

    #[test]
    fn a_page_from_before_a_restart_is_told_to_refresh() {
        let bus = Bus::default();
        bus.begin_at(50);
        assert_eq!(bus.since(50), Some(vec![]));
        assert_eq!(bus.since(49), None);
        assert_eq!(bus.since(51), None);
    }

    #[test]
    fn who_missed_more_than_is_kept_is_told_so() {
        let bus = Bus::default();
        let many: Vec<Event> = (1..=KEPT as i64 + 10).map(event).collect();
        bus.tell(&many, Reach { feeds: true, people: false });
        assert_eq!(bus.since(2), None);
        assert_eq!((bus.feed_age(), bus.people_age()), (1, 0));
    }

    #[test]
    fn much_talk_takes_no_room_from_what_else_happened() {
        let bus = Bus::default();
        bus.tell(&[event(1), event(2)], Reach::default());
        let said =
            |seq| Event { seq, topic: Topic::Conversation(ItemId(7)), item: None, mark: 0, by: AccountId(0) };
        let many: Vec<Event> = (3..=KEPT as i64 + 10).map(said).collect();
        bus.tell(&many, Reach { feeds: false, people: true });
        assert_eq!(bus.since(1), Some(vec![event(2)]));
        assert_eq!(bus.talk_since(1), None);
        assert_eq!(bus.talk_since(bus.newest() - 1).map(|said| said.len()), Some(1));
        assert_eq!(bus.people_age(), 1);
    }
}
