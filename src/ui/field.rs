//! One field of a form: label, hint, what was typed, and what is wrong with it, tied together for every reader.

use maud::{Markup, html};

use super::{Icon, icon};

/// A field, whatever its kind. Begin with [`Field::new`] and add what it needs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    name: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
    value: &'a str,
    problem: Option<&'a str>,
    placeholder: Option<&'a str>,
    autocomplete: Option<&'a str>,
    optional: Option<&'a str>,
    letters_max: Option<usize>,
    required: bool,
    autofocus: bool,
    short: bool,
    label_unseen: bool,
    suggests: Option<&'a str>,
}

impl<'a> Field<'a> {
    /// A field with its name in the form and its translated label.
    pub fn new(name: &'a str, label: &'a str) -> Self {
        Self { name, label, ..Self::default() }
    }
    /// A soft line under the label: what belongs here, and why.
    pub fn hint(self, words: &'a str) -> Self {
        Self { hint: Some(words), ..self }
    }
    /// What stands in it. A form that failed gives back what was typed.
    pub fn value(self, value: &'a str) -> Self {
        Self { value, ..self }
    }
    /// What is wrong with it, and what to do; none when nothing is.
    pub fn problem(self, words: Option<&'a str>) -> Self {
        Self { problem: words, ..self }
    }
    /// Faint words in the empty field. Never instead of the label.
    pub fn placeholder(self, words: &'a str) -> Self {
        Self { placeholder: Some(words), ..self }
    }
    /// What a browser may fill in: `username`, `current-password`, `new-password`, `off`.
    pub fn autocomplete(self, kind: &'a str) -> Self {
        Self { autocomplete: Some(kind), ..self }
    }
    /// Marks it as not needed, in the translated words given (`lang.form_optional()`).
    pub fn optional(self, words: &'a str) -> Self {
        Self { optional: Some(words), ..self }
    }
    /// At most so many UTF-16 units; the server counts again.
    pub fn letters_max(self, letters_max: usize) -> Self {
        Self { letters_max: Some(letters_max), ..self }
    }
    /// The form cannot be sent without it.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }
    /// The cursor stands here when the page opens. At most one a page.
    pub fn autofocus(self) -> Self {
        Self { autofocus: true, ..self }
    }
    /// A narrow field: a code, a number.
    pub fn short(self) -> Self {
        Self { short: true, ..self }
    }
    /// The label is only for screen readers, where the place says the rest.
    pub fn label_unseen(self) -> Self {
        Self { label_unseen: true, ..self }
    }
    /// While `@` or `#` is typed in it, names are offered from this address (`suggest.js`).
    pub fn suggests(self, address: &'a str) -> Self {
        Self { suggests: Some(address), ..self }
    }

    fn id(&self) -> String {
        field_id(self.name)
    }

    /// The ids of hint and problem, for `aria-describedby`.
    fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.id()));
        let problem = self.problem.map(|_| format!("{}-problem", self.id()));
        let ids: Vec<String> = problem.into_iter().chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn input_class(&self) -> &'static str {
        if self.short { "input input-short" } else { "input" }
    }

    fn invalid(&self) -> Option<&'static str> {
        self.problem.map(|_| "true")
    }

    fn label_words(&self) -> Markup {
        html! { (self.label) @if let Some(words) = self.optional { " " span.label-optional { "(" (words) ")" } } }
    }

    fn notes(&self) -> Markup {
        html! {
            @if let Some(hint) = self.hint { p.hint id={ (self.id()) "-hint" } { (hint) } }
            @if let Some(problem) = self.problem {
                p.problem id={ (self.id()) "-problem" } { (icon(Icon::AlertCircle)) span { (problem) } }
            }
        }
    }

    /// Label, notes and one control.
    fn around(&self, control: Markup) -> Markup {
        let label = if self.label_unseen { "label unseen" } else { "label" };
        html! {
            div.field {
                label class=(label) for=(self.id()) { (self.label_words()) }
                (self.notes())
                (control)
            }
        }
    }

    /// Legend, notes and several controls.
    fn around_several(&self, controls: Markup) -> Markup {
        let legend = if self.label_unseen { "label unseen" } else { "label" };
        html! {
            fieldset.field id=(self.id()) aria-describedby=[self.described_by()] aria-invalid=[self.invalid()] tabindex="-1" {
                legend class=(legend) { (self.label_words()) }
                (self.notes())
                (controls)
            }
        }
    }

    fn line(&self, kind: &str, value: Option<&str>) -> Markup {
        html! {
            input class=(self.input_class()) type=(kind) id=(self.id()) name=(self.name) value=[value]
                placeholder=[self.placeholder] autocomplete=[self.autocomplete] maxlength=[self.letters_max]
                required[self.required] autofocus[self.autofocus] data-suggest=[self.suggests] dir=[(kind == "text" || kind == "search").then_some("auto")]
                aria-describedby=[self.described_by()] aria-invalid=[self.invalid()];
        }
    }
}

