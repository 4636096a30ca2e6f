//! Cards: the sheets of paper on which everything in a page lies.

use maud::{Markup, html};

/// A card round some matter.
pub fn card(body: Markup) -> Markup {
    html! { section.card { (body) } }
}

/// A card with a heading of the second rank.
pub fn titled_card(title: &str, body: Markup) -> Markup {
    html! { section.card { h2.card-title { (title) } (body) } }
}
