//! How people come into a group and leave it: asking, being invited, and who may say yes.

use super::{Group, keeps, store};
use super::{joining_store, wanted};
use crate::base::watch::Surface;
use crate::base::{AccountId, Act, Error, GroupId, Problem, Result, Rules, Topic, limits, text};
use crate::db::{Change, Snapshot};
use crate::features::levels::Where;
use crate::features::moderation::{self, Judged, Part};
use crate::features::{notices, people};

crate::words! {
    /// Who lets somebody into a group.
    Joining {
        /// Staff put people in, and nobody else does.
        Staff = "staff",
        /// Whom its leaders invite.
        Invite = "invite",
        /// Who asks, once a leader or staff say yes.
        Ask = "ask",
        /// Anybody who wants to.
        Open = "open",
    }
}

/// What became of somebody who wanted to come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// They are in the group now.
    In,
    /// They asked, and wait for an answer.
    Waits,
}

/// May the viewer let people into this group, invite them, and answer those who ask?
pub fn answers(look: &Snapshot<'_>, group: &Group) -> bool {
    group.i_lead || keeps(look)
}

/// May the members of this group leave it? Always where they came in by themselves; where only staff put people
/// in, if staff say so.
pub fn lets_leave(joining: Joining, leaving: bool) -> bool {
    joining != Joining::Staff || leaving
}

/// Comes into a group that is open, or whose invitation the viewer has; else asks to, with a short word.
///
/// # Errors
/// `NotFound` where the viewer can neither ask nor was invited, or is in it already; `Invalid` for words that are
/// too long, too many who ask, and where the viewer was refused a short while ago; `Forbidden` for words where
/// members may write nothing now.
pub fn come_in(change: &mut Change<'_>, rules: &Rules, id: GroupId, words: &str) -> Result<Came> {
    let (me, door) = (change.me()?, joining_store::outside(change, id)?);
    change.about("group", id.0);
    let refused_at = door.ask.and_then(|ask| ask.refused_at);
    if door.invited_by.is_none() && refused_at.is_some_and(|at| change.now_ms() < at + limits::ASK_AGAIN_MS) {
        return Err(Error::field("words", Problem::NotYet));
    }
    if door.joining == Joining::Open || door.invited_by.is_some() {
        let_in(change, id, me)?;
        change.becomes(Act::JoinGroup);
        return Ok(Came::In);
    }
    if door.ask.is_some_and(|ask| ask.refused_at.is_none()) {
        return Ok(Came::Waits);
    }
    let words = text::within("words", text::line(words), limits::ASK_CHARS_MAX)?;
    // Nothing said is nothing to judge, also where members may write nothing now.
    let judged = match words.is_empty() {
        true => None,
        false => Some(moderation::judge(
            change,
            rules,
            Where::Apart,
            &[Part::of(Surface::Group, "words", &words)],
            0,
        )?),
    };
    let waits = judged.as_ref().is_some_and(Judged::waits_or_is_censored);
    if joining_store::my_asks(change)? >= limits::MY_ASKS_MAX as i64 {
        return Err(Error::field("words", Problem::TooMany { limit: limits::MY_ASKS_MAX }));
    }
    if !joining_store::insert_ask(change, id, &words, waits)? {
        return Err(Error::field("words", Problem::TooMany { limit: limits::GROUP_ASKS_MAX }));
    }
    if let Some(judged) = &judged {
        judged.note(change, None)?;
    }
    change.text(None, Some(&words));
    for leader in change.leaders(id, limits::LEADERS_TOLD_MAX)? {
        notices::tell_ask(change, leader, id)?;
    }
    Ok(Came::Waits)
}

/// Puts somebody in; what they asked and to what they were invited is answered by that.
pub(super) fn let_in(change: &mut Change<'_>, id: GroupId, person: AccountId) -> Result<bool> {
    joining_store::clear(change, id, person)?;
    change.touch(Topic::Voices, None);
    change.touch(Topic::Voice(person), None);
    store::insert_member(change, id, person)
}

/// Asks no more.
///
/// # Errors
/// `NotFound` where the viewer does not ask.
pub fn withdraw(change: &mut Change<'_>, id: GroupId) -> Result<()> {
    let door = joining_store::outside(change, id)?;
    if door.ask.is_none_or(|ask| ask.refused_at.is_some()) {
        return Err(Error::NotFound);
    }
    joining_store::delete_my_ask(change, id)?;
    change.about("group", id.0);
    Ok(())
}

