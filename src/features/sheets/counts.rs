//! What a sheet counts, entry by entry in the order of numbers.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far a clock may be from where it should be before it counts as changed, milliseconds: one that the network keeps
/// right moves by less.
const DRIFT_MS: i64 = 60_000;
/// Changes of the clock that are kept with their times; more are only counted.
const JUMPS_MAX: usize = 6;

/// The numbers of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Entries of the record.
    pub entries: i64,
    /// Posts, passed on or new.
    pub posts: i64,
    /// Comments.
    pub comments: i64,
    /// Messages.
    pub messages: i64,
    /// Photos put in albums, announcements, events and files.
    pub others: i64,
    /// Things told to staff.
    pub reports: i64,
    /// Decisions of staff about what people made, and closed reports.
    pub decided: i64,
    /// Decisions of staff about what was their own, or again about what they had decided, since nobody else could.
    pub alone: i64,
    /// Answers to who asked for a second look.
    pub looked_again: i64,
    /// What waited for staff when the sheet was made, at most 1,000 counted.
    pub waiting: i64,
    /// Cases that should have been decided when the sheet was made, at most 1,000 counted.
    pub overdue: i64,
    /// Looks into private talk that were asked for.
    pub readings: i64,
    /// Things that such looks showed.
    pub shown: i64,
    /// Files taken out of the record.
    pub exports: i64,
    /// Packs of evidence.
    pub packs: i64,
    /// What people took along of their own.
    pub archives: i64,
    /// Changes of accounts, their standing and duties.
    pub accounts: i64,
    /// Changes of the rules of the house.
    pub rules: i64,
    /// Sign-ins of everybody.
    pub sign_ins: i64,
    /// Sign-ins that were refused.
    pub refused: i64,
    /// Sign-ins of staff: account and how many.
    pub staff: Vec<(i64, i64)>,
    /// Starts of the box.
    pub starts: i64,
    /// Entries while nobody vouched for the clock.
    pub unchecked: i64,
    /// How often the clock was somewhere else than it should be.
    pub jumps: i64,
    /// The first of these.
    pub clock: Vec<Jump>,
    /// What the clock showed at the first entry, milliseconds since 1970.
    pub first_at: i64,
    /// And at the last.
    pub last_at: i64,
}

/// The clock was changed before this entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jump {
    /// The entry.
    pub seq: i64,
    /// What the clock should have shown, milliseconds since 1970; after a start, what it showed at the end of the one before.
    pub from_ms: i64,
    /// What it showed.
    pub to_ms: i64,
}

/// One entry, as far as it is counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted<'a> {
    pub seq: i64,
    pub boot: i64,
    pub monotonic_ms: i64,
    pub at: i64,
    pub time_trust: &'a str,
    pub act: &'a str,
    pub actor: i64,
}

/// Counts while entries go by; holds no more than a number for each who signed in.
#[derive(Default)]
pub(super) struct Tally {
    counts: Counts,
    sign_ins: BTreeMap<i64, i64>,
    last: Option<(i64, i64, i64)>,
}

impl Tally {
    pub(super) fn add(&mut self, entry: &Counted<'_>) {
        let counts = &mut self.counts;
        if counts.entries == 0 {
            counts.first_at = entry.at;
        }
        counts.entries += 1;
        counts.last_at = entry.at;
        counts.unchecked += i64::from(matches!(entry.time_trust, "none" | "carried"));
        let (sort, _) = entry.act.split_once('.').unwrap_or((entry.act, ""));
        let number = match entry.act {
            "post.add" | "post.reshare" => &mut counts.posts,
            "comment.add" => &mut counts.comments,
            "message.add" => &mut counts.messages,
            "photo.add" | "announcement.add" | "event.add" | "file.add" => &mut counts.others,
            "report.add" => &mut counts.reports,
            "report.close" => &mut counts.decided,
            "case.alone" => &mut counts.alone,
            "appeal.decide" => &mut counts.looked_again,
            "reading.open" => &mut counts.readings,
            "reading.show" => &mut counts.shown,
            "audit.export" => &mut counts.exports,
            "archive.pack" => &mut counts.archives,
            "session.refuse" => &mut counts.refused,
            "site.rules" => &mut counts.rules,
            "box.start" => &mut counts.starts,
            "session.begin" => {
                *self.sign_ins.entry(entry.actor).or_default() += 1;
                &mut counts.sign_ins
            }
            "sanction.set" | "sanction.change" | "sanction.lift" => &mut counts.accounts,
            "account.add" | "account.add_many" | "account.edit" | "account.duties" | "account.standing"
            | "account.reset" => &mut counts.accounts,
            _ if sort == "item" => &mut counts.decided,
            _ if sort == "evidence" => &mut counts.packs,
            _ => return self.clock(entry),
        };
        *number += 1;
        self.clock(entry);
    }

