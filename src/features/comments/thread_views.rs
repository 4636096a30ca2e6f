//! The HTML of the page of one post: the post, its comments, and who can see it; comments under anything.

use super::live::Place;
use super::store::{Comment, Line};
use super::views;
use crate::base::{ItemId, Under, limits};
use crate::db::Session;
use crate::features::drafts;
use crate::features::following::{self, Following};
use crate::features::levels::{self, Waits};
use crate::features::moderation::Decision;
use crate::features::pins;
use crate::features::posts::{self, Card, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Face, Field, Icon, Said, picture_address};
use maud::{Markup, html};

/// What the page of one post shows.
pub(super) struct Thread {
    pub card: Card,
    pub talk: Talk,
    /// Who can see it, in one sentence.
    pub seen_by: String,
    /// What staff decided about it, for its author.
    pub decisions: Vec<Decision>,
    /// What the reader hears of later comments.
    pub following: Following,
    /// Where the reader may pin it.
    pub spots: Vec<pins::Spot>,
}

/// One page of the comments under something.
pub(super) struct Talk {
    pub under: Under,
    pub lines: Vec<Line>,
    /// Below which id earlier comments begin.
    pub earlier: Option<ItemId>,
    /// Whether these are not the newest comments.
    pub is_earlier: bool,
    /// Nobody writes in the group in which it stands now.
    pub rests: bool,
    /// Will what is written wait before others see it?
    pub waits: Waits,
    /// Whether nobody may write more.
    pub locked: bool,
}

/// The form under the comments: who writes, what was typed, and what is wrong with it.
pub(super) struct Writing<'a> {
    pub me: &'a Session,
    pub same_site: &'a str,
    pub typed: &'a str,
    /// What was typed about its photo.
    pub alt: &'a str,
    /// The comment that is being answered.
    pub answering: Option<&'a Comment>,
    pub said: &'a Said,
    /// Whether the cursor begins here.
    pub focus: bool,
    /// How it would look.
    pub previewed: Option<&'a Markup>,
    /// Its photo, where the form came back with one.
    pub kept: &'a [drafts::KeptPhoto],
    /// Will it wait before others see it?
    pub waits: Waits,
}

pub(super) fn page(seer: &Seer<'_>, thread: &Thread, writing: Option<&Writing<'_>>) -> Markup {
    html! {
        h1.unseen { (seer.lang.thread_title(thread.card.post.author.shown_name.as_str())) }
        (posts::card(seer, &thread.card, true))
        (decisions(seer, &thread.decisions))
        (talk(seer, &thread.talk, writing))
    }
}

/// The comments under something, and the form for another.
pub(super) fn talk(seer: &Seer<'_>, talk: &Talk, writing: Option<&Writing<'_>>) -> Markup {
    let (lang, address) = (seer.lang, talk.under.address());
    html! {
        section.card #comments .comments-closed[writing.is_none() && !talk.is_earlier] aria-labelledby="comments-title" {
            h2.card-title #comments-title { (lang.comment_title()) }
            @if let Some(id) = talk.earlier {
                p { a.button.button-small href={ (address) "?before=" (id) "#comments" } rel="prev" {
                    (ui::icon(Icon::ArrowUp)) (lang.comment_earlier())
                } }
            }
            ol.comment-list #comments-list { @for line in &talk.lines { (views::comment(seer, line)) } }
            @if talk.is_earlier {
                p { a.button.button-small href={ (address) "#comments" } rel="next" {
                    (ui::icon(Icon::ArrowDown)) (lang.comment_newest())
                } }
            }
            @if talk.locked { (ui::state(Icon::Lock, lang.comment_locked())) }
            @else if talk.rests { (ui::state(Icon::Lock, lang.problem_only_read())) }
            @if let Some(writing) = writing { (form(seer, talk.under, writing)) }
        }
    }
}

