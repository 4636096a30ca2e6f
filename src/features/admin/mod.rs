//! Administration: making people, what staff do about their accounts, and the house rules.

mod duty_pages;
mod duty_views;
mod list;
mod list_views;
mod make;
mod pages;
mod paste;
mod person;
mod person_views;
mod rules;
mod rules_views;
mod slips;
mod store;
mod talk;
mod talk_store;
mod talk_views;
#[cfg(test)]
mod tests;
mod usernames;
mod views;

pub use slips::Slips;
pub use usernames::{free, wished};

use super::accounts::{self, NewAccount};
use super::groups;
use super::moderation::{self, Part};
use crate::base::watch::Surface;
use crate::base::{AccountId, Duties, Error, GroupId, Result, Role, SiteKind};
use crate::db::Change;
use crate::web::Routes;
use list::List;
use std::collections::HashSet;

/// Every route of this feature.
pub fn routes() -> Routes {
    pages::routes()
        .and(make::routes())
        .and(paste::routes())
        .and(person::routes())
        .and(duty_pages::routes())
        .and(rules::routes())
        .and(talk::routes())
}

/// Makes one account with a one-time password and puts it in groups.
///
/// # Errors
/// As [`accounts::add`]; `NotFound` for a group that is not there.
fn add_person(
    change: &mut Change<'_>,
    new: &NewAccount,
    password_hash: &str,
    groups: &[GroupId],
) -> Result<AccountId> {
    let id = accounts::add(change, new, password_hash, true)?;
    judge_name(change, &new.shown_name)?;
    for group in groups {
        groups::put_in(change, *group, id)?;
    }
    Ok(id)
}

/// A name that staff give is looked at like all that they write.
///
/// # Errors
/// `Broken` if the database fails.
fn judge_name(change: &mut Change<'_>, name: &str) -> Result<()> {
    moderation::judge_by_staff(change, &[Part::of(Surface::Name, "shown_name", name)])
}

/// Makes everybody on a list, or nobody. `hashes` stand in the order of the lines; groups that are
/// not there are made where `make` names them, and passed over where it does not.
///
/// # Errors
/// `Invalid` where somebody took a sign-in name meanwhile; as [`accounts::add`].
fn add_list(
    change: &mut Change<'_>,
    list: &List,
    role: Role,
    hashes: &[String],
    make: &[String],
    kind: &str,
) -> Result<()> {
    let mut groups = store::groups_named(change, &list.groups())?;
    for name in make {
        let key = name.to_ascii_lowercase();
        if let std::collections::hash_map::Entry::Vacant(place) = groups.entry(key) {
            place.insert(store::insert_group(change, name, kind)?);
        }
    }
    let mut first = None;
    for (line, hash) in list.lines.iter().zip(hashes) {
        let new = NewAccount {
            username: line.username.clone(),
            shown_name: line.shown_name.clone(),
            role,
            duties: Duties::NONE,
        };
        let named = line.groups.iter().filter_map(|name| groups.get(&name.to_ascii_lowercase()).copied());
        let id = add_person(change, &new, hash, &named.collect::<Vec<_>>())?;
        first = first.or(Some(id));
    }
    let first = first.ok_or(Error::NotFound)?;
    change.about("account", first.0);
    change.because("list", &format!("{} accounts from {first} on", list.lines.len()));
    Ok(())
}

/// Puts somebody in the groups of `now` and takes them out of those that are only in `was`; groups in
/// neither, which another member of staff may have added meanwhile, stay as they are.
///
/// # Errors
/// `NotFound` for an account or a group that is not there; `Forbidden` above one's own place.
fn set_groups(
    change: &mut Change<'_>,
    id: AccountId,
    was: &HashSet<GroupId>,
    now: &HashSet<GroupId>,
) -> Result<()> {
    let whose = accounts::find(change, id)?;
    if change.writer().id() != Some(id) && !accounts::may_act_on(change.writer(), &whose) {
        return Err(Error::Forbidden);
    }
    let mut words = Vec::new();
    for group in now.difference(was) {
        groups::put_in(change, *group, id)?;
        words.push(format!("+{group}"));
    }
    for group in was.difference(now) {
        groups::take_out(change, *group, id)?;
        words.push(format!("-{group}"));
    }
    change.about("account", id.0);
    change.because("groups", &words.join(" "));
    Ok(())
}

/// The sorts of group, as the database names them; the first fits this sort of house best.
fn group_kinds(kind: SiteKind) -> [&'static str; 4] {
    match kind {
        SiteKind::School => ["class", "club", "wing", "other"],
        SiteKind::Prison => ["wing", "class", "club", "other"],
        SiteKind::Other => ["club", "class", "wing", "other"],
    }
}
