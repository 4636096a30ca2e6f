//! When an event is, on the clock on the wall of this house: as it was typed, and fit to be kept.

use crate::base::{Problem, Problems, limits};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Unit};

/// The times of an event as a browser sends them. No time of day: the whole day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The first day: `2026-03-05`.
    pub first: String,
    /// When it begins on that day: `14:00`.
    pub begins: String,
    /// The last day, where it is another.
    pub last: String,
    /// When it ends on the last day.
    pub ends: String,
}

/// From when to when. Without seconds, and without a time zone: the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// It takes whole days.
    pub all_day: bool,
    /// Its beginning; of whole days, midnight.
    pub starts: DateTime,
    /// Its end, which may be its beginning; of whole days, 23:59 of the last one.
    pub ends: DateTime,
}

impl Typed {
    /// As it stands in a form that changes it.
    pub fn of(when: &When) -> Typed {
        let time = |at: DateTime| format!("{:02}:{:02}", at.hour(), at.minute());
        let one_day = when.starts.date() == when.ends.date();
        let no_end = when.starts == when.ends;
        Typed {
            first: when.starts.date().to_string(),
            begins: if when.all_day { String::new() } else { time(when.starts) },
            last: if one_day { String::new() } else { when.ends.date().to_string() },
            ends: if when.all_day || no_end { String::new() } else { time(when.ends) },
        }
    }

    /// The times, fit to be kept.
    ///
    /// # Errors
    /// Every field that has a problem.
    pub fn fit(&self) -> Result<When, Problems> {
        let mut problems = Problems::new();
        let first = day(&self.first).unwrap_or_else(|problem| {
            problems.push(("first", problem));
            None
        });
        if first.is_none() && problems.is_empty() {
            problems.push(("first", Problem::Missing));
        }
        let mut read = |name, typed: &str| {
            time(typed).unwrap_or_else(|problem| {
                problems.push((name, problem));
                None
            })
        };
        let (begins, ends) = (read("begins", &self.begins), read("ends", &self.ends));
        let last = day(&self.last).unwrap_or_else(|problem| {
            problems.push(("last", problem));
            None
        });
        let Some(first) = first.filter(|_| problems.is_empty()) else { return Err(problems) };
        between(first, begins, last.unwrap_or(first), ends).map_err(|problem| vec![problem])
    }
}

fn between(
    first: Date,
    begins: Option<Time>,
    last: Date,
    ends: Option<Time>,
) -> Result<When, (&'static str, Problem)> {
    let days = first.until((Unit::Day, last)).map_or(0, |span| span.get_days());
    if last < first {
        return Err(("last", Problem::EndsFirst));
    }
    if days as usize >= limits::EVENT_DAYS_MAX {
        return Err(("last", Problem::TooMany { limit: limits::EVENT_DAYS_MAX }));
    }
    let (starts, end) = match (begins, ends) {
        (None, None) => {
            return Ok(When { all_day: true, starts: first.at(0, 0, 0, 0), ends: last.at(23, 59, 0, 0) });
        }
        (None, Some(_)) => return Err(("begins", Problem::Missing)),
        (Some(_), None) if last != first => return Err(("ends", Problem::Missing)),
        (Some(begins), ends) => (first.to_datetime(begins), last.to_datetime(ends.unwrap_or(begins))),
    };
    if end < starts {
        return Err(("ends", Problem::EndsFirst));
    }
    Ok(When { all_day: false, starts, ends: end })
}

/// A day as a browser sends it; none where nothing was typed.
fn day(typed: &str) -> Result<Option<Date>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let day: Date = typed.parse().map_err(|_| Problem::NotUnderstood)?;
    // A slip of the finger in the year is told at once, and every sum with days stays within bounds.
    if (1970..=2999).contains(&day.year()) { Ok(Some(day)) } else { Err(Problem::NotUnderstood) }
}

fn time(typed: &str) -> Result<Option<Time>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let time: Time = typed.parse().map_err(|_| Problem::NotUnderstood)?;
    Time::new(time.hour(), time.minute(), 0, 0).map(Some).map_err(|_| Problem::NotUnderstood)
}

/// As the database keeps it: `2026-03-05T14:00`, which is in order of time.
pub(super) fn word(at: DateTime) -> String {
    format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
}

