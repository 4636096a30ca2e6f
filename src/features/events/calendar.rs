//! Months as they hang on a wall: whole weeks, which begin on the day on which they begin where the reader is from.

use crate::lang::Lang;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// One month of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    first: Date,
}

impl Month {
    /// The month in which this day is.
    pub fn of(day: Date) -> Month {
        Month { first: day.first_of_month() }
    }

    /// Reads `2026-03`; anything else is nothing.
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let well =
            year.len() == 4 && month.len() == 2 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        let first = Date::new(year, month, 1).ok().filter(|_| well && (1970..=2999).contains(&year))?;
        Some(Month { first })
    }

    /// The first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Is this day in it?
    pub fn has(self, day: Date) -> bool {
        day.first_of_month() == self.first
    }

    /// The month before.
    pub fn before(self) -> Month {
        Month { first: self.first.checked_sub(1.month()).unwrap_or(self.first) }
    }

    /// The month after.
    pub fn after(self) -> Month {
        Month { first: self.first.checked_add(1.month()).unwrap_or(self.first) }
    }

    /// Its days in whole weeks, with those of its neighbours that fill the first and the last.
    pub fn weeks(self, begins: Weekday) -> Vec<[Date; 7]> {
        let lead = begins.until(self.first.weekday());
        let mut day = self.first.checked_sub(i64::from(lead).days()).unwrap_or(self.first);
        let mut weeks = Vec::with_capacity(6);
        while day <= self.first.last_of_month() {
            let week = std::array::from_fn(|place| day.checked_add((place as i64).days()).unwrap_or(day));
            weeks.push(week);
            day = day.checked_add(7.days()).unwrap_or(Date::MAX);
        }
        weeks
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

/// The day on which weeks begin for readers of this language. It stands among the phrases (`week-start`), from the
/// week data of CLDR: Monday for the world as such (`001`) and for Spain, Saturday for most countries that read
/// Arabic (Egypt, Algeria, Iraq, Jordan, Syria and others).
pub fn week_start(lang: &Lang) -> Weekday {
    match lang.week_start() {
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => Weekday::Monday,
    }
}

/// The days of a week in order, for the head of a month.
pub fn weekdays(begins: Weekday) -> [Weekday; 7] {
    std::array::from_fn(|place| begins.wrapping_add(place as i64))
}

/// The name of a day of the week.
pub fn weekday_name(lang: &Lang, day: Weekday) -> &str {
    match day {
        Weekday::Monday => lang.weekday_monday(),
        Weekday::Tuesday => lang.weekday_tuesday(),
        Weekday::Wednesday => lang.weekday_wednesday(),
        Weekday::Thursday => lang.weekday_thursday(),
        Weekday::Friday => lang.weekday_friday(),
        Weekday::Saturday => lang.weekday_saturday(),
        Weekday::Sunday => lang.weekday_sunday(),
    }
}

/// The same in short.
pub fn weekday_short(lang: &Lang, day: Weekday) -> &str {
    match day {
        Weekday::Monday => lang.weekday_short_monday(),
        Weekday::Tuesday => lang.weekday_short_tuesday(),
        Weekday::Wednesday => lang.weekday_short_wednesday(),
        Weekday::Thursday => lang.weekday_short_thursday(),
        Weekday::Friday => lang.weekday_short_friday(),
        Weekday::Saturday => lang.weekday_short_saturday(),
        Weekday::Sunday => lang.weekday_short_sunday(),
    }
}

/// The name of a month with its year.
pub fn month_name(lang: &Lang, month: Month) -> String {
    let names = [
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
    let place = usize::try_from(month.first.month() - 1).unwrap_or(0);
    let name = names.get(place).copied().unwrap_or_default();
    lang.events_month(name, month.first.year().to_string())
}

/// Any day at all, where none was asked for that is one.
pub fn day(text: &str) -> Option<Date> {
    let day: Date = text.parse().ok()?;
    (date(1970, 1, 1) <= day && day <= date(2999, 12, 31)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_whole_weeks_that_begin_where_they_should() {
        let month = Month::parse("2026-03").unwrap();
        let weeks = month.weeks(Weekday::Monday);
        assert_eq!(weeks.len(), 6);
        assert_eq!(weeks[0][0], date(2026, 2, 23));
        assert_eq!(weeks[5][6], date(2026, 4, 5));
        assert_eq!(month.weeks(Weekday::Sunday)[0][0], date(2026, 3, 1));
        assert_eq!(month.weeks(Weekday::Saturday)[0][0], date(2026, 2, 28));
        // February 2027 begins on a Monday and has four weeks, and no empty fifth.
        assert_eq!(Month::parse("2027-02").unwrap().weeks(Weekday::Monday).len(), 4);
        for begins in [Weekday::Monday, Weekday::Saturday, Weekday::Sunday] {
            let mut month = Month::parse("2024-01").unwrap();
            for _ in 0..48 {
                let weeks = month.weeks(begins);
                let days: Vec<Date> = weeks.iter().flatten().copied().collect();
                assert!(days.windows(2).all(|pair| pair[0].tomorrow().unwrap() == pair[1]));
                assert!(weeks.iter().all(|week| week[0].weekday() == begins));
                assert!(weeks.iter().all(|week| week.iter().any(|day| month.has(*day))));
                let own = days.iter().filter(|day| month.has(**day)).count();
                assert_eq!(own, month.first().days_in_month() as usize);
                month = month.after();
            }
        }
    }

    #[test]
    fn an_address_names_a_month_or_nothing() {
        assert_eq!(Month::parse("2026-03").unwrap().to_string(), "2026-03");
        assert_eq!(Month::parse("2026-12").unwrap().after().to_string(), "2027-01");
        assert_eq!(Month::parse("2026-01").unwrap().before().to_string(), "2025-12");
        for bad in ["", "2026", "2026-13", "2026-3", "-026-03", "9999-12", "2026-03-01", "२०२६-०३"]
        {
            assert_eq!(Month::parse(bad), None, "{bad}");
        }
        assert_eq!(day("2026-02-30"), None);
    }

    #[test]
    fn weeks_begin_as_readers_of_each_language_expect() {
        let start = |tag: &str| week_start(Lang::find(tag).unwrap());
        assert_eq!(start("en"), Weekday::Monday);
        assert_eq!(start("es"), Weekday::Monday);
        assert_eq!(start("ar"), Weekday::Saturday);
        assert_eq!(weekdays(Weekday::Saturday)[2], Weekday::Monday);
    }
}
