//! The HTML of who is in a group.

use super::{Group, Tab, top};
use crate::base::{AccountId, Duty};
use crate::features::people::{self, Person, Row};
use crate::features::posts;
use crate::ui::{self, Button, Field, Form, Icon, Said};
use crate::web::Visit;
use maud::{Markup, html};

pub(super) fn list(visit: &Visit, group: &Group, members: &[(Person, bool)], more: Option<&str>) -> Markup {
    let (lang, keeps) = (visit.lang(), visit.holds(Duty::Accounts));
    let rows = Row::of(visit);
    let link = format!("/groups/{}", group.id);
    html! {
        (top(visit, group, Tab::Members))
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

/// Putting people in: by ticking who was found, and by pasting usernames.
pub(super) struct Adding<'a> {
    pub group: &'a Group,
    pub typed: &'a str,
    pub people: &'a [Person],
    pub inside: &'a [AccountId],
    pub ticked: &'a [AccountId],
    pub pasted: &'a str,
    pub said: &'a Said,
}

pub(super) fn choose(visit: &Visit, adding: &Adding<'_>, more: Option<&str>) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), adding.said.list());
    let link = format!("/groups/{}", adding.group.id);
    let action = format!("{link}/people");
    // The search stays in the address, so that a list which comes back shows the same people.
    let again = format!("{action}?{}", people::url_query(&[("q", adding.typed)]));
    let form =
        Form { action: &again, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    let pasted = Field::new("usernames", lang.group_paste()).hint(lang.group_paste_hint());
    let pasted =
        pasted.value(adding.pasted).optional(lang.form_optional()).problem(adding.said.of("usernames"));
    html! {
        h1 { (lang.group_add_to(adding.group.name.as_str())) }
        section.card { (people::search_form(lang, &action, adding.typed, &[])) }
        section.card {
            (ui::form(lang, &form, html! {
                @if adding.people.is_empty() { p.soft { (lang.people_none_found()) } }
                @else {
                    fieldset.field {
                        legend.label { (lang.group_tick()) }
                        div.choices { @for person in adding.people { (tick(visit, adding, person)) } }
                    }
                }
                @if let Some(more) = more { p { a href=(more) { (lang.show_more()) } } }
                (ui::textarea(&pasted, 4))
                div.buttons {
                    (ui::button(Button::Main, Some(Icon::UserPlus), lang.group_add_them()))
                    a class=(Button::Quiet.class()) href={ (link) "/members" } { (lang.cancel()) }
                }
            }))
        }
    }
}

fn tick(visit: &Visit, adding: &Adding<'_>, person: &Person) -> Markup {
    let lang = visit.lang();
    let inside = adding.inside.contains(&person.id);
    html! {
        label.choice {
            input type="checkbox" name="person" value=(person.id) disabled[inside]
                checked[inside || adding.ticked.contains(&person.id)];
            span { bdi { (person.shown_name) } }
            span.hint {
                bdi { "@" (person.username) } " · "
                @if inside { (lang.group_inside()) } @else { (posts::role_word(lang, visit.rules().kind, person.role)) }
            }
        }
    }
}
