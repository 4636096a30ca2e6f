//! An album of a thousand photos: its pages, and the page of a photo in its middle.

use crate::client::Client;
use crate::pod::{Data, Pod, Size};
use crate::tally::{Report, Tally};
use std::io;
use std::time::{Duration, Instant};

const SIZE: Size = Size { members: 60, posts: 400, photos: 20 };
/// Photos of the album. The same few files stand behind them: what is measured are the pages.
const PHOTOS: usize = 1_000;
/// Photos on a full page.
const PAGE: usize = 60;
/// What stands round each photo of an album, and what leads to the photos beside one.
const TILE: &[u8] = b"<a class=\"photo\"";
const BEFORE: &[u8] = b"rel=\"prev\"";
const AFTER: &[u8] = b"rel=\"next\"";

/// Pages of the album, and pages of photos in its middle, at 1 and 16.
pub async fn run(seconds: u64) -> io::Result<Report> {
    let mut report = Report::new("album");
    let begun = Instant::now();
    let data = Data::with_album(SIZE, PHOTOS)?;
    report.figure("seeded_s", begun.elapsed().as_secs_f64());
    let pod = Pod::start(&data.path())?;
    let (pages, photos, all) = walked(&pod, &data).await?;
    report.figure("photos", all as f64);
    let is_page = |body: &[u8]| count(body, TILE) == PAGE;
    let is_photo = |body: &[u8]| count(body, BEFORE) > 0 && count(body, AFTER) > 0;
    asked(&pod, &data, &pages, 1, 0, is_page).await?; // so that nothing is measured cold
    report.run("c1", &asked(&pod, &data, &pages, 1, seconds, is_page).await?);
    report.run("c16", &asked(&pod, &data, &pages, 16, seconds, is_page).await?);
    report.run("photo_c1", &asked(&pod, &data, &photos, 1, seconds, is_photo).await?);
    report.run("photo_c16", &asked(&pod, &data, &photos, 16, seconds, is_photo).await?);
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

fn count(body: &[u8], what: &[u8]) -> usize {
    memchr::memmem::find_iter(body, what).count()
}

/// Walks the whole album: the addresses of its full pages, those of the photos on the page in the middle, and how many
/// photos there are.
async fn walked(pod: &Pod, data: &Data) -> io::Result<(Vec<String>, Vec<String>, usize)> {
    let (name, token) = &data.sessions[0];
    let mut client = Client::signed_in(pod.address, 0, token);
    client.get(&format!("/people/{name}/albums")).await?;
    let list = String::from_utf8_lossy(client.body()).into_owned();
    let missing = || io::Error::other("there is no such album");
    // The newest stands first.
    let ids =
        list.split("href=\"/albums/").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<u64>().ok());
    let mut next = Some(format!("/albums/{}", ids.max().ok_or_else(missing)?));
    let (mut pages, mut photos) = (Vec::new(), Vec::new());
    while let Some(path) = next {
        client.get(&path).await?;
        let page = String::from_utf8_lossy(client.body()).into_owned();
        let tiles = page.split("<a class=\"photo\" href=\"").skip(1);
        photos.push(tiles.filter_map(|tile| tile.split('"').next().map(str::to_owned)).collect::<Vec<_>>());
        next = page
            .split("href=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|href| href.starts_with("/albums/") && href.contains("?after="))
            .map(str::to_owned);
        pages.push(path);
    }
    let all = photos.iter().map(Vec::len).sum();
    let full = pages.iter().zip(&photos).filter(|(_, photos)| photos.len() == PAGE);
    let full: Vec<String> = full.map(|(page, _)| page.clone()).collect();
    if all != PHOTOS {
        return Err(io::Error::other(format!("the album shows {all} photos, not {PHOTOS}")));
    }
    Ok((full, photos.swap_remove(pages.len() / 2), all))
}

/// Each connection asks in turn for each address, as a person of its own; an answer must hold what belongs there.
/// With 0 seconds each address is asked for once.
async fn asked(
    pod: &Pod,
    data: &Data,
    paths: &[String],
    at_once: usize,
    seconds: u64,
    is_whole: fn(&[u8]) -> bool,
) -> io::Result<Tally> {
    let (address, processor_ms) = (pod.address, pod.processor_ms());
    let until = Instant::now() + Duration::from_secs(seconds);
    let tasks = (0..at_once).map(|reader| {
        let (paths, token) = (paths.to_vec(), data.sessions[reader].1.clone());
        tokio::spawn(async move {
            let mut tally = Tally::new();
            let mut client = Client::signed_in(address, reader, &token);
            for (turn, path) in paths.iter().cycle().skip(reader).enumerate() {
                let asked = Instant::now();
                let over = if seconds == 0 { turn == paths.len() } else { asked >= until };
                if over {
                    break;
                }
                let answer = client.get(path).await;
                tally.note(asked, answer.is_ok_and(|answer| answer.status == 200) && is_whole(client.body()));
            }
            tally
        })
    });
    let mut tally = Tally::new();
    for task in tasks.collect::<Vec<_>>() {
        tally.add(task.await?);
    }
    tally.processor_ms = pod.processor_ms() - processor_ms;
    Ok(tally.end())
}
