//! The HTML that says who decides what is one's own.

use crate::features::moderation::Decider;
use crate::lang::Lang;
use crate::ui::{self, Icon};
use maud::{Markup, html};

/// Where it is close to the viewer: that somebody else decides it, or that nobody else could; in these words.
pub(super) fn state(lang: &Lang, decider: Decider, (another, alone): (&str, &str)) -> Markup {
    html! {
        @match decider {
            Decider::Usual => {},
            Decider::Another => (ui::state(Icon::InfoCircle, another)),
            Decider::Alone => {
                (ui::state(Icon::InfoCircle, alone))
                p.soft { (lang.desk_alone_marked()) }
            },
        }
    }
}
