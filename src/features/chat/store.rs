//! The SQL of conversations and of who is in them.

use crate::base::{AccountId, Audience, GroupId, ItemId, Kind, Result, State, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author};

crate::words! {
    /// Between whom a conversation is.
    Sort {
        /// Two people.
        Two = "two",
        /// Several, whom somebody brought together.
        Many = "many",
        /// The members of a group.
        Group = "group",
    }
}

/// A conversation that the viewer is in.
#[derive(Clone, Debug)]
pub struct Conversation {
    /// Its id.
    pub id: ItemId,
    /// Between whom.
    pub sort: Sort,
    /// The two people, where there are two.
    pub pair: Option<(AccountId, AccountId)>,
    /// The group whose it is.
    pub group: Option<GroupId>,
    /// Its own name; empty where it has none.
    pub name: String,
    /// Shelf name of its picture.
    pub picture: Option<String>,
    /// Do newcomers see what was said before?
    pub newcomers_see_all: bool,
    /// The greatest place of a message that others see.
    pub last: i64,
    /// Can be written in, where it is a group's.
    pub open: bool,
    /// The viewer has read up to this place.
    pub read: i64,
    /// The viewer wants no badge and no sound of it.
    pub muted: bool,
    /// Out of the viewer's list until something comes after this place.
    pub put_away: i64,
    /// The viewer may rename it, and take people out.
    pub leads: bool,
}

const CONVERSATION: &str =
    "SELECT c.id, c.sort, c.pair, c.group_id, c.name, c.picture, c.newcomers_see = 'all', c.last, c.open,
       c.read, c.muted, c.put_away, c.leads FROM seen_conversation AS c";

pub(super) fn conversation(row: &Row<'_>) -> rusqlite::Result<Conversation> {
    let pair: Option<String> = row.get(2)?;
    let pair = pair.as_deref().and_then(|pair| pair.split_once('-'));
    let id = |word: &str| word.parse().ok().map(AccountId);
    Ok(Conversation {
        id: ItemId(row.get(0)?),
        sort: Sort::parse(row.get_ref(1)?.as_str()?).unwrap_or(Sort::Many),
        pair: pair.and_then(|(one, other)| Some((id(one)?, id(other)?))),
        group: row.get::<_, Option<i64>>(3)?.map(GroupId),
        name: row.get(4)?,
        picture: row.get(5)?,
        newcomers_see_all: row.get(6)?,
        last: row.get(7)?,
        open: row.get(8)?,
        read: row.get(9)?,
        muted: row.get(10)?,
        put_away: row.get(11)?,
        leads: row.get(12)?,
    })
}

/// One conversation.
///
/// # Errors
/// `NotFound` where the viewer is in none of that id.
pub fn find(look: &Snapshot<'_>, id: ItemId) -> Result<Conversation> {
    look.found(&format!("{CONVERSATION} WHERE c.id = ?1"), [id.0], conversation)
}

/// The conversation of these two, where something was said in it or is about to be.
pub(super) fn of_two(look: &Snapshot<'_>, pair: &str) -> Result<Option<Conversation>> {
    look.one(&format!("{CONVERSATION} WHERE c.pair = ?1"), [pair], conversation)
}

/// The conversation of a group that the viewer is in.
pub(super) fn of_group(look: &Snapshot<'_>, group: GroupId) -> Result<Option<Conversation>> {
    look.one(&format!("{CONVERSATION} WHERE c.group_id = ?1"), [group.0], conversation)
}

/// All conversations of the viewer, in no order: as many as a list shows.
pub(super) fn mine(look: &Snapshot<'_>) -> Result<Vec<Conversation>> {
    look.list(
        &format!("{CONVERSATION} ORDER BY c.last DESC LIMIT ?1"),
        [limits::CHATS_MAX as i64],
        conversation,
    )
}

