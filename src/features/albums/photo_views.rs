//! The HTML of one photo: large, with its words and what one can do with it; and the form for its words.

use super::{Photo, Shown, Words};
use crate::base::{ItemId, State, limits};
use crate::features::levels::{self, Waits};
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Choice, Field, Form, Icon, Said, picture_address};
use crate::web::Visit;
use maud::{Markup, html};

/// What the page of a photo is called.
pub fn photo_title(lang: &Lang, photo: &Photo) -> String {
    lang.photo_title(photo.author.shown_name.as_str())
}

/// What other features bring to the picture of a photo.
pub struct Around {
    /// Drawn over the picture.
    pub over: Markup,
    /// Under its words.
    pub under: Markup,
}

/// The photo large, its words, who made it, and the ways to those beside it.
pub fn figure(seer: &Seer<'_>, shown: &Shown, around: &Around) -> Markup {
    let (lang, photo) = (seer.lang, &shown.photo);
    let address = format!("/people/{}", photo.author.username);
    let picture = photo.author.picture.as_deref().map(|name| picture_address(photo.author.id, name));
    let by = posts::face(&photo.author, &address, picture.as_deref());
    html! {
        article.card.post.photo-page .post-held[photo.state == State::Held] id={ "photo-" (photo.id) } data-item=(photo.id) {
            header.post-head {
                (ui::avatar(&by, AvatarSize::Usual))
                div.post-by {
                    span { (ui::person_name(&by)) @if photo.author.staff { " " (posts::staff_sign(seer)) } }
                    div.post-meta {
                        (seer.now.ago(lang, photo.made_at))
                        @if photo.in_album && photo.edited_at.is_some() { a href={ "/photos/" (photo.id) "/history" } { (lang.post_edited()) } }
                        @match &shown.album {
                            Some(album) => a href={ "/albums/" (photo.parent) } { (ui::icon(Icon::Album)) bdi { (album.title) } },
                            None if photo.in_album => span { (ui::icon(Icon::Album)) (lang.photo_album_left()) },
                            None => a href={ "/posts/" (photo.parent) } { (ui::icon(Icon::FileText)) (lang.photo_its_post()) },
                        }
                    }
                }
                (menu(seer, shown))
            }
            @if photo.state != State::Shown { (standing(seer, photo)) }
            @let figure = html! {
                figure {
                    div.spotted {
                        img.photo-large src={ "/photos/" (photo.id) "/large" } alt=(photo.alt) width=(photo.width) height=(photo.height)
                            loading=[photo.shielded.then_some("lazy")] decoding="async";
                        (around.over)
                    }
                    (words(lang, photo))
                }
            };
            @if photo.shielded {
                (posts::shield_of_photo(lang, seer.rules, seer.opens_shields, &figure))
            } @else { (figure) }
            (around.under)
            (beside(lang, photo.id, (shown.before, shown.after)))
            footer.post-foot {
                (posts::reactions(lang, "photos", photo.id, (&shown.reactions.each, shown.reactions.mine.as_deref()), seer.writes))
            }
        }
    }
}

/// What is said of a photo: for those who see it, and what it shows for those who do not.
fn words(lang: &Lang, photo: &Photo) -> Markup {
    html! {
        figcaption id={ "photo-words-" (photo.id) } {
            @if !photo.caption.is_empty() { p dir="auto" { (photo.caption) } }
            @if !photo.alt.is_empty() { p.soft dir="auto" { (lang.photo_shows(photo.alt.as_str())) } }
        }
    }
}

/// The photos before and after it.
fn beside(lang: &Lang, photo: ItemId, (before, after): (Option<ItemId>, Option<ItemId>)) -> Markup {
    html! {
        div.photo-beside-place id={ "beside-" (photo) } {
            @if before.is_some() || after.is_some() {
                nav.photo-beside aria-label=(lang.photo_beside()) {
                    @match before {
                        Some(id) => a.button.button-small href={ "/photos/" (id) } rel="prev" { (ui::icon_turning(Icon::ChevronLeft)) (lang.photo_before()) },
                        None => span {},
                    }
                    @if let Some(id) = after {
                        a.button.button-small href={ "/photos/" (id) } rel="next" { (lang.photo_after()) (ui::icon_turning(Icon::ChevronRight)) }
                    }
                }
            }
        }
    }
}

/// The photos before and after it as they are now, for a page that is open.
pub(super) fn beside_now(lang: &Lang, photo: ItemId, ways: (Option<ItemId>, Option<ItemId>)) -> String {
    let target = format!("beside-{photo}");
    html! { turbo-stream action="replace" target=(target) { template { (beside(lang, photo, ways)) } } }
        .into_string()
}

