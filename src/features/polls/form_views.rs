//! The HTML of adding a poll to a post that is being written.

use super::Typed;
use crate::base::limits;
use crate::lang::Lang;
use crate::ui::{self, Field, Icon, Said};
use maud::{Markup, html};

/// Answers that are in sight at once; the others are one more press away.
const ANSWERS_SHOWN: usize = 4;

/// The fields of a poll, folded until they are wanted. Works without a script.
pub fn fields(lang: &Lang, typed: &Typed, said: &Said) -> Markup {
    let wrong = ["poll-question", "poll-option", "poll-end"].iter().any(|field| said.of(field).is_some());
    let question = Field::new("poll-question", lang.poll_question()).hint(lang.poll_question_hint());
    let question = question.value(&typed.question).letters_max(limits::POLL_CHARS_MAX);
    html! {
        details.composer-more open[wrong || !typed.is_empty()] {
            summary { (ui::icon(Icon::ChartBar)) (lang.poll_add()) }
            div.composer-fields {
                (ui::text(&question.problem(said.of("poll-question"))))
                (options(lang, typed, said))
                (ui::checkbox(&Field::new("poll-several", lang.poll_several()), typed.several))
                (ui::checkbox(&Field::new("poll-hidden", lang.poll_hide()), typed.hidden))
                (ui::checkbox(&Field::new("poll-final", lang.poll_keep()), typed.is_final))
                (end(lang, typed, said))
            }
        }
    }
}

fn options(lang: &Lang, typed: &Typed, said: &Said) -> Markup {
    let problem = said.of("poll-option");
    let value = |place: usize| typed.options.get(place).map_or("", String::as_str);
    let more = (ANSWERS_SHOWN..limits::POLL_OPTIONS_MAX).any(|place| !value(place).is_empty());
    html! {
        fieldset.field id=(ui::field_id("poll-option")) tabindex="-1"
            aria-describedby=[problem.map(|_| "field-poll-option-problem")] aria-invalid=[problem.map(|_| "true")] {
            legend.label { (lang.poll_answers()) }
            p.hint { (lang.poll_answers_hint(limits::POLL_OPTIONS_MAX as i64)) }
            @if let Some(words) = problem {
                p.problem #field-poll-option-problem { (ui::icon(Icon::AlertCircle)) span { (words) } }
            }
            @for place in 0..ANSWERS_SHOWN { (option(lang, place, value(place))) }
            details.poll-more open[more] {
                summary { (ui::icon(Icon::Plus)) (lang.poll_more()) }
                @for place in ANSWERS_SHOWN..limits::POLL_OPTIONS_MAX { (option(lang, place, value(place))) }
            }
        }
    }
}

fn option(lang: &Lang, place: usize, value: &str) -> Markup {
    html! {
        input.input type="text" name="poll-option" value=(value) maxlength=(limits::POLL_CHARS_MAX) dir="auto"
            aria-label=(lang.poll_answer(place as i64 + 1)) placeholder=(lang.poll_answer(place as i64 + 1));
    }
}

fn end(lang: &Lang, typed: &Typed, said: &Said) -> Markup {
    let problem = said.of("poll-end");
    html! {
        div.field {
            label.label for="field-poll-end" { (lang.poll_end()) " " span.label-optional { "(" (lang.optional()) ")" } }
            @if let Some(words) = problem {
                p.problem #field-poll-end-problem { (ui::icon(Icon::AlertCircle)) span { (words) } }
            }
            input.input.input-short #field-poll-end type="datetime-local" name="poll-end" value=(typed.ends)
                aria-describedby=[problem.map(|_| "field-poll-end-problem")] aria-invalid=[problem.map(|_| "true")];
        }
    }
}
