//! `courtyard serve`: opens the box, says where it is, answers until it is asked to stop.

use super::{runtime, say};
use crate::app::App;
use crate::appliance::announce::{Announcer, Settings};
use crate::appliance::screen::{self, Told};
use crate::appliance::{addresses, service, time};
use crate::base::{Act, Clock, Error, Rules};
use crate::config::Config;
use crate::db::{Db, Viewer};
use crate::features::apart;
use crate::features::archive::{self, Depot};
use crate::features::days;
use crate::features::hours;
use crate::features::leaving;
use crate::features::photos::{self, Shelf};
use crate::features::readings;
use crate::features::retention;
use crate::features::sanctions;
use crate::features::sheets;
use crate::web::Hosts;
use clap::Args;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often the screen is compared with what is so: a new lease, a cable, a claim. Costs well under a millisecond.
const SCREEN_EVERY: Duration = Duration::from_secs(2);

/// How often the days are counted, and what waits for their end is done.
const HOUSE_EVERY: Duration = Duration::from_secs(10 * 60);

/// How often photos that nothing names are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

#[derive(Args)]
pub(super) struct Words {
    /// The folder that holds everything: database and pictures. Made if it is not there
    #[arg(long, env = "COURTYARD_DATA", default_value = "./courtyard-data")]
    data: PathBuf,
    /// The address and port to listen on; `0.0.0.0` means every address of the box, those of IPv6 too
    #[arg(long, env = "COURTYARD_LISTEN", default_value = "0.0.0.0:8080")]
    listen: SocketAddr,
    /// A name under which the box is also asked, besides its own .local name and its addresses
    #[arg(long, env = "COURTYARD_NAME")]
    name: Option<String>,
    /// Do not announce the name on the local network (mDNS)
    #[arg(long, env = "COURTYARD_NO_MDNS")]
    no_mdns: bool,
    /// Announce on these network interfaces only, such as eth0,wlan0, even if they are bridges or tunnels;
    /// without this, on every cable and radio
    #[arg(long, env = "COURTYARD_INTERFACES", value_delimiter = ',')]
    interfaces: Vec<String>,
    /// Keep in this file what a screen on the box shows: name, addresses, set-up code (`courtyard-screen.path` shows it)
    #[arg(long, env = "COURTYARD_SCREEN")]
    screen: Option<PathBuf>,
    /// How much to log: error, warn, info, debug or trace
    #[arg(long, env = "COURTYARD_LOG", default_value = "info")]
    log: tracing::Level,
}

/// Serves until somebody presses Ctrl-C or the system asks to stop.
pub(super) fn run(words: Words) -> Result<ExitCode, Error> {
    tracing_subscriber::fmt()
        .with_max_level(words.log)
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    let config = Config {
        data: words.data,
        listen: words.listen,
        name: words.name,
        mdns: !words.no_mdns,
        interfaces: words.interfaces,
    };
    runtime()?.block_on(until_stopped(config, words.screen))?;
    Ok(ExitCode::SUCCESS)
}

async fn until_stopped(config: Config, screen: Option<PathBuf>) -> Result<(), Error> {
    let patience = service::Patience::for_work("Opening the data");
    let app = App::open(&config, Clock::real()).await?;
    drop(patience);
    // Before anything tells others that the box is there: whoever sees it may ask it to stop at once.
    let asked_to_stop = stopped();
    look_at_clock(&app.db).await;
    let listener = crate::web::listen_on(config.listen).await?;
    let port = listener.local_addr()?.port();
    let announcer = if config.mdns { announce(&app, &config, port).map(Arc::new) } else { None };
    if let Some(announcer) = &announcer {
        app.hosts.add_name(&announcer.name());
        tokio::spawn(follow_site_name(app.rules.clone(), app.hosts.clone(), announcer.clone()));
    }
    let place = Place {
        listen: SocketAddr::new(config.listen.ip(), port),
        interfaces: addresses::Interfaces::named(config.interfaces.iter().cloned()),
        announcer: announcer.clone(),
        setup_code: app.site.setup_code.clone(),
        rules: app.rules.clone(),
    };
    greet(&place.told());
    if let Some(file) = screen {
        tokio::spawn(async move { keep_screen(&file, &place).await });
    }
    service::ready("Serving");
    let db = app.db.clone();
    tokio::spawn(async move { service::watch(&db).await });
    tokio::spawn(keep_shelf_swept(app.db.clone(), app.shelf.clone()));
    tokio::spawn(archive::keep_packing(app.db.clone(), app.depot.clone()));
    tokio::spawn(sanctions::keep_ending(app.db.clone()));
    tokio::spawn(keep_house(app.db.clone(), app.depot.clone(), app.rules.clone()));
    crate::web::serve(listener, app.router.clone(), asked_to_stop).await;
    service::stopping();
    let _patience = service::Patience::for_work("Putting the data away");
    if let Some(announcer) = announcer {
        let _ = tokio::task::spawn_blocking(move || announcer.stop()).await;
    }
    app.close();
    Ok(())
}

