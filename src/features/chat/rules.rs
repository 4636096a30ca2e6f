//! Who may talk with whom, and who may write where, as the house rules say.

use super::store::{self, Conversation, Sort};
use super::{daily_store, people_store};
use crate::base::{AccountId, Error, Problem, Result, Rules, Sanction, Until, Uploads, limits};
use crate::db::{Snapshot, Viewer};
use crate::features::levels::{self, Waits};
use crate::features::people::{Talkable, may_begin, stopped, talkable};

/// May somebody write in a conversation now?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    /// Yes.
    May,
    /// Yes, and so many messages more today: few.
    Few(i64),
    /// No, and what the page says of it.
    Not(WhyNot),
}

/// Of which number on the count begins of what is left today.
const LEFT_FROM: i64 = 100;

/// Where the numbers begin, below nothing, of forms that say that something waits.
const WAITS_FROM: i64 = 10;

impl Voice {
    /// Is there a form?
    pub(super) fn may(self) -> bool {
        matches!(self, Voice::May | Voice::Few(_))
    }

    /// A number for each, and for what the form says of what will wait, by which an open page says what it shows. It says no more
    /// than the words do. Where something waits it is less than any other, and than what a page sends that says nothing.
    pub(super) fn number_with(self, waits: Waits) -> i64 {
        match waits {
            Waits::Nothing => self.number(),
            _ if !self.may() => self.number(),
            waits => -(self.number() * 1_000_000 + waits.number() + WAITS_FROM),
        }
    }

    fn number(self) -> i64 {
        match self {
            Voice::May => 0,
            Voice::Few(left) => LEFT_FROM + left,
            Voice::Not(WhyNot::UsedUp) => 5,
            Voice::Not(WhyNot::Rests) => 6,
            Voice::Not(WhyNot::ReadOnly) => 1,
            // With its end, since the words say that, too: always greater than the others.
            Voice::Not(WhyNot::Stopped(until_ms)) => until_ms.map_or(2, |until| until.max(2 * LEFT_FROM)),
            Voice::Not(WhyNot::NotWithThem) => 3,
            Voice::Not(WhyNot::SwitchedOff) => 4,
        }
    }
}

/// Why somebody cannot write in a conversation. Never more than they may know: a block, an approval that was taken back
/// and a closed account all look alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhyNot {
    /// Members cannot make anything now, or this account may only read.
    ReadOnly,
    /// Staff set that this account does not write privately; until then, where it has an end.
    Stopped(Option<i64>),
    /// Not with this person, now.
    NotWithThem,
    /// The conversation of this group is switched off.
    SwitchedOff,
    /// All messages that they may send on one day were.
    UsedUp,
    /// Nobody writes in this group now.
    Rests,
}

/// May they go on? As for beginning; and staff can always be answered.
fn may_go_on(rules: &Rules, me: &Viewer, stopped: bool, them: Option<&Talkable>) -> bool {
    may_begin(rules, me, stopped, them) || them.is_some_and(|them| them.staff)
}

/// May the viewer write in this conversation now? What changed since it began counts at once.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn voice(look: &Snapshot<'_>, rules: &Rules, talk: &Conversation) -> Result<Voice> {
    if !may_make(look, rules)? {
        return Ok(Voice::Not(WhyNot::ReadOnly));
    }
    match talk.sort {
        Sort::Group if !talk.open => Ok(Voice::Not(WhyNot::SwitchedOff)),
        Sort::Group if levels::rests(look, talk.id)? => Ok(Voice::Not(WhyNot::Rests)),
        Sort::Group => counted(look, Voice::May),
        Sort::Many => match stopped(look)? {
            Some(stop) => Ok(Voice::Not(WhyNot::Stopped(stop.until_ms))),
            None => counted(look, Voice::May),
        },
        Sort::Two => {
            let other = store::other_of_two(talk, look.me()?).ok_or(Error::NotFound)?;
            counted(look, voice_with(look, rules, other, true)?)
        }
    }
}

/// With what is left of this day.
fn counted(look: &Snapshot<'_>, voice: Voice) -> Result<Voice> {
    if voice != Voice::May {
        return Ok(voice);
    }
    Ok(match daily_store::left(look)? {
        Some(0) => Voice::Not(WhyNot::UsedUp),
        Some(left) if left <= limits::MESSAGES_LEFT_SAID => Voice::Few(left),
        _ => Voice::May,
    })
}

