//! Walking through a stream page by page, and the bar that says what has come in meanwhile.

use maud::{Markup, html};

use super::{Icon, icon, icon_turning};
use crate::lang::Lang;

/// Links to the newer and the older page; nothing where there is neither.
pub fn pager(lang: &Lang, newer: Option<&str>, older: Option<&str>) -> Markup {
    html! {
        @if newer.is_some() || older.is_some() {
            nav.pager aria-label=(lang.pager_pages()) {
                @if let Some(address) = newer {
                    a.button.pager-newer href=(address) rel="prev" { (icon_turning(Icon::ChevronLeft)) (lang.pager_newer()) }
                }
                @if let Some(address) = older {
                    a.button.pager-older href=(address) rel="next" { (lang.pager_older()) (icon_turning(Icon::ChevronRight)) }
                }
            }
        }
    }
}

/// The bar "3 new posts" over the stream with the id `stream`. Stands before it; hidden until something waits.
/// What a live change prepends to that stream is kept back until somebody presses it.
pub fn new_posts_bar(lang: &Lang, stream: &str) -> Markup {
    html! {
        button.button.button-main.new-posts type="button" hidden data-new-posts data-words=(lang.new_posts_words())
            aria-controls=(stream) {
            (icon(Icon::ArrowUp)) span data-words-shown role="status" {}
        }
    }
}
