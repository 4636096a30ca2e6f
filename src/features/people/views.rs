//! The HTML of profiles, of sharing from there, and of blocking somebody.

use super::contacts_views::{AspectMenu, aspect_menu};
use super::{Extended, Person, Profile};
use crate::features::posts;
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Face, Icon, picture_address};
use crate::web::Visit;
use jiff::civil::Date;
use maud::{Markup, html};

/// The face of somebody, large or small, without a link.
pub(super) fn portrait(person: &Person, size: AvatarSize) -> Markup {
    let picture = person.picture.as_deref().map(|name| picture_address(person.id, name));
    let face = Face { id: person.id.0, name: &person.shown_name, picture: picture.as_deref(), address: None };
    ui::avatar(&face, size)
}

/// What stands above somebody's stream. `writes`: the reader is offered to write to them.
pub(super) fn head(visit: &Visit, profile: &Profile, writes: bool) -> Markup {
    let (lang, person) = (visit.lang(), &profile.person);
    let own = visit.viewer().id() == Some(person.id);
    html! {
        section.card.profile-head {
            (portrait(person, AvatarSize::Large))
            div {
                h1 { bdi { (person.shown_name) } }
                p.soft {
                    bdi { "@" (person.username) } " · " (posts::role_word(lang, visit.rules().kind, person.role))
                    @if person.left { " " span.chip { (lang.profile_left()) } }
                }
            }
            @if own {
                div.buttons {
                    a class=(Button::Usual.class()) href="/my/profile" { (ui::icon(Icon::Pencil)) (lang.profile_edit()) }
                    (albums(lang, person, true))
                }
            } @else if profile.blocked {
                (blocked(visit, person))
            } @else {
                (sharing(visit, profile, writes, false))
            }
        }
        @if let Some(extended) = profile.extended.as_ref().filter(|_| !profile.blocked) { (about(lang, extended)) }
    }
}

/// Somebody in short, beside their name: face, pronouns, groups of both, and sharing as on their page.
pub(super) fn small(visit: &Visit, profile: &Profile, groups: &[(i64, String)], writes: bool) -> Markup {
    let (lang, person) = (visit.lang(), &profile.person);
    let pronouns =
        profile.extended.as_ref().filter(|_| !profile.blocked).map(|extended| extended.pronouns.as_str());
    html! {
        section.hover-card role="group" aria-label=(lang.profile_card(person.shown_name.as_str())) {
            div.person {
                (portrait(person, AvatarSize::Usual))
                div.person-words {
                    strong { bdi { (person.shown_name) } }
                    span.soft {
                        bdi { "@" (person.username) } " · " (posts::role_word(lang, visit.rules().kind, person.role))
                        @if let Some(words) = pronouns.filter(|words| !words.is_empty()) { " · " bdi { (words) } }
                    }
                }
            }
            @if !groups.is_empty() {
                p.hover-groups {
                    (ui::icon(Icon::UsersGroup)) span.unseen { (lang.profile_card_groups()) }
                    @for (place, (id, name)) in groups.iter().enumerate() {
                        @if place > 0 { ", " }
                        a href={ "/groups/" (id) } { bdi { (name) } }
                    }
                }
            }
            @if visit.viewer().id() != Some(person.id) {
                @if profile.blocked { (blocked(visit, person)) } @else { (sharing(visit, profile, writes, true)) }
            }
        }
    }
}

/// The way to somebody's albums, and to the photos in which they are tagged.
fn albums(lang: &Lang, person: &Person, own: bool) -> Markup {
    html! {
        a class=(Button::Usual.class()) href={ "/people/" (person.username) "/tagged" } {
            (ui::icon(Icon::Photo))
            @if own { (lang.spots_of_me()) } @else { (lang.spots_of(person.shown_name.as_str())) }
        }
        a class=(Button::Usual.class()) href={ "/people/" (person.username) "/albums" } {
            (ui::icon(Icon::Album)) (lang.albums_title_word())
        }
    }
}

