//! The HTML of what word rules brought before the desk.

use super::case_views::{Desk, author, head, next, only_next};
use super::marks::{Place, stretches};
use super::watch_store::{Case, Hit, Line};
use super::{hearing_views, looking_views, own_views};
use crate::base::limits;
use crate::base::watch::Action;
use crate::features::moderation::{Aptness, surface_words};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon};
use maud::{Markup, html};

/// What a rule did, as signs.
pub(super) fn chips(lang: &Lang, line: &Line) -> Markup {
    html! {
        (done(lang, line.action))
        @if line.possible { span.chip { (lang.watch_possible()) } }
    }
}

fn done(lang: &Lang, action: Action) -> Markup {
    html! {
        @match action {
            Action::Help => span.chip.chip-harm { (ui::icon(Icon::Heart)) (lang.watch_case_help()) },
            Action::Block => span.chip.chip-clay { (ui::icon(Icon::Ban)) (lang.watch_case_block()) },
            Action::Hold => span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.watch_case_hold()) },
            Action::Flag | Action::Censor => span.chip { (ui::icon(Icon::Flag)) (lang.watch_case_flag()) },
        }
    }
}

/// Where rules matched, each with what staff say of it.
pub(super) fn hits(desk: &Desk<'_>, hits: &[Hit]) -> Markup {
    let lang = desk.lang;
    html! {
        @if !hits.is_empty() {
            section.card {
                h2.card-title { (lang.watch_hits_title()) }
                ul.list { @for hit in hits { li.case-report { (each(desk, hit)) } } }
            }
        }
    }
}

/// A text with the words marked that rules matched, as it was typed; nothing where none of them stands in it.
pub(super) fn marked(text: &str, hits: &[Hit]) -> Option<Markup> {
    let places = hits.iter().map(|hit| Place {
        part: hit.part,
        from_char: usize::try_from(hit.from_char).unwrap_or(usize::MAX),
        words: &hit.words,
    });
    let stretches = stretches(text, places);
    let mut from = 0;
    let mut pieces = Vec::with_capacity(stretches.len());
    for stretch in &stretches {
        pieces.push((text.get(from..stretch.start)?, text.get(stretch.clone())?));
        from = stretch.end;
    }
    let rest = text.get(from..)?;
    (!pieces.is_empty()).then(|| {
        html! { p.post-text.case-marked dir="auto" { @for (before, words) in pieces { (before) mark { (words) } } (rest) } }
    })
}

fn each(desk: &Desk<'_>, hit: &Hit) -> Markup {
    let lang = desk.lang;
    let choices = [
        (Aptness::Right, lang.watch_right()),
        (Aptness::Wrong, lang.watch_wrong()),
        (Aptness::Harmless, lang.watch_harmless()),
    ];
    html! {
        div.row {
            mark dir="auto" { (hit.words) }
            span.soft { (lang.watch_hit_rule(hit.pattern.as_str())) }
            @if hit.possible { span.chip { (lang.watch_possible()) } }
            @if !hit.open { span.chip { (ui::icon(Icon::Check)) (lang.desk_closed()) } }
        }
        form.row method="post" action={ "/desk/hits/" (hit.id) } aria-label=(lang.watch_judge(hit.words.as_str())) {
            input type="hidden" name="same_site" value=(desk.same_site);
            @for (aptness, words) in choices {
                @let chosen = hit.verdict.as_deref() == Some(aptness.word());
                button.button.button-small name="verdict" value=(if chosen { "" } else { aptness.word() })
                    aria-pressed=(if chosen { "true" } else { "false" }) { (words) }
            }
        }
    }
}

/// A case that is no item to decide about.
pub(super) fn case(desk: &Desk<'_>, case: &Case) -> Markup {
    let lang = desk.lang;
    let problems = desk.said.list();
    let form = Form {
        action: &format!("/desk/words/{}", case.id),
        same_site: desk.same_site,
        problems: &problems,
        ..Form::default()
    };
    let note = Field::new("note", lang.desk_person_note()).optional(lang.form_optional()).value(desk.note);
    let note = note.letters_max(limits::REASON_CHARS_MAX).problem(desk.said.of("note"));
    let about = match case.action {
        Action::Help => lang.watch_about_help(),
        Action::Block => lang.watch_about_block(),
        _ => lang.watch_about_flag(),
    };
    html! {
        (head(desk, surface_words(lang, case.surface)))
        div.stack {
            (own_views::state(lang, desk.stance.decider, (lang.desk_own(), lang.desk_own_alone())))
            (looking_views::looking(lang, desk.now, desk.looking))
            section.card.desk-item {
                (author(desk, &case.people, case.author.0, case.removed_before))
                p.post-meta { (desk.now.ago(lang, case.made_at)) (done(lang, case.action)) }
                p.soft { (about) }
                @match marked(&case.words, &case.hits) {
                    Some(words) => (words),
                    None => div.post-text.prose dir="auto" { (ui::prose::prose(&case.words, &|_| None)) },
                }
                @if desk.safeguards {
                    p { a.button.button-small href={ "/readings/new?person=" (case.author) } { (ui::icon(Icon::Eye)) (lang.readings_with_whom()) } }
                }
                @if case.closed_at.is_some() {
                    p.soft { (ui::icon(Icon::Check)) (lang.desk_closed()) @if !case.note.is_empty() { ": " (case.note) } }
                }
            }
            (hits(desk, &case.hits))
            (hearing_views::section(desk, &case.talks, &case.people, case.author.0 == desk.me))
            @if case.closed_at.is_none() && !desk.decides() { (only_next(desk)) }
            @else if case.closed_at.is_none() {
                section.card {
                    (ui::form(lang, &form, html! {
                        (ui::textarea(&note, 2))
                        div.buttons {
                            (ui::button(Button::Main, Some(Icon::Check), lang.desk_close()))
                            a.button.button-quiet href=(next(desk)) data-key="n" { span.key { "N" } (lang.desk_next()) }
                        }
                    }))
                }
            }
        }
    }
}
