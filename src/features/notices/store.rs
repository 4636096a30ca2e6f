//! The SQL of notices.

use super::bundle::Line;
use super::{NoticeKind, Sort};
use crate::base::{AccountId, GroupId, ItemId, Kind, Result};
use crate::db::{Change, Snapshot, params};
use std::collections::HashMap;

/// Writes a notice, unless whom it tells chose not to hear of its sort; gives how many were written.
pub(super) fn insert(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    actor: Option<AccountId>,
    item: Option<ItemId>,
    group: Option<GroupId>,
) -> Result<usize> {
    let (now, sort) = (change.now_ms(), kind.sort().word());
    let (actor, item, group) = (actor.map(|id| id.0), item.map(|id| id.0), group.map(|id| id.0));
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, item_id, group_id, made_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6
         WHERE NOT EXISTS (SELECT 1 FROM silence WHERE account_id = ?1 AND sort = ?7)",
        params![who.0, kind.word(), actor, item, group, now, sort],
    )
}

/// The viewer hears of everything again.
pub(super) fn hear_all(change: &mut Change<'_>) -> Result<()> {
    let me = change.me()?;
    change.run("DELETE FROM silence WHERE account_id = ?1", [me.0])?;
    Ok(())
}

/// The viewer hears no more of this sort.
pub(super) fn silence(change: &mut Change<'_>, sort: Sort) -> Result<()> {
    let me = change.me()?;
    change.run("INSERT INTO silence (account_id, sort) VALUES (?1, ?2)", params![me.0, sort.word()])?;
    Ok(())
}

/// Of what the viewer chose not to hear.
pub(super) fn silent(look: &Snapshot<'_>) -> Result<Vec<Sort>> {
    let sorts =
        look.list("SELECT sort FROM seen_silence", [], |row| Ok(Sort::parse(row.get_ref(0)?.as_str()?)))?;
    Ok(sorts.into_iter().flatten().collect())
}

pub(super) fn insert_once(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    item: ItemId,
) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, item_id, made_at)
         SELECT ?1, ?2, ?3, ?4, ?5
         WHERE NOT EXISTS (SELECT 1 FROM notice WHERE account_id = ?1 AND item_id = ?4 AND read_at IS NULL
                             AND kind = ?2 AND actor_id = ?3)
           AND NOT EXISTS (SELECT 1 FROM silence WHERE account_id = ?1 AND sort = ?6)",
        params![who.0, kind.word(), me.0, item.0, now, kind.sort().word()],
    )
}

pub(super) fn remove_unread(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    item: ItemId,
) -> Result<usize> {
    let me = change.me()?;
    change.run(
        "DELETE FROM notice WHERE account_id = ?1 AND item_id = ?4 AND read_at IS NULL AND kind = ?2 AND actor_id = ?3",
        params![who.0, kind.word(), me.0, item.0],
    )
}

pub(super) fn remove_unread_tag(change: &mut Change<'_>, who: AccountId, photo: ItemId) -> Result<usize> {
    change.run(
        "DELETE FROM notice WHERE account_id = ?1 AND item_id = ?2 AND read_at IS NULL AND kind IN ('tagged', 'tag_ask')",
        params![who.0, photo.0],
    )
}

pub(super) fn read_these(change: &mut Change<'_>, ids: &[i64]) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE notice SET read_at = ?2
         WHERE id IN (SELECT value FROM json_each(?3)) AND account_id = ?1 AND read_at IS NULL",
        params![me.0, now, list_of(ids.iter().copied())],
    )
}

pub(super) fn read_all(change: &mut Change<'_>) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run("UPDATE notice SET read_at = ?2 WHERE account_id = ?1 AND read_at IS NULL", params![me.0, now])
}

/// Unread notices of whoever looks, counted up to `most`.
pub(super) fn unread(look: &Snapshot<'_>, most: i64) -> Result<i64> {
    look.number("SELECT count(*) FROM (SELECT 1 FROM seen_notice WHERE read_at IS NULL LIMIT ?1)", [most])
}

