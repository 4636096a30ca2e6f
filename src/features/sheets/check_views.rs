//! The HTML of comparing the record with a sheet.

use crate::base::spoken::{Misread, WORDS};
use crate::db::{Fault, Verified};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Flash, Form, Icon, Problem, Tone};
use maud::{Markup, html};

/// What is wrong with what was typed.
pub(super) enum Wrong {
    /// The number is none.
    Number,
    /// The words are no hash.
    Words(Misread),
}

/// What came of it.
pub(super) enum Checked {
    /// Nothing was asked yet.
    Nothing,
    /// What was typed cannot be read.
    Wrong(Wrong),
    /// The record was walked.
    Found(Verified),
}

/// The form, with what came of it above.
pub(super) fn check(lang: &Lang, same_site: &str, words: &str, seq: &str, checked: &Checked) -> Markup {
    let (of_words, of_seq) = match checked {
        Checked::Wrong(Wrong::Words(wrong)) => (Some(misread(lang, wrong)), None),
        Checked::Wrong(Wrong::Number) => (None, Some(lang.sheets_wrong_number().to_owned())),
        _ => (None, None),
    };
    let problems: Vec<Problem<'_>> = [("words", &of_words), ("seq", &of_seq)]
        .into_iter()
        .filter_map(|(field, words)| Some(Problem { field, words: words.as_deref()? }))
        .collect();
    let form =
        Form { action: "/sheets/check", same_site, problems: &problems, whole_page: true, ..Form::default() };
    let typed = Field::new("words", lang.sheets_typed()).hint(lang.sheets_typed_hint()).value(words);
    let number = Field::new("seq", lang.sheets_seq()).hint(lang.sheets_seq_hint()).value(seq).short();
    html! {
        div.main-head {
            h1 { (lang.sheets_check()) }
            a.button href="/sheets" { (ui::icon_turning(Icon::ArrowLeft)) (lang.sheets_title()) }
        }
        @if let Checked::Found(found) = checked { (result(lang, found)) }
        section.card {
            p { (lang.sheets_check_about()) }
            (ui::form(lang, &form, html! {
                (ui::text(&number.optional(lang.form_optional()).autocomplete("off").problem(of_seq.as_deref())))
                (ui::textarea(&typed.optional(lang.form_optional()).problem(of_words.as_deref()), 5))
                (ui::button(Button::Main, Some(Icon::ClipboardCheck), lang.sheets_compare()))
            }))
        }
    }
}

fn result(lang: &Lang, found: &Verified) -> Markup {
    let (tone, words) = match found.fault {
        None => (Tone::Good, lang.sheets_holds(found.entries)),
        Some(fault) => (Tone::Harm, fault_words(lang, fault)),
    };
    html! {
        section.card {
            (ui::flash(&Flash { tone, words }))
            @if found.fault.is_none() {
                p { (lang.sheets_papers(found.papers as i64)) }
                p { (lang.audit_head(found.entries)) " " code.hash dir="ltr" { (found.head) } }
            } @else {
                p { (lang.sheets_what_now()) }
            }
        }
    }
}

/// Where the record does not hold.
fn fault_words(lang: &Lang, fault: Fault) -> String {
    match fault {
        Fault::Gap { expected, found } => lang.sheets_fault_gap(expected, found),
        Fault::Order(seq) => lang.sheets_fault_order(seq),
        Fault::Changed(seq) => lang.sheets_fault_changed(seq),
        Fault::Unreadable(seq) => lang.sheets_fault_unreadable(seq),
        Fault::Cut { newest, paper } => lang.sheets_fault_cut(newest, paper),
        Fault::Anew { after, paper } => lang.sheets_fault_anew(after + 1, paper),
        Fault::Nowhere => lang.sheets_fault_nowhere().to_owned(),
    }
}

fn misread(lang: &Lang, wrong: &Misread) -> String {
    match wrong {
        Misread::Unknown(word) => lang.sheets_wrong_word(word.as_str()),
        Misread::Count(count) => lang.sheets_wrong_count(*count, WORDS),
        Misread::Check => lang.sheets_wrong_check().to_owned(),
    }
}
