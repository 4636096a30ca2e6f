//! What open pages get to know of a comment that came, changed or went.

use super::{store, views};
use crate::base::{ItemId, Result, Topic, Under};
use crate::db::Snapshot;
use crate::features::levels;
use crate::features::posts::Seer;
use crate::ui::Now;
use crate::web::live::Telling;

/// Where a comment stands now for one who listens.
pub(super) enum Place {
    /// At the end.
    Last,
    /// Before this one.
    Before(ItemId),
}

/// Where a comment stands among those that this viewer sees.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn place(look: &Snapshot<'_>, line: &store::Line) -> Result<Place> {
    Ok(store::next(look, &line.comment)?.map_or(Place::Last, Place::Before))
}

/// The changes of one event, as this listener sees them.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let under = match telling.event.topic {
        Topic::Post(id) => Under::Post(id),
        Topic::Photo(id) => Under::Photo(id),
        _ => return Ok(None),
    };
    let Some(id) = telling.event.item else { return Ok(None) };
    if !telling.topics.contains(&under.channel()) {
        return Ok(None);
    }
    // The page of the thing itself listens to this too; a stream shows only how many there are.
    let whole = telling.topics.contains(&format!("comments/{}", under.id()));
    if id == under.id() {
        let seen = super::parent(telling.look, under).is_ok();
        return Ok((whole && !seen).then(views::all_gone));
    }
    let Some(line) = store::line(telling.look, id)? else {
        if !store::is_gone(telling.look, under, id)? {
            return Ok(None); // never seen, and not to be guessed at
        }
        let count = store::count(telling.look, under)?;
        return Ok(Some(views::gone(telling.lang, whole.then_some(id), under, count)));
    };
    let count = store::count(telling.look, under)?;
    if !whole {
        return Ok(Some(views::counted(telling.lang, under, count)));
    }
    let place = place(telling.look, &line)?;
    let now = Now::new(telling.look.now_ms(), &telling.rules.time_zone);
    let seer = Seer::live(telling, &now).where_it(levels::rests(telling.look, under.id())?);
    Ok(Some(views::came(&seer, &line, &place, count)))
}
