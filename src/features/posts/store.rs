//! The SQL of posts.

use crate::base::{AccountId, Audience, AudienceKind, ItemId, Kind, Result, State};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author};
use crate::features::photos::NewPhoto;

use super::Shield;

/// A post as its viewer sees it.
#[derive(Clone, Debug)]
pub struct Post {
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
    /// When last edited.
    pub edited_at: Option<i64>,
    /// Markdown.
    pub body: String,
    /// How many photos.
    pub photos: usize,
    /// To how many groups, aspects or people it goes by name.
    pub targets: i64,
    /// Has it a poll?
    pub has_poll: bool,
    /// Can nobody write comments under it any more?
    pub locked: bool,
    /// The post that it passes on, whether or not the viewer still sees that.
    pub root: Option<ItemId>,
    /// Did somebody pass it on to fewer than everyone?
    pub passed_narrowly: bool,
    /// What it stands behind, where it is sensitive.
    pub shield: Option<Shield>,
    /// What word rules say to its author; to anybody else nothing (`moderation::watched`).
    pub watched: i64,
}

pub(super) const POST: &str =
    "SELECT p.id, p.author_id, a.username, a.shown_name, a.picture, a.role, p.audience, p.state, p.made_at,
            p.edited_at, p.body, p.photos, p.targets, p.poll, p.locked, p.root_id, p.passed_narrowly, p.shield,
            p.shield_why, p.watched
     FROM seen_post AS p JOIN seen_person AS a ON a.id = p.author_id";

pub(super) fn post(row: &Row<'_>) -> rusqlite::Result<Post> {
    Ok(Post {
        id: ItemId(row.get(0)?),
        author: items::author(row, 1)?,
        audience: AudienceKind::parse(row.get_ref(6)?.as_str()?).unwrap_or(AudienceKind::OnlyMe),
        state: State::parse(row.get_ref(7)?.as_str()?).unwrap_or(State::Removed),
        made_at: row.get(8)?,
        edited_at: row.get(9)?,
        body: row.get(10)?,
        photos: row.get::<_, i64>(11)? as usize,
        targets: row.get(12)?,
        has_poll: row.get(13)?,
        locked: row.get(14)?,
        root: row.get::<_, Option<i64>>(15)?.map(ItemId),
        passed_narrowly: row.get(16)?,
        shield: Shield::read(row.get(17)?, row.get(18)?),
        watched: row.get(19)?,
    })
}

/// One post, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: ItemId) -> Result<Post> {
    look.found(&format!("{POST} WHERE p.id = ?1"), [id.0], post)
}

/// A post in a stream, as far as it must be looked at anew each time.
pub(super) struct Head {
    pub id: ItemId,
    pub author: AccountId,
    /// The viewer's own reaction.
    pub mine: Option<String>,
}

/// Those of these posts that the viewer sees in streams and did not hide, newest first.
pub(super) fn heads(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<Head>> {
    look.list(
        // Most people hid nothing: that is asked once, and only else of each post.
        "SELECT r.id, r.author_id, m.kind FROM seen_root AS r LEFT JOIN seen_my_reaction AS m ON m.item_id = r.id
         WHERE r.id IN (SELECT value FROM json_each(?1)) AND r.state <> 'removed'
           AND ((SELECT count(*) FROM (SELECT 1 FROM seen_hidden LIMIT 1)) = 0
             OR NOT EXISTS (SELECT 1 FROM seen_hidden WHERE item_id IN (r.id, r.with_id))) ORDER BY r.id DESC",
        [items::id_list(ids)],
        |row| Ok(Head { id: ItemId(row.get(0)?), author: AccountId(row.get(1)?), mine: row.get(2)? }),
    )
}

/// The name of a group, an aspect of mine or a person that the viewer may address.
pub(super) fn target_name(look: &Snapshot<'_>, kind: &str, id: i64) -> Result<Option<String>> {
    let sql = match kind {
        "group" => "SELECT name FROM seen_group WHERE id = ?1",
        "aspect" => "SELECT name FROM seen_aspect WHERE id = ?1",
        _ => "SELECT shown_name FROM seen_person WHERE id = ?1 AND standing <> 'left'",
    };
    look.one(sql, [id], |row| row.get(0))
}

/// To which groups, aspects or people a post goes, as far as the viewer may know.
pub(super) fn targets(look: &Snapshot<'_>, post: ItemId) -> Result<Vec<i64>> {
    look.list("SELECT target_id FROM seen_post_target WHERE item_id = ?1", [post.0], |row| row.get(0))
}

/// A post fit to be kept.
pub(super) struct New<'a> {
    pub audience: &'a Audience,
    pub state: State,
    pub body: &'a str,
    pub photos: usize,
    pub root: Option<ItemId>,
    pub shield: Option<&'a str>,
}