/// Has the viewer an unread notice of this item?
pub(super) fn has_unread_of(look: &Snapshot<'_>, item: ItemId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_notice WHERE item_id = ?1 AND read_at IS NULL", [item.0])
}

/// The viewer has read what this item is about: their notices of it are read, too; says whether there were any.
pub(super) fn read_of(change: &mut Change<'_>, item: ItemId) -> Result<bool> {
    let (me, now) = (change.me()?, change.now_ms());
    let rows = change.run(
        "UPDATE notice SET read_at = ?3 WHERE account_id = ?1 AND item_id = ?2 AND read_at IS NULL",
        params![me.0, item.0, now],
    )?;
    Ok(rows > 0)
}

/// The viewer has read a conversation: their notices of what was said there, and that they are in it, are read too.
pub(super) fn read_in_talk(change: &mut Change<'_>, conversation: ItemId) -> Result<bool> {
    let (me, now) = (change.me()?, change.now_ms());
    let rows = change.run(
        "UPDATE notice SET read_at = ?3 WHERE account_id = ?1 AND read_at IS NULL AND kind IN ('mention', 'reaction', 'chat')
           AND (item_id = ?2 OR EXISTS (SELECT 1 FROM message WHERE id = notice.item_id AND conversation_id = ?2))",
        params![me.0, conversation.0, now],
    )?;
    Ok(rows > 0)
}

pub(super) fn insert_talk(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    talk: i64,
) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, talk_id, made_at) SELECT ?1, ?2, ?3, ?4
         WHERE NOT EXISTS (SELECT 1 FROM notice WHERE account_id = ?1 AND talk_id = ?3 AND kind = ?2 AND read_at IS NULL)",
        params![who.0, kind.word(), talk, now],
    )?;
    Ok(())
}

pub(super) fn has_unread_talk(look: &Snapshot<'_>, talks: &[i64]) -> Result<bool> {
    look.any(
        "SELECT 1 FROM seen_notice WHERE talk_id IN (SELECT value FROM json_each(?1)) AND read_at IS NULL",
        [list_of(talks.iter().copied())],
    )
}

pub(super) fn read_talks(change: &mut Change<'_>, talks: &[i64]) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE notice SET read_at = ?2
         WHERE talk_id IN (SELECT value FROM json_each(?3)) AND account_id = ?1 AND read_at IS NULL",
        params![me.0, now, list_of(talks.iter().copied())],
    )
}

const BELOW: &str =
    "SELECT id, kind, actor_id, item_id, group_id, reason, made_at, read_at, talk_id FROM seen_notice
     WHERE id < ?1 AND kind IN (SELECT value FROM json_each(?2)) ORDER BY id DESC LIMIT ?3";

/// The newest notices of these kinds below an id.
pub(super) fn below(
    look: &Snapshot<'_>,
    kinds: &[NoticeKind],
    before: i64,
    limit: usize,
) -> Result<Vec<Line>> {
    let words: Vec<String> = kinds.iter().map(|kind| format!("\"{kind}\"")).collect();
    look.list(BELOW, params![before, format!("[{}]", words.join(",")), limit as i64], |row| {
        Ok(Line {
            id: row.get(0)?,
            kind: NoticeKind::parse(row.get_ref(1)?.as_str()?).unwrap_or(NoticeKind::Outcome),
            actor: row.get::<_, Option<i64>>(2)?.map(AccountId),
            item: row.get::<_, Option<i64>>(3)?.map(ItemId),
            root: None,
            group: row.get::<_, Option<i64>>(4)?.map(GroupId),
            reason: row.get(5)?,
            made_at: row.get(6)?,
            unread: row.get::<_, Option<i64>>(7)?.is_none(),
            talk: row.get(8)?,
        })
    })
}

/// Somebody as a notice shows them.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub username: String,
    pub shown_name: String,
    pub picture: Option<String>,
}

