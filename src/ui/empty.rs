//! What stands where there is nothing yet: what will be here, and the first step.

use maud::{Markup, html};

use super::{Icon, icon};

/// An empty state. `step` is an address and the words of the first thing to do.
pub fn empty(sign: Icon, title: &str, words: &str, step: Option<(&str, &str)>) -> Markup {
    drawn(sign, &html! { h2 { (title) } }, words, step)
}

/// The whole of a page that could not be: as an empty state, under the heading of the page.
pub fn dead_end(sign: Icon, title: &str, words: &str, step: Option<(&str, &str)>) -> Markup {
    drawn(sign, &html! { h1 { (title) } }, words, step)
}

fn drawn(sign: Icon, heading: &Markup, words: &str, step: Option<(&str, &str)>) -> Markup {
    html! {
        div.card.empty {
            (icon(sign))
            (heading)
            p { (words) }
            @if let Some((address, label)) = step { a.button.button-main href=(address) { (label) } }
        }
    }
}
