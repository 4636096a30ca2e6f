//! The HTML of a poll in its post: choosing, and how it stands.

use super::{Answer, Poll};
use crate::base::{ItemId, State};
use crate::lang::Lang;
use crate::ui::{self, Button, Icon, Now};
use maud::{Markup, html};

/// A poll: the answers to choose from while one can, and how it stands where one may see it. The answers
/// belong to the page's one form for small acts, so that a card needs no token of its own. `may` the reader vote here?
pub fn poll(lang: &Lang, now: &Now, poll: &Poll, may: bool) -> Markup {
    drawn(lang, now, poll, may, None)
}

/// A poll inside a post that passes its own on: what it asks and how it stands, where one may see that. One
/// votes in its own place, since each field of a page is there once.
pub fn quoted(lang: &Lang, poll: &Poll) -> Markup {
    html! {
        div.poll {
            @if !poll.question.is_empty() { p.poll-question dir="auto" { (poll.question) } }
            @if poll.voters.is_some() { div.poll-results { (standing(lang, poll)) } }
            @else { ul.poll-plain { @for answer in &poll.answers { li dir="auto" { (answer.words) } } } }
        }
    }
}

/// As [`poll`], with what was wrong with the vote that was sent.
pub(super) fn drawn(lang: &Lang, now: &Now, poll: &Poll, may: bool, problem: Option<&str>) -> Markup {
    let name = if poll.question.is_empty() { lang.poll_title() } else { &poll.question };
    let can_vote = may && poll.state == State::Shown && !poll.ended && !(poll.voted && poll.is_final);
    let choosing = html! { (answers(lang, poll, name, problem)) };
    html! {
        section.poll id={ "poll-" (poll.id) } aria-label=(name) {
            @if !poll.question.is_empty() { p.poll-question dir="auto" { (poll.question) } }
            @if can_vote && !poll.voted { (choosing) }
            @if poll.voters.is_some() { (results(lang, poll)) }
            @else if !can_vote {
                ul.poll-plain { @for answer in &poll.answers { li dir="auto" { (answer.words) } } }
            }
            @if can_vote && poll.voted {
                details.poll-again open[problem.is_some()] {
                    summary { (ui::icon(Icon::Pencil)) (lang.poll_change()) }
                    (choosing)
                }
            }
            (notes(lang, now, poll))
        }
    }
}

fn answers(lang: &Lang, poll: &Poll, name: &str, problem: Option<&str>) -> Markup {
    let (field, kind) = (format!("answer-{}", poll.id), if poll.several { "checkbox" } else { "radio" });
    html! {
        fieldset.field.poll-answers id=(ui::field_id("answer")) {
            legend.unseen { (name) }
            @if let Some(words) = problem { p.problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (words) } } }
            @if poll.several { p.hint { (lang.poll_several_hint()) } }
            @for answer in &poll.answers {
                label.choice {
                    input type=(kind) form="act" name=(field) value=(answer.place) checked[answer.mine];
                    span dir="auto" { (answer.words) }
                }
            }
            (ui::act_button(&format!("/posts/{}/vote", poll.id), None, Button::Usual, Some(Icon::Check), lang.poll_vote()))
        }
    }
}

/// How it stands: each answer with its number in words, and a bar that is drawn by the server.
pub(super) fn results(lang: &Lang, poll: &Poll) -> Markup {
    html! { div.poll-results id={ "poll-results-" (poll.id) } { (standing(lang, poll)) } }
}

fn standing(lang: &Lang, poll: &Poll) -> Markup {
    let voters = poll.voters.unwrap_or(0);
    html! {
        ul { @for answer in &poll.answers { (result(lang, answer, voters)) } }
        p.post-meta { (lang.poll_voters(voters)) }
    }
}

fn result(lang: &Lang, answer: &Answer, voters: i64) -> Markup {
    let votes = answer.votes.unwrap_or(0);
    let percent = percent(votes, voters);
    html! {
        li.poll-result {
            div.poll-line {
                span dir="auto" { (answer.words) }
                @if answer.mine { " " span.chip.chip-good { (ui::icon(Icon::Check)) (lang.poll_mine()) } }
                " " span.poll-number { (lang.poll_votes(votes)) " · " (lang.poll_percent(percent)) }
            }
            svg.poll-bar viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" {
                rect.poll-part width=(percent) height="8" {}
            }
        }
    }
}

/// Whole percent, a half rounded up.
fn percent(votes: i64, voters: i64) -> i64 {
    if voters <= 0 { 0 } else { (votes * 200 + voters) / (voters * 2) }
}

/// What one should know before voting.
fn notes(lang: &Lang, now: &Now, poll: &Poll) -> Markup {
    let end = poll.ends_at.map(|end| now.moment(lang, end));
    let running = !poll.ended;
    html! {
        p.post-meta.poll-notes {
            @match &end {
                Some(end) if running => span { (lang.poll_ends(end)) },
                Some(end) => span { (lang.poll_ended(end)) },
                None => {}
            }
            @if running && poll.voters.is_none() { " " span { (lang.poll_hidden()) } }
            @if running && poll.is_final { " " span { (lang.poll_final()) } }
            " " span { (lang.poll_secret()) }
        }
    }
}

/// The poll in place of the one that stands there; whatever has the focus in it keeps it.
pub(super) fn change(lang: &Lang, now: &Now, of: &Poll) -> String {
    html! {
        turbo-stream action="replace" method="morph" target={ "poll-" (of.id) } { template { (poll(lang, now, of, true)) } }
    }
    .into_string()
}

/// How it stands now, and nothing else: what somebody is choosing at this moment stays as it is.
pub(super) fn results_change(lang: &Lang, of: &Poll) -> String {
    html! {
        turbo-stream action="replace" method="morph" target={ "poll-results-" (of.id) } { template { (results(lang, of)) } }
    }
    .into_string()
}

/// The page of a vote that was not taken.
pub(super) fn again(lang: &Lang, now: &Now, of: &Poll, post: ItemId, problem: &str) -> Markup {
    html! {
        h1 { (lang.poll_title()) }
        section.card.stack {
            @if of.ended || (of.voted && of.is_final) {
                p.problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (problem) } }
            }
            (drawn(lang, now, of, true, Some(problem)))
            p { a.button href={ "/posts/" (post) } { (lang.back()) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_share_is_rounded_and_never_divided_by_nothing() {
        assert_eq!((percent(0, 0), percent(1, 3), percent(2, 3), percent(3, 3)), (0, 33, 67, 100));
        assert_eq!(percent(1, 8), 13);
    }
}
