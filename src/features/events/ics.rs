//! Events as a calendar file (RFC 5545), for the calendars on people's own devices.

use super::when::When;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Octets of a line, at most; a longer one goes on in the next (RFC 5545 §3.1).
const LINE_BYTES_MAX: usize = 75;

/// One event, as a calendar takes it.
pub(super) struct Entry<'a> {
    /// The same for this event always, and another for each other, on any box.
    pub uid: String,
    /// When it was last changed, milliseconds since 1970.
    pub changed_at: i64,
    /// How often it was changed: calendars keep the greatest.
    pub sequence: i64,
    pub when: &'a When,
    pub title: &'a str,
    /// Plain words.
    pub about: &'a str,
    pub place: &'a str,
    pub cancelled: bool,
}

/// The whole file.
pub(super) fn calendar(name: &str, zone: &TimeZone, entries: &[Entry<'_>]) -> String {
    let mut file = String::with_capacity(entries.len() * 400 + 200);
    line(&mut file, "BEGIN", "VCALENDAR");
    line(&mut file, "VERSION", "2.0");
    line(&mut file, "PRODID", "-//Courtyard//Events//EN");
    line(&mut file, "CALSCALE", "GREGORIAN");
    line(&mut file, "METHOD", "PUBLISH");
    line(&mut file, "X-WR-CALNAME", &escaped(name));
    for entry in entries {
        event(&mut file, zone, entry);
    }
    line(&mut file, "END", "VCALENDAR");
    file
}

fn event(file: &mut String, zone: &TimeZone, entry: &Entry<'_>) {
    line(file, "BEGIN", "VEVENT");
    line(file, "UID", &escaped(&entry.uid));
    let changed = Timestamp::from_millisecond(entry.changed_at).unwrap_or(Timestamp::UNIX_EPOCH);
    line(file, "DTSTAMP", &moment(changed));
    line(file, "LAST-MODIFIED", &moment(changed));
    line(file, "SEQUENCE", &entry.sequence.to_string());
    if entry.when.all_day {
        line(file, "DTSTART;VALUE=DATE", &day(entry.when.starts.date()));
        line(file, "DTEND;VALUE=DATE", &day(entry.when.day_after()));
    } else {
        // Moments in UTC: they are the same everywhere, and need no list of the zone's own summers.
        let (starts, ends) = entry.when.moments(zone);
        line(file, "DTSTART", &moment(starts));
        if ends > starts {
            line(file, "DTEND", &moment(ends));
        }
    }
    line(file, "SUMMARY", &escaped(entry.title));
    if !entry.place.is_empty() {
        line(file, "LOCATION", &escaped(entry.place));
    }
    if !entry.about.is_empty() {
        line(file, "DESCRIPTION", &escaped(entry.about));
    }
    line(file, "STATUS", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" });
    line(file, "END", "VEVENT");
}

fn moment(at: Timestamp) -> String {
    let at = TimeZone::UTC.to_datetime(at);
    format!("{}T{:02}{:02}{:02}Z", day(at.date()), at.hour(), at.minute(), at.second())
}

fn day(at: Date) -> String {
    format!("{:04}{:02}{:02}", at.year(), at.month(), at.day())
}

/// Text as a value: what has a meaning there is marked, and a line end is two letters (§3.3.11).
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            other if other.is_control() && other != '\t' => {}
            other => value.push(other),
        }
    }
    value
}

/// One line, folded between letters where it is long.
fn line(file: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if used + letter.len_utf8() > LINE_BYTES_MAX {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(letter);
        used += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::super::when::Typed;
    use super::*;
    use proptest::prelude::*;

    /// Reads a file as strictly as the standard is written: gives the lines, unfolded, as name and value.
    fn read(file: &str) -> Vec<(String, String)> {
        assert!(file.ends_with("\r\n"));
        let mut lines: Vec<String> = Vec::new();
        for line in file.strip_suffix("\r\n").unwrap().split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "a bare line end in {line:?}");
            match line.strip_prefix(' ') {
                Some(more) => lines.last_mut().expect("a line before").push_str(more),
                None => lines.push(line.to_owned()),
            }
        }
        let halves = lines.iter().map(|line| line.split_once(':').expect("a colon"));
        halves.map(|(name, value)| (name.to_owned(), unescaped(value))).collect()
    }

    fn unescaped(value: &str) -> String {
        let mut text = String::new();
        let mut letters = value.chars();
        while let Some(letter) = letters.next() {
            text.push(match letter {
                '\\' => match letters.next().expect("something after a backslash") {
                    'n' | 'N' => '\n',
                    other => other,
                },
                other => other,
            });
        }
        text
    }

    fn value<'l>(lines: &'l [(String, String)], name: &str) -> &'l str {
        let mut found = lines.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let first = found.next().unwrap_or_default();
        assert_eq!(found.next(), None, "{name} stands there once");
        first
    }

    fn when(first: &str, begins: &str, last: &str, ends: &str) -> When {
        let typed =
            Typed { first: first.into(), begins: begins.into(), last: last.into(), ends: ends.into() };
        typed.fit().expect("times")
    }

    fn made(when: &When, title: &str, about: &str) -> Vec<(String, String)> {
        let entry = Entry {
            uid: "event-7@0123456789abcdef".into(),
            changed_at: 1_772_000_000_000,
            sequence: 2,
            when,
            title,
            about,
            place: "Hall, left",
            cancelled: false,
        };
        read(&calendar("Hillview; School", &TimeZone::get("Europe/Berlin").expect("a zone"), &[entry]))
    }

    #[test]
    fn a_calendar_gets_the_right_moments_on_both_sides_of_summer_time() {
        let lines = made(&when("2026-03-28", "14:00", "", "15:30"), "Play", "");
        assert_eq!(value(&lines, "DTSTART"), "20260328T130000Z");
        assert_eq!(value(&lines, "DTEND"), "20260328T143000Z");
        let lines = made(&when("2026-03-30", "14:00", "", ""), "Play", "");
        assert_eq!((value(&lines, "DTSTART"), value(&lines, "DTEND")), ("20260330T120000Z", ""));
        let lines = made(&when("2026-03-28", "", "2026-03-30", ""), "Trip", "");
        assert_eq!(value(&lines, "DTSTART;VALUE=DATE"), "20260328");
        assert_eq!(value(&lines, "DTEND;VALUE=DATE"), "20260331", "the day after the last");
    }

    #[test]
    fn what_has_a_meaning_in_the_file_comes_out_as_it_was_typed() {
        let text = "Bring: boots; \\o/, and\nBEGIN:VEVENT\nEND:VCALENDAR";
        let lines = made(&when("2026-03-28", "", "", ""), "Trip, to the lake", text);
        assert_eq!(value(&lines, "DESCRIPTION"), text);
        assert_eq!(value(&lines, "SUMMARY"), "Trip, to the lake");
        assert_eq!(value(&lines, "LOCATION"), "Hall, left");
        assert_eq!(value(&lines, "X-WR-CALNAME"), "Hillview; School");
        let names: Vec<&str> = lines.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.iter().filter(|name| **name == "BEGIN").count(), 2);
        assert_eq!(names.first(), Some(&"BEGIN"));
    }

    proptest! {
        #[test]
        fn any_text_at_all_makes_a_file_that_a_strict_reader_reads(title in "\\PC{1,200}", about in "(\\PC|\n){0,400}") {
            let lines = made(&when("2026-03-28", "", "", ""), &title, &about);
            prop_assert_eq!(value(&lines, "SUMMARY"), title.as_str());
            prop_assert_eq!(value(&lines, "DESCRIPTION"), about.as_str());
        }
    }
}
