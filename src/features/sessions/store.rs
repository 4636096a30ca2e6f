//! The SQL of sessions: the only place that names `seen_sign_in` besides the database floor.

use super::{Found, Kept};
use crate::base::{AccountId, Result, Standing, limits};
use crate::db::{Change, Snapshot, params};

/// One of a person's sessions, as they and staff who keep accounts see it.
pub struct Live {
    /// Its row.
    pub id: i64,
    /// The browser in plain words.
    pub device: String,
    /// The address from which it was begun.
    pub address: String,
    /// When it was begun, milliseconds since 1970.
    pub begun_at: i64,
    /// When it was last noted as used, milliseconds since 1970.
    pub used_at: i64,
}

pub(super) fn find_for_sign_in(look: &Snapshot<'_>, username: &str) -> Result<Option<Found>> {
    look.one("SELECT id, password_hash, standing FROM seen_sign_in WHERE username = ?1", [username], |row| {
        let standing = Standing::parse(row.get_ref(2)?.as_str()?);
        Ok(Found {
            account: AccountId(row.get(0)?),
            password_hash: row.get(1)?,
            may_sign_in: standing.is_some_and(Standing::may_sign_in),
            suspended: standing == Some(Standing::Suspended),
        })
    })
}

/// What staff said when they suspended somebody: for whoever has just typed the right password.
pub(super) fn kept_out(look: &Snapshot<'_>, account: AccountId) -> Result<Option<Kept>> {
    look.one(
        "SELECT reason, words, until_at FROM seen_sign_in_sanction WHERE account_id = ?1",
        [account.0],
        |row| Ok(Kept { reason: row.get(0)?, words: row.get(1)?, until_ms: row.get(2)? }),
    )
}

/// The viewer's own password hash, to check the present password before it is changed.
pub(super) fn own_hash(look: &Snapshot<'_>) -> Result<String> {
    let me = look.me()?;
    look.found("SELECT password_hash, username FROM seen_sign_in WHERE id = ?1", [me.0], |row| row.get(0))
}

pub(super) fn of(look: &Snapshot<'_>, account: AccountId) -> Result<Vec<Live>> {
    let now = look.now_ms();
    look.list(
        "SELECT id, device, address, begun_at, used_at FROM session
         WHERE account_id = ?1 AND ends_at > ?2 AND used_at > ?3 ORDER BY id DESC LIMIT 100",
        params![account.0, now, now - limits::SESSION_IDLE_MS],
        |row| {
            let (id, device, address) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Live { id, device, address, begun_at: row.get(3)?, used_at: row.get(4)? })
        },
    )
}

pub(super) fn insert(
    change: &mut Change<'_>,
    account: AccountId,
    token_hash: [u8; 32],
    device: &str,
    address: &str,
    ends_at: i64,
) -> Result<i64> {
    let now = change.now_ms();
    change.insert(
        "INSERT INTO session (token_hash, account_id, device, address, begun_at, used_at, ends_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)",
        params![&token_hash[..], account.0, device, address, now, ends_at],
    )
}

pub(super) fn delete(change: &mut Change<'_>, account: AccountId, session: i64) -> Result<usize> {
    change.run("DELETE FROM session WHERE id = ?1 AND account_id = ?2", params![session, account.0])
}

/// Takes away sessions that have ended, a few at a time.
pub(super) fn sweep(change: &mut Change<'_>, now: i64) -> Result<()> {
    change.run(
        "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE ends_at <= ?1 ORDER BY ends_at LIMIT 20)",
        [now],
    )?;
    Ok(())
}
