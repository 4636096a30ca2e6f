//! The HTML of stopping all writing.

use super::{Scope, store};
use crate::base::limits;
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

/// Where it stands and how it is there.
pub(super) struct About<'a> {
    pub scope: Scope,
    /// The name of the group.
    pub name: Option<&'a str>,
    pub stopped: Option<&'a store::Now>,
    pub now: &'a Now,
}

/// The page of it.
pub(super) fn address(scope: Scope) -> String {
    scope.map_or("/desk/freeze".to_owned(), |group| format!("/groups/{group}/freeze"))
}

/// The way there, for the desk and the page of a group; the second tap where writing is stopped.
pub fn offer(lang: &Lang, scope: Scope, stopped: bool) -> Markup {
    let address = address(scope);
    html! {
        @if stopped {
            (ui::act_button(&format!("{address}/end"), None, Button::Main, Some(Icon::LockOpen), lang.freeze_end()))
        } @else {
            a.button.button-quiet href=(address) { (ui::icon(Icon::Lock)) (lang.freeze_begin()) }
        }
    }
}

pub(super) fn page(lang: &Lang, same_site: &str, about: &About<'_>, words: &str, said: &Said) -> Markup {
    let address = address(about.scope);
    let problems = said.list();
    html! {
        h1 { (lang.freeze_title()) }
        @if let Some(name) = about.name { p.soft { bdi { (name) } } }
        section.card {
            @if let Some(stopped) = about.stopped {
                h2 { (about.name.map_or(lang.freeze_now().to_owned(), |name| lang.freeze_now_in(name))) }
                p dir="auto" { (stopped.words) }
                p.soft { (lang.freeze_by(stopped.by.as_str(), about.now.moment(lang, stopped.begun_at))) }
                (ui::button_form(&format!("{address}/end"), same_site, &[], Button::Main, Some(Icon::LockOpen), lang.freeze_end()))
            } @else {
                p { (if about.scope.is_some() { lang.freeze_about_group() } else { lang.freeze_about() }) }
                @let form = Form { action: &address, same_site, problems: &problems, ..Form::default() };
                @let field = Field::new("words", lang.freeze_words()).hint(lang.freeze_words_hint()).value(words);
                (ui::form(lang, &form, html! {
                    (ui::text(&field.required().letters_max(limits::FREEZE_CHARS_MAX).problem(said.of("words"))))
                    (ui::button(Button::Harm, Some(Icon::Lock), lang.freeze_do()))
                }))
            }
        }
    }
}
