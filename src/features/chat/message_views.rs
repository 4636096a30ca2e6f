//! The HTML of one message: the same for the page, the answer to its author and what is sent live.

use super::document_views::{self, documents_of};
use super::talk_store::{Line, Message, PhotoLine, Quote};
use super::{is_only_emoji, is_open};
use crate::base::{ItemId, State, limits};
use crate::features::moderation;
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Icon, Tile, picture_address};
use maud::{Markup, html};

/// What stands before a message on its page, and so changes how it begins. A script says the same of what comes live.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    /// The same person spoke just before it.
    pub joined: bool,
    /// It is the first of its day.
    pub new_day: bool,
}

/// How long after each other messages of one person stand together, milliseconds. `chat.js` has the same.
const TOGETHER_MS: i64 = 10 * 60 * 1000;

/// What stands before this message, when the one before it is that.
pub(super) fn before(seer: &Seer<'_>, last: Option<&Message>, message: &Message) -> Before {
    let day = |message: &Message| seer.now.day_at(message.arrived_at);
    let new_day = last.is_none_or(|last| day(last) != day(message));
    let joined = last.is_some_and(|last| {
        last.author.id == message.author.id && message.arrived_at - last.arrived_at < TOGETHER_MS
    });
    Before { joined: joined && !new_day, new_day }
}

/// A message; `under` it, that others have read it.
pub(super) fn message(seer: &Seer<'_>, line: &Line, before: Before, under: Option<&Markup>) -> Markup {
    let (lang, message) = (seer.lang, &line.message);
    let author = &message.author;
    let own = author.id.0 == seer.me;
    let address = format!("/people/{}", author.username);
    let picture = author.picture.as_deref().map(|name| picture_address(author.id, name));
    let by = posts::face(author, &address, picture.as_deref());
    let day = seer.now.day_at(message.arrived_at);
    html! {
        li.message .message-own[own] .message-held[message.state != State::Shown] .message-joined[before.joined]
            .message-first[before.new_day] .message-emoji[is_only_emoji(&message.body) && line.photos.is_empty() && line.files.is_empty()]
            id={ "message-" (message.id) } data-item=(message.id) data-place=(message.place) data-author=(author.id)
            data-day=(day) data-at=(message.arrived_at) data-key=[message.key.as_deref()] {
            p.message-day { span { (lang.date(day)) } }
            @if !own { (ui::avatar(&by, AvatarSize::Small)) }
            div.message-bubble {
                @if own { span.unseen { (lang.chat_you()) } }
                @else {
                    p.message-by { (ui::person_name(&by)) @if author.staff { " " (posts::staff_sign(seer)) } }
                }
                @if message.answers.is_some() { (quote(lang, line.quote.as_ref())) }
                @if !message.body.is_empty() {
                    div.prose dir="auto" {
                        (ui::prose::prose(&message.body, &|username| line.mentions.get(username).cloned()))
                    }
                }
                @if !line.photos.is_empty() { (photos(lang, line)) }
                (documents_of(lang, &line.files, &document_views::address))
                (standing(seer, message))
                @if message.watched != 0 { (moderation::watched(lang, seer.rules, message.watched)) }
                p.message-meta {
                    @if message.edited_at.is_some() { span { (lang.post_edited()) } }
                    a href={ "/messages/" (message.id) } data-turbo="false" { (seer.now.clock_at(lang, message.arrived_at)) }
                }
            }
            (menu(seer, line, own))
            @if message.state == State::Shown { (pressed(lang, line, seer.writes)) }
            @if let Some(under) = under { (under) }
        }
    }
}

/// Why others do not see it.
fn standing(seer: &Seer<'_>, message: &Message) -> Markup {
    let staff = posts::staff_word(seer.lang, seer.rules.kind);
    match message.state {
        State::Held => ui::state(Icon::Hourglass, &seer.lang.post_waiting(staff)),
        State::Removed => ui::state(Icon::EyeOff, &seer.lang.post_removed_by_staff(staff)),
        State::Shown => html! {},
    }
}

/// The signs that somebody pressed, each to be pressed, too, by whoever may.
fn pressed(lang: &Lang, line: &Line, writes: bool) -> Markup {
    let (each, mine) = (&line.reactions.each, line.reactions.mine.as_deref());
    let action = format!("/messages/{}/reactions", line.message.id);
    let count = |kind: &str| each.iter().find(|(word, _)| word == kind).map_or(0, |(_, count)| *count);
    html! {
        div.reactions id={ "reactions-" (line.message.id) } {
            @for (kind, sign, words) in posts::reaction_kinds(lang) {
                @let count = count(kind);
                @if count > 0 {
                    (ui::reaction(&action, kind, (sign, words), u32::try_from(count).unwrap_or(0), mine == Some(kind), writes))
                }
            }
        }
    }
}

