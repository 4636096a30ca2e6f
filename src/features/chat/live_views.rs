//! The HTML of what open pages are told besides messages: who writes, who is here, how much is not read.

use super::say_views;
use crate::base::AccountId;
use crate::lang::Lang;
use maud::{Markup, html};

/// The page asks for itself anew, a little later and not in step with all the others.
pub(super) fn anew() -> String {
    html! { turbo-stream action="talk-anew" {} }.into_string()
}

/// Somebody writes; the script lets it go after a while.
pub(super) fn typing(lang: &Lang, name: &str) -> String {
    html! { turbo-stream action="typing" target="talk-typing" { template { (lang.chat_typing(name)) } } }
        .into_string()
}

/// Somebody is here, or no more.
pub(super) fn presence(lang: &Lang, who: AccountId, here: bool) -> String {
    html! {
        turbo-stream action="update" targets={ ".presence-" (who) } { template { @if here { (sign(lang)) } } }
    }
    .into_string()
}

/// The sign of somebody who is here: a dot, and words for who does not see it.
pub(super) fn sign(lang: &Lang) -> Markup {
    html! { span.here {} span.here-words { (lang.chat_here()) } }
}

/// How many conversations have something new; and the list of them is to be drawn anew where it is shown.
pub(super) fn tally(lang: &Lang, chats: i64) -> String {
    let badge = say_views::badge(lang, chats);
    html! { (maud::PreEscaped(badge)) turbo-stream action="chat-list" {} }.into_string()
}
