//! The HTML of keep-aparts: the list, and one of them.

use super::dates::Today;
use super::settling::{Shared, Sort};
use super::store::Apart;
use super::{ApartKind, Side};
use crate::base::{AccountId, GroupId, limits};
use crate::features::desk::Who;
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Now, Said};
use maud::{Markup, html};
use std::collections::HashMap;

/// Keep-aparts, and whom they name.
pub(super) struct Lines {
    pub aparts: Vec<Apart>,
    pub people: HashMap<i64, Who>,
    pub groups: HashMap<GroupId, String>,
}

impl Lines {
    /// Somebody by name, who may have left.
    pub(super) fn person(&self, lang: &Lang, id: AccountId) -> String {
        match self.people.get(&id.0) {
            Some(who) => format!("{} (@{})", who.shown_name, who.username),
            None => lang.desk_somebody().to_owned(),
        }
    }

    /// A side by name.
    pub(super) fn side(&self, lang: &Lang, side: Side) -> String {
        match side {
            Side::Person(id) => self.person(lang, id),
            Side::Group(id) => {
                let name = self.groups.get(&id).filter(|name| !name.is_empty());
                name.cloned().unwrap_or_else(|| lang.apart_group_gone().to_owned())
            }
        }
    }

    /// Both sides.
    pub(super) fn sides(&self, lang: &Lang, apart: &Apart) -> String {
        lang.apart_between(self.side(lang, apart.one), self.side(lang, apart.other))
    }
}

/// Why, in words.
pub(super) fn kind(lang: &Lang, kind: ApartKind) -> &str {
    match kind {
        ApartKind::Court => lang.apart_kind_court(),
        ApartKind::Safeguarding => lang.apart_kind_safeguarding(),
        ApartKind::Conduct => lang.apart_kind_conduct(),
        ApartKind::Other => lang.apart_kind_other(),
    }
}

/// The page fetches itself anew.
pub(super) fn anew() -> String {
    html! { turbo-stream action="refresh" {} }.into_string()
}

/// How it stands, as a sign.
fn status(lang: &Lang, now: &Now, apart: &Apart) -> Markup {
    html! {
        @match (apart.begun_at, apart.ended_at) {
            (_, Some(at)) => span.chip { (ui::icon(Icon::Check)) (lang.apart_ended(now.moment(lang, at))) },
            (Some(_), None) => span.chip.chip-clay { (ui::icon(Icon::UserX)) (lang.apart_in_force()) },
            (None, None) => span.chip { (ui::icon(Icon::Hourglass)) (lang.apart_waits(lang.date(apart.from))) },
        }
    }
}

/// What staff should do about it by now.
fn due(lang: &Lang, today: &Today, apart: &Apart) -> Markup {
    let (days, alive) = (apart.days(), apart.ended_at.is_none());
    html! {
        @if alive && apart.begun_at.is_some() && days.is_past(today) {
            p { span.chip.chip-harm { (ui::icon(Icon::Clock)) (lang.apart_past()) } " " (lang.apart_past_words()) }
        }
        @if alive && days.is_due(today) {
            p { span.chip.chip-clay { (ui::icon(Icon::Eye)) (lang.apart_review_due(days.review.map_or_else(String::new, |date| lang.date(date)))) } }
        }
    }
}

fn span(lang: &Lang, apart: &Apart) -> String {
    match apart.until {
        Some(until) => lang.apart_from_until(lang.date(apart.from), lang.date(until)),
        None => lang.apart_from(lang.date(apart.from)),
    }
}

fn line(lang: &Lang, now: &Now, today: &Today, lines: &Lines, apart: &Apart) -> Markup {
    html! {
        li.case-report {
            div.row {
                strong { a href={ "/apart/" (apart.id) } { bdi { (lines.sides(lang, apart)) } } }
                (status(lang, now, apart))
            }
            p.soft {
                (kind(lang, apart.kind))
                @if !apart.reference.is_empty() { " · " bdi { (apart.reference) } }
                " · " (span(lang, apart))
                @if let Some(review) = apart.review { " · " (lang.apart_review_on(lang.date(review))) }
            }
            (due(lang, today, apart))
        }
    }
}

/// What the list shows.
pub(super) struct Lists<'a> {
    pub lines: &'a Lines,
    /// Those that staff look at again by now.
    pub due: &'a Lines,
    /// Those that are over.
    pub over: bool,
    pub older: Option<i64>,
}

/// All of them.
pub(super) fn list(lang: &Lang, now: &Now, today: &Today, lists: &Lists<'_>) -> Markup {
    let more = if lists.over { "&over=1" } else { "" };
    let older = lists.older.map(|id| format!("/apart?before={id}{more}"));
    html! {
        div.main-head {
            h1 { (lang.apart_title()) }
            a class=(Button::Main.class()) href="/apart/new" { (ui::icon(Icon::Plus)) (lang.apart_new()) }
        }
        p.soft { (lang.apart_title_about()) }
        @if !lists.due.aparts.is_empty() {
            section.card {
                h2.card-title { (lang.apart_due()) }
                ul.list role="list" { @for apart in &lists.due.aparts { (line(lang, now, today, lists.due, apart)) } }
            }
        }
        section.card {
            h2.card-title { @if lists.over { (lang.apart_over()) } @else { (lang.apart_alive()) } }
            @if lists.lines.aparts.is_empty() { p.soft { (lang.apart_none()) } }
            ul.list role="list" { @for apart in &lists.lines.aparts { (line(lang, now, today, lists.lines, apart)) } }
        }
        (ui::pager(lang, None, older.as_deref()))
        p {
            @if lists.over { a href="/apart" { (lang.apart_alive()) } } @else { a href="/apart?over=1" { (lang.apart_over()) } }
        }
    }
}

