//! The session of a request: whose it is, and what every page needs to know of them.

use super::{Frozen, Session, Stop};
use crate::base::{AccountId, Approval, Duties, GroupId, Role, Standing, limits};
use rusqlite::Connection;

/// The partial index has what is stopped now and nothing else; mostly that is nothing.
const FROZEN: &str = "SELECT group_id, group_name, words FROM seen_freeze
    ORDER BY group_id IS NOT NULL, id DESC LIMIT ?1";

/// The session with this token hash, if it stands at this moment: nothing of it was asked of what its account sees.
pub(super) fn standing_session(
    sql: &Connection,
    token_hash: &[u8; 32],
    now: i64,
) -> rusqlite::Result<Option<Session>> {
    let mut asked = sql.prepare_cached(
        "SELECT s.id, s.account_id, a.username, a.shown_name, a.role, a.duties, a.standing, a.picture, a.language,
                a.theme, a.text_size, a.must_choose, s.device, s.used_at, a.read_aloud, a.keys, a.closing, a.open_shields,
                s.ends_at, a.leads, a.quiet_sound, a.timed,
                a.charter_read, s.charter, a.stops, a.level
         FROM session AS s JOIN seen_sign_in AS a ON a.id = s.account_id
         WHERE s.token_hash = ?1 AND s.ends_at > ?2 AND s.used_at > ?3",
    )?;
    let mut rows = asked.query(rusqlite::params![&token_hash[..], now, now - limits::SESSION_IDLE_MS])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let standing = Standing::parse(row.get_ref(6)?.as_str()?);
    if !standing.is_some_and(Standing::may_sign_in) {
        return Ok(None);
    }
    let account: i64 = row.get(1)?;
    let role = Role::parse(row.get_ref(4)?.as_str()?).unwrap_or(Role::Member);
    let duties = Duties::parse(row.get_ref(5)?.as_str()?);
    Ok(Some(Session {
        id: row.get(0)?,
        account: AccountId(account),
        username: row.get(2)?,
        shown_name: row.get(3)?,
        role,
        duties,
        read_only: standing == Some(Standing::ReadOnly),
        picture: row.get(7)?,
        language: row.get(8)?,
        theme: row.get(9)?,
        text_size: row.get(10)?,
        open_shields: row.get(17)?,
        must_choose: row.get(11)?,
        closing: row.get(16)?,
        device: row.get(12)?,
        used_at: row.get(13)?,
        ends_at: row.get(18)?,
        leads: row.get(19)?,
        read_aloud: row.get(14)?,
        keys: row.get(15)?,
        quiet_sound: row.get(20)?,
        charter_read: row.get(22)?,
        charter_here: row.get(23)?,
        level: Approval::parse(row.get_ref(25)?.as_str()?).unwrap_or(Approval::ReadOnly),
        timed: groups(row.get_ref(21)?.as_str_or_null()?),
        stops: stops(row.get_ref(24)?.as_str_or_null()?),
        frozen: Vec::new(),
        resting: Vec::new(),
        unread: 0,
        chats: 0,
    }))
}

/// What is stopped, as whoever looks sees it: the site first.
pub(super) fn frozen(sql: &Connection) -> rusqlite::Result<Vec<Frozen>> {
    let mut asked = sql.prepare_cached(FROZEN)?;
    let rows = asked.query_map([limits::FROZEN_SHOWN_MAX], |row| {
        let group = row.get::<_, Option<i64>>(0)?.map(GroupId);
        Ok(Frozen { group: group.zip(Some(row.get(1)?)), words: row.get(2)? })
    })?;
    rows.collect()
}

/// The groups of whoever looks in which members make nothing now. Mostly no group rests at all: that is asked first.
pub(super) const RESTING: &str = "SELECT DISTINCT group_id FROM seen_strict_group
    WHERE EXISTS (SELECT 1 FROM seen_any_rest) AND approval = 'read_only' ORDER BY group_id";

/// The same, while a session is looked at.
pub(super) fn resting(sql: &Connection) -> rusqlite::Result<Vec<GroupId>> {
    let mut asked = sql.prepare_cached(RESTING)?;
    let rows = asked.query_map([], |row| row.get(0).map(GroupId))?;
    rows.collect()
}

/// What staff have set about the account, as `group_concat` gives it: `no_photos:1764244800000,read_only:`.
fn stops(words: Option<&str>) -> Vec<Stop> {
    let words = words.unwrap_or_default().split(',').filter_map(|word| word.split_once(':'));
    words.map(|(kind, until)| Stop { kind: kind.to_owned(), until_ms: until.parse().ok() }).collect()
}

/// Groups as `group_concat` gives them.
fn groups(words: Option<&str>) -> Vec<GroupId> {
    words.unwrap_or_default().split(',').filter_map(|id| id.parse().ok()).map(GroupId).collect()
}
