//! The HTML of the hub, the list of people, and the slips.

use super::pages::Which;
use super::slips::{KEPT_MINUTES, Slip};
use crate::base::{Role, SiteKind, Standing};
use crate::features::accounts::Known;
use crate::features::posts::role_word;
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Face, Field, Icon, Markup};
use maud::html;

/// What the hub says of people.
pub(super) struct Attention {
    pub unused_slips: i64,
    pub stopped: i64,
    /// Does the viewer keep all accounts, and not only those of some groups?
    pub keeps: bool,
}

pub(super) fn hub(lang: &Lang, attention: Option<&Attention>, settings: bool) -> Markup {
    let entry = |address: &str, sign, words: &str, about: &str| {
        html! {
            li {
                (ui::icon(sign))
                div { a.person-name href=(address) { (words) } p.soft.small { (about) } }
            }
        }
    };
    html! {
        h1 { (lang.nav_admin()) }
        @if let Some(attention) = attention {
            section.card {
                h2.card-title { (lang.admin_attention()) }
                @if attention.unused_slips == 0 && attention.stopped == 0 { p.soft { (lang.admin_attention_none()) } }
                @else {
                    ul.link-list {
                        @if attention.unused_slips > 0 {
                            li { a href="/admin/people?show=slip" { (ui::icon(Icon::Key)) (lang.admin_unused_slips(attention.unused_slips)) } }
                        }
                        @if attention.stopped > 0 {
                            li { a href="/admin/people?show=stopped" { (ui::icon(Icon::UserX)) (lang.admin_stopped(attention.stopped)) } }
                        }
                    }
                }
            }
        }
        section.card.card-flush {
            ul.list {
                @if attention.is_some() {
                    (entry("/admin/people", Icon::Users, lang.admin_people(), lang.admin_people_about()))
                }
                @if attention.is_some_and(|attention| attention.keeps) {
                    (entry("/admin/people/new", Icon::UserPlus, lang.admin_new(), lang.admin_new_about()))
                    (entry("/admin/people/paste", Icon::ListCheck, lang.admin_paste(), lang.admin_paste_about()))
                    (entry("/groups", Icon::UsersGroup, lang.nav_groups(), lang.admin_groups_about()))
                }
                (entry("/admin/duties", Icon::UserCheck, lang.duties_title(), lang.duties_entry_about()))
                @if settings { (entry("/admin/rules", Icon::Gavel, lang.admin_rules(), lang.admin_rules_about())) }
                @if settings {
                    (entry("/admin/hours", Icon::Clock, lang.hours_title(), lang.hours_entry_about()))
                    (entry("/admin/notice", Icon::InfoCircle, lang.charter_title(), lang.charter_entry_about()))
                    (entry("/watch", Icon::Filter, lang.watch_title(), lang.watch_title_about()))
                    (entry("/admin/retention", Icon::Hourglass, lang.retention_title(), lang.retention_entry_about()))
                }
            }
        }
    }
}

/// What the list of people shows.
pub(super) struct Listed<'a> {
    pub people: &'a [Known],
    pub which: Which,
    pub asked: &'a str,
    pub next: Option<&'a str>,
    /// Is it the first page?
    pub first: bool,
    pub kind: SiteKind,
    /// May the viewer make accounts?
    pub keeps: bool,
}

pub(super) fn list(lang: &Lang, shown: &Listed<'_>) -> Markup {
    let tab = |address: &str, which, words: &str| {
        let current = (shown.which == which).then_some("page");
        html! { li { a href=(address) aria-current=[current] { (words) } } }
    };
    let name = Field::new("name", lang.admin_find()).hint(lang.admin_find_hint()).value(shown.asked);
    html! {
        div.main-head {
            h1 { (lang.admin_people()) }
            @if shown.keeps {
                div.buttons {
                    a class=(Button::Usual.class()) href="/admin/people/paste" { (ui::icon(Icon::ListCheck)) (lang.admin_paste()) }
                    a class=(Button::Main.class()) href="/admin/people/new" { (ui::icon(Icon::UserPlus)) (lang.admin_new()) }
                }
            }
        }
        ul.tabs role="list" {
            (tab("/admin/people", Which::All, lang.admin_tab_all()))
            (tab("/admin/people?show=slip", Which::Unused, lang.admin_tab_slip()))
            (tab("/admin/people?show=stopped", Which::Stopped, lang.admin_tab_stopped()))
        }
        @if shown.which == Which::All {
            form.filters.card method="get" action="/admin/people" role="search" {
                (ui::search(&name))
                (ui::button(Button::Usual, Some(Icon::Search), lang.search()))
            }
        }
        @if shown.people.is_empty() { (ui::empty(Icon::Users, lang.admin_nobody(), lang.admin_nobody_words(), None)) }
        @else { (table(lang, shown)) }
        @let newer = (!shown.first).then_some("/admin/people");
        @if newer.is_some() || shown.next.is_some() {
            nav.pager aria-label=(lang.pager_pages()) {
                @if let Some(first) = newer { a.button.pager-newer href=(first) { (lang.admin_from_start()) } }
                @if let Some(next) = shown.next { a.button.pager-older href=(next) rel="next" { (lang.next()) } }
            }
        }
    }
}

