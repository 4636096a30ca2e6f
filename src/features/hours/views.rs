//! The HTML of hours of use.

use super::{DAYS, Scope, Typed};
use crate::base::hours::{self, Door, House, WEEK};
use crate::base::{GroupId, SiteKind, Timetable, Trust};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Now, Said};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};

/// The page of all hours.
pub(super) struct List<'a> {
    pub house: &'a House,
    /// All groups, by name.
    pub groups: &'a [(GroupId, String)],
    pub trust: Trust,
    pub kind: SiteKind,
    pub now: &'a Now,
    /// The sign-in name that was asked for.
    pub asked: &'a str,
    /// Who that is and what they would meet; nobody where there is no such person.
    pub meets: Option<Option<&'a (String, Door)>>,
}

/// One timetable that is changed.
pub(super) struct Editor<'a> {
    pub scope: Scope,
    /// The name of the group.
    pub name: Option<&'a str>,
    pub typed: &'a Typed,
    /// What the preview shows: what is kept, or what was typed and is only looked at.
    pub shown: Option<&'a Timetable>,
    pub is_kept: bool,
    pub now: &'a Now,
}

fn address(scope: Scope) -> String {
    scope.map_or("/admin/hours/site".to_owned(), |group| format!("/admin/hours/groups/{group}"))
}

fn day_name(lang: &Lang, day: Weekday) -> &str {
    match day {
        Weekday::Monday => lang.hours_monday(),
        Weekday::Tuesday => lang.hours_tuesday(),
        Weekday::Wednesday => lang.hours_wednesday(),
        Weekday::Thursday => lang.hours_thursday(),
        Weekday::Friday => lang.hours_friday(),
        Weekday::Saturday => lang.hours_saturday(),
        Weekday::Sunday => lang.hours_sunday(),
    }
}

pub(super) fn list(lang: &Lang, same_site: &str, list: &List<'_>) -> Markup {
    let named =
        |id: GroupId| list.groups.iter().find(|(group, _)| *group == id).map(|(_, name)| name.as_str());
    let free: Vec<(String, &str)> = list
        .groups
        .iter()
        .filter(|(id, _)| !list.house.groups.contains_key(id))
        .map(|(id, name)| (id.to_string(), name.as_str()))
        .collect();
    let free: Vec<Choice<'_>> =
        free.iter().map(|(value, label)| Choice { value, label, hint: None, chosen: false }).collect();
    html! {
        h1 { (lang.hours_title()) }
        p { (lang.hours_about()) }
        (clock(lang, same_site, list))
        section.card {
            h2.card-title { (lang.hours_site()) }
            @match &list.house.site {
                Some(table) => { (week(lang, table, list.now)) p { a.button href=(address(None)) { (ui::icon(Icon::Pencil)) (lang.edit()) } } }
                None => {
                    p { (lang.hours_none()) }
                    p { a.button href=(address(None)) { (ui::icon(Icon::Plus)) (lang.hours_set()) } }
                }
            }
        }
        @for (id, table) in &list.house.groups {
            @if let Some(name) = named(*id) {
                section.card {
                    h2.card-title { bdi { (name) } }
                    (week(lang, table, list.now))
                    p { a.button href=(address(Some(*id))) { (ui::icon(Icon::Pencil)) (lang.edit()) } }
                }
            }
        }
        @if !free.is_empty() {
            section.card {
                h2.card-title { (lang.hours_group()) }
                form.form method="get" action="/admin/hours/groups" {
                    (ui::select(&Field::new("group", lang.hours_which()).hint(lang.hours_which_hint()), &free))
                    (ui::button(Button::Usual, None, lang.hours_set()))
                }
            }
        }
        (meets(lang, list))
    }
}

/// What the clock of the box shows, and whether it is believed.
fn clock(lang: &Lang, same_site: &str, list: &List<'_>) -> Markup {
    html! {
        section.card {
            h2.card-title { (lang.hours_clock()) }
            p { strong { (list.now.moment(lang, list.now.ms())) } }
            @if list.trust.is_enough() {
                p.state { (ui::icon(Icon::Check)) (lang.hours_clock_right()) }
            } @else {
                p.state { (ui::icon(Icon::AlertTriangle)) (lang.hours_clock_unsure()) }
                p.soft { (if list.kind == SiteKind::Prison { lang.hours_unsure_shut() } else { lang.hours_unsure_open() }) }
                (ui::button_form("/admin/clock", same_site, &[], Button::Main, Some(Icon::Check), lang.hours_clock_confirm()))
            }
        }
    }
}

