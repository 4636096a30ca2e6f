//! The HTML of conversations and messages.

use super::pages::{Entry, Talk};
use super::store::{Named, Sort};
use super::talk_store::{Line, Quote};
use super::{Voice, WhyNot, told_views};
use crate::base::{ItemId, Rules, State, limits};
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Face, Icon, Said, Tile, picture_address};
use maud::{Markup, html};

/// The list of one's conversations.
pub(super) fn list(seer: &Seer<'_>, entries: &[Entry]) -> Markup {
    let lang = seer.lang;
    html! {
        h1 { (lang.nav_chat()) }
        @if entries.is_empty() {
            (ui::empty(Icon::Messages, lang.chat_empty(), lang.chat_empty_about(), Some(("/people", lang.nav_people()))))
        } @else {
            ul.list.chat-list #chat-list { @for entry in entries { (row(seer, entry)) } }
        }
    }
}

fn row(seer: &Seer<'_>, entry: &Entry) -> Markup {
    let lang = seer.lang;
    html! {
        li.chat-row .chat-row-unread[entry.unread > 0] id={ "chat-" (entry.talk.id) } {
            (face(&entry.named, AvatarSize::Usual))
            div.grow {
                a.chat-row-name href={ "/chat/" (entry.talk.id) } { bdi { (entry.named.name) } }
                @if let Some(last) = &entry.last {
                    p.soft.chat-row-last dir="auto" {
                        @if entry.talk.sort != Sort::Two { bdi { (last.author.shown_name) } ": " }
                        (ui::prose::plain(&last.body, limits::EXCERPT_CHARS_MAX))
                    }
                }
            }
            div.chat-row-end {
                @if let Some(last) = &entry.last { span.post-meta { (seer.now.ago(lang, last.arrived_at)) } }
                @if entry.unread > 0 { span.badge { (entry.unread) } }
            }
        }
    }
}

fn face(named: &Named, size: AvatarSize) -> Markup {
    let picture = named.picture.as_ref().map(|(id, name)| picture_address(*id, name));
    let face = Face { id: named.id, name: &named.name, picture: picture.as_deref(), address: None };
    ui::avatar(&face, size)
}

/// The form for a new message.
pub(super) struct Writing<'a> {
    pub action: &'a str,
    pub same_site: &'a str,
    pub typed: &'a str,
    pub said: &'a Said,
}

/// One page of a conversation.
pub(super) fn talk(seer: &Seer<'_>, talk: &Talk, writing: &Writing<'_>, mark: i64) -> Markup {
    let (lang, id) = (seer.lang, talk.talk.id);
    let first = talk.lines.first().map_or(0, |line| line.message.place);
    let last = talk.lines.last().map_or(0, |line| line.message.place);
    html! {
        div.talk {
            header.talk-head { (face(&talk.named, AvatarSize::Usual)) h1 { bdi { (talk.named.name) } } }
            (told_views::readings(seer, &talk.told))
            @if talk.earlier {
                p { a.button.button-small href={ "/chat/" (id) "?before=" (first) } rel="prev" { (ui::icon(Icon::ArrowUp)) (lang.chat_earlier()) } }
            }
            ol.talk-list #messages data-conversation=(id) data-mark=(mark) { @for line in &talk.lines { (message(seer, line)) } }
            @if talk.later {
                p { a.button.button-small href={ "/chat/" (id) "?after=" (last) } rel="next" { (ui::icon(Icon::ArrowDown)) (lang.chat_later()) } }
            }
            (composer(lang, seer.rules, talk.voice, writing, &seen_by(seer.lang, seer.rules, talk.talk.sort, talk.people)))
        }
    }
}

/// A conversation in which nothing was said yet.
pub(super) fn beginning(
    lang: &Lang,
    rules: &Rules,
    named: &Named,
    voice: Voice,
    writing: &Writing<'_>,
) -> Markup {
    html! {
        div.talk {
            header.talk-head { (face(named, AvatarSize::Usual)) h1 { bdi { (named.name) } } }
            ol.talk-list #messages {}
            (composer(lang, rules, voice, writing, &seen_by(lang, rules, Sort::Two, 2)))
        }
    }
}

/// Who sees what is written here, in one sentence that always stands under the form.
fn seen_by(lang: &Lang, rules: &Rules, sort: Sort, people: i64) -> String {
    let staff = posts::staff_word(lang, rules.kind);
    match sort {
        Sort::Group => lang.chat_seen_by_group(people, staff),
        Sort::Two | Sort::Many => lang.chat_seen_by(people, staff),
    }
}

