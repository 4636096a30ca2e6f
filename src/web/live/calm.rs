//! What is told calmly: at most once a second to each person, and so many people at a time.

use crate::base::{AccountId, ItemId};
use std::collections::{HashSet, VecDeque};

/// Milliseconds between two tellings to one person.
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
    begun_ms: Option<u64>,
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
        let over = self.begun_ms.is_none_or(|begun| now_ms >= begun + CALM_MS);
        if self.turn.is_empty() && over && (self.all || !self.some.is_empty()) {
            let some = std::mem::take(&mut self.some);
            let (all, listening) = (std::mem::take(&mut self.all), listening());
            self.turn = listening.into_iter().filter(|one| all || some.contains(one)).collect();
            self.begun_ms = Some(now_ms);
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
        assert_eq!(calm.batch(10, 9, all), people([2]), "who does not listen is not asked for");
        calm.note(people([2]));
        assert_eq!(calm.batch(900, 9, all), [], "not yet");
        assert_eq!(calm.batch(1_010, 9, all), people([2]));
        assert_eq!(calm.batch(9_000, 9, all), []);
    }

    #[test]
    fn a_thousand_messages_are_one_round_in_bounded_steps() {
        let mut calm = Calm::default();
        let all = || people(1..=5);
        for _ in 0..1_000 {
            calm.note_all();
            calm.note(people([3]));
        }
        assert_eq!(calm.batch(0, 2, all), people([1, 2]));
        calm.note_all();
        assert_eq!(calm.batch(200, 2, all), people([3, 4]));
        assert_eq!(calm.batch(400, 2, all), people([5]));
        assert_eq!(calm.batch(600, 2, all), []);
        assert_eq!(calm.batch(1_000, 9, all), people(1..=5));
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
        assert_eq!(calm.batch(0, 9, || people([1, 2])), people([1, 2]));
    }
}
