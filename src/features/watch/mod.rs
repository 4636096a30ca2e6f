//! The rules for words, as staff who keep the house rules write them, try them and switch them on.

mod look;
mod pages;
mod past_views;
mod starters;
mod store;
mod table;
mod table_pages;
mod table_views;
mod typed;
mod views;
mod worth;

pub use pages::routes;

use crate::base::watch::{Action, Fit};
use crate::base::{Error, Problem, Problems, Result, limits};
use crate::db::Change;
use typed::Typed;

crate::words! {
    /// What a word rule is about.
    Category {
        /// Being mean to somebody.
        Bullying = "bullying",
        /// Threats and violence.
        Threats = "threats",
        /// Hurting oneself.
        SelfHarm = "self_harm",
        /// Drugs.
        Drugs = "drugs",
        /// Weapons.
        Weapons = "weapons",
        /// Sexual words.
        Sexual = "sexual",
        /// Anything else.
        Other = "other",
    }
}

/// A rule fit to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
struct New {
    pattern: String,
    kind: crate::base::watch::Kind,
    action: Action,
    severity: u8,
    category: Category,
    languages: String,
    surfaces: String,
    exceptions: Vec<String>,
    note: String,
    until_at: Option<i64>,
    enabled: bool,
}

/// Makes a rule, and from the commit on everybody who writes goes by it.
///
/// # Errors
/// `Invalid` with every problem of what was typed, for a rule that is there already, and where there are too many.
fn add(change: &mut Change<'_>, typed: &Typed, zone: &str) -> Result<i64> {
    let new = typed.fit(change.now_ms(), zone)?;
    if store::count(change)? >= limits::WATCH_RULES_MAX as i64 {
        return Err(Error::field("pattern", Problem::TooMany { limit: limits::WATCH_RULES_MAX }));
    }
    has_room(change, new.action, new.enabled, None)?;
    let id =
        store::insert(change, &new, "").map_err(|error| error.conflict_is("pattern", Problem::RuleThere))?;
    changed(change, id, &new.pattern);
    Ok(id)
}

/// Changes a rule. What it matched before stays as it was kept.
///
/// # Errors
/// `NotFound` where it is not there any more; `Invalid` as for [`add`].
fn edit(change: &mut Change<'_>, id: i64, typed: &Typed, zone: &str) -> Result<()> {
    let before = store::find(change, id)?;
    let new = typed.fit(change.now_ms(), zone)?;
    has_room(change, new.action, new.enabled, Some(&before))?;
    store::update(change, id, &new).map_err(|error| error.conflict_is("pattern", Problem::RuleThere))?;
    changed(change, id, &new.pattern);
    Ok(())
}

/// Switches a rule on or off.
///
/// # Errors
/// `NotFound` where it is not there any more; `Invalid` where too many of its action are on.
fn switch(change: &mut Change<'_>, id: i64, on: bool) -> Result<()> {
    let before = store::find(change, id)?;
    has_room(change, before.action, on, Some(&before))?;
    store::set_enabled(change, id, on)?;
    changed(change, id, &before.pattern);
    change.because(if on { "on" } else { "off" }, "");
    Ok(())
}

/// Takes a rule away. What it matched is kept.
///
/// # Errors
/// `NotFound` where it is not there any more.
fn remove(change: &mut Change<'_>, id: i64) -> Result<()> {
    let before = store::find(change, id)?;
    store::remove(change, id)?;
    changed(change, id, &before.pattern);
    Ok(())
}

/// Takes in rules of a table, or of a list that comes with the box (`starter`): all, or none. What is there already says
/// what a table says of it, and of a list stays as it is. Gives how many were new.
///
/// # Errors
/// `Invalid` where there would be too many.
fn take_in(change: &mut Change<'_>, rules: &[New], starter: &str) -> Result<usize> {
    let mut new = Vec::new();
    for rule in rules {
        match store::same(change, rule)? {
            None => new.push(rule),
            Some(_) if !starter.is_empty() => {}
            Some(id) => store::update_from_table(change, id, rule)?,
        }
    }
    if store::count(change)? + new.len() as i64 > limits::WATCH_RULES_MAX as i64 {
        return Err(Error::field("pattern", Problem::TooMany { limit: limits::WATCH_RULES_MAX }));
    }
    for rule in &new {
        store::insert(change, rule, starter)?;
    }
    for action in Action::ALL {
        if store::count_enabled(change, *action)? > limits::WATCH_ENABLED_MAX as i64 {
            return Err(Error::field("action", Problem::TooMany { limit: limits::WATCH_ENABLED_MAX }));
        }
    }
    change.rules_changed();
    change.because(if starter.is_empty() { "table" } else { "list" }, &format!("{} {starter}", new.len()));
    Ok(new.len())
}

/// At most [`limits::WATCH_ENABLED_MAX`] rules of an action are on.
fn has_room(change: &Change<'_>, action: Action, on: bool, before: Option<&store::Rule>) -> Result<()> {
    let counted = before.is_some_and(|before| before.enabled && before.action == action);
    if on && !counted && store::count_enabled(change, action)? >= limits::WATCH_ENABLED_MAX as i64 {
        return Err(Error::field("action", Problem::TooMany { limit: limits::WATCH_ENABLED_MAX }));
    }
    Ok(())
}

fn changed(change: &mut Change<'_>, id: i64, pattern: &str) {
    change.rules_changed();
    change.about("watch_rule", id);
    change.text(None, Some(pattern));
}

/// What is wrong with a pattern, beside its field.
fn pattern_problem(fit: Fit) -> Option<Problem> {
    match fit {
        Fit::Well => None,
        Fit::Empty => Some(Problem::Missing),
        other => Some(Problem::Pattern(other)),
    }
}

/// All problems, or nothing.
fn none_of(problems: Problems) -> Result<()> {
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}
