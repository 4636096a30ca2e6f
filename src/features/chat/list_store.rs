//! The SQL of the list of conversations: all that it shows, in a fixed number of statements.

use super::store::{Conversation, Named, Picture, Sort, conversation, other_of_two};
use super::talk_store::{MESSAGE_COLUMNS, Message, message};
use crate::base::{AccountId, ItemId, Result, limits};
use crate::db::{Snapshot, params};
use crate::features::items::id_list;
use std::collections::HashMap;

/// Conversations of the viewer in use, or those put away, the one that spoke last first. Those of two in which nothing was
/// said yet are left out.
pub(super) const PAGE: &str = "SELECT c.id, c.sort, c.pair, c.group_id, c.name, c.picture, c.newcomers_see = 'all', c.last, c.open,
       c.read, c.muted, c.put_away, c.leads FROM seen_conversation AS c
     WHERE (c.last, c.id) < (?1, ?2) AND (c.put_away > 0 AND c.last <= c.put_away) = ?3
       AND (c.sort <> 'two' OR c.last > 0 OR EXISTS (SELECT 1 FROM seen_message AS m WHERE m.conversation_id = c.id))
     ORDER BY c.last DESC, c.id DESC LIMIT ?4";

/// One page of them: those whose last word stands before this one.
pub(super) fn page(
    look: &Snapshot<'_>,
    away: bool,
    before: Option<(i64, ItemId)>,
    limit: usize,
) -> Result<Vec<Conversation>> {
    let (last, id) = before.unwrap_or((i64::MAX, ItemId(i64::MAX)));
    look.list(PAGE, params![last, id.0, away, limit as i64], conversation)
}

/// How many names stand for a conversation that has none of its own.
const NAMES: i64 = 3;

/// What conversations are called for one who looks: the other person, their own name, their group, or the first who
/// are in them. At most three statements, however many there are.
pub(super) fn named(look: &Snapshot<'_>, talks: &[Conversation]) -> Result<HashMap<ItemId, Named>> {
    let me = look.me()?;
    let others: Vec<AccountId> = talks.iter().filter_map(|talk| other_of_two(talk, me)).collect();
    let people = people(look, &others)?;
    let groups = groups(look, talks)?;
    let nameless: Vec<ItemId> = talks
        .iter()
        .filter(|talk| talk.sort == Sort::Many && talk.name.is_empty())
        .map(|talk| talk.id)
        .collect();
    let names = first_names(look, &nameless)?;
    let of = |talk: &Conversation| {
        let own = || talk.picture.clone().map(|name| Picture::Talk(talk.id, name));
        let plain = |name: String| Named { id: talk.id.0, name, picture: own(), username: None };
        if let Some(other) = other_of_two(talk, me) {
            let nobody = || Named { id: other.0, name: String::new(), picture: None, username: None };
            return people.get(&other).cloned().unwrap_or_else(nobody);
        }
        match talk.group {
            Some(group) => {
                let (name, picture) = groups.get(&group.0).cloned().unwrap_or_default();
                let picture = picture.map(|picture| Picture::Group(group, picture));
                Named { picture, ..plain(name) }
            }
            None if talk.name.is_empty() => plain(names.get(&talk.id).cloned().unwrap_or_default()),
            None => plain(talk.name.clone()),
        }
    };
    Ok(talks.iter().map(|talk| (talk.id, of(talk))).collect())
}

