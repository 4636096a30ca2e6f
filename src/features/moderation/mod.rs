//! What the house rules say of a new or edited item, and what staff decide about it.

mod cases;
mod cases_store;
mod closing;
mod judge;
mod own;
mod pages;
mod store;
mod undo;
mod undo_store;
mod views;
mod watch_store;
mod worry_pages;
mod worry_views;

pub use cases::{CaseSort, Cause, Find, OpenCase, Origin, claim, open, open_case};
pub use closing::{Outcome, close_person_report, close_watch_case, keep};
pub use judge::{CENSORED, HELPED, Judged, Part, judge, judge_at_once, judge_by_staff};
pub use own::{Decider, check_decider, decider, is_anybody_else};
pub use pages::routes;
pub use store::{Decision, decisions_about_mine, why_removed};
pub use undo::{Undoable, Undone, undo, undo_answer, undoable};
pub use views::{decision_reason_words, reading_reason, report_reason, surface_words, watched};

use crate::base::{
    Act, Approval, Duty, Error, ItemId, Kind, Problem, Result, Role, Rules, Sanction, State, Topic, Under,
    Until, limits, text,
};
use crate::db::{Change, Snapshot};

crate::words! {
    /// Why somebody reports something. Each has a picture on the page.
    ReportReason {
        /// Mean to somebody.
        Unkind = "unkind",
        /// A threat, or fear of harm.
        Threat = "threat",
        /// Shows what is private.
        Private = "private",
        /// Rude or sexual.
        Rude = "rude",
        /// The same thing over and over.
        Spam = "spam",
        /// Worried about somebody: not a breach of rules.
        Worried = "worried",
        /// Anything else.
        Other = "other",
    }
}

crate::words! {
    /// Why staff decided as they did.
    DecisionReason {
        /// Mean to somebody.
        Unkind = "unkind",
        /// A threat.
        Threat = "threat",
        /// Shows what is private.
        Private = "private",
        /// Rude or sexual.
        Rude = "rude",
        /// The same thing over and over.
        Spam = "spam",
        /// Against another rule of the house.
        Rules = "rules",
        /// The earlier decision was a mistake.
        Mistake = "mistake",
        /// Nothing is wrong with it.
        Fine = "fine",
        /// Anything else.
        Other = "other",
    }
}

crate::words! {
    /// Why staff look into private talk.
    ReadingReason {
        /// Fear that somebody is not safe.
        Safety = "safety",
        /// Somebody is bullied.
        Bullying = "bullying",
        /// A threat, or fear of violence.
        Threat = "threat",
        /// Somebody may be used or lured.
        Grooming = "grooming",
        /// It may be against the law.
        Crime = "crime",
        /// A court, or somebody with the right to, asks for it.
        Court = "court",
        /// Anything else.
        Other = "other",
    }
}

/// What the house rules say of an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It appears at once.
    Publish,
    /// It waits for staff.
    Hold,
    /// It may not be made at all.
    Block,
}

crate::words! {
    /// What staff say of a place at which a word rule matched.
    Aptness {
        /// It is what the rule is for.
        Right = "right",
        /// It is something else.
        Wrong = "wrong",
        /// It is what the rule is for, and does no harm there.
        Harmless = "harmless",
    }
}

/// What the level of approval says of something with so many pictures, whatever its words. What staff write never waits.
pub fn approval(rules: &Rules, role: Option<Role>, photos: usize) -> Verdict {
    if role == Some(Role::Member) { verdict(rules.approval, photos) } else { Verdict::Publish }
}

/// May somebody of that role make anything at this moment, as far as the house lets them; and their own account, of which staff
/// may have said that it `only_reads`?
pub fn may_make(rules: &Rules, role: Option<Role>, only_reads: bool) -> bool {
    let stopped = rules.frozen && role == Some(Role::Member);
    !only_reads && !stopped && approval(rules, role, 0) != Verdict::Block
}

/// What this level says of something with so many pictures by a member.
pub fn verdict(level: Approval, photos: usize) -> Verdict {
    match level {
        Approval::Open => Verdict::Publish,
        Approval::HoldPhotos if photos > 0 => Verdict::Hold,
        Approval::HoldPhotos => Verdict::Publish,
        Approval::HoldAll => Verdict::Hold,
        Approval::ReadOnly => Verdict::Block,
    }
}

/// Does the viewer decide about this item: by Moderate for the site, or for a group to which it was posted?
///
/// # Errors
/// `Broken` if the database fails.
pub fn decides(look: &Snapshot<'_>, item: ItemId) -> Result<bool> {
    store::decides(look, item)
}