    /// Is the clock where it should be by what the box itself counts?
    fn clock(&mut self, entry: &Counted<'_>) {
        let before = self.last.replace((entry.boot, entry.monotonic_ms, entry.at));
        let Some((boot, monotonic_ms, at)) = before else { return };
        let from_ms = if boot == entry.boot { at + (entry.monotonic_ms - monotonic_ms) } else { at };
        // While the box was off, its clock may go on; that it goes back shows.
        let moved =
            if boot == entry.boot { (entry.at - from_ms).abs() > DRIFT_MS } else { entry.at < from_ms };
        if moved {
            self.counts.jumps += 1;
            if self.counts.clock.len() < JUMPS_MAX {
                self.counts.clock.push(Jump { seq: entry.seq, from_ms, to_ms: entry.at });
            }
        }
    }

    /// Everybody who signed in.
    pub(super) fn people(&self) -> Vec<i64> {
        self.sign_ins.keys().copied().collect()
    }

    /// The numbers, where these of the people are staff and so much waits and is overdue.
    pub(super) fn end(mut self, staff: &[i64], waiting: i64, overdue: i64) -> Counts {
        self.counts.staff = self.sign_ins.into_iter().filter(|(person, _)| staff.contains(person)).collect();
        self.counts.waiting = waiting;
        self.counts.overdue = overdue;
        self.counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn entry(seq: i64, boot: i64, monotonic_ms: i64, at: i64, act: &str) -> Counted<'_> {
        Counted { seq, boot, monotonic_ms, at, time_trust: "none", act, actor: seq % 2 + 1 }
    }

    fn counted(entries: &[Counted<'_>]) -> Counts {
        let mut tally = Tally::default();
        entries.iter().for_each(|entry| tally.add(entry));
        tally.end(&[2], 4, 3)
    }

    #[test]
    fn acts_are_counted_by_what_they_are_and_sign_ins_by_whom() {
        let acts = [
            "box.start",
            "session.begin",
            "session.begin",
            "session.begin",
            "post.add",
            "post.reshare",
            "report.add",
            "item.staff_remove",
            "report.close",
            "case.alone",
            "appeal.decide",
            "reading.open",
            "reading.show",
            "audit.export",
            "evidence.export",
            "session.refuse",
            "group.join",
        ];
        let entries: Vec<Counted<'_>> =
            (1..).zip(acts).map(|(seq, act)| entry(seq, 1, seq, 1_000 + seq, act)).collect();
        let counts = counted(&entries);
        assert_eq!((counts.entries, counts.starts, counts.posts, counts.reports), (17, 1, 2, 1));
        assert_eq!((counts.alone, counts.looked_again), (1, 1));
        assert_eq!((counts.decided, counts.readings, counts.shown), (2, 1, 1));
        assert_eq!((counts.exports, counts.packs, counts.refused, counts.sign_ins), (1, 1, 1, 3));
        // Account 1 signed in twice and is no staff; account 2 once.
        assert_eq!((counts.staff, counts.waiting, counts.overdue), (vec![(2, 1)], 4, 3));
        assert_eq!((counts.first_at, counts.last_at, counts.jumps), (1_001, 1_017, 0));
        assert_eq!(counts.unchecked, 17);
    }

    #[test]
    fn a_clock_that_was_set_or_went_back_shows_with_its_entry_and_one_that_runs_does_not() {
        let on = [entry(1, 1, 0, 0, "a.a"), entry(2, 1, HOUR, HOUR + DRIFT_MS, "a.a")];
        assert_eq!(counted(&on).jumps, 0, "it runs");
        let set = [
            entry(1, 1, 0, 0, "a.a"),
            entry(2, 1, 10, 5 * HOUR, "a.a"),
            entry(3, 1, 20, 5 * HOUR + 10, "a.a"),
        ];
        assert_eq!(counted(&set).clock, [Jump { seq: 2, from_ms: 10, to_ms: 5 * HOUR }]);
        let off = [entry(1, 1, 0, HOUR, "a.a"), entry(2, 2, 0, 9 * HOUR, "box.start")];
        assert_eq!(counted(&off).jumps, 0, "a night without power");
        let back = [entry(1, 1, 0, HOUR, "a.a"), entry(2, 2, 0, 0, "box.start")];
        assert_eq!(counted(&back).clock, [Jump { seq: 2, from_ms: HOUR, to_ms: 0 }]);
        let many: Vec<Counted<'_>> = (0..30).map(|seq| entry(seq, 1, seq, seq * HOUR, "a.a")).collect();
        assert_eq!((counted(&many).jumps, counted(&many).clock.len()), (29, JUMPS_MAX));
    }
}