/// The form for a new comment.
fn form(seer: &Seer<'_>, under: Under, writing: &Writing<'_>) -> Markup {
    let (lang, me) = (seer.lang, writing.me);
    let sends = me.may_send(seer.rules) || writing.said.of("photo").is_some();
    let picture = me.picture.as_deref().map(|name| picture_address(me.account, name));
    let face = Face { id: me.account.0, name: &me.shown_name, picture: picture.as_deref(), address: None };
    let problem = writing.said.of("body");
    let suggest = match under {
        Under::Post(post) => format!("/suggest?post={post}"),
        Under::Photo(photo) => format!("/suggest?photo={photo}"),
    };
    // Whoever answers an answer speaks to somebody among several: their name stands there already.
    let to = writing.answering.filter(|comment| comment.top.is_some() && writing.typed.is_empty());
    let prefilled =
        to.map_or_else(|| writing.typed.to_owned(), |comment| format!("@{} ", comment.author.username));
    html! {
        form.comment-form #comment-form method="post" action={ (under.address()) "/comments" } enctype="multipart/form-data" data-guard=(lang.form_leave()) {
            input type="hidden" name="same_site" value=(writing.same_site);
            (ui::avatar(&face, AvatarSize::Small))
            div {
                @if let Some(comment) = writing.answering { (answering(lang, under, comment)) }
                @if let Some(words) = problem {
                    p.problem #field-body-problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (words) } }
                }
                div.joined {
                    label.unseen for="field-body" { (lang.comment_write()) }
                    textarea.input #field-body name="body" rows="2" dir="auto" placeholder=(lang.comment_write())
                        maxlength=(limits::COMMENT_CHARS_MAX) autofocus[writing.focus]
                        data-suggest=(suggest)
                        aria-describedby=[problem.map(|_| "field-body-problem")] aria-invalid=[problem.map(|_| "true")] {
                        "\n" (prefilled)
                    }
                    button.button.button-main.button-bare aria-label=(lang.comment_send()) title=(lang.comment_send()) {
                        (ui::icon_turning(Icon::Send))
                    }
                }
                (levels::waits_line(lang, writing.waits, posts::staff_word(lang, seer.rules.kind)))
                @if !writing.kept.is_empty() {
                    ul.picked { @for row in drafts::rows(writing.kept, writing.said.of("alt")) { (ui::kept_photo(lang, &row)) } }
                }
                @if sends { (photo_field(lang, writing)) }
                button.button.button-quiet.button-small formaction={ (under.address()) "/comments/preview#comment-form" } {
                    (ui::icon(Icon::Eye)) (lang.preview_show())
                }
                div #preview .preview-place aria-live="polite" { @if let Some(previewed) = writing.previewed { (previewed) } }
            }
        }
    }
}

/// Whom the new comment answers, and the way back from it.
fn answering(lang: &Lang, under: Under, comment: &Comment) -> Markup {
    html! {
        p.answering {
            input type="hidden" name="answers" value=(comment.id);
            (ui::icon(Icon::ArrowBackUp))
            span { (lang.comment_answering(comment.author.shown_name.as_str())) }
            a href={ (under.address()) "#comment-form" } { (lang.cancel()) }
        }
    }
}

/// One photo, folded until it is wanted.
fn photo_field(lang: &Lang, writing: &Writing<'_>) -> Markup {
    let problem = writing.said.of("photo").or_else(|| writing.said.of("alt"));
    let alt = Field::new("alt", lang.composer_alt()).value(writing.alt).letters_max(limits::ALT_CHARS_MAX);
    html! {
        details.composer-more open[problem.is_some() || !writing.alt.is_empty()] {
            summary { (ui::icon(Icon::PhotoPlus)) (lang.comment_photo()) }
            div.composer-fields {
                (ui::file(&Field::new("photo", lang.comment_photo_file()).problem(problem), "image/*", false))
                (ui::text(&alt))
            }
        }
    }
}

/// What the author's own browser changes after writing: the comment in its place, an empty form, the number.
pub(super) fn written(
    seer: &Seer<'_>,
    line: &Line,
    place: &Place,
    writing: &Writing<'_>,
    count: i64,
) -> String {
    let changed = html! {
        turbo-stream action="replace" target="comment-form" { template { (form(seer, line.comment.under, writing)) } }
    };
    views::came(seer, line, place, count) + &changed.into_string()
}

/// Beside the post: who can see it.
pub(super) fn context(seer: &Seer<'_>, thread: &Thread) -> Markup {
    let lang = seer.lang;
    html! {
        (ui::titled_card(lang.foot_who_sees(), html! {
            (ui::seen_by("thread-seen-by", &thread.seen_by))
            p { a href="/supervision" { (lang.supervised_about()) } }
        }))
        (following::choice(lang, thread.card.post.id, thread.following))
        (pins::choices(lang, thread.card.post.id, &thread.spots))
    }
}

/// Right under the thing, for its author: what staff decided about it, and why.
pub(super) fn decisions(seer: &Seer<'_>, decisions: &[Decision]) -> Markup {
    html! {
        @if !decisions.is_empty() {
            (ui::titled_card(seer.lang.thread_decisions(), html! {
                ul.list { @for decision in decisions { (decided(seer, decision)) } }
            }))
        }
    }
}

fn decided(seer: &Seer<'_>, decision: &Decision) -> Markup {
    let lang = seer.lang;
    let words = match decision.kind.as_str() {
        "remove" => lang.thread_decided_remove(),
        "restore" => lang.thread_decided_restore(),
        "shield" => lang.shield_decided(),
        "unshield" => lang.shield_lifted(),
        _ => lang.thread_decided_release(),
    };
    html! {
        li { div {
            strong { (words) }
            p.post-meta { (seer.now.ago(lang, decision.made_at)) }
            p { (views::why(lang, &decision.reason, &decision.note)) }
        } }
    }
}

/// Who can see somebody else's post, as far as the reader may know.
pub(super) fn seen_by_others(lang: &Lang, staff: &str, card: &Card) -> String {
    let groups: Vec<&str> = card.groups.iter().map(|(_, name)| name.as_str()).collect();
    posts::seen_by_others(lang, staff, &card.post.author.shown_name, card.post.audience, &groups)
}
