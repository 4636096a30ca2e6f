//! The notice board: what staff, and leaders of groups, want everybody or a group to know and to have read.

mod audience;
mod kept;
mod pages;
mod receipts;
mod receipts_views;
mod store;
mod views;

use crate::features::levels::{self, Where};
pub use audience::{Addressable, addressable, audience_field, check_audience, groups_of, set_audience};
pub use kept::Boards;
pub use pages::{on_home, routes};
use store::unread;
pub use store::{Announcement, find};
pub use views::Shown;

use super::moderation::{self, Part};
use super::{items, notices};
use crate::base::watch::Surface;
use crate::base::{
    Audience, Error, ItemId, Kind, Problem, Problems, Result, Rules, State, Topic, limits, text,
};
use crate::db::Change;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The moment of an announcement without an end: the last of the year 9999.
pub const FOR_EVER_MS: i64 = 253_402_300_799_999;

/// An announcement as its author sends it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its title, as typed.
    pub title: String,
    /// Markdown as typed.
    pub body: String,
    /// Everyone, or groups.
    pub audience: Audience,
    /// The last day on which it is shown, as a browser sends it: `2026-03-12`. Empty: without an end.
    pub until: String,
    /// Is everybody to read it anew? Only where it is changed.
    pub read_anew: bool,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The announcement.
    pub id: ItemId,
    /// It waits for staff.
    pub waits: bool,
}

/// An announcement fit to be kept.
struct Fit {
    title: String,
    body: String,
    until_at: i64,
}

impl Fit {
    fn parts(&self) -> [Part<'_>; 2] {
        let part = |field, text| Part::of(Surface::Announcement, field, text);
        [part("title", &self.title), part("body", &self.body)]
    }
}

/// Puts an announcement on the board, and tells all for whom it is.
///
/// # Errors
/// `Forbidden` for whoever may announce nothing; `Invalid` for a missing or too long title, a text that is too long,
/// an end that is past, an audience that is not theirs to address, or too many current ones.
pub fn add(change: &mut Change<'_>, rules: &Rules, draft: &Draft) -> Result<Made> {
    let fit = fit(draft, &rules.time_zone, change.now_ms())?;
    check_audience(change, &draft.audience)?;
    if store::count_current(change)? >= limits::ANNOUNCEMENTS_CURRENT_MAX as i64 {
        return Err(Error::field("title", Problem::TooMany { limit: limits::ANNOUNCEMENTS_CURRENT_MAX }));
    }
    let words = all_words(&fit.title, &fit.body);
    let judged = moderation::judge(change, rules, Where::To(&draft.audience), &fit.parts(), 0)?;
    let state = judged.state();
    let id = store::insert(change, &draft.audience, state, (&fit.title, &fit.body), fit.until_at)?;
    judged.note(change, Some(id))?;
    change.about("announcement", id.0);
    change.text(None, Some(&words));
    appears(change, id, state)?;
    Ok(Made { id, waits: state == State::Held })
}

/// Changes one's own announcement; what it said before is kept. Whoever has read it counts as having read it,
/// unless it is to be read anew.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it; `Invalid` as for
/// [`add`].
pub fn edit(change: &mut Change<'_>, rules: &Rules, id: ItemId, draft: &Draft) -> Result<Made> {
    let before = mine(change, id)?;
    let fit = fit(draft, &rules.time_zone, change.now_ms())?;
    check_audience(change, &draft.audience)?;
    let elsewhere = set_audience(change, id, &draft.audience)?.is_some();
    let (was, is) = (all_words(&before.title, &before.body), all_words(&fit.title, &fit.body));
    let mut state = before.state;
    // In another group other rules may hold.
    if was != is || (elsewhere && levels::looked_at_there(change, id)?) {
        let judged = moderation::judge(change, rules, Where::Under(id), &fit.parts(), 0)?;
        state = items::after_edit(before.state, &judged);
        items::keep(change, id, &was, before.state)?;
        items::changed(change, id, state)?;
        judged.note(change, Some(id))?;
    }
    store::set(change, id, (&fit.title, &fit.body), fit.until_at)?;
    change.about("announcement", id.0);
    change.text(Some(&was), Some(&is));
    if draft.read_anew && state == State::Shown {
        store::forget_readers(change, id)?;
        store::tell_all(change, id)?;
    }
    if before.state == State::Shown || state == State::Shown {
        change.touch(Topic::Board(Kind::Announcement), Some(id));
    }
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
    Ok(Made { id, waits: state == State::Held })
}

/// Takes one's own announcement down: staff keep it until retention ends.
///
/// # Errors
/// As [`edit`].
pub fn remove(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let before = mine(change, id)?;
    items::remove(change, id)?;
    change.about("announcement", id.0);
    change.text(Some(&all_words(&before.title, &before.body)), None);
    match before.state {
        State::Shown => change.touch(Topic::Board(Kind::Announcement), Some(id)),
        _ => change.touch(Topic::Desk, Some(id)),
    }
    Ok(())
}

/// The viewer has read it: it leaves their Home, and staff can see so.
///
/// # Errors
/// `NotFound` where it is not seen.
pub fn read(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let found = find(change, id)?;
    change.about("announcement", id.0);
    if found.state == State::Shown && Some(found.author.id) != change.viewer().id() {
        store::insert_reader(change, id)?;
    }
    notices::read_of(change, id)
}

