//! What may stand in a phrase: a text, a number, or a place kept for a piece of page.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use super::template;

/// Something that stands in a phrase. Texts and whole numbers turn into it by themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// A text, shown as it is.
    Text(Cow<'a, str>),
    /// A whole number: chooses the plural form, and is written with the marks of the language.
    Number(i64),
    /// The place of a piece of page; see [`super::slot`].
    Slot(u8),
}

/// Begins a stretch whose direction is found from its own letters (U+2068).
const ISOLATE: char = '\u{2068}';
/// Ends it (U+2069).
const END_OF_ISOLATE: char = '\u{2069}';

impl<'a> Value<'a> {
    /// The value as Fluent takes it. Text whose direction may differ from the sentence's is isolated, so
    /// that an Arabic name in an English sentence, or the reverse, does not move the words around it.
    pub(super) fn for_fluent(self, right_to_left: bool) -> FluentValue<'a> {
        match self {
            Value::Number(number) => FluentValue::from(number),
            Value::Slot(number) => FluentValue::from(template::mark(number).to_string()),
            Value::Text(text) => FluentValue::String(apart(text, right_to_left)),
        }
    }
}

/// A text that moves nothing round it, whatever its direction: isolated where directions can mix.
pub(super) fn apart(text: Cow<'_, str>, right_to_left: bool) -> Cow<'_, str> {
    if text.is_ascii() && !right_to_left {
        return text;
    }
    let text = template::without_marks(text);
    if right_to_left || text.chars().any(reads_from_the_right) {
        Cow::Owned(format!("{ISOLATE}{text}{END_OF_ISOLATE}"))
    } else {
        text
    }
}

/// Whether a letter belongs to a block that Unicode reserves for right-to-left scripts (Hebrew to Arabic
/// Extended-A, their presentation forms, and the two such ranges of plane 1).
fn reads_from_the_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Value::Text(text)
    }
}

macro_rules! from_whole_numbers {
    ($($kind:ty)*) => {$(
        impl From<$kind> for Value<'_> {
            fn from(number: $kind) -> Self {
                Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

from_whole_numbers!(u8 u16 u32 u64 usize i32 i64);