fn announce(app: &App, config: &Config, port: u16) -> Option<Announcer> {
    let (db, hosts, runtime) = (app.db.clone(), app.hosts.clone(), tokio::runtime::Handle::current());
    let settings = Settings {
        site_name: app.rules.borrow().site_name.clone(),
        saved_label: app.site.label.clone(),
        install_id: app.site.install_id.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        port,
        interfaces: addresses::Interfaces::named(config.interfaces.iter().cloned()),
        on_rename: Box::new(move |site_name, label| {
            hosts.add_name(&format!("{label}.local"));
            let (db, site_name, label) = (db.clone(), site_name.to_owned(), label.to_owned());
            runtime.spawn(async move { crate::features::setup::keep_label(&db, site_name, label).await });
        }),
    };
    Announcer::start(settings).map_err(|error| tracing::warn!(%error, "the name is not announced")).ok()
}

/// The site is named in the wizard, or anew among the rules: it is announced so from then on. The former
/// name is answered to until the box stops, for those who have a page open.
async fn follow_site_name(
    mut rules: watch::Receiver<Arc<Rules>>,
    hosts: Arc<Hosts>,
    announcer: Arc<Announcer>,
) {
    let mut announced = rules.borrow_and_update().site_name.clone();
    while rules.changed().await.is_ok() {
        let site_name = rules.borrow_and_update().site_name.clone();
        if site_name != announced {
            announced.clone_from(&site_name);
            let announcer = announcer.clone();
            let renamed = tokio::task::spawn_blocking(move || {
                announcer.rename_site(&site_name);
                announcer.name()
            });
            if let Ok(name) = renamed.await {
                hosts.add_name(&name);
            }
        }
    }
}

/// What can be told of where the box is, asked anew each time: leases come and go.
struct Place {
    listen: SocketAddr,
    interfaces: addresses::Interfaces,
    announcer: Option<Arc<Announcer>>,
    setup_code: Option<String>,
    rules: watch::Receiver<Arc<Rules>>,
}

impl Place {
    fn told(&self) -> Told {
        let rules = self.rules.borrow().clone();
        let reachable = match self.listen.ip() {
            ip if ip.is_loopback() => Vec::new(),
            ip if ip.is_unspecified() => addresses::reachable_addresses(&self.interfaces),
            ip => vec![ip],
        };
        let name = self.announcer.as_ref().map(|announcer| announcer.name());
        let names: Vec<&str> = name.as_deref().into_iter().collect();
        let setup_code = self.setup_code.clone().filter(|_| !rules.claimed);
        // By number, since not every phone finds names; by the name where there is no number of IPv4.
        let number = reachable.iter().find(|address| address.is_ipv4()).copied();
        let for_phones = match number {
            Some(IpAddr::V4(_)) => {
                addresses::web_addresses(&[], &number.into_iter().collect::<Vec<_>>(), self.port())
            }
            _ if reachable.is_empty() => Vec::new(),
            _ => addresses::web_addresses(&names, &reachable, self.port()),
        };
        let path = if setup_code.is_some() { "/setup" } else { "" };
        let mut addresses = addresses::web_addresses(&names, &reachable, self.port());
        if self.listen.ip().is_loopback() {
            addresses.push(format!("http://localhost:{}", self.port()));
        }
        Told {
            site_name: if rules.claimed { rules.site_name.clone() } else { String::new() },
            addresses,
            for_phones: for_phones.first().map(|address| format!("{address}{path}")),
            setup_code,
            cards: addresses::cards(&self.interfaces),
        }
    }

    fn port(&self) -> u16 {
        self.listen.port()
    }
}

/// What the person who started it needs: where it is, and on a fresh box how to claim it.
fn greet(told: &Told) {
    say(&format!("Courtyard {} is ready.", env!("CARGO_PKG_VERSION")));
    for address in &told.addresses {
        say(&format!("  {address}"));
    }
    if let (Some(code), Some(address)) = (&told.setup_code, told.addresses.first()) {
        say("\nNobody has claimed this box yet. Open");
        say(&format!("  {address}/setup"));
        say(&format!("and type the set-up code  {code}"));
    }
}

