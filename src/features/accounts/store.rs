//! The SQL of accounts.

use super::NewAccount;
use crate::base::{AccountId, Duties, Problem, Result, Role, Standing};
use crate::db::{Change, Row, Snapshot, params};

/// An account as it itself and staff who keep accounts see it.
#[derive(Clone, Debug)]
pub struct Known {
    /// Whose it is.
    pub id: AccountId,
    /// Sign-in name.
    pub username: String,
    /// Shown name.
    pub shown_name: String,
    /// Role on this site.
    pub role: Role,
    /// Duties as granted.
    pub duties: Duties,
    /// Whether it may sign in.
    pub standing: Standing,
    /// Still has a one-time password.
    pub must_choose: bool,
    /// When it was made, milliseconds since 1970.
    pub made_at: i64,
}

const COLUMNS: &str = "id, username, shown_name, role, duties, standing, must_choose, made_at";

fn known(row: &Row<'_>) -> rusqlite::Result<Known> {
    Ok(Known {
        id: AccountId(row.get(0)?),
        username: row.get(1)?,
        shown_name: row.get(2)?,
        role: Role::parse(row.get_ref(3)?.as_str()?).unwrap_or(Role::Member),
        duties: Duties::parse(row.get_ref(4)?.as_str()?),
        standing: Standing::parse(row.get_ref(5)?.as_str()?).unwrap_or(Standing::Suspended),
        must_choose: row.get(6)?,
        made_at: row.get(7)?,
    })
}

/// The account with this id, where the viewer may see accounts.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: AccountId) -> Result<Known> {
    look.found(&format!("SELECT {COLUMNS} FROM seen_account WHERE id = ?1"), [id.0], known)
}

/// The account with this sign-in name, where the viewer may see accounts.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find_by_username(look: &Snapshot<'_>, username: &str) -> Result<Known> {
    look.found(&format!("SELECT {COLUMNS} FROM seen_account WHERE username = ?1"), [username], known)
}

/// The statements that list accounts: a test asks of each that it goes down an index.
pub(super) struct Lists {
    pub by_username: String,
    pub by_prefix: String,
    pub unused_slips: String,
    pub stopped: String,
    pub like: &'static str,
}

pub(super) fn lists() -> Lists {
    let list = format!("SELECT {COLUMNS} FROM seen_account");
    Lists {
        by_username: format!("{list} WHERE username > ?1 ORDER BY username LIMIT ?2"),
        // Two ways down two indexes.
        by_prefix: format!(
            "{list} WHERE username >= ?1 AND username < ?2 AND username > ?3
             UNION
             {list} WHERE shown_name COLLATE NOCASE >= ?4 AND shown_name COLLATE NOCASE < ?5 AND username > ?3
             ORDER BY username LIMIT ?6"
        ),
        unused_slips: format!(
            "{list} WHERE id IN
               (SELECT account_id FROM seen_unused_slip WHERE account_id > ?1 ORDER BY account_id LIMIT ?2)
             ORDER BY id"
        ),
        stopped: format!("{list} WHERE standing <> 'active' AND id > ?1 ORDER BY id LIMIT ?2"),
        // A tilde sorts after every sign that a username may have.
        like: "SELECT DISTINCT a.username FROM json_each(?1) AS b CROSS JOIN seen_account AS a
               WHERE a.username >= b.value AND a.username < b.value || '~'",
    }
}

/// Accounts in order of sign-in name, after this one.
///
/// # Errors
/// `Broken` if the database fails.
pub fn by_username(look: &Snapshot<'_>, after: &str, limit: usize) -> Result<Vec<Known>> {
    look.list(&lists().by_username, params![after, limit as i64], known)
}

/// Accounts whose sign-in name or shown name begins so, in order of sign-in name, after this one.
///
/// # Errors
/// `Broken` if the database fails.
pub fn by_prefix(look: &Snapshot<'_>, prefix: &str, after: &str, limit: usize) -> Result<Vec<Known>> {
    let name = prefix.to_lowercase();
    // The greatest character sorts after whatever can follow the prefix.
    let last = |text: &str| format!("{text}{}", char::MAX);
    let bounds = params![name, last(&name), after, prefix, last(prefix), limit as i64];
    look.list(&lists().by_prefix, bounds, known)
}

/// Accounts that still have the one-time password of a slip, by id, after this one.
///
/// # Errors
/// `Broken` if the database fails.
pub fn unused_slips(look: &Snapshot<'_>, after: AccountId, limit: usize) -> Result<Vec<Known>> {
    look.list(&lists().unused_slips, params![after.0, limit as i64], known)
}

/// How many accounts still have the one-time password of a slip.
///
/// # Errors
/// `Broken` if the database fails.
pub fn unused_slips_count(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_unused_slip", [])
}

/// Accounts that are not active (read-only, suspended, gone), by id, after this one.
///
/// # Errors
/// `Broken` if the database fails.
pub fn stopped(look: &Snapshot<'_>, after: AccountId, limit: usize) -> Result<Vec<Known>> {
    look.list(&lists().stopped, params![after.0, limit as i64], known)
}

