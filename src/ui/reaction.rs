//! One reaction under a post or comment: a sign to press, and how many have pressed it.

use maud::{Markup, html};

use super::{Icon, icon};

/// A button that sends `kind=value` to `action` through the page's one form for small acts. `name` is its
/// translated word; `mine` whether the reader has pressed it. Put several into `div.reactions`. A stream has a hundred
/// of them, so nothing is said twice: until somebody pressed it, its title alone is its name. Who may not press it (`may`) sees
/// how many did, and has a button only for taking back their own.
pub fn reaction(
    action: &str,
    value: &str,
    (sign, name): (Icon, &str),
    count: u32,
    mine: bool,
    may: bool,
) -> Markup {
    if !may && !mine {
        return html! {
            @if count > 0 { span.reaction title=(name) { (icon(sign)) span.unseen { (name) } " " span { (count) } } }
        };
    }
    html! {
        button form="act" formaction=(action) name="kind" value=(value) aria-pressed=(mine) title=(name) {
            (icon(sign))
            @if count > 0 { span.unseen { (name) } " " span { (count) } }
        }
    }
}
