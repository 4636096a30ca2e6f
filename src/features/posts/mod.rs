//! Posts: text and photos to an audience, in streams.

mod audience;
mod cards_store;
mod descriptions;
mod feed;
mod form_views;
mod kept;
mod narrow;
mod narrow_pages;
mod pages;
mod store;
mod stream;
mod stream_page;
mod views;

pub use audience::{Reach, audience_of, check as check_audience, reach};
pub use cards_store::{Card, PhotoLine, cards};
pub use descriptions::Edit;
pub use feed::Feeds;
pub use form_views::{role_word, seen_by, staff_word};
pub use kept::{Kept, Moment};
pub use pages::{audience_from, own_return, routes};
pub use store::{Post, find};
pub use stream::Stream;
pub use stream_page::{audience_field, moment, stream_page};
pub use views::{
    Seer, audience_chip, card, comment_count, face, gone, reaction_kinds, reactions, staff_sign,
};

use super::items;
use super::moderation;
use super::photos::NewPhoto;
use super::polls;
use crate::base::{Audience, Duty, Error, ItemId, Problem, Result, Rules, State, Topic, limits, marks, text};
use crate::db::Change;
use descriptions::all_words;

/// A post as its author sends it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Markdown, as typed.
    pub body: String,
    /// For whom.
    pub audience: Audience,
    /// Photos in order.
    pub photos: Vec<NewPhoto>,
    /// A poll, as typed.
    pub poll: polls::Typed,
}

impl Draft {
    /// A post that is only words.
    pub fn of(body: impl Into<String>, audience: Audience) -> Draft {
        Draft { body: body.into(), audience, photos: Vec::new(), poll: polls::Typed::default() }
    }
}

/// What became of a new post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// The new post.
    pub id: ItemId,
    /// It waits for staff.
    pub waits: bool,
}

/// Adds the viewer's post. The house rules decide whether it appears at once or waits for staff.
///
/// # Errors
/// `Invalid` for an empty or too long text, too many photos, or an audience that is not the viewer's
/// to choose; `Forbidden` where members may not make anything now.
pub fn add(change: &mut Change<'_>, rules: &Rules, draft: Draft) -> Result<Added> {
    let has_text = !text::tidy(&draft.body).is_empty();
    let poll = draft.poll.fit(has_text, &rules.time_zone, change.now_ms())?;
    let body = fit(&draft.body, draft.photos.len(), poll.is_some())?;
    audience::check(change, &draft.audience)?;
    let descriptions: Vec<String> =
        draft.photos.iter().map(|photo| descriptions::fit_one("alt", &photo.alt)).collect::<Result<_>>()?;
    let beside = descriptions.iter().map(String::as_str).chain(poll.iter().flat_map(polls::NewPoll::words));
    let words = all_words(&body, beside);
    let state = moderation::judge(rules, change.viewer().role(), &words, draft.photos.len()).state()?;
    let id = store::insert(change, &draft.audience, state, &body, draft.photos.len())?;
    for (place, (photo, alt)) in (0..).zip(draft.photos.iter().zip(&descriptions)) {
        store::insert_photo(change, id, place, photo, alt)?;
    }
    if let Some(poll) = &poll {
        polls::insert(change, id, poll)?;
    }
    mark_tags(change, id, &body)?;
    items::mark_people(change, id, &body, state == State::Shown)?;
    change.about("post", id.0);
    change.text(None, Some(&words));
    change.touch(Topic::Streams, Some(id));
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
    Ok(Added { id, waits: state == State::Held })
}

