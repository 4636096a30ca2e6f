//! That people have read more of a conversation: told at most once a second for each, however many read.

use crate::base::ItemId;
use std::collections::HashMap;

/// Milliseconds between two tellings of one conversation.
const CALM_MS: u64 = 1_000;

/// In which conversations somebody read, from which place on, and when it was told last.
#[derive(Default)]
pub(super) struct ReadOn {
    waiting: HashMap<ItemId, i64>,
    told_ms: HashMap<ItemId, u64>,
}

impl ReadOn {
    /// Somebody read what stands after this place.
    pub(super) fn note(&mut self, conversation: ItemId, after: i64) {
        let from = self.waiting.entry(conversation).or_insert(after);
        *from = after.min(*from);
    }

    /// The next conversation of which it is told now, and from which place on it was read.
    pub(super) fn ripe(&mut self, now_ms: u64) -> Option<(ItemId, i64)> {
        self.told_ms.retain(|_, told_ms| *told_ms + CALM_MS > now_ms);
        let conversation = *self.waiting.keys().find(|id| !self.told_ms.contains_key(id))?;
        self.told_ms.insert(conversation, now_ms);
        self.waiting.remove(&conversation).map(|after| (conversation, after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_read_it_is_told_once_a_second_and_none_is_forgotten() {
        let (mut read, pond, hill) = (ReadOn::default(), ItemId(1), ItemId(2));
        assert_eq!(read.ripe(0), None);
        for place in [90, 70, 80] {
            read.note(pond, place);
        }
        assert_eq!(read.ripe(10), Some((pond, 70)), "from where the first of them went on");
        assert_eq!(read.ripe(10), None);
        for place in 100..300 {
            read.note(pond, place);
        }
        read.note(hill, 5);
        assert_eq!(read.ripe(20), Some((hill, 5)), "each conversation by itself");
        assert_eq!(read.ripe(1_009), None, "not yet");
        assert_eq!(read.ripe(1_010), Some((pond, 100)));
        assert_eq!(read.ripe(9_000), None);
        assert!(read.told_ms.is_empty() && read.waiting.is_empty());
    }
}
