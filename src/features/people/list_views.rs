//! The HTML of lists of people: one row, and the page to look for somebody.

use super::{Aspect, Person, With};
use crate::base::{AccountId, Rules};
use crate::features::posts;
use crate::lang::Lang;
use crate::ui::{self, Face, Field, Icon, picture_address};
use crate::web::Visit;
use maud::{Markup, html};

/// What every row of a list needs besides the person.
pub struct Row<'a> {
    lang: &'static Lang,
    rules: &'a Rules,
    me: Option<AccountId>,
}

impl<'a> Row<'a> {
    /// The rows of a page of this visit.
    pub fn of(visit: &'a Visit) -> Row<'a> {
        Row { lang: visit.lang(), rules: visit.rules(), me: visit.viewer().id() }
    }
}

/// Who shares with whom, in words; nothing for oneself and where nobody shares.
fn sharing<'a>(lang: &'a Lang, person: &Person) -> Option<&'a str> {
    match (person.i_share, person.they_share) {
        (true, true) => Some(lang.people_both_share()),
        (true, false) => Some(lang.people_i_share()),
        (false, true) => Some(lang.people_they_share()),
        (false, false) => None,
    }
}

/// One person: face, name, role, who shares with whom; `end` stands at the end of the row.
pub fn row(rows: &Row<'_>, person: &Person, end: Markup) -> Markup {
    let lang = rows.lang;
    let address = format!("/people/{}", person.username);
    let picture = person.picture.as_deref().map(|name| picture_address(person.id, name));
    let face = Face {
        id: person.id.0,
        name: &person.shown_name,
        picture: picture.as_deref(),
        address: Some(&address),
    };
    let own = rows.me == Some(person.id);
    let state = if own { Some(lang.people_you()) } else { sharing(lang, person) };
    html! {
        div.person {
            (ui::avatar(&face, ui::AvatarSize::Usual))
            div.person-words {
                (ui::person_name(&face))
                span.soft {
                    (posts::role_word(lang, rows.rules.kind, person.role))
                    @if let Some(state) = state { " · " (state) }
                }
            }
        }
        div.end { (end) }
    }
}

/// A list of people, each with what `end` makes for them.
pub fn rows(rows: &Row<'_>, people: &[Person], end: impl Fn(&Person) -> Markup) -> Markup {
    html! { ul.list role="list" { @for person in people { li { (row(rows, person, end(person))) } } } }
}

/// A line to look for somebody by the beginning of their name; `hidden` goes with it.
pub fn search_form(lang: &Lang, action: &str, typed: &str, hidden: &[(&str, &str)]) -> Markup {
    let field = Field::new("q", lang.people_search()).hint(lang.people_search_hint()).value(typed);
    html! {
        form.filters action=(action) method="get" role="search" {
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            (ui::search(&field.autocomplete("off")))
            div.buttons { (ui::button(ui::Button::Usual, Some(Icon::Search), lang.search())) }
        }
    }
}

/// What the page of people shows.
pub(super) struct PeoplePage<'a> {
    pub with: With,
    pub word: &'a str,
    pub typed: &'a str,
    pub aspects: &'a [Aspect],
    pub people: &'a [Person],
    pub more: Option<&'a str>,
}

pub(super) fn people(visit: &Visit, page: &PeoplePage<'_>) -> Markup {
    let lang = visit.lang();
    let hidden = [("with", page.word)];
    let hidden = if page.with == With::Everybody { &[][..] } else { &hidden[..] };
    html! {
        div.row.row-apart {
            h1 { (lang.nav_people()) }
            a.button.button-quiet.button-small href="/aspects" { (ui::icon(Icon::Circles)) (lang.aspect_title()) }
        }
        (tabs(lang, page))
        section.card { (search_form(lang, "/people", page.typed, hidden)) }
        @if page.people.is_empty() { (nobody(lang, page)) }
        @else {
            section.card.card-flush { (rows(&Row::of(visit), page.people, |_| html! {})) }
        }
        @if let Some(more) = page.more { p { a.button href=(more) { (lang.show_more()) } } }
    }
}

fn tabs(lang: &Lang, page: &PeoplePage<'_>) -> Markup {
    let current = |with: With| (page.with == with).then_some("page");
    html! {
        nav aria-label=(lang.people_lists()) {
            ul.tabs role="list" {
                li { a href="/people" aria-current=[current(With::Everybody)] { (lang.everyone()) } }
                li { a href="/people?with=contacts" aria-current=[current(With::Contacts)] { (lang.people_my_contacts()) } }
                li { a href="/people?with=sharing" aria-current=[current(With::Sharing)] { (lang.people_sharing_with_me()) } }
                @for aspect in page.aspects {
                    li {
                        a href={ "/people?with=aspect-" (aspect.id) } aria-current=[current(With::Aspect(aspect.id))] {
                            (ui::icon(Icon::Circles)) bdi { (aspect.name) }
                        }
                    }
                }
            }
        }
    }
}

fn nobody(lang: &Lang, page: &PeoplePage<'_>) -> Markup {
    let (title, words) = match page.with {
        _ if !page.typed.is_empty() => (lang.people_none_found(), lang.people_none_found_words()),
        With::Everybody => (lang.people_nobody(), lang.people_nobody_words()),
        With::Contacts => (lang.people_no_contacts(), lang.people_no_contacts_words()),
        With::Sharing => (lang.people_none_sharing(), lang.people_none_sharing_words()),
        With::Aspect(_) => (lang.aspect_empty(), lang.aspect_empty_words()),
    };
    let step = match page.with {
        With::Contacts if page.typed.is_empty() => Some(("/people".to_owned(), lang.stream_find_people())),
        With::Aspect(id) if page.typed.is_empty() => {
            Some((format!("/aspects/{id}/people"), lang.aspect_choose_people()))
        }
        _ => None,
    };
    let step = step.as_ref().map(|(address, words)| (address.as_str(), *words));
    ui::empty(Icon::Users, title, words, step)
}
