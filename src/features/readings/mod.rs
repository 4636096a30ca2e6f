//! Talk as staff may read it: the conversations of groups; and private talk, or what somebody posts for few, under a
//! Reading, which has a reason, an end, an entry in the record for each thing that is shown, and is told to the people whom it is about.

mod album_pages;
mod albums;
mod albums_store;
mod albums_views;
mod ask_pages;
mod ask_views;
mod exhibits;
mod group_pages;
mod group_views;
mod list_views;
#[cfg(test)]
mod long_tests;
mod pages;
mod posts_store;
mod posts_views;
mod store;
mod talk_store;
mod views;

pub use exhibits::{EXHIBITS_MAX, exhibits, people_in};
pub use store::{Looked, Status, about, tell_due};

use crate::base::{AccountId, Act, Error, ItemId, Kind, Problem, Result, Rules, Topic, limits, text};
use crate::db::Change;
use crate::features::chat::Span;
use crate::features::files::Sort;
use crate::features::moderation::{self, ReadingReason, ReportReason};
use crate::features::notices::{self, NoticeKind};
use crate::web::Routes;
use group_views::Turn;

/// Every route of this feature.
pub fn routes() -> Routes {
    group_pages::routes().and(ask_pages::routes()).and(pages::routes()).and(album_pages::routes())
}

/// What staff want to look into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// The conversation in which something at the desk stands.
    Case(ItemId),
    /// A conversation that a Reading of a person names.
    Named {
        /// That Reading.
        reading: i64,
        /// The conversation.
        conversation: ItemId,
    },
    /// With whom somebody talks.
    Person(AccountId),
    /// What somebody posts for contacts, aspects or people.
    Posts(AccountId),
}

/// Opens a Reading for the viewer, or asks for it where the house wants a second member of staff. One that is open
/// already for the same is given again.
///
/// # Errors
/// `NotFound` for whoever does not hold Safeguard, or where the target is not theirs to know; `Forbidden` about
/// themselves and what they are or were in; `Invalid` for words that are too few or too many.
pub fn open(
    change: &mut Change<'_>,
    rules: &Rules,
    target: Target,
    reason: ReadingReason,
    words: &str,
) -> Result<i64> {
    let words = text::within("words", text::tidy(words), limits::REASON_CHARS_MAX)?;
    let least = limits::READING_WORDS_CHARS_MIN;
    if words.chars().count() < least {
        return Err(Error::field("words", Problem::TooShort { least }));
    }
    let found = talk_store::about(change, target)?;
    if found.own {
        return Err(Error::Forbidden);
    }
    let id = match store::alive(change, &found)? {
        Some(id) => id,
        None => {
            let tell_day = match rules.tell_readings.days() {
                Some(days) => Some(crate::features::days::today(change)? + days),
                None => None,
            };
            let new = store::New {
                conversation: found.conversation,
                person: found.person,
                of_posts: found.of_posts,
                reason,
                words: &words,
                needs_second: rules.two_person_reading || found.confidential,
                tell_day,
            };
            store::insert(change, &new)?
        }
    };
    change.about("reading", id);
    change.because(reason.word(), &words);
    Ok(id)
}

/// A second member of staff who holds Safeguard confirms a Reading, which is open from now on for whoever asked; or
/// refuses it. Never the same person, and nobody whom it is about.
///
/// # Errors
/// `NotFound` where none waits for the viewer.
pub fn answer(change: &mut Change<'_>, id: i64, yes: bool) -> Result<()> {
    let found = store::find(change, id)?;
    let me = change.me()?;
    if found.status() != Status::Waits || found.staff == me || !store::may_answer(change, id)? {
        return Err(Error::NotFound);
    }
    store::set_answer(change, id, yes)?;
    if !yes {
        change.becomes(Act::RefuseReading);
    }
    change.about("reading", id);
    Ok(())
}

