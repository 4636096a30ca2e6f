//! The HTML of posts and streams.

use super::descriptions::field_of;
use super::form_views::staff_word;
use super::said_views::{is_shielded, said};
use super::{Card, Post, Stream, may_pass_on};
use crate::base::{AudienceKind, ItemId, Result, Rules, SiteKind, State};
use crate::db::Session;
use crate::features::items::Author;
use crate::features::levels;
use crate::features::moderation;
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Face, Icon, Now, picture_address};
use crate::web::Visit;
use crate::web::live::Telling;
use maud::{Markup, PreEscaped, html};
use std::sync::Arc;

/// Who looks at a card, and from when: what a card needs besides the post itself.
#[derive(Clone, Copy)]
pub struct Seer<'a> {
    /// The language of the page.
    pub lang: &'static Lang,
    /// The house rules: role names.
    pub rules: &'a Rules,
    /// The moment of the page.
    pub now: &'a Now,
    /// Who looks.
    pub me: i64,
    /// May they moderate?
    pub moderates: bool,
    /// Do they see without asking what stands behind a shield?
    pub opens_shields: bool,
    /// May they make something here: write, press a sign, vote? Where not, nothing of it is offered.
    pub writes: bool,
}

impl<'a> Seer<'a> {
    /// The seer of a visit.
    pub fn of(visit: &'a Visit, now: &'a Now) -> Seer<'a> {
        Seer {
            lang: visit.lang(),
            rules: visit.rules(),
            now,
            me: visit.viewer().id().map_or(0, |id| id.0),
            moderates: visit.holds(crate::base::Duty::Moderate),
            opens_shields: visit.someone().is_some_and(|session| session.open_shields),
            writes: writes(visit),
        }
    }

    /// The seer of what is sent live: whoever listens.
    pub fn live(telling: &'a Telling<'_>, now: &'a Now) -> Seer<'a> {
        let viewer = telling.look.viewer();
        Seer {
            lang: telling.lang,
            rules: telling.rules,
            now,
            me: viewer.id().map_or(0, |id| id.0),
            moderates: viewer.holds(crate::base::Duty::Moderate),
            opens_shields: false,
            writes: moderation::may_make(telling.rules, viewer.role(), telling.only_reads),
        }
    }

    /// The same where nobody writes now, if that is so.
    pub fn where_it(self, rests: bool) -> Seer<'a> {
        Seer { writes: self.writes && !rests, ..self }
    }
}

/// May whoever looks make anything at this moment, as far as the house and their own account let them? Groups that rest are
/// asked for apart.
pub fn writes(visit: &Visit) -> bool {
    let only_reads = visit.someone().is_none_or(Session::makes_nothing);
    moderation::may_make(visit.rules(), visit.viewer().role(), only_reads)
}

/// Plain words as a piece of page.
pub(super) fn plain(words: &str) -> Markup {
    html! { (words) }
}

/// A title over something.
pub(super) fn titled(title: &str, body: Markup) -> Markup {
    html! { h1 { (title) } (body) }
}

/// A title over how something would look, and the form in which it is written.
pub(super) fn previewed(title: &str, preview: &Markup, form: &Markup) -> Markup {
    html! { h1 { (title) } (preview) (form) }
}

/// What is wrong, in words.
pub fn problem(words: &str) -> Markup {
    html! { p.problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (words) } } }
}

/// What a page of a stream holds.
pub(super) struct StreamPage<'a> {
    pub title: &'a str,
    pub head: Option<Markup>,
    pub composer: Option<Markup>,
    pub pinned: &'a [Arc<str>],
    pub cards: &'a [Arc<str>],
    pub older: Option<&'a str>,
    pub is_older: bool,
    pub stream: &'a Stream,
}

/// Bytes of a stream besides its cards, about: the composer and the notice board.
const BESIDE_CARDS_BYTES: usize = 24 << 10;

