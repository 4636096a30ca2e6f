//! What the photos of a post show, in their author's words: a text like any other, so it is bounded, judged
//! with the post's own text, and what others could read is kept when it changes.

use super::store::{self, Described};
use super::{Post, fit};
use crate::base::watch::Surface;
use crate::base::{Error, Problems, Result, State, limits, text};
use crate::db::Change;
use crate::features::items;
use crate::features::moderation::Part;
use std::collections::BTreeMap;

/// The field for the description of a photo, by the photo's place in its post.
pub(super) const FIELDS: [&str; limits::POST_PHOTOS_MAX] = [
    "alt-1", "alt-2", "alt-3", "alt-4", "alt-5", "alt-6", "alt-7", "alt-8", "alt-9", "alt-10", "alt-11",
    "alt-12", "alt-13", "alt-14", "alt-15", "alt-16", "alt-17", "alt-18", "alt-19", "alt-20",
];

/// The field of the photo at this place.
pub(super) fn field_of(place: usize) -> &'static str {
    FIELDS.get(place).copied().unwrap_or("alt")
}

/// A post as its author changes it.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    /// Markdown, as typed.
    pub body: String,
    /// Descriptions as typed, by the place of the photo from 0. What is not here stays as it is.
    pub descriptions: BTreeMap<usize, String>,
    /// Whether it is sensitive: then why, as typed, perhaps nothing.
    pub shield: Option<String>,
}

impl Edit {
    /// The text and the description of each of these photos, fit to be kept. `needs_no_words`: a poll has the
    /// question of the post, or it passes another one on.
    ///
    /// # Errors
    /// `Invalid`, with every field that has a problem.
    pub(super) fn fit(
        &self,
        post: &Post,
        photos: &[Described],
        needs_no_words: bool,
    ) -> Result<(String, Vec<String>)> {
        let mut problems = Problems::new();
        let mut or_note = |fitted: Result<String>| match fitted {
            Ok(text) => Ok(text),
            Err(Error::Invalid(found)) => {
                problems.extend(found);
                Ok(String::new())
            }
            Err(error) => Err(error),
        };
        let body = or_note(fit(&self.body, post.photos, needs_no_words))?;
        let mut descriptions = Vec::with_capacity(photos.len());
        for photo in photos {
            descriptions.push(match self.descriptions.get(&photo.place) {
                Some(typed) => or_note(fit_one(field_of(photo.place), typed))?,
                None => photo.alt.clone(),
            });
        }
        if problems.is_empty() { Ok((body, descriptions)) } else { Err(Error::Invalid(problems)) }
    }
}

/// One description, on one line and bounded.
pub(super) fn fit_one(field: &'static str, typed: &str) -> Result<String> {
    text::within(field, text::line(typed), limits::ALT_CHARS_MAX)
}

/// Everything that a post says: its text, then what its photos show. What is judged and what the audit log
/// has the hash of.
pub(super) fn all_words<'a>(body: &str, descriptions: impl Iterator<Item = &'a str>) -> String {
    let mut words = body.to_owned();
    for description in descriptions.filter(|description| !description.is_empty()) {
        words.push('\n');
        words.push_str(description);
    }
    words
}

/// Everything that a post says, each text with where it stands and the field in which it was typed.
pub(super) fn parts<'a>(
    body: &'a str,
    described: impl Iterator<Item = (&'static str, &'a str)>,
    polled: &[&'a str],
    why: Option<&'a str>,
) -> Vec<Part<'a>> {
    let fields = std::iter::once("poll-question").chain(std::iter::repeat("poll-option"));
    std::iter::once(Part::of(Surface::Post, "body", body))
        .chain(described.map(|(field, alt)| Part::of(Surface::Alt, field, alt)))
        .chain(fields.zip(polled).map(|(field, words)| Part::of(Surface::Poll, field, words)))
        .chain(why.map(|why| Part::of(Surface::Post, "shield-why", why)))
        .collect()
}

/// Gives a photo a new description. Says whether others could read another one before: only that is an edit
/// of what was said, and kept. A first description takes nothing back.
pub(super) fn describe(change: &mut Change<'_>, post: &Post, photo: &Described, alt: &str) -> Result<bool> {
    let said_before = !photo.alt.is_empty();
    if said_before {
        items::keep(change, photo.id, &photo.alt, post.state)?;
        // A photo is seen with its post: by itself it never waits.
        items::changed(change, photo.id, State::Shown)?;
    }
    store::set_alt(change, photo.id, alt)?;
    Ok(said_before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_at_any_place_has_a_field_of_its_own() {
        for (place, field) in FIELDS.iter().enumerate() {
            assert_eq!(*field, format!("alt-{}", place + 1));
        }
    }

    #[test]
    fn what_a_post_says_is_its_text_and_what_its_photos_show() {
        assert_eq!(all_words("Look", ["", "A heron"].into_iter()), "Look\nA heron");
        assert_eq!(all_words("Look", std::iter::empty()), "Look");
    }
}
