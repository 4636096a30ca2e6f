//! Groups: classes, wings and clubs; each says how people come in.

mod joining;
mod joining_pages;
mod joining_store;
mod joining_views;
mod member_pages;
mod member_views;
mod pages;
mod photo_pages;
mod photo_views;
mod store;
mod views;

pub use joining::{Came, Joining, answer, come_in, decline, invite, leave, lets_leave, withdraw};
pub use joining_store::{Outside, outside};
pub use pages::routes;
pub use store::{Group, Member, Mine, find, mine};
pub use views::{Tab, sign, top};

use super::accounts;
use super::moderation::{self, Part, Verdict};
use super::notices;
use super::people;
use crate::base::watch::Surface;
use crate::base::{AccountId, Duty, Error, GroupId, Problem, Problems, Result, Rules, Topic, limits, text};
use crate::db::{Change, Snapshot};
use crate::features::levels::{self, Where};

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
    /// Who lets somebody in.
    pub joining: Joining,
    /// May members leave, where only staff put them in?
    pub leaving: bool,
}

impl Draft {
    /// A group that says nothing yet, and that only staff fill.
    pub fn of(name: &str, kind: Option<GroupKind>, about: &str) -> Draft {
        let (name, about) = (name.to_owned(), about.to_owned());
        Draft { name, kind, about, joining: Joining::Staff, leaving: false }
    }
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
    moderation::judge_by_staff(change, &parts(&name, &about))?;
    let id = store::insert(change, &name, kind, &about)?;
    store::set_joining(change, id, draft.joining, draft.leaving)?;
    change.about("group", id.0);
    change.text(None, Some(&about));
    Ok(id)
}

/// Changes a group: staff who keep accounts all of it; its leaders what it says about itself, its picture (a new
/// file on the shelf; none leaves the old one), and how people come in, save that only staff make it a group that
/// only staff fill, or one no more.
///
/// A group has no state in which it waits: where what a leader writes or shows would wait for staff, staff write it.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for anybody else, and where members may make nothing now; `Invalid`
/// with every problem.
pub fn edit(
    change: &mut Change<'_>,
    rules: &Rules,
    id: GroupId,
    draft: &Draft,
    picture: Option<&str>,
) -> Result<()> {
    let (before, keeps) = (store::find(change, id)?, keeps(change));
    if !keeps && !before.i_lead {
        return Err(Error::Forbidden);
    }
    let mut draft = draft.clone();
    if !keeps {
        (draft.name, draft.kind, draft.leaving) = (before.name.clone(), Some(before.kind), before.leaving);
        if before.joining == Joining::Staff || draft.joining == Joining::Staff {
            draft.joining = before.joining;
        }
    }
    let (name, kind, about) = fit(&draft).map_err(Error::Invalid)?;
    let new_words = name != before.name || about != before.about;
    moderation::check_photos(change, rules, "picture", usize::from(picture.is_some()))?;
    check_words(change, rules, id, new_words, &parts(&name, &about), picture.is_some())?;
    store::update(change, id, &name, kind, &about)?;
    store::set_joining(change, id, draft.joining, draft.leaving)?;
    let (asks, invites) = (draft.joining == Joining::Ask, draft.joining != Joining::Staff);
    joining_store::clear_all(change, id, !asks, !invites)?;
    if picture.is_some() {
        store::set_picture(change, id, picture)?;
    }
    change.text(Some(&before.about), Some(&about));
    change.about("group", id.0);
    Ok(())
}

/// What a leader changes of a group must be what the house lets appear at once.
fn check_words(
    change: &mut Change<'_>,
    rules: &Rules,
    id: GroupId,
    new_words: bool,
    parts: &[Part<'_>],
    new_picture: bool,
) -> Result<()> {
    let level = levels::at(change, rules, Where::Group(id))?;
    let mut problems = Problems::new();
    for (field, new, photos) in [("about", new_words, 0), ("picture", new_picture, 1)] {
        match moderation::verdict(level, photos) {
            _ if !new => {}
            Verdict::Publish => {}
            Verdict::Hold => problems.push((field, Problem::ForStaff)),
            Verdict::Block => return Err(Error::Forbidden),
        }
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    if new_words {
        moderation::judge_at_once(change, rules, Where::Group(id), parts, 0)?.note(change, None)?;
    }
    Ok(())
}

/// The texts of a group, each with the field in which it was typed.
fn parts<'a>(name: &'a str, about: &'a str) -> [Part<'a>; 2] {
    [Part::of(Surface::Group, "name", name), Part::of(Surface::Group, "about", about)]
}

/// Takes a group's picture away.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for whoever neither keeps accounts nor leads it.
pub fn remove_picture(change: &mut Change<'_>, id: GroupId) -> Result<()> {
    let group = store::find(change, id)?;
    if !joining::answers(change, &group) {
        return Err(Error::Forbidden);
    }
    store::set_picture(change, id, None)?;
    change.about("group", id.0);
    Ok(())
}

/// Takes a group away: nobody is in it any more, and what was posted to it alone its authors and staff see.
///
/// # Errors
/// `NotFound` where it is not seen, and for whoever does not keep accounts.
pub fn remove(change: &mut Change<'_>, id: GroupId) -> Result<()> {
    let group = store::find(change, id)?;
    if !keeps(change) {
        return Err(Error::NotFound);
    }
    store::remove(change, id)?;
    joining_store::clear_all(change, id, true, true)?;
    accounts::end_of_group(change, id)?;
    change.about("group", id.0);
    change.touch(Topic::Voices, None);
    change.touch(Topic::House(Some(id)), None);
    change.because("", &group.name);
    change.text(Some(&group.about), None);
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
    let mut added = Vec::new();
    for person in wanted(change, ticked, pasted)? {
        if joining::let_in(change, id, person.id)? {
            notices::tell_group(change, person.id, id)?;
            added.push(person.username);
        }
    }
    change.about("group", id.0);
    change.because("", &added.join(", "));
    Ok(added.len())
}

/// The people who were ticked, and those whose sign-in names were pasted.
fn wanted(change: &Change<'_>, ticked: &[AccountId], pasted: &str) -> Result<Vec<people::Person>> {
    let mut wanted = people::among(change, ticked)?;
    if wanted.len() != ticked.len() {
        return Err(Error::NotFound);
    }
    let mut problems = Problems::new();
    for (line, name) in pasted_names(pasted)? {
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
    Ok(wanted)
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
    take_out(change, id, person.id)?;
    change.about("group", id.0);
    change.because("", &person.username);
    Ok(())
}

/// Puts somebody in a group, as part of making or changing an account; whoever is in it already stays as they are.
///
/// # Errors
/// `NotFound` where the group is not seen.
pub fn put_in(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<()> {
    if !store::is_seen(change, id)? {
        return Err(Error::NotFound);
    }
    joining::let_in(change, id, person).map(|_| ())
}

/// Takes somebody out of a group, as part of changing an account. They do not walk in again at once.
///
/// # Errors
/// `Broken` if the database fails.
pub fn take_out(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<()> {
    store::delete_member(change, id, person)?;
    change.touch(Topic::Voices, None);
    change.touch(Topic::Voice(person), None);
    joining_store::refuse_for_now(change, id, person)
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
        let problems = fit(&Draft::of("  ", None, &long)).err().unwrap_or_default();
        let fields: Vec<&str> = problems.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["name", "about", "kind"]);
        let whole = Draft::of(" Class  5B ", Some(GroupKind::Class), "");
        assert_eq!(fit(&whole).ok().map(|(name, ..)| name).as_deref(), Some("Class 5B"));
    }
}
