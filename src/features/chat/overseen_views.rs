//! The HTML of messages as staff see them: what was said and what became of it, and nothing to press. The same in a case, in
//! the conversation of a group and under a Reading.

use super::document_views::documents_of;
use super::overseen_store::Overseen;
use crate::base::{AccountId, ItemId, State};
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};

/// How a page of staff draws messages.
pub struct Overseeing<'a> {
    /// In whose language.
    pub lang: &'a Lang,
    /// From when.
    pub now: &'a Now,
    /// The shown name of somebody.
    pub name: &'a dyn Fn(AccountId) -> String,
    /// The address of a photo in a size.
    pub photo: &'a dyn Fn(ItemId, &str) -> String,
    /// The address of a document, to be fetched or looked at.
    pub file: &'a dyn Fn(i64, &str) -> String,
    /// Which message the page is about.
    pub here: Option<ItemId>,
    /// What one can do about a message, in its line.
    pub acts: &'a dyn Fn(&Overseen) -> Markup,
}

/// Messages in their order.
pub fn overseen(drawn: &Overseeing<'_>, messages: &[Overseen]) -> Markup {
    html! { ol.case-lines.overseen { @for message in messages { (line(drawn, messages, message)) } } }
}

fn line(drawn: &Overseeing<'_>, all: &[Overseen], message: &Overseen) -> Markup {
    let lang = drawn.lang;
    let answered = message.answers.and_then(|id| all.iter().find(|other| other.id == id));
    html! {
        li.case-line .case-here[drawn.here == Some(message.id)] id={ "message-" (message.id) } {
            div.row {
                strong { bdi { ((drawn.name)(message.author)) } }
                span.soft { (drawn.now.moment(lang, message.at_ms)) }
                @if message.edited { span.soft { (lang.post_edited()) } }
                (state(lang, message))
            }
            @if let Some(answered) = answered {
                blockquote.message-quote dir="auto" {
                    strong { bdi { ((drawn.name)(answered.author)) } } " "
                    (ui::prose::plain(&answered.body, crate::base::limits::EXCERPT_CHARS_MAX))
                }
            }
            @if !message.body.is_empty() { div.case-text.prose dir="auto" { (ui::prose::prose(&message.body, &|_| None)) } }
            @for (photo, alt) in &message.photos {
                (shielded(drawn, *photo, alt))
                @if !alt.is_empty() { p.soft dir="auto" { (lang.desk_photo_described(alt.as_str())) } }
            }
            (documents_of(lang, &message.files, drawn.file))
            @for version in &message.earlier {
                p.overseen-before dir="auto" {
                    span.chip { (ui::icon(Icon::Pencil)) (lang.readings_said_before()) } " "
                    span.soft { (lang.readings_until(drawn.now.moment(lang, version.until_at))) }
                    br; (version.body)
                }
            }
            ((drawn.acts)(message))
        }
    }
}

/// A picture that is blurred and grey until somebody asks to see it.
fn shielded(drawn: &Overseeing<'_>, id: ItemId, alt: &str) -> Markup {
    let lang = drawn.lang;
    html! {
        label.photo-shield {
            input.unseen type="checkbox" aria-label=(lang.desk_show_photo());
            img src=((drawn.photo)(id, "medium")) alt=(alt) loading="lazy" decoding="async";
            span.photo-shield-words { (ui::icon(Icon::Eye)) (lang.desk_show_photo()) }
        }
    }
}

fn state(lang: &Lang, message: &Overseen) -> Markup {
    html! {
        @match message.state {
            State::Held => span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.desk_waits()) },
            State::Removed if message.by_author => span.chip { (ui::icon(Icon::EyeOff)) (lang.desk_author_removed()) },
            State::Removed => span.chip.chip-harm { (ui::icon(Icon::EyeOff)) (lang.desk_was_removed()) },
            State::Shown => {}
        }
    }
}
