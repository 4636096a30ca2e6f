//! The HTML of conversations: their list, one of them, and where one writes.

use super::list::{End, Entries, Entry};
use super::message_views::{before, in_short, message, quoted};
use super::pages::Talk;
use super::store::{Named, Sort};
use super::talk_store::Quote;
use super::{Voice, WhyNot, document_views, live_views, picture_views, read_views, told_views};
use crate::base::{ItemId, Rules, Sanction, SiteKind, limits};
use crate::features::levels::{self, Waits};
use crate::features::photos::FILE_BYTES_MAX;
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Face, Icon, Said};
use maud::{Markup, html};

/// What stands beside a conversation, or alone.
pub(super) struct Side<'a> {
    pub entries: &'a [Entry],
    /// Before which end they stand; none where they are the newest.
    pub before: Option<End>,
    /// Where the older ones begin; none where there are none, or where only the newest stand.
    pub older: Option<End>,
    /// The conversation that is open.
    pub open: Option<ItemId>,
    /// May the reader begin a new one?
    pub may_begin: bool,
    /// Are there conversations that are put away?
    pub away: bool,
}

/// The list of one's conversations, alone: on a wide screen with room for one of them beside it.
pub(super) fn list(seer: &Seer<'_>, side: &Side<'_>) -> Markup {
    html! {
        div.chat {
            (aside(seer, side, true))
            div.chat-none { (ui::empty(Icon::Messages, seer.lang.chat_choose(), seer.lang.chat_choose_about(), None)) }
        }
    }
}

fn aside(seer: &Seer<'_>, side: &Side<'_>, alone: bool) -> Markup {
    let lang = seer.lang;
    html! {
        section.chat-side .chat-side-alone[alone] aria-label=(lang.nav_chat()) {
            header.chat-side-head {
                @if alone { h1 { (lang.nav_chat()) } } @else { h2 { a href="/chat" { (lang.nav_chat()) } } }
                a.button.button-bare href="/chat/find" aria-label=(lang.chat_find()) title=(lang.chat_find()) { (ui::icon(Icon::Search)) }
                @if side.may_begin {
                    a.button.button-bare.button-main href="/chat/new" aria-label=(lang.chat_new()) title=(lang.chat_new()) { (ui::icon(Icon::Plus)) }
                }
            }
            div.chat-rows #chat-list data-open=[side.open] data-before=[side.before] { (rows(seer, side)) }
        }
    }
}

/// The rows of the list: what is fetched anew when something was said.
pub(super) fn rows(seer: &Seer<'_>, side: &Side<'_>) -> Markup {
    let lang = seer.lang;
    html! {
        @if side.entries.is_empty() {
            @let step = side.may_begin.then_some(("/chat/new", lang.chat_new()));
            (ui::empty(Icon::Messages, lang.chat_empty(), lang.chat_empty_about(), step))
        } @else {
            ul.chat-list role="list" { @for entry in side.entries { (row(seer, entry, side.open == Some(entry.talk.id))) } }
        }
        @if side.open.is_none() {
            @let older = side.older.map(|end| format!("/chat?before={end}"));
            (ui::pager(lang, side.before.map(|_| "/chat"), older.as_deref()))
        }
        @if side.away { p.chat-away { a href="/chat/away" { (ui::icon(Icon::Archive)) (lang.chat_away_title()) } } }
    }
}

/// The page of those that are put away.
pub(super) fn away(seer: &Seer<'_>, page: &Entries) -> Markup {
    let (lang, entries) = (seer.lang, &page.list);
    let older = page.older.map(|end| format!("/chat/away?before={end}"));
    html! {
        h1 { (lang.chat_away_title()) }
        p.soft { (lang.chat_away_about()) }
        @if entries.is_empty() { (ui::empty(Icon::Archive, lang.chat_away_empty(), lang.chat_away_empty_about(), Some(("/chat", lang.nav_chat())))) }
        @else { ul.chat-list.card.card-flush role="list" { @for entry in entries { (row(seer, entry, false)) } } }
        (ui::pager(lang, None, older.as_deref()))
        p { a href="/chat" { (ui::icon_turning(Icon::ArrowLeft)) " " (lang.nav_chat()) } }
    }
}

