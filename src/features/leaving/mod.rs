//! Closing one's account: hidden at once, a time in which one can come back, and then emptied for good.

mod age_store;
mod empty_store;
mod pages;
mod store;
mod views;

pub use age_store::{Aged, Cleared, clear, clear_kept, count};
pub use pages::routes;
pub use store::{Closing, find};

use super::accounts;
use super::notices::{self, NoticeKind};
use crate::base::{AccountId, Act, Error, Problem, Result, Role, Rules, Standing, Topic, limits};
use crate::db::{Change, Db, Viewer};
use crate::lang::Lang;

/// What becomes of one's comments under what others posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comments {
    /// They go with all else.
    Go,
    /// They stay, and say of their author only that somebody left.
    Stay,
}

/// The viewer closes their account: others see nothing of it from now on, and after [`limits::CLOSING_DAYS`] days of the box
/// it is emptied. Every other session ends.
///
/// # Errors
/// `Forbidden` where the house does not let people close their accounts; `Invalid` for the last owner.
pub fn close(change: &mut Change<'_>, rules: &Rules, comments: Comments, session: i64) -> Result<()> {
    let me = change.me()?;
    if !rules.closing {
        return Err(Error::Forbidden);
    }
    if change.viewer().role() == Some(Role::Owner) && accounts::owners(change)? < 2 {
        return Err(Error::field("", Problem::LastOwner));
    }
    let stay = comments == Comments::Stay && rules.comments_stay;
    store::insert(change, me, stay, false)?;
    accounts::end_sessions(change, me, Some(session))?;
    notices::tell_of_box(change, me, NoticeKind::Closing)?;
    change.about("account", me.0);
    change.touch(Topic::Voices, None);
    Ok(())
}

/// The viewer comes back in time: everything is as it was.
///
/// # Errors
/// `NotFound` where the viewer's account does not close, or is being emptied.
pub fn stay(change: &mut Change<'_>) -> Result<()> {
    let me = change.me()?;
    if store::delete(change, me)? == 0 {
        return Err(Error::NotFound);
    }
    change.about("account", me.0);
    change.touch(Topic::Voices, None);
    Ok(())
}

/// Staff gave an account another standing: one that has left closes as if its owner had closed it, and one that is
/// brought back in time does not close any more.
///
/// # Errors
/// `Forbidden` for bringing back what is being emptied already.
pub fn stood(change: &mut Change<'_>, id: AccountId, standing: Standing) -> Result<()> {
    if standing == Standing::Left {
        return store::insert(change, id, false, true);
    }
    if store::delete(change, id)? == 0 && store::find(change, id)?.is_some() {
        return Err(Error::Forbidden);
    }
    Ok(())
}

/// Empties accounts whose time is over, a little at a time, each little a write of its own, so that nobody waits long and a box
/// that stops goes on where it was. Gives whether there is more to do at once.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn work(db: &Db, rules: &Rules) -> Result<bool> {
    let language = rules.language.clone();
    let step = move |change: &mut Change<'_>| {
        let somebody = Lang::find(&language).unwrap_or(Lang::english()).leaving_somebody();
        let Some(due) = empty_store::due(change)? else {
            return empty_store::look_at_kept(change);
        };
        let done = empty_store::step(change, &due, somebody)?;
        if done {
            change.becomes(Act::EmptyAccount);
            change.about("account", due.account.0);
        }
        Ok(true)
    };
    db.write(&Viewer::the_box(), Act::NoteClosing, step).await
}

/// Days of the box that are left until an account is emptied.
pub fn days_left(closing: &Closing, today: i64) -> i64 {
    closing.until_day.saturating_sub(today).clamp(0, limits::CLOSING_DAYS)
}
