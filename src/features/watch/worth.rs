//! What a rule is worth: how often it matched, and how often staff said that it was right.

use super::store;
use crate::base::Result;
use crate::db::Snapshot;
use std::collections::HashMap;

/// Verdicts from which on a rule may suggest its own end.
const VERDICTS_MIN: i64 = 50;

/// What is known of the matches of one rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Worth {
    /// Matches of the last 7, 30 and 90 days of the box.
    pub week: i64,
    pub month: i64,
    pub quarter: i64,
    /// What staff said of matches, of all time.
    pub right: i64,
    pub wrong: i64,
    pub harmless: i64,
}

impl Worth {
    /// How many matches staff have judged.
    pub(super) fn judged(self) -> i64 {
        self.right + self.wrong + self.harmless
    }

    /// Fewer than one in ten was right, of so many that it is no accident.
    pub(super) fn suggests_end(self) -> bool {
        self.judged() >= VERDICTS_MIN && self.right * 10 < self.judged()
    }
}

/// What is known of each of these rules. Two statements, however many.
pub(super) fn of(look: &Snapshot<'_>, rules: &[i64]) -> Result<HashMap<i64, Worth>> {
    let mut found: HashMap<i64, Worth> = HashMap::new();
    for (rule, week, month, quarter) in store::matches(look, rules)? {
        found.insert(rule, Worth { week, month, quarter, ..Worth::default() });
    }
    for (rule, verdict, count) in store::verdicts(look, rules)? {
        let worth = found.entry(rule).or_default();
        match verdict.as_str() {
            "right" => worth.right = count,
            "wrong" => worth.wrong = count,
            _ => worth.harmless = count,
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_suggests_its_end_after_fifty_verdicts_of_which_fewer_than_a_tenth_were_right() {
        let worth = |right, wrong, harmless| Worth { right, wrong, harmless, ..Worth::default() };
        assert!(worth(4, 40, 6).suggests_end());
        assert!(!worth(5, 40, 5).suggests_end(), "a tenth is enough");
        assert!(!worth(0, 49, 0).suggests_end(), "too few");
        assert!(worth(0, 0, 50).suggests_end());
    }
}
