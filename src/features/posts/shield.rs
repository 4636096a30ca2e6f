//! The shield before a sensitive post: its author says so, or staff do, and whoever reads decides to look.

use crate::base::{Result, limits, text};
use crate::web::upload::Form;

/// What stands before a post that is sensitive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shield {
    /// Did its author say so?
    pub by_author: bool,
    /// Did staff? Theirs its author cannot take away.
    pub by_staff: bool,
    /// Why, in a word or two of its author's; perhaps none.
    pub why: String,
}

impl Shield {
    /// The shield of these columns: 1 by the author, 2 by staff, 3 by both.
    pub fn read(by: i64, why: String) -> Option<Shield> {
        (by != 0).then_some(Shield { by_author: by & 1 != 0, by_staff: by & 2 != 0, why })
    }
}

/// What a form says: none where the post is not sensitive, else why, as typed.
pub(super) fn typed(form: &Form) -> Option<String> {
    (!form.text("shield").is_empty()).then(|| form.text("shield-why").to_owned())
}

/// Why a post is sensitive, on one line and bounded.
///
/// # Errors
/// `Invalid` for the field `shield-why`.
pub(super) fn fit(typed: Option<&str>) -> Result<Option<String>> {
    let fit = |why: &str| text::within("shield-why", text::line(why), limits::SHIELD_WHY_CHARS_MAX);
    typed.map(fit).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shield_says_whose_it_is() {
        let read = |by| Shield::read(by, String::new()).map(|shield| (shield.by_author, shield.by_staff));
        assert_eq!(read(0), None);
        assert_eq!(read(1), Some((true, false)));
        assert_eq!(read(2), Some((false, true)));
        assert_eq!(read(3), Some((true, true)));
    }

    #[test]
    fn the_word_that_says_why_is_short_and_not_needed() {
        assert_eq!(fit(None).ok(), Some(None));
        assert_eq!(fit(Some(" ")).ok(), Some(Some(String::new())));
        assert_eq!(fit(Some(" big\nspiders ")).ok(), Some(Some("big spiders".into())));
        assert!(fit(Some(&"x".repeat(limits::SHIELD_WHY_CHARS_MAX + 1))).is_err());
    }
}
