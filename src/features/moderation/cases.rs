//! Cases: what brings something before staff, and who looks at it. The database itself opens and closes them
//! (`db/schema/0032_cases.sql`), so that one is open exactly as long as something waits.

use super::cases_store as store;
use crate::base::{AccountId, Duty, Error, ItemId, Result, Topic};
use crate::db::{Change, Snapshot};

crate::words! {
    /// What a case is about, and so where it is worked on.
    CaseSort {
        /// Something that somebody made.
        Item = "item",
        /// Somebody who was reported.
        Person = "person",
        /// Somebody who asked for help, or about whom somebody worries.
        Worry = "worry",
        /// Words that were refused, or stand in no item.
        Words = "words",
        /// A cry for help that a rule for words found.
        Help = "help",
        /// A decision that somebody asks to be looked at again.
        Appeal = "appeal",
    }
}

/// Why something came before staff. A case keeps all its origins, added up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// It was reported.
    Report = 1,
    /// It waits to be seen.
    Held = 2,
    /// A rule for words matched.
    Words = 4,
    /// Staff acted where nothing waited.
    Staff = 8,
    /// Somebody asks to have a decision looked at again.
    Appeal = 16,
}

impl Origin {
    /// Is it among these, added up?
    pub fn is_in(self, origins: i64) -> bool {
        origins & self as i64 != 0
    }
}

/// What brings something before staff.
#[derive(Clone, Copy, Debug)]
pub struct Cause {
    /// What it is about.
    pub sort: CaseSort,
    /// The item, where it is about one.
    pub item: Option<ItemId>,
    /// Its author, or the person.
    pub account: AccountId,
    /// The number of what stands behind it, where neither item nor person say which it is: an appeal, the case of a word
    /// rule. Two causes with different numbers are two cases.
    pub refers: Option<i64>,
    /// Whose it is until it is overdue: Moderate or Safeguard.
    pub duty: Duty,
    /// Why.
    pub origin: Origin,
    /// 1 only good to know, 2 a concern, 3 urgent.
    pub severity: u8,
}

/// Brings something before staff: it joins the open case of the same thing, or opens one, which is due by the rules of the
/// house. What is reported, waits or was found by a rule for words comes there by itself, in the write that causes it.
///
/// # Errors
/// `Broken` if the database fails.
pub fn open(change: &mut Change<'_>, cause: &Cause) -> Result<()> {
    store::cause(change, cause)?;
    change.touch(Topic::Desk, cause.item);
    Ok(())
}

/// An open case, as the page that shows it needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenCase {
    /// Its number.
    pub id: i64,
    /// Until when it should be decided, milliseconds since 1970.
    pub due_ms: i64,
    /// Who looks at it, perhaps the viewer.
    pub looker: Option<AccountId>,
    /// And until when by the clock that is shown; 0 for nobody.
    pub until_ms: i64,
}

/// The open case of an item; of a person by its number; or of what stands behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Find {
    /// About this item, as something that was made.
    Item(ItemId),
    /// With this number.
    Case(i64),
    /// Of this sort, with this number behind it.
    Behind(CaseSort, i64),
}

/// The open case that the viewer sees, if there is one.
///
/// # Errors
/// `Broken` if the database fails.
pub fn open_case(look: &Snapshot<'_>, find: Find) -> Result<Option<OpenCase>> {
    store::open_case(look, find)
}

/// Does the viewer see an open case of this item, or of a second look at what was decided about it, whichever duties they hold?
pub(super) fn is_mine(look: &Snapshot<'_>, item: ItemId) -> Result<bool> {
    store::is_any_open(look, item)
}

/// The viewer looks at a case: for [`crate::base::limits::CLAIM_MS`] others see that they do. Nobody takes it from whoever
/// looks already; the same person goes on looking.
///
/// # Errors
/// `NotFound` where it is not theirs to see or closed, `Forbidden` where somebody else looks at it.
pub fn claim(change: &mut Change<'_>, case: i64) -> Result<()> {
    let me = change.me()?;
    let found = store::open_case(change, Find::Case(case))?.ok_or(Error::NotFound)?;
    if found.looker.is_some_and(|looker| looker != me) {
        return Err(Error::Forbidden);
    }
    store::set_looker(change, case)?;
    change.about("case", case);
    change.touch(Topic::Desk, None);
    Ok(())
}
