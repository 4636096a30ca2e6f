//! Photos that stand in what somebody writes: kept with it, so that neither a closed page nor a form that comes back loses one.

use super::photo_store;
use crate::base::{Error, Problem, Result, limits};
use crate::db::Change;
use crate::features::photos::NewPhoto;
use crate::ui;
use crate::web::upload::Form;

/// A photo that is kept with a draft.
#[derive(Clone, Debug)]
pub struct KeptPhoto {
    /// Its number: not that of a photo that was posted.
    pub id: i64,
    /// What it shows, as typed until now.
    pub alt: String,
    /// Width of its large size, pixels.
    pub width: u32,
    /// Height of its large size, pixels.
    pub height: u32,
}

impl KeptPhoto {
    /// The address of its file in a size of photos.
    pub fn picture(&self, size: &str) -> String {
        format!("/drafts/photos/{}/{size}", self.id)
    }
}

/// The kept photos that stand in a form, each with its description as typed, in order.
pub fn chosen(form: &Form) -> Vec<(i64, String)> {
    let ids = form.all("kept").filter_map(|id| id.parse().ok());
    let words = form.all("kept-alt").map(str::to_owned).chain(std::iter::repeat(String::new()));
    let left_out = left_out(form);
    ids.zip(words).filter(|(id, _)| !left_out.contains(id)).take(limits::POST_PHOTOS_MAX).collect()
}

/// The kept photos that a form leaves out: they are kept no more.
pub fn left_out(form: &Form) -> Vec<i64> {
    form.all("left-out").filter_map(|id| id.parse().ok()).take(limits::POST_PHOTOS_MAX).collect()
}

/// The kept photos of a draft as a form has them since: without those it leaves out, with what was typed about the others,
/// which may be too long.
pub fn as_typed(mut photos: Vec<KeptPhoto>, form: &Form) -> Vec<KeptPhoto> {
    let left_out = left_out(form);
    photos.retain(|photo| !left_out.contains(&photo.id));
    for (id, words) in chosen(form) {
        for photo in photos.iter_mut().filter(|photo| photo.id == id) {
            photo.alt.clone_from(&words);
        }
    }
    photos
}

/// The kept photos that a form has, to be named by the post that is sent.
///
/// # Errors
/// `Invalid` where one is not there any more: it was sent or taken out elsewhere, and nothing is sent without it.
pub fn taken(change: &Change<'_>, word: &str, chosen: &[(i64, String)]) -> Result<Vec<NewPhoto>> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let mut there = photo_store::to_send(change, word)?;
    let mut photos = Vec::with_capacity(chosen.len());
    for (id, words) in chosen {
        let photo = there.remove(id).ok_or_else(|| Error::field("photo", Problem::Gone))?;
        photos.push(NewPhoto { alt: words.clone(), ..photo });
    }
    Ok(photos)
}

/// The name under which the photo of a comment waits that came back: one a person, so that it needs no end of its own.
pub const OF_COMMENT: &str = "comment-photo";

/// The photo of a comment waits, in the place of the one before.
pub(super) fn keep_of_comment(change: &mut Change<'_>, photos: &[NewPhoto]) -> Result<()> {
    photo_store::remove_all(change, OF_COMMENT)?;
    for photo in photos.iter().take(1) {
        let alt: String = photo.alt.chars().take(ALT_CHARS_KEPT).collect();
        photo_store::insert(change, OF_COMMENT, photo, &alt)?;
    }
    Ok(())
}

/// A comment was sent: no photo waits for it any more.
///
/// # Errors
/// `Broken` if the database fails.
pub fn forget_of_comment(change: &mut Change<'_>) -> Result<()> {
    photo_store::remove_all(change, OF_COMMENT)
}

/// What stands in a form, about to be kept.
pub(super) struct Keeping {
    pub word: String,
    /// Its fields, as they are kept.
    pub fields: String,
    /// Was anything typed?
    pub is_typed: bool,
    /// Kept photos with what was typed about them.
    pub alts: Vec<(i64, String)>,
    /// Kept photos that are kept no more.
    pub left_out: Vec<i64>,
    /// Photos that come to them.
    pub photos: Vec<NewPhoto>,
}

