//! One request and its answer, as they go over the wire: nothing followed, nothing remembered.

use std::net::SocketAddr;
use ureq::http::{HeaderMap, Request};

/// A request that is about to be sent.
#[derive(Clone, Debug)]
pub struct Ask {
    pub method: &'static str,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Ask {
    /// A page to look at.
    pub fn get(path: &str) -> Ask {
        Ask { method: "GET", path: path.to_owned(), headers: Vec::new(), body: Vec::new() }
    }

    /// A form with these fields, as a browser sends one without files.
    pub fn post(path: &str, fields: &[(&str, &str)]) -> Ask {
        let body = fields.iter().map(|(name, text)| format!("{}={}", escaped(name), escaped(text)));
        let body = body.collect::<Vec<_>>().join("&").into_bytes();
        let ask = Ask { method: "POST", path: path.to_owned(), headers: Vec::new(), body };
        ask.with("Content-Type", "application/x-www-form-urlencoded")
    }

    /// The same with one more header.
    pub fn with(mut self, name: &str, value: &str) -> Ask {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// Text as it stands in an address or a form.
pub fn escaped(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The first value of a header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Follows nothing, takes every status as an answer. A connection a request: a box that refuses a form
/// without reading it ends the connection, and a request that follows on it would meet nobody.
pub fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    config.max_redirects_will_error(false).max_idle_connections(0).proxy(None).build().into()
}

/// Sends a request to a box and waits for the whole answer.
pub fn send(agent: &ureq::Agent, to: SocketAddr, ask: &Ask) -> Answer {
    let mut request = Request::builder().method(ask.method).uri(format!("http://{to}{}", ask.path));
    for (name, value) in &ask.headers {
        request = request.header(name, value);
    }
    let answered = match ask.method {
        "GET" => agent.run(request.body(()).unwrap()),
        _ => agent.run(request.body(ask.body.as_slice()).unwrap()),
    };
    let mut answer = answered.unwrap_or_else(|error| panic!("{} {}: {error}", ask.method, ask.path));
    let body = answer.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
    Answer { status: answer.status().as_u16(), headers: answer.headers().clone(), body }
}
