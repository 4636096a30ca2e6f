//! The SQL of what somebody posts for few, under a Reading of it.

use crate::base::{AccountId, AudienceKind, ItemId, Kind, Result, State, limits};
use crate::db::{Row, Snapshot, params};
use crate::features::items::{Version, id_list};
use std::collections::HashMap;

/// People whom one page names as those whom posts are for.
const TARGETS_MAX: i64 = 500;

/// A photo as it is shown under a Reading.
pub(super) struct Picture {
    pub id: ItemId,
    /// Its caption, and what it shows.
    pub words: String,
    /// What was said about it before, newest first.
    pub earlier: Vec<Version>,
}

/// A post or an album for few, a photo of such an album, or what somebody wrote under one, as it is shown under a Reading.
pub(super) struct Piece {
    pub id: ItemId,
    pub author: AccountId,
    pub state: State,
    /// Taken away by its author.
    pub by_author: bool,
    pub made_at: i64,
    pub edited: bool,
    /// What an album is called.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// For whom it is: of a post or an album.
    pub audience: Option<AudienceKind>,
    /// The people whom it is for, where they were named.
    pub people: Vec<AccountId>,
    /// The post that it passes on.
    pub passes_on: Option<ItemId>,
    /// The photo that a comment stands under, where it is not the post itself.
    pub under_photo: Option<ItemId>,
    /// What its poll asks, and the answers to choose from.
    pub poll: Vec<String>,
    /// Its photos. Those of an album are on pages of their own.
    pub photos: Vec<Picture>,
    /// What it said before, newest first.
    pub earlier: Vec<Version>,
}

/// Reads a piece: id, author, state, who took it away, when it was made and edited, text, audience, what it passes on,
/// the photo it stands under, title.
pub(super) fn piece(row: &Row<'_>) -> rusqlite::Result<Piece> {
    let author: i64 = row.get(1)?;
    let number = |place: usize| -> rusqlite::Result<Option<ItemId>> {
        Ok(row.get::<_, Option<i64>>(place)?.map(ItemId))
    };
    let audience: Option<String> = row.get(7)?;
    Ok(Piece {
        id: ItemId(row.get(0)?),
        author: AccountId(author),
        state: State::parse(row.get_ref(2)?.as_str()?).unwrap_or(State::Removed),
        by_author: row.get::<_, Option<i64>>(3)? == Some(author),
        made_at: row.get(4)?,
        edited: row.get::<_, Option<i64>>(5)?.is_some(),
        title: row.get::<_, Option<String>>(10)?.unwrap_or_default(),
        body: row.get(6)?,
        audience: audience.as_deref().and_then(AudienceKind::parse),
        passes_on: number(8)?,
        under_photo: number(9)?,
        people: Vec::new(),
        poll: Vec::new(),
        photos: Vec::new(),
        earlier: Vec::new(),
    })
}

pub(super) const POSTS: &str =
    "SELECT id, author_id, state, removed_by, made_at, edited_at, body, audience, root_id, NULL, NULL
     FROM seen_reading_post WHERE reading_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";

/// Posts of the person under the viewer's open Reading, the newest first. Six statements.
pub(super) fn posts(look: &Snapshot<'_>, reading: i64, before: i64, limit: usize) -> Result<Vec<Piece>> {
    let mut posts = look.list(POSTS, params![reading, before, limit as i64], piece)?;
    fill(look, reading, &mut posts)?;
    Ok(posts)
}

pub(super) const POST: &str =
    "SELECT id, author_id, state, removed_by, made_at, edited_at, body, audience, root_id, NULL, NULL
     FROM seen_reading_post WHERE reading_id = ?1 AND id = ?2";

/// One of them.
pub(super) fn post(look: &Snapshot<'_>, reading: i64, post: ItemId) -> Result<Piece> {
    let mut found = vec![look.found(POST, [reading, post.0], piece)?];
    fill(look, reading, &mut found)?;
    found.pop().ok_or(crate::base::Error::NotFound)
}

pub(super) const COMMENTS: &str =
    "SELECT id, author_id, state, removed_by, made_at, edited_at, body, NULL, NULL, nullif(parent_id, post_id), NULL
     FROM seen_reading_comment WHERE reading_id = ?1 AND post_id = ?2 AND id > ?3 ORDER BY id LIMIT ?4";

/// What is written under a post and under its photos after a place, the oldest first: one more than a page has.
pub(super) fn comments(look: &Snapshot<'_>, reading: i64, post: ItemId, after: i64) -> Result<Vec<Piece>> {
    let limit = limits::LIST_PAGE as i64 + 1;
    let mut found = look.list(COMMENTS, params![reading, post.0, after, limit], piece)?;
    fill(look, reading, &mut found)?;
    Ok(found)
}

// Each part by its own number, so that a page costs what is on it.
pub(super) const PICTURES: &str = "SELECT post_id, id, words, place FROM seen_reading_photo_of_post
     WHERE reading_id = ?1 AND post_id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT id, id, words, 0 FROM seen_reading_album_photo
     WHERE reading_id = ?1 AND id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT id, id, alt, 0 FROM seen_reading_photo_of_comment
     WHERE reading_id = ?1 AND id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT id, id, alt, 0 FROM seen_reading_photo_of_album_comment
     WHERE reading_id = ?1 AND id IN (SELECT value FROM json_each(?2)) ORDER BY 1, 4";
