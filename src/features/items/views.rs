//! The HTML that posts and comments share: the form for changing one, and what it said before.

use super::store::Version;
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Now, Said};
use maud::{Markup, html};
use std::collections::HashMap;

/// A form for changing one's own text.
pub struct EditForm<'a> {
    /// What the page is called.
    pub title: &'a str,
    /// What becomes of it, in a sentence.
    pub about: &'a str,
    /// Where it is sent.
    pub action: &'a str,
    /// The same-site token of the visit.
    pub same_site: &'a str,
    /// The label of the text.
    pub label: &'a str,
    /// The text as it stands or was typed. Sent as `body`.
    pub body: &'a str,
    /// At most so many letters.
    pub letters_max: usize,
    /// Lines of the field.
    pub rows: u8,
    /// The address to go back to without saving.
    pub back: &'a str,
    /// Where names are asked for while somebody types `@` or `#`.
    pub suggest: &'a str,
    /// Where it is looked at before it is saved.
    pub preview: &'a str,
    /// How it would look.
    pub previewed: Option<&'a Markup>,
    /// What was wrong when it was sent before.
    pub said: &'a Said,
}

/// Draws the form; `more` are fields that stand below the text.
pub fn edit(lang: &Lang, draft: &EditForm<'_>, more: &Markup) -> Markup {
    let problems = draft.said.list();
    let form = Form {
        action: draft.action,
        same_site: draft.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let field = Field::new("body", draft.label).value(draft.body).letters_max(draft.letters_max);
    let field = field.suggests(draft.suggest);
    html! {
        @if let Some(previewed) = draft.previewed { (previewed) }
        section.card {
            h1 { (draft.title) }
            p.soft { (draft.about) }
            (ui::form(lang, &form, html! {
                (ui::textarea(&field.problem(draft.said.of("body")).autofocus(), draft.rows))
                (more)
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    button.button formaction=(draft.preview) { (ui::icon(Icon::Eye)) (lang.preview_show()) }
                    a.button href=(draft.back) { (lang.cancel()) }
                }
                div #preview .preview-place aria-live="polite" {}
            }))
        }
    }
}

/// A text as it would look. `body` is what stands in it.
pub fn preview(lang: &Lang, body: &Markup) -> Markup {
    html! {
        section.card.preview aria-labelledby="preview-title" {
            h2.card-title #preview-title { (ui::icon(Icon::Eye)) " " (lang.preview_title()) }
            (body)
        }
    }
}

/// A text alone as it would look, with those whom it would name.
pub fn preview_text(lang: &Lang, text: &str, named: &HashMap<String, String>) -> Markup {
    let body = html! {
        @if text.is_empty() { p.soft { (lang.preview_empty()) } }
        @else { div.prose dir="auto" { (ui::prose::prose(text, &|username| named.get(username).cloned())) } }
    };
    preview(lang, &body)
}

/// A preview in its place in an open page.
pub fn preview_change(preview: &Markup) -> String {
    html! { turbo-stream action="update" target="preview" { template { (preview) } } }.into_string()
}

/// One text of an item, with what it said before.
pub struct Part {
    /// What it is, where that is not the item's own text but a plain line beside it.
    pub name: Option<String>,
    /// As it is now: Markdown, or plain where it has a name.
    pub now: String,
    /// What it said before, newest first.
    pub versions: Vec<Version>,
}

/// What an item says now and said before; `back` is its own address.
pub(super) fn history(lang: &Lang, now: &Now, parts: &[Part], back: &str) -> Markup {
    let said = |when: &str, text: &str, is_prose: bool| {
        html! {
            section.card {
                p.post-meta { (when) }
                @if text.is_empty() { p.soft { (lang.post_version_empty()) } }
                @else if is_prose { div.prose dir="auto" { (ui::prose::prose(text, &|_| None)) } }
                @else { p dir="auto" { (text) } }
            }
        }
    };
    html! {
        h1 { (lang.post_history()) }
        @for part in parts {
            @if let Some(name) = &part.name { h2 { (name) } }
            @let is_prose = part.name.is_none();
            (said(lang.post_version_now(), &part.now, is_prose))
            @for version in &part.versions {
                (said(&lang.post_version_until(now.moment(lang, version.until_at)), &version.body, is_prose))
            }
        }
        p { a.button href=(back) { (lang.back()) } }
    }
}
