//! The SQL of pairs that staff let talk.

use crate::base::{AccountId, Result};
use crate::db::{Change, Snapshot, params};

/// Pairs of one person that a page shows.
const PAIRS_MAX: i64 = 200;

/// Somebody with whom staff let a person talk.
#[derive(Clone, Debug)]
pub(super) struct Paired {
    pub id: AccountId,
    pub username: String,
    pub shown_name: String,
}

/// What staff said about the private talk of a person.
#[derive(Clone, Debug)]
pub(super) struct TalkOf {
    pub pairs: Vec<Paired>,
}

pub(super) fn talk_of(look: &Snapshot<'_>, id: AccountId) -> Result<TalkOf> {
    let pairs = look.list(
        "SELECT a.id, a.username, a.shown_name FROM seen_talk_pair AS p CROSS JOIN seen_person AS a ON a.id = p.other_id
         WHERE p.one_id = ?1
         UNION ALL
         SELECT a.id, a.username, a.shown_name FROM seen_talk_pair AS p CROSS JOIN seen_person AS a ON a.id = p.one_id
         WHERE p.other_id = ?1 LIMIT ?2",
        params![id.0, PAIRS_MAX],
        |row| Ok(Paired { id: AccountId(row.get(0)?), username: row.get(1)?, shown_name: row.get(2)? }),
    )?;
    Ok(TalkOf { pairs })
}

/// The account of this sign-in name.
pub(super) fn named(look: &Snapshot<'_>, username: &str) -> Result<Option<AccountId>> {
    look.one("SELECT id FROM seen_person WHERE username = ?1", [username], |row| row.get(0).map(AccountId))
}

pub(super) fn set_paired(
    change: &mut Change<'_>,
    one: AccountId,
    other: AccountId,
    paired: bool,
) -> Result<()> {
    let sql = if paired {
        "INSERT OR IGNORE INTO talk_pair (one_id, other_id) VALUES (?1, ?2)"
    } else {
        "DELETE FROM talk_pair WHERE one_id = ?1 AND other_id = ?2"
    };
    change.run(sql, [one.0.min(other.0), one.0.max(other.0)])?;
    Ok(())
}
