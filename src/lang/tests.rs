//! Languages as a reader meets them.

use std::io::Write as _;

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::{Lang, Piece, pieces, slot};

fn spanish() -> &'static Lang {
    Lang::find("es").expect("Spanish is part of this program")
}

fn arabic() -> &'static Lang {
    Lang::find("AR").expect("Arabic is part of this program")
}

#[test]
fn spanish_misses_nothing_and_arabic_falls_back_to_english() {
    assert_eq!(Lang::english().missing(), [""; 0]);
    assert_eq!(spanish().missing(), [""; 0]);
    let missing = arabic().missing();
    let _ = writeln!(std::io::stderr(), "Arabic misses {}: {missing:?}", missing.len());
    for (position, key) in super::phrases::PLAIN.iter().enumerate().filter(|(_, key)| missing.contains(*key))
    {
        assert_eq!(arabic().plain(position), Lang::english().plain(position), "{key}");
    }
    for lang in Lang::all() {
        assert!(lang.plain.iter().all(|text| !text.is_empty()), "{} has an empty phrase", lang.tag());
        assert!(super::phrases::SOURCES.iter().any(|(tag, _)| *tag == lang.tag()));
    }
}

#[test]
fn a_language_knows_its_name_tag_and_direction() {
    let known: Vec<_> = Lang::all().iter().map(|lang| (lang.tag(), lang.name(), lang.dir())).collect();
    assert_eq!(known[0], ("en", "English", "ltr"));
    assert!(known.contains(&("es", "Español", "ltr")));
    assert!(known.contains(&("ar", "العربية", "rtl")));
    assert!(Lang::find("xx").is_none());
}

#[test]
fn the_browser_wish_with_the_greatest_weight_wins() {
    let chosen = |header: &str| Lang::choose(header).tag();
    for (header, tag) in [
        ("", "en"),
        ("es", "es"),
        ("es-MX,es;q=0.9", "es"),
        ("fr, en;q=0.5, ES-419;q=0.8", "es"),
        ("de-CH, ar;q=0.3, es;q=0.2", "ar"),
        ("es;q=0, ar;q=0.1", "ar"),
        ("es;q=0", "en"),
        ("*;q=0.9, es;q=0.5", "en"),
        ("es;q=0.5, ar;q=0.5", "es"),
        ("es;q=nonsense, ar;q=0.001", "ar"),
        ("es; q=0.2 , ar ; q=1.000", "ar"),
        ("zz, yy;q=0.4", "en"),
        (",,;;q==,é;q=0.1.1", "en"),
    ] {
        assert_eq!(chosen(header), tag, "{header}");
    }
    assert_eq!(chosen(&"es;q=0.1,".repeat(100_000)), "es");
}

#[test]
fn numbers_choose_the_plural_form_and_are_written_for_the_language() {
    let en = Lang::english();
    assert_eq!(en.span_days(1), "1 day");
    assert_eq!(en.span_days(1234_u64), "1,234 days");
    assert_eq!(spanish().span_days(1), "1 día");
    assert_eq!(spanish().span_days(1234), "1234 días");
    assert_eq!(spanish().span_days(12_345_usize), "12.345 días");
    let forms: Vec<_> = [1, 2, 3, 11, 100].map(|count| arabic().span_days(count)).into();
    assert_eq!(forms, ["يوم واحد", "يومان", "3 أيام", "11 يومًا", "100 يوم"]);
}

#[test]
fn numbers_are_grouped_as_the_language_does() {
    let written =
        |lang: &Lang| [0, -7, 999, 1000, 12_345, 1_234_567].map(|number| lang.number(number)).join(" ");
    assert_eq!(written(Lang::english()), "0 −7 999 1,000 12,345 1,234,567");
    assert_eq!(written(spanish()), "0 −7 999 1000 12.345 1.234.567");
    assert_eq!(Lang::english().number(i64::MIN), "−9,223,372,036,854,775,808");
}

#[test]
fn sizes_are_said_in_units_that_people_know() {
    let en = Lang::english();
    for (bytes, text) in [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (1_550, "1.5 kB"),
        (9_999, "9.9 kB"),
        (10_500, "10 kB"),
        (999_999, "999 kB"),
        (1_000_000, "1 MB"),
        (20_000_000, "20 MB"),
        (5_300_000_000, "5.3 GB"),
        (2_000_000_000_000, "2 TB"),
        (u64::MAX, "18,446,744 TB"),
    ] {
        assert_eq!(en.bytes(bytes), text);
    }
    assert_eq!(spanish().bytes(1_550_000), "1,5 MB");
}

