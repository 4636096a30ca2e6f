//! The HTML of who holds what, of its history, and of giving duties to somebody.

use super::person_views::{Asker, Person};
use super::store::Offered;
use crate::base::{AccountId, Duties, Duty, GroupId, Role, limits};
use crate::db::Viewer;
use crate::features::accounts::{self, Entry, Grants, Preset};
use crate::features::desk::Who;
use crate::features::posts::role_word;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Markup, Now, Said};
use maud::html;
use std::collections::HashMap;

/// The field of the groups in which somebody works at the desk.
pub(super) const MODERATE_IN: &str = "moderate-in";
/// The field of the groups whose accounts somebody keeps.
pub(super) const ACCOUNTS_IN: &str = "accounts-in";

/// Lines of the history, and whom they name.
pub(super) struct Shown<'a> {
    pub now: &'a Now,
    pub entries: &'a [Entry],
    pub people: &'a HashMap<i64, Who>,
}

pub(super) fn duty_word(lang: &Lang, duty: Duty) -> &str {
    match duty {
        Duty::Moderate => lang.admin_duty_moderate(),
        Duty::Accounts => lang.admin_duty_accounts(),
        Duty::Safeguard => lang.admin_duty_safeguard(),
        Duty::Audit => lang.admin_duty_audit(),
        Duty::Settings => lang.admin_duty_settings(),
    }
}

fn duty_about(lang: &Lang, duty: Duty) -> &str {
    match duty {
        Duty::Moderate => lang.admin_duty_moderate_hint(),
        Duty::Accounts => lang.admin_duty_accounts_hint(),
        Duty::Safeguard => lang.admin_duty_safeguard_hint(),
        Duty::Audit => lang.admin_duty_audit_hint(),
        Duty::Settings => lang.admin_duty_settings_hint(),
    }
}

/// Who holds something now, person by person.
pub(super) fn holders(lang: &Lang, shown: &Shown<'_>, first: bool, next: Option<&str>) -> Markup {
    let of_person = shown.entries.chunk_by(|one, other| one.account == other.account);
    html! {
        div.main-head {
            h1 { (lang.duties_title()) }
            div.buttons { a.button href="/admin/duties/past" { (ui::icon(Icon::History)) (lang.duties_past()) } }
        }
        p.lead { (lang.duties_about()) }
        section.card.card-flush {
            ul.list role="list" {
                @for entries in of_person {
                    @if let [one, ..] = entries {
                        li { div {
                            strong { (name(shown, Some(one.account))) }
                            @for entry in entries { (line(lang, shown, entry)) }
                        } }
                    }
                }
            }
        }
        (pager(lang, (!first).then_some("/admin/duties"), next))
    }
}

/// What was given and ended, newest first: of one person, or of everybody.
pub(super) fn past(lang: &Lang, shown: &Shown<'_>, person: Option<AccountId>, next: Option<&str>) -> Markup {
    html! {
        h1 { (lang.duties_past()) }
        @if let Some(person) = person { p.lead { (name(shown, Some(person))) } } @else { p.lead { (lang.duties_past_about()) } }
        @if shown.entries.is_empty() { p.soft { (lang.duties_none()) } }
        @else {
            section.card.card-flush {
                ul.list role="list" {
                    @for entry in shown.entries {
                        li { div {
                            @if person.is_none() { strong { (name(shown, Some(entry.account))) } }
                            (line(lang, shown, entry))
                        } }
                    }
                }
            }
        }
        (pager(lang, Some("/admin/duties"), next))
    }
}

fn pager(lang: &Lang, back: Option<&str>, next: Option<&str>) -> Markup {
    html! {
        @if back.is_some() || next.is_some() {
            nav.pager aria-label=(lang.pager_pages()) {
                @if let Some(back) = back { a.button.pager-newer href=(back) { (lang.duties_title()) } }
                @if let Some(next) = next { a.button.pager-older href=(next) rel="next" { (lang.next()) } }
            }
        }
    }
}

/// The name of somebody; a dash for whoever is not there any more.
fn name(shown: &Shown<'_>, who: Option<AccountId>) -> Markup {
    match who.and_then(|id| shown.people.get(&id.0)) {
        Some(who) => html! { a href={ "/people/" (who.username) } { bdi { (who.shown_name) } } },
        None => html! { "–" },
    }
}

/// One duty: what, where, from whom, since when and why; and how it ended.
pub(super) fn line(lang: &Lang, shown: &Shown<'_>, entry: &Entry) -> Markup {
    let what = entry.duty.map_or(lang.duties_owner(), |duty| duty_word(lang, duty));
    html! {
        p {
            (what) " " span.chip {
                @match &entry.group {
                    Some(group) => { (lang.duties_of_group(group.as_str())) }
                    None => { (lang.duties_of_site()) }
                }
            }
            @if entry.ended.is_none() { " " span.chip.chip-good { (lang.duties_still()) } }
        }
        p.soft.small {
            (lang.duties_given()) " " (shown.now.ago(lang, entry.given_at)) " · "
            @if entry.given_by.is_some() { (name(shown, entry.given_by)) } @else { (lang.duties_by_box()) }
            @if !entry.why.is_empty() { ": " q dir="auto" { (entry.why) } }
        }
        @if let Some(ended) = &entry.ended {
            p.soft.small {
                (lang.duties_ended()) " " (shown.now.ago(lang, ended.at)) " · "
                @if ended.by.is_some() { (name(shown, ended.by)) } @else { (lang.duties_by_box()) }
                @if !ended.why.is_empty() { ": " q dir="auto" { (ended.why) } }
            }
        }
    }
}

