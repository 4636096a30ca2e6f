//! The HTML of what those in a conversation are told of staff.

use super::told_store::ToldReading;
use crate::features::moderation;
use crate::features::posts::{self, Seer};
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
