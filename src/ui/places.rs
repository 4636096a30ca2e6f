//! The places one can go: five at the bottom of a phone, a rail on a tablet, a list on a desktop.

use maud::{Markup, html};

use super::frame::Frame;
use super::{Icon, icon};
use crate::lang::Lang;

/// Where a page belongs, so that the navigation can mark it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The reader's own stream.
    Home,
    /// What everybody sees.
    Everyone,
    /// What staff want everybody to know.
    Announcements,
    /// What takes place.
    Events,
    /// Conversations.
    Chat,
    /// Classes, wings and clubs.
    Groups,
    /// Contacts and profiles.
    People,
    /// What has happened to the reader's things.
    Notices,
    /// The reader's own page and settings.
    Me,
    /// Searching.
    Search,
    /// The desk of staff.
    Desk,
    /// Accounts, groups and house rules.
    Admin,
    /// Looking into private talk, with a reason.
    Readings,
    /// Whom staff keep apart.
    Apart,
    /// The record of all acts.
    Audit,
    /// Help.
    Help,
    /// None of these.
    #[default]
    Elsewhere,
}

/// One entry of the navigation.
struct Entry<'a> {
    place: Place,
    address: &'a str,
    sign: Icon,
    words: &'a str,
}

/// The five that a phone shows; elsewhere they come first. One's own page is in the account menu, too.
fn first_five(lang: &Lang) -> [Entry<'_>; 5] {
    [
        Entry { place: Place::Home, address: "/", sign: Icon::Home, words: lang.nav_home() },
        Entry { place: Place::Chat, address: "/chat", sign: Icon::Messages, words: lang.nav_chat() },
        Entry { place: Place::Groups, address: "/groups", sign: Icon::UsersGroup, words: lang.nav_groups() },
        Entry { place: Place::People, address: "/people", sign: Icon::AddressBook, words: lang.nav_people() },
        Entry { place: Place::Notices, address: "/notices", sign: Icon::Bell, words: lang.nav_notices() },
    ]
}

/// The others: beside a wide page, and in the account menu of a phone.
fn later<'a>(frame: &Frame<'a>) -> Vec<Entry<'a>> {
    let lang = frame.lang;
    let entry = |place, address, sign, words| Entry { place, address, sign, words };
    let staff = [
        (frame.desk, entry(Place::Desk, "/desk", Icon::Inbox, lang.nav_desk())),
        (frame.admin, entry(Place::Admin, "/admin", Icon::Adjustments, lang.nav_admin())),
        (frame.safeguard, entry(Place::Readings, "/readings", Icon::Eye, lang.readings_title())),
        (frame.safeguard, entry(Place::Apart, "/apart", Icon::UserX, lang.apart_title())),
        (frame.auditor, entry(Place::Audit, "/audit", Icon::ClipboardList, lang.nav_audit())),
    ];
    let mut entries = vec![
        entry(Place::Everyone, "/everyone", Icon::World, lang.nav_everyone()),
        entry(Place::Announcements, "/announcements", Icon::Speakerphone, lang.nav_announcements()),
        entry(Place::Events, "/events", Icon::Calendar, lang.nav_events()),
    ];
    entries.extend(staff.into_iter().filter(|(theirs, _)| *theirs).map(|(_, entry)| entry));
    entries.push(entry(Place::Help, "/help", Icon::Lifebuoy, lang.nav_help()));
    entries
}

/// The navigation: one list, laid out by the style sheet as the width asks.
pub(super) fn places(frame: &Frame<'_>) -> Markup {
    let current = |place: Place| (frame.place == place).then_some("page");
    html! {
        nav.places aria-label=(frame.lang.nav_places()) {
            ul {
                @for entry in first_five(frame.lang) {
                    li {
                        a.place href=(entry.address) aria-current=[current(entry.place)] {
                            (icon(entry.sign)) span.place-words { (entry.words) }
                            @if entry.place == Place::Notices { (unread_badge(frame.lang, frame.unread)) }
                            @if entry.place == Place::Chat { (chats_badge(frame.lang, frame.chats)) }
                        }
                    }
                }
                @for (position, entry) in later(frame).iter().enumerate() {
                    li class={ "later" @if position == 0 { " divide" } } {
                        a.place href=(entry.address) aria-current=[current(entry.place)] {
                            (icon(entry.sign)) span.place-words { (entry.words) }
                        }
                    }
                }
            }
        }
    }
}

/// The same further places as entries of the account menu, on phones only.
pub(super) fn further_links(frame: &Frame<'_>) -> Markup {
    html! {
        div.only-phone {
            hr;
            @for entry in later(frame) { a href=(entry.address) { (icon(entry.sign)) (entry.words) } }
        }
    }
}

/// The number of unread notices as it is shown.
pub(super) fn unread_number(unread: u32) -> String {
    if unread > 99 { "99+".to_owned() } else { unread.to_string() }
}

/// The number of unread notices. Has the id `unread`, so that a live change can replace it.
pub fn unread_badge(lang: &Lang, unread: u32) -> Markup {
    html! {
        span #unread .badge[unread > 0] {
            @if unread > 0 {
                span aria-hidden="true" { (unread_number(unread)) }
                span.unseen { (lang.nav_unread(i64::from(unread))) }
            }
        }
    }
}

/// In how many conversations something is unread. Has the id `chats-unread`, so that a live change can replace it.
pub fn chats_badge(lang: &Lang, unread: u32) -> Markup {
    html! {
        span #chats-unread .badge[unread > 0] {
            @if unread > 0 {
                span aria-hidden="true" { (unread_number(unread)) }
                span.unseen { (lang.nav_chats_unread(i64::from(unread))) }
            }
        }
    }
}