fn row(seer: &Seer<'_>, entry: &Entry, open: bool) -> Markup {
    let (lang, talk) = (seer.lang, &entry.talk);
    // A conversation with something new opens where that begins.
    let end = if entry.unread > 0 { "#unread-line" } else { "" };
    html! {
        li.chat-row .chat-row-unread[entry.unread > 0] id={ "chat-" (talk.id) } {
            span.chat-row-face {
                (face(lang, &entry.named, AvatarSize::Usual))
                @if let Some((who, here)) = entry.follows { span class={ "chat-row-here presence-" (who) } { @if here { (live_views::sign(lang)) } } }
            }
            div.chat-row-words {
                a.chat-row-name href={ "/chat/" (talk.id) (end) } aria-current=[open.then_some("page")] { bdi { (name(lang, &entry.named)) } }
                @if let Some(last) = &entry.last {
                    p.chat-row-last {
                        @if last.author.id.0 == seer.me { span { (lang.chat_you()) ":" } " " }
                        @else if talk.sort != Sort::Two { span { bdi { (last.author.shown_name) } ":" } " " }
                        span dir="auto" { (in_short(lang, &last.body, last.photos, last.files)) }
                    }
                }
            }
            div.chat-row-end {
                @if let Some(last) = &entry.last { span.post-meta { (seer.now.ago(lang, last.arrived_at)) } }
                span {
                    @if talk.muted { span.chat-row-muted title=(lang.chat_muted()) { (ui::icon(Icon::BellOff)) span.unseen { (lang.chat_muted()) } } }
                    @if entry.unread > 0 {
                        span.badge .badge-calm[talk.muted] { span aria-hidden="true" { (entry.unread) } span.unseen { (lang.chat_unread(entry.unread)) } }
                    }
                }
            }
        }
    }
}

/// What a conversation is called; words where nobody is left to give it a name.
pub(super) fn name<'a>(lang: &'a Lang, named: &'a Named) -> &'a str {
    if named.name.is_empty() { lang.chat_nobody() } else { &named.name }
}

pub(super) fn face(lang: &Lang, named: &Named, size: AvatarSize) -> Markup {
    let picture = named.picture.as_ref().map(picture_views::address);
    let face = Face { id: named.id, name: name(lang, named), picture: picture.as_deref(), address: None };
    ui::avatar(&face, size)
}

/// The form for a new message.
pub(super) struct Writing<'a> {
    pub action: &'a str,
    pub same_site: &'a str,
    pub typed: &'a str,
    pub said: &'a Said,
    /// The message that is answered.
    pub answering: Option<&'a Quote>,
    /// May who writes send photos?
    pub sends: bool,
    /// And documents?
    pub sends_files: bool,
    /// Will it wait before others see it?
    pub waits: Waits,
    /// The word for staff in this house.
    pub staff: &'a str,
}

/// One page of a conversation.
pub(super) fn talk(seer: &Seer<'_>, side: &Side<'_>, talk: &Talk, writing: &Writing<'_>) -> Markup {
    let (lang, id) = (seer.lang, talk.talk.id);
    let first = talk.lines.first().map_or(0, |line| line.message.place);
    let last = talk.lines.last().map_or(0, |line| line.message.place);
    html! {
        div.chat.chat-open {
            (aside(seer, side, false))
            section.talk data-topic={ "chat/" (id) } data-voice={ "voice/" (id) } aria-label=(name(lang, &talk.named)) {
                (head(seer, talk))
                div.talk-scroll #talk-scroll role="log" aria-label=(lang.chat_messages()) tabindex="0" {
                    div.talk-inner {
                        p.talk-more hidden[!talk.earlier] { a.button.button-small href={ "/chat/" (id) "?before=" (first) } rel="prev" { (ui::icon(Icon::ArrowUp)) (lang.chat_earlier()) } }
                        @if talk.lines.is_empty() { p.talk-empty { (lang.chat_nothing_yet()) } }
                        ol.talk-list #messages data-conversation=(id) data-read=(talk.talk.read) data-later[talk.later] { (lines(seer, talk)) }
                        p.talk-more hidden[!talk.later] { a.button.button-small href={ "/chat/" (id) "?after=" (last) } rel="next" { (ui::icon(Icon::ArrowDown)) (lang.chat_later()) } }
                    }
                }
                div.talk-foot {
                    (told_views::readings(seer, &talk.told))
                    a.button.button-small.talk-new #talk-new href={ "/chat/" (id) } hidden data-words=(lang.chat_new_below()) { (ui::icon(Icon::ArrowDown)) span data-words {} }
                    p.talk-typing #talk-typing aria-live="off" {}
                    (composer(seer, talk.voice, writing, &suggest(id), &seen_by(lang, seer.rules, talk.talk.sort, talk.people)))
                }
                (pending(lang))
            }
        }
    }
}

/// Where names are looked up that stand in a message here.
pub(super) fn suggest(id: ItemId) -> String {
    format!("/suggest?chat={id}")
}