fn composer(lang: &Lang, _rules: &Rules, voice: Voice, writing: &Writing<'_>, seen_by: &str) -> Markup {
    let problem = writing.said.of("body");
    html! {
        @match voice {
            Voice::Not(why) => p.state { (ui::icon(Icon::Lock)) (why_not(lang, why)) },
            Voice::May => {
                form.talk-form #message-form method="post" action=(writing.action) enctype="multipart/form-data" data-guard=(lang.form_leave()) {
                    input type="hidden" name="same_site" value=(writing.same_site);
                    @if let Some(words) = problem {
                        p.problem #field-body-problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (words) } }
                    }
                    div.joined {
                        label.unseen for="field-body" { (lang.chat_write()) }
                        textarea.input #field-body name="body" rows="2" dir="auto" placeholder=(lang.chat_write())
                            maxlength=(limits::MESSAGE_CHARS_MAX) data-suggest="/suggest"
                            aria-describedby=[problem.map(|_| "field-body-problem")] aria-invalid=[problem.map(|_| "true")] {
                            "\n" (writing.typed)
                        }
                        button.button.button-main.button-bare aria-label=(lang.chat_send()) title=(lang.chat_send()) {
                            (ui::icon_turning(Icon::Send))
                        }
                    }
                }
            }
        }
        (ui::seen_by("talk-seen-by", seen_by))
    }
}

fn why_not(lang: &Lang, why: WhyNot) -> &str {
    match why {
        WhyNot::ReadOnly => lang.chat_read_only(),
        WhyNot::Stopped => lang.chat_stopped(),
        WhyNot::NotWithThem => lang.chat_no_voice(),
        WhyNot::SwitchedOff => lang.chat_switched_off(),
    }
}

/// One message: the same for the page, the answer to its author and what is sent live.
pub(super) fn message(seer: &Seer<'_>, line: &Line) -> Markup {
    let (lang, message) = (seer.lang, &line.message);
    let author = &message.author;
    let own = author.id.0 == seer.me;
    let address = format!("/people/{}", author.username);
    let picture = author.picture.as_deref().map(|name| picture_address(author.id, name));
    let by = posts::face(author, &address, picture.as_deref());
    html! {
        li.message .message-own[own] .message-held[message.state != State::Shown] id={ "message-" (message.id) }
            data-place=(message.place) data-author=(author.id) data-key=[message.key.as_deref()] {
            @if !own { (ui::avatar(&by, AvatarSize::Small)) }
            div.message-body {
                div.message-head {
                    @if !own { (ui::person_name(&by)) }
                    @if author.staff { (posts::staff_sign(seer)) }
                    a.post-meta href={ "/messages/" (message.id) } data-turbo="false" { (seer.now.ago(lang, message.arrived_at)) }
                    @if message.edited_at.is_some() { span.post-meta { (lang.post_edited()) } }
                }
                @if message.answers.is_some() { (quote(lang, line.quote.as_ref())) }
                div.prose dir="auto" {
                    (ui::prose::prose(&message.body, &|username| line.mentions.get(username).cloned()))
                }
                @if !line.photos.is_empty() { (photos(lang, line)) }
                @match message.state {
                    State::Held => (ui::state(Icon::Hourglass, &lang.post_waiting(posts::staff_word(lang, seer.rules.kind)))),
                    State::Removed => (ui::state(Icon::EyeOff, &lang.post_removed_by_staff(posts::staff_word(lang, seer.rules.kind)))),
                    State::Shown => (posts::reactions(lang, "messages", message.id, &line.reactions.each, line.reactions.mine.as_deref())),
                }
            }
        }
    }
}

fn quote(lang: &Lang, quote: Option<&Quote>) -> Markup {
    html! {
        blockquote.message-quote dir="auto" {
            @match quote {
                Some(quote) => a href={ "/messages/" (quote.id) } data-turbo="false" {
                    strong { bdi { (quote.name) } } " "
                    (ui::prose::plain(&quote.body, limits::EXCERPT_CHARS_MAX))
                },
                None => (lang.chat_quote_gone()),
            }
        }
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

/// A message that came or changed, in its place.
pub(super) fn came(seer: &Seer<'_>, line: &Line) -> String {
    html! { turbo-stream action="append" target="messages" { template { (message(seer, line)) } } }
        .into_string()
}

/// A message that went.
pub(super) fn gone(id: ItemId) -> String {
    html! { turbo-stream action="remove" target={ "message-" (id) } {} }.into_string()
}
