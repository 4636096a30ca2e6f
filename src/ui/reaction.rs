//! One reaction under a post or comment: a sign to press, and how many have pressed it.

use maud::{Markup, html};

use super::{Icon, icon};

/// A button that sends `kind=value` with the form it stands in. `name` is its translated word; `mine` whether
/// the reader has pressed it. Put several into `div.reactions`.
pub fn reaction(value: &str, sign: Icon, name: &str, count: u32, mine: bool) -> Markup {
    html! {
        button.reaction name="kind" value=(value) aria-pressed=(mine) title=(name) {
            (icon(sign))
            span.unseen { (name) }
            @if count > 0 { span { (count) } }
        }
    }
}
