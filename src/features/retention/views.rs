//! The HTML of how long things are kept.

use super::Cutoffs;
use super::run_store::{Run, State};
use crate::base::{Rules, limits};
use crate::features::desk::Who;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Now, Said};
use maud::{Markup, html};
use std::collections::HashMap;

/// What is kept how long, and what the runs did.
pub(super) struct Kept<'a> {
    pub rules: &'a Rules,
    pub cut: Cutoffs,
    pub runs: &'a [Run],
    pub people: &'a HashMap<i64, Who>,
    pub now: &'a Now,
    /// Can the clock be believed?
    pub trusted: bool,
    pub is_owner: bool,
    /// What was typed to say yes.
    pub typed: &'a str,
    pub said: &'a Said,
}

pub(super) fn page(lang: &Lang, same_site: &str, kept: &Kept<'_>) -> Markup {
    html! {
        h1 { (lang.retention_title()) }
        p { (lang.retention_about()) }
        @if !kept.trusted {
            p.state { (ui::icon(Icon::AlertTriangle)) (lang.retention_unsure()) " " a href="/admin/hours" { (lang.hours_clock()) } }
        }
        @if let Some(run) = kept.runs.first().filter(|run| run.state == State::Asks) { (asks(lang, same_site, kept, run)) }
        (rules(lang, same_site, kept))
        p { a.button href="/admin/holds" { (ui::icon(Icon::Lock)) (lang.holds_title()) } }
        (runs(lang, kept))
    }
}

/// More than usual would go: an owner types how much it is.
fn asks(lang: &Lang, same_site: &str, kept: &Kept<'_>, run: &Run) -> Markup {
    let problems = kept.said.list();
    let form = Form { action: "/admin/retention/confirm", same_site, problems: &problems, ..Form::default() };
    let (all, planned) = (run.planned.all(), run.planned);
    html! {
        section.card {
            h2.card-title { (lang.retention_asks()) }
            p { (lang.retention_asks_words(all)) }
            ul.stack-small {
                li { (lang.retention_posts()) ": " (planned.posts) ", " (before(lang, kept.now, run.cut.posts_ms)) }
                li { (lang.retention_messages()) ": " (planned.messages) ", " (before(lang, kept.now, run.cut.messages_ms)) }
                li { (lang.retention_cases()) ": " (planned.cases) ", " (before(lang, kept.now, run.cut.cases_ms)) }
                @if planned.drafts > 0 { li { (lang.retention_drafts()) ": " (planned.drafts) } }
            }
            p { (lang.retention_no_way_back()) }
            @if kept.is_owner {
                (ui::form(lang, &form, html! {
                    @let field = Field::new("count", lang.retention_type()).hint(lang.retention_type_hint());
                    (ui::text(&field.value(kept.typed).required().letters_max(12).problem(kept.said.of("count"))))
                    (ui::button(Button::Harm, Some(Icon::Trash), lang.retention_do()))
                }))
            } @else {
                p.state { (ui::icon(Icon::InfoCircle)) (lang.retention_owner()) }
            }
        }
    }
}

fn before(lang: &Lang, now: &Now, ms: i64) -> String {
    if ms == 0 {
        lang.retention_for_ever().to_owned()
    } else {
        lang.retention_before(lang.date(now.day_at(ms)))
    }
}

fn rules(lang: &Lang, same_site: &str, kept: &Kept<'_>) -> Markup {
    let form = Form { action: "/admin/retention", same_site, guard: true, ..Form::default() };
    let labels = limits::KEPT_DAYS.map(|days| {
        let label = if days == 0 {
            lang.retention_for_ever().to_owned()
        } else {
            lang.retention_days(i64::from(days))
        };
        (days, days.to_string(), label)
    });
    let choices = |now: Option<u32>| {
        let usual =
            Choice { value: "usual", label: lang.retention_usual(), hint: None, chosen: now.is_none() };
        let own = labels.iter().map(move |(days, value, label)| Choice {
            value,
            label,
            hint: None,
            chosen: now == Some(*days),
        });
        std::iter::once(usual).chain(own).collect::<Vec<_>>()
    };
    let fields = [
        ("keep_posts", lang.retention_posts(), kept.rules.keep_posts, kept.cut.posts_ms),
        ("keep_messages", lang.retention_messages(), kept.rules.keep_messages, kept.cut.messages_ms),
        ("keep_cases", lang.retention_cases(), kept.rules.keep_cases, kept.cut.cases_ms),
    ];
    html! {
        section.card {
            h2.card-title { (lang.retention_rules()) }
            p.soft { (lang.retention_usual_is()) }
            (ui::form(lang, &form, html! {
                @for (name, label, now, cut) in fields {
                    @let hint = before(lang, kept.now, cut);
                    (ui::select(&Field::new(name, label).hint(&hint), &choices(now)))
                }
                (ui::button(Button::Main, None, lang.save()))
            }))
        }
    }
}

fn runs(lang: &Lang, kept: &Kept<'_>) -> Markup {
    html! {
        @if !kept.runs.is_empty() {
            section.card {
                h2.card-title { (lang.retention_runs()) }
                div.table-wrap tabindex="0" role="region" aria-label=(lang.retention_runs()) {
                    table.table {
                        thead { tr {
                            th scope="col" { (lang.retention_when()) }
                            th scope="col" { (lang.retention_posts()) }
                            th scope="col" { (lang.retention_messages()) }
                            th scope="col" { (lang.retention_cases()) }
                            th scope="col" { (lang.retention_drafts()) }
                            th scope="col" { (lang.retention_state()) }
                        } }
                        tbody {
                            @for run in kept.runs {
                                tr {
                                    td { (kept.now.moment(lang, run.ended_at.unwrap_or(run.begun_at))) }
                                    td { (run.gone.posts) } td { (run.gone.messages) } td { (run.gone.cases) } td { (run.gone.drafts) }
                                    td {
                                        @match run.state { State::Asks => (lang.retention_is_asking()), State::Runs => (lang.retention_is_running()), State::Done => (lang.retention_is_done()) }
                                        @if let Some(who) = run.confirmed_by.and_then(|id| kept.people.get(&id.0)) { " " span.soft { bdi { (who.shown_name) } } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