pub(super) fn stream(seer: &Seer<'_>, page: StreamPage<'_>) -> Markup {
    let lang = seer.lang;
    let cards: usize = page.pinned.iter().chain(page.cards).map(|card| card.len()).sum();
    html! {
        (ui::Room(cards + BESIDE_CARDS_BYTES))
        @match page.head { Some(head) => (head), None => h1 .unseen[page.composer.is_some()] { (page.title) } }
        @if let Some(composer) = page.composer { (composer) }
        @if !page.is_older { (ui::new_posts_bar(lang, "stream")) }
        @if !page.pinned.is_empty() {
            section.stream.pinned aria-labelledby="pinned-title" {
                h2.pinned-title #pinned-title { (ui::icon(Icon::Pin)) (lang.pin_pinned()) }
                @for each in page.pinned { (PreEscaped(each)) }
            }
        }
        div.stream #stream {
            @for each in page.cards { (PreEscaped(each)) }
            @if page.cards.is_empty() && page.pinned.is_empty() { (empty(lang, page.stream, page.is_older)) }
        }
        (ui::pager(lang, None, page.older))
    }
}

fn empty(lang: &Lang, stream: &Stream, is_older: bool) -> Markup {
    let (title, words) = match stream {
        _ if is_older => (lang.stream_end(), lang.stream_end_words()),
        Stream::Home => (lang.stream_home_empty(), lang.stream_home_empty_words()),
        Stream::Person(_) => (lang.stream_person_empty(), lang.stream_person_empty_words()),
        Stream::Tag(_) => (lang.stream_tag_empty(), lang.stream_tag_empty_words()),
        Stream::Aspects => (lang.stream_aspects_empty(), lang.stream_aspects_empty_words()),
        Stream::Tags => (lang.stream_tags_empty(), lang.stream_tags_empty_words()),
        Stream::Mentions => (lang.stream_mentions_empty(), lang.stream_mentions_empty_words()),
        Stream::Reacted => (lang.stream_reacted_empty(), lang.stream_reacted_empty_words()),
        Stream::Commented => (lang.stream_commented_empty(), lang.stream_commented_empty_words()),
        _ => (lang.stream_empty(), lang.stream_empty_words()),
    };
    let step = (*stream == Stream::Home && !is_older).then(|| ("/people", lang.stream_find_people()));
    html! { div data-empty { (ui::empty(Icon::Inbox, title, words, step)) } }
}

/// The face of somebody who made something.
pub fn face<'a>(author: &'a Author, address: &'a str, picture: Option<&'a str>) -> Face<'a> {
    Face { id: author.id.0, name: &author.shown_name, picture, address: Some(address) }
}

/// One post as a card. `whole` on its own page: every photo, and no link to itself.
pub fn card(seer: &Seer<'_>, card: &Card, whole: bool) -> Markup {
    let (lang, post) = (seer.lang, &card.post);
    let address = format!("/people/{}", post.author.username);
    let picture = post.author.picture.as_deref().map(|name| picture_address(post.author.id, name));
    let by = face(&post.author, &address, picture.as_deref());
    let link = format!("/posts/{}", post.id);
    html! {
        article.card.post .post-held[post.state == State::Held] id={ "post-" (post.id) } data-item=(post.id) data-author=(post.author.id) {
            header.post-head {
                (ui::avatar(&by, AvatarSize::Usual))
                div.post-by {
                    span { (ui::person_name(&by)) @if post.author.staff { " " (staff_sign(seer)) } }
                    div.post-meta {
                        a href=(link) { (seer.now.ago(lang, post.made_at)) }
                        @if post.edited_at.is_some() { a href={ (link) "/history" } { (lang.post_edited()) } }
                        (audience_chip(lang, card.post.audience, &card.groups, Some(&format!("{link}/who"))))
                    }
                }
                (menu(seer, post, whole))
            }
            @if post.state != State::Shown { (standing(seer, post)) }
            (said(seer, card, whole))
            @if post.watched != 0 { (moderation::watched(lang, seer.rules, post.watched)) }
            (undescribed(seer, card))
            footer.post-foot {
                (reactions(lang, "posts", post.id, (&card.reactions, card.mine.as_deref()), seer.writes))
                div.post-ways {
                    (pass_on(seer, card))
                    // Where nobody said anything and the reader cannot, there is nothing to go to.
                    @if seer.writes || card.comments > 0 {
                        a href={ (link) "#comments" } {
                            (ui::icon(Icon::MessageCircle)) span id={ "comments-" (post.id) } { (comment_count(lang, card.comments)) }
                        }
                    }
                }
            }
        }
    }
}

/// The way to where the post, or the one that it passes on, is passed on, with how often it was.
fn pass_on(seer: &Seer<'_>, card: &Card) -> Markup {
    let lang = seer.lang;
    let original = card.original.as_ref().map(|original| &original.post).or(Some(&card.post));
    let original = original.filter(|post| {
        may_pass_on(post) && (seer.writes && post.author.id.0 != seer.me || card.reshares > 0)
    });
    html! {
        @if let Some(post) = original {
            a href={ "/posts/" (post.id) "/reshares" } {
                (ui::icon(Icon::Repeat)) span id=[card.original.is_none().then(|| format!("reshares-{}", post.id))] { (reshare_count(lang, card.reshares)) }
            }
        }
    }
}

