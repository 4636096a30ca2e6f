//! Every route that writes, called by everybody on things of every sort, as a table that a head teacher could read: who
//! may do what. A change of policy is a change of `table.txt`; and who may look at which page, of `pages.txt`.
//!
//! `COURTYARD_BLESS=1` writes them anew; then read them, row by row. A new route that writes needs a row: in `deeds.rs`
//! what people do, in `offices.rs` what staff do.

mod cast;
mod deeds;
mod keeper;
mod offices;
mod pages;
mod row;

use crate::harness::{Answer, Site};
use cast::{Actor, Cast};
use courtyard::base::Act;
use keeper::Keeper;
use row::{Of, Row, Section};
use std::collections::BTreeSet;
use std::fmt::Write;

const LEGEND: &str = "\
● done, and recorded   ○ taken, and nothing is recorded of it   △ refused, and told what is wrong
· is told that there is nothing   × told that they may not   → led to the door   ? anything else: look into it
";

/// Lines of a table before its rows begin.
const LEGEND_LINES: usize = 5;

/// How somebody was answered.
fn mark(answer: &Answer, recorded: bool) -> char {
    let to_the_door = answer.header("location").starts_with("/sign-in");
    match answer.status {
        303 if to_the_door && !recorded => '→',
        200 | 303 if recorded => '●',
        200 | 303 => '○',
        422 => '△',
        404 => '·',
        403 => '×',
        _ => '?',
    }
}

/// Compares with what was agreed, or writes it anew.
fn agreed(file: &str, found: &str, what: &str) {
    let file = format!("{}/tests/story/who_may_do/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("COURTYARD_BLESS").is_some() {
        std::fs::write(&file, found).unwrap();
    }
    let agreed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(found == agreed, "{what} has changed:\n{}", changed(&agreed, found));
}

/// The lines that are others now.
fn changed(before: &str, now: &str) -> String {
    let lines = |text: &str, other: &str, sign: char| {
        let other: BTreeSet<&str> = other.lines().collect();
        let lines = text.lines().filter(|line| !other.contains(line));
        lines.map(|line| format!("{sign} {line}\n")).collect::<String>()
    };
    lines(before, now, '-') + &lines(now, before, '+')
}

fn letter(place: usize) -> char {
    char::from(b'a' + u8::try_from(place).unwrap())
}

/// Who the columns are.
fn heading(title: &str, actors: &[Actor<'_>]) -> String {
    let mut heading = format!("{title}\n\n{LEGEND}\n");
    for (place, actor) in actors.iter().enumerate() {
        let _ = writeln!(heading, "{}  {:<9} {}", letter(place), actor.name, actor.who);
    }
    heading
}

/// The column of the words of a row.
const WORDS: usize = 42;

/// Tries every act, and writes down what came of it.
struct Trial<'s> {
    school: &'s Site,
    keeper: Keeper,
    cast: Cast<'s>,
    table: String,
    /// Acts that nobody could do: then what was sent was wrong, or a road is closed that should be open.
    never: Vec<String>,
}

