//! The place in a text where something was found, with the words that were looked for marked. Pure.

use super::query::{Phrase, Query};
use crate::base::limits;
use crate::base::terms::{Term, terms};
use std::ops::Range;

/// A stretch of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its words.
    pub words: String,
    /// Was it looked for?
    pub marked: bool,
}

/// Characters before the first mark.
const BEFORE: usize = 60;

/// The part of a plain text round the first place where it says what was looked for.
pub fn excerpt(text: &str, query: &Query) -> Vec<Stretch> {
    let marks = marks(text, query);
    let first = marks.first().map_or(0, |mark| mark.start);
    let begin = beginning(text, first);
    let end = text[begin..]
        .char_indices()
        .nth(limits::SEARCH_EXCERPT_CHARS)
        .map_or(text.len(), |(place, _)| word_end(text, begin + place));
    let mut stretches = Vec::new();
    let mut push = |words: &str, marked: bool| {
        if !words.is_empty() {
            stretches.push(Stretch { words: words.to_owned(), marked });
        }
    };
    if begin > 0 {
        push("…", false);
    }
    let mut position = begin;
    for mark in marks.into_iter().filter(|mark| mark.start >= begin && mark.end <= end) {
        push(&text[position..mark.start], false);
        push(&text[mark.clone()], true);
        position = mark.end;
    }
    push(&text[position..end], false);
    if end < text.len() {
        push("…", false);
    }
    stretches
}

/// Where an excerpt begins, so that there are some words before the first mark.
fn beginning(text: &str, first: usize) -> usize {
    let before: Vec<(usize, char)> = text[..first].char_indices().rev().take(BEFORE).collect();
    let Some((furthest, _)) = before.last().copied().filter(|(place, _)| *place > 0) else { return 0 };
    let space = before.iter().rev().find(|(_, letter)| letter.is_whitespace());
    space.map_or(furthest, |(place, letter)| place + letter.len_utf8())
}

/// The end of the word before a place, or the place where there is no such end near.
fn word_end(text: &str, place: usize) -> usize {
    let near = text[..place].char_indices().rev().take(20).find(|(_, letter)| letter.is_whitespace());
    near.map_or(place, |(end, _)| end)
}

/// Does a text say everything that was looked for?
pub fn says_all(text: &str, query: &Query) -> bool {
    let found = terms(text);
    query.phrases.iter().all(|phrase| found.windows(phrase.terms.len()).any(|row| says(row, phrase)))
}

/// Every place where a text says one of the phrases, in order and apart.
fn marks(text: &str, query: &Query) -> Vec<Range<usize>> {
    let found = terms(text);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for phrase in &query.phrases {
        let length = phrase.terms.len();
        for row in found.windows(length).filter(|row| says(row, phrase)) {
            marks.push(row[0].range.start..row[length - 1].range.end);
        }
    }
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match apart.last_mut().filter(|last| mark.start < last.end) {
            Some(last) => last.end = last.end.max(mark.end),
            None => apart.push(mark),
        }
    }
    apart
}

fn says(row: &[Term], phrase: &Phrase) -> bool {
    let last = phrase.terms.len() - 1;
    row.iter().zip(&phrase.terms).enumerate().all(|(place, (term, asked))| {
        term.folded == *asked
            || (phrase.beginning && place == last && term.folded.starts_with(asked.as_str()))
    })
}
