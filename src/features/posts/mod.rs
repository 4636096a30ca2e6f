//! Posts: text and photos to an audience, in streams.

mod audience;
mod cards_store;
mod descriptions;
mod edit;
mod feed;
mod form_views;
mod kept;
mod narrow;
mod narrow_pages;
mod pages;
mod passing_on;
mod preview;
mod preview_pages;
mod said_views;
mod shield;
mod store;
mod stream;
mod stream_page;
mod views;

pub use audience::{Reach, audience_of, check as check_audience, reach};
pub use cards_store::{Card, PhotoLine, cards};
pub use descriptions::Edit;
pub use edit::edit;
pub use feed::Feeds;
pub use form_views::{role_word, seen_by, seen_by_later, seen_by_others, shield_fields, staff_word};
pub use kept::{Kept, Moment};
pub use pages::{audience_from, own_return, routes};
pub use passing_on::{check as check_reshare, counts_anew, may_pass_on};
pub use preview::card as previewed;
pub use said_views::{
    preview as drawn_preview, quoted, shield as drawn_shield, shield_of_photo, shield_words,
};
pub use shield::Shield;
pub use store::{Choices, Post, find, my_reshare};
pub use stream::Stream;
pub use stream_page::{Shown, audience_field, look_at, moment, show_stream, stream_page};
pub use views::{
    Seer, audience_chip, card, comment_count, face, gone, problem, reaction_kinds, reactions, reshare_count,
    staff_sign, writes,
};

use super::items;
use super::moderation;
use super::photos::NewPhoto;
use super::polls;
use crate::base::{Audience, Error, ItemId, Problem, Result, Rules, State, Topic, limits, marks, text};
use crate::db::Change;
use crate::features::levels::Where;
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
    /// Whether it is sensitive: then why, as typed, perhaps nothing.
    pub shield: Option<String>,
    /// The post that it passes on.
    pub passes_on: Option<ItemId>,
}

impl Draft {
    /// A post that is only words.
    pub fn of(body: impl Into<String>, audience: Audience) -> Draft {
        let poll = polls::Typed::default();
        Draft { body: body.into(), audience, photos: Vec::new(), poll, shield: None, passes_on: None }
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
    let root = draft.passes_on.map(|id| passing_on::check(change, id)).transpose()?;
    let body = fit(&draft.body, draft.photos.len(), poll.is_some() || root.is_some())?;
    let shield = shield::fit(draft.shield.as_deref())?;
    audience::check(change, &draft.audience)?;
    let descriptions: Vec<String> =
        draft.photos.iter().map(|photo| descriptions::fit_one("alt", &photo.alt)).collect::<Result<_>>()?;
    let described = descriptions.iter().map(|alt| ("alt", alt.as_str()));
    let polled: Vec<&str> = poll.iter().flat_map(polls::NewPoll::words).collect();
    let parts = descriptions::parts(&body, described, &polled, shield.as_deref());
    let words = all_words(&body, parts.iter().skip(1).map(|part| part.text));
    moderation::check_photos(change, rules, "photo", draft.photos.len())?;
    let judged = moderation::judge(change, rules, Where::To(&draft.audience), &parts, draft.photos.len())?;
    let state = judged.state();
    let new = store::New {
        audience: &draft.audience,
        state,
        body: &body,
        photos: draft.photos.len(),
        root: root.as_ref().map(|root| root.id),
        shield: shield.as_deref(),
    };
    let id = store::insert(change, &new)?;
    for (place, (photo, alt)) in (0..).zip(draft.photos.iter().zip(&descriptions)) {
        store::insert_photo(change, id, place, photo, alt)?;
    }
    if let Some(poll) = &poll {
        polls::insert(change, id, poll)?;
    }
    judged.note(change, Some(id))?;
    mark_tags(change, id, &body)?;
    items::mark_people(change, id, &body, state == State::Shown)?;
    change.about("post", id.0);
    change.text(None, Some(&words));
    change.touch(Topic::Streams, Some(id));
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
    if let Some(root) = &root {
        passing_on::passed_on(change, root, id, draft.audience.kind(), state)?;
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
    let why = post.shield.as_ref().map(|shield| shield.why.as_str());
    change.text(Some(&all_words(&post.body, beside.chain(why))), None);
    change.touch(Topic::Post(id), Some(id));
    change.touch_reshares(id)?;
    passing_on::taken_back(change, &post)
}

/// Closes the comments under a post, or opens them again: its author, and staff who moderate.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for anybody else, or where it is not shown.
pub fn lock(change: &mut Change<'_>, id: ItemId, locked: bool) -> Result<()> {
    let post = find(change, id)?;
    let may = change.me()? == post.author.id || moderation::decides(change, id)?;
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
    items::tell_named(change, author, id)?;
    passing_on::let_through(change, id)
}
