//! The HTML of coming into a group: the list of groups to find, a group from outside, who asks, invitations.

use super::joining_store::{Asking, Outside};
use super::views::{kind_word, sign};
use super::{Group, Joining, member_views};
use crate::base::{AccountId, limits};
use crate::features::people::{self, Person, Row};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Field, Form, Icon, Now, Said};
use crate::web::Visit;
use maud::{Markup, html};

/// Who lets somebody in, in a few words.
pub(super) fn joining_word(lang: &Lang, joining: Joining) -> &str {
    match joining {
        Joining::Staff => lang.joining_staff(),
        Joining::Invite => lang.joining_by_invitation(),
        Joining::Ask => lang.joining_on_request(),
        Joining::Open => lang.joining_open(),
    }
}

/// Groups that the reader may come into or ask for, each as a row.
pub(super) fn rows(lang: &Lang, groups: &[Outside]) -> Markup {
    html! {
        section.card.card-flush {
            ul.list.groups role="list" {
                @for group in groups {
                    li {
                        (sign(group.id, &group.name, group.picture.as_deref(), AvatarSize::Usual))
                        div.person-words {
                            a.person-name href={ "/groups/" (group.id) } { bdi { (group.name) } }
                            span.soft { (kind_word(lang, group.kind)) " · " (joining_word(lang, group.joining)) }
                            @let about = ui::prose::plain(&group.about, limits::EXCERPT_CHARS_MAX);
                            @if !about.is_empty() { span.soft dir="auto" { (about) } }
                        }
                        div.end { (standing(lang, group)) }
                    }
                }
            }
        }
    }
}

/// What already stands between the reader and the group, as a chip.
fn standing(lang: &Lang, group: &Outside) -> Markup {
    html! {
        @if group.invited_by.is_some() {
            span.chip.chip-clay { (ui::icon(Icon::UserPlus)) (lang.joining_you_are_invited()) }
        } @else if group.ask.is_some_and(|ask| ask.refused_at.is_none()) {
            span.chip { (ui::icon(Icon::Hourglass)) (lang.joining_you_asked()) }
        }
    }
}

pub(super) fn find(visit: &Visit, groups: &[Outside], more: Option<&str>) -> Markup {
    let lang = visit.lang();
    html! {
        p.soft { a href="/groups" { (lang.nav_groups()) } }
        h1 { (lang.joining_find()) }
        @if groups.is_empty() {
            (ui::empty(Icon::UsersGroup, lang.joining_find_none(), lang.joining_find_none_words(), Some(("/groups", lang.group_mine()))))
        } @else { (rows(lang, groups)) }
        @if let Some(more) = more { p { a.button href=(more) { (lang.show_more()) } } }
    }
}

/// A group from outside, and who looks at it.
pub(super) struct Joiner<'a> {
    pub group: &'a Outside,
    /// Who invited the reader.
    pub by: Option<&'a Person>,
    pub now: &'a Now,
    pub now_ms: i64,
    pub typed: &'a str,
    pub said: &'a Said,
}

pub(super) fn outside(visit: &Visit, joiner: &Joiner<'_>) -> Markup {
    let (lang, group) = (visit.lang(), joiner.group);
    html! {
        section.card.profile-head {
            (sign(group.id, &group.name, group.picture.as_deref(), AvatarSize::Large))
            div {
                h1 { bdi { (group.name) } }
                p.soft { (kind_word(lang, group.kind)) " · " (joining_word(lang, group.joining)) }
            }
            @if !group.about.is_empty() {
                div.prose dir="auto" { (ui::prose::prose(&group.about, &|_| None)) }
            }
        }
        section.card { (door(visit, joiner)) p.hint { (lang.joining_outside_hint()) } }
    }
}

/// The way in: an invitation to take, a button, a question to ask, or what became of it.
fn door(visit: &Visit, joiner: &Joiner<'_>) -> Markup {
    let (lang, group, same_site) = (visit.lang(), joiner.group, visit.same_site());
    let link = format!("/groups/{}/join", group.id);
    let button = |end: &str, kind, sign, words| {
        ui::button_form(&format!("{link}{end}"), &same_site, &[], kind, Some(sign), words)
    };
    if group.invited_by.is_some() {
        let by = joiner.by.map(|by| by.shown_name.as_str()).unwrap_or_default();
        return html! {
            p { (lang.joining_invited_by(by)) }
            div.buttons {
                (button("", Button::Main, Icon::Check, lang.joining_accept()))
                (button("/decline", Button::Quiet, Icon::X, lang.joining_decline()))
            }
        };
    }
    let refused_at = group.ask.and_then(|ask| ask.refused_at);
    if refused_at.is_some_and(|at| joiner.now_ms < at + limits::ASK_AGAIN_MS) {
        return ui::state(Icon::InfoCircle, lang.joining_refused());
    }
    if group.joining == Joining::Open {
        return html! { div.buttons { (button("", Button::Main, Icon::UserPlus, lang.joining_join())) } };
    }
    match group.ask {
        Some(ask) if ask.refused_at.is_none() => html! {
            (ui::state(Icon::Hourglass, lang.joining_waits()))
            p.soft { (lang.joining_asked_at()) " · " (joiner.now.ago(lang, ask.made_at)) }
            div.buttons { (button("/withdraw", Button::Quiet, Icon::X, lang.joining_withdraw())) }
        },
        _ => ask_form(visit, joiner, &link),
    }
}

