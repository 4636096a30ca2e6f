//! Coverage: how many cases staff decided by when they were due.

use super::coverage_store::{Decided, Open};
use crate::features::moderation::CaseSort;
use crate::ui::Now;
use jiff::ToSpan;

/// Weeks that are shown.
pub(super) const WEEKS: usize = 12;

/// The weeks that are shown, the oldest first, the last of them this one: from and until, milliseconds since 1970. Weeks begin
/// on Monday, in the time zone of the house.
pub(super) fn weeks(now: &Now) -> Vec<(i64, i64)> {
    let today = now.day_at(now.ms());
    let monday = today - i64::from(today.weekday().to_monday_zero_offset()).days();
    let begins = |back: i64| now.begins(monday - back.weeks()).unwrap_or_default();
    (0..WEEKS as i64).rev().map(|back| (begins(back), begins(back - 1))).collect()
}

/// Cases in time and late.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Share {
    pub in_time: i64,
    pub late: i64,
}

impl Share {
    /// Both.
    pub fn all(self) -> i64 {
        self.in_time + self.late
    }

    /// How many in a hundred were in time, rounded down: 100 is said only where all were. None where there was nothing.
    pub fn percent(self) -> Option<i64> {
        (self.all() > 0).then(|| self.in_time * 100 / self.all())
    }

    fn add(&mut self, decided: &Decided) {
        self.in_time += decided.in_time;
        self.late += decided.all - decided.in_time;
    }
}

/// One week, or one sort of case over all weeks.
pub(super) fn by_week(decided: &[Decided]) -> [Share; WEEKS] {
    let mut weeks = [Share::default(); WEEKS];
    for each in decided {
        if let Some(week) = weeks.get_mut(each.week) {
            week.add(each);
        }
    }
    weeks
}

/// Each sort of which there is something, with what was decided and what is open.
pub(super) fn by_sort(decided: &[Decided], open: &[Open]) -> Vec<(CaseSort, Share, Option<Open>)> {
    let each = CaseSort::ALL.iter().map(|sort| {
        let mut share = Share::default();
        decided.iter().filter(|each| each.sort == *sort).for_each(|each| share.add(each));
        (*sort, share, open.iter().find(|open| open.sort == *sort).copied())
    });
    each.filter(|(_, share, open)| share.all() > 0 || open.is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(week: usize, sort: CaseSort, all: i64, in_time: i64) -> Decided {
        Decided { week, sort, all, in_time }
    }

    #[test]
    fn a_week_begins_on_monday_where_the_house_is() {
        // Sunday, 2 March 2025, 23:30 in Auckland is still that morning in London.
        let now = Now::new(1_740_911_400_000, "Pacific/Auckland");
        let weeks = weeks(&now);
        assert_eq!(weeks.len(), WEEKS);
        let (from, until) = weeks[WEEKS - 1];
        assert_eq!(now.day_at(from).to_string(), "2025-02-24");
        assert_eq!(now.day_at(until).to_string(), "2025-03-03");
        assert!(weeks.windows(2).all(|two| two[0].1 == two[1].0), "no gap between them");
    }

    #[test]
    fn shares_add_up_by_week_and_by_sort_and_never_flatter() {
        let all = [
            decided(0, CaseSort::Item, 3, 2),
            decided(0, CaseSort::Worry, 1, 1),
            decided(11, CaseSort::Item, 200, 199),
        ];
        let weeks = by_week(&all);
        assert_eq!(weeks[0], Share { in_time: 3, late: 1 });
        assert_eq!(weeks[11].percent(), Some(99), "one of two hundred was late");
        assert_eq!(weeks[5].percent(), None);
        let open = Open { sort: CaseSort::Help, all: 1, overdue: 0, oldest_ms: 5 };
        let sorts: Vec<_> =
            by_sort(&all, &[open]).into_iter().map(|(sort, share, _)| (sort, share.all())).collect();
        assert_eq!(sorts, [(CaseSort::Item, 203), (CaseSort::Worry, 1), (CaseSort::Help, 0)]);
    }
}
