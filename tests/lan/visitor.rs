//! Somebody at another machine of the network with a plain browser: one name, its cookies, its forms.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::network::Machine;
use crate::pod::PORT;
use crate::program::DEADLINE;

/// A browser that asks the machine at one address under one name.
pub struct Visitor<'a> {
    machine: &'a Machine,
    to: SocketAddr,
    host: String,
    cookies: BTreeMap<String, String>,
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Head and body as text.
    pub text: String,
}

impl<'a> Visitor<'a> {
    /// Sits at `machine`, and has found that `name` is at `address`.
    pub fn at(machine: &'a Machine, name: &str, address: &str) -> Self {
        let address: IpAddr = address.parse().expect("an address without a zone");
        let (to, host) = (SocketAddr::new(address, PORT), format!("{name}:{PORT}"));
        Self { machine, to, host, cookies: BTreeMap::new() }
    }

    /// The same with a session that stands already.
    pub fn signed_in(mut self, token: &str) -> Self {
        self.cookies.insert("session".to_owned(), token.to_owned());
        self
    }

    /// Opens a page; goes nowhere by itself.
    pub fn opens(&mut self, path: &str) -> Answer {
        self.sends(&format!("GET {path} HTTP/1.1\r\n"), "")
    }

    /// Opens the page of a form, fills in these fields and sends it; the box must take it.
    pub fn fills_in(&mut self, path: &str, fields: &[(&str, &str)]) {
        let page = self.opens(path).text;
        let token = page.split_once("name=\"same_site\" value=\"").expect("a form").1.split('"').next();
        let token = ("same_site", token.expect("a token"));
        let all = fields.iter().chain([&token]);
        let pairs = all.map(|(name, text)| format!("{name}={}", utf8_percent_encode(text, NON_ALPHANUMERIC)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let head = format!(
            "POST {path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
            body.len()
        );
        let answer = self.sends(&head, &body);
        assert_eq!(answer.status, 303, "{path}: {}", answer.text);
    }

    fn sends(&mut self, head: &str, body: &str) -> Answer {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
        let (host, cookies) = (&self.host, cookies.join("; "));
        let asked = format!("{head}Host: {host}\r\nCookie: {cookies}\r\nConnection: close\r\n\r\n{body}");
        let text = self.machine.inside(|| talk(self.to, &asked));
        for line in text.lines().take_while(|line| !line.is_empty()) {
            let set = line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
            let pair = set.and_then(|(_, cookie)| cookie.split(';').next()?.split_once('='));
            if let Some((name, value)) = pair {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, text }
    }
}

fn talk(to: SocketAddr, asked: &str) -> String {
    let mut stream = TcpStream::connect_timeout(&to, DEADLINE)
        .unwrap_or_else(|problem| unreachable!("{to} does not answer: {problem}"));
    stream.set_read_timeout(Some(DEADLINE)).expect("a time limit");
    stream.write_all(asked.as_bytes()).expect("a question sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}
