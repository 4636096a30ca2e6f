//! Reads a pasted list of people: one a line, every problem found and named before anything is written.

use super::usernames;
use crate::base::{limits, text};
use std::collections::{HashMap, HashSet};

/// What is wrong with a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wrong {
    /// The first place, where the name belongs, is empty.
    NoName,
    /// The shown name has too many characters.
    LongName,
    /// Not a sign-in name.
    BadUsername,
    /// Somebody here has this sign-in name.
    Taken,
    /// An earlier line, with this number, has the same sign-in name.
    Twice(usize),
    /// The name of a group has too many characters.
    LongGroup,
    /// A quotation mark that is not closed.
    Quote,
}

/// One person of the list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Line {
    /// The number of the line as pasted, from 1; empty lines are counted.
    pub number: usize,
    pub shown_name: String,
    /// As given; after [`settle`] also where none was given.
    pub username: String,
    pub groups: Vec<String>,
    pub wrong: Vec<Wrong>,
}

/// A list as it was read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct List {
    pub lines: Vec<Line>,
    /// There are more than [`limits::PASTED_PEOPLE_MAX`]; the rest was not read.
    pub too_many: bool,
}

impl List {
    /// Can everybody on it be made?
    pub(super) fn is_well(&self) -> bool {
        !self.too_many && !self.lines.is_empty() && self.lines.iter().all(|line| line.wrong.is_empty())
    }

    /// The names of all groups on it, each once as first written, in order.
    pub(super) fn groups(&self) -> Vec<String> {
        let mut seen = HashSet::new();
        let all = self.lines.iter().flat_map(|line| &line.groups);
        all.filter(|name| seen.insert(name.to_ascii_lowercase())).cloned().collect()
    }

