//! The SQL of photos: one with its page, those of an album in order, those of somebody's posts.

use super::store::{self, Album};
use crate::base::{AccountId, Audience, AudienceKind, Error, GroupId, ItemId, Kind, Result, State, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author, Reactions};
use crate::features::photos::NewPhoto;
use crate::features::posts;

/// A photo as its viewer sees it.
#[derive(Clone, Debug)]
pub struct Photo {
    /// Its id: the address of its page and files.
    pub id: ItemId,
    /// Who made it.
    pub author: Author,
    /// The post or album it is in.
    pub parent: ItemId,
    /// Whether that is an album.
    pub in_album: bool,
    /// Whether others see it: not where its post or album is not shown.
    pub state: State,
    /// Its own state, whatever that of its album is.
    pub own_state: State,
    /// When, milliseconds since 1970.
    pub made_at: i64,
    /// When its words were last changed.
    pub edited_at: Option<i64>,
    /// What it shows, in its author's words; perhaps none.
    pub alt: String,
    /// What stands under it, perhaps nothing.
    pub caption: String,
    /// Its place: only the order means something.
    pub place: i64,
    /// Width of the large size, pixels.
    pub width: u32,
    /// Height of the large size, pixels.
    pub height: u32,
    /// Is it in a post that stands behind a shield?
    pub shielded: bool,
}

const PHOTO: &str =
    "SELECT p.id, p.author_id, a.username, a.shown_name, a.picture, a.role, p.parent_id, p.parent_kind, p.state,
            p.own_state, p.made_at, p.edited_at, p.alt, p.caption, p.place, p.width, p.height, p.shielded
     FROM seen_photo AS p JOIN seen_person AS a ON a.id = p.author_id";

fn photo(row: &Row<'_>) -> rusqlite::Result<Photo> {
    Ok(Photo {
        id: ItemId(row.get(0)?),
        author: items::author(row, 1)?,
        parent: ItemId(row.get(6)?),
        in_album: row.get_ref(7)?.as_str()? == Kind::Album.word(),
        state: State::parse(row.get_ref(8)?.as_str()?).unwrap_or(State::Removed),
        own_state: State::parse(row.get_ref(9)?.as_str()?).unwrap_or(State::Removed),
        made_at: row.get(10)?,
        edited_at: row.get(11)?,
        alt: row.get(12)?,
        caption: row.get(13)?,
        place: row.get(14)?,
        width: row.get(15)?,
        height: row.get(16)?,
        shielded: row.get::<_, Option<bool>>(17)?.unwrap_or(false),
    })
}

/// One photo, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find_photo(look: &Snapshot<'_>, id: ItemId) -> Result<Photo> {
    look.found(&format!("{PHOTO} WHERE p.id = ?1"), [id.0], photo)
}

/// These photos, as far as this viewer sees them, the newest first.
///
/// # Errors
/// `Broken` if the database fails.
pub fn these(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<Photo>> {
    let sql = format!("{PHOTO} WHERE p.id IN (SELECT value FROM json_each(?1))");
    let mut found = look.list(&sql, [items::id_list(ids)], photo)?;
    found.sort_by_key(|photo| std::cmp::Reverse(photo.id.0));
    Ok(found)
}

/// A photo with everything that its page shows of it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The photo.
    pub photo: Photo,
    /// Its album; none in a post, and none where one left the group in whose album it is.
    pub album: Option<Album>,
    /// The viewer chooses the order and the cover of its album.
    pub orders: bool,
    /// The photo before it in its album or post, as this viewer sees that.
    pub before: Option<ItemId>,
    /// The photo after it.
    pub after: Option<ItemId>,
    /// What is pressed under it.
    pub reactions: Reactions,
}

/// One photo with everything that its page shows of it. A fixed number of statements.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn shown(look: &Snapshot<'_>, id: ItemId) -> Result<Shown> {
    let photo = find_photo(look, id)?;
    let album = album_of(look, &photo)?;
    let orders = album.as_ref().is_some_and(|album| album.is_ordered_by(look.viewer()));
    let (before, after) = beside(look, &photo)?;
    let reactions = items::reactions(look, Kind::Photo, &[id])?.remove(&id).unwrap_or_default();
    Ok(Shown { photo, album, orders, before, after, reactions })
}