/// An item that a notice is about, as its reader sees it.
#[derive(Clone, Debug)]
pub(super) struct Thing {
    /// The item itself, or what a comment stands under.
    pub root: ItemId,
    pub author: AccountId,
    pub kind: Kind,
    pub body: String,
}

impl Thing {
    /// Does its address lead on to its place in a page?
    pub(super) fn leads_on(&self) -> bool {
        matches!(self.kind, Kind::Comment | Kind::Message)
    }
}

/// Everything that a page of notices names.
#[derive(Default)]
pub(super) struct Named {
    pub people: HashMap<i64, Person>,
    pub things: HashMap<i64, Thing>,
    pub groups: HashMap<i64, String>,
}

/// What these notices name, in a fixed number of statements.
pub(super) fn named(look: &Snapshot<'_>, lines: &[Line]) -> Result<Named> {
    let mut named = Named::default();
    let items = list_of(lines.iter().filter_map(|line| line.item).map(|id| id.0));
    named.things.extend(things(look, &items)?);
    let roots = list_of(named.things.values().map(|thing| thing.root.0));
    named.things.extend(things(look, &roots)?);
    let people = list_of(lines.iter().filter_map(|line| line.actor).map(|id| id.0));
    named.people.extend(look.list(
        "SELECT id, username, shown_name, picture FROM seen_person WHERE id IN (SELECT value FROM json_each(?1))",
        [people],
        |row| {
            let person = Person { username: row.get(1)?, shown_name: row.get(2)?, picture: row.get(3)? };
            Ok((row.get::<_, i64>(0)?, person))
        },
    )?);
    let groups = list_of(lines.iter().filter_map(|line| line.group).map(|id| id.0));
    named.groups.extend(look.list(
        "SELECT id, name FROM seen_group WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT id, name FROM seen_joinable WHERE id IN (SELECT value FROM json_each(?1))",
        [groups],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)),
    )?);
    Ok(named)
}

fn things(look: &Snapshot<'_>, ids: &str) -> Result<Vec<(i64, Thing)>> {
    look.list(
        "SELECT id, id, author_id, 'post', iif(shield <> 0 AND author_id <> viewer(), '', body) FROM seen_post WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL
         SELECT id, post_id, author_id, 'comment', body FROM seen_comment WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL
         SELECT id, id, author_id, 'album', title FROM seen_album WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL
         SELECT id, id, author_id, kind, title FROM seen_board WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL
         SELECT id, id, author_id, 'photo', caption FROM seen_photo WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL
         SELECT id, id, author_id, 'message', body FROM seen_message WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL
         SELECT id, id, 0, 'conversation', name FROM seen_conversation WHERE id IN (SELECT value FROM json_each(?1))
         UNION ALL
         SELECT id, photo_id, author_id, 'comment', body FROM seen_photo_comment
          WHERE id IN (SELECT value FROM json_each(?1))",
        [ids],
        |row| {
            let thing = Thing {
                root: ItemId(row.get(1)?),
                author: AccountId(row.get(2)?),
                kind: Kind::parse(row.get_ref(3)?.as_str()?).unwrap_or(Kind::Post),
                body: row.get(4)?,
            };
            Ok((row.get::<_, i64>(0)?, thing))
        },
    )
}

/// Ids as the JSON list that `json_each` reads.
fn list_of(ids: impl Iterator<Item = i64>) -> String {
    let words: Vec<String> = ids.map(|id| id.to_string()).collect();
    format!("[{}]", words.join(","))
}

/// Inside a change the tables are open: the answer to "has this person blocked me?" never leaves it.
pub(super) fn insert_contact(change: &mut Change<'_>, who: AccountId, me: AccountId) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, made_at)
         SELECT ?1, 'contact', ?2, ?3
         WHERE NOT EXISTS (SELECT 1 FROM parted WHERE one_id = ?1 AND other_id = ?2)
           AND NOT EXISTS (SELECT 1 FROM notice WHERE account_id = ?1 AND read_at IS NULL
                             AND kind = 'contact' AND actor_id = ?2)
           AND NOT EXISTS (SELECT 1 FROM silence WHERE account_id = ?1 AND sort = ?4)",
        params![who.0, me.0, now, NoticeKind::Contact.sort().word()],
    )?;
    Ok(())
}

