//! What an album, or a photo of one, said before.

use super::{find, find_photo, history_views};
use crate::base::{Error, ItemId};
use crate::features::items::{self, Version};
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/albums/{id}/history", Gate::Member, of_album).get(
        "/photos/{id}/history",
        Gate::Member,
        of_photo,
    )
}

/// Two texts of one thing, as they were kept: a title and what the album is about, or a caption and what a photo shows.
/// What was kept as one line is the title, or what the photo shows.
pub(super) fn parted(kept: &str, one_is_first: bool) -> (String, String) {
    match kept.split_once('\n') {
        Some((first, second)) => (first.to_owned(), second.to_owned()),
        None if one_is_first => (kept.to_owned(), String::new()),
        None => (String::new(), kept.to_owned()),
    }
}

async fn of_album(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (album, versions, now) = visit
        .read(|look| {
            let versions = items::versions(look, &[id])?.remove(&id).unwrap_or_default();
            Ok((find(look, id)?, versions, look.now_ms()))
        })
        .await?;
    let lang = visit.lang();
    let now = Now::new(now, &visit.rules().time_zone);
    let said = said(&versions, true);
    let main = history_views::of_album(lang, &now, &album, &said);
    visit.show(Page::new(lang.post_history(), Place::People, main))
}

async fn of_photo(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (photo, versions, now) = visit
        .read(|look| {
            let photo = find_photo(look, id)?;
            // What a photo of a post said before stands in the history of the post.
            if !photo.in_album {
                return Err(Error::NotFound);
            }
            let versions = items::versions(look, &[id])?.remove(&id).unwrap_or_default();
            Ok((photo, versions, look.now_ms()))
        })
        .await?;
    let lang = visit.lang();
    let now = Now::new(now, &visit.rules().time_zone);
    let said = said(&versions, false);
    let main = history_views::of_photo(lang, &now, &photo, &said);
    visit.show(Page::new(lang.post_history(), Place::People, main))
}

/// Each version in its two parts, with the time until which it said so.
fn said(versions: &[Version], one_is_first: bool) -> Vec<(i64, String, String)> {
    let each = |version: &Version| {
        let (first, second) = parted(&version.body, one_is_first);
        (version.until_at, first, second)
    };
    versions.iter().map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn what_was_kept_as_one_text_comes_apart_again() {
        let both = |first: &str, second: &str| (first.to_owned(), second.to_owned());
        assert_eq!(parted("Our trip\nTo *the*\nsea", true), both("Our trip", "To *the*\nsea"));
        assert_eq!(parted("Our trip", true), both("Our trip", ""));
        assert_eq!(parted("On the pond\nA heron", false), both("On the pond", "A heron"));
        assert_eq!(parted("\nA heron", false), both("", "A heron"));
        assert_eq!(parted("On the pond\n", false), both("On the pond", ""));
        assert_eq!(parted("A heron", false), both("", "A heron"));
    }
}
