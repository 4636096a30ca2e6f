//! The HTML of one comment, and of what is sent live about it.

use super::live::Place;
use super::store::{Comment, Line, PhotoLine};
use crate::base::{ItemId, State, Under, limits};
use crate::features::items;
use crate::features::moderation::{self, DecisionReason};
use crate::features::notices::decision_reason;
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Icon, PhotoField, Said, Tile, picture_address};
use maud::{Markup, html};

/// One comment in the list: the same for the page, the answer to its author and what is sent live.
pub(super) fn comment(seer: &Seer<'_>, line: &Line) -> Markup {
    let (lang, comment) = (seer.lang, &line.comment);
    let author = &comment.author;
    let address = format!("/people/{}", author.username);
    let picture = author.picture.as_deref().map(|name| picture_address(author.id, name));
    let by = posts::face(author, &address, picture.as_deref());
    let link = format!("/comments/{}", comment.id);
    html! {
        li.comment .comment-reply[comment.top.is_some()] .comment-held[comment.state != State::Shown] id={ "comment-" (comment.id) }
            data-item=(comment.id) data-author=(author.id) {
            (ui::avatar(&by, AvatarSize::Small))
            div {
                div.comment-body {
                    div.comment-head {
                        (ui::person_name(&by))
                        @if author.staff { (posts::staff_sign(seer)) }
                        // The address leads on to a place in a page, which only the browser itself follows.
                        span.post-meta {
                            a href=(link) data-turbo="false" { (seer.now.ago(lang, comment.made_at)) }
                            @if comment.edited_at.is_some() { a href={ (link) "/history" } { (lang.post_edited()) } }
                        }
                    }
                    div.prose dir="auto" {
                        (ui::prose::prose(&comment.body, &|username| line.mentions.get(username).cloned()))
                    }
                    @if let Some(photo) = &line.photo { (shown(lang, comment.id, photo)) }
                    (standing(seer, line))
                    @if comment.watched != 0 { (moderation::watched(lang, seer.rules, comment.watched)) }
                }
                @if comment.state == State::Shown {
                    div.comment-foot {
                        (posts::reactions(lang, "comments", comment.id, (&line.reactions, line.mine.as_deref()), seer.writes))
                        @if seer.writes {
                            a.button.button-quiet.button-small.comment-answer
                                href={ (comment.under.address()) "?reply=" (comment.id) "#comment-form" }
                                aria-label=(lang.comment_answer(author.shown_name.as_str())) { (lang.reply()) }
                        }
                    }
                }
            }
            (menu(seer, comment))
        }
    }
}

/// The photo of a comment, each a link to all of it.
fn shown(lang: &Lang, comment: ItemId, photo: &PhotoLine) -> Markup {
    let (picture, page) = (format!("/photos/{comment}/medium"), format!("/photos/{comment}/large"));
    let (alt, width, height) = (photo.alt.as_str(), photo.width, photo.height);
    ui::photos(lang, &[Tile { picture: &picture, page: &page, alt, width, height }], true)
}

/// Why others do not see it.
fn standing(seer: &Seer<'_>, line: &Line) -> Markup {
    let lang = seer.lang;
    let staff = posts::staff_word(lang, seer.rules.kind);
    match line.comment.state {
        State::Held => ui::state(Icon::Hourglass, &lang.post_waiting(staff)),
        State::Removed => html! {
            (ui::state(Icon::EyeOff, &lang.post_removed_by_staff(staff)))
            @if let Some((reason, note)) = &line.removed { p.soft { (why(lang, reason, note)) } }
        },
        State::Shown => html! {},
    }
}

/// A reason of staff in words, with their note behind it.
pub(super) fn why(lang: &Lang, reason: &str, note: &str) -> Markup {
    let words = DecisionReason::parse(reason).map(|reason| decision_reason(lang, reason));
    html! {
        @if let Some(words) = words { (lang.notice_reason(words)) }
        @if !note.is_empty() { " " q { (note) } }
    }
}

