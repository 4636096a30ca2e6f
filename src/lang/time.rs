//! How a language says when: "5 min ago", "12 March 2026, 14:05".

use std::borrow::Cow;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::template::Template;
use super::{Lang, Value, slot};

/// How far ahead of us a time may be and still be "just now", in seconds: clocks in one building differ.
const AHEAD_MAX_S: i64 = 120;
const MINUTE_S: i64 = 60;
const HOUR_S: i64 = 60 * MINUTE_S;
const DAY_S: i64 = 24 * HOUR_S;

/// Phrases about time, worked out once, since a page says many.
#[derive(Debug, Default)]
pub(super) struct Times {
    just_now: Box<str>,
    yesterday: Box<str>,
    /// "1 min ago" to "59 min ago".
    minutes: Vec<Box<str>>,
    /// "1 h ago" to "23 h ago".
    hours: Vec<Box<str>>,
    /// Day and month, one a month; the place is the day.
    days: Vec<Template>,
    /// The same with the year; the places are day and year.
    dates: Vec<Template>,
    /// Places: date, time.
    moment: Template,
}

impl Times {
    pub(super) fn prepare(
        lang: &Lang,
        fill: &impl Fn(&str, &[(&'static str, Value<'_>)]) -> String,
        cut: &impl Fn(&str, &[&'static str]) -> Template,
    ) -> Times {
        let counted = |key: &str, most: i64| {
            (1..=most).map(|count| fill(key, &[("count", Value::Number(count))]).into()).collect()
        };
        let months = [
            lang.month_january(),
            lang.month_february(),
            lang.month_march(),
            lang.month_april(),
            lang.month_may(),
            lang.month_june(),
            lang.month_july(),
            lang.month_august(),
            lang.month_september(),
            lang.month_october(),
            lang.month_november(),
            lang.month_december(),
        ];
        // A month's name is part of the phrase here, not a person's text: no marks of direction round it.
        let month = |key: &str, name: &str| {
            let text = fill(key, &[("day", slot(0)), ("month", slot(2)), ("year", slot(1))]);
            Template::cut(&text.replace(super::template::mark(2), name))
        };
        Times {
            just_now: lang.time_just_now().into(),
            yesterday: lang.time_yesterday().into(),
            minutes: counted("time-minutes-ago", 59),
            hours: counted("time-hours-ago", 23),
            days: months.iter().map(|name| month("time-day-month", name)).collect(),
            dates: months.iter().map(|name| month("time-day-month-year", name)).collect(),
            moment: cut("time-moment", &["date", "time"]),
        }
    }
}

impl Lang {
    /// How long ago `then` was, seen from `now` and its time zone: "just now", "5 min ago", "3 h ago",
    /// "yesterday", "12 March", "12 March 2024". A time well ahead of now is shown as its date.
    pub fn ago(&self, now: &ZonedDateTime, then: Timestamp) -> Cow<'_, str> {
        let elapsed_s = now.timestamp().as_second().saturating_sub(then.as_second());
        let times = &self.times;
        let ready = match elapsed_s {
            ..MINUTE_S => (elapsed_s >= -AHEAD_MAX_S).then_some(&*times.just_now),
            MINUTE_S..HOUR_S => nth(&times.minutes, elapsed_s / MINUTE_S),
            HOUR_S..DAY_S => nth(&times.hours, elapsed_s / HOUR_S),
            _ => None,
        };
        if let Some(text) = ready {
            return Cow::Borrowed(text);
        }
        let (today, date) = (now.date(), now.time_zone().to_datetime(then).date());
        if today.yesterday().is_ok_and(|yesterday| yesterday == date) {
            Cow::Borrowed(&times.yesterday)
        } else if today.year() == date.year() {
            Cow::Owned(self.short_date(date))
        } else {
            Cow::Owned(self.date(date))
        }
    }

    /// Day, month and year: "12 March 2026".
    pub fn date(&self, date: Date) -> String {
        written(&self.times.dates, date)
    }

    /// Day and month: "12 March".
    pub fn short_date(&self, date: Date) -> String {
        written(&self.times.days, date)
    }

    /// Full date and time of day in a time zone: "12 March 2026, 14:05".
    pub fn moment(&self, when: Timestamp, zone: &TimeZone) -> String {
        let there = zone.to_datetime(when);
        let time = format!("{:02}:{:02}", there.hour(), there.minute());
        self.times.moment.fill(&[&self.date(there.date()), &time])
    }
}

/// A date by its month's phrase.
fn written(months: &[Template], date: Date) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    let template = usize::try_from(date.month() - 1).ok().and_then(|month| months.get(month));
    template.map(|template| template.fill(&[&day, &year])).unwrap_or_default()
}

/// The phrase for `count`, which begins at one.
fn nth(phrases: &[Box<str>], count: i64) -> Option<&str> {
    usize::try_from(count - 1).ok().and_then(|position| phrases.get(position)).map(|phrase| &**phrase)
}