fn ask_form(visit: &Visit, joiner: &Joiner<'_>, action: &str) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), joiner.said.list());
    let form = Form { action, same_site: &same_site, problems: &problems, ..Form::default() };
    let words = Field::new("words", lang.joining_words()).hint(lang.joining_words_hint()).value(joiner.typed);
    let words = words.letters_max(limits::ASK_CHARS_MAX).optional(lang.form_optional());
    html! {
        (ui::form(lang, &form, html! {
            (ui::text(&words.problem(joiner.said.of("words"))))
            div.buttons { (ui::button(Button::Main, Some(Icon::Send), lang.joining_ask())) }
        }))
    }
}

/// Those who ask to come in, each with yes and no; and who was invited. For whoever may answer.
pub(super) fn waiting(
    visit: &Visit,
    group: &Group,
    asking: &[(Person, Asking)],
    invited: &[(Person, bool)],
    now: &Now,
) -> Markup {
    let (lang, rows) = (visit.lang(), Row::of(visit));
    html! {
        @if !asking.is_empty() {
            section.card #asks {
                h2.card-title { (lang.joining_asks_title()) }
                ul.list role="list" {
                    @for (person, ask) in asking {
                        li.group-ask {
                            (people::row(&rows, person, answer(visit, group, person)))
                            p.group-ask-words {
                                @if !ask.words.is_empty() { span dir="auto" { "“" (ask.words) "”" } " " }
                                span.soft { (now.ago(lang, ask.made_at)) }
                            }
                        }
                    }
                }
            }
        }
        @if !invited.is_empty() {
            section.card {
                h2.card-title { (lang.joining_invited_title()) }
                ul.list role="list" {
                    @for (person, refused) in invited { li { (people::row(&rows, person, invite_end(lang, group, person, *refused))) } }
                }
            }
        }
    }
}

fn answer(visit: &Visit, group: &Group, person: &Person) -> Markup {
    let lang = visit.lang();
    let action = format!("/groups/{}/asks/{}", group.id, person.username);
    let button = |answer: &str, kind: Button, sign: Icon, words: &str| {
        html! {
            button class={ (kind.class()) " button-small" } form="act" formaction=(action) name="answer" value=(answer) {
                (ui::icon(sign)) (words) span.unseen { " " bdi { (person.shown_name) } }
            }
        }
    };
    html! {
        div.row {
            (button("yes", Button::Usual, Icon::Check, lang.joining_let_in()))
            (button("no", Button::Quiet, Icon::X, lang.joining_refuse()))
        }
    }
}

fn invite_end(lang: &Lang, group: &Group, person: &Person, refused: bool) -> Markup {
    let action = format!("/groups/{}/invites/{}/remove", group.id, person.username);
    html! {
        @if refused { span.soft { (lang.joining_said_no()) } }
        @else { (ui::act_button(&action, None, Button::Quiet, Some(Icon::X), lang.joining_uninvite())) }
    }
}

/// Inviting people: by ticking who was found, and by pasting sign-in names.
pub(super) struct Inviting<'a> {
    pub group: &'a Group,
    pub typed: &'a str,
    pub people: &'a [Person],
    pub inside: &'a [AccountId],
    pub invited: &'a [AccountId],
    pub ticked: &'a [AccountId],
    pub pasted: &'a str,
    pub said: &'a Said,
}

pub(super) fn choose(visit: &Visit, inviting: &Inviting<'_>, more: Option<&str>) -> Markup {
    let lang = visit.lang();
    let known = |id: AccountId| {
        if inviting.inside.contains(&id) {
            Some(lang.group_inside())
        } else if inviting.invited.contains(&id) {
            Some(lang.joining_is_invited())
        } else {
            None
        }
    };
    let picking = member_views::Picking {
        title: &lang.joining_invite_to(inviting.group.name.as_str()),
        action: &format!("/groups/{}/invite", inviting.group.id),
        back: &format!("/groups/{}/members", inviting.group.id),
        legend: lang.joining_tick(),
        send: lang.joining_invite_them(),
        typed: inviting.typed,
        people: inviting.people,
        known: &known,
        ticked: inviting.ticked,
        pasted: inviting.pasted,
        said: inviting.said,
    };
    member_views::pick(visit, &picking, more)
}

/// What leaving does, before it is done.
pub(super) fn leave(visit: &Visit, group: &Group) -> Markup {
    let (lang, link) = (visit.lang(), format!("/groups/{}", group.id));
    html! {
        section.card {
            h1 { (lang.joining_leave_title(group.name.as_str())) }
            p { (lang.joining_leave_words()) }
            div.buttons {
                (ui::button_form(&format!("{link}/leave"), &visit.same_site(), &[], Button::Harm, Some(Icon::Logout), lang.joining_leave()))
                a class=(Button::Quiet.class()) href=(link) { (lang.cancel()) }
            }
        }
    }
}
