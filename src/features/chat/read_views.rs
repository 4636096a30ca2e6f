//! The HTML of who has read what one wrote.

use super::read_store::Seen;
use super::store::Sort;
use crate::base::ItemId;
use crate::lang::Lang;
use maud::{Markup, html};

/// The line under one's own message. It changes by itself, and nobody is told of it aloud each time.
pub(super) fn line(lang: &Lang, sort: Sort, seen: &Seen) -> Markup {
    html! {
        p.message-seen aria-live="off" { a href={ "/messages/" (seen.message) "/who" } { (words(lang, sort, seen)) } }
    }
}

/// Who has read it, in short.
fn words(lang: &Lang, sort: Sort, seen: &Seen) -> String {
    match (sort, seen.names.as_slice(), seen.others) {
        (Sort::Two, ..) | (_, [], _) => lang.chat_was_seen().to_owned(),
        (_, [only], _) => lang.chat_was_seen_by(only.as_str()),
        (_, [one, two, ..], 0) => lang.chat_was_seen_by_two(one.as_str(), two.as_str()),
        (_, [one, two, ..], others) => lang.chat_was_seen_by_more(others as i64, one.as_str(), two.as_str()),
    }
}

/// Puts the line where it belongs now, or takes it away: `chat.js` does it.
pub(super) fn told(lang: &Lang, conversation: ItemId, sort: Sort, seen: Option<&Seen>) -> String {
    html! {
        turbo-stream action="message-seen" conversation=(conversation) message=[seen.map(|seen| seen.message)] {
            template { @if let Some(seen) = seen { (line(lang, sort, seen)) } }
        }
    }
    .into_string()
}
