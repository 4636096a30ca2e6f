//! The HTML of the keys that do something by themselves; `keys.js` shows the list in a window, too.

use crate::lang::Lang;
use crate::ui::{self, Button, Icon};
use maud::{Markup, html};

/// All keys, for this reader. `on`: whether they have not switched them off.
pub(super) fn keys(lang: &Lang, on: bool, moderates: bool) -> Markup {
    let stream = [
        ("J", None, lang.keys_next()),
        ("K", None, lang.keys_previous()),
        ("O", None, lang.keys_open()),
        ("C", None, lang.keys_comment()),
        ("R", None, lang.keys_react()),
        ("M", None, lang.keys_menu()),
        ("L", None, lang.keys_listen()),
    ];
    let anywhere =
        [("N", None, lang.keys_new()), ("/", None, lang.keys_search()), ("?", None, lang.keys_this())];
    let places = [
        ("G", Some("H"), lang.nav_home()),
        ("G", Some("C"), lang.nav_chat()),
        ("G", Some("E"), lang.nav_everyone()),
        ("G", Some("A"), lang.nav_announcements()),
        ("G", Some("G"), lang.nav_groups()),
        ("G", Some("P"), lang.nav_people()),
        ("G", Some("N"), lang.nav_notices()),
        ("G", Some("M"), lang.nav_my_page()),
    ];
    let desk = [
        ("G", Some("D"), lang.keys_desk_open()),
        ("A", None, lang.keys_desk_approve()),
        ("U", None, lang.keys_desk_undo()),
        ("R", None, lang.desk_remove()),
        ("N", None, lang.desk_next()),
        ("C", None, lang.desk_context()),
    ];
    html! {
        section.card.keys-list data-keys-list {
            div.row.row-apart {
                h1 #keys-title { (lang.keys_title()) }
                // Only the window has something to close.
                form.only-dialog method="dialog" { (ui::button(Button::Quiet, Some(Icon::X), lang.close())) }
            }
            @if on { p.soft { (lang.keys_about()) } }
            @else { (ui::state(Icon::InfoCircle, lang.keys_are_off())) }
            div.keys-columns {
                (part(lang.keys_in_stream(), &stream))
                (part(lang.keys_anywhere(), &anywhere))
                (part(lang.keys_places(), &places))
                @if moderates { (part(lang.keys_desk(), &desk)) }
            }
            p.soft { (lang.keys_writing()) }
            div.buttons {
                a class=(Button::Usual.class()) href="/my/preferences#field-keys" { (ui::icon(Icon::Adjustments)) (lang.keys_choose()) }
            }
        }
    }
}

fn part(title: &str, keys: &[(&str, Option<&str>, &str)]) -> Markup {
    html! {
        section {
            h2.card-title { (title) }
            dl.keys {
                @for (key, then, words) in keys {
                    div {
                        dt { kbd.key { (key) } @if let Some(then) = then { " " kbd.key { (then) } } }
                        dd { (words) }
                    }
                }
            }
        }
    }
}
