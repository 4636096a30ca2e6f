//! The SQL of comments.

use crate::base::{AccountId, Error, ItemId, Kind, Result, State, Under, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author, id_list};
use crate::features::moderation;
use crate::features::photos::NewPhoto;
use std::collections::{HashMap, HashSet};

/// A comment as its viewer sees it.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Its id, and place in the sequence.
    pub id: ItemId,
    /// The post or photo it stands under.
    pub under: Under,
    /// Who made it.
    pub author: Author,
    /// Shown, waiting, or taken away.
    pub state: State,
    /// When, milliseconds since 1970.
    pub made_at: i64,
    /// When last edited.
    pub edited_at: Option<i64>,
    /// Markdown.
    pub body: String,
    /// The comment under which it stands, which itself stands under none.
    pub top: Option<ItemId>,
    /// Has it a photo?
    pub has_photo: bool,
    /// What word rules say to its author; to anybody else nothing (`moderation::watched`).
    pub watched: i64,
}

/// The photo of a comment. Its file has the number of the comment.
#[derive(Clone, Debug)]
pub(super) struct PhotoLine {
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// A comment with everything that is shown of it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub comment: Comment,
    /// How many of each kind of reaction.
    pub reactions: Vec<(String, i64)>,
    /// The viewer's own reaction.
    pub mine: Option<String>,
    /// Sign-in names that the text may link, each with its shown name.
    pub mentions: HashMap<String, String>,
    /// Why staff took it away: the word of the reason, and their note.
    pub removed: Option<(String, String)>,
    /// Its photo.
    pub photo: Option<PhotoLine>,
}

macro_rules! comments {
    ($kind:literal, $view:literal, $under:literal) => {
        concat!(
            "SELECT c.id, c.",
            $under,
            ", c.author_id, a.username, a.shown_name, a.picture, a.role, c.state, c.made_at, c.edited_at, c.body, '",
            $kind,
            "', c.under_id, c.photo, c.watched FROM ",
            $view,
            " AS c JOIN seen_person AS a ON a.id = c.author_id"
        )
    };
}

const OF_POSTS: &str = comments!("post", "seen_comment", "post_id");
const OF_PHOTOS: &str = comments!("photo", "seen_photo_comment", "photo_id");

/// The view of the comments that stand there, and its column for what they stand under.
fn source(under: Under) -> (&'static str, &'static str) {
    match under {
        Under::Post(_) => ("seen_comment", "post_id"),
        Under::Photo(_) => ("seen_photo_comment", "photo_id"),
    }
}

fn comment(row: &Row<'_>) -> rusqlite::Result<Comment> {
    Ok(Comment {
        id: ItemId(row.get(0)?),
        under: Under::of(Kind::parse(row.get_ref(11)?.as_str()?).unwrap_or(Kind::Post), ItemId(row.get(1)?)),
        author: items::author(row, 2)?,
        state: State::parse(row.get_ref(7)?.as_str()?).unwrap_or(State::Removed),
        made_at: row.get(8)?,
        edited_at: row.get(9)?,
        body: row.get(10)?,
        top: row.get::<_, Option<i64>>(12)?.map(ItemId),
        has_photo: row.get(13)?,
        watched: row.get(14)?,
    })
}

/// One comment, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: ItemId) -> Result<Comment> {
    one(look, id)?.ok_or(Error::NotFound)
}

fn one(look: &Snapshot<'_>, id: ItemId) -> Result<Option<Comment>> {
    let sql = format!("{OF_POSTS} WHERE c.id = ?1 UNION ALL {OF_PHOTOS} WHERE c.id = ?1 LIMIT 1");
    look.one(&sql, [id.0], comment)
}

/// One comment with everything that is shown of it, if this viewer sees it.
pub(super) fn line(look: &Snapshot<'_>, id: ItemId) -> Result<Option<Line>> {
    match one(look, id)? {
        Some(found) => Ok(lines(look, found.under, vec![found])?.pop()),
        None => Ok(None),
    }
}

