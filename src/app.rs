//! The app: what a request can reach, all routes merged, the order of the layers.

use crate::appliance::addresses;
use crate::base::{Act, Clock, Error, Result, Rules};
use crate::bus::Bus;
use crate::config::{self, Config};
use crate::db::{Db, SCHEMA_VERSION, Viewer};
use crate::features::{
    self, accounts::Hashers, admin, announcements, archive, evidence, help, home, photos, posts, setup,
    sheets,
};
use crate::web::{self, Floor, Hosts, Route, live};
use axum::routing::get;
use axum::{Json, Router, middleware};
use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::watch;

/// One box, opened and ready to serve.
pub struct App {
    /// The database, for the box's own commands.
    pub db: Arc<Db>,
    /// The names and addresses under which it answers.
    pub hosts: Arc<Hosts>,
    /// The site as it was at the start.
    pub site: setup::Site,
    /// Every route with its gate.
    pub routes: Vec<Route>,
    /// Answers every request.
    pub router: Router,
    /// The photos on the disk, for the sweep.
    pub shelf: Arc<photos::Shelf>,
    /// The archives on the disk, for whoever packs.
    pub depot: Arc<archive::Depot>,
    /// The house rules now, and a word each time they are changed.
    pub rules: watch::Receiver<Arc<Rules>>,
    lock: File,
}

impl App {
    /// Opens the data folder, makes what is missing, and puts everything together.
    ///
    /// # Errors
    /// `Busy` where another process has the folder; `Broken` where it cannot be opened.
    pub async fn open(config: &Config, clock: Clock) -> Result<App> {
        for folder in [&config.data, &config.photos(), &config.uploads()] {
            std::fs::create_dir_all(folder)?;
        }
        let lock = lock(&config.data)?;
        let bus = Arc::new(Bus::default());
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let told = bus.clone();
        let db = Db::open(&config.database(), cores.clamp(2, 8), clock, move |events, reach| {
            told.tell(events, reach)
        })?;
        let db = Arc::new(db);
        bus.begin_at(db.newest_at_start());
        let the_box = Viewer::stranger().on("box");
        let site = db.write(&the_box, Act::Start, setup::prepare).await?;
        let rules = db.read(&the_box, setup::load_rules).await?;
        let hosts = Arc::new(Hosts::new(addresses::own_addresses));
        config.name.iter().for_each(|name| hosts.add_name(name));
        let mut tools = axum::http::Extensions::new();
        tools.insert(Arc::new(Hashers::start(cores.saturating_sub(1).max(1))?));
        let shelf = Arc::new(photos::Shelf::open(&config.photos())?);
        tools.insert(shelf.clone());
        let depot = Arc::new(archive::Depot::open(&config.archives(), shelf.clone())?);
        tools.insert(depot.clone());
        tools.insert(Arc::new(photos::Workshop::new(cores.saturating_sub(1).max(1))));
        tools.insert(Arc::new(posts::Feeds::default()));
        tools.insert(Arc::new(posts::Kept::default()));
        tools.insert(Arc::new(announcements::Boards::default()));
        tools.insert(Arc::new(home::Besides::default()));
        tools.insert(Arc::new(sheets::Keeper::new(db.clone(), config.database())));
        let seal = Arc::new(sheets::Seal::in_file(config.seal()));
        tools.insert(Arc::new(evidence::Vault::new(
            db.clone(),
            seal.clone(),
            shelf.clone(),
            config.uploads(),
        )));
        tools.insert(seal);
        tools.insert(bus.clone());
        tools.insert(Arc::new(setup::Proven::default()));
        tools.insert(Arc::new(admin::Slips::default()));
        tools.insert(Arc::new(help::Parts::new()));
        let floor = Arc::new(Floor::new(db.clone(), bus, rules, config.uploads(), tools));
        let rules = floor.watch_rules();
        let (router, routes) = router(floor, hosts.clone());
        Ok(App { db, hosts, site, routes, router, shelf, depot, rules, lock })
    }

    /// Writes what waits and closes the database.
    pub fn close(self) {
        self.db.close();
        drop(self.lock);
    }
}

/// A box that does not serve: for the commands at its own keyboard.
pub struct AtRest {
    /// The database.
    pub db: Db,
    lock: File,
}

impl AtRest {
    /// Opens a data folder that is there already; makes nothing.
    ///
    /// # Errors
    /// `Busy` where another process has the folder; `Broken` where there is no box in it.
    pub fn open(data: &Path) -> Result<AtRest> {
        let file = config::database(data);
        if !file.is_file() {
            let words = format!("there is no box in {}: start it there once first", data.display());
            return Err(Error::Broken(words));
        }
        let lock = lock(data)?;
        let db = Db::open(&file, 1, Clock::real(), |_, _| ())?;
        Ok(AtRest { db, lock })
    }

    /// Writes what waits and closes the database.
    pub fn close(self) {
        self.db.close();
        drop(self.lock);
    }
}

/// Does another process have this data folder? Asks, and leaves no trace.
pub fn is_in_use(data: &Path) -> bool {
    let Ok(lock) = File::open(data.join("in-use")) else { return false };
    matches!(lock.try_lock(), Err(TryLockError::WouldBlock))
}

/// One process a data folder.
fn lock(data: &Path) -> Result<File> {
    let lock = File::create(data.join("in-use"))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(Error::Busy),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn router(floor: Arc<Floor>, hosts: Arc<Hosts>) -> (Router, Vec<Route>) {
    let routes = features::routes();
    let list = routes.list().to_vec();
    let (pages, tellers) = routes.split();
    let tellers = Arc::new(tellers);
    live::start(&floor, &tellers);
    let socket = Router::new().route("/live", get(live::connect)).with_state((floor.clone(), tellers));
    let started = Instant::now();
    let health = move || async move {
        Json(serde_json::json!({
            "status": "ok",
            "version": env!("CARGO_PKG_VERSION"),
            "schema": SCHEMA_VERSION,
            "uptime_s": started.elapsed().as_secs(),
        }))
    };
    let router = pages
        .fallback(web::nothing_here)
        .method_not_allowed_fallback(web::nothing_here)
        .with_state(floor)
        .merge(socket)
        .route("/health", get(health))
        .merge(web::assets::routes())
        .layer(middleware::from_fn_with_state(hosts, web::allow_host))
        .layer(middleware::from_fn(web::add_headers));
    (router, list)
}