/// Lets in somebody who asks, or refuses them. They are told.
///
/// # Errors
/// `NotFound` where the group or their wish is not seen; `Forbidden` for members who do not lead it.
pub fn answer(change: &mut Change<'_>, id: GroupId, username: &str, lets_in: bool) -> Result<()> {
    let group = led(change, id)?;
    let person = people::find(change, username)?;
    if !joining_store::asks_here(change, id, person.id)? {
        return Err(Error::NotFound);
    }
    if lets_in {
        let_in(change, id, person.id)?;
        notices::tell_group(change, person.id, group.id)?;
    } else {
        joining_store::refuse_ask(change, id, person.id)?;
        notices::tell_refused(change, person.id, group.id)?;
        change.becomes(Act::RefuseAsk);
    }
    change.about("group", id.0);
    change.because("", &person.username);
    Ok(())
}

/// The group, for whoever may let people in.
fn led(change: &Change<'_>, id: GroupId) -> Result<Group> {
    let group = store::find(change, id)?;
    if answers(change, &group) { Ok(group) } else { Err(Error::Forbidden) }
}

/// Invites people: those ticked, and those whose sign-in names were pasted, one a line. Who is in it already, whom
/// the viewer blocked and who said no a short while ago is passed over; who asks is let in. Answers how many were
/// invited or let in.
///
/// # Errors
/// `NotFound` where the group or somebody ticked is not seen; `Forbidden` for members who do not lead it, and for
/// a group that only staff fill; `Invalid` for the field `usernames`.
pub fn invite(change: &mut Change<'_>, id: GroupId, ticked: &[AccountId], pasted: &str) -> Result<usize> {
    let group = led(change, id)?;
    if group.joining == Joining::Staff {
        return Err(Error::Forbidden);
    }
    let mut invited = Vec::new();
    for person in wanted(change, ticked, pasted)? {
        if store::is_member(change, id, person.id)? || people::is_blocked(change, person.id)? {
            continue;
        }
        if joining_store::asks_here(change, id, person.id)? {
            let_in(change, id, person.id)?;
            notices::tell_group(change, person.id, id)?;
        } else if joining_store::insert_invite(change, id, person.id)? {
            notices::tell_invite(change, person.id, id)?;
        } else {
            continue;
        }
        invited.push(person.username);
    }
    change.about("group", id.0);
    change.because("", &invited.join(", "));
    Ok(invited.len())
}

/// Says no to an invitation. Nobody is told; those who lead the group see that it was not taken.
///
/// # Errors
/// `NotFound` where the viewer was not invited.
pub fn decline(change: &mut Change<'_>, id: GroupId) -> Result<()> {
    if joining_store::outside(change, id)?.invited_by.is_none() {
        return Err(Error::NotFound);
    }
    joining_store::refuse_invite(change, id)?;
    change.about("group", id.0);
    Ok(())
}

/// Takes an invitation back.
///
/// # Errors
/// `NotFound` where the group or the invitation is not seen; `Forbidden` for members who do not lead it.
pub fn uninvite(change: &mut Change<'_>, id: GroupId, username: &str) -> Result<()> {
    led(change, id)?;
    let person = people::find(change, username)?;
    if !joining_store::is_invited(change, id, person.id)? {
        return Err(Error::NotFound);
    }
    joining_store::delete_invite(change, id, person.id)?;
    change.about("group", id.0);
    change.because("", &person.username);
    Ok(())
}

/// Leaves a group.
///
/// # Errors
/// `NotFound` where the viewer is not in it; `Forbidden` where staff do not let its members leave.
pub fn leave(change: &mut Change<'_>, id: GroupId) -> Result<()> {
    let (me, group) = (change.me()?, store::find(change, id)?);
    if !group.i_am_in {
        return Err(Error::NotFound);
    }
    if !lets_leave(group.joining, group.leaving) {
        return Err(Error::Forbidden);
    }
    store::delete_member(change, id, me)?;
    change.about("group", id.0);
    change.touch(Topic::Voices, None);
    change.touch(Topic::Voice(me), None);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_came_in_alone_can_leave_and_who_was_put_in_can_where_staff_say_so() {
        assert!(!lets_leave(Joining::Staff, false));
        assert!(lets_leave(Joining::Staff, true));
        for joining in [Joining::Invite, Joining::Ask, Joining::Open] {
            assert!(lets_leave(joining, false));
        }
    }
}
