//! Timetables: as they are written, over midnight, through summer time, and against a slow reading of the same rules.

use super::{DAY_MIN, Day, Hours, Stretch, Timetable, read_day, read_otherwise, write_day};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn at(zone: &TimeZone, text: &str) -> Timestamp {
    zone.to_ambiguous_timestamp(text.parse().unwrap()).compatible().unwrap()
}

fn day(text: &str) -> Day {
    read_day(text).unwrap()
}

/// Open on school days from 8 to 12 and 13 to 15:30, and on Friday evening until two at night.
fn school() -> Timetable {
    let usual = || day("8-12, 13:00–15:30");
    let friday = day("8-12; 13-15.30; 18-2");
    Timetable {
        week: [usual(), usual(), usual(), usual(), friday, Day::new(), Day::new()],
        otherwise: [read_otherwise("2026-12-24").unwrap(), read_otherwise("2026-12-26 10-11").unwrap()]
            .into(),
    }
}

#[test]
fn a_day_is_written_in_many_ways_and_kept_in_one() {
    assert_eq!(write_day(&day(" 13-15 , 8:30–12 ")), "08:30–12:00, 13:00–15:00");
    assert_eq!(write_day(&day("0-24")), "00:00–24:00");
    assert_eq!(write_day(&day("0-0")), "00:00–24:00", "from midnight to midnight");
}

#[test]
fn what_is_no_day_is_refused() {
    for bad in [
        "8",
        "8-",
        "8-8",
        "25-26",
        "8-24:01",
        "8:60-9",
        "-8-9",
        "8-12, 11-13",
        "22-6, 23-24",
        "a-b",
        "24-3",
        "8-9-10",
    ] {
        assert_eq!(read_day(bad), None, "{bad}");
    }
    let many = ["0:00-0:30"; 9].join(",");
    assert_eq!(read_day(&many), None);
    assert_eq!(read_otherwise("2026-02-30 8-9"), None);
}

#[test]
fn it_is_open_between_and_says_until_when_and_from_when() {
    let (zone, table) = (zone("Europe/Madrid"), school());
    let is = |text: &str| table.at(at(&zone, text), &zone);
    let open = |text: &str| Hours::Open(Some(at(&zone, text)));
    let shut = |text: &str| Hours::Shut(Some(at(&zone, text)));
    assert_eq!(is("2026-11-26T07:59:59"), shut("2026-11-26T08:00"));
    assert_eq!(is("2026-11-26T08:00"), open("2026-11-26T12:00"), "the first moment is open");
    assert_eq!(is("2026-11-26T12:00"), shut("2026-11-26T13:00"), "the last is not");
    assert_eq!(is("2026-11-27T23:30"), open("2026-11-28T02:00"), "over midnight");
    assert_eq!(is("2026-11-28T01:59"), open("2026-11-28T02:00"), "what began on Friday");
    assert_eq!(is("2026-11-28T02:00"), shut("2026-11-30T08:00"));
    assert_eq!(is("2026-12-24T09:00"), shut("2026-12-25T08:00"), "a day that is otherwise");
    assert_eq!(is("2026-12-26T10:30"), open("2026-12-26T11:00"), "a Saturday that is otherwise");
}

#[test]
fn what_meets_at_midnight_is_one_and_what_is_always_open_has_no_end() {
    let zone = zone("UTC");
    let always = Timetable { week: std::array::from_fn(|_| day("0-24")), ..Timetable::default() };
    assert_eq!(always.at(at(&zone, "2026-11-27T12:00"), &zone), Hours::Open(None));
    let mut two = Timetable::default();
    (two.week[0], two.week[1]) = (day("20-24"), day("0-6"));
    let monday = at(&zone, "2026-11-30T21:00");
    assert_eq!(two.at(monday, &zone), Hours::Open(Some(at(&zone, "2026-12-01T06:00"))));
    assert_eq!(Timetable::default().at(monday, &zone), Hours::Shut(None));
}

