//! What somebody typed, as phrases, and as the engine's own words. Pure: nothing that is typed is an error.

use crate::base::limits;
use crate::base::terms::{Term, terms};

/// Terms in a row; the last may be only the beginning of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub terms: Vec<String>,
    pub beginning: bool,
}

/// All phrases of a search: each must be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) phrases: Vec<Phrase>,
}

impl Query {
    /// Reads what was typed: words stand for themselves, quotes hold a phrase together, and the last word
    /// may be unfinished.
    pub fn read(typed: &str) -> Query {
        let mut phrases = Vec::new();
        let pieces: Vec<&str> = typed.split(['"', '“', '”', '„', '«', '»']).collect();
        let last = pieces.len() - 1;
        for (place, piece) in pieces.iter().enumerate() {
            // A quote that was never closed is as good as closed.
            if place % 2 == 1 {
                phrases.extend(held_together(&terms(piece)));
            } else {
                for word in piece.split_whitespace() {
                    phrases.extend(held_together(&terms(word)));
                }
                let unfinished = place == last && !piece.ends_with(char::is_whitespace);
                if let Some(phrase) = phrases.last_mut().filter(|_| unfinished && !piece.trim().is_empty()) {
                    let typed = phrase.terms.last().map_or(0, |term| term.chars().count());
                    phrase.beginning |= typed > 1;
                }
            }
        }
        phrases.truncate(limits::SEARCH_PHRASES_MAX);
        Query { phrases }
    }

    /// Is there no word in it?
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// For the indexes of names, where there is any word.
    pub(super) fn names(&self) -> Option<String> {
        let words: Vec<String> = self.phrases.iter().map(Phrase::asked).collect();
        (!words.is_empty()).then(|| words.join(" AND "))
    }

    /// For the index of texts: the phrases, among what has one of `circle` and all of `narrow`.
    pub(super) fn items(&self, circle: &[String], narrow: &[Vec<String>]) -> String {
        let mut parts = Vec::new();
        if let Some(words) = self.names() {
            parts.push(format!("(text : ({words}))"));
        }
        for any in std::iter::once(circle).chain(narrow.iter().map(Vec::as_slice)) {
            let any: Vec<String> = any.iter().map(|word| format!("\"{word}\"")).collect();
            parts.push(format!("(who : ({}))", any.join(" OR ")));
        }
        parts.join(" AND ")
    }
}

impl Phrase {
    /// In the engine's words. Terms hold only letters and digits, so that nothing needs to be escaped.
    fn asked(&self) -> String {
        format!("\"{}\"{}", self.terms.join(" "), if self.beginning { " *" } else { "" })
    }
}

/// The phrases of one piece. A run of a script without spaces is a phrase of its own: how it ends in the
/// index says nothing about what comes after it.
fn held_together(found: &[Term]) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut begins_anew = true;
    let mut run = 0;
    for (place, term) in found.iter().enumerate() {
        let ends_run = term.unspaced
            && found.get(place + 1).is_none_or(|next| !next.unspaced || next.range.start >= term.range.end);
        if term.unspaced {
            run += 1;
            if run == 1 {
                phrases.push(Phrase { terms: vec![term.folded.clone()], beginning: ends_run });
            } else if !ends_run && let Some(phrase) = phrases.last_mut() {
                phrase.terms.push(term.folded.clone());
            }
            if ends_run {
                run = 0;
            }
            begins_anew = true;
            continue;
        }
        match phrases.last_mut().filter(|_| !begins_anew) {
            Some(phrase) => phrase.terms.push(term.folded.clone()),
            None => phrases.push(Phrase { terms: vec![term.folded.clone()], beginning: false }),
        }
        begins_anew = false;
    }
    phrases
}
