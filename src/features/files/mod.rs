//! Files of groups: documents that members, leaders and staff put there, for the members to fetch.

mod name;
mod pages;
mod put;
mod sort;
mod store;
mod views;
mod zipped;

pub use pages::{How, routes, send};
pub use put::put;
pub use sort::Sort;
pub use store::{StoredFile, find};

use super::moderation::{self, Part};
use super::{groups, items, notices, photos, space};
use crate::base::watch::Surface;
use crate::base::{
    Error, GroupId, ItemId, Kind, Problem, Problems, Result, Rules, State, Topic, Uploads, limits, text,
};
use crate::db::Change;
use crate::features::levels::Where;
use crate::features::notices::NoticeKind;

/// A file that lies on the shelf already, and is about to be named by a group.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// Its name on the shelf.
    pub shelf: String,
    /// How large it is.
    pub bytes: u64,
    /// One line that says what it is, as typed.
    pub about: String,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub id: ItemId,
    /// It waits for staff.
    pub waits: bool,
}

/// May the viewer put files in this group? Staff who see it; and its members, or only who leads it, as the house rules
/// say.
///
/// # Errors
/// `NotFound` where the group is not seen; `Forbidden` for anybody else; `Invalid` for the field `file` where the house
/// rules leave it to others.
pub fn check_may_add(look: &crate::db::Snapshot<'_>, rules: &Rules, group: GroupId) -> Result<()> {
    groups::find(look, group)?;
    if look.viewer().is_staff() {
        return Ok(());
    }
    if !store::is_member(look, group)? {
        return Err(Error::Forbidden);
    }
    match rules.uploads {
        Uploads::Everyone => Ok(()),
        Uploads::Leaders if store::leads(look, group)? => Ok(()),
        _ => Err(Error::field("file", photos::not_sent(rules))),
    }
}

/// Puts a file in a group. It waits where photos would.
///
/// # Errors
/// As [`check_may_add`]; `Invalid` for words that are too long, or where there is no room left.
pub fn add(change: &mut Change<'_>, rules: &Rules, group: GroupId, file: &NewFile) -> Result<Made> {
    check_may_add(change, rules, group)?;
    let about = text::within("about", text::line(&file.about), limits::FILE_ABOUT_CHARS_MAX)?;
    check_room(change, rules, group, file.bytes)?;
    let words = all_words(&file.name, &about);
    // Nobody can look through it in passing, so it waits as a photo does.
    let judged =
        moderation::judge(change, rules, Where::Group(group), &parts("file", &file.name, &about), 1)?;
    let state = judged.state();
    let id = store::insert(change, group, state, file, &about)?;
    judged.note(change, Some(id))?;
    change.about("file", id.0);
    change.text(None, Some(&words));
    touch(change, id, state);
    if state == State::Shown {
        let_through(change, id)?;
    }
    Ok(Made { id, waits: state == State::Held })
}

/// One can be seen now, at once or since staff let it through: the members of its group are told.
///
/// # Errors
/// `Broken` if the database fails.
pub fn let_through(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    notices::tell_groups(change, NoticeKind::File, id, &[])
}

/// Is there room for so many bytes more: in what the viewer may take on the box, and in the group?
fn check_room(change: &Change<'_>, rules: &Rules, group: GroupId, more: u64) -> Result<()> {
    if space::sum(&space::taken(change)?) + more > space::most_bytes(rules) {
        return Err(Error::field("file", Problem::NoSpace { limit_mb: rules.space_mb }));
    }
    if store::bytes_in(change, group)? + more > limits::FILES_GROUP_MIB_MAX << 20 {
        return Err(Error::field("file", Problem::NoRoom { limit_mib: limits::FILES_GROUP_MIB_MAX }));
    }
    Ok(())
}

/// Changes what one's own file is called, and the line about it; what these were before is kept.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or was taken out; `Invalid` for words that
/// are missing or too long.
pub fn edit(change: &mut Change<'_>, rules: &Rules, id: ItemId, name: &str, about: &str) -> Result<Made> {
    let before = find(change, id)?;
    items::check_mine(change, before.author.id, before.state)?;
    let mut problems = Problems::new();
    let long = |text: &str, most: usize| text.chars().count() > most;
    let (typed, about) = (text::line(name), text::line(about));
    if typed.is_empty() {
        problems.push(("name", Problem::Missing));
    } else if long(&typed, limits::TITLE_CHARS_MAX) {
        problems.push(("name", Problem::TooLong { limit: limits::TITLE_CHARS_MAX }));
    }
    if long(&about, limits::FILE_ABOUT_CHARS_MAX) {
        problems.push(("about", Problem::TooLong { limit: limits::FILE_ABOUT_CHARS_MAX }));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let name = name::renamed(&typed, before.sort);
    let (was, is) = (all_words(&before.name, &before.about), all_words(&name, &about));
    change.about("file", id.0);
    if was == is {
        return Ok(Made { id, waits: before.state == State::Held });
    }
    // The words alone are judged; the file was looked at when it came.
    let judged = moderation::judge(change, rules, Where::Under(id), &parts("name", &name, &about), 0)?;
    let state = items::after_edit(before.state, &judged);
    items::keep(change, id, &was, before.state)?;
    items::changed(change, id, state)?;
    store::set_words(change, id, &name, &about)?;
    judged.note(change, Some(id))?;
    change.text(Some(&was), Some(&is));
    if before.state == State::Shown {
        change.touch(Topic::Board(Kind::File), Some(id));
    }
    touch(change, id, state);
    Ok(Made { id, waits: state == State::Held })
}

/// Takes a file out of its group: one's own, or as a leader of the group any. Staff keep it until retention ends.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for anybody else.
pub fn remove(change: &mut Change<'_>, id: ItemId) -> Result<GroupId> {
    let file = find(change, id)?;
    let own = items::is_mine_to_change(change.viewer(), file.author.id, file.state);
    let leads = file.state == State::Shown && store::leads(change, file.group)?;
    if !own && !leads {
        return Err(Error::Forbidden);
    }
    items::remove(change, id)?;
    change.about("file", id.0);
    change.text(Some(&all_words(&file.name, &file.about)), None);
    if !own {
        notices::tell(change, file.author.id, NoticeKind::File, id)?;
    }
    touch(change, id, file.state);
    Ok(file.group)
}

/// What open pages, or the desk, have to know of a file in this state.
fn touch(change: &mut Change<'_>, id: ItemId, state: State) {
    match state {
        State::Shown => change.touch(Topic::Board(Kind::File), Some(id)),
        _ => change.touch(Topic::Desk, Some(id)),
    }
}

/// The texts of a file; its name was typed in this field, or is that of the file that was sent.
fn parts<'a>(field: &'static str, name: &'a str, about: &'a str) -> [Part<'a>; 2] {
    [Part::of(Surface::File, field, name), Part::of(Surface::File, "about", about)]
}

/// What is kept, and hashed for the record.
fn all_words(name: &str, about: &str) -> String {
    format!("{name}\n\n{about}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn no_page_that_is_open_all_day_reads_a_table_from_end_to_end() {
        let scans = crate::db::scans(&store::statements(), &["json_each"]).await;
        assert!(scans.is_empty(), "{scans:#?}");
    }
}