impl Trial<'_> {
    fn section(&mut self, section: &Section) {
        let cells = section.of.cells();
        let _ = writeln!(self.table, "\n{}", section.title);
        if section.of != Of::Nothing {
            let words: Vec<String> = cells.iter().map(|(cell, words)| format!("{cell} {words}")).collect();
            let _ = writeln!(self.table, "  on: {}", words.join("; "));
        }
        let letters: String = cells.iter().map(|(cell, _)| *cell).collect();
        let heads = (0..self.cast.actors.len()).map(|place| {
            let head = letter(place).to_string();
            if section.of == Of::Nothing {
                head
            } else {
                format!("{head}:{}", &letters[..letters.len().min(9)])
            }
        });
        let width = cells.len();
        let heads: Vec<String> = heads.map(|head| format!("{head:<w$}", w = column(width))).collect();
        let _ = writeln!(self.table, "{}", format!("  {:<WORDS$}{}", "", heads.join(" ")).trim_end());
        for row in &section.rows {
            self.row(row, section.of);
        }
    }

    fn row(&mut self, row: &Row, of: Of) {
        let mut base = "base";
        if !row.before.is_empty() {
            let sql = row.before;
            self.school.write(Act::Upkeep, move |change| change.run(sql, []));
            self.keeper.keeps("row");
            base = "row";
        }
        let mut line = format!("  {:<WORDS$}", row.what);
        let mut done = false;
        for place in 0..self.cast.actors.len() {
            let mut cells = String::new();
            for (cell, _) in of.cells() {
                let mark = self.cell(row, of, *cell, place, base);
                done |= matches!(mark, '●' | '○');
                cells.push(mark);
            }
            let _ = write!(line, "{cells:<w$} ", w = column(of.cells().len()));
        }
        if base == "row" {
            self.keeper.puts_back("base");
        }
        if done == row.never.is_some() {
            self.never.push(format!("{} ({})", row.what, row.path));
        }
        let _ = writeln!(self.table, "{}", line.trim_end());
    }

    /// One act of one actor on one thing; afterwards all is as it was.
    fn cell(&mut self, row: &Row, of: Of, cell: char, place: usize, base: &str) -> char {
        let actor = &self.cast.actors[place];
        let target = if of == Of::Nothing { Some(String::new()) } else { self.cast.target(of, cell, actor) };
        let Some(target) = target else { return ' ' };
        if !row.cells.is_empty() && !row.cells.contains(cell) {
            return ' ';
        }
        let path = self.address(row, of, &target);
        let said =
            |(name, value): &(&str, &str)| (self.cast.said(name, &target), self.cast.said(value, &target));
        let mut fields: Vec<(String, String)> = row.fields.iter().map(said).collect();
        if let Some((_, album)) = fields.iter_mut().find(|(_, value)| value == SECOND_ALBUM) {
            *album = self.cast.target(Of::Album, 'o', actor).unwrap_or_else(|| "1".into());
        }
        let (changes, recorded) = (self.keeper.changes(), self.keeper.recorded());
        let answer = actor.sends(&path, &fields, row.file);
        let mark = mark(&answer, self.keeper.recorded() > recorded);
        assert!(answer.status < 500, "{} breaks {path}: {}", actor.name, answer.text());
        if self.keeper.changes() != changes {
            self.keeper.puts_back(base);
        }
        mark
    }

    fn address(&self, row: &Row, of: Of, target: &str) -> String {
        let part = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            None => part.to_owned(),
            Some(name) => match row.parts.iter().find(|(part, _)| *part == name) {
                Some((_, "session")) => self.cast.session_of(target),
                Some((_, "target")) => target.to_owned(),
                Some((_, said)) => self.cast.named(said),
                None if name == of.part() => target.to_owned(),
                None => panic!("say in the row “{}” what {{{name}}} of {} is", row.what, row.path),
            },
        };
        row.path.split('/').map(part).collect::<Vec<_>>().join("/") + row.asks
    }
}

/// In its place stands the actor's own album.
const SECOND_ALBUM: &str = "(own album)";

fn column(cells: usize) -> usize {
    if cells == 1 { 1 } else { cells.max(2) + 2 }
}

#[test]
fn who_may_do_what() {
    let school = Site::school();
    let keeper = Keeper::of(&school);
    let cast = cast::make(&school, &keeper);
    let sections: Vec<Section> = deeds::sections().into_iter().chain(offices::sections()).collect();
    every_route_has_a_row(&school, &sections);
    keeper.keeps("base");
    let table = heading("Who may do what.", &cast.actors);
    let mut trial = Trial { school: &school, keeper, cast, table, never: Vec::new() };
    for section in &sections {
        trial.section(section);
    }
    let (table, never) = (trial.table, trial.never);
    assert!(
        !table.lines().skip(LEGEND_LINES).any(|line| line.contains('?')),
        "an answer to look into:\n{table}"
    );
    agreed("table.txt", &table, "who may do what");
    assert!(never.is_empty(), "nobody could do this, or somebody what nobody can: {never:#?}");
}

/// What was registered and writes has a row, and each row a route.
fn every_route_has_a_row(school: &Site, sections: &[Section]) {
    let rows: BTreeSet<&str> =
        sections.iter().flat_map(|section| &section.rows).map(|row| row.path).collect();
    let routes: BTreeSet<&str> =
        school.routes.iter().filter(|route| route.method != "GET").map(|route| route.path).collect();
    let unknown: Vec<_> = routes.difference(&rows).collect();
    assert!(unknown.is_empty(), "say in deeds.rs or offices.rs who may do this: {unknown:#?}");
    let gone: Vec<_> = rows.difference(&routes).collect();
    assert!(gone.is_empty(), "there are no such routes any more: {gone:#?}");
}
