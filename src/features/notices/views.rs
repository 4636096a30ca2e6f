//! The HTML of notices.

use super::bundle::{Bundle, Line};
use super::store::{Named, Person, Thing};
use super::{NoticeKind, Only};
use crate::base::{AccountId, Kind, Rules, Sanction, SiteKind, limits};
use crate::features::moderation::{self, DecisionReason, Outcome};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Face, Icon, Now, picture_address};
use maud::{Markup, html};

/// Who reads the page, and from when.
pub(super) struct Reader<'a> {
    pub lang: &'static Lang,
    pub rules: &'a Rules,
    pub now: &'a Now,
    pub same_site: &'a str,
    pub me: AccountId,
}

pub(super) fn list(
    reader: &Reader<'_>,
    bundles: &[Bundle],
    named: &Named,
    only: Only,
    older: Option<&str>,
    left: i64,
) -> Markup {
    let lang = reader.lang;
    html! {
        div.row.row-apart {
            h1 { (lang.nav_notices()) }
            div.row {
                @if left > 0 {
                    (ui::button_form("/notices/read", reader.same_site, &[], Button::Usual, Some(Icon::Check), lang.notice_read_all()))
                }
                a.button.button-quiet href="/my/notices" { (ui::icon(Icon::Adjustments)) (lang.hear_open()) }
            }
        }
        (filters(lang, only))
        @if bundles.is_empty() {
            (ui::empty(Icon::Bell, lang.notice_none(), lang.notice_none_words(), None))
        } @else {
            section.card.card-flush {
                ul.list #notices { @for bundle in bundles { (line(reader, bundle, named)) } }
            }
        }
        (ui::pager(lang, None, older))
    }
}

fn only_words(lang: &Lang, only: Only) -> &str {
    match only {
        Only::Everything => lang.notice_only_all(),
        Only::Comments => lang.notice_only_comments(),
        Only::Mentions => lang.notice_only_mentions(),
        Only::Reactions => lang.notice_only_reactions(),
        Only::People => lang.notice_only_people(),
        Only::Decisions => lang.notice_only_decisions(),
        Only::Board => lang.notice_only_board(),
    }
}

/// What sort of notice this is, by the word of its kind: where there is no room for a sentence.
pub fn kind_words<'l>(lang: &'l Lang, kind: &str) -> &'l str {
    let only = NoticeKind::parse(kind).map_or(Only::Everything, |kind| Only::of(kind.sort()));
    only_words(lang, only)
}

fn filters(lang: &Lang, only: Only) -> Markup {
    html! {
        nav aria-label=(lang.notice_filter()) {
            ul.tabs role="list" {
                @for each in Only::ALL {
                    li {
                        a href={ "/notices" @if *each != Only::Everything { "?only=" (each.word()) } }
                            aria-current=[(*each == only).then_some("page")] { (only_words(lang, *each)) }
                    }
                }
            }
        }
    }
}

fn line(reader: &Reader<'_>, bundle: &Bundle, named: &Named) -> Markup {
    let (lang, newest) = (reader.lang, &bundle.newest);
    let people: Vec<&Person> = bundle.actors.iter().filter_map(|id| named.people.get(&id.0)).collect();
    let thing = newest.item.and_then(|id| named.things.get(&id.0));
    let words = words(reader, bundle, &people, thing, named);
    let why = why(reader, bundle);
    html! {
        li.notice.notice-new[newest.unread] {
            (sign(bundle, people.first().copied()))
            div.grow {
                @match address(bundle, people.first().copied(), thing) {
                    // A comment's address leads on to its place in a page, which only the browser itself follows.
                    Some(address) => a.notice-link href=(address) data-turbo=[thing.is_some_and(Thing::leads_on).then_some("false")] { (words) },
                    None => span { (words) },
                }
                @if newest.unread { span.unseen { " " (lang.new()) } }
                @if let Some(why) = why { p.soft { (why) } }
                @if let Some(thing) = thing {
                    @let quoted = ui::prose::plain(&thing.body, limits::EXCERPT_CHARS_MAX);
                    @if !quoted.is_empty() { p.soft dir="auto" { (quoted) } }
                }
                p.post-meta { (reader.now.ago(lang, newest.made_at)) }
            }
        }
    }
}

