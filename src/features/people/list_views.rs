//! The HTML of lists of people: one row, and the page to look for somebody.

use super::Person;
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

/// Everybody, or those of a name.
pub(super) fn people(visit: &Visit, people: &[Person], typed: &str, more: Option<&str>) -> Markup {
    let lang = visit.lang();
    let (title, words) = if typed.is_empty() {
        (lang.people_nobody(), lang.people_nobody_words())
    } else {
        (lang.people_none_found(), lang.people_none_found_words())
    };
    html! {
        div.row.row-apart {
            h1 { (lang.nav_people()) }
            div.row {
                a.button.button-small href="/contacts" { (ui::icon(Icon::AddressBook)) (lang.people_my_contacts()) }
                a.button.button-quiet.button-small href="/aspects" { (ui::icon(Icon::Circles)) (lang.aspect_title()) }
            }
        }
        section.card { (search_form(lang, "/people", typed, &[])) }
        @if people.is_empty() { (ui::empty(Icon::Users, title, words, None)) }
        @else { section.card.card-flush { (rows(&Row::of(visit), people, |_| html! {})) } }
        @if let Some(more) = more { p { a.button href=(more) { (lang.show_more()) } } }
    }
}
