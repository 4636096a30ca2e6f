//! The HTML of a case about a person: who was reported, who asked for help, about whom somebody worries.

use super::case_store::PersonCase;
use super::case_views::{Desk, author, decisions, folded, head, keys, next, only_next, reports};
use super::views::{kind_words, shielded};
use super::{hearing_views, looking_views, own_views};
use crate::base::{Kind, limits};
use crate::features::moderation::{CaseSort, Outcome};
use crate::ui::{self, Choice, Field, Form, Icon};
use maud::{Markup, html};

/// The whole page.
pub(super) fn person(desk: &Desk<'_>, case: &PersonCase, told: &str) -> Markup {
    let lang = desk.lang;
    let open = case.reports.iter().filter(|report| report.open && report.case == case.id);
    let open: Vec<i64> = open.map(|report| report.id).collect();
    let problems = desk.said.list();
    let form = Form {
        action: &format!("/desk/people/{}", case.id),
        same_site: desk.same_site,
        problems: &problems,
        ..Form::default()
    };
    let note = Field::new("note", lang.desk_person_note()).optional(lang.form_optional()).value(desk.note);
    let note = note.letters_max(limits::REASON_CHARS_MAX).problem(desk.said.of("note"));
    html! {
        (head(desk, if case.sort == CaseSort::Worry { lang.desk_worry() } else { lang.desk_person() }))
        div.stack {
            (own_views::state(lang, desk.stance.decider, (lang.desk_own_person(), lang.desk_own_alone())))
            (looking_views::looking(lang, desk.now, desk.looking))
            section.card.desk-item {
                // A whole conversation is nobody's: who began it is not who is worried about.
                @if case.item.as_ref().is_some_and(|item| item.kind == Kind::Conversation) { p.soft { (lang.readings_reported_talk()) } }
                @else { (author(desk, &case.people, case.person.0, case.removed_before)) }
                (about(desk, case))
                @if desk.safeguards {
                    p { a.button.button-small href={ "/readings/new?person=" (case.person) } { (ui::icon(Icon::Eye)) (lang.readings_with_whom()) } }
                    p { a.button.button-small href={ "/readings/new?person=" (case.person) "&what=posts" } { (ui::icon(Icon::Eye)) (lang.readings_what_posts()) } }
                }
            }
            (reports(desk, &case.reports, &case.people))
            (decisions(desk, &case.decisions, &case.people))
            (hearing_views::section(desk, &case.talks, &case.people, case.person.0 == desk.me))
        }
        @if !desk.decides() { (only_next(desk)) }
        @else { div.decision {
            (ui::form(lang, &form, html! {
                @for id in &open { input type="hidden" name="report" value=(id); }
                div.decision-words {
                    @if !open.is_empty() { (outcome(desk, case, told)) }
                    (folded(desk, lang.desk_person_note(), &note))
                }
                div.buttons {
                    button.button disabled[open.is_empty()] data-key="a" { span.key { "A" } (ui::icon(Icon::Check)) (lang.desk_close()) }
                    a.button.button-quiet href=(next(desk)) data-key="n" { span.key { "N" } (lang.desk_next()) }
                }
            }))
        } }
        (keys(lang, false))
    }
}

/// What whoever reported is told: staff say whether something was done, and where something was set since, it is said.
fn outcome(desk: &Desk<'_>, case: &PersonCase, told: &str) -> Markup {
    let lang = desk.lang;
    if case.sort == CaseSort::Worry {
        return html! { p.soft { (lang.desk_told_cared()) } };
    }
    if case.acted {
        return html! { p.soft { (lang.desk_told_since()) } };
    }
    let choices = [(Outcome::Nothing, lang.desk_told_nothing()), (Outcome::Acted, lang.desk_told_acted())];
    let choices = choices.map(|(outcome, label)| Choice {
        value: outcome.word(),
        label,
        hint: None,
        chosen: told == outcome.word() || (told.is_empty() && outcome == Outcome::Nothing),
    });
    ui::select(&Field::new("told", lang.desk_told()), &choices)
}

/// What was said to give reason to worry, where it is something that the person made.
fn about(desk: &Desk<'_>, case: &PersonCase) -> Markup {
    let (lang, Some(item)) = (desk.lang, &case.item) else { return html! {} };
    html! {
        p.post-meta { strong { (kind_words(lang, item.kind)) } (desk.now.ago(lang, item.made_at)) }
        @if !item.body.is_empty() && item.kind != Kind::Photo {
            div.post-text.prose dir="auto" { (ui::prose::prose(&item.body, &|_| None)) }
        }
        @for (photo, alt) in &case.photos {
            (shielded(lang, *photo, alt, "medium"))
            @if !alt.is_empty() { p.soft dir="auto" { (lang.desk_photo_described(alt.as_str())) } }
        }
        @if desk.moderates {
            p { a.button.button-small href={ "/desk/items/" (item.id) } { (ui::icon(Icon::ShieldCheck)) (lang.readings_decide()) } }
        }
    }
}
