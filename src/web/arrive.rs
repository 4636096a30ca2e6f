//! Who is this, may they call this, and what did they send? Asked before any handler runs.

use super::cookie::{self, Cookies};
use super::routes::Gate;
use super::upload::{self, Bounds, Form, UploadProblem};
use super::visit::{Done, Visit};
use super::{Floor, Reply, closed, page, refusal, same_site};
use crate::base::{Approval, Error, Problem, Result, Rules, limits};
use crate::db::{Session, Viewer};
use crate::lang::Lang;
use crate::ui::{TextSize, Theme};
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::response::Response;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

/// What every answer to this request carries, kept apart so that it outlives the `Visit`.
#[derive(Clone)]
pub(super) struct Ending {
    cookies: Vec<HeaderValue>,
    lang: &'static Lang,
    rules: Arc<Rules>,
    headers: HeaderMap,
    /// Theme and size of text, as chosen.
    look: (Theme, TextSize),
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
            self.look,
            &self.path,
            &self.headers,
        ))
    }
}

/// Makes the visit of a request. `Err` is the answer that turns somebody away.
pub(super) async fn arrive(
    floor: Arc<Floor>,
    params: Vec<(String, String)>,
    request: Request,
    gate: Gate,
    files: bool,
) -> Result<Visit, Response> {
    let since = floor.bus.newest(); // before anything is read
    let (parts, body) = request.into_parts();
    let cookies = Cookies::of(&parts.headers);
    let (device, set_device) = cookies.device();
    let arrived = cookies.arrive(&floor.db, device_words(&parts.headers)).await;
    let rules = floor.rules();
    let session = arrived.as_ref().ok().and_then(|(session, _)| session.as_ref());
    let set = set_device.into_iter().chain(spent_flash(&cookies, &parts.method)).collect();
    let ending = ending(set, &parts, session, &rules);
    let (session, viewer) = arrived.map_err(|error| ending.refuse(error))?;
    if let Some(turned_away) = turn_away(gate, &parts, session.as_ref(), &viewer, &rules) {
        if parts.method == Method::POST {
            drain(&mut body.into_data_stream()).await;
        }
        return Err(match turned_away {
            Turned::To(place) => ending.finish(Reply::see_other(&place)),
            Turned::With(error) => ending.refuse(error),
        });
    }
    let tie = cookies.tie(&device);
    let form = match parts.method {
        Method::POST => take_form(&floor, &parts.headers, &tie, body, files)
            .await
            .map_err(|error| ending.refuse(error))?,
        _ => Form::default(),
    };
    let own = session.as_ref().map_or(Approval::Open, |session| session.level);
    let reads_only = session.as_ref().is_some_and(|session| session.read_only);
    let own = if reads_only { Approval::ReadOnly } else { own };
    let rules = offered(rules, &parts.method, &viewer, own);
    let visit = Visit {
        viewer,
        session,
        lang: ending.lang,
        rules,
        tie,
        same_site: OnceLock::new(),
        params,
        query: query(parts.uri.query().unwrap_or_default()),
        form,
        method: parts.method.clone(),
        path: ending.path.clone(),
        address: address(&parts),
        headers: parts.headers,
        flash: cookies.flash.as_deref().and_then(Done::parse),
        floor,
        ending,
        since,
    };
    visit.note_session();
    Ok(visit)
}

/// What every answer to this request carries.
fn ending(cookies: Vec<HeaderValue>, parts: &Parts, session: Option<&Session>, rules: &Arc<Rules>) -> Ending {
    Ending {
        cookies,
        lang: choose_language(session, &parts.headers, rules),
        rules: rules.clone(),
        headers: parts.headers.clone(),
        look: session.map_or((Theme::Auto, TextSize::Usual), page::look),
        path: parts.uri.path().to_owned(),
    }
}

/// What is looked at offers no writing that would be refused; what is sent is refused by the writer alone, and comes
/// back as it was typed.
fn offered(rules: Arc<Rules>, method: &Method, viewer: &Viewer, own: Approval) -> Arc<Rules> {
    match *method {
        Method::GET if rules.frozen || own > rules.approval => Arc::new(rules.offered_to(viewer.role(), own)),
        _ => rules,
    }
}

/// What was done is said once: the page that says it takes the cookie away.
fn spent_flash(cookies: &Cookies, method: &Method) -> Option<HeaderValue> {
    (cookies.flash.is_some() && *method == Method::GET).then(cookie::no_flash)
}

fn address(parts: &Parts) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map(|peer| peer.0.ip().to_canonical().to_string()).unwrap_or_default()
}

