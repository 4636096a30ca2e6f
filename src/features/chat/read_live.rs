//! What open pages get to know of who has read what their readers wrote, where the house lets people know.

use super::{read_store, read_views, store};
use crate::base::{AccountId, ItemId, Result, Rules};
use crate::db::Snapshot;
use crate::lang::Lang;
use crate::web::live::{Crowd, Told};

/// The line under the newest of one's own that others have read, for each who wrote what one of these readers read: nobody
/// else's can have changed. In a room in which two hundred read one message that is its author alone. That somebody read
/// from whom staff keep the author is nothing to them, not even a line that stays the same.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tell(crowd: &Crowd<'_>, readers: &[(AccountId, i64)]) -> Result<Vec<Option<Told>>> {
    let conversation = crowd.item().unwrap_or(ItemId(0));
    crowd.each(|look, ear| {
        if !crowd.rules.show_read {
            return Ok(None);
        }
        let Some(after) = first_of(look, readers)? else { return Ok(None) };
        if !read_store::wrote_after(look, conversation, after)? {
            return Ok(None);
        }
        let html = now(look, crowd.rules, ear.lang, conversation)?;
        Ok(html.map(|html| Told { html: html.into(), mark: None }))
    })
}

/// From where on the first of these read whom the viewer may know of.
fn first_of(look: &Snapshot<'_>, readers: &[(AccountId, i64)]) -> Result<Option<i64>> {
    if !look.has_strangers()? {
        return Ok(readers.iter().map(|(_, after)| *after).min());
    }
    let mut first = None;
    for (who, after) in readers {
        if !look.is_stranger(*who)? {
            first = Some(first.map_or(*after, |known: i64| known.min(*after)));
        }
    }
    Ok(first)
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
