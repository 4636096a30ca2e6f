//! What staff are trusted with: a small closed list, held over the whole site.

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

/// A set of duties.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Duties(u8);

impl Duties {
    /// No duty at all.
    pub const NONE: Duties = Duties(0);

    /// Every duty there is: what an owner holds.
    pub fn all() -> Duties {
        Duty::ALL.iter().copied().collect()
    }

    /// Is this duty in the set?
    pub fn has(self, duty: Duty) -> bool {
        self.0 & (1 << duty as u8) != 0
    }

    /// Is there no duty in the set?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Does this set hold everything the other holds?
    pub fn covers(self, other: Duties) -> bool {
        self.0 & other.0 == other.0
    }

    /// The duties in the set, in the order of declaration.
    pub fn list(self) -> impl Iterator<Item = Duty> {
        Duty::ALL.iter().copied().filter(move |duty| self.has(*duty))
    }

    /// Reads words joined by commas, as the database keeps them; unknown words are dropped.
    pub fn parse(words: &str) -> Duties {
        words.split(',').filter_map(Duty::parse).collect()
    }
}

impl FromIterator<Duty> for Duties {
    fn from_iter<I: IntoIterator<Item = Duty>>(duties: I) -> Duties {
        Duties(duties.into_iter().fold(0, |set, duty| set | 1 << duty as u8))
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
}
