//! The HTML of making and changing an event.

use super::Draft;
use crate::base::{ItemId, limits};
use crate::ui::{self, Button, Field, Form, Said};
use crate::web::Visit;
use maud::{Markup, html};

pub(super) fn form(
    visit: &Visit,
    id: Option<ItemId>,
    draft: &Draft,
    said: &Said,
    audience: &Markup,
) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let action = id.map_or_else(|| "/events".to_owned(), |id| format!("/events/{id}/edit"));
    let back = id.map_or_else(|| "/events".to_owned(), |id| format!("/events/{id}"));
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    let field = |name, label, value| Field::new(name, label).value(value).problem(said.of(name));
    let when = &draft.when;
    let title = field("title", lang.events_title(), draft.title.as_str());
    let place = field("place", lang.events_place(), draft.place.as_str());
    let about = field("about", lang.events_about(), draft.about.as_str());
    let first = field("first", lang.events_first(), when.first.as_str()).short().required();
    let begins = field("begins", lang.events_begins(), when.begins.as_str()).hint(lang.events_begins_hint());
    let ends = field("ends", lang.events_ends(), when.ends.as_str());
    let last = field("last", lang.events_last(), when.last.as_str()).hint(lang.events_last_hint());
    html! {
        section.card {
            h1 { @if id.is_some() { (lang.events_edit()) } @else { (lang.events_new()) } }
            (ui::form(lang, &form, html! {
                (ui::text(&title.letters_max(limits::TITLE_CHARS_MAX).required().autofocus()))
                (ui::date(&first))
                div.two-fields {
                    (ui::clock(&begins.optional(lang.form_optional()).short()))
                    (ui::clock(&ends.optional(lang.form_optional()).short()))
                }
                (ui::date(&last.optional(lang.form_optional()).short()))
                (ui::text(&place.letters_max(limits::LINE_CHARS_MAX).optional(lang.form_optional())))
                (ui::textarea(&about.letters_max(limits::EVENT_ABOUT_CHARS_MAX).optional(lang.form_optional()), 4))
                (audience)
                div.buttons {
                    (ui::button(Button::Main, None, if id.is_some() { lang.save() } else { lang.events_make() }))
                    a.button href=(back) { (lang.cancel()) }
                }
            }))
        }
    }
}
