//! Asking that somebody else looks again: at what staff decided about one's thing, or set about oneself. Once for each, within twenty
//! days of the box, and decided by another person than before, as long as there is one.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{Appeal, Subject, of_mine};
pub use views::{mine, outcome_words};

use super::moderation::{self, DecisionReason, Part};
use super::notices;
use super::{chat, posts, sanctions};
use crate::base::watch::Surface;
use crate::base::{AccountId, Act, Error, Kind, Problem, Result, Topic, limits, text};
use crate::db::Change;

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

/// May this member of staff decide? Not about what is their own, and not what they decided themselves while there is
/// somebody else. Gives whether they are the same person.
///
/// # Errors
/// `Forbidden` where they may not; `Broken` if the database fails.
pub fn check_decider(look: &crate::db::Snapshot<'_>, appeal: &Appeal) -> Result<bool> {
    let me = look.me()?;
    if appeal.account == me {
        return Err(Error::Forbidden);
    }
    let same = appeal.about.by == Some(me);
    if same && store::is_anybody_else(look, me, appeal.account)? {
        return Err(Error::Forbidden);
    }
    Ok(same)
}

/// Staff decide: it stands, or it is undone in the same write; who asked is told, with a text.
///
/// # Errors
/// `NotFound` where there is none, or it is decided already; `Forbidden` as for [`check_decider`]; `Invalid` without a text or
/// for one that is too long.
pub fn decide(change: &mut Change<'_>, id: i64, outcome: Outcome, answer: &str) -> Result<()> {
    let appeal = store::find(change, id)?;
    if appeal.decided.is_some() {
        return Err(Error::NotFound);
    }
    let same = check_decider(change, &appeal)?;
    let answer = text::needed("answer", text::tidy(answer), limits::SANCTION_CHARS_MAX)?;
    moderation::judge_by_staff(change, &[Part::of(Surface::Message, "answer", &answer)])?;
    store::decide(change, id, outcome, &answer, same)?;
    if outcome == Outcome::Changed {
        undo(change, &appeal, &answer)?;
    }
    notices::tell_appeal(change, appeal.account, outcome.word())?;
    change.about("appeal", id);
    change.because(outcome.word(), &answer);
    change.touch(Topic::Desk, None);
    Ok(())
}

/// What was decided is so no more. Where it is not so any more already, nothing is left to do.
fn undo(change: &mut Change<'_>, appeal: &Appeal, answer: &str) -> Result<()> {
    let undone = match (appeal.subject, appeal.about.item, appeal.about.what.as_str()) {
        (Subject::Sanction(id), ..) => sanctions::lift_on_appeal(change, id, answer),
        (Subject::Decision(_), Some(item), "remove") => {
            let kind = moderation::decide(change, item, Act::StaffRestore, DecisionReason::Mistake, answer)?;
            match kind {
                Kind::Message => chat::decided(change, item, Act::StaffRestore),
                Kind::Post => posts::counts_anew(change, item),
                _ => Ok(()),
            }
        }
        (Subject::Decision(_), Some(item), "shield") => {
            moderation::shield(change, item, Act::StaffUnshield, DecisionReason::Mistake, answer)
        }
        _ => Ok(()),
    };
    match undone {
        Err(Error::NotFound) => Ok(()),
        other => other,
    }
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
