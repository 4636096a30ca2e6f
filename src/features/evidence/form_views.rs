//! The HTML of asking for a pack: who stands in it how, and why it is taken out.

use super::{Source, Told};
use crate::base::limits;
use crate::features::desk::Who;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Said};
use maud::{Markup, html};
use std::collections::{BTreeMap, HashMap};

/// What the form shows.
pub(super) struct Drawn<'a> {
    pub lang: &'a Lang,
    pub same_site: &'a str,
    pub source: Source,
    pub people: &'a HashMap<i64, Who>,
    pub chosen: &'a BTreeMap<i64, Told>,
    pub others: Told,
    pub reason: &'a str,
    pub said: &'a Said,
}

/// The form.
pub(super) fn form(drawn: &Drawn<'_>) -> Markup {
    let lang = drawn.lang;
    let problems = drawn.said.list();
    let action = match drawn.source {
        Source::Case(item) => format!("/evidence/items/{item}"),
        Source::Reading(reading, _) => format!("/evidence/readings/{reading}"),
    };
    let form = Form {
        action: &action,
        same_site: drawn.same_site,
        problems: &problems,
        whole_page: true,
        ..Form::default()
    };
    let reason =
        Field::new("reason", lang.evidence_reason()).hint(lang.evidence_reason_hint()).value(drawn.reason);
    let reason = reason.letters_max(limits::REASON_CHARS_MAX).required().problem(drawn.said.of("reason"));
    let back = match drawn.source {
        Source::Case(item) => format!("/desk/items/{item}"),
        Source::Reading(reading, _) => format!("/readings/{reading}"),
    };
    html! {
        div.main-head {
            h1 { (lang.evidence_title()) }
            a.button href=(back) { (ui::icon_turning(Icon::ArrowLeft)) (lang.evidence_back()) }
        }
        section.card {
            p { (lang.evidence_about()) }
            p { (lang.evidence_about_recorded()) }
            @if matches!(drawn.source, Source::Reading(..)) { p { (lang.evidence_about_reading()) } }
        }
        section.card {
            (ui::form(lang, &form, html! {
                @if let Source::Reading(_, Some(post)) = drawn.source { input type="hidden" name="post" value=(post); }
                h2.card-title { (lang.evidence_people()) }
                p.soft { (lang.evidence_people_about()) }
                @for (id, told) in drawn.chosen {
                    @if let Some(who) = drawn.people.get(id) { (choice(lang, &format!("person-{id}"), &who.shown_name, *told)) }
                }
                (choice(lang, "others", lang.evidence_others(), drawn.others))
                (ui::textarea(&reason, 3))
                (ui::button(Button::Main, Some(Icon::Download), lang.evidence_take()))
            }))
        }
    }
}

fn choice(lang: &Lang, name: &str, label: &str, told: Told) -> Markup {
    let choices: Vec<Choice<'_>> = Told::ALL
        .iter()
        .map(|each| Choice {
            value: each.word(),
            label: match each {
                Told::Named => lang.evidence_named(),
                Told::Veiled => lang.evidence_veiled(),
                Told::Out => lang.evidence_out(),
            },
            hint: None,
            chosen: *each == told,
        })
        .collect();
    ui::select(&Field::new(name, label), &choices)
}
