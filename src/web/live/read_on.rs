//! That people have read more of a conversation: told at most once a second for each, however many read.

use crate::base::{AccountId, ItemId};
use std::collections::BTreeMap;

/// Milliseconds between two tellings of one conversation. What was read within such a span is told after its end, whenever
/// in it and by whom: so the moment at which it is told of one says nothing of others.
const CALM_MS: u64 = 1_000;

/// In which conversations who read, and from which place on. Each who is in a conversation stands here once for it, and
/// until the next telling.
#[derive(Default)]
pub(super) struct ReadOn {
    waiting: BTreeMap<ItemId, Waiting>,
}

/// Who read more of one conversation, in which span that began.
struct Waiting {
    span: u64,
    readers: BTreeMap<AccountId, i64>,
}

impl ReadOn {
    /// Somebody read what stands after this place.
    pub(super) fn note(&mut self, conversation: ItemId, who: AccountId, after: i64, now_ms: u64) {
        let begins = || Waiting { span: now_ms / CALM_MS, readers: BTreeMap::new() };
        let waiting = self.waiting.entry(conversation).or_insert_with(begins);
        let from = waiting.readers.entry(who).or_insert(after);
        *from = after.min(*from);
    }

    /// The next conversation of which it is told now, and from which place on each read it.
    pub(super) fn ripe(&mut self, now_ms: u64) -> Option<(ItemId, Vec<(AccountId, i64)>)> {
        let span = now_ms / CALM_MS;
        let conversation = *self.waiting.iter().find(|(_, waiting)| waiting.span < span)?.0;
        let waiting = self.waiting.remove(&conversation)?;
        Some((conversation, waiting.readers.into_iter().collect()))
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
            read.note(pond, mia, place, 10);
        }
        assert_eq!(read.ripe(999), None, "not yet");
        assert_eq!(read.ripe(1_000), Some((pond, vec![(mia, 70)])), "from where they first went on");
        assert_eq!(read.ripe(1_010), None);
        for place in 100..300 {
            read.note(pond, mia, place, 1_020);
            read.note(pond, tom, place + 7, 1_990);
        }
        read.note(hill, tom, 5, 1_990);
        assert_eq!(read.ripe(1_999), None);
        assert_eq!(read.ripe(2_000), Some((pond, vec![(mia, 100), (tom, 107)])), "each reader");
        assert_eq!(read.ripe(2_000), Some((hill, vec![(tom, 5)])), "and each conversation by itself");
        assert_eq!(read.ripe(9_000), None);
        assert!(read.waiting.is_empty());
    }

    #[test]
    fn when_it_is_told_of_one_does_not_depend_on_who_else_reads() {
        let (pond, mia, tom) = (ItemId(1), AccountId(1), AccountId(2));
        let told_at = |tom_reads: &[u64]| {
            let (mut read, mut told) = (ReadOn::default(), None);
            for now_ms in (0..4_000).step_by(100) {
                if tom_reads.contains(&now_ms) {
                    read.note(pond, tom, 5, now_ms);
                }
                if now_ms == 1_500 {
                    read.note(pond, mia, 5, now_ms);
                }
                let readers = read.ripe(now_ms).map_or_else(Vec::new, |(_, readers)| readers);
                if readers.contains(&(mia, 5)) {
                    told = Some(now_ms);
                }
            }
            told
        };
        for tom_reads in [&[][..], &[100], &[900, 1_000], &[1_400], &[1_600, 1_900]] {
            assert_eq!(told_at(tom_reads), Some(2_000), "{tom_reads:?}");
        }
    }
}
