//! A lean browser for measuring: HTTP/1.1 with keep-alive, cookies and the token of our forms.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::ops::Range;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// One connection, kept open, with the cookies of one browser.
pub struct Client {
    address: SocketAddr,
    from: Ipv4Addr,
    stream: Option<TcpStream>,
    buffer: Vec<u8>,
    body: Range<usize>,
    whole: Vec<u8>,
    cookies: Vec<(String, String)>,
}

/// The head of an answer; its body is [`Client::body`] until the next request.
#[derive(Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub cookies: Vec<String>,
    /// Bytes on the wire, head and body.
    pub bytes: usize,
    closes: bool,
}

impl Answer {
    /// Did the server do what was asked: a page, or the way on after a form that was taken?
    pub fn is_well(&self) -> bool {
        matches!(self.status, 200..300) || (self.status == 303 && !self.location.starts_with("/sign-in"))
    }
}

impl Client {
    /// A browser that has no cookie yet.
    pub fn new(address: SocketAddr) -> Client {
        Client {
            address,
            from: if address.ip().is_loopback() { Ipv4Addr::LOCALHOST } else { Ipv4Addr::UNSPECIFIED },
            stream: None,
            buffer: Vec::with_capacity(256 * 1024),
            body: 0..0,
            whole: Vec::new(),
            cookies: Vec::new(),
        }
    }

    /// A browser that is signed in already; `number` tells browsers apart.
    pub fn signed_in(address: SocketAddr, number: usize, token: &str) -> Client {
        let mut client = Client::new(address);
        client.cookies = vec![("device".into(), format!("{number:032x}")), ("session".into(), token.into())];
        client
    }

    /// Keeps the address but forgets who it was: another person, with another session.
    pub fn becomes(&mut self, number: usize, token: &str) {
        self.cookies = vec![("device".into(), format!("{number:032x}")), ("session".into(), token.into())];
    }

    /// The body of the last answer, as it came (perhaps compressed).
    pub fn body(&self) -> &[u8] {
        if self.whole.is_empty() { &self.buffer[self.body.clone()] } else { &self.whole }
    }

