//! The HTML of looking through messages.

use super::query::Query;
use super::store::Line;
use super::views::item;
use crate::base::{ItemId, limits};
use crate::features::people;
use crate::ui::{self, Button, Field, Icon, Now};
use crate::web::Visit;
use maud::{Markup, html};
use std::collections::HashMap;

/// What the page shows.
pub(super) struct Shown<'a> {
    /// The one conversation that is looked through.
    pub only: Option<ItemId>,
    pub typed: &'a str,
    pub query: &'a Query,
    pub found: &'a [(ItemId, Line)],
    pub older: Option<ItemId>,
    /// What the conversations are called.
    pub names: &'a HashMap<ItemId, String>,
}

pub(super) fn page(visit: &Visit, now: &Now, shown: &Shown<'_>) -> Markup {
    let lang = visit.lang();
    let here = shown.only.map_or("/chat/find".to_owned(), |id| format!("/chat/{id}/find"));
    let back = shown.only.map_or("/chat".to_owned(), |id| format!("/chat/{id}"));
    let name = |id: ItemId| {
        shown.names.get(&id).filter(|name| !name.is_empty()).map_or(lang.chat_nobody(), String::as_str)
    };
    let field = Field::new("q", lang.search_words()).value(shown.typed);
    let field = field.autocomplete("off").letters_max(limits::SEARCH_CHARS_MAX);
    let field = if shown.typed.is_empty() { field.autofocus() } else { field };
    html! {
        h1 { (lang.chat_find()) }
        @if let Some(id) = shown.only { p.soft { (lang.chat_find_in(name(id))) } }
        form.card.search-form action=(here) method="get" role="search" {
            div.filters {
                (ui::search(&field))
                div.buttons { (ui::button(Button::Main, Some(Icon::Search), lang.search())) }
            }
        }
        @if let Some(id) = shown.only.filter(|_| shown.query.is_empty()) {
            form.card.search-form action={ "/chat/" (id) } method="get" {
                div.filters {
                    (ui::date(&Field::new("day", lang.chat_day())))
                    div.buttons { (ui::button(Button::Usual, Some(Icon::Calendar), lang.chat_day_go())) }
                }
            }
        }
        @if shown.query.is_empty() {
            (ui::empty(Icon::Messages, lang.chat_find(), lang.chat_find_about(), None))
        } @else if shown.found.is_empty() {
            (ui::empty(Icon::Search, lang.search_nothing(), lang.search_nothing_words(), None))
        } @else {
            div.card.card-flush {
                ul.list role="list" {
                    @for (talk, line) in shown.found {
                        li.search-line {
                            (item(visit, now, line, shown.query))
                            @if shown.only.is_none() { a.end.soft.small href={ "/chat/" (talk) } { bdi { (name(*talk)) } } }
                        }
                    }
                }
            }
        }
        @let older = shown.older.map(|id| format!("{here}?{}&before={id}", people::url_query(&[("q", shown.typed)])));
        (ui::pager(lang, None, older.as_deref()))
        p { a href=(back) { (ui::icon_turning(Icon::ArrowLeft)) " " @if shown.only.is_some() { (lang.chat_to()) } @else { (lang.nav_chat()) } } }
    }
}
