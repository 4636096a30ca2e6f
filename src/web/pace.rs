//! How often somebody may do something: token buckets in bounded memory, on monotonic time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Buckets kept at most; when full, those that are full again are dropped (they change nothing).
const BUCKETS_MAX: usize = 20_000;

/// Token buckets by key.
pub struct Pace {
    started: Instant,
    buckets: Mutex<HashMap<[u8; 16], Bucket>>,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at_s: f64,
    full_at_s: f64,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace { started: Instant::now(), buckets: Mutex::new(HashMap::new()) }
    }
}

impl Pace {
    /// Takes one token from the bucket of this key, which holds `burst` and refills one each
    /// `seconds`. `Err` gives the whole seconds to wait.
    ///
    /// # Errors
    /// The seconds after which there is a token again, at least 1.
    pub fn take(&self, key: &str, burst: u32, seconds: f64) -> Result<(), u64> {
        let now = self.started.elapsed().as_secs_f64();
        self.take_at(now, key, burst, seconds)
    }

    fn take_at(&self, now: f64, key: &str, burst: u32, seconds: f64) -> Result<(), u64> {
        let mut short = [0; 16];
        short.copy_from_slice(&blake3::hash(key.as_bytes()).as_bytes()[..16]);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= BUCKETS_MAX && !buckets.contains_key(&short) {
            buckets.retain(|_, bucket| bucket.full_at_s > now);
        }
        let burst = f64::from(burst);
        let bucket = buckets.entry(short).or_insert(Bucket { left: burst, at_s: now, full_at_s: now });
        let left = (bucket.left + (now - bucket.at_s) / seconds).min(burst);
        if left < 1.0 {
            return Err(((1.0 - left) * seconds).ceil().max(1.0) as u64);
        }
        *bucket = Bucket { left: left - 1.0, at_s: now, full_at_s: now + (burst - left + 1.0) * seconds };
        Ok(())
    }

    /// Forgets a key: its owner has shown who they are.
    pub fn forget(&self, key: &str) {
        let mut short = [0; 16];
        short.copy_from_slice(&blake3::hash(key.as_bytes()).as_bytes()[..16]);
        self.buckets.lock().unwrap_or_else(PoisonError::into_inner).remove(&short);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_gives_its_burst_then_one_at_a_time() {
        let pace = Pace::default();
        for _ in 0..3 {
            assert_eq!(pace.take_at(0.0, "ana", 3, 10.0), Ok(()));
        }
        assert_eq!(pace.take_at(0.0, "ana", 3, 10.0), Err(10));
        assert_eq!(pace.take_at(0.0, "tom", 3, 10.0), Ok(()), "others are not slowed");
        assert_eq!(pace.take_at(10.0, "ana", 3, 10.0), Ok(()));
        assert_eq!(pace.take_at(10.0, "ana", 3, 10.0), Err(10));
    }
}
