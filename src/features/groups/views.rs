//! The HTML of groups.

use super::joining_store::Outside;
use super::joining_views::{self, joining_word};
use super::{Draft, Group, GroupKind, Joining, lets_leave};
use crate::base::{Duty, GroupId, limits};
use crate::features::people::{self, Person, Row};
use crate::features::{freeze, levels, posts};
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

/// The picture of a group, by its name on the shelf; without one a tint with its first letters.
pub fn sign(id: GroupId, name: &str, picture: Option<&str>, size: AvatarSize) -> Markup {
    let picture = picture.map(|picture| format!("/groups/{id}/picture/{picture}"));
    ui::avatar(&Face { id: id.0, name, picture: picture.as_deref(), address: None }, size)
}

fn sign_of(group: &Group, size: AvatarSize) -> Markup {
    sign(group.id, &group.name, group.picture.as_deref(), size)
}

/// What the page of groups shows.
pub(super) struct Listed<'a> {
    pub groups: &'a [Group],
    /// They are all groups there are.
    pub all: bool,
    pub more: Option<&'a str>,
    /// Groups that the reader may come into or ask for.
    pub to_find: &'a [Outside],
}

pub(super) fn list(visit: &Visit, listed: &Listed<'_>, more_to_find: Option<&str>) -> Markup {
    let (lang, groups) = (visit.lang(), listed.groups);
    html! {
        div.row.row-apart {
            h1 { (lang.nav_groups()) }
            @if visit.holds(Duty::Accounts) {
                a.button.button-main href="/groups/new" { (ui::icon(Icon::Plus)) (lang.group_new()) }
            }
        }
        @if listed.all { p.soft { (lang.group_all_words()) } }
        @if groups.is_empty() {
            (ui::empty(Icon::UsersGroup, lang.group_none(),
                if listed.to_find.is_empty() { lang.group_none_words() } else { lang.joining_none_yet() }, None))
        }
        @else {
            section.card.card-flush {
                ul.list.groups role="list" {
                    @for group in groups {
                        li {
                            (sign_of(group, AvatarSize::Usual))
                            div.person-words {
                                a.person-name href={ "/groups/" (group.id) } { bdi { (group.name) } }
                                span.soft { (kind_word(lang, group.kind)) " · " (lang.people_count(group.members)) }
                            }
                            div.end.row {
                                @if group.asking > 0 {
                                    a.chip.chip-clay href={ "/groups/" (group.id) "/members#asks" } {
                                        (ui::icon(Icon::Hourglass)) (lang.joining_asking(group.asking))
                                    }
                                }
                                @if group.i_lead { span.chip { (ui::icon(Icon::Star)) (lang.group_you_lead()) } }
                            }
                        }
                    }
                }
            }
        }
        @if let Some(more) = listed.more { p { a.button href=(more) { (lang.show_more()) } } }
        @if !listed.to_find.is_empty() {
            h2 { (lang.joining_find()) }
            (joining_views::rows(lang, listed.to_find))
        }
        @if let Some(more) = more_to_find { p { a.button href=(more) { (lang.show_more()) } } }
    }
}

/// The tabs of a group's page. What is added to a group is a tab here, and begins its page with [`top`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The stream.
    Posts,
    /// Its conversation.
    Chat,
    /// Its albums, and the photos of posts to it.
    Photos,
    /// Who is in it.
    Members,
    /// What takes place in it.
    Events,
    /// Its documents.
    Files,
}

