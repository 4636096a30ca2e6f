//! The HTML of aspects.

use super::list_views::{Row, rows, search_form};
use super::{Aspect, Person};
use crate::base::{AccountId, AspectId, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Said};
use crate::web::Visit;
use maud::{Markup, html};

/// My aspects in their order, and a line to add one.
pub(super) fn list(visit: &Visit, aspects: &[Aspect], name: &str, said: &Said) -> Markup {
    let (lang, same_site) = (visit.lang(), visit.same_site());
    let problems = said.list();
    let form = Form { action: "/aspects", same_site: &same_site, problems: &problems, ..Form::default() };
    let field = Field::new("name", lang.aspect_name()).hint(lang.aspect_name_hint()).value(name).required();
    html! {
        h1 { (lang.aspect_title()) }
        p.soft { (lang.aspect_about()) }
        @if !aspects.is_empty() {
            section.card.card-flush {
                ol.list role="list" {
                    @for (place, aspect) in aspects.iter().enumerate() {
                        li { (line(lang, aspect, place > 0, place + 1 < aspects.len())) }
                    }
                }
            }
        }
        section.card {
            h2.card-title { (lang.aspect_add()) }
            (ui::form(lang, &form, html! {
                (ui::text(&field.letters_max(limits::GROUP_NAME_CHARS_MAX).problem(said.of("name"))))
                (ui::button(Button::Main, Some(Icon::Plus), lang.add()))
            }))
        }
    }
}

fn line(lang: &Lang, aspect: &Aspect, up: bool, down: bool) -> Markup {
    let link = format!("/aspects/{}", aspect.id);
    let action = format!("{link}/move");
    let mover = |to: &str, sign: Icon, words: &str| {
        html! {
            button.button.button-quiet.button-bare form="act" formaction=(action) name="to" value=(to)
                aria-label=(words) title=(words) { (ui::icon(sign)) }
        }
    };
    html! {
        (ui::icon(Icon::Circles))
        div.person-words {
            a.person-name href=(link) { bdi { (aspect.name) } }
            span.soft { (lang.people_count(aspect.people)) }
        }
        div.end.row {
            @if up { (mover("up", Icon::ArrowUp, &lang.aspect_up(aspect.name.as_str()))) }
            @if down { (mover("down", Icon::ArrowDown, &lang.aspect_down(aspect.name.as_str()))) }
            a.button.button-quiet.button-small href={ (link) "/edit" } { (ui::icon(Icon::Pencil)) (lang.edit()) }
        }
    }
}

/// What stands above the stream of an aspect.
pub(super) fn head(lang: &Lang, id: AspectId, name: &str) -> Markup {
    html! {
        section.card {
            h1 { bdi { (name) } }
            p.soft { (lang.aspect_stream()) }
            div.buttons {
                a.button href={ "/aspects/" (id) "/people" } { (ui::icon(Icon::UserPlus)) (lang.aspect_choose_people()) }
                a.button href={ "/chat/new?aspect=" (id) } { (ui::icon(Icon::Messages)) (lang.chat_aspect()) }
                a.button.button-quiet href={ "/aspects/" (id) "/edit" } { (ui::icon(Icon::Pencil)) (lang.edit()) }
            }
        }
    }
}

/// Who is in it, beside its stream.
pub(super) fn inside(visit: &Visit, id: AspectId, people: &[Person], more: bool) -> Markup {
    let lang = visit.lang();
    ui::titled_card(
        lang.aspect_people(),
        html! {
            @if people.is_empty() { p.soft { (lang.aspect_empty_words()) } }
            (rows(&Row::of(visit), people, |_| html! {}))
            @if more { p { a href={ "/contacts?show=aspect-" (id) } { (lang.show_all()) } } }
        },
    )
}

/// Another name, or away with it.
pub(super) fn edit(visit: &Visit, id: AspectId, name: &str, said: &Said) -> Markup {
    let (lang, same_site) = (visit.lang(), visit.same_site());
    let (action, problems) = (format!("/aspects/{id}/edit"), said.list());
    let form = Form { action: &action, same_site: &same_site, problems: &problems, ..Form::default() };
    let field = Field::new("name", lang.aspect_name()).value(name).required();
    html! {
        section.card {
            h1 { (lang.aspect_edit()) }
            (ui::form(lang, &form, html! {
                (ui::text(&field.letters_max(limits::GROUP_NAME_CHARS_MAX).problem(said.of("name"))))
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    a.button.button-quiet href="/aspects" { (lang.cancel()) }
                }
            }))
        }
        section.card {
            h2.card-title { (lang.aspect_remove()) }
            p { (lang.aspect_remove_hint()) }
            (ui::button_form(&format!("/aspects/{id}/remove"), &same_site, &[], Button::Harm, Some(Icon::Trash), lang.delete()))
        }
    }
}

/// One page of contacts, each ticked who is in the aspect.
pub(super) struct Chooser<'a> {
    pub id: AspectId,
    pub name: &'a str,
    pub typed: &'a str,
    pub people: &'a [Person],
    pub inside: &'a [AccountId],
}

pub(super) fn choose(visit: &Visit, page: &Chooser<'_>, more: Option<&str>) -> Markup {
    let (lang, same_site) = (visit.lang(), visit.same_site());
    let action = format!("/aspects/{}/people", page.id);
    let form = Form { action: &action, same_site: &same_site, guard: true, ..Form::default() };
    html! {
        h1 { (lang.aspect_choose(page.name)) }
        p.soft { (lang.aspect_choose_hint()) }
        section.card { (search_form(lang, &action, page.typed, &[])) }
        @if page.people.is_empty() {
            (ui::empty(Icon::Users, lang.people_no_contacts(), lang.people_no_contacts_words(),
                Some(("/people", lang.stream_find_people()))))
        } @else {
            section.card {
                (ui::form(lang, &form, html! {
                    fieldset.field {
                        legend.label { (lang.people_my_contacts()) }
                        div.choices {
                            @for person in page.people {
                                label.choice {
                                    input type="checkbox" name="inside" value=(person.id) checked[page.inside.contains(&person.id)];
                                    span { bdi { (person.shown_name) } input type="hidden" name="shown" value=(person.id); }
                                }
                            }
                        }
                    }
                    div.buttons {
                        (ui::button(Button::Main, None, lang.save()))
                        a.button.button-quiet href={ "/aspects/" (page.id) } { (lang.cancel()) }
                    }
                }))
            }
        }
        @if let Some(more) = more { p { a.button href=(more) { (lang.show_more()) } } }
    }
}
