//! The HTML of what staff and people say in a case.

use super::case_views::Desk;
use super::concerned::Concerned;
use super::store::Who;
use super::views::{address, name};
use crate::base::limits;
use crate::features::case_talk::{self, Talk};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Now, Said};
use maud::{Markup, html};
use std::collections::HashMap;

/// What the page shows.
pub(super) struct Shown<'a> {
    pub lang: &'a Lang,
    pub now: &'a Now,
    pub same_site: &'a str,
    pub found: &'a Concerned,
    /// Who was chosen, and what was typed.
    pub to: &'a str,
    pub words: &'a str,
    pub said: &'a Said,
}

pub(super) fn page(shown: &Shown<'_>) -> Markup {
    let (lang, found) = (shown.lang, shown.found);
    html! {
        div.main-head {
            h1 { (lang.case_talk_staff()) }
            a.button href=(address(&found.head)) { (ui::icon_turning(Icon::ArrowLeft)) (lang.case_talk_back()) }
        }
        p.soft { (lang.case_talk_staff_hint()) }
        div.stack #case-said aria-live="polite" { (said(lang, shown.now, found)) }
        div #{ (case_talk::ANSWER) } {
            @if found.open { (form(shown)) }
            @else { (case_talk::closed(lang, shown.words)) }
        }
    }
}

/// All that was said, person by person.
fn said(lang: &Lang, now: &Now, found: &Concerned) -> Markup {
    case_talk::said(lang, now, &found.talks, &|who| name(lang, &found.people, who.0).to_owned())
}

/// The same for a page that is open.
pub(super) fn said_now(lang: &Lang, now: &Now, found: &Concerned) -> String {
    html! {
        turbo-stream action="update" target="case-said" { template { (said(lang, now, found)) } }
    }
    .into_string()
}

fn form(shown: &Shown<'_>) -> Markup {
    let (lang, found) = (shown.lang, shown.found);
    let action = format!("/desk/cases/{}/talk", found.head.id);
    let problems = shown.said.list();
    let form = Form {
        action: &action,
        same_site: shown.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let each: Vec<(String, String)> = found
        .concerned
        .iter()
        .map(|(who, concern)| {
            let name = name(lang, &found.people, who.0);
            (who.0.to_string(), case_talk::choice_words(lang, name, *concern))
        })
        .collect();
    let first =
        Choice { value: "", label: lang.desk_choose_reason(), hint: None, chosen: shown.to.is_empty() };
    let choices: Vec<Choice<'_>> = [first]
        .into_iter()
        .chain(each.iter().map(|(value, label)| Choice {
            value,
            label,
            hint: None,
            chosen: value == shown.to,
        }))
        .collect();
    let words =
        Field::new("words", lang.case_talk_words()).hint(lang.case_talk_words_hint()).value(shown.words);
    let words = words.required().letters_max(limits::CASE_MESSAGE_CHARS_MAX).problem(shown.said.of("words"));
    html! {
        section.card {
            h2.card-title { (lang.case_talk_write()) }
            (ui::form(lang, &form, html! {
                (ui::select(&Field::new("to", lang.case_talk_to()).problem(shown.said.of("to")), &choices))
                (ui::textarea(&words, 4))
                (ui::button(Button::Main, Some(Icon::Send), lang.send()))
            }))
        }
    }
}

/// The same on the page of the case: what was said, and the way to say more while it is open.
pub(super) fn section(desk: &Desk<'_>, talks: &[Talk], people: &HashMap<i64, Who>, own: bool) -> Markup {
    let lang = desk.lang;
    html! {
        @if !own {
            (case_talk::said(lang, desk.now, talks, &|who| name(lang, people, who.0).to_owned()))
            @if let Some(looking) = desk.looking {
                p { a.button.button-quiet.button-small href={ "/desk/cases/" (looking.case) "/talk" } { (ui::icon(Icon::Pencil)) (lang.case_talk_write()) } }
            }
        }
    }
}