/// Whoever opened a Reading closes it before its time, or takes back that they asked.
///
/// # Errors
/// `NotFound` where it is not theirs, or over.
pub fn end(change: &mut Change<'_>, id: i64) -> Result<()> {
    let found = store::find(change, id)?;
    if found.staff != change.me()? || !matches!(found.status(), Status::Open | Status::Waits) {
        return Err(Error::NotFound);
    }
    store::set_ended(change, id)?;
    change.about("reading", id);
    Ok(())
}

/// Whoever reads met what is confidential, such as talk with a lawyer: it closes at once, for all who have the same open, and
/// the record says why. From then on it takes two to open it, whatever the house does else.
///
/// # Errors
/// `NotFound` where it is not theirs, or not open.
pub fn end_confidential(change: &mut Change<'_>, id: i64) -> Result<()> {
    if store::find(change, id)?.status() != Status::Open {
        return Err(Error::NotFound);
    }
    end(change, id)?;
    store::set_confidential(change, id)?;
    change.because("confidential", "");
    Ok(())
}

/// What the record calls a document of a message. It has no item of its own.
const DOCUMENT: &str = "document";

/// Shows what stands in a document under a Reading, as [`show_talk`]: the page named it, and each look into it is one
/// showing more.
///
/// # Errors
/// `NotFound` where it is not in the conversation of one of the viewer's that is open.
fn show_document(change: &mut Change<'_>, id: i64, document: i64) -> Result<(String, Sort, String)> {
    let found = store::find(change, id)?;
    let file = talk_store::document(change, id, document)?;
    shown(change, &found, vec![(DOCUMENT, document)])?;
    Ok(file)
}

/// Shows one page of a conversation under a Reading, and its number where it has a picture: a write, since each message,
/// photo and document that is shown has an entry of its own in the record, and so has the picture.
///
/// # Errors
/// `NotFound` where none of the viewer's is open.
fn show_talk(change: &mut Change<'_>, id: i64, span: Span) -> Result<(Turn, Option<ItemId>)> {
    let found = store::find(change, id)?;
    let conversation = talk_store::open_conversation(change, id)?;
    let turn = Turn::of(talk_store::messages(change, conversation, span)?, span, limits::MESSAGES_PAGE);
    let mut things = Vec::new();
    let pictured = talk_store::picture(change, id, conversation)?.map(|_| conversation);
    things.extend(pictured.map(|talk| (Kind::Conversation.word(), talk.0)));
    for message in &turn.messages {
        things.push((Kind::Message.word(), message.id.0));
        things.extend(message.photos.iter().map(|(photo, _)| (Kind::Photo.word(), photo.0)));
        things.extend(message.files.iter().map(|document| (DOCUMENT, document.id)));
    }
    shown(change, &found, things)?;
    Ok((turn, pictured))
}

/// Shows under a Reading of a person with whom they talk, as [`show_talk`].
///
/// # Errors
/// As [`show_talk`].
fn show_person(
    change: &mut Change<'_>,
    id: i64,
    before: i64,
) -> Result<(Vec<talk_store::Named>, Option<i64>)> {
    let found = store::find(change, id)?;
    talk_store::open_person(change, id, false)?;
    let mut talks = talk_store::conversations(change, id, before, limits::LIST_PAGE + 1)?;
    let more = talks.len() > limits::LIST_PAGE;
    talks.truncate(limits::LIST_PAGE);
    let things = talks.iter().map(|talk| (Kind::Conversation.word(), talk.id.0)).collect();
    shown(change, &found, things)?;
    let older = talks.last().filter(|_| more).map(|talk| talk.id.0);
    Ok((talks, older))
}

/// A page of posts, albums, photos or comments under a Reading, and where the next one begins.
type Pieces = (Vec<posts_store::Piece>, Option<i64>);

/// Cuts what was found to one page. One more than a page has was asked for, so that it is known whether more follows.
fn cut(mut pieces: Vec<posts_store::Piece>) -> Pieces {
    let more = pieces.len() > limits::LIST_PAGE;
    pieces.truncate(limits::LIST_PAGE);
    let next = pieces.last().filter(|_| more).map(|piece| piece.id.0);
    (pieces, next)
}

