//! The HTML of the house rules.

use crate::base::{Rules, SiteKind, Talk, TellReadings, Uploads, limits};
use crate::features::{levels, setup};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Markup, Said};
use maud::html;

pub(super) fn rules(lang: &Lang, same_site: &str, rules: &Rules, said: &Said) -> Markup {
    let problems = said.list();
    let form =
        Form { action: "/admin/rules", same_site, problems: &problems, guard: true, ..Form::default() };
    let name = Field::new("site_name", lang.setup_site_name()).hint(lang.admin_site_name_hint());
    let name = name.value(&rules.site_name).required().letters_max(limits::SITE_NAME_CHARS_MAX);
    let languages: Vec<Choice<'_>> = Lang::all()
        .iter()
        .map(|each| Choice {
            value: each.tag(),
            label: each.name(),
            hint: None,
            chosen: each.tag() == rules.language,
        })
        .collect();
    let zones = setup::zones(&rules.time_zone);
    let zones: Vec<Choice<'_>> = zones
        .iter()
        .map(|zone| Choice { value: zone, label: zone, hint: None, chosen: *zone == rules.time_zone })
        .collect();
    let spaces = limits::SPACES_MB.map(|mb| (mb.to_string(), lang.bytes(u64::from(mb) * 1_000_000), mb));
    let spaces: Vec<Choice<'_>> = spaces
        .iter()
        .map(|(value, label, mb)| Choice { value, label, hint: None, chosen: *mb == rules.space_mb })
        .collect();
    html! {
        h1 { (lang.admin_rules()) }
        section.card {
            (ui::form(lang, &form, html! {
                (ui::text(&name.problem(said.of("site_name"))))
                (ui::radios(&Field::new("approval", lang.admin_approval()).hint(lang.admin_approval_hint()), &levels::approvals(lang, rules.approval)))
                (first_waits(lang, rules.first_waits))
                (ui::radios(&Field::new("kind", lang.setup_kind()).hint(lang.admin_kind_hint()), &kinds(lang, rules.kind)))
                (ui::select(&Field::new("language", lang.setup_language()).hint(lang.setup_language_hint()), &languages))
                (ui::select(&Field::new("time_zone", lang.setup_time_zone()).problem(said.of("time_zone")), &zones))
                (ui::radios(&Field::new("uploads", lang.uploads_rule()).hint(lang.uploads_rule_hint()), &uploads(lang, rules.uploads)))
                (ui::select(&Field::new("space_mb", lang.space_rule()).hint(lang.space_rule_hint()), &spaces))
                (ui::checkbox(&Field::new("downloads", lang.archive_rule()).hint(lang.archive_rule_hint()), rules.downloads))
                (ui::checkbox(&Field::new("closing", lang.leaving_rule()).hint(lang.leaving_rule_hint()), rules.closing))
                (ui::checkbox(&Field::new("comments_stay", lang.leaving_rule_comments()).hint(lang.leaving_rule_comments_hint()), rules.comments_stay))
                (ui::radios(&Field::new("talk", lang.chat_rule_talk()).hint(lang.chat_rule_talk_hint()), &talks(lang, rules.talk)))
                (ui::checkbox(&Field::new("talk_files", lang.chat_rule_files()).hint(lang.chat_rule_files_hint()), rules.talk_files))
                (ui::checkbox(&Field::new("show_read", lang.chat_rule_read()).hint(lang.chat_rule_read_hint()), rules.show_read))
                (ui::checkbox(&Field::new("show_presence", lang.chat_rule_presence()).hint(lang.chat_rule_presence_hint()), rules.show_presence))
                (ui::radios(&Field::new("tell_readings", lang.readings_rule_tell()).hint(lang.readings_rule_tell_hint()), &tellings(lang, rules.tell_readings)))
                (ui::checkbox(&Field::new("two_person_reading", lang.readings_rule_two()).hint(lang.readings_rule_two_hint()), rules.two_person_reading))
                (hours(lang, &Field::new("due_urgent_h", lang.due_urgent()).hint(lang.due_urgent_hint()), rules.due_urgent_h))
                (hours(lang, &Field::new("due_held_h", lang.due_held()), rules.due_held_h))
                (hours(lang, &Field::new("due_other_h", lang.due_other()).hint(lang.due_other_hint()), rules.due_other_h))
                (ui::button(Button::Main, None, lang.save()))
            }))
        }
    }
}

/// Within how many hours staff should decide something.
fn hours(lang: &Lang, field: &Field<'_>, now: u32) -> Markup {
    let hours =
        limits::DUE_CHOICES_H.map(|hours| (hours.to_string(), lang.due_hours(i64::from(hours)), hours));
    let choices: Vec<Choice<'_>> = hours
        .iter()
        .map(|(value, label, hours)| Choice { value, label, hint: None, chosen: *hours == now })
        .collect();
    ui::select(field, &choices)
}

/// How many first things of a new account wait.
fn first_waits(lang: &Lang, now: u32) -> Markup {
    let counts = limits::FIRST_WAITS.map(|count| {
        let some = || lang.level_first_some(i64::from(count));
        let label = if count == 0 { lang.level_first_none().to_owned() } else { some() };
        (count.to_string(), label, count == now)
    });
    let choices: Vec<Choice<'_>> = counts
        .iter()
        .map(|(value, label, chosen)| Choice { value, label, hint: None, chosen: *chosen })
        .collect();
    ui::select(&Field::new("first_waits", lang.level_first()).hint(lang.level_first_hint()), &choices)
}

fn uploads(lang: &Lang, now: Uploads) -> [Choice<'_>; 3] {
    [
        (Uploads::Everyone, lang.uploads_everyone(), None),
        (Uploads::Leaders, lang.uploads_leaders(), Some(lang.uploads_leaders_hint())),
        (Uploads::Staff, lang.uploads_staff(), None),
    ]
    .map(|(each, label, hint)| Choice { value: each.word(), label, hint, chosen: each == now })
}

fn kinds(lang: &Lang, now: SiteKind) -> [Choice<'_>; 3] {
    [
        (SiteKind::School, lang.setup_kind_school(), lang.admin_kind_school_hint()),
        (SiteKind::Prison, lang.setup_kind_prison(), lang.admin_kind_prison_hint()),
        (SiteKind::Other, lang.setup_kind_other(), lang.admin_kind_other_hint()),
    ]
    .map(|(each, label, hint)| Choice {
        value: each.word(),
        label,
        hint: Some(hint),
        chosen: each == now,
    })
}

fn talks(lang: &Lang, now: Talk) -> [Choice<'_>; 5] {
    [
        (Talk::Contacts, lang.chat_rule_contacts()),
        (Talk::Groups, lang.chat_rule_groups()),
        (Talk::Everyone, lang.chat_rule_everyone()),
        (Talk::Pairs, lang.chat_rule_pairs()),
        (Talk::Nobody, lang.chat_rule_nobody()),
    ]
    .map(|(each, label)| Choice { value: each.word(), label, hint: None, chosen: each == now })
}

fn tellings(lang: &Lang, now: TellReadings) -> [Choice<'_>; 5] {
    [
        (TellReadings::AtOnce, lang.readings_rule_at_once()),
        (TellReadings::Week, lang.readings_rule_week()),
        (TellReadings::Month, lang.readings_rule_month()),
        (TellReadings::Term, lang.readings_rule_term()),
        (TellReadings::Never, lang.readings_rule_never()),
    ]
    .map(|(each, label)| Choice { value: each.word(), label, hint: None, chosen: each == now })
}
