//! What staff decide about words that a rule brought before them, and about the rule itself.

use super::{Aptness, own, watch_store};
use crate::base::{Result, Topic, limits, text};
use crate::db::Change;

/// Staff close what a word rule brought before them that is no item to decide about, with what they did in words.
///
/// # Errors
/// `NotFound` for whoever does not see it, and where it is closed already; `Forbidden` for whose words they are, where somebody
/// else could close it.
pub fn close_watch_case(change: &mut Change<'_>, case: i64, note: &str) -> Result<()> {
    let note = text::within("note", text::tidy(note), limits::REASON_CHARS_MAX)?;
    let whose = watch_store::close_case(change, case, &note)?;
    own::check(change, whose)?;
    change.about("watch_case", case);
    change.because("", &note);
    change.touch(Topic::Desk, None);
    Ok(())
}

/// Staff say whether a rule was right to match there; none takes it back.
///
/// # Errors
/// `NotFound` for whoever does not see it.
pub fn judge_hit(change: &mut Change<'_>, hit: i64, aptness: Option<Aptness>) -> Result<()> {
    let rule = watch_store::set_verdict(change, hit, aptness.map(Aptness::word))?;
    change.about("watch_rule", rule);
    change.because(aptness.map_or("", Aptness::word), "");
    Ok(())
}