/// The messages, each joined to what stands before it, and the line above the first that is new.
fn lines(seer: &Seer<'_>, talk: &Talk) -> Markup {
    let mut last = None;
    let mut unread_after = talk.unread_after;
    let mut drawn = Vec::with_capacity(talk.lines.len() + 1);
    for line in &talk.lines {
        let said = &line.message;
        let mut before = before(seer, last, said);
        if unread_after.is_some_and(|after| said.place > after) && said.author.id.0 != seer.me {
            unread_after = None;
            before.joined = false;
            let words = seer.lang.chat_unread_line();
            drawn.push(html! { li.talk-unread #unread-line tabindex="-1" { span { (words) } } });
        }
        let seen = talk.seen.as_ref().filter(|seen| seen.message == said.id);
        let under = seen.map(|seen| read_views::line(seer.lang, talk.talk.sort, seen));
        drawn.push(message(seer, line, before, under.as_ref()));
        last = Some(said);
    }
    html! { @for each in drawn { (each) } }
}

fn head(seer: &Seer<'_>, talk: &Talk) -> Markup {
    let (lang, id) = (seer.lang, talk.talk.id);
    let about = format!("/chat/{id}/about");
    let mute = if talk.talk.muted { lang.chat_unmute() } else { lang.chat_mute() };
    let away = if talk.away { lang.chat_take_back() } else { lang.chat_put_away() };
    let entries = html! {
        (ui::menu_link(&about, Icon::Users, lang.chat_about()))
        (ui::menu_link(&format!("/chat/{id}/find"), Icon::Search, lang.chat_find_here()))
        (ui::menu_act(&format!("/chat/{id}/mute?on={}", !talk.talk.muted), Icon::BellOff, mute, false))
        (ui::menu_act(&format!("/chat/{id}/away?on={}", !talk.away), Icon::Archive, away, false))
        (ui::menu_link(&format!("/report/{id}"), Icon::Flag, lang.chat_report()))
    };
    html! {
        header.talk-head {
            a.button.button-bare.talk-back href="/chat" aria-label=(lang.chat_back()) title=(lang.chat_back()) { (ui::icon_turning(Icon::ArrowLeft)) }
            (face(lang, &talk.named, AvatarSize::Small))
            div.talk-head-words {
                h1 { a href=(about) { bdi { (name(lang, &talk.named)) } } }
                @if talk.talk.sort != Sort::Two { p.soft.small { (lang.people_count(talk.people)) } }
                @else if let Some((who, here)) = talk.presence { p class={ "soft small talk-presence presence-" (who) } { @if here { (live_views::sign(lang)) } } }
            }
            (ui::menu("talk-menu", lang.chat_menu(), entries))
        }
    }
}

/// A conversation in which nothing was said yet.
pub(super) fn beginning(
    seer: &Seer<'_>,
    side: &Side<'_>,
    named: &Named,
    (topic, voice): (&str, Voice),
    writing: &Writing<'_>,
) -> Markup {
    let lang = seer.lang;
    html! {
        div.chat.chat-open {
            (aside(seer, side, false))
            section.talk data-voice=(topic) {
                header.talk-head {
                    a.button.button-bare.talk-back href="/chat" aria-label=(lang.chat_back()) title=(lang.chat_back()) { (ui::icon_turning(Icon::ArrowLeft)) }
                    (face(lang, named, AvatarSize::Small))
                    div.talk-head-words { h1 { bdi { (name(lang, named)) } } }
                }
                div.talk-scroll { div.talk-inner { (ui::not_private(lang, seer.rules.kind)) p.talk-empty { (lang.chat_nothing_yet()) } } }
                div.talk-foot { (composer(seer, voice, writing, "/suggest", &seen_by(lang, seer.rules, Sort::Two, 2))) }
            }
        }
    }
}

/// Who sees what is written here, in one sentence that always stands under the form.
pub(super) fn seen_by(lang: &Lang, rules: &Rules, sort: Sort, people: i64) -> String {
    let staff = posts::staff_word(lang, rules.kind);
    match sort {
        Sort::Group => lang.chat_seen_by_group(people, staff),
        Sort::Two | Sort::Many => {
            let seen = lang.chat_seen_by(people, staff);
            // Whoever was taken into a conversation writes there without having begun one.
            if rules.kind == SiteKind::Prison {
                format!("{seen} {}", lang.charter_not_private())
            } else {
                seen
            }
        }
    }
}

fn composer(seer: &Seer<'_>, voice: Voice, writing: &Writing<'_>, suggest: &str, seen_by: &str) -> Markup {
    let lang = seer.lang;
    html! {
        @match voice {
            // What was sent comes back in the form in which it stood: it may be for tomorrow.
            Voice::Not(WhyNot::UsedUp | WhyNot::Rests) if !writing.said.list().is_empty() => (form(lang, voice, writing, suggest)),
            Voice::Not(why) => (told_views::closed(lang, why, &seer.rules.time_zone)),
            Voice::May | Voice::Few(_) => (form(lang, voice, writing, suggest)),
        }
        (ui::seen_by("talk-seen-by", seen_by))
    }
}

/// The form itself.
pub(super) fn form(lang: &Lang, voice: Voice, writing: &Writing<'_>, suggest: &str) -> Markup {
    let problem = writing.said.of("body");
    let photo_problem = writing.said.of("photo").or(writing.said.of("alt"));
    let most = limits::MESSAGE_PHOTOS_MAX;
    let sends = writing.sends || photo_problem.is_some();
    let file_problem = writing.said.of("document");
    html! {
        form.talk-form #message-form method="post" action=(writing.action) enctype="multipart/form-data" data-talk data-upload[sends || writing.sends_files]
            data-photos-max=(most) data-bytes-max=(FILE_BYTES_MAX) data-not-photo=(lang.composer_not_photo())
            data-too-large=(lang.composer_too_large()) data-too-many=(lang.composer_too_many(most as i64))
            data-no-network=(lang.composer_no_network()) data-not-taken=(lang.composer_not_taken()) {
            input type="hidden" name="same_site" value=(writing.same_site);
            input type="hidden" name="key" value="";
            input type="hidden" name="answers" value=[writing.answering.map(|quote| quote.id)];
            div.talk-answering #talk-answering hidden[writing.answering.is_none()] {
                (ui::icon_turning(Icon::ArrowBackUp))
                p dir="auto" data-words { @if let Some(quote) = writing.answering { strong { bdi { (quote.name) } } " " (quoted(lang, quote)) } }
                a.button.button-bare.button-quiet data-answer-none href=(writing.action.trim_end_matches("/messages")) aria-label=(lang.chat_reply_none()) title=(lang.chat_reply_none()) { (ui::icon(Icon::X)) }
            }
            @if let Some(words) = problem {
                p.problem #field-body-problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (words) } }
            }
            @if let Voice::Few(left) = voice { p.waits role="status" { (ui::icon(Icon::InfoCircle)) span { (lang.level_left(left)) } } }
            (levels::waits_line(lang, writing.waits, writing.staff))
            (document_views::problem(file_problem))
            @if sends || writing.sends_files { (ui::picking(lang, limits::ALT_CHARS_MAX, photo_problem)) }
            div.talk-write {
                @if sends {
                    label.button.button-bare.file-button title=(lang.composer_photos()) {
                        (ui::icon(Icon::PhotoPlus)) span.unseen { (lang.composer_photos()) }
                        input #field-photo type="file" name="photo" accept="image/*" multiple;
                    }
                }
                @if writing.sends_files { (document_views::picker(lang, file_problem.is_some())) }
                label.unseen for="field-body" { (lang.chat_write()) }
                div.talk-field {
                    textarea.input #field-body name="body" rows="1" dir="auto" placeholder=(lang.chat_write())
                        maxlength=(limits::MESSAGE_CHARS_MAX) data-suggest=(suggest) enterkeyhint="enter"
                        aria-describedby=[problem.map(|_| "field-body-problem")] aria-invalid=[problem.map(|_| "true")] {
                        "\n" (writing.typed)
                    }
                }
                button.button.button-main.button-bare aria-label=(lang.chat_send()) title=(lang.chat_send()) { (ui::icon_turning(Icon::Send)) }
            }
        }
    }
}

/// The pattern of a message that is on its way, for `chat-send.js`.
fn pending(lang: &Lang) -> Markup {
    html! {
        template #talk-pending data-sending=(lang.chat_sending()) data-waiting=(lang.chat_waiting_network()) data-refused=(lang.chat_refused()) {
            li.message.message-own.message-sending {
                div.message-bubble {
                    span.unseen { (lang.chat_you()) }
                    div.prose.message-typed dir="auto" data-words {}
                    p.message-meta role="status" { (ui::icon(Icon::Clock)) span data-state {} }
                    div.message-refused hidden {
                        p.problem role="alert" { (ui::icon(Icon::AlertCircle)) span data-why {} }
                        div.buttons {
                            button.button.button-small type="button" data-again { (ui::icon(Icon::Refresh)) (lang.chat_again()) }
                            button.button.button-small type="button" data-back { (ui::icon(Icon::Pencil)) (lang.post_edit()) }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn why_not(lang: &Lang, why: WhyNot, zone: &str) -> String {
    match why {
        WhyNot::ReadOnly => lang.chat_read_only().to_owned(),
        WhyNot::Stopped(until_ms) => {
            ui::stop_words(lang, Sanction::NoMessages, until_ms, zone).unwrap_or_default()
        }
        WhyNot::NotWithThem => lang.chat_no_voice().to_owned(),
        WhyNot::SwitchedOff => lang.chat_switched_off().to_owned(),
        WhyNot::UsedUp => lang.level_used_up().to_owned(),
        WhyNot::Rests => lang.problem_only_read().to_owned(),
    }
}
