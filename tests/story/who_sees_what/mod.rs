//! Every sort of viewer against every sort of thing, through the real routes, as a table that a head
//! teacher could read. A change of policy is a change of `table.txt`.
//!
//! `COURTYARD_BLESS=1` writes the table anew; then read it, row by row.

mod board;
mod doings;
mod heard;
mod offers;
mod papers;
mod pictures;
mod presence;
mod second_looks;
mod talk;
mod voices;
mod watched;
mod world;

use crate::harness::{Ask, Site};
use std::collections::HashMap;
use std::fmt::Write;
use world::{Thing, Viewer};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/story/who_sees_what/table.txt");

/// How one viewer met one thing.
fn mark(status: u16, text: &str, marker: &str) -> char {
    match status {
        200 if text.contains(marker) => '●',
        200 => '○',
        303 => '→',
        404 => '·',
        403 => '×',
        _ => '?',
    }
}

const LEGEND: &str = "\
● sees it   ○ gets the page, and the thing is not on it   · is told that there is nothing
→ is led to the door   × sees it and may not do this   ? anything else: look into it
";

fn table(viewers: &[Viewer<'_>], things: &[Thing]) -> String {
    let mut table = String::from("Who sees what. Mia is the author wherever nothing else is said.\n\n");
    table.push_str(LEGEND);
    table.push('\n');
    for (place, viewer) in viewers.iter().enumerate() {
        let _ = writeln!(table, "{}  {:<9} {}", letter(place), viewer.name, viewer.who);
    }
    let letters: String = (0..viewers.len()).map(|place| format!("{} ", letter(place))).collect();
    let _ = writeln!(table, "\n{:<58}{}", "", letters.trim_end());
    let mut met: HashMap<(usize, String), (u16, String)> = HashMap::new();
    for thing in things {
        if thing.path.is_empty() {
            let _ = writeln!(table, "\n{}", thing.what);
            continue;
        }
        let _ = write!(table, "  {:<56}", thing.what);
        for (place, viewer) in viewers.iter().enumerate() {
            let (status, text) = met.entry((place, thing.path.clone())).or_insert_with(|| {
                let answer = viewer.person.asks(&Ask::get(&thing.path));
                (answer.status, answer.text())
            });
            let _ = write!(table, "{} ", mark(*status, text, &thing.marker));
        }
        table.truncate(table.trim_end().len());
        table.push('\n');
    }
    table
}

fn letter(place: usize) -> char {
    char::from(b'a' + u8::try_from(place).unwrap())
}

#[test]
fn who_sees_what() {
    let school = Site::school();
    let (viewers, things) = world::make(&school);
    let found = table(&viewers, &things);
    if std::env::var_os("COURTYARD_BLESS").is_some() {
        std::fs::write(TABLE, &found).unwrap();
    }
    let agreed = std::fs::read_to_string(TABLE).unwrap_or_default();
    let differ: Vec<String> = agreed
        .lines()
        .zip(found.lines())
        .filter(|(agreed, found)| agreed != found)
        .map(|(agreed, found)| format!("agreed: {agreed}\nfound:  {found}"))
        .collect();
    assert!(found == agreed, "who sees what has changed:\n{}\n\nwhole:\n{found}", differ.join("\n"));
}
