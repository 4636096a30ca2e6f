//! Something said once on top of a page, or beside a thing that waits for staff.

use maud::{Markup, html};

use super::{Icon, icon};

/// How serious a word to the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// It worked, or is good to know.
    #[default]
    Good,
    /// Wants attention.
    Attention,
    /// Harm: lost, refused, dangerous.
    Harm,
}

/// One sentence on top of the next page, such as "Your post is there."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// How serious it is.
    pub tone: Tone,
    /// The sentence, translated.
    pub words: String,
}

/// Draws a flash. Screen readers say it at once when it is harm, else politely.
pub fn flash(flash: &Flash) -> Markup {
    let (class, sign, role) = match flash.tone {
        Tone::Good => ("flash", Icon::Check, "status"),
        Tone::Attention => ("flash flash-clay", Icon::InfoCircle, "status"),
        Tone::Harm => ("flash flash-harm", Icon::AlertTriangle, "alert"),
    };
    html! { div class=(class) role=(role) { (icon(sign)) div { (flash.words) } } }
}

/// A line inside a post or comment about its state: waiting for staff, removed, edited by staff.
pub fn state(sign: Icon, words: &str) -> Markup {
    html! { p.state { (icon(sign)) span { (words) } } }
}
