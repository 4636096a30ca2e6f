//! What is told calmly: at most once a second to each person, each at a moment of their own in it.

use super::hub::spread_ms;
use crate::base::{AccountId, ItemId};
use std::collections::{HashSet, VecDeque};

/// Milliseconds between two tellings to one person. What changed meanwhile is told at that person's next moment, which
/// follows from who they are alone: so when somebody is told says nothing of what others did, and a room of hundreds is
/// asked for bit by bit and not at once.
const CALM_MS: u64 = 1_000;
/// Conversations in which something happened since the last look; where it is more, everybody is asked for.
const TALKS_MAX: usize = 1_000;

/// Whose numbers may have changed, and whose turn it is.
#[derive(Default)]
pub(super) struct Calm {
    /// Everybody's have, since the last look.
    all: bool,
    /// Everybody whose moment comes before this is asked for.
    all_until_ms: u64,
    some: HashSet<AccountId>,
    talks: HashSet<ItemId>,
    /// Whose moment has come, and for whom there was no time yet.
    turn: VecDeque<AccountId>,
    looked_ms: u64,
}

impl Calm {
    /// Everybody's may have.
    pub(super) fn note_all(&mut self) {
        self.all = true;
    }

    /// These people's may have.
    pub(super) fn note(&mut self, people: impl IntoIterator<Item = AccountId>) {
        if !self.all {
            self.some.extend(people);
        }
    }

    /// Those of whoever is in this conversation may have.
    pub(super) fn note_talk(&mut self, talk: ItemId) {
        if self.talks.len() < TALKS_MAX {
            self.talks.insert(talk);
        } else {
            self.all = true;
        }
    }

    /// The conversations that were noted since this was asked: whoever asks finds out who is in them, and notes those.
    pub(super) fn talks(&mut self) -> Vec<ItemId> {
        let talks = std::mem::take(&mut self.talks);
        if self.all { Vec::new() } else { talks.into_iter().collect() }
    }