/// Changes the text of one's own post, and what its photos show; what it said before is kept and can be read.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it;
/// `Invalid` as for [`add`], for a description with the field of its photo.
pub fn edit(change: &mut Change<'_>, rules: &Rules, id: ItemId, edit: &Edit) -> Result<Added> {
    let post = find(change, id)?;
    items::check_mine(change, post.author.id, post.state)?;
    let photos = store::described(change, id)?;
    let polled = if post.has_poll { polls::words(change, id)? } else { Vec::new() };
    let asks_itself = polled.first().is_none_or(String::is_empty);
    let (body, descriptions) = edit.fit(&post, &photos, !asks_itself)?;
    if post.has_poll && asks_itself && body != post.body && store::has_votes(change, id)? {
        return Err(Error::field("body", Problem::VotedOn));
    }
    let polled = || polled.iter().map(String::as_str);
    let before = all_words(&post.body, photos.iter().map(|photo| photo.alt.as_str()).chain(polled()));
    let after = all_words(&body, descriptions.iter().map(String::as_str).chain(polled()));
    let described =
        photos.iter().zip(&descriptions).filter(|(photo, description)| photo.alt != **description);
    let described: Vec<(&store::Described, &String)> = described.collect();
    if body == post.body && described.is_empty() {
        return Ok(Added { id, waits: post.state == State::Held });
    }
    let verdict = moderation::judge(rules, change.viewer().role(), &after, post.photos);
    let state = items::after_edit(post.state, verdict)?;
    let mut edited = false;
    for (photo, description) in described {
        edited |= descriptions::describe(change, &post, photo, description)?;
    }
    if body != post.body {
        items::keep(change, id, &post.body, post.state)?;
        store::set_body(change, id, &body)?;
        mark_tags(change, id, &body)?;
        items::mark_people(change, id, &body, false)?;
        edited = true;
    }
    if edited {
        items::changed(change, id, state)?;
    } else {
        items::set_state(change, id, state)?;
    }
    change.about("post", id.0);
    change.text(Some(&before), Some(&after));
    change.touch(Topic::Post(id), Some(id));
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
    Ok(Added { id, waits: state == State::Held })
}

/// Takes one's own post away. It stays for what staff must look at, until retention ends.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own.
pub fn remove(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let post = find(change, id)?;
    items::check_mine(change, post.author.id, post.state)?;
    let photos = store::described(change, id)?;
    let polled = if post.has_poll { polls::words(change, id)? } else { Vec::new() };
    items::remove(change, id)?;
    change.about("post", id.0);
    let beside = photos.iter().map(|photo| photo.alt.as_str()).chain(polled.iter().map(String::as_str));
    change.text(Some(&all_words(&post.body, beside)), None);
    change.touch(Topic::Post(id), Some(id));
    Ok(())
}

/// Closes the comments under a post, or opens them again: its author, and staff who moderate.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for anybody else, or where it is not shown.
pub fn lock(change: &mut Change<'_>, id: ItemId, locked: bool) -> Result<()> {
    let post = find(change, id)?;
    let may = change.me()? == post.author.id || change.viewer().holds(Duty::Moderate);
    if !may || post.state != State::Shown {
        return Err(Error::Forbidden);
    }
    store::set_locked(change, id, locked)?;
    change.about("post", id.0);
    change.touch(Topic::Post(id), Some(id));
    Ok(())
}

fn fit(body: &str, photos: usize, has_poll: bool) -> Result<String> {
    if photos > limits::POST_PHOTOS_MAX {
        return Err(Error::field("photo", Problem::TooMany { limit: limits::POST_PHOTOS_MAX }));
    }
    let body = text::tidy(body);
    if photos == 0 && !has_poll {
        text::needed("body", body, limits::POST_CHARS_MAX)
    } else {
        text::within("body", body, limits::POST_CHARS_MAX)
    }
}

/// Notes the tags of a post: what puts it in their streams.
fn mark_tags(change: &mut Change<'_>, id: ItemId, body: &str) -> Result<()> {
    store::clear_tags(change, id)?;
    for tag in marks::tags(body).take(limits::MARKS_MAX) {
        store::insert_tag(change, id, &tag)?;
    }
    Ok(())
}

/// A post that waited can be seen now: tells those it names.
///
/// # Errors
/// `Broken` if the database fails.
pub fn let_through(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    // For contacts or named people: staff who let it through do not see it as people do.
    let Some(author) = store::author_at_desk(change, id)? else { return Ok(()) };
    items::tell_named(change, author, id).map(|_| ())
}