/// The newest comments under something below an id, in order of sequence.
pub(super) fn under(look: &Snapshot<'_>, under: Under, before: i64, limit: usize) -> Result<Vec<Line>> {
    let column = source(under).1;
    let which = if matches!(under, Under::Photo(_)) { OF_PHOTOS } else { OF_POSTS };
    let sql = format!("{which} WHERE c.{column} = ?1 AND c.id < ?2 ORDER BY c.id DESC LIMIT ?3");
    let mut found = look.list(&sql, params![under.id().0, before, limit as i64], comment)?;
    found.reverse();
    lines(look, under, found)
}

/// What is shown of comments besides themselves, in a fixed number of statements.
fn lines(look: &Snapshot<'_>, under: Under, comments: Vec<Comment>) -> Result<Vec<Line>> {
    if comments.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ItemId> = comments.iter().map(|comment| comment.id).collect();
    let mut reactions = items::comment_reactions(look, under, &ids)?;
    let texts = comments.iter().map(|comment| (comment.id, comment.body.as_str()));
    let mut mentions = items::mentions(look, texts)?;
    let line = |comment: Comment| {
        let under = reactions.remove(&comment.id).unwrap_or_default();
        let mentions = mentions.remove(&comment.id).unwrap_or_default();
        Line { comment, reactions: under.each, mine: under.mine, mentions, removed: None, photo: None }
    };
    let mut lines: Vec<Line> = comments.into_iter().map(line).collect();
    fill_reasons(look, &mut lines)?;
    fill_photos(look, &mut lines)?;
    Ok(lines)
}

fn line_of(lines: &mut [Line], id: i64) -> Option<&mut Line> {
    let place = lines.binary_search_by(|line| line.comment.id.0.cmp(&id)).ok()?;
    lines.get_mut(place)
}

fn ids_of(lines: &[Line], which: impl Fn(&Comment) -> bool) -> Vec<ItemId> {
    lines
        .iter()
        .map(|line| &line.comment)
        .filter(|comment| which(comment))
        .map(|comment| comment.id)
        .collect()
}

fn fill_reasons(look: &Snapshot<'_>, lines: &mut [Line]) -> Result<()> {
    let removed = ids_of(lines, |comment| comment.state == State::Removed);
    for (id, reason) in moderation::why_removed(look, &removed)? {
        if let Some(line) = line_of(lines, id.0) {
            line.removed = Some(reason);
        }
    }
    Ok(())
}

fn fill_photos(look: &Snapshot<'_>, lines: &mut [Line]) -> Result<()> {
    let with = ids_of(lines, |comment| comment.has_photo);
    if with.is_empty() {
        return Ok(());
    }
    let rows = look.list(
        "SELECT id, alt, width, height FROM seen_comment_photo WHERE id IN (SELECT value FROM json_each(?1))",
        [id_list(&with)],
        |row| {
            let photo = PhotoLine { alt: row.get(1)?, width: row.get(2)?, height: row.get(3)? };
            Ok((row.get::<_, i64>(0)?, photo))
        },
    )?;
    for (id, photo) in rows {
        if let Some(line) = line_of(lines, id) {
            line.photo = Some(photo);
        }
    }
    Ok(())
}

/// What the photo of a comment shows, in its author's words; empty where it has none.
pub(super) fn photo_words(look: &Snapshot<'_>, comment: ItemId) -> Result<String> {
    let sql = "SELECT alt FROM seen_comment_photo WHERE id = ?1";
    Ok(look.one(sql, [comment.0], |row| row.get(0))?.unwrap_or_default())
}

/// Below which id the page begins on which this comment stands; none where that is the newest page.
pub(super) fn page_before(look: &Snapshot<'_>, under: Under, comment: ItemId) -> Result<Option<ItemId>> {
    let newer = newer(look, under, comment, limits::COMMENTS_PAGE)?;
    Ok(if newer.len() < limits::COMMENTS_PAGE { None } else { newer.last().copied() })
}

/// The comment that stands next below this one, as this viewer sees them: what answers a comment stands
/// under it, before the next that answers none.
pub(super) fn next(look: &Snapshot<'_>, comment: &Comment) -> Result<Option<ItemId>> {
    let id = |row: &Row<'_>| row.get(0).map(ItemId);
    let (above, top) = (comment.under.id().0, comment.top.unwrap_or(comment.id));
    let (view, column) = source(comment.under);
    let beside = look.one(
        &format!(
            "SELECT id FROM {view} WHERE {column} = ?1 AND id > ?2 AND under_id = ?3 ORDER BY id LIMIT 1"
        ),
        params![above, comment.id.0, top.0],
        id,
    )?;
    if beside.is_some() {
        return Ok(beside);
    }
    look.one(
        &format!(
            "SELECT id FROM {view} WHERE {column} = ?1 AND id > ?2 AND under_id IS NULL ORDER BY id LIMIT 1"
        ),
        params![above, top.0],
        id,
    )
}