/// Those of these conversations that the viewer is in.
pub(super) fn these(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<Conversation>> {
    look.list(
        &format!("{CONVERSATION} WHERE c.id IN (SELECT value FROM json_each(?1))"),
        [items::id_list(ids)],
        conversation,
    )
}

/// How two people's conversation is called in the database: the smaller number first.
pub(super) fn pair(one: AccountId, other: AccountId) -> String {
    format!("{}-{}", one.0.min(other.0), one.0.max(other.0))
}

/// The one of two who is not this one.
pub(super) fn other_of_two(talk: &Conversation, me: AccountId) -> Option<AccountId> {
    talk.pair.map(|(one, other)| if one == me { other } else { one })
}

/// Somebody in a conversation.
#[derive(Clone, Debug)]
pub struct Participant {
    /// Who.
    pub who: Author,
    /// May rename it, and take people out.
    pub leads: bool,
}

/// Who is in a conversation, by name; at most `limit`.
pub(super) fn people(look: &Snapshot<'_>, id: ItemId, limit: usize) -> Result<Vec<Participant>> {
    look.list(
        "SELECT a.id, a.username, a.shown_name, a.picture, a.role, p.leads
         FROM seen_participant AS p CROSS JOIN seen_person AS a ON a.id = p.account_id
         WHERE p.conversation_id = ?1 ORDER BY +a.shown_name COLLATE NOCASE, +a.id LIMIT ?2",
        params![id.0, limit as i64],
        |row| Ok(Participant { who: items::author(row, 0)?, leads: row.get(5)? }),
    )
}

/// How many are in a conversation.
pub(super) fn size(look: &Snapshot<'_>, id: ItemId) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_participant WHERE conversation_id = ?1", [id.0])
}

/// Is this person in it?
pub(super) fn is_in(look: &Snapshot<'_>, id: ItemId, person: AccountId) -> Result<bool> {
    look.any(
        "SELECT 1 FROM seen_participant WHERE conversation_id = ?1 AND account_id = ?2",
        params![id.0, person.0],
    )
}

/// Where the count stands that orders what happens in chat.
pub(super) fn count(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT last FROM chat_count WHERE id = 1", [])
}

/// The next of that count.
pub(super) fn next(change: &mut Change<'_>) -> Result<i64> {
    change.run("UPDATE chat_count SET last = last + 1 WHERE id = 1", [])?;
    count(change)
}

/// What a new conversation is.
pub(super) struct New<'a> {
    pub sort: Sort,
    pub pair: Option<&'a str>,
    pub group: Option<GroupId>,
    pub name: &'a str,
    pub newcomers_see_all: bool,
}

pub(super) fn insert(change: &mut Change<'_>, new: &New<'_>) -> Result<ItemId> {
    // Its people are those who are in it, and no list of its own.
    let nobody_else = Audience::People(Vec::new());
    let id = items::insert_top(change, Kind::Conversation, &nobody_else, State::Shown)?;
    let see = if new.newcomers_see_all { "all" } else { "later" };
    let (group, named_by) = (new.group.map(|group| group.0), named_by(change, new.name)?);
    change.run(
        "INSERT INTO conversation (id, sort, pair, group_id, name, newcomers_see, named_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![id.0, new.sort.word(), new.pair, group, new.name, see, named_by],
    )?;
    Ok(id)
}

/// Who called it so: the viewer, where it is called anything.
fn named_by(change: &Change<'_>, name: &str) -> Result<Option<i64>> {
    if name.is_empty() { Ok(None) } else { Ok(Some(change.me()?.0)) }
}

/// Takes somebody into a conversation, from its beginning or from now.
pub(super) fn insert_person(
    change: &mut Change<'_>,
    id: ItemId,
    person: AccountId,
    leads: bool,
    from_beginning: bool,
) -> Result<()> {
    change.run(
        "INSERT INTO participant (conversation_id, account_id, since, came, read, leads)
         SELECT ?1, ?2, CASE WHEN ?4 THEN 0 ELSE last END, last, last, ?3 FROM chat_count WHERE id = 1
         ON CONFLICT (conversation_id, account_id)
         DO UPDATE SET since = excluded.since, came = excluded.came, read = excluded.read, leads = excluded.leads, gone = NULL",
        params![id.0, person.0, leads, from_beginning],
    )?;
    Ok(())
}

/// Every member of a group is in its conversation from now on; its leaders lead there, too.
pub(super) fn insert_members(change: &mut Change<'_>, id: ItemId, group: GroupId) -> Result<()> {
    change.run(
        "INSERT INTO participant (conversation_id, account_id, since, came, read, leads)
         SELECT ?1, m.account_id, n.last, n.last, n.last, m.leader FROM membership AS m, chat_count AS n WHERE m.group_id = ?2",
        params![id.0, group.0],
    )?;
    Ok(())
}

