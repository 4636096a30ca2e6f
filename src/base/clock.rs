//! Time: real, or held still by a test; a label for people, never an order.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Gives the shown time and the monotonic time since the start of this process.
#[derive(Clone)]
pub struct Clock {
    started: Instant,
    held: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The machine's own clock.
    pub fn real() -> Clock {
        Clock { started: Instant::now(), held: None }
    }

    /// A clock that a test moves by hand; the handle holds milliseconds since 1970.
    pub fn held(at_ms: i64) -> (Clock, Arc<AtomicI64>) {
        let hand = Arc::new(AtomicI64::new(at_ms));
        (Clock { started: Instant::now(), held: Some(hand.clone()) }, hand)
    }

    /// Milliseconds since 1970, UTC. May jump; never order by it.
    pub fn now_ms(&self) -> i64 {
        match &self.held {
            Some(hand) => hand.load(Ordering::Relaxed),
            None => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |gone| i64::try_from(gone.as_millis()).unwrap_or(i64::MAX)),
        }
    }

    /// Milliseconds since this process started. Never goes back.
    pub fn monotonic_ms(&self) -> i64 {
        i64::try_from(self.started.elapsed().as_millis()).unwrap_or(i64::MAX)
    }
}
