//! Kill -9 during a storm of posts, comments and photos: what was acknowledged must be there.

use crate::pod::{Data, Pod, Size, say, verify};
use crate::storm::{Storm, Taken, quick_check, texts};
use crate::tally::{Report, Tally};
use std::collections::HashSet;
use std::io;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

const SIZE: Size = Size { members: 200, posts: 500, photos: 10 };
const WRITERS: usize = 16;

/// So many times: start, storm, kill, start again, look for everything that was acknowledged.
pub async fn run(rounds: usize) -> io::Result<Report> {
    let mut report = Report::new("kill-storm");
    let data = Data::of(SIZE)?;
    let mut acknowledged: HashSet<String> = HashSet::new();
    let (mut lost, mut whole) = (0, Tally::new());
    let mut chance = moment();
    let mut pod = Pod::start(&data.path())?;
    for round in 0..rounds {
        let taken: Taken = Arc::default();
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let number = (round * WRITERS + writer) % data.sessions.len();
                let token = data.sessions[number].1.clone();
                let storm =
                    Storm { pod: pod.address, number, token, name: format!("storm {round}.{writer}") };
                tokio::spawn(storm.rage(taken.clone()))
            })
            .collect();
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // From the first acknowledgement on, so that no round is over before it begins.
        while taken.lock().unwrap_or_else(PoisonError::into_inner).is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis((chance >> 33) % 900)).await;
        pod.kill()?;
        for writer in writers {
            whole.add(writer.await?);
        }
        acknowledged.extend(taken.lock().unwrap_or_else(PoisonError::into_inner).drain(..));
        let restarted = Instant::now();
        pod = Pod::start(&data.path())?;
        whole.note(restarted, true);
        let there = texts(&data.path())?;
        lost += acknowledged.iter().filter(|text| !there.contains(*text)).count();
        quick_check(&data.path())?;
        verify(&data.path())?;
    }
    report.run("restarts", &whole.end());
    let kind = |word: &str| acknowledged.iter().filter(|text| text.starts_with(word)).count();
    for word in ["post", "comment", "photo"] {
        report.figure(&format!("{word}s_acknowledged"), kind(word) as f64);
    }
    report.figure("acknowledged", acknowledged.len() as f64);
    report.figure("lost", lost as f64);
    say(&format!("{} acknowledged, {lost} lost; {rounds} kills", acknowledged.len()));
    report.pod(&pod);
    pod.stop()?;
    if lost > 0 { Err(io::Error::other("acknowledged things were lost")) } else { Ok(report) }
}

/// Another time each run: a kill at the same moments would find the same.
pub fn moment() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(1, |since| since.as_nanos() as u64)
}
