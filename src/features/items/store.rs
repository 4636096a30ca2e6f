//! The SQL that posts and comments share: who made them, what they said before, whom they name, who reacted.

use crate::base::{AccountId, ItemId, Kind, Result, State, Under, limits, marks};
use crate::db::{Change, Row, Snapshot, params};
use std::collections::HashMap;

/// Who made something: what a page shows of them beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The account.
    pub id: AccountId,
    /// Sign-in name, the last part of the profile's address.
    pub username: String,
    /// Shown name.
    pub shown_name: String,
    /// Shelf name of the picture.
    pub picture: Option<String>,
    /// Is it a staff member? Their name carries a sign.
    pub staff: bool,
}

/// Reads an author from five columns, the first of them at `first`: id, username, shown name, picture, role.
///
/// # Errors
/// Those of SQLite, where the columns are others.
pub fn author(row: &Row<'_>, first: usize) -> rusqlite::Result<Author> {
    Ok(Author {
        id: AccountId(row.get(first)?),
        username: row.get(first + 1)?,
        shown_name: row.get(first + 2)?,
        picture: row.get(first + 3)?,
        staff: row.get_ref(first + 4)?.as_str()? != "member",
    })
}

/// Ids as the JSON list that `json_each` reads.
pub fn id_list(ids: &[ItemId]) -> String {
    let mut list = String::with_capacity(ids.len() * 8 + 2);
    list.push('[');
    for (place, id) in ids.iter().enumerate() {
        if place > 0 {
            list.push(',');
        }
        list.push_str(&id.0.to_string());
    }
    list.push(']');
    list
}

/// What an item said until it was changed.
#[derive(Clone, Debug)]
pub struct Version {
    /// The text.
    pub body: String,
    /// Until when it said so, milliseconds since 1970.
    pub until_at: i64,
}

/// What each of these items said before, newest first, as far as the viewer may know; at most 100 in all.
///
/// # Errors
/// `Broken` if the database fails.
pub fn versions(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<HashMap<ItemId, Vec<Version>>> {
    let rows = look.list(
        "SELECT item_id, body, until_at FROM seen_edit WHERE item_id IN (SELECT value FROM json_each(?1))
         ORDER BY version DESC, item_id LIMIT 100",
        [id_list(ids)],
        |row| Ok((row.get(0).map(ItemId)?, Version { body: row.get(1)?, until_at: row.get(2)? })),
    )?;
    let mut found: HashMap<ItemId, Vec<Version>> = HashMap::new();
    for (id, version) in rows {
        found.entry(id).or_default().push(version);
    }
    Ok(found)
}

/// Keeps what an item says as its present version, before it is changed. `before` is the state of what is
/// shown with it: what waited is never seen by others.
///
/// # Errors
/// `Broken` if the database fails.
pub fn keep(change: &mut Change<'_>, id: ItemId, said: &str, before: State) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO edit (item_id, version, body, until_at, waited)
         SELECT id, version, ?2, ?3, ?4 FROM item WHERE id = ?1",
        params![id.0, said, now, before == State::Held],
    )?;
    Ok(())
}

/// An item was edited: it has a new version, and this state.
///
/// # Errors
/// `Broken` if the database fails.
pub fn changed(change: &mut Change<'_>, id: ItemId, state: State) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "UPDATE item SET version = version + 1, edited_at = ?2, state = ?3 WHERE id = ?1",
        params![id.0, now, state.word()],
    )?;
    Ok(())
}

/// An item has this state from now on, and says what it said.
///
/// # Errors
/// `Broken` if the database fails.
pub fn set_state(change: &mut Change<'_>, id: ItemId, state: State) -> Result<()> {
    change.run("UPDATE item SET state = ?2 WHERE id = ?1", params![id.0, state.word()])?;
    Ok(())
}

/// The viewer takes an item away. By its author's own hand: staff cannot bring it back.
///
/// # Errors
/// `Broken` if the database fails.
pub fn remove(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let me = change.me()?;
    change.run("UPDATE item SET state = 'removed', removed_by = ?2 WHERE id = ?1", params![id.0, me.0])?;
    Ok(())
}

pub(super) fn clear_mentions(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    change.run("DELETE FROM mention WHERE item_id = ?1", [id.0])?;
    Ok(())
}

/// Somebody whom the viewer may name: seen, not gone, and no block between them.
pub(super) fn mentionable(look: &Snapshot<'_>, username: &str) -> Result<Option<AccountId>> {
    look.one(
        "SELECT id FROM seen_person WHERE username = ?1 AND standing <> 'left'
           AND id NOT IN (SELECT person_id FROM seen_block)",
        [username],
        |row| row.get(0).map(AccountId),
    )
}

