//! What people say in conversations of random worlds.

use super::{GROUPS, Item, Making, PEOPLE, Row, Stored, Talk, When, values};

impl Making {
    /// A conversation of two, of many, or of a group.
    pub(super) fn talks(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let mut people: Vec<usize> =
            (0..PEOPLE).filter(|other| *other == who || b >> other & 1 == 1).collect();
        let (sort, pair, group, gone) = match c % 3 {
            0 => {
                let other = a as usize % PEOPLE;
                let (one, two) = (self.id(who).min(self.id(other)), self.id(who).max(self.id(other)));
                if one == two || !self.first(format!("pair {one} {two}")) {
                    return;
                }
                people = vec![who, other];
                ("two", Some(format!("{one}-{two}")), None, self.strangers[who] || self.strangers[other])
            }
            1 => ("many", None, None, false),
            _ => {
                let group = a as usize % GROUPS;
                if !self.first(format!("talk of {group}")) {
                    return;
                }
                people = (0..PEOPLE).filter(|who| self.members.contains(&(group, *who))).collect();
                ("group", None, Some(self.numbers.groups + group as i64), false)
            }
        };
        // Who began it is shown nowhere.
        let (id, staff) = (self.numbers.items + self.items.len() as i64, self.numbers.staff);
        let sql = "INSERT INTO item (id, kind, author_id, audience, state, made_at) VALUES (?1, 'conversation', ?2, 'people', 'shown', 0)";
        self.add(gone, sql, values![id, staff]);
        let item = Item {
            id,
            kind: "conversation",
            author: who,
            gone,
            audience: "",
            parent: None,
            group: None,
            poll: false,
            shown: true,
            held: false,
        };
        self.items.push(item);
        let pair = pair.as_deref();
        self.add(
            gone,
            "INSERT INTO conversation (id, sort, pair, group_id, name) VALUES (?1, ?2, ?3, ?4, '')",
            values![id, sort, pair, group],
        );
        for person in &people {
            let (account, gone) = (self.id(*person), gone || self.strangers[*person]);
            let sql = "INSERT INTO participant (conversation_id, account_id, since, came, read, leads) VALUES (?1, ?2, 0, ?3, ?4, 0)";
            let (came, read) = (i64::from(b % 3), i64::from(a % 9) + *person as i64);
            self.add(gone, sql, values![id, account, came, read]);
        }
        if sort == "many" {
            self.is_called(id, &people, b, c);
        }
        self.talks.push(Talk { id, gone, people });
    }

    /// Some of those who are in it gave it a name and a picture.
    fn is_called(&mut self, id: i64, people: &[usize], b: u16, c: u16) {
        let some = |choice: u16| people[choice as usize % people.len()];
        let (namer, painter) = (some(b >> 6), some(c >> 6));
        if !b.is_multiple_of(4) {
            let (by, name) = (self.id(namer), format!("{} walk", self.numbers.token(namer)));
            let sql = "UPDATE conversation SET name = ?2, named_by = ?3 WHERE id = ?1";
            self.add(self.strangers[namer], sql, values![id, name, by]);
        }
        if !c.is_multiple_of(4) {
            let (by, picture) = (self.id(painter), format!("{}-{id}", self.numbers.token(painter)));
            let sql = "UPDATE conversation SET picture = ?2, pictured_by = ?3 WHERE id = ?1";
            self.add(self.strangers[painter], sql, values![id, picture, by]);
        }
    }

    pub(super) fn says(&mut self, who: usize, a: u16, b: u16, c: u16) {
        let of: Vec<usize> =
            (0..self.talks.len()).filter(|talk| self.talks[*talk].people.contains(&who)).collect();
        let Some(talk) = of.get(a as usize % of.len().max(1)).copied() else { return };
        let (conversation, lost) = (self.talks[talk].id, self.talks[talk].gone);
        let answered: Vec<usize> = (0..self.items.len())
            .filter(|at| self.items[*at].kind == "message" && self.items[*at].group == Some(talk))
            .collect();
        let answered = answered.get(b as usize % (answered.len() + 1)).copied();
        self.place += 1;
        let (place, parent) = (self.place, self.items.iter().position(|item| item.id == conversation));
        let at = self.item("message", who, None, parent, c);
        let gone = self.items[at].gone || lost;
        self.items[at].group = Some(talk);
        let (id, account, words) = (self.items[at].id, self.id(who), self.words(who));
        // What staff took away was seen once.
        let (seen, photos) = (i64::from(!self.items[at].held), i64::from(c >> 4 & 1));
        let files = i64::from(c >> 5 & 1);
        let sql = "INSERT INTO message (id, conversation_id, author_id, place, changed, seen, arrived_at, body, answers_id, photos, files)
                   VALUES (?1, ?2, ?3, ?4, ?4, ?5, 0, ?6, ?7, ?8, ?9)";
        let answers = answered.map(|answered| self.items[answered].id);
        let of = |answers: Option<i64>| {
            values![id, conversation, account, place, seen, words.clone(), answers, photos, files]
        };
        if answered.is_some_and(|answered| self.items[answered].gone) && !gone {
            self.rows.push(Row { sql: sql.into(), values: of(answers), when: When::With });
            self.rows.push(Row { sql: sql.into(), values: of(None), when: When::Without });
        } else {
            let values = of(answers);
            self.add(gone, sql, values);
        }
        if seen == 1 {
            self.add(
                gone,
                "UPDATE conversation SET last = max(last, ?2) WHERE id = ?1",
                values![conversation, place],
            );
        }
        if files == 1 {
            let (file, token) = (self.number(), self.numbers.token(who));
            let sql = "INSERT INTO message_file (id, message_id, author_id, place, name, sort, shelf, bytes)
                       VALUES (?1, ?2, ?3, 0, ?4, 'text', ?5, 7)";
            let values =
                values![file, id, account, format!("{token} plan.txt"), format!("{token}-file-{id}")];
            self.add(gone, sql, values);
        }
        if photos == 1 {
            let photo = self.item("photo", who, None, Some(at), 0);
            self.items[photo].kind = "message photo";
            let (photo, name) = (self.items[photo].id, format!("{}-{id}", self.numbers.token(who)));
            let sql = "INSERT INTO message_photo (id, message_id, place, name, alt, width, height, bytes) VALUES (?1, ?2, 0, ?3, ?4, 1, 1, 7)";
            self.add(gone, sql, values![photo, id, name, words]);
        }
    }
}
