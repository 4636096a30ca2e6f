//! The command line: serve, demo, account, doctor, verify.

mod account;
mod doctor;

use crate::app::App;
use crate::appliance::addresses;
use crate::appliance::announce::{Announcer, Settings};
use crate::base::{Clock, Error, Problems, Rules};
use crate::config::{self, Config};
use crate::demo;
use crate::web::Hosts;
use clap::{Args, Parser, Subcommand};
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::sync::watch;

/// A private social network in a box: one program, one folder of data, no Internet.
#[derive(Parser)]
#[command(
    version,
    about,
    max_term_width = 100,
    after_help = "Without a word, `courtyard` serves on \
    --data ./courtyard-data --listen 0.0.0.0:8080. On a fresh folder it prints the address at which the box \
    is claimed, with its set-up code.\n\nExit codes: 0 well; 1 it failed, the reason is on standard error; \
    2 the words were not understood; 3 a check found a fault; 4 the folder is in use."
)]
struct Line {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site (this is what happens without a word, too)
    Serve(Serve),
    /// Fill a fresh folder with a made-up school, to look around in; prints who can sign in
    Demo(Demo),
    /// Walk the audit log from its first entry and name the first place that does not hold
    Verify(Folder),
    /// Check the box: program, database, audit log, space, photos
    #[command(long_about = doctor::ABOUT)]
    Doctor(doctor::Words),
    /// Make, list, suspend and mend accounts at the box's own keyboard
    #[command(subcommand, after_help = account::ABOUT)]
    Account(account::Words),
}

#[derive(Args)]
struct Folder {
    /// The folder that holds everything: database and pictures
    #[arg(long, env = "COURTYARD_DATA", default_value = "./courtyard-data")]
    data: PathBuf,
}

#[derive(Args)]
struct Demo {
    /// The folder to fill: it must not be there yet, or be empty
    #[arg(long, env = "COURTYARD_DATA")]
    data: PathBuf,
    /// How many people besides staff
    #[arg(long, default_value_t = 60)]
    members: usize,
    /// How many posts
    #[arg(long, default_value_t = 400)]
    posts: usize,
    /// How many photos in those posts
    #[arg(long, default_value_t = 40)]
    photos: usize,
    /// Sign everybody in and write their session tokens to this file (for the load program)
    #[arg(long, hide = true)]
    sessions: Option<PathBuf>,
}

#[derive(Args)]
struct Serve {
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
    /// How much to log: error, warn, info, debug or trace
    #[arg(long, env = "COURTYARD_LOG", default_value = "info")]
    log: tracing::Level,
}

/// Reads the command line and runs one command; the exit code is for shell scripts.
pub fn run() -> ExitCode {
    let line = Line::parse();
    let done = match line.command {
        None => serve(line.serve),
        Some(Command::Serve(words)) => serve(words),
        Some(Command::Demo(words)) => demo(&words),
        Some(Command::Verify(folder)) => verify(&folder),
        Some(Command::Doctor(words)) => doctor::run(&words),
        Some(Command::Account(words)) => runtime().and_then(|runtime| runtime.block_on(account::run(words))),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            complain(&error);
            ExitCode::from(if matches!(error, Error::Busy) { 4 } else { 1 })
        }
    }
}

fn complain(error: &Error) {
    let words = match error {
        Error::Busy => "another Courtyard is using this folder".to_owned(),
        Error::Broken(cause) => cause.clone(),
        Error::NotFound => "there is no such account".to_owned(),
        Error::Forbidden => "that is not allowed: the last owner stays".to_owned(),
        Error::Invalid(problems) => in_words(problems),
        other => other.to_string(),
    };
    let _ = writeln!(std::io::stderr(), "courtyard: {words}");
}

