//! What staff and people said in a case, as lines of a pack: each tied to its entry of the record.

use super::gather::utc;
use super::lines::{Author, Entry, Piece, Said};
use super::names::Veil;
use crate::features::case_talk::Talk;
use crate::features::desk::Who;
use data_encoding::HEXLOWER;
use std::collections::HashMap;

/// What such a message is called, here and in the record.
pub(super) const KIND: &str = "case_message";

/// The things of the record that these messages are.
pub(super) fn things(talks: &[Talk]) -> impl Iterator<Item = (&'static str, i64)> {
    talks.iter().flat_map(|talk| &talk.messages).map(|message| (KIND, message.id))
}

/// Everybody whom they name.
pub(super) fn people(talks: &[Talk]) -> impl Iterator<Item = i64> {
    talks.iter().flat_map(|talk| {
        let by = talk.messages.iter().filter_map(|message| message.by);
        std::iter::once(talk.who).chain(by).map(|who| who.0)
    })
}

/// Every message as a line, in the order of numbers.
pub(super) fn said(
    talks: &[Talk],
    people: &HashMap<i64, Who>,
    veil: &Veil,
    pieces: &[Piece],
    nobody: &str,
) -> Vec<Said> {
    let entries: Vec<&Entry> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Entry(entry) | Piece::Loose(entry) => Some(&**entry),
            _ => None,
        })
        .filter(|entry| entry.kind.as_deref() == Some(KIND))
        .collect();
    let mut messages: Vec<_> = talks.iter().flat_map(|talk| &talk.messages).collect();
    messages.sort_by_key(|message| message.id);
    let lines = messages.into_iter().map(|message| {
        let by = message.by.map_or(0, |by| by.0);
        let out = veil.is_out(by);
        let entry = entries.iter().find(|entry| entry.item == Some(message.id)).copied();
        let hash = HEXLOWER.encode(blake3::hash(message.words.as_bytes()).as_bytes());
        let proved =
            entry.filter(|entry| !out && entry.after.as_ref() == Some(&hash) && !veil.names(&message.words));
        Said {
            id: message.id,
            kind: KIND.to_owned(),
            about: false,
            author: author(by, people, veil, nobody),
            at_ms: message.at_ms,
            at: utc(message.at_ms),
            time_trust: entry.map(|entry| entry.time_trust.clone()),
            state: crate::base::State::Shown.word().to_owned(),
            removed_by_author: false,
            edited: false,
            text: (!out).then(|| veil.over(&message.words)),
            more: Vec::new(),
            earlier: Vec::new(),
            media: Vec::new(),
            documents: Vec::new(),
            entry: proved.map(|entry| entry.seq),
            hashed: proved.map(|_| message.words.clone()),
        }
    });
    lines.collect()
}

fn author(number: i64, people: &HashMap<i64, Who>, veil: &Veil, nobody: &str) -> Author {
    if let Some(label) = veil.label(number) {
        return Author { number: None, name: label.to_owned(), username: None };
    }
    let who = people.get(&number);
    Author {
        number: who.map(|_| number),
        name: who.map_or_else(|| nobody.to_owned(), |who| veil.over(&who.shown_name)),
        username: who.map(|who| veil.over(&who.username)),
    }
}
