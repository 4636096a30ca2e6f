//! One person's request: the only way to data and pages.

use super::arrive::{Ending, device_words};
use super::cookie::{self, NewSession};
use super::upload::Form;
use super::{Floor, Reply, same_site};
use crate::base::hours::{Door, House};
use crate::base::{AccountId, Act, Duty, Error, GroupId, Result, Rules, Trust, limits};
use crate::db::{Change, Session, Snapshot, Viewer};
use crate::lang::Lang;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use std::sync::{Arc, OnceLock};

crate::words! {
    /// What was just done: said once, on the next page.
    Done {
        /// Something was saved.
        Saved = "saved",
        /// A post or comment is there.
        Posted = "posted",
        /// A post or comment waits for staff.
        Waiting = "waiting",
        /// Something was taken away.
        Removed = "removed",
        /// Something was brought back.
        Restored = "restored",
        /// Staff have been told.
        Reported = "reported",
        /// An account was made.
        Made = "made",
        /// Somebody was put in, or is now a contact.
        Added = "added",
        /// The password was changed.
        PasswordChosen = "password",
        /// Signed out.
        SignedOut = "out",
    }
}

/// How often, and how far apart, it is looked whether a crowd has taken what was told to it.
const LISTENING_LOOKS: u32 = 40;
const LISTENING_PAUSE: std::time::Duration = std::time::Duration::from_millis(25);

/// One person's request.
pub struct Visit {
    pub(super) floor: Arc<Floor>,
    pub(super) viewer: Viewer,
    pub(super) session: Option<Session>,
    pub(super) lang: &'static Lang,
    pub(super) rules: Arc<Rules>,
    pub(super) tie: String,
    pub(super) same_site: OnceLock<String>,
    pub(super) params: Vec<(String, String)>,
    pub(super) query: Form,
    /// What the form holds; empty for a GET.
    pub form: Form,
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) address: String,
    pub(super) flash: Option<Done>,
    pub(super) ending: Ending,
    pub(super) since: i64,
}

impl Visit {
    /// A page view writes nothing, but at most each minute the session's last use is noted, later.
    pub(super) fn note_session(&self) {
        let Some(session) = &self.session else { return };
        let now = self.floor.db.clock().now_ms();
        if now - session.used_at < limits::SESSION_NOTE_MS {
            return;
        }
        let (floor, viewer, id) = (self.floor.clone(), self.viewer.clone(), session.id);
        tokio::spawn(async move {
            let noted = floor.db.write(&viewer, Act::NoteSession, move |change| {
                change.run("UPDATE session SET used_at = ?2 WHERE id = ?1 AND used_at < ?2", [id, now])
            });
            if let Err(error) = noted.await {
                tracing::warn!(%error, "the use of a session was not noted");
            }
        });
    }

    /// One consistent look, as this viewer.
    ///
    /// # Errors
    /// What `look` answers.
    pub async fn read<T>(&self, look: impl FnOnce(&Snapshot<'_>) -> Result<T>) -> Result<T> {
        self.floor.db.read(&self.viewer, look).await
    }

    /// One audited write, as this viewer. It is on the disk when this answers.
    ///
    /// # Errors
    /// What `change` answers; `Forbidden` for an account that may only read.
    pub async fn write<T: Send + 'static>(
        &self,
        act: Act,
        change: impl FnOnce(&mut Change<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if act.is_refused_to_readers() && self.session.as_ref().is_some_and(|session| session.read_only) {
            return Err(Error::Forbidden);
        }
        self.floor.db.write(&self.viewer, act, change).await
    }

    /// Slows whoever does something too often: `burst` at once, then one each `seconds`, by account
    /// (or by address for strangers).
    ///
    /// # Errors
    /// `Slow` with the seconds to wait.
    pub fn pace(&self, what: &str, burst: u32, seconds: f64) -> Result<()> {
        let who = self.viewer.id().map_or_else(|| self.address.clone(), |id| id.to_string());
        self.pace_by(what, &who, burst, seconds)
    }

    /// As [`Visit::pace`], by a key of the caller's own.
    ///
    /// # Errors
    /// `Slow` with the seconds to wait.
    pub fn pace_by(&self, what: &str, who: &str, burst: u32, seconds: f64) -> Result<()> {
        self.floor.pace.take(&format!("{what} {who}"), burst, seconds).map_err(Error::Slow)
    }

    /// Forgets how often this key came: its owner has shown who they are.
    pub fn pace_forget(&self, what: &str, who: &str) {
        self.floor.pace.forget(&format!("{what} {who}"));
    }

    /// Who is looking.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// The session, with what every page shows of its account.
    ///
    /// # Errors
    /// `SignIn` for a stranger.
    pub fn session(&self) -> Result<&Session> {
        self.session.as_ref().ok_or(Error::SignIn)
    }

    /// The session, if there is one.
    pub fn someone(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Does this viewer hold the duty?
    pub fn holds(&self, duty: Duty) -> bool {
        self.viewer.holds(duty)
    }

    /// The language of this page.
    pub fn lang(&self) -> &'static Lang {
        self.lang
    }

    /// The house rules at the time of this request.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The house rules were changed: every later request goes by these, and so do the pages that are open.
    pub fn rules_are(&self, rules: Rules) {
        self.floor.set_rules(rules);
        self.floor.live.rules_changed();
    }

    /// All writing of members was stopped, or goes on again: pages offer it by this.
    pub fn writing_is(&self, stopped: bool) {
        self.floor.set_frozen(stopped);
    }

    /// The hours of use were changed: every later request goes by these.
    pub fn hours_are(&self, hours: Arc<House>) {
        self.floor.set_hours(hours);
    }

    /// The notice of the house has a new version: everybody reads it before anything else.
    pub fn charter_is(&self, version: i64) {
        self.floor.set_charter(version);
    }

    /// How far the clock of the box can be believed now.
    pub fn trust(&self) -> Trust {
        self.floor.db.clock().trust()
    }

    /// Somebody said how far it can be.
    pub fn believe(&self, trust: Trust) {
        self.floor.db.clock().believe(trust);
    }

    /// May whoever looks come in now, and until when?
    pub fn door(&self) -> Door {
        self.door_at(self.now_ms())
    }

    /// What the clock of the box shows, milliseconds since 1970.
    pub fn now_ms(&self) -> i64 {
        self.floor.db.clock().now_ms()
    }

    /// The same at another moment, milliseconds since 1970.
    pub(super) fn door_at(&self, now_ms: i64) -> Door {
        let Some(session) = &self.session else { return Door::Free };
        self.rules.door(self.viewer.role(), &session.timed, now_ms, self.trust())
    }

    /// Is writing stopped there for the moment, as the viewer sees it? None: on the whole site.
    pub fn is_frozen(&self, group: Option<GroupId>) -> bool {
        let frozen = self.session.as_ref().map_or(&[][..], |session| &session.frozen);
        frozen.iter().any(|each| each.group.as_ref().map(|(id, _)| *id) == group)
    }

    /// The path that was asked for.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The address from which the request came, without its port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The secret of this browser, for throttles: never shown, never kept.
    pub fn browser(&self) -> &str {
        self.tie.split('.').next().unwrap_or_default()
    }

    /// The browser in plain words.
    pub fn device(&self) -> &'static str {
        device_words(&self.headers)
    }