impl When {
    /// From the words of the database; the beginning of 1970 for others, which it does not have.
    pub(super) fn of(all_day: bool, starts: &str, ends: &str) -> When {
        let read = |text: &str| text.parse().unwrap_or(jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0));
        When { all_day, starts: read(starts), ends: read(ends) }
    }

    /// Does some of it fall on this day?
    pub fn is_on(&self, day: Date) -> bool {
        self.starts.date() <= day && day <= self.ends.date()
    }

    /// Is it over, when the clock on the wall says this?
    pub fn is_over(&self, now: DateTime) -> bool {
        self.ends < now
    }

    /// Beginning and end as moments. Where the clock on the wall skips an hour or has one twice, that of the
    /// beginning of summer or winter time as calendars have it: later, or the first.
    pub(super) fn moments(&self, zone: &TimeZone) -> (Timestamp, Timestamp) {
        let moment =
            |at: DateTime| zone.to_ambiguous_timestamp(at).compatible().unwrap_or(Timestamp::UNIX_EPOCH);
        (moment(self.starts), moment(self.ends))
    }

    /// The day after its last, as calendars count whole days.
    pub(super) fn day_after(&self) -> Date {
        self.ends.date().checked_add(1.day()).unwrap_or(self.ends.date())
    }
}

/// What the clock on the wall says.
pub(super) fn wall(now_ms: i64, zone: &str) -> DateTime {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    zone.to_datetime(Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(first: &str, begins: &str, last: &str, ends: &str) -> Typed {
        Typed { first: first.into(), begins: begins.into(), last: last.into(), ends: ends.into() }
    }

    #[test]
    fn times_are_read_and_come_back_into_the_form_as_they_were() {
        for same in [
            typed("2026-03-05", "14:00", "", "15:30"),
            typed("2026-03-05", "14:00", "", ""),
            typed("2026-03-05", "", "", ""),
            typed("2026-03-05", "", "2026-03-07", ""),
            typed("2026-03-05", "22:00", "2026-03-06", "01:00"),
        ] {
            let when = same.fit().unwrap();
            assert_eq!(Typed::of(&when), same);
            assert_eq!(When::of(when.all_day, &word(when.starts), &word(when.ends)), when);
            assert_eq!(word(when.starts).len(), 16);
        }
        let whole = typed("2026-03-05", "", "2026-03-07", "").fit().unwrap();
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert!(whole.is_on(day("2026-03-06")) && !whole.is_on(day("2026-03-08")));
        assert_eq!(whole.day_after(), day("2026-03-08"));
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        let problems = |typed: Typed| typed.fit().err().unwrap_or_default();
        assert_eq!(problems(typed("", "", "", "")), [("first", Problem::Missing)]);
        assert_eq!(problems(typed("soon", "", "", "25:00")).len(), 2);
        assert_eq!(problems(typed("0001-01-01", "", "", "")), [("first", Problem::NotUnderstood)]);
        let day = "2026-03-05";
        assert_eq!(problems(typed(day, "", "", "15:00")), [("begins", Problem::Missing)]);
        assert_eq!(problems(typed(day, "14:00", "2026-03-06", "")), [("ends", Problem::Missing)]);
        assert_eq!(problems(typed(day, "14:00", "", "13:59")), [("ends", Problem::EndsFirst)]);
        assert_eq!(problems(typed(day, "", "2026-03-04", "")), [("last", Problem::EndsFirst)]);
        let long = Problem::TooMany { limit: limits::EVENT_DAYS_MAX };
        assert_eq!(problems(typed(day, "", "2026-12-24", "")), [("last", long)]);
    }

    #[test]
    fn an_hour_that_the_clock_skips_is_the_next_one_and_one_that_it_has_twice_the_first() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let at = |first: &str, time: &str| typed(first, time, "", "").fit().unwrap().moments(&berlin).0;
        assert_eq!(at("2026-03-29", "02:30").to_string(), "2026-03-29T01:30:00Z");
        assert_eq!(at("2026-10-25", "02:30").to_string(), "2026-10-25T00:30:00Z");
        assert_eq!(at("2026-03-28", "14:00").to_string(), "2026-03-28T13:00:00Z");
        assert_eq!(at("2026-03-30", "14:00").to_string(), "2026-03-30T12:00:00Z");
    }
}
