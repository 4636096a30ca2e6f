//! Talking: from the sender's form to the content in each receiver's hands, in rooms of 30 and 200, while a thousand
//! people listen; what an open page costs; and whether anything is lost or doubled while they come and go.

mod ear;
mod rooms;
mod socket;
mod voices;

use crate::pages::{LARGE, homes};
use crate::pod::{Data, Pod, say};
use crate::tally::{Report, Tally};
use ear::{Ear, Whose};
use rooms::Rooms;
use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::task::LocalSet;

/// People who listen, each in one room.
const PEOPLE: usize = 1_000;
/// People in the first rooms; what is left of them is spread over the others.
const LARGE_ROOM: usize = 200;
const CLASS: usize = 30;
const ROOMS: usize = 50;
/// Messages a second in paced runs.
const PACE: u32 = 10;
/// Messages a second while people come and go, over all rooms.
const SOAK_PACE: u32 = 25;
/// Of a hundred people, those whose connection is cut each second.
const CUT_OF_100: usize = 5;
/// How long what was sent may take to arrive before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(15);

/// Everybody who listens, and what is known of what was said.
pub struct Talk {
    rooms: Rc<RefCell<Rooms>>,
    ears: Vec<Rc<Ear>>,
}

/// All of it, on a pod with a hundred thousand posts. `seconds` for each run, `soak` for the coming and going.
pub async fn run(seconds: u64, soak: u64) -> io::Result<Report> {
    LocalSet::new().run_until(talk(seconds, soak)).await
}

