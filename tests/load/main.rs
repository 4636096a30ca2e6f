//! Measures a pod as people's browsers do: `cargo run --release --example load -- SCENARIO --json FILE`.
//!
//! The program that is measured must be built (`cargo build --release`); it runs as a process of its own.

mod album;
mod chat;
mod client;
mod desk;
mod elsewhere;
mod find;
mod idle;
mod kill;
mod login;
mod machine;
mod pages;
mod photo;
mod pod;
mod post;
mod storm;
mod tally;
mod waiting;

use clap::{Parser, ValueEnum};
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures a pod as people's browsers do.
#[derive(Parser)]
struct Line {
    /// What to measure
    scenario: Scenario,
    /// Where to write the figures as one JSON object
    #[arg(long)]
    json: Option<PathBuf>,
    /// Seconds of each run, where a scenario runs for a time
    #[arg(long, default_value_t = 8)]
    seconds: u64,
    /// Seconds in which people come and go while others talk, in the scenario of chat; 0 for none
    #[arg(long, default_value_t = 30)]
    soak: u64,
    /// Word rules that are switched on, in the scenario of posts; at most 10,000
    #[arg(long, default_value_t = 0)]
    word_rules: usize,
    /// Rounds of the kill storm
    #[arg(long, default_value_t = 50)]
    rounds: usize,
    /// Photos to send instead of drawn ones, once or again: real ones of 12 megapixels
    #[arg(long)]
    file: Vec<PathBuf>,
    /// The box that a storm from outside goes to, as ADDRESS:PORT; one of your own, on a network of its own
    #[arg(long)]
    at: Option<SocketAddr>,
    /// Who is signed in there, as `courtyard demo --sessions` wrote it
    #[arg(long)]
    sessions: Option<PathBuf>,
    /// The file of what was acknowledged
    #[arg(long)]
    acknowledged: Option<PathBuf>,
    /// The data folder to look in
    #[arg(long)]
    data: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Scenario {
    /// Home, signed in, 20 posts of 100,000, 200 contacts; 1 and 16 at once; and in a small pod
    Home,
    /// A post by its own address
    Permalink,
    /// Searches among 100,000 posts; 1 and 16 at once
    Search,
    /// Names offered while somebody types; 16 at once
    Suggest,
    /// Posts, acknowledged; 1, 16 and 64 at once
    Post,
    /// 300 people in one minute, 30 at once, while others read
    LoginStorm,
    /// Photos of 12 megapixels: alone and 8 at once
    Photo,
    /// An album of 1,000 photos: its pages, and pages of photos in its middle; 1 and 16 at once
    Album,
    /// The lists of the desk with 50,000 open cases and a million entries in the record; 1 and 16 at once
    Desk,
    /// Messages in rooms of 30 and 200 while 1,000 people listen, and nothing lost or doubled while they come and go
    Chat,
    /// Start, memory, bytes of a first and a later visit; what open pages cost that wait
    Idle,
    /// Kill -9 during a storm of posts, again and again
    KillStorm,
    /// A storm on a box elsewhere, until it falls silent: --at, --sessions, --acknowledged
    Storm,
    /// Is all that was acknowledged in this folder? --data, --acknowledged
    Look,
}

fn main() -> ExitCode {
    let line = Line::parse();
    match measure(&line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            pod::say(&format!("load: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn measure(line: &Line) -> io::Result<()> {
    // One thread: the other core is the pod's.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let report = runtime.block_on(async {
        let report = match line.scenario {
            Scenario::Home => pages::home(line.seconds).await.map(Some),
            Scenario::Permalink => pages::permalink(line.seconds).await.map(Some),
            Scenario::Search => find::search(line.seconds).await.map(Some),
            Scenario::Suggest => find::suggest(line.seconds).await.map(Some),
            Scenario::Post => post::run(line.word_rules).await.map(Some),
            Scenario::LoginStorm => login::run().await.map(Some),
            Scenario::Photo => photo::run(&line.file).await.map(Some),
            Scenario::Album => album::run(line.seconds).await.map(Some),
            Scenario::Desk => desk::run(line.seconds).await.map(Some),
            Scenario::Chat => chat::run(line.seconds, line.soak).await.map(Some),
            Scenario::Idle => idle::run().await.map(Some),
            Scenario::KillStorm => kill::run(line.rounds).await.map(Some),
            Scenario::Storm | Scenario::Look => elsewhere(line).await,
        };
        let mut report = report?;
        if let Some(report) = &mut report {
            machine::alone(report).await;
        }
        io::Result::Ok(report)
    })?;
    match (&line.json, report) {
        (Some(file), Some(report)) => std::fs::write(file, format!("{:#}\n", report.json())),
        _ => Ok(()),
    }
}

/// What is no measurement: the storm on a box elsewhere, and the look for what it acknowledged.
async fn elsewhere(line: &Line) -> io::Result<Option<tally::Report>> {
    let acknowledged = wanted(line.acknowledged.as_ref(), "--acknowledged")?;
    if let Scenario::Storm = line.scenario {
        let at = wanted(line.at.as_ref(), "--at")?;
        elsewhere::storm(*at, wanted(line.sessions.as_ref(), "--sessions")?, acknowledged).await?;
    } else {
        elsewhere::look(wanted(line.data.as_ref(), "--data")?, acknowledged)?;
    }
    Ok(None)
}

fn wanted<'a, T>(word: Option<&'a T>, name: &str) -> io::Result<&'a T> {
    word.ok_or_else(|| io::Error::other(format!("this scenario needs {name}")))
}
