//! How long things are kept, what must be kept longer, and the run of each day that takes away what is older.
//!
//! A run deletes only while the clock can be believed, a little at a time, and never more than twice what is usual without an owner who
//! typed how much it is. What staff still need, and what a legal hold names, stays (`leaving::clear`).

mod holds_pages;
mod holds_store;
mod holds_views;
mod old_store;
mod pages;
mod run_store;
mod views;
mod work;

pub use work::work;

use crate::base::{Rules, SiteKind, limits};
use crate::web::Routes;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().and(pages::routes()).and(holds_pages::routes())
}

/// The month and day on which a school year ends, where the house says nothing else.
const YEAR_ENDS: (i8, i8) = (7, 31);
/// Days after the end of a school year until what was posted in it goes.
const AFTER_YEAR_DAYS: i64 = 60;
/// Days that a prison keeps what was posted, and any house messages.
const USUAL_DAYS: i64 = 90;
/// Days that any other house keeps what was posted.
const OTHER_DAYS: i64 = 365;
/// Days that decisions and closed reports are kept.
const CASES_DAYS: i64 = 365;

/// What is older than these moments goes, milliseconds since 1970; 0: nothing does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cutoffs {
    /// Posts, comments, photos, albums, announcements, events, files and drafts.
    pub posts_ms: i64,
    /// Messages.
    pub messages_ms: i64,
    /// Decisions, reports that were closed, and what rules for words matched.
    pub cases_ms: i64,
}

/// The day that it is there, at that moment.
fn day_of(zone: &TimeZone, now_ms: i64) -> Date {
    let now = Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    zone.to_datetime(now).date()
}

/// When that day begins there, milliseconds since 1970, never before.
fn begins(zone: &TimeZone, day: Date) -> i64 {
    let moment = zone.to_ambiguous_timestamp(day.at(0, 0, 0, 0)).compatible();
    moment.map_or(0, |at| at.as_millisecond().max(0))
}

fn zone_of(rules: &Rules) -> TimeZone {
    TimeZone::get(&rules.time_zone).unwrap_or(TimeZone::UTC)
}

/// When the day of this moment began where the house stands, milliseconds since 1970.
fn day_begins(rules: &Rules, now_ms: i64) -> i64 {
    let zone = zone_of(rules);
    begins(&zone, day_of(&zone, now_ms))
}

/// What goes at this moment, by the house rules.
pub fn cutoffs(rules: &Rules, now_ms: i64) -> Cutoffs {
    let zone = zone_of(rules);
    let today = day_of(&zone, now_ms);
    let begins = |day: Date| begins(&zone, day);
    let before = |days: i64| today.checked_sub(days.days()).map_or(0, begins);
    let kept = |own: Option<u32>, usual: &dyn Fn() -> i64| match own {
        None => usual(),
        Some(0) => 0,
        Some(days) => before(i64::from(days)),
    };
    Cutoffs {
        posts_ms: kept(rules.keep_posts, &|| match rules.kind {
            SiteKind::School => begins(year_end(today)),
            SiteKind::Prison => before(USUAL_DAYS),
            SiteKind::Other => before(OTHER_DAYS),
        }),
        messages_ms: kept(rules.keep_messages, &|| before(USUAL_DAYS)),
        cases_ms: kept(rules.keep_cases, &|| before(CASES_DAYS)),
    }
}

/// The first day after the newest school year that ended long enough ago.
fn year_end(today: Date) -> Date {
    let ended = |year: i16| date(year, YEAR_ENDS.0, YEAR_ENDS.1).saturating_add(1.day());
    let far = |end: &Date| end.checked_add(AFTER_YEAR_DAYS.days()).is_ok_and(|far| far <= today);
    (0..3).map(|back| ended(today.year() - back)).find(far).unwrap_or(ended(today.year() - 2))
}

/// May so much go without anybody being asked? At most twice what is usual, or what is little in any house.
pub fn is_usual(planned: i64, usual: i64) -> bool {
    planned <= (2 * usual).max(limits::RETENTION_LITTLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> i64 {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    fn day(ms: i64) -> String {
        Timestamp::from_millisecond(ms).unwrap().to_string()
    }

    #[test]
    fn a_school_keeps_posts_to_the_end_of_its_year_and_sixty_days() {
        let school = Rules::default();
        let posts = |now: &str| day(cutoffs(&school, at(now)).posts_ms);
        assert_eq!(posts("2026-09-28T12:00:00Z"), "2025-08-01T00:00:00Z", "the year that has just ended");
        assert_eq!(
            posts("2026-09-30T12:00:00Z"),
            "2026-08-01T00:00:00Z",
            "sixty days after the 31st of July"
        );
        assert_eq!(posts("2027-01-15T12:00:00Z"), "2026-08-01T00:00:00Z");
        assert_eq!(day(cutoffs(&school, at("2026-09-30T12:00:00Z")).messages_ms), "2026-07-02T00:00:00Z");
    }

    #[test]
    fn each_house_has_its_own_times_and_an_owner_may_choose_others() {
        let now = at("2026-11-27T12:00:00Z");
        let prison = Rules { kind: SiteKind::Prison, ..Rules::default() };
        assert_eq!(day(cutoffs(&prison, now).posts_ms), "2026-08-29T00:00:00Z");
        assert_eq!(day(cutoffs(&prison, now).cases_ms), "2025-11-27T00:00:00Z");
        let own = Rules { keep_posts: Some(30), keep_messages: Some(0), ..prison };
        assert_eq!(day(cutoffs(&own, now).posts_ms), "2026-10-28T00:00:00Z");
        assert_eq!(cutoffs(&own, now).messages_ms, 0, "for ever");
    }

    #[test]
    fn a_clock_at_the_beginning_of_time_takes_nothing_away() {
        let cut = cutoffs(&Rules { kind: SiteKind::Prison, ..Rules::default() }, 0);
        assert_eq!(cut, Cutoffs::default());
        assert_eq!(cutoffs(&Rules::default(), 0).posts_ms, 0);
    }

    #[test]
    fn more_than_twice_the_usual_amount_is_asked_about() {
        assert!(is_usual(limits::RETENTION_LITTLE, 0) && !is_usual(limits::RETENTION_LITTLE + 1, 0));
        assert!(is_usual(400, 200) && !is_usual(401, 200));
    }
}