fn table(lang: &Lang, shown: &Listed<'_>) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lang.admin_people()) {
            table.table.table-cards {
                thead { tr {
                    th scope="col" { (lang.people_shown_name()) }
                    th scope="col" { (lang.sign_in_username()) }
                    th scope="col" { (lang.admin_role()) }
                    th scope="col" { (lang.admin_standing()) }
                } }
                tbody {
                    @for person in shown.people {
                        @let address = format!("/admin/people/{}", person.id);
                        tr {
                            th scope="row" {
                                (ui::person(&Face { id: person.id.0, name: &person.shown_name, picture: None, address: Some(&address) }, None))
                            }
                            td.code data-label=(lang.sign_in_username()) { (person.username) }
                            td data-label=(lang.admin_role()) { (role_chip(lang, shown.kind, person.role)) }
                            td data-label=(lang.admin_standing()) { (standing_chips(lang, person)) }
                        }
                    }
                }
            }
        }
    }
}

fn role_chip(lang: &Lang, kind: SiteKind, role: Role) -> Markup {
    let class = if role == Role::Member { "chip" } else { "chip chip-good" };
    html! { span class=(class) { (role_word(lang, kind, role)) } }
}

/// The standing in one word.
pub(super) fn standing_word(lang: &Lang, standing: Standing) -> &str {
    match standing {
        Standing::Active => lang.admin_active(),
        Standing::ReadOnly => lang.admin_read_only(),
        Standing::Suspended => lang.admin_suspended(),
        Standing::Left => lang.admin_left(),
    }
}

/// Standing, and whether the slip was used.
pub(super) fn standing_chips(lang: &Lang, person: &Known) -> Markup {
    let class = match person.standing {
        Standing::Suspended => "chip chip-harm",
        Standing::ReadOnly => "chip chip-clay",
        Standing::Active | Standing::Left => "chip",
    };
    html! {
        div.row {
            span class=(class) { (standing_word(lang, person.standing)) }
            @if person.must_choose { span.chip.chip-clay { (ui::icon(Icon::Key)) (lang.admin_has_slip()) } }
        }
    }
}

/// Who it is, above all that staff may do about them.
pub(super) fn head(lang: &Lang, kind: SiteKind, person: &Known) -> Markup {
    let face = Face { id: person.id.0, name: &person.shown_name, picture: None, address: None };
    let profile = format!("/people/{}", person.username);
    html! {
        div.main-head {
            div.person {
                (ui::avatar(&face, AvatarSize::Usual))
                div.person-words {
                    h1 { bdi { (person.shown_name) } }
                    a.soft href=(profile) { bdi { "@" (person.username) } }
                }
            }
            div.row { (role_chip(lang, kind, person.role)) " " (standing_chips(lang, person)) }
        }
    }
}

pub(super) fn slips(lang: &Lang, site: &str, host: &str, slips: &[Slip]) -> Markup {
    html! {
        div.main-head.no-print {
            h1 { (lang.admin_slips()) }
            div.buttons {
                button.button type="button" hidden data-print { (ui::icon(Icon::Printer)) (lang.print()) }
                a class=(Button::Usual.class()) href="/admin/people" { (lang.admin_to_people()) }
            }
        }
        p.no-print { (lang.admin_slips_about(slips.len(), KEPT_MINUTES as i64)) }
        ol.slips role="list" {
            @for slip in slips {
                li.slip {
                    p.slip-site { bdi { (site) } " · " bdi { "http://" (host) } }
                    p.slip-name { bdi { (slip.shown_name) } }
                    dl.slip-facts {
                        dt { (lang.sign_in_username()) } dd.code { (slip.username) }
                        dt { (lang.sign_in_password()) } dd.code { (slip.password) }
                    }
                    p.slip-note { (lang.admin_slip_note()) }
                }
            }
        }
    }
}
