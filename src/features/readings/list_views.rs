//! The HTML of lists of Readings.

use super::group_views::name;
use super::store::{Reading, Status};
use crate::base::AccountId;
use crate::features::desk::Who;
use crate::features::moderation;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Icon, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// People of one conversation whom a line names.
const NAMED_MAX: usize = 5;

/// Readings, and whom their lines name.
pub(super) struct Lines {
    pub readings: Vec<Reading>,
    pub about: HashMap<i64, Vec<AccountId>>,
    pub people: HashMap<i64, Who>,
}

impl Lines {
    /// Whom it is about, by name.
    pub(super) fn about(&self, lang: &Lang, reading: &Reading) -> String {
        if let Some(person) = reading.person {
            let named = name(lang, &self.people, person);
            return if reading.of_posts {
                lang.readings_posts_of(named)
            } else {
                lang.readings_of_person(named)
            };
        }
        let people = self.about.get(&reading.id).map_or(&[][..], Vec::as_slice);
        let names: Vec<String> =
            people.iter().take(NAMED_MAX).map(|id| name(lang, &self.people, *id)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        lang.readings_of_talk(lang.list(&names))
    }
}

/// How a Reading stands, as a sign.
pub(super) fn status(lang: &Lang, now: &Now, reading: &Reading) -> Markup {
    html! {
        @match reading.status() {
            Status::Waits => span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.readings_waits()) },
            Status::Open => span.chip.chip-good { (ui::icon(Icon::Eye)) (lang.readings_is_open(now.moment(lang, reading.until_at))) },
            Status::Refused => span.chip.chip-harm { (ui::icon(Icon::Ban)) (lang.readings_refused()) },
            Status::Ended => span.chip { (ui::icon(Icon::Check)) (lang.readings_ended()) },
            Status::Over => span.chip { (ui::icon(Icon::Clock)) (lang.readings_over()) },
        }
    }
}

fn line(lang: &Lang, now: &Now, lines: &Lines, reading: &Reading, linked: bool) -> Markup {
    let about = lines.about(lang, reading);
    html! {
        li.case-report {
            div.row {
                @if linked { strong { a href={ "/readings/" (reading.id) } { (about) } } } @else { strong { (about) } }
                (status(lang, now, reading))
            }
            p.soft {
                (lang.readings_asked_by(name(lang, &lines.people, reading.staff))) " · " (now.moment(lang, reading.asked_at))
                @if let Some(second) = reading.second { " · " (lang.readings_second(name(lang, &lines.people, second))) }
            }
            p dir="auto" { span.chip { (moderation::reading_reason(lang, &reading.reason)) } " " (reading.words) }
            p.soft { (lang.readings_shown(reading.shown)) " · " (told(lang, now, reading)) }
        }
    }
}

/// Whether the people know.
fn told(lang: &Lang, now: &Now, reading: &Reading) -> String {
    match (reading.told_at, reading.tell_day) {
        (Some(at), _) => lang.readings_told(now.moment(lang, at)),
        (None, Some(_)) => lang.readings_not_told_yet().to_owned(),
        (None, None) => lang.readings_never_told().to_owned(),
    }
}

/// What one can look into about somebody.
fn what(lang: &Lang) -> [Choice<'_>; 2] {
    let choice = |value, label, chosen| Choice { value, label, hint: None, chosen };
    [choice("talk", lang.readings_with_whom(), true), choice("posts", lang.readings_what_posts(), false)]
}

/// One's own, those that wait for one, and a way to begin.
pub(super) fn own(
    lang: &Lang,
    now: &Now,
    mine: &Lines,
    waiting: &Lines,
    older: Option<i64>,
    nobody: bool,
) -> Markup {
    let older = older.map(|id| format!("/readings?before={id}"));
    let username = Field::new("username", lang.sign_in_username()).required().autocomplete("off");
    let problem = nobody.then(|| lang.readings_nobody());
    html! {
        h1 { (lang.readings_title()) }
        p.soft { (lang.readings_title_about()) }
        @if !waiting.readings.is_empty() {
            section.card {
                h2.card-title { (lang.readings_waiting()) }
                ul.list role="list" { @for reading in &waiting.readings { (line(lang, now, waiting, reading, true)) } }
            }
        }
        section.card {
            h2.card-title { (lang.readings_of_somebody()) }
            p.soft { (lang.readings_of_somebody_about()) }
            form.form action="/readings/new" method="get" {
                (ui::text(&username.suggests("/suggest").problem(problem)))
                (ui::radios(&Field::new("what", lang.readings_what()), &what(lang)))
                (ui::button(Button::Usual, Some(Icon::ChevronRight), lang.next()))
            }
        }
        section.card {
            h2.card-title { (lang.readings_mine()) }
            @if mine.readings.is_empty() { p.soft { (lang.readings_none()) } }
            ul.list role="list" { @for reading in &mine.readings { (line(lang, now, mine, reading, true)) } }
        }
        (ui::pager(lang, None, older.as_deref()))
    }
}

/// Who read what, for who holds Audit.
pub(super) fn all(lang: &Lang, now: &Now, lines: &Lines, older: Option<i64>) -> Markup {
    let older = older.map(|id| format!("/readings/all?before={id}"));
    html! {
        div.main-head {
            h1 { (lang.readings_all_title()) }
            a.button href="/audit?act=reading.show" { (ui::icon(Icon::ListCheck)) (lang.readings_all_things()) }
        }
        p.soft { (lang.readings_all_about()) }
        section.card {
            @if lines.readings.is_empty() { p.soft { (lang.readings_all_none()) } }
            ul.list role="list" { @for reading in &lines.readings { (line(lang, now, lines, reading, false)) } }
        }
        (ui::pager(lang, None, older.as_deref()))
    }
}
