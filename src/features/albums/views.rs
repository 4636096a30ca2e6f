//! The HTML of albums: somebody's list, one album, its order, the form for making and changing one.

use super::store::Album;
use super::{Draft, Photo};
use crate::base::{Duty, ItemId, State, limits};
use crate::features::items::Author;
use crate::features::levels::{self, Waits};
use crate::features::posts;
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Field, Form, Icon, Now, Said, Upload, picture_address};
use crate::web::Visit;
use maud::{Markup, html};
use std::collections::HashMap;

/// Somebody's albums, the photos of their posts first.
pub(super) fn list(
    visit: &Visit,
    who: &Author,
    albums: &[Album],
    of_posts: Option<Option<ItemId>>,
    older: Option<&str>,
) -> Markup {
    let (lang, own) = (visit.lang(), visit.viewer().id() == Some(who.id));
    let page = format!("/people/{}", who.username);
    let nothing = albums.is_empty() && of_posts.is_none();
    html! {
        p.soft { a href=(page) { bdi { (who.shown_name) } } }
        div.main-head {
            h1 { @if own { (lang.albums_mine()) } @else { (lang.albums_of(who.shown_name.as_str())) } }
            @if own && posts::writes(visit) { a.button.button-main href="/albums/new" { (ui::icon(Icon::Plus)) (lang.albums_new()) } }
        }
        @if nothing {
            (ui::empty(Icon::Album, lang.albums_none(),
                if own { lang.albums_none_mine_words() } else { lang.albums_none_words() }, None))
        } @else {
            ul.albums role="list" {
                @if let Some(cover) = of_posts {
                    li { (tile(&format!("{page}/photos"), cover, html! { strong { (lang.albums_posts()) } })) }
                }
                @for album in albums {
                    li { (tile(&format!("/albums/{}", album.id), album.cover, html! {
                        strong { bdi { (album.title) } }
                        @if album.state != State::Shown { span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (standing_word(lang, album.state)) } }
                    })) }
                }
            }
        }
        (ui::pager(lang, None, older))
    }
}

fn standing_word(lang: &Lang, state: State) -> &str {
    if state == State::Removed { lang.albums_removed() } else { lang.albums_waits() }
}

/// An album as a square that leads to it.
pub fn tile(address: &str, cover: Option<ItemId>, words: Markup) -> Markup {
    html! {
        a.album href=(address) {
            span.album-cover {
                // The title beside it says what it is.
                @if let Some(photo) = cover {
                    img src={ "/photos/" (photo) "/small" } alt="" loading="lazy" decoding="async";
                } @else { (ui::icon(Icon::Album)) }
            }
            span.album-words { (words) }
        }
    }
}

/// What the page of an album shows.
pub(super) struct AlbumPage {
    pub album: Album,
    pub groups: Vec<(i64, String)>,
    pub photos: Vec<Photo>,
    pub more: bool,
    pub is_first: bool,
    /// Nobody writes in its group now.
    pub rests: bool,
    /// Will photos that are put in wait before others see them?
    pub waits: Waits,
    pub mentions: HashMap<String, String>,
}

