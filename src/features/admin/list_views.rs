//! The HTML of a pasted list: the place to paste it, and the look at it before anything is made.

use super::list::{Line, List, Wrong};
use super::paste::Around;
use crate::base::{Role, SiteKind, limits};
use crate::features::posts::role_word;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Markup};
use maud::html;

/// The place to paste a list.
pub(super) fn paste(
    lang: &Lang,
    same_site: &str,
    kind: SiteKind,
    list: &str,
    role: Role,
    problem: Option<&str>,
) -> Markup {
    html! {
        h1 { (lang.admin_paste()) }
        section.card { (form(lang, same_site, kind, list, role, problem)) }
        section.card {
            h2.card-title { (lang.admin_paste_how()) }
            ul.prose {
                li { code { (lang.admin_paste_example_name()) } }
                li { code { (lang.admin_paste_example_username()) } }
                li { code { (lang.admin_paste_example_groups()) } }
            }
            p.soft { (lang.admin_paste_most(limits::PASTED_PEOPLE_MAX)) }
        }
    }
}

fn form(
    lang: &Lang,
    same_site: &str,
    kind: SiteKind,
    list: &str,
    role: Role,
    problem: Option<&str>,
) -> Markup {
    let problems: Vec<ui::Problem<'_>> =
        problem.iter().map(|words| ui::Problem { field: "list", words }).collect();
    let form = Form {
        action: "/admin/people/paste",
        same_site,
        problems: &problems,
        guard: true,
        whole_page: true,
        ..Form::default()
    };
    let roles = [Role::Member, Role::Staff].map(|each| Choice {
        value: each.word(),
        label: role_word(lang, kind, each),
        hint: None,
        chosen: each == role,
    });
    let field = Field::new("list", lang.admin_list()).hint(lang.admin_list_hint()).value(list);
    ui::form(
        lang,
        &form,
        html! {
            (ui::textarea(&field.required().problem(problem), 12))
            (ui::select(&Field::new("role", lang.admin_all_are()), &roles))
            (ui::button(Button::Main, None, lang.admin_look_first()))
        },
    )
}

/// What the list would make, line by line; nothing is written yet.
pub(super) fn preview(
    lang: &Lang,
    same_site: &str,
    kind: SiteKind,
    role: Role,
    list: &List,
    around: &Around,
    typed: &str,
) -> Markup {
    let broken = list.lines.iter().filter(|line| !line.wrong.is_empty()).count();
    html! {
        h1 { (lang.admin_preview()) }
        @if list.is_well() {
            p { (lang.admin_preview_count(list.lines.len())) }
            (confirm(lang, same_site, kind, role, list, around))
        }
        @else {
            div.problems role="alert" tabindex="-1" {
                h2 { (ui::icon(Icon::AlertCircle)) (lang.form_problems()) }
                ul {
                    @if list.too_many { li { (lang.admin_paste_most(limits::PASTED_PEOPLE_MAX)) } }
                    @if broken > 0 { li { (lang.admin_preview_broken(broken)) } }
                }
            }
            (table(lang, list, around))
            section.card {
                h2.card-title { (lang.admin_preview_change()) }
                (form(lang, same_site, kind, typed, role, None))
            }
        }
    }
}

fn confirm(lang: &Lang, same_site: &str, kind: SiteKind, role: Role, list: &List, around: &Around) -> Markup {
    let form = Form { action: "/admin/people/paste/make", same_site, ..Form::default() };
    let groups: Vec<Choice<'_>> = around
        .new_groups
        .iter()
        .map(|name| Choice { value: name, label: name, hint: None, chosen: true })
        .collect();
    let kinds: Vec<Choice<'_>> = super::group_kinds(kind)
        .into_iter()
        .enumerate()
        .map(|(place, word)| Choice {
            value: word,
            label: group_word(lang, word),
            hint: None,
            chosen: place == 0,
        })
        .collect();
    html! {
        section.card {
            (ui::form(lang, &form, html! {
                input type="hidden" name="list" value=(list.to_text());
                input type="hidden" name="role" value=(role.word());
                @if !groups.is_empty() {
                    (ui::checkboxes(&Field::new("make", lang.admin_new_groups()).hint(lang.admin_new_groups_hint()), &groups))
                    (ui::select(&Field::new("kind", lang.admin_group_kind()).short(), &kinds))
                }
                p.soft { (lang.admin_make_many_about()) }
                div.buttons {
                    (ui::button(Button::Main, None, &lang.admin_make_many(list.lines.len())))
                    a class=(Button::Quiet.class()) href="/admin/people/paste" { (lang.cancel()) }
                }
            }))
        }
        (table(lang, list, around))
    }
}

fn group_word<'a>(lang: &'a Lang, kind: &str) -> &'a str {
    match kind {
        "class" => lang.admin_kind_class(),
        "wing" => lang.admin_kind_wing(),
        "club" => lang.admin_kind_club(),
        _ => lang.admin_kind_other(),
    }
}

fn table(lang: &Lang, list: &List, around: &Around) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lang.admin_list()) {
            table.table.table-cards {
                thead { tr {
                    th.number scope="col" { (lang.admin_line()) }
                    th scope="col" { (lang.people_shown_name()) }
                    th scope="col" { (lang.sign_in_username()) }
                    th scope="col" { (lang.nav_groups()) }
                    th scope="col" { (lang.admin_wrong()) }
                } }
                tbody { @for line in &list.lines { (row(lang, line, around)) } }
            }
        }
    }
}

fn row(lang: &Lang, line: &Line, around: &Around) -> Markup {
    let namesake = around.namesakes.get(&line.shown_name.to_ascii_lowercase());
    html! {
        tr {
            td.number data-label=(lang.admin_line()) { (line.number) }
            th scope="row" { bdi { (line.shown_name) } }
            td.code data-label=(lang.sign_in_username()) { (line.username) }
            td data-label=(lang.nav_groups()) { (lang.list(&line.groups)) }
            td {
                @for wrong in &line.wrong { p.problem { (ui::icon(Icon::AlertCircle)) span { (wrong_words(lang, *wrong)) } } }
                @if let Some(username) = namesake { p.soft { (lang.admin_namesake(username)) } }
            }
        }
    }
}

fn wrong_words(lang: &Lang, wrong: Wrong) -> String {
    match wrong {
        Wrong::NoName => lang.admin_wrong_no_name().to_owned(),
        Wrong::LongName => lang.problem_too_long(limits::SHOWN_NAME_CHARS_MAX),
        Wrong::BadUsername => lang.problem_bad_username().to_owned(),
        Wrong::Taken => lang.admin_wrong_taken().to_owned(),
        Wrong::Twice(line) => lang.admin_wrong_twice(line),
        Wrong::LongGroup => lang.admin_wrong_long_group(limits::GROUP_NAME_CHARS_MAX),
        Wrong::Quote => lang.admin_wrong_quote().to_owned(),
    }
}
