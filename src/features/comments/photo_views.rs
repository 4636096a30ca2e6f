//! The HTML of the page of one photo: the photo, what staff decided about it, its comments.

use super::thread_views::{self, Talk, Writing};
use crate::features::albums::{self, Shown};
use crate::features::moderation::Decision;
use crate::features::posts::Seer;
use maud::{Markup, html};

/// What the page of one photo shows.
pub(super) struct PhotoPage {
    pub shown: Shown,
    pub talk: Talk,
    /// What staff decided about it, for its author.
    pub decisions: Vec<Decision>,
}

pub(super) fn page(seer: &Seer<'_>, page: &PhotoPage, writing: Option<&Writing<'_>>) -> Markup {
    html! {
        h1.unseen { (albums::photo_title(seer.lang, &page.shown.photo)) }
        (albums::figure(seer, &page.shown))
        (thread_views::decisions(seer, &page.decisions))
        (thread_views::talk(seer, &page.talk, writing))
    }
}
