//! One open page: what it says, what is read for it, and what is sent.

use super::crowd::{self, Words};
use super::seat::{Item, Place, Seat};
use super::topics::{Key, Topics, keys};
use super::{Tellers, Telling};
use crate::base::hours::Door;
use crate::base::{Error, Event, Rules, Topic, limits};
use crate::ui::{Banner, Now, banners_anew};
use crate::web::{Floor, closed};
use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use futures_util::SinkExt;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// Seconds between two looks at whether the session of a silent page still stands.
const CHECK_S: u64 = 20;
/// Seconds after which a page that takes nothing is let go.
const SLOW_S: u64 = 10;
/// Bytes of a topic that a page listens to.
const TOPIC_BYTES_MAX: usize = 100;
/// Says to a page that its place went to a newer one of the same person: it comes back when it is looked at.
const ELSEWHERE: u16 = 4001;
/// Says to a page that its hours of use are over: it does not come back by itself.
const SHUT: u16 = 4003;

/// What a page shows that does not say it: anything is new to it.
const NOT_SAID: i64 = -1;

/// What the page says when it opens: what it listens to, the newest event it was made with, and how far it has come
/// in topics that have marks. Later it says where its reader writes.
#[derive(serde::Deserialize)]
struct Said {
    #[serde(default)]
    topics: Option<Vec<String>>,
    #[serde(default)]
    since: i64,
    #[serde(default)]
    marks: HashMap<String, i64>,
    #[serde(default)]
    typing: Option<String>,
}

/// Why a page is served no longer.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Gone {
    /// Its session or its connection is over.
    Over,
    /// A newer page of the same person has its place.
    Elsewhere,
    /// Its hours of use are over.
    Shut,
}

pub(super) struct Page {
    pub(super) floor: Arc<Floor>,
    pub(super) seat: Arc<Seat>,
    pub(super) tellers: Arc<Tellers>,
    pub(super) topics: Topics,
    pub(super) marks: Vec<(Box<str>, i64)>,
    /// What it shows of how things stand, each by a number.
    pub(super) shown: Vec<(Box<str>, i64)>,
    /// Those whom it follows, and whether it shows that they are here.
    pub(super) here: Vec<crowd::Followed>,
    begun: bool,
    /// Its hours of use when it last looked, until when that holds, milliseconds since 1970, and what it says of it.
    hours: (Door, i64),
    said_of_hours: Vec<Banner>,
    _place: Place,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.floor.live.leave(&self.seat, self.topics.iter());
        if self.begun {
            self.floor.live.closed(self.seat.account);
        }
    }
}

impl Page {
    pub(super) fn new(place: Place, tellers: Arc<Tellers>) -> Page {
        let (floor, seat) = (place.floor.clone(), place.seat.clone());
        Page {
            floor,
            seat,
            tellers,
            topics: Topics::default(),
            marks: Vec::new(),
            shown: Vec::new(),
            here: Vec::new(),
            begun: false,
            hours: (Door::Free, 0),
            said_of_hours: Vec::new(),
            _place: place,
        }
    }

    pub(super) async fn serve(mut self, mut socket: WebSocket) {
        let every = Duration::from_secs(CHECK_S);
        let spread_ms = super::hub::spread_ms(self.seat.account, CHECK_S * 1_000);
        let first = Instant::now() + every / 2 + Duration::from_millis(spread_ms);
        let mut check = tokio::time::interval_at(first, every);
        check.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let seat = self.seat.clone();
        loop {
            // What is rare and large is kept apart, so that a page which only waits is small.
            let step = tokio::select! {
                message = socket.recv() => match message {
                    Some(Ok(Message::Text(said))) => Box::pin(self.hear(&mut socket, &said)).await,
                    Some(Ok(Message::Close(_)) | Err(_)) | None => Err(Gone::Over),
                    Some(Ok(_)) => Ok(()),
                },
                () = seat.wake.notified() => Box::pin(self.deliver(&mut socket)).await,
                _ = check.tick() => Box::pin(self.check(&mut socket)).await,
            };
            if let Err(gone) = step {
                let code = match gone {
                    Gone::Over => None,
                    Gone::Elsewhere => Some(ELSEWHERE),
                    Gone::Shut => Some(SHUT),
                };
                let why = code.map(|code| CloseFrame { code, reason: "".into() });
                let _ = Box::pin(send(&mut socket, vec![Message::Close(why)])).await;
                return;
            }
        }
    }

