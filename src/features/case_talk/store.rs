//! The SQL of talk inside a case.

use super::Concern;
use crate::base::{AccountId, ItemId, Kind, Result};
use crate::db::{Change, Row, Snapshot, params};
use std::collections::HashMap;

/// With how many people of a case talk is shown, and how many cases of one thing.
const TALKS_MAX: i64 = 100;
/// Messages shown on one page: all of five who wrote as much as can be.
const MESSAGES_SHOWN: i64 = 1_000;
/// Talks of the viewer that their list shows.
const MINE_MAX: i64 = 50;

/// One message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its number.
    pub id: i64,
    /// Staff wrote it.
    pub by_staff: bool,
    /// Who wrote it: of staff, not for whom they wrote to.
    pub by: Option<AccountId>,
    /// What it says.
    pub words: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// What staff and somebody said in a case, as staff see it.
#[derive(Clone, Debug)]
pub struct Talk {
    /// Its number.
    pub id: i64,
    /// The case.
    pub case: i64,
    /// With whom.
    pub who: AccountId,
    /// How the case concerns them.
    pub concern: Concern,
    /// The oldest first.
    pub messages: Vec<Message>,
}

/// The same, as whom staff wrote to sees it.
#[derive(Clone, Debug)]
pub struct Mine {
    /// Its number.
    pub id: i64,
    /// The number of the case.
    pub case: i64,
    /// How it concerns the viewer.
    pub concern: Concern,
    /// What the case is about, where it is about a thing.
    pub kind: Option<Kind>,
    /// Can it be answered?
    pub open: bool,
    /// Since when, milliseconds since 1970.
    pub at_ms: i64,
}

fn talk(row: &Row<'_>) -> rusqlite::Result<Talk> {
    Ok(Talk {
        id: row.get(0)?,
        case: row.get(1)?,
        who: AccountId(row.get(2)?),
        concern: Concern::parse(row.get_ref(3)?.as_str()?).unwrap_or(Concern::Other),
        messages: Vec::new(),
    })
}

fn message(row: &Row<'_>) -> rusqlite::Result<Message> {
    Ok(Message {
        id: row.get(0)?,
        by_staff: row.get(1)?,
        words: row.get(2)?,
        at_ms: row.get(3)?,
        by: row.get::<_, Option<i64>>(4)?.map(AccountId),
    })
}

const OF_CASES: &str = "SELECT id, case_id, account_id, part FROM seen_case_talk
     WHERE case_id IN (SELECT value FROM json_each(?1)) ORDER BY id LIMIT ?2";
const MESSAGES: &str = "SELECT id, by_staff, words, made_at, author_id, talk_id FROM seen_case_message
     WHERE talk_id IN (SELECT value FROM json_each(?1)) ORDER BY id LIMIT ?2";
const OF_ITEM: &str =
    "SELECT id FROM seen_case WHERE item_id = ?1 AND sort = 'item' ORDER BY id DESC LIMIT ?2";

/// All that was said in these cases, as far as the viewer sees them and they are not about themselves. Two statements.
///
/// # Errors
/// `Broken` if the database fails.
pub fn of_cases(look: &Snapshot<'_>, cases: &[i64]) -> Result<Vec<Talk>> {
    let list = |ids: Vec<i64>| serde_json::Value::from(ids).to_string();
    let mut talks = look.list(OF_CASES, params![list(cases.to_vec()), TALKS_MAX], talk)?;
    if talks.is_empty() {
        return Ok(talks);
    }
    let places: HashMap<i64, usize> = talks.iter().enumerate().map(|(at, talk)| (talk.id, at)).collect();
    let ids = list(talks.iter().map(|talk| talk.id).collect());
    let said =
        look.list(MESSAGES, params![ids, MESSAGES_SHOWN], |row| Ok((row.get::<_, i64>(5)?, message(row)?)))?;
    for (id, message) in said {
        if let Some(talk) = places.get(&id).and_then(|at| talks.get_mut(*at)) {
            talk.messages.push(message);
        }
    }
    Ok(talks)
}

/// All that was said in the cases of this thing, of now and before. Three statements.
///
/// # Errors
/// `Broken` if the database fails.
pub fn of_item(look: &Snapshot<'_>, item: ItemId) -> Result<Vec<Talk>> {
    let cases = look.list(OF_ITEM, params![item.0, TALKS_MAX], |row| row.get(0))?;
    of_cases(look, &cases)
}

/// The case of a talk that staff see.
///
/// # Errors
/// `NotFound` where it is not theirs to see.
pub fn case_of(look: &Snapshot<'_>, talk: i64) -> Result<i64> {
    look.found("SELECT case_id FROM seen_case_talk WHERE id = ?1", [talk], |row| row.get(0))
}