/// Removes photos that nothing names: at the start, and once a day from then on.
async fn keep_shelf_swept(db: Arc<Db>, shelf: Arc<Shelf>) {
    let mut turn = tokio::time::interval(SWEEP_EVERY);
    loop {
        turn.tick().await;
        match photos::sweep(&db, &shelf).await {
            Ok(0) => (),
            Ok(gone) => tracing::info!(gone, "photos that nothing names were removed"),
            Err(error) => tracing::warn!(%error, "the photos could not be looked through"),
        }
    }
}

/// Deletes what was kept long enough, a little at a time.
async fn take_away(db: &Db, rules: &Rules) {
    loop {
        match retention::work(db, rules).await {
            Ok(true) => continue,
            Ok(false) => return,
            Err(error) => {
                tracing::warn!(%error, "what was kept long enough could not be deleted");
                return;
            }
        }
    }
}

/// While the clock is not believed: asks the machine whether it can be.
async fn look_at_clock(db: &Db) {
    let clock = db.clock();
    if clock.trust().is_enough() {
        return;
    }
    match db.read(&Viewer::the_box(), hours::known_ms).await {
        Ok(known_ms) => clock.believe(time::found(Path::new("/"), clock.now_ms(), known_ms)),
        Err(error) => tracing::warn!(%error, "nobody could say whether the clock is right"),
    }
}

/// Counts the days of the box, and does what waits for their end.
async fn keep_house(db: Arc<Db>, depot: Arc<Depot>, rules: watch::Receiver<Arc<Rules>>) {
    let mut turn = tokio::time::interval(HOUSE_EVERY);
    let (mut counted_ms, the_box) = (db.clock().monotonic_ms(), Viewer::the_box());
    loop {
        turn.tick().await;
        look_at_clock(&db).await;
        let now_ms = db.clock().monotonic_ms();
        let ran_ms = now_ms - std::mem::replace(&mut counted_ms, now_ms);
        let counted = db.write(&the_box, Act::NoteArchive, move |change| days::pass(change, ran_ms));
        if let Err(error) = counted.await {
            tracing::warn!(%error, "the days could not be counted");
            continue;
        }
        let house = rules.borrow().clone();
        loop {
            match leaving::work(&db, &house).await {
                Ok(true) => continue,
                Ok(false) => break,
                Err(error) => {
                    tracing::warn!(%error, "an account could not be emptied");
                    break;
                }
            }
        }
        if let Err(error) = sheets::make_due(&db, &house).await {
            tracing::warn!(%error, "the sheet of a day could not be made");
        }
        if let Err(error) = apart::pass_dates(&db, &house.time_zone).await {
            tracing::warn!(%error, "the dates of who is kept apart could not be looked at");
        }
        take_away(&db, &house).await;
        if let Err(error) = readings::tell_due(&db).await {
            tracing::warn!(%error, "people could not be told that staff read their talk");
        }
        match archive::sweep(&db, &depot).await {
            Ok(0) => (),
            Ok(gone) => tracing::info!(gone, "archives that were kept long enough were removed"),
            Err(error) => tracing::warn!(%error, "the archives could not be looked through"),
        }
    }
}

/// Keeps the screen's page true, as long as the box serves.
async fn keep_screen(file: &Path, place: &Place) {
    let mut shown = None;
    let mut turn = tokio::time::interval(SCREEN_EVERY);
    loop {
        turn.tick().await;
        let told = place.told();
        if shown.as_ref() == Some(&told) {
            continue;
        }
        if let Err(error) = screen::put(file, &told.page()) {
            tracing::warn!(%error, file = %file.display(), "the screen shows nothing new");
        }
        shown = Some(told);
    }
}

/// Ends when somebody presses Ctrl-C or the system asks to stop. Heeds both from the call on, not only once it
/// is waited for: until then either would end the process where it stands.
fn stopped() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let heeded = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async move {
        let [interrupt, terminate] = heeded.map(|asked| async move {
            match asked {
                Ok(mut asked) => drop(asked.recv().await),
                // The system gives no such signal: it has its own way to end the process.
                Err(_) => std::future::pending().await,
            }
        });
        tokio::select! { () = interrupt => (), () = terminate => () }
    }
}
