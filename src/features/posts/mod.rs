//! Posts: text and photos to an audience, in streams.

mod audience;
mod cards_store;
mod descriptions;
mod feed;
mod form_views;
mod kept;
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
pub use views::{Seer, audience_chip, card, comment_count, face, reaction_kinds, reactions, staff_sign};

use super::items;
use super::moderation;
use super::photos::NewPhoto;
use crate::base::{Audience, Error, ItemId, Problem, Result, Rules, State, Topic, limits, marks, text};
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
    let body = fit(&draft.body, draft.photos.len())?;
    audience::check(change, &draft.audience)?;
    let descriptions: Vec<String> =
        draft.photos.iter().map(|photo| descriptions::fit_one("alt", &photo.alt)).collect::<Result<_>>()?;
    let words = all_words(&body, descriptions.iter().map(String::as_str));
    let state = moderation::judge(rules, change.viewer().role(), &words, draft.photos.len()).state()?;
    let id = store::insert(change, &draft.audience, state, &body, draft.photos.len())?;
    for (place, (photo, alt)) in (0..).zip(draft.photos.iter().zip(&descriptions)) {
        store::insert_photo(change, id, place, photo, alt)?;
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
    let (body, descriptions) = edit.fit(&post, &photos)?;
    let before = all_words(&post.body, photos.iter().map(|photo| photo.alt.as_str()));
    let after = all_words(&body, descriptions.iter().map(String::as_str));
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
    items::remove(change, id)?;
    change.about("post", id.0);
    change.text(Some(&all_words(&post.body, photos.iter().map(|photo| photo.alt.as_str()))), None);
    change.touch(Topic::Post(id), Some(id));
    Ok(())
}

fn fit(body: &str, photos: usize) -> Result<String> {
    if photos > limits::POST_PHOTOS_MAX {
        return Err(Error::field("photo", Problem::TooMany { limit: limits::POST_PHOTOS_MAX }));
    }
    let body = text::tidy(body);
    if photos == 0 {
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
