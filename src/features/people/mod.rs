//! People: who is here, profiles, whom I share with, my aspects and whom I blocked.

mod aspects_pages;
mod aspects_views;
mod contacts_pages;
mod contacts_store;
mod contacts_views;
#[cfg(test)]
mod db_tests;
mod list_views;
mod own_pages;
mod own_views;
mod pages;
mod sharing_store;
mod store;
mod talk;
mod talk_store;
#[cfg(test)]
mod tests;
mod views;

pub use list_views::{Row, row, rows, search_form};
pub use pages::{routes, typed, url_query};
pub use sharing_store::{Aspect, aspect_names, aspects, is_blocked};
pub use store::{Extended, Listed, Person, With, among, find, page};
pub use talk::may_begin;
pub use talk_store::{Talkable, is_stopped, stopped, talkable, talkables};

use super::moderation::{self, Part};
use super::notices;
use crate::base::watch::Surface;
use crate::base::{AccountId, Act, AspectId, Error, Problem, Problems, Result, Rules, Topic, limits, text};
use crate::db::{Change, Snapshot};
use crate::features::levels::Where;

/// A profile as the viewer sees it.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The basic part.
    pub person: Person,
    /// The extended part, where it is for the viewer.
    pub extended: Option<Extended>,
    /// The viewer blocked this person.
    pub blocked: bool,
    /// The viewer's aspects, and whether this person is in each.
    pub aspects: Vec<(Aspect, bool)>,
}

/// The profile of the person with this username.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn profile(look: &Snapshot<'_>, username: &str) -> Result<Profile> {
    let person = store::find(look, username)?;
    let inside = sharing_store::aspects_of(look, person.id)?;
    let aspects = sharing_store::aspects(look)?;
    let aspects = aspects.into_iter().map(|aspect| (inside.contains(&aspect.id), aspect));
    Ok(Profile {
        extended: store::extended(look, person.id)?,
        blocked: sharing_store::is_blocked(look, person.id)?,
        aspects: aspects.map(|(inside, aspect)| (aspect, inside)).collect(),
        person,
    })
}

/// Shares with somebody from now on, who is then in exactly these aspects of the viewer's; answers
/// whether they are newly a contact.
///
/// Sharing with somebody who has blocked the viewer works as with anybody: it shows the same page and
/// the same state, they are told nothing, and neither sees anything of the other. Any other answer
/// would be a way to find out by whom one is blocked. Whom the viewer blocked they know themselves,
/// so that is refused.
///
/// # Errors
/// `NotFound` for somebody not seen, or an aspect of somebody else; `Forbidden` for oneself and for
/// whom one blocked; `Invalid` with too many contacts.
pub fn share(change: &mut Change<'_>, username: &str, aspects: &[AspectId]) -> Result<bool> {
    let person = other(change, username)?;
    if sharing_store::is_blocked(change, person.id)? {
        return Err(Error::Forbidden);
    }
    for aspect in aspects {
        sharing_store::aspect_name(change, *aspect)?;
    }
    if person.i_share {
        change.becomes(Act::EditAspect);
    } else {
        if person.left {
            return Err(Error::NotFound);
        }
        if sharing_store::contacts(change)? >= limits::CONTACTS_MAX as i64 {
            return Err(Error::field("aspects", Problem::TooMany { limit: limits::CONTACTS_MAX }));
        }
        sharing_store::insert_contact(change, person.id)?;
        notices::tell_contact(change, person.id)?;
        let me = change.me()?;
        touch_talk(change, me, person.id);
    }
    for before in sharing_store::aspects_of(change, person.id)? {
        if !aspects.contains(&before) {
            sharing_store::take_from_aspect(change, before, person.id)?;
        }
    }
    for aspect in aspects {
        sharing_store::put_in_aspect(change, *aspect, person.id)?;
    }
    change.about("account", person.id.0);
    Ok(!person.i_share)
}

/// As [`share`], and they are in an aspect of this name too, which is made where the viewer has none; an empty name
/// names none.
///
/// # Errors
/// As [`share`]; `Invalid` for the field `new_aspect`.
pub fn share_in(
    change: &mut Change<'_>,
    username: &str,
    aspects: &[AspectId],
    new_aspect: &str,
) -> Result<bool> {
    other(change, username)?;
    let (mut aspects, name) = (aspects.to_vec(), text::line(new_aspect));
    if !name.is_empty() {
        let known = sharing_store::aspect_names(change)?.into_iter().find(|(_, known)| *known == name);
        let id = known.map_or_else(|| add_aspect(change, &name), |(id, _)| Ok(id));
        aspects.push(id.map_err(|error| match error {
            Error::Invalid(problems) => {
                Error::Invalid(problems.into_iter().map(|(_, problem)| ("new_aspect", problem)).collect())
            }
            other => other,
        })?);
    }
    share(change, username, &aspects)
}