/// A face where a person did it; a sign where staff or the box did.
fn sign(bundle: &Bundle, person: Option<&Person>) -> Markup {
    let id = bundle.actors.first().copied();
    if let (Some(person), Some(id)) = (person, id) {
        let picture = person.picture.as_deref().map(|name| picture_address(id, name));
        let face = Face { id: id.0, name: &person.shown_name, picture: picture.as_deref(), address: None };
        return ui::avatar(&face, AvatarSize::Usual);
    }
    let sign = match bundle.newest.kind {
        NoticeKind::Group => Icon::UsersGroup,
        NoticeKind::Removed | NoticeKind::Shielded => Icon::EyeOff,
        NoticeKind::Restored | NoticeKind::Released => Icon::Eye,
        NoticeKind::Outcome => Icon::Flag,
        NoticeKind::Reading | NoticeKind::ReadingPosts => Icon::Eye,
        NoticeKind::Sanction | NoticeKind::Appeal => Icon::InfoCircle,
        NoticeKind::CaseTalk | NoticeKind::CaseAnswer => Icon::Message,
        NoticeKind::Archive => Icon::Download,
        NoticeKind::Closing => Icon::Logout,
        _ => Icon::Bell,
    };
    html! { span.avatar.notice-sign aria-hidden="true" { (ui::icon(sign)) } }
}

/// Where the notice leads; nowhere where the thing is not seen any more.
fn address(bundle: &Bundle, person: Option<&Person>, thing: Option<&Thing>) -> Option<String> {
    let newest = &bundle.newest;
    match (newest.kind, newest.item, thing) {
        (NoticeKind::Archive, ..) => Some("/my/archive".to_owned()),
        (NoticeKind::Closing, ..) => Some("/my/close".to_owned()),
        (NoticeKind::CaseTalk, ..) => newest.talk.map(|talk| format!("/talks/{talk}")),
        (NoticeKind::CaseAnswer, ..) => newest.talk.map(|talk| format!("/desk/talks/{talk}")),
        (
            NoticeKind::Sanction | NoticeKind::Appeal | NoticeKind::Reading | NoticeKind::ReadingPosts,
            None,
            _,
        ) => Some("/my/record".to_owned()),
        (NoticeKind::Contact, ..) if bundle.actors.len() > 1 => Some("/contacts?show=sharing".to_owned()),
        (NoticeKind::Contact, ..) => person.map(|person| format!("/people/{}", person.username)),
        (NoticeKind::Reshare, Some(item), Some(_)) => Some(format!("/posts/{item}/reshares")),
        (NoticeKind::TagAsk, Some(_), Some(_)) => Some("/my/tags".to_owned()),
        (NoticeKind::File, ..) if newest.reason == "new" => {
            newest.group.map(|id| format!("/groups/{id}/files"))
        }
        (NoticeKind::Ask, ..) => newest.group.map(|id| format!("/groups/{id}/members")),
        (NoticeKind::Group | NoticeKind::Invite, ..) => newest.group.map(|id| format!("/groups/{id}")),
        (_, Some(item), Some(thing)) => Some(thing.kind.address(item)),
        _ => None,
    }
}

