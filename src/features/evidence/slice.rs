//! The piece of the record that belongs to a pack, linked to the sheets of its days without baring what others did.

use super::lines::{Entry, Piece, Stretch};
use super::names::Veil;
use super::store;
use crate::base::Result;
use crate::db::Snapshot;
use std::collections::BTreeSet;

/// Links of one stretch, at most: a busy day has fewer.
const LINKS_MAX: i64 = 100_000;

/// The lines of `audit.jsonl`: whole entries where they are about the things, and hashes between.
///
/// Each entry is linked to the end of the day on whose sheet it stands, or to the newest entry where that day is not over.
/// What was hashed before entries could be linked so (form 1), and what is too far from the end of its day, stands loose.
/// Who is not named is in no whole entry, neither by number nor by name.
pub(super) fn pieces(look: &Snapshot<'_>, numbers: &BTreeSet<i64>, veil: &Veil) -> Result<Vec<Piece>> {
    let Some(first) = numbers.first().copied() else { return Ok(Vec::new()) };
    let mut days = store::sheets_from(look, first)?;
    let (newest, pinned) = (store::newest(look)?, days.last().map_or(0, |(.., last)| *last));
    days.push((String::new(), pinned + 1, newest));
    let mut pieces = Vec::new();
    for (day, from, to) in days {
        let of_day: Vec<i64> = numbers.range(from..=to.max(from)).copied().collect();
        if of_day.is_empty() {
            continue;
        }
        let whole: Vec<Entry> = store::entries(look, &of_day)?;
        let (linked, loose): (Vec<&Entry>, Vec<&Entry>) =
            whole.iter().partition(|entry| entry.form == 2 && to - entry.seq < LINKS_MAX);
        let open = |entry: &&&Entry| !is_veiled(entry, veil);
        pieces.extend(loose.iter().filter(open).map(|entry| Piece::Loose(Box::new((**entry).clone()))));
        if let Some(first) = linked.first() {
            let told: BTreeSet<i64> = linked.iter().filter(open).map(|entry| entry.seq).collect();
            stretch(look, first, to, &day, &told, &mut pieces)?;
        }
    }
    Ok(pieces)
}

fn stretch(
    look: &Snapshot<'_>,
    first: &Entry,
    to: i64,
    day: &str,
    told: &BTreeSet<i64>,
    pieces: &mut Vec<Piece>,
) -> Result<()> {
    let place = pieces.len();
    let mut head = String::new();
    store::walk(look, first.seq, to, |entry| {
        head.clone_from(&entry.hash);
        if told.contains(&entry.seq) {
            pieces.push(Piece::Entry(Box::new(entry)));
        } else if let Some((content, _)) = entry.hashes() {
            pieces.push(Piece::Link { seq: entry.seq, content: data_encoding::HEXLOWER.encode(&content) });
        }
    })?;
    let sheet = (!day.is_empty()).then(|| day.to_owned());
    let begin = Stretch { from: first.seq, to, prev: first.prev.clone(), head, sheet };
    pieces.insert(place, Piece::Stretch(begin));
    Ok(())
}

/// Would this entry tell of somebody who is not named?
fn is_veiled(entry: &Entry, veil: &Veil) -> bool {
    let about_them =
        entry.kind.as_deref() == Some("account") && entry.item.is_some_and(|id| veil.label(id).is_some());
    let named = entry.reason.as_deref().is_some_and(|reason| veil.names(reason));
    veil.label(entry.actor).is_some() || about_them || named
}
