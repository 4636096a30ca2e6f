//! What staff are trusted with: a small closed list, held over the whole site or for some groups.

crate::words! {
    /// One thing that staff may be trusted with (`supervision.md` §1).
    Duty {
        /// The desk: reports, holds, removing and restoring.
        Moderate = "moderate",
        /// People: making accounts, slips, suspension.
        Accounts = "accounts",
        /// May open private talk, with a reason.
        Safeguard = "safeguard",
        /// Reads the audit log, and nothing else.
        Audit = "audit",
        /// The house rules.
        Settings = "settings",
    }
}

impl Duty {
    /// May it be held for a group alone? Of the others each reaches everybody, so that a group would be no bound.
    pub fn fits_group(self) -> bool {
        matches!(self, Duty::Moderate | Duty::Accounts)
    }
}

/// How the database marks a duty that is held for some groups: `moderate:groups`.
const IN_GROUPS: &str = ":groups";
/// The bits of duties that are held for some groups begin here; those for the whole site at 0.
const GROUPS_FROM: u16 = 8;

/// A set of duties, each for the whole site, or for some groups; for which, the database knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Duties(u16);

impl Duties {
    /// No duty at all.
    pub const NONE: Duties = Duties(0);

    /// Every duty there is, for the whole site: what an owner holds.
    pub fn all() -> Duties {
        Duty::ALL.iter().copied().collect()
    }

    /// Is this duty in the set, for the whole site?
    pub fn has(self, duty: Duty) -> bool {
        self.0 & (1 << duty as u16) != 0
    }

    /// Is this duty in the set for some groups, whether or not for the whole site, too?
    pub fn has_in_groups(self, duty: Duty) -> bool {
        self.0 & (1 << (GROUPS_FROM + duty as u16)) != 0
    }

    /// Is this duty in the set, be it for the whole site or for some groups?
    pub fn has_somewhere(self, duty: Duty) -> bool {
        self.has(duty) || self.has_in_groups(duty)
    }

    /// Is there no duty in the set?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in the set for the whole site.
    pub fn of_site(self) -> Duties {
        Duties(self.0 & ((1 << GROUPS_FROM) - 1))
    }

    /// Does this set hold everything the other holds, for the whole site? What is held for a group is covered by the same
    /// for the site, and by nothing less: of which groups, a set does not know.
    pub fn covers(self, other: Duties) -> bool {
        let needed = other.of_site().0 | other.0 >> GROUPS_FROM;
        self.of_site().0 & needed == needed
    }

    /// The duties in the set that are for the whole site, in the order of declaration.
    pub fn list(self) -> impl Iterator<Item = Duty> {
        Duty::ALL.iter().copied().filter(move |duty| self.has(*duty))
    }

    /// The same set with this duty for some groups.
    pub fn and_in_groups(self, duty: Duty) -> Duties {
        Duties(self.0 | 1 << (GROUPS_FROM + duty as u16))
    }

    /// The set as a number, for the eyes of a connection.
    pub(crate) fn bits(self) -> u16 {
        self.0
    }

    /// What [`Duties::bits`] gave.
    pub(crate) fn of_bits(bits: u16) -> Duties {
        Duties(bits)
    }

    /// Reads words joined by commas, as the database keeps them; unknown words are dropped.
    pub fn parse(words: &str) -> Duties {
        words.split(',').fold(Duties::NONE, |set, word| match word.strip_suffix(IN_GROUPS) {
            Some(word) => Duty::parse(word).map_or(set, |duty| set.and_in_groups(duty)),
            None => Duty::parse(word).map_or(set, |duty| Duties(set.0 | 1 << duty as u16)),
        })
    }
}

impl FromIterator<Duty> for Duties {
    fn from_iter<I: IntoIterator<Item = Duty>>(duties: I) -> Duties {
        Duties(duties.into_iter().fold(0, |set, duty| set | 1 << duty as u16))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_duties_has_what_was_put_in_and_nothing_else() {
        let set = Duties::parse("moderate,audit,nonsense");
        assert!(set.has(Duty::Moderate) && set.has(Duty::Audit) && !set.has(Duty::Accounts));
        assert!(Duties::all().covers(set) && !set.covers(Duties::all()));
        assert_eq!(set.list().count(), 2);
    }

    #[test]
    fn what_is_held_for_a_group_is_less_than_the_same_for_the_site() {
        let part = Duties::parse("audit,moderate:groups,nonsense:groups");
        assert!(part.has_in_groups(Duty::Moderate) && part.has_somewhere(Duty::Moderate));
        assert!(!part.has(Duty::Moderate) && part.has(Duty::Audit) && !part.has_in_groups(Duty::Audit));
        assert_eq!(part.of_site(), Duties::parse("audit"));
        assert!(Duties::parse("audit,moderate").covers(part));
        assert!(!Duties::parse("audit").covers(part) && !part.covers(Duties::parse("moderate")));
        assert!(!part.covers(part), "of which groups, a set does not know");
        assert!(!part.is_empty() && Duties::NONE.and_in_groups(Duty::Accounts) != Duties::NONE);
    }
}
