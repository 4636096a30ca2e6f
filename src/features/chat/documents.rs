//! Documents in messages: where they may be sent, and by whom.

use super::store::{self, Conversation};
use super::{Draft, people_store, rules};
use crate::base::{Error, Problem, Result, Rules, Uploads};
use crate::db::{Change, Snapshot};
use crate::features::{photos, space};

/// May the viewer put documents into messages of this conversation? Where only leaders send files, those of a group are
/// for who leads that group.
///
/// # Errors
/// `Invalid` for the field `document` where they may not; `Broken` if the database fails.
pub(super) fn check_may_add(look: &Snapshot<'_>, rules: &Rules, talk: Option<&Conversation>) -> Result<()> {
    if !rules.talk_files {
        return Err(Error::field("document", Problem::NoDocuments));
    }
    if look.viewer().is_staff() {
        return Ok(());
    }
    let may = match (rules.uploads, talk.and_then(|talk| talk.group)) {
        (Uploads::Everyone, _) => true,
        (Uploads::Leaders, Some(group)) => store::leads_group(look, group)?,
        (Uploads::Leaders, None) => people_store::leads_any(look)?,
        (Uploads::Staff, _) => false,
    };
    if may { Ok(()) } else { Err(Error::field("document", photos::not_sent(rules))) }
}

/// Does the form for a new message in this conversation take documents?
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn are_taken(look: &Snapshot<'_>, house: &Rules, talk: Option<&Conversation>) -> Result<bool> {
    match check_may_add(look, house, talk) {
        Ok(()) => Ok(true),
        Err(Error::Invalid(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// As [`check_may_add`], before anything is read of what was sent; and may the viewer write there at all?
///
/// # Errors
/// As there, and as for sending a message.
pub(super) fn check_before(look: &Snapshot<'_>, house: &Rules, talk: &Conversation) -> Result<()> {
    rules::check(look, house, talk)?;
    check_may_add(look, house, Some(talk))
}

/// May these documents be sent, and is there room for them beside the photos that go with them?
///
/// # Errors
/// `Invalid` for the field `document` where not.
pub(super) fn check(change: &Change<'_>, rules: &Rules, talk: &Conversation, draft: &Draft) -> Result<()> {
    if draft.files.is_empty() {
        return Ok(());
    }
    check_may_add(change, rules, Some(talk))?;
    let files: u64 = draft.files.iter().map(|file| file.bytes).sum();
    let photos: u64 = draft.photos.iter().map(|photo| photo.bytes).sum();
    if space::sum(&space::taken(change)?) + files + photos > space::most_bytes(rules) {
        return Err(Error::field("document", Problem::NoSpace { limit_mb: rules.space_mb }));
    }
    Ok(())
}
