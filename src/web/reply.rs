//! What a handler answers with: a page, a way on, a file.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::io::Write;

/// An HTTP answer. Handlers get theirs from a `Visit`.
pub struct Reply(pub(super) Response);

/// Bytes below which compressing a page saves no packet.
const WORTH_COMPRESSING: usize = 1_200;

impl Reply {
    /// A page or fragment of HTML, compressed where the browser takes it.
    pub fn html(status: StatusCode, html: String, asked: &HeaderMap) -> Reply {
        let zipped = (html.len() > WORTH_COMPRESSING && takes_gzip(asked)).then(|| gzip(html.as_bytes())).flatten();
        let mut answer = match zipped {
            Some(bytes) => {
                let mut answer = Response::new(Body::from(bytes));
                answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                answer
            }
            None => Response::new(Body::from(html)),
        };
        *answer.status_mut() = status;
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        Reply(answer)
    }

    /// On to another page of ours, by GET.
    pub fn see_other(to: &str) -> Reply {
        let mut answer = StatusCode::SEE_OTHER.into_response();
        if let Ok(to) = HeaderValue::from_str(to) {
            answer.headers_mut().insert(header::LOCATION, to);
        }
        Reply(answer)
    }

    /// Any other answer: files, JSON.
    pub fn other(answer: impl IntoResponse) -> Reply {
        Reply(answer.into_response())
    }

    /// The same answer with one more header.
    pub fn with(mut self, name: header::HeaderName, value: HeaderValue) -> Reply {
        self.0.headers_mut().append(name, value);
        self
    }
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';');
        parts.next().is_some_and(|name| name.trim().eq_ignore_ascii_case("gzip"))
            && !parts.any(|weight| matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    // Level 1: pages shrink fivefold in a fraction of a millisecond; more costs more than it saves.
    let mut zip = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 4), flate2::Compression::fast());
    zip.write_all(bytes).ok()?;
    zip.finish().ok()
}
