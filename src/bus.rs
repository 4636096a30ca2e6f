//! "This topic changed", to everyone listening: ids only, never content.

use crate::base::{Event, ItemId, Topic};
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
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

/// Carries events from the writer to the live pages.
pub struct Bus {
    line: broadcast::Sender<Event>,
    recent: Mutex<VecDeque<Event>>,
    newest: AtomicI64,
    feeds: AtomicU64,
    start: AtomicI64,
    touched: Mutex<Touched>,
}

impl Default for Bus {
    fn default() -> Bus {
        Bus {
            line: broadcast::channel(KEPT).0,
            recent: Mutex::new(VecDeque::with_capacity(KEPT)),
            newest: AtomicI64::new(0),
            feeds: AtomicU64::new(0),
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
    pub fn tell(&self, events: &[Event], changes_feeds: bool) {
        if changes_feeds {
            self.feeds.fetch_add(1, Ordering::Release);
        }
        self.note_touched(events);
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        for event in events {
            if recent.len() == KEPT {
                recent.pop_front();
            }
            recent.push_back(*event);
            self.newest.store(event.seq, Ordering::Release);
            let _ = self.line.send(*event); // nobody listening is no fault
        }
    }

    fn note_touched(&self, events: &[Event]) {
        let mut touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        for event in events {
            let post = match event.topic {
                Topic::Post(post) | Topic::Reactions(post) | Topic::Poll(post) => Some(post),
                Topic::Streams => event.item,
                Topic::Photo(_)
                | Topic::Album(_)
                | Topic::Board(_)
                | Topic::Answers(_)
                | Topic::Notices(_)
                | Topic::Conversation(_)
                | Topic::Chats(_)
                | Topic::Desk => None,
            };
            let Some(post) = post else { continue };
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

    /// A line on which every later event comes.
    pub fn listen(&self) -> broadcast::Receiver<Event> {
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

    /// What came after this sequence number; `None` where not all of it is kept any more.
    pub fn since(&self, seq: i64) -> Option<Vec<Event>> {
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if seq == self.newest() {
            return Some(Vec::new());
        }
        let lost = recent.len() == KEPT && recent.front().is_some_and(|oldest| oldest.seq > seq + 1);
        // What came before the start of this process was never kept here.
        let before_start = seq < self.start.load(Ordering::Acquire) || seq > self.newest();
        (!lost && !before_start).then(|| recent.iter().filter(|event| event.seq > seq).copied().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Topic;

    fn event(seq: i64) -> Event {
        Event { seq, topic: Topic::Streams, item: None }
    }

    #[test]
    fn who_was_away_for_a_moment_gets_exactly_what_was_missed() {
        let bus = Bus::default();
        bus.tell(&[event(1), event(2), event(3)], false);
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
        bus.tell(&many, true);
        assert_eq!(bus.since(2), None);
        assert_eq!(bus.feed_age(), 1);
    }
}
