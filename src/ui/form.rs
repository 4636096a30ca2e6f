//! Forms and buttons: the same-site token in each, and a list of problems on top of one that came back.

use maud::{Markup, PreEscaped, html};

use super::{Icon, field_id, icon};
use crate::lang::Lang;

/// A problem for the list on top of a form.
#[derive(Clone, Copy, Debug)]
pub struct Problem<'a> {
    /// The name of the field; empty when the problem belongs to none.
    pub field: &'a str,
    /// What is wrong and what to do, translated.
    pub words: &'a str,
}

/// A form that posts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form<'a> {
    /// Where it goes.
    pub action: &'a str,
    /// The same-site token of the visit; sent as `same_site`.
    pub same_site: &'a str,
    /// What was wrong when it was sent before.
    pub problems: &'a [Problem<'a>],
    /// Whether files travel in it.
    pub files: bool,
    /// Whether leaving the page with something typed asks first.
    pub guard: bool,
    /// Whether the whole page is loaded anew: signing in and out, so that no script remembers an earlier person; and where
    /// the answer may be a page and not a way to one, such as a look before saving, which Turbo would not show.
    pub whole_page: bool,
}

/// Draws a form round its fields and buttons.
pub fn form(lang: &Lang, form: &Form<'_>, body: Markup) -> Markup {
    html! {
        form.form method="post" action=(form.action) enctype=[form.files.then_some("multipart/form-data")]
            data-guard=[form.guard.then(|| lang.form_leave())] data-turbo=[form.whole_page.then_some("false")] {
            input type="hidden" name="same_site" value=(form.same_site);
            (problems(lang, form.problems, &body))
            (body)
        }
    }
}

/// The list of problems, each a link to its field. It takes the focus when the page opens. Each begins
/// with the label of its field as `body`, the form's own content, has it.
pub(super) fn problems(lang: &Lang, problems: &[Problem<'_>], body: &Markup) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.problems role="alert" tabindex="-1" {
                h2 { (icon(Icon::AlertCircle)) (lang.form_problems()) }
                ul {
                    @for problem in problems {
                        li {
                            @if problem.field.is_empty() { (problem.words) }
                            @else {
                                a href={ "#" (field_id(problem.field)) } {
                                    @if let Some(label) = label_in(&body.0, problem.field) { (PreEscaped(label)) ": " }
                                    (problem.words)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The words of the label of one field, escaped as they stand in the form; nothing where it has none of its own.
fn label_in<'a>(body: &'a str, field: &str) -> Option<&'a str> {
    let id = field_id(field);
    let single = body.split_once(&format!(" for=\"{id}\">")).map(|(_, rest)| rest);
    let several = || {
        let (_, rest) = body.split_once(&format!("<fieldset class=\"field\" id=\"{id}\""))?;
        rest.split_once("<legend")?.1.split_once('>').map(|(_, rest)| rest)
    };
    let words = single.or_else(several)?.split('<').next()?.trim();
    (!words.is_empty()).then_some(words)
}

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Button {
    /// The one thing this form is for. At most one in sight.
    Main,
    /// Any other.
    #[default]
    Usual,
    /// Hardly there: cancel, later.
    Quiet,
    /// Takes away or punishes.
    Harm,
}

impl Button {
    /// Its classes, for links that look like buttons.
    pub fn class(self) -> &'static str {
        match self {
            Button::Main => "button button-main",
            Button::Usual => "button",
            Button::Quiet => "button button-quiet",
            Button::Harm => "button button-harm",
        }
    }
}

/// A button that sends the form it stands in.
pub fn button(kind: Button, sign: Option<Icon>, words: &str) -> Markup {
    html! { button class=(kind.class()) { @if let Some(sign) = sign { (icon(sign)) } (words) } }
}

/// A button that posts at once through the page's one form for small acts (see `frame`). `sent` is a name
/// and a value that go with it.
pub fn act_button(
    action: &str,
    sent: Option<(&str, &str)>,
    kind: Button,
    sign: Option<Icon>,
    words: &str,
) -> Markup {
    html! {
        button form="act" formaction=(action) name=[sent.map(|(name, _)| name)] value=[sent.map(|(_, value)| value)]
            class={ (kind.class()) " button-small" } { @if let Some(sign) = sign { (icon(sign)) } (words) }
    }
}

/// A form that is only a button. `hidden` are names and values sent with it.
pub fn button_form(
    action: &str,
    same_site: &str,
    hidden: &[(&str, &str)],
    kind: Button,
    sign: Option<Icon>,
    words: &str,
) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="same_site" value=(same_site);
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            (button(kind, sign, words))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{label_in, problems};
    use crate::ui::{Choice, Field, Problem, radios, text};

    #[test]
    fn a_problem_on_top_of_a_form_begins_with_the_label_of_its_field() {
        let choices = [Choice { value: "a", label: "A", ..Choice::default() }];
        let body = text(&Field::new("name", "You & me").optional("not needed")).into_string()
            + &radios(&Field::new("kind", "Kind").hint("Choose"), &choices).into_string();
        assert_eq!(label_in(&body, "name"), Some("You &amp; me"));
        assert_eq!(label_in(&body, "kind"), Some("Kind"));
        assert_eq!(label_in(&body, "nam"), None);
        let list = [Problem { field: "name", words: "Too long." }];
        let page = problems(crate::lang::Lang::english(), &list, &maud::PreEscaped(body)).into_string();
        assert!(page.contains("<a href=\"#field-name\">You &amp; me: Too long.</a>"), "{page}");
    }
}