fn menu(seer: &Seer<'_>, comment: &Comment) -> Markup {
    let (lang, link) = (seer.lang, format!("/comments/{}", comment.id));
    let own = comment.author.id.0 == seer.me;
    if own && comment.state == State::Removed {
        return html! { span {} };
    }
    let entries = html! {
        @if own {
            @if seer.writes { (ui::menu_link(&format!("{link}/edit"), Icon::Pencil, lang.post_edit())) }
            (ui::menu_act(&format!("{link}/remove"), Icon::Trash, lang.post_delete(), true))
            (ui::menu_link(&format!("{link}/who"), Icon::Eye, lang.foot_who_sees()))
        } @else {
            (ui::menu_link(&format!("{link}/who"), Icon::Eye, lang.foot_who_sees()))
            (ui::menu_link(&format!("/report/{}", comment.id), Icon::Flag, lang.report_it()))
            @if seer.moderates {
                (ui::menu_link(&format!("/desk/items/{}", comment.id), Icon::Gavel, lang.desk_decide()))
            }
        }
    };
    ui::menu("comment-menu", &lang.comment_more(comment.author.shown_name.as_str()), entries)
}

/// The form for changing a comment.
pub(super) fn edit(
    lang: &Lang,
    same_site: &str,
    comment: &Comment,
    (body, alt): (&str, Option<&str>),
    said: &Said,
    previewed: Option<&Markup>,
) -> Markup {
    let suggest = match comment.under {
        Under::Post(post) => format!("/suggest?post={post}"),
        Under::Photo(_) => "/suggest".to_owned(),
    };
    let form = items::EditForm {
        title: lang.comment_edit_title(),
        about: lang.comment_edit_about(),
        action: &format!("/comments/{}/edit", comment.id),
        same_site,
        label: lang.comment_text(),
        body,
        letters_max: limits::COMMENT_CHARS_MAX,
        rows: 5,
        back: &format!("{}#comment-{}", comment.under.address(), comment.id),
        suggest: &suggest,
        preview: &format!("/comments/{}/edit/preview", comment.id),
        previewed,
        said,
    };
    let photo = alt.map(|alt| PhotoField {
        name: "alt",
        picture: format!("/photos/{}/small", comment.id),
        number: 1,
        alt,
        letters_max: limits::ALT_CHARS_MAX,
        problem: said.of("alt"),
    });
    items::edit(lang, &form, &ui::photo_fields(lang, photo.as_slice()))
}

/// A comment that came or changed, in its place, and how many there are.
pub(super) fn came(seer: &Seer<'_>, line: &Line, place: &Place, count: i64) -> String {
    let id = line.comment.id;
    let drawn = comment(seer, line);
    html! {
        @match place {
            // Appending takes an earlier one with the same id away first.
            Place::Last => turbo-stream action="append" target="comments-list" { template { (drawn) } },
            Place::Before(next) => {
                turbo-stream action="remove" target={ "comment-" (id) } {}
                turbo-stream action="before" target={ "comment-" (next) } { template { (drawn) } }
            },
        }
        (count_change(seer.lang, line.comment.under, count))
    }
    .into_string()
}

/// A comment that went, and how many there are; only the number where the page shows no comments.
pub(super) fn gone(lang: &Lang, comment: Option<ItemId>, under: Under, count: i64) -> String {
    html! {
        @if let Some(id) = comment { turbo-stream action="remove" target={ "comment-" (id) } {} }
        (count_change(lang, under, count))
    }
    .into_string()
}

/// How many comments there are.
pub(super) fn counted(lang: &Lang, under: Under, count: i64) -> String {
    count_change(lang, under, count).into_string()
}

fn count_change(lang: &Lang, under: Under, count: i64) -> Markup {
    html! {
        turbo-stream action="update" target={ "comments-" (under.id()) } { template { (posts::comment_count(lang, count)) } }
    }
}

/// What they stand under went, and with it everything under it.
pub(super) fn all_gone() -> String {
    html! { turbo-stream action="remove" target="comments" {} }.into_string()
}