/// May the viewer make anything at this moment, as far as the house and their own account let them?
fn may_make(look: &Snapshot<'_>, rules: &Rules) -> Result<bool> {
    Ok(super::may_write_at_all(rules, look.viewer().role()) && !look.only_reads()?)
}

/// As [`voice`], on the page of two who have said nothing to each other yet.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn voice_to_begin(look: &Snapshot<'_>, rules: &Rules, other: AccountId) -> Result<Voice> {
    if may_make(look, rules)? {
        counted(look, voice_with(look, rules, other, false)?)
    } else {
        Ok(Voice::Not(WhyNot::ReadOnly))
    }
}

/// May the viewer send photos here? A page that is open asks this where its form opens; the session says the same.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn may_send_photos(look: &Snapshot<'_>, rules: &Rules) -> Result<bool> {
    if look.stop(Sanction::NoPhotos.word())?.is_some() {
        return Ok(false);
    }
    Ok(match rules.uploads {
        Uploads::Everyone => true,
        Uploads::Staff => look.viewer().is_staff(),
        Uploads::Leaders => look.viewer().is_staff() || people_store::leads_any(look)?,
    })
}

/// May the viewer write to this person privately?
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn voice_with(look: &Snapshot<'_>, rules: &Rules, other: AccountId, begun: bool) -> Result<Voice> {
    let them = talkable(look, other)?;
    let (me, stop) = (look.viewer(), stopped(look)?);
    let may = if begun { may_go_on } else { may_begin };
    Ok(match (may(rules, me, stop.is_some(), them.as_ref()), stop) {
        (true, _) => Voice::May,
        (false, Some(stop)) => Voice::Not(WhyNot::Stopped(stop.until_ms)),
        (false, None) => Voice::Not(WhyNot::NotWithThem),
    })
}

/// May members write anything at all in this house now?
pub(super) fn may_write_now(look: &Snapshot<'_>, rules: &Rules) -> bool {
    super::may_write_at_all(rules, look.viewer().role())
}

/// As [`voice`], for a write.
///
/// # Errors
/// `Forbidden` where nothing may be written now; `Invalid` where not here.
pub(super) fn check(look: &Snapshot<'_>, rules: &Rules, talk: &Conversation) -> Result<()> {
    match voice(look, rules, talk)? {
        Voice::May | Voice::Few(_) => Ok(()),
        // What is sent is counted where it is (`daily_store`); where a group rests, the writer and the judge say so themselves.
        Voice::Not(WhyNot::UsedUp | WhyNot::Rests) => Ok(()),
        Voice::Not(WhyNot::ReadOnly) => Err(Error::Forbidden),
        Voice::Not(why) => Err(Error::field("body", no_voice(rules, why))),
    }
}

/// What is wrong where somebody writes who cannot.
pub(super) fn no_voice(rules: &Rules, why: WhyNot) -> Problem {
    match why {
        WhyNot::Stopped(at_ms) => Problem::NoMessages(Until { at_ms, zone: rules.time_zone.clone() }),
        _ => Problem::NoVoice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Duties, Role, Talk};

    fn viewer(role: Role) -> Viewer {
        match role {
            Role::Member => Viewer::themselves(AccountId(1)),
            role => Viewer::account(AccountId(1), role, Duties::NONE, String::new()),
        }
    }

    #[test]
    fn staff_talk_with_everybody_and_are_answered_even_by_who_was_stopped() {
        let rules = Rules { talk: Talk::Nobody, ..Rules::default() };
        let pupil = Talkable { id: AccountId(2), staff: false, mutual: false, grouped: false, paired: false };
        let teacher = Talkable { staff: true, ..pupil };
        assert!(may_begin(&rules, &viewer(Role::Staff), false, Some(&pupil)));
        assert!(!may_begin(&rules, &viewer(Role::Member), false, Some(&teacher)));
        assert!(may_go_on(&rules, &viewer(Role::Member), true, Some(&teacher)));
        assert!(!may_go_on(&rules, &viewer(Role::Member), false, Some(&pupil)));
        let open = Rules { talk: Talk::Everyone, ..Rules::default() };
        assert!(!may_begin(&open, &viewer(Role::Member), true, Some(&pupil)), "staff said no");
        assert!(!may_begin(&open, &viewer(Role::Staff), false, None), "a block stands between them");
    }
}
