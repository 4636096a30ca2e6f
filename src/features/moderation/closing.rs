//! Staff close what waits without taking anything away, and what whoever reported it is told.

use super::{DecisionReason, own, store, watch_store};
use crate::base::{Error, ItemId, Result, State, Topic, limits, text};
use crate::db::Change;

crate::words! {
    /// What whoever reported something is told of how it ended: in general words, and never what was done to whom.
    Outcome {
        /// It was taken away.
        Removed = "removed",
        /// It stays as it is.
        Kept = "kept",
        /// It stays behind a shield.
        Shielded = "shielded",
        /// Its author took it away before.
        Gone = "gone",
        /// It was looked at again, and is there again.
        Restored = "restored",
        /// Of a person: something was done about it.
        Acted = "acted",
        /// Of a person: nothing more had to be done.
        Nothing = "nothing",
        /// Somebody was worried, and staff looked after it.
        Cared = "cared",
    }
}

/// Staff close the reports about an item and leave it as it is.
///
/// # Errors
/// `NotFound` for whoever does not moderate, where there is no open report, and for what waits; `Forbidden` for whose it is,
/// where somebody else could decide.
pub fn keep(change: &mut Change<'_>, item: ItemId, note: &str) -> Result<()> {
    let note = text::within("note", text::tidy(note), limits::REASON_CHARS_MAX)?;
    let found = store::at_desk(change, item)?;
    // What waits is let be seen or taken away, and not kept as it is.
    if found.state == State::Held {
        return Err(Error::NotFound);
    }
    let alone = own::check(change, found.author)?;
    // First the decision: by it the case is closed. Where nothing was open, none of this stands.
    let kept = ("keep", DecisionReason::Fine);
    store::insert_decision(change, Some(item), found.author, kept, &note, alone)?;
    // What its author took away meanwhile, staff did not keep; nor what they had removed or shielded themselves.
    let outcome = match found.state {
        State::Removed if found.removed_by == Some(found.author) => Outcome::Gone,
        State::Removed => Outcome::Removed,
        _ if store::is_shielded(change, item)? => Outcome::Shielded,
        _ => Outcome::Kept,
    };
    let reported = store::close_reports(change, item, outcome)?;
    if watch_store::close_cases(change, item)? + reported == 0 {
        return Err(Error::NotFound);
    }
    change.about(found.kind.word(), item.0);
    change.because(DecisionReason::Fine.word(), &note);
    change.touch(Topic::Desk, Some(item));
    Ok(())
}

/// Staff close one report about a person, or of worry, with what they did in words. `acted` says that something was done about
/// it: whoever reported is told so, and no more. Where something was said or set about the person since, it is so in any case.
///
/// # Errors
/// `NotFound` for whoever does not moderate, or where it is closed already; `Forbidden` for whom it is about, where somebody
/// else could close it.
pub fn close_person_report(change: &mut Change<'_>, report: i64, note: &str, acted: bool) -> Result<()> {
    let note = text::within("note", text::tidy(note), limits::REASON_CHARS_MAX)?;
    let person = store::close_one(change, report, acted)?.ok_or(Error::NotFound)?;
    let alone = own::check(change, person)?;
    store::insert_decision(change, None, person, ("keep", DecisionReason::Fine), &note, alone)?;
    change.about("report", report);
    change.because(DecisionReason::Fine.word(), &note);
    change.touch(Topic::Desk, None);
    Ok(())
}

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
