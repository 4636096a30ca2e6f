//! Menus that open without a script, and what stands in them.

use maud::{Markup, html};

use super::{Icon, icon};

/// A menu behind three dots. `label` says whose ("More about Tom's post"); `class` is `post-menu` or `comment-menu`.
pub fn menu(class: &str, label: &str, entries: Markup) -> Markup {
    html! {
        details class={ "menu " (class) } {
            summary title=(label) { (icon(Icon::Dots)) }
            div.menu-list { (entries) }
        }
    }
}

/// A link in a menu.
pub fn menu_link(address: &str, sign: Icon, words: &str) -> Markup {
    html! { a href=(address) { (icon(sign)) (words) } }
}

/// A button in a menu that posts at once through the page's one form for small acts (see `frame`).
pub fn menu_act(action: &str, sign: Icon, words: &str, harm: bool) -> Markup {
    html! { button form="act" formaction=(action) class=[harm.then_some("harm")] { (icon(sign)) (words) } }
}

/// A button in a menu that posts at once. `same_site` is the token of the visit.
pub fn menu_button(action: &str, same_site: &str, sign: Icon, words: &str, harm: bool) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="same_site" value=(same_site);
            button class=[harm.then_some("harm")] { (icon(sign)) (words) }
        }
    }
}
