//! What a Reading of somebody's posts for few shows of their albums: each album, photo and comment with an entry in the
//! record.

use super::posts_store::Piece;
use super::{Pieces, albums_store, cut, shown, store, talk_store, things_of};
use crate::base::{ItemId, Kind, Result, limits};
use crate::db::Change;

/// One more than a page has, so that it is known whether more follows.
const ASKED: usize = limits::LIST_PAGE + 1;

/// Shows one page of the albums, without their photos.
///
/// # Errors
/// `NotFound` where no Reading of posts of the viewer's is open under this number.
pub(super) fn show_albums(change: &mut Change<'_>, id: i64, before: i64) -> Result<Pieces> {
    let found = store::find(change, id)?;
    talk_store::open_person(change, id, true)?;
    let albums = cut(albums_store::albums(change, id, before, ASKED)?);
    shown(change, &found, things_of(albums.0.iter().map(|album| (Kind::Album, album))))?;
    Ok(albums)
}

/// Shows one album with one page of its photos.
///
/// # Errors
/// As [`show_albums`]; `NotFound`, too, for what is no such album.
pub(super) fn show_album(
    change: &mut Change<'_>,
    id: i64,
    album: ItemId,
    after: i64,
) -> Result<(Piece, Pieces)> {
    let found = store::find(change, id)?;
    talk_store::open_person(change, id, true)?;
    let album = albums_store::album(change, id, album)?;
    let photos = cut(albums_store::photos(change, id, album.id, after, ASKED)?);
    let pieces = photos.0.iter().map(|photo| (Kind::Photo, photo));
    shown(change, &found, things_of(std::iter::once((Kind::Album, &album)).chain(pieces)))?;
    Ok((album, photos))
}

/// Shows one photo of an album with one page of what is written under it; gives the album, too.
///
/// # Errors
/// As [`show_albums`]; `NotFound`, too, for what is no such photo.
pub(super) fn show_photo(
    change: &mut Change<'_>,
    id: i64,
    photo: ItemId,
    after: i64,
) -> Result<(Piece, ItemId, Pieces)> {
    let found = store::find(change, id)?;
    talk_store::open_person(change, id, true)?;
    let (photo, album) = albums_store::photo(change, id, photo)?;
    let comments = cut(albums_store::comments(change, id, photo.id, after, ASKED)?);
    let pieces = comments.0.iter().map(|comment| (Kind::Comment, comment));
    shown(change, &found, things_of(std::iter::once((Kind::Photo, &photo)).chain(pieces)))?;
    Ok((photo, album, comments))
}
