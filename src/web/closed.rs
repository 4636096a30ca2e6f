//! Pages that are there only to write: while staff have stopped all writing, members find a calm word in their place.

use super::{Answer, Page, Visit};
use crate::base::Role;
use crate::ui::{self, Icon, Place};
use axum::http::Method;

/// The routes of these pages. What stands on a page beside other things goes by the house rules of that look
/// (`Rules::offered_to`); what one had begun to write is kept, and is there again afterwards.
pub(super) const WRITING: &[&str] = &[
    "/posts/new",
    "/posts/{id}/edit",
    "/comments/{id}/edit",
    "/messages/{id}/edit",
    "/chat/new",
    "/photos/{id}/edit",
    "/albums/new",
    "/albums/{id}/edit",
    "/groups/{id}/albums/new",
    "/groups/{id}/files/new",
    "/groups/{id}/edit",
    "/files/{id}/edit",
    "/events/new",
    "/events/{id}/edit",
    "/announcements/new",
    "/announcements/{id}/edit",
];

/// What stands in place of the page of this route, where it is closed to whoever asks for it.
pub(super) fn in_place_of(path: &str, visit: &Visit) -> Option<Answer> {
    let stopped = visit.someone()?.frozen.iter().find(|each| each.group.is_none())?;
    if visit.viewer().role() != Some(Role::Member) || visit.method != Method::GET || !WRITING.contains(&path)
    {
        return None;
    }
    let lang = visit.lang();
    let words = format!("{} {}", stopped.words, lang.freeze_kept());
    let main = ui::dead_end(Icon::Lock, lang.freeze_now(), &words, Some(("/", lang.refusal_go_home())));
    Some(visit.show(Page::new(lang.freeze_now(), Place::Elsewhere, main).closed()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_these_pages_is_there() {
        let routes = crate::features::routes();
        for path in WRITING {
            let found = routes.list().iter().any(|route| route.path == *path && route.method == Method::GET);
            assert!(found, "{path} is no page");
        }
    }
}
