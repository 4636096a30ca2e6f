//! Hours of use: a weekly timetable on the clock of the house, with days that are otherwise, and whether it is open now.
//!
//! What begins on a day belongs to that day, even where it runs over midnight. A day that is otherwise takes the place of all that would
//! begin on it. Times are those on the wall: an hour that summer time skips is not there, one that comes twice counts both times.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;

/// Minutes of a day on the wall.
const DAY_MIN: u16 = 24 * 60;
/// Stretches of one day, at most.
pub const STRETCHES_MAX: usize = 8;
/// Days that are otherwise, at most: a year and more of holidays.
pub const OTHERWISE_MAX: usize = 400;
/// Days ahead that are looked through for the next opening: the longest summer holidays.
const AHEAD_DAYS: i64 = 120;
/// Days ahead that are looked through for the end: what is open for longer has no end worth saying.
const UNTIL_DAYS: i64 = 8;

/// One stretch of a day, in minutes on the wall. It ends on the same day, or, where its end is not after its beginning, on the
/// next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Stretch {
    /// Where it begins, 0 to 1,439.
    pub from: u16,
    /// Where it ends, 1 to 1,440.
    pub to: u16,
}

impl Stretch {
    /// Reads `8`, `8-12`, `08:30–12`, `22:00-06:00`.
    fn parse(text: &str) -> Option<Stretch> {
        let (from, to) = text.split_once(['-', '–', '—'])?;
        let (from, to) = (minute(from)?, minute(to)?);
        // A day that begins and ends at midnight is a whole one.
        let to = if to == 0 { DAY_MIN } else { to };
        (from < DAY_MIN && from != to).then_some(Stretch { from, to })
    }

    /// Where it lies in time, when it begins on this day. Nothing of it may be left where the clock is put forward.
    fn on(self, day: Date, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
        let ends = if self.to <= self.from { day.checked_add(1.day()).ok()? } else { day };
        let span = (moment(day, self.from, zone)?, moment(ends, self.to, zone)?);
        (span.0 < span.1).then_some(span)
    }
}

impl std::fmt::Display for Stretch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (from, to) = (self.from, self.to);
        write!(f, "{:02}:{:02}–{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
    }
}

fn minute(text: &str) -> Option<u16> {
    let text = text.trim();
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|c| c.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let at = hour * 60 + minute;
    (minute < 60 && at <= DAY_MIN).then_some(at)
}

/// That minute of that day, there. Where the clock is put forward over it: as much later.
fn moment(day: Date, minute: u16, zone: &TimeZone) -> Option<Timestamp> {
    let (day, minute) = if minute == DAY_MIN { (day.checked_add(1.day()).ok()?, 0) } else { (day, minute) };
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    zone.to_ambiguous_timestamp(day.at(hour, minute, 0, 0)).compatible().ok()
}

/// The stretches of one day, in order and apart from each other.
pub type Day = Vec<Stretch>;

/// Reads the stretches of a day, apart by commas or semicolons; nothing is a day that is shut. `None` where it cannot be
/// understood, two meet, or there are too many.
pub fn read_day(text: &str) -> Option<Day> {
    let pieces = text.split([',', ';', '،']).map(str::trim).filter(|piece| !piece.is_empty());
    let mut day = pieces.map(Stretch::parse).collect::<Option<Day>>()?;
    day.sort_unstable();
    let apart = day.windows(2).all(|two| two[0].to > two[0].from && two[0].to <= two[1].from);
    // Only the last may run over midnight, and not into the first: one that does meets itself a week later at most.
    (apart && day.len() <= STRETCHES_MAX).then_some(day)
}

/// A day as it is read again.
pub fn write_day(day: &[Stretch]) -> String {
    day.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A timetable: of each day of the week, and of days that are otherwise.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Timetable {
    /// From Monday to Sunday.
    pub week: [Day; 7],
    /// Days that are otherwise; without a stretch they are shut.
    pub otherwise: BTreeMap<Date, Day>,
}

/// Whether it is open at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hours {
    /// Open, until this moment; `None`: for longer than a week.
    Open(Option<Timestamp>),
    /// Shut, until this moment; `None`: for longer than anybody looks ahead.
    Shut(Option<Timestamp>),
}

