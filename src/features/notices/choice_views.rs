//! The HTML of what somebody wants to hear of.

use super::Sort;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Said};
use maud::{Markup, html};

/// Each sort of notice with a tick where it is heard, and those that nobody can do without.
pub(super) fn choices(lang: &Lang, same_site: &str, heard: &[Sort], said: &Said) -> Markup {
    let problems = said.list();
    let form = Form { action: "/my/notices", same_site, problems: &problems, guard: true, ..Form::default() };
    let asked: Vec<Sort> = Sort::asked().filter(|sort| sort.may_be_silent()).collect();
    let choices: Vec<Choice<'_>> = asked
        .iter()
        .map(|sort| Choice {
            value: sort.word(),
            label: label(lang, *sort),
            hint: Some(hint(lang, *sort)),
            chosen: heard.contains(sort),
        })
        .collect();
    html! {
        section.card {
            h1 { (lang.hear_title()) }
            p.soft { (lang.hear_about()) }
            (ui::form(lang, &form, html! {
                (ui::checkboxes(&Field::new("hear", lang.hear_of()).problem(said.of("hear")), &choices))
                div.field {
                    p.label { (ui::icon(Icon::Lock)) " " (lang.hear_always()) }
                    p.soft { (lang.hear_decisions()) }
                }
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    a class=(Button::Quiet.class()) href="/notices" { (lang.cancel()) }
                }
            }))
        }
    }
}

fn label(lang: &Lang, sort: Sort) -> &str {
    match sort {
        Sort::Comments => lang.hear_comments(),
        Sort::Mentions => lang.hear_mentions(),
        Sort::Reactions => lang.hear_reactions(),
        Sort::Reshares => lang.hear_reshares(),
        Sort::Contacts => lang.hear_contacts(),
        Sort::Tags => lang.hear_tags(),
        Sort::Groups => lang.hear_groups(),
        Sort::Board => lang.hear_board(),
        Sort::Decisions => lang.notice_only_decisions(),
    }
}

fn hint(lang: &Lang, sort: Sort) -> &str {
    match sort {
        Sort::Comments => lang.hear_comments_hint(),
        Sort::Mentions => lang.hear_mentions_hint(),
        Sort::Reactions => lang.hear_reactions_hint(),
        Sort::Reshares => lang.hear_reshares_hint(),
        Sort::Contacts => lang.hear_contacts_hint(),
        Sort::Tags => lang.hear_tags_hint(),
        Sort::Groups => lang.hear_groups_hint(),
        Sort::Board => lang.hear_board_hint(),
        Sort::Decisions => "",
    }
}
