//! One row of the table: an act, the route to which it goes, what is sent, and what must be so before.

/// What an act is done to, and so which cells its row has.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Of {
    Post,
    Comment,
    Album,
    Photo,
    Event,
    Announcement,
    File,
    Talk,
    Message,
    Group,
    Person,
    Account,
    Aspect,
    Session,
    Spot,
    Case,
    Nothing,
}

impl Of {
    /// The letter of each cell, and what it stands for.
    pub fn cells(self) -> &'static [(char, &'static str)] {
        const THINGS: &[(char, &str)] = &[
            ('o', "one's own"),
            ('a', "Mia's, in class A"),
            ('b', "Mia's, in class B"),
            ('e', "Mia's, to everyone"),
            ('f', "Mia's, to few"),
        ];
        const BOARD: &[(char, &str)] = &[
            ('o', "one's own"),
            ('a', "Mia's, to class A"),
            ('b', "Mia's, to class B"),
            ('e', "Mr Elm's, to everyone"),
        ];
        const TALKS: &[(char, &str)] = &[
            ('o', "one's own, of several"),
            ('a', "of class A"),
            ('b', "of class B"),
            ('f', "of Mia, Nia and Zed"),
        ];
        const PEOPLE: &[(char, &str)] = &[
            ('o', "oneself"),
            ('a', "Ben, in class A"),
            ('b', "Zed, in class B"),
            ('h', "staff with Accounts"),
            ('s', "staff with Moderate and Safeguard"),
            ('w', "another owner"),
        ];
        match self {
            Of::Post | Of::Comment | Of::Album | Of::Photo | Of::Case => THINGS,
            Of::Event | Of::Announcement => BOARD,
            Of::File => &[('o', "one's own"), ('a', "Mia's, of class A"), ('b', "Mia's, of class B")],
            Of::Talk | Of::Message => TALKS,
            Of::Group => &[('a', "class A"), ('b', "class B")],
            Of::Person | Of::Account => PEOPLE,
            Of::Aspect | Of::Session | Of::Spot => &[('o', "one's own"), ('x', "another's")],
            Of::Nothing => &[('.', "")],
        }
    }

    /// Which part of the address it is.
    pub fn part(self) -> &'static str {
        if self == Of::Person { "username" } else { "id" }
    }
}

/// One act.
pub struct Row {
    pub what: &'static str,
    /// As the route was registered.
    pub path: &'static str,
    /// What stands behind the question mark.
    pub asks: &'static str,
    pub fields: Vec<(&'static str, &'static str)>,
    /// The field in which a file is sent.
    pub file: Option<&'static str>,
    /// Other parts of the address: names of the cast.
    pub parts: Vec<(&'static str, &'static str)>,
    /// What is so before, in SQL.
    pub before: &'static str,
    /// The letters of the cells that are tried; empty: all.
    pub cells: &'static str,
    /// Why nobody here can do it.
    pub never: Option<&'static str>,
}

/// An act, and the route to which it goes.
pub fn act(what: &'static str, path: &'static str) -> Row {
    let (fields, parts) = (Vec::new(), Vec::new());
    Row { what, path, asks: "", fields, file: None, parts, before: "", cells: "", never: None }
}

impl Row {
    /// One more field of its form. `{name}` in it is somebody's or something's number.
    pub fn with(mut self, name: &'static str, value: &'static str) -> Row {
        self.fields.push((name, value));
        self
    }

    pub fn file(self, field: &'static str) -> Row {
        Row { file: Some(field), ..self }
    }

    pub fn asking(self, asks: &'static str) -> Row {
        Row { asks, ..self }
    }

    /// Says which of the cast another part of the address is.
    pub fn part(mut self, part: &'static str, name: &'static str) -> Row {
        self.parts.push((part, name));
        self
    }

    pub fn before(self, sql: &'static str) -> Row {
        Row { before: sql, ..self }
    }

    /// Tries it on these alone: where more would be refused because it comes too fast.
    pub fn only(self, cells: &'static str) -> Row {
        Row { cells, ..self }
    }

    pub fn never(self, why: &'static str) -> Row {
        Row { never: Some(why), ..self }
    }
}

/// Acts on things of one sort.
pub struct Section {
    pub title: &'static str,
    pub of: Of,
    pub rows: Vec<Row>,
}
