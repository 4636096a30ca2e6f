//! From when until when people are kept apart: days on the calendar, held against a clock that may lie.
//!
//! Whoever is to be protected must be so whatever the clock shows. So it begins on its first day by the clock or by the
//! days that the box counts (`features/days`), whichever comes first; and it is over only when both are past its last.

use super::store;
use crate::base::{Act, Problem, Problems, Result};
use crate::db::{Db, Snapshot, Viewer};
use crate::features::days;
use crate::ui::Now;
use jiff::Unit;
use jiff::civil::Date;

/// Most that begin or end in one round of the box; others in the next.
const ROUND_MAX: usize = 100;

/// The days as the form sends them: `2026-11-27`, or nothing.
#[derive(Clone, Default, Debug)]
pub struct Typed {
    /// The first day; empty for today.
    pub from: String,
    /// The last day; empty for no end.
    pub until: String,
    /// When staff look at it again; empty for never.
    pub review: String,
}

/// The day on which it is now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Today {
    /// By the clock, here.
    pub date: Date,
    /// By the days of the box.
    pub day: i64,
}

/// The days of a keep-apart, each also as a day of the box.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Days {
    /// The first day.
    pub from: Date,
    /// The same, counted.
    pub from_day: i64,
    /// The last day.
    pub until: Option<Date>,
    /// The first counted day on which it may be over.
    pub until_day: Option<i64>,
    /// When staff look at it again.
    pub review: Option<Date>,
}

impl Typed {
    /// The days, fit to be kept; `begun` are those of one that is in force already, whose first day stays.
    ///
    /// # Errors
    /// Every field that has a problem.
    pub(super) fn fit(&self, today: &Today, begun: Option<Days>) -> Result<Days, Problems> {
        let mut problems = Problems::new();
        let mut read = |field, typed: &str| match date(typed) {
            Ok(date) => date,
            Err(problem) => {
                problems.push((field, problem));
                None
            }
        };
        let (from, until, review) =
            (read("from", &self.from), read("until", &self.until), read("review", &self.review));
        let from = begun.map_or(from.unwrap_or(today.date), |begun| begun.from);
        if until.is_some_and(|until| until < from) {
            problems.push(("until", Problem::EndsFirst));
        } else if until.is_some_and(|until| until < today.date) {
            problems.push(("until", Problem::Past));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let from_day =
            begun.map_or(today.day + days_between(today.date, from).max(0), |begun| begun.from_day);
        // What stands already is not begun anew: the days that were counted towards its end stay counted.
        let kept = begun.filter(|begun| begun.until == until).and_then(|begun| begun.until_day);
        let counted = until.map(|until| today.day + days_between(today.date, until) + 1);
        Ok(Days {
            from,
            from_day,
            until,
            until_day: if until.is_some() { kept.or(counted) } else { None },
            review,
        })
    }
}

impl Days {
    /// Has its first day come?
    pub(super) fn begins_now(&self, today: &Today) -> bool {
        today.date >= self.from || today.day >= self.from_day
    }

    /// Is its last day past, by both?
    pub(super) fn is_over(&self, today: &Today) -> bool {
        self.until.is_some_and(|until| today.date > until)
            && self.until_day.is_some_and(|day| today.day >= day)
    }

    /// Is its last day past by the clock alone? Staff may know better than the box.
    pub(super) fn is_past(&self, today: &Today) -> bool {
        self.until.is_some_and(|until| today.date > until)
    }

    /// Do staff look at it again by now?
    pub(super) fn is_due(&self, today: &Today) -> bool {
        self.review.is_some_and(|review| today.date >= review)
    }
}

fn days_between(first: Date, last: Date) -> i64 {
    first.until((Unit::Day, last)).map_or(0, |span| i64::from(span.get_days()))
}

/// A day as a browser sends it; none where nothing was typed.
pub(super) fn date(typed: &str) -> Result<Option<Date>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let date: Date = typed.parse().map_err(|_| Problem::NotUnderstood)?;
    if (1970..=2999).contains(&date.year()) { Ok(Some(date)) } else { Err(Problem::NotUnderstood) }
}

