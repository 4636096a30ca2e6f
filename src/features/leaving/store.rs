//! The SQL of closing: who leaves, and until when they can come back.

use crate::base::{AccountId, Result, limits};
use crate::db::{Change, Snapshot, params};
use crate::features::days;

/// An account that closes, as its owner and staff who keep accounts see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// When that was asked for, milliseconds since 1970.
    pub asked_at: i64,
    /// The first day of the box on which it can be emptied.
    pub until_day: i64,
    /// Do the comments stay?
    pub comments_stay: bool,
    /// Did staff close it?
    pub by_staff: bool,
    /// When it was emptied.
    pub done_at: Option<i64>,
}

/// Whether and when this account closes.
///
/// # Errors
/// `Broken` if the database fails.
pub fn find(look: &Snapshot<'_>, id: AccountId) -> Result<Option<Closing>> {
    look.one(
        "SELECT asked_at, until_day, comments_stay, by_staff, done_at FROM seen_closing WHERE account_id = ?1",
        [id.0],
        |row| {
            Ok(Closing {
                asked_at: row.get(0)?,
                until_day: row.get(1)?,
                comments_stay: row.get(2)?,
                by_staff: row.get(3)?,
                done_at: row.get(4)?,
            })
        },
    )
}

/// It closes from now on; one that closes already goes on as it was, but for staff, who leave no way back.
pub(super) fn insert(
    change: &mut Change<'_>,
    id: AccountId,
    comments_stay: bool,
    by_staff: bool,
) -> Result<()> {
    let (now, until) = (change.now_ms(), days::today(change)? + limits::CLOSING_DAYS);
    change.run(
        "INSERT INTO closing (account_id, asked_at, until_day, comments_stay, by_staff) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET by_staff = max(by_staff, excluded.by_staff)",
        params![id.0, now, until, comments_stay, by_staff],
    )?;
    Ok(())
}

/// It closes no more, unless it is being emptied already.
pub(super) fn delete(change: &mut Change<'_>, id: AccountId) -> Result<usize> {
    change.run(
        "DELETE FROM closing WHERE account_id = ?1 AND step = 0 AND after_id = 0 AND done_at IS NULL",
        [id.0],
    )
}