/// Shares with somebody no more: neither as a contact nor in an aspect.
///
/// # Errors
/// `NotFound` for somebody not seen; `Forbidden` for oneself.
pub fn unshare(change: &mut Change<'_>, username: &str) -> Result<()> {
    let (me, person) = (change.me()?, other(change, username)?);
    sharing_store::delete_contact(change, me, person.id)?;
    change.about("account", person.id.0);
    touch_talk(change, me, person.id);
    Ok(())
}

/// Blocks somebody: neither sees the other's new things, and neither shares with the other any more.
///
/// Anybody can be blocked, staff too; staff who moderate still see what they must (`seen.sql`), and
/// the page says so.
///
/// # Errors
/// `NotFound` for somebody not seen; `Forbidden` for oneself.
pub fn block(change: &mut Change<'_>, username: &str) -> Result<()> {
    let (me, person) = (change.me()?, other(change, username)?);
    sharing_store::insert_block(change, person.id)?;
    sharing_store::delete_contact(change, me, person.id)?;
    sharing_store::delete_contact(change, person.id, me)?;
    change.about("account", person.id.0);
    touch_talk(change, me, person.id);
    Ok(())
}

/// What each may write to the other is looked at anew on open pages of the two, and on nobody else's.
fn touch_talk(change: &mut Change<'_>, me: AccountId, other: AccountId) {
    change.touch(Topic::Voice(me), None);
    change.touch(Topic::Voice(other), None);
}

/// Lifts a block. Who shared with whom before does not come back by itself.
///
/// # Errors
/// `NotFound` for somebody not seen; `Forbidden` for oneself.
pub fn unblock(change: &mut Change<'_>, username: &str) -> Result<()> {
    let person = other(change, username)?;
    sharing_store::delete_block(change, person.id)?;
    change.about("account", person.id.0);
    let me = change.me()?;
    touch_talk(change, me, person.id);
    Ok(())
}

/// Somebody who is not the viewer.
fn other(change: &Change<'_>, username: &str) -> Result<Person> {
    let person = store::find(change, username)?;
    if Some(person.id) == change.viewer().id() { Err(Error::Forbidden) } else { Ok(person) }
}

/// Makes an aspect, last of all.
///
/// # Errors
/// `Invalid` for the field `name`.
pub fn add_aspect(change: &mut Change<'_>, name: &str) -> Result<AspectId> {
    let name = text::needed("name", text::line(name), limits::GROUP_NAME_CHARS_MAX)?;
    let before = sharing_store::aspects(change)?.len();
    if before >= limits::ASPECTS_MAX {
        return Err(Error::field("name", Problem::TooMany { limit: limits::ASPECTS_MAX }));
    }
    let id = sharing_store::insert_aspect(change, &name, before)?;
    change.about("aspect", id.0);
    Ok(id)
}

/// Gives an aspect another name.
///
/// # Errors
/// `NotFound` where it is not the viewer's; `Invalid` for the field `name`.
pub fn rename_aspect(change: &mut Change<'_>, id: AspectId, name: &str) -> Result<()> {
    sharing_store::aspect_name(change, id)?;
    let name = text::needed("name", text::line(name), limits::GROUP_NAME_CHARS_MAX)?;
    sharing_store::rename_aspect(change, id, &name)?;
    change.about("aspect", id.0);
    Ok(())
}

/// Moves an aspect one place up or down in the viewer's own order.
///
/// # Errors
/// `NotFound` where it is not the viewer's.
pub fn move_aspect(change: &mut Change<'_>, id: AspectId, up: bool) -> Result<()> {
    let mut order: Vec<AspectId> =
        sharing_store::aspects(change)?.into_iter().map(|aspect| aspect.id).collect();
    let place = order.iter().position(|each| *each == id).ok_or(Error::NotFound)?;
    let to = if up { place.saturating_sub(1) } else { (place + 1).min(order.len() - 1) };
    order.swap(place, to);
    for (place, aspect) in order.into_iter().enumerate() {
        sharing_store::place_aspect(change, aspect, place)?;
    }
    change.about("aspect", id.0);
    Ok(())
}

/// Takes an aspect away. The people in it stay contacts; posts to it stay, for nobody else.
///
/// # Errors
/// `NotFound` where it is not the viewer's.
pub fn remove_aspect(change: &mut Change<'_>, id: AspectId) -> Result<()> {
    sharing_store::aspect_name(change, id)?;
    sharing_store::delete_aspect(change, id)?;
    change.about("aspect", id.0);
    Ok(())
}

/// Of the people `shown` on a page, those `ticked` are in the aspect now and the others are not.
///
/// # Errors
/// `NotFound` where the aspect is not the viewer's.
pub fn fill_aspect(
    change: &mut Change<'_>,
    id: AspectId,
    shown: &[AccountId],
    ticked: &[AccountId],
) -> Result<()> {
    sharing_store::aspect_name(change, id)?;
    for person in shown.iter().take(limits::LIST_PAGE) {
        if ticked.contains(person) {
            sharing_store::put_in_aspect(change, id, *person)?;
        } else {
            sharing_store::take_from_aspect(change, id, *person)?;
        }
    }
    change.about("aspect", id.0);
    Ok(())
}

