//! Talk inside a case: staff write to somebody whom it concerns, who answers there. Nobody learns who else is written to, or who
//! reported what; when the case is closed it can be read and not answered.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{Message, Mine, Talk, case_of, mine, of_cases, of_item, taken_along};
pub use views::{ANSWER, answer_now, choice_words, closed, mine_card, said, title};

use super::moderation::{self, Find, Part};
use super::notices::{self, NoticeKind};
use crate::base::watch::Surface;
use crate::base::{AccountId, Error, Problem, Result, Topic, limits, text};
use crate::db::Change;
use crate::web::live::{Catching, Told};

crate::words! {
    /// How a case concerns somebody. They learn it of themselves alone.
    Concern {
        /// It is about them, or what they made.
        About = "about",
        /// They reported it.
        Reporter = "reporter",
        /// They were there.
        Other = "other",
    }
}

/// Staff write to somebody whom an open case concerns; they are told. That it concerns them is for the caller to know.
///
/// # Errors
/// `NotFound` for who does not see the case, where it is closed, and where it is about the viewer; `Invalid` without words, with too
/// many, and where so much was said already.
pub fn write(
    change: &mut Change<'_>,
    case: i64,
    who: AccountId,
    concern: Concern,
    words: &str,
) -> Result<()> {
    let words = text::needed("words", text::tidy(words), limits::CASE_MESSAGE_CHARS_MAX)?;
    moderation::open_case(change, Find::Case(case))?.ok_or(Error::NotFound)?;
    if who == change.me()? {
        return Err(Error::NotFound);
    }
    moderation::judge_by_staff(change, &[Part::of(Surface::Message, "words", &words)])?;
    let talk = store::begin(change, case, who, concern)?;
    add(change, (talk, case), true, store::count(change, talk)?, &words)?;
    notices::tell_case_talk(change, who, NoticeKind::CaseTalk, talk)
}

/// Whoever staff wrote to answers; those of staff who wrote are told.
///
/// # Errors
/// `NotFound` where nobody wrote to the viewer; `Invalid` where the case is closed, and as for [`write`].
pub fn answer(change: &mut Change<'_>, talk: i64, words: &str) -> Result<()> {
    let mine = store::find_mine(change, talk)?;
    // The page then says that it is closed, and shows what was typed.
    if !mine.open {
        return Err(Error::field("words", Problem::Over));
    }
    let words = text::needed("words", text::tidy(words), limits::CASE_MESSAGE_CHARS_MAX)?;
    add(change, (talk, mine.case), false, store::count_mine(change, talk)?, &words)?;
    for staff in change.case_writers(talk)? {
        notices::tell_case_talk(change, staff, NoticeKind::CaseAnswer, talk)?;
    }
    Ok(())
}

/// What an open page of either side is told of whether something can be said there, where it shows that otherwise.
pub fn stands_now(asked: &Catching<'_>, open: bool) -> Option<Told> {
    let now = i64::from(open);
    let told = || Told { html: views::answer_now(asked.lang, open).into(), mark: Some(now) };
    (asked.mark != now).then(told)
}

fn add(
    change: &mut Change<'_>,
    (talk, case): (i64, i64),
    by_staff: bool,
    before: i64,
    words: &str,
) -> Result<()> {
    if before >= limits::CASE_MESSAGES_MAX as i64 {
        return Err(Error::field("words", Problem::TooMany { limit: limits::CASE_MESSAGES_MAX }));
    }
    let id = store::insert(change, talk, by_staff, words)?;
    change.about_each(Some(case), vec![("case_message", id)]);
    change.text(None, Some(words));
    change.touch(Topic::Desk, None);
    // Each side hears of it by what it knows: whom staff write to learns the number of no case.
    change.touch(Topic::CaseTalk(talk), None);
    change.touch(Topic::CaseRoom(case), None);
    Ok(())
}
