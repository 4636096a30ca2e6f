//! What stands beside somebody's Home, kept for them alone until an act may have changed it.

use crate::base::AccountId;
use crate::features::posts::Choices;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes kept at most, about; when full, all are dropped and looked up again as people come.
const BYTES_MAX: usize = 2 << 20;

/// The groups and aspects of those who were here: each person's own names, which change seldom, and only by acts
/// after which feeds are worked out anew (`Act::changes_feeds`).
#[derive(Default)]
pub struct Besides(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    kept: HashMap<AccountId, Beside>,
    bytes: usize,
}

/// What stands beside one Home.
#[derive(Clone)]
pub(super) struct Beside {
    /// Of what age the feeds were before it was looked up.
    pub(super) age: u64,
    /// The language in which it was drawn.
    pub(super) lang: &'static str,
    /// The groups and aspects, for the composer.
    pub(super) choices: Arc<Choices>,
    /// All of it as HTML.
    pub(super) html: Arc<str>,
}

impl Besides {
    /// What was kept for this person, if nothing can have changed since.
    pub(super) fn find(&self, me: AccountId, age: u64, lang: &str) -> Option<Beside> {
        let shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.kept.get(&me).filter(|kept| kept.age == age && kept.lang == lang).cloned()
    }

    /// Keeps what was just looked up for this person.
    pub(super) fn keep(&self, me: AccountId, beside: Beside) {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // The names stand in the HTML, and once more in the choices.
        let bytes = |beside: &Beside| 2 * beside.html.len();
        if shelf.bytes + bytes(&beside) > BYTES_MAX {
            *shelf = Shelf::default();
        }
        shelf.bytes += bytes(&beside);
        if let Some(old) = shelf.kept.insert(me, beside) {
            shelf.bytes -= bytes(&old);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(age: u64, html: &str) -> Beside {
        Beside { age, lang: "en", choices: Arc::default(), html: html.into() }
    }

    #[test]
    fn it_is_found_by_its_owner_alone_and_only_while_nothing_can_have_changed() {
        let (besides, mia, tom) = (Besides::default(), AccountId(3), AccountId(4));
        besides.keep(mia, beside(7, "Class 5B"));
        assert!(besides.find(mia, 7, "en").is_some_and(|kept| &*kept.html == "Class 5B"));
        assert!(besides.find(tom, 7, "en").is_none());
        assert!(besides.find(mia, 8, "en").is_none(), "somebody may have been put out of a group");
        assert!(besides.find(mia, 7, "ar").is_none());
        besides.keep(mia, beside(8, ""));
        assert!(besides.find(mia, 8, "en").is_some_and(|kept| kept.html.is_empty()));
    }

    #[test]
    fn it_never_grows_beyond_its_bound() {
        let besides = Besides::default();
        let long = "x".repeat(BYTES_MAX / 10);
        for number in 0..100 {
            besides.keep(AccountId(number % 30), beside(number as u64, &long));
            let shelf = besides.0.lock().unwrap();
            assert_eq!(shelf.bytes, shelf.kept.values().map(|kept| 2 * kept.html.len()).sum::<usize>());
            assert!(shelf.bytes <= BYTES_MAX);
        }
    }
}