#[test]
fn lists_read_like_a_sentence() {
    let said = |lang: &Lang, names: &[&str]| lang.list(names);
    assert_eq!(said(Lang::english(), &[]), "");
    assert_eq!(said(Lang::english(), &["Mia"]), "Mia");
    assert_eq!(said(Lang::english(), &["Mia", "Tom"]), "Mia and Tom");
    assert_eq!(said(Lang::english(), &["Mia", "Tom", "Zoe", "Ann"]), "Mia, Tom, Zoe and Ann");
    assert_eq!(said(spanish(), &["Mia", "Tom", "Zoe"]), "Mia, Tom y Zoe");
    let plain = |said: String| said.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(plain(said(arabic(), &["أ", "ب", "ج"])), "أ، ب وج");
    // Among names from the other side each stays whole, and the first stands first.
    assert_eq!(said(arabic(), &["Ana", "Tom"]), "\u{2068}Ana\u{2069} و\u{2068}Tom\u{2069}");
    assert_eq!(said(Lang::english(), &["أ", "Tom"]), "\u{2068}أ\u{2069} and Tom");
}

#[test]
fn how_long_ago_is_said_shortly() {
    let zone = TimeZone::get("Europe/London").expect("the zones are bundled");
    let now: ZonedDateTime =
        date(2026, 7, 29).at(14, 0, 0, 0).to_zoned_datetime(zone.clone()).expect("a plain summer day");
    let said = |lang: &Lang, seconds: i64| {
        let then = Timestamp::from_second(now.timestamp().as_second() - seconds).expect("in range");
        lang.ago(&now, then).into_owned()
    };
    let en = Lang::english();
    for (seconds, text) in [
        (-119, "just now"),
        (-3600, "29 July"),
        (0, "just now"),
        (59, "just now"),
        (60, "1 min ago"),
        (59 * 60 + 59, "59 min ago"),
        (3600, "1 h ago"),
        (24 * 3600 - 1, "23 h ago"),
        (24 * 3600, "yesterday"),
        (38 * 3600 - 1, "yesterday"),
        (38 * 3600 + 1, "27 July"),
        (300 * 86_400, "2 October 2025"),
    ] {
        assert_eq!(said(en, seconds), text, "{seconds}");
    }
    assert_eq!(said(spanish(), 300), "hace 5 min");
    assert_eq!(said(spanish(), 300 * 86_400), "2 de octubre de 2025");
    assert_eq!(said(arabic(), 120), "قبل دقيقتين");
    assert_eq!(said(arabic(), 4 * 86_400), "25 يوليو");

    let stamp = Timestamp::from_second(1_785_276_000).expect("in range");
    assert_eq!(en.moment(stamp, &zone), "28 July 2026, 23:00");
    assert_eq!(spanish().moment(stamp, &TimeZone::UTC), "28 de julio de 2026, 22:00");
    assert_eq!(en.short_date(date(2024, 2, 29)), "29 February");
}

#[test]
fn times_at_the_ends_of_the_calendar_are_said_without_fault() {
    let now = Timestamp::MAX.to_zoned_datetime(TimeZone::UTC);
    for lang in Lang::all() {
        assert!(!lang.ago(&now, Timestamp::MIN).is_empty());
        assert!(!lang.ago(&Timestamp::MIN.to_zoned_datetime(TimeZone::UTC), Timestamp::MAX).is_empty());
        assert!(!lang.moment(Timestamp::MIN, &TimeZone::UTC).is_empty());
    }
}

#[test]
fn a_name_from_the_right_does_not_move_an_english_sentence() {
    let en = Lang::english();
    assert_eq!(en.list_two("Tom", "Mia"), "Tom and Mia");
    assert_eq!(en.list_two("Tom", "مها"), "Tom and \u{2068}مها\u{2069}");
    assert_eq!(en.list_two("Zoë", String::from("Łukasz")), "Zoë and Łukasz");
    assert!(arabic().list_two("Tom", "مها").starts_with("\u{2068}Tom\u{2069}"));
}

#[test]
fn a_place_kept_in_a_phrase_cannot_be_written_by_a_person() {
    let phrase = Lang::english().list_two(slot(0), "1\u{f0000}2\u{f0001}");
    let found: Vec<_> = pieces(&phrase).collect();
    assert_eq!(found, [Piece::Slot(0), Piece::Text(" and 12")]);
    let both = spanish().list_two(slot(1), slot(0));
    assert_eq!(pieces(&both).filter(|piece| matches!(piece, Piece::Slot(_))).count(), 2);
}
