//! The socket: who sees what changed, now. Events are ids; each is read as the one who listens.

mod calm;
mod catch;
mod crowd;
mod dispatch;
mod hub;
pub mod offers;
mod page;
mod present;
mod read_on;
mod seat;
mod topics;

#[cfg(test)]
mod calm_tests;
#[cfg(test)]
mod tests;

pub use catch::{Catcher, Catching, CaughtUp, Stander};
pub use crowd::{
    Concerned, Crowd, CrowdTeller, Ear, PresenceTeller, ReadTeller, TallyTeller, Told, TypingTeller,
};
pub(super) use hub::Hub;
pub use topics::Topics;

use super::cookie::Cookies;
use super::{Floor, same_site};
use crate::base::{Event, Result, Rules};
use crate::db::Snapshot;
use crate::lang::Lang;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// What a feature gets to know when it is asked for the fragment of an event.
pub struct Telling<'a> {
    /// The look, as the one who listens.
    pub look: &'a Snapshot<'a>,
    /// What changed.
    pub event: Event,
    /// What the page listens to: `post/7`, `stream/home`, `notices`, `desk`.
    pub topics: &'a Topics,
    /// The language of the page.
    pub lang: &'static Lang,
    /// The house rules.
    pub rules: &'a Rules,
    /// Have staff said that the one who listens makes nothing?
    pub only_reads: bool,
}

/// Gives the stream elements for one event as this listener sees it; nothing where there is nothing to see.
pub type Teller = fn(&Telling<'_>) -> Result<Option<String>>;

/// May whoever looks listen to this topic? Every judge must say yes; one that does not know the topic does.
pub type Judge = fn(&Snapshot<'_>, &str) -> Result<bool>;

/// Does whoever looks want nobody to know that they are here?
pub type Hidden = fn(&Snapshot<'_>) -> Result<bool>;

/// What the features bring to live pages.
#[derive(Default)]
pub struct Tellers {
    pub(super) tell: Vec<Teller>,
    pub(super) judge: Vec<Judge>,
    pub(super) crowd: Vec<CrowdTeller>,
    pub(super) typing: Vec<TypingTeller>,
    pub(super) read: Vec<ReadTeller>,
    pub(super) presence: Vec<PresenceTeller>,
    pub(super) tally: Vec<TallyTeller>,
    pub(super) concerned: Vec<Concerned>,
    pub(super) hides: Vec<Hidden>,
    pub(super) catch: Vec<(&'static str, Catcher)>,
    pub(super) stand: Vec<(&'static str, Stander)>,
}

impl Tellers {
    /// All that another feature brings, too.
    pub(super) fn and(&mut self, more: Tellers) {
        self.tell.extend(more.tell);
        self.judge.extend(more.judge);
        self.crowd.extend(more.crowd);
        self.typing.extend(more.typing);
        self.read.extend(more.read);
        self.presence.extend(more.presence);
        self.tally.extend(more.tally);
        self.concerned.extend(more.concerned);
        self.hides.extend(more.hides);
        self.catch.extend(more.catch);
        self.stand.extend(more.stand);
    }

    /// May whoever looks listen to this topic?
    fn let_listen(&self, look: &Snapshot<'_>, topic: &str) -> Result<bool> {
        for judge in &self.judge {
            if !judge(look, topic)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Who knows what came in this topic after a mark.
    fn catcher(&self, topic: &str) -> Option<Catcher> {
        self.catch.iter().find(|(prefix, _)| topic.starts_with(prefix)).map(|(_, catcher)| *catcher)
    }

    /// Who knows how this topic stands.
    fn stander(&self, topic: &str) -> Option<Stander> {
        self.stand.iter().find(|(prefix, _)| topic.starts_with(prefix)).map(|(_, stander)| *stander)
    }
}

/// Bytes read at a time of what a page says: a few hundred each time it opens, and then nearly nothing.
const READ_BYTES: usize = 512;
/// Bytes that are gathered before they are sent, where several messages wait.
const WRITE_BYTES: usize = 16 * 1024;
/// Bytes of what a page says.
const SAID_BYTES_MAX: usize = 16 * 1024;

/// Begins to hear what happens; from then on open pages are told.
pub fn start(floor: &Arc<Floor>, tellers: &Arc<Tellers>) {
    dispatch::start(floor, tellers);
}

/// `GET /live`: one socket a page.
pub async fn connect(
    State((floor, tellers)): State<(Arc<Floor>, Arc<Tellers>)>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    // A WebSocket is not bound by the same-origin rule, and cookies travel with it: `Origin` must be ours.
    if !headers.contains_key(header::ORIGIN) || !same_site::origin_holds(&headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Some(token) = Cookies::of(&headers).token() else { return StatusCode::NOT_FOUND.into_response() };
    let (session, viewer) = match token.stands(&floor.db).await {
        Ok(Some((session, viewer))) if !session.must_choose && !session.closing => (session, viewer),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let door = floor.rules().door(
        viewer.role(),
        &session.timed,
        floor.db.clock().now_ms(),
        floor.db.clock().trust(),
    );
    if door.is_shut() || session.must_read(&floor.rules()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Ok(upgrade) = upgrade else { return StatusCode::NOT_FOUND.into_response() };
    let lang = super::arrive::choose_language(Some(&session), &headers, &floor.rules());
    let seat = Arc::new(seat::Seat::new(session.account, viewer, lang, token));
    let Some(place) = seat::Place::take(&floor, seat) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let upgrade = upgrade
        .max_message_size(SAID_BYTES_MAX)
        .max_frame_size(SAID_BYTES_MAX)
        .read_buffer_size(READ_BYTES)
        .write_buffer_size(WRITE_BYTES);
    upgrade.on_upgrade(move |socket| page::Page::new(place, tellers).serve(socket))
}