/// One album.
pub(super) fn album(visit: &Visit, now: &Now, page: &AlbumPage, said: &Said) -> Markup {
    let (lang, album) = (visit.lang(), &page.album);
    let link = format!("/albums/{}", album.id);
    let problems = said.list();
    html! {
        p.soft {
            @match (album.group, page.groups.first()) {
                (Some(group), Some((_, name))) => a href={ "/groups/" (group) "/photos" } { (lang.joining_photos_of(name.as_str())) },
                _ => a href={ "/people/" (album.author.username) "/albums" } { (lang.albums_of(album.author.shown_name.as_str())) },
            }
        }
        article.card.post .post-held[album.state == State::Held] data-item=(album.id) {
            (head(visit, now, page))
            @if album.state != State::Shown { (standing(visit, album.state)) }
            @if album.group.is_some() { p.soft { (ui::icon(Icon::UsersGroup)) " " (lang.joining_album_of_all()) } }
            @if !album.about.is_empty() {
                div.post-text.prose dir="auto" {
                    (ui::prose::prose(&album.about, &|username| page.mentions.get(username).cloned()))
                }
            }
            (inside(lang, album.id, &page.photos))
            @if !page.is_first { p { a.button.button-small href=(link) { (ui::icon(Icon::ArrowUp)) (lang.albums_from_start()) } } }
        }
        (ui::pager(lang, None, older(&link, &page.photos, page.more).as_deref()))
        @if !page.rests && album.takes_photos_of(visit.viewer()) && visit.someone().is_some_and(|me| posts::writes(visit) && me.may_send(visit.rules()) || !problems.is_empty()) {
            (levels::waits_line(lang, page.waits, posts::staff_word(lang, visit.rules().kind)))
            (ui::upload(lang, &Upload {
                id: "album-upload",
                action: &format!("{link}/photos"),
                same_site: &visit.same_site(),
                photos_max: limits::POST_PHOTOS_MAX as u32,
                photo_bytes_max: limits::PHOTO_MIB_MAX << 20,
                alt_letters_max: limits::ALT_CHARS_MAX,
                problems: &problems,
            }))
        }
    }
}

/// The photos of a page of an album.
fn inside(lang: &Lang, album: ItemId, photos: &[Photo]) -> Markup {
    html! {
        div id={ "album-photos-" (album) } {
            // What is in an album stands behind no shield.
            (tiles(lang, photos, true))
            @if photos.is_empty() { p.soft { (lang.albums_empty()) } }
        }
    }
}

/// The photos as they are now, for a page of the album that is open.
pub(super) fn photos_now(lang: &Lang, album: &Album, photos: &[Photo]) -> String {
    let target = format!("album-photos-{}", album.id);
    html! { turbo-stream action="replace" target=(target) { template { (inside(lang, album.id, photos)) } } }
        .into_string()
}

/// The page fetches itself anew: what it shows changed as a whole, or is not for its reader any more.
pub(super) fn anew() -> String {
    html! { turbo-stream action="refresh" {} }.into_string()
}

fn older(link: &str, photos: &[Photo], more: bool) -> Option<String> {
    photos.last().filter(|_| more).map(|last| format!("{link}?after={}", last.place))
}

fn head(visit: &Visit, now: &Now, page: &AlbumPage) -> Markup {
    let (lang, album) = (visit.lang(), &page.album);
    let seer = posts::Seer::of(visit, now);
    let address = format!("/people/{}", album.author.username);
    let picture = album.author.picture.as_deref().map(|name| picture_address(album.author.id, name));
    let by = posts::face(&album.author, &address, picture.as_deref());
    html! {
        header.post-head {
            (ui::avatar(&by, AvatarSize::Usual))
            div.post-by {
                h1.album-title { bdi { (album.title) } }
                div.post-meta {
                    (ui::person_name(&by))
                    @if album.author.staff { (posts::staff_sign(&seer)) }
                    (now.ago(lang, album.made_at))
                    @if album.edited_at.is_some() { a href={ "/albums/" (album.id) "/history" } { (lang.post_edited()) } }
                    (posts::audience_chip(lang, album.audience, &page.groups, Some(&format!("/albums/{}/who", album.id))))
                }
            }
            (menu(visit, page))
        }
    }
}

fn menu(visit: &Visit, page: &AlbumPage) -> Markup {
    let (lang, album) = (visit.lang(), &page.album);
    let link = format!("/albums/{}", album.id);
    let own = visit.viewer().id() == Some(album.author.id);
    let writes = posts::writes(visit) && !page.rests;
    let alone = album.group.is_none() || page.photos.iter().all(|photo| photo.author.id == album.author.id);
    let entries = html! {
        @if writes && album.is_kept_by(visit.viewer()) { (ui::menu_link(&format!("{link}/edit"), Icon::Pencil, lang.albums_edit())) }
        @if writes && album.is_ordered_by(visit.viewer()) { (ui::menu_link(&format!("{link}/order"), Icon::List, lang.albums_order())) }
        @if alone && album.is_kept_by(visit.viewer()) {
            (ui::menu_act(&format!("{link}/remove"), Icon::Trash, lang.albums_delete(), true))
        }
        @if !own { (ui::menu_link(&format!("/report/{}", album.id), Icon::Flag, lang.report_it())) }
        @if visit.holds(Duty::Moderate) && !own {
            (ui::menu_link(&format!("/desk/items/{}", album.id), Icon::Gavel, lang.desk_decide()))
        }
    };
    ui::menu("post-menu", &lang.albums_more(album.title.as_str()), entries)
}

