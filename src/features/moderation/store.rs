//! The SQL of reports and decisions.

use super::{DecisionReason, Outcome, ReportReason};
use crate::base::{AccountId, ItemId, Kind, Result, State, Topic};
use crate::db::{Answered, Change, Snapshot, params};
use std::collections::HashMap;

/// An item as the desk sees it, as far as a decision needs it.
pub(super) struct AtDesk {
    pub kind: Kind,
    pub author: AccountId,
    pub root: ItemId,
    pub root_kind: Kind,
    pub state: State,
    pub removed_by: Option<AccountId>,
}

/// What staff decided about something of one's own.
pub struct Decision {
    /// `remove`, `restore` or `release`; for staff also `keep`.
    pub kind: String,
    /// The word of the reason.
    pub reason: String,
    /// Words of staff, perhaps none.
    pub note: String,
    /// When, milliseconds since 1970.
    pub made_at: i64,
}

/// What staff decided about an item, newest first: for its author and the desk.
///
/// # Errors
/// `Broken` if the database fails.
pub fn decisions_about_mine(look: &Snapshot<'_>, item: ItemId) -> Result<Vec<Decision>> {
    look.list(
        "SELECT kind, reason, note, made_at FROM seen_decision WHERE item_id = ?1 ORDER BY id DESC LIMIT 50",
        [item.0],
        |row| {
            Ok(Decision { kind: row.get(0)?, reason: row.get(1)?, note: row.get(2)?, made_at: row.get(3)? })
        },
    )
}

/// Why staff took away each of these things, as far as the viewer may know: the word of the reason, and their note. One
/// statement, and none for nothing.
///
/// # Errors
/// `Broken` if the database fails.
pub fn why_removed(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<HashMap<ItemId, (String, String)>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let numbers: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let rows = look.list(
        "SELECT item_id, reason, note FROM seen_decision
         WHERE kind = 'remove' AND item_id IN (SELECT value FROM json_each(?1)) ORDER BY id",
        [serde_json::json!(numbers).to_string()],
        |row| Ok((ItemId(row.get(0)?), (row.get(1)?, row.get(2)?))),
    )?;
    Ok(rows.into_iter().collect()) // the newest stays
}

/// What an item is, where it is seen.
pub(super) fn kind_seen(look: &Snapshot<'_>, item: ItemId) -> Result<Option<Kind>> {
    let word: Option<String> = look.one(
        // The guard refuses a look that touches a table by its number alone, so each names a column.
        "SELECT kind FROM (SELECT kind, state FROM seen_top WHERE id = ?1
         UNION ALL SELECT 'comment', body FROM seen_comment WHERE id = ?1
         UNION ALL SELECT 'comment', body FROM seen_photo_comment WHERE id = ?1
         UNION ALL SELECT 'message', body FROM seen_message WHERE id = ?1 AND author_id <> viewer()
         UNION ALL SELECT 'conversation', sort FROM seen_conversation WHERE id = ?1
         UNION ALL SELECT 'photo', alt FROM seen_photo WHERE id = ?1) LIMIT 1",
        [item.0],
        |row| row.get(0),
    )?;
    Ok(word.and_then(|word| Kind::parse(&word)))
}

/// Has the viewer told staff of this already, and nobody answered yet? That one worries is something else than that it breaks
/// a rule: it goes to others.
pub(super) fn reported_by_me(look: &Snapshot<'_>, item: ItemId, reason: ReportReason) -> Result<bool> {
    let me = look.me()?;
    look.any(
        "SELECT 1 FROM seen_report
         WHERE item_id = ?1 AND reporter_id = ?2 AND closed_at IS NULL AND (reason = 'worried') = ?3",
        params![item.0, me.0, reason == ReportReason::Worried],
    )
}

pub(super) fn insert_report(
    change: &mut Change<'_>,
    item: Option<ItemId>,
    person: Option<AccountId>,
    reason: ReportReason,
    note: &str,
) -> Result<i64> {
    let (me, now) = (change.me()?, change.now_ms());
    change.insert(
        // Of a whole conversation staff see what was said about then.
        "INSERT INTO report (item_id, account_id, reporter_id, reason, note, made_at, at_place)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT n.last FROM conversation AS c, chat_count AS n WHERE c.id = ?1))",
        params![item.map(|id| id.0), person.map(|id| id.0), me.0, reason.word(), note, now],
    )
}

/// Does the viewer decide about this item, if they see it: by a duty for the site, or for a group to which it was posted?
pub(super) fn decides(look: &Snapshot<'_>, item: ItemId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_decidable WHERE id = ?1", [item.0])
}

