//! A phrase cut at its variables, so that filling it again is only joining.

use std::borrow::Cow;

use super::Value;

/// Places a phrase can keep: private-use characters that no keyboard makes.
const FIRST_MARK: char = '\u{f0000}';
const LAST_MARK: char = '\u{f0009}';

/// Keeps a place in a phrase for a piece of page, such as a link round a name. `number` is 0 to 9.
///
/// `pieces(&lang.commented(slot(0)))` then tells the text before, the place, and the text after.
pub fn slot(number: u8) -> Value<'static> {
    Value::Slot(number)
}

/// A part of a phrase in which places were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words of the phrase.
    Text(&'a str),
    /// The place with this number.
    Slot(usize),
}

/// Cuts a phrase at the places that [`slot`] kept, in the order in which this language has them.
pub fn pieces(phrase: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = phrase;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        if is_mark(first) {
            rest = &rest[first.len_utf8()..];
            return Some(Piece::Slot((first as usize).saturating_sub(FIRST_MARK as usize)));
        }
        let (text, after) = rest.split_at(rest.find(is_mark).unwrap_or(rest.len()));
        rest = after;
        Some(Piece::Text(text))
    })
}

/// The character that keeps place `number`; all above 9 share the last.
pub(super) fn mark(number: u8) -> char {
    char::from_u32(FIRST_MARK as u32 + u32::from(number)).filter(|found| is_mark(*found)).unwrap_or(LAST_MARK)
}

/// Takes such characters out of a person's text, so that nobody can write a place into a phrase.
pub(super) fn without_marks(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(is_mark) { Cow::Owned(text.replace(is_mark, "")) } else { text }
}

fn is_mark(letter: char) -> bool {
    (FIRST_MARK..=LAST_MARK).contains(&letter)
}

/// A phrase that was formatted once with places for its variables.
#[derive(Debug, Default)]
pub(super) struct Template {
    /// The words before each place, and the number of the place.
    parts: Box<[(Box<str>, usize)]>,
    tail: Box<str>,
}

impl Template {
    /// Cuts a phrase that was formatted with [`slot`]s.
    pub(super) fn cut(phrase: &str) -> Template {
        let mut parts = Vec::new();
        let mut words = "";
        for piece in pieces(phrase) {
            match piece {
                Piece::Text(text) => words = text,
                Piece::Slot(number) => parts.push((std::mem::take(&mut words).into(), number)),
            }
        }
        Template { parts: parts.into(), tail: words.into() }
    }

    /// The phrase with each place filled; a place without a value stays empty.
    pub(super) fn fill(&self, values: &[&str]) -> String {
        let size = self.tail.len()
            + self.parts.iter().map(|(words, _)| words.len()).sum::<usize>()
            + values.iter().map(|value| value.len()).sum::<usize>();
        let mut filled = String::with_capacity(size);
        for (words, number) in &self.parts {
            filled.push_str(words);
            filled.push_str(values.get(*number).copied().unwrap_or_default());
        }
        filled.push_str(&self.tail);
        filled
    }
}
