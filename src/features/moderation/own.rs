//! Nobody decides about what is their own, as long as somebody else could; where nobody else could, they may, and it is marked.

use super::store;
use crate::base::{AccountId, Act, Error, Result};
use crate::db::{Change, Snapshot};

/// How the viewer stands to a decision.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Decider {
    /// It is not about themselves: they decide, as far as they hold the duty.
    #[default]
    Usual,
    /// It is about themselves, or they decided it before, and there is nobody else: they decide, and it is marked.
    Alone,
    /// The same, and somebody else could: that one decides.
    Another,
}

impl Decider {
    /// The one among these who is there, for whoever is `close` to what is decided.
    pub fn of(close: bool, is_anybody_else: impl FnOnce() -> Result<bool>) -> Result<Decider> {
        match close {
            false => Ok(Decider::Usual),
            true if is_anybody_else()? => Ok(Decider::Another),
            true => Ok(Decider::Alone),
        }
    }
}

/// How the viewer stands to a decision about what this person made, or about them.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn decider(look: &Snapshot<'_>, about: AccountId) -> Result<Decider> {
    let close = look.me()? == about;
    Decider::of(close, || is_anybody_else(look, about))
}

/// Could somebody else than the viewer decide about what is this person's?
///
/// # Errors
/// `Broken` if the database fails.
pub fn is_anybody_else(look: &Snapshot<'_>, about: AccountId) -> Result<bool> {
    store::is_anybody_else(look, about)
}

/// Asked inside the write of each decision: gives whether it is to be marked, and marks the record.
///
/// # Errors
/// `Forbidden` where somebody else decides; `Broken` if the database fails.
pub fn check_decider(change: &mut Change<'_>, decider: Decider) -> Result<bool> {
    match decider {
        Decider::Another => Err(Error::Forbidden),
        Decider::Usual => Ok(false),
        Decider::Alone => {
            change.also(Act::DecideAlone);
            Ok(true)
        }
    }
}

/// Both at once, for what is this person's, or about them.
pub(super) fn check(change: &mut Change<'_>, about: AccountId) -> Result<bool> {
    let decider = decider(change, about)?;
    check_decider(change, decider)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whether_there_is_somebody_else_is_asked_only_of_who_is_close_to_it() {
        let asked = |close, others: Option<bool>| {
            Decider::of(close, || others.ok_or(Error::Broken("nobody had to ask".into())))
        };
        assert_eq!(asked(false, None).ok(), Some(Decider::Usual));
        assert_eq!(asked(true, Some(true)).ok(), Some(Decider::Another));
        assert_eq!(asked(true, Some(false)).ok(), Some(Decider::Alone));
        assert!(asked(true, None).is_err());
    }
}
