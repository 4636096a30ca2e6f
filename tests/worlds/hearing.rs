//! The cases of random worlds, and what staff and people write to each other in them.

use super::{Making, PEOPLE, Stored, Value, values};

/// What the box counts by itself, such as the cases that its triggers open, is counted on from the same number in both worlds
/// before each doing: far from what a world numbers itself, and more than one doing makes.
const COUNTED_FROM: i64 = 30_000;
const COUNTED_STEP: i64 = 100;

/// What opened a case. Which one it is, the box knows: the first of this thing.
#[derive(Clone)]
pub(super) struct Case {
    sort: &'static str,
    /// Whom it is about.
    account: i64,
    item: Option<usize>,
    reference: Option<i64>,
    gone: bool,
}

/// Talk with somebody in a case.
#[derive(Clone, Copy)]
pub(super) struct Hearing {
    id: i64,
    with: usize,
    gone: bool,
}

impl Making {
    /// Whatever was counted before, it is counted from here on.
    pub(super) fn counts(&mut self) {
        for table in ["case", "keep_apart", "duty"] {
            let sql = "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0
                       WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)";
            self.add(false, sql, values![table]);
        }
        self.counts_on();
    }

    /// What is counted from now on is called alike in both worlds.
    pub(super) fn counts_on(&mut self) {
        let from = self.numbers.others + COUNTED_FROM + self.counted * COUNTED_STEP;
        self.counted += 1;
        let sql = "UPDATE sqlite_sequence SET seq = ?1 WHERE name IN ('case', 'keep_apart', 'duty')";
        self.add(false, sql, values![from]);
    }

    /// Something that staff look at begins to wait.
    pub(super) fn opens_case(
        &mut self,
        sort: &'static str,
        account: i64,
        item: Option<usize>,
        reference: Option<i64>,
        gone: bool,
    ) {
        self.cases.push(Case { sort, account, item, reference, gone });
    }

    fn is_stranger(&self, account: i64) -> bool {
        (0..PEOPLE).any(|who| self.strangers[who] && self.id(who) == account)
    }

    /// Staff write to somebody in a case, or somebody answers there.
    pub(super) fn hears(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let hearing = self.hearings.get(a as usize % self.hearings.len().max(1)).copied();
        let Some(hearing) = hearing.filter(|_| !b.is_multiple_of(3)).or_else(|| self.begins_hearing(a, b, c))
        else {
            return;
        };
        let by_staff = c % 3 < 2;
        let writer = if by_staff { who } else { hearing.with };
        if by_staff && writer == hearing.with {
            return;
        }
        let (number, account, words) = (self.number(), self.id(writer), self.words(writer));
        let gone = hearing.gone || self.strangers[writer];
        let sql = "INSERT INTO case_message (id, talk_id, author_id, by_staff, words, made_at)
                   SELECT ?1, id, ?3, ?4, ?5, 0 FROM case_talk WHERE id = ?2";
        self.add(gone, sql, values![number, hearing.id, account, i64::from(by_staff), words]);
        // Who of staff wrote is not said to whom they wrote to.
        let (kind, told, gone) = match by_staff {
            true => ("case_talk", self.id(hearing.with), hearing.gone),
            false => ("case_answer", self.id(who), gone || self.strangers[who]),
        };
        let notice = self.number();
        let sql = "INSERT INTO notice (id, account_id, kind, talk_id, made_at) SELECT ?1, ?2, ?3, id, 0 FROM case_talk WHERE id = ?4";
        self.add(gone, sql, values![notice, told, kind, hearing.id]);
    }

    fn begins_hearing(&mut self, a: u16, b: u16, c: u16) -> Option<Hearing> {
        let case = self.cases.get(b as usize % self.cases.len().max(1))?.clone();
        let with = a as usize % PEOPLE;
        let lost = case.gone || case.item.is_some_and(|item| self.items[item].gone);
        // Staff's own word about what somebody else said in a place of strangers stands, and is in one world alone.
        if lost && !self.is_stranger(case.account) {
            return None;
        }
        let item = case.item.map(|item| self.items[item].id);
        let (about, key) = (case.account, (item.unwrap_or(0), case.reference.unwrap_or(0)));
        if !self.first(format!("hearing {} {about} {key:?} {with}", case.sort)) {
            return None;
        }
        let part = if self.id(with) == about { "about" } else { ["reporter", "other"][c as usize % 2] };
        let hearing = Hearing { id: self.number(), with, gone: lost || self.strangers[with] };
        let sql = "INSERT INTO case_talk (id, case_id, account_id, part, begun_at) SELECT ?1, id, ?2, ?3, 0 FROM \"case\"
                   WHERE account_id = ?4 AND sort = ?5 AND coalesce(item_id, 0) = ?6 AND coalesce(ref, 0) = ?7 ORDER BY id LIMIT 1";
        let who = self.id(with);
        let values: Vec<Value> = values![hearing.id, who, part, about, case.sort, key.0, key.1];
        self.add(hearing.gone, sql, values);
        self.hearings.push(hearing);
        Some(hearing)
    }

    /// Somebody of the staff closes a report.
    pub(super) fn closes_report(&mut self, who: usize, a: u16, b: u16) {
        if self.reports.is_empty() {
            return;
        }
        let (report, gone) = self.reports.remove(a as usize % self.reports.len());
        let outcome = ["removed", "kept"][b as usize % 2];
        let sql = "UPDATE report SET closed_at = 5, closed_by = ?1, outcome = ?3 WHERE id = ?2";
        self.by_staff(gone, sql, who, values![report, outcome]);
    }

    /// Staff tell somebody what they did with something of theirs, or that they reported.
    pub(super) fn is_told_by_staff(&mut self, a: u16, b: u16, c: u16) {
        let Some(at) = self.pick(&["post", "comment", "photo", "message"], a) else { return };
        let (item, author, number) = (self.items[at].id, self.items[at].author, self.number());
        let kind = ["removed", "restored", "released", "outcome", "outcome"][b as usize % 5];
        let to = if kind == "outcome" { c as usize % PEOPLE } else { author };
        // How it ended where one sees nothing any more is told to whoever reported what somebody who is none said.
        let own = kind == "outcome" || self.items[at].kind == "photo";
        if own && self.items[at].gone && !self.strangers[author] {
            return;
        }
        let gone = self.items[at].gone || self.strangers[to];
        let (account, reason) = (self.id(to), if kind == "outcome" { "removed" } else { "rude" });
        let sql = "INSERT INTO notice (id, account_id, kind, item_id, reason, made_at) VALUES (?1, ?2, ?3, ?4, ?5, 0)";
        self.add(gone, sql, values![number, account, kind, item, reason]);
    }
}
