//! The HTML of what somebody posts for few, as it is shown under a Reading.

use super::group_views::name;
use super::posts_store::{Picture, Piece};
use super::store::Reading;
use super::views::Drawn;
use crate::base::{AccountId, AudienceKind, State};
use crate::features::items::Version;
use crate::lang::Lang;
use crate::ui::{self, Button, Icon};
use maud::{Markup, html};

/// People by name whom a line says a post is for.
const NAMED_MAX: usize = 10;

/// Posts, and where the next page begins; each leads to what is written under it. Albums have pages of their own.
pub(super) fn posts(
    drawn: &Drawn<'_>,
    reading: &Reading,
    list: &[Piece],
    older: Option<i64>,
    albums: bool,
) -> Markup {
    let lang = drawn.lang;
    let older = older.map(|before| format!("/readings/{}?before={before}", reading.id));
    html! {
        @if albums {
            p { a.button href={ "/readings/" (reading.id) "/albums" } { (ui::icon(Icon::Photo)) (lang.readings_their_albums()) } }
        }
        section.card {
            h2.card-title { (lang.readings_their_posts()) }
            p.soft { (lang.readings_their_posts_about()) }
            @if list.is_empty() { p.soft { (lang.readings_no_posts()) } }
            @else { ol.case-lines.overseen { @for post in list { (piece(drawn, reading, post, Some(("posts", lang.readings_look_under())))) } } }
        }
        (ui::pager(lang, None, older.as_deref()))
    }
}

/// One post whole, with one page of what is written under it.
pub(super) fn post(
    drawn: &Drawn<'_>,
    reading: &Reading,
    post: &Piece,
    comments: &[Piece],
    later: Option<i64>,
) -> Markup {
    let (lang, id) = (drawn.lang, reading.id);
    let later = later.map(|after| format!("/readings/{id}/posts/{}?after={after}", post.id));
    html! {
        section.card { ol.case-lines.overseen { (piece(drawn, reading, post, None)) } }
        (comments_of(drawn, reading, comments, later.as_deref()))
        p { a.button.button-small href={ "/readings/" (id) } { (ui::icon_turning(Icon::ArrowLeft)) (lang.readings_their_posts()) } }
    }
}

/// One page of what is written under something.
pub(super) fn comments_of(
    drawn: &Drawn<'_>,
    reading: &Reading,
    comments: &[Piece],
    later: Option<&str>,
) -> Markup {
    let lang = drawn.lang;
    html! {
        section.card {
            h2.card-title { (lang.readings_under_it()) }
            @if comments.is_empty() { p.soft { (lang.readings_nothing_under_it()) } }
            @else { ol.case-lines.overseen { @for comment in comments { (piece(drawn, reading, comment, None)) } } }
        }
        @if let Some(later) = later { (more(lang, later)) }
    }
}

/// Leads to the next page of what goes on from the oldest.
pub(super) fn more(lang: &Lang, later: &str) -> Markup {
    html! { p { a.button.button-small href=(later) rel="next" { (ui::icon(Icon::ArrowDown)) (lang.show_more()) } } }
}

/// One piece. `leads`: where the page of it stands, and what that is called.
pub(super) fn piece(
    drawn: &Drawn<'_>,
    reading: &Reading,
    piece: &Piece,
    leads: Option<(&str, &str)>,
) -> Markup {
    let (lang, id) = (drawn.lang, reading.id);
    let desk = format!("/readings/{id}/desk/{}", piece.id);
    html! {
        li.case-line id={ "piece-" (piece.id) } {
            div.row {
                strong { bdi { (name(lang, drawn.people, piece.author)) } }
                span.soft { (drawn.now.moment(lang, piece.made_at)) }
                @if let Some(kind) = piece.audience { span.chip { (for_whom(lang, kind)) } }
                @if piece.edited { span.soft { (lang.post_edited()) } }
                (state(drawn, piece))
            }
            @if !piece.people.is_empty() { p.soft { (lang.readings_for_people(people(drawn, &piece.people))) } }
            @if piece.under_photo.is_some() { p.soft { (lang.readings_under_photo()) } }
            (said(drawn, reading, piece))
            div.buttons {
                @if let Some((place, words)) = leads {
                    a.button.button-quiet href={ "/readings/" (id) "/" (place) "/" (piece.id) } { (ui::icon(Icon::MessageCircle)) (words) }
                }
                @if !piece.by_author {
                    (ui::button_form(&desk, drawn.same_site, &[], Button::Quiet, Some(Icon::ShieldCheck), lang.readings_to_desk()))
                }
            }
        }
    }
}

