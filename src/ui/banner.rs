//! What stands over every page while it holds: that nobody can write now, that the house closes soon.

use maud::{Markup, html};

use super::{Icon, icon};

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

/// All of them, in the place that a live page fills anew.
pub fn banners(banners: &[Banner]) -> Markup {
    html! {
        div #house .house role="status" {
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
pub fn banners_anew(list: &[Banner]) -> String {
    html! { turbo-stream action="replace" target="house" { template { (banners(list)) } } }.into_string()
}