/// Why others do not see it.
fn standing(visit: &Visit, state: State) -> Markup {
    let (lang, staff) = (visit.lang(), posts::staff_word(visit.lang(), visit.rules().kind));
    match state {
        State::Held => ui::state(Icon::Hourglass, &lang.post_waiting(staff)),
        State::Removed => ui::state(Icon::EyeOff, &lang.post_removed_by_staff(staff)),
        State::Shown => html! {},
    }
}

/// Photos as squares in a grid, each a link to its page.
///
/// `opens`: the reader sees without asking what stands behind a shield.
pub fn tiles(lang: &Lang, photos: &[Photo], opens: bool) -> Markup {
    html! {
        @if !photos.is_empty() {
            div.album-photos data-light-box=(ui::light_box(lang)) {
                @for (place, photo) in photos.iter().enumerate() {
                    @let number = place as i64 + 1;
                    @if photo.shielded && !opens {
                        // Its picture is not even fetched.
                        a.photo.photo-behind href={ "/photos/" (photo.id) } aria-label=(lang.shield_photo(number)) { (ui::icon(Icon::EyeOff)) }
                    } @else { a.photo href={ "/photos/" (photo.id) } title=[(!photo.caption.is_empty()).then_some(photo.caption.as_str())]
                        aria-label=[photo.alt.is_empty().then(|| lang.photos_open(number))] {
                        img src={ "/photos/" (photo.id) "/small" } alt=(photo.alt) width=(photo.width) height=(photo.height)
                            loading="lazy" decoding="async";
                        @if photo.own_state == State::Held { span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.albums_waits()) } }
                    } }
                }
            }
        }
    }
}

/// The photos of somebody's posts.
pub(super) fn of_posts(visit: &Visit, who: &Author, photos: &[Photo], older: Option<&str>) -> Markup {
    let lang = visit.lang();
    html! {
        p.soft { a href={ "/people/" (who.username) "/albums" } { (lang.albums_of(who.shown_name.as_str())) } }
        h1 { (lang.albums_posts_of(who.shown_name.as_str())) }
        p.soft { (lang.albums_posts_words()) }
        @if photos.is_empty() { (ui::empty(Icon::Photo, lang.albums_posts_none(), lang.albums_none_words(), None)) }
        @else { section.card { (tiles(lang, photos, visit.someone().is_some_and(|me| me.open_shields))) } }
        (ui::pager(lang, None, older))
    }
}

/// All photos of one's own.
pub(super) fn mine(visit: &Visit, photos: &[Photo], older: Option<&str>) -> Markup {
    let lang = visit.lang();
    html! {
        h1 { (lang.space_photos()) }
        p.soft { (lang.photo_mine_about()) }
        @if photos.is_empty() { (ui::empty(Icon::Photo, lang.albums_posts_none(), lang.albums_none_words(), None)) }
        @else { section.card { (tiles(lang, photos, true)) } }
        (ui::pager(lang, None, older))
    }
}