pub(super) fn insert(change: &mut Change<'_>, new: &New<'_>) -> Result<ItemId> {
    let with = new.root.filter(|_| new.body.is_empty());
    let id = items::insert_with(change, Kind::Post, new.audience, new.state, with)?;
    change.run(
        "INSERT INTO post (id, body, photos, targets, root_id, shield, shield_why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            id.0,
            new.body,
            new.photos as i64,
            new.audience.targets().len() as i64,
            new.root.map(|id| id.0),
            new.shield.is_some(),
            new.shield.unwrap_or_default()
        ],
    )?;
    Ok(id)
}

/// This post is behind a shield of its author's from now on, or is not; that of staff stays.
pub(super) fn set_shield(change: &mut Change<'_>, id: ItemId, why: Option<&str>) -> Result<()> {
    change.run(
        "UPDATE post SET shield = (shield & 2) | ?2, shield_why = ?3 WHERE id = ?1",
        params![id.0, why.is_some(), why.unwrap_or_default()],
    )?;
    Ok(())
}

/// How often this post is passed on is not the same for all any more.
pub(super) fn set_passed_narrowly(change: &mut Change<'_>, root: ItemId) -> Result<()> {
    change.run("UPDATE post SET passed_narrowly = 1 WHERE id = ?1", [root.0])?;
    Ok(())
}

/// The viewer as the author of something.
pub(super) fn myself(look: &Snapshot<'_>) -> Result<Author> {
    let me = look.me()?;
    look.found(
        "SELECT id, username, shown_name, picture, role FROM seen_person WHERE id = ?1",
        [me.0],
        |row| items::author(row, 0),
    )
}

/// The viewer's own post that passes this one on.
pub fn my_reshare(look: &Snapshot<'_>, root: ItemId) -> Result<Option<ItemId>> {
    let me = look.me()?;
    look.one("SELECT id FROM seen_reshare WHERE root_id = ?1 AND author_id = ?2", [root.0, me.0], |row| {
        row.get(0).map(ItemId)
    })
}

/// Does the viewer block this person?
pub(super) fn blocks(look: &Snapshot<'_>, person: AccountId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_block WHERE person_id = ?1", [person.0])
}

/// Does the viewer want to see without asking what stands behind a shield?
pub(super) fn opens_shields(look: &Snapshot<'_>) -> Result<bool> {
    look.any("SELECT 1 FROM seen_account WHERE id = ?1 AND open_shields = 1", [look.me()?.0])
}

/// A post goes to this audience from now on.
pub(super) fn set_audience(change: &mut Change<'_>, id: ItemId, audience: &Audience) -> Result<()> {
    let targets = audience.targets().len() as i64;
    change.run("UPDATE post SET targets = ?2 WHERE id = ?1", params![id.0, targets])?;
    items::set_audience(change, id, audience)
}

pub(super) fn set_locked(change: &mut Change<'_>, id: ItemId, locked: bool) -> Result<()> {
    change.run("UPDATE post SET locked = ?2 WHERE id = ?1", params![id.0, locked])?;
    Ok(())
}

pub(super) fn insert_photo(
    change: &mut Change<'_>,
    post: ItemId,
    place: i64,
    photo: &NewPhoto,
    alt: &str,
) -> Result<()> {
    // A photo is seen with its post, so it never waits by itself.
    let id = items::insert_under(change, Kind::Photo, post, State::Shown)?;
    change.run(
        "INSERT INTO photo (id, parent_id, name, alt, place, width, height, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![id.0, post.0, photo.name, alt, place, photo.width, photo.height, photo.bytes as i64],
    )?;
    Ok(())
}

/// A photo of a post, as far as its description goes.
#[derive(Clone, Debug)]
pub(super) struct Described {
    pub id: ItemId,
    /// Its place in the post, from 0; that of a photo which was taken away stays empty.
    pub place: usize,
    pub alt: String,
}

impl Described {
    /// What people call it: "photo 1".
    pub(super) fn number(&self) -> i64 {
        self.place as i64 + 1
    }
}

