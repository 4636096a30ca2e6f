//! The HTML of the set-up wizard and the recovery sheet.

use crate::base::{SiteKind, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Markup, Said};
use maud::html;

/// What the second step holds.
pub(super) struct SiteValues<'a> {
    pub name: &'a str,
    pub kind: SiteKind,
    pub language: &'a str,
    pub time_zone: &'a str,
}

/// Zones offered by name; any other IANA name can be typed.
const ZONES: &[&str] = &[
    "UTC",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "America/Bogota",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Dhaka",
    "Asia/Jakarta",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Riyadh",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Paris",
    "Europe/Warsaw",
    "Pacific/Auckland",
];

/// The zones to choose from: those offered by name, and the present one where it is none of them.
pub fn zones(now: &str) -> Vec<&str> {
    let own = (!ZONES.contains(&now)).then_some(now);
    own.into_iter().chain(ZONES.iter().copied()).collect()
}

fn step(lang: &Lang, number: i64) -> Markup {
    html! { p.soft { (lang.setup_step(number, 3)) } }
}

pub(super) fn code(lang: &Lang, same_site: &str, typed: &str, said: &Said) -> Markup {
    let problems = said.list();
    let form = Form { action: "/setup", same_site, problems: &problems, whole_page: true, ..Form::default() };
    let field =
        Field::new("code", lang.setup_code()).hint(lang.setup_code_hint()).value(typed).autocomplete("off");
    html! {
        section.card {
            (step(lang, 1))
            h1 { (lang.setup_title()) }
            p { (lang.setup_about()) }
            (ui::form(lang, &form, html! {
                (ui::text(&field.required().autofocus().problem(said.of("code"))))
                (ui::button(Button::Main, None, lang.setup_go_on()))
            }))
        }
    }
}

pub(super) fn site(lang: &Lang, same_site: &str, values: &SiteValues<'_>, said: &Said) -> Markup {
    let problems = said.list();
    let form =
        Form { action: "/setup/site", same_site, problems: &problems, whole_page: true, ..Form::default() };
    let name =
        Field::new("site_name", lang.setup_site_name()).hint(lang.setup_site_name_hint()).value(values.name);
    let kinds = [
        (SiteKind::School, lang.setup_kind_school(), lang.setup_kind_school_hint()),
        (SiteKind::Prison, lang.setup_kind_prison(), lang.setup_kind_prison_hint()),
        (SiteKind::Other, lang.setup_kind_other(), lang.setup_kind_other_hint()),
    ];
    let kinds = kinds.map(|(kind, label, hint)| Choice {
        value: kind.word(),
        label,
        hint: Some(hint),
        chosen: kind == values.kind,
    });
    let languages: Vec<Choice<'_>> = Lang::all()
        .iter()
        .map(|each| Choice {
            value: each.tag(),
            label: each.name(),
            hint: None,
            chosen: each.tag() == values.language,
        })
        .collect();
    let zones = zones(values.time_zone);
    let zones: Vec<Choice<'_>> = zones
        .iter()
        .map(|zone| Choice { value: zone, label: zone, hint: None, chosen: *zone == values.time_zone })
        .collect();
    html! {
        section.card {
            (step(lang, 2))
            h1 { (lang.setup_site_title()) }
            (ui::form(lang, &form, html! {
                (ui::text(&name.required().letters_max(limits::SITE_NAME_CHARS_MAX).problem(said.of("site_name"))))
                (ui::radios(&Field::new("kind", lang.setup_kind()), &kinds))
                (ui::select(&Field::new("language", lang.setup_language()).hint(lang.setup_language_hint()), &languages))
                (ui::select(&Field::new("time_zone", lang.setup_time_zone()).problem(said.of("time_zone")), &zones))
                (ui::button(Button::Main, None, lang.setup_go_on()))
            }))
        }
    }
}

pub(super) fn owner(lang: &Lang, same_site: &str, shown_name: &str, username: &str, said: &Said) -> Markup {
    let problems = said.list();
    let form =
        Form { action: "/setup/owner", same_site, problems: &problems, whole_page: true, ..Form::default() };
    let hint = lang.password_hint(limits::STAFF_PASSWORD_CHARS_MIN as i64);
    let field = |name, label| Field::new(name, label).required().problem(said.of(name));
    html! {
        section.card {
            (step(lang, 3))
            h1 { (lang.setup_owner_title()) }
            p { (lang.setup_owner_about()) }
            (ui::form(lang, &form, html! {
                (ui::text(&field("shown_name", lang.people_shown_name()).value(shown_name)
                    .letters_max(limits::SHOWN_NAME_CHARS_MAX).autocomplete("name")))
                (ui::text(&field("username", lang.sign_in_username()).value(username).autocomplete("username")))
                (ui::password(&field("password", lang.sign_in_password()).hint(&hint).autocomplete("new-password")))
                (ui::password(&field("again", lang.password_again()).autocomplete("new-password")))
                (ui::button(Button::Main, None, lang.setup_claim()))
            }))
        }
    }
}

pub(super) fn sheet(lang: &Lang, site: &str, host: &str, username: &str, install_id: &str) -> Markup {
    let address = format!("http://{host}");
    html! {
        section.card.sheet {
            div.main-head {
                h1 { (lang.setup_sheet_title()) }
                button.button.no-print type="button" hidden data-print { (ui::icon(Icon::Printer)) (lang.setup_print()) }
            }
            p { (lang.setup_sheet_about()) }
            dl.facts {
                dt { (lang.setup_site_name()) } dd { (site) }
                dt { (lang.setup_sheet_address()) } dd.code { (address) }
                dt { (lang.setup_sheet_owner()) } dd.code { (username) }
                dt { (lang.setup_sheet_box()) } dd.code { (install_id) }
            }
            h2 { (lang.setup_sheet_lost()) }
            p { (lang.setup_sheet_lost_words()) }
            p.code { "courtyard account password " (username) " --data …" }
            p.no-print { a.button.button-main href="/" { (lang.setup_begin()) } }
        }
    }
}