/// New photos that the viewer sends, in this field: asked inside the write, wherever a photo comes in. What was sent before stays.
///
/// # Errors
/// `Invalid` for the field where staff have set that they send none.
pub fn check_photos(change: &Change<'_>, rules: &Rules, field: &'static str, photos: usize) -> Result<()> {
    match change.stop(Sanction::NoPhotos.word())? {
        Some(stop) if photos > 0 => {
            let until = Until { at_ms: stop.until_ms, zone: rules.time_zone.clone() };
            Err(Error::field(field, Problem::NoPhotos(until)))
        }
        _ => Ok(()),
    }
}

/// Reports an item one sees. A second report of the same thing by the same person changes nothing, unless now they worry about
/// who made it.
///
/// # Errors
/// `NotFound` where it is not seen; `Invalid` for a note that is too long.
pub fn report(change: &mut Change<'_>, item: ItemId, reason: ReportReason, note: &str) -> Result<()> {
    let kind = store::kind_seen(change, item)?.ok_or(Error::NotFound)?;
    report_found(change, item, kind, reason, note)
}

/// As [`report`], of something that the caller found in another way: staff under a Reading.
///
/// # Errors
/// `Invalid` for a note that is too long.
pub fn report_found(
    change: &mut Change<'_>,
    item: ItemId,
    kind: Kind,
    reason: ReportReason,
    note: &str,
) -> Result<()> {
    let note = text::within("note", text::tidy(note), limits::REASON_CHARS_MAX)?;
    if !store::reported_by_me(change, item, reason)? {
        store::insert_report(change, Some(item), None, reason, &note)?;
    }
    change.about(kind.word(), item.0);
    change.because(reason.word(), &note);
    change.touch(Topic::Desk, Some(item));
    Ok(())
}

/// Reports a person one sees.
///
/// # Errors
/// As [`report`].
pub fn report_person(
    change: &mut Change<'_>,
    person: crate::base::AccountId,
    reason: ReportReason,
    note: &str,
) -> Result<()> {
    let note = text::within("note", text::tidy(note), limits::REASON_CHARS_MAX)?;
    if !change.any("SELECT 1 FROM seen_person WHERE id = ?1", [person.0])? {
        return Err(Error::NotFound);
    }
    store::insert_report(change, None, Some(person), reason, &note)?;
    change.about("account", person.0);
    change.because(reason.word(), &note);
    change.touch(Topic::Desk, None);
    Ok(())
}

/// Staff take an item away, bring it back, or let a held one be seen.
///
/// Closes the open reports about it, tells its author why and the reporters how it ended.
///
/// # Errors
/// `NotFound` for whoever does not moderate, or where the item cannot take this decision now; `Forbidden` for whose it is,
/// where somebody else could decide.
pub fn decide(
    change: &mut Change<'_>,
    item: ItemId,
    act: Act,
    reason: DecisionReason,
    note: &str,
) -> Result<Kind> {
    let note = text::within("note", text::tidy(note), limits::REASON_CHARS_MAX)?;
    let (from, to, word, told): (&[State], State, &str, &str) = match act {
        Act::StaffRemove => (&[State::Shown, State::Held], State::Removed, "remove", "removed"),
        Act::StaffRestore => (&[State::Removed], State::Shown, "restore", "restored"),
        Act::Release => (&[State::Held], State::Shown, "release", "released"),
        _ => return Err(Error::Broken("no decision of staff".into())),
    };
    let found = store::at_desk(change, item)?;
    let by_author = found.removed_by == Some(found.author);
    // A conversation is not a thing that somebody made: what was said in it is decided upon, message by message.
    if !from.contains(&found.state) || by_author || found.kind == Kind::Conversation {
        return Err(Error::NotFound);
    }
    let may = change.viewer().holds(Duty::Moderate) || cases::is_mine(change, item)?;
    if !may {
        return Err(Error::NotFound);
    }
    let alone = own::check(change, found.author)?;
    // First the decision: by it the case is closed, and not because nothing waits any more.
    store::insert_decision(change, Some(item), found.author, (word, reason), &note, alone)?;
    store::came_from(change, item, found.state)?;
    store::set_state(change, item, to)?;
    let outcome = if to == State::Removed { Outcome::Removed } else { Outcome::Kept };
    store::close_reports(change, item, outcome)?;
    if act == Act::StaffRestore {
        store::tell_restored(change, item)?;
    }
    watch_store::close_cases(change, item)?;
    store::tell_author(change, item, found.author, told, reason.word())?;
    change.about(found.kind.word(), item.0);
    change.because(reason.word(), &note);
    change.touch(Topic::Notices(found.author), None);
    change.touch(Topic::Desk, Some(item));
    // What nobody saw and nobody will see changes nobody's page: not even that it was there is told.
    if State::Shown == found.state || State::Shown == to {
        tell_pages(change, &found, item);
        change.touch_reshares(item)?;
    }
    Ok(found.kind)
}

