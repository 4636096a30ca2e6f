//! The picture of a conversation of many: who sets it, changes it, and takes it away.

use super::overseen_store;
use super::people::led;
use super::store;
use crate::base::{Error, ItemId, Kind, Problem, Result, Rules, Topic};
use crate::db::Change;
use crate::features::levels::{self, Where};
use crate::features::moderation::{self, Verdict};

/// Who leads a conversation of many gives it a picture, by its name on the shelf, or another one. It has no state in which it
/// waits: where a picture would wait for staff, there is none.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for whoever does not lead it, and where members may make nothing now; `Invalid`
/// for the field `picture` where it would wait.
pub(super) fn set(change: &mut Change<'_>, rules: &Rules, id: ItemId, picture: &str) -> Result<()> {
    led(change, id)?;
    moderation::check_photos(change, rules, "picture", 1)?;
    match moderation::verdict(levels::at(change, rules, Where::Under(id))?, 1) {
        Verdict::Publish => {}
        Verdict::Hold => return Err(Error::field("picture", Problem::ForStaff)),
        Verdict::Block => return Err(Error::Forbidden),
    }
    changed(change, id, Some(picture))
}

/// Who leads a conversation of many takes its picture away.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for whoever does not lead it.
pub(super) fn remove(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    led(change, id)?;
    changed(change, id, None)
}

/// Staff who see a case of talk take the picture of its conversation away.
///
/// # Errors
/// `NotFound` where there is no such case for the viewer, or no picture.
pub fn take_picture(change: &mut Change<'_>, case: ItemId) -> Result<()> {
    let talk = overseen_store::talk_in_case(change, case)?.ok_or(Error::NotFound)?;
    talk.picture.ok_or(Error::NotFound)?;
    changed(change, talk.id, None)
}

fn changed(change: &mut Change<'_>, id: ItemId, picture: Option<&str>) -> Result<()> {
    store::set_picture(change, id, picture)?;
    change.about(Kind::Conversation.word(), id.0);
    change.touch(Topic::Conversation(id), None);
    Ok(())
}
