//! The HTML of legal holds.

use super::holds_pages::Typed;
use super::holds_store::{Held, Hold};
use crate::base::limits;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

pub(super) fn list(
    lang: &Lang,
    same_site: &str,
    holds: &[Hold],
    typed: &Typed,
    now: &Now,
    said: &Said,
) -> Markup {
    let problems = said.list();
    let form =
        Form { action: "/admin/holds", same_site, problems: &problems, guard: true, ..Form::default() };
    let sorts = [
        ("person", lang.holds_person(), lang.holds_person_hint()),
        ("group", lang.holds_group(), lang.holds_group_hint()),
        ("thing", lang.holds_thing(), lang.holds_thing_hint()),
    ];
    let chosen = if typed.sort.is_empty() { "person" } else { &typed.sort };
    let sorts =
        sorts.map(|(value, label, hint)| Choice { value, label, hint: Some(hint), chosen: value == chosen });
    html! {
        h1 { (lang.holds_title()) }
        p { (lang.holds_about()) }
        @if holds.is_empty() {
            (ui::empty(Icon::Lock, lang.holds_none(), lang.holds_none_words(), None))
        }
        @for hold in holds { (one(lang, same_site, hold, now)) }
        section.card {
            h2.card-title { (lang.holds_new()) }
            (ui::form(lang, &form, html! {
                (ui::radios(&Field::new("sort", lang.holds_sort()), &sorts))
                (ui::text(&Field::new("what", lang.holds_what()).value(&typed.what).required().letters_max(200).problem(said.of("what"))))
                (ui::textarea(&Field::new("reason", lang.holds_reason()).value(&typed.reason).required().letters_max(limits::REASON_CHARS_MAX).problem(said.of("reason")), 3))
                (ui::date(&Field::new("review", lang.holds_review()).hint(lang.holds_review_hint()).value(&typed.review).required().problem(said.of("review"))))
                (ui::button(Button::Main, Some(Icon::Lock), lang.holds_begin()))
            }))
        }
    }
}

fn one(lang: &Lang, same_site: &str, hold: &Hold, now: &Now) -> Markup {
    let address = format!("/admin/holds/{}", hold.id);
    let late = hold.ended_at.is_none() && hold.review_at <= now.ms();
    html! {
        section.card {
            h2.card-title {
                @match hold.held {
                    Held::Person(_) => { (lang.holds_person()) ": " bdi { (hold.name) } }
                    Held::Group(_) => { (lang.holds_group()) ": " bdi { (hold.name) } }
                    Held::Thing(id) => { (lang.holds_thing()) ": " (id) }
                }
            }
            p dir="auto" { (hold.reason) }
            p.soft { (lang.holds_by(hold.by.as_str(), now.moment(lang, hold.begun_at))) }
            @if let Some(at) = hold.ended_at {
                p.state { (ui::icon(Icon::LockOpen)) (lang.holds_ended(now.moment(lang, at))) }
            } @else {
                p.state { (ui::icon(if late { Icon::AlertTriangle } else { Icon::Clock })) (lang.holds_look_again(lang.date(now.day_at(hold.review_at)))) @if late { " " strong { (lang.holds_late()) } } }
                div.buttons {
                    (ui::button_form(&format!("{address}/review"), same_site, &[], Button::Usual, Some(Icon::Check), lang.holds_looked()))
                    (ui::button_form(&format!("{address}/end"), same_site, &[], Button::Quiet, Some(Icon::LockOpen), lang.holds_end()))
                }
            }
        }
    }
}
