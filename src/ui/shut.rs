//! The calm page outside the hours of use: when it opens again, and what is open all the same.

use maud::{Markup, html};

use super::{Button, Field, Icon, button_form, icon, textarea};
use crate::lang::Lang;

/// What members meet outside their hours: `words` say when it opens again; `typed` is what they had just sent, and what
/// was not taken.
pub fn shut(lang: &Lang, same_site: &str, words: &str, typed: &str) -> Markup {
    html! {
        div.card.empty {
            (icon(Icon::Clock))
            h1 { (lang.shut_title()) }
            p { (words) }
            p { (lang.shut_help()) }
            a.button.button-main href="/help/need" { (lang.foot_need_help()) }
            (button_form("/sign-out", same_site, &[], Button::Usual, Some(Icon::Logout), lang.nav_sign_out()))
        }
        @if !typed.is_empty() {
            section.card { (textarea(&Field::new("typed", lang.shut_typed()).value(typed), 6)) }
        }
    }
}