    /// The bytes of a request, to be sent many times.
    pub fn request(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Vec<u8> {
        let mut cookies = String::new();
        for (name, value) in &self.cookies {
            cookies.push_str(if cookies.is_empty() { "Cookie: " } else { "; " });
            cookies.push_str(&format!("{name}={value}"));
        }
        if !cookies.is_empty() {
            cookies.push_str("\r\n");
        }
        let length =
            if method == "POST" { format!("Content-Length: {}\r\n", body.len()) } else { String::new() };
        let head =
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{cookies}{headers}{length}\r\n", self.address);
        let mut request = head.into_bytes();
        request.extend_from_slice(body);
        request
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> io::Result<Answer> {
        let request = self.request("GET", path, "", b"");
        self.send(&request).await
    }

    /// Sends a form without files.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        let body = url_encoded(fields);
        let request = self.request(
            "POST",
            path,
            "Content-Type: application/x-www-form-urlencoded\r\n",
            body.as_bytes(),
        );
        self.send(&request).await
    }

    /// Sends one request and reads its whole answer; cookies are kept.
    pub async fn send(&mut self, request: &[u8]) -> io::Result<Answer> {
        let answer = self.exchange(request).await;
        match &answer {
            Ok(answer) => {
                if answer.closes {
                    self.stream = None;
                }
                for cookie in &answer.cookies {
                    self.keep(cookie);
                }
            }
            Err(_) => self.stream = None,
        }
        answer
    }

    async fn exchange(&mut self, request: &[u8]) -> io::Result<Answer> {
        if self.stream.is_none() {
            let socket = TcpSocket::new_v4()?;
            socket.bind(SocketAddr::new(IpAddr::V4(self.from), 0))?;
            let stream = socket.connect(self.address).await?;
            stream.set_nodelay(true)?;
            self.stream = Some(stream);
        }
        let Some(stream) = &mut self.stream else { return Err(io::ErrorKind::NotConnected.into()) };
        stream.write_all(request).await?;
        self.buffer.clear();
        self.whole.clear();
        let head = loop {
            if let Some(head) = head(&self.buffer)? {
                break head;
            }
            more(stream, &mut self.buffer).await?;
        };
        let (mut answer, length) = head;
        let begin = answer.bytes;
        match length {
            Length::Known(length) => {
                while self.buffer.len() < begin + length {
                    more(stream, &mut self.buffer).await?;
                }
                self.body = begin..begin + length;
            }
            Length::Chunked => {
                let mut at = begin;
                loop {
                    match httparse::parse_chunk_size(&self.buffer[at..]) {
                        Ok(httparse::Status::Complete((used, size))) => {
                            let (from, to) = (at + used, at + used + size as usize);
                            while self.buffer.len() < to + 2 {
                                more(stream, &mut self.buffer).await?;
                            }
                            self.whole.extend_from_slice(&self.buffer[from..to]);
                            at = to + 2;
                            if size == 0 {
                                break;
                            }
                        }
                        Ok(httparse::Status::Partial) => more(stream, &mut self.buffer).await?,
                        Err(_) => return Err(io::ErrorKind::InvalidData.into()),
                    }
                }
                self.body = 0..0;
            }
        }
        answer.bytes = self.buffer.len();
        Ok(answer)
    }

    fn keep(&mut self, cookie: &str) {
        let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        self.cookies.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    /// The token that the forms of the last page carry.
    pub fn same_site(&self) -> Option<String> {
        let page = std::str::from_utf8(self.body()).ok()?;
        let after = page.split_once("name=\"same_site\" value=\"")?.1;
        Some(after.split_once('"')?.0.to_owned())
    }
}

enum Length {
    Known(usize),
    Chunked,
}

async fn more(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<()> {
    buffer.reserve(64 * 1024);
    match stream.read_buf(buffer).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(()),
    }
}

/// The head of an answer, once it is whole; its `bytes` are where the body begins.
fn head(bytes: &[u8]) -> io::Result<Option<(Answer, Length)>> {
    let mut headers = [httparse::EMPTY_HEADER; 48];
    let mut parsed = httparse::Response::new(&mut headers);
    let bad = |_| io::Error::from(io::ErrorKind::InvalidData);
    let httparse::Status::Complete(begin) = parsed.parse(bytes).map_err(bad)? else { return Ok(None) };
    let mut answer = Answer { status: parsed.code.unwrap_or(0), bytes: begin, ..Answer::default() };
    let mut length = Length::Known(0);
    for header in parsed.headers.iter() {
        let value = || String::from_utf8_lossy(header.value).into_owned();
        if header.name.eq_ignore_ascii_case("content-length") {
            length = Length::Known(value().parse().unwrap_or(0));
        } else if header.name.eq_ignore_ascii_case("transfer-encoding") {
            length = Length::Chunked;
        } else if header.name.eq_ignore_ascii_case("location") {
            answer.location = value();
        } else if header.name.eq_ignore_ascii_case("set-cookie") {
            answer.cookies.push(value());
        } else if header.name.eq_ignore_ascii_case("connection") {
            answer.closes = value().eq_ignore_ascii_case("close");
        }
    }
    Ok(Some((answer, length)))
}

fn url_encoded(fields: &[(&str, &str)]) -> String {
    let code = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    fields.iter().map(|(name, value)| format!("{name}={}", code(value))).collect::<Vec<_>>().join("&")
}

const BOUNDARY: &str = "courtyard-load-7d1f";

/// The header of a form with files.
pub fn files_type() -> String {
    format!("Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n")
}

/// A form with files, as a browser sends the composer.
pub fn with_files(fields: &[(&str, &str)], photos: &[&[u8]]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for photo in photos {
        let part = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"photo.jpg\"\r\n\
             Content-Type: image/jpeg\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(photo);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}