/// What somebody would meet at this moment.
fn meets(lang: &Lang, list: &List<'_>) -> Markup {
    html! {
        section.card #person {
            h2.card-title { (lang.hours_person()) }
            form.form method="get" action="/admin/hours" {
                (ui::text(&Field::new("person", lang.hours_person_name()).value(list.asked)))
                (ui::button(Button::Usual, None, lang.hours_person_ask()))
            }
            @match list.meets {
                None => {}
                Some(None) => { p.state { (ui::icon(Icon::InfoCircle)) (lang.hours_person_nobody()) } }
                Some(Some((name, door))) => { p.state { (ui::icon(Icon::Clock)) bdi { (name) } ": " (door_words(lang, *door, list.now)) } }
            }
        }
    }
}

fn door_words(lang: &Lang, door: Door, now: &Now) -> String {
    let moment = |at: jiff::Timestamp| now.moment(lang, at.as_millisecond());
    match door {
        Door::Free | Door::Open(None) => lang.hours_meets_open().to_owned(),
        Door::Open(Some(until)) => lang.hours_meets_until(moment(until)),
        Door::Shut(None) => lang.hours_meets_shut().to_owned(),
        Door::Shut(Some(opens)) => lang.hours_meets_from(moment(opens)),
        Door::OpenUnsure => lang.hours_unsure_open().to_owned(),
        Door::ShutUnsure => lang.hours_unsure_shut().to_owned(),
    }
}

/// The coming seven days of a timetable, with those that are otherwise.
fn week(lang: &Lang, table: &Timetable, now: &Now) -> Markup {
    let today = now.day_at(now.ms());
    let days = (0..7i64).filter_map(|day| today.checked_add(day.days()).ok());
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lang.hours_title()) {
            table.table {
                thead { tr { th scope="col" { (lang.hours_day()) } th scope="col" { (lang.hours_open()) } } }
                tbody { @for day in days { (row(lang, table, day)) } }
            }
        }
        @let later: Vec<&Date> = table.otherwise.keys().filter(|day| **day >= today).take(12).collect();
        @if !later.is_empty() {
            p.soft { (lang.hours_otherwise_next()) " " (lang.list(&later.iter().map(|day| lang.date(**day)).collect::<Vec<_>>())) }
        }
    }
}

fn row(lang: &Lang, table: &Timetable, day: Date) -> Markup {
    let stretches = table.begins_on(day);
    html! {
        tr {
            th scope="row" {
                (day_name(lang, day.weekday())) ", " (lang.short_date(day))
                @if table.otherwise.contains_key(&day) { " " span.chip { (lang.hours_otherwise_mark()) } }
            }
            td {
                @if stretches.is_empty() { (lang.hours_shut_day()) }
                @else {
                    bdi dir="ltr" { (hours::write_day(stretches)) }
                    @if stretches.iter().any(|each| each.to <= each.from) { " " span.soft { (lang.hours_over_midnight()) } }
                }
            }
        }
    }
}

pub(super) fn form(lang: &Lang, same_site: &str, form: &Editor<'_>, said: &Said) -> Markup {
    let address = address(form.scope);
    let problems = said.list();
    let drawn = Form {
        action: &address,
        same_site,
        problems: &problems,
        guard: true,
        whole_page: true,
        ..Form::default()
    };
    html! {
        h1 { (lang.hours_title()) }
        p.soft { @match form.name { Some(name) => bdi { (name) }, None => (lang.hours_site()) } }
        section.card {
            p { (lang.hours_how()) }
            (ui::form(lang, &drawn, html! {
                @for (place, day) in WEEK.iter().enumerate() {
                    @let field = Field::new(DAYS[place], day_name(lang, *day)).value(&form.typed.week[place]);
                    (ui::text(&field.letters_max(120).problem(said.of(DAYS[place]))))
                }
                @let field = Field::new("otherwise", lang.hours_otherwise()).hint(lang.hours_otherwise_hint());
                (ui::textarea(&field.value(&form.typed.otherwise).letters_max(12_000).problem(said.of("otherwise")), 5))
                div.buttons {
                    button class=(Button::Main.class()) name="act" value="save" { (lang.save()) }
                    button class=(Button::Usual.class()) name="act" value="look" { (ui::icon(Icon::Eye)) (lang.hours_look()) }
                    a class=(Button::Quiet.class()) href="/admin/hours" { (lang.cancel()) }
                }
            }))
        }
        @if let Some(table) = form.shown {
            section.card {
                h2.card-title { (lang.hours_preview()) }
                (week(lang, table, form.now))
            }
        }
        @if form.is_kept {
            section.card {
                p { (if form.scope.is_some() { lang.hours_remove_group() } else { lang.hours_remove_site() }) }
                (ui::button_form(&format!("{address}/remove"), same_site, &[], Button::Harm, Some(Icon::Trash), lang.hours_remove()))
            }
        }
    }
}
