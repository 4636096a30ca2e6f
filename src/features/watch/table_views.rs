//! The HTML of word rules as tables.

use super::starters;
use super::table::LineProblem;
use crate::base::limits;
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Said};
use maud::{Markup, html};

/// Taking in, taking out, and the lists that come with the box.
pub(super) fn table(lang: &Lang, same_site: &str, typed: &str, wrong: &[LineProblem]) -> Markup {
    let form = Form { action: "/watch/table", same_site, files: true, ..Form::default() };
    let out = Form { action: "/watch/table/export", same_site, whole_page: true, ..Form::default() };
    let file = Field::new("file", lang.watch_table_file()).optional(lang.form_optional());
    let pasted = Field::new("pasted", lang.watch_table_pasted()).value(typed).optional(lang.form_optional());
    html! {
        h1 { (lang.watch_table()) }
        (problems(lang, wrong))
        section.card {
            h2.card-title { (lang.watch_starters()) }
            p.soft { (lang.watch_starters_about()) }
            div.buttons {
                @for list in &starters::ALL {
                    form method="post" action="/watch/table/starter" {
                        input type="hidden" name="same_site" value=(same_site);
                        button.button name="list" value=(list.tag) lang=(list.tag) { (list.name) }
                    }
                }
            }
        }
        section.card {
            h2.card-title { (lang.watch_table_in()) }
            p.soft { (lang.watch_table_about()) " " code dir="ltr" { "pattern,kind,action,severity,category,languages,exceptions,note" } }
            (ui::form(lang, &form, html! {
                (ui::file(&file.hint(&lang.watch_table_file_hint(limits::WATCH_TABLE_MIB_MAX as i64)), ".csv,text/csv", false))
                (ui::textarea(&pasted, 6))
                (ui::checkbox(&Field::new("enabled", lang.watch_table_enabled()), false))
                (ui::button(Button::Main, None, lang.watch_table_take()))
            }))
        }
        section.card {
            h2.card-title { (lang.watch_table_out()) }
            p.soft { (lang.watch_table_out_about()) }
            (ui::form(lang, &out, html! { (ui::button(Button::Usual, Some(Icon::Download), lang.download())) }))
        }
        p { a.button href="/watch" { (lang.back()) } }
    }
}

/// Everything that is wrong with a table, by line.
fn problems(lang: &Lang, wrong: &[LineProblem]) -> Markup {
    let words = |problem: &LineProblem| {
        Said::new(lang, &vec![(problem.1, problem.2.clone())]).of(problem.1).unwrap_or_default().to_owned()
    };
    html! {
        @if !wrong.is_empty() {
            div.problems role="alert" tabindex="-1" {
                h2 { (ui::icon(Icon::AlertCircle)) (lang.form_problems()) }
                ul {
                    @for problem in wrong {
                        li {
                            @if problem.0 > 0 { (lang.watch_table_line(problem.0 as i64)) " " }
                            code dir="ltr" { (problem.1) } ": " (words(problem))
                        }
                    }
                }
            }
        }
    }
}