#[test]
fn summer_time_takes_its_hour_and_gives_it_back() {
    let zone = zone("Europe/Berlin");
    let table = Timetable { week: std::array::from_fn(|_| day("1-4")), ..Timetable::default() };
    let length = |day: Date| {
        let from = at(&zone, &format!("{day}T01:00"));
        match table.at(from, &zone) {
            Hours::Open(Some(until)) => until.as_second() - from.as_second(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(length(date(2026, 3, 28)), 3 * 3600);
    assert_eq!(length(date(2026, 3, 29)), 2 * 3600, "the clock is put forward from two to three");
    assert_eq!(length(date(2026, 10, 25)), 4 * 3600, "and back from three to two");
    // What lies wholly in the hour that is not there does not open.
    let gone = Timetable { week: std::array::from_fn(|_| day("2:00-2:30")), ..Timetable::default() };
    let three = at(&zone, "2026-03-29T03:00");
    assert!(
        matches!(gone.at(three, &zone), Hours::Open(_)),
        "as much later on the wall: half an hour from three on"
    );
    let later = at(&zone, "2026-03-29T03:30");
    assert!(matches!(gone.at(later, &zone), Hours::Shut(_)));
}

#[test]
fn of_two_groups_the_more_open_one_counts() {
    use Hours::{Open, Shut};
    let moment = |second: i64| Some(Timestamp::from_second(second).unwrap());
    assert_eq!(Open(moment(5)).or(Shut(moment(1))), Open(moment(5)));
    assert_eq!(Shut(moment(5)).or(Open(None)), Open(None));
    assert_eq!(Open(moment(5)).or(Open(moment(9))), Open(moment(9)));
    assert_eq!(Open(None).or(Open(moment(9))), Open(None));
    assert_eq!(Shut(moment(5)).or(Shut(moment(3))), Shut(moment(3)));
    assert_eq!(Shut(None).or(Shut(moment(3))), Shut(moment(3)));
}

#[test]
fn a_damaged_line_opens_nothing() {
    let table = Timetable::parse("8-12\nnonsense\n\n\n\n\n\n2026-12-24 all day\nwhat is this\n");
    assert_eq!(table.week[0], day("8-12"));
    assert!(table.week[1].is_empty());
    assert_eq!(table.otherwise.into_iter().collect::<Vec<_>>(), [(date(2026, 12, 24), Day::new())]);
}

fn any_day() -> impl Strategy<Value = Day> {
    let cut = prop::collection::btree_set(0..DAY_MIN, 0..6);
    (cut, any::<bool>()).prop_map(|(cuts, night)| {
        let cuts: Vec<u16> = cuts.into_iter().collect();
        let mut day: Day = cuts.chunks_exact(2).map(|two| Stretch { from: two[0], to: two[1] }).collect();
        if let (true, Some(last)) = (night, day.last_mut()) {
            last.to = last.from.max(1); // until the same minute of the next day, and of the first one from 00:00
            if last.to == last.from {
                last.to = last.from.saturating_sub(7).max(1);
            }
        }
        day.retain(|stretch| stretch.from != stretch.to);
        day
    })
}

fn any_table() -> impl Strategy<Value = Timetable> {
    let otherwise = prop::collection::btree_map(
        (0..20i64).prop_map(|day| date(2026, 3, 20) + day.days()),
        any_day(),
        0..4,
    );
    (prop::collection::vec(any_day(), 7), otherwise)
        .prop_map(|(week, otherwise)| Timetable { week: week.try_into().unwrap(), otherwise })
}

/// The same rule, read slowly: does any stretch of the days around hold this moment?
fn is_open_slowly(table: &Timetable, now: Timestamp, zone: &TimeZone) -> bool {
    let today = zone.to_datetime(now).date();
    (-3..=3i64).map(|offset| today + offset.days()).any(|day| {
        let stretches = table.begins_on(day).iter();
        stretches.filter_map(|stretch| stretch.on(day, zone)).any(|(from, to)| from <= now && now < to)
    })
}

proptest! {
    #[test]
    fn it_is_open_exactly_while_a_stretch_holds_the_moment_and_changes_exactly_when_it_says(
        table in any_table(),
        minutes in 0..30_000i64,
        // Spring and autumn, north and south, an hour or half of one, at midnight, and a day that was left out.
        place in prop::sample::select(vec![
            ("Europe/Berlin", "2026-03-19T00:00"), ("Europe/Berlin", "2026-10-15T00:00"),
            ("Australia/Lord_Howe", "2026-03-28T00:00"), ("America/Santiago", "2026-03-26T00:00"),
            ("Africa/Cairo", "2026-04-15T00:00"), ("Pacific/Apia", "2011-12-21T00:00"),
        ]),
    ) {
        let zone = zone(place.0);
        let now = at(&zone, place.1) + minutes.minutes();
        let hours = table.at(now, &zone);
        prop_assert_eq!(matches!(hours, Hours::Open(_)), is_open_slowly(&table, now, &zone));
        let (Hours::Open(next) | Hours::Shut(next)) = hours;
        if let Some(next) = next {
            prop_assert!(next > now);
            let opens = matches!(hours, Hours::Shut(_));
            prop_assert_eq!(is_open_slowly(&table, next, &zone), opens, "it turns there");
            let mut between = now;
            while between < next {
                prop_assert_eq!(is_open_slowly(&table, between, &zone), !opens, "and not before: {}", between);
                between += 7.minutes();
            }
        }
    }

    #[test]
    fn what_is_kept_is_read_again_as_it_was(table in any_table()) {
        prop_assert_eq!(Timetable::parse(&table.words()), table);
    }

    #[test]
    fn any_text_at_all_is_a_day_or_none(text in "\\PC{0,40}") {
        if let Some(day) = read_day(&text) {
            prop_assert_eq!(read_day(&write_day(&day)), Some(day));
        }
    }
}
