//! The HTML of the list of sheets.

use super::Sheet;
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};

/// The sheets that are kept, the newest first.
pub(super) fn list(lang: &Lang, now: &Now, sheets: &[Sheet], older: Option<i64>) -> Markup {
    let older = older.map(|id| format!("/sheets?before={id}"));
    html! {
        div.main-head {
            h1 { (lang.sheets_title()) }
            a.button href="/audit" { (ui::icon_turning(Icon::ArrowLeft)) (lang.nav_audit()) }
        }
        section.card {
            p { (lang.sheets_about()) }
            p { (lang.sheets_about_paper()) }
            div.buttons {
                a.button href="/sheets/today" { (ui::icon(Icon::Clock)) (lang.sheets_today()) }
                a.button href="/sheets/check" { (ui::icon(Icon::ClipboardCheck)) (lang.sheets_check()) }
            }
        }
        @if sheets.is_empty() { (ui::empty(Icon::Printer, lang.sheets_none(), lang.sheets_none_words(), None)) }
        @else {
            section.card {
                ul.list role="list" {
                    @for sheet in sheets {
                        li {
                            div.grow {
                                a href={ "/sheets/" (sheet.id.unwrap_or_default()) } { strong { (lang.date(sheet.day)) } }
                                p.soft { (lang.sheets_range(sheet.first, sheet.last)) " · " (now.moment(lang, sheet.made_at)) }
                            }
                            div.end {
                                a.button.button-small href={ "/sheets/" (sheet.id.unwrap_or_default()) "/file" } download data-turbo="false" {
                                    (ui::icon(Icon::Download)) (lang.sheets_file())
                                }
                            }
                        }
                    }
                }
            }
        }
        (ui::pager(lang, None, older.as_deref()))
    }
}
