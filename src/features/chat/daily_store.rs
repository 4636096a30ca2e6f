//! How many messages somebody sends on one day of the box, where staff say how many those may be.

use crate::base::{Error, Problem, Result, Role, Topic, limits};
use crate::db::{Change, Snapshot, params};
use crate::features::{days, levels};

/// How many of the viewer's went today. The day is that which the box counts: a clock that jumps begins none.
fn sent(look: &Snapshot<'_>) -> Result<i64> {
    let today = days::today(look)?;
    look.number("SELECT messages FROM seen_sent_day WHERE day = ?1", [today])
}

/// How many messages the viewer may still send today; none where nobody said how many.
pub(super) fn left(look: &Snapshot<'_>) -> Result<Option<i64>> {
    match levels::limits(look)?.messages_day {
        Some(most) => Ok(Some((most - sent(look)?).max(0))),
        None => Ok(None),
    }
}

/// The viewer sends one: it is counted, also where nobody said how many those may be, so that what is said at noon counts the
/// morning.
///
/// # Errors
/// `Invalid` where all were sent that may be.
pub(super) fn take(change: &mut Change<'_>) -> Result<()> {
    if change.viewer().role() != Some(Role::Member) {
        return Ok(());
    }
    let left = left(change)?;
    if left == Some(0) {
        let most = levels::limits(change)?.messages_day.unwrap_or(0);
        return Err(Error::field("body", Problem::UsedUp { limit: usize::try_from(most).unwrap_or(0) }));
    }
    let (me, today) = (change.me()?, days::today(change)?);
    change.run(
        "INSERT INTO sent_day (account_id, day, messages) VALUES (?1, ?2, 1)
         ON CONFLICT (account_id) DO UPDATE SET messages = CASE WHEN day = excluded.day THEN messages + 1 ELSE 1 END, day = excluded.day",
        params![me.0, today],
    )?;
    // The open pages of who sends say how many are left, once these are few.
    if left.is_some_and(|left| left <= limits::MESSAGES_LEFT_SAID + 1) {
        change.touch(Topic::Voice(me), None);
    }
    Ok(())
}