/// As [`insert_contact`], about a group.
pub(super) fn insert_between(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    group: GroupId,
) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, group_id, made_at)
         SELECT ?1, ?3, ?2, ?4, ?5
         WHERE NOT EXISTS (SELECT 1 FROM parted WHERE one_id = ?1 AND other_id = ?2)
           AND NOT EXISTS (SELECT 1 FROM notice WHERE account_id = ?1 AND read_at IS NULL
                             AND kind = ?3 AND actor_id = ?2 AND group_id = ?4)
           AND NOT EXISTS (SELECT 1 FROM silence WHERE account_id = ?1 AND sort = ?6)",
        params![who.0, me.0, kind.word(), group.0, now, kind.sort().word()],
    )?;
    Ok(())
}

pub(super) fn insert_reading(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    conversation: Option<ItemId>,
    why: &str,
) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, item_id, reason, made_at) VALUES (?1, ?5, ?2, ?3, ?4)",
        params![who.0, conversation.map(|id| id.0), why, now, kind.word()],
    )?;
    Ok(())
}

/// What nobody has read yet of this kind and moment is told no more.
pub(super) fn take_unread(
    change: &mut Change<'_>,
    who: AccountId,
    kind: NoticeKind,
    at_ms: i64,
) -> Result<bool> {
    let gone = change.run(
        "DELETE FROM notice WHERE account_id = ?1 AND kind = ?2 AND made_at = ?3 AND read_at IS NULL",
        params![who.0, kind.word(), at_ms],
    )?;
    Ok(gone > 0)
}

pub(super) fn insert_refused(change: &mut Change<'_>, who: AccountId, group: GroupId) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, group_id, reason, made_at) SELECT ?1, 'group', ?2, 'refused', ?3
         WHERE NOT EXISTS (SELECT 1 FROM silence WHERE account_id = ?1 AND sort = ?4)",
        params![who.0, group.0, now, NoticeKind::Group.sort().word()],
    )?;
    Ok(())
}

/// A notice for each member of the groups that this goes to, as far as they see it.
pub(super) fn insert_for_groups(
    change: &mut Change<'_>,
    kind: NoticeKind,
    item: ItemId,
    before: &[GroupId],
) -> Result<()> {
    let (now, before) = (change.now_ms(), list_of(before.iter().map(|group| group.0)));
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, item_id, group_id, reason, made_at)
         SELECT p.id, ?2, i.author_id, i.id, min(t.target_id), 'new', ?3
         FROM item AS i JOIN item_to AS t ON t.item_id = i.id AND t.kind = 'group'
         JOIN membership AS m ON m.group_id = t.target_id
         JOIN account AS p ON p.id = m.account_id AND p.standing IN ('active', 'read_only')
         WHERE i.id = ?1 AND i.audience = 'groups' AND i.state = 'shown' AND p.id <> i.author_id
           AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = p.id)
           AND NOT EXISTS (SELECT 1 FROM membership AS w WHERE w.account_id = p.id
                             AND w.group_id IN (SELECT value FROM json_each(?4)))
           AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = p.id AND other_id = i.author_id)
           AND NOT EXISTS (SELECT 1 FROM silence AS s WHERE s.account_id = p.id AND s.sort = ?5)
           AND NOT EXISTS (SELECT 1 FROM notice AS n JOIN item AS o ON o.id = n.item_id
                           WHERE n.account_id = p.id AND n.read_at IS NULL AND n.kind = ?2 AND n.reason = 'new'
                             AND (n.item_id = i.id OR (?2 = 'file' AND n.group_id = t.target_id AND o.state = 'shown')))
         GROUP BY p.id",
        params![item.0, kind.word(), now, before, kind.sort().word()],
    )?;
    Ok(())
}
