//! The socket: who sees what changed, now. Events are ids; each is read as the one who listens.

use super::cookie::Cookies;
use super::{Floor, same_site};
use crate::base::{AccountId, Error, Event, ItemId, Kind, Result, Rules, Topic, limits};
use crate::db::{Snapshot, Viewer};
use crate::lang::Lang;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;

/// What a feature gets to know when it is asked for the fragment of an event.
pub struct Telling<'a> {
    /// The look, as the one who listens.
    pub look: &'a Snapshot<'a>,
    /// What changed.
    pub event: Event,
    /// What the page listens to: `post/7`, `stream/home`, `notices`, `desk`.
    pub topics: &'a HashSet<String>,
    /// The language of the page.
    pub lang: &'static Lang,
    /// The house rules.
    pub rules: &'a Rules,
}

/// Gives the stream elements for one event as this listener sees it; nothing where there is nothing to see.
pub type Teller = fn(&Telling<'_>) -> Result<Option<String>>;

/// May whoever looks listen to this topic? Every judge must say yes; one that does not know the topic does.
pub type Judge = fn(&Snapshot<'_>, &str) -> Result<bool>;

/// What the features bring to live pages.
#[derive(Default)]
pub struct Tellers {
    pub(super) tell: Vec<Teller>,
    pub(super) judge: Vec<Judge>,
}

impl Tellers {
    /// May whoever looks listen to this topic?
    fn let_listen(&self, look: &Snapshot<'_>, topic: &str) -> Result<bool> {
        for judge in &self.judge {
            if !judge(look, topic)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// How many live pages there are.
#[derive(Default)]
pub(super) struct Live {
    open: Mutex<HashMap<AccountId, usize>>,
}

/// Seconds between two looks at whether the session of a silent page still stands.
const CHECK_S: u64 = 20;
/// Seconds after which a page that takes nothing is let go.
const SLOW_S: u64 = 10;
/// Events that are told one by one; a page that missed more is told to refresh.
const TOLD_MAX: usize = 64;

/// `GET /live`: one socket a page.
pub async fn connect(
    State((floor, tellers)): State<(Arc<Floor>, Arc<Tellers>)>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Response {
    // A WebSocket is not bound by the same-origin rule, and cookies travel with it: `Origin` must be ours.
    if !headers.contains_key(header::ORIGIN) || !same_site::origin_holds(&headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let cookies = Cookies::of(&headers);
    let listener = match cookies.arrive(&floor.db, "").await {
        Ok((Some(session), viewer)) if !session.must_choose && !session.closing => (session, viewer),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let (session, viewer) = listener;
    let Ok(upgrade) = upgrade else { return StatusCode::NOT_FOUND.into_response() };
    let Some(place) = Place::take(&floor, session.account) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let lang = super::arrive::choose_language(Some(&session), &headers, &floor.rules());
    upgrade.max_message_size(16 * 1024).write_buffer_size(0).on_upgrade(move |socket| async move {
        let page =
            Page { floor: floor.clone(), cookies, viewer, lang, tellers, topics: HashSet::new(), told: 0 };
        page.serve(socket).await;
        drop(place);
    })
}

/// A place among the live pages, given back when the page is gone.
struct Place {
    floor: Arc<Floor>,
    account: AccountId,
}

impl Place {
    fn take(floor: &Arc<Floor>, account: AccountId) -> Option<Place> {
        let mut open = floor.live.open.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = open.values().sum();
        let own = open.entry(account).or_default();
        if all >= limits::LIVE_SOCKETS_MAX || *own >= limits::LIVE_SOCKETS_PER_PERSON {
            return None;
        }
        *own += 1;
        Some(Place { floor: floor.clone(), account })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.floor.live.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = open.get_mut(&self.account) {
            *own -= 1;
            if *own == 0 {
                open.remove(&self.account);
            }
        }
    }
}

/// What the page says when it opens: what it listens to, and the newest event it was made with.
#[derive(serde::Deserialize)]
struct Hello {
    topics: Vec<String>,
    since: i64,
}

struct Page {
    floor: Arc<Floor>,
    cookies: Cookies,
    viewer: Viewer,
    lang: &'static Lang,
    tellers: Arc<Tellers>,
    topics: HashSet<String>,
    told: i64,
}

/// Why a page is served no longer.
struct Gone;

impl Page {
    async fn serve(mut self, mut socket: WebSocket) {
        let mut line = self.floor.bus.listen();
        let mut check = tokio::time::interval(Duration::from_secs(CHECK_S));
        check.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            let step = tokio::select! {
                message = socket.recv() => match message {
                    Some(Ok(Message::Text(hello))) => self.begin(&mut socket, &hello).await,
                    Some(Ok(Message::Close(_)) | Err(_)) | None => Err(Gone),
                    Some(Ok(_)) => Ok(()),
                },
                event = line.recv() => match event {
                    Ok(event) => {
                        let mut events = vec![event];
                        while events.len() < TOLD_MAX && let Ok(next) = line.try_recv() { events.push(next); }
                        self.tell(&mut socket, &events).await
                    }
                    Err(RecvError::Lagged(_)) => self.refresh(&mut socket).await,
                    Err(RecvError::Closed) => Err(Gone),
                },
                _ = check.tick() => match self.session_stands().await {
                    true => send(&mut socket, Message::Ping(axum::body::Bytes::new())).await,
                    false => Err(Gone),
                },
            };
            if step.is_err() {
                let _ = send(&mut socket, Message::Close(None)).await;
                return;
            }
        }
    }

    async fn begin(&mut self, socket: &mut WebSocket, hello: &str) -> Result<(), Gone> {
        let hello: Hello = serde_json::from_str(hello).map_err(|_| Gone)?;
        let fits = |topic: &String| topic.len() <= 100;
        let asked: Vec<String> =
            hello.topics.into_iter().filter(fits).take(limits::LIVE_TOPICS_MAX).collect();
        self.told = hello.since;
        let tellers = &self.tellers;
        let heard = self.floor.db.read(&self.viewer, |look| {
            let mut heard = HashSet::with_capacity(asked.len());
            for topic in &asked {
                if tellers.let_listen(look, topic)? {
                    heard.insert(topic.clone());
                }
            }
            Ok(heard)
        });
        self.topics = heard.await.map_err(|error| log_and_go(&error))?;
        // A page that shows what its reader sees no longer; or one that asks for what was never theirs to see.
        // Both are told the same, and nothing of what they asked for.
        if asked.iter().any(|topic| !self.topics.contains(topic)) {
            return self.refresh(socket).await;
        }
        match self.floor.bus.since(hello.since) {
            Some(missed) if missed.len() <= TOLD_MAX => self.tell(socket, &missed).await,
            _ => self.refresh(socket).await,
        }
    }

    /// Reads each event as this viewer and sends what there is to see. One look for all of them.
    async fn tell(&mut self, socket: &mut WebSocket, events: &[Event]) -> Result<(), Gone> {
        let wanted: Vec<Event> = events.iter().filter(|event| self.wants(event)).copied().collect();
        if wanted.is_empty() {
            return Ok(());
        }
        if !self.session_stands().await {
            return Err(Gone);
        }
        let rules = self.floor.rules();
        let (topics, lang, tellers) = (&self.topics, self.lang, &self.tellers);
        let told = self.floor.db.read(&self.viewer, |look| {
            let (mut told, mut lost) = (Vec::new(), Vec::new());
            for event in wanted {
                let telling = Telling { look, event, topics, lang, rules: &rules };
                for teller in &tellers.tell {
                    if let Some(html) = teller(&telling)? {
                        told.push((event, html));
                    }
                }
                // Who was told that a post is gone hears nothing of it any more, not even that it changes.
                let topic = post_of(&event).map(|post| format!("post/{post}"));
                if let Some(topic) = topic.filter(|topic| topics.contains(topic))
                    && !tellers.let_listen(look, &topic)?
                {
                    lost.push(topic);
                }
            }
            Ok((told, lost))
        });
        let (told, lost) = told.await.map_err(|error| log_and_go(&error))?;
        self.topics.retain(|topic| !lost.contains(topic));
        for (event, html) in told {
            self.told = self.told.max(event.seq);
            let topic = self.listen_to_what_came(&event);
            let message = serde_json::json!({ "seq": event.seq, "html": html, "topic": topic }).to_string();
            send(socket, Message::Text(message.into())).await?;
        }
        Ok(())
    }

    /// A post that came is from now on one of those whose changes the page follows.
    fn listen_to_what_came(&mut self, event: &Event) -> Option<String> {
        let topic =
            event.item.filter(|_| event.topic == Topic::Streams).map(|post| format!("post/{post}"))?;
        if self.topics.len() < 2 * limits::LIVE_TOPICS_MAX {
            self.topics.insert(topic.clone());
        }
        Some(topic)
    }

    /// Tells the page to fetch itself anew: it missed more than can be told one by one.
    async fn refresh(&mut self, socket: &mut WebSocket) -> Result<(), Gone> {
        self.told = self.floor.bus.newest();
        let message = serde_json::json!({ "seq": self.told, "refresh": true }).to_string();
        send(socket, Message::Text(message.into())).await
    }

    /// Ids only are compared here: what the event is about is looked at later, as the viewer.
    fn wants(&self, event: &Event) -> bool {
        match event.topic {
            Topic::Post(id) | Topic::Poll(id) => self.topics.contains(&format!("post/{id}")),
            Topic::Photo(id) => self.topics.contains(&format!("photo/{id}")),
            Topic::Album(id) => self.topics.contains(&format!("album/{id}")),
            Topic::Reactions(id) => {
                self.topics.contains(&format!("post/{id}")) || self.topics.contains(&format!("photo/{id}"))
            }
            Topic::Streams => self.topics.iter().any(|topic| topic.starts_with("stream/")),
            // A notice may have come of it, to many at once; the tellers ask whether to this one.
            Topic::Board(kind) => {
                let board = board_of(kind);
                self.topics.iter().any(|topic| topic == "notices" || topic.starts_with(board))
            }
            Topic::Answers(event) => self.topics.contains(&format!("event/{event}")),
            Topic::Notices(account) => self.viewer.id() == Some(account) && self.topics.contains("notices"),
            Topic::Desk => self.topics.contains("desk"),
            Topic::Conversation(id) => self.topics.contains(&format!("chat/{id}")),
            Topic::Chats(account) => self.viewer.id() == Some(account) && self.topics.contains("chats"),
        }
    }

    /// The session is asked for anew, and with it what this viewer holds: a suspension or a duty
    /// taken away counts from this moment.
    async fn session_stands(&mut self) -> bool {
        match self.cookies.arrive(&self.floor.db, "").await {
            Ok((Some(_), viewer)) => {
                self.viewer = viewer;
                true
            }
            _ => false,
        }
    }
}

/// What pages listen to that show things of this kind, or how it begins.
fn board_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Announcement => "announcements",
        Kind::Event => "event",
        _ => "files/",
    }
}

/// The post that an event is about, where it is about one.
fn post_of(event: &Event) -> Option<ItemId> {
    match event.topic {
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
    }
}

async fn send(socket: &mut WebSocket, message: Message) -> Result<(), Gone> {
    match tokio::time::timeout(Duration::from_secs(SLOW_S), socket.send(message)).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(Gone),
    }
}

fn log_and_go(error: &Error) -> Gone {
    tracing::warn!(%error, "a live page could not be told");
    Gone
}
