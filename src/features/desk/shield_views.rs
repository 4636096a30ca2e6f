//! The HTML with which staff put a post behind a shield, or take theirs away.

use super::case_store::Case;
use super::case_views::{Desk, reasons};
use crate::base::{Kind, State};
use crate::ui::{self, Button, Form, Icon};
use maud::{Markup, html};

/// What a post stands behind, and the form that changes it; nothing for what is no post.
pub(super) fn shield(desk: &Desk<'_>, case: &Case) -> Markup {
    let (lang, item) = (desk.lang, &case.item);
    if item.kind != Kind::Post || item.state == State::Removed {
        return html! {};
    }
    let by_staff = case.shield.as_ref().is_some_and(|shield| shield.by_staff);
    let by_author = case.shield.as_ref().filter(|shield| shield.by_author);
    let action = format!("/desk/items/{}/shield", item.id);
    let problems = desk.said.list();
    let problems = if desk.said.of("shield-reason").is_some() { problems.as_slice() } else { &[] };
    let form = Form { action: &action, same_site: desk.same_site, problems, ..Form::default() };
    html! {
        details.card open[!problems.is_empty()] {
            summary { h2.card-title { (ui::icon(Icon::EyeOff)) " " (lang.shield_title()) } }
            div.stack {
                @if let Some(shield) = by_author {
                    p { (lang.shield_by_author()) @if !shield.why.is_empty() { " " q dir="auto" { (shield.why) } } }
                }
                @if by_staff { p { (lang.shield_by_us()) } }
                (ui::form(lang, &form, html! {
                    @if by_staff {
                        input type="hidden" name="act" value="lift";
                        div.buttons { (ui::button(Button::Usual, Some(Icon::Eye), lang.shield_lift())) }
                    } @else {
                        p.hint { (lang.shield_desk_about()) }
                        (reasons(desk, "shield-reason", lang.shield_reason()))
                        div.buttons { (ui::button(Button::Usual, Some(Icon::EyeOff), lang.shield_set())) }
                    }
                }))
            }
        }
    }
}
