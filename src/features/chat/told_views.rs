//! The HTML of what those in a conversation are told of staff.

use super::told_store::ToldReading;
use super::views::{self, Writing};
use super::{Voice, WhyNot};
use crate::features::moderation;
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, Icon};
use maud::{Markup, html};

/// That staff read this conversation, when and why.
pub(super) fn readings(seer: &Seer<'_>, told: &[ToldReading]) -> Markup {
    let (lang, staff) = (seer.lang, posts::staff_word(seer.lang, seer.rules.kind));
    html! {
        @for reading in told {
            p.state {
                (ui::icon(Icon::Eye))
                (lang.readings_told_here(staff, seer.now.moment(lang, reading.at_ms), moderation::reading_reason(lang, &reading.reason)))
            }
        }
    }
}

/// Why there is no form, where it would stand.
pub(super) fn closed(lang: &Lang, why: WhyNot, zone: &str) -> Markup {
    html! { p.state #talk-closed tabindex="-1" role="status" { (ui::icon(Icon::Lock)) (views::why_not(lang, why, zone)) } }
}

/// What becomes of the form in a page that is open: `chat-voice.js` closes it with these words, and opens it again with
/// what was typed.
pub(super) fn voice(
    (lang, zone): (&Lang, &str),
    topic: &str,
    voice: Voice,
    writing: &Writing<'_>,
    suggest: &str,
) -> String {
    html! {
        turbo-stream action="voice" topic=(topic) {
            template {
                @match voice {
                    Voice::Not(why) => (closed(lang, why, zone)),
                    Voice::May | Voice::Few(_) => (views::form(lang, voice, writing, suggest)),
                }
            }
        }
    }
    .into_string()
}
