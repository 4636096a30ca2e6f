//! Staff stop all writing of members with one tap, on the site or in one group, and let it go on with another.
//!
//! Nothing here refuses a write: the writer does, for every feature (`Change::is_frozen`). Reading goes on, and so does what takes
//! something away, asks for help or reports.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use views::offer;

use super::accounts;
use crate::base::{Duty, Error, GroupId, Result, Topic, limits, text};
use crate::db::{Change, Snapshot};

/// Where writing is stopped.
pub type Scope = Option<GroupId>;

/// May the viewer stop writing there? On the site who moderates; in a group also who moderates it, and staff who lead it.
///
/// # Errors
/// `Broken` if the database fails.
pub fn may(look: &Snapshot<'_>, scope: Scope) -> Result<bool> {
    if look.viewer().holds(Duty::Moderate) {
        return Ok(true);
    }
    match scope {
        Some(group) if look.viewer().is_staff() => {
            Ok(store::leads(look, group)? || accounts::has_charge(look, Duty::Moderate, group)?)
        }
        _ => Ok(false),
    }
}

/// Staff stop all writing there, and say why.
///
/// # Errors
/// `NotFound` for whoever may not, or where there is no such group; `Invalid` for no words or too many, or where it is
/// stopped already.
pub fn begin(change: &mut Change<'_>, scope: Scope, words: &str) -> Result<()> {
    check(change, scope)?;
    let words = text::needed("words", text::line(words), limits::FREEZE_CHARS_MAX)?;
    store::insert(change, scope, &words)?;
    note(change, scope, &words);
    Ok(())
}

/// Staff let members write there again.
///
/// # Errors
/// `NotFound` for whoever may not, or where nothing is stopped.
pub fn end(change: &mut Change<'_>, scope: Scope) -> Result<()> {
    check(change, scope)?;
    if store::end(change, scope)? == 0 {
        return Err(Error::NotFound);
    }
    note(change, scope, "");
    Ok(())
}

fn check(change: &Change<'_>, scope: Scope) -> Result<()> {
    match scope {
        Some(group) if store::name(change, group)?.is_none() => Err(Error::NotFound),
        scope if may(change, scope)? => Ok(()),
        _ => Err(Error::NotFound),
    }
}

fn note(change: &mut Change<'_>, scope: Scope, words: &str) {
    if let Some(group) = scope {
        change.about("group", group.0);
    }
    change.because(if scope.is_some() { "group" } else { "site" }, words);
    // It also wakes the open conversations: where one cannot write, the form goes.
    change.touch(Topic::House(scope), None);
}
