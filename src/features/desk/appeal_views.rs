//! The HTML of cases of who asks for a second look.

use super::appeal_pages::Found;
use super::case_views::{Desk, author, head, next};
use super::store::Who;
use super::views::{List, Standing, decision_words, excerpt, kind_words, name, rows, shielded, tabs};
use super::{looking_views, own_views};
use crate::base::{Sanction, limits};
use crate::features::appeals::{self, Appeal, Outcome};
use crate::features::moderation::Decider;
use crate::features::sanctions;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// What is answered.
pub(super) struct Answered<'a> {
    pub done: &'a [Appeal],
    pub people: &'a HashMap<i64, Who>,
    pub older: Option<&'a str>,
}

/// What was typed.
pub(super) struct Typed<'a> {
    pub outcome: Option<Outcome>,
    pub answer: &'a str,
}

/// What staff decided or set, in a word or two: "Removed", "Read-only".
pub(super) fn what_was_done<'l>(lang: &'l Lang, what: &str) -> &'l str {
    match Sanction::parse(what) {
        Some(kind) => sanctions::kind_words(lang, kind),
        None => decision_words(lang, what).1,
    }
}

/// What waits, and what is answered.
pub(super) fn list(
    lang: &Lang,
    now: &Now,
    list: &List,
    standing: Standing,
    answered: &Answered<'_>,
) -> Markup {
    html! {
        h1 { (lang.nav_desk()) }
        (tabs(lang, Some(list.queue), Some(standing)))
        @if standing.is_later { p { a.button href="/desk/appeals" { (ui::icon_turning(Icon::ChevronLeft)) (lang.desk_first_page()) } } }
        (rows(lang, now, list))
        @if !answered.done.is_empty() {
            section.card {
                h2.card-title { (lang.appeal_done()) }
                ul.list role="list" { @for appeal in answered.done { li { (line(lang, now, answered, appeal)) } } }
                (ui::pager(lang, None, answered.older))
            }
        }
    }
}

fn line(lang: &Lang, now: &Now, answered: &Answered<'_>, appeal: &Appeal) -> Markup {
    html! {
        div {
            a href={ "/desk/appeals/" (appeal.id) } {
                bdi { (name(lang, answered.people, appeal.account.0)) } ": " (what_was_done(lang, &appeal.about.what))
            }
            @if let Some(decided) = &appeal.decided {
                " " span.chip { (appeals::outcome_words(lang, decided.outcome)) }
                p.soft dir="auto" { (ui::prose::plain(&appeal.words, limits::EXCERPT_CHARS_MAX)) }
                p.post-meta { (now.ago(lang, decided.at_ms)) }
            }
        }
    }
}

/// One, with what is needed to decide, and the form of who does.
pub(super) fn one(desk: &Desk<'_>, found: &Found, typed: &Typed<'_>) -> Markup {
    let (lang, appeal) = (desk.lang, &found.appeal);
    html! {
        (head(desk, lang.appeal_title()))
        div.stack {
            (looking_views::looking(lang, desk.now, desk.looking))
            section.card.desk-item {
                h2.card-title { (lang.appeal_asks()) }
                (author(desk, &found.people, appeal.account.0, found.removed_before))
                blockquote.excerpt dir="auto" { (appeal.words) }
                p.post-meta { (desk.now.ago(lang, appeal.at_ms)) }
            }
            section.card {
                h2.card-title { (lang.appeal_what()) }
                (about(desk, found))
            }
            section.card {
                @match &appeal.decided {
                    Some(decided) => {
                        h2.card-title { (lang.appeal_done()) }
                        (appeals::answered(lang, desk.now, decided))
                        @if let Some(who) = decided.by.and_then(|by| found.people.get(&by.0)) { p.soft { (lang.appeal_by(who.shown_name.as_str())) } }
                        @if found.takeable {
                            @let action = format!("/desk/appeals/{}/undo", appeal.id);
                            p.hint { (lang.appeal_undo_about()) }
                            (ui::button_form(&action, desk.same_site, &[], Button::Usual, Some(Icon::ArrowBackUp), lang.appeal_undo()))
                        }
                    },
                    None => {
                        (own_views::state(lang, found.decider, (lang.appeal_by_another(), lang.appeal_nobody_else())))
                        @if found.decider != Decider::Another { (decision(desk, appeal.id, typed)) }
                    },
                }
                p { a.button.button-quiet href=(next(desk)) data-key="n" { span.key { "N" } (lang.desk_next()) } }
            }
        }
    }
}

/// What was decided or set, by whom, and whether it is so still; the thing itself, where it is about one.
fn about(desk: &Desk<'_>, found: &Found) -> Markup {
    let (lang, about) = (desk.lang, &found.appeal.about);
    let by = about.by.filter(|_| found.appeal.account.0 != desk.me);
    html! {
        @if about.what.is_empty() { p.soft { (lang.appeal_unseen()) } }
        @else {
            @if !about.still { p { span.chip.chip-good { (ui::icon(Icon::Check)) (lang.appeal_no_more()) } } }
            (appeals::what(lang, desk.now, about))
            @if let Some(who) = by.and_then(|by| found.people.get(&by.0)) { p.soft { (lang.appeal_by(who.shown_name.as_str())) } }
        }
        @if let (Some(short), Some(item)) = (&found.short, about.item) {
            p.post-meta { strong { (kind_words(lang, short.kind)) } }
            @if let Some(photo) = short.photo { (shielded(lang, photo, "", "medium")) }
            blockquote.excerpt dir="auto" { (excerpt(lang, short)) }
            p { a.button.button-small href={ "/desk/items/" (item) } { (ui::icon(Icon::ShieldCheck)) (lang.appeal_case()) } }
        }
        @if desk.takes_out && found.appeal.account.0 != desk.me {
            p { a.button.button-quiet.button-small href={ "/admin/people/" (found.appeal.account) "/sanctions" } { (ui::icon(Icon::ListCheck)) (lang.sanction_all()) } }
        }
    }
}

fn decision(desk: &Desk<'_>, id: i64, typed: &Typed<'_>) -> Markup {
    let lang = desk.lang;
    let action = format!("/desk/appeals/{id}");
    let problems = desk.said.list();
    let form = Form {
        action: &action,
        same_site: desk.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let hint = |outcome| match outcome {
        Outcome::Stands => lang.appeal_stands_hint(),
        Outcome::Changed => lang.appeal_changed_hint(),
    };
    let choices: Vec<Choice<'_>> = Outcome::ALL
        .iter()
        .map(|outcome| Choice {
            value: outcome.word(),
            label: appeals::outcome_words(lang, *outcome),
            hint: Some(hint(*outcome)),
            chosen: typed.outcome == Some(*outcome),
        })
        .collect();
    let outcome = Field::new("outcome", lang.appeal_outcome()).required().problem(desk.said.of("outcome"));
    let answer =
        Field::new("answer", lang.sanction_words()).hint(lang.sanction_words_hint()).value(typed.answer);
    let answer = answer.required().letters_max(limits::SANCTION_CHARS_MAX).problem(desk.said.of("answer"));
    ui::form(
        lang,
        &form,
        html! {
            (ui::radios(&outcome, &choices))
            (ui::textarea(&answer, 3))
            (ui::button(Button::Main, Some(Icon::Check), lang.appeal_decide()))
        },
    )
}