/// What happened, in one sentence.
fn words(
    reader: &Reader<'_>,
    bundle: &Bundle,
    people: &[&Person],
    thing: Option<&Thing>,
    named: &Named,
) -> String {
    let (lang, newest) = (reader.lang, &bundle.newest);
    let (count, who) = (people.len() as i64, who(lang, people));
    let root = newest.root.and_then(|id| named.things.get(&id.0));
    let on_mine = root.is_some_and(|root| root.author == reader.me);
    let kind = thing.map_or(Kind::Photo, |thing| thing.kind);
    let on_photo = root.is_some_and(|root| root.kind == Kind::Photo);
    let staff = staff_word(lang, reader.rules.kind);
    match newest.kind {
        NoticeKind::Comment if on_mine && on_photo => lang.notice_comment_photo_mine(count, who),
        NoticeKind::Comment if on_photo => lang.notice_comment_photo_other(count, who),
        NoticeKind::Comment if on_mine => lang.notice_comment_mine(count, who),
        NoticeKind::Comment => lang.notice_comment_other(count, who),
        NoticeKind::Reply => lang.notice_reply(who),
        NoticeKind::Mention if kind == Kind::Message => lang.chat_notice_mention(who),
        NoticeKind::Reaction if kind == Kind::Message => lang.chat_notice_reaction(count, who),
        NoticeKind::Chat => lang.chat_notice_taken_in(who),
        NoticeKind::Mention if kind == Kind::Comment => lang.notice_mention_comment(who),
        NoticeKind::Mention => lang.notice_mention_post(who),
        NoticeKind::Tagged => lang.notice_tagged(who),
        NoticeKind::TagAsk => lang.notice_tag_ask(who),
        NoticeKind::Reaction if kind == Kind::Comment => lang.notice_reaction_comment(count, who),
        NoticeKind::Reaction if kind == Kind::Photo => lang.notice_reaction_photo(count, who),
        NoticeKind::Reaction => lang.notice_reaction_post(count, who),
        NoticeKind::Reshare => lang.notice_reshare(count, who),
        NoticeKind::Shielded => lang.notice_shielded(staff),
        NoticeKind::Contact => lang.notice_contact(count, who),
        NoticeKind::Group | NoticeKind::Ask | NoticeKind::Invite => {
            let name = newest.group.and_then(|id| named.groups.get(&id.0));
            let gone = if newest.kind == NoticeKind::Group {
                lang.notice_group_gone()
            } else {
                lang.joining_notice_gone()
            };
            name.map_or_else(|| gone.to_owned(), |name| of_group(lang, newest, name, count, who))
        }
        NoticeKind::Removed | NoticeKind::Restored | NoticeKind::Released => {
            decided(lang, newest.kind, kind, staff)
        }
        NoticeKind::Outcome => lang.notice_outcome(staff),
        NoticeKind::Reading if newest.item.is_none() => lang.readings_notice_person(staff),
        NoticeKind::Reading => lang.readings_notice(staff),
        NoticeKind::ReadingPosts => lang.readings_notice_posts(staff),
        NoticeKind::Appeal if newest.reason == "changed" => lang.notice_appeal_changed(staff),
        NoticeKind::Appeal if newest.reason == "again" => lang.notice_appeal_again(staff),
        NoticeKind::Appeal => lang.notice_appeal_stands(staff),
        NoticeKind::CaseTalk => lang.notice_case_talk(staff),
        NoticeKind::CaseAnswer => lang.notice_case_answer().to_owned(),
        NoticeKind::Sanction => sanction(lang, &newest.reason, staff),
        NoticeKind::Archive => lang.notice_archive().to_owned(),
        NoticeKind::Closing => lang.notice_closing().to_owned(),
        NoticeKind::Announcement | NoticeKind::Event | NoticeKind::File => board(lang, newest, who, named),
    }
}

/// What staff said or set, or what became of it.
fn sanction(lang: &Lang, what: &str, staff: &str) -> String {
    match (Sanction::parse(what), what) {
        (Some(Sanction::Note), _) => lang.notice_sanction_note(staff),
        (Some(Sanction::Warning), _) => lang.notice_sanction_warning(staff),
        (Some(Sanction::ReadOnly), _) => lang.notice_sanction_read_only(staff),
        (Some(Sanction::NoMessages), _) => lang.notice_sanction_no_messages(staff),
        (Some(Sanction::NoPhotos), _) => lang.notice_sanction_no_photos(staff),
        (Some(Sanction::Suspended), _) => lang.notice_sanction_suspended(staff),
        (None, "lifted") => lang.notice_sanction_lifted(staff),
        (None, "ended") => lang.notice_sanction_ended().to_owned(),
        (None, _) => lang.notice_sanction_changed(staff),
    }
}