    /// What the sign-in names of this list begin with: to ask which of them are taken.
    pub(super) fn beginnings(&self) -> Vec<String> {
        let wish = |line: &Line| match line.username.as_str() {
            "" => usernames::wished(&line.shown_name),
            given => given.to_owned(),
        };
        let mut all: Vec<String> = self.lines.iter().map(wish).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The list again as text, each with the sign-in name that it will have.
    pub(super) fn to_text(&self) -> String {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for line in &self.lines {
            // Writing into memory cannot fail; should it, the line is missing from the preview's form.
            let groups = line.groups.join("; ");
            let _ = writer.write_record([&line.shown_name, &line.username, &groups]);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

/// Reads the list. The sign between places is found by itself: comma, semicolon or tab.
pub(super) fn read(pasted: &str) -> List {
    let pasted = pasted.trim_start_matches('\u{feff}');
    let delimiter = delimiter(pasted);
    let mut list = List::default();
    for (number, raw) in (1..).zip(pasted.lines()) {
        if raw.trim().is_empty() || (list.lines.is_empty() && is_head(raw, delimiter)) {
            continue;
        }
        if list.lines.len() == limits::PASTED_PEOPLE_MAX {
            list.too_many = true;
            break;
        }
        list.lines.push(line(number, raw, delimiter));
    }
    list
}

/// The sign that comes first in most lines, outside quotation marks; a comma where there is none.
fn delimiter(pasted: &str) -> u8 {
    let mut votes = [(b',', 0), (b';', 0), (b'\t', 0)];
    for line in pasted.lines() {
        let mut quoted = false;
        let first = line.bytes().find(|byte| {
            quoted ^= *byte == b'"';
            !quoted && matches!(byte, b',' | b';' | b'\t')
        });
        votes.iter_mut().filter(|(sign, _)| Some(*sign) == first).for_each(|(_, count)| *count += 1);
    }
    // The first of the greatest: `max_by_key` would give the last.
    votes.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| *sign)
}

/// A line that only names the columns, as a table copied from elsewhere has.
fn is_head(raw: &str, delimiter: u8) -> bool {
    const WORDS: &[&str] = &["name", "names", "shown name", "full name", "nombre", "nombres", "الاسم"];
    let first = raw.split(char::from(delimiter)).next().unwrap_or_default();
    WORDS.contains(&text::line(first.trim_matches('"')).to_lowercase().as_str())
}

fn line(number: usize, raw: &str, delimiter: u8) -> Line {
    let mut line = Line { number, ..Line::default() };
    if raw.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        line.wrong.push(Wrong::Quote);
    }
    // Line by line: a name has no line end in it, and so the numbers are those that people count.
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .buffer_capacity(256)
        .from_reader(raw.as_bytes());
    let record = reader.records().next().and_then(Result::ok).unwrap_or_default();
    let mut places = record.iter().map(text::line);
    line.shown_name = places.next().unwrap_or_default();
    let username = places.next().unwrap_or_default();
    line.groups = places.flat_map(|place| place.split(';').map(text::line).collect::<Vec<_>>()).collect();
    line.groups.retain(|group| !group.is_empty());
    let mut seen = HashSet::new();
    line.groups.retain(|group| seen.insert(group.to_ascii_lowercase()));
    if line.shown_name.is_empty() {
        line.wrong.push(Wrong::NoName);
    }
    if line.shown_name.chars().count() > limits::SHOWN_NAME_CHARS_MAX {
        line.wrong.push(Wrong::LongName);
    }
    if line.groups.iter().any(|group| group.chars().count() > limits::GROUP_NAME_CHARS_MAX) {
        line.wrong.push(Wrong::LongGroup);
    }
    match text::username("", &username) {
        Ok(well) => line.username = well,
        Err(_) if username.is_empty() => (),
        Err(_) => {
            line.username = username;
            line.wrong.push(Wrong::BadUsername);
        }
    }
    line
}

/// Gives a sign-in name to everybody who has none, and marks names that somebody has already.
pub(super) fn settle(list: &mut List, taken: &HashSet<String>) {
    let mut given: HashMap<String, usize> = HashMap::new();
    for line in list.lines.iter_mut().filter(|line| !line.username.is_empty()) {
        if taken.contains(&line.username) {
            line.wrong.push(Wrong::Taken);
        }
        match given.get(&line.username) {
            Some(earlier) => line.wrong.push(Wrong::Twice(*earlier)),
            None => {
                given.insert(line.username.clone(), line.number);
            }
        }
    }
    // After all that were given, so that a made name never takes one that a later line asks for.
    let mut all: HashSet<String> = taken.iter().cloned().chain(given.into_keys()).collect();
    for line in list.lines.iter_mut().filter(|line| line.username.is_empty() && !line.shown_name.is_empty()) {
        line.username = usernames::free(&usernames::wished(&line.shown_name), &all);
        all.insert(line.username.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads and settles with `tom.bauer` taken; each line as `number name/username/groups!wrong`.
    fn told(pasted: &str) -> Vec<String> {
        let mut list = read(pasted);
        settle(&mut list, &HashSet::from(["tom.bauer".to_owned()]));
        let tell = |line: &Line| {
            let wrong: String = line.wrong.iter().map(|wrong| format!("!{wrong:?}")).collect();
            format!("{} {}/{}/{}{wrong}", line.number, line.shown_name, line.username, line.groups.join("+"))
        };
        list.lines.iter().map(tell).collect()
    }

    #[test]
    fn a_pasted_list_is_read_as_people_mean_it() {
        let long = "x".repeat(65);
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            ("\n  \n\t\n", &[]),
            ("Ana Berg", &["1 Ana Berg/ana.berg/"]),
            ("Ana Berg\r\nZoe Martin\r\n", &["1 Ana Berg/ana.berg/", "2 Zoe Martin/zoe.martin/"]),
            ("Ana Berg, ANA", &["1 Ana Berg/ana/"]),
            ("Ana Berg, ana, Class 5B; Chess", &["1 Ana Berg/ana/Class 5B+Chess"]),
            ("Ana Berg,,Class 5B", &["1 Ana Berg/ana.berg/Class 5B"]),
            ("Ana Berg\tana\tClass 5B\tChess", &["1 Ana Berg/ana/Class 5B+Chess"]),
            ("Ana Berg;ana;Class 5B;Chess;chess", &["1 Ana Berg/ana/Class 5B+Chess"]),
            ("\"Berg, Ana\", ana", &["1 Berg, Ana/ana/"]),
            ("\u{feff}Name, Username\n\nAna Berg, ana", &["3 Ana Berg/ana/"]),
            ("Ana Berg\nAna Berg", &["1 Ana Berg/ana.berg/", "2 Ana Berg/ana.berg2/"]),
            ("Ana Berg\nBo Hall, ana.berg", &["1 Ana Berg/ana.berg2/", "2 Bo Hall/ana.berg/"]),
            ("Tom Bauer", &["1 Tom Bauer/tom.bauer2/"]),
            ("Tom, Tom.Bauer", &["1 Tom/tom.bauer/!Taken"]),
            ("A, anna\n\nB, anna", &["1 A/anna/", "3 B/anna/!Twice(1)"]),
            (", ana", &["1 /ana/!NoName"]),
            ("Ana, a b c", &["1 Ana/a b c/!BadUsername"]),
            ("\"Ana, ana", &["1 Ana, ana/ana.ana/!Quote"]),
            ("ليلى حسن, laila, الصف 5", &["1 ليلى حسن/laila/الصف 5"]),
            ("李小龙\n李小龙", &["1 李小龙/person/", "2 李小龙/person2/"]),
            ("Ana\u{0} \u{7}Berg , ana ", &["1 Ana Berg/ana/"]),
            ("=cmd()|x, ana", &["1 =cmd()|x/ana/"]),
        ];
        for (pasted, expected) in cases {
            assert_eq!(told(pasted), *expected, "{pasted:?}");
        }
        assert!(told(&long)[0].ends_with("!LongName"));
        assert!(told(&format!("Ana,,{long}"))[0].ends_with("!LongGroup"));
    }

    #[test]
    fn a_list_that_is_too_long_is_not_well() {
        let most = "Ana Berg\n".repeat(limits::PASTED_PEOPLE_MAX);
        assert!(read(&most).is_well());
        let more = read(&format!("{most}Ana Berg"));
        assert!(more.too_many && !more.is_well() && more.lines.len() == limits::PASTED_PEOPLE_MAX);
        assert!(!read("").is_well());
    }

    #[test]
    fn a_list_written_out_again_is_the_same_list() {
        let mut list = read("\"Berg, Ana\",,5B; Chess\nZoe \"Z\" Martin\n=1+1, sum");
        settle(&mut list, &HashSet::new());
        let mut again = read(&list.to_text());
        settle(&mut again, &HashSet::new());
        assert_eq!(again.lines, list.lines);
    }
}