/// The strip of tabs of a group's page.
fn tabs(lang: &Lang, group: GroupId, current: Tab) -> Markup {
    let all = [
        (Tab::Posts, "", Icon::Message, lang.joining_tab_posts()),
        (Tab::Chat, "/chat", Icon::Messages, lang.chat_conversation()),
        (Tab::Photos, "/photos", Icon::Photo, lang.joining_tab_photos()),
        (Tab::Events, "/events", Icon::Calendar, lang.nav_events()),
        (Tab::Files, "/files", Icon::FileText, lang.files_title()),
        (Tab::Members, "/members", Icon::Users, lang.group_members()),
    ];
    html! {
        nav aria-label=(lang.joining_tabs()) {
            ul.tabs.tabs-wrap.tabs-words role="list" {
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
        (head(visit, group))
        @if group.asking > 0 {
            p.state {
                (ui::icon(Icon::Hourglass))
                a href={ "/groups/" (group.id) "/members#asks" } { (visit.lang().joining_asking(group.asking)) }
            }
        }
        (tabs(visit.lang(), group.id, current))
    }
}

/// What the group is, and what one can do with it.
fn head(visit: &Visit, group: &Group) -> Markup {
    let (lang, keeps) = (visit.lang(), visit.holds(Duty::Accounts));
    let moderates = visit.holds(Duty::Moderate) || group.i_moderate;
    let may_freeze = moderates || group.i_lead && visit.viewer().is_staff();
    let link = format!("/groups/{}", group.id);
    html! {
        section.card.profile-head {
            (sign_of(group, AvatarSize::Large))
            div {
                h1 { bdi { (group.name) } }
                p.soft {
                    (kind_word(lang, group.kind)) " · " (lang.people_count(group.members))
                    " · " (joining_word(lang, group.joining))
                }
            }
            @if !group.about.is_empty() {
                div.prose dir="auto" { (ui::prose::prose(&group.about, &|_| None)) }
            }
            @let acts = acts(visit, group, keeps, moderates, &link);
            @if may_freeze || !acts.0.is_empty() {
                div.buttons {
                    (acts)
                    @if may_freeze { (levels::offer_of_group(lang, group.id)) }
                    @if may_freeze { (freeze::offer(lang, Some(group.id), visit.is_frozen(Some(group.id)))) }
                }
            }
        }
    }
}

/// What the reader can do with a group.
fn acts(visit: &Visit, group: &Group, keeps: bool, moderates: bool, link: &str) -> Markup {
    let (lang, answers) = (visit.lang(), keeps || group.i_lead);
    let comes = visit.someone().is_some_and(|me| !me.read_only);
    let writes = posts::writes(visit) && (visit.viewer().is_staff() || !visit.is_frozen(Some(group.id)));
    let leaves = group.i_am_in && lets_leave(group.joining, group.leaving);
    html! {
        @if comes && !group.i_am_in && group.joining == Joining::Open {
            (ui::act_button(&format!("{link}/join"), None, Button::Usual, Some(Icon::UserPlus), lang.joining_join()))
        }
        @if comes && !group.i_am_in && group.joining == Joining::Ask {
            a.button href={ (link) "/join" } { (ui::icon(Icon::UserPlus)) (lang.joining_ask()) }
        }
        @if keeps { a.button href={ (link) "/people" } { (ui::icon(Icon::UserPlus)) (lang.group_add_people()) } }
        @if comes && answers && group.joining != Joining::Staff {
            a.button href={ (link) "/invite" } { (ui::icon(Icon::Send)) (lang.joining_invite()) }
        }
        @if writes && answers { a.button.button-quiet href={ (link) "/edit" } { (ui::icon(Icon::Pencil)) (lang.edit()) } }
        @if moderates { a.button.button-quiet href={ (link) "/talk" } { (ui::icon(Icon::Messages)) (lang.readings_group_talk()) } }
        @if leaves { a.button.button-quiet href={ (link) "/leave" } { (ui::icon(Icon::Logout)) (lang.joining_leave()) } }
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

/// Making or changing a group. Leaders change what it says about itself, its picture, and how people come in.
pub(super) fn form(visit: &Visit, of: Option<&Group>, draft: &Draft, said: &Said, keeps: bool) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let action = of.map_or_else(|| "/groups/new".to_owned(), |group| format!("/groups/{}/edit", group.id));
    let back = of.map_or_else(|| "/groups".to_owned(), |group| format!("/groups/{}", group.id));
    let form = Form {
        action: &action,
        same_site: &same_site,
        problems: &problems,
        files: of.is_some(),
        guard: true,
        ..Form::default()
    };
    let about = Field::new("about", lang.group_about()).hint(lang.group_about_hint()).value(&draft.about);
    let about = about.optional(lang.form_optional()).letters_max(limits::GROUP_ABOUT_CHARS_MAX);
    let picture = Field::new("picture", lang.my_picture()).hint(lang.joining_picture_hint());
    let may_send =
        visit.someone().is_some_and(|me| me.may_send(visit.rules())) || said.of("picture").is_some();
    html! {
        section.card {
            h1 { @if of.is_some() { (lang.group_edit()) } @else { (lang.group_new()) } }
            @if let Some(group) = of {
                div.row {
                    (sign_of(group, AvatarSize::Large))
                    @if group.picture.is_some() {
                        (ui::act_button(&format!("{back}/picture/remove"), None, Button::Usual, Some(Icon::Trash), lang.my_picture_remove()))
                    }
                }
            }
            (ui::form(lang, &form, html! {
                @if keeps { (named(lang, draft, said)) } @else { p { bdi { (draft.name) } } }
                (ui::textarea(&about.problem(said.of("about")), 5))
                @if of.is_some() {
                    @if may_send { (ui::file(&picture.optional(lang.form_optional()).problem(said.of("picture")), "image/*", false)) }
                }
                (ways_in(lang, of, draft, keeps))
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    a class=(Button::Quiet.class()) href=(&back) { (lang.cancel()) }
                }
            }))
        }
        @if of.is_some() && keeps {
            section.card {
                h2.card-title { (lang.joining_remove()) }
                p { (lang.joining_remove_words()) }
                a class=(Button::Harm.class()) href={ (back) "/remove" } { (ui::icon(Icon::Trash)) (lang.joining_remove()) }
            }
        }
    }
}

/// What only staff choose of a group.
fn named(lang: &Lang, draft: &Draft, said: &Said) -> Markup {
    let name = Field::new("name", lang.group_name()).hint(lang.group_name_hint()).value(&draft.name);
    let name = name.required().letters_max(limits::GROUP_NAME_CHARS_MAX).problem(said.of("name"));
    let kind = |kind: &GroupKind| Choice {
        value: kind.word(),
        label: kind_word(lang, *kind),
        hint: None,
        chosen: draft.kind == Some(*kind),
    };
    let kinds: Vec<Choice<'_>> = GroupKind::ALL.iter().map(kind).collect();
    html! {
        (ui::text(&name))
        (ui::radios(&Field::new("kind", lang.group_kind()).problem(said.of("kind")), &kinds))
    }
}

/// How people come in. That only staff let people in, or do so no more, staff decide alone.
fn ways_in(lang: &Lang, of: Option<&Group>, draft: &Draft, keeps: bool) -> Markup {
    let hint = |joining| match joining {
        Joining::Staff => lang.joining_staff_hint(),
        Joining::Invite => lang.joining_by_invitation_hint(),
        Joining::Ask => lang.joining_on_request_hint(),
        Joining::Open => lang.joining_open_hint(),
    };
    let offered = Joining::ALL.iter().filter(|joining| keeps || **joining != Joining::Staff);
    let labels: Vec<(Joining, String)> =
        offered.map(|joining| (*joining, capital(joining_word(lang, *joining)))).collect();
    let choices: Vec<Choice<'_>> = labels
        .iter()
        .map(|(joining, label)| Choice {
            value: joining.word(),
            label,
            hint: Some(hint(*joining)),
            chosen: draft.joining == *joining,
        })
        .collect();
    let by_staff = of.is_some_and(|group| group.joining == Joining::Staff);
    html! {
        @if keeps || !by_staff { (ui::radios(&Field::new("joining", lang.joining_how()), &choices)) }
        @if keeps {
            (ui::checkbox(&Field::new("leaving", lang.joining_leaving()).hint(lang.joining_leaving_hint()).value("yes"), draft.leaving))
        }
    }
}

/// Words that begin with a capital, where the script has any.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What taking a group away does, before it is done.
pub(super) fn remove(visit: &Visit, group: &Group) -> Markup {
    let (lang, link) = (visit.lang(), format!("/groups/{}", group.id));
    html! {
        section.card {
            h1 { (lang.joining_remove_title(group.name.as_str())) }
            p { (lang.joining_remove_words()) }
            div.buttons {
                (ui::button_form(&format!("{link}/remove"), &visit.same_site(), &[], Button::Harm, Some(Icon::Trash), lang.joining_remove()))
                a class=(Button::Quiet.class()) href={ (link) "/edit" } { (lang.cancel()) }
            }
        }
    }
}