/// What happened about a group.
fn of_group(lang: &Lang, newest: &Line, name: &str, count: i64, who: String) -> String {
    match newest.kind {
        NoticeKind::Ask => lang.joining_notice_ask(who, count, name),
        NoticeKind::Invite => lang.joining_notice_invite(who, name),
        _ if newest.reason == "refused" => lang.joining_notice_refused(name),
        _ => lang.notice_group(name),
    }
}

/// What staff decided about something of one's own.
fn decided(lang: &Lang, notice: NoticeKind, kind: Kind, staff: &str) -> String {
    match (notice, kind) {
        (NoticeKind::Removed, Kind::Comment) => lang.notice_removed_comment(staff),
        (NoticeKind::Removed, Kind::Photo) => lang.notice_removed_photo(staff),
        (NoticeKind::Removed, Kind::Album) => lang.notice_removed_album(staff),
        (NoticeKind::Removed, Kind::Post) => lang.notice_removed_post(staff),
        (NoticeKind::Restored, Kind::Comment) => lang.notice_restored_comment(staff),
        (NoticeKind::Restored, Kind::Photo) => lang.notice_restored_photo(staff),
        (NoticeKind::Restored, Kind::Album) => lang.notice_restored_album(staff),
        (NoticeKind::Restored, Kind::Post) => lang.notice_restored_post(staff),
        (_, Kind::Announcement | Kind::Event | Kind::File) => board_decided(lang, notice, kind, staff),
        (NoticeKind::Removed, Kind::Message | Kind::Conversation) => lang.notice_removed_message(staff),
        (NoticeKind::Restored, Kind::Message | Kind::Conversation) => lang.notice_restored_message(staff),
        (_, Kind::Message | Kind::Conversation) => lang.notice_released_message().to_owned(),
        (_, Kind::Comment) => lang.notice_released_comment().to_owned(),
        (_, Kind::Photo) => lang.notice_released_photo().to_owned(),
        (_, Kind::Album) => lang.notice_released_album().to_owned(),
        (_, Kind::Post) => lang.notice_released_post().to_owned(),
    }
}

/// What happened on the notice board, to an event, or to a file.
fn board(lang: &Lang, newest: &Line, who: String, named: &Named) -> String {
    let group = newest.group.and_then(|id| named.groups.get(&id.0)).map_or("", String::as_str);
    match (newest.kind, newest.reason.as_str()) {
        (NoticeKind::Event, "new") => lang.notice_event_new(who, group),
        (NoticeKind::File, "new") => lang.notice_file_new(who, group),
        (NoticeKind::Announcement, _) => lang.notice_announcement(who),
        (NoticeKind::File, _) => lang.notice_file_removed(who),
        (_, "cancelled") => lang.notice_event_cancelled(who),
        (_, "on") => lang.notice_event_on(who),
        _ => lang.notice_event_moved(who),
    }
}

fn board_decided(lang: &Lang, notice: NoticeKind, kind: Kind, staff: &str) -> String {
    match (notice, kind) {
        (NoticeKind::Removed, Kind::Announcement) => lang.notice_removed_announcement(staff),
        (NoticeKind::Removed, Kind::Event) => lang.notice_removed_event(staff),
        (NoticeKind::Removed, _) => lang.notice_removed_file(staff),
        (NoticeKind::Restored, Kind::Announcement) => lang.notice_restored_announcement(staff),
        (NoticeKind::Restored, Kind::Event) => lang.notice_restored_event(staff),
        (NoticeKind::Restored, _) => lang.notice_restored_file(staff),
        (_, Kind::Announcement) => lang.notice_released_announcement().to_owned(),
        (_, Kind::Event) => lang.notice_released_event().to_owned(),
        _ => lang.notice_released_file().to_owned(),
    }
}

