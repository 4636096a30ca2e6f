//! What forms say beforehand: whether what is written there will wait, and where nobody writes now.

use super::{Where, store};
use crate::base::{Approval, Audience, GroupId, ItemId, Result, Role, Rules};
use crate::db::Snapshot;

/// What will become of what the viewer writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Waits {
    /// It appears at once, unless a rule for words holds it.
    #[default]
    Nothing,
    /// What carries a photo or a document waits.
    Photos,
    /// Everything waits.
    All,
    /// Everything does, since the account is new.
    First {
        /// How many first things wait.
        all: i64,
        /// How many of them were let be seen; fewer than `all`.
        passed: i64,
    },
}

impl Waits {
    /// What becomes of what is only words: no photo and no document is in it.
    pub fn of_words(self) -> Waits {
        if self == Waits::Photos { Waits::Nothing } else { self }
    }

    /// A number for each, 0 for nothing, by which an open page says what it shows. Less than 1,000 times 1,000.
    pub fn number(self) -> i64 {
        match self {
            Waits::Nothing => 0,
            Waits::Photos => 1,
            Waits::All => 2,
            Waits::First { all, passed } => (all + 1) * 1_000 + passed,
        }
    }
}

/// What a form there says of it. `rules` may be those of the request, which know of the viewer already. Staff never wait; where
/// members write nothing there is no form, and nothing to say.
///
/// # Errors
/// `Broken` if the database fails.
pub fn waits(look: &Snapshot<'_>, rules: &Rules, place: Where<'_>) -> Result<Waits> {
    if look.viewer().role() != Some(Role::Member) {
        return Ok(Waits::Nothing);
    }
    let there = match place {
        Where::Group(group) => store::in_group(look, group)?,
        Where::To(Audience::Groups(groups)) => {
            let each = groups.iter().map(|group| store::in_group(look, *group));
            each.collect::<Result<Vec<_>>>()?.into_iter().fold(Approval::Open, Approval::max)
        }
        Where::Under(item) => store::over(look, item)?,
        Where::Apart | Where::To(_) => Approval::Open,
    };
    let all = i64::from(rules.first_waits);
    let passed = if all > 0 { store::shown(look, all)? } else { 0 };
    Ok(of(rules.approval.max(there).max(look.own_level()?), all, passed))
}

/// What somebody is told where it is so strict, of whose first things so many were let be seen.
fn of(strict: Approval, all: i64, passed: i64) -> Waits {
    match strict {
        Approval::HoldAll => Waits::All,
        Approval::Open | Approval::HoldPhotos if passed < all => Waits::First { all, passed },
        Approval::HoldPhotos => Waits::Photos,
        Approval::Open | Approval::ReadOnly => Waits::Nothing,
    }
}

/// Can members write nothing now in the group in which this thing stands: does it rest, or is it there to read? Staff always can.
/// Only for a thing that the viewer sees.
///
/// # Errors
/// `Broken` if the database fails.
pub fn rests(look: &Snapshot<'_>, item: ItemId) -> Result<bool> {
    Ok(look.viewer().role() == Some(Role::Member) && store::over(look, item)? == Approval::ReadOnly)
}

/// Have staff said of the viewer that they make nothing? A page goes by its session, which says the same.
///
/// # Errors
/// `Broken` if the database fails.
pub fn makes_nothing(look: &Snapshot<'_>) -> Result<bool> {
    let is_member = look.viewer().role() == Some(Role::Member);
    Ok(look.only_reads()? || is_member && look.own_level()? == Approval::ReadOnly)
}

/// Those of these things of which [`rests`] says so: for a page that shows many, in one statement.
///
/// # Errors
/// `Broken` if the database fails.
pub fn resting(look: &Snapshot<'_>, items: &[ItemId]) -> Result<Vec<ItemId>> {
    if look.viewer().role() != Some(Role::Member) || items.is_empty() {
        return Ok(Vec::new());
    }
    store::resting(look, items)
}

/// As [`rests`], of a group that the viewer is in.
///
/// # Errors
/// `Broken` if the database fails.
pub fn group_rests(look: &Snapshot<'_>, group: GroupId) -> Result<bool> {
    Ok(look.viewer().role() == Some(Role::Member) && store::in_group(look, group)? == Approval::ReadOnly)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Approval::{HoldAll, HoldPhotos, Open, ReadOnly};

    #[test]
    fn what_holds_for_ever_is_said_before_what_holds_for_who_is_new() {
        for passed in 0..3 {
            assert_eq!(of(HoldAll, 3, passed), Waits::All);
            assert_eq!(of(Open, 3, passed), Waits::First { all: 3, passed });
            assert_eq!(of(HoldPhotos, 3, passed), Waits::First { all: 3, passed });
            assert_eq!(of(ReadOnly, 3, passed), Waits::Nothing);
        }
        assert_eq!((of(Open, 3, 3), of(HoldPhotos, 3, 3)), (Waits::Nothing, Waits::Photos));
        assert_eq!((of(Open, 0, 0), of(HoldPhotos, 0, 0)), (Waits::Nothing, Waits::Photos));
    }
}
