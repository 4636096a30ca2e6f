//! The HTML of pinning a post.

use super::{EVERYONE, Spot};
use crate::base::{ItemId, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Icon};
use maud::{Markup, html};

/// Where the reader may pin a post or take it down; nothing where nowhere.
pub fn choices(lang: &Lang, post: ItemId, spots: &[Spot]) -> Markup {
    let name = |spot: &Spot| {
        if spot.stream == EVERYONE { lang.nav_everyone().to_owned() } else { spot.name.clone() }
    };
    html! {
        @if !spots.is_empty() {
            (ui::titled_card(lang.pin_title(), html! {
                @for spot in spots {
                    @let (stream, name) = (spot.stream.to_string(), name(spot));
                    @if spot.is_full() { p.soft { (lang.pin_full(limits::PINS_MAX as i64, name)) } }
                    @else if spot.pinned {
                        p { (ui::act_button(&format!("/posts/{post}/unpin"), Some(("stream", &stream)), Button::Usual, Some(Icon::X), &lang.pin_remove(name))) }
                    } @else {
                        p { (ui::act_button(&format!("/posts/{post}/pin"), Some(("stream", &stream)), Button::Usual, Some(Icon::Pin), &lang.pin_add(name))) }
                    }
                }
            }))
        }
    }
}