/// The id of the control of this name; a problem in the summary links to it.
pub fn field_id(name: &str) -> String {
    format!("field-{name}")
}

/// One thing to choose among several.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choice<'a> {
    /// The value that is sent.
    pub value: &'a str,
    /// What one reads, translated.
    pub label: &'a str,
    /// A soft line under it.
    pub hint: Option<&'a str>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A line of text.
pub fn text(field: &Field<'_>) -> Markup {
    field.around(field.line("text", Some(field.value)))
}

/// A password. What was typed is never given back.
pub fn password(field: &Field<'_>) -> Markup {
    field.around(field.line("password", None))
}

/// A line to search with.
pub fn search(field: &Field<'_>) -> Markup {
    field.around(field.line("search", Some(field.value)))
}

/// A day, as `2026-03-12`.
pub fn date(field: &Field<'_>) -> Markup {
    field.around(field.line("date", Some(field.value)))
}

/// A time of day, as `14:00`.
pub fn clock(field: &Field<'_>) -> Markup {
    field.around(field.line("time", Some(field.value)))
}

/// Several lines of text.
pub fn textarea(field: &Field<'_>, rows: u8) -> Markup {
    field.around(html! {
        textarea class=(field.input_class()) id=(field.id()) name=(field.name) rows=(rows) dir="auto"
            placeholder=[field.placeholder] autocomplete=[field.autocomplete] maxlength=[field.letters_max]
            required[field.required] autofocus[field.autofocus] data-suggest=[field.suggests]
            aria-describedby=[field.described_by()] aria-invalid=[field.invalid()] { "\n" (field.value) }
    })
}

/// One of many, folded away.
pub fn select(field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    field.around(html! {
        select class=(field.input_class()) id=(field.id()) name=(field.name) required[field.required]
            autocomplete=[field.autocomplete] aria-describedby=[field.described_by()] aria-invalid=[field.invalid()] {
            @for choice in choices {
                option value=(choice.value) selected[choice.chosen] { (choice.label) }
            }
        }
    })
}

/// Yes or no. Sends `value` (or `yes`) when ticked.
pub fn checkbox(field: &Field<'_>, ticked: bool) -> Markup {
    let value = if field.value.is_empty() { "yes" } else { field.value };
    html! {
        div.field {
            label.choice {
                input type="checkbox" id=(field.id()) name=(field.name) value=(value) checked[ticked] required[field.required]
                    aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
                span { (field.label_words()) }
            }
            (field.notes())
        }
    }
}

/// One of a few, all in sight.
pub fn radios(field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    field.around_several(html! { @for choice in choices { (one_of("radio", field, choice)) } })
}

/// Any of several. Each ticked one is sent under the same name.
pub fn checkboxes(field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    field.around_several(html! {
        div.choices { @for choice in choices { (one_of("checkbox", field, choice)) } }
    })
}

fn one_of(kind: &str, field: &Field<'_>, choice: &Choice<'_>) -> Markup {
    html! {
        label.choice {
            input type=(kind) name=(field.name) value=(choice.value) checked[choice.chosen]
                required[field.required && kind == "radio"];
            span { (choice.label) }
            @if let Some(hint) = choice.hint { span.hint { (hint) } }
        }
    }
}

/// Files from the device. `accept` as in HTML, such as `image/*`.
pub fn file(field: &Field<'_>, accept: &str, multiple: bool) -> Markup {
    field.around(html! {
        input class=(field.input_class()) type="file" id=(field.id()) name=(field.name) accept=(accept) multiple[multiple]
            required[field.required] aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
    })
}

#[cfg(test)]
mod tests {
    use super::{Field, password, text, textarea};

    #[test]
    fn a_field_with_a_problem_keeps_what_was_typed_and_points_at_the_problem() {
        let field =
            Field::new("name", "Name").hint("As on the card").value("M<ia").problem(Some("Too short"));
        let page = text(&field).into_string();
        assert!(page.contains("value=\"M&lt;ia\""), "{page}");
        assert!(page.contains("aria-describedby=\"field-name-problem field-name-hint\""), "{page}");
        assert!(
            page.contains("aria-invalid=\"true\"") && page.contains("id=\"field-name-problem\""),
            "{page}"
        );
    }

    #[test]
    fn a_password_is_never_given_back() {
        assert!(
            !password(&Field::new("password", "Password").value("secret")).into_string().contains("secret")
        );
    }

    #[test]
    fn a_text_that_begins_with_an_empty_line_keeps_it() {
        let page = textarea(&Field::new("body", "Text").value("\nfirst"), 3).into_string();
        assert!(page.contains(">\n\nfirst</textarea>"), "{page}");
    }
}