/// Staff let one through that waited: now those for whom it is are told.
///
/// # Errors
/// `Broken` if the database fails.
pub fn let_through(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    store::tell_all(change, id)
}

/// What a new one sets off: the board of everybody who sees it, or the desk.
fn appears(change: &mut Change<'_>, id: ItemId, state: State) -> Result<()> {
    if state == State::Shown {
        store::tell_all(change, id)?;
        change.touch(Topic::Board(Kind::Announcement), Some(id));
    } else {
        change.touch(Topic::Desk, Some(id));
    }
    Ok(())
}

/// The viewer's own announcement.
fn mine(change: &Change<'_>, id: ItemId) -> Result<Announcement> {
    let found = find(change, id)?;
    items::check_mine(change, found.author.id, found.state)?;
    Ok(found)
}

fn fit(draft: &Draft, zone: &str, now_ms: i64) -> Result<Fit> {
    let mut problems = Problems::new();
    let title = text::needed("title", text::line(&draft.title), limits::TITLE_CHARS_MAX);
    let title = kept(title, &mut problems);
    let body = text::within("body", text::tidy(&draft.body), limits::ANNOUNCEMENT_CHARS_MAX);
    let body = kept(body, &mut problems);
    let until_at = match end_of(&draft.until, zone) {
        Ok(end) if end <= now_ms => Err(Problem::Past),
        other => other,
    };
    let until_at = until_at.unwrap_or_else(|problem| {
        problems.push(("until", problem));
        0
    });
    if problems.is_empty() { Ok(Fit { title, body, until_at }) } else { Err(Error::Invalid(problems)) }
}

/// A text that fits, or what is wrong with it among the other problems.
fn kept(fit: Result<String>, problems: &mut Problems) -> String {
    match fit {
        Ok(text) => text,
        Err(Error::Invalid(found)) => {
            problems.extend(found);
            String::new()
        }
        Err(_) => String::new(),
    }
}

/// The end of that day, in the time zone of the site: the moment when the next one begins there.
fn end_of(typed: &str, zone: &str) -> Result<i64, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(FOR_EVER_MS);
    }
    let day: Date = typed.parse().map_err(|_| Problem::NotUnderstood)?;
    let next = day.checked_add(1.day()).map_err(|_| Problem::NotUnderstood)?;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let moment = zone.to_ambiguous_timestamp(next.at(0, 0, 0, 0)).compatible();
    moment.map(Timestamp::as_millisecond).map_err(|_| Problem::NotUnderstood)
}

/// The last day on which it is shown, as a form takes it; empty without an end.
fn last_day(until_at: i64, zone: &str) -> Option<Date> {
    if until_at == FOR_EVER_MS {
        return None;
    }
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Timestamp::from_millisecond(until_at - 1).ok().map(|at| zone.to_datetime(at).date())
}

/// What is kept, and hashed for the record.
fn all_words(title: &str, body: &str) -> String {
    format!("{title}\n\n{body}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(title: &str, until: &str) -> Draft {
        Draft {
            title: title.into(),
            body: String::new(),
            audience: Audience::Everyone,
            until: until.into(),
            read_anew: false,
        }
    }

    #[test]
    fn an_announcement_ends_when_its_last_day_ends_on_the_clock_of_the_site() {
        // The day on which summer time begins in Berlin has 23 hours.
        let end = end_of("2026-03-29", "Europe/Berlin").unwrap();
        assert_eq!(end - end_of("2026-03-28", "Europe/Berlin").unwrap(), 23 * 60 * 60 * 1000);
        assert_eq!(last_day(end, "Europe/Berlin").unwrap().to_string(), "2026-03-29");
        assert_eq!(end_of(" ", "Europe/Berlin"), Ok(FOR_EVER_MS));
        assert_eq!(last_day(FOR_EVER_MS, "Europe/Berlin"), None);
        for bad in ["tomorrow", "2026-02-30", "9999-12-31", "2026-03-29\0"] {
            assert_eq!(end_of(bad, "Europe/Berlin"), Err(Problem::NotUnderstood), "{bad}");
        }
    }

    #[tokio::test]
    async fn no_page_that_is_open_all_day_reads_a_table_from_end_to_end() {
        // What a compound view gives is walked; its parts are looked up.
        let scans = crate::db::scans(&store::statements(), &["json_each", "seen_board"]).await;
        assert!(scans.is_empty(), "{scans:#?}");
    }

    #[test]
    fn every_problem_of_an_announcement_is_told_at_once() {
        let problems = |draft: &Draft| match fit(draft, "UTC", 24 * 60 * 60 * 1000) {
            Err(Error::Invalid(problems)) => problems,
            _ => Vec::new(),
        };
        assert!(problems(&draft("Fire drill", "1970-01-02")).is_empty(), "today is not past");
        let long = Draft { body: "x".repeat(limits::ANNOUNCEMENT_CHARS_MAX + 1), ..draft(" ", "1970-01-01") };
        let fields: Vec<&str> = problems(&long).iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["title", "body", "until"]);
    }
}
