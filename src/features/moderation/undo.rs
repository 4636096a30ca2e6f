//! Taking back one's own last decision: a decision of its own, which stands in the record beside the first.

use super::{DecisionReason, own, store, undo_store};
use crate::base::{AccountId, Act, Error, ItemId, Kind, Result, State, Topic};
use crate::db::{Answered, Change, Snapshot};

/// The viewer's last decision, where it can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// Its number.
    pub id: i64,
    /// What it was about; none where it was about the person alone.
    pub item: Option<ItemId>,
    /// The author of the item, or the person.
    pub about: AccountId,
    /// `remove`, `restore`, `release`, `keep`, `shield` or `unshield`.
    pub kind: String,
    /// When, milliseconds since 1970: what was closed by it was closed then.
    pub(super) made_at: i64,
    /// How the item stood before.
    pub(super) from: Option<State>,
}

/// The viewer's last decision, where it can be taken back: it is not older than a day, takes back none itself, nothing was
/// decided about the same thing after it, it is not about themselves where somebody else could decide, and it did not answer
/// who asked for a second look, whose answer is taken back as a whole ([`undo_answer`]).
///
/// # Errors
/// `Broken` if the database fails.
pub fn undoable(look: &Snapshot<'_>) -> Result<Option<Undoable>> {
    let Some(last) = undo_store::last(look)? else { return Ok(None) };
    let another = own::decider(look, last.about)? == own::Decider::Another;
    Ok(Some(last).filter(|_| !another))
}

/// What followed from taking a decision back, for those who draw the thing elsewhere.
pub struct Undone {
    /// The item and its kind, where it was about one.
    pub item: Option<(ItemId, Kind)>,
    /// As if staff had done this to it; none where nothing changed for others.
    pub as_if: Option<Act>,
}

/// Takes back the viewer's decision with this number.
///
/// # Errors
/// `NotFound` where it is not the one that can be taken back; `Forbidden` for whom it is about, where somebody else could
/// decide.
pub fn undo(change: &mut Change<'_>, id: i64) -> Result<Undone> {
    let last = undo_store::last(change)?.filter(|last| last.id == id).ok_or(Error::NotFound)?;
    take_back(change, &last)
}

/// Takes back the viewer's decision that answered who asked for a second look, with the answer.
///
/// # Errors
/// `NotFound` where it is not the viewer's, or something was decided about the same thing after it; `Forbidden` as for [`undo`].
pub fn undo_answer(change: &mut Change<'_>, id: i64) -> Result<Undone> {
    let answer = undo_store::answer(change, id)?.ok_or(Error::NotFound)?;
    take_back(change, &answer)
}

fn take_back(change: &mut Change<'_>, last: &Undoable) -> Result<Undone> {
    let alone = own::check(change, last.about)?;
    let (kind, to, as_if) = inverse(last);
    // What it was about may have gone, or be no longer for whoever decided.
    let found = match last.item {
        Some(item) => Some(store::at_desk(change, item)?),
        None => None,
    };
    undo_store::insert(change, last, kind, alone)?;
    undo_store::open_again(change, last)?;
    if let (Some(item), Some(to)) = (last.item, to) {
        store::set_state(change, item, to, alone)?;
    }
    if let (Some(item), "shield" | "unshield") = (last.item, last.kind.as_str()) {
        store::set_shield(change, item, last.kind == "unshield")?;
    }
    store::touch_each(change, Answered::ClosedAt(last.about, last.made_at))?;
    undo_store::reports_again(change, last)?;
    let untold = undo_store::untell(change, last)?;
    if let (Some(item), Some(State::Shown), "remove", false) = (last.item, to, last.kind.as_str(), untold) {
        store::tell_author(change, item, last.about, "restored", DecisionReason::Mistake.word())?;
    }
    change.touch(Topic::Notices(last.about), None);
    change.touch(Topic::Desk, last.item);
    change.because(DecisionReason::Mistake.word(), "");
    match (&found, last.item) {
        (Some(found), Some(item)) => {
            change.about(found.kind.word(), item.0);
            if as_if.is_some() {
                super::tell_pages(change, found, item);
                change.touch_reshares(item)?;
            }
        }
        _ => change.about("account", last.about.0),
    }
    Ok(Undone { item: found.zip(last.item).map(|(found, item)| (item, found.kind)), as_if })
}

/// The kind of the decision that takes this one back, how the item then stands, and what others notice of it.
fn inverse(last: &Undoable) -> (&'static str, Option<State>, Option<Act>) {
    match last.kind.as_str() {
        "remove" if last.from == Some(State::Held) => ("keep", Some(State::Held), None),
        "remove" => ("restore", Some(State::Shown), Some(Act::StaffRestore)),
        "restore" => ("remove", Some(State::Removed), Some(Act::StaffRemove)),
        "release" => ("keep", Some(State::Held), Some(Act::StaffRemove)),
        "shield" => ("unshield", None, Some(Act::StaffUnshield)),
        "unshield" => ("shield", None, Some(Act::StaffShield)),
        _ => ("keep", None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waited_before_it_was_removed_waits_again() {
        let of = |kind: &str, from| Undoable {
            id: 1,
            item: Some(ItemId(2)),
            about: AccountId(3),
            kind: kind.into(),
            made_at: 0,
            from,
        };
        assert_eq!(inverse(&of("remove", Some(State::Held))), ("keep", Some(State::Held), None));
        let shown = inverse(&of("remove", Some(State::Shown)));
        assert_eq!(shown, ("restore", Some(State::Shown), Some(Act::StaffRestore)));
        // Nobody but its author and staff sees it any more.
        assert_eq!(inverse(&of("release", Some(State::Held))).2, Some(Act::StaffRemove));
        assert_eq!(inverse(&of("keep", None)), ("keep", None, None));
    }
}
