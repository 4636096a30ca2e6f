//! Posts that stand on top of a stream: of a group by its leaders, of Everyone by staff.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{Spot, pinned, spots};
pub use views::choices;

use crate::base::{Act, Error, ItemId, Problem, Result, Topic, limits};
use crate::db::Change;

/// The stream Everyone, where a group's number would stand.
pub const EVERYONE: i64 = 0;

/// Pins a post on top of a stream, or takes it down.
///
/// # Errors
/// `NotFound` where the post is not seen; `Forbidden` where the viewer does not lead that group or, for
/// Everyone, is not staff, and where the post is not in that stream; `Invalid` where as many are pinned already
/// as may be.
pub fn set(change: &mut Change<'_>, post: ItemId, stream: i64, pins: bool) -> Result<()> {
    let spot = spots(change, post)?.into_iter().find(|spot| spot.stream == stream);
    let Some(spot) = spot else {
        return Err(if store::is_seen(change, post)? { Error::Forbidden } else { Error::NotFound });
    };
    if pins && spot.is_full() {
        return Err(Error::field("", Problem::TooMany { limit: limits::PINS_MAX }));
    }
    if pins {
        store::insert(change, post, stream)?;
    } else {
        store::delete(change, post, stream)?;
        change.becomes(Act::UnpinPost);
    }
    change.about("post", post.0);
    change.touch(Topic::Post(post), Some(post));
    Ok(())
}