impl Hours {
    /// The more open of two: who is in several groups may come when one of them may. Open longer is more open, and so is
    /// shut for less long.
    pub fn or(self, other: Hours) -> Hours {
        use Hours::{Open, Shut};
        let later =
            |one: Option<Timestamp>, two: Option<Timestamp>| one.zip(two).map(|(one, two)| one.max(two));
        match (self, other) {
            (Open(one), Open(two)) => Open(later(one, two)),
            (Open(until), Shut(_)) | (Shut(_), Open(until)) => Open(until),
            (Shut(one), Shut(two)) => Shut(match (one, two) {
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            }),
        }
    }
}

impl Timetable {
    /// Reads what [`Timetable::words`] wrote: seven lines for the week, then a line for each day that is otherwise.
    /// What cannot be understood is a day that is shut, since a damaged line must open nothing.
    pub fn parse(text: &str) -> Timetable {
        let mut lines = text.lines();
        let week = std::array::from_fn(|_| lines.next().and_then(read_day).unwrap_or_default());
        let otherwise = lines.filter_map(|line| read_otherwise(line).or_else(|| shut_day(line)));
        Timetable { week, otherwise: otherwise.take(OTHERWISE_MAX).collect() }
    }

    /// As it is kept.
    pub fn words(&self) -> String {
        let week = self.week.iter().map(|day| write_day(day));
        week.chain(self.otherwise.iter().map(|(day, stretches)| write_otherwise(*day, stretches)))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Is it shut always?
    pub fn is_empty(&self) -> bool {
        self.week.iter().all(Vec::is_empty) && self.otherwise.values().all(Vec::is_empty)
    }

    /// What begins on that day.
    pub fn begins_on(&self, day: Date) -> &[Stretch] {
        let usual = || {
            let place = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
            &self.week[place]
        };
        self.otherwise.get(&day).unwrap_or_else(usual)
    }

    /// Is it open at that moment, there, and until when?
    pub fn at(&self, now: Timestamp, zone: &TimeZone) -> Hours {
        let today = zone.to_datetime(now).date();
        let on = |offset: i64| {
            let day = today.checked_add(offset.days()).ok();
            day.into_iter().flat_map(move |day| {
                self.begins_on(day).iter().filter_map(move |stretch| stretch.on(day, zone))
            })
        };
        // From yesterday on: something may have run over midnight. Two days where a zone leaves one out.
        // In order: where a zone leaves out a day, what would begin on it lies on the next.
        let mut spans: Vec<_> = (-2..=UNTIL_DAYS).flat_map(on).collect();
        spans.sort_unstable();
        let mut open_until = None;
        for (from, to) in spans {
            let reached = open_until.unwrap_or(now);
            if from <= reached && to > reached {
                open_until = Some(to);
            }
        }
        if let Some(until) = open_until {
            let far = today.checked_add((UNTIL_DAYS - 1).days()).ok();
            let far = far.and_then(|day| moment(day, 0, zone));
            return Hours::Open(Some(until).filter(|until| far.is_none_or(|far| *until < far)));
        }
        let begins = |days: std::ops::RangeInclusive<i64>| {
            days.flat_map(on).map(|(from, _)| from).filter(|from| *from > now).min()
        };
        // Mostly it is soon: the rest of the days is looked at only where it is not.
        Hours::Shut(begins(-2..=UNTIL_DAYS).or_else(|| begins(UNTIL_DAYS..=AHEAD_DAYS)))
    }
}

/// Reads a line for a day that is otherwise: `2026-12-24`, or `2026-12-31 10:00-12:00`.
pub fn read_otherwise(line: &str) -> Option<(Date, Day)> {
    let line = line.trim();
    let (day, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    Some((day.parse().ok()?, read_day(rest)?))
}

/// A line whose day is known, and nothing else of it: shut.
fn shut_day(line: &str) -> Option<(Date, Day)> {
    Some((line.split_whitespace().next()?.parse().ok()?, Day::new()))
}

/// A day that is otherwise, as it is read again.
pub fn write_otherwise(day: Date, stretches: &[Stretch]) -> String {
    format!("{day} {}", write_day(stretches)).trim_end().to_owned()
}

/// The days of the week in the order of a timetable.
pub const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

#[cfg(test)]
mod tests;
