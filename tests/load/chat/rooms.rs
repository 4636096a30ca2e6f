//! Rooms to talk in, laid into a demonstration before its pod starts, and what is known of what was said in them.

use crate::tally::Tally;
use rusqlite::{Connection, params};
use std::io;
use std::path::Path;
use std::time::Instant;

/// One room, and what was said in it so far.
pub struct Room {
    pub id: i64,
    /// Who is in it, as places in the list of sessions.
    pub people: Vec<usize>,
    /// When each message was sent, by its number.
    pub sent: Vec<Instant>,
    /// Which of them the pod acknowledged.
    pub taken: Vec<bool>,
}

/// All rooms of one pod, and the times of the run that is measured now.
pub struct Rooms {
    pub rooms: Vec<Room>,
    pub tally: Option<Tally>,
    pub heard: usize,
}

impl Rooms {
    /// A new message of this room: its number and its text, which no other message has.
    pub fn writes(&mut self, room: usize) -> (usize, String) {
        let written = &mut self.rooms[room];
        let number = written.sent.len();
        written.sent.push(Instant::now());
        written.taken.push(false);
        (number, text(room, number))
    }

    /// How many messages of a room the pod acknowledged.
    pub fn taken(&self, room: usize) -> usize {
        self.rooms[room].taken.iter().filter(|taken| **taken).count()
    }
}

/// What message this is stands in its text: `zq03x0000017qz` and some words, as people write them.
fn text(room: usize, number: usize) -> String {
    format!("zq{room:02}x{number:07}qz The heron was back at the pond this morning, come and look.")
}

/// The room and number of the message that this text begins with.
pub fn which(text: &[u8]) -> Option<(usize, usize)> {
    let number = |digits: &[u8]| std::str::from_utf8(digits).ok()?.parse().ok();
    let is_ours = text.len() >= 14 && text.starts_with(b"zq") && text[4] == b'x' && &text[12..14] == b"qz";
    if is_ours { Some((number(&text[2..4])?, number(&text[5..12])?)) } else { None }
}

/// Lays conversations of these people into a demonstration that no pod has open.
pub fn lay(data: &Path, names: &[(String, String)], rooms: &[Vec<usize>]) -> io::Result<Rooms> {
    let laid = lay_into(&data.join("courtyard.db"), names, rooms).map_err(io::Error::other)?;
    Ok(Rooms { rooms: laid, tally: None, heard: 0 })
}

fn lay_into(file: &Path, names: &[(String, String)], rooms: &[Vec<usize>]) -> rusqlite::Result<Vec<Room>> {
    let mut sql = Connection::open(file)?;
    let change = sql.transaction()?;
    let mut laid = Vec::new();
    for people in rooms {
        change.execute(
            "INSERT INTO item (kind, author_id, audience, state, made_at)
             SELECT 'conversation', id, 'people', 'shown', 0 FROM account WHERE username = ?1",
            [&names[people[0]].0],
        )?;
        let id = change.last_insert_rowid();
        let name = format!("Room {}", laid.len());
        change.execute(
            "INSERT INTO conversation (id, sort, name) VALUES (?1, 'many', ?2)",
            params![id, name],
        )?;
        for person in people {
            change.execute(
                "INSERT INTO participant (conversation_id, account_id, since, read)
                 SELECT ?1, id, 0, 0 FROM account WHERE username = ?2",
                params![id, names[*person].0],
            )?;
        }
        laid.push(Room { id, people: people.clone(), sent: Vec::new(), taken: Vec::new() });
    }
    change.commit()?;
    Ok(laid)
}
