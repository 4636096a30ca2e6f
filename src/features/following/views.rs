//! The HTML of choosing what one hears of later comments.

use super::{Following, Wish};
use crate::base::ItemId;
use crate::lang::Lang;
use crate::ui::{self, Button, Icon};
use maud::{Markup, html};

/// What one hears of later comments under a post, in words, and the other choices.
pub fn choice(lang: &Lang, post: ItemId, following: Following) -> Markup {
    let action = format!("/posts/{post}/follow");
    let button = |wish: Wish, sign, words| {
        html! { @if following.0 != wish { (ui::act_button(&action, Some(("wish", wish.word())), Button::Usual, Some(sign), words)) } }
    };
    let now = match following.0 {
        Wish::Follow => lang.follow_now_all(),
        Wish::Mute => lang.follow_now_none(),
        Wish::Usual => lang.follow_now_usual(),
    };
    ui::titled_card(
        lang.follow_title(),
        html! {
            p { (now) }
            div.buttons {
                (button(Wish::Follow, Icon::Bell, lang.follow_all()))
                (button(Wish::Mute, Icon::EyeOff, lang.follow_none()))
                @if following.0 != Wish::Usual { (button(Wish::Usual, Icon::ArrowBackUp, lang.follow_usual())) }
            }
        },
    )
}
