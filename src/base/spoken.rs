//! Thirty-two bytes as words: what people read out, type and compare on paper.
//!
//! Form 1: each byte is one of 256 words, by its place in `assets/words/sheet.txt` counted from 0; then a check word. Its
//! place is the sum, in the field of 256 elements with the polynomial x⁸+x⁴+x³+x²+1, of the bytes each times αⁿ, where α
//! is 2 and n counts from 32 at the first byte down to 1 at the last. So one wrong word, and two words that changed
//! places, are always noticed; of all other slips, 255 in 256. No two words share their first four letters, and each
//! differs from each other in at least two, so that what is misheard or cut short is still known or found out.

use std::sync::LazyLock;

/// Words of one hash: a byte each, and the check word.
pub const WORDS: usize = 33;
/// Letters by which a word is known.
const LETTERS_KNOWN: usize = 4;

static LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/words/sheet.txt")).lines().collect()
});

/// The words, in the order of their bytes.
pub fn list() -> &'static [&'static str] {
    &LIST
}

/// Why a text is no hash in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misread {
    /// This is none of the words.
    Unknown(String),
    /// There are so many words, and not 33.
    Count(usize),
    /// Each is a word, and together they cannot be right: one is another, or two changed places.
    Check,
}

/// Twice a number, in the field.
fn doubled(value: u8) -> u8 {
    (value << 1) ^ if value & 0x80 == 0 { 0 } else { 0x1d }
}

/// The byte of the check word.
fn check(bytes: &[u8; 32]) -> u8 {
    bytes.iter().fold(0, |sum, byte| doubled(sum ^ byte))
}

/// A hash as its 33 words.
pub fn words(bytes: &[u8; 32]) -> Vec<&'static str> {
    bytes
        .iter()
        .copied()
        .chain([check(bytes)])
        .filter_map(|byte| LIST.get(usize::from(byte)).copied())
        .collect()
}

/// Reads a hash as somebody typed it: 33 words, each known by its first four letters, in any case and with anything
/// between them but letters; or 64 hexadecimal digits.
///
/// # Errors
/// What is wrong with it, the first word that is none before all else.
pub fn read(text: &str) -> Result<[u8; 32], Misread> {
    let text = text.trim().to_lowercase();
    let plain: String = text.split_whitespace().collect();
    if let Ok(bytes) = data_encoding::HEXLOWER.decode(plain.as_bytes())
        && let Ok(bytes) = <[u8; 32]>::try_from(bytes)
    {
        return Ok(bytes);
    }
    let typed: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let mut places = Vec::with_capacity(typed.len());
    for word in &typed {
        places.push(place(word).ok_or_else(|| Misread::Unknown((*word).to_owned()))?);
    }
    if places.len() != WORDS {
        return Err(Misread::Count(places.len()));
    }
    let bytes: [u8; 32] = std::array::from_fn(|at| places[at]);
    if check(&bytes) == places[WORDS - 1] { Ok(bytes) } else { Err(Misread::Check) }
}

/// The byte of a word, where it is one of the list or begins as one does.
fn place(word: &str) -> Option<u8> {
    let begin = |word: &str| word.chars().take(LETTERS_KNOWN).collect::<String>();
    let typed = begin(word);
    let short = typed.chars().count() < LETTERS_KNOWN;
    let found = LIST.iter().position(|known| if short { *known == word } else { begin(known) == typed })?;
    u8::try_from(found).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> [u8; 32] {
        std::array::from_fn(|at| (at * 37 + 11) as u8)
    }

    #[test]
    fn the_list_has_256_words_that_nobody_takes_for_each_other() {
        assert_eq!(LIST.len(), 256);
        for (at, word) in LIST.iter().enumerate() {
            assert!((3..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
            for other in &LIST[at + 1..] {
                assert!(word < other, "in order: {word}, {other}");
                assert!(word.get(..4).unwrap_or(word) != other.get(..4).unwrap_or(other), "{word}, {other}");
                let differ = word.len() != other.len()
                    || word.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count() > 1;
                assert!(differ, "{word}, {other}");
            }
        }
    }

    #[test]
    fn what_is_said_in_words_is_read_back_however_it_is_typed() {
        for bytes in [some(), [0; 32], [255; 32]] {
            let words = words(&bytes);
            assert_eq!(words.len(), WORDS);
            assert_eq!(read(&words.join(" ")), Ok(bytes));
            let numbered: Vec<String> =
                (1..).zip(&words).map(|(at, word)| format!("{at}. {}", word.to_uppercase())).collect();
            assert_eq!(read(&numbered.join(",\n")), Ok(bytes));
            let short: Vec<&str> = words.iter().map(|word| word.get(..4).unwrap_or(word)).collect();
            assert_eq!(read(&short.join("-")), Ok(bytes));
            assert_eq!(read(&data_encoding::HEXUPPER.encode(&bytes)), Ok(bytes));
        }
    }

    #[test]
    fn one_wrong_word_and_two_that_changed_places_are_always_noticed() {
        let bytes = some();
        let said = words(&bytes);
        for at in 0..WORDS {
            for word in LIST.iter().filter(|word| **word != said[at]) {
                let mut wrong = said.clone();
                wrong[at] = word;
                assert_eq!(read(&wrong.join(" ")), Err(Misread::Check), "{word} at {at}");
            }
            for other in (at + 1..WORDS).filter(|other| said[*other] != said[at]) {
                let mut swapped = said.clone();
                swapped.swap(at, other);
                assert_eq!(read(&swapped.join(" ")), Err(Misread::Check), "{at} and {other}");
            }
        }
    }

    #[test]
    fn what_is_no_hash_says_why() {
        let mut said = words(&some());
        assert_eq!(read(""), Err(Misread::Count(0)));
        assert_eq!(read(&said[1..].join(" ")), Err(Misread::Count(32)));
        said[3] = "pelican";
        assert_eq!(read(&said.join(" ")), Err(Misread::Unknown("pelican".into())));
        assert_eq!(read("abc123"), Err(Misread::Unknown("abc".into())));
    }
}
