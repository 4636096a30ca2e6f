//! What open pages get to know when somebody may write otherwise than before: the form goes at once, and comes back.

use super::views::{self, Writing};
use super::{documents, list, rules, store, told_views};
use crate::base::{AccountId, Error, ItemId, Result};
use crate::db::Snapshot;
use crate::features::levels::{self, Where};
use crate::features::posts;
use crate::ui::Said;
use crate::web::live::{Catching, Told};

/// What begins the topics of this.
pub(super) const PREFIX: &str = "voice/";

/// The topic of a conversation that there is.
pub(super) fn of_talk(id: ItemId) -> String {
    format!("{PREFIX}{id}")
}

/// The topic of one that nobody began yet.
pub(super) fn of_beginning(other: AccountId) -> String {
    format!("{PREFIX}with/{other}")
}

/// Where somebody writes.
#[derive(Clone, Copy)]
enum Place {
    Talk(ItemId),
    Beginning(AccountId),
}

fn place(topic: &str) -> Option<Place> {
    let rest = topic.strip_prefix(PREFIX)?;
    match rest.strip_prefix("with/") {
        Some(other) => other.parse().ok().map(|other| Place::Beginning(AccountId(other))),
        None => rest.parse().ok().map(Place::Talk),
    }
}

/// The form, or why there is none, where that is not what the page shows. A page on which it stays as it was is told
/// nothing: not even that somebody changed something.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn stands(asked: &Catching<'_>) -> Result<Option<Told>> {
    let Some(place) = place(asked.topic) else { return Ok(None) };
    let (voice, action, suggest, talk) = match place {
        Place::Talk(id) => {
            let talk = store::find(asked.look, id)?;
            let voice = rules::voice(asked.look, asked.rules, &talk)?;
            (voice, format!("/chat/{id}/messages"), views::suggest(id), Some(talk))
        }
        Place::Beginning(other) => {
            let voice = rules::voice_to_begin(asked.look, asked.rules, other)?;
            let username = list::named_person(asked.look, other)?.username.unwrap_or_default();
            (voice, format!("/chat/with/{username}"), "/suggest".to_owned(), None)
        }
    };
    let there = talk.as_ref().map_or(Where::Apart, |talk| Where::Under(talk.id));
    let waits = levels::waits(asked.look, asked.rules, there)?;
    let number = voice.number_with(waits);
    if number == asked.mark {
        return Ok(None);
    }
    let may = voice.may();
    let sends = may && rules::may_send_photos(asked.look, asked.rules)?;
    let sends_files = may && documents::are_taken(asked.look, asked.rules, talk.as_ref())?;
    let said = Said::default();
    // The page puts in what its other forms are signed with, and what was typed.
    let writing = Writing {
        action: &action,
        same_site: "",
        typed: "",
        said: &said,
        answering: None,
        sends,
        sends_files,
        waits,
        staff: posts::staff_word(asked.lang, asked.rules.kind),
    };
    let html =
        told_views::voice((asked.lang, &asked.rules.time_zone), asked.topic, voice, &writing, &suggest);
    Ok(Some(Told { html: html.into(), mark: Some(number) }))
}

/// May whoever looks ask how this stands? Those who are in the conversation, or could open the page of the two.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn may_listen(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    if !topic.starts_with(PREFIX) {
        return Ok(true);
    }
    let found = match place(topic) {
        Some(Place::Talk(id)) => store::find(look, id).map(|_| ()),
        Some(Place::Beginning(other)) if Some(other) != look.viewer().id() => store::person(look, other),
        _ => Err(Error::NotFound),
    };
    Error::is_there(found)
}