/// Puts the comments of one page in the order in which they are read: what answers a comment stands under it;
/// where that is on an earlier page, at its own place.
pub(super) fn arranged(mut lines: Vec<Line>) -> Vec<Line> {
    let here: HashSet<ItemId> = lines.iter().map(|line| line.comment.id).collect();
    let top = |comment: &Comment| comment.top.filter(|top| here.contains(top)).unwrap_or(comment.id);
    lines.sort_by_key(|line| (top(&line.comment), line.comment.id));
    lines
}

fn newer(look: &Snapshot<'_>, under: Under, comment: ItemId, limit: usize) -> Result<Vec<ItemId>> {
    let (view, column) = source(under);
    look.list(
        &format!("SELECT id FROM {view} WHERE {column} = ?1 AND id > ?2 ORDER BY id LIMIT ?3"),
        params![under.id().0, comment.0, limit as i64],
        |row| row.get(0).map(ItemId),
    )
}

/// Is this a comment that others no longer see, under something this viewer sees?
pub(super) fn is_gone(look: &Snapshot<'_>, under: Under, comment: ItemId) -> Result<bool> {
    let sql = match under {
        Under::Post(_) => "SELECT 1 FROM seen_gone WHERE id = ?1",
        Under::Photo(_) => "SELECT 1 FROM seen_photo_gone WHERE id = ?1",
    };
    look.any(sql, [comment.0])
}

/// How many comments others see under something.
pub(super) fn count(look: &Snapshot<'_>, under: Under) -> Result<i64> {
    let (view, column) = source(under);
    let sql = format!("SELECT count(*) FROM {view} WHERE {column} = ?1 AND state = 'shown'");
    look.number(&sql, [under.id().0])
}

/// Who wrote the last comments before this one, newest first; somebody may be there twice.
pub(super) fn earlier_commenters(
    look: &Snapshot<'_>,
    under: Under,
    comment: ItemId,
) -> Result<Vec<AccountId>> {
    let (view, column) = source(under);
    look.list(
        &format!(
            "SELECT author_id FROM {view} WHERE {column} = ?1 AND id < ?2 AND state = 'shown'
             ORDER BY id DESC LIMIT ?3"
        ),
        params![under.id().0, comment.0, limits::COMMENTS_PAGE as i64],
        |row| row.get(0).map(AccountId),
    )
}

pub(super) fn insert(
    change: &mut Change<'_>,
    under: Under,
    top: Option<ItemId>,
    state: State,
    body: &str,
) -> Result<ItemId> {
    let id = items::insert_under(change, Kind::Comment, under.id(), state)?;
    let top = top.map(|id| id.0);
    change.run("INSERT INTO comment (id, body, under_id) VALUES (?1, ?2, ?3)", params![id.0, body, top])?;
    Ok(id)
}

pub(super) fn insert_photo(change: &mut Change<'_>, id: ItemId, photo: &NewPhoto, alt: &str) -> Result<()> {
    change.run(
        "INSERT INTO comment_photo (id, name, alt, width, height, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id.0, photo.name, alt, photo.width, photo.height, photo.bytes as i64],
    )?;
    change.run("UPDATE comment SET photo = 1 WHERE id = ?1", [id.0])?;
    Ok(())
}

pub(super) fn set_photo_words(change: &mut Change<'_>, id: ItemId, alt: &str) -> Result<()> {
    change.run("UPDATE comment_photo SET alt = ?2 WHERE id = ?1", params![id.0, alt])?;
    Ok(())
}

pub(super) fn set_body(change: &mut Change<'_>, id: ItemId, body: &str) -> Result<()> {
    change.run("UPDATE comment SET body = ?2 WHERE id = ?1", params![id.0, body])?;
    Ok(())
}
