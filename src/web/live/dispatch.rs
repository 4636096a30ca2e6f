//! The two tasks that tell: one hears the bus, the other what is told calmly. Neither waits for a page.

use super::Tellers;
use super::crowd::{self, Asked, Crowd, Told};
use super::hub::Hub;
use super::seat::{Item, Seat};
use crate::base::{AccountId, Event, ItemId, Result, Topic};
use crate::db::Viewer;
use crate::web::Floor;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::sync::mpsc;
use tokio::time::MissedTickBehavior;

/// Events that are told together, where so many have come meanwhile, but for the last commit among them. What is told
/// together is one message to each page, and each page that is slow to take it holds a copy.
const TOLD_TOGETHER: usize = 16;
/// Milliseconds between two looks at what is told calmly, and at who came and went.
const TICK_MS: u64 = 50;
/// People whose numbers are asked for in one such look, and in one look at the database.
const COUNTED_MAX: usize = 256;
const COUNTED_AT_ONCE: usize = 16;
/// Pages that are told in one such look who came and went, about; and pages that are told who has read what.
const PRESENCE_TOLD_MAX: usize = 128;
const READ_TOLD_MAX: usize = 128;

/// Begins to hear what happens; the first to call it on a floor is the one. Both tasks end with the floor.
pub(super) fn start(floor: &Arc<Floor>, tellers: &Arc<Tellers>) {
    let Some(typists) = floor.live.typists() else { return };
    let (line, newest) = (floor.bus.listen(), floor.bus.newest());
    let dispatcher = Dispatcher { floor: Arc::downgrade(floor), tellers: tellers.clone(), newest };
    tokio::spawn(dispatcher.work(line));
    let calmly = Calmly { floor: Arc::downgrade(floor), tellers: tellers.clone() };
    tokio::spawn(calmly.work(typists));
}

/// The one who hears the bus.
struct Dispatcher {
    floor: Weak<Floor>,
    tellers: Arc<Tellers>,
    newest: i64,
}

impl Dispatcher {
    async fn work(mut self, mut line: broadcast::Receiver<Arc<[Event]>>) {
        loop {
            let commit = line.recv().await;
            let Some(floor) = self.floor.upgrade() else { return };
            match commit {
                Ok(commit) => {
                    let mut events = commit.to_vec();
                    while events.len() < TOLD_TOGETHER
                        && let Ok(next) = line.try_recv()
                    {
                        events.extend_from_slice(&next);
                    }
                    for events in events.chunks(TOLD_TOGETHER) {
                        self.tell(&floor, events).await;
                    }
                }
                Err(RecvError::Lagged(_)) => {
                    floor.live.all_fall_behind(self.newest);
                    floor.live.count_all_soon();
                }
                Err(RecvError::Closed) => return,
            }
        }
    }

    async fn tell(&mut self, floor: &Floor, events: &[Event]) {
        let hub = &floor.live;
        hub.wake(events);
        let mut talk: Vec<(ItemId, Vec<Event>)> = Vec::new();
        for event in events {
            match event.topic {
                Topic::Conversation(id) => match talk.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, said)) => said.push(*event),
                    None => talk.push((id, vec![*event])),
                },
                Topic::Chats(who) => hub.count_soon(who),
                Topic::Read(id) => hub.was_read(id, event.by, event.mark),
                _ => (),
            }
        }
        for (conversation, said) in talk {
            hub.count_talk_soon(conversation);
            let topic = format!("chat/{conversation}");
            for teller in &self.tellers.crowd {
                tell(floor, Asked { topic: &topic, events: &said }, hub.listening_to(&topic), teller).await;
            }
            // Who is in it may have changed: whoever was told that they are out hears nothing of it any more.
            if said.iter().any(|event| event.item.is_none()) {
                let seats = hub.listening_to(&topic);
                for seat in crowd::lost(floor, &self.tellers, &topic, &seats).await {
                    hub.leave(&seat, [topic.as_str()]);
                }
            }
        }
        self.newest = events.last().map_or(self.newest, |event| event.seq);
    }
}

