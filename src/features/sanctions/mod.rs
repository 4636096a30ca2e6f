//! What staff say or set about somebody: each with a reason, a text to the person and an end, and all of it can be undone.
//!
//! A note and a warning are only said. What holds for a while holds at once, also on open pages, and ends by itself, by a clock that can be
//! believed: while nobody vouches for it, nothing ends early. Whether it holds is asked anew at each look (`seen_stop`, and for who may sign
//! in `seen_sign_in`), so that nothing outlasts its end by the time it takes the box to note it.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{Given, end_due, keep_ending, mine, standing};
pub use views::{card, kind_words, mine_words, reason_word, until_words};

use super::accounts;
use super::moderation::{self, DecisionReason, Part};
use super::notices::{self, NoticeKind};
use crate::base::watch::Surface;
use crate::base::{
    AccountId, Duties, Duty, Error, Problem, Result, Role, Sanction, Standing, Topic, limits, text,
};
use crate::db::{Change, Snapshot, Viewer};

/// When something ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// When staff lift it.
    Lifted,
    /// So many milliseconds from now: from when the clock is believed, where it is not.
    After(i64),
    /// At this moment, milliseconds since 1970.
    At(i64),
}

/// What staff would say or set about somebody.
#[derive(Clone, Debug)]
pub struct New {
    /// What it is.
    pub kind: Sanction,
    /// Why.
    pub reason: DecisionReason,
    /// To the person.
    pub words: String,
    /// When it ends; a note and a warning have no end.
    pub end: End,
}

/// Where somebody stands among staff.
#[derive(Clone, Copy, Debug)]
pub struct Rank {
    /// Whose it is.
    pub id: AccountId,
    /// Role on this site.
    pub role: Role,
    /// Duties as granted.
    pub duties: Duties,
    /// How the account stands.
    pub standing: Standing,
}

/// The reasons from which staff choose: those of decisions, but for the two that say that nothing is wrong.
pub fn reasons() -> impl Iterator<Item = DecisionReason> {
    let all = DecisionReason::ALL.iter().copied();
    all.filter(|reason| !matches!(reason, DecisionReason::Mistake | DecisionReason::Fine))
}

/// May this viewer say or set something about that account? Whoever moderates or keeps accounts, about others than
/// themselves who are not above them and have not left.
pub fn may(me: &Viewer, other: &Rank) -> bool {
    (me.holds(Duty::Moderate) || me.holds(Duty::Accounts))
        && me.id().is_some_and(|id| id != other.id)
        && other.standing != Standing::Left
        && accounts::is_not_above(me, other.role, other.duties)
}

