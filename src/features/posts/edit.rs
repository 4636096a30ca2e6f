//! Changing one's own post: its words, what its photos show, and whether it is sensitive.

use super::descriptions::{self, all_words};
use super::{Added, Edit, Post, find, mark_tags, shield, store};
use crate::base::{Error, ItemId, Problem, Result, Rules, State, Topic};
use crate::db::Change;
use crate::features::levels::Where;
use crate::features::{items, moderation, polls};

/// Changes the text of one's own post, what its photos show, and whether it is sensitive; what it said before
/// is kept and can be read.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it;
/// `Invalid` as for [`super::add`], for a description with the field of its photo.
pub fn edit(change: &mut Change<'_>, rules: &Rules, id: ItemId, edit: &Edit) -> Result<Added> {
    let post = find(change, id)?;
    items::check_mine(change, post.author.id, post.state)?;
    let photos = store::described(change, id)?;
    let polled = if post.has_poll { polls::words(change, id)? } else { Vec::new() };
    let asks_itself = polled.first().is_none_or(String::is_empty);
    let needs_no_words = !asks_itself || post.root.is_some();
    let (body, descriptions) = edit.fit(&post, &photos, needs_no_words)?;
    let why = shield::fit(edit.shield.as_deref())?;
    if post.has_poll && asks_itself && body != post.body && store::has_votes(change, id)? {
        return Err(Error::field("body", Problem::VotedOn));
    }
    let had = post.shield.as_ref();
    let why_before = had.filter(|shield| shield.by_author).map(|shield| shield.why.as_str());
    let polled = || polled.iter().map(String::as_str);
    let said = photos.iter().map(|photo| photo.alt.as_str()).chain(polled()).chain(why_before);
    let before = all_words(&post.body, said);
    let new = photos.iter().zip(&descriptions);
    let new = new.map(|(photo, alt)| (descriptions::field_of(photo.place), alt.as_str()));
    let parts = descriptions::parts(&body, new, &polled().collect::<Vec<_>>(), why.as_deref());
    let after = all_words(&body, parts.iter().skip(1).map(|part| part.text));
    let described =
        photos.iter().zip(&descriptions).filter(|(photo, description)| photo.alt != **description);
    let described: Vec<(&store::Described, &String)> = described.collect();
    if body == post.body && described.is_empty() && why_before == why.as_deref() {
        return Ok(Added { id, waits: post.state == State::Held });
    }
    let judged = moderation::judge(change, rules, Where::Under(id), &parts, post.photos)?;
    let state = items::after_edit(post.state, &judged);
    if why_before != why.as_deref() {
        store::set_shield(change, id, why.as_deref())?;
    }
    write(change, &post, &body, &described, state)?;
    judged.note(change, Some(id))?;
    change.about("post", id.0);
    change.text(Some(&before), Some(&after));
    change.touch(Topic::Post(id), Some(id));
    change.touch_reshares(id)?;
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
    Ok(Added { id, waits: state == State::Held })
}

/// Writes what is new, and keeps what others could read before.
fn write(
    change: &mut Change<'_>,
    post: &Post,
    body: &str,
    described: &[(&store::Described, &String)],
    state: State,
) -> Result<()> {
    let mut edited = false;
    for (photo, description) in described {
        edited |= descriptions::describe(change, post, photo, description)?;
    }
    if body != post.body {
        items::keep(change, post.id, &post.body, post.state)?;
        store::set_body(change, post.id, body)?;
        mark_tags(change, post.id, body)?;
        items::mark_people(change, post.id, body, false)?;
        edited = true;
    }
    if edited { items::changed(change, post.id, state) } else { items::set_state(change, post.id, state) }
}