/// The talk with this person in this case, begun if there is none.
pub(super) fn begin(change: &mut Change<'_>, case: i64, who: AccountId, concern: Concern) -> Result<i64> {
    let now = change.now_ms();
    change.run(
        "INSERT OR IGNORE INTO case_talk (case_id, account_id, part, begun_at) VALUES (?1, ?2, ?3, ?4)",
        params![case, who.0, concern.word(), now],
    )?;
    let sql = "SELECT id, part FROM seen_case_talk WHERE case_id = ?1 AND account_id = ?2";
    change.found(sql, [case, who.0], |row| row.get(0))
}

pub(super) fn count(look: &Snapshot<'_>, talk: i64) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_case_message WHERE talk_id = ?1", [talk])
}

pub(super) fn count_mine(look: &Snapshot<'_>, talk: i64) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_my_case_message WHERE talk_id = ?1", [talk])
}

pub(super) fn insert(change: &mut Change<'_>, talk: i64, by_staff: bool, words: &str) -> Result<i64> {
    let (me, now) = (change.me()?, change.now_ms());
    change.insert(
        "INSERT INTO case_message (talk_id, author_id, by_staff, words, made_at, with_id)
         VALUES (?1, ?2, ?3, ?4, ?5, (SELECT account_id FROM case_talk WHERE id = ?1))",
        params![talk, me.0, by_staff, words, now],
    )
}

fn own(row: &Row<'_>) -> rusqlite::Result<Mine> {
    let kind: Option<String> = row.get(3)?;
    Ok(Mine {
        id: row.get(0)?,
        case: row.get(1)?,
        concern: Concern::parse(row.get_ref(2)?.as_str()?).unwrap_or(Concern::Other),
        kind: kind.and_then(|kind| Kind::parse(&kind)),
        open: row.get(4)?,
        at_ms: row.get(5)?,
    })
}

/// A talk of the viewer's.
pub(super) fn find_mine(look: &Snapshot<'_>, talk: i64) -> Result<Mine> {
    let sql = "SELECT id, case_id, part, kind, open, begun_at FROM seen_my_case_talk WHERE id = ?1";
    look.found(sql, [talk], own)
}

/// What was said in it, the oldest first.
pub(super) fn said_to_me(look: &Snapshot<'_>, talk: i64) -> Result<Vec<Message>> {
    look.list(TO_ME, params![talk, MESSAGES_SHOWN], message)
}

const TO_ME: &str = "SELECT id, by_staff, words, made_at, NULL FROM seen_my_case_message WHERE talk_id = ?1 ORDER BY id LIMIT ?2";
const MINE: &str = "SELECT id, case_id, part, kind, open, begun_at FROM seen_my_case_talk
     WHERE account_id = ?1 ORDER BY id DESC LIMIT ?2";

/// The newest talks of the viewer's.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn mine(look: &Snapshot<'_>) -> Result<Vec<Mine>> {
    look.list(MINE, params![look.me()?.0, MINE_MAX], own)
}

const TAKEN: &str = "SELECT id, case_id, part, kind, open, begun_at FROM seen_my_case_talk
     WHERE account_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
const SAID: &str = "SELECT id, by_staff, words, made_at, NULL, talk_id FROM seen_my_case_message
     WHERE talk_id IN (SELECT value FROM json_each(?1)) ORDER BY id";

/// The viewer's talks after this one with what was said in each, the oldest first, as their pages show them. Two statements.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn taken_along(look: &Snapshot<'_>, after: i64, most: usize) -> Result<Vec<(Mine, Vec<Message>)>> {
    let talks = look.list(TAKEN, params![look.me()?.0, after, most as i64], own)?;
    let ids = serde_json::Value::from(talks.iter().map(|talk| talk.id).collect::<Vec<_>>()).to_string();
    let mut said: HashMap<i64, Vec<Message>> = HashMap::new();
    for (talk, message) in look.list(SAID, [ids], |row| Ok((row.get::<_, i64>(5)?, message(row)?)))? {
        said.entry(talk).or_default().push(message);
    }
    Ok(talks.into_iter().map(|talk| (talk.clone(), said.remove(&talk.id).unwrap_or_default())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn what_is_said_in_cases_is_found_down_an_index() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), String::new());
        let plans = db.read(&owner, |look| {
            Ok([
                look.plan(OF_CASES, params!["[1]", 9])?,
                look.plan(MESSAGES, params!["[1]", 9])?,
                look.plan(OF_ITEM, [1, 9])?,
                look.plan(TO_ME, [1, 9])?,
                look.plan(MINE, [1, 9])?,
                look.plan(TAKEN, [1, 0, 9])?,
                look.plan(SAID, ["[1]"])?,
            ])
        });
        for plan in plans.await.expect("plans") {
            for line in &plan {
                let walked = line.starts_with("SCAN")
                    && !["USING", "CONSTANT ROW", "json_each"].iter().any(|known| line.contains(known));
                assert!(!walked, "{plan:#?}");
            }
        }
        db.close();
    }
}
