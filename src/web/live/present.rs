//! Who is here: who has a page open, told only after some calm, so that whoever turns a page does not flicker.

use crate::base::AccountId;
use std::collections::{BTreeSet, HashMap};

/// Milliseconds for which it must stay so before it is told, at least.
const CALM_MS: u64 = 3_000;
/// Milliseconds over which those are spread who come or go together.
pub(super) const SPREAD_MS: u64 = 1_000;

#[derive(Default)]
struct Person {
    open: usize,
    hides: bool,
    /// What others know.
    shown: bool,
    due_ms: Option<u64>,
}

/// Everybody who is here, or was until a moment ago. Kept in memory alone.
#[derive(Default)]
pub(super) struct Present {
    people: HashMap<AccountId, Person>,
    due: BTreeSet<(u64, AccountId)>,
}

impl Present {
    /// Is this person here, as far as others may know?
    pub(super) fn is_shown(&self, who: AccountId) -> bool {
        self.people.get(&who).is_some_and(|person| person.shown && !person.hides)
    }

    /// A page of theirs was opened; `hides` is whether they let others know. `spread_ms` is less than [`SPREAD_MS`].
    pub(super) fn opened(&mut self, who: AccountId, hides: bool, now_ms: u64, spread_ms: u64) {
        let person = self.people.entry(who).or_default();
        person.open += 1;
        person.hides = hides;
        self.settle(who, now_ms + CALM_MS + spread_ms);
    }

    /// A page of theirs was closed.
    pub(super) fn closed(&mut self, who: AccountId, now_ms: u64, spread_ms: u64) {
        let Some(person) = self.people.get_mut(&who) else { return };
        person.open = person.open.saturating_sub(1);
        self.settle(who, now_ms + CALM_MS + spread_ms);
    }

    /// Where it is other than others know, they will be told; where it is the same again, not.
    fn settle(&mut self, who: AccountId, due_ms: u64) {
        let Some(person) = self.people.get_mut(&who) else { return };
        let is_here = person.open > 0 && !person.hides;
        match (is_here == person.shown, person.due_ms) {
            (true, Some(due)) => {
                self.due.remove(&(due, who));
                person.due_ms = None;
            }
            (false, None) => {
                self.due.insert((due_ms, who));
                person.due_ms = Some(due_ms);
            }
            _ => (),
        }
        if person.open == 0 && person.due_ms.is_none() && !person.shown {
            self.people.remove(&who);
        }
    }

    /// The next whose coming or going is told now.
    pub(super) fn ripe(&mut self, now_ms: u64) -> Option<(AccountId, bool)> {
        let (due, who) = *self.due.first().filter(|(due, _)| *due <= now_ms)?;
        self.due.remove(&(due, who));
        let person = self.people.get_mut(&who)?;
        person.due_ms = None;
        person.shown = !person.shown;
        let shown = person.shown;
        if person.open == 0 && !shown {
            self.people.remove(&who);
        }
        Some((who, shown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIA: AccountId = AccountId(1);
    const TOM: AccountId = AccountId(2);

    #[test]
    fn whoever_turns_a_page_does_not_flicker() {
        let mut present = Present::default();
        present.opened(MIA, false, 0, 0);
        assert!(!present.is_shown(MIA) && present.ripe(2_999).is_none());
        assert_eq!(present.ripe(3_000), Some((MIA, true)));
        assert!(present.is_shown(MIA));
        present.closed(MIA, 10_000, 0);
        assert!(present.is_shown(MIA));
        present.opened(MIA, false, 11_000, 0);
        assert_eq!(present.ripe(60_000), None);
        present.closed(MIA, 70_000, 999);
        assert_eq!(present.ripe(73_998), None);
        assert_eq!(present.ripe(73_999), Some((MIA, false)));
        assert!(!present.is_shown(MIA) && present.people.is_empty() && present.due.is_empty());
    }

    #[test]
    fn of_two_pages_the_last_counts() {
        let mut present = Present::default();
        present.opened(MIA, false, 0, 0);
        present.opened(MIA, false, 0, 0);
        present.ripe(9_000);
        present.closed(MIA, 10_000, 0);
        assert_eq!(present.ripe(60_000), None);
        present.closed(TOM, 10_000, 0);
        assert!(present.is_shown(MIA) && !present.is_shown(TOM));
    }

    #[test]
    fn whoever_hides_it_is_never_here() {
        let mut present = Present::default();
        present.opened(MIA, true, 0, 0);
        assert_eq!(present.ripe(60_000), None);
        present.opened(TOM, false, 0, 0);
        assert_eq!(present.ripe(60_000), Some((TOM, true)));
        present.opened(TOM, true, 61_000, 0);
        assert!(!present.is_shown(TOM), "from the moment on");
        assert_eq!(present.ripe(70_000), Some((TOM, false)));
        present.closed(TOM, 80_000, 0);
        present.closed(TOM, 80_000, 0);
        present.closed(MIA, 80_000, 0);
        assert!(present.people.is_empty() && present.due.is_empty());
    }

    #[test]
    fn many_who_come_at_once_are_told_one_by_one() {
        let mut present = Present::default();
        for id in 1..=1_000 {
            present.opened(AccountId(id), false, 0, id.cast_unsigned() % SPREAD_MS);
        }
        let told = std::iter::from_fn(|| present.ripe(CALM_MS + 100)).count();
        assert_eq!(told, 101, "1 to 100 and the thousandth");
        assert_eq!(std::iter::from_fn(|| present.ripe(CALM_MS + SPREAD_MS)).count(), 899);
    }
}
