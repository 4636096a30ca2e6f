//! The HTML of who looks at a case, and of when it is due.

use super::looking::Looking;
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};

/// On the page of a case: that somebody else looks at it, and when it is due.
pub(super) fn looking(lang: &Lang, now: &Now, looking: Option<&Looking>) -> Markup {
    html! {
        @if let Some(looking) = looking {
            @if let Some((name, until_ms)) = &looking.other {
                (ui::state(Icon::Eye, &lang.desk_looks_until(name.as_str(), now.clock_of(*until_ms))))
            }
            p.post-meta {
                @if looking.due_ms <= now.ms() { (overdue(lang)) }
                (ui::icon(Icon::Hourglass)) span { (lang.desk_due(now.moment(lang, looking.due_ms))) }
            }
        }
    }
}

/// A sign that something should have been decided by now.
pub(super) fn overdue(lang: &Lang) -> Markup {
    html! { span.chip.chip-harm { (ui::icon(Icon::AlertTriangle)) (lang.desk_overdue()) } }
}

/// A sign that somebody looks at it.
pub(super) fn looks(lang: &Lang, name: &str) -> Markup {
    html! { span.chip { (ui::icon(Icon::Eye)) (lang.desk_looks(name)) } }
}