/// What one can do with a message.
fn menu(seer: &Seer<'_>, line: &Line, own: bool) -> Markup {
    let (lang, message) = (seer.lang, &line.message);
    let (id, link) = (message.id, format!("/messages/{}", message.id));
    let shown = message.state == State::Shown;
    let open = own && is_open(message, seer.me, seer.now.ms());
    let action = format!("{link}/reactions");
    let mine = line.reactions.mine.as_deref();
    let entries = html! {
        @if shown && seer.writes {
            div.message-signs role="group" aria-label=(lang.chat_react()) {
                @for (kind, sign, words) in posts::reaction_kinds(lang) {
                    (ui::reaction(&action, kind, (sign, words), 0, mine == Some(kind), true))
                }
            }
            a.message-answer href={ "/chat/" (message.conversation) "?reply=" (id) "#message-form" } data-reply=(id) {
                (ui::icon_turning(Icon::ArrowBackUp)) (lang.reply())
            }
        }
        @if !message.body.is_empty() {
            button.only-script type="button" data-copy { (ui::icon(Icon::FileText)) (lang.chat_copy()) }
        }
        @if open {
            @if seer.writes { (ui::menu_link(&format!("{link}/edit"), Icon::Pencil, lang.post_edit())) }
            (ui::menu_act(&format!("{link}/remove"), Icon::Trash, lang.post_delete(), true))
        }
        (ui::menu_link(&format!("{link}/who"), Icon::Eye, lang.foot_who_sees()))
        @if !own { (ui::menu_link(&format!("/report/{id}"), Icon::Flag, lang.report_it())) }
    };
    ui::menu("message-menu", &lang.chat_more(message.author.shown_name.as_str()), entries)
}

fn quote(lang: &Lang, quote: Option<&Quote>) -> Markup {
    html! {
        blockquote.message-quote dir="auto" {
            @match quote {
                Some(quote) => a href={ "/messages/" (quote.id) } data-turbo="false" data-jump=(quote.id) {
                    strong { bdi { (quote.name) } } " " (quoted(lang, quote))
                },
                None => (lang.chat_quote_gone()),
            }
        }
    }
}

/// What a message says in one line; that it is a photo or a document, where it says nothing.
pub(super) fn quoted(lang: &Lang, quote: &Quote) -> Markup {
    in_short(lang, &quote.body, quote.photos, quote.files)
}

/// What a text with photos and documents says in one line.
pub(super) fn in_short(lang: &Lang, body: &str, photos: usize, files: usize) -> Markup {
    html! {
        @if body.is_empty() && photos > 0 { (ui::icon(Icon::Photo)) " " (lang.chat_photos(photos as i64)) }
        @else if body.is_empty() && files > 0 { (ui::icon(Icon::FileText)) " " (lang.chat_files(files as i64)) }
        @else { (ui::prose::plain(body, limits::EXCERPT_CHARS_MAX)) }
    }
}

fn photos(lang: &Lang, line: &Line) -> Markup {
    let addresses: Vec<(String, String)> = line
        .photos
        .iter()
        .map(|photo| (format!("/photos/{}/medium", photo.id), format!("/photos/{}/large", photo.id)))
        .collect();
    let tiles: Vec<Tile<'_>> = line
        .photos
        .iter()
        .zip(&addresses)
        .map(|(photo, (picture, page))| of_photo(photo, picture, page))
        .collect();
    ui::photos(lang, &tiles, true)
}

fn of_photo<'a>(photo: &'a PhotoLine, picture: &'a str, page: &'a str) -> Tile<'a> {
    Tile { picture, page, alt: &photo.alt, width: photo.width, height: photo.height }
}

/// A message that came or changed: `chat.js` puts it into its place.
pub(super) fn came(seer: &Seer<'_>, line: &Line) -> String {
    let conversation = line.message.conversation;
    html! {
        turbo-stream action="message" target="messages" conversation=(conversation) {
            template { (message(seer, line, Before::default(), None)) }
        }
    }
    .into_string()
}

/// A message that went.
pub(super) fn gone(id: ItemId) -> String {
    html! { turbo-stream action="remove" target={ "message-" (id) } {} }.into_string()
}
