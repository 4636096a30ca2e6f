//! What people do in random worlds, each as the rows that it leaves.

use super::{GROUPS, Making, PEOPLE, Row, Stored, When, values};

const AUDIENCES: [&str; 6] = ["everyone", "everyone", "groups", "contacts", "aspects", "people"];
const REACTIONS: [&str; 5] = ["heart", "thumb", "laugh", "wow", "thanks"];

impl Making {
    pub(super) fn does(&mut self, (kind, who, a, b, c): super::Doing) {
        let (who, other) = (who as usize, a as usize % PEOPLE);
        let group = a as usize % GROUPS;
        match kind {
            0 => {
                let sql = "INSERT INTO contact (owner_id, person_id, since_at) VALUES (?1, ?2, 0)";
                self.between("contact", sql, who, other);
            }
            1 if b.is_multiple_of(3) => {
                let sql = "INSERT INTO block (owner_id, person_id, since_at) VALUES (?1, ?2, 0)";
                self.between("block", sql, who, other);
            }
            1 => {
                let sql = "INSERT INTO aspect_person (aspect_id, person_id) VALUES (?1, ?2)";
                self.between("aspect", sql, who, other);
            }
            2 | 3 => {} // comes into a group: see World::members
            4..=7 => self.posts(who, a, b, c),
            8 => self.passes_on(who, a, b),
            9..=12 => self.comments(who, a, b, c),
            13..=15 => self.reacts(who, a, b),
            16 | 17 => self.votes(who, a, b),
            18 => self.makes_album(who, a, b, c),
            19 => self.puts_photo(who, a, c),
            20 => self.tags(who, a, b, c),
            21 => self.announces(who, a, b, c),
            22 | 23 => self.plans(who, a, b, c),
            24 => self.files(who, group, c),
            25 => self.names(a, b),
            26 => self.changes(a),
            27 | 28 => self.is_told(who, a, b, c),
            29 => self.talks(who, a, b, c),
            30..=32 => self.says(who, a, b, c),
            33 => self.asks_in(who, group, b, c),
            34 => self.reports(who, a, b),
            35 => self.marks(who, a, b, c),
            36 => self.is_watched(a, b),
            37 | 38 => self.is_strict(who, group, b),
            39 => self.lives_here(who, b),
            _ => self.supervises(kind - 40, who, (a, b, c)),
        }
    }

    fn posts(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let audience = AUDIENCES[a as usize % AUDIENCES.len()];
        let at = self.item("post", who, Some(audience), None, c);
        let (id, gone, words) = (self.items[at].id, self.items[at].gone, self.words(who));
        let (poll, photos) = (b & 1, b >> 1 & 1);
        self.items[at].poll = poll == 1;
        let sql = "INSERT INTO post (id, body, photos, poll) VALUES (?1, ?2, ?3, ?4)";
        self.add(gone, sql, values![id, format!("{words} #club"), i64::from(photos), i64::from(poll)]);
        self.targets(at, audience, b >> 2);
        if poll == 1 {
            let sql = "INSERT INTO poll (id, question, several, hidden, final) VALUES (?1, ?2, 0, ?3, 0)";
            self.add(gone, sql, values![id, words.clone(), i64::from(c >> 3 & 1)]);
            for place in 0..2 {
                let sql = "INSERT INTO poll_option (poll_id, place, words) VALUES (?1, ?2, ?3)";
                self.add(gone, sql, values![id, place, format!("{words} {place}")]);
            }
        }
        if photos == 1 {
            self.photo(who, at, 0);
        }
    }

    /// A photo of somebody's in a post or album.
    fn photo(&mut self, who: usize, parent: usize, c: u16) {
        let at = self.item("photo", who, None, Some(parent), c);
        let (id, under, gone, words) =
            (self.items[at].id, self.items[parent].id, self.items[at].gone, self.words(who));
        let sql = "INSERT INTO photo (id, name, alt, caption, place, width, height, parent_id) VALUES (?1, ?2, ?3, ?3, ?4, 1, 1, ?5)";
        let name = format!("{}-{id}", self.numbers.token(who));
        self.add(gone, sql, values![id, name, words, at as i64, under]);
        if self.items[parent].kind == "album" && c.is_multiple_of(2) {
            let sql = "UPDATE album SET cover_id = ?2 WHERE id = ?1";
            self.add(gone, sql, values![under, id]);
            if gone && !self.items[parent].gone {
                // An album remembers one choice: what was chosen before is not where the last one is not seen, as it
                // would not be had that photo been deleted. The page shows the first photo then.
                self.rows.push(Row {
                    sql: sql.into(),
                    values: values![under, None::<i64>],
                    when: When::Without,
                });
            }
        }
    }

