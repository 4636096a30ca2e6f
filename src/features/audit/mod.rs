//! The record of all acts: read by those who hold Audit, taken out as a file, never changed.

mod acts_views;
mod export_pages;
mod filter_views;
mod pages;
mod sort;
mod store;
#[cfg(test)]
mod store_tests;
mod typed;
mod views;

pub use pages::routes;
pub use sort::Sort;

use crate::base::{Act, Error, Result};

/// Rows that one file holds at most: what a person can still go through, and a few MiB.
pub const EXPORT_ROWS_MAX: usize = 10_000;

/// What was done: one act, or any of a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// This act.
    One(Act),
    /// Each act of this group.
    Any(Sort),
}

/// Which part of the record is looked at. Each part that is given goes down an index of its own.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Who did it: 0 is the box itself, or somebody not signed in.
    pub actor: Option<i64>,
    /// What was done.
    pub what: Option<What>,
    /// To a thing of this kind: `post`, `account`, …
    pub kind: Option<String>,
    /// To the thing of this number.
    pub item: Option<i64>,
    /// For the reason of this word.
    pub reason: Option<String>,
    /// While the clock was trusted so far.
    pub trust: Option<String>,
    /// Shown time from here on, milliseconds since 1970.
    pub from_ms: Option<i64>,
    /// Shown time before this.
    pub until_ms: Option<i64>,
}

/// One row of the record as a file has it.
pub type Cells = Vec<String>;

/// Text that a spreadsheet would run as a formula gets an apostrophe before it.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is taken for a formula by
/// common spreadsheet programs.
pub fn defused(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

/// A whole file of comma-separated values (RFC 4180) with every cell defused.
///
/// # Errors
/// `Broken` if a row has not as many cells as the head.
pub fn csv_file(head: &[&str], rows: impl IntoIterator<Item = Cells>) -> Result<Vec<u8>> {
    let broken = |error: &dyn std::fmt::Display| Error::Broken(format!("csv: {error}"));
    let mut file = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    file.write_record(head).map_err(|error| broken(&error))?;
    for row in rows {
        file.write_record(row.iter().map(|cell| defused(cell))).map_err(|error| broken(&error))?;
    }
    file.into_inner().map_err(|error| broken(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_only_text() {
        let formula = "=HYPERLINK(\"http://x\")";
        for cell in [formula, "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        for cell in ["", "post", "1", " =1", "'=1"] {
            assert_eq!(defused(cell), cell);
        }
    }

    #[test]
    fn a_file_quotes_what_needs_it_and_defuses_every_cell() {
        let rows = [vec!["1".to_owned(), "a, \"b\"\nc".to_owned()], vec!["2".to_owned(), "=1+1".to_owned()]];
        let file = csv_file(&["no", "why"], rows).expect("a file");
        assert_eq!(String::from_utf8_lossy(&file), "no,why\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,'=1+1\r\n");
        assert!(csv_file(&["one"], [vec!["1".to_owned(), "2".to_owned()]]).is_err());
    }
}
