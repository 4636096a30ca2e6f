//! The order of an album: a photo goes elsewhere in it, or into another one.

use super::{Photo, find, find_photo, has_room, my_album, my_photo, photo_store, store, touch};
use crate::base::{Error, ItemId, Problem, Result, State, Topic};
use crate::db::Change;
use crate::features::moderation::{self, Verdict};
use crate::features::{items, levels};

/// Where a photo is to stand in its album.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One place nearer to the beginning.
    Up,
    /// One place nearer to the end.
    Down,
    /// At the beginning.
    First,
    /// Before this photo of the same album.
    Before(ItemId),
    /// After all others.
    Last,
}

/// Puts a photo of one's own album at another place in it; gives the album.
///
/// # Errors
/// `NotFound` where it is not seen or in no album; `Forbidden` where the order is not the viewer's; `NotFound` also where the photo to stand before is in no such album.
pub fn place_photo(change: &mut Change<'_>, id: ItemId, step: Step) -> Result<ItemId> {
    let photo = ordered_photo(change, id)?;
    change.about("photo", id.0);
    match step {
        Step::Up | Step::Down => {
            let (before, after) = photo_store::beside(change, &photo)?;
            if let Some(other) = if step == Step::Up { before } else { after } {
                photo_store::swap(change, &photo, other)?;
            }
        }
        Step::First => photo_store::put_first(change, photo.parent, id)?,
        Step::Last => photo_store::put_last(change, photo.parent, id)?,
        Step::Before(other) => {
            let before = ordered_photo(change, other)?;
            if before.parent != photo.parent {
                return Err(Error::NotFound);
            }
            photo_store::put_before(change, photo.parent, id, other)?;
        }
    }
    if photo.own_state == State::Shown {
        change.touch(Topic::Album(photo.parent), None);
    }
    Ok(photo.parent)
}

/// Puts a photo of one's own album into another of one's own, at its end.
///
/// # Errors
/// As [`super::edit_photo`], for both albums; `Invalid` where there is no room.
pub fn move_photo(change: &mut Change<'_>, id: ItemId, to: ItemId) -> Result<()> {
    let photo = my_photo(change, id)?;
    if my_album(change, to)?.group.is_some() {
        return Err(Error::Forbidden);
    }
    change.about("photo", id.0);
    if photo.parent == to {
        return Ok(());
    }
    has_room(change, to, 1)?;
    photo_store::put_into(change, id, to)?;
    touch(change, &photo);
    if photo.own_state == State::Shown {
        if levels::looked_at_there(change, to)? {
            match moderation::verdict(change.strictest_over(to)?, 1) {
                Verdict::Publish => {}
                Verdict::Hold => {
                    items::set_state(change, id, State::Held)?;
                    change.touch(Topic::Desk, Some(id));
                }
                Verdict::Block => return Err(Error::field("to", Problem::OnlyRead)),
            }
        }
        change.touch(Topic::Album(to), None);
    }
    Ok(())
}

/// Makes a photo the cover of the album it is in; gives the album.
///
/// # Errors
/// As [`super::edit_photo`].
pub fn set_cover(change: &mut Change<'_>, id: ItemId) -> Result<ItemId> {
    let photo = ordered_photo(change, id)?;
    store::set_cover(change, photo.parent, id)?;
    change.about("album", photo.parent.0);
    Ok(photo.parent)
}

/// A photo in an album whose order and cover the viewer chooses.
pub(super) fn ordered_photo(change: &Change<'_>, id: ItemId) -> Result<Photo> {
    let photo = find_photo(change, id)?;
    if !photo.in_album {
        return Err(Error::NotFound);
    }
    let album = find(change, photo.parent)?;
    if album.is_ordered_by(change.viewer()) { Ok(photo) } else { Err(Error::Forbidden) }
}