/// The order of one's own album: buttons that work without a script.
pub(super) fn order(
    visit: &Visit,
    album: &Album,
    photos: &[Photo],
    next: Option<ItemId>,
    (after, earlier): (i64, i64),
) -> Markup {
    let (lang, link) = (visit.lang(), format!("/albums/{}", album.id));
    let is_first = after == i64::MIN;
    let here = if is_first { format!("{link}/order") } else { format!("{link}/order?after={after}") };
    html! {
        p.soft { a href=(link) { bdi { (album.title) } } }
        h1 { (lang.albums_order()) }
        p.soft { (lang.albums_order_words()) }
        p.unseen role="status" data-order-said {}
        @if photos.is_empty() { (ui::empty(Icon::Photo, lang.albums_empty(), lang.albums_empty_words(), Some((&link, lang.back())))) }
        @else {
            section.card.card-flush {
                ol.album-order data-order data-earlier=(earlier) data-next=[next] data-said=(lang.albums_moved("%")) data-said-away=(lang.albums_moved_away()) {
                    @for (place, photo) in photos.iter().enumerate() { (order_row(visit, photo, earlier + place as i64 + 1, &here)) }
                }
            }
        }
        @if !is_first { p { a.button.button-small href={ (link) "/order" } { (ui::icon(Icon::ArrowUp)) (lang.albums_from_start()) } } }
        (ui::pager(lang, None, older(&format!("{link}/order"), photos, next.is_some()).as_deref()))
        p { a.button href=(link) { (ui::icon(Icon::Check)) (lang.albums_order_done()) } }
    }
}

fn order_row(visit: &Visit, photo: &Photo, number: i64, here: &str) -> Markup {
    let lang = visit.lang();
    let words = if photo.caption.is_empty() { &photo.alt } else { &photo.caption };
    let step = |word: &str, sign: Icon, label: &str| {
        html! {
            button.button.button-small name="step" value=(word) title=(label) aria-label={ (label) ": " (lang.photos_open(number)) } {
                (ui::icon(sign))
            }
        }
    };
    html! {
        li.order-row data-photo=(photo.id) {
            // For a pointer or a finger. By keys the buttons do the same.
            span.order-grip data-grip hidden aria-hidden="true" { (ui::icon(Icon::GripVertical)) }
            img src={ "/photos/" (photo.id) "/small" } alt=(photo.alt) loading="lazy" decoding="async";
            span.order-words dir="auto" { @if words.is_empty() { (lang.photo_number(number)) } @else { (words) } }
            form.order-steps method="post" action={ "/photos/" (photo.id) "/place" } {
                input type="hidden" name="same_site" value=(visit.same_site());
                input type="hidden" name="return" value=(here);
                (step("up", Icon::ArrowUp, lang.albums_up()))
                (step("down", Icon::ArrowDown, lang.albums_down()))
                (step("first", Icon::Pin, lang.albums_first()))
            }
        }
    }
}

/// Making or changing an album.
pub(super) fn form(
    visit: &Visit,
    id: Option<ItemId>,
    draft: &Draft,
    said: &Said,
    (audience, waits): (Option<&Markup>, Waits),
) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let action = id.map_or_else(|| "/albums".to_owned(), |id| format!("/albums/{id}/edit"));
    let back = match (id, visit.someone()) {
        (Some(id), _) => format!("/albums/{id}"),
        (None, Some(me)) => format!("/people/{}/albums", me.username),
        (None, None) => "/".to_owned(),
    };
    let title = Field::new("title", lang.albums_title()).value(&draft.title).problem(said.of("title"));
    let about = Field::new("about", lang.albums_about()).value(&draft.about).problem(said.of("about"));
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    html! {
        section.card {
            h1 { @if id.is_some() { (lang.albums_edit()) } @else { (lang.albums_new()) } }
            (ui::form(lang, &form, html! {
                (ui::text(&title.letters_max(limits::ALBUM_TITLE_CHARS_MAX).required().autofocus()))
                (ui::textarea(&about.letters_max(limits::ALBUM_ABOUT_CHARS_MAX).optional(lang.form_optional()), 3))
                @if let Some(audience) = audience {
                    (audience)
                    @if id.is_some() { p.hint { (lang.albums_audience_hint()) } }
                } @else {
                    (levels::waits_line(lang, waits, posts::staff_word(lang, visit.rules().kind)))
                }
                div.buttons {
                    (ui::button(Button::Main, None, if id.is_some() { lang.save() } else { lang.albums_make() }))
                    a.button href=(back) { (lang.cancel()) }
                }
            }))
        }
    }
}
