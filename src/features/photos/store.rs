//! The SQL of photo files: whose file may this viewer have?

use crate::base::{AccountId, ItemId, Result};
use crate::db::Snapshot;

/// The shelf name of a photo that the viewer sees, in its post, in its comment (by the id of that) or at the desk.
///
/// # Errors
/// `NotFound` where the viewer sees no such photo.
pub fn file_of(look: &Snapshot<'_>, id: ItemId) -> Result<String> {
    look.found(
        "SELECT name FROM seen_photo WHERE id = ?1
         UNION ALL SELECT name FROM seen_comment_photo WHERE id = ?1
         UNION ALL SELECT name FROM seen_message_photo WHERE id = ?1
         UNION ALL SELECT name FROM seen_photo_by_staff WHERE id = ?1
         UNION ALL SELECT photo FROM seen_at_desk WHERE id = ?1 AND photo IS NOT NULL LIMIT 1",
        [id.0],
        |row| row.get(0),
    )
}

/// The shelf name of the picture of a person whom the viewer sees.
pub(super) fn picture_of(look: &Snapshot<'_>, id: AccountId) -> Result<String> {
    look.found("SELECT picture FROM seen_person WHERE id = ?1 AND picture IS NOT NULL", [id.0], |row| {
        row.get(0)
    })
}

/// The name of every photo and picture that something names: for the sweep, which sees nothing else of them.
pub(super) fn all_named(look: &Snapshot<'_>) -> Result<Vec<String>> {
    look.list("SELECT name FROM seen_on_shelf", [], |row| row.get(0))
}

/// Does anything name this photo or picture?
pub(super) fn is_named(look: &Snapshot<'_>, name: &str) -> Result<bool> {
    look.any("SELECT 1 FROM seen_on_shelf WHERE name = ?1", [name])
}
