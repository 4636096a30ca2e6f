//! The HTML of how strict the house is with one group or one person.

use super::{Level, Scope, Waits};
use crate::base::{AccountId, Approval, GroupId, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Said};
use maud::{Markup, html};

/// Of whom or what.
pub(super) struct About<'a> {
    pub scope: Scope,
    pub name: &'a str,
    /// What the house says of everybody.
    pub site: Approval,
}

/// What stands in the fields.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    pub approval: Approval,
    pub messages_day: String,
    pub people_new: String,
    pub letters: String,
}

impl Typed {
    pub fn of(level: Level) -> Typed {
        let size = |most: Option<usize>| most.map_or(String::new(), |most| most.to_string());
        Typed {
            approval: level.approval,
            messages_day: level.limits.messages_day.map_or(String::new(), |most| most.to_string()),
            people_new: size(level.limits.people_new),
            letters: size(level.limits.letters),
        }
    }
}

/// The page of it.
fn address(scope: Scope) -> String {
    match scope {
        Scope::Group(id) => format!("/groups/{id}/level"),
        Scope::Person(id) => format!("/admin/people/{id}/level"),
    }
}

/// The page that leads to it.
pub(super) fn back(scope: Scope) -> String {
    address(scope).trim_end_matches("/level").to_owned()
}

/// The way there from the page of a group.
pub fn offer_of_group(lang: &Lang, group: GroupId) -> Markup {
    offer(lang, Scope::Group(group))
}

/// The way there from the page of an account.
pub fn offer_of_person(lang: &Lang, person: AccountId) -> Markup {
    html! {
        section.card {
            h2.card-title { (lang.level_title()) }
            p { (lang.level_person_about()) }
            p { (offer(lang, Scope::Person(person))) }
        }
    }
}

fn offer(lang: &Lang, scope: Scope) -> Markup {
    html! { a.button.button-quiet href=(address(scope)) { (ui::icon(Icon::Hourglass)) (lang.level_title()) } }
}

/// What somebody is told of what they are about to write, in one or two sentences; `staff` is the word for staff in this house.
pub fn waits_words(lang: &Lang, waits: Waits, staff: &str) -> Option<String> {
    match waits {
        Waits::Nothing => None,
        Waits::Photos => Some(lang.level_waits_photos(staff)),
        Waits::All => Some(lang.level_waits_all(staff)),
        Waits::First { all, passed } => Some(lang.level_waits_first(all, staff, passed)),
    }
}

/// The same as a line of a form, or nothing where nothing waits.
pub fn waits_line(lang: &Lang, waits: Waits, staff: &str) -> Markup {
    html! {
        @if let Some(words) = waits_words(lang, waits, staff) { p.waits { (ui::icon(Icon::Hourglass)) span { (words) } } }
    }
}

/// The four levels, to choose from.
pub fn approvals(lang: &Lang, now: Approval) -> [Choice<'_>; 4] {
    [
        (Approval::Open, lang.admin_approval_open(), lang.admin_approval_open_hint()),
        (Approval::HoldPhotos, lang.admin_approval_hold_photos(), lang.admin_approval_hold_photos_hint()),
        (Approval::HoldAll, lang.admin_approval_hold_all(), lang.admin_approval_hold_all_hint()),
        (Approval::ReadOnly, lang.admin_approval_read_only(), lang.admin_approval_read_only_hint()),
    ]
    .map(|(each, label, hint)| Choice {
        value: each.word(),
        label,
        hint: Some(hint),
        chosen: each == now,
    })
}

/// The same for one person: it is they who read, and not nobody who posts.
fn approvals_of_person(lang: &Lang, now: Approval) -> [Choice<'_>; 4] {
    let mut choices = approvals(lang, now);
    if let Some(last) = choices.last_mut() {
        (last.label, last.hint) = (lang.level_reads(), Some(lang.level_reads_hint()));
    }
    choices
}

pub(super) fn page(lang: &Lang, same_site: &str, about: &About<'_>, typed: &Typed, said: &Said) -> Markup {
    let (action, problems) = (address(about.scope), said.list());
    let form = Form { action: &action, same_site, problems: &problems, guard: true, ..Form::default() };
    let of_group = matches!(about.scope, Scope::Group(_));
    let site = approvals(lang, about.site);
    let site = site.iter().find(|each| each.chosen).map_or("", |each| each.label);
    let hint = if of_group { lang.level_approval_group(site) } else { lang.level_approval_person(site) };
    let choices =
        if of_group { approvals(lang, typed.approval) } else { approvals_of_person(lang, typed.approval) };
    let whose = if of_group { lang.level_limits_group() } else { lang.level_limits_person() };
    let fields = [
        ("messages_day", lang.level_messages(), &typed.messages_day, limits::LEVEL_MESSAGES_DAY_MAX),
        ("people_new", lang.level_people(), &typed.people_new, limits::LEVEL_PEOPLE_MAX),
        ("letters", lang.level_letters(), &typed.letters, limits::MESSAGE_CHARS_MAX),
    ];
    let fields = fields.map(|(name, label, value, most)| (name, label, value, lang.level_most(most as i64)));
    html! {
        h1 { (lang.level_title()) }
        p.soft { bdi { (about.name) } }
        section.card {
            p { (lang.level_about()) }
            (ui::form(lang, &form, html! {
                (ui::radios(&Field::new("approval", lang.admin_approval()).hint(&hint).problem(said.of("approval")), &choices))
                p { (whose) }
                @for (name, label, value, hint) in &fields {
                    @let field = Field::new(name, label).hint(hint).value(value).optional(lang.form_optional());
                    (ui::text(&field.letters_max(6).autocomplete("off").problem(said.of(name))))
                }
                (ui::button(Button::Main, None, lang.save()))
            }))
        }
        p { a href=(back(about.scope)) { (ui::icon_turning(Icon::ArrowLeft)) " " bdi { (about.name) } } }
    }
}
