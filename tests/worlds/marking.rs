//! What people and staff of random worlds note about things: reports, marks, what rules for words found, who lives here how.

use super::{Making, PEOPLE, Row, Stored, When, values};

impl Making {
    /// Somebody reports something or somebody. Of what a stranger reported of others staff know in the other world, too: from
    /// somebody else, and without their words.
    pub(super) fn reports(&mut self, who: usize, a: u16, b: u16) {
        let (number, by, note) = (self.number(), self.id(who), self.words(who));
        let reason = ["rude", "rude", "threat", "worried"][b as usize / 2 % 4];
        let about = self.pick(&["post", "comment", "message", "photo", "conversation"], a);
        let about = about.filter(|_| b.is_multiple_of(2));
        let (gone, person, account) = match about {
            // Who began a conversation is nobody of these.
            Some(at) if self.items[at].kind == "conversation" => {
                (self.items[at].gone, None, self.numbers.staff)
            }
            Some(at) => (self.items[at].gone, None, self.id(self.items[at].author)),
            None => {
                let other = b as usize % PEOPLE;
                (self.strangers[other], Some(self.id(other)), self.id(other))
            }
        };
        let (item, place) = (about.map(|at| self.items[at].id), self.place);
        let sql = "INSERT INTO report (id, item_id, account_id, reporter_id, reason, note, made_at, at_place)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)";
        let row = |by: i64, note: &str| values![number, item, person, by, reason, note, place];
        if !gone && self.strangers[who] {
            let otherwise = row(self.numbers.staff, "");
            self.rows.push(Row { sql: sql.into(), values: row(by, &note), when: When::With });
            self.rows.push(Row { sql: sql.into(), values: otherwise, when: When::Without });
        } else {
            self.add(gone, sql, row(by, &note));
        }
        self.reports.push((number, gone));
        let sort = match (reason, about) {
            ("worried", _) => "worry",
            (_, None) => "person",
            _ => "item",
        };
        self.opens_case(sort, account, about, None, gone);
    }

    /// A rule for words brings something before staff.
    pub(super) fn is_watched(&mut self, a: u16, b: u16) {
        let Some(at) = self.pick(&["post", "comment", "message"], a) else { return };
        let rule = self.numbers.others + 29_999;
        if self.first("rule".into()) {
            let sql = "INSERT INTO watch_rule (id, pattern, folded, kind, action, severity, category, enabled, made_at, changed_at)
                       VALUES (?1, ?2, ?2, 'word', 'flag', 2, 'other', 0, 0, 0)";
            self.add(false, sql, values![rule, format!("wolf{rule}")]);
        }
        let (id, author, gone) = (self.items[at].id, self.items[at].author, self.items[at].gone);
        let (case, hit, account, words) =
            (self.number(), self.number(), self.id(author), format!("{} wolf", self.numbers.token(author)));
        let action = ["flag", "hold", "help"][b as usize % 3];
        let sql =
            "INSERT INTO watch_case (id, item_id, account_id, surface, action, severity, words, made_at)
                   VALUES (?1, ?2, ?3, 'post', ?4, 2, ?5, 0)";
        self.add(gone, sql, values![case, id, account, action, words.clone()]);
        let sql = "INSERT INTO watch_hit (id, rule_id, case_id, item_id, account_id, surface, part, from_char, to_char, words, effect,
                     possible, made_at, day) VALUES (?1, ?2, ?3, ?4, ?5, 'post', 0, 0, 4, ?6, 'flag', 0, 0, 1)";
        self.add(gone, sql, values![hit, rule, case, id, account, words]);
        if action == "help" {
            self.opens_case("help", account, Some(at), Some(case), gone);
        } else {
            self.opens_case("item", account, Some(at), None, gone);
        }
    }

    /// Somebody reads the notice of the house, or lets nobody know that they are here.
    pub(super) fn lives_here(&mut self, who: usize, b: u16) {
        let account = self.id(who);
        if b.is_multiple_of(2) && self.first(format!("charter {account}")) {
            let sql = "INSERT INTO charter_read (account_id, version, read_at) VALUES (?1, 1, 0)";
            self.add(self.strangers[who], sql, values![account]);
        } else if b % 2 == 1 && self.first(format!("unseen {account}")) {
            let sql = "INSERT INTO unseen_presence (account_id, since_at) VALUES (?1, 0)";
            self.add(self.strangers[who], sql, values![account]);
        }
    }

    /// Staff stop writing in a group, or say how strict the house is with it or with somebody.
    pub(super) fn is_strict(&mut self, who: usize, group: usize, b: u16) {
        let (group, staff) = (self.numbers.groups + group as i64, self.numbers.staff);
        let (account, stranger) = (self.id(who), self.strangers[who]);
        let approval = ["open", "hold_photos", "hold_all", "read_only"][b as usize / 4 % 4];
        let few = i64::from(b % 9) + 1;
        match b % 4 {
            0 if self.first(format!("freeze {group}")) => {
                let sql = "INSERT INTO freeze (group_id, words, begun_by, begun_at) VALUES (?1, 'Calm down.', ?2, 0)";
                self.add(false, sql, values![group, staff]);
            }
            1 if self.first(format!("level {group}")) => {
                let sql = "INSERT INTO level (group_id, approval, messages_day, set_by, set_at) VALUES (?1, ?2, ?3, ?4, 0)";
                self.add(false, sql, values![group, approval, few, staff]);
            }
            2 if self.first(format!("level of {account}")) => {
                let sql = "INSERT INTO level (account_id, approval, letters, set_by, set_at) VALUES (?1, ?2, ?3, ?4, 0)";
                self.add(stranger, sql, values![account, approval, few, staff]);
            }
            3 if self.first(format!("sent {account}")) => {
                let sql = "INSERT INTO sent_day (account_id, day, messages) VALUES (?1, 1, ?2)";
                self.add(stranger, sql, values![account, few]);
            }
            _ => {}
        }
    }

    /// What is pinned, followed, hidden, read, and between whom staff let talk.
    pub(super) fn marks(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let account = self.id(who);
        let (kinds, sql): (&[&str], &str) = match c % 4 {
            0 => (&["post"], "INSERT INTO post_follow (post_id, account_id, follows) VALUES (?1, ?2, 1)"),
            1 => (&["post"], "INSERT INTO hidden (item_id, account_id, since_at) VALUES (?1, ?2, 0)"),
            2 => (
                &["announcement"],
                "INSERT INTO announcement_read (announcement_id, account_id, read_at) VALUES (?1, ?2, 0)",
            ),
            _ => {
                let sql = "INSERT INTO talk_pair (one_id, other_id) VALUES (min(?1, ?2), max(?1, ?2))";
                let other = b as usize % PEOPLE;
                return self.between("talk pair", sql, who.min(other), who.max(other));
            }
        };
        let Some(at) = self.pick(kinds, a) else { return };
        let (id, gone) = (self.items[at].id, self.items[at].gone || self.strangers[who]);
        if self.first(format!("mark {} {id} {account}", c % 4)) {
            self.add(gone, sql, values![id, account]);
        }
        let pinned = (c.is_multiple_of(4) && b.is_multiple_of(3) && self.items[at].audience == "everyone")
            .then_some(id);
        if let Some(id) = pinned.filter(|id| self.first(format!("pin {id}"))) {
            let gone = self.items[at].gone;
            self.add(gone, "INSERT INTO pin (group_id, item_id, pinned_at) VALUES (0, ?1, 0)", values![id]);
        }
    }
}
