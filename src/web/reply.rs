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
        let zipped =
            (html.len() > WORTH_COMPRESSING && takes_gzip(asked)).then(|| gzip(html.as_bytes())).flatten();
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
    let accepted =
        asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';');
        parts.next().is_some_and(|name| name.trim().eq_ignore_ascii_case("gzip"))
            && !parts.any(|weight| matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    // Level 1: pages shrink fivefold in a fraction of a millisecond; more costs more than it saves.
    let mut zip =
        flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 4), flate2::Compression::fast());
    zip.write_all(bytes).ok()?;
    zip.finish().ok()
}

impl Reply {
    /// A file from the disk, with `ETag`, `If-None-Match` and one `Range`. Streamed, never whole in memory.
    ///
    /// # Errors
    /// `NotFound` where there is no such file.
    pub async fn file(
        asked: &HeaderMap,
        path: &std::path::Path,
        kind: &'static str,
        tag: &str,
    ) -> Result<Reply, crate::base::Error> {
        use crate::base::Error;
        use tokio::io::{AsyncReadExt, AsyncSeekExt};
        let known = asked.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).unwrap_or_default();
        if known.split(',').any(|each| each.trim().trim_start_matches("W/") == tag) {
            return Ok(Reply(file_answer(StatusCode::NOT_MODIFIED, kind, tag, Body::empty())));
        }
        let mut file = tokio::fs::File::open(path).await.map_err(|_| Error::NotFound)?;
        let whole = file.metadata().await?.len();
        let Some((first, last)) = range(asked, tag, whole) else {
            let mut answer =
                file_answer(StatusCode::OK, kind, tag, Body::from_stream(chunks(file.take(whole))));
            answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(whole));
            return Ok(Reply(answer));
        };
        if first > last || first >= whole {
            let mut answer = file_answer(StatusCode::RANGE_NOT_SATISFIABLE, kind, tag, Body::empty());
            if let Ok(value) = HeaderValue::from_str(&format!("bytes */{whole}")) {
                answer.headers_mut().insert(header::CONTENT_RANGE, value);
            }
            return Ok(Reply(answer));
        }
        file.seek(std::io::SeekFrom::Start(first)).await?;
        let length = last - first + 1;
        let body = Body::from_stream(chunks(file.take(length)));
        let mut answer = file_answer(StatusCode::PARTIAL_CONTENT, kind, tag, body);
        answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        if let Ok(value) = HeaderValue::from_str(&format!("bytes {first}-{last}/{whole}")) {
            answer.headers_mut().insert(header::CONTENT_RANGE, value);
        }
        Ok(Reply(answer))
    }
}

fn file_answer(status: StatusCode, kind: &'static str, tag: &str, body: Body) -> Response {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // The permission may change: kept by this browser alone, and asked for each time.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    answer
}

/// The first and last byte asked for, where one plain range is and `If-Range` still holds.
fn range(asked: &HeaderMap, tag: &str, whole: u64) -> Option<(u64, u64)> {
    let text = asked.get(header::RANGE)?.to_str().ok()?.strip_prefix("bytes=")?;
    if asked.get(header::IF_RANGE).is_some_and(|known| known.as_bytes() != tag.as_bytes()) {
        return None;
    }
    let (first, last) = text.split_once('-')?;
    let end = whole.saturating_sub(1);
    match (first.trim(), last.trim()) {
        ("", last) => Some((whole.saturating_sub(last.parse().ok()?), end)),
        (first, "") => Some((first.parse().ok()?, end)),
        (first, last) => Some((first.parse().ok()?, last.parse::<u64>().ok()?.min(end))),
    }
}

fn chunks(
    file: impl tokio::io::AsyncRead + Send + Unpin + 'static,
) -> impl futures_util::Stream<Item = std::io::Result<axum::body::Bytes>> {
    futures_util::stream::try_unfold(file, |mut file| async move {
        use tokio::io::AsyncReadExt;
        let mut chunk = Vec::with_capacity(32 * 1024);
        let read = file.read_buf(&mut chunk).await?;
        Ok((read > 0).then(|| (axum::body::Bytes::from(chunk), file)))
    })
}
