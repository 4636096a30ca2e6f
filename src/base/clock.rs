//! Time: real, or held still by a test; a label for people, never an order. And how far it can be believed.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

crate::words! {
    /// How far the shown time can be believed. The words stand in the record.
    Trust {
        /// Not at all: nobody said that it is right, or it jumped since.
        No = "none",
        /// It went on from where it stood when the box was last switched off.
        Carried = "carried",
        /// It comes from a clock with a battery.
        Rtc = "rtc",
        /// Another clock of the network set it.
        LanNtp = "lan_ntp",
        /// Staff looked at it and said that it is right.
        Supervisor = "supervisor",
    }
}

impl Trust {
    /// Is it good enough to shut a door by, or to take something away for good?
    pub fn is_enough(self) -> bool {
        matches!(self, Trust::Rtc | Trust::LanNtp | Trust::Supervisor)
    }
}

/// Milliseconds by which the shown time may run away from the running time before it counts as set anew: a good clock drifts by
/// seconds a day, and leap seconds are one.
const JUMP_MS: i64 = 120_000;

/// What was believed, and how far the shown time was ahead of the running time then.
#[derive(Clone, Copy)]
struct Belief {
    trust: Trust,
    ahead_ms: i64,
}

/// Gives the shown time and the monotonic time since the start of this process.
#[derive(Clone)]
pub struct Clock {
    started: Instant,
    held: Option<Arc<AtomicI64>>,
    belief: Arc<Mutex<Belief>>,
}

impl Clock {
    /// The machine's own clock: not believed until something says that it is right.
    pub fn real() -> Clock {
        Clock::new(None, Trust::No)
    }

    /// A clock that a test moves by hand, and that is believed; the handle holds milliseconds since 1970.
    pub fn held(at_ms: i64) -> (Clock, Arc<AtomicI64>) {
        let hand = Arc::new(AtomicI64::new(at_ms));
        (Clock::new(Some(hand.clone()), Trust::Supervisor), hand)
    }

    fn new(held: Option<Arc<AtomicI64>>, trust: Trust) -> Clock {
        let belief = Arc::new(Mutex::new(Belief { trust, ahead_ms: 0 }));
        Clock { started: Instant::now(), held, belief }
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

    /// From now on the time is believed so far, until it jumps.
    pub fn believe(&self, trust: Trust) {
        let belief = Belief { trust, ahead_ms: self.now_ms().saturating_sub(self.monotonic_ms()) };
        *self.belief.lock().unwrap_or_else(PoisonError::into_inner) = belief;
    }

    /// How far the time can be believed at this moment. Whoever sets the clock ends it.
    pub fn trust(&self) -> Trust {
        let belief = *self.belief.lock().unwrap_or_else(PoisonError::into_inner);
        let ahead_ms = self.now_ms().saturating_sub(self.monotonic_ms());
        // The hand of a held clock is moved on purpose.
        let jumped = self.held.is_none() && has_jumped(belief.ahead_ms, ahead_ms);
        if jumped { Trust::No } else { belief.trust }
    }
}

fn has_jumped(then_ms: i64, now_ms: i64) -> bool {
    now_ms.saturating_sub(then_ms).saturating_abs() > JUMP_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_believed_from_when_somebody_says_so_until_it_is_set() {
        let clock = Clock::real();
        assert_eq!(clock.trust(), Trust::No);
        clock.believe(Trust::Supervisor);
        assert_eq!(clock.clone().trust(), Trust::Supervisor, "of all who hold it");
        assert!(!has_jumped(1_000, 1_000 + JUMP_MS) && has_jumped(1_000, 1_001 + JUMP_MS));
        assert!(has_jumped(0, i64::MIN) && has_jumped(0, i64::MAX));
        assert!(!Trust::No.is_enough() && !Trust::Carried.is_enough() && Trust::Rtc.is_enough());
    }
}