/// A profile as its owner sends it.
#[derive(Clone, Debug, Default)]
pub struct ProfileDraft {
    /// As typed, as all of these.
    pub pronouns: String,
    /// Where.
    pub place: String,
    /// `1` to `31`, or nothing.
    pub birth_day: String,
    /// `1` to `12`, or nothing.
    pub birth_month: String,
    /// Markdown.
    pub bio: String,
}

/// Changes the viewer's own profile. `picture`: a new file on the shelf; none leaves the old one.
///
/// What is written here never waits: a profile has no held state, so that a house which holds
/// everything reads it when it is reported; one where members may make nothing refuses it.
///
/// # Errors
/// `Invalid` with every problem at once; `Forbidden` where members may not make anything now.
pub fn edit_profile(
    change: &mut Change<'_>,
    rules: &Rules,
    draft: &ProfileDraft,
    picture: Option<&str>,
) -> Result<()> {
    let me = change.me()?;
    let profile = fit_profile(draft).map_err(Error::Invalid)?;
    let part = |field, text| Part::of(Surface::Profile, field, text);
    let parts =
        [part("pronouns", &profile.pronouns), part("place", &profile.place), part("bio", &profile.bio)];
    moderation::check_photos(change, rules, "picture", usize::from(picture.is_some()))?;
    // A profile never waits for its own sake: what was on it before would be gone meanwhile.
    let judged =
        moderation::judge_at_once(change, rules, Where::Apart, &parts, usize::from(picture.is_some()))?;
    judged.note(change, None)?;
    let before = store::extended(change, me)?.unwrap_or_default();
    store::update_profile(change, &profile)?;
    if picture.is_some() {
        store::update_picture(change, picture)?;
    }
    change.about("account", me.0);
    change.text(Some(&before.bio), Some(&profile.bio));
    Ok(())
}

/// Takes the viewer's picture away.
///
/// # Errors
/// `SignIn` for a stranger.
pub fn remove_picture(change: &mut Change<'_>) -> Result<()> {
    let me = change.me()?;
    store::update_picture(change, None)?;
    change.about("account", me.0);
    Ok(())
}

/// The profile as it will be kept, or every problem it has.
fn fit_profile(draft: &ProfileDraft) -> Result<Extended, Problems> {
    let mut problems = Problems::new();
    let mut kept = |fit: Result<String>| match fit {
        Ok(text) => text,
        Err(Error::Invalid(found)) => {
            problems.extend(found);
            String::new()
        }
        Err(_) => String::new(),
    };
    let profile = Extended {
        pronouns: kept(text::within("pronouns", text::line(&draft.pronouns), limits::LINE_CHARS_MAX)),
        place: kept(text::within("place", text::line(&draft.place), limits::LINE_CHARS_MAX)),
        birthday: kept(birthday(&draft.birth_day, &draft.birth_month)),
        bio: kept(text::within("bio", text::tidy(&draft.bio), limits::BIO_CHARS_MAX)),
    };
    if problems.is_empty() { Ok(profile) } else { Err(problems) }
}

/// Day and month as `MM-DD`; nothing where neither was chosen. 29 February is somebody's birthday.
fn birthday(day: &str, month: &str) -> Result<String> {
    const DAYS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let chosen = |field, words: &str| match words.trim() {
        "" => Err(Error::field(field, Problem::Missing)),
        words => words.parse::<u8>().map_err(|_| Error::field(field, Problem::NotUnderstood)),
    };
    if day.trim().is_empty() && month.trim().is_empty() {
        return Ok(String::new());
    }
    let (day, month) = (chosen("birth_day", day)?, chosen("birth_month", month)?);
    let last = month.checked_sub(1).and_then(|place| DAYS.get(usize::from(place)));
    let last = *last.ok_or(Error::field("birth_month", Problem::NotUnderstood))?;
    if day == 0 || day > last {
        return Err(Error::field("birth_day", Problem::NotUnderstood));
    }
    Ok(format!("{month:02}-{day:02}"))
}

/// The ways in which the beginning of a name may be written: as typed, small, and each word with a
/// capital. The index folds `a` to `z` only; this finds "élodie" among names with a capital É too.
fn beginnings(typed: &str) -> Vec<String> {
    let mut capitals = String::with_capacity(typed.len());
    let mut first = true;
    for letter in typed.chars() {
        if first {
            capitals.extend(letter.to_uppercase())
        } else {
            capitals.extend(letter.to_lowercase())
        }
        first = !letter.is_alphanumeric();
    }
    let mut ways: Vec<String> = Vec::new();
    for way in [typed.to_owned(), typed.to_lowercase(), capitals] {
        if !ways.iter().any(|known| known.eq_ignore_ascii_case(&way)) {
            ways.push(way);
        }
    }
    ways
}
