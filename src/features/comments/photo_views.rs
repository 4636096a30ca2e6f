//! The HTML of the page of one photo: the photo, what staff decided about it, its comments.

use super::thread_views::{self, Talk, Writing};
use crate::features::albums::{self, Around, Shown};
use crate::features::moderation::Decision;
use crate::features::posts::Seer;
use crate::features::spots::{self, Spot};
use crate::ui::{self, Icon};
use maud::{Markup, html};

/// What the page of one photo shows.
pub(super) struct PhotoPage {
    pub shown: Shown,
    pub talk: Talk,
    /// What staff decided about it, for its author.
    pub decisions: Vec<Decision>,
    /// Who is tagged in it.
    pub spots: Vec<Spot>,
    /// Whether the reader may tag somebody.
    pub may_tag: bool,
}

pub(super) fn page(seer: &Seer<'_>, page: &PhotoPage, writing: Option<&Writing<'_>>) -> Markup {
    let photo = page.shown.photo.id;
    let around = Around { over: spots::over(photo, &page.spots), under: under(seer, page) };
    html! {
        h1.unseen { (albums::photo_title(seer.lang, &page.shown.photo)) }
        (albums::figure(seer, &page.shown, &around))
        (thread_views::decisions(seer, &page.decisions))
        (thread_views::talk(seer, &page.talk, writing))
    }
}

/// Who is in the photo, and the way to tag somebody.
fn under(seer: &Seer<'_>, page: &PhotoPage) -> Markup {
    let (lang, photo) = (seer.lang, page.shown.photo.id);
    html! {
        (spots::list(lang, (seer.me, seer.writes), photo, &page.spots))
        @if page.may_tag {
            p { a.button.button-small href={ "/photos/" (photo) "/tag" } { (ui::icon(Icon::UserPlus)) (lang.spots_add()) } }
        }
    }
}
