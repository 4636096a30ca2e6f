//! Choosing who will see something, with a sentence that says it in words before it is sent.

use maud::{Markup, html};

use super::{Choice, Icon, icon};
use crate::lang::Lang;

/// One kind of audience, such as "Groups", with what is chosen inside it.
#[derive(Clone, Copy, Debug)]
pub struct AudienceKind<'a> {
    /// The value sent as `audience`: `everyone`, `groups`, `contacts`, `aspects`, `people`, `only_me`.
    pub value: &'a str,
    /// What one reads, translated.
    pub label: &'a str,
    /// Its icon.
    pub sign: Icon,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The groups, aspects or people to tick; sent under the name of the kind. Empty where there is nothing to tick.
    pub parts: &'a [Choice<'a>],
}

/// The whole picker.
#[derive(Clone, Copy, Debug)]
pub struct AudiencePicker<'a> {
    /// Every kind that the writer may choose.
    pub kinds: &'a [AudienceKind<'a>],
    /// "Seen by: Class 5B, 28 people, and supervisors", for what is chosen now.
    pub sentence: &'a str,
    /// Where `audience.js` asks for that sentence after another choice: answers it as text.
    pub address: &'a str,
    /// What is wrong with the choice, if it came back.
    pub problem: Option<&'a str>,
}

/// The sentence alone, as under each composer. `id` ties it to its picker.
pub fn seen_by(id: &str, sentence: &str) -> Markup {
    html! { p.seen-by { (icon(Icon::Eye)) span id=(id) role="status" { (sentence) } } }
}

/// The picker: folded under its sentence, and open when something is wrong. Works without a script.
pub fn audience_picker(lang: &Lang, picker: &AudiencePicker<'_>) -> Markup {
    html! {
        details.composer-audience open[picker.problem.is_some()] {
            summary {
                (icon(Icon::Eye))
                span #seen-by role="status" { (picker.sentence) }
                span.change { (lang.composer_change()) }
            }
            fieldset.audience #field-audience tabindex="-1" data-audience data-address=(picker.address) data-sentence="seen-by"
                aria-describedby=[picker.problem.map(|_| "field-audience-problem")] {
                legend.label { (lang.composer_who()) }
                @if let Some(problem) = picker.problem {
                    p.problem #field-audience-problem { (icon(Icon::AlertCircle)) span { (problem) } }
                }
                div.audience-kinds {
                    @for kind in picker.kinds {
                        label.audience-kind {
                            input type="radio" name="audience" value=(kind.value) checked[kind.chosen];
                            (icon(kind.sign))
                            span { (kind.label) }
                        }
                    }
                }
                @for kind in picker.kinds.iter().filter(|kind| !kind.parts.is_empty()) { (parts(kind)) }
            }
        }
    }
}

fn parts(kind: &AudienceKind<'_>) -> Markup {
    html! {
        div.audience-detail role="group" aria-label=(kind.label) data-when=(kind.value) {
            div.choices {
                @for part in kind.parts {
                    label.choice {
                        input type="checkbox" name=(kind.value) value=(part.value) checked[part.chosen];
                        span { (part.label) }
                        @if let Some(hint) = part.hint { span.hint { (hint) } }
                    }
                }
            }
        }
    }
}