    /// Those who are asked for now, at most so many: whose moment has come since the last look. `listening` gives all
    /// who are told calmly.
    pub(super) fn batch(
        &mut self,
        now_ms: u64,
        most: usize,
        listening: impl FnOnce() -> Vec<AccountId>,
    ) -> Vec<AccountId> {
        let before_ms = self.looked_ms;
        self.looked_ms = now_ms.max(before_ms);
        if std::mem::take(&mut self.all) {
            self.all_until_ms = before_ms + CALM_MS;
            self.some.clear();
        }
        let comes = |who: AccountId| {
            // The first of this person's moments after the last look.
            let moment = spread_ms(who, CALM_MS);
            before_ms + (moment + CALM_MS - before_ms % CALM_MS - 1) % CALM_MS + 1
        };
        let due = |who: &AccountId| comes(*who) <= now_ms;
        let (some, until_ms) = (&mut self.some, self.all_until_ms);
        if before_ms < until_ms || some.iter().any(due) {
            let asked = |who: &AccountId| due(who) && (some.remove(who) || comes(*who) <= until_ms);
            self.turn.extend(listening().into_iter().filter(asked));
        }
        self.some.retain(|who| !due(who)); // whoever is left does not listen
        let most = most.min(self.turn.len());
        self.turn.drain(..most).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn people(ids: impl IntoIterator<Item = i64>) -> Vec<AccountId> {
        ids.into_iter().map(AccountId).collect()
    }

    /// Looks every 50 milliseconds in this span, and gives who was asked for, and when.
    fn looks(calm: &mut Calm, span: std::ops::Range<u64>, all: &[AccountId]) -> Vec<(u64, AccountId)> {
        let at = |now_ms| calm.batch(now_ms, 9, || all.to_vec()).into_iter().map(move |who| (now_ms, who));
        span.step_by(50).flat_map(at).collect()
    }

    fn of(who: i64, told: &[(u64, AccountId)]) -> Vec<u64> {
        told.iter().filter(|(_, one)| one.0 == who).map(|(at, _)| *at).collect()
    }

    #[test]
    fn each_is_asked_for_at_most_once_a_second_at_a_moment_of_their_own_and_none_is_forgotten() {
        let (mut calm, all) = (Calm::default(), people(1..=5));
        assert_eq!(looks(&mut calm, 0..4_000, &all), []);
        calm.note(people([2, 9]));
        let told = looks(&mut calm, 4_000..6_000, &all);
        // The second of the people comes 2 × 617 - 1,000 = 234 milliseconds after each whole second.
        assert_eq!(told, [(4_250, AccountId(2))], "who does not listen is not asked for");
        let mut told = Vec::new();
        for now_ms in (6_000..9_000).step_by(50) {
            calm.note(people([2, 3]));
            told.extend(looks(&mut calm, now_ms..now_ms + 50, &all));
        }
        assert_eq!(of(2, &told), [6_250, 7_250, 8_250]);
        assert_eq!(of(3, &told), [6_900, 7_900, 8_900], "3 × 617 - 1,000 = 851");
    }

    #[test]
    fn when_one_is_told_does_not_depend_on_what_others_were_told() {
        let told_at = |others: &[u64]| {
            let (mut calm, mut told) = (Calm::default(), Vec::new());
            for now_ms in (0..5_000).step_by(50) {
                if others.contains(&now_ms) {
                    calm.note_all();
                }
                if now_ms == 1_600 {
                    calm.note(people([3]));
                }
                // Whoever is asked for and has nothing new is told nothing.
                told.extend(looks(&mut calm, now_ms..now_ms + 50, &people(1..=5)));
            }
            of(3, &told)
        };
        assert_eq!(told_at(&[]), [1_900]);
        for others in [[1_200, 1_400], [200, 1_800], [0, 1_600], [1_600, 1_650]] {
            assert!(told_at(&others).contains(&1_900), "{others:?}");
        }
    }

    #[test]
    fn where_all_are_concerned_each_is_asked_for_once_whenever_that_was() {
        for begun in [0, 50, 400, 850, 950] {
            let (mut calm, all) = (Calm::default(), people(1..=100));
            assert_eq!(looks(&mut calm, 0..begun, &all), []);
            calm.note_all();
            calm.note(people([3]));
            let mut told = looks(&mut calm, begun..begun + 3_000, &all);
            assert!(told.iter().all(|(at, _)| *at <= begun + 1_050), "{told:?}");
            told.sort_by_key(|(_, who)| *who);
            assert_eq!(told.iter().map(|(_, who)| *who).collect::<Vec<_>>(), all, "from {begun} on");
        }
    }

    #[test]
    fn a_late_look_asks_for_all_that_came_meanwhile_in_bounded_steps() {
        let (mut calm, all) = (Calm::default(), || people(1..=5));
        calm.note(people([1, 4]));
        assert_eq!(calm.batch(9_000, 9, all), people([1, 4]));
        calm.note_all();
        let mut told = BTreeSet::new();
        for (now_ms, most) in [(10_500, 2), (10_550, 2), (10_600, 2), (10_650, 2)] {
            let batch = calm.batch(now_ms, most, all);
            assert!(batch.len() <= most);
            told.extend(batch);
        }
        assert_eq!(told, people(1..=5).into_iter().collect());
    }

    #[test]
    fn conversations_are_given_once_and_where_there_are_too_many_everybody_is_asked_for() {
        let mut calm = Calm::default();
        let most = i64::try_from(TALKS_MAX).unwrap();
        calm.note_talk(ItemId(7));
        calm.note_talk(ItemId(7));
        assert_eq!((calm.talks(), calm.talks()), (vec![ItemId(7)], vec![]));
        (0..=most).for_each(|talk| calm.note_talk(ItemId(talk)));
        assert_eq!(calm.talks(), []);
        assert_eq!(calm.batch(1_000, 2, || people([1, 2])), people([1, 2]));
    }
}