pub(super) fn at_desk(look: &Snapshot<'_>, item: ItemId) -> Result<AtDesk> {
    // Staff may also act straight from what they see as people, before anybody reported it.
    look.found(
        // The guard refuses a look that touches a table by its number alone, so each names a column.
        "SELECT kind, author_id, root_id, state, removed_by, root_kind, '' FROM seen_at_desk WHERE id = ?1
         UNION ALL SELECT kind, author_id, id, state, removed_by, kind, '' FROM seen_top
                   WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
         UNION ALL SELECT 'comment', author_id, post_id, state, removed_by, 'post', body FROM seen_comment
                   WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
         UNION ALL SELECT 'comment', author_id, photo_id, state, removed_by, 'photo', body FROM seen_photo_comment
                   WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
         UNION ALL SELECT 'photo', author_id, parent_id, own_state, NULL, parent_kind, alt FROM seen_photo
                   WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
         UNION ALL SELECT 'message', author_id, conversation_id, state, removed_by, 'conversation', body
                   FROM seen_message_by_staff WHERE id = ?1
         LIMIT 1",
        [item.0],
        |row| {
            Ok(AtDesk {
                kind: Kind::parse(row.get_ref(0)?.as_str()?).unwrap_or(Kind::Post),
                author: AccountId(row.get(1)?),
                root: ItemId(row.get(2)?),
                root_kind: Kind::parse(row.get_ref(5)?.as_str()?).unwrap_or(Kind::Post),
                state: State::parse(row.get_ref(3)?.as_str()?).unwrap_or(State::Removed),
                removed_by: row.get::<_, Option<i64>>(4)?.map(AccountId),
            })
        },
    )
}

/// Staff decided so. Whoever removed what is their own did it as staff, since nobody else could (`alone`): their number there would
/// say that they took it away as its author, so nobody's stands there; the decision says who.
pub(super) fn set_state(change: &mut Change<'_>, item: ItemId, state: State, alone: bool) -> Result<()> {
    let by = if state == State::Removed && !alone { Some(change.me()?.0) } else { None };
    change.run(
        "UPDATE item SET state = ?2, removed_by = ?3, version = version + 1 WHERE id = ?1",
        params![item.0, state.word(), by],
    )?;
    Ok(())
}

/// This post is behind a shield of staff's, or is not; that of its author stays. Gives how many it changed.
pub(super) fn set_shield(change: &mut Change<'_>, item: ItemId, on: bool) -> Result<usize> {
    let by_staff = if on { 2 } else { 0 };
    change.run(
        "UPDATE post SET shield = (shield & 1) | ?2 WHERE id = ?1 AND (shield & 2) <> ?2",
        params![item.0, by_staff],
    )
}

/// A decision, by its word and reason; `alone` where it is about whoever decides, and nobody else could.
pub(super) fn insert_decision(
    change: &mut Change<'_>,
    item: Option<ItemId>,
    about: AccountId,
    (kind, reason): (&str, DecisionReason),
    note: &str,
    alone: bool,
) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO decision (item_id, about_id, kind, reason, note, decided_by, made_at, alone)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![item.map(|id| id.0), about.0, kind, reason.word(), note, me.0, now, alone],
    )?;
    Ok(())
}

/// Could somebody else than the viewer decide about what is this person's?
pub(super) fn is_anybody_else(look: &Snapshot<'_>, about: AccountId) -> Result<bool> {
    look.any("SELECT id FROM seen_decider WHERE about_id = ?1 LIMIT 1", [about.0])
}

/// How the item stood before the newest decision about it.
pub(super) fn came_from(change: &mut Change<'_>, item: ItemId, state: State) -> Result<()> {
    change.run(
        "UPDATE decision SET from_state = ?2 WHERE id = (SELECT max(id) FROM decision WHERE item_id = ?1)",
        params![item.0, state.word()],
    )?;
    Ok(())
}

/// Closes what is open about an item, but no worry about its author, and tells each reporter how it ended.
pub(super) fn close_reports(change: &mut Change<'_>, item: ItemId, outcome: Outcome) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    tell_each(change, Answered::Open(item), Some(item), outcome)?;
    let kept = if outcome == Outcome::Removed { "removed" } else { "kept" };
    change.run(
        "UPDATE report SET closed_at = ?2, closed_by = ?3, outcome = ?4
         WHERE item_id = ?1 AND closed_at IS NULL AND reason <> 'worried'",
        params![item.0, now, me.0, kept],
    )
}

/// Open pages of those whose reports are answered show it.
pub(super) fn touch_each(change: &mut Change<'_>, answered: Answered) -> Result<()> {
    for reporter in change.reporters(answered)? {
        change.touch(Topic::Notices(reporter), None);
    }
    Ok(())
}

/// Those whose reports are answered hear how it ended: not who is kept apart by now from whoever it was about.
fn tell_each(
    change: &mut Change<'_>,
    answered: Answered,
    item: Option<ItemId>,
    outcome: Outcome,
) -> Result<()> {
    let now = change.now_ms();
    for reporter in change.reporters(answered)? {
        change.run(
            "INSERT INTO notice (account_id, kind, item_id, reason, made_at) VALUES (?1, 'outcome', ?2, ?3, ?4)",
            params![reporter.0, item.map(|id| id.0), outcome.word(), now],
        )?;
        change.touch(Topic::Notices(reporter), None);
    }
    Ok(())
}

