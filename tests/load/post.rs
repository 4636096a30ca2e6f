//! Writing: posts that were acknowledged, and what this disk itself needs for a flush.

use crate::client::{Client, files_type, with_files};
use crate::pages::LARGE;
use crate::pod::{Data, Pod};
use crate::tally::{Report, Tally};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// People at once, and posts of the run: together fewer than the 60 each that the pace allows.
const RUNS: [(&str, usize, usize); 3] = [("c1", 1, 2_000), ("c16", 16, 12_000), ("c64", 64, 30_000)];

/// Posts at 1, 16 and 64, by a thousand people in turn, with so many word rules switched on.
pub async fn run(word_rules: usize) -> io::Result<Report> {
    let mut report = Report::new("post");
    let data = Data::of(LARGE)?;
    add_rules(&data.path(), word_rules).map_err(io::Error::other)?;
    report.figure("word_rules", word_rules as f64);
    let flush = fdatasync_p50_ms(&data.path())?;
    let pod = Pod::start(&data.path())?;
    let mut requests = Vec::with_capacity(data.sessions.len());
    for (number, (_, token)) in data.sessions.iter().enumerate() {
        requests.push(request(&pod, number, token).await?);
    }
    let requests = Arc::new(requests);
    let next = Arc::new(AtomicUsize::new(0));
    for (name, at_once, posts) in RUNS {
        let processor_ms = pod.processor_ms();
        let until = next.load(Ordering::Relaxed) + posts;
        let mut tally = Tally::new();
        let tasks = (0..at_once).map(|_| {
            let (requests, next, address) = (requests.clone(), next.clone(), pod.address);
            tokio::spawn(async move {
                let (mut tally, mut client) = (Tally::new(), Client::new(address));
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= until {
                        return tally;
                    }
                    let sent = Instant::now();
                    let answer = client.send(&requests[number % requests.len()]).await;
                    tally.note(sent, answer.is_ok_and(|answer| answer.status == 303 && answer.is_well()));
                }
            })
        });
        for task in tasks.collect::<Vec<_>>() {
            tally.add(task.await?);
        }
        next.store(until, Ordering::Relaxed);
        tally.processor_ms = pod.processor_ms() - processor_ms;
        report.run(name, &tally.end());
    }
    report.figure("fdatasync_p50_ms", flush);
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// Rules of every kind and action for words that nobody says, as staff would have switched them on. Before the box starts.
fn add_rules(data: &Path, count: usize) -> rusqlite::Result<()> {
    let mut sql = rusqlite::Connection::open(data.join("courtyard.db"))?;
    let step = sql.transaction()?;
    for number in 0..count {
        let word = |mut rest: usize| {
            let mut word = String::new();
            for _ in 0..4 {
                word.push(char::from(b"bdfgklmnprst"[rest % 12]));
                word.push(char::from(b"aeiou"[rest / 12 % 5]));
                rest /= 60;
            }
            word
        };
        let kind = ["word", "phrase", "prefix", "anywhere"][number % 4];
        let action = ["block", "hold", "flag", "censor", "help"][number % 5];
        let pattern = match kind {
            "phrase" => format!("{} {}", word(number * 7), word(number * 13)),
            _ => word(number * 7),
        };
        step.execute(
            "INSERT OR IGNORE INTO watch_rule (pattern, folded, kind, action, severity, category, made_at, changed_at)
             VALUES (?1, ?1, ?2, ?3, 2, 'other', 0, 0)",
            [pattern.as_str(), kind, action],
        )?;
    }
    step.commit()
}

/// The bytes of somebody's post, with the token of a form they were given.
async fn request(pod: &Pod, number: usize, token: &str) -> io::Result<Vec<u8>> {
    let mut client = Client::signed_in(pod.address, number, token);
    client.get("/posts/new").await?;
    let same_site = client.same_site().ok_or_else(|| io::Error::other("a form without a token"))?;
    let fields = [
        ("same_site", same_site.as_str()),
        ("body", "The heron was back at the pond this morning. Come and look before it gets dark. #birds"),
        ("audience", "everyone"),
    ];
    Ok(client.request("POST", "/posts", &files_type(), &with_files(&fields, &[])))
}

/// What one small write and its flush take on this disk, in the middle, milliseconds.
fn fdatasync_p50_ms(folder: &Path) -> io::Result<f64> {
    let path = folder.join("flush");
    let mut file = File::create(&path)?;
    let mut tally = Tally::new();
    for _ in 0..300 {
        let begun = Instant::now();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        tally.note(begun, true);
    }
    std::fs::remove_file(&path)?;
    Ok(tally.end().milliseconds(500))
}
