//! The HTML of the page about space.

use super::{Part, sum};
use crate::lang::Lang;
use crate::ui::{self, Icon};
use maud::{Markup, html};

/// How much is taken of how much, by what, and how to get more.
pub(super) fn space(lang: &Lang, parts: &[Part], most_bytes: u64, username: &str) -> Markup {
    let taken = sum(parts);
    let left = most_bytes.saturating_sub(taken);
    html! {
        h1 { (lang.space_title()) }
        section.card {
            p { strong { (lang.space_taken(lang.bytes(taken), lang.bytes(most_bytes))) } }
            progress.space-bar max=(most_bytes.max(1)) value=(taken.min(most_bytes)) aria-label=(lang.space_title()) {}
            p.soft {
                @if left == 0 { (lang.space_full()) }
                @else { (lang.space_left(lang.bytes(left))) }
            }
            @if !parts.is_empty() {
                dl.facts {
                    @for part in parts {
                        dt { (words(lang, &part.kind, part.count)) }
                        dd { (lang.bytes(part.bytes)) }
                    }
                }
            }
            p.soft { (lang.space_about()) }
        }
        section.card {
            ul.link-list {
                li { a href={ "/people/" (username) "/albums" } { (ui::icon(Icon::Album)) (lang.albums_mine()) } }
                li { a href="/my/photos" { (ui::icon(Icon::Photo)) (lang.space_photos()) } }
            }
        }
    }
}

fn words(lang: &Lang, kind: &str, count: i64) -> String {
    match kind {
        "comment" => lang.space_in_comments(count),
        "photo" => lang.space_in_photos(count),
        "file" => lang.space_in_files(count),
        "message" => lang.space_in_messages(count),
        "document" => lang.space_in_documents(count),
        "draft" => lang.space_in_drafts(count),
        _ => lang.space_in_others(count),
    }
}
