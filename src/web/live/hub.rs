//! Who listens to what, who is here, and who writes at this moment.

use super::calm::Calm;
use super::present::{Present, SPREAD_MS};
use super::read_on::ReadOn;
use super::seat::{Item, Seat};
use super::topics::{Key, Topics, keys, stands_otherwise, woken};
use crate::base::{AccountId, Event, ItemId, Topic, limits};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Milliseconds in which it is said once that somebody writes in a conversation.
const TYPING_MS: u64 = 3_000;
/// People who write in a conversation of whom that is remembered.
const TYPING_MAX: usize = 4_000;
/// Words of people who write that may wait; others are not said.
const TYPING_WAITING: usize = 256;

/// The pages that are open.
#[derive(Default)]
struct Registry {
    listening: HashMap<Key, Vec<Arc<Seat>>>,
    /// Of each person, the oldest first.
    people: HashMap<AccountId, Vec<Arc<Seat>>>,
    count: usize,
}

impl Registry {
    fn of(&self, key: &Key) -> &[Arc<Seat>] {
        self.listening.get(key).map_or(&[], Vec::as_slice)
    }

    /// Who writes where, and what pages offer, may be otherwise for many.
    fn of_the_house(&self) {
        let seats = [Key::Voices, Key::Offers].into_iter().flat_map(|key| self.of(&key));
        seats.for_each(|seat| seat.looks_anew());
    }
}

/// Who listens to what, who is here, and who writes at this moment.
pub(in crate::web) struct Hub {
    registry: Mutex<Registry>,
    present: Mutex<Present>,
    /// When it was last said that somebody writes.
    typing: Mutex<HashMap<(AccountId, ItemId), u64>>,
    typists: mpsc::Sender<(AccountId, ItemId)>,
    said: Mutex<Option<mpsc::Receiver<(AccountId, ItemId)>>>,
    /// Whose numbers may have changed.
    calm: Mutex<Calm>,
    /// In which conversations somebody has read more.
    read_on: Mutex<ReadOn>,
    begun: Instant,
}