/// As [`may`], by the number of the account: for those who link there.
///
/// # Errors
/// `Broken` if the database fails.
pub fn may_about(look: &Snapshot<'_>, account: AccountId) -> Result<bool> {
    match store::rank(look, account) {
        Ok(rank) => Ok(may(look.viewer(), &rank)),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// As [`may`], for somebody whom the viewer may have to do with at all.
fn check(change: &Change<'_>, account: AccountId) -> Result<Rank> {
    let rank = store::rank(change, account)?;
    if may(change.writer(), &rank) { Ok(rank) } else { Err(Error::Forbidden) }
}

/// Says or sets something about somebody: they are told, it holds at once, and suspension ends their sessions.
///
/// # Errors
/// `NotFound` where there is no such account for the viewer; `Forbidden` for oneself, above one's own place and for who has
/// left; `Invalid` without a text, for one that is too long, an end that is past or too far, one of the same kind that holds
/// already, and the last owner.
pub fn set(change: &mut Change<'_>, account: AccountId, new: &New) -> Result<i64> {
    let rank = check(change, account)?;
    let fit = fit(change, new)?;
    let stops =
        new.kind.standing().is_some() && rank.role == Role::Owner && rank.standing == Standing::Active;
    if stops && accounts::owners(change)? < 2 {
        return Err(Error::field("kind", Problem::LastOwner));
    }
    let id = store::insert(change, account, new, &fit)?;
    holds_anew(change, account, new.kind)?;
    noted(change, account, new.kind.word(), &fit.words);
    notices::tell_sanction(change, account, new.kind.word())?;
    Ok(id)
}

/// Changes the reason, the text and the end of what was set and is not over; the person is told.
///
/// # Errors
/// As [`set`]; `NotFound` for what is over.
pub fn change(change: &mut Change<'_>, id: i64, new: &New) -> Result<()> {
    let given = store::open(change, id)?;
    check(change, given.account)?;
    let fit = fit(change, new)?;
    store::update(change, id, new, &fit)?;
    holds_anew(change, given.account, given.kind)?;
    noted(change, given.account, given.kind.word(), &fit.words);
    change.text(Some(&given.words), Some(&fit.words));
    notices::tell_sanction(change, given.account, "changed")
}

/// Lifts what was set, or takes back what was said, with a word to the person or without; they are told.
///
/// # Errors
/// `NotFound` for what is over; `Forbidden` as for [`set`]; `Invalid` for a text that is too long.
pub fn lift(change: &mut Change<'_>, id: i64, why: &str) -> Result<()> {
    let given = store::open(change, id)?;
    check(change, given.account)?;
    let why = text::within("why", text::tidy(why), limits::SANCTION_CHARS_MAX)?;
    moderation::judge_by_staff(change, &[Part::of(Surface::Message, "why", &why)])?;
    lifted(change, &given, &why)
}

/// Lifts what was set, where somebody looked again at it and came to another end: whoever decides about such things may,
/// whatever they may set themselves.
///
/// # Errors
/// `NotFound` for what is over.
pub fn lift_on_appeal(change: &mut Change<'_>, id: i64, why: &str) -> Result<()> {
    let given = store::open(change, id)?;
    lifted(change, &given, why)
}

/// What was lifted so at this moment, milliseconds since 1970, by the viewer holds again, since the answer is taken back. What it
/// did not lift, or what ended by itself, stays as it is.
///
/// # Errors
/// `NotFound` where another of the same kind was set meanwhile.
pub fn hold_again(change: &mut Change<'_>, id: i64, lifted_ms: i64) -> Result<()> {
    let given = store::find(change, id)?;
    if !store::unlift(change, id, lifted_ms)? {
        return Ok(());
    }
    holds_anew(change, given.account, given.kind)?;
    if notices::untell(change, given.account, NoticeKind::Sanction, lifted_ms)? {
        return Ok(());
    }
    notices::tell_sanction(change, given.account, given.kind.word())
}

/// What follows where something is lifted, whoever decided it.
fn lifted(change: &mut Change<'_>, given: &Given, why: &str) -> Result<()> {
    store::lift(change, given.id, why)?;
    holds_anew(change, given.account, given.kind)?;
    noted(change, given.account, given.kind.word(), why);
    notices::tell_sanction(change, given.account, "lifted")
}

/// A text and an end as they are kept.
struct Fit {
    words: String,
    until_ms: Option<i64>,
    unsure: bool,
}

fn fit(change: &mut Change<'_>, new: &New) -> Result<Fit> {
    let words = text::needed("words", text::tidy(&new.words), limits::SANCTION_CHARS_MAX)?;
    moderation::judge_by_staff(change, &[Part::of(Surface::Message, "words", &words)])?;
    let (now, sure) = (change.now_ms(), change.is_sure_of_time()?);
    let (until_ms, unsure) = match new.end {
        _ if !new.kind.holds() => (None, false),
        End::Lifted => (None, false),
        End::After(ms) => (Some(now.saturating_add(ms)), !sure),
        End::At(ms) => (Some(ms), false),
    };
    // Of a clock that nobody believes, not even what is past is known.
    let farthest = now.saturating_add(limits::SANCTION_DAYS_MAX * store::DAY_MS);
    match until_ms {
        Some(until) if sure && until <= now => Err(Error::field("until", Problem::Past)),
        Some(until) if sure && until > farthest => Err(Error::field("until", Problem::NotUnderstood)),
        _ => Ok(Fit { words, until_ms, unsure }),
    }
}

/// How the account stands now, and what open pages are told of that.
fn holds_anew(change: &mut Change<'_>, account: AccountId, kind: Sanction) -> Result<()> {
    if !kind.holds() {
        return Ok(());
    }
    if kind.standing().is_some() {
        accounts::settle(change, account)?;
        // Who may not write any more, or is not written to: on open pages of others, too.
        change.touch(Topic::Voices, None);
    }
    if kind == Sanction::Suspended {
        let out = store::rank(change, account)?.standing == Standing::Suspended;
        if out {
            accounts::end_sessions(change, account, None)?;
        }
    }
    change.touch(Topic::Voice(account), None);
    Ok(())
}

fn noted(change: &mut Change<'_>, account: AccountId, code: &str, words: &str) {
    change.about("account", account.0);
    change.because(code, words);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(role: Role, duties: &[Duty]) -> Rank {
        let duties = duties.iter().copied().collect();
        Rank { id: AccountId(2), role, duties, standing: Standing::Active }
    }

    fn staff(duties: &[Duty]) -> Viewer {
        Viewer::account(AccountId(1), Role::Staff, duties.iter().copied().collect(), String::new())
    }

    #[test]
    fn whoever_moderates_or_keeps_accounts_acts_on_those_who_are_not_above_them() {
        let (pupil, helper) = (rank(Role::Member, &[]), rank(Role::Staff, &[Duty::Audit]));
        for duty in Duty::ALL {
            let holds = matches!(duty, Duty::Moderate | Duty::Accounts);
            assert_eq!(may(&staff(&[*duty]), &pupil), holds, "{duty}");
        }
        assert!(!may(&staff(&[Duty::Moderate]), &helper), "they hold what the viewer lacks");
        assert!(may(&staff(&[Duty::Moderate, Duty::Audit]), &helper));
        assert!(!may(&staff(Duty::ALL), &rank(Role::Owner, &[])));
        let own = Rank { id: AccountId(1), ..pupil };
        assert!(!may(&staff(Duty::ALL), &own));
        let gone = Rank { standing: Standing::Left, ..pupil };
        assert!(!may(&staff(Duty::ALL), &gone));
    }

    #[test]
    fn nobody_is_told_that_they_did_nothing_wrong_with_a_warning() {
        let words: Vec<&str> = reasons().map(DecisionReason::word).collect();
        assert_eq!(words, ["unkind", "threat", "private", "rude", "spam", "rules", "other"]);
    }
}