/// One of them, and who looks.
pub(super) struct Drawn<'a> {
    pub lang: &'a Lang,
    pub now: &'a Now,
    pub today: &'a Today,
    pub same_site: &'a str,
    /// It alone.
    pub lines: &'a Lines,
    pub shared: &'a [Shared],
    /// May the viewer open the lists of groups they are not in?
    pub keeps_groups: bool,
    pub why: &'a str,
    pub said: &'a Said,
}

/// The page of one.
pub(super) fn apart(drawn: &Drawn<'_>) -> Markup {
    let Some(apart) = drawn.lines.aparts.first() else { return html! {} };
    let (lang, id) = (drawn.lang, apart.id);
    html! {
        div.main-head {
            h1 { bdi { (drawn.lines.sides(lang, apart)) } }
            a.button href="/apart" { (ui::icon_turning(Icon::ArrowLeft)) (lang.apart_title()) }
        }
        section.card {
            div.row { (status(lang, drawn.now, apart)) span.chip { (kind(lang, apart.kind)) } }
            (due(lang, drawn.today, apart))
            p { (span(lang, apart)) }
            @if !apart.reference.is_empty() { p { (lang.apart_reference()) ": " bdi { (apart.reference) } } }
            @if let Some(review) = apart.review { p { (lang.apart_review_on(lang.date(review))) } }
            @if !apart.note.is_empty() { p.prose dir="auto" { (apart.note) } }
            p.soft { (lang.apart_set_by(drawn.lines.person(lang, apart.set_by), drawn.now.moment(lang, apart.set_at))) }
            @if let (Some(_), by) = (apart.ended_at, apart.ended_by) {
                p.soft {
                    @match by { Some(by) => (lang.apart_ended_by(drawn.lines.person(lang, by))), None => (lang.apart_ended_by_day()) }
                }
                @if !apart.ended_why.is_empty() { p dir="auto" { (apart.ended_why) } }
            }
            @if apart.ended_at.is_none() {
                div.buttons { a.button href={ "/apart/" (id) "/edit" } { (ui::icon(Icon::Pencil)) (lang.apart_edit()) } }
            }
        }
        @if apart.ended_at.is_none() {
            (settle(drawn, apart))
            (end(drawn, id))
        }
    }
}

/// What both are in, and what staff can do about it.
fn settle(drawn: &Drawn<'_>, apart: &Apart) -> Markup {
    let lang = drawn.lang;
    html! {
        section.card {
            h2.card-title { (lang.apart_shared()) }
            p.soft { (lang.apart_shared_about()) }
            @if drawn.shared.is_empty() {
                p.soft { @if apart.begun_at.is_some() { (lang.apart_shared_none()) } @else { (lang.apart_shared_later()) } }
            }
            ul.list role="list" {
                @for shared in drawn.shared {
                    li.apart-shared {
                        div.grow {
                            strong { bdi { (what(drawn, shared)) } }
                            p.soft { (lang.apart_both(drawn.lines.person(lang, shared.one), drawn.lines.person(lang, shared.other))) }
                        }
                        (acts(drawn, apart.id, shared))
                    }
                }
            }
        }
    }
}

fn what(drawn: &Drawn<'_>, shared: &Shared) -> String {
    let lang = drawn.lang;
    match shared.sort {
        Sort::Group => lang.apart_shared_group(shared.name.as_str()),
        Sort::Two => lang.apart_shared_two().to_owned(),
        Sort::Many if shared.name.is_empty() => lang.apart_shared_many().to_owned(),
        Sort::Many => lang.apart_shared_many_named(shared.name.as_str()),
    }
}

fn acts(drawn: &Drawn<'_>, id: i64, shared: &Shared) -> Markup {
    let lang = drawn.lang;
    html! {
        div.end {
            @match shared.sort {
                Sort::Two => {},
                Sort::Group => {
                    @if drawn.keeps_groups {
                        a.button.button-small href={ "/groups/" (shared.id) "/members" } { (ui::icon(Icon::Users)) (lang.apart_see_group()) }
                    }
                }
                Sort::Many => {
                    @for person in [shared.one, shared.other] {
                        (ui::button_form(
                            &format!("/apart/{id}/settle"),
                            drawn.same_site,
                            &[("talk", &shared.id.to_string()), ("person", &person.to_string())],
                            Button::Usual,
                            Some(Icon::UserMinus),
                            &lang.apart_take_out(drawn.lines.person(lang, person)),
                        ))
                    }
                }
            }
        }
    }
}

fn end(drawn: &Drawn<'_>, id: i64) -> Markup {
    let (lang, problems) = (drawn.lang, drawn.said.list());
    let action = format!("/apart/{id}/end");
    let form = Form {
        action: &action,
        same_site: drawn.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let why = Field::new("why", lang.apart_end_why()).hint(lang.apart_end_hint()).value(drawn.why).required();
    html! {
        section.card {
            h2.card-title { (lang.apart_end_title()) }
            (ui::form(lang, &form, html! {
                (ui::textarea(&why.letters_max(limits::REASON_CHARS_MAX).problem(drawn.said.of("why")), 2))
                (ui::button(Button::Harm, Some(Icon::LockOpen), lang.apart_end()))
            }))
        }
    }
}
