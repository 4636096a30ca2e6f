//! What the box knows of one open page: whose it is, whether their session stands, and what waits to be sent.

use super::crowd::Words;
use crate::base::hours::Door;
use crate::base::limits;
use crate::base::{AccountId, Duties, Event, GroupId};
use crate::db::Viewer;
use crate::lang::Lang;
use crate::web::Floor;
use crate::web::cookie::Token;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// What may wait for one page. One that takes less is not waited for: it catches up.
pub(super) const QUEUE_MAX: usize = 64;

/// More than so many of them waiting is slow.
const QUEUE_SLOW: usize = 4;

/// One thing that waits for a page.
#[derive(Clone)]
pub(super) enum Item {
    /// Something changed: the page reads it as its viewer.
    Event(Event),
    /// Something that was read for many, for whoever holds these duties.
    Words(Arc<Words>, Duties),
}

impl Item {
    /// The newest event that a page has without this.
    fn before(&self) -> i64 {
        match self {
            Item::Event(event) => event.seq - 1,
            Item::Words(words, _) => words.before,
        }
    }
}

/// What a page takes from its seat.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) items: VecDeque<Item>,
    /// The page fell behind: it has what came up to here, and nothing of what waited.
    pub(super) behind: Option<i64>,
    /// How things stand that the page shows is to be looked at anew.
    pub(super) anew: bool,
    /// The place went to another page of the same person.
    pub(super) let_go: bool,
}

/// One open page.
pub(super) struct Seat {
    pub(super) account: AccountId,
    pub(super) lang: &'static Lang,
    token: Token,
    pub(super) wake: Notify,
    state: Mutex<State>,
}

struct State {
    viewer: Viewer,
    /// How old the people were, and until when the session stands by itself, when it was last asked for.
    asked: u64,
    until_ms: i64,
    ended: bool,
    /// Have staff said that they make nothing?
    only_reads: bool,
    /// Their groups that have hours of use.
    timed: Box<[GroupId]>,
    waiting: Taken,
    /// What the page shows where it is told calmly, as a number that is another for another content.
    shown: Option<i64>,
}

impl Seat {
    pub(super) fn new(account: AccountId, viewer: Viewer, lang: &'static Lang, token: Token) -> Seat {
        // Not asked yet: whatever comes first asks.
        let state = State {
            viewer: viewer.on(""),
            asked: 0,
            until_ms: 0,
            ended: false,
            only_reads: false,
            timed: Box::default(),
            waiting: Taken::default(),
            shown: None,
        };
        Seat { account, lang, token, wake: Notify::new(), state: Mutex::new(state) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who looks, as their session said when it was last asked for.
    pub(super) fn viewer(&self) -> Viewer {
        self.state().viewer.clone()
    }

    /// What they hold, as their session said when it was last asked for.
    pub(super) fn duties(&self) -> Duties {
        self.state().viewer.duties()
    }

    /// Have staff said that they make nothing, as their session said when it was last asked for?
    pub(super) fn only_reads(&self) -> bool {
        self.state().only_reads
    }

    /// Does the session stand, and what does its viewer hold? It is asked for anew where anything happened since the
    /// last asking by which it may have ended, where its time is over, and where `anew` says so.
    pub(super) async fn stands(&self, floor: &Floor, anew: bool) -> bool {
        let age = floor.bus.people_age(); // before the look: too old is asked again
        let now_ms = floor.db.clock().now_ms();
        {
            let state = self.state();
            if state.ended || (!anew && state.asked == age && now_ms < state.until_ms) {
                return !state.ended;
            }
        }
        let standing = self.token.stands(&floor.db).await;
        let mut state = self.state();
        match standing {
            Ok(Some((session, viewer))) if !session.must_choose && !session.closing => {
                state.until_ms = session.ends_at.min(session.used_at + limits::SESSION_IDLE_MS);
                (state.viewer, state.asked) = (viewer.on(""), age);
                state.only_reads = session.makes_nothing();
                state.timed = session.timed.into_boxed_slice();
            }
            _ => state.ended = true,
        }
        !state.ended
    }

    /// May its viewer be here at this moment, by the hours of use?
    pub(super) fn door(&self, floor: &Floor) -> Door {
        let (rules, clock, state) = (floor.rules(), floor.db.clock(), self.state());
        rules.door(state.viewer.role(), &state.timed, clock.now_ms(), clock.trust())
    }

    /// Puts something into the queue; where it is full, the page is behind, and its queue empty.
    pub(super) fn push(&self, item: Item) {
        let mut state = self.state();
        let waiting = &mut state.waiting;
        if let (Some(Item::Event(last)), Item::Event(event)) = (waiting.items.back(), &item)
            && last.seq == event.seq
        {
            return;
        }
        if let Some(behind) = &mut waiting.behind {
            *behind = (*behind).min(item.before());
        } else if waiting.items.len() >= QUEUE_MAX {
            let oldest = waiting.items.iter().map(Item::before).min();
            waiting.behind = Some(oldest.unwrap_or(i64::MAX).min(item.before()));
            waiting.items = VecDeque::new();
        } else {
            waiting.items.push_back(item);
        }
        drop(state);
        self.wake.notify_one();
    }

    /// The page has what came up to here, and must see for itself what came later.
    pub(super) fn falls_behind(&self, newest: i64) {
        let mut state = self.state();
        let waiting = &mut state.waiting;
        let oldest = waiting.items.iter().map(Item::before).chain(waiting.behind).min();
        waiting.behind = Some(oldest.unwrap_or(newest).min(newest));
        waiting.items = VecDeque::new();
        drop(state);
        self.wake.notify_one();
    }

    /// How things stand may be otherwise than the page shows. Said often before the page looks, it is looked at once.
    pub(super) fn looks_anew(&self) {
        self.state().waiting.anew = true;
        self.wake.notify_one();
    }

    /// The place is another page's now.
    pub(super) fn lets_go(&self) {
        self.state().waiting.let_go = true;
        self.wake.notify_one();
    }

    /// Takes what is told to it more slowly than it comes?
    pub(super) fn is_slow(&self) -> bool {
        let state = self.state();
        state.waiting.behind.is_some() || state.waiting.items.len() > QUEUE_SLOW
    }

    /// All that waits.
    pub(super) fn take(&self) -> Taken {
        std::mem::take(&mut self.state().waiting)
    }

    /// What the page shows where it is told calmly is not known any more.
    pub(super) fn forgets_shown(&self) {
        self.state().shown = None;
    }

    /// What the page shows where it is told calmly; gives whether that is something new.
    pub(super) fn shows(&self, content: i64) -> bool {
        let before = self.state().shown.replace(content);
        before != Some(content)
    }
}

/// A place among the live pages, given back when the page is gone.
pub(super) struct Place {
    pub(super) floor: Arc<Floor>,
    pub(super) seat: Arc<Seat>,
}

impl Place {
    pub(super) fn take(floor: &Arc<Floor>, seat: Arc<Seat>) -> Option<Place> {
        floor.live.sit(&seat).then(|| Place { floor: floor.clone(), seat })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.floor.live.rise(&self.seat);
    }
}
