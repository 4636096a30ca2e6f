//! What each person in a conversation may see, said in as few words as it takes; nothing here knows how the program
//! does it.

use std::collections::BTreeSet;

/// What became of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    Shown,
    Held,
    /// By its author.
    TakenBack,
    /// By staff.
    TakenAway,
}

/// A message, and what was done with it.
#[derive(Clone, Debug)]
pub struct Message {
    pub id: i64,
    pub author: usize,
    pub text: String,
    pub key: String,
    pub state: State,
    pub edited: bool,
    /// Its order: when it was sent, or let through.
    pub order: usize,
    /// Did anybody but its author ever see it?
    pub was_seen: bool,
    pub hearts: BTreeSet<usize>,
}

/// Somebody in a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    /// Sees what was said after this.
    pub since: usize,
    pub gone: bool,
    pub leads: bool,
    /// When they came, to know who leads next.
    pub came: usize,
}

/// A conversation, as it should be.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub messages: Vec<Message>,
    /// Nobody where somebody was never in it.
    pub seats: Vec<Option<Seat>>,
    /// Who blocks whom.
    pub blocks: BTreeSet<(usize, usize)>,
    /// Everything waits for staff.
    pub holds: bool,
    count: usize,
}

/// A message as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub id: i64,
    pub author: usize,
    pub text: String,
    pub edited: bool,
    pub waits: bool,
    pub taken_away: bool,
    pub hearts: usize,
}

impl Model {
    pub fn new(people: usize) -> Model {
        let seat = |person| Some(Seat { since: 0, gone: false, leads: person == 0, came: 0 });
        Model { seats: (0..people).map(seat).collect(), ..Model::default() }
    }

    pub fn is_in(&self, person: usize) -> bool {
        self.seats[person].is_some_and(|seat| !seat.gone)
    }

    pub fn keeps_apart(&self, one: usize, other: usize) -> bool {
        self.blocks.contains(&(one, other)) || self.blocks.contains(&(other, one))
    }

    fn next(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    /// Does this person see this message now?
    pub fn sees(&self, person: usize, message: &Message) -> bool {
        let Some(seat) = self.seats[person].filter(|seat| !seat.gone) else { return false };
        let theirs = message.author == person;
        message.order > seat.since
            && match message.state {
                State::Shown => theirs || !self.keeps_apart(person, message.author),
                State::Held | State::TakenAway => theirs,
                State::TakenBack => false,
            }
    }

    /// All that this person sees, in order.
    pub fn page_of(&self, person: usize) -> Vec<Seen> {
        let mut page: Vec<&Message> =
            self.messages.iter().filter(|message| self.sees(person, message)).collect();
        page.sort_by_key(|message| message.order);
        let seen = |message: &Message| Seen {
            id: message.id,
            author: message.author,
            text: message.text.clone(),
            edited: message.edited,
            waits: message.state == State::Held,
            taken_away: message.state == State::TakenAway,
            hearts: match message.state {
                State::Shown => message
                    .hearts
                    .iter()
                    .filter(|by| **by == person || !self.keeps_apart(person, **by))
                    .count(),
                _ => 0, // what is not shown has no signs under it
            },
        };
        page.into_iter().map(seen).collect()
    }

    pub fn sends(&mut self, id: i64, author: usize, text: &str, key: &str) {
        let order = self.next();
        let state = if self.holds { State::Held } else { State::Shown };
        self.messages.push(Message {
            id,
            author,
            text: text.to_owned(),
            key: key.to_owned(),
            state,
            edited: false,
            order,
            was_seen: state == State::Shown,
            hearts: BTreeSet::new(),
        });
    }

    /// May they change it, or take it back?
    pub fn may_change(&self, person: usize, which: usize) -> bool {
        let message = &self.messages[which];
        message.author == person && self.sees(person, message) && message.state != State::TakenAway
    }

    pub fn edits(&mut self, which: usize, text: &str) {
        let holds = self.holds;
        let message = &mut self.messages[which];
        text.clone_into(&mut message.text);
        message.edited = true;
        if holds {
            message.state = State::Held; // an edit never lets through what waits
        }
    }

    pub fn may_react(&self, person: usize, which: usize) -> bool {
        let message = &self.messages[which];
        self.sees(person, message) && message.state == State::Shown
    }

    pub fn reacts(&mut self, person: usize, which: usize) {
        let hearts = &mut self.messages[which].hearts;
        if !hearts.remove(&person) {
            hearts.insert(person);
        }
    }

    /// May staff let it through, or bring it back?
    pub fn may_be_let_through(&self, which: usize) -> bool {
        matches!(self.messages[which].state, State::Held | State::TakenAway)
    }

    /// What nobody saw arrives now; what was seen has its place.
    pub fn is_let_through(&mut self, which: usize) {
        let order = self.next();
        let message = &mut self.messages[which];
        message.state = State::Shown;
        if !message.was_seen {
            message.order = order;
            message.was_seen = true;
        }
    }

    pub fn may_be_taken_away(&self, which: usize) -> bool {
        matches!(self.messages[which].state, State::Held | State::Shown)
    }

    pub fn comes(&mut self, person: usize) {
        let came = self.next();
        self.seats[person] = Some(Seat { since: came, gone: false, leads: false, came });
    }

    /// Who leaves leads no more; where nobody leads then, whoever came first does.
    pub fn leaves(&mut self, person: usize) {
        self.next();
        if let Some(seat) = &mut self.seats[person] {
            (seat.gone, seat.leads) = (true, false);
        }
        if !self.seats.iter().flatten().any(|seat| seat.leads && !seat.gone) {
            let there = self.seats.iter_mut().flatten().filter(|seat| !seat.gone);
            if let Some(first) = there.min_by_key(|seat| seat.came) {
                first.leads = true;
            }
        }
    }
}
