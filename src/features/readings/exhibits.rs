//! What is taken out of a Reading as evidence: a write as any look under it, since each thing has its entry.

use super::{posts_store, store, talk_store};
use crate::base::{AccountId, Error, ItemId, Kind, Result};
use crate::db::{Change, Snapshot};
use crate::features::chat::{self, Span};
use crate::features::desk::{Exhibit, named};

/// Messages, or posts, that one pack takes: the newest.
pub const EXHIBITS_MAX: usize = 300;

/// Who is known to be in what a Reading of the viewer opens, where it is open and holds something that can be taken out:
/// messages, or posts for few.
///
/// # Errors
/// `NotFound` where it is not open for the viewer, or opens only with whom somebody talks.
pub fn people_in(look: &Snapshot<'_>, reading: i64) -> Result<Vec<AccountId>> {
    open(look, reading)?;
    let mut people = talk_store::people_of(look, &[reading])?.remove(&reading).unwrap_or_default();
    if let Ok(person) = talk_store::open_person(look, reading, true) {
        people.push(person);
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

fn open(look: &Snapshot<'_>, reading: i64) -> Result<store::Reading> {
    let found = store::find(look, reading)?;
    let has_things = found.conversation.is_some() || found.of_posts;
    let mine = look.viewer().id() == Some(found.staff);
    if mine && has_things && found.status() == store::Status::Open { Ok(found) } else { Err(Error::NotFound) }
}

/// Shows everything that a Reading opens, to be taken out: at most [`EXHIBITS_MAX`], the newest; of posts one with what is
/// written under it, where `post` says which. Each thing has its own entry in the record.
///
/// # Errors
/// As [`people_in`]; `NotFound`, too, for a post that is none of those.
pub fn exhibits(change: &mut Change<'_>, reading: i64, post: Option<ItemId>) -> Result<Vec<Exhibit>> {
    let found = open(change, reading)?;
    let list = if found.of_posts { posts(change, reading, post)? } else { talk(change, reading)? };
    let mut things = Vec::new();
    for exhibit in &list {
        things.push((exhibit.kind.word(), exhibit.id.0));
        let photos = exhibit.photos.iter().filter(|(photo, ..)| *photo != exhibit.id);
        things.extend(photos.map(|(photo, ..)| (Kind::Photo.word(), photo.0)));
    }
    super::shown(change, &found, things)?;
    Ok(list)
}

fn talk(look: &Snapshot<'_>, reading: i64) -> Result<Vec<Exhibit>> {
    let conversation = talk_store::open_conversation(look, reading)?;
    let messages =
        chat::overseen_in(look, &talk_store::UNDER, conversation, Span::UpTo(i64::MAX), EXHIBITS_MAX)?;
    messages
        .into_iter()
        .map(|message| Exhibit::of_message(message, true, |photo| talk_store::photo(look, reading, photo)))
        .collect()
}

fn posts(look: &Snapshot<'_>, reading: i64, post: Option<ItemId>) -> Result<Vec<Exhibit>> {
    let (posts, comments) = match post {
        Some(post) => {
            let post = posts_store::post(look, reading, post)?;
            let comments = posts_store::comments(look, reading, post.id, 0)?;
            (vec![post], comments)
        }
        None => (posts_store::posts(look, reading, i64::MAX, EXHIBITS_MAX)?, Vec::new()),
    };
    let mut list = Vec::new();
    for (kind, pieces) in [(Kind::Post, posts), (Kind::Comment, comments)] {
        for piece in pieces {
            let photos = piece.photos.into_iter().map(|photo| (photo.id, photo.words)).collect();
            list.push(Exhibit {
                id: piece.id,
                kind,
                author: piece.author,
                state: piece.state,
                by_author: piece.by_author,
                made_at: piece.made_at,
                edited: piece.edited,
                about: kind == Kind::Post,
                body: piece.body,
                more: piece.poll,
                photos: named(photos, |photo| talk_store::photo(look, reading, photo))?,
                earlier: piece.earlier,
            });
        }
    }
    list.sort_by_key(|exhibit| exhibit.id.0);
    Ok(list)
}
