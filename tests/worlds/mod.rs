//! Random small worlds in which people are kept apart, as rows to insert: with everything that people make here, and each
//! row knows whether it would be there if those from whom one of them is kept were not.

mod doings;
mod hearing;
mod marking;
mod supervising;
mod talking;

use hearing::{Case, Hearing};
use proptest::prelude::*;
use std::collections::BTreeSet;
use supervising::Decided;

/// How many people and groups a world has.
pub const PEOPLE: usize = 6;
const GROUPS: usize = 3;
/// What begins the mark of each: see [`Numbers::token`].
const TOKENS: [&str; PEOPLE] = ["qqana", "qqben", "qqcleo", "qqdan", "qqeve", "qqfinn"];

/// A value of a row.
#[derive(Clone, Debug)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
}

/// In which of the two worlds a row is: in the one with everybody, in the one without the strangers, or in both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    Both,
    With,
    Without,
}

/// A row to insert, or a number that changes with it.
#[derive(Clone, Debug)]
pub struct Row {
    pub sql: String,
    pub values: Vec<Value>,
    pub when: When,
}

/// The numbers that a world takes, so that it fits into a database which is not empty. Staff is an account that is there.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    /// The number of the world, which stands in all that is said in it.
    pub world: i64,
    pub staff: i64,
    pub people: [i64; PEOPLE],
    pub groups: i64,
    pub items: i64,
    pub others: i64,
}

impl Numbers {
    /// What stands in everything that this person makes, and in their name. No word of ours has it in it, and no other
    /// person's of this world or another.
    pub fn token(&self, who: usize) -> String {
        format!("{}{:04}x", TOKENS[who], self.world)
    }
}

/// One thing that somebody does; the numbers choose to what, and how.
pub type Doing = (u8, u8, u16, u16, u16);

/// A world: who looks, between whom staff stand (below [`PEOPLE`] a person, else a group), and what everybody did.
#[derive(Clone, Debug)]
pub struct World {
    pub viewer: usize,
    /// Whoever looks is of the staff: of a group that is a side they are not by being in it.
    pub staff: bool,
    pub apart: Vec<(u8, u8)>,
    pub doings: Vec<Doing>,
}

/// Worlds with at most so many doings.
pub fn world(most: usize) -> impl Strategy<Value = World> {
    let sides = 0..(PEOPLE + GROUPS) as u8;
    let apart = proptest::collection::vec((sides.clone(), sides), 0..4);
    let doing = (0..KINDS, 0..PEOPLE as u8, any::<u16>(), any::<u16>(), any::<u16>());
    let doings = proptest::collection::vec(doing, most / 3..most);
    (0..PEOPLE, 0..PEOPLE - 1, apart, doings).prop_map(|(viewer, other, mut apart, doings)| {
        // The viewer is always kept from somebody.
        let other = if other < viewer { other } else { other + 1 };
        apart.push((viewer as u8, other as u8));
        apart.retain(|(one, other)| one != other);
        World { viewer, staff: false, apart, doings }
    })
}

/// How many sorts of doings there are; see [`Making::does`].
const KINDS: u8 = 57;

/// Something that was made.
#[derive(Clone, Debug)]
struct Item {
    id: i64,
    kind: &'static str,
    author: usize,
    /// Gone without the strangers: theirs, or under something of theirs.
    gone: bool,
    audience: &'static str,
    /// The group of an album, the conversation of a message, the parent of a comment; its place in `items`.
    parent: Option<usize>,
    group: Option<usize>,
    poll: bool,
    shown: bool,
    held: bool,
}

struct Talk {
    id: i64,
    gone: bool,
    people: Vec<usize>,
}

struct Making {
    numbers: Numbers,
    strangers: [bool; PEOPLE],
    members: BTreeSet<(usize, usize)>,
    items: Vec<Item>,
    talks: Vec<Talk>,
    taken: BTreeSet<String>,
    rows: Vec<Row>,
    next: i64,
    /// How often [`Making::counts_on`] was called.
    counted: i64,
    place: i64,
    staff: Option<usize>,
    viewer: usize,
    /// Each with whom it is about, and what.
    decided: Vec<Decided>,
    cases: Vec<Case>,
    hearings: Vec<Hearing>,
    /// Reports that nobody closed: each with whether it is gone without the strangers.
    reports: Vec<(i64, bool)>,
}

impl World {
    /// Who is in which group at the end.
    fn members(&self) -> BTreeSet<(usize, usize)> {
        let joins = self.doings.iter().filter(|doing| doing.0 == 2 || doing.0 == 3);
        joins.map(|doing| (doing.2 as usize % GROUPS, doing.1 as usize)).collect()
    }