    async fn check(&mut self, socket: &mut WebSocket) -> Result<(), Gone> {
        self.stands(true).await?;
        self.keep_hours(socket).await?;
        send(socket, vec![Message::Ping(Bytes::new())]).await
    }

    /// Says what is new of the hours of use: that they end soon, and that they are over, which is the last thing it says. Each
    /// page looks at the clock for itself, so that none waits for another.
    async fn keep_hours(&mut self, socket: &mut WebSocket) -> Result<(), Gone> {
        let now_ms = self.floor.db.clock().now_ms();
        let door = self.seat.door(&self.floor);
        if door == self.hours.0 && now_ms < self.hours.1 {
            return Ok(());
        }
        let now = Now::new(now_ms, &self.floor.rules().time_zone);
        let said = closed::said(self.seat.lang, door, &now);
        self.hours = (door, closed::look_again_at(door, now_ms));
        if said != self.said_of_hours {
            let words = super::crowd::message(None, None, &banners_anew("hours", &said), None);
            send(socket, vec![Message::Text(words.into())]).await?;
            self.said_of_hours = said;
        }
        if door.is_shut() { Err(Gone::Shut) } else { Ok(()) }
    }

    async fn stands(&self, anew: bool) -> Result<(), Gone> {
        if self.seat.stands(&self.floor, anew).await { Ok(()) } else { Err(Gone::Over) }
    }

    async fn hear(&mut self, socket: &mut WebSocket, said: &str) -> Result<(), Gone> {
        let said: Said = serde_json::from_str(said).map_err(|_| Gone::Over)?;
        match (said.topics, said.typing) {
            (Some(topics), None) if !self.begun => {
                let messages = self.begin(topics, said.since, said.marks).await?;
                send(socket, messages).await
            }
            (None, Some(topic)) => self.types(&topic).await,
            _ => Err(Gone::Over), // no page of ours says this
        }
    }

    /// Listens first and looks then: what happens meanwhile may come twice, and is never lost.
    async fn begin(
        &mut self,
        asked: Vec<String>,
        since: i64,
        marks: HashMap<String, i64>,
    ) -> Result<Vec<Message>, Gone> {
        self.stands(false).await?;
        let fits = |topic: &String| topic.len() <= TOPIC_BYTES_MAX;
        let asked: Vec<String> = asked.into_iter().filter(fits).take(limits::LIVE_TOPICS_MAX).collect();
        let (tellers, viewer) = (self.tellers.clone(), self.seat.viewer());
        let heard = self.floor.db.read(&viewer, |look| {
            let mut heard = Vec::with_capacity(asked.len());
            for topic in &asked {
                if tellers.let_listen(look, topic)? {
                    heard.push(topic.clone());
                }
            }
            let mut hides = false;
            for hidden in &tellers.hides {
                hides |= hidden(look)?;
            }
            Ok((heard, hides))
        });
        let (heard, hides) = heard.await.map_err(|error| log_and_go(&error))?;
        self.topics = Topics::of(heard);
        let marked = |topic: &str| tellers.catcher(topic).and(marks.get(topic).copied());
        self.marks = self.topics.iter().filter_map(|topic| Some((topic.into(), marked(topic)?))).collect();
        let standing =
            |topic: &str| tellers.stander(topic).map(|_| marks.get(topic).copied().unwrap_or(NOT_SAID));
        self.shown = self.topics.iter().filter_map(|topic| Some((topic.into(), standing(topic)?))).collect();
        let follows = |topic: &str| {
            let who = super::catch::person(topic)?;
            Some((topic.into(), who, marks.get(topic) == Some(&1)))
        };
        self.here = self.topics.iter().filter_map(follows).collect();
        if let Some(shown) = marks.get("chats") {
            self.seat.shows(*shown);
        }
        self.begun = true;
        let hub = &self.floor.live;
        hub.listen(&self.seat, self.topics.iter());
        hub.opened(self.seat.account, hides, &self.topics);
        // A page that shows what its reader sees no longer, or asks for what was never theirs to see. Both are told the same:
        // nothing of that, and at once how all else stands. At the next look it would say that somebody just did something.
        if asked.iter().any(|topic| !self.topics.contains(topic)) {
            let stands = self.as_it_stands().await?;
            return Ok(std::iter::once(self.refresh()).chain(stands).collect());
        }
        self.caught_up(since).await
    }

