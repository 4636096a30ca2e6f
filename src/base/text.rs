//! Text from people: trimmed, bounded and normalised once, at the edge.

use super::{Error, Problem, Result};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Makes text as it will be kept: NFC, `\n` line ends, no control characters but tab and line
/// end, no white space at either end.
pub fn tidy(raw: &str) -> String {
    let kept = raw.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = kept.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let kept = if is_nfc(&kept) { kept } else { kept.nfc().collect() };
    kept.trim().to_owned()
}

/// As [`tidy`], on one line: any run of white space is one space. For names and titles.
pub fn line(raw: &str) -> String {
    tidy(raw).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks that a text is not empty and within `limit` characters.
///
/// # Errors
/// `Invalid` with the given field name.
pub fn needed(field: &'static str, text: String, limit: usize) -> Result<String> {
    if text.is_empty() {
        return Err(Error::field(field, Problem::Missing));
    }
    within(field, text, limit)
}

/// Checks that a text is within `limit` characters; it may be empty.
///
/// # Errors
/// `Invalid` with the given field name.
pub fn within(field: &'static str, text: String, limit: usize) -> Result<String> {
    if text.chars().count() > limit {
        return Err(Error::field(field, Problem::TooLong { limit }));
    }
    Ok(text)
}

/// Checks a username: 2 to 32 of `a–z 0–9 . _ -`, beginning and ending with a letter or number.
///
/// # Errors
/// `Invalid` with the given field name.
pub fn username(field: &'static str, raw: &str) -> Result<String> {
    let name = line(raw).to_lowercase();
    if name.is_empty() {
        return Err(Error::field(field, Problem::Missing));
    }
    let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let inside = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c));
    let long_enough = super::limits::USERNAME_CHARS.contains(&name.len());
    if !(inside && long_enough && edge(name.chars().next()) && edge(name.chars().last())) {
        return Err(Error::field(field, Problem::BadUsername));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_kept_without_what_cannot_be_seen() {
        assert_eq!(tidy("  a\r\nb\u{0}\u{7}c\t "), "a\nbc");
        assert_eq!(line(" Ana \n  Berg "), "Ana Berg");
        assert_eq!(tidy("e\u{301}"), "\u{e9}");
    }

    #[test]
    fn a_username_is_plain_and_bounded() {
        assert_eq!(username("u", " Ana.Berg ").ok().as_deref(), Some("ana.berg"));
        for bad in ["a", ".ana", "ana-", "añа", "a b", &"x".repeat(33)] {
            assert!(username("u", bad).is_err(), "{bad} should be refused");
        }
    }

    #[test]
    fn a_limit_counts_characters_not_bytes() {
        assert!(within("t", "ééé".into(), 3).is_ok());
        assert!(within("t", "éééé".into(), 3).is_err());
    }
}
