//! The HTML of asking that somebody else looks again, and of answering.

use super::store::{About, Decided};
use super::{Appeal, Outcome, Subject, is_in_time};
use crate::base::{AccountId, Sanction, limits};
use crate::features::sanctions;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

/// Both lists of staff.
pub(super) struct List<'a> {
    pub open: &'a [Appeal],
    pub done: &'a [Appeal],
    pub names: &'a [(AccountId, String)],
    pub later: Option<&'a str>,
    pub older: Option<&'a str>,
    pub now: &'a Now,
}

/// One, as staff see it.
pub(super) struct Shown<'a> {
    pub appeal: &'a Appeal,
    /// May the viewer decide, and are they the same person as before?
    pub decider: Option<bool>,
    pub names: &'a [(AccountId, String)],
    pub now: &'a Now,
    pub outcome: Option<Outcome>,
    pub answer: &'a str,
    pub said: &'a Said,
}

/// What was decided or set, in words.
fn what_words<'l>(lang: &'l Lang, about: &About) -> &'l str {
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

/// What it is about.
fn what(lang: &Lang, now: &Now, about: &About) -> Markup {
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

fn answered(lang: &Lang, now: &Now, decided: &Decided) -> Markup {
    html! {
        p {
            strong { (outcome_words(lang, decided.outcome)) } " "
            span.post-meta { (now.ago(lang, decided.at_ms)) }
        }
        blockquote.excerpt dir="auto" { (decided.answer) }
        @if decided.same_person { p.soft { (lang.appeal_same_person()) } }
    }
}

fn name(names: &[(AccountId, String)], id: AccountId) -> &str {
    names.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name)
}

/// What waits, and what is decided.
pub(super) fn list(lang: &Lang, shown: &List<'_>) -> Markup {
    html! {
        h1 { (lang.appeal_all()) }
        p { a href="/desk" { (ui::icon_turning(Icon::ChevronLeft)) (lang.nav_desk()) } }
        section.card {
            h2.card-title { (lang.appeal_open()) }
            @if shown.open.is_empty() { p.soft { (lang.appeal_none()) } }
            @else { ul.list role="list" { @for appeal in shown.open { li { (line(lang, shown, appeal)) } } } }
            (ui::pager(lang, None, shown.later))
        }
        @if !shown.done.is_empty() {
            section.card {
                h2.card-title { (lang.appeal_done()) }
                ul.list role="list" { @for appeal in shown.done { li { (line(lang, shown, appeal)) } } }
                (ui::pager(lang, None, shown.older))
            }
        }
    }
}

fn line(lang: &Lang, shown: &List<'_>, appeal: &Appeal) -> Markup {
    html! {
        div {
            a href={ "/desk/appeals/" (appeal.id) } { bdi { (name(shown.names, appeal.account)) } ": " (what_words(lang, &appeal.about)) }
            @if let Some(decided) = &appeal.decided { " " span.chip { (outcome_words(lang, decided.outcome)) } }
            p.soft dir="auto" { (ui::prose::plain(&appeal.words, limits::EXCERPT_CHARS_MAX)) }
            p.post-meta { (shown.now.ago(lang, appeal.at_ms)) }
        }
    }
}

/// One, with what it is about, and the form of who may decide.
pub(super) fn one(lang: &Lang, same_site: &str, shown: &Shown<'_>) -> Markup {
    let appeal = shown.appeal;
    html! {
        h1 { (lang.appeal_title()) ": " bdi { (name(shown.names, appeal.account)) } }
        p { a href="/desk/appeals" { (ui::icon_turning(Icon::ChevronLeft)) (lang.appeal_all()) } }
        section.card {
            h2.card-title { (lang.appeal_what()) }
            (what(lang, shown.now, &appeal.about))
            @if let Some(by) = appeal.about.by { p.soft { (lang.appeal_by(name(shown.names, by))) } }
            @if let Some(item) = appeal.about.item { p { a href={ "/desk/items/" (item) } { (lang.appeal_case()) } } }
            p { a href={ "/admin/people/" (appeal.account) "/sanctions" } { (lang.sanction_all()) } }
        }
        section.card {
            h2.card-title { (lang.appeal_asks()) }
            blockquote.excerpt dir="auto" { (appeal.words) }
            p.post-meta { (shown.now.ago(lang, appeal.at_ms)) }
        }
        section.card {
            @match (&appeal.decided, shown.decider) {
                (Some(decided), _) => {
                    h2.card-title { (lang.appeal_done()) }
                    (answered(lang, shown.now, decided))
                    @if let Some(by) = decided.by { p.soft { (lang.appeal_by(name(shown.names, by))) } }
                },
                (None, None) => (ui::state(Icon::InfoCircle, lang.appeal_by_another())),
                (None, Some(same)) => {
                    @if same { (ui::state(Icon::InfoCircle, lang.appeal_nobody_else())) }
                    (decision(lang, same_site, shown))
                },
            }
        }
    }
}

fn decision(lang: &Lang, same_site: &str, shown: &Shown<'_>) -> Markup {
    let action = format!("/desk/appeals/{}", shown.appeal.id);
    let problems = shown.said.list();
    let form = Form { action: &action, same_site, problems: &problems, guard: true, ..Form::default() };
    let hint = |outcome| match outcome {
        Outcome::Stands => lang.appeal_stands_hint(),
        Outcome::Changed => lang.appeal_changed_hint(),
    };
    let choices: Vec<Choice<'_>> = Outcome::ALL
        .iter()
        .map(|outcome| Choice {
            value: outcome.word(),
            label: outcome_words(lang, *outcome),
            hint: Some(hint(*outcome)),
            chosen: shown.outcome == Some(*outcome),
        })
        .collect();
    let outcome = Field::new("outcome", lang.appeal_outcome()).required().problem(shown.said.of("outcome"));
    let answer =
        Field::new("answer", lang.sanction_words()).hint(lang.sanction_words_hint()).value(shown.answer);
    let answer = answer.required().letters_max(limits::SANCTION_CHARS_MAX).problem(shown.said.of("answer"));
    ui::form(
        lang,
        &form,
        html! {
            (ui::radios(&outcome, &choices))
            (ui::textarea(&answer, 3))
            (ui::button(Button::Main, Some(Icon::Check), lang.appeal_decide()))
        },
    )
}