    /// From whom the viewer is kept apart, said in plain words.
    pub fn strangers(&self) -> [bool; PEOPLE] {
        let members = self.members();
        let on = |side: u8, who: usize| match side as usize {
            person if person < PEOPLE => person == who,
            group => members.contains(&(group - PEOPLE, who)) && !(self.staff && who == self.viewer),
        };
        let mut strangers = [false; PEOPLE];
        for (who, stranger) in strangers.iter_mut().enumerate().filter(|(who, _)| *who != self.viewer) {
            *stranger = self.apart.iter().any(|(one, other)| {
                (on(*one, self.viewer) && on(*other, who)) || (on(*other, self.viewer) && on(*one, who))
            });
        }
        strangers
    }

    /// The rows of both worlds, in their order. `people`: also those of the accounts themselves.
    pub fn rows(&self, numbers: Numbers, people: bool) -> Vec<Row> {
        let mut making = Making {
            numbers,
            strangers: self.strangers(),
            members: self.members(),
            items: Vec::new(),
            talks: Vec::new(),
            taken: BTreeSet::new(),
            rows: Vec::new(),
            next: numbers.others,
            counted: 0,
            place: 0,
            staff: self.staff.then_some(self.viewer),
            viewer: self.viewer,
            decided: Vec::new(),
            cases: Vec::new(),
            hearings: Vec::new(),
            reports: Vec::new(),
        };
        making.begin(people);
        making.counts();
        // Half of the worlds are kept apart before anything is done, half after it.
        let first = self.doings.len().is_multiple_of(2);
        if first {
            making.part(&self.apart);
        }
        for doing in &self.doings {
            making.counts_on();
            making.does(*doing);
        }
        if !first {
            making.part(&self.apart);
        }
        making.rows
    }
}

/// What can stand in a row.
trait Stored {
    fn value(self) -> Value;
}
impl Stored for i64 {
    fn value(self) -> Value {
        Value::Int(self)
    }
}
impl Stored for &str {
    fn value(self) -> Value {
        Value::Text(self.to_owned())
    }
}
impl Stored for String {
    fn value(self) -> Value {
        Value::Text(self)
    }
}
impl Stored for Option<&str> {
    fn value(self) -> Value {
        self.map_or(Value::Null, Stored::value)
    }
}
impl Stored for Option<i64> {
    fn value(self) -> Value {
        self.map_or(Value::Null, Value::Int)
    }
}

macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$(Stored::value($value)),*] };
}
use values;

impl Making {
    fn add(&mut self, gone: bool, sql: &str, values: Vec<Value>) {
        let when = if gone { When::With } else { When::Both };
        self.rows.push(Row { sql: sql.to_owned(), values, when });
    }

    /// Is this the first of its sort? What the database allows once is made once, in both worlds.
    fn first(&mut self, key: String) -> bool {
        self.taken.insert(key)
    }

    fn id(&self, who: usize) -> i64 {
        self.numbers.people[who]
    }

    fn number(&mut self) -> i64 {
        self.next += 1;
        self.next
    }

    /// The accounts, the groups and who is in them.
    fn begin(&mut self, people: bool) {
        for who in (0..PEOPLE).filter(|_| people) {
            let (token, gone) = (self.numbers.token(who), self.strangers[who]);
            let role = if self.staff == Some(who) { "staff" } else { "member" };
            let sql = "INSERT INTO account (id, username, shown_name, role, bio, picture, made_at) VALUES (?1, ?2, ?3, ?6, ?4, ?5, 0)";
            let values = values![
                self.id(who),
                format!("{token}.u"),
                format!("{token} N"),
                format!("{token} bio"),
                format!("{token}-picture"),
                role
            ];
            self.add(gone, sql, values);
            let sql = "INSERT INTO credential (account_id, password_hash, changed_at) VALUES (?1, 'none', 0)";
            self.add(gone, sql, values![self.id(who)]);
        }
        for who in 0..PEOPLE {
            let (id, gone) = (self.id(who), self.strangers[who]);
            self.add(gone, "INSERT INTO aspect (id, owner_id, name) VALUES (?1, ?1, 'mine')", values![id]);
        }
        for group in 0..GROUPS as i64 {
            let id = self.numbers.groups + group;
            let joining = ["open", "ask", "invite"][group as usize];
            let sql =
                "INSERT INTO \"group\" (id, name, kind, joining, made_at) VALUES (?1, ?2, 'club', ?3, 0)";
            self.add(false, sql, values![id, format!("Club {group} of {}", self.numbers.world), joining]);
        }
        for (group, who) in self.members.clone() {
            let (id, account) = (self.numbers.groups + group as i64, self.id(who));
            let leads = i64::from((group + who).is_multiple_of(3));
            let sql =
                "INSERT INTO membership (group_id, account_id, leader, since_at) VALUES (?1, ?2, ?3, 0)";
            self.add(self.strangers[who], sql, values![id, account, leads]);
        }
    }

