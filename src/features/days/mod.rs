//! The days of the box: what takes something away for good counts them, and does not ask the clock.
//!
//! A clock without a battery begins anew at every start, and one that is set jumps: fourteen days must not pass in a second. So a day
//! is counted when the clock shows a later date than at the last one, and the box has run some hours since then. A box that
//! is switched off at night counts each day of use; one that stands still counts none. It may count too few, never too many.

mod store;

pub use store::today;

use crate::base::{Result, Topic};
use crate::db::Change;

/// Hours that the box runs at least between two days: less than a day of school.
const HOURS_MIN: i64 = 4;
const HOUR_MS: i64 = 60 * 60 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// What was counted so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    days: i64,
    /// What the clock showed at the last one.
    counted_at: i64,
    /// How long the box has run since then, milliseconds.
    ran_ms: i64,
}

impl Count {
    /// After the box ran so much longer, and its clock shows this.
    fn after(self, ran_ms: i64, now_ms: i64) -> Count {
        let ran_ms = self.ran_ms.saturating_add(ran_ms.max(0));
        let (date, counted) = (now_ms.div_euclid(DAY_MS), self.counted_at.div_euclid(DAY_MS));
        if self.counted_at == 0 || date < counted {
            // The first look, or a clock that was put back: from here on, from this date.
            return Count { counted_at: now_ms, ran_ms, ..self };
        }
        if date > counted && ran_ms >= HOURS_MIN * HOUR_MS {
            return Count { days: self.days + 1, counted_at: now_ms, ran_ms: 0 };
        }
        Count { ran_ms, ..self }
    }
}

/// The box ran so much longer, by the clock that never jumps; gives the day that it is on now.
///
/// # Errors
/// `Broken` if the database fails.
pub fn pass(change: &mut Change<'_>, ran_ms: i64) -> Result<i64> {
    let before = store::count(change)?;
    let count = before.after(ran_ms, change.now_ms());
    store::set(change, count)?;
    if count.days > before.days {
        // What may be written once a day may be again.
        change.touch(Topic::Voices, None);
    }
    Ok(count.days)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEGUN: Count = Count { days: 0, counted_at: 1_740_992_400_000, ran_ms: 0 };

    #[test]
    fn a_clock_that_jumps_makes_no_day_pass() {
        let now = BEGUN.counted_at;
        assert_eq!(BEGUN.after(60_000, now + 5_000 * DAY_MS).days, 0, "it ran for a minute");
        let mut count = BEGUN;
        for turn in 1..=10 {
            count = count.after(5 * HOUR_MS, now + turn * 1_000 * DAY_MS);
        }
        assert_eq!(count.days, 10, "one for each five hours that it ran, whatever the clock shows");
        let back = count.after(HOUR_MS, now);
        assert_eq!((back.days, back.counted_at), (10, now));
        assert_eq!(back.after(5 * HOUR_MS, now + DAY_MS).days, 11, "a clock that was put right counts on");
    }

    #[test]
    fn a_box_that_always_runs_counts_each_day_and_one_that_is_used_by_day_too() {
        let (mut always, mut by_day) = (BEGUN, BEGUN);
        for hour in 1..=14 * 24 {
            let now = BEGUN.counted_at + hour * HOUR_MS;
            always = always.after(HOUR_MS, now);
            if (8..16).contains(&(hour % 24)) {
                by_day = by_day.after(HOUR_MS, now);
            }
        }
        assert_eq!(always.days, 14);
        assert!((13..=14).contains(&by_day.days), "{by_day:?}");
    }

    #[test]
    fn a_clock_that_stands_still_counts_nothing() {
        assert_eq!(BEGUN.after(9_000 * HOUR_MS, BEGUN.counted_at).days, 0);
        let first = Count { days: 0, counted_at: 0, ran_ms: 0 }.after(9 * HOUR_MS, BEGUN.counted_at);
        assert_eq!((first.days, first.counted_at), (0, BEGUN.counted_at));
    }
}
