//! A post's photos, one to twenty: the grid, each a link to its own page; and the fields that describe them.

use maud::{Markup, html};

use super::{Field, textarea};
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
            div.photos {
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