    /// Its reader writes in a conversation: the others may be told, now and then.
    async fn types(&mut self, topic: &str) -> Result<(), Gone> {
        let Some(Key::Conversation(conversation)) = keys(topic, self.seat.account).next() else {
            return Ok(());
        };
        let hub = &self.floor.live;
        if !self.topics.contains(topic) || !hub.may_say_typing(self.seat.account, conversation) {
            return Ok(());
        }
        self.stands(false).await?;
        let (tellers, viewer) = (&self.tellers, self.seat.viewer());
        let listens = self.floor.db.read(&viewer, |look| tellers.let_listen(look, topic));
        if listens.await.map_err(|error| log_and_go(&error))? {
            hub.say_typing(self.seat.account, conversation);
        }
        Ok(())
    }

    /// Sends what waits: what was read for many as it is, what changed as this viewer sees it.
    async fn deliver(&mut self, socket: &mut WebSocket) -> Result<(), Gone> {
        let taken = self.seat.take();
        if taken.let_go {
            return Err(Gone::Elsewhere);
        }
        self.stands(false).await?;
        self.keep_hours(socket).await?;
        if let Some(since) = taken.behind {
            let messages = self.caught_up(since).await?;
            if self.topics.contains("chats") {
                // What was to be shown may have been among what was dropped.
                self.seat.forgets_shown();
                self.floor.live.count_soon(self.seat.account);
            }
            return send(socket, messages).await;
        }
        let (mut messages, mut events) = (Vec::new(), Vec::new());
        for item in taken.items {
            match item {
                Item::Event(event) => events.push(event),
                // Read for whoever held other duties than this viewer does now.
                Item::Words(words, duties) if duties != self.seat.duties() => {
                    self.seat.falls_behind(words.before)
                }
                Item::Words(words, _) => {
                    messages.extend(self.read(&std::mem::take(&mut events)).await?);
                    messages.extend(self.news_of(&words).await?);
                }
            }
        }
        messages.extend(self.read(&events).await?);
        if taken.anew {
            messages.extend(self.as_it_stands().await?);
            messages.extend(self.people_here().await?);
        }
        send(socket, messages).await
    }

    /// What of these words the page does not have yet. What it caught up may have been on its way to it at the same time:
    /// then it is not sent twice, and where only some of it was, the page is told exactly the rest.
    async fn news_of(&mut self, words: &Words) -> Result<Vec<Message>, Gone> {
        if self.shows_here(&words.topic, words.mark == Some(1)) == Some(false) {
            return Ok(Vec::new()); // that somebody went who was never shown as here
        }
        if let (Some(has), Some(mark), Some(first)) = (self.mark(&words.topic), words.mark, words.first)
            && first <= has
        {
            if mark <= has {
                return Ok(Vec::new());
            }
            return Ok(self.after_marks().await?.unwrap_or_else(|| vec![self.refresh()]));
        }
        self.has_come_to(&words.topic, words.mark);
        Ok(vec![Message::Text(words.text.clone())])
    }

