//! The HTML of one Reading: how it stands, and what it opens.

use super::albums_views;
use super::group_views::{self, Turn, name};
use super::list_views::{Lines, status};
use super::posts_store::Piece;
use super::posts_views;
use super::store::{Reading, Status};
use super::talk_store::Named;
use crate::base::{AccountId, ItemId};
use crate::features::chat::{self, Overseeing, Overseen, Sort};
use crate::features::desk::Who;
use crate::features::moderation;
use crate::lang::Lang;
use crate::ui::{self, Button, Icon, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// What a Reading opens at this moment.
pub(super) enum Shown {
    /// Nothing: it waits, is over, or is somebody else's.
    Nothing,
    /// One page of a conversation; and its number, where it has a picture.
    Talk(Turn, Option<ItemId>),
    /// With whom somebody talks, and where the next page begins.
    Talks(Vec<Named>, Option<i64>),
    /// What somebody posts for few.
    Posts {
        /// One page of it.
        posts: Vec<Piece>,
        /// Where the next page begins.
        older: Option<i64>,
        /// There are albums, too.
        albums: bool,
    },
    /// One post, what is written under it, and where the next page of that begins.
    Post(Box<Piece>, Vec<Piece>, Option<i64>),
    /// Somebody's albums for few, and where the next page begins.
    Albums(Vec<Piece>, Option<i64>),
    /// One album, a page of its photos, and where the next begins.
    Album(Box<Piece>, Vec<Piece>, Option<i64>),
    /// One photo of an album, what is written under it, and where the next page of that begins.
    Photo {
        /// The photo.
        photo: Box<Piece>,
        /// The album it is in.
        album: ItemId,
        /// What is written under it.
        comments: Vec<Piece>,
        /// Where the next page of that begins.
        later: Option<i64>,
    },
}

impl Shown {
    /// Whom it names.
    pub(super) fn named(&self) -> Vec<i64> {
        match self {
            Shown::Nothing => Vec::new(),
            Shown::Talk(turn, _) => turn.messages.iter().map(|message| message.author.0).collect(),
            Shown::Talks(talks, _) => talks.iter().flat_map(|talk| &talk.people).map(|id| id.0).collect(),
            Shown::Posts { posts: pieces, .. } | Shown::Albums(pieces, _) => {
                pieces.iter().flat_map(of_piece).collect()
            }
            Shown::Post(one, others, _)
            | Shown::Album(one, others, _)
            | Shown::Photo { photo: one, comments: others, .. } => {
                of_piece(one).chain(others.iter().flat_map(of_piece)).collect()
            }
        }
    }
}

/// Whom a piece names: who wrote it, and for whom it is.
fn of_piece(piece: &Piece) -> impl Iterator<Item = i64> {
    std::iter::once(piece.author.0).chain(piece.people.iter().map(|id| id.0))
}

/// Who looks, and from when.
pub(super) struct Drawn<'a> {
    pub lang: &'a Lang,
    pub now: &'a Now,
    pub same_site: &'a str,
    /// The Reading alone.
    pub lines: &'a Lines,
    pub people: &'a HashMap<i64, Who>,
    pub mine: bool,
    pub may_answer: bool,
}

/// The page.
pub(super) fn reading(drawn: &Drawn<'_>, shown: &Shown) -> Markup {
    let Some(reading) = drawn.lines.readings.first() else { return html! {} };
    let lang = drawn.lang;
    html! {
        div.main-head {
            h1 { (drawn.lines.about(lang, reading)) }
            a.button href="/readings" { (ui::icon_turning(Icon::ArrowLeft)) (lang.readings_title()) }
        }
        section.card.reading-head {
            div.row { (status(lang, drawn.now, reading)) span.chip { (moderation::reading_reason(lang, &reading.reason)) } }
            p dir="auto" { (reading.words) }
            p.soft { (lang.readings_asked_by(name(lang, &drawn.lines.people, reading.staff))) " · " (drawn.now.moment(lang, reading.asked_at)) }
            (acts(drawn, reading))
        }
        @let one = if let Shown::Post(one, ..) | Shown::Album(one, ..) = shown { format!("?post={}", one.id) } else { String::new() };
        @if matches!(shown, Shown::Talk(..) | Shown::Posts { .. } | Shown::Post(..) | Shown::Albums(..) | Shown::Album(..)) {
            p { a.button.button-quiet.button-small href={ "/evidence/readings/" (reading.id) (one) } { (ui::icon(Icon::Download)) (lang.evidence_link()) } }
        }
        @match shown {
            Shown::Nothing => {},
            Shown::Talk(turn, pictured) => {
                @if let Some(talk) = pictured { (picture(lang, reading.id, *talk)) }
                (talk(drawn, reading, turn))
            },
            Shown::Talks(talks, older) => (talks_of(drawn, reading, talks, *older)),
            Shown::Posts { posts, older, albums } => (posts_views::posts(drawn, reading, posts, *older, *albums)),
            Shown::Post(post, comments, later) => (posts_views::post(drawn, reading, post, comments, *later)),
            Shown::Albums(albums, older) => (albums_views::albums(drawn, reading, albums, *older)),
            Shown::Album(album, photos, later) => (albums_views::album(drawn, reading, album, photos, *later)),
            Shown::Photo { photo, album, comments, later } => (albums_views::photo(drawn, reading, photo, *album, comments, *later)),
        }
    }
}

