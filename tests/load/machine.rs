//! The machine itself, by what a small computation takes on it now and then: figures are compared between machines, and a
//! machine that stalls for ten milliseconds every second has no 99th per cent of five.

use crate::tally::{Report, Tally};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

/// Computations, one every `EVERY`: eight seconds.
const TIMES: u32 = 400;
const EVERY: Duration = Duration::from_millis(20);
/// Rounds of one computation: about a millisecond on a desktop computer of 2020.
const ROUNDS: u64 = 120_000;

/// Adds what it takes while no pod runs.
pub async fn alone(report: &mut Report) {
    let mut tally = Tally::new();
    let mut tick = tokio::time::interval(EVERY);
    for _ in 0..TIMES {
        tick.tick().await;
        let begun = std::time::Instant::now();
        std::hint::black_box(computed());
        tally.took(begun.elapsed());
    }
    report.run("machine", &tally.end());
}

fn computed() -> u64 {
    let mut hasher = DefaultHasher::new();
    (0..ROUNDS).for_each(|round| round.hash(&mut hasher));
    hasher.finish()
}
