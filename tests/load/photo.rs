//! Photos of 12 megapixels: how long one takes, and how much memory eight at once do.

use crate::client::{Client, files_type, with_files};
use crate::pod::{Data, Pod, Size};
use crate::tally::{Report, Tally};
use std::io;
use std::path::PathBuf;
use std::time::Instant;

const SIZE: Size = Size { members: 100, posts: 500, photos: 10 };
/// Photos sent alone, then so many at once.
const ALONE: u64 = 8;
const AT_ONCE: u64 = 8;

/// Two kinds of 4000 × 3000 JPEG, drawn or the given ones in turn, alone; then eight at once.
pub async fn run(files: &[PathBuf]) -> io::Result<Report> {
    let mut report = Report::new("photo");
    let photos = if files.is_empty() { drawn(ALONE + AT_ONCE)? } else { given(files)? };
    let megabytes = photos.iter().map(Vec::len).sum::<usize>() as f64 / photos.len() as f64 / 1e6;
    report.figure("file_mb", megabytes);
    let data = Data::of(SIZE)?;
    let pod = Pod::start(&data.path())?;
    let mut client = Client::signed_in(pod.address, 0, &data.sessions[0].1);
    client.get("/").await?;
    let idle = pod.resident_mb();
    let processor_ms = pod.processor_ms();
    let mut alone = Tally::new();
    for (number, photo) in photos[..ALONE as usize].iter().enumerate() {
        let request = request(&pod, number, &data.sessions[number].1, photo).await?;
        let sent = Instant::now();
        let taken = client.send(&request).await;
        alone.note(sent, taken.is_ok_and(|answer| answer.status == 303 && answer.is_well()));
    }
    alone.processor_ms = pod.processor_ms() - processor_ms;
    report.run("alone", &alone.end());
    report.figure("alone_above_idle_mb", pod.peak_mb() - idle);
    let mut requests = Vec::new();
    for (number, photo) in photos[ALONE as usize..(ALONE + AT_ONCE) as usize].iter().enumerate() {
        requests.push(request(&pod, 20 + number, &data.sessions[20 + number].1, photo).await?);
    }
    let mut together = Tally::new();
    let tasks = requests.into_iter().map(|request| {
        let mut client = Client::new(pod.address);
        tokio::spawn(async move {
            let mut tally = Tally::new();
            let sent = Instant::now();
            let taken = client.send(&request).await;
            tally.note(sent, taken.is_ok_and(|answer| answer.status == 303 && answer.is_well()));
            tally
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        together.add(task.await?);
    }
    report.run("at_once_8", &together.end());
    report.figure("idle_mb", idle);
    report.figure("peak_above_idle_mb", pod.peak_mb() - idle);
    report.figure("resident_after_mb", pod.resident_mb());
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// Somebody's post of one photo, with the token of a form they were given.
pub async fn request(pod: &Pod, number: usize, token: &str, photo: &[u8]) -> io::Result<Vec<u8>> {
    let mut client = Client::signed_in(pod.address, number, token);
    client.get("/posts/new").await?;
    let same_site = client.same_site().ok_or_else(|| io::Error::other("a form without a token"))?;
    let fields =
        [("same_site", same_site.as_str()), ("body", ""), ("audience", "everyone"), ("alt", "Hills, drawn")];
    Ok(client.request("POST", "/posts", &files_type(), &with_files(&fields, &[photo])))
}

/// Photos as phones write them: every second one a landscape, each another picture.
fn drawn(count: u64) -> io::Result<Vec<Vec<u8>>> {
    let one = |seed: u64| courtyard::demo::pictures::jpeg(9_000 + seed, 4000, 3000, seed.is_multiple_of(2));
    (0..count).map(|seed| one(seed).map_err(io::Error::other)).collect()
}

/// The given files in turn, until there are enough.
fn given(files: &[PathBuf]) -> io::Result<Vec<Vec<u8>>> {
    files.iter().cycle().take((ALONE + AT_ONCE) as usize).map(std::fs::read).collect()
}
