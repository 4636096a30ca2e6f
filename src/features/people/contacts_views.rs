//! The HTML of my contacts, and of the menu of aspects beside a person.

use super::contacts_store::Show;
use super::list_views::{Row, rows};
use super::{Aspect, Person};
use crate::base::{AccountId, AspectId, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Said};
use crate::web::Visit;
use maud::{Markup, html};
use std::collections::HashSet;

/// What the page of contacts shows.
pub(super) struct ContactsPage<'a> {
    pub show: Show,
    pub typed: &'a str,
    pub aspects: &'a [Aspect],
    pub people: &'a [Person],
    /// Who is in which aspect.
    pub inside: &'a [(AspectId, AccountId)],
    /// To whom the reader may write privately.
    pub writable: &'a HashSet<AccountId>,
    /// With how many people the reader shares.
    pub count: i64,
    /// The address of this page.
    pub here: &'a str,
    pub more: Option<&'a str>,
}

pub(super) fn page(visit: &Visit, page: &ContactsPage<'_>) -> Markup {
    let lang = visit.lang();
    html! {
        div.row.row-apart {
            h1 { (lang.contacts_title()) }
            div.row {
                a.button.button-small href="/people" { (ui::icon(Icon::Search)) (lang.stream_find_people()) }
                a.button.button-quiet.button-small href="/aspects" { (ui::icon(Icon::Circles)) (lang.aspect_title()) }
            }
        }
        p.soft { (lang.contacts_count(page.count)) }
        (filters(lang, page))
        (search(lang, page))
        @if page.people.is_empty() { (nobody(lang, page)) }
        @else {
            section.card.card-flush.contacts {
                (rows(&Row::of(visit), page.people, |person| end(visit, page, person)))
            }
        }
        @if let Some(more) = page.more { p { a.button href=(more) { (lang.show_more()) } } }
    }
}

fn filters(lang: &Lang, page: &ContactsPage<'_>) -> Markup {
    let tab = |show: Show, words: Markup| {
        let word = show.word();
        html! {
            li {
                a href={ "/contacts" @if !word.is_empty() { "?show=" (word) } } aria-current=[(page.show == show).then_some("page")] {
                    (words)
                }
            }
        }
    };
    html! {
        nav aria-label=(lang.people_lists()) {
            ul.tabs.tabs-wrap role="list" {
                (tab(Show::Mine, html! { (lang.contacts_mine()) }))
                (tab(Show::Mutual, html! { (lang.contacts_mutual()) }))
                (tab(Show::OnlyTheirs, html! { (lang.contacts_only_theirs()) }))
                @for aspect in page.aspects {
                    (tab(Show::In(aspect.id), html! { (ui::icon(Icon::Circles)) bdi { (aspect.name) } }))
                }
                (tab(Show::InNone, html! { (lang.contacts_in_none()) }))
            }
        }
    }
}

fn search(lang: &Lang, page: &ContactsPage<'_>) -> Markup {
    let field = Field::new("q", lang.people_search()).hint(lang.contacts_search_hint()).value(page.typed);
    let word = page.show.word();
    html! {
        section.card {
            form.filters action="/contacts" method="get" role="search" {
                @if !word.is_empty() { input type="hidden" name="show" value=(word); }
                (ui::search(&field.autocomplete("off")))
                div.buttons { (ui::button(Button::Usual, Some(Icon::Search), lang.search())) }
            }
        }
    }
}

/// What one can do beside a person: choose their aspects, or share with them first.
fn end(visit: &Visit, page: &ContactsPage<'_>, person: &Person) -> Markup {
    // Who only reads makes no tie, and changes none.
    if visit.someone().is_none_or(|me| me.read_only) {
        return write(visit.lang(), page, person);
    }
    if !person.i_share {
        let action = format!("/people/{}/share", person.username);
        let words = visit.lang().profile_share();
        let back = Some(("return", page.here));
        return html! {
            (write(visit.lang(), page, person))
            (ui::act_button(&action, back, Button::Usual, Some(Icon::UserPlus), words))
        };
    }
    let inside = |id: AspectId| page.inside.contains(&(id, person.id));
    let aspects: Vec<(Aspect, bool)> =
        page.aspects.iter().map(|aspect| (aspect.clone(), inside(aspect.id))).collect();
    html! {
        (write(visit.lang(), page, person))
        (aspect_menu(visit, &AspectMenu { back: page.here, ..AspectMenu::of(person, &aspects) }))
    }
}

/// The way to write to them, where one may.
fn write(lang: &Lang, page: &ContactsPage<'_>, person: &Person) -> Markup {
    html! {
        @if page.writable.contains(&person.id) {
            a.button.button-quiet.button-small href={ "/chat/with/" (person.username) } {
                (ui::icon(Icon::Messages)) (lang.contacts_write()) span.unseen { " " bdi { (person.shown_name) } }
            }
        }
    }
}

