//! What open pages get to know of albums and photos: what came, moved, changed or went.

use super::{find, find_photo, photo_store, photo_views, views};
use crate::base::{Error, ItemId, Result, State, Topic, limits};
use crate::db::Snapshot;
use crate::web::live::Telling;

/// What a page of an album listens to; `after` is the place after which it begins.
pub(super) fn topics(album: ItemId, after: i64) -> Vec<String> {
    vec![format!("album/{album}"), format!("album-page/{album}/{after}")]
}

/// A page follows an album or a photo only while its reader sees it.
pub(super) fn lets_listen(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    let Some((word, rest)) = topic.split_once('/') else { return Ok(true) };
    let id = || rest.split('/').next().and_then(|id| id.parse::<ItemId>().ok());
    let seen = match (word, id()) {
        ("album" | "album-page", Some(album)) => find(look, album).map(|_| ()),
        ("photo" | "beside", Some(photo)) => find_photo(look, photo).map(|_| ()),
        ("album" | "album-page" | "photo" | "beside", None) => Err(Error::NotFound),
        _ => Ok(()),
    };
    Error::is_there(seen)
}

/// The changes of one event, as this listener sees them.
pub(super) fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    match telling.event.topic {
        Topic::Photo(photo) => photo_told(telling, photo),
        Topic::Album(album) if telling.topics.contains(&format!("album/{album}")) => {
            album_told(telling, album)
        }
        _ => Ok(None),
    }
}

/// The page of a photo gets to know of the photo itself: its words now, or that it went.
fn photo_told(telling: &Telling<'_>, photo: ItemId) -> Result<Option<String>> {
    if telling.event.item != Some(photo) || !telling.topics.contains(&format!("photo/{photo}")) {
        return Ok(None);
    }
    match find_photo(telling.look, photo) {
        Ok(photo) if photo.state != State::Removed => Ok(Some(photo_views::changed(telling.lang, &photo))),
        Ok(_) | Err(Error::NotFound) => Ok(Some(photo_views::gone(photo))),
        Err(error) => Err(error),
    }
}

/// A page of an album gets its photos anew, or fetches itself where the album's own words changed or it went; the page
/// of one photo gets the ways to its neighbours.
fn album_told(telling: &Telling<'_>, album: ItemId) -> Result<Option<String>> {
    let look = telling.look;
    let of_page = |topic: &str| topic.strip_prefix(&format!("album-page/{album}/"))?.parse::<i64>().ok();
    if let Some(after) = telling.topics.iter().find_map(of_page) {
        let found = match find(look, album) {
            Ok(found) if telling.event.item != Some(album) => found,
            Ok(_) | Err(Error::NotFound) => return Ok(Some(views::anew())),
            Err(error) => return Err(error),
        };
        let photos = photo_store::of_album(look, album, after, limits::ALBUM_PAGE)?;
        return Ok(Some(views::photos_now(telling.lang, &found, &photos)));
    }
    let beside = |topic: &str| topic.strip_prefix("beside/")?.parse::<ItemId>().ok();
    let Some(photo) = telling.topics.iter().find_map(beside) else { return Ok(None) };
    match find_photo(look, photo) {
        Ok(photo) if photo.parent == album => {
            let ways = photo_store::beside(look, &photo)?;
            Ok(Some(photo_views::beside_now(telling.lang, photo.id, ways)))
        }
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
