//! Signing in and out, and the sessions of a person.

mod pages;
mod store;
mod views;

pub use pages::{own_path, prove, routes};
pub use store::Live;

use super::accounts;
use crate::base::{AccountId, Act, Duty, Error, Result, limits};
use crate::db::{Change, Snapshot};

/// What signing in found under a name, before the password was looked at.
pub(crate) struct Found {
    pub account: AccountId,
    pub password_hash: String,
    pub may_sign_in: bool,
    /// Staff have set that it does not.
    pub suspended: bool,
}

/// What keeps somebody out who typed the right password.
pub(crate) struct Kept {
    pub reason: String,
    pub words: String,
    /// Until when, milliseconds since 1970; nothing until it is lifted, or where nobody can say.
    pub until_ms: Option<i64>,
}

/// Begins a session for an account whose password was just shown to be right.
///
/// # Errors
/// `Broken` if the database fails.
pub fn begin(
    change: &mut Change<'_>,
    account: AccountId,
    token_hash: [u8; 32],
    device: &str,
    address: &str,
) -> Result<()> {
    let now = change.now_ms();
    store::insert(change, account, token_hash, device, address, now + limits::SESSION_WHOLE_MS)?;
    store::sweep(change, now)?;
    change.by(account);
    change.about("account", account.0);
    Ok(())
}

/// Ends one of one's own sessions.
///
/// # Errors
/// `NotFound` where it is not one's own.
pub fn end(change: &mut Change<'_>, session: i64) -> Result<()> {
    let me = change.me()?;
    if store::delete(change, me, session)? == 0 {
        return Err(Error::NotFound);
    }
    change.about("account", me.0);
    Ok(())
}

/// The sessions of an account that stand at this moment, newest first: one's own, or anybody's for
/// staff who keep accounts.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn of(look: &Snapshot<'_>, account: AccountId) -> Result<Vec<Live>> {
    if look.viewer().id() != Some(account) && !look.viewer().holds(Duty::Accounts) {
        return Err(Error::NotFound);
    }
    store::of(look, account)
}

/// Staff end a session of somebody they may act on.
///
/// # Errors
/// `NotFound` where there is no such account or session; `Forbidden` above one's own place.
pub fn end_of(change: &mut Change<'_>, account: AccountId, session: i64) -> Result<()> {
    let whose = accounts::find(change, account)?;
    if !accounts::may_act_on(change.writer(), &whose) {
        return Err(Error::Forbidden);
    }
    if store::delete(change, account, session)? == 0 {
        return Err(Error::NotFound);
    }
    change.about("account", account.0);
    Ok(())
}

/// Notes in the audit log that a sign-in was refused.
///
/// # Errors
/// `Broken` if the database fails.
pub fn refuse(change: &mut Change<'_>, account: Option<AccountId>) -> Result<()> {
    change.becomes(Act::RefuseSignIn);
    if let Some(account) = account {
        change.about("account", account.0);
    }
    Ok(())
}