fn nobody(lang: &Lang, page: &ContactsPage<'_>) -> Markup {
    let find = Some(("/people".to_owned(), lang.stream_find_people()));
    let (title, words, step) = match page.show {
        _ if !page.typed.is_empty() => (lang.people_none_found(), lang.contacts_none_found_words(), None),
        Show::Mine => (lang.people_no_contacts(), lang.people_no_contacts_words(), find),
        Show::Mutual => (lang.contacts_none_mutual(), lang.contacts_none_mutual_words(), find),
        Show::OnlyTheirs => (lang.contacts_none_theirs(), lang.contacts_none_theirs_words(), None),
        Show::InNone if page.count == 0 => (lang.people_no_contacts(), lang.people_no_contacts_words(), find),
        Show::InNone => (lang.contacts_all_in_aspects(), lang.contacts_all_in_aspects_words(), None),
        Show::In(id) => {
            let step = Some((format!("/aspects/{id}/people"), lang.aspect_choose_people()));
            (lang.aspect_empty(), lang.aspect_empty_words(), step)
        }
    };
    let step = step.as_ref().map(|(address, words)| (address.as_str(), *words));
    ui::empty(Icon::Users, title, words, step)
}

/// The menu of aspects beside a person: in which of the reader's they are.
pub(super) struct AspectMenu<'a> {
    pub person: &'a Person,
    /// The reader's aspects, and whether the person is in each.
    pub aspects: &'a [(Aspect, bool)],
    /// Where it leads without a script.
    pub back: &'a str,
    pub open: bool,
    /// It stands in the card beside a name: the same person may stand in the page, too.
    pub in_card: bool,
    /// The name of a new aspect, as typed.
    pub typed: &'a str,
    /// What was wrong, where it comes back.
    pub said: Option<&'a Said>,
}

impl<'a> AspectMenu<'a> {
    /// The closed menu of somebody, who is in the aspects that are marked so.
    pub(super) fn of(person: &'a Person, aspects: &'a [(Aspect, bool)]) -> AspectMenu<'a> {
        AspectMenu { person, aspects, back: "", open: false, in_card: false, typed: "", said: None }
    }
}

/// With this the ids of a menu in a card begin.
const CARD: &str = "card-";

/// Does this frame, which asks for itself, stand in the card beside a name?
pub(super) fn is_in_card(frame: Option<&str>) -> bool {
    frame.is_some_and(|frame| frame.starts_with(CARD))
}

/// The menu, in a frame of its own, so that a script changes it in its place; it opens and saves without one.
pub(super) fn aspect_menu(visit: &Visit, menu: &AspectMenu<'_>) -> Markup {
    let (lang, same_site, person) = (visit.lang(), visit.same_site(), menu.person);
    let action = format!("/people/{}/share", person.username);
    let problems = menu.said.map(Said::list).unwrap_or_default();
    let form = Form { action: &action, same_site: &same_site, problems: &problems, ..Form::default() };
    let place = if menu.in_card { CARD } else { "" };
    let inside = menu.aspects.iter().filter(|(_, inside)| *inside).count();
    // The list of problems leads to the field by its usual id; many menus on one page need one each.
    let new = if menu.said.is_some() {
        ui::field_id("new_aspect")
    } else {
        format!("{place}new-aspect-{}", person.id)
    };
    let wrong = menu.said.and_then(|said| said.of("new_aspect"));
    html! {
        turbo-frame.aspects-of id={ (place) "aspects-" (person.id) } {
            details.menu open[menu.open] {
                summary.button.button-small {
                    (ui::icon(Icon::Circles)) (lang.profile_aspects(inside as i64))
                    span.unseen { " " bdi { (person.shown_name) } }
                    (ui::icon(Icon::ChevronDown))
                }
                div.menu-list.menu-start {
                    (ui::form(lang, &form, html! {
                        @if !menu.back.is_empty() { input type="hidden" name="return" value=(menu.back); }
                        fieldset.field {
                            legend.menu-who { (lang.profile_aspects_hint()) }
                            @for (aspect, inside) in menu.aspects {
                                label.choice {
                                    input type="checkbox" name="aspects" value=(aspect.id) checked[*inside];
                                    span { bdi { (aspect.name) } }
                                }
                            }
                        }
                        div.field {
                            label.label for=(new) { (lang.contacts_new_aspect()) }
                            input.input id=(new) type="text" name="new_aspect" value=(menu.typed) autocomplete="off"
                                maxlength=(limits::GROUP_NAME_CHARS_MAX) aria-invalid=[wrong.map(|_| "true")];
                            @if let Some(wrong) = wrong { p.problem { (ui::icon(Icon::AlertCircle)) (wrong) } }
                        }
                        (ui::button(Button::Usual, Some(Icon::Check), lang.save()))
                    }))
                }
            }
        }
    }
}

/// The menu on a page of its own.
pub(super) fn menu_page(visit: &Visit, person: &Person, menu: &AspectMenu<'_>) -> Markup {
    let lang = visit.lang();
    html! {
        section.card.aspects-alone {
            h1 { (lang.contacts_aspects_of(person.shown_name.as_str())) }
            (aspect_menu(visit, menu))
            p { a href=(if menu.back.is_empty() { "/contacts" } else { menu.back }) { (lang.back()) } }
        }
    }
}
