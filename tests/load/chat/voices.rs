//! Those who write: by the form of their page, as its script sends it.

use super::Talk;
use crate::client::{Client, files_type, with_files};
use crate::tally::Tally;
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// People who write at once in a paced run, so that a slow answer holds up nobody.
const HANDS: u32 = 8;
/// People who write at once in a flood.
const FLOOD: usize = 64;
/// Messages of a flood for each in the room: fewer than the pace allows.
const EACH: usize = 45;

/// Writes in these rooms in turn, so many messages a second. Gives the times until they were answered.
pub async fn paced(talk: &Talk, rooms: &[usize], per_second: u32, time: Duration) -> io::Result<Tally> {
    let step = Duration::from_secs(1) / per_second;
    let begun = tokio::time::Instant::now() + step;
    let hands = (0..HANDS).map(|hand| {
        let rooms = rooms.to_vec();
        async move {
            let mut tally = Tally::new();
            let Some(first) = talk.ears.first() else { return tally };
            let mut client = Client::new(first.whose.pod);
            for turn in (hand..).step_by(HANDS as usize) {
                let moment = begun + step * turn;
                if moment.duration_since(begun) >= time {
                    break;
                }
                tokio::time::sleep_until(moment).await;
                let room = rooms[turn as usize % rooms.len()];
                let sent = Instant::now();
                let well = say(talk, &mut client, room, turn as usize / rooms.len()).await;
                tally.note(sent, well);
            }
            tally
        }
    });
    let mut all = Tally::new();
    futures_util::future::join_all(hands).await.into_iter().for_each(|tally| all.add(tally));
    Ok(all.end())
}

/// Writes in one room from 64 at once, each as fast as they are answered.
pub async fn flood(talk: &Talk, room: usize, time: Duration) -> io::Result<Tally> {
    let people = talk.rooms.borrow().rooms[room].people.len();
    let (until, next) = (Instant::now() + time, Rc::new(std::cell::Cell::new(0_usize)));
    let writers = (0..FLOOD).map(|_| {
        let next = next.clone();
        async move {
            let mut tally = Tally::new();
            let Some(first) = talk.ears.first() else { return tally };
            let mut client = Client::new(first.whose.pod);
            while Instant::now() < until && next.get() < people * EACH {
                let turn = next.replace(next.get() + 1);
                let sent = Instant::now();
                let well = say(talk, &mut client, room, turn).await;
                tally.note(sent, well);
            }
            tally
        }
    });
    let mut all = Tally::new();
    futures_util::future::join_all(writers).await.into_iter().for_each(|tally| all.add(tally));
    Ok(all.end())
}

/// One message in a room, by whoever's turn it is. Was it taken?
async fn say(talk: &Talk, client: &mut Client, room: usize, turn: usize) -> bool {
    let writer = {
        let rooms = talk.rooms.borrow();
        let people = &rooms.rooms[room].people;
        talk.ears[people[turn % people.len()]].clone()
    };
    client.becomes(writer.whose.number, &writer.whose.token);
    let (number, text) = talk.rooms.borrow_mut().writes(room);
    let key = format!("{room}-{number}");
    let fields = [("same_site", writer.same_site.as_str()), ("body", text.as_str()), ("key", key.as_str())];
    let headers = format!("{}Accept: text/vnd.turbo-stream.html, text/html\r\n", files_type());
    let path = format!("/chat/{}/messages", writer.whose.conversation);
    let request = client.request("POST", &path, &headers, &with_files(&fields, &[]));
    talk.rooms.borrow_mut().rooms[room].sent[number] = Instant::now();
    let well = client.send(&request).await.is_ok_and(|answer| answer.status == 200);
    talk.rooms.borrow_mut().rooms[room].taken[number] = well;
    well
}
