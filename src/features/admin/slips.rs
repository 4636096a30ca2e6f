//! One-time passwords in the clear: in memory only, for half an hour, for whoever made them.

use crate::base::{AccountId, secret};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long slips can be shown again, for a reload or a second print.
pub(super) const KEPT_MINUTES: u64 = 30;
/// Sheets of slips kept at a time; each has at most [`crate::base::limits::PASTED_PEOPLE_MAX`].
const SHEETS_MAX: usize = 32;

/// What is printed for one person. Never logged: it has no `Debug`.
pub(super) struct Slip {
    pub shown_name: String,
    pub username: String,
    pub password: String,
}

struct Sheet {
    key: String,
    maker: AccountId,
    until: Instant,
    slips: Arc<Vec<Slip>>,
}

/// The sheets that can still be shown. The database knows only hashes.
#[derive(Default)]
pub struct Slips(Mutex<VecDeque<Sheet>>);

impl Slips {
    /// Keeps a sheet for its maker, and gives the key under which they find it.
    pub(super) fn keep(&self, maker: AccountId, slips: Vec<Slip>, now: Instant) -> String {
        let key = data_encoding::HEXLOWER.encode(&secret::random::<16>());
        let until = now + Duration::from_secs(KEPT_MINUTES * 60);
        self.sweep(now);
        let mut sheets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if sheets.len() >= SHEETS_MAX {
            sheets.pop_front();
        }
        sheets.push_back(Sheet { key: key.clone(), maker, until, slips: Arc::new(slips) });
        key
    }

    /// The sheet with this key, for its maker, until its time is over.
    pub(super) fn find(&self, maker: AccountId, key: &str, now: Instant) -> Option<Arc<Vec<Slip>>> {
        let sheets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = sheets.iter().find(|sheet| secret::same(sheet.key.as_bytes(), key.as_bytes()))?;
        (found.maker == maker && found.until > now).then(|| found.slips.clone())
    }

    /// Forgets every sheet whose time is over.
    pub(super) fn sweep(&self, now: Instant) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|sheet| sheet.until > now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(name: &str) -> Vec<Slip> {
        vec![Slip { shown_name: name.into(), username: name.into(), password: "K".into() }]
    }

    #[test]
    fn only_its_maker_finds_a_sheet_and_only_for_half_an_hour() {
        let (slips, fox, begun) = (Slips::default(), AccountId(1), Instant::now());
        let key = slips.keep(fox, slip("ana"), begun);
        let later = |minutes: u64| begun + Duration::from_secs(60 * minutes);
        assert_eq!(slips.find(fox, &key, later(29)).map(|sheet| sheet.len()), Some(1));
        assert!(slips.find(AccountId(2), &key, later(1)).is_none(), "another member of staff misses it");
        assert!(slips.find(fox, "0", later(1)).is_none());
        assert!(slips.find(fox, &key, later(30)).is_none());
        slips.sweep(later(30));
        assert!(slips.0.lock().unwrap().is_empty(), "the memory is given back");
    }

    #[test]
    fn the_oldest_sheet_goes_when_there_are_too_many() {
        let (slips, fox, now) = (Slips::default(), AccountId(1), Instant::now());
        let first = slips.keep(fox, slip("ana"), now);
        let second = slips.keep(fox, slip("tom"), now);
        for _ in 1..SHEETS_MAX {
            slips.keep(fox, slip("zoe"), now);
        }
        assert!(slips.find(fox, &first, now).is_none() && slips.find(fox, &second, now).is_some());
    }
}