    /// Reads each event as this viewer: what there is to see. One look for all of them.
    pub(super) async fn read(&mut self, events: &[Event]) -> Result<Vec<Message>, Gone> {
        if events.is_empty() {
            return Ok(Vec::new());
        }
        let rules = self.floor.rules();
        let (topics, lang, tellers) = (&self.topics, self.seat.lang, &self.tellers);
        let (viewer, only_reads) = (self.seat.viewer(), self.seat.only_reads());
        let told = self.floor.db.read(&viewer, |look| {
            // What is in memory may be a moment older than what woke the page.
            let of_house = events.iter().any(|event| matches!(event.topic, Topic::House(_)));
            let frozen = if of_house { look.is_frozen()? } else { rules.frozen };
            let rules = Rules { frozen, ..(*rules).clone() }.offered_to(viewer.role(), look.own_level()?);
            let (mut told, mut lost) = (Vec::new(), Vec::new());
            let strangers = look.has_strangers()?;
            for event in events {
                // What stands still for all is the house's, whoever of staff said so.
                let of_house = matches!(event.topic, Topic::House(_));
                if strangers && !of_house && look.is_of_stranger(event)? {
                    continue;
                }
                let telling = Telling { look, event: *event, topics, lang, rules: &rules, only_reads };
                for teller in &tellers.tell {
                    if let Some(html) = teller(&telling)? {
                        told.push((*event, html));
                    }
                }
                // Who was told that a post is gone hears nothing of it any more, not even that it changes.
                let topic = event.post().map(|post| format!("post/{post}"));
                if let Some(topic) = topic.filter(|topic| topics.contains(topic))
                    && !tellers.let_listen(look, &topic)?
                {
                    lost.push(topic);
                }
            }
            Ok((told, lost))
        });
        let (told, lost) = told.await.map_err(|error| log_and_go(&error))?;
        for topic in lost {
            self.floor.live.leave(&self.seat, [topic.as_str()]);
            self.topics.remove(&topic);
        }
        let messages = told.into_iter().map(|(event, html)| {
            let topic = self.listen_to_what_came(&event);
            Message::Text(super::crowd::message(Some(event.seq), topic.as_deref(), &html, None).into())
        });
        Ok(messages.collect())
    }

    /// A post that came is from now on one of those whose changes the page follows.
    fn listen_to_what_came(&mut self, event: &Event) -> Option<String> {
        let topic =
            event.item.filter(|_| event.topic == Topic::Streams).map(|post| format!("post/{post}"))?;
        if self.topics.len() < 2 * limits::LIVE_TOPICS_MAX {
            self.topics.insert(&topic);
            self.floor.live.listen(&self.seat, [topic.as_str()]);
        }
        Some(topic)
    }

    /// How far the page has come in this topic, where it has a mark.
    pub(super) fn mark(&self, topic: &str) -> Option<i64> {
        self.marks.iter().find(|(known, _)| **known == *topic).map(|(_, mark)| *mark)
    }

    pub(super) fn has_come_to(&mut self, topic: &str, mark: Option<i64>) {
        let known = self.marks.iter_mut().find(|(known, _)| **known == *topic);
        if let (Some((_, known)), Some(mark)) = (known, mark) {
            *known = mark.max(*known);
        }
    }

    /// Tells the page to fetch itself anew: it missed more than can be told one by one.
    pub(super) fn refresh(&self) -> Message {
        let message = serde_json::json!({ "seq": self.floor.bus.newest(), "refresh": true });
        Message::Text(message.to_string().into())
    }
}

/// Sends all of it, where there is anything, with as few calls as it takes.
async fn send(socket: &mut WebSocket, messages: Vec<Message>) -> Result<(), Gone> {
    if messages.is_empty() {
        return Ok(());
    }
    let sent = async {
        for message in messages {
            socket.feed(message).await?;
        }
        socket.flush().await
    };
    match tokio::time::timeout(Duration::from_secs(SLOW_S), sent).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(Gone::Over),
    }
}

pub(super) fn log_and_go(error: &Error) -> Gone {
    tracing::warn!(%error, "a live page could not be told");
    Gone::Over
}
