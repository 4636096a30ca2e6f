//! One open page of a conversation: what comes to it, each message counted, over as many connections as it takes.

use super::rooms::{Rooms, which};
use super::socket::Socket;
use crate::client::Client;
use memchr::memmem;
use std::cell::{Cell, RefCell};
use std::io;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::sync::Notify;

/// Begins each message, in the words of the socket.
const MESSAGE_TOLD: &[u8] = b"id=\\\"message-";
/// Begins each message on a page.
const MESSAGE_SHOWN: &[u8] = b"id=\"message-";
const BEGINNING: &[u8] = b"zq";
/// What a page says of how far it has come stands behind what it is to show.
const TAIL_BYTES: usize = 160;

/// Who a page belongs to, and where it looks.
pub struct Whose {
    pub pod: SocketAddr,
    pub number: usize,
    pub token: String,
    pub room: usize,
    pub conversation: i64,
}

/// One open page.
pub struct Ear {
    pub whose: Whose,
    /// The token of the form on its page.
    pub same_site: String,
    topics: Vec<String>,
    rooms: Rc<RefCell<Rooms>>,
    since: Cell<i64>,
    mark: Cell<Option<i64>>,
    /// How often each message came, by its number.
    pub heard: RefCell<Vec<u8>>,
    refreshes: Cell<bool>,
    pub refreshed: Cell<usize>,
    pub connected: Cell<bool>,
    cut: Notify,
}

impl Ear {
    /// Opens the page of the conversation; no socket yet.
    pub async fn open(whose: Whose, rooms: Rc<RefCell<Rooms>>) -> io::Result<Ear> {
        let mut client = Client::signed_in(whose.pod, whose.number, &whose.token);
        let path = format!("/chat/{}", whose.conversation);
        let status = client.get(&path).await?.status;
        if status != 200 {
            return Err(io::Error::other(format!("{path} of {}: {status}", whose.number)));
        }
        let page = String::from_utf8_lossy(client.body()).into_owned();
        let topic = format!("chat/{}", whose.conversation);
        let topics: Vec<String> = meta(&page, "live-topics").split(' ').map(str::to_owned).collect();
        if !topics.contains(&topic) {
            return Err(io::Error::other(format!("the page of {topic} listens to {topics:?}")));
        }
        let marks: serde_json::Value = serde_json::from_str(&meta(&page, "live-marks")).unwrap_or_default();
        Ok(Ear {
            same_site: client.same_site().ok_or_else(|| io::Error::other("a form without a token"))?,
            since: Cell::new(meta(&page, "live-since").parse().unwrap_or(0)),
            mark: Cell::new(marks[&topic].as_i64()),
            whose,
            topics,
            rooms,
            heard: RefCell::default(),
            refreshes: Cell::new(false),
            refreshed: Cell::new(0),
            connected: Cell::new(false),
            cut: Notify::new(),
        })
    }

    fn topic(&self) -> String {
        format!("chat/{}", self.whose.conversation)
    }

    /// A socket of this page as it stands.
    pub async fn connect(&self) -> io::Result<Socket> {
        let client = Client::signed_in(self.whose.pod, self.whose.number, &self.whose.token);
        let headers = format!(
            "Origin: http://{}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: Y291cnR5YXJkIGxvYWRzIQ==\r\n",
            self.whose.pod
        );
        let mut marks = serde_json::Map::new();
        self.mark.get().map(|mark| marks.insert(self.topic(), mark.into()));
        let hello = serde_json::json!({ "topics": self.topics, "since": self.since.get(), "marks": marks });
        Socket::open(self.whose.pod, &client.request("GET", "/live", &headers, b""), &hello.to_string()).await
    }

    /// The connection ends without a word, as where a cable is drawn; it is made anew at once.
    pub fn is_cut(&self) {
        self.cut.notify_one();
    }

