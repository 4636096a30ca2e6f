//! The HTML of a group's photos and albums.

use super::{Group, Tab, top};
use crate::base::limits;
use crate::features::albums::{self, Album, Photo};
use crate::features::levels::{self, Waits};
use crate::features::posts;
use crate::ui::{self, Button, Field, Form, Icon, Said};
use crate::web::Visit;
use maud::{Markup, html};

/// What the tab of photos shows.
pub(super) struct PhotosPage<'a> {
    pub group: &'a Group,
    pub albums: &'a [Album],
    pub more_albums: bool,
    /// May the reader make an album here?
    pub may_add: bool,
    /// Those of posts to the group.
    pub photos: &'a [Photo],
    pub is_older: bool,
    pub older: Option<&'a str>,
}

pub(super) fn photos(visit: &Visit, page: &PhotosPage<'_>) -> Markup {
    let (lang, link) = (visit.lang(), format!("/groups/{}", page.group.id));
    let nothing = page.albums.is_empty() && page.photos.is_empty() && !page.is_older;
    html! {
        (top(visit, page.group, Tab::Photos))
        @if page.may_add {
            div.row.row-apart {
                p.soft { (lang.joining_album_hint()) }
                a.button href={ (link) "/albums/new" } { (ui::icon(Icon::Plus)) (lang.joining_album_new()) }
            }
        }
        @if nothing { (ui::empty(Icon::Photo, lang.joining_photos_none(), lang.joining_photos_none_words(), None)) }
        @if !page.albums.is_empty() {
            h2 { (lang.albums_title_word()) }
            (tiles(page.albums))
            @if page.more_albums { p { a.button href={ (link) "/albums" } { (lang.show_all()) } } }
        }
        @if !page.photos.is_empty() {
            h2 { (lang.albums_posts()) }
            section.card { (albums::tiles(lang, page.photos, visit.someone().is_some_and(|me| me.open_shields))) }
        }
        @if page.is_older {
            p { a.button.button-small href={ (link) "/photos" } { (ui::icon(Icon::ArrowUp)) (lang.albums_from_start()) } }
        }
        (ui::pager(lang, None, page.older))
    }
}

fn tiles(listed: &[Album]) -> Markup {
    html! {
        ul.albums role="list" {
            @for album in listed {
                li {
                    (albums::tile(&format!("/albums/{}", album.id), album.cover, html! {
                        strong { bdi { (album.title) } }
                        @if album.group.is_none() { span.soft { bdi { (album.author.shown_name) } } }
                    }))
                }
            }
        }
    }
}

/// All albums for the group.
pub(super) fn albums(visit: &Visit, group: &Group, listed: &[Album], older: Option<&str>) -> Markup {
    let lang = visit.lang();
    html! {
        p.soft { a href={ "/groups/" (group.id) "/photos" } { (lang.joining_photos_of(group.name.as_str())) } }
        h1 { (lang.joining_albums_of(group.name.as_str())) }
        @if listed.is_empty() { (ui::empty(Icon::Album, lang.joining_photos_none(), lang.joining_photos_none_words(), None)) }
        @else { (tiles(listed)) }
        (ui::pager(lang, None, older))
    }
}

/// Making an album that all members fill.
pub(super) fn new_album(
    visit: &Visit,
    (group, waits): (&Group, Waits),
    title: &str,
    about: &str,
    said: &Said,
) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let (action, back) = (format!("/groups/{}/albums", group.id), format!("/groups/{}/photos", group.id));
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    let title = Field::new("title", lang.albums_title()).value(title).problem(said.of("title"));
    let about = Field::new("about", lang.albums_about()).value(about).problem(said.of("about"));
    html! {
        section.card {
            h1 { (lang.joining_album_new()) }
            p { (lang.joining_album_for(group.name.as_str())) }
            (ui::form(lang, &form, html! {
                (ui::text(&title.letters_max(limits::ALBUM_TITLE_CHARS_MAX).required().autofocus()))
                (ui::textarea(&about.letters_max(limits::ALBUM_ABOUT_CHARS_MAX).optional(lang.form_optional()), 3))
                (levels::waits_line(lang, waits, posts::staff_word(lang, visit.rules().kind)))
                div.buttons {
                    (ui::button(Button::Main, None, lang.albums_make()))
                    a.button href=(back) { (lang.cancel()) }
                }
            }))
        }
    }
}
