//! What staff of random worlds do: sanctions, decisions, holds, Readings, appeals, duties, accounts that close. Whoever does it is
//! one of the people, so that strangers do, too.

use super::{GROUPS, Making, PEOPLE, Row, Stored, Value, When, values};

/// By when a Reading or a claim is over: not in these worlds.
const NEVER: i64 = 9_000_000_000_000_000;

/// What staff did that can be looked at again.
#[derive(Clone, Copy)]
pub(super) struct Decided {
    id: i64,
    sort: &'static str,
    about: usize,
    item: Option<usize>,
}

impl Making {
    /// A row that staff make, with whoever that is first: where it is a stranger, in the other world it is somebody else.
    pub(super) fn by_staff(&mut self, gone: bool, sql: &str, who: usize, mut values: Vec<Value>) {
        values.insert(0, Stored::value(self.id(who)));
        self.by_some(gone, sql, values, &[0]);
    }

    /// The same, where these of the values say who did something.
    fn by_some(&mut self, gone: bool, sql: &str, values: Vec<Value>, who: &[usize]) {
        let strangers: Vec<i64> =
            (0..PEOPLE).filter(|who| self.strangers[*who]).map(|who| self.id(who)).collect();
        let mut otherwise = values.clone();
        let mut differs = false;
        for at in who {
            if matches!(&values[*at], Value::Int(id) if strangers.contains(id)) {
                otherwise[*at] = Stored::value(self.numbers.staff);
                differs = true;
            }
        }
        if gone || !differs {
            self.add(gone, sql, values);
        } else {
            self.rows.push(Row { sql: sql.to_owned(), values, when: When::With });
            self.rows.push(Row { sql: sql.to_owned(), values: otherwise, when: When::Without });
        }
    }

    pub(super) fn supervises(&mut self, kind: u8, who: usize, (a, b, c): (u16, u16, u16)) {
        match kind {
            0 => self.sanctions(who, a, b, c),
            1 | 2 => self.decides(who, a, b),
            3 => self.holds(who, a, b, c),
            4 | 5 => self.reads(who, a, b, c),
            6 => self.appeals(who, a, b),
            7 => self.gives_duty(who, a, b),
            8 if a.is_multiple_of(3) => self.closes(b),
            8 => self.claims(who, b),
            9 => self.closes_words(who, a),
            10 => self.keeps_accounts(a, b),
            11..=13 => self.hears(who, a, b, c),
            14 => self.closes_report(who, a, b),
            _ => self.is_told_by_staff(a, b, c),
        }
    }

    fn sanctions(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let (number, about) = (self.number(), a as usize % PEOPLE);
        let (gone, account) = (self.strangers[about], self.id(about));
        let kind = ["note", "warning", "read_only", "no_messages", "no_photos"][b as usize % 5];
        let over = (c.is_multiple_of(3)).then_some(5_i64);
        // One of a kind at a time.
        let stays = over.is_none() && !matches!(kind, "note" | "warning");
        if stays && !self.first(format!("sanction {account} {kind}")) {
            return;
        }
        let sql =
            "INSERT INTO sanction (id, account_id, kind, reason, words, made_by, made_at, over_at, lifted_by)
                   VALUES (?2, ?3, ?4, 'rude', 'Enough', ?1, 0, ?5, CASE WHEN ?5 IS NOT NULL THEN ?1 END)";
        self.by_staff(gone, sql, who, values![number, account, kind, over]);
        self.decided.push(Decided { id: number, sort: "sanction", about, item: None });
    }

    fn decides(&mut self, who: usize, a: u16, b: u16) {
        let number = self.number();
        let (item, about, gone) = match self.pick(&["post", "comment", "message", "photo"], a) {
            Some(at) if !b.is_multiple_of(3) => {
                let item = &self.items[at];
                // What became of one's own things in a place of strangers is one's own.
                if item.gone && item.author == self.viewer {
                    return;
                }
                (Some(item.id), item.author, item.gone)
            }
            _ => (None, a as usize % PEOPLE, self.strangers[a as usize % PEOPLE]),
        };
        let (kind, account) = (["remove", "restore", "release", "keep"][b as usize % 4], self.id(about));
        let sql = "INSERT INTO decision (id, item_id, about_id, kind, reason, decided_by, made_at)
                   VALUES (?2, ?3, ?4, ?5, 'rude', ?1, 0)";
        self.by_staff(gone, sql, who, values![number, item, account, kind]);
        let item = item.and_then(|id| self.items.iter().position(|item| item.id == id));
        self.decided.push(Decided { id: number, sort: "decision", about, item });
    }

