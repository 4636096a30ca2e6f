//! The HTML of who is in a conversation: choosing people, the page of those in it, that of a group.

use super::begin_pages::Chosen;
use super::store::{Conversation, Named, Participant, Sort};
use super::views::{face, name};
use super::{Voice, WhyNot, picture_views};
use crate::base::limits;
use crate::features::groups::{self, Group};
use crate::features::people::{self, Person, Row};
use crate::features::posts;
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Choice, Field, Form, Icon, Said, picture_address};
use crate::web::Visit;
use maud::{Markup, html};

/// A form for choosing people.
pub(super) struct Picking<'a> {
    pub action: &'a str,
    /// Where its button for looking further leads, with everything that was chosen.
    pub look_again: &'a str,
    pub same_site: &'a str,
    pub chosen: &'a Chosen,
    pub picked: &'a [Person],
    pub others: &'a [Person],
    /// Does it begin a conversation, or add to one?
    pub begins: bool,
    pub said: &'a Said,
}

/// Choosing people, for a new conversation or one that there is.
pub(super) fn new(visit: &Visit, picking: &Picking<'_>) -> Markup {
    let lang = visit.lang();
    let problems = picking.said.list();
    let form =
        Form { action: picking.action, same_site: picking.same_site, problems: &problems, ..Form::default() };
    let title = if picking.begins { lang.chat_new() } else { lang.chat_add_people() };
    html! {
        section.card {
            h1 { (title) }
            p.soft { @if picking.begins { (lang.chat_new_about()) } @else { (lang.chat_add_about()) } }
            (ui::not_private(lang, visit.rules().kind))
            (ui::form(lang, &form, html! {
                (ui::search(&Field::new("q", lang.people_search()).value(&picking.chosen.typed).autocomplete("off")))
                div.buttons { button.button formmethod="get" formaction=(picking.look_again) formnovalidate { (ui::icon(Icon::Search)) (lang.search()) } }
                (pick_list(visit, picking))
                @if picking.begins { (settings(lang, &picking.chosen.name, picking.chosen.all, picking.said, true)) }
                div.buttons {
                    (ui::button(Button::Main, None, if picking.begins { lang.chat_begin() } else { lang.chat_add() }))
                    a.button href="/chat" { (lang.cancel()) }
                }
            }))
        }
    }
}

fn pick_list(visit: &Visit, picking: &Picking<'_>) -> Markup {
    let lang = visit.lang();
    let rows = Row::of(visit);
    let one = |person: &Person, chosen: bool| {
        html! {
            li { label.chat-pick {
                input type="checkbox" name="people" value=(person.id) checked[chosen] aria-label=(person.shown_name);
                (people::row(&rows, person, html! {}))
            } }
        }
    };
    html! {
        fieldset.field #field-people tabindex="-1" {
            legend.label { (lang.chat_who()) }
            @if let Some(words) = picking.said.of("people") { p.problem { (ui::icon(Icon::AlertCircle)) span { (words) } } }
            @if picking.picked.is_empty() && picking.others.is_empty() {
                p.soft { @if picking.chosen.typed.trim().is_empty() { (lang.chat_nobody_to_choose()) } @else { (lang.chat_nobody_found()) } }
            }
            ul.list role="list" {
                @for person in picking.picked { (one(person, true)) }
                @for person in picking.others { (one(person, false)) }
            }
        }
    }
}

/// Name, and what newcomers see.
fn settings(lang: &Lang, name: &str, all: bool, said: &Said, optional: bool) -> Markup {
    let field = Field::new("name", lang.chat_name()).hint(lang.chat_name_hint()).value(name);
    let field = field.letters_max(limits::CHAT_NAME_CHARS_MAX).problem(said.of("name"));
    let field = if optional { field.optional(lang.form_optional()) } else { field };
    let choices = [
        Choice { value: "no", label: lang.chat_newcomers_later(), chosen: !all, ..Choice::default() },
        Choice { value: "yes", label: lang.chat_newcomers_all(), chosen: all, ..Choice::default() },
    ];
    html! { (ui::text(&field)) (ui::radios(&Field::new("all", lang.chat_newcomers()), &choices)) }
}

/// What the page of a conversation's people shows.
pub(super) struct About {
    pub talk: Conversation,
    pub named: Named,
    pub people: Vec<Participant>,
    pub size: i64,
    pub voice: Voice,
}

pub(super) fn about(visit: &Visit, about: &About, typed: Option<&str>, said: &Said) -> Markup {
    let (lang, talk) = (visit.lang(), &about.talk);
    let link = format!("/chat/{}", talk.id);
    let many = talk.sort == Sort::Many;
    html! {
        section.card.profile-head {
            (face(lang, &about.named, AvatarSize::Large))
            div {
                h1 { bdi { (name(lang, &about.named)) } }
                p.soft { (super::views::seen_by(lang, visit.rules(), talk.sort, about.size)) }
            }
            div.buttons {
                a class=(Button::Main.class()) href=(link) { (ui::icon(Icon::Messages)) (lang.chat_to()) }
                @if let Some(username) = &about.named.username { a.button href={ "/people/" (username) } { (ui::icon(Icon::User)) (lang.chat_profile()) } }
                @if let Some(group) = talk.group { a.button href={ "/groups/" (group) } { (ui::icon(Icon::UsersGroup)) (lang.chat_group()) } }
            }
        }
        section.card {
            div.row.row-apart {
                h2.card-title { (lang.people_count(about.size)) }
                @if many && about.voice.may() { a.button.button-small href={ (link) "/people" } { (ui::icon(Icon::UserPlus)) (lang.chat_add_people()) } }
            }
            ul.list role="list" { @for person in &about.people { li { (participant(visit, about, person)) } } }
        }
        @if many && talk.leads && about.voice != Voice::Not(WhyNot::ReadOnly) {
            // What is wrong is said in the form that was sent.
            @let (of_name, of_picture) = if said.of("picture").is_some() { (&Said::default(), said) } else { (said, &Said::default()) };
            (rename(visit, about, typed, of_name))
            (picture_views::form(visit, about, of_picture))
        }
        (quiet(lang, talk, &link, many))
        @if visit.rules().show_presence { p { a href="/my/presence" { (lang.chat_presence()) } } }
    }
}