impl Default for Hub {
    fn default() -> Hub {
        let (typists, said) = mpsc::channel(TYPING_WAITING);
        Hub {
            registry: Mutex::default(),
            present: Mutex::default(),
            typing: Mutex::default(),
            typists,
            said: Mutex::new(Some(said)),
            calm: Mutex::default(),
            read_on: Mutex::default(),
            begun: Instant::now(),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A prime, about five eighths of a thousand: people with numbers next to each other come far apart.
const APART_MS: u64 = 617;

/// Some milliseconds, fewer than this: so that not all do the same in the same moment. By who it is, and not by chance, so
/// that the moment at which something is told follows from what happened and from nothing else.
pub(super) fn spread_ms(who: AccountId, fewer_than: u64) -> u64 {
    (who.0.unsigned_abs() % 1_000_003 * APART_MS) % fewer_than.max(1)
}

impl Hub {
    fn now_ms(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Gives a page its place. Where the person has too many, their oldest page is let go; where the whole site has,
    /// and they have none, there is none.
    pub(super) fn sit(&self, seat: &Arc<Seat>) -> bool {
        let mut registry = lock(&self.registry);
        let full = registry.count >= limits::LIVE_SOCKETS_MAX;
        let own = registry.people.entry(seat.account).or_default();
        if own.len() >= limits::LIVE_SOCKETS_PER_PERSON || (full && !own.is_empty()) {
            own.remove(0).lets_go();
            own.push(seat.clone());
            return true;
        }
        if full {
            registry.people.remove(&seat.account);
            return false;
        }
        own.push(seat.clone());
        registry.count += 1;
        true
    }

    /// The page is gone.
    pub(super) fn rise(&self, seat: &Arc<Seat>) {
        let mut registry = lock(&self.registry);
        let Some(own) = registry.people.get_mut(&seat.account) else { return };
        let before = own.len();
        own.retain(|other| !Arc::ptr_eq(other, seat));
        let gone = before - own.len();
        if own.is_empty() {
            registry.people.remove(&seat.account);
        }
        registry.count -= gone;
    }

    /// From now on this wakes the page.
    pub(super) fn listen<'a>(&self, seat: &Arc<Seat>, topics: impl IntoIterator<Item = &'a str>) {
        let mut registry = lock(&self.registry);
        for key in topics.into_iter().flat_map(|topic| keys(topic, seat.account)) {
            let listening = registry.listening.entry(key).or_default();
            if !listening.iter().any(|other| Arc::ptr_eq(other, seat)) {
                listening.push(seat.clone());
            }
        }
    }

    /// From now on this wakes the page no longer.
    pub(super) fn leave<'a>(&self, seat: &Arc<Seat>, topics: impl IntoIterator<Item = &'a str>) {
        let mut registry = lock(&self.registry);
        for key in topics.into_iter().flat_map(|topic| keys(topic, seat.account)) {
            let Some(listening) = registry.listening.get_mut(&key) else { continue };
            if let Some(place) = listening.iter().position(|other| Arc::ptr_eq(other, seat)) {
                listening.swap_remove(place);
            }
            if listening.is_empty() {
                registry.listening.remove(&key);
            }
        }
    }

    /// The pages that listen to a topic which does not depend on who listens.
    pub(super) fn listening_to(&self, topic: &str) -> Vec<Arc<Seat>> {
        let registry = lock(&self.registry);
        keys(topic, AccountId(0)).next().map_or_else(Vec::new, |key| registry.of(&key).to_vec())
    }

    /// Do most pages that listen to this topic take less than comes? A few slow ones hold up nobody.
    pub(in crate::web) fn is_crowded(&self, topic: &str) -> bool {
        let registry = lock(&self.registry);
        let Some(key) = keys(topic, AccountId(0)).next() else { return false };
        let seats = registry.of(&key);
        seats.iter().filter(|seat| seat.is_slow()).count() * 2 > seats.len()
    }

    /// Is this person here, as far as others may know?
    pub(in crate::web) fn is_present(&self, who: AccountId) -> bool {
        lock(&self.present).is_shown(who)
    }

    /// A page of this person is open and has said what it listens to.
    pub(super) fn opened(&self, who: AccountId, hides: bool, topics: &Topics) {
        lock(&self.present).opened(who, hides, self.now_ms(), spread_ms(who, SPREAD_MS));
        if topics.contains("chats") {
            self.count_soon(who);
        }
    }

    /// What is told calmly to this person is asked for in the next look.
    pub(super) fn count_soon(&self, who: AccountId) {
        lock(&self.calm).note([who]);
    }

    /// What is told calmly to whoever is in this conversation is.
    pub(super) fn count_talk_soon(&self, talk: ItemId) {
        lock(&self.calm).note_talk(talk);
    }

    /// The conversations in which something happened since this was asked.
    pub(super) fn talks_to_be_counted(&self) -> Vec<ItemId> {
        lock(&self.calm).talks()
    }

    /// What is told calmly to everybody is.
    pub(super) fn count_all_soon(&self) {
        lock(&self.calm).note_all();
    }

    /// Whose numbers are asked for now, at most so many.
    pub(super) fn to_be_counted(&self, most: usize) -> Vec<AccountId> {
        lock(&self.calm).batch(self.now_ms(), most, || self.counted())
    }

    /// Somebody has read what stands after this place in a conversation.
    pub(super) fn was_read(&self, conversation: ItemId, who: AccountId, after: i64) {
        lock(&self.read_on).note(conversation, who, after, self.now_ms());
    }

    /// The next conversation of which it is told now that others have read more, and from which place on.
    pub(super) fn next_read(&self) -> Option<(ItemId, Vec<(AccountId, i64)>)> {
        lock(&self.read_on).ripe(self.now_ms())
    }

    /// The next whose coming or going is told now.
    pub(super) fn ripe(&self) -> Option<(AccountId, bool)> {
        lock(&self.present).ripe(self.now_ms())
    }

    /// The line on which it is said that somebody writes; there is one who hears it.
    pub(super) fn typists(&self) -> Option<mpsc::Receiver<(AccountId, ItemId)>> {
        lock(&self.said).take()
    }

    /// A page of this person that was open is gone.
    pub(super) fn closed(&self, who: AccountId) {
        lock(&self.present).closed(who, self.now_ms(), spread_ms(who, SPREAD_MS));
    }

    /// May it be said once more that this person writes there? Asked for before anything is read.
    pub(super) fn may_say_typing(&self, who: AccountId, conversation: ItemId) -> bool {
        let now_ms = self.now_ms();
        let mut typing = lock(&self.typing);
        if typing.len() >= TYPING_MAX {
            typing.retain(|_, said_ms| *said_ms + TYPING_MS > now_ms);
        }
        let said = typing.get(&(who, conversation));
        if typing.len() >= TYPING_MAX || said.is_some_and(|said_ms| *said_ms + TYPING_MS > now_ms) {
            return false;
        }
        typing.insert((who, conversation), now_ms);
        true
    }

    /// This person writes there: the others who listen may be told.
    pub(super) fn say_typing(&self, who: AccountId, conversation: ItemId) {
        let _ = self.typists.try_send((who, conversation)); // so many write that one more is no news
    }

    /// Wakes those who listen to what changed; each reads for itself.
    pub(super) fn wake(&self, events: &[Event]) {
        let registry = lock(&self.registry);
        for event in events {
            for key in woken(event) {
                for seat in registry.of(&key) {
                    if stands_otherwise(event) { seat.looks_anew() } else { seat.push(Item::Event(*event)) }
                }
            }
            // A pause is said over each page, and who may write where follows from it.
            if matches!(event.topic, Topic::House(_)) {
                registry.of_the_house();
            }
            // Cases are closed by what is decided; of which it was the one, the pages of talk ask for themselves.
            if matches!(event.topic, Topic::Desk) {
                registry.of(&Key::Cases).iter().for_each(|seat| seat.looks_anew());
            }
        }
    }

    /// The house rules changed: whatever follows from them is looked at anew by the pages that show it.
    pub(in crate::web) fn rules_changed(&self) {
        lock(&self.registry).of_the_house();
    }

    /// All pages must see for themselves what came after this.
    pub(super) fn all_fall_behind(&self, newest: i64) {
        let registry = lock(&self.registry);
        registry.people.values().flatten().for_each(|seat| seat.falls_behind(newest));
    }

    /// Everybody who is told calmly.
    fn counted(&self) -> Vec<AccountId> {
        let registry = lock(&self.registry);
        let counted = |who: &&AccountId| registry.listening.contains_key(&Key::Chats(**who));
        registry.people.keys().filter(counted).copied().collect()
    }

    pub(super) fn seats_of(&self, people: &[AccountId]) -> Vec<Arc<Seat>> {
        let registry = lock(&self.registry);
        people.iter().flat_map(|who| registry.of(&Key::Chats(*who))).cloned().collect()
    }
}