async fn talk(seconds: u64, soak: u64) -> io::Result<Report> {
    let mut report = Report::new("chat");
    let data = Data::of(LARGE)?;
    let rooms = rooms::lay(&data.path(), &data.sessions, &seats())?;
    let pod = Pod::start(&data.path())?;
    let rooms = Rc::new(RefCell::new(rooms));
    let mut talk = Talk { rooms: rooms.clone(), ears: Vec::new() };
    for number in 0..PEOPLE {
        let room = seats().iter().position(|people| people.contains(&number)).unwrap_or(0);
        let conversation = rooms.borrow().rooms[room].id;
        let token = data.sessions[number].1.clone();
        let whose = Whose { pod: pod.address, number, token, room, conversation };
        talk.ears.push(Rc::new(Ear::open(whose, rooms.clone()).await?));
    }
    homes(&pod, &data, 16, 0).await?; // everybody once, so that nothing is measured cold
    report.run("home_alone", &homes(&pod, &data, 16, seconds).await?);
    idle(&pod, &talk, &mut report).await?;
    report.run("home_connected", &homes(&pod, &data, 16, seconds).await?);
    for (name, room) in [("room30", 1), ("room200", 0)] {
        let (answered, heard) = paced(&pod, &talk, room, seconds).await?;
        report.run(&format!("{name}_posts"), &answered);
        report.run(name, &heard);
    }
    flood(&pod, &talk, seconds, &mut report).await?;
    if soak > 0 {
        come_and_go(&talk, soak, &mut report).await?;
    }
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// Who sits where: 200 in the first room, 30 in the second, the others in 48 small ones.
fn seats() -> Vec<Vec<usize>> {
    let mut seats = vec![(0..LARGE_ROOM).collect(), (LARGE_ROOM..LARGE_ROOM + CLASS).collect()];
    let others: Vec<usize> = (LARGE_ROOM + CLASS..PEOPLE).collect();
    seats.extend(others.chunks(others.len().div_ceil(ROOMS - seats.len())).map(<[usize]>::to_vec));
    seats
}

/// What open pages cost: one each for a thousand people, then a second for each. The first stay.
async fn idle(pod: &Pod, talk: &Talk, report: &mut Report) -> io::Result<()> {
    let kb = || pod.resident_mb() * 1024.0;
    let empty = kb();
    report.figure("resident_connected_0_kb", empty);
    let mut second = Vec::new();
    for (connected, ear) in (1..).zip(talk.ears.iter().chain(&talk.ears)) {
        if connected <= PEOPLE {
            tokio::task::spawn_local(ear.clone().listens());
            until("a page connects", || ear.connected.get()).await?;
        } else {
            second.push(ear.connect().await?);
        }
        if [100, PEOPLE, 2 * PEOPLE].contains(&connected) {
            tokio::time::sleep(Duration::from_secs(4)).await; // what is counted when they come is over
            report.figure(&format!("resident_connected_{connected}_kb"), kb());
        }
    }
    report.figure("idle_connection_kb", (kb() - empty) / second.len().max(1) as f64 / 2.0);
    drop(second);
    tokio::time::sleep(Duration::from_secs(2)).await;
    Ok(())
}

/// So many messages a second in one room, by its people in turn: the time of each until it is answered, and until it is in
/// each receiver's hands.
async fn paced(pod: &Pod, talk: &Talk, room: usize, seconds: u64) -> io::Result<(Tally, Tally)> {
    let processor_ms = pod.processor_ms();
    voices::paced(talk, &[room], PACE, Duration::from_secs(2)).await?; // nothing is measured cold
    arrived(talk, &[room]).await;
    talk.rooms.borrow_mut().tally = Some(Tally::new());
    let answered = voices::paced(talk, &[room], PACE, Duration::from_secs(seconds)).await?;
    let missing = arrived(talk, &[room]).await;
    let mut tally = talk.rooms.borrow_mut().tally.take().unwrap_or_else(Tally::new);
    tally.errors = answered.errors + missing;
    tally.processor_ms = pod.processor_ms() - processor_ms;
    Ok((answered, tally.end()))
}

/// As many as the pod takes from 64 at once, in the room of 200.
async fn flood(pod: &Pod, talk: &Talk, seconds: u64, report: &mut Report) -> io::Result<()> {
    let processor_ms = pod.processor_ms();
    let (begun, before, refreshes) = (Instant::now(), talk.rooms.borrow().heard, talk.refreshes());
    talk.rooms.borrow_mut().tally = Some(Tally::new());
    let posts = voices::flood(talk, 0, Duration::from_secs(seconds)).await?;
    let missing = arrived(talk, &[0]).await;
    let took = begun.elapsed().as_secs_f64();
    let mut tally = talk.rooms.borrow_mut().tally.take().unwrap_or_else(Tally::new);
    tally.errors = missing;
    tally.processor_ms = pod.processor_ms() - processor_ms;
    report.run("flood_posts", &posts);
    report.run("flood", &tally.end());
    report.figure("flood_refreshes", (talk.refreshes() - refreshes) as f64);
    report.figure("deliveries_per_s", (talk.rooms.borrow().heard - before) as f64 / took);
    Ok(())
}

/// People come and go while others talk; then everybody must have got everything, once.
async fn come_and_go(talk: &Talk, soak: u64, report: &mut Report) -> io::Result<()> {
    let rooms: Vec<usize> = (0..talk.rooms.borrow().rooms.len()).collect();
    let cutting = async {
        let mut tick = tokio::time::interval(Duration::from_secs(1) * 100 / (PEOPLE * CUT_OF_100) as u32);
        let (mut cuts, mut next) = (0, 0);
        let until = Instant::now() + Duration::from_secs(soak);
        while Instant::now() < until {
            tick.tick().await;
            next = (next + 379) % talk.ears.len(); // all of them in turn, neighbours apart
            talk.ears[next].is_cut();
            cuts += 1;
        }
        cuts
    };
    let said = voices::paced(talk, &rooms, SOAK_PACE, Duration::from_secs(soak));
    let (errors, cuts) = tokio::join!(said, cutting);
    let errors = errors?.errors;
    arrived(talk, &rooms).await;
    let (lost, doubled) = talk.count();
    let messages: usize = rooms.iter().map(|room| talk.rooms.borrow().taken(*room)).sum();
    report.figure("soak_s", soak as f64);
    report.figure("soak_messages", messages as f64);
    report.figure("soak_reconnects", f64::from(cuts));
    report.figure("soak_refreshes", talk.refreshes() as f64);
    report.figure("soak_errors", errors as f64);
    report.figure("lost", lost as f64);
    report.figure("doubled", doubled as f64);
    Ok(())
}

impl Talk {
    fn refreshes(&self) -> usize {
        self.ears.iter().map(|ear| ear.refreshed.get()).sum()
    }

    /// Of all that was acknowledged: how often somebody did not get it, and how often once too much. What was refused
    /// and came nevertheless counts with the second.
    fn count(&self) -> (usize, usize) {
        let (mut lost, mut doubled) = (0, 0);
        for ear in &self.ears {
            let heard = ear.heard.borrow();
            for (number, taken) in self.rooms.borrow().rooms[ear.whose.room].taken.iter().enumerate() {
                let times = usize::from(heard.get(number).copied().unwrap_or(0));
                lost += usize::from(*taken).saturating_sub(times);
                doubled += times.saturating_sub(usize::from(*taken));
            }
        }
        (lost, doubled)
    }
}

/// Waits until all that was acknowledged in these rooms is in everybody's hands. Gives how much is not, after a while.
async fn arrived(talk: &Talk, rooms: &[usize]) -> usize {
    let missing = || {
        let all = talk.rooms.borrow();
        let of = |ear: &Rc<Ear>| {
            let heard = ear.heard.borrow();
            let taken = all.rooms[ear.whose.room].taken.iter().enumerate().filter(|(_, taken)| **taken);
            taken.filter(|(number, _)| heard.get(*number).is_none_or(|times| *times == 0)).count()
        };
        talk.ears.iter().filter(|ear| rooms.contains(&ear.whose.room)).map(of).sum::<usize>()
    };
    let begun = Instant::now();
    while missing() > 0 && begun.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let missing = missing();
    if missing > 0 {
        say(&format!("{missing} deliveries did not come"));
    }
    missing
}

async fn until(what: &str, holds: impl Fn() -> bool) -> io::Result<()> {
    let begun = Instant::now();
    while !holds() {
        if begun.elapsed() > PATIENCE {
            return Err(io::Error::other(format!("it does not come to that {what}")));
        }
        tokio::task::yield_now().await;
        if !holds() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
    Ok(())
}