fn participant(visit: &Visit, about: &About, person: &Participant) -> Markup {
    let (lang, who) = (visit.lang(), &person.who);
    let address = format!("/people/{}", who.username);
    let picture = who.picture.as_deref().map(|name| picture_address(who.id, name));
    let own = visit.viewer().id() == Some(who.id);
    let under = if own { Some(lang.chat_you()) } else { person.leads.then(|| lang.chat_leads()) };
    let out = format!("/chat/{}/people/{}/remove", about.talk.id, who.id);
    html! {
        (ui::person(&posts::face(who, &address, picture.as_deref()), under))
        @if about.talk.sort == Sort::Many && about.talk.leads && !own && visit.someone().is_some_and(|me| !me.read_only) {
            div.end {
                button.button.button-small form="act" formaction=(out) aria-label=(lang.chat_take_out_whom(who.shown_name.as_str())) {
                    (ui::icon(Icon::UserMinus)) (lang.chat_take_out())
                }
            }
        }
    }
}

fn rename(visit: &Visit, about: &About, typed: Option<&str>, said: &Said) -> Markup {
    let (lang, talk) = (visit.lang(), &about.talk);
    let problems = said.list();
    let action = format!("/chat/{}/name", talk.id);
    let same_site = visit.same_site();
    let form = Form { action: &action, same_site: &same_site, problems: &problems, ..Form::default() };
    html! {
        section.card {
            h2.card-title { (lang.chat_settings()) }
            (ui::form(lang, &form, html! {
                (settings(lang, typed.unwrap_or(&talk.name), talk.newcomers_see_all, said, true))
                div.buttons { (ui::button(Button::Usual, None, lang.save())) }
            }))
        }
    }
}

/// How loud it is for the reader, and the way out.
fn quiet(lang: &Lang, talk: &Conversation, link: &str, many: bool) -> Markup {
    let away = talk.put_away > 0 && talk.last <= talk.put_away;
    html! {
        section.card {
            h2.card-title { (lang.chat_quiet()) }
            p.soft { (lang.chat_quiet_about()) }
            div.buttons {
                button.button form="act" formaction={ (link) "/mute?on=" (!talk.muted) } {
                    (ui::icon(if talk.muted { Icon::Bell } else { Icon::BellOff }))
                    @if talk.muted { (lang.chat_unmute()) } @else { (lang.chat_mute()) }
                }
                button.button form="act" formaction={ (link) "/away?on=" (!away) } {
                    (ui::icon(Icon::Archive)) @if away { (lang.chat_take_back()) } @else { (lang.chat_put_away()) }
                }
                @if many {
                    button.button form="act" formaction={ (link) "/leave" } { (ui::icon_turning(Icon::Logout)) (lang.chat_leave()) }
                }
            }
        }
    }
}

/// Whether others see that one is here.
pub(super) fn presence(lang: &Lang, hides: bool) -> Markup {
    html! {
        section.card {
            h1 { (lang.chat_presence()) }
            p.soft { @if hides { (lang.chat_presence_hidden()) } @else { (lang.chat_presence_shown()) } }
            div.buttons {
                button.button form="act" formaction="/my/presence" name="hide" value=(if hides { "no" } else { "yes" }) {
                    (ui::icon(if hides { Icon::Eye } else { Icon::EyeOff }))
                    @if hides { (lang.chat_presence_show()) } @else { (lang.chat_presence_hide()) }
                }
            }
        }
    }
}

/// The conversation of a group, for its leaders, and for those whose group has none.
pub(super) fn of_group(visit: &Visit, group: &Group, talk: Option<&Conversation>) -> Markup {
    let lang = visit.lang();
    let open = talk.is_some_and(|talk| talk.open);
    let words = match talk {
        Some(talk) if talk.open => lang.chat_group_on(),
        Some(_) => lang.chat_switched_off(),
        None if group.i_am_in => lang.chat_group_none(),
        None => lang.chat_group_members(),
    };
    html! {
        (groups::top(visit, group, groups::Tab::Chat))
        section.card {
            h2.card-title { (lang.chat_conversation()) }
            p { (words) }
            div.buttons {
                @if let Some(talk) = talk { a class=(Button::Main.class()) href={ "/chat/" (talk.id) } { (ui::icon(Icon::Messages)) (lang.chat_to()) } }
                @if group.i_lead && posts::writes(visit) {
                    button.button form="act" formaction={ "/groups/" (group.id) "/chat" } name="open" value=(if open { "no" } else { "yes" }) {
                        @if open { (ui::icon(Icon::X)) (lang.chat_group_switch_off()) } @else { (ui::icon(Icon::Plus)) (lang.chat_group_switch_on()) }
                    }
                }
            }
        }
    }
}