    /// Listens for ever, and comes back after each end.
    pub async fn listens(self: Rc<Ear>) {
        loop {
            match self.connect().await {
                Ok(socket) => self.while_open(socket).await,
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
            self.connected.set(false);
        }
    }

    async fn while_open(&self, mut socket: Socket) {
        self.connected.set(true);
        loop {
            let well = tokio::select! {
                biased;
                heard = socket.hear(|text| self.hear(text)) => heard.is_ok(),
                () = self.cut.notified() => false,
            };
            if self.refreshes.take() {
                // As the script does: the page, and then a socket of its own.
                while self.refresh().await.is_err() {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                return;
            }
            if !well {
                return;
            }
        }
    }

    fn hear(&self, text: &[u8]) {
        let now = Instant::now();
        let mut rooms = self.rooms.borrow_mut();
        let rooms = &mut *rooms;
        each(text, MESSAGE_TOLD, |room, number| {
            if room != self.whose.room {
                return;
            }
            rooms.heard += 1;
            self.count(number);
            if let (Some(tally), Some(sent)) = (&mut rooms.tally, rooms.rooms[room].sent.get(number)) {
                tally.took(now.duration_since(*sent));
            }
        });
        let tail = &text[text.len().saturating_sub(TAIL_BYTES)..];
        if let Some(seq) = number_after(tail, b"\"seq\":") {
            self.since.set(self.since.get().max(seq));
        }
        if let Some(mark) = number_after(tail, b"\"mark\":")
            && memmem::find(tail, format!("\"topic\":\"{}\"", self.topic()).as_bytes()).is_some()
        {
            self.mark.set(self.mark.get().max(Some(mark)));
        }
        if memmem::find(tail, b"\"refresh\":true").is_some() {
            self.refreshes.set(true);
        }
    }

    fn count(&self, number: usize) {
        let mut heard = self.heard.borrow_mut();
        if heard.len() <= number {
            heard.resize(number + 1, 0);
        }
        heard[number] = heard[number].saturating_add(1);
    }

    /// Fetches the page anew, as its script does: it shows what is on it, once.
    async fn refresh(&self) -> io::Result<()> {
        self.refreshed.set(self.refreshed.get() + 1);
        let mut client = Client::signed_in(self.whose.pod, self.whose.number, &self.whose.token);
        client.get(&format!("/chat/{}", self.whose.conversation)).await?;
        let page = String::from_utf8_lossy(client.body()).into_owned();
        let marks: serde_json::Value = serde_json::from_str(&meta(&page, "live-marks")).unwrap_or_default();
        self.since.set(self.since.get().max(meta(&page, "live-since").parse().unwrap_or(0)));
        self.mark.set(self.mark.get().max(marks[&self.topic()].as_i64()));
        each(page.as_bytes(), MESSAGE_SHOWN, |room, number| {
            if room == self.whose.room && self.heard.borrow().get(number).is_none_or(|heard| *heard == 0) {
                self.count(number);
                self.rooms.borrow_mut().heard += 1;
            }
        });
        Ok(())
    }
}

/// Each message that begins with this anchor.
fn each(text: &[u8], anchor: &[u8], mut found: impl FnMut(usize, usize)) {
    let mut places = memmem::find_iter(text, anchor).peekable();
    while let Some(place) = places.next() {
        let end = places.peek().copied().unwrap_or(text.len());
        let mut tokens = memmem::find_iter(&text[place..end], BEGINNING);
        if let Some((room, number)) = tokens.find_map(|at| which(&text[place + at..end])) {
            found(room, number);
        }
    }
}

fn number_after(text: &[u8], key: &[u8]) -> Option<i64> {
    let from = memmem::rfind(text, key)? + key.len();
    let digits = text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&text[from..from + digits]).ok()?.parse().ok()
}

fn meta(page: &str, name: &str) -> String {
    let found = page.split_once(&format!("<meta name=\"{name}\" content=\""));
    let content = found.and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
    content.replace("&quot;", "\"").replace("&amp;", "&")
}
