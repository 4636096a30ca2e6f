//! The HTML of what an album, or a photo of one, said before.

use super::{Album, Photo};
use crate::lang::Lang;
use crate::ui::{self, Now};
use maud::{Markup, html};

/// Until when, and the two texts.
type Said = (i64, String, String);

/// What an album said: its title, and what it is about.
pub(super) fn of_album(lang: &Lang, now: &Now, album: &Album, before: &[Said]) -> Markup {
    let drawn = |title: &str, about: &str| {
        html! {
            h2.album-title dir="auto" { (title) }
            @if !about.is_empty() { div.prose dir="auto" { (ui::prose::prose(about, &|_| None)) } }
        }
    };
    let latest = drawn(&album.title, &album.about);
    let cards = before.iter().map(|(until, title, about)| (*until, drawn(title, about)));
    page(lang, now, &format!("/albums/{}", album.id), latest, cards)
}

/// What stood under a photo, and what it was said to show.
pub(super) fn of_photo(lang: &Lang, now: &Now, photo: &Photo, before: &[Said]) -> Markup {
    let drawn = |caption: &str, alt: &str| {
        html! {
            @if !caption.is_empty() { p dir="auto" { (caption) } }
            @if !alt.is_empty() { p.soft dir="auto" { (lang.photo_shows(alt)) } }
            @if caption.is_empty() && alt.is_empty() { p.soft { (lang.post_version_empty()) } }
        }
    };
    let latest = drawn(&photo.caption, &photo.alt);
    let cards = before.iter().map(|(until, caption, alt)| (*until, drawn(caption, alt)));
    page(lang, now, &format!("/photos/{}", photo.id), latest, cards)
}

fn page(
    lang: &Lang,
    now: &Now,
    back: &str,
    latest: Markup,
    before: impl Iterator<Item = (i64, Markup)>,
) -> Markup {
    html! {
        h1 { (lang.post_history()) }
        section.card { p.post-meta { (lang.post_version_now()) } (latest) }
        @for (until, drawn) in before {
            section.card { p.post-meta { (lang.post_version_until(now.moment(lang, until))) } (drawn) }
        }
        p { a.button href=(back) { (lang.back()) } }
    }
}
