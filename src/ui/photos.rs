//! The grid of a post's photos: one to twenty, each a link to its own page.

use maud::{Markup, html};

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
