//! The command line: serve, demo, account, doctor, verify.

mod account;
mod doctor;
mod serve;
mod verify;

use crate::base::{Error, Problems};
use crate::demo;
use clap::{Args, Parser, Subcommand};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

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
    serve: serve::Words,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site (this is what happens without a word, too)
    Serve(serve::Words),
    /// Fill a fresh folder with a made-up school, to look around in; prints who can sign in
    Demo(Demo),
    /// Check the audit log: name the first place that does not hold, or where it is not the one on a daily sheet
    #[command(after_help = verify::ABOUT)]
    Verify(verify::Words),
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
    /// Photos of one large album, to measure with
    #[arg(long, value_name = "N", default_value_t = 0)]
    album: usize,
    /// Sign everybody in and write their session tokens to this file (for the load program)
    #[arg(long, hide = true)]
    sessions: Option<PathBuf>,
}

/// Reads the command line and runs one command; the exit code is for shell scripts.
pub fn run() -> ExitCode {
    let line = Line::parse();
    let done = match line.command {
        None => serve::run(line.serve),
        Some(Command::Serve(words)) => serve::run(words),
        Some(Command::Demo(words)) => demo(&words),
        Some(Command::Verify(words)) => verify::run(&words),
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

fn demo(words: &Demo) -> Result<ExitCode, Error> {
    let plan =
        demo::Plan { members: words.members, posts: words.posts, photos: words.photos, album: words.album };
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
