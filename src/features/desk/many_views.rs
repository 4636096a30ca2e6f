//! The HTML with which staff decide about several cases at once.

use super::Head;
use super::case_views::{Desk, reasons};
use super::views::{List, excerpt, row};
use crate::base::limits;
use crate::features::moderation::CaseSort;
use crate::lang::Lang;
use crate::ui::{self, Field, Form, Icon};
use maud::{Markup, html};

/// Characters of a thing that stand beside its box.
const WHAT_CHARS: usize = 60;

/// The first words of what a case is about, by which its box is told from the others.
fn what(lang: &Lang, list: &List, head: &Head) -> String {
    let short = head.item.and_then(|item| list.shorts.get(&item.0));
    let words = short.map_or_else(String::new, |short| excerpt(lang, short));
    words.chars().take(WHAT_CHARS).collect()
}

/// What is open about things that people made, each with a box, and one decision for all that are ticked.
pub(super) fn several(desk: &Desk<'_>, list: &List, ticked: &[i64]) -> Markup {
    let lang = desk.lang;
    let problems = desk.said.list();
    let form =
        Form { action: "/desk/several", same_site: desk.same_site, problems: &problems, ..Form::default() };
    let note = Field::new("note", lang.desk_note()).optional(lang.form_optional()).value(desk.note);
    let note = note.letters_max(limits::REASON_CHARS_MAX).problem(desk.said.of("note"));
    let heads: Vec<_> = list.heads.iter().filter(|head| head.sort == CaseSort::Item).collect();
    html! {
        div.main-head {
            h1 { (lang.desk_several()) }
            a.button href="/desk" { (ui::icon_turning(Icon::ArrowLeft)) (lang.nav_desk()) }
        }
        p.soft { (lang.desk_several_about()) }
        @if heads.is_empty() { (ui::empty(Icon::Inbox, lang.desk_empty(), lang.desk_empty_list(), None)) }
        @else {
            (ui::form(lang, &form, html! {
                input type="hidden" name="list" value=(list.queue.word());
                fieldset.field #field-case tabindex="-1" {
                    legend.unseen { (lang.desk_several()) }
                    @if let Some(words) = desk.said.of("case") { p.problem #field-case-problem { (ui::icon(Icon::AlertCircle)) span { (words) } } }
                    div.card.card-flush {
                        ol.desk-list {
                            @for head in heads {
                                li {
                                    // What is one's own somebody else decides: it stands there, and cannot be chosen.
                                    @if !list.is_by_another(head) {
                                        label.choice.desk-tick {
                                            input type="checkbox" name="case" value=(head.id) checked[ticked.contains(&head.id)];
                                            span dir="auto" { (lang.desk_tick(what(lang, list, head))) }
                                        }
                                    }
                                    (row(lang, desk.now, list, head))
                                }
                            }
                        }
                    }
                }
                div.decision.decision-several {
                    div.decision-words { (reasons(desk, "reason", lang.desk_reason())) (ui::textarea(&note, 1)) }
                    div.buttons {
                        button.button name="act" value="keep" { (ui::icon(Icon::Check)) (lang.desk_keep()) }
                        button.button name="act" value="release" { (ui::icon(Icon::Eye)) (lang.desk_release()) }
                        button.button.button-harm name="act" value="remove" { (ui::icon(Icon::Trash)) (lang.desk_remove()) }
                    }
                }
            }))
        }
    }
}
