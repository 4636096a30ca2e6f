//! The HTML of the waiting photos of one album, or of one person.

use super::store::Waiting;
use super::views::{name, shielded};
use crate::base::ItemId;
use crate::lang::Lang;
use crate::ui::{self, Button, Form, Icon};
use maud::{Markup, html};

/// The photos, each ticked, and the button that lets all that are ticked be seen.
pub(super) fn waiting(lang: &Lang, same_site: &str, id: ItemId, of_author: bool, list: &Waiting) -> Markup {
    let here = format!("/desk/items/{id}/photos");
    let form = Form { action: &here, same_site, ..Form::default() };
    let who = name(lang, &list.people, list.author);
    let tab = |address: &str, words: &str, chosen: bool| {
        html! { li { a href=(address) aria-current=[chosen.then_some("page")] { (words) } } }
    };
    html! {
        div.main-head {
            h1 { (lang.desk_photos_of(who)) }
            a.button href={ "/desk/items/" (id) } { (ui::icon_turning(Icon::ArrowLeft)) (lang.back()) }
        }
        nav aria-label=(lang.notice_filter()) {
            ul.tabs role="list" {
                (tab(&here, lang.desk_photos_album(), !of_author))
                (tab(&format!("{here}?of=author"), lang.desk_photos_all(), of_author))
            }
        }
        p.soft { (lang.desk_photos_words()) }
        section.card {
            (ui::form(lang, &form, html! {
                ul.desk-photos role="list" {
                    @for (place, (photo, words)) in list.photos.iter().enumerate() {
                        @let number = place as i64 + 1;
                        li {
                            (shielded(lang, *photo, words, "medium"))
                            @if !words.is_empty() { p.soft dir="auto" { (words) } }
                            label.choice {
                                input type="checkbox" name="photo" value=(photo) checked;
                                span { (lang.photo_number(number)) }
                            }
                        }
                    }
                }
                (ui::button(Button::Main, Some(Icon::Check), lang.desk_photos_release()))
            }))
        }
    }
}
