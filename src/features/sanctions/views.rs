//! The HTML of what staff say or set about somebody, and its words for the person themselves.

use super::pages::{About, LASTS};
use super::{Given, reasons};
use crate::base::{AccountId, Sanction, limits};
use crate::features::moderation::{self, DecisionReason};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

/// What stands in the form.
pub(super) struct Typed<'a> {
    pub kind: Option<Sanction>,
    pub lasts: &'a str,
    pub until: &'a str,
    pub reason: Option<DecisionReason>,
    pub words: &'a str,
}

/// One page of all that was said and set.
pub(super) struct Shown<'a> {
    pub given: &'a [Given],
    pub names: &'a [(AccountId, String)],
    pub older: Option<&'a str>,
    /// One that was to be lifted, and came back with what was typed and what is wrong.
    pub failed: Option<i64>,
    pub why: &'a str,
    pub said: &'a Said,
}

/// What it is, in a few words, for staff.
pub fn kind_words(lang: &Lang, kind: Sanction) -> &str {
    match kind {
        Sanction::Note => lang.sanction_note(),
        Sanction::Warning => lang.sanction_warning(),
        Sanction::ReadOnly => lang.admin_read_only(),
        Sanction::NoMessages => lang.sanction_no_messages(),
        Sanction::NoPhotos => lang.sanction_no_photos(),
        Sanction::Suspended => lang.admin_suspended(),
    }
}

fn kind_about(lang: &Lang, kind: Sanction) -> &str {
    match kind {
        Sanction::Note => lang.sanction_note_about(),
        Sanction::Warning => lang.sanction_warning_about(),
        Sanction::ReadOnly => lang.admin_read_only_hint(),
        Sanction::NoMessages => lang.talking_stop_about(),
        Sanction::NoPhotos => lang.sanction_no_photos_about(),
        Sanction::Suspended => lang.admin_suspended_hint(),
    }
}

/// What it is, for the person.
pub fn mine_words(lang: &Lang, kind: Sanction) -> &str {
    match kind {
        Sanction::Note => lang.sanction_mine_note(),
        Sanction::Warning => lang.sanction_mine_warning(),
        Sanction::ReadOnly => lang.record_read_only(),
        Sanction::NoMessages => lang.talking_record_stopped(),
        Sanction::NoPhotos => lang.sanction_mine_no_photos(),
        Sanction::Suspended => lang.record_suspended(),
    }
}

/// Why, in words; a reason of a later program is just another.
pub fn reason_word<'l>(lang: &'l Lang, word: &str) -> &'l str {
    moderation::decision_reason_words(lang, DecisionReason::parse(word).unwrap_or(DecisionReason::Other))
}

/// Until when it holds, or what became of it; nothing of what is only said.
pub fn until_words(lang: &Lang, now: &Now, given: &Given) -> Option<String> {
    let over = given.over_ms.or(given.until_ms).filter(|_| !given.stands);
    match over {
        Some(at_ms) if given.lifted && !given.kind.holds() => {
            Some(lang.sanction_taken_back(now.moment(lang, at_ms)))
        }
        Some(at_ms) if given.lifted => Some(lang.sanction_lifted(now.moment(lang, at_ms))),
        Some(at_ms) => Some(lang.sanction_ended(now.moment(lang, at_ms))),
        None if !given.kind.holds() => None,
        None => Some(holds(lang, now, given.until_ms.filter(|_| !given.unsure), given.unsure)),
    }
}

fn holds(lang: &Lang, now: &Now, until_ms: Option<i64>, unsure: bool) -> String {
    match until_ms {
        _ if unsure => lang.sanction_until_clock().to_owned(),
        Some(until) => lang.sanction_until(now.moment(lang, until)),
        None => lang.sanction_until_lifted().to_owned(),
    }
}

