//! One person's request: the only way to data and pages.

use super::cookie::{self, Cookies, NewSession};
use super::routes::Gate;
use super::upload::{self, Bounds, Form, UploadProblem};
use super::{Floor, Reply, refusal, same_site};
use crate::base::{Act, Duty, Error, Problem, Result, Rules, limits};
use crate::db::{Change, Session, Snapshot, Viewer};
use crate::lang::Lang;
use axum::body::Body;
use axum::extract::{RawPathParams, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use std::sync::Arc;

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

/// One person's request.
pub struct Visit {
    floor: Arc<Floor>,
    viewer: Viewer,
    session: Option<Session>,
    lang: &'static Lang,
    rules: Arc<Rules>,
    tie: String,
    params: Vec<(String, String)>,
    query: Form,
    /// What the form holds; empty for a GET.
    pub form: Form,
    method: Method,
    path: String,
    headers: HeaderMap,
    address: String,
    flash: Option<Done>,
    ending: Ending,
}

/// What every answer to this request carries, kept apart so that it outlives the `Visit`.
#[derive(Clone)]
pub(super) struct Ending {
    cookies: Vec<HeaderValue>,
    lang: &'static Lang,
    rules: Arc<Rules>,
    headers: HeaderMap,
    theme: String,
    path: String,
}

impl Ending {
    pub(super) fn finish(&self, reply: Reply) -> Response {
        let mut answer = reply.0;
        for cookie in &self.cookies {
            answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
        }
        answer
    }

    pub(super) fn refuse(&self, error: Error) -> Response {
        if matches!(error, Error::SignIn) {
            return self.finish(Reply::see_other("/sign-in"));
        }
        self.finish(refusal::page(
            error,
            self.lang,
            &self.rules.site_name,
            &self.theme,
            &self.path,
            &self.headers,
        ))
    }
}

/// Who is this, may they call this, and what did they send? `Err` is the answer that turns them away.
pub(super) async fn arrive(
    floor: Arc<Floor>,
    params: &RawPathParams,
    request: Request,
    gate: Gate,
    files: bool,
) -> Result<Visit, Response> {
    let (parts, body) = request.into_parts();
    let cookies = Cookies::of(&parts.headers);
    let (device, set_device) = cookies.device();
    let agent = device_words(&parts.headers);
    let (session, viewer, failed) = match cookies.arrive(&floor.db, agent).await {
        Ok((session, viewer)) => (session, viewer, None),
        Err(error) => (None, Viewer::stranger(), Some(error)),
    };
    let rules = floor.rules();
    let lang = choose_language(session.as_ref(), &parts.headers, &rules);
    let mut set: Vec<HeaderValue> = set_device.into_iter().collect();
    let flash = cookies.flash.as_deref().and_then(Done::parse);
    if cookies.flash.is_some() && parts.method == Method::GET {
        set.push(cookie::no_flash());
    }
    let theme = session.as_ref().map_or("auto", |session| session.theme.as_str()).to_owned();
    let path = parts.uri.path().to_owned();
    let headers = parts.headers;
    let ending = Ending {
        cookies: set,
        lang,
        rules: rules.clone(),
        headers: headers.clone(),
        theme,
        path: path.clone(),
    };
    if let Some(error) = failed {
        return Err(ending.refuse(error));
    }
    if let Some(turned_away) = turn_away(gate, &parts.method, &parts.uri, session.as_ref(), &viewer, &rules) {
        return Err(match turned_away {
            Turned::To(place) => ending.finish(Reply::see_other(&place)),
            Turned::With(error) => ending.refuse(error),
        });
    }
    let address = parts.extensions.get::<axum::extract::ConnectInfo<std::net::SocketAddr>>();
    let address = address.map(|address| address.0.ip().to_canonical().to_string()).unwrap_or_default();
    let tie = cookies.tie(&device);
    let query = query(parts.uri.query().unwrap_or_default());
    let mut visit = Visit {
        floor,
        viewer,
        session,
        lang,
        rules,
        tie,
        params: params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        query,
        form: Form::default(),
        method: parts.method,
        path,
        headers,
        address,
        flash,
        ending,
    };
    if visit.method == Method::POST
        && let Err(error) = visit.take_form(body, files).await
    {
        return Err(visit.ending.refuse(error));
    }
    visit.note_session();
    Ok(visit)
}

/// What the address carries behind its question mark, read as a form is.
fn query(text: &str) -> Form {
    let fields = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(
        &format!("/?{text}").parse().unwrap_or_else(|_| axum::http::Uri::from_static("/")),
    );
    Form { fields: fields.map(|query| query.0).unwrap_or_default(), files: Vec::new() }
}

/// The answer for an address that no route has.
pub async fn nothing_here(
    axum::extract::State(floor): axum::extract::State<Arc<Floor>>,
    headers: HeaderMap,
) -> Response {
    let rules = floor.rules();
    let lang = choose_language(None, &headers, &rules);
    refusal::page(Error::NotFound, lang, &rules.site_name, "auto", "", &headers).0
}

enum Turned {
    To(String),
    With(Error),
}

fn turn_away(
    gate: Gate,
    method: &Method,
    uri: &axum::http::Uri,
    session: Option<&Session>,
    viewer: &Viewer,
    rules: &Rules,
) -> Option<Turned> {
    if !rules.claimed && gate != Gate::Setup {
        return Some(Turned::To("/setup".into()));
    }
    match gate {
        Gate::Open => None,
        Gate::Setup => rules.claimed.then_some(Turned::With(Error::NotFound)),
        Gate::Choosing | Gate::Member | Gate::Holds(_) | Gate::HoldsEither(..) => {
            let Some(session) = session else {
                let next = uri.path_and_query().map_or("/", |asked| asked.as_str());
                let next = percent_encoding::utf8_percent_encode(next, percent_encoding::NON_ALPHANUMERIC);
                let asks_for_page = method == Method::GET && uri.path() != "/";
                return Some(Turned::To(if asks_for_page {
                    format!("/sign-in?next={next}")
                } else {
                    "/sign-in".into()
                }));
            };
            if session.must_choose && gate != Gate::Choosing {
                return Some(Turned::To("/password".into()));
            }
            match gate {
                Gate::Holds(duty) if !viewer.holds(duty) => Some(Turned::With(Error::NotFound)),
                Gate::HoldsEither(one, other) if !viewer.holds(one) && !viewer.holds(other) => {
                    Some(Turned::With(Error::NotFound))
                }
                _ => None,
            }
        }
    }
}

impl Visit {
    async fn take_form(&mut self, body: Body, files: bool) -> Result<()> {
        if !same_site::origin_holds(&self.headers) {
            return Err(Error::NotOurs);
        }
        let content_type = self.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let bounds = bounds(&self.floor, files);
        self.form = upload::read(content_type, body.into_data_stream(), &bounds).await.map_err(refused)?;
        let token = self.form.text(same_site::FIELD);
        if same_site::token_holds(&self.tie, token) { Ok(()) } else { Err(Error::NotOurs) }
    }

    /// A page view writes nothing, but at most each minute the session's last use is noted, later.
    fn note_session(&self) {
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
        if act.makes_things() && self.session.as_ref().is_some_and(|session| session.read_only) {
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

    /// The house rules were changed: every later request goes by these.
    pub fn rules_are(&self, rules: Rules) {
        self.floor.set_rules(rules);
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

    /// The token for forms on this page.
    pub fn same_site(&self) -> String {
        same_site::token(&self.tie)
    }

    /// The sequence number of the newest event: a live page begins here.
    pub fn newest_event(&self) -> i64 {
        self.floor.bus.newest()
    }

    /// The events after one, where all of them are still kept.
    pub fn events_since(&self, seq: i64) -> Option<Vec<crate::base::Event>> {
        self.floor.bus.since(seq)
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

/// What a form may send: words only, or words and the photos of one post.
fn bounds(floor: &Floor, files: bool) -> Bounds {
    let photo = limits::PHOTO_MIB_MAX << 20;
    let files_max = if files { limits::POST_PHOTOS_MAX } else { 0 };
    Bounds {
        folder: floor.uploads.clone(),
        total_bytes_max: limits::FORM_BYTES_MAX + photo * files_max as u64,
        file_bytes_max: photo,
        files_max,
        text_bytes_max: limits::FORM_BYTES_MAX as usize,
        fields_max: 1_200,
        parts_max: 1_300,
    }
}

fn refused(problem: UploadProblem) -> Error {
    match problem {
        UploadProblem::TooLarge | UploadProblem::TextTooLarge | UploadProblem::TooManyFields => {
            Error::TooLarge
        }
        UploadProblem::FileTooLarge => {
            Error::field("photos", Problem::TooManyBytes { limit_mib: limits::PHOTO_MIB_MAX })
        }
        UploadProblem::TooManyFiles => {
            Error::field("photos", Problem::TooMany { limit: limits::POST_PHOTOS_MAX })
        }
        UploadProblem::NotAForm | UploadProblem::Malformed | UploadProblem::Interrupted => Error::NotOurs,
        UploadProblem::Disk => Error::Broken("an upload could not be kept".into()),
    }
}

pub(super) fn choose_language(
    session: Option<&Session>,
    headers: &HeaderMap,
    rules: &Rules,
) -> &'static Lang {
    let own = session.and_then(|session| session.language.as_deref()).and_then(Lang::find);
    own.unwrap_or_else(|| match headers.get(header::ACCEPT_LANGUAGE).and_then(|asked| asked.to_str().ok()) {
        Some(asked) => Lang::choose(asked),
        None => Lang::find(&rules.language).unwrap_or(Lang::english()),
    })
}

/// The browser in plain words: enough for somebody to know their own devices, nothing to track by.
fn device_words(headers: &HeaderMap) -> &'static str {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let has = |word: &str| agent.contains(word);
    match () {
        () if has("iPhone") => "iPhone",
        () if has("iPad") => "iPad",
        () if has("Android") && has("Firefox") => "Firefox, Android",
        () if has("Android") => "Chrome, Android",
        () if has("CrOS") => "Chromebook",
        () if has("Firefox") && has("Windows") => "Firefox, Windows",
        () if has("Firefox") => "Firefox",
        () if has("Edg/") => "Edge, Windows",
        () if has("Chrome") && has("Windows") => "Chrome, Windows",
        () if has("Chrome") && has("Mac OS") => "Chrome, Mac",
        () if has("Chrome") => "Chrome, Linux",
        () if has("Safari") => "Safari, Mac",
        () => "Browser",
    }
}
