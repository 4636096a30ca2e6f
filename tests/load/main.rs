//! Measures a pod as people's browsers do: `cargo run --release --example load -- SCENARIO --json FILE`.
//!
//! The program that is measured must be built (`cargo build --release`); it runs as a process of its own.

mod client;
mod idle;
mod kill;
mod login;
mod pages;
mod photo;
mod pod;
mod post;
mod tally;

use clap::{Parser, ValueEnum};
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
    /// Rounds of the kill storm
    #[arg(long, default_value_t = 50)]
    rounds: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum Scenario {
    /// Home, signed in, 20 posts of 100,000, 200 contacts; 1 and 16 at once; and in a small pod
    Home,
    /// A post by its own address
    Permalink,
    /// Posts, acknowledged; 1, 16 and 64 at once
    Post,
    /// 300 people in one minute, 30 at once, while others read
    LoginStorm,
    /// Photos of 12 megapixels: alone and 8 at once
    Photo,
    /// Start, memory, bytes of a first and a later visit
    Idle,
    /// Kill -9 during a storm of posts, again and again
    KillStorm,
}

fn main() -> ExitCode {
    let line = Line::parse();
    // One thread: the other core is the pod's.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let done = runtime.and_then(|runtime| {
        runtime.block_on(async {
            match line.scenario {
                Scenario::Home => pages::home(line.seconds).await,
                Scenario::Permalink => pages::permalink(line.seconds).await,
                Scenario::Post => post::run().await,
                Scenario::LoginStorm => login::run().await,
                Scenario::Photo => photo::run().await,
                Scenario::Idle => idle::run().await,
                Scenario::KillStorm => kill::run(line.rounds).await,
            }
        })
    });
    let written = done.and_then(|report| match &line.json {
        Some(file) => std::fs::write(file, format!("{:#}\n", report.json())),
        None => Ok(()),
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            pod::say(&format!("load: {error}"));
            ExitCode::FAILURE
        }
    }
}