/// The photos of a post in order.
pub(super) fn described(look: &Snapshot<'_>, post: ItemId) -> Result<Vec<Described>> {
    look.list("SELECT id, place, alt FROM seen_photo WHERE parent_id = ?1 ORDER BY place", [post.0], |row| {
        Ok(Described { id: ItemId(row.get(0)?), place: row.get::<_, i64>(1)? as usize, alt: row.get(2)? })
    })
}

pub(super) fn set_alt(change: &mut Change<'_>, photo: ItemId, alt: &str) -> Result<()> {
    change.run("UPDATE photo SET alt = ?2 WHERE id = ?1", params![photo.0, alt])?;
    Ok(())
}

pub(super) fn set_body(change: &mut Change<'_>, id: ItemId, body: &str) -> Result<()> {
    change.run("UPDATE post SET body = ?2 WHERE id = ?1", params![id.0, body])?;
    // Without words of its own it is seen only where the post is that it passes on.
    change.run(
        "UPDATE item SET with_id = (SELECT root_id FROM post WHERE id = ?1 AND body = '') WHERE id = ?1",
        [id.0],
    )?;
    Ok(())
}

/// Has somebody voted in the poll of this post of the viewer's own?
pub(super) fn has_votes(look: &Snapshot<'_>, id: ItemId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_poll_begun WHERE id = ?1", [id.0])
}

pub(super) fn clear_tags(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    change.run("DELETE FROM item_tag WHERE item_id = ?1", [id.0])?;
    Ok(())
}

pub(super) fn insert_tag(change: &mut Change<'_>, id: ItemId, name: &str) -> Result<()> {
    change.run("INSERT OR IGNORE INTO tag (name) VALUES (?1)", [name])?;
    change.run(
        "INSERT OR IGNORE INTO item_tag (tag_id, item_id) SELECT id, ?2 FROM tag WHERE name = ?1",
        params![name, id.0],
    )?;
    Ok(())
}

/// One group, aspect or person that the viewer may address.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub id: i64,
    /// The id as a form sends it.
    pub value: String,
    pub name: String,
}

/// What the viewer may address besides everyone and all contacts.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    pub(super) groups: Vec<Offer>,
    pub(super) aspects: Vec<Offer>,
    pub(super) people: Vec<Offer>,
}

impl Choices {
    /// Groups and aspects of the viewer that were looked up already, each by number and name, and no people.
    pub fn of<'a>(
        groups: impl Iterator<Item = (i64, &'a str)>,
        aspects: impl Iterator<Item = (i64, &'a str)>,
    ) -> Choices {
        let offer = |(id, name): (i64, &str)| Offer { id, value: id.to_string(), name: name.to_owned() };
        Choices {
            groups: groups.map(offer).collect(),
            aspects: aspects.map(offer).collect(),
            people: Vec::new(),
        }
    }
}

/// Groups the viewer is in, their aspects, and, if asked for, their contacts by name.
pub(super) fn choices(look: &Snapshot<'_>, people: bool) -> Result<Choices> {
    let me = look.me()?.0;
    let offer = |row: &Row<'_>| {
        let id: i64 = row.get(0)?;
        Ok(Offer { id, value: id.to_string(), name: row.get(1)? })
    };
    Ok(Choices {
        groups: look.list(
            "SELECT g.id, g.name FROM seen_membership AS m JOIN seen_group AS g ON g.id = m.group_id
             WHERE m.account_id = ?1 ORDER BY g.name LIMIT 100",
            [me],
            offer,
        )?,
        aspects: look.list("SELECT id, name FROM seen_aspect ORDER BY place, id LIMIT 100", [], offer)?,
        people: if !people {
            Vec::new()
        } else {
            look.list(
                "SELECT a.id, a.shown_name FROM seen_contact AS c JOIN seen_person AS a ON a.id = c.person_id
                 WHERE c.owner_id = ?1 ORDER BY a.shown_name LIMIT 200",
                [me],
                offer,
            )?
        },
    })
}

/// Which post one at the desk passes on, if any.
pub(super) fn root_at_desk(look: &Snapshot<'_>, id: ItemId) -> Result<Option<ItemId>> {
    let sql = "SELECT passes_on FROM seen_at_desk WHERE id = ?1 AND passes_on IS NOT NULL";
    look.one(sql, [id.0], |row| row.get(0).map(ItemId))
}

/// Who made something that staff work on.
pub(super) fn author_at_desk(look: &Snapshot<'_>, id: ItemId) -> Result<Option<AccountId>> {
    look.one("SELECT author_id FROM seen_at_desk WHERE id = ?1", [id.0], |row| row.get(0).map(AccountId))
}
