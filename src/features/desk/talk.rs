//! A case of talk: the message with what was said round it, and who is in the conversation.

use super::case_store::Item;
use crate::base::{ItemId, Kind, Result};
use crate::db::Snapshot;
use crate::features::chat::{self, InCase, Overseen, Span};

/// Messages shown on each side of the one that a case is about (`supervision.md` §1: at least ten).
const EACH_SIDE: usize = 10;
/// Messages shown of a conversation that was reported as a whole, before the report.
const BEFORE_REPORT: usize = 30;

/// The conversation of a case, as far as staff see it.
pub(super) struct Talk {
    pub of: InCase,
    pub messages: Vec<Overseen>,
}

impl Talk {
    /// Whom its page names.
    pub(super) fn named(&self) -> impl Iterator<Item = i64> {
        let people = self.of.people.iter().map(|(id, _)| id.0);
        people.chain(self.messages.iter().map(|message| message.author.0))
    }

    /// The message that the case is about.
    pub(super) fn message(&self, id: ItemId) -> Option<&Overseen> {
        self.messages.iter().find(|message| message.id == id)
    }
}

/// The conversation of this item, where it is talk.
pub(super) fn find(look: &Snapshot<'_>, item: &Item) -> Result<Option<Talk>> {
    let before = match item.kind {
        // Itself, and those before it.
        Kind::Message => EACH_SIDE + 1,
        Kind::Conversation => BEFORE_REPORT,
        _ => return Ok(None),
    };
    let Some(of) = chat::talk_in_case(look, item.id)? else { return Ok(None) };
    let mut messages = chat::overseen_in(look, &chat::BY_STAFF, of.id, Span::UpTo(of.place), before)?;
    messages.extend(chat::overseen_in(look, &chat::BY_STAFF, of.id, Span::After(of.place), EACH_SIDE)?);
    Ok(Some(Talk { of, messages }))
}
