//! The HTML of groups.

use super::{Draft, Group, GroupKind};
use crate::base::{Duty, GroupId, limits};
use crate::features::people::{self, Person, Row};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Choice, Face, Field, Form, Icon, Said};
use crate::web::Visit;
use maud::{Markup, html};

/// The sort of group in a word.
pub(super) fn kind_word(lang: &Lang, kind: GroupKind) -> &str {
    match kind {
        GroupKind::Class => lang.group_kind_class(),
        GroupKind::Wing => lang.group_kind_wing(),
        GroupKind::Club => lang.group_kind_club(),
        GroupKind::Other => lang.group_kind_other(),
    }
}

/// The tint of a group with its first letters.
pub(super) fn sign(group: &Group, size: AvatarSize) -> Markup {
    ui::avatar(&Face { id: group.id.0, name: &group.name, picture: None, address: None }, size)
}

pub(super) fn list(visit: &Visit, groups: &[Group], all: bool, more: Option<&str>) -> Markup {
    let lang = visit.lang();
    html! {
        div.row.row-apart {
            h1 { (lang.nav_groups()) }
            @if visit.holds(Duty::Accounts) {
                a.button.button-main href="/groups/new" { (ui::icon(Icon::Plus)) (lang.group_new()) }
            }
        }
        @if all { p.soft { (lang.group_all_words()) } }
        @if groups.is_empty() { (ui::empty(Icon::UsersGroup, lang.group_none(), lang.group_none_words(), None)) }
        @else {
            section.card.card-flush {
                ul.list role="list" {
                    @for group in groups {
                        li {
                            (sign(group, AvatarSize::Usual))
                            div.person-words {
                                a.person-name href={ "/groups/" (group.id) } { bdi { (group.name) } }
                                span.soft { (kind_word(lang, group.kind)) " · " (lang.people_count(group.members)) }
                            }
                            @if group.i_lead { div.end { span.chip { (ui::icon(Icon::Star)) (lang.group_you_lead()) } } }
                        }
                    }
                }
            }
        }
        @if let Some(more) = more { p { a.button href=(more) { (lang.show_more()) } } }
    }
}

/// The tabs of a group's page. What is added to a group is a tab here, and begins its page with [`top`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The stream.
    Posts,
    /// Who is in it.
    Members,
}

/// The strip of tabs of a group's page.
fn tabs(lang: &Lang, group: GroupId, current: Tab) -> Markup {
    let all = [
        (Tab::Posts, "", Icon::Message, lang.joining_tab_posts()),
        (Tab::Members, "/members", Icon::Users, lang.group_members()),
    ];
    html! {
        nav aria-label=(lang.joining_tabs()) {
            ul.tabs role="list" {
                @for (tab, end, sign, words) in all {
                    li {
                        a href={ "/groups/" (group) (end) } aria-current=[(tab == current).then_some("page")] {
                            (ui::icon(sign)) (words)
                        }
                    }
                }
            }
        }
    }
}

/// What stands on top of each page of a group: what it is, and the tabs.
pub fn top(visit: &Visit, group: &Group, current: Tab) -> Markup {
    html! {
        (head(visit.lang(), group, visit.holds(Duty::Accounts)))
        (tabs(visit.lang(), group.id, current))
    }
}

/// What the group is, and what one can do with it.
fn head(lang: &Lang, group: &Group, keeps: bool) -> Markup {
    let link = format!("/groups/{}", group.id);
    html! {
        section.card.profile-head {
            (sign(group, AvatarSize::Large))
            div {
                h1 { bdi { (group.name) } }
                p.soft {
                    (kind_word(lang, group.kind)) " · "
                    a href={ (link) "/members" } { (lang.people_count(group.members)) }
                }
            }
            @if !group.about.is_empty() {
                div.prose dir="auto" { (ui::prose::prose(&group.about, &|_| None)) }
            }
            @if keeps || group.i_lead {
                div.buttons {
                    @if keeps {
                        a.button href={ (link) "/people" } { (ui::icon(Icon::UserPlus)) (lang.group_add_people()) }
                    }
                    a.button.button-quiet href={ (link) "/edit" } { (ui::icon(Icon::Pencil)) (lang.edit()) }
                }
            }
        }
    }
}

/// Members beside the stream.
pub(super) fn beside(visit: &Visit, group: &Group, members: &[(Person, bool)]) -> Markup {
    let lang = visit.lang();
    let rows = Row::of(visit);
    ui::titled_card(
        lang.group_members(),
        html! {
            @if members.is_empty() { p.soft { (lang.group_empty()) } }
            ul.list role="list" {
                @for (person, leads) in members {
                    li {
                        (people::row(&rows, person, html! {
                            @if *leads { span title=(lang.group_leader()) { (ui::icon(Icon::Star)) span.unseen { (lang.group_leader()) } } }
                        }))
                    }
                }
            }
            @if group.members > members.len() as i64 {
                p { a href={ "/groups/" (group.id) "/members" } { (lang.show_all()) } }
            }
        },
    )
}

/// Making or changing a group. Leaders change only what it says about itself.
pub(super) fn form(visit: &Visit, id: Option<GroupId>, draft: &Draft, said: &Said, keeps: bool) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let action = id.map_or_else(|| "/groups/new".to_owned(), |id| format!("/groups/{id}/edit"));
    let back = id.map_or_else(|| "/groups".to_owned(), |id| format!("/groups/{id}"));
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    let name = Field::new("name", lang.group_name()).hint(lang.group_name_hint()).value(&draft.name);
    let name = name.required().letters_max(limits::GROUP_NAME_CHARS_MAX).problem(said.of("name"));
    let kind = |kind: &GroupKind| Choice {
        value: kind.word(),
        label: kind_word(lang, *kind),
        hint: None,
        chosen: draft.kind == Some(*kind),
    };
    let kinds: Vec<Choice<'_>> = GroupKind::ALL.iter().map(kind).collect();
    let about = Field::new("about", lang.group_about()).hint(lang.group_about_hint()).value(&draft.about);
    let about = about.optional(lang.form_optional()).letters_max(limits::GROUP_ABOUT_CHARS_MAX);
    html! {
        section.card {
            h1 { @if id.is_some() { (lang.group_edit()) } @else { (lang.group_new()) } }
            (ui::form(lang, &form, html! {
                @if keeps {
                    (ui::text(&name))
                    (ui::radios(&Field::new("kind", lang.group_kind()).problem(said.of("kind")), &kinds))
                } @else {
                    p { bdi { (draft.name) } }
                }
                (ui::textarea(&about.problem(said.of("about")), 5))
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    a class=(Button::Quiet.class()) href=(back) { (lang.cancel()) }
                }
            }))
        }
    }
}
