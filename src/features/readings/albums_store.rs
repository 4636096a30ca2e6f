//! The SQL of somebody's albums for few, under a Reading of what they post.

use super::posts_store::{Piece, fill, piece};
use crate::base::{Error, ItemId, Result};
use crate::db::{Snapshot, params};
use crate::features::items::id_list;

/// Its title and what it is about, as a piece: see [`piece`] for the order.
const ALBUM: &str =
    "SELECT id, author_id, state, removed_by, made_at, edited_at, about, audience, NULL, NULL, title
     FROM seen_reading_album WHERE reading_id = ?1";

/// A photo of an album, as a piece without words of its own: they stand with the picture.
const PHOTO: &str =
    "SELECT id, author_id, state, removed_by, made_at, edited_at, '', NULL, NULL, NULL, NULL FROM";

/// Albums of the person under the viewer's open Reading, the newest first. Six statements.
pub(super) fn albums(look: &Snapshot<'_>, reading: i64, before: i64, limit: usize) -> Result<Vec<Piece>> {
    let sql = format!("{ALBUM} AND id < ?2 ORDER BY id DESC LIMIT ?3");
    let mut albums = look.list(&sql, params![reading, before, limit as i64], piece)?;
    fill(look, reading, &mut albums)?;
    Ok(albums)
}

/// Has the person any such album?
pub(super) fn any(look: &Snapshot<'_>, reading: i64) -> Result<bool> {
    look.any("SELECT 1 FROM seen_reading_album WHERE reading_id = ?1 LIMIT 1", [reading])
}

/// One of them.
pub(super) fn album(look: &Snapshot<'_>, reading: i64, album: ItemId) -> Result<Piece> {
    one(look, &format!("{ALBUM} AND id = ?2"), reading, album)
}

/// Its photos after one, as they were put in.
pub(super) fn photos(
    look: &Snapshot<'_>,
    reading: i64,
    album: ItemId,
    after: i64,
    limit: usize,
) -> Result<Vec<Piece>> {
    let sql = format!(
        "{PHOTO} seen_reading_photo_of_album WHERE reading_id = ?1 AND album_id = ?2 AND id > ?3 ORDER BY id LIMIT ?4"
    );
    let mut photos = look.list(&sql, params![reading, album.0, after, limit as i64], piece)?;
    fill(look, reading, &mut photos)?;
    Ok(photos)
}

/// One photo, and the album it is in.
pub(super) fn photo(look: &Snapshot<'_>, reading: i64, photo: ItemId) -> Result<(Piece, ItemId)> {
    let album = look.found(
        "SELECT album_id FROM seen_reading_album_photo WHERE reading_id = ?1 AND id = ?2",
        [reading, photo.0],
        |row| row.get(0).map(ItemId),
    )?;
    let sql = format!("{PHOTO} seen_reading_album_photo WHERE reading_id = ?1 AND id = ?2");
    Ok((one(look, &sql, reading, photo)?, album))
}

/// What is written under a photo after a place, the oldest first.
pub(super) fn comments(
    look: &Snapshot<'_>,
    reading: i64,
    photo: ItemId,
    after: i64,
    limit: usize,
) -> Result<Vec<Piece>> {
    let sql =
        "SELECT id, author_id, state, removed_by, made_at, edited_at, body, NULL, NULL, NULL, NULL
         FROM seen_reading_comment_of_photo WHERE reading_id = ?1 AND photo_id = ?2 AND id > ?3 ORDER BY id LIMIT ?4";
    let mut found = look.list(sql, params![reading, photo.0, after, limit as i64], piece)?;
    fill(look, reading, &mut found)?;
    Ok(found)
}

/// The newest photos of all those albums.
pub(super) fn newest_photos(look: &Snapshot<'_>, reading: i64, limit: usize) -> Result<Vec<Piece>> {
    let sql = format!("{PHOTO} seen_reading_photo_of_album WHERE reading_id = ?1 ORDER BY id DESC LIMIT ?2");
    let mut photos = look.list(&sql, params![reading, limit as i64], piece)?;
    fill(look, reading, &mut photos)?;
    Ok(photos)
}

/// What is written under these photos, the oldest first; at most so many.
pub(super) fn comments_of(
    look: &Snapshot<'_>,
    reading: i64,
    photos: &[ItemId],
    limit: usize,
) -> Result<Vec<Piece>> {
    let sql = "SELECT id, author_id, state, removed_by, made_at, edited_at, body, NULL, NULL, NULL, NULL
         FROM seen_reading_comment_of_photo
         WHERE reading_id = ?1 AND photo_id IN (SELECT value FROM json_each(?2)) ORDER BY id LIMIT ?3";
    let mut found = look.list(sql, params![reading, id_list(photos), limit as i64], piece)?;
    fill(look, reading, &mut found)?;
    Ok(found)
}

fn one(look: &Snapshot<'_>, sql: &str, reading: i64, id: ItemId) -> Result<Piece> {
    let mut found = vec![look.found(sql, [reading, id.0], piece)?];
    fill(look, reading, &mut found)?;
    found.pop().ok_or(Error::NotFound)
}
