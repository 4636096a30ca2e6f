//! Asking that somebody else looks again: at what staff decided about one's thing, or set about oneself. Once for each, within twenty
//! days of the box, and decided by another person than before, as long as there is one. Each has a case in the one queue, which the database opens and closes (`0037_appealed.sql`); its
//! page is the desk's (`desk/appeal_pages.rs`).

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{About, Appeal, Decided, Line, Subject, done, find, lines, names, of_mine};
pub use views::{answered, mine, outcome_words, what, what_words};

use super::moderation::{self, Decider, DecisionReason, Part};
use super::notices::{self, NoticeKind};
use super::{chat, posts, sanctions};
use crate::base::watch::Surface;
use crate::base::{AccountId, Act, Error, ItemId, Kind, Problem, Result, Topic, limits, text};
use crate::db::{Change, Snapshot};

crate::words! {
    /// What became of it.
    Outcome {
        /// What was decided stays.
        Stands = "stands",
        /// It is undone.
        Changed = "changed",
    }
}

/// Can it still be asked on this day of the box, about what happened on that one?
pub fn is_in_time(day: i64, today: i64) -> bool {
    today.saturating_sub(day) <= limits::APPEAL_DAYS
}

/// The viewer asks staff to look again.
///
/// # Errors
/// `NotFound` where it is not about them, or cannot be asked; `Invalid` without words or with too many, where it was asked
/// before, and after the time for it.
pub fn add(change: &mut Change<'_>, subject: Subject, words: &str) -> Result<i64> {
    let me = change.me()?;
    let day = store::day_of_mine(change, subject)?;
    added(change, me, subject, day, words)
}

/// As [`add`], of somebody who cannot sign in and has just typed the right password, about what keeps them out.
///
/// # Errors
/// As [`add`].
pub fn add_from_outside(
    change: &mut Change<'_>,
    account: AccountId,
    sanction: i64,
    day: i64,
    words: &str,
) -> Result<i64> {
    change.by(account);
    added(change, account, Subject::Sanction(sanction), day, words)
}

fn added(change: &mut Change<'_>, who: AccountId, subject: Subject, day: i64, words: &str) -> Result<i64> {
    let words = text::needed("words", text::tidy(words), limits::APPEAL_CHARS_MAX)?;
    if !is_in_time(day, super::days::today(change)?) {
        return Err(Error::field("words", Problem::AskedLate));
    }
    let id = store::insert(change, who, subject, &words)?;
    change.about("appeal", id);
    change.touch(Topic::Desk, None);
    Ok(id)
}

/// How the viewer stands to this one: not what is their own, and not what they decided themselves, while there is somebody else;
/// and not where they do not see what it is about.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn decider(look: &Snapshot<'_>, appeal: &Appeal) -> Result<Decider> {
    let me = look.me()?;
    if appeal.about.what.is_empty() {
        return Ok(Decider::Another);
    }
    let close = appeal.account == me || appeal.about.by == Some(me);
    Decider::of(close, || moderation::is_anybody_else(look, appeal.account))
}

/// Staff decide: it stands, or it is undone in the same write; who asked is told, with a text. Its case is closed by it.
///
/// # Errors
/// `NotFound` where there is none, or it is decided already; `Forbidden` where somebody else decides ([`decider`]); `Invalid`
/// without a text or for one that is too long.
pub fn decide(change: &mut Change<'_>, id: i64, outcome: Outcome, answer: &str) -> Result<()> {
    let appeal = store::find(change, id)?;
    if appeal.decided.is_some() {
        return Err(Error::NotFound);
    }
    let decider = decider(change, &appeal)?;
    let same = moderation::check_decider(change, decider)?;
    let answer = text::needed("answer", text::tidy(answer), limits::SANCTION_CHARS_MAX)?;
    moderation::judge_by_staff(change, &[Part::of(Surface::Message, "answer", &answer)])?;
    // First what it was about, as long as the case is open by which the viewer sees it.
    let undone = outcome == Outcome::Changed && undo(change, &appeal, &answer)?;
    store::decide(change, id, outcome, &answer, same)?;
    if let (true, Some(item)) = (undone, appeal.about.item) {
        store::undone_by_newest(change, id, item)?;
    }
    notices::tell_appeal(change, appeal.account, outcome.word())?;
    change.about("appeal", id);
    change.because(outcome.word(), &answer);
    change.touch(Topic::Desk, None);
    Ok(())
}

