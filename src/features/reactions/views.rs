//! The HTML of what is sent when a reaction changes.

use crate::base::{ItemId, Kind};
use crate::features::items::Reactions;
use crate::features::posts;
use crate::lang::Lang;
use maud::html;

/// The bar in place of the one that stands there; whatever has the focus in it keeps it.
pub(super) fn bar_change(lang: &Lang, kind: Kind, item: ItemId, counts: &Reactions, writes: bool) -> String {
    let what = match kind {
        Kind::Comment => "comments",
        Kind::Photo => "photos",
        _ => "posts",
    };
    let bar = posts::reactions(lang, what, item, (&counts.each, counts.mine.as_deref()), writes);
    html! {
        turbo-stream action="replace" method="morph" target={ "reactions-" (item) } { template { (bar) } }
    }
    .into_string()
}