pub(super) const VERSIONS: &str = "SELECT item_id, body, until_at, version FROM seen_reading_version_of_post
     WHERE reading_id = ?1 AND item_id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT item_id, body, until_at, version FROM seen_reading_version_of_album
     WHERE reading_id = ?1 AND item_id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT item_id, body, until_at, version FROM seen_reading_version_of_album_comment
     WHERE reading_id = ?1 AND item_id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT item_id, body, until_at, version FROM seen_reading_version_of_comment
     WHERE reading_id = ?1 AND item_id IN (SELECT value FROM json_each(?2)) ORDER BY 1, 4 DESC";
pub(super) const VERSIONS_OF_PHOTOS: &str =
    "SELECT item_id, body, until_at, version FROM seen_reading_version_of_photo
     WHERE reading_id = ?1 AND item_id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT item_id, body, until_at, version FROM seen_reading_version_of_album_photo
     WHERE reading_id = ?1 AND item_id IN (SELECT value FROM json_each(?2)) ORDER BY 1, 4 DESC";
pub(super) const POLLS: &str = "SELECT id, question, -1 FROM seen_reading_question
     WHERE reading_id = ?1 AND id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT poll_id, words, place FROM seen_reading_option
     WHERE reading_id = ?1 AND poll_id IN (SELECT value FROM json_each(?2)) ORDER BY 1, 3";
pub(super) const TARGETS: &str = "SELECT post_id, account_id FROM seen_reading_target
     WHERE reading_id = ?1 AND post_id IN (SELECT value FROM json_each(?2))
     UNION ALL SELECT album_id, account_id FROM seen_reading_target_of_album
     WHERE reading_id = ?1 AND album_id IN (SELECT value FROM json_each(?2)) LIMIT ?3";

fn by_item<T>(rows: Vec<(i64, T)>) -> HashMap<i64, Vec<T>> {
    let mut found: HashMap<i64, Vec<T>> = HashMap::new();
    rows.into_iter().for_each(|(item, thing)| found.entry(item).or_default().push(thing));
    found
}

/// What was said before, as one of these statements finds it, of each of these items.
fn versions(look: &Snapshot<'_>, sql: &str, reading: i64, list: &str) -> Result<HashMap<i64, Vec<Version>>> {
    Ok(by_item(look.list(sql, params![reading, list], |row| {
        Ok((row.get(0)?, Version { body: row.get(1)?, until_at: row.get(2)? }))
    })?))
}

/// The photos of pieces, what they said before, their polls, and for whom they are.
pub(super) fn fill(look: &Snapshot<'_>, reading: i64, pieces: &mut [Piece]) -> Result<()> {
    let list = id_list(&pieces.iter().map(|piece| piece.id).collect::<Vec<_>>());
    let pictures = look.list(PICTURES, params![reading, list], |row| {
        let picture = Picture { id: ItemId(row.get(1)?), words: row.get(2)?, earlier: Vec::new() };
        Ok((row.get::<_, i64>(0)?, picture))
    })?;
    let shown: Vec<ItemId> = pictures.iter().map(|(_, picture)| picture.id).collect();
    let mut said_of = versions(look, VERSIONS_OF_PHOTOS, reading, &id_list(&shown))?;
    let mut photos = by_item(pictures);
    for picture in photos.values_mut().flatten() {
        picture.earlier = said_of.remove(&picture.id.0).unwrap_or_default();
    }
    let mut earlier = versions(look, VERSIONS, reading, &list)?;
    let mut polls =
        by_item(look.list(POLLS, params![reading, list], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?);
    let mut people = by_item(look.list(TARGETS, params![reading, list, TARGETS_MAX], |row| {
        Ok((row.get(0)?, AccountId(row.get(1)?)))
    })?);
    for piece in pieces {
        piece.photos = photos.remove(&piece.id.0).unwrap_or_default();
        piece.earlier = earlier.remove(&piece.id.0).unwrap_or_default();
        piece.poll = polls.remove(&piece.id.0).unwrap_or_default();
        piece.people = people.remove(&piece.id.0).unwrap_or_default();
    }
    Ok(())
}

/// The file of a photo of a post or an album, or of what stands under one, under the viewer's open Reading of this number.
pub(super) fn photo(look: &Snapshot<'_>, reading: i64, photo: ItemId) -> Result<Option<String>> {
    look.one(
        "SELECT name FROM seen_reading_post_photo WHERE reading_id = ?1 AND id = ?2
         UNION ALL SELECT name FROM seen_reading_album_photo WHERE reading_id = ?1 AND id = ?2
         UNION ALL SELECT name FROM seen_reading_photo_of_comment WHERE reading_id = ?1 AND id = ?2
         UNION ALL SELECT name FROM seen_reading_photo_of_album_comment WHERE reading_id = ?1 AND id = ?2",
        [reading, photo.0],
        |row| row.get(0),
    )
}

/// What this is of what the viewer's open Reading shows: a post or an album for few, a photo of such an album, or a
/// comment.
pub(super) fn kind(look: &Snapshot<'_>, reading: i64, item: ItemId) -> Result<Option<Kind>> {
    look.one(
        "SELECT 'post' FROM seen_reading_post WHERE reading_id = ?1 AND id = ?2
         UNION ALL SELECT 'album' FROM seen_reading_album WHERE reading_id = ?1 AND id = ?2
         UNION ALL SELECT 'photo' FROM seen_reading_album_photo WHERE reading_id = ?1 AND id = ?2
         UNION ALL SELECT 'comment' FROM seen_reading_said WHERE reading_id = ?1 AND id = ?2
         UNION ALL SELECT 'comment' FROM seen_reading_said_in_album WHERE reading_id = ?1 AND id = ?2 LIMIT 1",
        [reading, item.0],
        |row| Ok(Kind::parse(row.get_ref(0)?.as_str()?).unwrap_or(Kind::Post)),
    )
}
