//! The HTML that posts and comments share: the form for changing one, and what it said before.

use super::store::Version;
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Now, Said};
use maud::{Markup, html};

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
    html! {
        section.card {
            h1 { (draft.title) }
            p.soft { (draft.about) }
            (ui::form(lang, &form, html! {
                (ui::textarea(&field.problem(draft.said.of("body")).autofocus(), draft.rows))
                (more)
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    a.button href=(draft.back) { (lang.cancel()) }
                }
            }))
        }
    }
}

/// One text of an item, with what it said before.
pub struct Part {
    /// Markdown, as it is now.
    pub now: String,
    /// What it said before, newest first.
    pub versions: Vec<Version>,
}

/// What an item says now and said before; `back` is its own address.
pub(super) fn history(lang: &Lang, now: &Now, parts: &[Part], back: &str) -> Markup {
    let nobody = |_: &str| None;
    html! {
        h1 { (lang.post_history()) }
        @for part in parts {
            section.card {
                p.post-meta { (lang.post_version_now()) }
                div.prose dir="auto" { (ui::prose::prose(&part.now, &nobody)) }
            }
            @for version in &part.versions {
                section.card {
                    p.post-meta { (lang.post_version_until(now.moment(lang, version.until_at))) }
                    div.prose dir="auto" { (ui::prose::prose(&version.body, &nobody)) }
                }
            }
        }
        p { a.button href=(back) { (lang.back()) } }
    }
}