/// What was decided is so no more. Gives whether it was still: else nothing is left to do.
fn undo(change: &mut Change<'_>, appeal: &Appeal, answer: &str) -> Result<bool> {
    let undone = match (appeal.subject, appeal.about.item, appeal.about.what.as_str()) {
        (Subject::Sanction(id), ..) => sanctions::lift_on_appeal(change, id, answer),
        (Subject::Decision(_), Some(item), "remove") => {
            moderation::decide(change, item, Act::StaffRestore, DecisionReason::Mistake, answer)
                .and_then(|kind| follows(change, item, kind, Act::StaffRestore))
        }
        (Subject::Decision(_), Some(item), "shield") => {
            moderation::shield(change, item, Act::StaffUnshield, DecisionReason::Mistake, answer)
        }
        _ => Err(Error::NotFound),
    };
    Error::is_there(undone)
}

/// What follows elsewhere where something is removed or brought back.
fn follows(change: &mut Change<'_>, item: ItemId, kind: Kind, act: Act) -> Result<()> {
    match kind {
        Kind::Message => chat::decided(change, item, act),
        Kind::Post => posts::counts_anew(change, item),
        _ => Ok(()),
    }
}

/// Can the viewer take this answer back: theirs, for a day?
pub fn is_takeable(look: &Snapshot<'_>, appeal: &Appeal) -> bool {
    let theirs = |decided: &&Decided| decided.by.is_some() && decided.by == look.viewer().id();
    let young = |decided: &Decided| look.now_ms() - decided.at_ms < limits::UNDO_MS;
    appeal.decided.as_ref().filter(theirs).is_some_and(young)
}

/// Staff take their own answer back, with all that followed from it: it waits again, and its case is open. Who asked is told,
/// where they have read it.
///
/// # Errors
/// `NotFound` where it is not the viewer's, older than a day, or something was decided about the same thing after it;
/// `Forbidden` as for [`decide`].
pub fn take_back(change: &mut Change<'_>, id: i64) -> Result<()> {
    let appeal = store::find(change, id)?;
    let takeable = is_takeable(change, &appeal);
    let decided = appeal.decided.as_ref().filter(|_| takeable).ok_or(Error::NotFound)?;
    let decider = decider(change, &appeal)?;
    moderation::check_decider(change, decider)?;
    // First the case is open again, by which the viewer sees what it is about.
    store::undecide(change, id)?;
    match (appeal.subject, appeal.undone_by) {
        (Subject::Sanction(sanction), _) => sanctions::hold_again(change, sanction, decided.at_ms)?,
        (Subject::Decision(_), Some(decision)) => {
            let undone = moderation::undo_answer(change, decision)?;
            if let (Some((item, kind)), Some(act)) = (undone.item, undone.as_if) {
                follows(change, item, kind, act)?;
            }
            store::not_undone(change, id)?;
        }
        (Subject::Decision(_), None) => {}
    }
    if !notices::untell(change, appeal.account, NoticeKind::Appeal, decided.at_ms)? {
        notices::tell_appeal(change, appeal.account, "again")?;
    }
    change.about("appeal", id);
    change.because("", "");
    change.touch(Topic::Desk, None);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_asked_within_twenty_days_of_the_box() {
        assert!(is_in_time(5, 5) && is_in_time(5, 25) && !is_in_time(5, 26));
        assert!(is_in_time(9, 3), "days are counted, and never run backwards; if they did, nothing is lost");
    }
}