/// Role and the duties for the site, as far as the asker may grant them.
pub(super) fn rank(lang: &Lang, asker: &Asker<'_>, role: Role, site: Duties) -> Markup {
    let hint = |role| match role {
        Role::Member => lang.admin_role_member_hint(),
        Role::Staff => lang.admin_role_staff_hint(),
        Role::Owner => lang.admin_role_owner_hint(),
    };
    let may = |role: &&Role| accounts::may_grant(asker.viewer, **role, Duties::NONE);
    let roles: Vec<Choice<'_>> = Role::ALL
        .iter()
        .filter(may)
        .map(|each| Choice {
            value: each.word(),
            label: role_word(lang, asker.kind, *each),
            hint: Some(hint(*each)),
            chosen: *each == role,
        })
        .collect();
    html! {
        (ui::radios(&Field::new("role", lang.admin_role()), &roles))
        fieldset.field {
            legend.label { (lang.admin_duties()) }
            p.hint { (lang.admin_duties_hint()) }
            @for duty in asker.viewer.duties().list() {
                label.choice {
                    input type="checkbox" name="duties" value=(duty.word()) checked[site.has(duty)];
                    span { (duty_word(lang, duty)) }
                    span.hint { (duty_about(lang, duty)) }
                }
            }
        }
    }
}

/// The usual jobs in words, beside a form in which duties are ticked one by one.
pub(super) fn presets_said(lang: &Lang) -> Markup {
    html! {
        details {
            summary { (lang.admin_presets()) }
            dl.facts {
                @for preset in Preset::ALL.iter().copied() {
                    @let (name, words) = preset_words(lang, preset);
                    dt { (name) } dd { (words) }
                }
            }
        }
    }
}

fn preset_words(lang: &Lang, preset: Preset) -> (&str, &str) {
    match preset {
        Preset::Supervisor => (lang.admin_preset_supervisor(), lang.admin_preset_supervisor_words()),
        Preset::SafeguardingLead => {
            (lang.admin_preset_safeguarding(), lang.admin_preset_safeguarding_words())
        }
        Preset::Helpdesk => (lang.admin_preset_helpdesk(), lang.admin_preset_helpdesk_words()),
        Preset::Auditor => (lang.admin_preset_auditor(), lang.admin_preset_auditor_words()),
    }
}

/// What is to be held, as it stands in the form of one account, and the history of it.
pub(super) struct Rank<'a> {
    pub wanted: &'a Grants,
    pub why: &'a str,
    pub past: &'a Shown<'a>,
}

/// The duties of one account: to change, where the asker may, and what was given before.
pub(super) fn duties(lang: &Lang, asker: &Asker<'_>, shown: &Person<'_>, may: bool, said: &Said) -> Markup {
    let rank = shown.rank;
    html! {
        @if may {
            section.card {
                h2.card-title { (lang.duties_edit()) }
                (edit(lang, asker, shown, said))
            }
        }
        section.card {
            h2.card-title { (lang.duties_past_of()) }
            @if rank.past.entries.is_empty() { p.soft { (lang.duties_none()) } }
            @else {
                ul.list role="list" { @for entry in rank.past.entries { li { div { (line(lang, rank.past, entry)) } } } }
            }
            p { a href={ "/admin/duties/past?person=" (shown.person.id) } { (lang.duties_past()) } }
        }
    }
}

fn edit(lang: &Lang, asker: &Asker<'_>, shown: &Person<'_>, said: &Said) -> Markup {
    let (rank, problems) = (shown.rank, said.list());
    let action = format!("/admin/people/{}/duties", shown.person.id);
    let form = Form {
        action: &action,
        same_site: asker.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let why = Field::new("why", lang.duties_why()).hint(lang.duties_why_hint()).value(rank.why).required();
    let presets = Preset::ALL.iter().copied().filter(|preset| asker.viewer.duties().covers(preset.duties()));
    let role = rank.wanted.role.unwrap_or(Role::Member);
    html! {
        (ui::form(lang, &form, html! {
            (self::rank(lang, asker, role, rank.wanted.site))
            @if !shown.groups.is_empty() {
                details open[!rank.wanted.groups.is_empty()] {
                    summary { (lang.duties_in_groups()) }
                    (in_groups(lang, asker.viewer, Duty::Moderate, shown.groups, rank.wanted))
                    (in_groups(lang, asker.viewer, Duty::Accounts, shown.groups, rank.wanted))
                }
            }
            (ui::text(&why.letters_max(limits::REASON_CHARS_MAX).problem(said.of("why"))))
            (ui::button(Button::Main, None, lang.duties_save()))
            p.hint { (lang.duties_presets()) }
            div.buttons {
                @for preset in presets {
                    @let (name, words) = preset_words(lang, preset);
                    button.button name="preset" value=(preset.word()) title=(words) { (name) }
                }
            }
        }))
    }
}

/// The groups for which somebody holds a duty: those that the asker may choose for it.
fn in_groups(lang: &Lang, viewer: &Viewer, duty: Duty, groups: &[Offered], wanted: &Grants) -> Markup {
    let (field, label, hint) = match duty {
        Duty::Moderate => (MODERATE_IN, lang.duties_moderate_in(), lang.duties_moderate_in_hint()),
        _ => (ACCOUNTS_IN, lang.duties_accounts_in(), lang.duties_accounts_in_hint()),
    };
    let held = |group: GroupId| wanted.groups.contains(&(duty.word(), group));
    let choices: Vec<Choice<'_>> = groups
        .iter()
        .map(|group| Choice { value: &group.value, label: &group.name, hint: None, chosen: held(group.id) })
        .collect();
    html! {
        @if viewer.holds_somewhere(duty) { (ui::checkboxes(&Field::new(field, label).hint(hint), &choices)) }
    }
}
