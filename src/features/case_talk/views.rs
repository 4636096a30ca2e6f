//! The HTML of talk inside a case.

use super::Concern;
use super::store::{Message, Mine, Talk};
use crate::base::{AccountId, Kind, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

/// What the page of whom staff wrote to shows.
pub(super) struct Shown<'a> {
    pub mine: &'a Mine,
    pub messages: &'a [Message],
    /// The word for staff.
    pub staff: &'a str,
    /// What was typed before.
    pub words: &'a str,
    pub now: &'a Now,
    pub same_site: &'a str,
}

/// "Talk with the supervisors about a post of yours": what they may know of it, and not more.
pub fn title(lang: &Lang, mine: &Mine) -> String {
    let about = match (mine.concern, mine.kind) {
        (Concern::Reporter, _) => lang.case_talk_about_report(),
        (Concern::About, Some(Kind::Post)) => lang.case_talk_about_post(),
        (Concern::About, Some(Kind::Comment)) => lang.case_talk_about_comment(),
        (Concern::About, Some(Kind::Photo)) => lang.case_talk_about_photo(),
        (Concern::About, Some(Kind::Message)) => lang.case_talk_about_message(),
        (Concern::About, Some(_)) => lang.case_talk_about_thing(),
        (Concern::About, None) => lang.case_talk_about_you(),
        (Concern::Other, _) => lang.case_talk_about_other(),
    };
    lang.case_talk_title(about)
}

pub(super) fn talk(lang: &Lang, shown: &Shown<'_>, said: &Said) -> Markup {
    html! {
        h1 { (title(lang, shown.mine)) }
        p.soft { (lang.case_talk_hint()) }
        section.card #talk-said aria-live="polite" { (said_to_me(lang, shown.now, shown.messages, shown.staff)) }
        div #{ (ANSWER) } {
            @if shown.mine.open { (form(lang, shown, said)) }
            @else { (closed(lang, shown.words)) }
        }
        p { a href="/my/record" { (lang.record_title()) } }
    }
}

/// The place where one answers, or reads that one cannot.
pub const ANSWER: &str = "case-answer";

/// That the case is closed, and what was typed meanwhile: nothing typed is lost.
pub fn closed(lang: &Lang, words: &str) -> Markup {
    html! {
        div.stack.case-closed tabindex="-1" role="status" {
            (ui::state(Icon::Lock, lang.case_talk_closed()))
            @if !words.is_empty() { (unsent(lang, words)) }
        }
    }
}

fn unsent(lang: &Lang, words: &str) -> Markup {
    html! { section.card.case-unsent { p.soft { (lang.case_talk_unsent()) } blockquote.excerpt dir="auto" { (words) } } }
}

/// For a page that is open: the case is closed, or open again. `case-talk.js` keeps the form with what was typed behind these words.
pub fn answer_now(lang: &Lang, open: bool) -> String {
    html! {
        turbo-stream action="case" target=(ANSWER) {
            @if !open { template { (closed(lang, "")) (unsent(lang, "")) } }
        }
    }
    .into_string()
}

/// What was said, for whom staff wrote to: of staff, that it was they.
fn said_to_me(lang: &Lang, now: &Now, list: &[Message], staff: &str) -> Markup {
    let by = |message: &Message| {
        if message.by_staff { staff.to_owned() } else { lang.case_talk_you().to_owned() }
    };
    messages(lang, now, list, &by)
}

/// The same for a page that is open.
pub(super) fn said_now(lang: &Lang, now: &Now, list: &[Message], staff: &str) -> String {
    html! {
        turbo-stream action="update" target="talk-said" { template { (said_to_me(lang, now, list, staff)) } }
    }
    .into_string()
}

fn form(lang: &Lang, shown: &Shown<'_>, said: &Said) -> Markup {
    let action = format!("/talks/{}", shown.mine.id);
    let problems = said.list();
    let form = Form {
        action: &action,
        same_site: shown.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let words = Field::new("words", lang.case_talk_answer()).value(shown.words).required();
    let words = words.letters_max(limits::CASE_MESSAGE_CHARS_MAX).problem(said.of("words"));
    html! {
        section.card {
            (ui::form(lang, &form, html! {
                (ui::textarea(&words, 4))
                (ui::button(Button::Main, Some(Icon::Send), lang.send()))
            }))
        }
    }
}

fn messages(lang: &Lang, now: &Now, messages: &[Message], by: &dyn Fn(&Message) -> String) -> Markup {
    html! {
        @if messages.is_empty() { p.soft { (lang.case_talk_nothing()) } }
        ol.case-lines {
            @for message in messages {
                li.case-line .case-here[message.by_staff] {
                    div.row {
                        strong { bdi { (by(message)) } }
                        span.soft { (now.ago(lang, message.at_ms)) }
                    }
                    p.case-text dir="auto" { (message.words) }
                }
            }
        }
    }
}

/// How a case concerns somebody, for staff.
fn concern_words(lang: &Lang, concern: Concern) -> &str {
    match concern {
        Concern::About => lang.case_talk_is_about(),
        Concern::Reporter => lang.case_talk_reported(),
        Concern::Other => lang.case_talk_was_there(),
    }
}

/// All that was said in a case, person by person, for staff; nothing where nothing was.
pub fn said(lang: &Lang, now: &Now, talks: &[Talk], name: &dyn Fn(AccountId) -> String) -> Markup {
    html! {
        @for talk in talks {
            section.card #{ "talk-" (talk.id) } {
                h2.card-title { (lang.case_talk_with(name(talk.who))) " " span.chip { (concern_words(lang, talk.concern)) } }
                (messages(lang, now, &talk.messages, &|message| message.by.map_or_else(|| lang.desk_somebody().to_owned(), name)))
            }
        }
    }
}

/// Whom staff can write to, by their number, as it stands in a list to choose from.
pub fn choice_words(lang: &Lang, name: &str, concern: Concern) -> String {
    format!("{name} · {}", concern_words(lang, concern))
}

/// The talks of the viewer's, for their page of what staff did; nothing where there are none.
pub fn mine_card(lang: &Lang, now: &Now, talks: &[Mine]) -> Markup {
    html! {
        @if !talks.is_empty() {
            section.card {
                h2.card-title { (lang.case_talk_mine()) }
                ul.list role="list" {
                    @for mine in talks {
                        li { div {
                            a href={ "/talks/" (mine.id) } { (title(lang, mine)) }
                            @if !mine.open { " " span.chip { (lang.desk_closed()) } }
                            p.post-meta { (now.ago(lang, mine.at_ms)) }
                        } }
                    }
                }
            }
        }
    }
}