/// Letters of a description that a draft keeps: more than may be posted, so that one that is too long is not cut where it
/// may yet be put right.
const ALT_CHARS_KEPT: usize = 2 * limits::ALT_CHARS_MAX;

/// Keeps it under its name; an empty form is kept no more. Gives the photos that came to it.
///
/// # Errors
/// `Invalid` where there are too many drafts, or photos in this one.
pub(super) fn keep(change: &mut Change<'_>, keeping: &Keeping) -> Result<Vec<KeptPhoto>> {
    let Keeping { word, fields, alts, photos, .. } = keeping;
    for id in &keeping.left_out {
        photo_store::remove(change, word, *id)?;
    }
    let there = photo_store::count(change, word)?;
    if !keeping.is_typed && photos.is_empty() && there == 0 {
        super::store::remove(change, word)?;
        return Ok(Vec::new());
    }
    super::keep_fields(change, word, fields)?;
    if there + photos.len() > limits::POST_PHOTOS_MAX {
        return Err(Error::field("photo", Problem::TooMany { limit: limits::POST_PHOTOS_MAX }));
    }
    let cut = |words: &str| words.chars().take(ALT_CHARS_KEPT).collect::<String>();
    for (id, words) in alts {
        photo_store::set_alt(change, word, *id, &cut(words))?;
    }
    photos
        .iter()
        .map(|photo| {
            let alt = cut(&photo.alt);
            let id = photo_store::insert(change, word, photo, &alt)?;
            Ok(KeptPhoto { id, alt, width: photo.width, height: photo.height })
        })
        .collect()
}

/// The rows of kept photos for a form, by their place in it. `too_long`: one whose description is too long says so.
pub fn rows<'a>(photos: &'a [KeptPhoto], too_long: Option<&'a str>) -> Vec<ui::KeptPhoto<'a>> {
    let row = |(place, photo): (usize, &'a KeptPhoto)| ui::KeptPhoto {
        id: photo.id,
        number: i64::try_from(place + 1).unwrap_or(i64::MAX),
        picture: photo.picture("small"),
        alt: &photo.alt,
        letters_max: limits::ALT_CHARS_MAX,
        problem: too_long.filter(|_| photo.alt.chars().count() > limits::ALT_CHARS_MAX),
    };
    photos.iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Form {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        Form { fields: fields.iter().map(owned).collect(), files: Vec::new() }
    }

    #[test]
    fn each_photo_of_a_form_has_the_words_beside_it() {
        let typed = form(&[("kept", "7"), ("kept-alt", "A heron"), ("kept", "9"), ("kept-alt", "")]);
        assert_eq!(chosen(&typed), [(7, "A heron".to_owned()), (9, String::new())]);
        assert_eq!(chosen(&form(&[("kept", "7")])), [(7, String::new())]);
        assert!(chosen(&form(&[("kept", "x"), ("kept-alt", "A")])).is_empty());
        let without =
            form(&[("kept", "7"), ("kept-alt", "A"), ("kept", "9"), ("kept-alt", "B"), ("left-out", "7")]);
        assert_eq!(chosen(&without), [(9, "B".to_owned())]);
        let many: Vec<(&str, &str)> = (0..30).map(|_| ("kept", "1")).collect();
        assert_eq!(chosen(&form(&many)).len(), limits::POST_PHOTOS_MAX);
    }

    #[test]
    fn what_was_typed_since_stands_beside_its_photo_and_no_other() {
        let photo = |id| KeptPhoto { id, alt: "old".into(), width: 1, height: 1 };
        let typed = form(&[("kept", "9"), ("kept-alt", "new"), ("left-out", "8")]);
        let words: Vec<String> =
            as_typed(vec![photo(7), photo(8), photo(9)], &typed).into_iter().map(|one| one.alt).collect();
        assert_eq!(words, ["old", "new"]);
    }
}