/// How often a post was passed on: as [`comment_count`] says how many comments there are.
pub fn reshare_count(lang: &Lang, count: i64) -> Markup {
    html! {
        span.count-words { (lang.reshare_count(count)) }
        @if count > 0 { span.count-number aria-hidden="true" { (count) } }
    }
}

/// How many comments there are: in words, and as the number alone that a phone shows beside the sign.
pub fn comment_count(lang: &Lang, count: i64) -> Markup {
    html! {
        span.count-words { (lang.comment_count(count)) }
        @if count > 0 { span.count-number aria-hidden="true" { (count) } }
    }
}

/// The sign beside the name of a member of staff.
pub fn staff_sign(seer: &Seer<'_>) -> Markup {
    let lang = seer.lang;
    let words = match seer.rules.kind {
        SiteKind::School => lang.staff_sign_school(),
        SiteKind::Prison => lang.staff_sign_prison(),
        SiteKind::Other => lang.staff_sign_other(),
    };
    html! { span.chip { (ui::icon(Icon::ShieldHalf)) (words) } }
}

/// For whom, in a word and a sign; groups by name. `who` is the address of the page that says it in full.
pub fn audience_chip(lang: &Lang, kind: AudienceKind, groups: &[(i64, String)], who: Option<&str>) -> Markup {
    let (sign, words) = match kind {
        AudienceKind::Everyone => (Icon::World, lang.audience_everyone()),
        AudienceKind::Groups => (Icon::UsersGroup, lang.audience_groups()),
        AudienceKind::Contacts => (Icon::Users, lang.audience_contacts()),
        AudienceKind::Aspects => (Icon::Circles, lang.audience_aspects()),
        AudienceKind::People => (Icon::At, lang.audience_people()),
        AudienceKind::OnlyMe => (Icon::Lock, lang.audience_only_me()),
    };
    html! {
        span.seen {
            @match who {
                Some(who) if groups.is_empty() => a href=(who) title=(lang.foot_who_sees()) { (ui::icon(sign)) (words) },
                Some(who) => a href=(who) title=(lang.foot_who_sees()) aria-label=(lang.foot_who_sees()) { (ui::icon(sign)) },
                None => (ui::icon(sign)),
            }
            @if groups.is_empty() && who.is_none() { (words) }
            @else {
                @for (place, (id, name)) in groups.iter().enumerate() {
                    @if place > 0 { ", " }
                    a href={ "/groups/" (id) } { (name) }
                }
            }
        }
    }
}

/// What one can do with a post: as many entries as there are acts for this viewer.
fn menu(seer: &Seer<'_>, post: &Post, whole: bool) -> Markup {
    let (lang, link) = (seer.lang, format!("/posts/{}", post.id));
    let own = post.author.id.0 == seer.me;
    let entries = html! {
        @if own && post.state != State::Removed {
            @if seer.writes { (ui::menu_link(&format!("{link}/edit"), Icon::Pencil, lang.post_edit())) }
            @if post.audience != AudienceKind::OnlyMe {
                (ui::menu_link(&format!("{link}/audience"), Icon::Eye, lang.narrow_menu()))
            }
            (ui::menu_act(&format!("{link}/remove"), Icon::Trash, lang.post_delete(), true))
        }
        // In streams only: on its own page a post is what one came for.
        @if !own && !whole { (ui::menu_act(&format!("{link}/hide"), Icon::EyeOff, lang.stream_hide(), false)) }
        @if (own || seer.moderates) && post.state == State::Shown {
            @if post.locked { (ui::menu_act(&format!("{link}/unlock"), Icon::LockOpen, lang.post_unlock(), false)) }
            @else { (ui::menu_act(&format!("{link}/lock"), Icon::Lock, lang.post_lock(), false)) }
        }
        @if !own {
            (ui::menu_link(&format!("/report/{}", post.id), Icon::Flag, lang.report_it()))
            (ui::menu_link(&format!("/worried/{}", post.id), Icon::Lifebuoy, lang.report_worried()))
        }
        @if seer.moderates && !own {
            (ui::menu_link(&format!("/desk/items/{}", post.id), Icon::Gavel, lang.desk_decide()))
        }
    };
    ui::menu("post-menu", &lang.post_more(post.author.shown_name.as_str()), entries)
}

