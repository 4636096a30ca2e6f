//! What is taken out of a case as evidence: each item whole, with what it said before and its photos.

use super::case_store::{self, Case, Item};
use crate::base::{AccountId, Error, ItemId, Kind, Result, State};
use crate::db::Snapshot;
use crate::features::chat::{Document, Overseen};
use crate::features::items::{self, Version};
use crate::features::photos;

/// One thing that was said or shown.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// Its number.
    pub id: ItemId,
    /// What it is.
    pub kind: Kind,
    /// Who made it.
    pub author: AccountId,
    /// Shown, waiting, or taken away.
    pub state: State,
    /// Taken away by its author.
    pub by_author: bool,
    /// When it was made, milliseconds since 1970, as the clock showed it.
    pub made_at: i64,
    /// Was it changed?
    pub edited: bool,
    /// Is it what this is about, or what stands round it?
    pub about: bool,
    /// Markdown.
    pub body: String,
    /// What else it says: the question and answers of a poll, the names of documents.
    pub more: Vec<String>,
    /// Its photos: id, what they show, and their name on the shelf.
    pub photos: Vec<(ItemId, String, String)>,
    /// Its documents.
    pub files: Vec<Document>,
    /// What it said before, newest first.
    pub earlier: Vec<Version>,
}

impl Exhibit {
    /// A message as staff see it; the names of its photos are found by `name`.
    ///
    /// # Errors
    /// What `name` answers.
    pub fn of_message(
        message: Overseen,
        about: bool,
        name: impl Fn(ItemId) -> Result<String>,
    ) -> Result<Exhibit> {
        Ok(Exhibit {
            id: message.id,
            kind: Kind::Message,
            author: message.author,
            state: message.state,
            by_author: message.by_author,
            made_at: message.at_ms,
            edited: message.edited,
            about,
            body: message.body,
            // What they are called is hashed with the words.
            more: message.files.iter().map(|document| document.name.clone()).collect(),
            photos: named(message.photos, name)?,
            files: message.files,
            earlier: message.earlier,
        })
    }
}

/// Photos with their names on the shelf. Each asks its own permission; one that is not there any more is left out.
///
/// # Errors
/// What `name` answers besides `NotFound`.
pub fn named(
    photos: Vec<(ItemId, String)>,
    name: impl Fn(ItemId) -> Result<String>,
) -> Result<Vec<(ItemId, String, String)>> {
    let mut found = Vec::with_capacity(photos.len());
    for (id, words) in photos {
        match name(id) {
            Ok(name) => found.push((id, words, name)),
            Err(Error::NotFound) => (),
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// A case at the desk as its page shows it, in the order of numbers.
///
/// # Errors
/// `NotFound` where it is not the viewer's to see; `Forbidden` where it is about something of their own: somebody else
/// takes that out.
pub fn exhibits(look: &Snapshot<'_>, id: ItemId) -> Result<Vec<Exhibit>> {
    let case = case_store::case(look, id)?;
    if look.viewer().id() == Some(case.item.author) {
        return Err(Error::Forbidden);
    }
    let name = |photo: ItemId| photos::file_of(look, photo);
    let mut found = Vec::new();
    let Case { item, photos, poll, post, before, after, talk, .. } = case;
    if let Some(talk) = talk {
        for message in talk.messages {
            let about = message.id == id;
            found.push(Exhibit::of_message(message, about, name)?);
        }
        return Ok(found);
    }
    if item.kind == Kind::Album {
        // Each photo by itself: in an album of many it is not the one whose album it is who took it.
        for photo in case_store::photos_of_album(look, item.id)? {
            let pictured = named(vec![(photo.id, photo.body.clone())], name)?;
            found.push(Exhibit { photos: pictured, ..of(photo, true) });
        }
        found.push(of(item, true));
    } else {
        found.push(Exhibit { more: poll, photos: named(photos, name)?, ..of(item, true) });
    }
    found.extend(post.into_iter().chain(before).chain(after).map(|item| of(item, false)));
    let ids: Vec<ItemId> = found.iter().map(|exhibit| exhibit.id).collect();
    let mut earlier = items::versions(look, &ids)?;
    for exhibit in &mut found {
        exhibit.earlier = earlier.remove(&exhibit.id).unwrap_or_default();
    }
    found.sort_by_key(|exhibit| exhibit.id.0);
    found.dedup_by_key(|exhibit| exhibit.id.0);
    Ok(found)
}

fn of(item: Item, about: bool) -> Exhibit {
    Exhibit {
        id: item.id,
        kind: item.kind,
        author: item.author,
        state: item.state,
        by_author: item.by_author,
        made_at: item.made_at,
        edited: item.edited,
        about,
        body: item.body,
        more: Vec::new(),
        photos: Vec::new(),
        files: Vec::new(),
        earlier: Vec::new(),
    }
}
