//! The HTML of what those in a conversation are told of staff.

use super::told_store::ToldReading;
use super::{Voice, views};
use crate::base::ItemId;
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

/// Where the form for a message stands: it goes from an open page, or word comes that one may write again.
pub(super) fn voice(lang: &Lang, conversation: ItemId, voice: Voice) -> String {
    match voice {
        Voice::Not(why) => html! {
            turbo-stream action="replace" target="message-form" {
                template { p.state #message-form { (ui::icon(Icon::Lock)) (views::why_not(lang, why)) } }
            }
        },
        // A form that is there stays, with what was typed into it.
        Voice::May => html! {
            turbo-stream action="replace" targets="p#message-form" {
                template {
                    p.state #message-form { (ui::icon(Icon::Check)) a href={ "/chat/" (conversation) } { (lang.talking_may_again()) } }
                }
            }
        },
    }
    .into_string()
}