/// How many accounts are not active.
///
/// # Errors
/// `Broken` if the database fails.
pub fn stopped_count(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_account WHERE standing <> 'active'", [])
}

/// Every sign-in name that begins with one of these: what a new name must not be.
///
/// # Errors
/// `Broken` if the database fails.
pub fn like(look: &Snapshot<'_>, beginnings: &[String]) -> Result<Vec<String>> {
    let beginnings = serde_json::to_string(beginnings).unwrap_or_default();
    look.list(lists().like, [beginnings], |row| row.get(0))
}

pub(super) fn insert(
    change: &mut Change<'_>,
    new: &NewAccount,
    hash: &str,
    one_time: bool,
) -> Result<AccountId> {
    let duties = new.duties.list().map(|duty| duty.word()).collect::<Vec<_>>().join(",");
    let now = change.now_ms();
    let id = change
        .insert(
            "INSERT INTO account (username, shown_name, role, duties, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![new.username, new.shown_name, new.role.word(), duties, now],
        )
        .map_err(|error| error.conflict_is("username", Problem::Taken))?;
    change.run(
        "INSERT INTO credential (account_id, password_hash, must_choose, changed_at) VALUES (?1, ?2, ?3, ?4)",
        params![id, hash, one_time, now],
    )?;
    Ok(AccountId(id))
}

pub(super) fn update(
    change: &mut Change<'_>,
    id: AccountId,
    name: &str,
    role: Role,
    duties: Duties,
) -> Result<()> {
    let duties = duties.list().map(|duty| duty.word()).collect::<Vec<_>>().join(",");
    change.run(
        "UPDATE account SET shown_name = ?2, role = ?3, duties = ?4 WHERE id = ?1",
        params![id.0, name, role.word(), duties],
    )?;
    Ok(())
}

/// Owners who can sign in and act, and whose accounts do not close.
///
/// # Errors
/// `Broken` if the database fails.
pub fn owners(change: &Change<'_>) -> Result<i64> {
    change.number(
        "SELECT count(*) FROM seen_account WHERE role = 'owner' AND standing = 'active'
           AND NOT EXISTS (SELECT 1 FROM seen_closing WHERE account_id = seen_account.id)",
        [],
    )
}

pub(super) fn set_standing(change: &mut Change<'_>, id: AccountId, standing: Standing) -> Result<()> {
    change.run("UPDATE account SET standing = ?2 WHERE id = ?1", params![id.0, standing.word()])?;
    Ok(())
}

/// The harder of the two holds.
pub(super) fn settle(change: &mut Change<'_>, id: AccountId) -> Result<()> {
    change.run(
        "UPDATE account SET standing = coalesce(
           (SELECT kind FROM sanction WHERE account_id = ?1 AND over_at IS NULL AND kind NOT IN ('note', 'warning')
              AND kind IN ('read_only', 'suspended') ORDER BY kind = 'suspended' DESC LIMIT 1), 'active')
         WHERE id = ?1 AND standing <> 'left'",
        [id.0],
    )?;
    Ok(())
}

/// What is set about an account says the same as its standing: active lifts what held, read-only and suspended hold until they are
/// lifted, and without a text. Of who has left nothing changes.
pub(super) fn set_or_lift(change: &mut Change<'_>, id: AccountId, standing: Standing) -> Result<()> {
    let (me, now) = (change.viewer().id().map(|me| me.0), change.now_ms());
    if standing != Standing::Left {
        change.run(
            "UPDATE sanction SET over_at = ?2, lifted_by = ?3
             WHERE account_id = ?1 AND over_at IS NULL AND kind NOT IN ('note', 'warning')
               AND kind IN ('read_only', 'suspended') AND kind <> ?4",
            params![id.0, now, me, standing.word()],
        )?;
    }
    if matches!(standing, Standing::ReadOnly | Standing::Suspended) {
        change.run(
            "INSERT OR IGNORE INTO sanction (account_id, kind, reason, words, made_by, made_at)
             VALUES (?1, ?2, 'other', '', ?3, ?4)",
            params![id.0, standing.word(), me, now],
        )?;
    }
    Ok(())
}

pub(super) fn set_password(change: &mut Change<'_>, id: AccountId, hash: &str, one_time: bool) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "UPDATE credential SET password_hash = ?2, must_choose = ?3, changed_at = ?4 WHERE account_id = ?1",
        params![id.0, hash, one_time, now],
    )?;
    Ok(())
}

/// Ends every session of an account, but for the one to keep.
///
/// # Errors
/// `Broken` if the database fails.
pub fn end_sessions(change: &mut Change<'_>, id: AccountId, keep: Option<i64>) -> Result<()> {
    change.run("DELETE FROM session WHERE account_id = ?1 AND id <> ?2", params![id.0, keep.unwrap_or(0)])?;
    Ok(())
}