/// The problems in English, each with the word that it belongs to.
fn in_words(problems: &Problems) -> String {
    let said = crate::ui::Said::new(crate::lang::Lang::english(), problems);
    let each =
        said.list().iter().map(|problem| format!("{}: {}", problem.field, problem.words)).collect::<Vec<_>>();
    each.join(" ")
}

/// One line for the person at the console. A closed pipe is no fault of ours.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn runtime() -> Result<tokio::runtime::Runtime, Error> {
    // Look-ups run on these threads, so there are a few more than cores: one that waits for a slow
    // disk does not hold up the others.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads((cores + 1).max(3)).enable_all().build()?)
}

fn serve(words: Serve) -> Result<ExitCode, Error> {
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
    runtime()?.block_on(serve_until_stopped(config))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve_until_stopped(config: Config) -> Result<(), Error> {
    let app = App::open(&config, Clock::real()).await?;
    let listener = crate::web::listen_on(config.listen).await?;
    let port = listener.local_addr()?.port();
    let announcer = if config.mdns { announce(&app, &config, port).map(Arc::new) } else { None };
    let name = announcer.as_ref().map(|announcer| announcer.name());
    if let (Some(name), Some(announcer)) = (&name, &announcer) {
        app.hosts.add_name(name);
        tokio::spawn(follow_site_name(app.rules.clone(), app.hosts.clone(), announcer.clone()));
    }
    greet(&app, name.as_deref(), SocketAddr::new(config.listen.ip(), port));
    crate::web::serve(listener, app.router.clone(), stopped()).await;
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

/// What the person at the console needs: where it is, and on a fresh box how to claim it.
fn greet(app: &App, name: Option<&str>, listen: SocketAddr) {
    let names: Vec<&str> = name.into_iter().collect();
    let reachable = match listen.ip() {
        ip if ip.is_loopback() => Vec::new(),
        ip if ip.is_unspecified() => addresses::reachable_addresses(&Default::default()),
        ip => vec![ip],
    };
    let mut addresses = addresses::web_addresses(&names, &reachable, listen.port());
    if addresses.is_empty() {
        addresses.push(format!("http://localhost:{}", listen.port()));
    }
    say(&format!("Courtyard {} is ready.", env!("CARGO_PKG_VERSION")));
    for address in &addresses {
        say(&format!("  {address}"));
    }
    if let Some(code) = &app.site.setup_code {
        say("\nNobody has claimed this box yet. Open");
        say(&format!("  {}/setup", addresses[0]));
        say(&format!("and type the set-up code  {code}"));
    }
}

/// Ends when somebody presses Ctrl-C or the system asks to stop.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! { _ = interrupt => (), _ = terminate.recv() => () }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}

fn demo(words: &Demo) -> Result<ExitCode, Error> {
    let plan = demo::Plan { members: words.members, posts: words.posts, photos: words.photos };
    let filled = runtime()?.block_on(demo::fill(&words.data, plan, words.sessions.as_deref()))?;
    let counts: Vec<String> = filled.counts.iter().map(|(what, count)| format!("{count} {what}")).collect();
    say(&format!("{} is ready: {}.", demo::SITE_NAME, counts.join(", ")));
    say("\nThese can sign in (everybody knows these passwords: keep nothing of your own in it):");
    for sign_in in &filled.sign_ins {
        say(&format!("  {:<11} {:<22} {}", sign_in.what, sign_in.username, sign_in.password));
    }
    say(&format!("\nServe it with  courtyard serve --data {}", words.data.display()));
    Ok(ExitCode::SUCCESS)
}

fn verify(folder: &Folder) -> Result<ExitCode, Error> {
    let found = crate::db::verify_file(&config::database(&folder.data))?;
    match found.fault {
        None => {
            say(&format!("The audit log holds: {} entries, head {}", found.entries, found.head));
            Ok(ExitCode::SUCCESS)
        }
        Some(fault) => {
            say(&format!("The audit log does not hold: {fault}"));
            Ok(ExitCode::from(3))
        }
    }
}
