//! Events: what takes place, when and where, for everybody or for groups; who comes; months to look at.

mod calendar;
mod calendar_pages;
mod form_views;
mod ics;
mod month_views;
mod pages;
mod store;
mod views;
mod when;

pub use pages::routes;
pub use store::{Event, find};
pub use when::Typed;

use super::moderation::{self, Part};
use super::{announcements, items, notices};
use crate::base::watch::Surface;
use crate::base::{
    Audience, Error, GroupId, ItemId, Kind, Problem, Problems, Result, Rules, State, Topic, limits, text,
};
use crate::db::Change;
use crate::features::levels::{self, Where};
use crate::features::notices::NoticeKind;
use crate::lang::Lang;
use when::{When, wall};

/// When an event is, in words, from what is kept of it.
pub fn said_when(lang: &Lang, all_day: bool, starts: &str, ends: &str) -> String {
    views::when_words(lang, &When::of(all_day, starts, ends))
}

crate::words! {
    /// Whether somebody comes.
    Coming {
        /// They come.
        Yes = "yes",
        /// Perhaps.
        Maybe = "maybe",
        /// They do not come.
        No = "no",
    }
}

/// An event as its author sends it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its title, as typed.
    pub title: String,
    /// What it is about, in Markdown as typed.
    pub about: String,
    /// Where, as typed.
    pub place: String,
    /// When, as typed.
    pub when: Typed,
    /// Everyone, or groups.
    pub audience: Audience,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The event.
    pub id: ItemId,
    /// It waits for staff.
    pub waits: bool,
}

/// An event fit to be kept.
struct Fit {
    title: String,
    about: String,
    place: String,
    when: When,
}

impl Fit {
    fn of(draft: &Draft) -> Result<Fit> {
        let mut problems = Problems::new();
        let mut kept = |fit: Result<String>| match fit {
            Ok(text) => text,
            Err(Error::Invalid(found)) => {
                problems.extend(found);
                String::new()
            }
            Err(_) => String::new(),
        };
        let title = kept(text::needed("title", text::line(&draft.title), limits::TITLE_CHARS_MAX));
        let place = kept(text::within("place", text::line(&draft.place), limits::LINE_CHARS_MAX));
        let about = kept(text::within("about", text::tidy(&draft.about), limits::EVENT_ABOUT_CHARS_MAX));
        match draft.when.fit() {
            Ok(when) if problems.is_empty() => Ok(Fit { title, about, place, when }),
            Ok(_) => Err(Error::Invalid(problems)),
            Err(more) => {
                problems.extend(more);
                Err(Error::Invalid(problems))
            }
        }
    }

    fn parts(&self) -> [Part<'_>; 3] {
        let part = |field, text| Part::of(Surface::Event, field, text);
        [part("title", &self.title), part("place", &self.place), part("about", &self.about)]
    }

    fn words(&self) -> String {
        all_words(&self.title, &self.place, &self.about)
    }
}

/// What is kept, and hashed for the record.
fn all_words(title: &str, place: &str, about: &str) -> String {
    [title, place, about].iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join("\n\n")
}

/// Makes an event. Whom somebody may ask to one is the same as whom they may address from the notice board.
///
/// # Errors
/// `Forbidden` for whoever may ask nobody; `Invalid` with every problem of the draft.
pub fn add(change: &mut Change<'_>, rules: &Rules, draft: &Draft) -> Result<Made> {
    let fit = Fit::of(draft)?;
    announcements::check_audience(change, &draft.audience)?;
    let words = fit.words();
    let judged = moderation::judge(change, rules, Where::To(&draft.audience), &fit.parts(), 0)?;
    let state = judged.state();
    let id = store::insert(change, &draft.audience, state, &fit)?;
    judged.note(change, Some(id))?;
    change.about("event", id.0);
    change.text(None, Some(&words));
    touch(change, id, state);
    if state == State::Shown {
        tell_groups(change, rules, id, &[])?;
    }
    Ok(Made { id, waits: state == State::Held })
}

/// Tells the members of its groups of an event that they can come to; what is for everyone is in everybody's calendar.
fn tell_groups(change: &mut Change<'_>, rules: &Rules, id: ItemId, before: &[GroupId]) -> Result<()> {
    let event = find(change, id)?;
    if event.cancelled || event.when.is_over(wall(change.now_ms(), &rules.time_zone)) {
        return Ok(());
    }
    notices::tell_groups(change, NoticeKind::Event, id, before)
}

/// Staff let one through that waited: now those for whom it is are told.
///
/// # Errors
/// `Broken` if the database fails.
pub fn let_through(change: &mut Change<'_>, rules: &Rules, id: ItemId) -> Result<()> {
    tell_groups(change, rules, id, &[])
}