/// The album of a photo, as far as the viewer sees it: not where they left the group in whose album it is.
pub(super) fn album_of(look: &Snapshot<'_>, photo: &Photo) -> Result<Option<Album>> {
    if !photo.in_album {
        return Ok(None);
    }
    match store::find(look, photo.parent) {
        Ok(album) => Ok(Some(album)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// All photos of the viewer's own in posts and albums, wherever these are, the newest first below an id.
pub(super) fn mine(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<Photo>> {
    let me = look.me()?;
    look.list(&format!("{PHOTO}{MINE}"), params![me.0, before, limit as i64], photo)
}

/// Whom the post or album of a photo reaches, where the viewer may know that whole: its author, and everybody of what
/// is for everyone or for groups.
///
/// # Errors
/// `NotFound` where the photo is not seen.
pub fn audience_known(look: &Snapshot<'_>, id: ItemId) -> Result<Option<Audience>> {
    let photo = find_photo(look, id)?;
    let open = |kind| matches!(kind, AudienceKind::Everyone | AudienceKind::Groups);
    let own = Some(photo.author.id) == look.viewer().id();
    if photo.in_album {
        let Some(album) = album_of(look, &photo)? else { return Ok(None) };
        return (own || open(album.audience)).then(|| store::audience_of(look, &album)).transpose();
    }
    let post = posts::find(look, photo.parent)?;
    (own || open(post.audience)).then(|| posts::audience_of(look, &post)).transpose()
}

const BEFORE: &str =
    "SELECT id FROM seen_photo WHERE parent_id = ?1 AND place < ?2 ORDER BY place DESC LIMIT 1";
const AFTER: &str = "SELECT id FROM seen_photo WHERE parent_id = ?1 AND place > ?2 ORDER BY place LIMIT 1";
const OF_ALBUM: &str = " WHERE p.parent_id = ?1 AND p.place > ?2 ORDER BY p.place LIMIT ?3";
const MINE: &str =
    " WHERE p.author_id = ?1 AND p.state <> 'removed' AND p.id < ?2 ORDER BY p.id DESC LIMIT ?3";
const OF_POSTS: &str =
    " WHERE p.author_id = ?1 AND p.parent_kind = 'post' AND p.state <> 'removed' AND p.id < ?2
     ORDER BY p.id DESC LIMIT ?3";

/// The photos before and after this one in its album or post, as this viewer sees that.
pub(super) fn beside(look: &Snapshot<'_>, photo: &Photo) -> Result<(Option<ItemId>, Option<ItemId>)> {
    let next = |sql: &str| look.one(sql, params![photo.parent.0, photo.place], |row| row.get(0).map(ItemId));
    Ok((next(BEFORE)?, next(AFTER)?))
}

/// The photos of an album after a place, in order.
pub(super) fn of_album(look: &Snapshot<'_>, album: ItemId, after: i64, limit: usize) -> Result<Vec<Photo>> {
    look.list(&format!("{PHOTO}{OF_ALBUM}"), params![album.0, after, limit as i64], photo)
}

/// The newest photos of somebody's posts below an id, as far as this viewer sees them.
pub(super) fn of_posts(
    look: &Snapshot<'_>,
    author: AccountId,
    before: i64,
    limit: usize,
) -> Result<Vec<Photo>> {
    look.list(&format!("{PHOTO}{OF_POSTS}"), params![author.0, before, limit as i64], photo)
}

/// Posts of a group that are looked through for the photos of one page: most have none.
const WINDOW: usize = 400;
const POSTS_OF_GROUP: &str = "SELECT item_id FROM seen_post_target
     WHERE kind = 'group' AND target_id = ?1 AND item_id < ?2 AND state = 'shown' ORDER BY item_id DESC LIMIT ?3";
const PHOTOS_OF_POSTS: &str = " WHERE p.parent_id IN (SELECT value FROM json_each(?1)) AND p.state = 'shown' ORDER BY p.parent_id DESC, p.place LIMIT ?2";

/// The photos of the newest posts to a group below an id; and below which post the next page begins.
pub(super) fn of_group(
    look: &Snapshot<'_>,
    group: GroupId,
    before: i64,
) -> Result<(Vec<Photo>, Option<ItemId>)> {
    let posts: Vec<ItemId> =
        look.list(POSTS_OF_GROUP, params![group.0, before, WINDOW as i64], |row| row.get(0).map(ItemId))?;
    let most = limits::ALBUM_PAGE + limits::POST_PHOTOS_MAX;
    let sql = format!("{PHOTO}{PHOTOS_OF_POSTS}");
    let mut photos = look.list(&sql, params![items::id_list(&posts), most as i64], photo)?;
    let mut next = posts.last().copied().filter(|_| posts.len() == WINDOW);
    if photos.len() == most {
        // The photos of one post stay together: where there may be more of the last, it begins the next page.
        let last = photos.last().map(|photo| photo.parent);
        photos.retain(|photo| Some(photo.parent) != last);
        next = photos.last().map(|photo| photo.parent);
    }
    Ok((photos, next))
}

/// How many photos of an album stand before or at a place.
pub(super) fn count_until(look: &Snapshot<'_>, album: ItemId, place: i64) -> Result<i64> {
    let sql = "SELECT count(*) FROM seen_photo WHERE parent_id = ?1 AND place <= ?2";
    look.number(sql, params![album.0, place])
}

/// How many photos an album has.
pub(super) fn count(look: &Snapshot<'_>, album: ItemId) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_photo WHERE parent_id = ?1", [album.0])
}

pub(super) fn insert(
    change: &mut Change<'_>,
    album: ItemId,
    state: State,
    photo: &NewPhoto,
    alt: &str,
) -> Result<ItemId> {
    let id = items::insert_under(change, Kind::Photo, album, state)?;
    change.run(
        "INSERT INTO photo (id, parent_id, name, alt, place, width, height, bytes)
         VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(place), -1) + 1 FROM photo WHERE parent_id = ?2), ?5, ?6, ?7)",
        params![id.0, album.0, photo.name, alt, photo.width, photo.height, photo.bytes as i64],
    )?;
    Ok(id)
}

pub(super) fn set_words(change: &mut Change<'_>, id: ItemId, caption: &str, alt: &str) -> Result<()> {
    change.run("UPDATE photo SET caption = ?2, alt = ?3 WHERE id = ?1", params![id.0, caption, alt])?;
    Ok(())
}

/// Two photos of one album change places.
pub(super) fn swap(change: &mut Change<'_>, one: &Photo, other: ItemId) -> Result<()> {
    change.run(
        "UPDATE photo SET place = (SELECT place FROM photo AS o WHERE o.id = ?2) WHERE id = ?1",
        params![one.id.0, other.0],
    )?;
    change.run("UPDATE photo SET place = ?2 WHERE id = ?1", params![other.0, one.place])?;
    Ok(())
}

pub(super) fn put_first(change: &mut Change<'_>, album: ItemId, id: ItemId) -> Result<()> {
    change.run(
        "UPDATE photo SET place = (SELECT min(place) - 1 FROM photo WHERE parent_id = ?1) WHERE id = ?2",
        params![album.0, id.0],
    )?;
    Ok(())
}

pub(super) fn put_last(change: &mut Change<'_>, album: ItemId, id: ItemId) -> Result<()> {
    change.run(
        "UPDATE photo SET place = (SELECT max(place) + 1 FROM photo WHERE parent_id = ?1) WHERE id = ?2",
        params![album.0, id.0],
    )?;
    Ok(())
}

pub(super) fn put_before(change: &mut Change<'_>, album: ItemId, id: ItemId, other: ItemId) -> Result<()> {
    if id == other {
        return Ok(());
    }
    change.run(
        "UPDATE photo SET place = place + 1
         WHERE parent_id = ?1 AND place >= (SELECT place FROM photo AS o WHERE o.id = ?2)",
        params![album.0, other.0],
    )?;
    change.run(
        "UPDATE photo SET place = (SELECT place - 1 FROM photo AS o WHERE o.id = ?2) WHERE id = ?1",
        params![id.0, other.0],
    )?;
    Ok(())
}

/// Puts a photo into another album, at its end.
pub(super) fn put_into(change: &mut Change<'_>, id: ItemId, album: ItemId) -> Result<()> {
    change.run(
        "UPDATE photo SET parent_id = ?2,
                place = (SELECT coalesce(max(place), -1) + 1 FROM photo AS o WHERE o.parent_id = ?2) WHERE id = ?1",
        params![id.0, album.0],
    )?;
    change.run("UPDATE item SET parent_id = ?2 WHERE id = ?1", params![id.0, album.0])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn an_album_is_walked_down_an_index_and_never_sorted() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
        let member = Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into());
        let plans = db.read(&member, |look| {
            Ok([
                look.plan(BEFORE, [1, 1])?,
                look.plan(AFTER, [1, 1])?,
                look.plan(&format!("{PHOTO}{OF_ALBUM}"), [1, 1, 1])?,
                look.plan(&format!("{PHOTO}{OF_POSTS}"), [1, 1, 1])?,
                look.plan(&format!("{PHOTO}{MINE}"), [1, 1, 1])?,
                look.plan(&format!("{PHOTO} WHERE p.id = ?1"), [1])?,
                look.plan(POSTS_OF_GROUP, [1, 1, 1])?,
            ])
        });
        for plan in plans.await.unwrap() {
            let bad = |step: &String| step.starts_with("SCAN") || step.contains("TEMP B-TREE");
            assert!(!plan.iter().any(bad), "{plan:#?}");
        }
        db.close();
    }
}