    /// A part of the path: `/posts/{id}` has `id`.
    ///
    /// # Errors
    /// `NotFound` where it does not read as what is asked for.
    pub fn part<T: std::str::FromStr>(&self, name: &str) -> Result<T> {
        let found = self.params.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        found.and_then(|value| value.parse().ok()).ok_or(Error::NotFound)
    }

    /// What the address carries behind its question mark.
    pub fn query(&self) -> &Form {
        &self.query
    }

    /// What a feature keeps in memory, by its type.
    ///
    /// # Errors
    /// `Broken` where the app was put together without it.
    pub fn tool<T: Send + Sync + 'static>(&self) -> Result<Arc<T>> {
        self.floor.tool().ok_or_else(|| Error::Broken(format!("no {}", std::any::type_name::<T>())))
    }

    /// The token for forms on this page: the same in all of them.
    pub fn same_site(&self) -> String {
        self.same_site.get_or_init(|| same_site::token(&self.tie)).clone()
    }

    /// The sequence number of the newest event when the request came: a live page begins here. What happens
    /// while the page is made is told again, and never missed.
    pub fn newest_event(&self) -> i64 {
        self.since
    }

    /// The events after one, where all of them are still kept.
    pub fn events_since(&self, seq: i64) -> Option<Vec<crate::base::Event>> {
        self.floor.bus.since(seq)
    }

    /// Waits, for a second at most, until most pages that listen to a topic have taken what was told to them: so nobody
    /// says more there than can be heard, and what waits for slow pages stays little.
    pub async fn until_heard(&self, topic: &str) {
        for _ in 0..LISTENING_LOOKS {
            if !self.floor.live.is_crowded(topic) {
                return;
            }
            tokio::time::sleep(LISTENING_PAUSE).await;
        }
    }

    /// Is this person here at this moment: have they a page open, and let others know?
    pub fn is_present(&self, who: AccountId) -> bool {
        self.floor.live.is_present(who)
    }

    /// Changes when who sees what among older items may have changed.
    pub fn feed_age(&self) -> u64 {
        self.floor.bus.feed_age()
    }

    /// What was just done, to be said once on this page.
    pub fn flash(&self) -> Option<Done> {
        self.flash
    }

    /// The name under which the box was asked for, with its port: for addresses that people type.
    pub fn host(&self) -> &str {
        self.headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("courtyard.local")
    }

    /// Does the page ask for one frame of itself, rather than the whole?
    pub fn frame(&self) -> Option<&str> {
        self.headers.get("turbo-frame").and_then(|frame| frame.to_str().ok())
    }

    /// A whole answer of HTML.
    pub fn html(&self, status: StatusCode, html: String) -> Reply {
        Reply::html(status, html, &self.headers)
    }

    /// The request's headers, for files that answer to `Range` and `If-None-Match`.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// On to another page, with a word on what was done.
    ///
    /// # Errors
    /// None; the type is that of every handler.
    pub fn go(&self, to: &str, done: Option<Done>) -> Result<Reply> {
        let reply = Reply::see_other(to);
        Ok(match done {
            Some(done) => reply.with(header::SET_COOKIE, cookie::flash(done.word())),
            None => reply,
        })
    }

    /// On to another page, signed in from now on.
    ///
    /// # Errors
    /// None; the type is that of every handler.
    pub fn go_signed_in(&self, to: &str, session: &NewSession) -> Result<Reply> {
        Ok(Reply::see_other(to).with(header::SET_COOKIE, session.cookie()))
    }

    /// On to another page, signed out from now on.
    ///
    /// # Errors
    /// None; the type is that of every handler.
    pub fn go_signed_out(&self, to: &str) -> Result<Reply> {
        let reply = self.go(to, Some(Done::SignedOut))?;
        Ok(reply
            .with(header::SET_COOKIE, cookie::no_session())
            .with(header::HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\"")))
    }

    pub(super) fn ending(&self) -> Ending {
        self.ending.clone()
    }
}
