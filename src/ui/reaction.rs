//! One reaction under a post or comment: a sign to press, and how many have pressed it.

use maud::{Markup, html};

use super::{Icon, icon};

/// A button that sends `kind=value` to `action` through the page's one form for small acts. `name` is its
/// translated word; `mine` whether the reader has pressed it. Put several into `div.reactions`.
pub fn reaction(action: &str, value: &str, sign: Icon, name: &str, count: u32, mine: bool) -> Markup {
    html! {
        button.reaction form="act" formaction=(action) name="kind" value=(value) aria-pressed=(mine) title=(name) {
            (icon(sign))
            span.unseen { (name) }
            @if count > 0 { " " span { (count) } }
        }
    }
}
