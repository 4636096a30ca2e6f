//! Hearing of later comments under a post, or not: everybody's own choice, which nobody else sees.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{Following, following};
pub use views::choice;

use crate::base::{AccountId, Error, ItemId, Result, limits};
use crate::db::Change;

crate::words! {
    /// What somebody wants to hear of later comments.
    Wish {
        /// All of them.
        Follow = "follow",
        /// None.
        Mute = "mute",
        /// What everybody hears who wrote there.
        Usual = "usual",
    }
}

/// The viewer wants to hear this of later comments under a post they see.
///
/// # Errors
/// `NotFound` where they do not see it.
pub fn wish(change: &mut Change<'_>, post: ItemId, wish: Wish) -> Result<()> {
    if !store::is_seen(change, post)? {
        return Err(Error::NotFound);
    }
    store::set(change, post, wish)?;
    change.about("post", post.0);
    Ok(())
}

/// Whom to tell of a new comment: those told anyway, then those who follow the post; nobody who muted it.
/// Whether somebody still sees it is asked when they are told.
///
/// # Errors
/// `Broken` if the database fails.
pub fn listeners(change: &Change<'_>, post: ItemId, anyway: &[AccountId]) -> Result<Vec<AccountId>> {
    let followers = change.followers(post, true, limits::FOLLOWERS_TOLD_MAX)?;
    Ok(without(anyway, &followers, &muters(change, post)?))
}

/// Those who want to hear of no comment under this post.
///
/// # Errors
/// `Broken` if the database fails.
pub fn muters(change: &Change<'_>, post: ItemId) -> Result<Vec<AccountId>> {
    change.followers(post, false, usize::MAX)
}

fn without(anyway: &[AccountId], followers: &[AccountId], muted: &[AccountId]) -> Vec<AccountId> {
    let mut list: Vec<AccountId> = Vec::new();
    for who in anyway.iter().chain(followers) {
        if !list.contains(who) && !muted.contains(who) {
            list.push(*who);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_follows_hears_once_and_who_muted_does_not() {
        let ids = |list: &[i64]| list.iter().copied().map(AccountId).collect::<Vec<_>>();
        assert_eq!(without(&ids(&[1, 2]), &ids(&[2, 3, 4]), &ids(&[1, 4])), ids(&[2, 3]));
    }
}