    fn passes_on(&mut self, who: usize, a: u16, b: u16) {
        let Some(root) = self.pick(&["post"], a) else { return };
        if self.items[root].audience != "everyone" || !self.items[root].shown {
            return;
        }
        let at = self.item("post", who, Some("everyone"), None, b >> 3);
        let (id, words, bare) = (self.items[at].id, self.words(who), b.is_multiple_of(2));
        let (original, lost) = (self.items[root].id, self.items[root].gone);
        // Words of one's own stay without what they were said about; without words nothing does.
        let gone = self.items[at].gone || (bare && lost);
        // What is passed on again leads to the first of all.
        (self.items[at].gone, self.items[at].audience) = (gone, "reshare");
        let body = if bare { String::new() } else { words };
        if let Some(row) = self.rows.last_mut().filter(|_| gone) {
            row.when = When::With;
        }
        let sql = "INSERT INTO post (id, body, root_id) VALUES (?1, ?2, ?3)";
        if lost && !gone {
            self.rows.push(Row {
                sql: sql.into(),
                values: values![id, body.clone(), original],
                when: When::With,
            });
            self.rows.push(Row {
                sql: sql.into(),
                values: values![id, body, None::<i64>],
                when: When::Without,
            });
        } else {
            self.add(gone, sql, values![id, body, original]);
        }
        if bare {
            self.add(gone, "UPDATE item SET with_id = ?2 WHERE id = ?1", values![id, original]);
        }
    }

    fn comments(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let Some(parent) = self.pick(&["post", "photo"], a) else { return };
        let above: Vec<usize> = (0..self.items.len())
            .filter(|at| self.items[*at].kind == "comment" && self.items[*at].parent == Some(parent))
            .collect();
        let above = above.get(b as usize % (above.len() + 1)).copied();
        let at = self.item("comment", who, None, Some(parent), c);
        let (id, gone, words, photo) =
            (self.items[at].id, self.items[at].gone, self.words(who), i64::from(c >> 4 & 1));
        let sql = "INSERT INTO comment (id, body, under_id, photo) VALUES (?1, ?2, ?3, ?4)";
        let above_id = above.map(|above| self.items[above].id);
        if above.is_some_and(|above| self.items[above].gone) && !gone {
            self.rows.push(Row {
                sql: sql.into(),
                values: values![id, words.clone(), above_id, photo],
                when: When::With,
            });
            self.rows.push(Row {
                sql: sql.into(),
                values: values![id, words.clone(), None::<i64>, photo],
                when: When::Without,
            });
        } else {
            self.add(gone, sql, values![id, words.clone(), above_id, photo]);
        }
        if photo == 1 {
            let sql = "INSERT INTO comment_photo (id, name, alt, width, height) VALUES (?1, ?2, ?3, 1, 1)";
            self.add(gone, sql, values![id, format!("{}-{id}", self.numbers.token(who)), words]);
        }
    }

    fn reacts(&mut self, who: usize, a: u16, b: u16) {
        let Some(at) = self.pick(&["post", "photo", "comment", "message"], a) else { return };
        let (id, account) = (self.items[at].id, self.id(who));
        let gone = self.items[at].gone || self.strangers[who];
        if self.first(format!("reaction {id} {account}")) {
            let kind = REACTIONS[b as usize % REACTIONS.len()];
            let sql = "INSERT INTO reaction (item_id, account_id, kind, made_at) VALUES (?1, ?2, ?3, 0)";
            self.add(gone, sql, values![id, account, kind]);
            if self.items[at].kind == "message" {
                self.add(gone, "UPDATE message SET reacted = 1 WHERE id = ?1", values![id]);
            }
        }
    }

