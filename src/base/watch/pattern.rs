//! One pattern: what may be one, and how it is compared in exact form.

use super::canon::{Letter, exact, is_unspaced, is_word, typed};
use super::{Kind, Rule};
use crate::base::limits;

/// Characters that may stand between two words of a phrase.
pub(super) const GAP_MAX: usize = 3;
/// Letters that a pattern which also matches inside words has at least.
const ANYWHERE_LETTERS_MIN: usize = 4;

/// What is wrong with a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Nothing.
    Well,
    /// There is nothing to compare in it.
    Empty,
    /// It has too many characters.
    Long,
    /// A `*` that is not at an end, or a kind that takes none.
    Star,
    /// Several words, and it is no phrase.
    Words,
    /// One word, and it is a phrase.
    OneWord,
    /// Too few letters to be looked for inside words.
    FewLetters,
}

/// May this be a pattern of this kind?
pub fn fit(pattern: &str, kind: Kind) -> Fit {
    let length = pattern.chars().count();
    if length > limits::WATCH_PATTERN_CHARS_MAX {
        return Fit::Long;
    }
    let pattern = pattern.trim();
    let inner = pattern.strip_prefix('*').unwrap_or(pattern);
    let inner = inner.strip_suffix('*').unwrap_or(inner);
    let stars = matches!(kind, Kind::Word | Kind::Phrase) || pattern == inner;
    if inner.contains('*') && kind != Kind::Anywhere || !stars || (pattern != inner && inner.is_empty()) {
        return Fit::Star;
    }
    let letters = exact(&typed(inner));
    let words = letters.split(|letter| letter.sign == ' ').filter(|word| !word.is_empty()).count();
    match kind {
        _ if words == 0 => Fit::Empty,
        Kind::Phrase if wordy(&letters) < 2 => Fit::OneWord,
        Kind::Word | Kind::Prefix | Kind::Anywhere if words > 1 => Fit::Words,
        Kind::Anywhere if !letters.iter().any(|letter| is_unspaced(letter.sign)) => {
            let count = letters.iter().filter(|letter| letter.sign.is_alphabetic()).count();
            if count < ANYWHERE_LETTERS_MIN { Fit::FewLetters } else { Fit::Well }
        }
        _ => Fit::Well,
    }
}

/// How many words of letters and numbers there are.
fn wordy(letters: &[Letter]) -> usize {
    letters.split(|letter| !is_word(letter.sign)).filter(|word| !word.is_empty()).count()
}

/// A pattern, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    /// In exact form; a space is the gap between two words of a phrase.
    pub signs: Box<[char]>,
    /// `*` before it: letters of the same word may stand before.
    pub open_start: bool,
    /// `*` after it, or a kind that has it by itself.
    pub open_end: bool,
    /// Is there to be no letter on either side?
    pub bounded: bool,
    /// Has it characters that are neither word nor gap?
    pub is_literal: bool,
}

impl Pattern {
    pub(super) fn of(rule: &Rule) -> Option<Pattern> {
        Pattern::new(&rule.pattern, rule.kind)
    }

    /// An exception is a word or several, with `*` at an end.
    pub(super) fn exception(text: &str) -> Option<Pattern> {
        Pattern::new(text, Kind::Phrase)
    }

    fn new(text: &str, kind: Kind) -> Option<Pattern> {
        let text = text.trim();
        let star = matches!(kind, Kind::Word | Kind::Phrase);
        let inner = text.strip_prefix('*').filter(|_| star).unwrap_or(text);
        let open_start = inner.len() < text.len();
        let core = inner.strip_suffix('*').filter(|_| star).unwrap_or(inner);
        let open_end = core.len() < inner.len() || kind == Kind::Prefix;
        let letters = exact(&typed(core.trim()));
        let mut signs: Vec<char> = letters.iter().map(|letter| letter.sign).collect();
        if kind == Kind::Phrase && wordy(&letters) > 1 {
            let words = signs.split(|sign| !is_word(*sign)).filter(|word| !word.is_empty());
            signs = words.collect::<Vec<_>>().join(&' ');
        }
        if signs.is_empty() {
            return None;
        }
        let bounded = kind != Kind::Anywhere && !signs.iter().any(|sign| is_unspaced(*sign));
        let is_literal = signs.iter().any(|sign| !is_word(*sign) && *sign != ' ');
        Some(Pattern { signs: signs.into(), open_start, open_end, bounded, is_literal })
    }

    /// Does it stand here in a text in exact form? The first letter and the one after the last.
    pub(super) fn stands(&self, text: &[Letter], at: usize) -> Option<(usize, usize)> {
        let mut place = at;
        for sign in &self.signs {
            if *sign == ' ' {
                place = after_gap(text, place)?;
            } else if text.get(place)?.sign == *sign {
                place += 1;
            } else {
                return None;
            }
        }
        self.within_bounds(text, at, place)
    }

    /// The match from `at` to `end`, as far as it reaches, if what stands round it lets it be one.
    pub(super) fn within_bounds(&self, text: &[Letter], at: usize, end: usize) -> Option<(usize, usize)> {
        let word = |place: usize| text.get(place).is_some_and(|letter| is_word(letter.sign));
        let (mut from, mut to) = (at, end);
        while self.open_start && from > 0 && word(from - 1) {
            from -= 1;
        }
        while self.open_end && word(to) {
            to += 1;
        }
        let apart = !self.bounded || ((from == 0 || !word(from - 1)) && !word(to));
        apart.then_some((from, to))
    }
}

/// The place after one to three characters that are part of no word.
pub(super) fn after_gap(text: &[Letter], place: usize) -> Option<usize> {
    let gap = text[place..].iter().take(GAP_MAX + 1).take_while(|letter| !is_word(letter.sign)).count();
    (1..=GAP_MAX).contains(&gap).then_some(place + gap)
}
