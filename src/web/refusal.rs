//! The one place that turns an error into a page.

use super::Reply;
use crate::base::{Error, Problem, secret};
use crate::lang::Lang;
use crate::ui::{self, Frame, Icon, TextSize, Theme, dead_end};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};

/// The page for an error: plain words, a way on, and never the cause.
pub(super) fn page(
    error: Error,
    lang: &'static Lang,
    site: &str,
    look: (Theme, TextSize),
    path: &str,
    asked: &HeaderMap,
) -> Reply {
    let (status, title, words) = match &error {
        Error::NotFound | Error::SignIn => {
            (StatusCode::NOT_FOUND, lang.refusal_not_found(), lang.refusal_not_found_words())
        }
        Error::Forbidden => (StatusCode::FORBIDDEN, lang.refusal_forbidden(), lang.refusal_forbidden_words()),
        Error::Invalid(problems) if problems.contains(&("", Problem::Frozen)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, lang.freeze_now(), lang.problem_frozen())
        }
        Error::Invalid(_) | Error::Conflict(_) => {
            (StatusCode::UNPROCESSABLE_ENTITY, lang.refusal_invalid(), lang.refusal_invalid_words())
        }
        Error::NotOurs => (StatusCode::FORBIDDEN, lang.refusal_not_ours(), lang.refusal_not_ours_words()),
        Error::TooLarge => {
            (StatusCode::PAYLOAD_TOO_LARGE, lang.refusal_too_large(), lang.refusal_too_large_words())
        }
        Error::Slow(_) => (StatusCode::TOO_MANY_REQUESTS, lang.refusal_slow(), lang.refusal_slow_words()),
        Error::Busy => (StatusCode::SERVICE_UNAVAILABLE, lang.refusal_busy(), lang.refusal_busy_words()),
        Error::Broken(_) => {
            (StatusCode::INTERNAL_SERVER_ERROR, lang.refusal_broken(), lang.refusal_broken_words())
        }
    };
    let mut words = words.to_owned();
    if let Error::Broken(cause) = &error {
        // The number stands in the log beside the cause; the page shows the number alone.
        let incident = secret::code(8);
        tracing::error!(%incident, path, cause, "a request broke");
        words = format!("{words} {}", lang.refusal_incident(incident));
    }
    if let Error::Slow(seconds) = error {
        words = lang.refusal_slow_for(i64::try_from(seconds).unwrap_or(i64::MAX));
    }
    let mut frame = Frame::new(lang, site, title);
    (frame.theme, frame.size) = look;
    let sign = if matches!(error, Error::NotFound) { Icon::Search } else { Icon::InfoCircle };
    let main = dead_end(sign, title, &words, Some(("/", lang.refusal_go_home())));
    let reply = Reply::html(status, ui::gate(&frame, main).into_string(), asked);
    match error {
        Error::Slow(seconds) => reply.with(header::RETRY_AFTER, HeaderValue::from(seconds)),
        Error::Busy => reply.with(header::RETRY_AFTER, HeaderValue::from(5)),
        _ => reply,
    }
}
