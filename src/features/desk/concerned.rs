//! Whom a case concerns, so that staff can write to them in it.

use super::case_store::{self, Report};
use super::store::{Who, people};
use super::{Head, hearing_store};
use crate::base::{AccountId, Error, Kind, Result};
use crate::db::Snapshot;
use crate::features::case_talk::{self, Concern, Talk};
use crate::features::moderation::CaseSort;
use std::collections::HashMap;

/// People to choose from, at most.
const PEOPLE_MAX: usize = 60;

/// A case, whom it concerns, and what was said in it.
pub(super) struct Concerned {
    /// The case, as its page is found by it.
    pub head: Head,
    /// Does something wait there still?
    pub open: bool,
    /// Those to whom the viewer can write, whom it is about first.
    pub concerned: Vec<(AccountId, Concern)>,
    pub talks: Vec<Talk>,
    pub people: HashMap<i64, Who>,
}

impl Concerned {
    /// How it concerns this person.
    pub(super) fn concern(&self, who: AccountId) -> Option<Concern> {
        self.concerned.iter().find(|(each, _)| *each == who).map(|(_, concern)| *concern)
    }
}

/// This case with whom it concerns.
///
/// # Errors
/// `NotFound` where the viewer does not see it, and where it is about themselves: they would learn who reported them.
pub(super) fn concerned(look: &Snapshot<'_>, case: i64) -> Result<Concerned> {
    let (head, open) = hearing_store::head(look, case)?;
    let me = look.me()?;
    if head.person == me {
        return Err(Error::NotFound);
    }
    let mut found: Vec<(AccountId, Concern)> = Vec::new();
    let mut add = |who: AccountId, concern: Concern| {
        if who != me && found.len() < PEOPLE_MAX && !found.iter().any(|(each, _)| *each == who) {
            found.push((who, concern));
        }
    };
    match (head.sort, head.item) {
        (CaseSort::Item, Some(item)) => {
            let shown = case_store::case(look, item)?;
            // A whole conversation is nobody's: who began it was there.
            let whole = shown.item.kind == Kind::Conversation;
            add(shown.item.author, if whole { Concern::Other } else { Concern::About });
            reporters(&shown.reports, case).for_each(|who| add(who, Concern::Reporter));
            let round = shown.post.iter().chain(&shown.before).chain(&shown.after);
            round.for_each(|item| add(item.author, Concern::Other));
            let talk = shown.talk.iter().flat_map(|talk| &talk.of.people);
            talk.for_each(|(who, _)| add(*who, Concern::Other));
        }
        (CaseSort::Person | CaseSort::Worry, _) => {
            let shown = case_store::person_case(look, case)?;
            add(shown.person, Concern::About);
            reporters(&shown.reports, case).for_each(|who| add(who, Concern::Reporter));
        }
        _ => add(head.person, Concern::About),
    }
    let talks = case_talk::of_cases(look, &[case])?;
    let people = people(look, found.iter().map(|(who, _)| who.0).chain(named(&talks)))?;
    // Nobody is written to whom the viewer cannot see.
    found.retain(|(who, _)| people.contains_key(&who.0));
    Ok(Concerned { head, open, concerned: found, talks, people })
}

/// Who reported what this case is about.
fn reporters(reports: &[Report], case: i64) -> impl Iterator<Item = AccountId> {
    let of_case = reports.iter().filter(move |report| report.case == case);
    of_case.filter_map(|report| report.reporter).map(AccountId)
}

/// Everybody whom these talks name.
pub(super) fn named(talks: &[Talk]) -> impl Iterator<Item = i64> {
    talks.iter().flat_map(|talk| {
        let by = talk.messages.iter().filter_map(|message| message.by);
        std::iter::once(talk.who).chain(by).map(|who| who.0)
    })
}