    fn votes(&mut self, who: usize, a: u16, b: u16) {
        let polls: Vec<usize> = (0..self.items.len()).filter(|at| self.items[*at].poll).collect();
        let Some(at) = polls.get(a as usize % polls.len().max(1)).copied() else { return };
        let (id, account, place) = (self.items[at].id, self.id(who), i64::from(b & 1));
        let gone = self.items[at].gone || self.strangers[who];
        if self.first(format!("vote {id} {account}")) {
            let sql = "INSERT INTO poll_vote (poll_id, account_id, place) VALUES (?1, ?2, ?3)";
            self.add(gone, sql, values![id, account, place]);
            self.add(gone, "UPDATE poll SET voters = voters + 1 WHERE id = ?1", values![id]);
            let sql = "UPDATE poll_option SET votes = votes + 1 WHERE poll_id = ?1 AND place = ?2";
            self.add(gone, sql, values![id, place]);
        }
    }

    fn makes_album(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let shared = b.is_multiple_of(2);
        let audience = if shared { "groups" } else { AUDIENCES[a as usize % AUDIENCES.len()] };
        let at = self.item("album", who, Some(audience), None, c);
        let (id, gone, words) = (self.items[at].id, self.items[at].gone, self.words(who));
        let group = i64::from(b >> 2) % GROUPS as i64;
        let of = shared.then_some(self.numbers.groups + group);
        self.items[at].group = shared.then_some(group as usize);
        self.add(
            gone,
            "INSERT INTO album (id, title, about, group_id) VALUES (?1, ?2, ?2, ?3)",
            values![id, words, of],
        );
        self.targets(at, audience, b >> 2);
    }

    fn puts_photo(&mut self, who: usize, a: u16, c: u16) {
        let Some(album) = self.pick(&["album"], a) else { return };
        let may = match self.items[album].group {
            Some(group) => self.members.contains(&(group, who)),
            // No form lets others put one into an album for few; the views do not trust in that.
            None => self.items[album].author == who || c % 8 == 5,
        };
        if may {
            self.photo(who, album, c);
        }
    }

    fn tags(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let Some(at) = self.pick(&["photo"], a) else { return };
        let (id, person) = (self.items[at].id, b as usize % PEOPLE);
        let gone = self.items[at].gone || self.strangers[who] || self.strangers[person];
        if self.first(format!("spot {id} {person}")) {
            let state = ["shown", "shown", "asked", "refused"][c as usize % 4];
            let (spot, of, by) = (self.number(), self.id(person), self.id(who));
            let sql = "INSERT INTO spot (id, photo_id, person_id, maker_id, across, down, state, made_at) VALUES (?1, ?2, ?3, ?4, 1, 1, ?5, 0)";
            self.add(gone, sql, values![spot, id, of, by, state]);
        }
    }

    fn announces(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let audience = ["everyone", "groups"][a as usize % 2];
        let at = self.item("announcement", who, Some(audience), None, c);
        let (id, gone, words) = (self.items[at].id, self.items[at].gone, self.words(who));
        let sql =
            "INSERT INTO announcement (id, title, body, until_at) VALUES (?1, ?2, ?2, 9000000000000000)";
        self.add(gone, sql, values![id, words]);
        self.targets(at, audience, b);
    }

    /// An event, or an answer to one.
    fn plans(&mut self, who: usize, a: u16, b: u16, c: u16) {
        if let Some(at) = self.pick(&["event"], a).filter(|_| !b.is_multiple_of(3)) {
            let (id, account) = (self.items[at].id, self.id(who));
            let gone = self.items[at].gone || self.strangers[who];
            if self.first(format!("answer {id} {account}")) {
                let answer = ["yes", "maybe", "no"][c as usize % 3];
                let sql = "INSERT INTO event_answer (event_id, account_id, answer, since_at) VALUES (?1, ?2, ?3, 0)";
                self.add(gone, sql, values![id, account, answer]);
            }
            return;
        }
        let audience = ["everyone", "groups"][a as usize % 2];
        let at = self.item("event", who, Some(audience), None, c);
        let (id, gone, words) = (self.items[at].id, self.items[at].gone, self.words(who));
        let sql = "INSERT INTO event (id, title, about, place, all_day, starts, ends)
                   VALUES (?1, ?2, ?2, ?2, 0, '2031-03-05T14:00', '2031-03-05T15:00')";
        self.add(gone, sql, values![id, words]);
        self.targets(at, audience, b);
    }