/// The day on which it is now, by the clock here and by the days of the box.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn today(look: &Snapshot<'_>, zone: &str) -> Result<Today> {
    let now = Now::new(look.now_ms(), zone);
    Ok(Today { date: now.day_at(look.now_ms()), day: days::today(look)? })
}

/// The box begins and ends those whose day has come; gives how many.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn pass_dates(db: &Db, zone: &str) -> Result<usize> {
    let the_box = Viewer::the_box();
    let due = db.read(&the_box, |look| {
        let today = today(look, zone)?;
        let mut due = Vec::new();
        for (id, begun, days) in store::waiting_for_a_day(look)? {
            if begun && days.is_over(&today) {
                due.push((id, Act::EndApart));
            } else if !begun && days.begins_now(&today) {
                due.push((id, Act::BeginApart));
            }
        }
        due.truncate(ROUND_MAX);
        Ok(due)
    });
    let due = due.await?;
    for (id, act) in &due {
        let (id, act) = (*id, *act);
        db.write(&the_box, act, move |change| super::pass(change, id, act)).await?;
    }
    Ok(due.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    const TODAY: Today = Today { date: Date::constant(2026, 3, 2), day: 100 };

    fn typed(from: &str, until: &str) -> Typed {
        Typed { from: from.into(), until: until.into(), review: String::new() }
    }

    fn at(days: i64, counted: i64) -> Today {
        Today { date: TODAY.date.checked_add(days.days()).unwrap(), day: TODAY.day + counted }
    }

    #[test]
    fn it_begins_by_the_clock_or_by_the_days_of_the_box_whichever_comes_first() {
        let days = typed("2026-03-12", "").fit(&TODAY, None).unwrap();
        assert!(!days.begins_now(&TODAY) && !days.begins_now(&at(9, 9)));
        assert!(days.begins_now(&at(10, 3)), "the clock shows it");
        assert!(days.begins_now(&at(-4000, 10)), "the clock stands still, and ten days were lived through");
        assert!(typed("", "").fit(&TODAY, None).unwrap().begins_now(&TODAY), "without a day it is today");
        assert!(typed("2020-01-01", "").fit(&TODAY, None).unwrap().begins_now(&TODAY));
    }

    #[test]
    fn it_is_over_only_when_clock_and_days_are_past_its_last_day() {
        let days = typed("", "2026-03-12").fit(&TODAY, None).unwrap();
        assert!(!days.is_over(&at(10, 10)), "its last day counts");
        assert!(!days.is_over(&at(9_000, 10)), "a clock that jumps ends nothing");
        assert!(!days.is_over(&at(-9_000, 500)), "nor does one that was put back");
        assert!(days.is_over(&at(11, 11)));
        assert!(days.is_past(&at(11, 3)), "but staff are told that it may be time");
        assert!(!typed("", "").fit(&TODAY, None).unwrap().is_over(&at(99_000, 99_000)));
    }

    #[test]
    fn days_in_the_wrong_order_and_days_that_are_none_are_said_beside_their_fields() {
        let wrong = |from: &str, until: &str| typed(from, until).fit(&TODAY, None).unwrap_err();
        assert_eq!(wrong("2026-04-01", "2026-03-20"), [("until", Problem::EndsFirst)]);
        assert_eq!(wrong("2026-01-01", "2026-02-01"), [("until", Problem::Past)]);
        assert_eq!(
            wrong("soon", "9999-01-01"),
            [("from", Problem::NotUnderstood), ("until", Problem::NotUnderstood)]
        );
    }

    #[test]
    fn what_is_in_force_keeps_its_first_day_and_what_was_counted_towards_its_last() {
        let begun = typed("", "2026-03-12").fit(&TODAY, None).unwrap();
        let same = typed("2026-05-01", "2026-03-12").fit(&at(6, 2), Some(begun)).unwrap();
        assert_eq!((same.from, same.from_day, same.until_day), (begun.from, begun.from_day, begun.until_day));
        let longer = typed("", "2026-03-20").fit(&at(6, 2), Some(begun)).unwrap();
        assert_eq!(longer.until_day, Some(TODAY.day + 2 + 12 + 1));
    }
}
