//! The HTML by which staff make one account, and act on one.

use super::duty_views;
use super::store::Offered;
use super::talk_store::TalkOf;
use super::talk_views;
use super::views::{head, standing_word};
use crate::base::{Duties, Duty, GroupId, Role, Sanction, SiteKind, Standing, Talk, limits};
use crate::db::Viewer;
use crate::features::accounts::{self, Known};
use crate::features::leaving::Closing;
use crate::features::levels;
use crate::features::sanctions;
use crate::features::sessions::Live;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Markup, Now, Said};
use maud::html;
use std::collections::HashSet;

/// Who asks, and where.
pub(super) struct Asker<'a> {
    pub viewer: &'a Viewer,
    pub kind: SiteKind,
    pub same_site: &'a str,
}

/// What stands in the fields.
pub(super) struct Values<'a> {
    pub shown_name: &'a str,
    pub username: &'a str,
    pub role: Role,
    pub duties: Duties,
    pub groups: &'a HashSet<GroupId>,
}

/// Everything on the page of one account.
pub(super) struct Person<'a> {
    pub person: &'a Known,
    pub values: &'a Values<'a>,
    pub groups: &'a [Offered],
    pub sessions: &'a [Live],
    /// Whether it closes, and in how many days.
    pub closing: Option<&'a (Closing, i64)>,
    /// What staff said about their private talk, and what the house says.
    pub talk: &'a TalkOf,
    /// What staff have set about them, and until when.
    pub stands: &'a [(Sanction, Option<i64>)],
    pub rule: Talk,
    /// A sign-in name that was typed.
    pub pair: &'a str,
    pub now: &'a Now,
    pub own_session: i64,
    /// What they are to hold, and what they held.
    pub rank: &'a duty_views::Rank<'a>,
}

pub(super) fn new(
    lang: &Lang,
    asker: &Asker<'_>,
    values: &Values<'_>,
    groups: &[Offered],
    said: &Said,
) -> Markup {
    let problems = said.list();
    let form = Form {
        action: "/admin/people",
        same_site: asker.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let username = Field::new("username", lang.sign_in_username()).hint(lang.admin_username_hint());
    let username = username.value(values.username).optional(lang.form_optional()).autocomplete("off");
    html! {
        h1 { (lang.admin_new()) }
        section.card {
            (ui::form(lang, &form, html! {
                (ui::text(&shown_name(lang, values, said).autofocus()))
                (ui::text(&username.letters_max(*limits::USERNAME_CHARS.end()).problem(said.of("username"))))
                (duty_views::rank(lang, asker, values.role, values.duties))
                (duty_views::presets_said(lang))
                @if !groups.is_empty() { (group_boxes(lang, values.groups, groups, said, false)) }
                (ui::button(Button::Main, None, lang.admin_make_one()))
            }))
        }
    }
}

fn shown_name<'a>(lang: &'a Lang, values: &Values<'a>, said: &'a Said) -> Field<'a> {
    Field::new("shown_name", lang.people_shown_name())
        .value(values.shown_name)
        .required()
        .letters_max(limits::SHOWN_NAME_CHARS_MAX)
        .autocomplete("off")
        .problem(said.of("shown_name"))
}

fn group_boxes(
    lang: &Lang,
    is_in: &HashSet<GroupId>,
    groups: &[Offered],
    said: &Said,
    titled: bool,
) -> Markup {
    let choices: Vec<Choice<'_>> = groups
        .iter()
        .map(|group| Choice {
            value: &group.value,
            label: &group.name,
            hint: None,
            chosen: is_in.contains(&group.id),
        })
        .collect();
    let field = Field::new("groups", lang.nav_groups()).problem(said.of("groups"));
    ui::checkboxes(&if titled { field.label_unseen() } else { field }, &choices)
}

/// The page of one account. What the rules would refuse is not offered.
pub(super) fn person(lang: &Lang, asker: &Asker<'_>, shown: &Person<'_>, said: &Said) -> Markup {
    let own = asker.viewer.id() == Some(shown.person.id);
    let may = accounts::may_act_on(asker.viewer, shown.person);
    let slips = accounts::may_slip(asker.viewer, shown.person);
    html! {
        (head(lang, asker.kind, shown.person))
        @if own { (ui::state(Icon::InfoCircle, lang.admin_own())) }
        @else if slips && !may { (ui::state(Icon::InfoCircle, lang.duties_slips_only())) }
        @else if !may { (ui::state(Icon::Lock, lang.admin_above())) }
        @if (own && asker.viewer.holds(Duty::Accounts)) || may {
            (edit(lang, asker, shown, said)) (groups(lang, asker, shown))
        }
        (duty_views::duties(lang, asker, shown, may, said))
        @if let Some((closing, days)) = shown.closing { (closes(lang, shown, closing, *days)) }
        @if may && shown.person.role == Role::Member { (levels::offer_of_person(lang, shown.person.id)) }
        @if may { (standing(lang, asker, shown)) }
        @if slips { (slip(lang, asker, shown.person)) }
        @if may && !own { (talk_views::talk(lang, asker, shown, shown.rule, shown.pair, said)) }
        @if !own && asker.viewer.holds(Duty::Safeguard) {
            section.card {
                h2.card-title { (lang.readings_open_title()) }
                p { a.button href={ "/readings/new?person=" (shown.person.id) } { (ui::icon(Icon::Eye)) (lang.readings_with_whom()) } }
                p { a.button href={ "/readings/new?person=" (shown.person.id) "&what=posts" } { (ui::icon(Icon::Eye)) (lang.readings_what_posts()) } }
            }
        }
        (sessions(lang, asker, shown, slips))
    }
}