fn acts(drawn: &Drawn<'_>, reading: &Reading) -> Markup {
    let (lang, id) = (drawn.lang, reading.id);
    let press = |act: &str, kind: Button, sign: Icon, words: &str| {
        ui::button_form(&format!("/readings/{id}/{act}"), drawn.same_site, &[], kind, Some(sign), words)
    };
    let open = matches!(reading.status(), Status::Open | Status::Waits);
    html! {
        @if reading.status() == Status::Waits && drawn.mine { p.soft { (lang.readings_waits_words()) } }
        @if reading.status() == Status::Open && drawn.mine { p.soft { (lang.readings_each_recorded()) } }
        div.buttons {
            @if drawn.may_answer && reading.status() == Status::Waits {
                (press("confirm", Button::Main, Icon::Check, lang.readings_confirm()))
                (press("refuse", Button::Usual, Icon::Ban, lang.readings_refuse()))
            }
            @if drawn.mine && open {
                (press("end", Button::Usual, Icon::Lock, lang.readings_end()))
                // Nobody met anything in what was not opened yet.
                @if reading.status() == Status::Open { (press("confidential", Button::Usual, Icon::EyeOff, lang.readings_confidential())) }
            }
        }
    }
}

fn talk(drawn: &Drawn<'_>, reading: &Reading, turn: &Turn) -> Markup {
    let (lang, id) = (drawn.lang, reading.id);
    let named = |id: AccountId| name(lang, drawn.people, id);
    let photo = |photo: ItemId, size: &str| format!("/readings/{id}/photos/{photo}/{size}");
    let file = |file: i64, how: &str| format!("/readings/{id}/documents/{file}/{how}");
    let acts = |message: &Overseen| {
        let action = format!("/readings/{id}/desk/{}", message.id);
        html! {
            @if !message.by_author {
                (ui::button_form(&action, drawn.same_site, &[], Button::Quiet, Some(Icon::ShieldCheck), lang.readings_to_desk()))
            }
        }
    };
    let overseeing = Overseeing {
        lang,
        now: drawn.now,
        name: &named,
        photo: &photo,
        file: &file,
        here: None,
        acts: &acts,
    };
    let here = format!("/readings/{id}");
    html! {
        (group_views::earlier(lang, &here, turn))
        section.card {
            @if turn.messages.is_empty() { p.soft { (lang.readings_nothing_said()) } }
            (chat::overseen(&overseeing, &turn.messages))
        }
        (group_views::later(lang, &here, turn))
    }
}

/// The picture of a conversation, by the address of this Reading.
fn picture(lang: &Lang, reading: i64, conversation: ItemId) -> Markup {
    chat::shielded_picture(lang, &format!("/readings/{reading}/pictures/{conversation}"))
}

/// Conversations by name: each takes a Reading of its own.
fn talks_of(drawn: &Drawn<'_>, reading: &Reading, talks: &[Named], older: Option<i64>) -> Markup {
    let (lang, id) = (drawn.lang, reading.id);
    let older = older.map(|before| format!("/readings/{id}?before={before}"));
    html! {
        section.card {
            h2.card-title { (lang.readings_their_talks()) }
            p.soft { (lang.readings_their_talks_about()) }
            @if talks.is_empty() { p.soft { (lang.readings_no_talks()) } }
            ul.list role="list" {
                @for talk in talks {
                    li {
                        div.grow {
                            strong { bdi { (title(drawn, reading, talk)) } }
                            @if talk.pictured { (picture(lang, id, talk.id)) }
                            p.soft {
                                @match talk.sort {
                                    Sort::Two => (lang.readings_of_two()),
                                    Sort::Many => (lang.readings_of_many()),
                                    Sort::Group => (lang.readings_of_group()),
                                }
                                @if talk.gone { " " (lang.readings_was_in()) }
                            }
                        }
                        div.end {
                            a.button.button-small href={ "/readings/new?reading=" (id) "&conversation=" (talk.id) "&reason=" (reading.reason) } {
                                (ui::icon(Icon::Eye)) (lang.readings_look())
                            }
                        }
                    }
                }
            }
        }
        (ui::pager(lang, None, older.as_deref()))
    }
}

/// What a conversation is called: its name, or who else is in it.
fn title(drawn: &Drawn<'_>, reading: &Reading, talk: &Named) -> String {
    if !talk.name.is_empty() {
        return talk.name.clone();
    }
    let others = talk.people.iter().filter(|id| Some(**id) != reading.person).take(5);
    let names: Vec<String> = others.map(|id| name(drawn.lang, drawn.people, *id)).collect();
    drawn.lang.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
}
