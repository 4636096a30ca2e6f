//! Hands out the embedded files: compressed beforehand, named by hash, kept by browsers for a year.

use std::borrow::Cow;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

use crate::ui::asset;

/// The files that the build has written, each with `.br` and `.gz` beside it where these help.
#[derive(RustEmbed)]
#[folder = "$OUT_DIR/embedded"]
struct Embedded;

/// A year: the name changes with the content.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// A day, for the one address whose name cannot change.
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Routes for `/assets/{name}`, `/i/{hash}` and `/favicon.ico`. They need no session and tell nothing about the pod.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{name}", get(show))
        .route("/i/{hash}", get(icons))
        .route("/favicon.ico", get(favicon))
}

/// `GET /assets/{name}`: the file, compressed as the browser asks; 404 for any other name.
pub async fn show(Path(name): Path<String>, headers: HeaderMap) -> Response {
    answer(&name, &headers, FOR_EVER)
}

/// `GET /i/{hash}`: the sprite of icons, under the short address that stands in a page hundreds of times.
pub async fn icons(Path(hash): Path<String>, headers: HeaderMap) -> Response {
    answer(&format!("icons.{hash}.svg"), &headers, FOR_EVER)
}

/// `GET /favicon.ico`, which browsers ask for by themselves: the same sign as on each page.
pub async fn favicon(headers: HeaderMap) -> Response {
    let name = asset("favicon.svg").trim_start_matches("/assets/");
    answer(name, &headers, FOR_A_DAY)
}

fn answer(name: &str, headers: &HeaderMap, keep: HeaderValue) -> Response {
    // The compressed forms are not files of their own.
    let Some(kind) = content_type(name) else { return StatusCode::NOT_FOUND.into_response() };
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some((bytes, encoding)) = best_form(name, accepted) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = entity_tag(name, encoding);
    let mut response = if is_known(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(bytes))
    };
    let out = response.headers_mut();
    out.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    out.insert(CACHE_CONTROL, keep);
    out.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        out.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        out.insert(ETAG, tag);
    }
    response
}

/// The smallest form that the browser takes, and how it is encoded; nothing when there is no such file.
fn best_form(name: &str, accepted: &str) -> Option<(Bytes, Option<&'static str>)> {
    for (encoding, ending) in [("br", ".br"), ("gzip", ".gz")] {
        if accepts(accepted, encoding)
            && let Some(bytes) = embedded(&format!("{name}{ending}"))
        {
            return Some((bytes, Some(encoding)));
        }
    }
    embedded(name).map(|bytes| (bytes, None))
}

/// The bytes as they lie in the program; nothing is copied.
fn embedded(name: &str) -> Option<Bytes> {
    Embedded::get(name).map(|file| match file.data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    })
}

/// Whether an `Accept-Encoding` header names an encoding and does not refuse it by `q=0`.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        let named = pieces.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = pieces
            .filter_map(|piece| piece.strip_prefix("q="))
            .any(|weight| weight.parse::<f32>().is_ok_and(|weight| weight == 0.0));
        named && !refused
    })
}

/// The hash in the name, which is that of the content, and the encoding.
fn entity_tag(name: &str, encoding: Option<&str>) -> String {
    let hash = name.split('.').nth(1).unwrap_or_default();
    format!("\"{hash}{}\"", encoding.unwrap_or_default())
}

fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    known.split(',').any(|each| each.trim().trim_start_matches("W/") == tag)
}

fn content_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(name: &str, headers: &[(axum::http::HeaderName, &str)]) -> Response {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.clone(), HeaderValue::from_str(value).expect("a value")));
        answer(name.trim_start_matches("/assets/"), &headers.collect(), FOR_EVER)
    }

    fn header(response: &Response, name: axum::http::HeaderName) -> &str {
        response.headers().get(name).map(|value| value.to_str().expect("text")).unwrap_or_default()
    }

    #[test]
    fn a_browser_gets_the_smallest_form_it_takes() {
        let name = asset("app.css");
        let cases = [("gzip, deflate, br", "br"), ("gzip, br;q=0", "gzip"), ("", ""), ("GZIP;q=0.5", "gzip")];
        for (accepted, encoding) in cases {
            let response = ask(name, &[(ACCEPT_ENCODING, accepted)]);
            assert_eq!(response.status(), StatusCode::OK);
            assert_eq!(header(&response, CONTENT_ENCODING), encoding, "{accepted}");
            assert_eq!(header(&response, CONTENT_TYPE), "text/css; charset=utf-8");
            assert!(header(&response, CACHE_CONTROL).contains("immutable"));
            assert_eq!(header(&response, VARY), "accept-encoding");
        }
    }

    #[test]
    fn each_form_unpacks_to_the_same_file() {
        let name = asset("app.css").trim_start_matches("/assets/");
        let plain = embedded(name).expect("the sheet");
        let packed = embedded(&format!("{name}.gz")).expect("the packed sheet");
        let mut unpacked = Vec::new();
        std::io::copy(&mut flate2::read::GzDecoder::new(&packed[..]), &mut unpacked).expect("gzip");
        assert_eq!(plain, unpacked);
    }

    #[test]
    fn a_file_that_the_browser_has_is_not_sent_again() {
        let name = asset("app.js");
        let first = ask(name, &[(ACCEPT_ENCODING, "br")]);
        let tag = header(&first, ETAG).to_owned();
        let again = ask(name, &[(ACCEPT_ENCODING, "br"), (IF_NONE_MATCH, &tag)]);
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        let other = ask(name, &[(ACCEPT_ENCODING, "gzip"), (IF_NONE_MATCH, &tag)]);
        assert_eq!(other.status(), StatusCode::OK);
    }

    #[test]
    fn a_name_that_is_not_there_is_not_found() {
        let packed = format!("{}.br", asset("app.css"));
        for name in ["app.css", "app.0000000000.css", "../app.css", "", &packed] {
            assert_eq!(ask(name, &[]).status(), StatusCode::NOT_FOUND, "{name}");
        }
    }

    /// The first visit of Home, photos apart, is to stay under 150 KB; these files are most of it.
    #[test]
    fn what_a_first_visit_fetches_is_small() {
        let sizes = ["app.css", "app.js", "turbo.js", "icons.svg", "favicon.svg", "text.woff2"].map(|name| {
            let address = asset(name).trim_start_matches("/assets/");
            best_form(address, "br").expect("the file").0.len()
        });
        assert!(sizes.iter().sum::<usize>() < 125_000, "{sizes:?}");
    }
}