/// What a piece says and shows, and what it said before.
fn said(drawn: &Drawn<'_>, reading: &Reading, piece: &Piece) -> Markup {
    let lang = drawn.lang;
    html! {
        @if !piece.title.is_empty() { p { strong { bdi { (piece.title) } } } }
        @if !piece.body.is_empty() { div.case-text.prose dir="auto" { (ui::prose::prose(&piece.body, &|_| None)) } }
        @if piece.passes_on.is_some() { p.soft { (ui::icon(Icon::Repeat)) " " (lang.readings_passes_on()) } }
        @if let Some((question, answers)) = piece.poll.split_first() {
            div.case-text dir="auto" { p { strong { (question) } } ul { @for answer in answers { li { (answer) } } } }
        }
        @for photo in &piece.photos {
            (picture(drawn, reading.id, photo))
            (before(drawn, &photo.earlier))
        }
        (before(drawn, &piece.earlier))
    }
}

/// What was said before, the newest first.
fn before(drawn: &Drawn<'_>, earlier: &[Version]) -> Markup {
    let lang = drawn.lang;
    html! {
        @for version in earlier {
            p.overseen-before dir="auto" {
                span.chip { (ui::icon(Icon::Pencil)) (lang.readings_said_before()) } " "
                span.soft { (lang.readings_until(drawn.now.moment(lang, version.until_at))) }
                br; (version.body)
            }
        }
    }
}

/// For whom a post is, as it is said to somebody else than its author.
fn for_whom(lang: &Lang, kind: AudienceKind) -> &str {
    match kind {
        AudienceKind::Contacts => lang.readings_for_contacts(),
        AudienceKind::Aspects => lang.readings_for_some(),
        _ => lang.audience_people(),
    }
}

fn people(drawn: &Drawn<'_>, ids: &[AccountId]) -> String {
    let names: Vec<String> =
        ids.iter().take(NAMED_MAX).map(|id| name(drawn.lang, drawn.people, *id)).collect();
    drawn.lang.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A photo by the address of this Reading, blurred and grey until somebody asks to see it.
fn picture(drawn: &Drawn<'_>, reading: i64, photo: &Picture) -> Markup {
    // Its caption, and what it shows.
    let (lang, words) = (drawn.lang, photo.words.replace('\n', " · "));
    html! {
        label.photo-shield {
            input.unseen type="checkbox" aria-label=(lang.desk_show_photo());
            img src={ "/readings/" (reading) "/photos/" (photo.id) "/medium" } alt=(words) loading="lazy" decoding="async";
            span.photo-shield-words { (ui::icon(Icon::Eye)) (lang.desk_show_photo()) }
        }
        @if !words.is_empty() { p.soft dir="auto" { (lang.desk_photo_described(&words)) } }
    }
}

fn state(drawn: &Drawn<'_>, piece: &Piece) -> Markup {
    let lang = drawn.lang;
    html! {
        @match piece.state {
            State::Held => span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.desk_waits()) },
            State::Removed if piece.by_author => span.chip { (ui::icon(Icon::EyeOff)) (lang.desk_author_removed()) },
            State::Removed => span.chip.chip-harm { (ui::icon(Icon::EyeOff)) (lang.desk_was_removed()) },
            State::Shown => {}
        }
    }
}
