//! The HTML of who is in a group.

use super::{Group, Tab, top};
use crate::base::{AccountId, Duty};
use crate::features::people::{self, Person, Row};
use crate::features::posts;
use crate::ui::{self, Button, Field, Form, Icon, Said};
use crate::web::Visit;
use maud::{Markup, html};

/// Who is in the group; `waiting` are those who ask or were invited, for whoever may answer.
pub(super) fn list(
    visit: &Visit,
    group: &Group,
    members: &[(Person, bool)],
    waiting: &Markup,
    more: Option<&str>,
) -> Markup {
    let (lang, keeps) = (visit.lang(), visit.holds(Duty::Accounts));
    let rows = Row::of(visit);
    let link = format!("/groups/{}", group.id);
    html! {
        (top(visit, group, Tab::Members))
        (waiting)
        h2.unseen { (lang.group_members_of(group.name.as_str())) }
        @if members.is_empty() { (ui::empty(Icon::Users, lang.group_empty(), lang.group_empty_words(), None)) }
        @else {
            section.card {
                ul.list role="list" {
                    @for (person, leads) in members {
                        li { (people::row(&rows, person, end(visit, &link, person, *leads, keeps))) }
                    }
                }
            }
        }
        @if let Some(more) = more { p { a.button href=(more) { (lang.show_more()) } } }
    }
}

/// What is known of a member, and for staff a menu of what they can do.
fn end(visit: &Visit, group: &str, person: &Person, leads: bool, keeps: bool) -> Markup {
    let lang = visit.lang();
    let link = format!("{group}/members/{}", person.username);
    let (sent, words) =
        if leads { ("no", lang.group_not_leader()) } else { ("yes", lang.group_make_leader()) };
    html! {
        div.row {
            @if leads { span.chip { (ui::icon(Icon::Star)) (lang.group_leader()) } }
            @if keeps {
                (ui::menu("post-menu", &lang.profile_more(person.shown_name.as_str()), html! {
                    button form="act" formaction={ (link) "/leader" } name="leads" value=(sent) { (ui::icon(Icon::Star)) (words) }
                    (ui::menu_act(&format!("{link}/remove"), Icon::UserX, lang.group_remove_member(), true))
                }))
            }
        }
    }
}

/// Choosing people: by ticking who was found, and by pasting sign-in names.
pub(super) struct Picking<'a> {
    pub title: &'a str,
    pub action: &'a str,
    pub back: &'a str,
    pub legend: &'a str,
    pub send: &'a str,
    pub typed: &'a str,
    pub people: &'a [Person],
    /// Why somebody cannot be ticked, in words.
    pub known: &'a dyn Fn(AccountId) -> Option<&'a str>,
    pub ticked: &'a [AccountId],
    pub pasted: &'a str,
    pub said: &'a Said,
}

pub(super) fn pick(visit: &Visit, picking: &Picking<'_>, more: Option<&str>) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), picking.said.list());
    // The search stays in the address, so that a list which comes back shows the same people.
    let again = format!("{}?{}", picking.action, people::url_query(&[("q", picking.typed)]));
    let form =
        Form { action: &again, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    let pasted = Field::new("usernames", lang.group_paste()).hint(lang.group_paste_hint());
    let pasted =
        pasted.value(picking.pasted).optional(lang.form_optional()).problem(picking.said.of("usernames"));
    html! {
        h1 { (picking.title) }
        section.card { (people::search_form(lang, picking.action, picking.typed, &[])) }
        section.card {
            (ui::form(lang, &form, html! {
                @if picking.people.is_empty() { p.soft { (lang.people_none_found()) } }
                @else {
                    fieldset.field {
                        legend.label { (picking.legend) }
                        div.choices { @for person in picking.people { (tick(visit, picking, person)) } }
                    }
                }
                @if let Some(more) = more { p { a href=(more) { (lang.show_more()) } } }
                (ui::textarea(&pasted, 4))
                div.buttons {
                    (ui::button(Button::Main, Some(Icon::UserPlus), picking.send))
                    a class=(Button::Quiet.class()) href=(picking.back) { (lang.cancel()) }
                }
            }))
        }
    }
}

fn tick(visit: &Visit, picking: &Picking<'_>, person: &Person) -> Markup {
    let lang = visit.lang();
    let known = (picking.known)(person.id);
    html! {
        label.choice {
            input type="checkbox" name="person" value=(person.id) disabled[known.is_some()]
                checked[known.is_some() || picking.ticked.contains(&person.id)];
            span { bdi { (person.shown_name) } }
            span.hint {
                bdi { "@" (person.username) } " · "
                @match known { Some(words) => (words), None => (posts::role_word(lang, visit.rules().kind, person.role)) }
            }
        }
    }
}
