//! The HTML of asking that somebody else looks again, and of what was answered.

use super::store::{About, Decided};
use super::{Appeal, Outcome, Subject, is_in_time};
use crate::base::{Sanction, limits};
use crate::features::sanctions;
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

/// What was decided or set, in words to the person.
pub fn what_words<'l>(lang: &'l Lang, about: &About) -> &'l str {
    match (about.what.as_str(), Sanction::parse(&about.what)) {
        (_, Some(kind)) => sanctions::mine_words(lang, kind),
        ("shield", None) => lang.shield_decided(),
        _ => lang.record_removed(),
    }
}

/// How it ended, in words.
pub fn outcome_words(lang: &Lang, outcome: Outcome) -> &str {
    match outcome {
        Outcome::Stands => lang.appeal_stands(),
        Outcome::Changed => lang.appeal_changed(),
    }
}

fn fields<'a>(lang: &'a Lang, words: &'a str, said: &'a Said) -> Markup {
    let field = Field::new("words", lang.appeal_words()).hint(lang.appeal_words_hint()).value(words);
    ui::textarea(&field.required().letters_max(limits::APPEAL_CHARS_MAX).problem(said.of("words")), 5)
}

/// The form by which somebody asks.
pub(super) fn new(
    lang: &Lang,
    same_site: &str,
    now: &Now,
    (subject, about): (Subject, &About),
    words: &str,
    said: &Said,
) -> Markup {
    let problems = said.list();
    let form = Form { action: "/appeals", same_site, problems: &problems, guard: true, ..Form::default() };
    let (name, id) = match subject {
        Subject::Decision(id) => ("decision", id),
        Subject::Sanction(id) => ("sanction", id),
    };
    html! {
        h1 { (lang.appeal_new()) }
        p { (lang.appeal_about()) }
        section.card {
            (what(lang, now, about))
            (ui::form(lang, &form, html! {
                input type="hidden" name=(name) value=(id);
                (fields(lang, words, said))
                div.buttons {
                    (ui::button(Button::Main, Some(Icon::Send), lang.send()))
                    a.button href="/my/record" { (lang.cancel()) }
                }
            }))
        }
    }
}

/// What it is about: what was decided or set, why, and with which words.
pub fn what(lang: &Lang, now: &Now, about: &About) -> Markup {
    html! {
        p { strong { (what_words(lang, about)) } " " span.post-meta { (now.ago(lang, about.at_ms)) } }
        p.soft { (lang.notice_reason(sanctions::reason_word(lang, &about.reason))) }
        @if !about.words.is_empty() { blockquote.excerpt dir="auto" { (about.words) } }
    }
}

/// The same, for somebody who cannot sign in.
pub(super) fn outside(lang: &Lang, same_site: &str, username: &str, words: &str, said: &Said) -> Markup {
    html! {
        section.card {
            h1 { (lang.appeal_new()) }
            (outside_form(lang, same_site, username, words, said))
        }
    }
}

fn outside_form(lang: &Lang, same_site: &str, username: &str, words: &str, said: &Said) -> Markup {
    let problems = said.list();
    let form = Form {
        action: "/appeals/outside",
        same_site,
        problems: &problems,
        whole_page: true,
        ..Form::default()
    };
    let secret = Field::new("password", lang.sign_in_password()).autocomplete("current-password").required();
    html! {
        p { (lang.appeal_about()) }
        (ui::form(lang, &form, html! {
            input type="hidden" name="username" value=(username);
            (fields(lang, words, said))
            (ui::password(&secret.hint(lang.appeal_password()).problem(said.of("password"))))
            (ui::button(Button::Main, Some(Icon::Send), lang.send()))
        }))
    }
}

/// That it was sent.
pub(super) fn sent(lang: &Lang) -> Markup {
    html! {
        section.card {
            h1 { (lang.appeal_sent()) }
            p { (lang.appeal_sent_outside()) }
            p { a.button href="/sign-in" { (lang.nav_sign_in()) } }
        }
    }
}

/// Under what staff decided about one's own: that one can ask, that one has, and what became of it.
pub fn mine(
    lang: &Lang,
    now: &Now,
    subject: Subject,
    (day, today): (i64, i64),
    asked: Option<&Appeal>,
) -> Markup {
    let address = match subject {
        Subject::Decision(id) => format!("/appeals/new?decision={id}"),
        Subject::Sanction(id) => format!("/appeals/new?sanction={id}"),
    };
    html! {
        @match asked {
            Some(asked) => (became(lang, now, asked)),
            None if is_in_time(day, today) => p { a href=(address) { (lang.appeal_new()) } },
            None => {},
        }
    }
}

fn became(lang: &Lang, now: &Now, asked: &Appeal) -> Markup {
    html! {
        @match &asked.decided {
            None => (ui::state(Icon::Hourglass, lang.appeal_waits())),
            Some(decided) => (answered(lang, now, decided)),
        }
    }
}

/// The answer to who asked.
pub fn answered(lang: &Lang, now: &Now, decided: &Decided) -> Markup {
    html! {
        p {
            strong { (outcome_words(lang, decided.outcome)) } " "
            span.post-meta { (now.ago(lang, decided.at_ms)) }
        }
        blockquote.excerpt dir="auto" { (decided.answer) }
        @if decided.same_person { p.soft { (lang.appeal_same_person()) } }
    }
}
