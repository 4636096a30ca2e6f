//! Names that are offered while somebody types `@` or `#`: only of people who could see what is written.

use super::query::Query;
use super::suggest_store::{self as store, Among};
use crate::base::{Audience, AudienceKind, Error, ItemId, Result};
use crate::db::Snapshot;
use crate::features::people::Person;
use crate::features::{albums, chat, posts};

/// Where somebody writes.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// A new post for this audience.
    Post(Audience),
    /// A comment under this post.
    Comment(ItemId),
    /// Under this photo, or who is in it.
    Photo(ItemId),
    /// A message in this conversation.
    Chat(ItemId),
}

/// People to name, the best first: contacts, then who is in a group with the viewer, then others.
///
/// Under a post of somebody else to contacts, aspects or named people, only those who are there to be seen
/// are offered: whom else it reaches is its author's alone to know. Whom the viewer blocked is left out. That
/// somebody blocked the viewer shows nowhere, so not here either.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub(super) fn people(look: &Snapshot<'_>, place: &Place, typed: &str) -> Result<Vec<Person>> {
    let Some(among) = among(look, place)? else { return Ok(Vec::new()) };
    let names = Query::read(typed).names();
    if names.is_none() && !typed.is_empty() {
        return Ok(Vec::new());
    }
    store::people(look, &among, names.as_deref())
}

/// Tags on what the viewer sees, the shortest first; without a letter, those that the viewer follows.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tags(look: &Snapshot<'_>, typed: &str) -> Result<Vec<String>> {
    match Query::read(typed).names() {
        Some(names) => super::store::tags(look, &names, crate::base::limits::SUGGESTIONS_MAX),
        None if typed.is_empty() => store::followed(look),
        None => Ok(Vec::new()),
    }
}

/// Among whom to look; none where nobody else will see it.
fn among(look: &Snapshot<'_>, place: &Place) -> Result<Option<Among>> {
    let of = |audience: &Audience| {
        let ids = audience.targets().into_iter().map(|(_, id)| id).collect();
        match audience.kind() {
            AudienceKind::Everyone => Some(Among::All),
            AudienceKind::Contacts => Some(Among::Contacts),
            AudienceKind::Groups => Some(Among::Groups(ids)),
            AudienceKind::Aspects => Some(Among::Aspects(ids)),
            AudienceKind::People => Some(Among::People(ids)),
            AudienceKind::OnlyMe => None,
        }
    };
    match place {
        Place::Post(audience) => Ok(of(audience)),
        Place::Comment(id) => {
            let post = match posts::find(look, *id) {
                Ok(post) => post,
                Err(Error::NotFound) => return Ok(None),
                Err(error) => return Err(error),
            };
            let known = Some(post.author.id) == look.viewer().id()
                || matches!(post.audience, AudienceKind::Everyone | AudienceKind::Groups);
            if known { Ok(of(&posts::audience_of(look, &post)?)) } else { Ok(Some(Among::Thread(post.id))) }
        }
        Place::Chat(id) => match chat::find(look, *id) {
            Ok(talk) => Ok(Some(Among::Chat(talk.id))),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        },
        Place::Photo(id) => match albums::audience_known(look, *id) {
            Ok(Some(audience)) => Ok(of(&audience)),
            Ok(None) => Ok(Some(Among::Photo(*id))),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        },
    }
}
