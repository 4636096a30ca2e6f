//! Cards as they were drawn, kept while nothing that they show has changed.

use crate::base::{Duty, ItemId};
use crate::bus::Bus;
use crate::db::Viewer;
use crate::lang::Lang;
use crate::ui::Now;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of HTML kept at most; when full, all are dropped and drawn again as they are asked for.
const BYTES_MAX: usize = 6 << 20;

/// Drawn cards. Only for viewers who are parted from nobody: for them a post that they
/// see looks the same, but for what [`Face`] says. Whether they see it is asked anew each time.
#[derive(Default)]
pub struct Kept {
    shelf: Mutex<Shelf>,
}

#[derive(Default)]
struct Shelf {
    cards: HashMap<Face, Drawn>,
    /// Those among them that show a poll, and in which post that is: in the one they pass on, perhaps.
    polls: HashMap<ItemId, ItemId>,
    bytes: usize,
}

/// One of the ways in which a post looks.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Face {
    post: ItemId,
    lang: &'static str,
    own: bool,
    duties: u8,
    mine: Option<&'static str>,
    opens_shields: bool,
    writes: bool,
    votes: i64,
}

impl Face {
    /// How the post looks to this viewer, who is its author or not and gave this reaction and these votes
    /// in its poll, a bit each; who sees what stands behind shields, and may write there, or not.
    pub(super) fn new(
        post: ItemId,
        lang: &'static Lang,
        own: bool,
        viewer: &Viewer,
        mine: Option<&str>,
        votes: i64,
        (opens_shields, writes): (bool, bool),
    ) -> Face {
        let duties = viewer.duties().list().fold(0, |bits, duty: Duty| bits | 1 << duty as u8);
        let mine = mine.and_then(|kind| super::views::KINDS.iter().find(|word| **word == kind).copied());
        Face { post, lang: lang.tag(), own, duties, mine, opens_shields, writes, votes }
    }
}

/// A card as it was drawn, with what it depends on beside its face.
pub(super) struct Drawn {
    pub(super) html: Arc<str>,
    /// When the post was made, and how long ago that was in words; milliseconds since 1970.
    pub(super) made_at: i64,
    pub(super) ago: Box<str>,
    /// The post whose poll it shows.
    pub(super) poll: Option<ItemId>,
    /// When it looks different by itself, since its poll ends.
    pub(super) until: Option<i64>,
    /// Where the bus stood before the look from which it was drawn.
    pub(super) at: Moment,
    /// The post that it passes on.
    pub(super) original: Option<Original>,
}

/// What a card shows of the post that it passes on: when that changes, so does the card.
#[derive(Clone, Debug)]
pub(super) struct Original {
    pub(super) post: ItemId,
    /// When it was made, and how long ago that was in words.
    pub(super) made_at: i64,
    pub(super) ago: Box<str>,
}

/// Where the bus stood before the look with which something was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Changes when who sees what among older items may have changed, or a name or picture has.
    pub age: u64,
    /// The newest event.
    pub seq: i64,
}

impl Kept {
    /// Those of these posts that show a poll, as far as a card of theirs is kept, and in which post it is.
    pub(super) fn with_poll(&self, posts: impl Iterator<Item = ItemId>) -> HashMap<ItemId, ItemId> {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        posts.filter_map(|post| Some((post, *shelf.polls.get(&post)?))).collect()
    }

    /// The card, if it was drawn and would be drawn the same now. One with a poll only where the viewer's votes
    /// in it were looked up.
    pub(super) fn find(
        &self,
        face: &Face,
        knows_votes: bool,
        now: &Now,
        lang: &Lang,
        moment: Moment,
        bus: &Bus,
    ) -> Option<Arc<str>> {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        let drawn = shelf.cards.get(face)?;
        let fresh = (knows_votes || drawn.poll.is_none())
            && drawn.at.age == moment.age
            && bus.touched(face.post) <= drawn.at.seq
            && drawn.until.is_none_or(|end| now.ms() < end)
            && *now.ago_words(lang, drawn.made_at) == *drawn.ago
            && drawn.original.as_ref().is_none_or(|original| {
                bus.touched(original.post) <= drawn.at.seq
                    && *now.ago_words(lang, original.made_at) == *original.ago
            });
        fresh.then(|| drawn.html.clone())
    }

    /// Keeps a card that was just drawn.
    pub(super) fn keep(&self, face: Face, drawn: Drawn) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.bytes + drawn.html.len() > BYTES_MAX {
            shelf.cards.clear();
            shelf.polls.clear();
            shelf.bytes = 0;
        }
        shelf.bytes += drawn.html.len();
        if let Some(poll) = drawn.poll {
            shelf.polls.insert(face.post, poll);
        }
        if let Some(old) = shelf.cards.insert(face, drawn) {
            shelf.bytes -= old.html.len();
        }
    }
}
