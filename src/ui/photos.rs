//! A post's photos, one to twenty: the grid, each a link to its own page; and the fields that describe them.

use maud::{Markup, html};

use super::composer::picked_photo;
use super::form::problems;
use super::{Field, Icon, Problem, icon, icon_turning, textarea};
use crate::lang::Lang;

/// How many tiles a stream shows; the last of them says how many more there are.
const TILES_IN_STREAM: usize = 6;

/// One photo as a tile.
#[derive(Clone, Copy, Debug)]
pub struct Tile<'a> {
    /// The address of the picture in the size to show.
    pub picture: &'a str,
    /// The address of the photo's own page.
    pub page: &'a str,
    /// What it shows, in its author's words; may be empty.
    pub alt: &'a str,
    /// Width in pixels, so that the page does not jump.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The photos of a post. In a stream (`all` is no) at most six are drawn, the last with "+14" over it.
pub fn photos(lang: &Lang, tiles: &[Tile<'_>], all: bool) -> Markup {
    let shown = if all { tiles.len() } else { tiles.len().min(TILES_IN_STREAM) };
    let rest = tiles.len() - shown;
    html! {
        @if !tiles.is_empty() {
            div.photos data-light-box=(light_box(lang)) {
                @for (place, tile) in tiles.iter().take(shown).enumerate() {
                    @let number = i64::try_from(place + 1).unwrap_or(i64::MAX);
                    // An empty alt would leave the link without a name.
                    @let described = !tile.alt.trim().is_empty();
                    a.photo href=(tile.page) aria-label=[(!described).then(|| lang.photos_open(number))] {
                        img src=(tile.picture) alt=(tile.alt) width=(tile.width) height=(tile.height)
                            loading="lazy" decoding="async";
                        @if rest > 0 && place + 1 == shown {
                            span.photo-more title=(lang.photos_more(i64::try_from(rest).unwrap_or(i64::MAX))) { "+" (rest) }
                        }
                    }
                }
            }
        }
    }
}

/// The words of the light box, as `light-box.js` takes them apart.
pub fn light_box(lang: &Lang) -> String {
    let words = [
        lang.light_box(),
        lang.light_box_close(),
        lang.photo_before(),
        lang.photo_after(),
        lang.light_box_zoom(),
        lang.light_box_page(),
    ];
    words.join("|")
}

/// Where chosen photos are shown inside a form with `data-upload`, with what went wrong with them and how far they are.
pub fn picking(lang: &Lang, alt_letters_max: usize, problem: Option<&str>) -> Markup {
    html! {
        ul.picked data-picked {}
        (picked_photo(lang, alt_letters_max))
        p.problem data-upload-problem role="alert" hidden[problem.is_none()] {
            (icon(Icon::AlertCircle)) span data-words { (problem.unwrap_or_default()) }
        }
        progress max="1" value="0" hidden aria-label=(lang.composer_sending()) {}
    }
}

/// A photo with the field for its description.
#[derive(Clone, Debug)]
pub struct PhotoField<'a> {
    /// The name of the field.
    pub name: &'static str,
    /// The address of the picture, small.
    pub picture: String,
    /// Its number in the post, from 1: by it screen readers tell the fields apart.
    pub number: i64,
    /// What stands in it.
    pub alt: &'a str,
    /// At most so many letters.
    pub letters_max: usize,
    /// What is wrong with it.
    pub problem: Option<&'a str>,
}

/// The photos of a post, each with the field for its description.
pub fn photo_fields(lang: &Lang, fields: &[PhotoField<'_>]) -> Markup {
    html! {
        @if !fields.is_empty() {
            fieldset.photo-fields aria-describedby="photo-fields-hint" {
                legend.label { (lang.photos_describe_title()) }
                p.hint #photo-fields-hint { (lang.photos_describe_about()) }
                @for photo in fields {
                    @let label = lang.photos_describe_one(photo.number);
                    @let field = Field::new(photo.name, &label).value(photo.alt).letters_max(photo.letters_max);
                    div.photo-field {
                        // The label beside it says which photo it is.
                        img src=(photo.picture) alt="" decoding="async" loading="lazy";
                        (textarea(&field.problem(photo.problem), 2))
                    }
                }
            }
        }
    }
}

/// A form that only takes photos.
#[derive(Clone, Copy, Debug)]
pub struct Upload<'a> {
    /// The id of the form.
    pub id: &'a str,
    /// Where it is sent.
    pub action: &'a str,
    /// The same-site token of the visit.
    pub same_site: &'a str,
    /// At most so many photos at a time.
    pub photos_max: u32,
    /// At most so many bytes a photo.
    pub photo_bytes_max: u64,
    /// At most so many letters in the description of a photo.
    pub alt_letters_max: usize,
    /// What was wrong when it was sent before. The field is `photo`.
    pub problems: &'a [Problem<'a>],
}

/// Draws the form. Sends `photo` (files) and, with a script, `alt` (one a photo, in order).
pub fn upload(lang: &Lang, form: &Upload<'_>) -> Markup {
    let problem = form.problems.iter().find(|each| each.field == "photo").map(|each| each.words);
    let most = i64::from(form.photos_max);
    html! {
        form.card.composer id=(form.id) method="post" action=(form.action) enctype="multipart/form-data"
            data-guard=(lang.form_leave()) data-upload data-photos-max=(form.photos_max) data-bytes-max=(form.photo_bytes_max)
            data-not-photo=(lang.composer_not_photo()) data-too-large=(lang.composer_too_large())
            data-too-many=(lang.albums_too_many(most))
            data-no-network=(lang.composer_no_network()) data-not-taken=(lang.composer_not_taken()) {
            input type="hidden" name="same_site" value=(form.same_site);
            (problems(lang, form.problems, &html! {}))
            h2.card-title { (lang.albums_add()) }
            p.soft { (lang.albums_add_words(most)) }
            ul.picked data-picked {}
            (picked_photo(lang, form.alt_letters_max))
            p.problem data-upload-problem role="alert" hidden[problem.is_none()] {
                (icon(Icon::AlertCircle)) span data-words { (problem.unwrap_or_default()) }
            }
            progress max="1" value="0" hidden aria-label=(lang.composer_sending()) {}
            div.composer-foot {
                label.button.file-button {
                    (icon(Icon::PhotoPlus)) (lang.albums_choose())
                    input #field-photo type="file" name="photo" accept="image/*" multiple;
                }
                button.button.button-main { (icon_turning(Icon::Send)) (lang.albums_send()) }
            }
        }
    }
}
