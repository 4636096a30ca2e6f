//! What is told calmly: at most once a second to each person, and so many people at a time.

use crate::base::{AccountId, ItemId};
use std::collections::{HashSet, VecDeque};

/// Milliseconds between two tellings to one person. What changed within such a span is told after its end, whenever in it
/// that was and whatever else changed: so the moment at which somebody is told says nothing of what others did.
const CALM_MS: u64 = 1_000;
/// Conversations in which something happened since the last look; where it is more, everybody is asked for.
const TALKS_MAX: usize = 1_000;

/// Whose numbers may have changed, and whose turn it is.
#[derive(Default)]
pub(super) struct Calm {
    all: bool,
    some: HashSet<AccountId>,
    talks: HashSet<ItemId>,
    turn: VecDeque<AccountId>,
    /// The span in which a turn last could begin.
    span: u64,
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

    /// Those who are asked for now, at most so many. `listening` gives all who are told calmly.
    pub(super) fn batch(
        &mut self,
        now_ms: u64,
        most: usize,
        listening: impl FnOnce() -> Vec<AccountId>,
    ) -> Vec<AccountId> {
        let span = now_ms / CALM_MS;
        if self.turn.is_empty() && span > self.span {
            self.span = span;
            let (all, some) = (std::mem::take(&mut self.all), std::mem::take(&mut self.some));
            if all || !some.is_empty() {
                self.turn = listening().into_iter().filter(|one| all || some.contains(one)).collect();
            }
        }
        let most = most.min(self.turn.len());
        self.turn.drain(..most).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(ids: impl IntoIterator<Item = i64>) -> Vec<AccountId> {
        ids.into_iter().map(AccountId).collect()
    }

    #[test]
    fn each_is_asked_for_at_most_once_a_second_and_none_is_forgotten() {
        let mut calm = Calm::default();
        let all = || people(1..=5);
        assert_eq!(calm.batch(0, 9, all), []);
        calm.note(people([2, 9]));
        assert_eq!(calm.batch(990, 9, all), [], "not yet");
        assert_eq!(calm.batch(1_010, 9, all), people([2]), "who does not listen is not asked for");
        calm.note(people([2]));
        assert_eq!(calm.batch(1_900, 9, all), []);
        assert_eq!(calm.batch(2_010, 9, all), people([2]));
        assert_eq!(calm.batch(9_000, 9, all), []);
    }

    #[test]
    fn when_one_is_told_does_not_depend_on_what_others_were_told() {
        let told_at = |others: &[u64]| {
            let mut calm = Calm::default();
            let mut told = Vec::new();
            for now_ms in (0..4_000).step_by(200) {
                if others.contains(&now_ms) {
                    calm.note_all();
                }
                if now_ms == 1_600 {
                    calm.note(people([3]));
                }
                // Whoever is asked for and has nothing new is told nothing.
                told.extend(calm.batch(now_ms, 9, || people([3])).into_iter().map(|_| now_ms));
            }
            told
        };
        assert_eq!(told_at(&[]), [2_000]);
        for others in [[1_200, 1_400], [200, 1_800], [0, 1_600]] {
            assert!(told_at(&others).contains(&2_000), "{others:?}");
        }
    }

    #[test]
    fn a_thousand_messages_are_one_round_in_bounded_steps() {
        let mut calm = Calm::default();
        let all = || people(1..=5);
        for _ in 0..1_000 {
            calm.note_all();
            calm.note(people([3]));
        }
        assert_eq!(calm.batch(1_000, 2, all), people([1, 2]));
        calm.note_all();
        assert_eq!(calm.batch(1_200, 2, all), people([3, 4]));
        assert_eq!(calm.batch(1_400, 2, all), people([5]));
        assert_eq!(calm.batch(1_600, 2, all), []);
        assert_eq!(calm.batch(2_000, 9, all), people(1..=5));
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
        assert_eq!(calm.batch(1_000, 9, || people([1, 2])), people([1, 2]));
    }
}
