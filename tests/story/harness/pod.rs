//! A whole box in one thread: nothing goes over a wire, and its time goes on only when a story says so. So what its open
//! pages hear comes in the same order and at the same moments whenever the same is done.

use super::http::{Answer, Ask};
use super::site::Site;
use crate::shelf;
use axum::body::Body;
use courtyard::app::App;
use courtyard::base::{AccountId, Act, Clock, Duties, Result, Role};
use courtyard::config::Config;
use courtyard::db::{Change, Viewer};
use courtyard::features::archive;
use courtyard::web::Route;
use futures_util::stream::SplitSink;
use futures_util::{SinkExt, StreamExt};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;
use tokio::io::DuplexStream;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Error as Refused;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{WebSocketStream, client_async};
use tower::ServiceExt;

/// The name under which the box is asked.
const HOST: &str = "127.0.0.1:80";
/// What a socket holds between its two ends, bytes.
const WIRE_BYTES: usize = 1 << 20;
/// Rounds of all tasks after which nothing is on its way any more: what happens goes from the writer to the dispatcher, to
/// the page, to its connection, over the wire, and to whoever hears it.
const ROUNDS: usize = 24;
/// Milliseconds of one step of time.
const STEP_MS: u64 = 50;
/// When the box begins, milliseconds since 1970: 3 March 2025, 09:00 UTC.
const MORNING_MS: i64 = 1_740_992_400_000;

/// A box that runs.
pub struct Pod {
    pub routes: Vec<Route>,
    app: Option<App>,
    runtime: tokio::runtime::Runtime,
    /// As long as it is there, time stands still.
    holds: Option<mpsc::Sender<()>>,
    hand: Arc<AtomicI64>,
    began: Instant,
    keeper: rusqlite::Connection,
    folder: tempfile::TempDir,
}

/// Somebody's browser: what it sends with each request, and with each form.
#[derive(Clone, Debug)]
pub struct Browser {
    pub cookies: String,
    pub same_site: String,
}

/// What an open page heard: when, milliseconds since its box began, and what.
pub type Frames = Vec<(u64, String)>;

/// An open page.
pub struct Ear {
    /// None where the box lets nobody listen: whoever is suspended, or led elsewhere, hears nothing.
    says: Option<SplitSink<WebSocketStream<DuplexStream>, Message>>,
    heard: Arc<Mutex<Frames>>,
    hears: tokio::task::JoinHandle<()>,
}

impl Pod {
    /// A box that was claimed and set up as this says; `sort` is another for each way to do so.
    pub fn set_up(sort: &str, sets_up: impl FnOnce(&Site)) -> Pod {
        let folder = tempfile::tempdir().unwrap();
        let program = std::env::current_exe().unwrap();
        shelf::copied(&format!("pod-{sort}"), &program, folder.path(), |into| {
            let site = Site::school_with_clock();
            sets_up(&site);
            shelf::copy(site.leaves().path(), into).unwrap();
        });
        Pod::open(folder)
    }

    fn open(folder: tempfile::TempDir) -> Pod {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        // Time that nobody moves goes on by itself once all wait, but not while a thread of the runtime works.
        let (holds, held) = mpsc::channel();
        runtime.spawn_blocking(move || held.recv());
        let (clock, hand) = Clock::held(MORNING_MS);
        let config = Config {
            data: folder.path().join("data"),
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            name: None,
            mdns: false,
            interfaces: Vec::new(),
        };
        let app = runtime.block_on(App::open(&config, clock)).unwrap();
        let began = runtime.block_on(async { Instant::now() });
        let keeper = rusqlite::Connection::open(config.database()).unwrap();
        keeper.busy_timeout(Duration::from_secs(20)).unwrap();
        keeper.execute_batch("PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=400;").unwrap();
        spoils(&keeper);
        let base = folder.path().join("base.db");
        keeper.backup("main", base, None::<fn(rusqlite::backup::Progress)>).unwrap();
        let routes = app.routes.clone();
        Pod { routes, app: Some(app), runtime, holds: Some(holds), hand, began, keeper, folder }
    }