/// Changes one's own event; what it said before is kept. Who said that they come, or perhaps, is told of another
/// time or place.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it; `Invalid` as for
/// [`add`].
pub fn edit(change: &mut Change<'_>, rules: &Rules, id: ItemId, draft: &Draft) -> Result<Made> {
    let before = mine(change, id)?;
    let fit = Fit::of(draft)?;
    announcements::check_audience(change, &draft.audience)?;
    let went_to = announcements::set_audience(change, id, &draft.audience)?;
    let (was, is) = (all_words(&before.title, &before.place, &before.about), fit.words());
    let moved = before.when != fit.when || before.place != fit.place;
    let mut state = before.state;
    // In another group other rules may hold.
    if was != is || moved || (went_to.is_some() && levels::looked_at_there(change, id)?) {
        let judged = moderation::judge(change, rules, Where::Under(id), &fit.parts(), 0)?;
        state = items::after_edit(before.state, &judged);
        items::keep(change, id, &before.whole_words(), before.state)?;
        items::changed(change, id, state)?;
        judged.note(change, Some(id))?;
    }
    store::set(change, id, &fit)?;
    change.about("event", id.0);
    change.text(Some(&was), Some(&is));
    if moved && state == State::Shown && !before.cancelled {
        store::tell_comers(change, id, "moved")?;
    }
    if let (Some(Audience::Groups(before)), State::Shown) = (&went_to, state) {
        tell_groups(change, rules, id, before)?;
    }
    if before.state == State::Shown {
        change.touch(Topic::Board(Kind::Event), Some(id));
    }
    touch(change, id, state);
    Ok(Made { id, waits: state == State::Held })
}

/// Calls one's own event off, or says that it takes place after all. It stays where it was, as called off; who said
/// that they come, or perhaps, is told.
///
/// # Errors
/// As [`edit`]; `Forbidden` also where it is over.
pub fn cancel(change: &mut Change<'_>, rules: &Rules, id: ItemId, cancelled: bool) -> Result<()> {
    let before = mine(change, id)?;
    if before.when.is_over(wall(change.now_ms(), &rules.time_zone)) {
        return Err(Error::Forbidden);
    }
    change.about("event", id.0);
    change.because(if cancelled { "off" } else { "on" }, "");
    if before.cancelled == cancelled {
        return Ok(());
    }
    store::set_cancelled(change, id, cancelled)?;
    // A calendar takes a greater version in place of the one it has.
    items::keep(change, id, &before.whole_words(), before.state)?;
    items::changed(change, id, before.state)?;
    if before.state == State::Shown {
        store::tell_comers(change, id, if cancelled { "cancelled" } else { "on" })?;
    }
    touch(change, id, before.state);
    Ok(())
}

/// Takes one's own event away: staff keep it until retention ends.
///
/// # Errors
/// As [`edit`].
pub fn remove(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let before = mine(change, id)?;
    items::remove(change, id)?;
    change.about("event", id.0);
    change.text(Some(&all_words(&before.title, &before.place, &before.about)), None);
    touch(change, id, before.state);
    Ok(())
}

/// The viewer says whether they come; none takes back what they said.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not shown; `Invalid` where it is over or called off.
pub fn answer(change: &mut Change<'_>, rules: &Rules, id: ItemId, coming: Option<Coming>) -> Result<()> {
    let found = find(change, id)?;
    if found.state != State::Shown {
        return Err(Error::Forbidden);
    }
    if found.cancelled || found.when.is_over(wall(change.now_ms(), &rules.time_zone)) {
        return Err(Error::field("answer", Problem::Over));
    }
    match coming {
        Some(coming) => {
            levels::check_may_make(change, rules, Where::Under(id))?;
            store::set_answer(change, id, coming)?;
        }
        None => store::clear_answer(change, id)?,
    }
    change.about("event", id.0);
    change.touch(Topic::Answers(id), Some(id));
    Ok(())
}

/// What open pages, or the desk, have to know of an event in this state.
fn touch(change: &mut Change<'_>, id: ItemId, state: State) {
    match state {
        State::Shown => change.touch(Topic::Board(Kind::Event), Some(id)),
        _ => change.touch(Topic::Desk, Some(id)),
    }
}

/// The viewer's own event.
fn mine(change: &Change<'_>, id: ItemId) -> Result<Event> {
    let found = find(change, id)?;
    items::check_mine(change, found.author.id, found.state)?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn no_page_that_is_open_all_day_reads_a_table_from_end_to_end() {
        let scans = crate::db::scans(&store::statements(), &["json_each"]).await;
        assert!(scans.is_empty(), "{scans:#?}");
    }

    #[test]
    fn every_problem_of_an_event_is_told_at_once() {
        let draft = Draft {
            title: " ".into(),
            about: "x".repeat(limits::EVENT_ABOUT_CHARS_MAX + 1),
            place: "x".repeat(limits::LINE_CHARS_MAX + 1),
            when: Typed { first: "tomorrow".into(), ..Typed::default() },
            audience: Audience::Everyone,
        };
        let Err(Error::Invalid(problems)) = Fit::of(&draft) else { panic!("taken") };
        let fields: Vec<&str> = problems.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["title", "place", "about", "first"]);
    }
}
