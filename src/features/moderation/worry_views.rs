//! The HTML of saying that one is worried about somebody.

use super::views::{What, about, who_reads};
use crate::base::{Rules, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Said};
use maud::{Markup, html};

/// Everything that the page shows.
pub(super) struct Worry<'a> {
    pub what: &'a What,
    pub action: &'a str,
    pub same_site: &'a str,
    pub back: &'a str,
    pub note: &'a str,
    pub said: &'a Said,
}

/// The whole page: about whom, what gives reason to worry, and Send. Nobody has to find a rule that was broken.
pub(super) fn worry(lang: &Lang, rules: &Rules, drawn: &Worry<'_>) -> Markup {
    let problems = drawn.said.list();
    let form = Form {
        action: drawn.action,
        same_site: drawn.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let note = Field::new("note", lang.worry_note()).optional(lang.form_optional()).value(drawn.note);
    let note = note.letters_max(limits::REASON_CHARS_MAX).problem(drawn.said.of("note"));
    html! {
        h1 { (lang.report_worried()) }
        p.lead { (lang.worry_about()) }
        (about(lang, drawn.what))
        section.card {
            (ui::form(lang, &form, html! {
                (ui::textarea(&note.hint(lang.worry_hint()), 3))
                p.soft { (who_reads(lang, rules)) }
                div.buttons {
                    input type="hidden" name="return" value=(drawn.back);
                    (ui::button(Button::Main, Some(Icon::Send), lang.send()))
                    a.button href=(drawn.back) { (lang.cancel()) }
                }
            }))
        }
    }
}
