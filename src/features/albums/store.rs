//! The SQL of albums.

use crate::base::{
    AccountId, AspectId, Audience, AudienceKind, GroupId, ItemId, Kind, Result, State, limits,
};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author};

/// An album as its viewer sees it.
#[derive(Clone, Debug)]
pub struct Album {
    /// Its id, and place in the sequence.
    pub id: ItemId,
    /// Who made it.
    pub author: Author,
    /// For whom, by sort.
    pub audience: AudienceKind,
    /// Shown, waiting, or taken away.
    pub state: State,
    /// When, milliseconds since 1970.
    pub made_at: i64,
    /// When its words were last changed.
    pub edited_at: Option<i64>,
    /// Its title.
    pub title: String,
    /// Markdown, perhaps none.
    pub about: String,
    /// The group that fills it together; none where it is its author's alone.
    pub group: Option<GroupId>,
    /// The viewer is in that group.
    pub i_am_in: bool,
    /// The viewer leads that group.
    pub i_lead: bool,
    /// The photo that stands for it: the chosen one, else the first that the viewer sees.
    pub cover: Option<ItemId>,
}

const ALBUM: &str =
    "SELECT b.id, b.author_id, a.username, a.shown_name, a.picture, a.role, b.audience, b.state, b.made_at,
            b.title, b.about,
            coalesce((SELECT c.id FROM seen_photo AS c WHERE c.id = b.cover_id AND c.parent_id = b.id),
                     (SELECT f.id FROM seen_photo AS f WHERE f.parent_id = b.id ORDER BY f.place LIMIT 1)),
            b.group_id, (SELECT leader FROM seen_membership WHERE group_id = b.group_id AND account_id = viewer()),
            b.edited_at
     FROM seen_album AS b JOIN seen_person AS a ON a.id = b.author_id";

fn album(row: &Row<'_>) -> rusqlite::Result<Album> {
    let leads: Option<bool> = row.get(13)?;
    Ok(Album {
        id: ItemId(row.get(0)?),
        author: items::author(row, 1)?,
        audience: AudienceKind::parse(row.get_ref(6)?.as_str()?).unwrap_or(AudienceKind::OnlyMe),
        state: State::parse(row.get_ref(7)?.as_str()?).unwrap_or(State::Removed),
        made_at: row.get(8)?,
        title: row.get(9)?,
        about: row.get(10)?,
        cover: row.get::<_, Option<i64>>(11)?.map(ItemId),
        group: row.get::<_, Option<i64>>(12)?.map(GroupId),
        i_am_in: leads.is_some(),
        i_lead: leads.unwrap_or(false),
        edited_at: row.get(14)?,
    })
}

/// One album, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: ItemId) -> Result<Album> {
    look.found(&format!("{ALBUM} WHERE b.id = ?1"), [id.0], album)
}

/// The newest albums of somebody below an id, as this viewer sees them.
pub(super) fn by(look: &Snapshot<'_>, author: AccountId, before: i64, limit: usize) -> Result<Vec<Album>> {
    look.list(
        &format!("{ALBUM} WHERE b.author_id = ?1 AND b.id < ?2 ORDER BY b.id DESC LIMIT ?3"),
        params![author.0, before, limit as i64],
        album,
    )
}

pub(super) const OF_GROUP: &str =
    " WHERE b.id IN (SELECT item_id FROM seen_album_target WHERE kind = 'group' AND target_id = ?1)
        AND b.state = 'shown' AND b.id < ?2 ORDER BY b.id DESC LIMIT ?3";

/// The newest albums for a group below an id, as this viewer sees them: those that it fills, and those of its
/// members.
pub(super) fn of_group(look: &Snapshot<'_>, group: GroupId, before: i64, limit: usize) -> Result<Vec<Album>> {
    look.list(&format!("{ALBUM}{OF_GROUP}"), params![group.0, before, limit as i64], album)
}

/// Is the viewer in this group?
pub(super) fn is_member(look: &Snapshot<'_>, group: GroupId) -> Result<bool> {
    let me = look.me()?.0;
    look.any("SELECT since_at FROM seen_membership WHERE group_id = ?1 AND account_id = ?2", [group.0, me])
}