fn menu(seer: &Seer<'_>, shown: &Shown) -> Markup {
    let (lang, photo) = (seer.lang, &shown.photo);
    let link = format!("/photos/{}", photo.id);
    let own = photo.author.id.0 == seer.me;
    let leads = shown.album.as_ref().is_some_and(|album| album.i_lead);
    let orders = shown.orders && seer.writes;
    let entries = html! {
        @if own && photo.in_album && seer.writes {
            (ui::menu_link(&format!("{link}/edit"), Icon::Pencil, lang.photo_edit()))
        }
        @if orders { (ui::menu_act(&format!("{link}/cover"), Icon::Album, lang.photo_cover(), false)) }
        @if photo.in_album && (own || leads) {
            (ui::menu_act(&format!("{link}/remove"), Icon::Trash, lang.photo_delete(), true))
        }
        @if own && !photo.in_album && seer.writes {
            (ui::menu_link(&format!("/posts/{}/edit", photo.parent), Icon::Pencil, lang.photo_edit()))
        }
        (ui::menu_link(&format!("{link}/large"), Icon::Photo, lang.photo_file()))
        @if shown.album.is_some() || !photo.in_album { (ui::menu_link(&format!("{link}/who"), Icon::Eye, lang.foot_who_sees())) }
        @if !own { (ui::menu_link(&format!("/report/{}", photo.id), Icon::Flag, lang.report_it())) }
        @if seer.moderates && !own {
            (ui::menu_link(&format!("/desk/items/{}", photo.id), Icon::Gavel, lang.desk_decide()))
        }
    };
    ui::menu("post-menu", &lang.photo_more(photo.author.shown_name.as_str()), entries)
}

/// Why others do not see it.
fn standing(seer: &Seer<'_>, photo: &Photo) -> Markup {
    let staff = posts::staff_word(seer.lang, seer.rules.kind);
    match photo.state {
        State::Held => ui::state(Icon::Hourglass, &seer.lang.post_waiting(staff)),
        State::Removed => ui::state(Icon::EyeOff, &seer.lang.post_removed_by_staff(staff)),
        State::Shown => html! {},
    }
}

/// The form for the words of one's own photo, and the one that puts it into another album.
pub(super) fn edit(
    visit: &Visit,
    photo: &Photo,
    albums: &[(ItemId, String)],
    (typed, waits): (&Words, Waits),
    said: &Said,
) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let link = format!("/photos/{}", photo.id);
    let action = format!("{link}/edit");
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    let caption =
        Field::new("caption", lang.photo_caption()).value(&typed.caption).problem(said.of("caption"));
    let alt = Field::new("alt", lang.composer_alt()).value(&typed.alt).problem(said.of("alt"));
    html! {
        section.card {
            h1 { (lang.photo_edit()) }
            img.photo-edited src={ (link) "/medium" } alt="";
            (ui::form(lang, &form, html! {
                (ui::textarea(&caption.letters_max(limits::CAPTION_CHARS_MAX).optional(lang.form_optional()), 2))
                (ui::textarea(&alt.letters_max(limits::ALT_CHARS_MAX).hint(lang.photo_alt_hint()).optional(lang.form_optional()), 2))
                (levels::waits_line(lang, waits, posts::staff_word(lang, visit.rules().kind)))
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    a.button href=(link) { (lang.cancel()) }
                }
            }))
        }
        @if albums.iter().any(|(id, _)| *id != photo.parent) { (elsewhere(visit, photo, albums)) }
    }
}

fn elsewhere(visit: &Visit, photo: &Photo, albums: &[(ItemId, String)]) -> Markup {
    let (lang, same_site) = (visit.lang(), visit.same_site());
    let action = format!("/photos/{}/album", photo.id);
    let form = Form { action: &action, same_site: &same_site, ..Form::default() };
    let ids: Vec<String> = albums.iter().map(|(id, _)| id.to_string()).collect();
    let choices: Vec<Choice<'_>> = albums
        .iter()
        .zip(&ids)
        .map(|((id, title), value)| Choice { value, label: title, hint: None, chosen: *id == photo.parent })
        .collect();
    html! {
        section.card {
            h2.card-title { (lang.photo_move()) }
            (ui::form(lang, &form, html! {
                (ui::select(&Field::new("album", lang.photo_album()).hint(lang.photo_move_hint()), &choices))
                (ui::button(Button::Usual, None, lang.photo_move_do()))
            }))
        }
    }
}

/// The words of a photo as they are now, for a page that is open.
pub(super) fn changed(lang: &Lang, photo: &Photo) -> String {
    let target = format!("photo-words-{}", photo.id);
    html! { turbo-stream action="replace" target=(target) { template { (words(lang, photo)) } } }
        .into_string()
}

/// A photo that went, or that this viewer does not see any more.
pub(super) fn gone(id: ItemId) -> String {
    html! { turbo-stream action="remove" target={ "photo-" (id) } {} }.into_string()
}