/// What a page showed, thing by thing: each with its photos.
fn things_of<'p>(pieces: impl Iterator<Item = (Kind, &'p posts_store::Piece)>) -> Vec<(&'static str, i64)> {
    let mut things = Vec::new();
    for (kind, piece) in pieces {
        things.push((kind.word(), piece.id.0));
        // The photo of a comment has the comment's own number, and a photo of an album is the thing itself.
        let photos = piece.photos.iter().filter(|photo| photo.id != piece.id);
        things.extend(photos.map(|photo| (Kind::Photo.word(), photo.id.0)));
    }
    things
}

/// Shows under a Reading of what somebody posts for few one page of it, as [`show_talk`]; says, too, whether there are
/// albums.
///
/// # Errors
/// As [`show_talk`].
fn show_posts(change: &mut Change<'_>, id: i64, before: i64) -> Result<(Pieces, bool)> {
    let found = store::find(change, id)?;
    talk_store::open_person(change, id, true)?;
    let posts = cut(posts_store::posts(change, id, before, limits::LIST_PAGE + 1)?);
    shown(change, &found, things_of(posts.0.iter().map(|post| (Kind::Post, post))))?;
    Ok((posts, albums_store::any(change, id)?))
}

/// Shows one of those posts with one page of what is written under it, as [`show_talk`].
///
/// # Errors
/// As [`show_talk`]; `NotFound`, too, for what is no such post.
fn show_post(
    change: &mut Change<'_>,
    id: i64,
    post: ItemId,
    after: i64,
) -> Result<(posts_store::Piece, Pieces)> {
    let found = store::find(change, id)?;
    talk_store::open_person(change, id, true)?;
    let post = posts_store::post(change, id, post)?;
    let comments = cut(posts_store::comments(change, id, post.id, after)?);
    let pieces = comments.0.iter().map(|comment| (Kind::Comment, comment));
    shown(change, &found, things_of(std::iter::once((Kind::Post, &post)).chain(pieces)))?;
    Ok((post, comments))
}

/// Notes what was shown; people are told when something is for the first time, unless the house tells them later or
/// never.
fn shown(change: &mut Change<'_>, found: &store::Reading, things: Vec<(&'static str, i64)>) -> Result<()> {
    store::note_shown(change, found.id, things.len())?;
    change.because(&found.reason, "");
    if things.is_empty() {
        change.about("reading", found.id);
    }
    change.about_each(Some(found.id), things);
    let today = crate::features::days::today(change)?;
    if found.told_at.is_none() && found.tell_day.is_some_and(|day| day <= today) {
        tell(change, found.id)?;
    }
    Ok(())
}

/// Tells those whom a Reading is about. Their pages hear of it as of any notice; the conversation itself does not stir.
fn tell(change: &mut Change<'_>, id: i64) -> Result<()> {
    let told = store::set_told(change, id)?;
    let kind = if told.of_posts { NoticeKind::ReadingPosts } else { NoticeKind::Reading };
    for person in change.to_tell(id)? {
        notices::tell_reading(change, person, kind, told.conversation, &told.reason)?;
    }
    Ok(())
}

/// The box tells people of a Reading whose day has come.
///
/// # Errors
/// `Broken` if the database fails.
fn tell_of(change: &mut Change<'_>, id: i64) -> Result<()> {
    tell(change, id)?;
    change.about("reading", id);
    Ok(())
}

/// Whoever reads brings a message, a post or a comment to the desk, where it is decided like any other that was reported.
///
/// # Errors
/// `NotFound` where it is not under an open Reading of theirs; `Invalid` as for a report.
fn bring_to_desk(change: &mut Change<'_>, id: i64, item: ItemId) -> Result<()> {
    let kind = match posts_store::kind(change, id, item)? {
        Some(kind) => kind,
        None => {
            let conversation = talk_store::open_conversation(change, id)?;
            if !talk_store::is_message(change, conversation, item)? {
                return Err(Error::NotFound);
            }
            Kind::Message
        }
    };
    moderation::report_found(change, item, kind, ReportReason::Other, "")?;
    change.touch(Topic::Desk, Some(item));
    Ok(())
}
