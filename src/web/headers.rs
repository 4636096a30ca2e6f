//! The headers of every answer: what the page may load, who may frame it, what may keep it.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

/// Everything from this box alone; pictures also from the browser's own memory (previews before upload).
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; \
     manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'";

/// Adds the headers; an answer that set one of them itself keeps its own.
pub async fn add_headers(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).cloned();
    let mut answer = next.run(request).await;
    // Older Safari does not count a WebSocket to the same host as 'self'. The host was checked
    // by then, or the answer is the one that says it is not ours.
    let own_host = host.as_ref().filter(|_| answer.status() != StatusCode::MISDIRECTED_REQUEST);
    let policy = match own_host.and_then(|host| host.to_str().ok()) {
        Some(host) => HeaderValue::from_str(&format!("{POLICY} ws://{host} wss://{host}")),
        None => Ok(HeaderValue::from_static(POLICY)),
    };
    let policy = policy.unwrap_or(HeaderValue::from_static(POLICY));
    let headers = answer.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(), payment=()",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}
