//! Reactions: one a person a thing, taken back by pressing it again.

mod pages;
mod store;
mod views;

pub use pages::routes;

use super::notices::{self, NoticeKind};
use crate::base::{AccountId, Act, Error, ItemId, Kind, Result, Rules, State, Topic};
use crate::db::Change;
use crate::features::levels::{self, Where};

crate::words! {
    /// What somebody thinks of something, in one sign.
    ReactionKind {
        /// A heart.
        Heart = "heart",
        /// A thumb up.
        Thumb = "thumb",
        /// A laugh.
        Laugh = "laugh",
        /// Amazement.
        Wow = "wow",
        /// Thanks.
        Thanks = "thanks",
    }
}

/// What pressing a sign does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Press {
    /// It is set, in place of another if there was one.
    Set,
    /// The same again: it is taken back.
    TakeBack,
}

fn press(before: Option<ReactionKind>, pressed: ReactionKind) -> Press {
    if before == Some(pressed) { Press::TakeBack } else { Press::Set }
}

/// The viewer presses a sign under a post, photo or comment they see: sets it, replaces another, or takes the
/// same one back. Its author is told once, and not of taking back.
///
/// # Errors
/// `NotFound` where there is no such thing for this viewer; `Forbidden` where it is not shown to others, or the viewer makes
/// nothing there.
pub fn react(
    change: &mut Change<'_>,
    rules: &Rules,
    kind: Kind,
    item: ItemId,
    pressed: ReactionKind,
) -> Result<()> {
    let target = store::target(change, kind, item)?;
    if target.state != State::Shown {
        return Err(Error::Forbidden);
    }
    toggle(change, rules, kind, (item, target.author), pressed)?;
    change.touch(Topic::Reactions(target.root.id()), Some(item));
    Ok(())
}

/// As [`react`], on something of which the caller knows that the viewer sees it and may react; whoever has it open
/// is told by the caller.
///
/// # Errors
/// `Forbidden` where the viewer makes nothing; what they gave they take back everywhere.
pub fn toggle(
    change: &mut Change<'_>,
    rules: &Rules,
    kind: Kind,
    (item, author): (ItemId, AccountId),
    pressed: ReactionKind,
) -> Result<()> {
    match press(store::mine(change, item)?, pressed) {
        Press::TakeBack => {
            store::remove(change, item)?;
            notices::take_back(change, author, NoticeKind::Reaction, item)?;
            change.becomes(Act::Unreact);
        }
        Press::Set => {
            levels::check_may_make(change, rules, Where::Under(item))?;
            store::set(change, item, pressed)?;
            notices::tell_once(change, author, NoticeKind::Reaction, item)?;
        }
    }
    change.about(kind.word(), item.0);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::posts::reaction_kinds;
    use crate::lang::Lang;

    #[test]
    fn the_same_sign_again_takes_it_back_and_another_replaces_it() {
        use ReactionKind::{Heart, Wow};
        assert_eq!(press(None, Heart), Press::Set);
        assert_eq!(press(Some(Heart), Heart), Press::TakeBack);
        assert_eq!(press(Some(Heart), Wow), Press::Set);
    }

    #[test]
    fn every_sign_on_the_page_can_be_pressed() {
        let offered = reaction_kinds(Lang::english()).map(|(word, ..)| word);
        let known: Vec<&str> = ReactionKind::ALL.iter().map(|kind| kind.word()).collect();
        assert_eq!(known, offered);
    }
}
