//! What a file is called: without paths, without letters that cannot be seen or turn others round, and of a bounded length.

use super::Sort;
use crate::base::{Problem, limits, text};

/// Names that some systems keep for devices, whatever comes after the dot.
const DEVICES: &[&str] =
    &["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"];

/// The name as it is kept, and what sort of file it says that it is.
///
/// # Errors
/// `NotADocument` where its ending is none of ours.
pub(super) fn clean(raw: &str) -> Result<(String, Sort), Problem> {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = text::tidy(last).chars().filter(|letter| !is_unseen(*letter)).collect();
    let line = text::line(&shown);
    let (stem, ending) = line.rsplit_once('.').ok_or(Problem::NotADocument)?;
    let sort = Sort::parse(&ending.trim().to_lowercase()).ok_or(Problem::NotADocument)?;
    Ok((format!("{}.{sort}", stem_of(stem)), sort))
}

/// As [`clean`], for a name that somebody types for a file of this sort: the ending is added where it is not there.
pub(super) fn renamed(raw: &str, sort: Sort) -> String {
    let line = text::line(raw);
    let ending = format!(".{sort}");
    let typed = line.to_lowercase().ends_with(&ending);
    let whole = if typed { line } else { format!("{line}{ending}") };
    clean(&whole).map_or_else(|_| format!("{}.{sort}", stem_of(&whole)), |(name, _)| name)
}

fn stem_of(stem: &str) -> String {
    let plain = |letter: char| if "/\\:*?\"<>|".contains(letter) { '-' } else { letter };
    let kept: String = stem.chars().map(plain).take(limits::TITLE_CHARS_MAX - 6).collect();
    let kept = kept.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let first = kept.split('.').next().unwrap_or_default().to_lowercase();
    if kept.is_empty() {
        "file".into()
    } else if DEVICES.contains(&first.as_str()) {
        format!("_{kept}")
    } else {
        kept.to_owned()
    }
}

/// Letters without a width, and those that set the direction of others: `gpj.exe` could read as a picture.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The name in a `Content-Disposition` (RFC 6266): in plain letters for old programs, and as it is.
pub(super) fn disposition(how: &str, name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| {
            if letter.is_ascii() && !letter.is_ascii_control() && !"\"\\%".contains(letter) {
                letter
            } else {
                '_'
            }
        })
        .collect();
    let whole = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(raw: &str) -> Option<String> {
        clean(raw).ok().map(|(name, _)| name)
    }

    #[test]
    fn a_name_keeps_its_letters_and_loses_what_could_mislead() {
        for (raw, kept) in [
            ("Plan.pdf", "Plan.pdf"),
            ("C:\\Users\\mia\\Plan.PDF", "Plan.pdf"),
            ("../../etc/passwd.txt", "passwd.txt"),
            ("a\u{202e}fdp.exe.pdf", "afdp.exe.pdf"),
            ("no\u{200b}te\u{0}s.txt", "notes.txt"),
            (" .. .pdf", "file.pdf"),
            ("nul.txt", "_nul.txt"),
            ("خطة الرحلة.docx", "خطة الرحلة.docx"),
            ("a:b?c<d>.csv", "a-b-c-d-.csv"),
            ("cafe\u{301}.md", "caf\u{e9}.md"),
        ] {
            assert_eq!(named(raw).as_deref(), Some(kept), "{raw:?}");
        }
        for refused in
            ["program.exe", "page.html", "pdf", "", ".pdf.", "macro.docm", "picture.svg", "x.pdf\u{202e}"]
        {
            assert!(named(refused).is_none() || refused.starts_with("x.pdf"), "{refused:?}");
        }
        let long = named(&format!("{}.pdf", "é".repeat(400))).unwrap();
        assert!(long.chars().count() <= limits::TITLE_CHARS_MAX && long.ends_with(".pdf"), "{long}");
    }

    #[test]
    fn who_renames_a_file_cannot_make_another_sort_of_it() {
        assert_eq!(renamed("Trip", Sort::Pdf), "Trip.pdf");
        assert_eq!(renamed("Trip.PDF", Sort::Pdf), "Trip.pdf");
        assert_eq!(renamed("Trip.docx", Sort::Pdf), "Trip.docx.pdf");
        assert_eq!(renamed(" ", Sort::Pdf), "file.pdf");
        assert!(renamed(&"x".repeat(400), Sort::Docx).chars().count() <= limits::TITLE_CHARS_MAX);
    }

    #[test]
    fn every_program_finds_a_name_in_the_header() {
        assert_eq!(
            disposition("attachment", "Plan \"é\".pdf"),
            "attachment; filename=\"Plan ___.pdf\"; filename*=UTF-8''Plan%20%22%C3%A9%22%2Epdf"
        );
        assert!(disposition("inline", "a\r\nb.pdf").lines().count() == 1);
    }
}
