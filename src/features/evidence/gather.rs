//! What was said, as lines of a pack: without those who are not named, each tied to its entry of the record.

use super::lines::{Author, Before, Enclosed, Entry, Medium, Piece, Said};
use super::names::Veil;
use crate::features::desk::{Exhibit, Who};
use data_encoding::HEXLOWER;
use std::collections::HashMap;

/// A moment as every program reads it.
pub(super) fn utc(ms: i64) -> String {
    jiff::Timestamp::from_millisecond(ms).map_or_else(|_| ms.to_string(), |at| at.to_string())
}

/// The things of the record that exhibits are: themselves, and their photos.
pub(super) fn things(exhibits: &[Exhibit]) -> Vec<(&'static str, i64)> {
    let mut things = Vec::new();
    for exhibit in exhibits {
        things.push((exhibit.kind.word(), exhibit.id.0));
        let photos = exhibit.photos.iter().filter(|(photo, ..)| *photo != exhibit.id);
        things.extend(photos.map(|(photo, ..)| (crate::base::Kind::Photo.word(), photo.0)));
    }
    things
}

/// A photo or a document of the pack.
pub(super) struct Attached {
    /// Its place there.
    pub file: String,
    /// Its name on the shelf.
    pub name: String,
    /// Is it a document, which lies there as it came?
    pub is_document: bool,
}

/// Every exhibit as a line, and the photos and documents that go with them.
pub(super) fn said(
    exhibits: &[Exhibit],
    people: &HashMap<i64, Who>,
    veil: &Veil,
    pieces: &[Piece],
    nobody: &str,
) -> (Vec<Said>, Vec<Attached>) {
    let entries: Vec<&Entry> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Entry(entry) | Piece::Loose(entry) => Some(&**entry),
            _ => None,
        })
        .collect();
    let mut attached = Vec::new();
    let lines = exhibits.iter().map(|exhibit| {
        let out = veil.is_out(exhibit.author.0);
        let made = made(exhibit, &entries);
        let (entry, hashed) = if out { (None, None) } else { proof(exhibit, &entries, veil) };
        let (media, documents) =
            if out { (Vec::new(), Vec::new()) } else { enclosed(exhibit, veil, &mut attached) };
        let over = |text: &String| veil.over(text);
        Said {
            id: exhibit.id.0,
            kind: exhibit.kind.word().to_owned(),
            about: exhibit.about,
            author: author(exhibit, people, veil, nobody),
            at_ms: exhibit.made_at,
            at: utc(exhibit.made_at),
            time_trust: made.map(|entry| entry.time_trust.clone()),
            state: exhibit.state.word().to_owned(),
            removed_by_author: exhibit.by_author,
            edited: exhibit.edited,
            text: (!out).then(|| veil.over(&exhibit.body)),
            // The names of documents stand with the documents.
            more: if out || !documents.is_empty() {
                Vec::new()
            } else {
                exhibit.more.iter().map(over).collect()
            },
            earlier: exhibit
                .earlier
                .iter()
                .filter(|_| !out)
                .map(|version| Before { text: veil.over(&version.body), until_ms: version.until_at })
                .collect(),
            media,
            documents,
            entry,
            hashed,
        }
    });
    (lines.collect(), attached)
}

/// The photos and the documents of an exhibit as its line says them; and what of them goes into the pack.
fn enclosed(exhibit: &Exhibit, veil: &Veil, attached: &mut Vec<Attached>) -> (Vec<Medium>, Vec<Enclosed>) {
    let mut media = Vec::with_capacity(exhibit.photos.len());
    for (id, words, name) in &exhibit.photos {
        let file = format!("media/{id}.jpg");
        attached.push(Attached { file: file.clone(), name: name.clone(), is_document: false });
        media.push(Medium { file, words: veil.over(words) });
    }
    let mut documents = Vec::with_capacity(exhibit.files.len());
    for document in &exhibit.files {
        let file = format!("documents/{}.{}", document.id, document.sort.word());
        attached.push(Attached { file: file.clone(), name: document.shelf.clone(), is_document: true });
        documents.push(Enclosed { file, name: veil.over(&document.name), bytes: document.bytes });
    }
    (media, documents)
}

fn author(exhibit: &Exhibit, people: &HashMap<i64, Who>, veil: &Veil, nobody: &str) -> Author {
    let number = exhibit.author.0;
    if let Some(label) = veil.label(number) {
        return Author { number: None, name: label.to_owned(), username: None };
    }
    let who = people.get(&number);
    Author {
        number: Some(number),
        name: who.map_or_else(|| nobody.to_owned(), |who| veil.over(&who.shown_name)),
        username: who.map(|who| veil.over(&who.username)),
    }
}

/// The entry of its making.
fn made<'e>(exhibit: &Exhibit, entries: &[&'e Entry]) -> Option<&'e Entry> {
    entries.iter().find(|entry| is_about(entry, exhibit) && entry.act.ends_with(".add")).copied()
}

fn is_about(entry: &Entry, exhibit: &Exhibit) -> bool {
    entry.item == Some(exhibit.id.0) && entry.kind.as_deref() == Some(exhibit.kind.word())
}

/// The newest entry that has the hash of what the exhibit says now, and the words that were hashed. None where a name in them
/// does not go out.
fn proof(exhibit: &Exhibit, entries: &[&Entry], veil: &Veil) -> (Option<i64>, Option<String>) {
    let photos = exhibit.photos.iter().map(|(_, words, _)| words.as_str());
    let more = exhibit.more.iter().map(String::as_str);
    let joined = |parts: &mut dyn Iterator<Item = &str>| {
        let mut words = exhibit.body.clone();
        for part in parts.filter(|part| !part.is_empty()) {
            words.push('\n');
            words.push_str(part);
        }
        words
    };
    // As the features join what is said with a thing when they hash it.
    let ways = [
        exhibit.body.clone(),
        joined(&mut photos.clone()),
        joined(&mut photos.clone().chain(more.clone())),
        joined(&mut more.chain(photos)),
    ];
    for entry in entries.iter().rev().filter(|entry| is_about(entry, exhibit)) {
        let Some(after) = &entry.after else { continue };
        let fits = |words: &&String| HEXLOWER.encode(blake3::hash(words.as_bytes()).as_bytes()) == *after;
        if let Some(words) = ways.iter().find(fits) {
            return if veil.names(words) { (None, None) } else { (Some(entry.seq), Some(words.clone())) };
        }
    }
    (None, None)
}
