//! Sign-in names made from shown names, for staff who have better things to do than inventing them.

use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// Characters of a made name before its number: the most that a sign-in name may have, less room for
/// a number of five figures.
const CHARS_MAX: usize = 27;

/// Where nothing of a name can be written in a–z.
const PLAIN: &str = "person";

/// The sign-in name that fits a shown name, before looking whether it is free: its first and its last
/// word in a–z and numbers, joined by a dot. "Ana María Núñez" is `ana.nunez`.
pub fn wished(shown_name: &str) -> String {
    let words: Vec<String> = shown_name
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(folded)
        .filter(|w| !w.is_empty())
        .collect();
    let mut name = match words.as_slice() {
        [] => PLAIN.to_owned(),
        [only] => only.clone(),
        [first, .., last] => format!("{first}.{last}"),
    };
    name.truncate(CHARS_MAX);
    let name = name.trim_end_matches('.');
    if name.len() < 2 { format!("{name}1") } else { name.to_owned() }
}

/// The wished name where nobody has it, or the wished name with the smallest number from 2 that is free.
pub fn free(wished: &str, taken: &HashSet<String>) -> String {
    if !taken.contains(wished) {
        return wished.to_owned();
    }
    let numbered = (2..100_000).map(|number| format!("{wished}{number}"));
    numbered.into_iter().find(|name| !taken.contains(name)).unwrap_or_else(|| wished.to_owned())
}

/// A word in a–z and numbers: marks dropped, Latin letters that do not decompose spelt out.
fn folded(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for letter in word.nfkd().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => plain.push(letter),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'ħ' => plain.push('h'),
            'ŧ' => plain.push('t'),
            'ı' => plain.push('i'),
            _ => (),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text;

    #[test]
    fn a_sign_in_name_is_the_shown_name_in_plain_letters() {
        let cases = [
            ("Ana Berg", "ana.berg"),
            ("ANA   BERG", "ana.berg"),
            ("Ana María Núñez", "ana.nunez"),
            ("Jürgen Groß", "jurgen.gross"),
            ("Łukasz Świątek", "lukasz.swiatek"),
            ("Søren Åkjær", "soren.akjaer"),
            ("Jean-Luc Picard", "jean.picard"),
            ("O’Hara", "ohara"),
            ("Tom", "tom"),
            ("Ms Fox", "ms.fox"),
            ("Ana (5B)", "ana.5b"),
            ("X", "x1"),
            ("李小龙", "person"),
            ("ليلى حسن", "person"),
            ("", "person"),
            ("Ａｎａ Ｂｅｒｇ", "ana.berg"),
            ("İpek Yılmaz", "ipek.yilmaz"),
        ];
        for (shown, expected) in cases {
            assert_eq!(wished(shown), expected, "{shown}");
        }
    }

    #[test]
    fn every_made_name_may_be_a_sign_in_name() {
        let long = "Maximiliana-Theodora Wolfeschlegelsteinhausenbergerdorff".repeat(3);
        for shown in ["", "X", "…", "- -", "ß", ". Berg", long.as_str(), "a b c d e f"] {
            let name = wished(shown);
            let numbered = free(&name, &HashSet::from([name.clone()]));
            for name in [name, numbered] {
                assert_eq!(text::username("u", &name).ok().as_deref(), Some(name.as_str()), "{shown}");
            }
        }
    }

    #[test]
    fn the_next_ana_berg_gets_the_next_number() {
        let taken: HashSet<String> = ["ana.berg", "ana.berg2", "ana.berg4"].map(str::to_owned).into();
        assert_eq!(free("ana.berg", &taken), "ana.berg3");
        assert_eq!(free("tom.bauer", &taken), "tom.bauer");
    }
}
