//! A conversation that stays open in somebody's browser, as its script keeps it: by id, in the order of places, over as
//! many connections as it takes.

use super::http::{self, Ask};
use super::page::{Page, words};
use super::person::Person;
use super::site::Site;
use futures_util::{SinkExt, StreamExt};
use scraper::{ElementRef, Html};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

const STREAMS: &str = "text/vnd.turbo-stream.html, text/html";

/// A message as it stands on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub place: i64,
    pub author: i64,
    pub words: String,
}

/// A conversation open in a browser. It outlives a restart of the box.
pub struct TalkPage {
    pub name: String,
    pub talk: i64,
    cookies: String,
    same_site: String,
    topics: Vec<String>,
    since: i64,
    marks: BTreeMap<String, i64>,
    /// What stands on it, by id.
    pub lines: BTreeMap<i64, Line>,
    /// Ids that came over the socket since this was emptied last, each as often as it came.
    pub came: Vec<i64>,
    /// How often it was told to fetch itself anew.
    pub refreshed: usize,
    socket: Option<WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>>,
}

impl TalkPage {
    /// They open the conversation; its page is not connected yet. Nothing where they may not.
    pub fn open(person: &Person<'_>, talk: i64) -> TalkPage {
        let path = format!("/chat/{talk}");
        person.opens(&path).is_told(200);
        let mut page = TalkPage {
            name: person.name.clone(),
            talk,
            cookies: person.cookies(),
            same_site: person.token(),
            topics: Vec::new(),
            since: 0,
            marks: BTreeMap::new(),
            lines: BTreeMap::new(),
            came: Vec::new(),
            refreshed: 0,
            socket: None,
        };
        person.look(|shown| page.shows(shown));
        page
    }

    fn shows(&mut self, page: &Page) {
        self.topics = page.meta("live-topics").split(' ').map(str::to_owned).collect();
        self.since = page.meta("live-since").parse().unwrap();
        self.marks = serde_json::from_str(&page.meta("live-marks")).unwrap_or_default();
        self.lines = lines(&Html::parse_document(&page.source)).collect();
    }

    /// What their browser would send with a form of this page.
    pub fn form(&self, site: &Site, path: &str, fields: &[(&str, &str)]) -> Ask {
        let mut all = vec![("same_site", self.same_site.as_str())];
        all.extend_from_slice(fields);
        let ask = Ask::post(path, &all).with("Cookie", &self.cookies).with("Accept", STREAMS);
        ask.with("Origin", &format!("http://{}", site.address))
    }

    /// Opens the same address in another tab: what is there now; nothing where it is not theirs to see.
    pub fn fresh(&self, site: &Site) -> Option<BTreeMap<i64, Line>> {
        let page = self.fetched(site)?;
        Some(lines(&Html::parse_document(&page.source)).collect())
    }

    fn fetched(&self, site: &Site) -> Option<Page> {
        let path = format!("/chat/{}", self.talk);
        let answer = site.ask(&Ask::get(&path).with("Cookie", &self.cookies));
        assert!([200, 404].contains(&answer.status), "{} is told {}", self.name, answer.status);
        (answer.status == 200).then(|| Page::read(&path, answer))
    }

    /// Fetches itself anew, as after a form that leads back to it, and connects again. False where it is gone.
    pub fn reloads(&mut self, site: &Site) -> bool {
        let Some(page) = self.fetched(site) else { return false };
        self.shows(&page);
        self.is_cut();
        self.connects(site);
        true
    }

    /// The connection ends without a word.
    pub fn is_cut(&mut self) {
        self.socket = None;
    }

    pub fn is_connected(&self) -> bool {
        self.socket.is_some()
    }

    /// Connects, and says how far it has come.
    pub fn connects(&mut self, site: &Site) {
        let mut request = format!("ws://{}/live", site.address).into_client_request().unwrap();
        request.headers_mut().insert("cookie", self.cookies.parse().unwrap());
        request.headers_mut().insert("origin", format!("http://{}", site.address).parse().unwrap());
        let hello = serde_json::json!({ "topics": self.topics, "since": self.since, "marks": self.marks })
            .to_string();
        let connected = async {
            let (mut socket, _) = connect_async(request).await.unwrap();
            socket.send(Message::text(hello)).await.unwrap();
            socket
        };
        self.socket = Some(site.runtime().block_on(connected));
    }

    /// Takes what comes until this holds; false where nothing comes for so long, or the box let the page go.
    pub fn takes_until(
        &mut self,
        site: &Site,
        patience: Duration,
        holds: impl Fn(&TalkPage) -> bool,
    ) -> bool {
        while !holds(self) {
            let Some(socket) = &mut self.socket else { return false };
            let next = async { tokio::time::timeout(patience, socket.next()).await };
            match site.runtime().block_on(next) {
                Ok(Some(Ok(Message::Text(text)))) => self.takes(site, &text),
                Ok(Some(Ok(Message::Close(_)) | Err(_)) | None) | Err(_) => return false,
                Ok(Some(Ok(_))) => (),
            }
        }
        true
    }

    fn takes(&mut self, site: &Site, told: &str) {
        let told: serde_json::Value = serde_json::from_str(told).unwrap();
        if let Some(seq) = told["seq"].as_i64() {
            self.since = self.since.max(seq);
        }
        if let (Some(topic), Some(mark)) = (told["topic"].as_str(), told["mark"].as_i64()) {
            self.marks.insert(topic.to_owned(), mark);
        }
        if let Some(html) = told["html"].as_str() {
            let came = self.applies(html);
            self.came.extend(came);
        }
        if told["refresh"].as_bool() == Some(true) {
            self.refreshed += 1;
            self.reloads(site);
        }
    }

    /// Applies stream elements as the script does. Gives the ids of messages that stand in them.
    pub fn applies(&mut self, html: &str) -> Vec<i64> {
        let document = Html::parse_fragment(html);
        for gone in elements(&document).filter(|each| each.value().attr("action") == Some("remove")) {
            if let Some(id) = gone.value().attr("target").and_then(id_of) {
                self.lines.remove(&id);
            }
        }
        let came: Vec<(i64, Line)> = lines(&document).collect();
        let ids = came.iter().map(|(id, _)| *id).collect();
        self.lines.extend(came);
        ids
    }
}

fn elements(document: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    document.tree.root().descendants().filter_map(ElementRef::wrap)
}

fn id_of(id: &str) -> Option<i64> {
    id.strip_prefix("message-")?.parse().ok()
}

/// The messages in a piece of page.
fn lines(document: &Html) -> impl Iterator<Item = (i64, Line)> {
    elements(document).filter_map(|element| {
        let value = element.value();
        let number = |name: &str| value.attr(name)?.parse().ok();
        let line =
            Line { place: number("data-place")?, author: number("data-author")?, words: words(*element) };
        Some((id_of(value.attr("id")?)?, line))
    })
}

/// Two requests at the same moment, from two connections.
pub fn at_once(site: &Site, asks: [Ask; 2]) -> [u16; 2] {
    let address = site.address;
    let sent = asks.map(|ask| std::thread::spawn(move || http::send(&http::agent(), address, &ask).status));
    sent.map(|sent| sent.join().unwrap())
}