/// Reads the form of a POST and checks that a page of ours sent it.
async fn take_form(floor: &Floor, headers: &HeaderMap, tie: &str, body: Body, files: bool) -> Result<Form> {
    let mut body = body.into_data_stream();
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let form = if same_site::origin_holds(headers) {
        upload::read(content_type, &mut body, &bounds(floor, files)).await.map_err(refused)
    } else {
        Err(Error::NotOurs)
    };
    match form {
        Ok(form) if same_site::token_holds(tie, form.text(same_site::FIELD)) => Ok(form),
        Ok(_) => Err(Error::NotOurs),
        Err(error) => {
            drain(&mut body).await;
            Err(error)
        }
    }
}

/// Bytes of a refused body that are read and thrown away.
const DRAINED_BYTES_MAX: usize = 64 << 20;
/// Seconds for that, at most.
const DRAINED_S: u64 = 20;

/// Takes what is still on its way: a browser that is cut off while it sends shows "connection lost"
/// instead of the page that says what was wrong.
async fn drain(body: &mut axum::body::BodyDataStream) {
    use futures_util::StreamExt;
    let all = async {
        let mut taken = 0;
        while let Some(Ok(piece)) = body.next().await {
            taken += piece.len();
            if taken > DRAINED_BYTES_MAX {
                break;
            }
        }
    };
    let _ = tokio::time::timeout(std::time::Duration::from_secs(DRAINED_S), all).await;
}

/// What the address carries behind its question mark, read as a form is.
fn query(text: &str) -> Form {
    let fields = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(
        &format!("/?{text}").parse().unwrap_or_else(|_| axum::http::Uri::from_static("/")),
    );
    Form { fields: fields.map(|query| query.0).unwrap_or_default(), files: Vec::new() }
}

/// The answer for an address that no route has: to the last header that of a route which is not for
/// whoever asks.
pub async fn nothing_here(
    axum::extract::State(floor): axum::extract::State<Arc<Floor>>,
    request: Request,
) -> Response {
    // A claimed box has this gate shut for everybody, before any form is read.
    match arrive(floor, Vec::new(), request, Gate::Setup, false).await {
        Err(turned_away) => turned_away,
        Ok(visit) => visit.ending().refuse(Error::NotFound),
    }
}

enum Turned {
    To(String),
    With(Error),
}

fn turn_away(
    gate: Gate,
    parts: &Parts,
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
        _ => {
            let Some(session) = session else {
                return Some(Turned::To(format!("/sign-in{}", after(parts))));
            };
            if session.must_choose && gate != Gate::Choosing {
                return Some(Turned::To("/password".into()));
            }
            let reads =
                session.must_read(rules) && !(parts.method == Method::POST && session.reads_anew(rules));
            if reads && gate != Gate::Choosing && !closed::ALWAYS.contains(&parts.uri.path()) {
                return Some(Turned::To(format!("/notice{}", after(parts))));
            }
            if session.closing && !matches!(gate, Gate::Choosing | Gate::Leaving) {
                return Some(Turned::To("/my/close".into()));
            }
            (!gate.lets(viewer)).then_some(Turned::With(Error::NotFound))
        }
    }
}

/// The page that was asked for, to go there afterwards: as it stands in an address.
fn after(parts: &Parts) -> String {
    let next = parts.uri.path_and_query().map_or("/", |asked| asked.as_str());
    let next = percent_encoding::utf8_percent_encode(next, percent_encoding::NON_ALPHANUMERIC);
    let asks_for_page = parts.method == Method::GET && parts.uri.path() != "/";
    if asks_for_page { format!("?next={next}") } else { String::new() }
}

/// What a form may send: words only, or words and the photos of one post.
fn bounds(floor: &Floor, files: bool) -> Bounds {
    let photo = limits::PHOTO_MIB_MAX << 20;
    // More and larger files than a post may hold are read all the same, within the same whole: the feature then
    // says what is wrong beside the field, and what was typed is not lost.
    let files_max = if files { 2 * limits::POST_PHOTOS_MAX } else { 0 };
    Bounds {
        folder: floor.uploads.clone(),
        total_bytes_max: limits::FORM_BYTES_MAX + photo * (files_max / 2) as u64,
        file_bytes_max: 4 * photo,
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
            Error::field("photo", Problem::TooManyBytes { limit_mib: limits::PHOTO_MIB_MAX })
        }
        UploadProblem::TooManyFiles => {
            Error::field("photo", Problem::TooMany { limit: limits::POST_PHOTOS_MAX })
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
pub(super) fn device_words(headers: &HeaderMap) -> &'static str {
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
