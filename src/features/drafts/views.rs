//! The HTML of drafts: the list of them, and the words that say one was kept.

use super::{Kept, KeptPhoto};
use crate::base::{AudienceKind, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Icon, Now, Tile, prose};
use maud::{Markup, html};
use std::collections::HashMap;

/// Photos of a draft that its line in the list shows.
const TILES: usize = 4;

/// The words that say that a form was kept, and the rows of the photos that came to it after those that were there.
pub(super) fn kept(lang: &Lang, words: &str, photos: &[KeptPhoto], before: usize) -> Markup {
    html! {
        (words)
        @for row in super::rows(photos, None) {
            (ui::kept_photo(lang, &ui::KeptPhoto { number: row.number + i64::try_from(before).unwrap_or(0), ..row }))
        }
    }
}

/// The photos of what is written, as they would look in the post.
pub fn shown(lang: &Lang, photos: &[KeptPhoto]) -> Markup {
    let files: Vec<(String, String)> =
        photos.iter().map(|photo| (photo.picture("medium"), photo.picture("large"))).collect();
    let tiles: Vec<Tile<'_>> = photos
        .iter()
        .zip(&files)
        .map(|(photo, (picture, page))| Tile {
            picture,
            page,
            alt: &photo.alt,
            width: photo.width,
            height: photo.height,
        })
        .collect();
    ui::photos(lang, &tiles, true)
}

/// The words under a form of an open page.
pub(super) fn state_change(words: &str) -> String {
    html! { turbo-stream action="update" target="draft-state" { template { (words) } } }.into_string()
}

/// All drafts, each with the way on and the way out.
pub(super) fn list(
    lang: &Lang,
    now: &Now,
    drafts: &[Kept],
    photos: &HashMap<String, Vec<KeptPhoto>>,
    problem: Option<&str>,
) -> Markup {
    let of = |draft: &Kept| photos.get(&draft.word).map_or(&[][..], Vec::as_slice);
    html! {
        h1 { (lang.draft_title()) }
        p.soft { (lang.draft_about(limits::DRAFTS_MAX)) }
        @if let Some(problem) = problem { p.problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (problem) } } }
        @if drafts.is_empty() {
            (ui::empty(Icon::Pencil, lang.draft_none(), lang.draft_none_words(), Some(("/posts/new", lang.nav_write()))))
        } @else {
            section.card.card-flush {
                ul.list role="list" { @for draft in drafts { li.search-line { (one(lang, now, draft, of(draft))) } } }
            }
        }
    }
}

fn one(lang: &Lang, now: &Now, draft: &Kept, photos: &[KeptPhoto]) -> Markup {
    let text = excerpt(draft);
    let address = format!("/posts/new?draft={}", draft.word);
    html! {
        div.search-words {
            p.post-meta {
                span { (lang.draft_last(now.moment(lang, draft.saved_at))) }
                span { (audience(lang, draft)) }
                @if !draft.form.text("poll-question").is_empty() || draft.form.all("poll-option").any(|option| !option.is_empty()) {
                    span.seen { (ui::icon(Icon::ChartBar)) (lang.poll_title()) }
                }
            }
            p.search-text dir="auto" { @if text.is_empty() { (lang.draft_no_words()) } @else { (text) } }
            @if !photos.is_empty() {
                p.draft-photos {
                    @for photo in photos.iter().take(TILES) {
                        img src=(photo.picture("small")) alt=(photo.alt) loading="lazy" decoding="async";
                    }
                    span.soft { (lang.draft_photos(photos.len())) }
                }
            }
            div.buttons {
                a.button.button-small href=(address) { (ui::icon(Icon::Pencil)) (lang.draft_go_on()) }
                (ui::act_button(&format!("/drafts/{}/remove", draft.word), None, Button::Quiet, Some(Icon::Trash), lang.draft_remove()))
            }
        }
    }
}

/// The beginning of what was written, without its marks.
pub fn excerpt(draft: &Kept) -> String {
    let text = match draft.form.text("body") {
        "" => draft.form.text("poll-question"),
        body => body,
    };
    prose::plain(text, limits::EXCERPT_CHARS_MAX)
}

fn audience<'l>(lang: &'l Lang, draft: &Kept) -> &'l str {
    match AudienceKind::parse(draft.form.text("audience")).unwrap_or(AudienceKind::Everyone) {
        AudienceKind::Everyone => lang.audience_everyone(),
        AudienceKind::Groups => lang.audience_groups(),
        AudienceKind::Contacts => lang.audience_contacts(),
        AudienceKind::Aspects => lang.audience_aspects(),
        AudienceKind::People => lang.audience_people(),
        AudienceKind::OnlyMe => lang.audience_only_me(),
    }
}
