//! The HTML of somebody's albums for few, as they are shown under a Reading.

use super::posts_store::Piece;
use super::posts_views::{comments_of, more, piece};
use super::store::Reading;
use super::views::Drawn;
use crate::base::ItemId;
use crate::ui::{self, Icon};
use maud::{Markup, html};

/// Albums by their titles, and where the next page begins; each leads to its photos.
pub(super) fn albums(drawn: &Drawn<'_>, reading: &Reading, list: &[Piece], older: Option<i64>) -> Markup {
    let lang = drawn.lang;
    let older = older.map(|before| format!("/readings/{}/albums?before={before}", reading.id));
    let leads = Some(("albums", lang.readings_look_album()));
    html! {
        section.card {
            h2.card-title { (lang.readings_their_albums()) }
            p.soft { (lang.readings_their_albums_about()) }
            @if list.is_empty() { p.soft { (lang.readings_no_albums()) } }
            @else { ol.case-lines.overseen { @for album in list { (piece(drawn, reading, album, leads)) } } }
        }
        (ui::pager(lang, None, older.as_deref()))
        (back(&format!("/readings/{}", reading.id), lang.readings_their_posts()))
    }
}

/// One album with one page of its photos; each leads to what is written under it.
pub(super) fn album(
    drawn: &Drawn<'_>,
    reading: &Reading,
    album: &Piece,
    photos: &[Piece],
    later: Option<i64>,
) -> Markup {
    let (lang, id) = (drawn.lang, reading.id);
    let later = later.map(|after| format!("/readings/{id}/albums/{}?after={after}", album.id));
    let leads = Some(("photos", lang.readings_look_under()));
    html! {
        section.card { ol.case-lines.overseen { (piece(drawn, reading, album, None)) } }
        section.card {
            h2.card-title { (lang.readings_in_album()) }
            @if photos.is_empty() { p.soft { (lang.readings_no_photos()) } }
            @else { ol.case-lines.overseen { @for photo in photos { (piece(drawn, reading, photo, leads)) } } }
        }
        @if let Some(later) = &later { (more(lang, later)) }
        (back(&format!("/readings/{id}/albums"), lang.readings_their_albums()))
    }
}

/// One photo of an album, with one page of what is written under it.
pub(super) fn photo(
    drawn: &Drawn<'_>,
    reading: &Reading,
    photo: &Piece,
    album: ItemId,
    comments: &[Piece],
    later: Option<i64>,
) -> Markup {
    let (lang, id) = (drawn.lang, reading.id);
    let later = later.map(|after| format!("/readings/{id}/photos/{}?after={after}", photo.id));
    html! {
        section.card { ol.case-lines.overseen { (piece(drawn, reading, photo, None)) } }
        (comments_of(drawn, reading, comments, later.as_deref()))
        (back(&format!("/readings/{id}/albums/{album}"), lang.readings_in_album()))
    }
}

fn back(to: &str, words: &str) -> Markup {
    html! { p { a.button.button-small href=(to) { (ui::icon_turning(Icon::ArrowLeft)) (words) } } }
}
