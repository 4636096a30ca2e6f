//! Names that do not go out: every place where somebody is named says "Person 1" instead.

use super::Told;
use crate::features::desk::Who;
use std::collections::{BTreeMap, HashMap};

/// Letters of a part of a name from which on it is found inside of other words, too. Shorter ones only as whole words: a
/// text in which each "al" was taken out could not be read.
const INSIDE_LETTERS: usize = 4;
/// Letters of a part of a name, at least.
const PART_LETTERS_MIN: usize = 2;

/// Who is not named, and as whom they stand.
#[derive(Default)]
pub(super) struct Veil {
    people: BTreeMap<i64, (Told, String)>,
    /// Names in small letters, the longest first, each with what stands for it.
    names: Vec<(Vec<char>, String)>,
}

impl Veil {
    /// These people stand as chosen; `label` says what stands for the first, second, … who is not named.
    pub(super) fn new(
        chosen: &BTreeMap<i64, Told>,
        people: &HashMap<i64, Who>,
        label: impl Fn(usize) -> String,
    ) -> Veil {
        let mut veil = Veil::default();
        for (person, told) in chosen.iter().filter(|(_, told)| **told != Told::Named) {
            let label = label(veil.people.len() + 1);
            if let Some(who) = people.get(person) {
                let parts = who.shown_name.split(|c: char| !c.is_alphanumeric());
                let whole = [who.shown_name.as_str(), who.username.as_str()];
                for name in whole.into_iter().chain(parts) {
                    let name = small(name);
                    if name.len() >= PART_LETTERS_MIN {
                        veil.names.push((name, label.clone()));
                    }
                }
            }
            veil.people.insert(*person, (*told, label));
        }
        veil.names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        veil
    }

    /// As whom somebody stands who is not named.
    pub(super) fn label(&self, person: i64) -> Option<&str> {
        self.people.get(&person).map(|(_, label)| label.as_str())
    }

    /// Are their words left out?
    pub(super) fn is_out(&self, person: i64) -> bool {
        self.people.get(&person).is_some_and(|(told, _)| *told == Told::Out)
    }

    /// The text without their names; the same text where it names none of them.
    pub(super) fn over(&self, text: &str) -> String {
        let (letters, low) = (text.chars().collect::<Vec<_>>(), small(text));
        let mut said = String::with_capacity(text.len());
        let mut at = 0;
        while at < letters.len() {
            let word = |place: usize| letters.get(place).is_some_and(|c| c.is_alphanumeric());
            let found = self.names.iter().find(|(name, _)| {
                let inside = name.len() >= INSIDE_LETTERS;
                let alone = (at == 0 || !word(at - 1)) && !word(at + name.len());
                low[at..].starts_with(name) && (inside || alone)
            });
            match found {
                Some((name, label)) => {
                    said.push_str(label);
                    at += name.len();
                }
                None => {
                    said.push(letters[at]);
                    at += 1;
                }
            }
        }
        said
    }

    /// Does a text name one of them?
    pub(super) fn names(&self, text: &str) -> bool {
        self.over(text) != text
    }
}

/// A text in small letters, one for each: so that places stay the same.
fn small(text: &str) -> Vec<char> {
    text.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn veil() -> Veil {
        let who = |username: &str, shown_name: &str| Who {
            username: username.into(),
            shown_name: shown_name.into(),
            picture: None,
        };
        let people = HashMap::from([
            (1, who("mia.okafor", "Mia Okafor")),
            (2, who("al", "Al Ö")),
            (3, who("tom", "Tom")),
        ]);
        let chosen = BTreeMap::from([(1, Told::Veiled), (2, Told::Out), (3, Told::Named)]);
        Veil::new(&chosen, &people, |number| format!("Person {number}"))
    }

    #[test]
    fn a_name_is_found_in_every_form_and_inside_of_words() {
        let veil = veil();
        for (said, expected) in [
            ("Mia Okafor wrote it", "Person 1 wrote it"),
            ("@mia.okafor!", "@Person 1!"),
            ("MIA did, and Okaforish Tom", "Person 1 did, and Person 1ish Tom"),
            ("Al’s, al and also palm", "Person 2’s, Person 2 and also palm"),
            ("miasma", "miasma"),
            ("", ""),
        ] {
            assert_eq!(veil.over(said), expected);
            assert_eq!(veil.names(said), said != expected);
        }
    }

    #[test]
    fn who_is_named_has_no_label_and_who_is_left_out_has_no_words() {
        let veil = veil();
        assert_eq!((veil.label(1), veil.label(2), veil.label(3)), (Some("Person 1"), Some("Person 2"), None));
        assert_eq!((veil.is_out(1), veil.is_out(2), veil.is_out(3)), (false, true, false));
    }
}
