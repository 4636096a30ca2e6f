//! What open pages get to know of who has read what their readers wrote, where the house lets people know.

use super::{read_store, read_views, store};
use crate::base::{ItemId, Result, Rules};
use crate::db::Snapshot;
use crate::lang::Lang;
use crate::web::live::{Crowd, Told};

/// The line under the newest of one's own that others have read, for each who wrote after this place: nobody else's can
/// have changed. In a room in which two hundred read one message that is its author alone.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tell(crowd: &Crowd<'_>, after: i64) -> Result<Vec<Option<Told>>> {
    let conversation = crowd.item().unwrap_or(ItemId(0));
    crowd.each(|look, ear| {
        if !crowd.rules.show_read || !read_store::wrote_after(look, conversation, after)? {
            return Ok(None);
        }
        let html = now(look, crowd.rules, ear.lang, conversation)?;
        Ok(html.map(|html| Told { html: html.into(), mark: None }))
    })
}

/// How it stands now, for a page that was away; nothing where the house does not let people know.
///
/// # Errors
/// `NotFound` where the viewer is not in it.
pub(super) fn now(
    look: &Snapshot<'_>,
    rules: &Rules,
    lang: &Lang,
    conversation: ItemId,
) -> Result<Option<String>> {
    if !rules.show_read {
        return Ok(None);
    }
    let sort = store::find(look, conversation)?.sort;
    let seen = read_store::seen(look, conversation)?;
    Ok(Some(read_views::told(lang, conversation, sort, seen.as_ref())))
}