    fn files(&mut self, who: usize, group: usize, c: u16) {
        if !self.members.contains(&(group, who)) {
            return;
        }
        let at = self.item("file", who, Some("groups"), None, c);
        let (id, gone, words) = (self.items[at].id, self.items[at].gone, self.words(who));
        let (account, group_id) = (self.id(who), self.numbers.groups + group as i64);
        let sql = "INSERT INTO file (id, group_id, author_id, name, sort, shelf, bytes, about) VALUES (?1, ?2, ?3, ?4, 'text', ?5, 7, ?4)";
        self.add(
            gone,
            sql,
            values![id, group_id, account, words, format!("{}-{id}", self.numbers.token(who))],
        );
        self.targets(at, "groups", group as u16);
    }

    /// Whoever wrote something named somebody in it.
    fn names(&mut self, a: u16, b: u16) {
        let Some(at) = self.pick(&["post", "comment", "message"], a) else { return };
        let (id, person) = (self.items[at].id, b as usize % PEOPLE);
        let gone = self.items[at].gone || self.strangers[person];
        if self.first(format!("mention {id} {person}")) {
            let root = match (self.items[at].kind, self.items[at].parent) {
                ("post", _) => Some(id),
                ("comment", Some(parent)) if self.items[parent].kind == "post" => Some(self.items[parent].id),
                _ => None,
            };
            let account = self.id(person);
            let sql = "INSERT INTO mention (item_id, account_id, post_id) VALUES (?1, ?2, ?3)";
            self.add(gone, sql, values![id, account, root]);
        }
    }

    fn changes(&mut self, a: u16) {
        let Some(at) = self.pick(&["post", "comment"], a) else { return };
        let (id, gone, words) = (self.items[at].id, self.items[at].gone, self.words(self.items[at].author));
        if self.first(format!("edit {id}")) {
            let sql = "INSERT INTO edit (item_id, version, body, until_at, waited) VALUES (?1, 1, ?2, 0, 0)";
            self.add(gone, sql, values![id, format!("before {words}")]);
        }
    }

    fn is_told(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let (number, actor, to) = (self.number(), self.id(who), b as usize % PEOPLE);
        let mut gone = self.strangers[who] || self.strangers[to];
        let (kind, item, group) = match c % 3 {
            0 => ("contact", None, None),
            1 => ("group", None, Some(self.numbers.groups + i64::from(a) % GROUPS as i64)),
            _ => {
                let Some(at) = self.pick(&["post", "comment", "photo", "event", "message"], a) else {
                    return;
                };
                gone |= self.items[at].gone;
                (["comment", "mention", "reaction"][a as usize % 3], Some(self.items[at].id), None)
            }
        };
        let account = self.id(to);
        let sql = "INSERT INTO notice (id, account_id, kind, actor_id, item_id, group_id, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)";
        self.add(gone, sql, values![number, account, kind, actor, item, group]);
    }

    /// Somebody asks to come into a group, or is invited to it.
    fn asks_in(&mut self, who: usize, group: usize, b: u16, c: u16) {
        let (group_id, by, other) = (self.numbers.groups + group as i64, self.id(who), b as usize % PEOPLE);
        if c.is_multiple_of(2) && self.first(format!("ask {group} {who}")) {
            let words = self.words(who);
            let sql = "INSERT INTO group_ask (group_id, account_id, words, held, made_at) VALUES (?1, ?2, ?3, 0, 0)";
            self.add(self.strangers[who], sql, values![group_id, by, words]);
        } else if c % 2 == 1 && self.first(format!("invite {group} {other}")) {
            let (gone, invited) = (self.strangers[who] || self.strangers[other], self.id(other));
            let sql =
                "INSERT INTO group_invite (group_id, account_id, by_id, made_at) VALUES (?1, ?2, ?3, 0)";
            self.add(gone, sql, values![group_id, invited, by]);
        }
    }
}