    fn holds(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let number = self.number();
        let mut gone = false;
        let (mut account, mut group, mut item) = (None, None, None);
        match c % 3 {
            0 => {
                gone = self.strangers[a as usize % PEOPLE];
                account = Some(self.id(a as usize % PEOPLE));
            }
            1 => group = Some(self.numbers.groups + i64::from(b) % GROUPS as i64),
            _ => {
                let Some(at) = self.pick(&["post", "comment", "conversation"], a) else { return };
                gone = self.items[at].gone;
                item = Some(self.items[at].id);
            }
        }
        let sql = "INSERT INTO legal_hold (id, account_id, group_id, item_id, reason, begun_by, begun_at, review_at)
                   VALUES (?2, ?3, ?4, ?5, 'The court asks for it', ?1, 0, 0)";
        self.by_staff(gone, sql, who, values![number, account, group, item]);
    }

    /// Somebody reads private talk with a reason; often it is whoever looks.
    fn reads(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let who = if a.is_multiple_of(4) { who } else { self.viewer };
        let (number, second) = (self.number(), b as usize % PEOPLE);
        // Those who talk are told that somebody of the staff read it, whoever that was.
        let (conversation, person, gone) = match self.pick(&["conversation"], b) {
            Some(at) if c.is_multiple_of(2) => (Some(self.items[at].id), None, self.items[at].gone),
            _ => (None, Some(self.id(a as usize % PEOPLE)), self.strangers[a as usize % PEOPLE]),
        };
        let of_posts = i64::from(person.is_some() && !b.is_multiple_of(3));
        // Of two strangers neither could stand for the other.
        let one = second != who && !(self.strangers[second] && self.strangers[who]);
        let second = (one && a.is_multiple_of(3)).then(|| self.id(second));
        let over = second.filter(|_| c.is_multiple_of(5));
        let told = (c.is_multiple_of(3)).then_some(4_i64);
        let sql = "INSERT INTO reading (id, staff_id, conversation_id, person_id, of_posts, reason, words, asked_at, needs_second,
                     second_id, from_at, until_at, boot, until_up_ms, ended_at, ended_by, told_at, confidential, shown_at)
                   VALUES (?2, ?1, ?3, ?4, ?5, 'safety', 'Somebody is afraid', 0, 0, ?6, 0, ?7, (SELECT max(id) FROM boot), ?7,
                     CASE WHEN ?8 IS NOT NULL THEN 3 END, ?8, ?9, ?10, 1)";
        let confidential = i64::from(c.is_multiple_of(4));
        let staff = self.id(who);
        let values =
            values![staff, number, conversation, person, of_posts, second, NEVER, over, told, confidential];
        self.by_some(gone, sql, values, &[0, 5, 7]);
    }

    fn appeals(&mut self, who: usize, a: u16, b: u16) {
        let Some(of) = self.decided.get(a as usize % self.decided.len().max(1)).copied() else {
            return;
        };
        if !self.first(format!("appeal {} {}", of.sort, of.id)) {
            return;
        }
        let (number, account) = (self.number(), self.id(of.about));
        let gone = self.strangers[of.about] || of.item.is_some_and(|item| self.items[item].gone);
        let words = format!("{} asks", self.numbers.token(of.about));
        let decided = (b.is_multiple_of(2)).then_some(7_i64);
        let of_sanction = (of.sort == "sanction").then_some(of.id);
        let of_decision = (of.sort == "decision").then_some(of.id);
        let sql = "INSERT INTO appeal (id, sanction_id, decision_id, account_id, words, made_at, decided_at, decided_by, outcome)
                   VALUES (?2, ?3, ?4, ?5, ?6, 0, ?7, CASE WHEN ?7 IS NOT NULL THEN ?1 END, CASE WHEN ?7 IS NOT NULL THEN 'stands' END)";
        self.by_staff(gone, sql, who, values![number, of_sanction, of_decision, account, words, decided]);
        if decided.is_none() {
            self.opens_case("appeal", account, of.item, Some(number), gone);
        }
    }

    /// Somebody gets a duty for a group.
    fn gives_duty(&mut self, who: usize, a: u16, b: u16) {
        let about = a as usize % PEOPLE;
        // Whoever looks holds what the test says, and no more.
        if about == self.viewer || !self.first(format!("duty {about}")) {
            return;
        }
        let (account, group) = (self.id(about), self.numbers.groups + i64::from(b) % GROUPS as i64);
        // How many supervise is said to everybody: of a stranger it is over.
        let (gone, over) = (self.strangers[about], self.strangers[about].then_some(5_i64));
        let sql = "INSERT INTO duty (account_id, duty, group_id, given_by, given_at, ended_at)
                   VALUES (?2, 'moderate', ?3, ?1, 0, ?4)";
        self.by_staff(gone, sql, who, values![account, group, over]);
    }

    /// An account that closes, or is closed.
    fn closes(&mut self, b: u16) {
        let about = b as usize % PEOPLE;
        if about != self.viewer && self.first(format!("closing {about}")) {
            let sql = "INSERT INTO closing (account_id, asked_at, until_day, comments_stay, by_staff) VALUES (?1, 0, 90000, 1, 0)";
            let account = self.id(about);
            self.add(self.strangers[about], sql, values![account]);
        }
    }

    /// Somebody works on the cases about somebody.
    fn claims(&mut self, who: usize, b: u16) {
        let (about, gone) = (self.id(b as usize % PEOPLE), self.strangers[b as usize % PEOPLE]);
        let sql =
            "UPDATE \"case\" SET claimed_by = ?1, claimed_at = 0, claimed_until = ?3, claimed_up_ms = ?3,
                     claimed_boot = (SELECT max(id) FROM boot) WHERE account_id = ?2";
        self.by_staff(gone, sql, who, values![about, NEVER]);
    }

    /// Somebody closes what rules for words brought, and notes what they did.
    fn closes_words(&mut self, who: usize, a: u16) {
        let (about, gone) = (self.id(a as usize % PEOPLE), self.strangers[a as usize % PEOPLE]);
        let note = format!("{} spoke to them", self.numbers.token(who));
        let sql = "UPDATE watch_case SET closed_at = 5, closed_by = ?1, note = ?3 WHERE account_id = ?2 AND closed_at IS NULL";
        // What a stranger noted stands in the one world alone.
        let in_other = "UPDATE watch_case SET closed_at = 5, closed_by = ?1, note = '' WHERE account_id = ?2 AND closed_at IS NULL";
        if !gone && self.strangers[who] {
            let (by, staff) = (self.id(who), self.numbers.staff);
            self.rows.push(Row { sql: sql.into(), values: values![by, about, note], when: When::With });
            self.rows.push(Row { sql: in_other.into(), values: values![staff, about], when: When::Without });
        } else {
            let by = self.id(who);
            self.add(gone, sql, values![by, about, note]);
        }
    }

    /// A group gets hours of use, somebody a slip with a password.
    fn keeps_accounts(&mut self, a: u16, b: u16) {
        let group = self.numbers.groups + i64::from(a) % GROUPS as i64;
        if b.is_multiple_of(2) && self.first(format!("hours {group}")) {
            let open = "00:00-24:00\n".repeat(7);
            self.add(false, "INSERT INTO hours (group_id, words) VALUES (?1, ?2)", values![group, open]);
        } else if b % 2 == 1 && a as usize % PEOPLE != self.viewer {
            let (account, gone) = (self.id(a as usize % PEOPLE), self.strangers[a as usize % PEOPLE]);
            self.add(gone, "UPDATE credential SET must_choose = 1 WHERE account_id = ?1", values![account]);
        }
    }
}