/// Asks once for all of these pages, and puts what is told into their queues.
async fn tell(
    floor: &Floor,
    asked: Asked<'_>,
    seats: Vec<Arc<Seat>>,
    teller: impl Fn(&Crowd<'_>) -> Result<Vec<Option<Told>>>,
) {
    for (seat, duties, words) in crowd::ask(floor, &asked, seats, teller).await {
        seat.push(Item::Words(words, duties));
    }
}

/// The one who tells what can wait: that somebody writes, who is here, who has read what, and what is counted.
struct Calmly {
    floor: Weak<Floor>,
    tellers: Arc<Tellers>,
}

impl Calmly {
    async fn work(self, mut typists: mpsc::Receiver<(AccountId, ItemId)>) {
        let mut tick = tokio::time::interval(Duration::from_millis(TICK_MS));
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                typing = typists.recv() => {
                    let (Some(floor), Some((typist, conversation))) = (self.floor.upgrade(), typing) else { return };
                    self.tell_typing(&floor, typist, conversation).await;
                }
                _ = tick.tick() => {
                    let Some(floor) = self.floor.upgrade() else { return };
                    self.tell_who_is_here(&floor, &floor.live).await;
                    self.tell_who_read(&floor, &floor.live).await;
                    self.tell_counted(&floor, &floor.live).await;
                }
            }
        }
    }

    async fn tell_typing(&self, floor: &Floor, typist: AccountId, conversation: ItemId) {
        let topic = format!("chat/{conversation}");
        for teller in &self.tellers.typing {
            let mut seats = floor.live.listening_to(&topic);
            seats.retain(|seat| seat.account != typist);
            tell(floor, Asked { topic: &topic, events: &[] }, seats, |crowd| teller(crowd, typist)).await;
        }
    }

    /// Tells who came and who went, as many as fit into one look.
    async fn tell_who_is_here(&self, floor: &Floor, hub: &Hub) {
        let mut told = 0;
        while told < PRESENCE_TOLD_MAX {
            let Some((who, is_here)) = hub.ripe() else { return };
            let topic = format!("presence/{who}");
            let seats = hub.listening_to(&topic);
            told += 1 + seats.len();
            for teller in &self.tellers.presence {
                let asked = Asked { topic: &topic, events: &[] };
                tell(floor, asked, seats.clone(), |crowd| teller(crowd, who, is_here)).await;
            }
        }
    }

    /// Tells those who wrote in a conversation who has read it.
    async fn tell_who_read(&self, floor: &Floor, hub: &Hub) {
        let mut told = 0;
        while told < READ_TOLD_MAX {
            let Some((conversation, readers)) = hub.next_read() else { return };
            let topic = format!("chat/{conversation}");
            let seats = hub.listening_to(&topic);
            told += 1 + seats.len();
            for teller in &self.tellers.read {
                let asked = Asked { topic: &topic, events: &[] };
                tell(floor, asked, seats.clone(), |crowd| teller(crowd, &readers)).await;
            }
        }
    }

    /// Tells those whose numbers may have changed, where the page shows another one.
    async fn tell_counted(&self, floor: &Floor, hub: &Hub) {
        self.find_concerned(floor, hub).await;
        let people = hub.to_be_counted(COUNTED_MAX);
        for people in people.chunks(COUNTED_AT_ONCE) {
            for teller in &self.tellers.tally {
                let asked = Asked { topic: "chats", events: &[] };
                for (seat, duties, words) in crowd::ask(floor, &asked, hub.seats_of(people), teller).await {
                    if seat.shows(words.content) {
                        seat.push(Item::Words(words, duties));
                    }
                }
            }
        }
    }

    /// Notes whoever is in a conversation in which something happened.
    async fn find_concerned(&self, floor: &Floor, hub: &Hub) {
        let talks = hub.talks_to_be_counted();
        if talks.is_empty() {
            return;
        }
        for concerned in &self.tellers.concerned {
            match floor.db.read(&Viewer::the_box(), |look| concerned(look, &talks)).await {
                Ok(people) => people.into_iter().for_each(|who| hub.count_soon(who)),
                Err(error) => {
                    tracing::warn!(%error, "who is in a conversation could not be asked");
                    hub.count_all_soon();
                }
            }
        }
    }
}
