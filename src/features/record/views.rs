//! The HTML of what staff did about me.

use super::store::Looked;
use super::{About, Done, account_words};
use crate::base::{Kind, limits};
use crate::features::appeals::{self, Appeal, Subject};
use crate::features::case_talk::{self, Mine};
use crate::features::moderation::{self, DecisionReason};
use crate::features::notices;
use crate::features::sanctions::{self, Given};
use crate::lang::Lang;
use crate::ui::{self, Now};
use maud::{Markup, html};

/// What the page shows.
pub(super) struct Shown<'a> {
    /// Where the viewer asked that another person looks again.
    pub asked: &'a [Appeal],
    /// The day of the box.
    pub today: i64,
    pub set: &'a [Given],
    pub account: &'a [About],
    pub things: &'a [Done],
    pub looked: &'a [Looked],
    /// What staff wrote to the viewer in cases.
    pub talks: &'a [Mine],
    pub older_set: Option<String>,
    pub older_account: Option<String>,
    pub older_things: Option<String>,
    pub now: &'a Now,
}

pub(super) fn record(lang: &Lang, shown: &Shown<'_>) -> Markup {
    html! {
        h1 { (lang.record_title()) }
        p.soft { (lang.record_about()) }
        @if !shown.set.is_empty() {
            section.card {
                h2.card-title { (lang.sanction_record()) }
                ul.list role="list" { @for given in shown.set { li { (said(lang, shown, given)) } } }
                (ui::pager(lang, None, shown.older_set.as_deref()))
            }
        }
        section.card {
            h2.card-title { (lang.record_account()) }
            @if shown.account.is_empty() { p.soft { (lang.record_nothing()) } }
            @else {
                ul.list role="list" {
                    @for about in shown.account {
                        li { div {
                            (account_words(lang, about))
                            p.post-meta { (shown.now.ago(lang, about.at_ms)) }
                        } }
                    }
                }
            }
            (ui::pager(lang, None, shown.older_account.as_deref()))
        }
        section.card {
            h2.card-title { (lang.record_things()) }
            @if shown.things.is_empty() { p.soft { (lang.record_none_words()) } }
            @else { ul.list role="list" { @for done in shown.things { li { (thing(lang, shown, done)) } } } }
            (ui::pager(lang, None, shown.older_things.as_deref()))
        }
        (case_talk::mine_card(lang, shown.now, shown.talks))
        @if !shown.looked.is_empty() {
            section.card {
                h2.card-title { (lang.readings_record()) }
                ul.list role="list" {
                    @for looked in shown.looked {
                        li { div {
                            @if looked.of_posts { (lang.readings_record_posts()) } @else { (lang.readings_record_person()) }
                            p.soft { (lang.notice_reason(moderation::reading_reason(lang, &looked.reason))) }
                            p.post-meta { (shown.now.ago(lang, looked.at_ms)) }
                        } }
                    }
                }
            }
        }
        p.soft { (lang.record_ask()) }
    }
}

/// Something that staff said or set.
fn said(lang: &Lang, shown: &Shown<'_>, given: &Given) -> Markup {
    html! {
        div.done-to-me {
            strong { (sanctions::mine_words(lang, given.kind)) }
            @if let Some(until) = sanctions::until_words(lang, shown.now, given) { p { (until) } }
            p.soft { (lang.notice_reason(sanctions::reason_word(lang, &given.reason))) }
            @if !given.words.is_empty() { blockquote.excerpt dir="auto" { (given.words) } }
            @if !given.lifted_why.is_empty() { p.soft dir="auto" { (given.lifted_why) } }
            (again(lang, shown, Subject::Sanction(given.id), given.day))
            p.post-meta { (shown.now.ago(lang, given.at_ms)) }
        }
    }
}

/// That one can ask somebody else to look again, and what became of it.
fn again(lang: &Lang, shown: &Shown<'_>, subject: Subject, day: i64) -> Markup {
    let asked = shown.asked.iter().find(|appeal| appeal.subject == subject);
    appeals::mine(lang, shown.now, subject, (day, shown.today), asked)
}

fn thing(lang: &Lang, shown: &Shown<'_>, done: &Done) -> Markup {
    let words = done_words(lang, done);
    let quoted = ui::prose::plain(&done.body, limits::EXCERPT_CHARS_MAX);
    html! {
        div.done-to-me {
            @match done.kind {
                Some(kind) => a href=(kind.address(done.item)) data-turbo=[matches!(kind, Kind::Comment | Kind::Message).then_some("false")] { (words) },
                None => (words),
            }
            @if let Some(reason) = reason_words(lang, done) { p.soft { (reason) } }
            @if !done.note.is_empty() { p.soft dir="auto" { (done.note) } }
            @if !quoted.is_empty() { blockquote.excerpt dir="auto" { (quoted) } }
            @if matches!(done.what.as_str(), "remove" | "shield") && !done.undoes { (again(lang, shown, Subject::Decision(done.id), done.day)) }
            p.post-meta { (shown.now.ago(lang, done.at_ms)) }
        }
    }
}

/// What was done to a thing, in words.
pub fn done_words<'l>(lang: &'l Lang, done: &Done) -> &'l str {
    match done.what.as_str() {
        "remove" => lang.record_removed(),
        "restore" => lang.record_restored(),
        "shield" => lang.shield_decided(),
        "unshield" => lang.shield_lifted(),
        _ => lang.record_released(),
    }
}

/// Why it was done, in words; nothing where the reason is one of a later program.
pub fn reason_words(lang: &Lang, done: &Done) -> Option<String> {
    let reason = DecisionReason::parse(&done.reason)?;
    Some(lang.notice_reason(notices::decision_reason(lang, reason)))
}
