//! The exact form of a text: one spelling for what Unicode can write in several, with the way back to the original.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_script::{Script, UnicodeScript};

/// One character and the bytes of the original from which it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// As it is compared.
    pub sign: char,
    /// As it was typed: the first character of what became this one.
    pub typed: char,
    pub from: u32,
    pub to: u32,
}

/// The characters of a text, each with its bytes.
pub(super) fn typed(text: &str) -> Vec<Letter> {
    let letter = |(place, sign): (usize, char)| Letter {
        sign,
        typed: sign,
        from: place as u32,
        to: (place + sign.len_utf8()) as u32,
    };
    text.char_indices().map(letter).collect()
}

/// A pattern, or any short text, in exact form.
pub fn fold(text: &str) -> String {
    exact(&typed(text)).iter().map(|letter| letter.sign).collect()
}

/// The exact form: NFKC without what is not seen, case folded, without marks on letters of Latin, Greek and Cyrillic,
/// with one apostrophe and single spaces.
pub(super) fn exact(typed: &[Letter]) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::with_capacity(typed.len());
    let mut place = 0;
    while let Some(letter) = typed.get(place) {
        let follows = |letter: &Letter| !letter.sign.is_ascii() && goes_with_the_one_before(letter.sign);
        let end = place + 1 + typed[place + 1..].iter().take_while(|letter| follows(letter)).count();
        if letter.sign.is_ascii() && end == place + 1 {
            push(&mut out, letter, letter.sign.to_ascii_lowercase(), letter.to);
        } else {
            cluster(&mut out, &typed[place..end]);
        }
        place = end;
    }
    out
}

/// One character with the marks on it.
fn cluster(out: &mut Vec<Letter>, cluster: &[Letter]) {
    let (Some(first), Some(last)) = (cluster.first(), cluster.last()) else { return };
    let shown: String = cluster.iter().map(|letter| letter.sign).filter(|sign| !is_unseen(*sign)).collect();
    let joins =
        |sign: char| is_joiner(sign) && out.last().is_some_and(|before| needs_joiners(before.typed.script()));
    if let Some(joiner) = cluster.iter().find(|letter| joins(letter.sign)).filter(|_| shown.is_empty()) {
        out.push(*joiner);
        return;
    }
    for sign in shown.nfkc() {
        for folded in std::iter::once(sign).default_case_fold() {
            let base = base(folded);
            if is_combining_mark(base) && out.last().is_some_and(|before| loses_marks(before.sign)) {
                continue;
            }
            push(out, first, base, last.to);
        }
    }
}

fn push(out: &mut Vec<Letter>, first: &Letter, sign: char, to: u32) {
    let sign = match sign {
        sign if sign.is_whitespace() => ' ',
        '‘' | '’' | 'ʼ' => '\'',
        sign => sign,
    };
    match out.last_mut() {
        Some(before) if sign == ' ' && before.sign == ' ' => before.to = to,
        _ => out.push(Letter { sign, typed: first.sign, from: first.from, to }),
    }
}

/// The letter without the marks on it, where its script loses them.
fn base(sign: char) -> char {
    if sign.is_ascii() {
        return sign;
    }
    let mut decomposed = std::iter::once(sign).nfd();
    match (decomposed.next(), decomposed.next()) {
        (Some(base), Some(mark)) if is_combining_mark(mark) && loses_marks(base) => base,
        _ => sign,
    }
}

fn loses_marks(sign: char) -> bool {
    sign.is_ascii_alphabetic() || matches!(sign.script(), Script::Latin | Script::Greek | Script::Cyrillic)
}

/// Does this make one with the character before it: a mark, a later part of a Hangul syllable, or what is not seen?
fn goes_with_the_one_before(sign: char) -> bool {
    canonical_combining_class(sign) != 0
        || is_combining_mark(sign)
        || (is_unseen(sign) && !is_joiner(sign))
        || matches!(sign, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}' | '\u{ff9e}' | '\u{ff9f}')
}

fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200c}' | '\u{200d}')
}

/// Is this sort of script written with joiners, so that they are part of its spelling?
fn needs_joiners(script: Script) -> bool {
    use Script::{Arabic, Bengali, Devanagari, Gujarati, Gurmukhi, Kannada, Khmer, Malayalam, Mongolian};
    use Script::{Myanmar, Nko, Oriya, Sinhala, Syriac, Tamil, Telugu, Tibetan};
    matches!(
        script,
        Arabic | Bengali | Devanagari | Gujarati | Gurmukhi | Kannada | Khmer | Malayalam | Mongolian
    ) || matches!(script, Myanmar | Nko | Oriya | Sinhala | Syriac | Tamil | Telugu | Tibetan)
}

/// Characters that a page may leave out (Unicode: Default_Ignorable_Code_Point), and other controls.
pub(super) fn is_unseen(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Is this part of a word: a letter, mark, number, connector, or a joiner that was kept?
pub(super) fn is_word(sign: char) -> bool {
    if sign.is_ascii() {
        return sign.is_ascii_alphanumeric() || sign == '_';
    }
    sign.is_alphanumeric()
        || is_combining_mark(sign)
        || is_joiner(sign)
        || matches!(sign, '‿' | '⁀' | '⁔' | '︳' | '︴' | '﹍'..='﹏')
}

/// Does a joiner stand there? The loose form leaves it out.
pub(super) fn is_kept_joiner(letter: &Letter) -> bool {
    is_joiner(letter.sign)
}

/// Is this a script without spaces between words, so that a word has no end to look for?
pub(super) fn is_unspaced(sign: char) -> bool {
    use Script::{Han, Hiragana, Katakana, Khmer, Lao, Myanmar, Thai};
    !sign.is_ascii() && matches!(sign.script(), Han | Hiragana | Katakana | Khmer | Lao | Myanmar | Thai)
}

/// The letters as one string, with the number of the letter for each byte.
pub(super) fn bytes_of(letters: impl Iterator<Item = char>) -> (String, Vec<u32>) {
    let (low, _) = letters.size_hint();
    let (mut text, mut places) = (String::with_capacity(low), Vec::with_capacity(low + 1));
    for (number, sign) in letters.enumerate() {
        text.push(sign);
        places.resize(text.len(), number as u32);
    }
    (text, places)
}
