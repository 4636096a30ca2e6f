//! The HTML of what a post says: its text, poll and photos, what it passes on; behind a shield where it has one.

use super::views::{audience_chip, face, staff_sign};
use super::{Card, PhotoLine, Seer, Shield};
use crate::base::Rules;
use crate::features::{items, polls};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Icon, Tile, picture_address};
use maud::{Markup, html};

/// What a post says, as its card, its preview, and a card that passes it on show it.
pub(super) fn said(seer: &Seer<'_>, card: &Card, whole: bool) -> Markup {
    let poll = card.poll.as_ref().map(|poll| polls::poll(seer.lang, seer.now, poll, seer.writes));
    html! {
        (behind(seer, card.post.shield.as_ref(), words(seer.lang, card, poll, whole)))
        @if let Some(original) = &card.original { (quoted(seer, original)) }
        @else if card.post.root.is_some() { (ui::state(Icon::EyeOff, seer.lang.reshare_gone())) }
    }
}

/// A post as it would look before it is sent: what its card shows, with these photos, without what one can do with it.
pub fn preview(seer: &Seer<'_>, card: &Card, photos: &Markup) -> Markup {
    let (lang, post) = (seer.lang, &card.post);
    let address = format!("/people/{}", post.author.username);
    let picture = post.author.picture.as_deref().map(|name| picture_address(post.author.id, name));
    let by = face(&post.author, &address, picture.as_deref());
    let poll = card.poll.as_ref().map(|poll| polls::quoted(lang, poll));
    let body = html! {
        header.post-head {
            (ui::avatar(&by, AvatarSize::Usual))
            div.post-by {
                span { (ui::person_name(&by)) @if post.author.staff { " " (staff_sign(seer)) } }
                div.post-meta { (seer.now.ago(lang, post.made_at)) (audience_chip(lang, post.audience, &card.groups, None)) }
            }
        }
        @if post.body.is_empty() && poll.is_none() && photos.0.is_empty() && card.original.is_none() { p.soft { (lang.preview_empty()) } }
        (behind(seer, post.shield.as_ref(), html! { (words(lang, card, poll, true)) (photos) }))
        @if let Some(original) = &card.original { (quoted(seer, original)) }
    };
    items::preview(lang, &body)
}

/// A post inside another one that passes it on: who, when, what it says, and the way to it.
pub fn quoted(seer: &Seer<'_>, card: &Card) -> Markup {
    let (lang, post) = (seer.lang, &card.post);
    let address = format!("/people/{}", post.author.username);
    let picture = post.author.picture.as_deref().map(|name| picture_address(post.author.id, name));
    let by = face(&post.author, &address, picture.as_deref());
    let poll = card.poll.as_ref().map(|poll| polls::quoted(lang, poll));
    html! {
        section.quoted aria-label=(lang.thread_title(post.author.shown_name.as_str())) {
            header.post-head {
                (ui::avatar(&by, AvatarSize::Small))
                div.post-by {
                    span { (ui::person_name(&by)) @if post.author.staff { " " (staff_sign(seer)) } }
                    div.post-meta { a href={ "/posts/" (post.id) } { (seer.now.ago(lang, post.made_at)) } }
                }
            }
            (behind(seer, post.shield.as_ref(), words(lang, card, poll, false)))
            p { a.button.button-quiet.button-small href={ "/posts/" (post.id) } {
                @if card.poll.is_some() && seer.writes { (ui::icon(Icon::ChartBar)) (lang.reshare_vote()) }
                @else { (ui::icon(Icon::MessageCircle)) (lang.reshare_see()) }
            } }
        }
    }
}

fn words(lang: &Lang, card: &Card, poll: Option<Markup>, whole: bool) -> Markup {
    html! {
        @if !card.post.body.is_empty() {
            div.post-text.prose dir="auto" {
                (ui::prose::prose(&card.post.body, &|username| card.mentions.get(username).cloned()))
            }
        }
        @if let Some(poll) = poll { (poll) }
        (photos(lang, &card.photos, whole))
    }
}

/// Behind the shield, where there is one.
fn behind(seer: &Seer<'_>, of: Option<&Shield>, body: Markup) -> Markup {
    match of {
        Some(of) => shield(seer.lang, seer.rules, of, seer.opens_shields, &body),
        None => body,
    }
}

/// Something behind a shield: closed until somebody opens it, and until then no picture in it is fetched.
pub fn shield(lang: &Lang, rules: &Rules, of: &Shield, opened: bool, body: &Markup) -> Markup {
    html! {
        details.shield open[opened] {
            summary { (ui::icon(Icon::EyeOff)) span dir="auto" { (shield_words(lang, rules, of)) } span.change { (lang.shield_look()) } }
            div.shield-behind { (body) }
        }
    }
}

/// One photo of a post behind a shield, on a page of its own.
pub fn shield_of_photo(lang: &Lang, rules: &Rules, opened: bool, body: &Markup) -> Markup {
    shield(lang, rules, &Shield { by_author: true, by_staff: false, why: String::new() }, opened, body)
}

/// "Sensitive: spiders", where the thing itself is not to be shown.
pub fn shield_words(lang: &Lang, rules: &Rules, of: &Shield) -> String {
    match of.why.as_str() {
        "" if of.by_author => lang.shield_sensitive().to_owned(),
        "" => lang.shield_by_staff(super::staff_word(lang, rules.kind)),
        why => lang.shield_because(why),
    }
}

/// Does anything of this card stand behind a shield?
pub(super) fn is_shielded(card: &Card) -> bool {
    card.post.shield.is_some()
        || card.original.as_ref().is_some_and(|original| original.post.shield.is_some())
}

fn photos(lang: &Lang, lines: &[PhotoLine], whole: bool) -> Markup {
    let size = if whole { "large" } else { "medium" };
    let files: Vec<(String, String)> = lines
        .iter()
        .map(|photo| (format!("/photos/{}/{size}", photo.id), format!("/photos/{}", photo.id)))
        .collect();
    let tiles: Vec<Tile<'_>> = lines
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
    ui::photos(lang, &tiles, whole)
}