pub(super) fn set_open(change: &mut Change<'_>, id: ItemId, open: bool) -> Result<()> {
    change.run("UPDATE conversation SET open = ?2 WHERE id = ?1", params![id.0, open])?;
    Ok(())
}

pub(super) fn take_out(change: &mut Change<'_>, id: ItemId, person: AccountId) -> Result<usize> {
    change.run(
        "UPDATE participant SET gone = (SELECT last FROM chat_count WHERE id = 1), leads = 0
         WHERE conversation_id = ?1 AND account_id = ?2 AND gone IS NULL",
        params![id.0, person.0],
    )
}

pub(super) fn set_name(
    change: &mut Change<'_>,
    id: ItemId,
    name: &str,
    newcomers_see_all: bool,
) -> Result<()> {
    let see = if newcomers_see_all { "all" } else { "later" };
    // Whoever saves the form without another name did not call it so.
    let named_by = named_by(change, name)?;
    change.run(
        "UPDATE conversation SET newcomers_see = ?3, named_by = CASE WHEN name = ?2 THEN named_by ELSE ?4 END, name = ?2
         WHERE id = ?1",
        params![id.0, name, see, named_by],
    )?;
    Ok(())
}

pub(super) fn set_picture(change: &mut Change<'_>, id: ItemId, picture: Option<&str>) -> Result<()> {
    let by = picture.map(|_| change.me()).transpose()?.map(|me| me.0);
    change.run(
        "UPDATE conversation SET picture = ?2, pictured_by = ?3 WHERE id = ?1",
        params![id.0, picture, by],
    )?;
    Ok(())
}

pub(super) fn set_read(change: &mut Change<'_>, id: ItemId, place: i64) -> Result<()> {
    note(change, "read = max(read, ?3)", id, place)
}

pub(super) fn set_muted(change: &mut Change<'_>, id: ItemId, muted: bool) -> Result<()> {
    note(change, "muted = ?3", id, muted.into())
}

pub(super) fn set_put_away(change: &mut Change<'_>, id: ItemId, until: i64) -> Result<()> {
    note(change, "put_away = ?3", id, until)
}

/// Notes something in the viewer's own place in a conversation; `what` is one of the settings above.
fn note(change: &mut Change<'_>, what: &str, id: ItemId, value: i64) -> Result<()> {
    let me = change.me()?;
    change.run(
        &format!("UPDATE participant SET {what} WHERE conversation_id = ?1 AND account_id = ?2"),
        params![id.0, me.0, value],
    )?;
    Ok(())
}

/// How many conversations of many the viewer began and is in still.
pub(super) fn begun(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_conversation WHERE sort = 'many' AND leads = 1", [])
}

/// Does the viewer lead this group?
pub(super) fn leads_group(look: &Snapshot<'_>, group: GroupId) -> Result<bool> {
    let me = look.me()?;
    look.any(
        "SELECT 1 FROM seen_membership WHERE group_id = ?1 AND account_id = ?2 AND leader = 1",
        params![group.0, me.0],
    )
}

/// The picture that stands for a conversation: whose it is, and its name on the shelf.
#[derive(Clone, Debug)]
pub(super) enum Picture {
    /// That of the other one of two.
    Person(AccountId, String),
    /// That of the group whose it is.
    Group(GroupId, String),
    /// Its own.
    Talk(ItemId, String),
}

/// What a conversation is called for one who looks, and whose face stands for it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// The number that picks the colour where there is no picture.
    pub id: i64,
    pub name: String,
    /// The picture that stands for it.
    pub picture: Option<Picture>,
    /// Sign-in name, where it is a person.
    pub username: Option<String>,
}

/// Somebody by their sign-in name.
pub(super) fn person_of(look: &Snapshot<'_>, username: &str) -> Result<AccountId> {
    look.found("SELECT id FROM seen_person WHERE username = ?1", [username], |row| row.get(0).map(AccountId))
}

/// Is there somebody of this number, as far as the viewer sees?
pub(super) fn person(look: &Snapshot<'_>, id: AccountId) -> Result<()> {
    look.found("SELECT id FROM seen_person WHERE id = ?1", [id.0], |_| Ok(()))
}