    fn app(&self) -> &App {
        self.app.as_ref().expect("it runs until it is dropped")
    }

    /// Everything as it was when the box was opened. What it has in memory it keeps by number: no number comes twice.
    pub fn puts_back(&mut self) {
        let schema: i64 = self.keeper.query_row("PRAGMA schema_version", [], |row| row.get(0)).unwrap();
        let base = self.folder.path().join("base.db");
        self.keeper.restore("main", base, None::<fn(rusqlite::backup::Progress)>).unwrap();
        // No connection of the box reads the schema anew.
        self.keeper.pragma_update(None, "schema_version", schema).unwrap();
    }

    /// The file itself, as nobody of the box sees it.
    pub fn file(&self) -> &rusqlite::Connection {
        &self.keeper
    }

    /// Numbers that the box gives from now on come after this one, whatever it gave before.
    pub fn counts_on_from(&self, number: i64) {
        let sql = "UPDATE sqlite_sequence SET seq = ?1 WHERE name NOT IN ('audit', 'boot', 'session')";
        self.keeper.execute(sql, [number]).unwrap();
        // A box in which nothing was ever made has no line for it yet.
        let sql = "INSERT INTO sqlite_sequence (name, seq)
                   SELECT 'item', ?1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'item')";
        self.keeper.execute(sql, [number]).unwrap();
        self.keeper.execute("UPDATE chat_count SET last = ?1", [number]).unwrap();
    }

    /// A folder of the box's data.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.path().join("data").join(name)
    }

    /// Something that the owner does, without a page.
    pub fn write<T: Send + 'static>(
        &self,
        act: Act,
        change: impl FnOnce(&mut Change<'_>) -> Result<T> + Send + 'static,
    ) -> T {
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), "Firefox".into());
        self.runtime.block_on(self.app().db.write(&owner, act, change)).unwrap()
    }

    /// The packer packs what waits.
    pub fn packs(&self) {
        let depot = self.app().depot.clone();
        while self.runtime.block_on(archive::pack_next(&self.app().db, &depot)).unwrap() {}
    }

    /// A browser in which this session goes on: it opens a page, for what its forms carry.
    pub fn browser(&self, token: &str) -> Browser {
        let cookies = format!("session={token}; device=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        let mut browser = Browser { cookies, same_site: String::new() };
        let page = self.asks(&browser, &Ask::get("/my/preferences"));
        // Whoever closes their account or has a slip is led elsewhere, and what they send is refused.
        let text = page.text();
        let token = text.split_once("name=\"same_site\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
        token.map(|(token, _)| token).unwrap_or_default().clone_into(&mut browser.same_site);
        browser
    }

    /// Sends a request, and waits for all of its answer.
    pub fn asks(&self, browser: &Browser, ask: &Ask) -> Answer {
        let mut request = axum::http::Request::builder().method(ask.method).uri(&ask.path);
        request = request.header("host", HOST).header("cookie", &browser.cookies);
        if ask.method != "GET" {
            request = request.header("origin", format!("http://{HOST}"));
        }
        for (name, value) in &ask.headers {
            request = request.header(name, value);
        }
        let mut request = request.body(Body::from(ask.body.clone())).unwrap();
        let peer = SocketAddr::from(([127, 0, 0, 1], 4_000));
        request.extensions_mut().insert(axum::extract::ConnectInfo(peer));
        self.runtime.block_on(async {
            let answer = self.app().router.clone().oneshot(request).await.unwrap();
            let (head, body) = answer.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
            Answer { status: head.status.as_u16(), headers: head.headers, body }
        })
    }

    /// Sends a form with these fields.
    pub fn sends(&self, browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = [("same_site", browser.same_site.as_str())];
        self.asks(browser, &Ask::post(path, &[&token[..], fields].concat()))
    }

    /// A page of this browser stays open, and listens to this.
    pub fn listens(&self, browser: &Browser, hello: &serde_json::Value) -> Ear {
        let mut ear = self.runtime.block_on(async {
            let (ours, theirs) = tokio::io::duplex(WIRE_BYTES);
            let service = TowerToHyperService::new(self.app().router.clone());
            let http = hyper::server::conn::http1::Builder::new();
            tokio::spawn(http.serve_connection(TokioIo::new(theirs), service).with_upgrades());
            let mut request = format!("ws://{HOST}/live").into_client_request().unwrap();
            let headers = request.headers_mut();
            headers.insert("cookie", browser.cookies.parse().unwrap());
            headers.insert("origin", format!("http://{HOST}").parse().unwrap());
            let heard = Arc::new(Mutex::new(Frames::new()));
            let socket = match client_async(request, ours).await {
                Ok((socket, _)) => socket,
                Err(Refused::Http(answer)) if answer.status() == 404 => {
                    return Ear { says: None, heard, hears: tokio::spawn(async {}) };
                }
                Err(error) => panic!("{error}"),
            };
            let (says, mut hears) = socket.split();
            let (noted, began) = (heard.clone(), self.began);
            let hears = tokio::spawn(async move {
                while let Some(Ok(message)) = hears.next().await {
                    let at_ms = u64::try_from(began.elapsed().as_millis()).unwrap();
                    let text = match message {
                        Message::Text(text) => text.to_string(),
                        other => format!("{other:?}"),
                    };
                    noted.lock().unwrap().push((at_ms, text));
                }
            });
            Ear { says: Some(says), heard, hears }
        });
        self.says(&mut ear, hello);
        ear
    }

    /// Its script says something.
    pub fn says(&self, ear: &mut Ear, said: &serde_json::Value) {
        // Where the box has let the page go, nobody hears it.
        if let Some(says) = &mut ear.says {
            let _ = self.runtime.block_on(says.send(Message::text(said.to_string())));
        }
        self.settles();
    }

    /// The page is closed.
    pub fn closes(&self, mut ear: Ear) {
        if let Some(says) = &mut ear.says {
            let _ = self.runtime.block_on(says.close());
        }
        self.settles();
        ear.hears.abort();
        self.settles();
    }

    /// Everything is done that can be done at this moment.
    pub fn settles(&self) {
        self.runtime.block_on(async {
            for _ in 0..ROUNDS {
                tokio::task::yield_now().await;
            }
        });
    }

    /// Time goes on.
    pub fn passes(&self, span_ms: u64) {
        let mut left_ms = span_ms;
        while left_ms > 0 {
            let step_ms = left_ms.min(STEP_MS);
            left_ms -= step_ms;
            self.hand.fetch_add(i64::try_from(step_ms).unwrap(), Ordering::SeqCst);
            self.runtime.block_on(tokio::time::advance(Duration::from_millis(step_ms)));
            self.settles();
        }
    }

    /// The number of the newest event, as a page of this browser says it.
    pub fn newest(&self, browser: &Browser) -> i64 {
        let page = self.asks(browser, &Ask::get("/my/preferences")).text();
        let since =
            page.split_once("name=\"live-since\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
        since.and_then(|(since, _)| since.parse().ok()).unwrap_or_default()
    }

    /// Milliseconds since the box began.
    pub fn now_ms(&self) -> u64 {
        self.runtime.block_on(async { u64::try_from(self.began.elapsed().as_millis()).unwrap() })
    }
}

/// `COURTYARD_MUTANT` names a file with statements that spoil one of the views: what holds only by that view fails then.
fn spoils(file: &rusqlite::Connection) {
    if let Some(mutant) = std::env::var_os("COURTYARD_MUTANT") {
        file.execute_batch(&std::fs::read_to_string(mutant).unwrap()).unwrap();
    }
}

impl Ear {
    /// What it heard since it was last asked, with the moments after this one.
    pub fn heard_since(&self, begun_ms: u64) -> Frames {
        let heard = std::mem::take(&mut *self.heard.lock().unwrap());
        heard.into_iter().map(|(at_ms, text)| (at_ms - begun_ms, text)).collect()
    }
}

impl Drop for Pod {
    fn drop(&mut self) {
        drop(self.holds.take());
        if let Some(app) = self.app.take() {
            app.db.close();
        }
    }
}