/// Those who were told that it was removed hear that it is there again, once.
pub(super) fn tell_restored(change: &mut Change<'_>, item: ItemId) -> Result<()> {
    tell_each(change, Answered::Removed(item), Some(item), Outcome::Restored)?;
    change.run("UPDATE report SET outcome = 'kept' WHERE item_id = ?1 AND outcome = 'removed'", [item.0])?;
    Ok(())
}

/// Does it stand behind a shield of staff's?
pub(super) fn is_shielded(look: &Snapshot<'_>, item: ItemId) -> Result<bool> {
    look.any("SELECT 1, kind FROM seen_at_desk WHERE id = ?1 AND (shield & 2) <> 0", [item.0])
}

/// Closes one report about a person, or of worry, and tells who reported; gives whom it was about. The case says who may.
pub(super) fn close_one(change: &mut Change<'_>, report: i64, acted: bool) -> Result<Option<AccountId>> {
    let found = change.one(
        "SELECT c.account_id, c.acted, c.sort FROM seen_report AS r JOIN seen_case AS c ON c.id = r.case_id
         WHERE r.id = ?1 AND r.closed_at IS NULL AND c.sort IN ('person', 'worry')",
        [report],
        |row| Ok((AccountId(row.get(0)?), row.get::<_, bool>(1)?, row.get::<_, String>(2)?)),
    )?;
    let Some((person, since, sort)) = found else { return Ok(None) };
    let outcome = match sort.as_str() {
        "worry" => Outcome::Cared,
        _ if acted || since => Outcome::Acted,
        _ => Outcome::Nothing,
    };
    let (me, now) = (change.me()?, change.now_ms());
    tell_each(change, Answered::One(report), None, outcome)?;
    change.run(
        "UPDATE report SET closed_at = ?2, closed_by = ?3, outcome = 'kept' WHERE id = ?1 AND closed_at IS NULL",
        params![report, now, me.0],
    )?;
    Ok(Some(person))
}

pub(super) fn tell_author(
    change: &mut Change<'_>,
    item: ItemId,
    author: AccountId,
    kind: &str,
    reason: &str,
) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, item_id, reason, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![author.0, kind, item.0, reason, now],
    )?;
    Ok(())
}

/// What somebody is about to report, as they see it.
pub(super) struct Reported {
    pub kind: Kind,
    pub author: AccountId,
    pub author_name: String,
    pub author_username: String,
    pub body: String,
}

/// The item, if the viewer sees it.
pub(super) fn reported(look: &Snapshot<'_>, item: ItemId) -> Result<Reported> {
    look.found(
        "SELECT x.kind, x.author_id, a.shown_name, a.username, x.body
         FROM (SELECT 'post' AS kind, author_id, substr(body, 1, 400) AS body FROM seen_post WHERE id = ?1
               UNION ALL SELECT 'comment', author_id, substr(body, 1, 400) FROM seen_comment WHERE id = ?1
               UNION ALL SELECT 'comment', author_id, substr(body, 1, 400) FROM seen_photo_comment WHERE id = ?1
               UNION ALL SELECT 'album', author_id, title FROM seen_album WHERE id = ?1
               UNION ALL SELECT kind, author_id, title FROM seen_board WHERE id = ?1
               UNION ALL SELECT 'message', author_id, coalesce(nullif(substr(body, 1, 400), ''),
                           (SELECT group_concat(name, ', ') FROM seen_message_file WHERE message_id = ?1), '') FROM seen_message
                         WHERE id = ?1 AND author_id <> viewer()
               UNION ALL SELECT 'photo', author_id, alt FROM seen_photo WHERE id = ?1 LIMIT 1) AS x
         JOIN seen_person AS a ON a.id = x.author_id",
        [item.0],
        |row| {
            Ok(Reported {
                kind: Kind::parse(row.get_ref(0)?.as_str()?).unwrap_or(Kind::Post),
                author: AccountId(row.get(1)?),
                author_name: row.get(2)?,
                author_username: row.get(3)?,
                body: row.get(4)?,
            })
        },
    )
}

/// What a conversation that the viewer is in is called: the other of two, its own name, its group, or who is in it.
pub(super) fn conversation(look: &Snapshot<'_>, id: ItemId) -> Result<Option<String>> {
    look.one(
        "SELECT coalesce(nullif(c.name, ''), (SELECT name FROM seen_group WHERE id = c.group_id),
                (SELECT group_concat(shown_name, ', ') FROM (SELECT a.shown_name
                   FROM seen_participant AS p CROSS JOIN seen_person AS a ON a.id = p.account_id
                   WHERE p.conversation_id = c.id AND p.account_id <> viewer() LIMIT 3)), '')
         FROM seen_conversation AS c WHERE c.id = ?1",
        [id.0],
        |row| row.get(0),
    )
}

/// The sign-in name and shown name of a person the viewer sees.
pub(super) fn person(look: &Snapshot<'_>, id: AccountId) -> Result<(String, String)> {
    look.found("SELECT username, shown_name FROM seen_person WHERE id = ?1", [id.0], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}