/// Staff put a post behind a shield, or take theirs from it; its author is told, and why.
///
/// # Errors
/// `NotFound` for whoever does not moderate, for what is no post or was taken away, and where it is so already; `Forbidden` as
/// for [`decide`].
pub fn shield(
    change: &mut Change<'_>,
    item: ItemId,
    act: Act,
    reason: DecisionReason,
    note: &str,
) -> Result<()> {
    let note = text::within("note", text::tidy(note), limits::REASON_CHARS_MAX)?;
    let found = store::at_desk(change, item)?;
    let on = act == Act::StaffShield;
    if found.kind != Kind::Post || found.state == State::Removed || store::set_shield(change, item, on)? == 0
    {
        return Err(Error::NotFound);
    }
    let alone = own::check(change, found.author)?;
    let word = if on { "shield" } else { "unshield" };
    store::insert_decision(change, Some(item), found.author, (word, reason), &note, alone)?;
    if on {
        store::tell_author(change, item, found.author, "shielded", reason.word())?;
        change.touch(Topic::Notices(found.author), None);
    }
    change.about(found.kind.word(), item.0);
    change.because(reason.word(), &note);
    change.touch(Topic::Desk, Some(item));
    if found.state == State::Shown {
        change.touch(Topic::Post(item), Some(item));
        change.touch_reshares(item)?;
    }
    Ok(())
}

/// Tells the open pages on which an item stands that it changed.
fn tell_pages(change: &mut Change<'_>, found: &store::AtDesk, item: ItemId) {
    match (found.kind, found.root_kind) {
        (Kind::Post, _) => {
            change.touch(Topic::Post(item), Some(item));
            change.touch(Topic::Streams, Some(item));
        }
        (Kind::Comment, root) => change.touch(Under::of(root, found.root).topic(), Some(item)),
        (Kind::Photo, root) => {
            change.touch(Topic::Photo(item), Some(item));
            // A photo of a post is drawn with it, so the post is what changed there.
            if root == Kind::Post {
                change.touch(Topic::Post(found.root), Some(found.root));
            }
            if root == Kind::Album {
                change.touch(Topic::Album(found.root), None);
            }
        }
        (Kind::Album, _) => change.touch(Topic::Album(item), Some(item)),
        (board @ (Kind::Announcement | Kind::Event | Kind::File), _) => {
            change.touch(Topic::Board(board), Some(item));
        }
        // What follows from a decision about talk, chat itself does (chat::decided).
        (Kind::Conversation | Kind::Message, _) => {}
    }
}

/// Staff say whether a rule was right to match there; none takes it back.
///
/// # Errors
/// `NotFound` for whoever does not see it.
pub fn judge_hit(change: &mut Change<'_>, hit: i64, aptness: Option<Aptness>) -> Result<()> {
    let rule = watch_store::set_verdict(change, hit, aptness.map(Aptness::word))?;
    change.about("watch_rule", rule);
    change.because(aptness.map_or("", Aptness::word), "");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::levels;

    /// Said in another way than the program does: in the words of the book.
    fn as_the_book_says(three: [Approval; 3], is_new: bool, role: Role, photos: usize) -> Verdict {
        use Approval::{HoldAll, HoldPhotos, ReadOnly};
        let somewhere = |level| three.contains(&level);
        if role != Role::Member {
            Verdict::Publish
        } else if somewhere(ReadOnly) {
            Verdict::Block
        } else if somewhere(HoldAll) || is_new || (somewhere(HoldPhotos) && photos > 0) {
            Verdict::Hold
        } else {
            Verdict::Publish
        }
    }

    #[test]
    fn what_site_group_and_person_say_of_words_and_photos_by_anybody_new_or_not() {
        let mut tried = 0;
        for place in 0..4 * 4 * 4 {
            let three = [place / 16, place / 4 % 4, place % 4].map(|level| Approval::ALL[level]);
            for role in Role::ALL {
                for (photos, is_new) in [(0, false), (1, false), (0, true), (1, true)] {
                    let level = levels::strictest(Some(*role), three[0], three[1], three[2], is_new);
                    let said = verdict(level, photos);
                    let told = format!("{three:?} {role} photos={photos} new={is_new}");
                    assert_eq!(said, as_the_book_says(three, is_new, *role, photos), "{told}");
                    tried += 1;
                }
            }
        }
        assert_eq!(tried, 768);
    }

    #[test]
    fn the_level_of_approval_decides_what_waits() {
        let at = |level, role, photos| {
            approval(&Rules { approval: level, ..Rules::default() }, Some(role), photos)
        };
        assert_eq!(at(Approval::Open, Role::Member, 3), Verdict::Publish);
        assert_eq!(at(Approval::HoldPhotos, Role::Member, 0), Verdict::Publish);
        assert_eq!(at(Approval::HoldPhotos, Role::Member, 1), Verdict::Hold);
        assert_eq!(at(Approval::HoldAll, Role::Member, 0), Verdict::Hold);
        assert_eq!(at(Approval::HoldAll, Role::Staff, 1), Verdict::Publish);
        assert_eq!(at(Approval::ReadOnly, Role::Member, 0), Verdict::Block);
    }
}