/// The viewer takes an album away, unless others have photos in it, also such as the viewer does not see; answers
/// whether it went.
pub(super) fn remove(change: &mut Change<'_>, id: ItemId) -> Result<bool> {
    let me = change.me()?;
    let rows = change.run(
        "UPDATE item SET state = 'removed', removed_by = ?2
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM item AS f WHERE f.parent_id = ?1 AND f.kind = 'photo'
                                         AND f.state <> 'removed' AND f.author_id <> ?2)",
        params![id.0, me.0],
    )?;
    Ok(rows > 0)
}

/// Gives an album to a group, all of whose members put photos in from now on.
pub(super) fn give_to(change: &mut Change<'_>, id: ItemId, group: GroupId) -> Result<()> {
    change.run("UPDATE album SET group_id = ?2 WHERE id = ?1", params![id.0, group.0])?;
    Ok(())
}

/// Id and title of each of the viewer's own albums into which they may put photos, newest first.
pub(super) fn mine(look: &Snapshot<'_>) -> Result<Vec<(ItemId, String)>> {
    look.list(
        "SELECT id, title FROM seen_album WHERE author_id = ?1 AND state <> 'removed' AND group_id IS NULL
         ORDER BY id DESC LIMIT ?2",
        params![look.me()?.0, limits::ALBUMS_MAX as i64],
        |row| Ok((ItemId(row.get(0)?), row.get(1)?)),
    )
}

pub(super) fn count_mine(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_album WHERE author_id = ?1 AND state <> 'removed'", [look.me()?.0])
}

/// The groups an album went to that the viewer may know of: id and name.
pub(super) fn groups(look: &Snapshot<'_>, album: &Album) -> Result<Vec<(i64, String)>> {
    if album.audience != AudienceKind::Groups {
        return Ok(Vec::new());
    }
    look.list(
        "SELECT g.id, g.name FROM seen_album_target AS t JOIN seen_group AS g ON g.id = t.target_id
         WHERE t.kind = 'group' AND t.item_id = ?1 ORDER BY g.name",
        [album.id.0],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The audience of an album of one's own, whole.
///
/// # Errors
/// `Broken` if the database fails.
pub fn audience_of(look: &Snapshot<'_>, album: &Album) -> Result<Audience> {
    let targets = || {
        look.list(
            "SELECT target_id FROM seen_album_target WHERE item_id = ?1 ORDER BY target_id",
            [album.id.0],
            |row| row.get::<_, i64>(0),
        )
    };
    Ok(match album.audience {
        AudienceKind::Everyone => Audience::Everyone,
        AudienceKind::Contacts => Audience::Contacts,
        AudienceKind::OnlyMe => Audience::OnlyMe,
        AudienceKind::Groups => Audience::Groups(targets()?.into_iter().map(GroupId).collect()),
        AudienceKind::Aspects => Audience::Aspects(targets()?.into_iter().map(AspectId).collect()),
        AudienceKind::People => Audience::People(targets()?.into_iter().map(AccountId).collect()),
    })
}

/// Somebody whose albums are looked at.
pub(super) fn person(look: &Snapshot<'_>, username: &str) -> Result<Author> {
    look.found(
        "SELECT id, username, shown_name, picture, role FROM seen_person WHERE username = ?1",
        [username],
        |row| items::author(row, 0),
    )
}

pub(super) fn insert(
    change: &mut Change<'_>,
    audience: &Audience,
    state: State,
    title: &str,
    about: &str,
) -> Result<ItemId> {
    let id = items::insert_top(change, Kind::Album, audience, state)?;
    change.run("INSERT INTO album (id, title, about) VALUES (?1, ?2, ?3)", params![id.0, title, about])?;
    Ok(id)
}

pub(super) fn set_words(change: &mut Change<'_>, id: ItemId, title: &str, about: &str) -> Result<()> {
    change.run("UPDATE album SET title = ?2, about = ?3 WHERE id = ?1", params![id.0, title, about])?;
    Ok(())
}

pub(super) fn set_cover(change: &mut Change<'_>, id: ItemId, photo: ItemId) -> Result<()> {
    change.run("UPDATE album SET cover_id = ?2 WHERE id = ?1", params![id.0, photo.0])?;
    Ok(())
}