/// What holds about an account, and the ways to say or set something: for the account's own page.
pub fn card(
    lang: &Lang,
    now: &Now,
    account: AccountId,
    stands: &[(Sanction, Option<i64>)],
    may: bool,
) -> Markup {
    let list = format!("/admin/people/{account}/sanctions");
    html! {
        @if !stands.is_empty() {
            ul.list role="list" {
                @for (kind, until) in stands {
                    li { div { strong { (kind_words(lang, *kind)) } p.soft { (holds(lang, now, *until, false)) } } }
                }
            }
        }
        div.buttons {
            @if may { a.button href={ (list) "/new" } { (ui::icon(Icon::Pencil)) (lang.sanction_new()) } }
            a.button.button-quiet href=(list) { (lang.sanction_all()) }
            a.button.button-quiet href={ "/admin/people/" (account) "/timeline" } { (lang.timeline_title()) }
        }
    }
}

fn head(lang: &Lang, about: &About, title: &str) -> Markup {
    let list = format!("/admin/people/{}/sanctions", about.rank.id);
    let back = if about.keeps {
        format!("/admin/people/{}", about.rank.id)
    } else {
        format!("/people/{}", about.username)
    };
    html! {
        div.main-head {
            h1 { (title) }
            p { a href=(back) { bdi { (about.name) } } " " bdi.soft { "@" (about.username) } }
        }
        @if title != lang.sanction_all() { p { a href=(list) { (lang.sanction_all()) } } }
        @else { p { a href={ "/admin/people/" (about.rank.id) "/timeline" } { (lang.timeline_title()) } } }
        @if !about.sure { (ui::state(Icon::AlertTriangle, lang.sanction_unsure())) }
    }
}

/// The form of a new one, or of one that is changed.
pub(super) fn form(
    lang: &Lang,
    same_site: &str,
    about: &About,
    given: Option<&Given>,
    typed: &Typed<'_>,
    said: &Said,
) -> Markup {
    let list = format!("/admin/people/{}/sanctions", about.rank.id);
    let action = given.map_or_else(|| list.clone(), |given| format!("{list}/{}", given.id));
    let problems = said.list();
    let form = Form { action: &action, same_site, problems: &problems, guard: true, ..Form::default() };
    let words =
        Field::new("words", lang.sanction_words()).hint(lang.sanction_words_hint()).value(typed.words);
    let words = words.required().letters_max(limits::SANCTION_CHARS_MAX).problem(said.of("words"));
    html! {
        (head(lang, about, lang.sanction_new()))
        section.card {
            @if let Some(given) = given { h2.card-title { (kind_words(lang, given.kind)) } }
            (ui::form(lang, &form, html! {
                @if given.is_none() { (kinds(lang, typed, said)) }
                @if given.is_none_or(|given| given.kind.holds()) { (ends(lang, typed, said)) }
                (why(lang, typed, said))
                (ui::textarea(&words, 4))
                p.soft { (lang.sanction_told()) }
                div.buttons {
                    (ui::button(Button::Main, Some(Icon::Send), if given.is_some() { lang.save() } else { lang.sanction_do() }))
                    a.button href=(list) { (lang.cancel()) }
                }
            }))
        }
    }
}

fn kinds(lang: &Lang, typed: &Typed<'_>, said: &Said) -> Markup {
    let choices: Vec<Choice<'_>> = Sanction::ALL
        .iter()
        .map(|kind| Choice {
            value: kind.word(),
            label: kind_words(lang, *kind),
            hint: Some(kind_about(lang, *kind)),
            chosen: typed.kind == Some(*kind),
        })
        .collect();
    ui::radios(&Field::new("kind", lang.sanction_what()).required().problem(said.of("kind")), &choices)
}

fn ends(lang: &Lang, typed: &Typed<'_>, said: &Said) -> Markup {
    let choices: Vec<Choice<'_>> = LASTS
        .iter()
        .map(|(word, _)| Choice {
            value: word,
            label: lasts_words(lang, word),
            hint: None,
            chosen: typed.lasts == *word,
        })
        .collect();
    let field = Field::new("lasts", lang.sanction_lasts()).hint(lang.sanction_lasts_hint());
    let date = Field::new("until", lang.sanction_last_day()).value(typed.until).short();
    html! {
        (ui::radios(&field.required().problem(said.of("lasts")), &choices))
        (ui::date(&date.optional(lang.form_optional()).problem(said.of("until"))))
    }
}

