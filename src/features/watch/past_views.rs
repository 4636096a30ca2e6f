//! The HTML of what a rule would have matched, did match, and is worth.

use super::look::Past;
use super::pages::Tried;
use super::worth::Worth;
use crate::lang::Lang;
use crate::ui::{self, Icon};
use maud::{Markup, html};

/// Characters round a match that a sample shows.
const ROUND: usize = 80;

/// What trying gave: the text with what matched.
pub(super) fn outcome(lang: &Lang, tried: &Tried) -> Markup {
    let exact = tried.hits.iter().filter(|hit| !hit.possible).count() as i64;
    let possible = tried.hits.len() as i64 - exact;
    let spans: Vec<(usize, usize)> = tried.hits.iter().map(|hit| (hit.from, hit.to)).collect();
    html! {
        section.card role="status" {
            h2.card-title { (lang.watch_tried()) }
            p { (lang.watch_tried_exact(exact)) " " (lang.watch_tried_possible(possible)) }
            p dir="auto" { (highlighted(&tried.text, &spans)) }
        }
    }
}

/// What the rule would have matched in the last thirty days.
pub(super) fn past(lang: &Lang, past: &Past) -> Markup {
    html! {
        section.card role="status" {
            h2.card-title { (lang.watch_past()) }
            p { (lang.watch_past_count(past.matched)) " " (lang.watch_past_looked(past.looked)) }
            p.soft { (lang.watch_past_about()) }
            @if !past.samples.is_empty() {
                ul.list {
                    @for sample in &past.samples {
                        @let (text, spans) = excerpt(&sample.text, &sample.spans);
                        li {
                            span dir="auto" { (highlighted(text, &spans)) } " "
                            @if sample.possible { span.chip { (lang.watch_possible()) } " " }
                            a href=(sample.address) { (lang.desk_see_in_place()) }
                        }
                    }
                }
                p { strong { (lang.watch_past_save()) } }
            }
        }
    }
}

/// What is known of its matches.
pub(super) fn worth(lang: &Lang, worth: Worth) -> Markup {
    html! {
        @if worth.quarter > 0 || worth.judged() > 0 {
            section.card {
                h2.card-title { (ui::icon(Icon::ChartBar)) (lang.watch_worth()) }
                p { (lang.watch_worth_hits(worth.week, worth.month, worth.quarter)) }
                @if worth.judged() > 0 {
                    p { (lang.watch_worth_judged(worth.right, worth.judged(), worth.wrong, worth.harmless)) }
                }
                @if worth.suggests_end() { (ui::state(Icon::InfoCircle, lang.watch_worth_end())) }
            }
        }
    }
}

/// The text round the first match, and the matches in it.
fn excerpt<'a>(text: &'a str, spans: &[(usize, usize)]) -> (&'a str, Vec<(usize, usize)>) {
    let Some((first, last)) = spans.first().copied() else { return (text, Vec::new()) };
    let mut from = first.saturating_sub(ROUND);
    let mut to = (last + ROUND).min(text.len());
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let inside = spans.iter().filter(|(begin, end)| *begin >= from && *end <= to);
    (text.get(from..to).unwrap_or_default(), inside.map(|(begin, end)| (begin - from, end - from)).collect())
}

/// A text in which these stretches of bytes, in order, are marked.
fn highlighted(text: &str, spans: &[(usize, usize)]) -> Markup {
    let mut pieces: Vec<(&str, bool)> = Vec::new();
    let mut place = 0;
    for (from, to) in spans {
        let from = (*from).max(place);
        if from >= *to {
            continue;
        }
        pieces.push((text.get(place..from).unwrap_or_default(), false));
        pieces.push((text.get(from..*to).unwrap_or_default(), true));
        place = *to;
    }
    pieces.push((text.get(place..).unwrap_or_default(), false));
    html! { @for (piece, marked) in pieces { @if marked { mark { (piece) } } @else { (piece) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matched_is_marked_and_nothing_is_lost() {
        let page = |text: &str, spans: &[(usize, usize)]| highlighted(text, spans).into_string();
        assert_eq!(page("a fool <b>", &[(2, 6)]), "a <mark>fool</mark> &lt;b&gt;");
        assert_eq!(page("ab", &[(0, 1), (0, 2)]), "<mark>a</mark><mark>b</mark>");
        assert_eq!(page("ab", &[]), "ab");
    }

    #[test]
    fn a_sample_is_short_and_cut_between_letters() {
        let text = format!("{}fool{}", "é".repeat(300), "é".repeat(300));
        let (short, spans) = excerpt(&text, &[(600, 604)]);
        assert!(short.len() < 300);
        assert_eq!(spans.iter().map(|(from, to)| &short[*from..*to]).collect::<Vec<_>>(), ["fool"]);
    }
}