fn edit(lang: &Lang, asker: &Asker<'_>, shown: &Person<'_>, said: &Said) -> Markup {
    let problems = said.list();
    let action = format!("/admin/people/{}", shown.person.id);
    let form = Form {
        action: &action,
        same_site: asker.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    html! {
        section.card {
            h2.card-title { (lang.admin_edit()) }
            (ui::form(lang, &form, html! {
                (ui::text(&shown_name(lang, shown.values, said)))
                (ui::button(Button::Main, None, lang.save()))
            }))
        }
    }
}

fn groups(lang: &Lang, asker: &Asker<'_>, shown: &Person<'_>) -> Markup {
    let action = format!("/admin/people/{}/groups", shown.person.id);
    let form = Form { action: &action, same_site: asker.same_site, ..Form::default() };
    html! {
        @if !shown.groups.is_empty() {
            section.card {
                h2.card-title { (lang.nav_groups()) }
                (ui::form(lang, &form, html! {
                    @for id in shown.values.groups { input type="hidden" name="was" value=(id); }
                    (group_boxes(lang, shown.values.groups, shown.groups, &Said::default(), true))
                    (ui::button(Button::Usual, None, lang.save()))
                }))
            }
        }
    }
}

/// That it closes, and until when that can be undone.
fn closes(lang: &Lang, shown: &Person<'_>, closing: &Closing, days: i64) -> Markup {
    html! {
        section.card {
            h2.card-title { (lang.leaving_staff_title()) }
            @if closing.done_at.is_some() { p { (lang.leaving_staff_done()) } }
            @else {
                p { (lang.leaving_staff(shown.now.day_after(lang, days))) }
                @if !closing.by_staff { p.soft { (lang.leaving_staff_own()) } }
            }
        }
    }
}

/// How the account stands, what is set about it, and whether it has left.
fn standing(lang: &Lang, asker: &Asker<'_>, shown: &Person<'_>) -> Markup {
    let person = shown.person;
    let action = format!("/admin/people/{}/standing", person.id);
    let gone = person.standing == Standing::Left;
    let (to, sign, words, about) = if gone {
        (Standing::Active, Icon::UserCheck, lang.admin_to_active(), lang.admin_active_hint())
    } else {
        (Standing::Left, Icon::Logout, lang.admin_to_left(), lang.admin_left_hint())
    };
    html! {
        section.card {
            h2.card-title { (lang.admin_standing()) ": " (standing_word(lang, person.standing)) }
            (sanctions::card(lang, shown.now, person.id, shown.stands, !gone))
            ul.list {
                li.row {
                    span.soft { (about) }
                    div.end {
                        (ui::button_form(&action, asker.same_site, &[("standing", to.word())], Button::Usual, Some(sign), words))
                    }
                }
            }
        }
    }
}

fn slip(lang: &Lang, asker: &Asker<'_>, person: &Known) -> Markup {
    let action = format!("/admin/people/{}/password", person.id);
    html! {
        section.card {
            h2.card-title { (lang.admin_new_slip()) }
            p { (lang.admin_new_slip_about()) }
            (ui::button_form(&action, asker.same_site, &[], Button::Usual, Some(Icon::Key), lang.admin_new_slip()))
        }
    }
}

fn sessions(lang: &Lang, asker: &Asker<'_>, shown: &Person<'_>, may: bool) -> Markup {
    html! {
        section.card {
            h2.card-title { (lang.admin_sessions()) }
            @if shown.sessions.is_empty() { p.soft { (lang.admin_sessions_none()) } }
            @else {
                ul.list {
                    @for session in shown.sessions {
                        li {
                            div {
                                strong { (session.device) } " " span.soft { bdi { (session.address) } }
                                @if session.id == shown.own_session { " " span.chip { (lang.sessions_this()) } }
                                p.soft.small { (lang.sessions_used()) ": " (shown.now.ago(lang, session.used_at)) }
                            }
                            @if may {
                                @let action = format!("/admin/people/{}/sessions/{}/end", shown.person.id, session.id);
                                div.end { (ui::button_form(&action, asker.same_site, &[], Button::Usual, None, lang.sessions_end())) }
                            }
                        }
                    }
                }
            }
        }
    }
}
