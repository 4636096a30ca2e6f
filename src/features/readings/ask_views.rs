//! The HTML of asking for a Reading.

use super::Target;
use super::group_views::name;
use super::talk_store::About;
use crate::base::{Rules, TellReadings, limits};
use crate::features::desk::Who;
use crate::features::moderation::{self, ReadingReason};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Said};
use maud::{Markup, html};
use std::collections::HashMap;

/// What the form shows.
pub(super) struct Asking<'a> {
    pub target: Target,
    pub about: &'a About,
    pub people: &'a HashMap<i64, Who>,
    pub same_site: &'a str,
    pub reason: Option<ReadingReason>,
    pub words: &'a str,
    pub rules: &'a Rules,
    pub said: &'a Said,
}

/// What is about to be opened, and what follows from it, before it is.
pub(super) fn ask(lang: &Lang, asking: &Asking<'_>) -> Markup {
    let names: Vec<String> = asking.about.people.iter().map(|id| name(lang, asking.people, *id)).collect();
    html! {
        h1 { (lang.readings_open_title()) }
        section.card {
            p { @if asking.about.of_posts { (lang.readings_about_posts()) } @else if asking.about.person.is_some() { (lang.readings_about_person()) } @else { (lang.readings_about_talk()) } }
            ul.row role="list" { @for name in &names { li.chip { bdi { (name) } } } }
            @if asking.about.own { (ui::state(Icon::Lock, lang.readings_own())) }
            @else { (form(lang, asking)) }
        }
    }
}

fn form(lang: &Lang, asking: &Asking<'_>) -> Markup {
    let problems = asking.said.list();
    let form = Form {
        action: "/readings",
        same_site: asking.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let reasons: Vec<Choice<'_>> = ReadingReason::ALL
        .iter()
        .map(|reason| Choice {
            value: reason.word(),
            label: moderation::reading_reason(lang, reason.word()),
            hint: None,
            chosen: asking.reason == Some(*reason),
        })
        .collect();
    let words = Field::new("words", lang.readings_words()).hint(lang.readings_words_hint());
    let words = words.value(asking.words).required().letters_max(limits::REASON_CHARS_MAX);
    let hidden = match asking.target {
        Target::Case(item) => vec![("case", item.to_string())],
        Target::Named { reading, conversation } => {
            vec![("reading", reading.to_string()), ("conversation", conversation.to_string())]
        }
        Target::Person(person) => vec![("person", person.to_string())],
        Target::Posts(person) => vec![("person", person.to_string()), ("what", "posts".to_owned())],
    };
    html! {
        (ui::form(lang, &form, html! {
            @for (name, value) in &hidden { input type="hidden" name=(name) value=(value); }
            (ui::radios(&Field::new("reason", lang.readings_reason()).hint(lang.readings_reason_hint()).problem(asking.said.of("reason")), &reasons))
            (ui::textarea(&words.problem(asking.said.of("words")), 3))
            (follows(lang, asking.rules, asking.about.confidential))
            (ui::button(Button::Main, Some(Icon::Eye), lang.readings_open()))
        }))
    }
}

/// What the house does with it.
fn follows(lang: &Lang, rules: &Rules, confidential: bool) -> Markup {
    let told = match rules.tell_readings {
        TellReadings::AtOnce => lang.readings_follows_at_once().to_owned(),
        TellReadings::Never => lang.readings_follows_never().to_owned(),
        later => lang.readings_follows_later(later.days().unwrap_or(0)),
    };
    html! {
        ul.stack-small {
            li { (lang.readings_follows_day()) }
            li { (lang.readings_follows_record()) }
            @if confidential { li { strong { (lang.readings_follows_confidential()) } } }
            @else if rules.two_person_reading { li { (lang.readings_follows_two()) } }
            li { (told) }
        }
    }
}
