//! Reading: Home in a large and in a small pod, and posts by their own address.

use crate::client::Client;
use crate::pod::{Data, Pod, Size};
use crate::tally::{Report, Tally};
use std::collections::BTreeSet;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The pod of the issue: 100,000 posts, a thousand people, of whom 200 have 200 contacts.
pub const LARGE: Size = Size { members: 1_000, posts: 100_000, photos: 40 };
const SMALL: Size = Size { members: 1_000, posts: 5_000, photos: 40 };
/// The first so many have 200 contacts.
const WITH_CONTACTS: usize = 200;
/// People whose pages one connection asks for in turn.
const VIEWERS: usize = 8;
/// What stands in each card of a stream.
const CARD: &[u8] = b"<article class=\"card post";

/// Home at 1 and 16, and at 16 in a pod of 5,000 posts.
pub async fn home(seconds: u64) -> io::Result<Report> {
    let mut report = Report::new("home");
    let small = Data::of(SMALL)?;
    let pod = Pod::start(&small.path())?;
    homes(&pod, &small, 16, 0).await?; // everybody once, so that nothing is measured cold
    report.run("small_c16", &homes(&pod, &small, 16, seconds).await?);
    pod.stop()?;
    let large = Data::of(LARGE)?;
    let pod = Pod::start(&large.path())?;
    report.run("cold_c1", &cold(&pod, &large).await?);
    homes(&pod, &large, 16, 0).await?;
    report.run("c1", &homes(&pod, &large, 1, seconds).await?);
    report.run("c16", &homes(&pod, &large, 16, seconds).await?);
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// The first Home of each of many people, one after the other.
async fn cold(pod: &Pod, data: &Data) -> io::Result<Tally> {
    let processor_ms = pod.processor_ms();
    let mut tally = Tally::new();
    for number in 0..WITH_CONTACTS {
        let mut client = Client::signed_in(pod.address, number, &data.sessions[number].1);
        let asked = Instant::now();
        let well =
            client.get("/").await.is_ok_and(|answer| answer.status == 200) && cards(client.body()) == 20;
        tally.note(asked, well);
    }
    tally.processor_ms = pod.processor_ms() - processor_ms;
    Ok(tally.end())
}

/// Home of many people, each in turn, by so many at once.
pub async fn homes(pod: &Pod, data: &Data, at_once: usize, seconds: u64) -> io::Result<Tally> {
    let of = |reader: usize| {
        let viewers = (0..VIEWERS).map(|viewer| (reader * VIEWERS + viewer) % WITH_CONTACTS);
        let token = |number: usize| (number, data.sessions[number].1.clone(), "/".to_owned());
        viewers.map(token).collect::<Vec<_>>()
    };
    read(pod, (0..at_once).map(of).collect(), seconds, 20).await
}

/// Each list of pages is asked for in turn on a connection of its own; a page must hold so many cards.
/// With 0 seconds each page is asked for once.
async fn read(
    pod: &Pod,
    readers: Vec<Vec<(usize, String, String)>>,
    seconds: u64,
    wanted: usize,
) -> io::Result<Tally> {
    let address = pod.address;
    let processor_ms = pod.processor_ms();
    let mut tally = Tally::new();
    let until = Instant::now() + Duration::from_secs(seconds);
    let tasks = readers.into_iter().map(|pages| {
        tokio::spawn(async move {
            let mut tally = Tally::new();
            let mut client = Client::new(address);
            let mut requests = Vec::new();
            for (number, token, path) in &pages {
                client.becomes(*number, token);
                requests.push(client.request("GET", path, "", b""));
            }
            for (turn, request) in requests.iter().cycle().enumerate() {
                let asked = Instant::now();
                let over = if seconds == 0 { turn == requests.len() } else { asked >= until };
                if over {
                    break;
                }
                let answer = client.send(request).await;
                let well = answer.is_ok_and(|answer| answer.status == 200) && cards(client.body()) == wanted;
                tally.note(asked, well);
            }
            tally
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        tally.add(task.await?);
    }
    tally.processor_ms = pod.processor_ms() - processor_ms;
    Ok(tally.end())
}

/// How many posts a page shows.
pub fn cards(page: &[u8]) -> usize {
    memchr::memmem::find_iter(page, CARD).count()
}

/// Posts by their own address, at 1 and 16; each is one that its reader's Home showed.
pub async fn permalink(seconds: u64) -> io::Result<Report> {
    let mut report = Report::new("permalink");
    let data = Data::of(LARGE)?;
    let pod = Pod::start(&data.path())?;
    let mut readers = Vec::new();
    for number in 0..16 {
        let token = &data.sessions[number].1;
        let posts = posts_seen(pod.address, number, token, 5).await?;
        readers.push(
            posts.into_iter().map(|id| (number, token.clone(), format!("/posts/{id}"))).collect::<Vec<_>>(),
        );
    }
    let readers = Arc::new(readers);
    read(&pod, readers.to_vec(), 0, 1).await?;
    report.run("c1", &read(&pod, readers[..1].to_vec(), seconds, 1).await?);
    report.run("c16", &read(&pod, readers.to_vec(), seconds, 1).await?);
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// Ids of the posts on the first pages of somebody's Home.
pub async fn posts_seen(
    address: SocketAddr,
    number: usize,
    token: &str,
    pages: usize,
) -> io::Result<BTreeSet<u64>> {
    let mut client = Client::signed_in(address, number, token);
    let mut seen = BTreeSet::new();
    let mut path = "/".to_owned();
    for _ in 0..pages {
        client.get(&path).await?;
        let page = String::from_utf8_lossy(client.body());
        let ids = page.split("<article class=\"card post").skip(1);
        let ids =
            ids.filter_map(|card| card.split_once("data-item=\"")?.1.split('"').next()?.parse::<u64>().ok());
        seen.extend(ids);
        let Some(oldest) = seen.first() else { break };
        path = format!("/?before={oldest}");
    }
    if seen.is_empty() { Err(io::Error::other("Home shows no post")) } else { Ok(seen) }
}
