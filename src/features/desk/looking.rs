//! Who looks at a case: opening one says so to the others for some minutes, and changes nothing else.

use super::store;
use crate::base::{AccountId, Act, Error, Result, limits};
use crate::features::moderation::{self, Find, OpenCase};
use crate::web::Visit;

/// An open case on the page of whoever opened it.
#[derive(Clone, Debug)]
pub(super) struct Looking {
    /// Its number.
    pub case: i64,
    /// When it is due, milliseconds since 1970.
    pub due_ms: i64,
    /// Somebody else who looks at it: their name, and until when.
    pub other: Option<(String, i64)>,
}

/// The open case, if there is one: whoever opens its page looks at it from now on, where nobody else does, and where they are
/// who `decides`: nobody keeps others from what somebody else is to decide.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) async fn at(visit: &Visit, find: Find, decides: bool) -> Result<Option<Looking>> {
    let me = visit.session()?.account;
    let (found, now_ms) = visit.read(|look| Ok((moderation::open_case(look, find)?, look.now_ms()))).await?;
    let Some(mut found) = found else { return Ok(None) };
    if decides && is_to_claim(&found, me, now_ms) {
        let case = found.id;
        match visit.write(Act::ClaimCase, move |change| moderation::claim(change, case)).await {
            Ok(()) => found.looker = Some(me),
            // Somebody else was quicker, or decided it meanwhile.
            Err(Error::Forbidden | Error::NotFound) => {
                let again = visit.read(|look| moderation::open_case(look, Find::Case(case))).await?;
                let Some(again) = again else { return Ok(None) };
                found = again;
            }
            Err(error) => return Err(error),
        }
    }
    let looker = found.looker.filter(|looker| *looker != me);
    let people = visit.read(|look| store::people(look, looker.map(|looker| looker.0))).await?;
    let name =
        |looker: AccountId| people.get(&looker.0).map(|who| who.shown_name.clone()).unwrap_or_default();
    let other = looker.map(|looker| (name(looker), found.until_ms));
    Ok(Some(Looking { case: found.id, due_ms: found.due_ms, other }))
}

/// Nobody looks at it, or the viewer has for more than half of the time: not each reload is a new entry in the record.
fn is_to_claim(case: &OpenCase, me: AccountId, now_ms: i64) -> bool {
    match case.looker {
        None => true,
        Some(looker) => looker == me && case.until_ms - now_ms < limits::CLAIM_MS / 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_claimed_when_nobody_looks_and_again_only_when_half_the_time_is_over() {
        let (me, other) = (AccountId(1), AccountId(2));
        let case = |looker, until_ms| OpenCase { id: 5, due_ms: 0, looker, until_ms };
        assert!(is_to_claim(&case(None, 0), me, 1_000));
        assert!(!is_to_claim(&case(Some(me), limits::CLAIM_MS), me, 1_000));
        assert!(is_to_claim(&case(Some(me), limits::CLAIM_MS), me, limits::CLAIM_MS / 2 + 1));
        assert!(!is_to_claim(&case(Some(other), 1_500), me, 1_000));
    }
}
