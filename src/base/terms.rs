//! The words of a text as searching compares them: in any script, without marks, the same for writing and asking.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of one term, at most: what is longer is no word, and would only fill the index.
const TERM_CHARS_MAX: usize = 40;

/// One term of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As it is compared: small letters, without accents and vowel marks. In scripts that put no space
    /// between words, two neighbouring letters.
    pub folded: String,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Whether the script puts no space between words.
    pub unspaced: bool,
}

/// The terms of a text, in order.
///
/// Words of scripts with spaces are one term each. Of Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese,
/// each two neighbours are one, and the last of a run stands alone too; so any run of two or more is a row of
/// terms, and one letter is the beginning of some term.
pub fn terms(text: &str) -> Vec<Term> {
    let mut found = Vec::new();
    let mut letters: Vec<Term> = Vec::new();
    let mut position = 0;
    for letter in text.chars() {
        let range = position..position + letter.len_utf8();
        position = range.end;
        if is_dropped(letter) {
            if let Some(last) = letters.last_mut() {
                last.range.end = range.end;
            }
            continue;
        }
        if !is_inside(letter) {
            end_run(&mut found, &mut letters);
            continue;
        }
        let joins = is_combining_mark(letter);
        let unspaced =
            if joins { letters.last().is_some_and(|last| last.unspaced) } else { is_unspaced(letter) };
        if letters.last().is_some_and(|last| last.unspaced != unspaced) {
            end_run(&mut found, &mut letters);
        }
        match letters.last_mut().filter(|_| joins || !unspaced) {
            Some(last) => {
                fold(letter, &mut last.folded);
                last.range.end = range.end;
            }
            None => {
                let mut folded = String::new();
                fold(letter, &mut folded);
                letters.push(Term { folded, range, unspaced });
            }
        }
    }
    end_run(&mut found, &mut letters);
    found
}

/// The terms on one line, as the index takes them.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for term in terms(text) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&term.folded);
    }
    line
}

fn end_run(found: &mut Vec<Term>, letters: &mut Vec<Term>) {
    for place in 0..letters.len() {
        let letter = &letters[place];
        let mut term = letter.clone();
        if letter.unspaced
            && let Some(next) = letters.get(place + 1)
        {
            term.folded.push_str(&next.folded);
            term.range.end = next.range.end;
        }
        if !term.folded.is_ascii() {
            term.folded = term.folded.nfc().collect();
        }
        if let Some((end, _)) = term.folded.char_indices().nth(TERM_CHARS_MAX) {
            term.folded.truncate(end);
        }
        if !term.folded.is_empty() {
            found.push(term);
        }
    }
    letters.clear();
}

/// Whether a word goes on through this letter.
fn is_inside(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

/// What people leave out as they like: accents written apart, the vowel marks of Arabic and Hebrew, the
/// lengthening stroke, joiners that are not seen.
fn is_dropped(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// Scripts in which a space does not end a word; and Korean, where words grow endings.
fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0e00..=0x0eff                      // Thai, Lao
        | 0x1000..=0x109f | 0x1780..=0x17ff  // Burmese, Khmer
        | 0x1100..=0x11ff | 0xac00..=0xd7a3  // Korean
        | 0x3005..=0x3007 | 0x3041..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f  // Japanese
        | 0x3100..=0x312f                    // Bopomofo
        | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff) // Han
}

/// Adds a letter as it is compared.
fn fold(letter: char, to: &mut String) {
    if letter.is_ascii() {
        to.push(letter.to_ascii_lowercase());
        return;
    }
    for small in letter.to_lowercase() {
        for piece in std::iter::once(small).nfkd() {
            match piece {
                piece if is_dropped(piece) => {}
                'ß' => to.push_str("ss"),
                'æ' => to.push_str("ae"),
                'œ' => to.push_str("oe"),
                'ø' => to.push('o'),
                'đ' | 'ð' => to.push('d'),
                'ł' => to.push('l'),
                'ı' => to.push('i'),
                'ς' => to.push('σ'),
                // Alef without its hook, the two letters that end Arabic words as people type them.
                '\u{671}' => to.push('\u{627}'),
                '\u{649}' | '\u{6cc}' => to.push('\u{64a}'),
                '\u{629}' => to.push('\u{647}'),
                '\u{6a9}' => to.push('\u{643}'),
                piece if is_inside(piece) => to.extend(piece.to_lowercase()),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_what_people_leave_out() {
        for (written, asked) in [
            ("Élodie’s Straße", "elodie s strasse"),
            ("НЕБО ёж", "небо еж"),
            ("مُحَمَّدٌ أَحْمَد", "محمد احمد"),
            ("إسلام آمنة مـدرسـة", "اسلام امنه مدرسه"),
            ("שָׁלוֹם", "שלום"),
            ("Ελλάς", "ελλας"),
            ("Ｆｕｌｌ ½", "full 12"),
            ("#birds_2 a-b", "birds 2 a b"),
            ("हिन्दी", "हिन्दी"),
        ] {
            assert_eq!(line(written), line(asked), "{written}");
        }
        assert_eq!(line("Élodie’s Straße"), "elodie s strasse");
        assert_eq!(line("مُحَمَّدٌ"), "محمد");
        assert_eq!(line(" … !? "), "");
    }

    #[test]
    fn scripts_without_spaces_are_cut_in_twos() {
        assert_eq!(line("我喜欢"), "我喜 喜欢 欢");
        assert_eq!(line("我喜，欢"), "我喜 喜 欢");
        assert_eq!(line("iPhone手机3"), "iphone 手机 机 3");
        assert_eq!(line("がく"), "がく く");
        assert_eq!(line("학교에"), "학교 교에 에");
        // A vowel or tone sign stays with its letter.
        assert_eq!(terms("ที่นี่").len(), 2);
        assert_eq!(terms("ภาษาไทย").first().map(|term| term.folded.as_str()), Some("ภา"));
    }

    #[test]
    fn a_term_knows_where_it_stands() {
        let text = "Ein Fluß, 中文";
        let found: Vec<&str> = terms(text).iter().map(|term| &text[term.range.clone()]).collect();
        assert_eq!(found, ["Ein", "Fluß", "中文", "文"]);
        let text = "مُحَمَّدٌ هنا";
        assert_eq!(&text[terms(text)[0].range.clone()], "مُحَمَّدٌ");
    }

    #[test]
    fn no_text_breaks_it() {
        for text in
            ["\u{301}\u{301}", "\u{0e31}", "a\u{0e31}b", "\u{200d}", &"x".repeat(100_000), "🙂👩‍🚀", "ﷺ"]
        {
            for term in terms(text) {
                assert!(text.get(term.range.clone()).is_some(), "{text}");
                assert!(term.folded.chars().count() <= TERM_CHARS_MAX);
                assert!(
                    !term.folded.contains(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()),
                    "{term:?}"
                );
            }
        }
    }
}