/// Why others do not see it.
fn standing(seer: &Seer<'_>, post: &Post) -> Markup {
    let lang = seer.lang;
    let staff = staff_word(lang, seer.rules.kind);
    match post.state {
        State::Held => ui::state(Icon::Hourglass, &lang.post_waiting(staff)),
        State::Removed => ui::state(Icon::EyeOff, &lang.post_removed_by_staff(staff)),
        State::Shown => html! {},
    }
}

/// For the author alone, while a photo has no description: the way to where it gets one.
fn undescribed(seer: &Seer<'_>, card: &Card) -> Markup {
    let mine = seer.writes && card.post.author.id.0 == seer.me && card.post.state != State::Removed;
    let first = card.photos.iter().find(|photo| photo.alt.is_empty()).filter(|_| mine);
    html! {
        @if let Some(photo) = first {
            @let field = field_of(photo.place);
            p.photos-describe {
                a.button.button-quiet.button-small href={ "/posts/" (card.post.id) "/edit#" (ui::field_id(field)) } {
                    (ui::icon(Icon::Pencil)) (seer.lang.photos_describe(card.photos.len() as i64))
                }
            }
        }
    }
}

/// The words of the kinds of reaction, as the database has them.
pub(super) const KINDS: [&str; 5] = ["heart", "thumb", "laugh", "wow", "thanks"];

/// The kinds of reaction: the word in the database, the sign, and what it is called.
pub fn reaction_kinds(lang: &Lang) -> [(&'static str, Icon, &str); 5] {
    [
        ("heart", Icon::Heart, lang.reaction_heart()),
        ("thumb", Icon::ThumbUp, lang.reaction_thumb()),
        ("laugh", Icon::MoodSmile, lang.reaction_laugh()),
        ("wow", Icon::Star, lang.reaction_wow()),
        ("thanks", Icon::Confetti, lang.reaction_thanks()),
    ]
}

/// The bar of reactions under a post or comment: a button a kind. `what` is `posts` or `comments`. Whoever may give none is
/// offered none: they see how many there are, and can take back their own.
pub fn reactions(
    lang: &Lang,
    what: &str,
    id: ItemId,
    (counts, mine): (&[(String, i64)], Option<&str>),
    writes: bool,
) -> Markup {
    let action = format!("/{what}/{id}/reactions");
    html! {
        div.reactions id={ "reactions-" (id) } {
            @for (kind, sign, words) in reaction_kinds(lang) {
                @let count = counts.iter().find(|(word, _)| word == kind).map_or(0, |(_, count)| *count);
                (ui::reaction(&action, kind, (sign, words), u32::try_from(count).unwrap_or(0), mine == Some(kind), writes))
            }
        }
    }
}

/// What is sent live, made as the page's own function makes it.
fn told(telling: &Telling<'_>, card_of: &Card) -> Result<Markup> {
    let now = Now::new(telling.look.now_ms(), &telling.rules.time_zone);
    // Only the page of a post itself listens to its comments; there every photo is shown.
    let whole = telling.topics.contains(&format!("comments/{}", card_of.post.id));
    let shielded = is_shielded(card_of);
    let opens_shields = shielded && super::store::opens_shields(telling.look).unwrap_or(false);
    let rests = levels::rests(telling.look, card_of.post.id)?;
    let seer = Seer::live(telling, &now).where_it(rests);
    Ok(card(&Seer { opens_shields, ..seer }, card_of, whole))
}

/// A post that came: on top of the stream.
pub(super) fn came(telling: &Telling<'_>, card: &Card) -> Result<String> {
    let drawn = told(telling, card)?;
    Ok(html! { turbo-stream action="prepend" target="stream" { template { (drawn) } } }.into_string())
}

/// A post that changed.
pub(super) fn changed(telling: &Telling<'_>, card_of: &Card) -> Result<String> {
    let (target, drawn) = (format!("post-{}", card_of.post.id), told(telling, card_of)?);
    Ok(html! { turbo-stream action="replace" target=(target) { template { (drawn) } } }.into_string())
}

/// A post that went, or that this viewer does not see any more.
pub fn gone(id: ItemId) -> String {
    html! { turbo-stream action="remove" target={ "post-" (id) } {} }.into_string()
}