fn lasts_words<'l>(lang: &'l Lang, word: &str) -> &'l str {
    match word {
        "hour" => lang.sanction_lasts_hour(),
        "day" => lang.sanction_lasts_day(),
        "days" => lang.sanction_lasts_days(),
        "week" => lang.sanction_lasts_week(),
        "month" => lang.sanction_lasts_month(),
        "date" => lang.sanction_lasts_date(),
        _ => lang.sanction_until_lifted(),
    }
}

fn why(lang: &Lang, typed: &Typed<'_>, said: &Said) -> Markup {
    let choices: Vec<Choice<'_>> = reasons()
        .map(|reason| Choice {
            value: reason.word(),
            label: moderation::decision_reason_words(lang, reason),
            hint: None,
            chosen: typed.reason == Some(reason),
        })
        .collect();
    ui::radios(&Field::new("reason", lang.sanction_why()).required().problem(said.of("reason")), &choices)
}

/// All that was said and set about somebody, the newest first.
pub(super) fn list(lang: &Lang, same_site: &str, about: &About, shown: &Shown<'_>) -> Markup {
    let new = format!("/admin/people/{}/sanctions/new", about.rank.id);
    html! {
        (head(lang, about, lang.sanction_all()))
        @if about.may { p { a.button href=(new) { (ui::icon(Icon::Pencil)) (lang.sanction_new()) } } }
        section.card {
            @if shown.given.is_empty() { p.soft { (lang.sanction_none()) } }
            @else {
                ul.list role="list" { @for given in shown.given { li { (one(lang, same_site, about, shown, given)) } } }
            }
            (ui::pager(lang, None, shown.older))
        }
    }
}

fn one(lang: &Lang, same_site: &str, about: &About, shown: &Shown<'_>, given: &Given) -> Markup {
    let name = |of: Option<AccountId>| {
        let found = of.and_then(|id| shown.names.iter().find(|(known, _)| *known == id));
        found.map(|(_, name)| name.as_str())
    };
    html! {
        div.grow {
            p {
                strong { (kind_words(lang, given.kind)) }
                @if given.stands && given.kind.holds() { " " span.chip.chip-clay { (lang.sanction_holds()) } }
            }
            @if let Some(until) = until_words(lang, &about.now, given) { p { (until) } }
            p.soft { (lang.notice_reason(reason_word(lang, &given.reason))) }
            @if !given.words.is_empty() { blockquote.excerpt dir="auto" { (given.words) } }
            @if !given.lifted_why.is_empty() { p.soft dir="auto" { (given.lifted_why) } }
            p.post-meta {
                @if let Some(by) = name(given.made_by) { bdi { (by) } ", " }
                (about.now.ago(lang, given.at_ms))
                @if let Some(by) = name(given.lifted_by) { " · " (lang.sanction_lifted_by(by)) }
            }
            @if given.stands && about.may { (acts(lang, same_site, about, shown, given)) }
        }
    }
}

/// What can be done with one that stands.
fn acts(lang: &Lang, same_site: &str, about: &About, shown: &Shown<'_>, given: &Given) -> Markup {
    let here = format!("/admin/people/{}/sanctions/{}", about.rank.id, given.id);
    let failed = shown.failed == Some(given.id);
    let none = Said::default();
    let said = if failed { shown.said } else { &none };
    let problems = said.list();
    let action = format!("{here}/lift");
    let form = Form { action: &action, same_site, problems: &problems, ..Form::default() };
    let field = Field::new("why", lang.sanction_lift_why()).optional(lang.form_optional());
    let field = field.value(if failed { shown.why } else { "" }).problem(said.of("why"));
    let field = field.letters_max(limits::SANCTION_CHARS_MAX);
    let words = if given.kind.holds() { lang.sanction_lift() } else { lang.sanction_take_back() };
    html! {
        p { a href=(here) { (lang.sanction_change()) } }
        details open[failed] {
            summary { (words) }
            (ui::form(lang, &form, html! {
                (ui::textarea(&field, 2))
                (ui::button(Button::Usual, Some(Icon::Check), words))
            }))
        }
    }
}
