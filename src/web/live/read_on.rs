//! That people have read more of a conversation: told at most once a second for each, however many read.

use crate::base::{AccountId, ItemId};
use std::collections::HashMap;

/// Milliseconds between two tellings of one conversation.
const CALM_MS: u64 = 1_000;

/// In which conversations who read, from which place on, and when it was told last. Each who is in a conversation stands
/// here once for it, and until the next telling.
#[derive(Default)]
pub(super) struct ReadOn {
    waiting: HashMap<ItemId, HashMap<AccountId, i64>>,
    told_ms: HashMap<ItemId, u64>,
}

impl ReadOn {
    /// Somebody read what stands after this place.
    pub(super) fn note(&mut self, conversation: ItemId, who: AccountId, after: i64) {
        let from = self.waiting.entry(conversation).or_default().entry(who).or_insert(after);
        *from = after.min(*from);
    }

    /// The next conversation of which it is told now, and from which place on each read it.
    pub(super) fn ripe(&mut self, now_ms: u64) -> Option<(ItemId, Vec<(AccountId, i64)>)> {
        self.told_ms.retain(|_, told_ms| *told_ms + CALM_MS > now_ms);
        let conversation = *self.waiting.keys().find(|id| !self.told_ms.contains_key(id))?;
        self.told_ms.insert(conversation, now_ms);
        self.waiting.remove(&conversation).map(|readers| (conversation, readers.into_iter().collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_read_it_is_told_once_a_second_and_none_is_forgotten() {
        let (mut read, pond, hill) = (ReadOn::default(), ItemId(1), ItemId(2));
        let (mia, tom) = (AccountId(1), AccountId(2));
        assert_eq!(read.ripe(0), None);
        for place in [90, 70, 80] {
            read.note(pond, mia, place);
        }
        assert_eq!(read.ripe(10), Some((pond, vec![(mia, 70)])), "from where they first went on");
        assert_eq!(read.ripe(10), None);
        for place in 100..300 {
            read.note(pond, mia, place);
            read.note(pond, tom, place + 7);
        }
        read.note(hill, tom, 5);
        assert_eq!(read.ripe(20), Some((hill, vec![(tom, 5)])), "each conversation by itself");
        assert_eq!(read.ripe(1_009), None, "not yet");
        let (pond_again, mut readers) = read.ripe(1_010).unwrap();
        readers.sort_unstable();
        assert_eq!((pond_again, readers), (pond, vec![(mia, 100), (tom, 107)]), "and each reader");
        assert_eq!(read.ripe(9_000), None);
        assert!(read.told_ms.is_empty() && read.waiting.is_empty());
    }
}
