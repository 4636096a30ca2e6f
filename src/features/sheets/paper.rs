//! What a sheet says for machines: the line in its square of dots, the file on a stick, and reading either back.

use super::Sheet;
use crate::base::spoken::{self, Misread};
use crate::db::Paper;
use data_encoding::HEXLOWER;

/// How the line of a sheet begins; the number is that of its form.
const BEGIN: &str = "courtyard-sheet 1 ";

/// One line: the number of the last entry, and its hash.
pub(super) fn line(last: i64, head: &[u8; 32]) -> String {
    format!("{BEGIN}{last} {}", HEXLOWER.encode(head))
}

/// The same with the public key of the box behind it.
pub(super) fn line_with_key(last: i64, head: &[u8; 32], key: &[u8; 32]) -> String {
    format!("{} {}", line(last, head), HEXLOWER.encode(key))
}

/// A sheet as a file to keep on a stick.
pub(super) fn file(sheet: &Sheet, site_name: &str, key: &[u8; 32]) -> String {
    format!(
        "{}\nsite: {site_name}\nday: {}\nentries: {} to {}\nwords: {}\nkey: {}\n",
        line_with_key(sheet.last, &sheet.head, key),
        sheet.day,
        sheet.first,
        sheet.last,
        spoken::words(&sheet.head).join(" "),
        HEXLOWER.encode(key)
    )
}

/// Reads what somebody has of sheets: the lines of any number of them, else one hash as words or digits, with its number
/// where it is known.
///
/// # Errors
/// What is wrong with the words.
pub fn read(text: &str, seq: Option<i64>) -> Result<Vec<Paper>, Misread> {
    let lines: Vec<Paper> = text.lines().filter_map(of_line).collect();
    if !lines.is_empty() {
        return Ok(lines);
    }
    spoken::read(text).map(|head| vec![Paper { seq, head }])
}

fn of_line(line: &str) -> Option<Paper> {
    let mut parts = line.trim().strip_prefix(BEGIN)?.split_whitespace();
    let seq = parts.next()?.parse().ok().filter(|seq| *seq > 0)?;
    let head = HEXLOWER.decode(parts.next()?.to_lowercase().as_bytes()).ok()?;
    Some(Paper { seq: Some(seq), head: head.try_into().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::sheets::Counts;

    fn sheet(last: i64, byte: u8) -> Sheet {
        let day = jiff::civil::date(2026, 3, 5);
        Sheet { id: Some(1), day, first: 2, last, head: [byte; 32], made_at: 0, counts: Counts::default() }
    }

    #[test]
    fn files_of_sheets_are_read_back_alone_and_one_after_the_other() {
        let (one, two) =
            (file(&sheet(9, 7), "Hillview", &[1; 32]), file(&sheet(20, 8), "Hillview", &[1; 32]));
        let papers = [(9, 7), (20, 8)].map(|(seq, byte)| Paper { seq: Some(seq), head: [byte; 32] });
        assert_eq!(read(&one, None), Ok(papers[..1].to_vec()));
        assert_eq!(read(&format!("{one}\r\n{two}"), Some(3)), Ok(papers.to_vec()));
    }

    #[test]
    fn words_alone_take_the_number_that_was_given() {
        let words = spoken::words(&[7; 32]).join(" ");
        assert_eq!(read(&words, Some(9)), Ok(vec![Paper { seq: Some(9), head: [7; 32] }]));
        assert_eq!(read(&words, None), Ok(vec![Paper { seq: None, head: [7; 32] }]));
        assert_eq!(read("courtyard-sheet 1 x y", None), Err(Misread::Unknown("courtyard".into())));
    }
}