    fn part(&mut self, apart: &[(u8, u8)]) {
        for (one, other) in apart.iter().copied() {
            let side = |side: u8| match side as usize {
                person if person < PEOPLE => (Some(self.id(person)), None),
                group => (None, Some(self.numbers.groups + (group - PEOPLE) as i64)),
            };
            // Between others it stands in both worlds.
            let stranger = |side: u8| self.strangers.get(side as usize) == Some(&true);
            let gone = stranger(one) || stranger(other);
            let ((one, one_group), (other, other_group)) = (side(one), side(other));
            let staff = self.numbers.staff;
            let sql = "INSERT INTO keep_apart (one_person_id, one_group_id, other_person_id, other_group_id, kind, from_date,
                         from_day, set_by, set_at, begun_at) VALUES (?1, ?2, ?3, ?4, 'court', '2026-01-01', 0, ?5, 0, 0)";
            self.add(gone, sql, values![one, one_group, other, other_group, staff]);
        }
    }

    /// One of the items of these kinds.
    fn pick(&self, kinds: &[&str], choice: u16) -> Option<usize> {
        let fits: Vec<usize> =
            (0..self.items.len()).filter(|at| kinds.contains(&self.items[*at].kind)).collect();
        if fits.is_empty() { None } else { Some(fits[choice as usize % fits.len()]) }
    }

    fn words(&self, who: usize) -> String {
        format!("{} says {}", self.numbers.token(who), self.items.len())
    }

    /// An item of somebody's: for an audience, or under something.
    fn item(
        &mut self,
        kind: &'static str,
        who: usize,
        audience: Option<&'static str>,
        parent: Option<usize>,
        state: u16,
    ) -> usize {
        let id = self.numbers.items + self.items.len() as i64;
        let gone = self.strangers[who] || parent.is_some_and(|parent| self.items[parent].gone);
        let state =
            ["shown", "shown", "shown", "shown", "shown", "shown", "held", "removed"][state as usize % 8];
        let by = (state == "removed").then_some(self.numbers.staff);
        let under = parent.map(|parent| self.items[parent].id);
        let values = values![id, kind, self.id(who), under, audience, state, by];
        let sql = "INSERT INTO item (id, kind, author_id, parent_id, audience, state, removed_by, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)";
        self.add(gone, sql, values);
        let (audience, shown, held) = (audience.unwrap_or(""), state == "shown", state == "held");
        self.items.push(Item {
            id,
            kind,
            author: who,
            gone,
            audience,
            parent,
            group: None,
            poll: false,
            shown,
            held,
        });
        let at = self.items.len() - 1;
        if held {
            let account = self.id(who);
            self.opens_case("item", account, Some(at), None, false);
        }
        at
    }

    /// To whom something of somebody's goes.
    fn targets(&mut self, at: usize, audience: &str, choice: u16) {
        let (id, who, gone) = (self.items[at].id, self.items[at].author, self.items[at].gone);
        let sql = "INSERT INTO item_to (item_id, kind, target_id) VALUES (?1, ?2, ?3)";
        match audience {
            "groups" => {
                let group = self.numbers.groups + i64::from(choice) % GROUPS as i64;
                self.add(gone, sql, values![id, "group", group]);
            }
            "aspects" => {
                let own = self.id(who);
                self.add(gone, sql, values![id, "aspect", own]);
            }
            "people" => {
                for other in 0..PEOPLE {
                    if other != who && choice >> other & 1 == 1 {
                        let (gone, other) = (gone || self.strangers[other], self.id(other));
                        self.add(gone, sql, values![id, "person", other]);
                    }
                }
            }
            _ => {}
        }
    }

    /// A row between two people, once.
    fn between(&mut self, table: &str, sql: &str, who: usize, other: usize) {
        let (one, two, gone) = (self.id(who), self.id(other), self.strangers[who] || self.strangers[other]);
        if who != other && self.first(format!("{table} {one} {two}")) {
            self.add(gone, sql, values![one, two]);
        }
    }
}