/// "Ana", "Ana and Tom", "Ana, Tom and 2 others".
fn who(lang: &Lang, people: &[&Person]) -> String {
    let names: Vec<&str> = people.iter().map(|person| person.shown_name.as_str()).collect();
    match names.as_slice() {
        [] => lang.notice_somebody().to_owned(),
        [first] => (*first).to_owned(),
        [first, second] => lang.list(&[*first, *second]),
        [first, rest @ ..] => lang.notice_who_more(rest.len(), *first),
    }
}

/// Why staff decided so, or how a report ended.
fn why(reader: &Reader<'_>, bundle: &Bundle) -> Option<String> {
    let (lang, newest) = (reader.lang, &bundle.newest);
    match newest.kind {
        NoticeKind::Removed | NoticeKind::Shielded | NoticeKind::Restored | NoticeKind::Released => {
            let reason = DecisionReason::parse(&newest.reason)?;
            Some(lang.notice_reason(decision_reason(lang, reason)))
        }
        NoticeKind::Outcome => Some(outcome(lang, newest).to_owned()),
        NoticeKind::Reading | NoticeKind::ReadingPosts => {
            Some(lang.notice_reason(moderation::reading_reason(lang, &newest.reason)))
        }
        _ => None,
    }
}

/// How a report ended, in general words. One of before persons had outcomes of their own says what is true of both.
fn outcome<'l>(lang: &'l Lang, newest: &Line) -> &'l str {
    match Outcome::parse(&newest.reason) {
        Some(Outcome::Removed) => lang.notice_outcome_removed(),
        Some(Outcome::Shielded) => lang.notice_outcome_shielded(),
        Some(Outcome::Gone) => lang.notice_outcome_gone(),
        Some(Outcome::Restored) => lang.notice_outcome_restored(),
        Some(Outcome::Acted) => lang.notice_outcome_acted(),
        Some(Outcome::Nothing) => lang.notice_outcome_nothing(),
        Some(Outcome::Cared) => lang.notice_outcome_cared(),
        Some(Outcome::Kept) | None if newest.item.is_none() => lang.notice_outcome_over(),
        Some(Outcome::Kept) | None => lang.notice_outcome_kept(),
    }
}

/// Why staff decided as they did, in words for whoever it is about.
pub fn decision_reason(lang: &Lang, reason: DecisionReason) -> &str {
    match reason {
        DecisionReason::Unkind => lang.notice_because_unkind(),
        DecisionReason::Threat => lang.notice_because_threat(),
        DecisionReason::Private => lang.notice_because_private(),
        DecisionReason::Rude => lang.notice_because_rude(),
        DecisionReason::Spam => lang.notice_because_spam(),
        DecisionReason::Rules => lang.notice_because_rules(),
        DecisionReason::Mistake => lang.notice_because_mistake(),
        DecisionReason::Fine => lang.notice_because_fine(),
        DecisionReason::Other => lang.notice_because_other(),
    }
}

/// The word for staff at the beginning of a sentence.
pub fn staff_word(lang: &Lang, kind: SiteKind) -> &str {
    match kind {
        SiteKind::School => lang.notice_staff_teachers(),
        SiteKind::Prison => lang.notice_staff_officers(),
        SiteKind::Other => lang.notice_staff_plain(),
    }
}

/// The badge as a live change.
pub(super) fn badge(lang: &Lang, unread: i64) -> String {
    let badge = ui::unread_badge(lang, u32::try_from(unread).unwrap_or(0));
    html! { turbo-stream action="replace" target="unread" { template { (badge) } } }.into_string()
}
