//! Groups: classes, wings and clubs; staff decide who is in them.

mod member_pages;
mod member_views;
mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{Group, Member, find, mine};
pub use views::{Tab, top};

use super::notices;
use super::people;
use crate::base::{AccountId, Duty, Error, GroupId, Problem, Problems, Result, limits, text};
use crate::db::{Change, Snapshot};

crate::words! {
    /// What sort of group it is.
    GroupKind {
        /// A class of a school.
        Class = "class",
        /// A wing or a house.
        Wing = "wing",
        /// People with one interest.
        Club = "club",
        /// Anything else.
        Other = "other",
    }
}

/// A group as staff send it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// As typed.
    pub name: String,
    /// What sort; nothing where none of the words was sent.
    pub kind: Option<GroupKind>,
    /// Markdown.
    pub about: String,
}

/// May the viewer change the name and the members of groups?
pub fn keeps(look: &Snapshot<'_>) -> bool {
    look.viewer().holds(Duty::Accounts)
}

/// Makes a group, with nobody in it.
///
/// # Errors
/// `NotFound` for whoever does not keep accounts; `Invalid` with every problem at once.
pub fn add(change: &mut Change<'_>, draft: &Draft) -> Result<GroupId> {
    if !keeps(change) {
        return Err(Error::NotFound);
    }
    let (name, kind, about) = fit(draft).map_err(Error::Invalid)?;
    let id = store::insert(change, &name, kind, &about)?;
    change.about("group", id.0);
    change.text(None, Some(&about));
    Ok(id)
}

/// Changes a group: staff who keep accounts all of it, its leaders only what it says about itself.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for anybody else; `Invalid` with every problem.
pub fn edit(change: &mut Change<'_>, id: GroupId, draft: &Draft) -> Result<()> {
    let before = store::find(change, id)?;
    if keeps(change) {
        let (name, kind, about) = fit(draft).map_err(Error::Invalid)?;
        store::update(change, id, &name, kind, &about)?;
        change.text(Some(&before.about), Some(&about));
    } else if before.i_lead {
        let about = text::within("about", text::tidy(&draft.about), limits::GROUP_ABOUT_CHARS_MAX)?;
        store::update(change, id, &before.name, before.kind, &about)?;
        change.text(Some(&before.about), Some(&about));
    } else {
        return Err(Error::Forbidden);
    }
    change.about("group", id.0);
    Ok(())
}

fn fit(draft: &Draft) -> Result<(String, GroupKind, String), Problems> {
    let mut problems = Problems::new();
    let mut kept = |fit: Result<String>| match fit {
        Ok(text) => text,
        Err(Error::Invalid(found)) => {
            problems.extend(found);
            String::new()
        }
        Err(_) => String::new(),
    };
    let name = kept(text::needed("name", text::line(&draft.name), limits::GROUP_NAME_CHARS_MAX));
    let about = kept(text::within("about", text::tidy(&draft.about), limits::GROUP_ABOUT_CHARS_MAX));
    if draft.kind.is_none() {
        problems.push(("kind", Problem::Missing));
    }
    match draft.kind {
        Some(kind) if problems.is_empty() => Ok((name, kind, about)),
        _ => Err(problems),
    }
}

/// Puts people in a group: those ticked, and those whose usernames were pasted, one a line. Each who
/// was not in it is told. Answers how many that were.
///
/// # Errors
/// `NotFound` where the group or somebody ticked is not seen, or for whoever does not keep accounts;
/// `Invalid` for the field `usernames`, naming the line, or where nobody was named at all.
pub fn add_people(change: &mut Change<'_>, id: GroupId, ticked: &[AccountId], pasted: &str) -> Result<usize> {
    store::find(change, id)?;
    if !keeps(change) {
        return Err(Error::NotFound);
    }
    let mut wanted = people::among(change, ticked)?;
    if wanted.len() != ticked.len() {
        return Err(Error::NotFound);
    }
    let names = pasted_names(pasted)?;
    let mut problems = Problems::new();
    for (line, name) in names {
        match people::find(change, &name) {
            Ok(person) if !person.left => wanted.push(person),
            Ok(_) | Err(Error::NotFound) => problems.push(("usernames", Problem::BadLine { line })),
            Err(error) => return Err(error),
        }
    }
    if !problems.is_empty() {
        problems.truncate(10);
        return Err(Error::Invalid(problems));
    }
    if wanted.is_empty() {
        return Err(Error::field("usernames", Problem::Missing));
    }
    let mut added = Vec::new();
    for person in wanted {
        if store::insert_member(change, id, person.id)? {
            notices::tell_group(change, person.id, id)?;
            added.push(person.username);
        }
    }
    change.about("group", id.0);
    change.because("", &added.join(", "));
    Ok(added.len())
}

/// The usernames in a pasted list, each with its line: one a line, with or without `@`.
fn pasted_names(pasted: &str) -> Result<Vec<(usize, String)>> {
    let lines = pasted.lines().zip(1..).map(|(words, line)| (line, words.trim().trim_start_matches('@')));
    let names: Vec<(usize, String)> =
        lines.filter(|(_, name)| !name.is_empty()).map(|(line, name)| (line, name.to_lowercase())).collect();
    if names.len() > limits::PASTED_PEOPLE_MAX {
        return Err(Error::field("usernames", Problem::TooMany { limit: limits::PASTED_PEOPLE_MAX }));
    }
    Ok(names)
}

/// Takes somebody out of a group.
///
/// # Errors
/// `NotFound` where they are not in it, or for whoever does not keep accounts.
pub fn remove_member(change: &mut Change<'_>, id: GroupId, username: &str) -> Result<()> {
    let person = member(change, id, username)?;
    store::delete_member(change, id, person.id)?;
    change.about("group", id.0);
    change.because("", &person.username);
    Ok(())
}

/// Makes somebody a leader of a group they are in, or no leader any more.
///
/// # Errors
/// As [`remove_member`].
pub fn lead(change: &mut Change<'_>, id: GroupId, username: &str, leads: bool) -> Result<()> {
    let person = member(change, id, username)?;
    store::set_leader(change, id, person.id, leads)?;
    change.about("group", id.0);
    change.because("", &person.username);
    Ok(())
}

fn member(change: &Change<'_>, id: GroupId, username: &str) -> Result<people::Person> {
    let person = people::find(change, username)?;
    if keeps(change) && store::is_member(change, id, person.id)? { Ok(person) } else { Err(Error::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_list_keeps_the_number_of_each_line() {
        let names = pasted_names("tom.baker\r\n\n  @Mia \nzoe").ok().unwrap_or_default();
        assert_eq!(names, [(1, "tom.baker".into()), (3, "mia".into()), (4, "zoe".into())]);
        let long = "x\n".repeat(limits::PASTED_PEOPLE_MAX + 1);
        assert!(pasted_names(&long).is_err(), "a list has an end");
    }

    #[test]
    fn every_problem_of_a_group_is_said_at_once() {
        let long = "x".repeat(limits::GROUP_ABOUT_CHARS_MAX + 1);
        let problems = fit(&Draft { name: "  ".into(), kind: None, about: long }).err().unwrap_or_default();
        let fields: Vec<&str> = problems.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["name", "about", "kind"]);
        let whole = Draft { name: " Class  5B ".into(), kind: Some(GroupKind::Class), about: String::new() };
        assert_eq!(fit(&whole).ok().map(|(name, ..)| name).as_deref(), Some("Class 5B"));
    }
}
