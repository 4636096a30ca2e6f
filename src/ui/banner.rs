//! What stands over every page while it holds: that nobody can write now, that the house closes soon.

use maud::{Markup, html};

use super::{Icon, icon};
use crate::base::SiteKind;
use crate::lang::Lang;

/// One thing that is so for everybody who reads this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    /// The sign before it.
    pub sign: Icon,
    /// What is so, in a few words.
    pub title: String,
    /// More of it, as staff wrote it; perhaps nothing.
    pub words: String,
}

/// All of them, in the place of this name that a live page fills anew.
pub fn banners(place: &str, banners: &[Banner]) -> Markup {
    html! {
        div id=(place) .house role="status" {
            @for banner in banners {
                div.flash.flash-clay {
                    (icon(banner.sign))
                    div { strong { (banner.title) } @if !banner.words.is_empty() { " " bdi { (banner.words) } } }
                }
            }
        }
    }
}

/// The same, for pages that are open.
pub fn banners_anew(place: &str, list: &[Banner]) -> String {
    html! { turbo-stream action="replace" target=(place) { template { (banners(place, list)) } } }
        .into_string()
}

/// For a page that is open: it fetches itself anew after so many milliseconds. What is being written stays (`turbo.js`).
pub fn page_anew(wait_ms: u64) -> String {
    html! { turbo-stream action="anew" wait=(wait_ms) {} }.into_string()
}

/// Before the first private message, in a prison: that it is not private. Nothing in any other house.
pub fn not_private(lang: &Lang, kind: SiteKind) -> Markup {
    html! {
        @if kind == SiteKind::Prison {
            div.flash.flash-clay role="note" { (icon(Icon::AlertTriangle)) div { strong { (lang.charter_not_private()) } } }
        }
    }
}
