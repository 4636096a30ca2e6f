//! Cookies: which browser this is, and whose session; the one place that makes a signed-in viewer.

use crate::base::{Result, secret};
use crate::db::{Db, Session, Viewer};
use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite};

/// Days for which a browser is known again: as long as a printed card lasts.
const DEVICE_DAYS: i64 = 395;
const SESSION: &str = "session";
const DEVICE: &str = "device";
const FLASH: &str = "done";

/// What the cookies of one request say.
pub(super) struct Cookies {
    session: Option<String>,
    device: Option<String>,
    pub(super) flash: Option<String>,
}

impl Cookies {
    pub(super) fn of(headers: &HeaderMap) -> Cookies {
        let mut cookies = Cookies { session: None, device: None, flash: None };
        for value in headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            for cookie in Cookie::split_parse(value).flatten() {
                let kept = cookie.value().to_owned();
                match cookie.name() {
                    SESSION => cookies.session = Some(kept),
                    DEVICE if kept.len() == 32 && kept.bytes().all(|c| c.is_ascii_hexdigit()) => {
                        cookies.device = Some(kept);
                    }
                    FLASH => cookies.flash = Some(kept),
                    _ => (),
                }
            }
        }
        cookies
    }

    /// The browser's own secret; a new one where it has none yet, and then the cookie to set.
    pub(super) fn device(&self) -> (String, Option<HeaderValue>) {
        match &self.device {
            Some(device) => (device.clone(), None),
            None => {
                let device = data_encoding::HEXLOWER.encode(&secret::random::<16>());
                let cookie = plain(DEVICE, device.clone(), cookie::time::Duration::days(DEVICE_DAYS));
                (device, Some(cookie))
            }
        }
    }

    /// What ties a form to this browser and this session.
    pub(super) fn tie(&self, device: &str) -> String {
        format!("{device}.{}", self.session.as_deref().unwrap_or_default())
    }

    /// The session, if its token is one that stands, and the viewer it makes.
    pub(super) async fn arrive(&self, db: &Db, agent: &str) -> Result<(Option<Session>, Viewer)> {
        let standing = match &self.session {
            Some(token) => db.session(&token_hash(token)).await?,
            None => None,
        };
        Ok(match standing {
            Some(session) => {
                let viewer = viewer(&session);
                (Some(session), viewer)
            }
            None => (None, Viewer::stranger().on(agent)),
        })
    }

    /// What is kept of the session's token by whoever asks again later whether it stands.
    pub(super) fn token(&self) -> Option<Token> {
        self.session.as_deref().map(|token| Token(token_hash(token)))
    }
}

/// The hash of one session's token: enough to ask whether it stands.
pub(super) struct Token([u8; 32]);

impl Token {
    /// The session, if it stands at this moment, and the viewer it makes. What is unread is not counted for it.
    pub(super) async fn stands(&self, db: &Db) -> Result<Option<(Session, Viewer)>> {
        Ok(db.standing(&self.0).await?.map(|session| {
            let viewer = viewer(&session);
            (session, viewer)
        }))
    }
}

fn viewer(session: &Session) -> Viewer {
    Viewer::account(session.account, session.role, session.duties, session.device.clone())
}

/// What the database keeps of a session's token: never the token itself.
pub fn token_hash(token: &str) -> [u8; 32] {
    *blake3::hash(token.as_bytes()).as_bytes()
}

/// A session that is about to begin: the token for the cookie, and its hash for the database.
pub struct NewSession {
    token: String,
}

impl NewSession {
    /// A fresh token of 192 random bits.
    #[allow(clippy::new_without_default, reason = "each is different: a default would say otherwise")]
    pub fn new() -> NewSession {
        NewSession { token: data_encoding::BASE64URL_NOPAD.encode(&secret::random::<24>()) }
    }

    /// What the database keeps.
    pub fn hash(&self) -> [u8; 32] {
        token_hash(&self.token)
    }

    /// The token itself: for the cookie, and for the load program that signs many in at once.
    pub fn token(&self) -> &str {
        &self.token
    }

    pub(super) fn cookie(&self) -> HeaderValue {
        // Ends with the browser; the server ends it sooner by its own clock.
        value(
            &Cookie::build((SESSION, self.token.clone()))
                .path("/")
                .http_only(true)
                .same_site(SameSite::Lax)
                .build(),
        )
    }
}

/// The session cookie, taken away.
pub(super) fn no_session() -> HeaderValue {
    plain(SESSION, String::new(), cookie::time::Duration::ZERO)
}

/// What was done, said on the next page once.
pub(super) fn flash(word: &str) -> HeaderValue {
    plain(FLASH, word.to_owned(), cookie::time::Duration::minutes(1))
}

/// The flash cookie, taken away.
pub(super) fn no_flash() -> HeaderValue {
    plain(FLASH, String::new(), cookie::time::Duration::ZERO)
}

fn plain(name: &'static str, content: String, age: cookie::time::Duration) -> HeaderValue {
    value(
        &Cookie::build((name, content))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .max_age(age)
            .build(),
    )
}

fn value(cookie: &Cookie<'_>) -> HeaderValue {
    HeaderValue::from_str(&cookie.to_string()).unwrap_or(HeaderValue::from_static(""))
}
