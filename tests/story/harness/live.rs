//! A page that stays open: its socket, and what comes over it.

use super::person::Person;
use futures_util::{SinkExt, StreamExt};
use std::time::Duration;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// After so long a story that waits for something has failed. Nothing waits for it to pass.
const PATIENCE: Duration = Duration::from_secs(40);

/// An open socket of a page.
pub struct Listener<'s> {
    socket: WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>,
    runtime: &'s tokio::runtime::Runtime,
    name: String,
}

impl<'s> Person<'s> {
    /// Leaves the page open that was opened last: it listens as its script does.
    pub fn listens(&self) -> Listener<'s> {
        let (topics, since) = self.look(|page| (page.meta("live-topics"), page.meta("live-since")));
        let topics: Vec<&str> = topics.split(' ').collect();
        // How far the page has come in conversations: what is said before its line stands is caught up from there.
        let marks = serde_json::from_str(&self.look(|page| page.meta("live-marks"))).unwrap_or_default();
        self.says_hello(&topics, since.parse().unwrap(), marks)
    }

    /// Listens to whatever they like, as a script of their own could.
    pub fn listens_to(&self, topics: &[&str], since: i64) -> Listener<'s> {
        self.says_hello(topics, since, serde_json::Map::new())
    }

    /// As [`Person::listens_to`], saying how far the page has come.
    pub fn listens_having(&self, topics: &[&str], since: i64, marks: serde_json::Value) -> Listener<'s> {
        self.says_hello(topics, since, marks.as_object().cloned().unwrap_or_default())
    }

    fn says_hello(
        &self,
        topics: &[&str],
        since: i64,
        marks: serde_json::Map<String, serde_json::Value>,
    ) -> Listener<'s> {
        let origin = format!("http://{}", self.site.address);
        let mut socket =
            self.connects(Some(&origin)).unwrap_or_else(|status| self.fails(&format!("is told {status}")));
        let hello = serde_json::json!({ "topics": topics, "since": since, "marks": marks }).to_string();
        self.site.runtime().block_on(socket.send(Message::text(hello))).unwrap();
        Listener { socket, runtime: self.site.runtime(), name: self.name.clone() }
    }

    /// Opens a socket; `Err` is the status with which that is refused.
    pub fn connects(
        &self,
        origin: Option<&str>,
    ) -> Result<WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>, u16> {
        let mut request = format!("ws://{}/live", self.site.address).into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("cookie", self.cookies().parse().unwrap());
        if let Some(origin) = origin {
            headers.insert("origin", origin.parse().unwrap());
        }
        match self.site.runtime().block_on(connect_async(request)) {
            Ok((socket, _)) => Ok(socket),
            Err(Error::Http(answer)) => Err(answer.status().as_u16()),
            Err(other) => panic!("{}: {other}", self.name),
        }
    }
}

impl Listener<'_> {
    /// What comes until something says this, that included; ends the story where the socket ends first.
    #[track_caller]
    pub fn hears(&mut self, text: &str) -> String {
        let mut heard = String::new();
        while !heard.contains(text) {
            match self.next() {
                Some(more) => heard.push_str(&more),
                None => panic!("{}'s page was let go before it heard “{text}”, after: {heard}", self.name),
            }
        }
        heard
    }

    /// As [`Listener::hears`], each message by itself.
    #[track_caller]
    pub fn hears_each(&mut self, text: &str) -> Vec<String> {
        let mut heard: Vec<String> = Vec::new();
        while heard.last().is_none_or(|last| !last.contains(text)) {
            match self.next() {
                Some(more) => heard.push(more),
                None => panic!("{}'s page was let go before it heard “{text}”, after: {heard:?}", self.name),
            }
        }
        heard
    }

    /// Its reader writes in the conversation of this topic.
    pub fn types(&mut self, topic: &str) {
        let said = serde_json::json!({ "typing": topic }).to_string();
        self.runtime.block_on(self.socket.send(Message::text(said))).unwrap();
    }

    /// The box lets the page go. Gives what came before.
    pub fn is_let_go(&mut self) -> String {
        let mut heard = String::new();
        while let Some(more) = self.next() {
            heard.push_str(&more);
        }
        heard
    }

    /// The box lets the page go, and says why by this number, if it does.
    pub fn is_let_go_as(&mut self) -> Option<u16> {
        let (runtime, socket) = (self.runtime, &mut self.socket);
        let closed = async {
            loop {
                match socket.next().await {
                    Some(Ok(Message::Close(why))) => return why.map(|why| why.code.into()),
                    Some(Ok(_)) => (),
                    Some(Err(_)) | None => return None,
                }
            }
        };
        let closed = runtime.block_on(async { tokio::time::timeout(PATIENCE, closed).await });
        closed.unwrap_or_else(|_| panic!("{}'s page is not let go", self.name))
    }

    /// The box lets the page go: what came before, and the number by which it says why, if it does.
    pub fn is_let_go_with(&mut self) -> (String, Option<u16>) {
        let (runtime, name, socket) = (self.runtime, &self.name, &mut self.socket);
        let closed = async {
            let mut heard = String::new();
            loop {
                match socket.next().await {
                    Some(Ok(Message::Close(why))) => return (heard, why.map(|why| why.code.into())),
                    Some(Ok(Message::Text(text))) => heard.push_str(&text),
                    Some(Ok(_)) => (),
                    Some(Err(_)) | None => return (heard, None),
                }
            }
        };
        let closed = runtime.block_on(async { tokio::time::timeout(PATIENCE, closed).await });
        closed.unwrap_or_else(|_| panic!("{name}'s page is not let go"))
    }

    #[track_caller]
    fn next(&mut self) -> Option<String> {
        let (runtime, name, socket) = (self.runtime, &self.name, &mut self.socket);
        let told = async {
            loop {
                match socket.next().await {
                    Some(Ok(Message::Text(text))) => {
                        let told: serde_json::Value = serde_json::from_str(&text).unwrap();
                        return Some(told["html"].as_str().unwrap_or("(refresh)").to_owned());
                    }
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                    Some(Ok(_)) => (), // asked whether it is there
                }
            }
        };
        let told = runtime.block_on(async { tokio::time::timeout(PATIENCE, told).await });
        match told {
            Ok(told) => told,
            Err(_) => panic!("{name}'s page hears nothing"),
        }
    }
}