/// Whom this text would name, by sign-in name, each with their shown name: for looking at it before it is sent.
///
/// # Errors
/// `Broken` if the database fails.
pub fn would_name(look: &Snapshot<'_>, body: &str) -> Result<HashMap<String, String>> {
    let names: Vec<String> = marks::mentions(body).take(limits::MARKS_MAX).collect();
    if names.is_empty() {
        return Ok(HashMap::new());
    }
    let named = look.list(
        "SELECT username, shown_name FROM seen_person WHERE username IN (SELECT value FROM json_each(?1))
           AND standing <> 'left' AND id NOT IN (SELECT person_id FROM seen_block)",
        [serde_json::json!(names).to_string()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(named.into_iter().collect())
}

pub(super) fn insert_mention(change: &mut Change<'_>, id: ItemId, person: AccountId) -> Result<()> {
    change.run(
        "INSERT OR IGNORE INTO mention (item_id, account_id, post_id)
         VALUES (?1, ?2, (SELECT r.id FROM item AS i JOIN item AS p ON p.id = coalesce(i.parent_id, i.id)
                                                    JOIN item AS r ON r.id = coalesce(p.parent_id, p.id)
                          WHERE i.id = ?1 AND r.kind = 'post'))",
        params![id.0, person.0],
    )?;
    Ok(())
}

/// Whom a text names, as kept when it was written.
pub(super) fn named(look: &Snapshot<'_>, id: ItemId) -> Result<Vec<AccountId>> {
    look.list("SELECT account_id FROM seen_mention WHERE item_id = ?1", [id.0], |row| {
        row.get(0).map(AccountId)
    })
}

/// The sign-in names that each of these texts may link, with their shown names. One statement, and none
/// where no text has an `@`.
///
/// # Errors
/// `Broken` if the database fails.
pub fn mentions<'a>(
    look: &Snapshot<'_>,
    texts: impl Iterator<Item = (ItemId, &'a str)>,
) -> Result<HashMap<ItemId, HashMap<String, String>>> {
    let with: Vec<ItemId> = texts.filter(|(_, body)| body.contains('@')).map(|(id, _)| id).collect();
    let mut found: HashMap<ItemId, HashMap<String, String>> = HashMap::new();
    if with.is_empty() {
        return Ok(found);
    }
    let rows = look.list(
        "SELECT m.item_id, a.username, a.shown_name FROM seen_mention AS m JOIN seen_person AS a ON a.id = m.account_id
         WHERE m.item_id IN (SELECT value FROM json_each(?1))",
        [id_list(&with)],
        |row| Ok((row.get(0).map(ItemId)?, row.get(1)?, row.get(2)?)),
    )?;
    for (id, username, name) in rows {
        found.entry(id).or_default().insert(username, name);
    }
    Ok(found)
}

/// What is pressed under an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reactions {
    /// How many of each kind.
    pub each: Vec<(String, i64)>,
    /// The viewer's own.
    pub mine: Option<String>,
}

/// What is pressed under each of these posts, photos, or comments under posts, as this viewer sees it. One
/// statement.
///
/// # Errors
/// `Broken` if the database fails.
pub fn reactions(look: &Snapshot<'_>, kind: Kind, ids: &[ItemId]) -> Result<HashMap<ItemId, Reactions>> {
    let view = match kind {
        Kind::Comment => "seen_comment_reaction",
        Kind::Photo => "seen_photo_reaction",
        Kind::Message => "seen_message_reaction",
        // What has no reactions finds none there.
        Kind::Post | Kind::Album | Kind::Announcement | Kind::Event | Kind::File | Kind::Conversation => {
            "seen_post_reaction"
        }
    };
    pressed(look, view, ids)
}

/// As [`reactions`], under each of these comments, all of which stand there.
///
/// # Errors
/// `Broken` if the database fails.
pub fn comment_reactions(
    look: &Snapshot<'_>,
    under: Under,
    ids: &[ItemId],
) -> Result<HashMap<ItemId, Reactions>> {
    match under {
        Under::Post(_) => pressed(look, "seen_comment_reaction", ids),
        Under::Photo(_) => pressed(look, "seen_photo_comment_reaction", ids),
    }
}

fn pressed(look: &Snapshot<'_>, view: &str, ids: &[ItemId]) -> Result<HashMap<ItemId, Reactions>> {
    let me = look.viewer().id().map_or(0, |id| id.0);
    let rows = look.list(
        &format!(
            "SELECT item_id, kind, count(*), max(account_id = ?2) FROM {view}
             WHERE item_id IN (SELECT value FROM json_each(?1)) GROUP BY item_id, kind"
        ),
        params![id_list(ids), me],
        |row| Ok((row.get(0).map(ItemId)?, row.get::<_, String>(1)?, row.get(2)?, row.get::<_, bool>(3)?)),
    )?;
    let mut found: HashMap<ItemId, Reactions> = HashMap::new();
    for (id, kind, count, mine) in rows {
        let under = found.entry(id).or_default();
        if mine {
            under.mine = Some(kind.clone());
        }
        under.each.push((kind, count));
    }
    Ok(found)
}
