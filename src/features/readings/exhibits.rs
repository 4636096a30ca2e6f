//! What is taken out of a Reading as evidence: a write as any look under it, since each thing has its entry.

use super::posts_store::Piece;
use super::{DOCUMENT, albums_store, posts_store, store, talk_store};
use crate::base::{AccountId, Error, ItemId, Kind, Result};
use crate::db::{Change, Snapshot};
use crate::features::chat::{self, Span};
use crate::features::desk::{Exhibit, named};

/// Messages, or posts, albums and photos, that one pack takes: the newest.
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

/// Shows everything that a Reading opens, to be taken out: at most [`EXHIBITS_MAX`], the newest; of what somebody posts, one
/// post or album with what is written under it, where `post` says which. Each thing has its own entry in the record.
///
/// # Errors
/// As [`people_in`]; `NotFound`, too, for what is none of those.
pub fn exhibits(change: &mut Change<'_>, reading: i64, post: Option<ItemId>) -> Result<Vec<Exhibit>> {
    let found = open(change, reading)?;
    let list = if found.of_posts { posts(change, reading, post)? } else { talk(change, reading)? };
    let mut things = Vec::new();
    for exhibit in &list {
        things.push((exhibit.kind.word(), exhibit.id.0));
        let photos = exhibit.photos.iter().filter(|(photo, ..)| *photo != exhibit.id);
        things.extend(photos.map(|(photo, ..)| (Kind::Photo.word(), photo.0)));
        things.extend(exhibit.files.iter().map(|document| (DOCUMENT, document.id)));
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
    let mut pieces = match post {
        Some(post) if posts_store::kind(look, reading, post)? == Some(Kind::Album) => {
            let album = albums_store::album(look, reading, post)?;
            let photos = albums_store::photos(look, reading, album.id, 0, EXHIBITS_MAX)?;
            let ids: Vec<ItemId> = photos.iter().map(|photo| photo.id).collect();
            let comments = albums_store::comments_of(look, reading, &ids, EXHIBITS_MAX)?;
            of(Kind::Album, vec![album])
                .chain(of(Kind::Photo, photos))
                .chain(of(Kind::Comment, comments))
                .collect()
        }
        Some(post) => {
            let post = posts_store::post(look, reading, post)?;
            let comments = posts_store::comments(look, reading, post.id, 0)?;
            of(Kind::Post, vec![post]).chain(of(Kind::Comment, comments)).collect::<Vec<_>>()
        }
        None => {
            let posts = posts_store::posts(look, reading, i64::MAX, EXHIBITS_MAX)?;
            let albums = albums_store::albums(look, reading, i64::MAX, EXHIBITS_MAX)?;
            let photos = albums_store::newest_photos(look, reading, EXHIBITS_MAX)?;
            of(Kind::Post, posts).chain(of(Kind::Album, albums)).chain(of(Kind::Photo, photos)).collect()
        }
    };
    pieces.sort_by_key(|(_, piece)| piece.id.0);
    let pieces = pieces.split_off(pieces.len().saturating_sub(EXHIBITS_MAX));
    pieces.into_iter().map(|(kind, piece)| exhibit(look, reading, kind, piece)).collect()
}

fn of(kind: Kind, pieces: Vec<Piece>) -> impl Iterator<Item = (Kind, Piece)> {
    pieces.into_iter().map(move |piece| (kind, piece))
}

fn exhibit(look: &Snapshot<'_>, reading: i64, kind: Kind, piece: Piece) -> Result<Exhibit> {
    // What an album is called stands above what it is about.
    let body = if piece.title.is_empty() { piece.body } else { format!("{}\n\n{}", piece.title, piece.body) };
    // What is said of a photo of an album stands with the picture; so does what was said before.
    let mut earlier = piece.earlier;
    let mut photos = Vec::with_capacity(piece.photos.len());
    for photo in piece.photos {
        if kind == Kind::Photo {
            earlier.extend(photo.earlier);
        }
        photos.push((photo.id, photo.words));
    }
    Ok(Exhibit {
        id: piece.id,
        kind,
        author: piece.author,
        state: piece.state,
        by_author: piece.by_author,
        made_at: piece.made_at,
        edited: piece.edited,
        about: kind != Kind::Comment,
        body: body.trim_end().to_owned(),
        more: piece.poll,
        photos: named(photos, |photo| talk_store::photo(look, reading, photo))?,
        files: Vec::new(),
        earlier,
    })
}