/// These people, as the other one of two.
pub(super) fn people(look: &Snapshot<'_>, ids: &[AccountId]) -> Result<HashMap<AccountId, Named>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let list: Vec<ItemId> = ids.iter().map(|id| ItemId(id.0)).collect();
    let rows = look.list(
        "SELECT a.id, a.shown_name, a.picture, a.username
         FROM json_each(?1) AS j CROSS JOIN seen_person AS a ON a.id = j.value",
        [id_list(&list)],
        |row| {
            let id = AccountId(row.get(0)?);
            let picture = row.get::<_, Option<String>>(2)?.map(|name| Picture::Person(id, name));
            Ok((id, Named { id: id.0, name: row.get(1)?, picture, username: Some(row.get(3)?) }))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// Name and picture of groups.
type Groups = HashMap<i64, (String, Option<String>)>;

fn groups(look: &Snapshot<'_>, talks: &[Conversation]) -> Result<Groups> {
    let ids: Vec<ItemId> = talks.iter().filter_map(|talk| talk.group).map(|group| ItemId(group.0)).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql =
        "SELECT g.id, g.name, g.picture FROM json_each(?1) AS j CROSS JOIN seen_group AS g ON g.id = j.value";
    let found = look.list(sql, [id_list(&ids)], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(found.into_iter().collect())
}

fn first_names(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<HashMap<ItemId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = look.list(
        "SELECT j.value, (SELECT group_concat(shown_name, ', ') FROM (
             SELECT a.shown_name FROM seen_participant AS p CROSS JOIN seen_person AS a ON a.id = p.account_id
             WHERE p.conversation_id = j.value AND p.account_id <> viewer() LIMIT ?2))
         FROM json_each(?1) AS j",
        params![id_list(ids), NAMES],
        |row| Ok((ItemId(row.get(0)?), row.get::<_, Option<String>>(1)?.unwrap_or_default())),
    )?;
    Ok(rows.into_iter().collect())
}

/// The last message of each of these conversations that the viewer sees.
pub(super) fn lasts(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<HashMap<ItemId, Message>> {
    let sql = format!(
        "SELECT {MESSAGE_COLUMNS} FROM json_each(?1) AS j
         CROSS JOIN seen_message AS m ON m.conversation_id = j.value AND m.place = (
             SELECT x.place FROM seen_message AS x WHERE x.conversation_id = j.value
               AND x.place > (SELECT since FROM seen_conversation WHERE id = j.value)
             ORDER BY x.place DESC LIMIT 1)
         CROSS JOIN seen_person AS a ON a.id = m.author_id"
    );
    let rows = look.list(&sql, [id_list(ids)], |row| message(look, row))?;
    Ok(rows.into_iter().map(|message| (message.conversation, message)).collect())
}

/// How many messages of each of these the viewer has not read; counted up to a limit.
pub(super) fn unread(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<HashMap<ItemId, i64>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = look.list(
        "SELECT c.id, (SELECT count(*) FROM (
             SELECT 1 FROM seen_message AS m
             WHERE m.conversation_id = c.id AND m.place > c.read AND m.author_id <> viewer() LIMIT ?2))
         FROM json_each(?1) AS j CROSS JOIN seen_conversation AS c ON c.id = j.value",
        params![id_list(ids), limits::UNREAD_MESSAGES_COUNTED],
        |row| Ok((ItemId(row.get(0)?), row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// In how many conversations that are not muted something is not read, and how many messages in all; of each
/// conversation they are counted up to a limit.
pub(super) fn unread_in_all(look: &Snapshot<'_>) -> Result<(i64, i64)> {
    let found = look.one(
        "SELECT coalesce(sum(muted = 0 AND unread > 0), 0), coalesce(sum(unread), 0) FROM (
           SELECT c.muted, (SELECT count(*) FROM (
               SELECT 1 FROM seen_message AS m
               WHERE m.conversation_id = c.id AND m.place > c.read AND m.author_id <> viewer() LIMIT ?1)) AS unread
           FROM seen_conversation AS c WHERE c.last > c.read)",
        [limits::UNREAD_MESSAGES_COUNTED],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.unwrap_or_default())
}

/// Those who were noted for some conversations, by the primary key.
pub(super) const WHO_IS_IN: &str = "SELECT DISTINCT p.account_id FROM json_each(?1) AS j
    CROSS JOIN seen_to_count AS p ON p.conversation_id = j.value";

/// Whoever is in one of these conversations, or was, each once. The box itself asks: nobody is shown who.
pub(super) fn who_is_in(look: &Snapshot<'_>, talks: &[ItemId]) -> Result<Vec<AccountId>> {
    look.list(WHO_IS_IN, [id_list(talks)], |row| Ok(AccountId(row.get(0)?)))
}

/// Did the viewer put a conversation away?
pub(super) fn any_away(look: &Snapshot<'_>) -> Result<bool> {
    look.any("SELECT 1 FROM seen_conversation WHERE put_away > 0 AND last <= put_away LIMIT 1", [])
}
