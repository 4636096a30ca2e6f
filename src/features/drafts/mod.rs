//! What somebody writes and has not sent: kept for them alone, so that they can go on later, or elsewhere.

mod pages;
mod photo_pages;
mod photo_store;
mod photos;
mod store;
mod views;

pub use pages::routes;
pub use photo_pages::{keep_of_comment, keep_ready, keep_whole, prepare};
pub use photo_store::photos;
pub use photos::{KeptPhoto, OF_COMMENT, as_typed, chosen, forget_of_comment, left_out, rows, taken};
pub use store::{Kept, find, newest, remove};
pub use views::{excerpt, shown};

use crate::base::{Error, Problem, Result, limits, secret};
use crate::db::Change;
use crate::web::upload::Form;

/// The fields of a post's form that are kept. Its photos are kept beside them.
const FIELDS: &[&str] = &[
    "body",
    "audience",
    "groups",
    "aspects",
    "people",
    "poll-question",
    "poll-option",
    "poll-several",
    "poll-hidden",
    "poll-final",
    "poll-end",
    "shield",
    "shield-why",
];

/// The name under which a new form is kept: made up with it, so that what is kept while it is sent and what is
/// sent are known as the same.
pub fn new_word() -> String {
    secret::code(16)
}

/// The name that a form or an address gives; none where it is no name of ours.
pub fn word_of(form: &Form) -> Option<&str> {
    let fits = |word: &&str| {
        (1..=32).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    Some(form.text("draft")).filter(fits)
}

/// Was anything typed into this form?
fn is_typed(form: &Form) -> bool {
    let typed = ["body", "poll-question", "poll-option", "poll-end"];
    typed.iter().any(|name| form.all(name).any(|text| !text.trim().is_empty()))
}

/// What stands in a form, as it is kept.
///
/// # Errors
/// `Invalid` for more than is kept.
fn fields_of(form: &Form) -> Result<String> {
    let kept = form.fields.iter().filter(|(name, text)| FIELDS.contains(&name.as_str()) && !text.is_empty());
    let kept: Vec<(&str, &str)> = kept.map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let kept = serde_json::to_string(&kept).map_err(|error| Error::Broken(format!("a draft: {error}")))?;
    if kept.len() > limits::DRAFT_BYTES_MAX {
        return Err(Error::field("body", Problem::TooLong { limit: limits::POST_CHARS_MAX }));
    }
    Ok(kept)
}

/// A form as it was kept. What cannot be read is an empty one.
fn form_of(kept: &str) -> Form {
    Form { fields: serde_json::from_str(kept).unwrap_or_default(), files: Vec::new() }
}

/// Keeps the fields of a form under its name.
///
/// # Errors
/// `Invalid` where there are too many.
fn keep_fields(change: &mut Change<'_>, word: &str, fields: &str) -> Result<()> {
    let is_there = store::remove_one(change, word)? > 0;
    if !is_there && store::count(change)? >= limits::DRAFTS_MAX {
        let limit = usize::try_from(limits::DRAFTS_MAX).unwrap_or(usize::MAX);
        return Err(Error::field("draft", Problem::TooMany { limit }));
    }
    store::insert(change, word, fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Form {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        Form { fields: fields.iter().map(owned).collect(), files: Vec::new() }
    }

    #[test]
    fn a_form_is_kept_without_what_is_not_typed_into_it() {
        let typed = form(&[
            ("same_site", "secret"),
            ("body", " A heron\n"),
            ("groups", "3"),
            ("groups", "4"),
            ("unknown", "zzz"),
        ]);
        let kept = fields_of(&typed).unwrap_or_default();
        assert!(!kept.contains("secret") && !kept.contains("zzz"), "{kept}");
        let back = form_of(&kept);
        assert_eq!(back.text("body"), " A heron\n");
        assert_eq!(back.all("groups").collect::<Vec<_>>(), ["3", "4"]);
        assert!(form_of("{}").fields.is_empty());
    }

    #[test]
    fn nothing_typed_is_known_and_too_much_is_refused() {
        assert!(!is_typed(&form(&[("body", " \n"), ("audience", "everyone"), ("poll-option", "")])));
        assert!(is_typed(&form(&[("body", ""), ("poll-option", ""), ("poll-option", "Cats")])));
        assert!(fields_of(&form(&[("body", &"x".repeat(limits::DRAFT_BYTES_MAX))])).is_err());
        assert!(fields_of(&form(&[("body", &"ä".repeat(limits::POST_CHARS_MAX))])).is_ok());
    }

    #[test]
    fn a_name_is_one_that_we_make() {
        let word = new_word();
        assert_eq!(word_of(&form(&[("draft", &word)])), Some(word.as_str()));
        for wrong in ["", "../x", "a b", &"x".repeat(33)] {
            assert_eq!(word_of(&form(&[("draft", wrong)])), None, "{wrong}");
        }
    }
}