/// The extended part, where there is anything in it.
fn about(lang: &Lang, extended: &Extended) -> Markup {
    let lines = [
        (lang.profile_pronouns(), extended.pronouns.clone()),
        (lang.profile_place(), extended.place.clone()),
        (lang.profile_birthday(), birthday(lang, &extended.birthday).unwrap_or_default()),
    ];
    let any = lines.iter().any(|(_, words)| !words.is_empty());
    html! {
        @if any || !extended.bio.is_empty() {
            section.card {
                h2.card-title { (lang.profile_about()) }
                @if any {
                    dl.facts {
                        @for (label, words) in lines.iter().filter(|(_, words)| !words.is_empty()) {
                            dt { (label) } dd { bdi { (words) } }
                        }
                    }
                }
                @if !extended.bio.is_empty() {
                    div.prose dir="auto" { (ui::prose::prose(&extended.bio, &|_| None)) }
                }
            }
        }
    }
}

/// "4 May" from `05-04`.
fn birthday(lang: &Lang, kept: &str) -> Option<String> {
    let (month, day) = kept.split_once('-')?;
    // A leap year, so that 29 February is a day.
    let date = Date::new(2024, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(lang.short_date(date))
}

/// Who shares with whom, and what one can do about it: on a profile, or in the card beside a name.
fn sharing(visit: &Visit, profile: &Profile, writes: bool, in_card: bool) -> Markup {
    let (lang, person) = (visit.lang(), &profile.person);
    let link = format!("/people/{}", person.username);
    let ties = visit.someone().is_some_and(|me| !me.read_only);
    let state = match (person.i_share, person.they_share) {
        (true, true) => lang.profile_both_share_words(),
        (true, false) => lang.profile_i_share_words(),
        (false, true) => lang.profile_they_share_words(),
        (false, false) => lang.profile_nobody_shares_words(),
    };
    html! {
        div.prose { p { (state) } }
        div.buttons {
            @if !person.i_share && ties {
                (ui::button_form(&format!("{link}/share"), &visit.same_site(), &[], Button::Main,
                    Some(Icon::UserPlus), lang.profile_share()))
            }
            @if writes {
                a class=(Button::Usual.class()) href={ "/chat/with/" (person.username) } { (ui::icon(Icon::Messages)) (lang.chat_write_to()) }
            }
            @if person.i_share && ties { (aspect_menu(visit, &AspectMenu { in_card, ..AspectMenu::of(person, &profile.aspects) })) }
            (albums(lang, person, false))
            (ui::menu("post-menu", &lang.profile_more(person.shown_name.as_str()), html! {
                @if person.i_share {
                    (ui::menu_act(&format!("{link}/unshare"), Icon::UserX, lang.profile_unshare(), false))
                }
                (ui::menu_link(&format!("/report/person/{}", person.id), Icon::Flag, lang.report_it()))
                (ui::menu_link(&format!("/worried/person/{}", person.id), Icon::Lifebuoy, lang.report_worried()))
                (ui::menu_link(&format!("{link}/block"), Icon::Ban, lang.block_do()))
            }))
        }
    }
}

fn blocked(visit: &Visit, person: &Person) -> Markup {
    let lang = visit.lang();
    html! {
        div.prose { (ui::state(Icon::Ban, lang.block_you_did())) }
        div.buttons {
            (ui::button_form(&format!("/people/{}/unblock", person.username), &visit.same_site(), &[],
                Button::Usual, None, lang.block_undo()))
            a class=(Button::Quiet.class()) href={ "/report/person/" (person.id) } { (ui::icon(Icon::Flag)) (lang.report_it()) }
            a class=(Button::Quiet.class()) href={ "/worried/person/" (person.id) } { (ui::icon(Icon::Lifebuoy)) (lang.report_worried()) }
        }
    }
}

/// What blocking does, before it is done.
pub(super) fn block(visit: &Visit, person: &Person) -> Markup {
    let (lang, link) = (visit.lang(), format!("/people/{}", person.username));
    html! {
        section.card {
            h1 { (lang.block_title(person.shown_name.as_str())) }
            div.prose {
                ul {
                    li { (lang.block_not_seen()) }
                    li { (lang.block_not_shared()) }
                    li { (lang.block_not_told()) }
                    li { (lang.block_staff()) }
                }
            }
            p.soft { (lang.block_undo_hint()) }
            div.buttons {
                (ui::button_form(&format!("{link}/block"), &visit.same_site(), &[], Button::Harm, Some(Icon::Ban), lang.block_do()))
                a class=(Button::Quiet.class()) href=(link) { (lang.cancel()) }
            }
        }
    }
}
