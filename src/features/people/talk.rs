//! Whether two people may begin to talk privately, as the house rules say.

use super::Person;
use super::talk_store::{self, Talkable, is_stopped};
use crate::base::{AccountId, Result, Rules, Talk};
use crate::db::{Snapshot, Viewer};
use crate::features::moderation::{self, Verdict};
use std::collections::HashSet;

/// May these two talk privately, where nothing was said between them yet? Staff may with everybody.
pub fn may_begin(rules: &Rules, me: &Viewer, stopped: bool, them: Option<&Talkable>) -> bool {
    let Some(them) = them else { return false };
    if me.is_staff() {
        return true;
    }
    !stopped
        && match rules.talk {
            Talk::Nobody => false,
            Talk::Pairs => them.paired,
            Talk::Groups => them.grouped,
            Talk::Contacts => them.mutual,
            Talk::Everyone => true,
        }
}

/// To which of these people the viewer is offered to write privately. Three statements at most.
///
/// What is offered follows from what the viewer may know: a block by the other does not show in it, and the page of the
/// two says then what it says to everybody who may not write there.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn writable(look: &Snapshot<'_>, rules: &Rules, people: &[Person]) -> Result<HashSet<AccountId>> {
    // Where members cannot write anything now, they cannot write to anybody either.
    if moderation::approval(rules, look.viewer().role(), 0) == Verdict::Block {
        return Ok(HashSet::new());
    }
    let here = people.iter().filter(|person| !person.left);
    if look.viewer().is_staff() {
        return Ok(here.map(|person| person.id).collect());
    }
    if rules.talk == Talk::Nobody || is_stopped(look)? {
        return Ok(HashSet::new());
    }
    let ids: Vec<AccountId> = here.clone().map(|person| person.id).collect();
    Ok(match rules.talk {
        Talk::Nobody => HashSet::new(),
        Talk::Everyone => ids.into_iter().collect(),
        Talk::Contacts => {
            here.filter(|person| person.i_share && person.they_share).map(|person| person.id).collect()
        }
        Talk::Groups => talk_store::classmates(look, &ids)?,
        Talk::Pairs => talk_store::paired(look, &ids)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Duties, Role};

    fn viewer(role: Role) -> Viewer {
        match role {
            Role::Member => Viewer::themselves(AccountId(1)),
            role => Viewer::account(AccountId(1), role, Duties::NONE, String::new()),
        }
    }

    #[test]
    fn the_house_rule_says_who_talks_with_whom() {
        let stranger =
            Talkable { id: AccountId(2), staff: false, mutual: false, grouped: false, paired: false };
        let may = |talk, them: &Talkable| {
            may_begin(&Rules { talk, ..Rules::default() }, &viewer(Role::Member), false, Some(them))
        };
        let contact = Talkable { mutual: true, ..stranger };
        let classmate = Talkable { grouped: true, ..stranger };
        let approved = Talkable { paired: true, ..stranger };
        let table = |talk| [&stranger, &contact, &classmate, &approved].map(|them| may(talk, them));
        assert_eq!(table(Talk::Nobody), [false; 4]);
        assert_eq!(table(Talk::Pairs), [false, false, false, true]);
        assert_eq!(table(Talk::Groups), [false, false, true, false]);
        assert_eq!(table(Talk::Contacts), [false, true, false, false]);
        assert_eq!(table(Talk::Everyone), [true; 4]);
    }

    #[test]
    fn staff_begin_with_everybody_but_who_blocked_them_and_who_was_stopped_with_nobody() {
        let pupil = Talkable { id: AccountId(2), staff: false, mutual: false, grouped: false, paired: false };
        let nobody = Rules { talk: Talk::Nobody, ..Rules::default() };
        assert!(may_begin(&nobody, &viewer(Role::Staff), false, Some(&pupil)));
        assert!(!may_begin(&nobody, &viewer(Role::Staff), false, None), "a block stands between them");
        let open = Rules { talk: Talk::Everyone, ..Rules::default() };
        assert!(!may_begin(&open, &viewer(Role::Member), true, Some(&pupil)), "staff said no");
    }
}
