//! Doing little: how fast a pod starts, what it holds in memory, what a visit transfers.

use crate::client::Client;
use crate::pages::{LARGE, posts_seen};
use crate::pod::{Data, Pod, say};
use crate::tally::{Report, Tally};
use crate::waiting;
use std::collections::BTreeSet;
use std::io::{self, Read};
use std::time::Instant;

/// Starts are measured so often, after one that warms the disk's cache.
const STARTS: usize = 7;
const LIKE_A_BROWSER: &str = "Accept-Encoding: gzip, deflate, br\r\nAccept-Language: en\r\n";

/// Start-up, memory after start and after a walk, bytes of a first and of a later visit.
pub async fn run() -> io::Result<Report> {
    let mut report = Report::new("idle");
    let data = Data::of(LARGE)?;
    Pod::start(&data.path())?.stop()?;
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let pod = Pod::start(&data.path())?;
        starts.push(pod.start_ms);
        pod.stop()?;
    }
    starts.sort_by(f64::total_cmp);
    report.figure("start_p50_ms", starts[STARTS / 2]);
    report.figure("start_max_ms", starts[STARTS - 1]);
    let pod = Pod::start(&data.path())?;
    report.run("walk", &walk(&pod, &data).await?);
    report.figure("resident_after_walk_mb", pod.resident_mb());
    transfers(&pod, &data, &mut report).await?;
    report.pod(&pod);
    pod.stop()?;
    waiting::run(&mut report).await?;
    Ok(report)
}

/// Fifty people look at the pages one looks at.
async fn walk(pod: &Pod, data: &Data) -> io::Result<Tally> {
    let mut tally = Tally::new();
    for (number, (_, token)) in data.sessions.iter().enumerate().take(50) {
        let mut client = Client::signed_in(pod.address, number, token);
        let posts = posts_seen(pod.address, number, token, 2).await?;
        let posts = posts.iter().rev().take(10).map(|id| format!("/posts/{id}"));
        let pages =
            ["/", "/everyone", "/posts/new", "/tags/birds", "/my/sessions", "/health"].map(str::to_owned);
        for page in pages.into_iter().chain(posts) {
            let asked = Instant::now();
            let answer = client.get(&page).await;
            tally.note(asked, answer.is_ok_and(|answer| answer.status == 200));
        }
    }
    Ok(tally.end())
}

/// Bytes on the wire, heads and bodies, of Home with what it needs, without photos; and of Home again.
async fn transfers(pod: &Pod, data: &Data, report: &mut Report) -> io::Result<()> {
    let mut client = Client::signed_in(pod.address, 0, &data.sessions[0].1);
    let (home, page) = fetch(&mut client, "/").await?;
    let mut asked = BTreeSet::new();
    let mut waiting: Vec<String> = assets(&page);
    let mut fonts = BTreeSet::new();
    let mut needed = 0;
    while let Some(path) = waiting.pop() {
        if !asked.insert(path.clone()) {
            continue;
        }
        let (bytes, text) = fetch(&mut client, &path).await?;
        needed += bytes;
        say(&format!("  {:>8.1} KB  {path}", bytes as f64 / 1024.0));
        if path.contains(".css") {
            let (own, other): (Vec<_>, Vec<_>) =
                assets(&text).into_iter().partition(|path| !path.contains(".woff2"));
            waiting.extend(own);
            fonts.extend(other);
        } else if path.contains(".js") {
            waiting.extend(assets(&text));
        }
    }
    // A browser fetches only the fonts whose letters the page has: the upright Latin one, mostly.
    let mut every_font = 0;
    let mut latin = 0;
    for font in fonts {
        let (bytes, _) = fetch(&mut client, &font).await?;
        every_font += bytes;
        if !asked.contains(&font) && !font.contains("ext") && !font.contains("italic") {
            latin += bytes;
        }
    }
    let (again, _) = fetch(&mut client, "/").await?;
    let kb = |bytes: usize| bytes as f64 / 1024.0;
    report.figure("home_page_kb", kb(home));
    report.figure("home_first_visit_kb", kb(home + needed + latin));
    report.figure("home_first_visit_every_font_kb", kb(home + needed + every_font));
    report.figure("home_later_visit_kb", kb(again));
    report.figure("home_first_visit_requests", (asked.len() + 1) as f64);
    Ok(())
}

async fn fetch(client: &mut Client, path: &str) -> io::Result<(usize, String)> {
    let request = client.request("GET", path, LIKE_A_BROWSER, b"");
    let answer = client.send(&request).await?;
    if !answer.is_well() {
        return Err(io::Error::other(format!("{path}: {}", answer.status)));
    }
    Ok((answer.bytes, text(client.body())))
}

/// The text of an answer, unzipped where it came so; Brotli stays as it is, and then names nothing.
fn text(body: &[u8]) -> String {
    let mut text = Vec::new();
    let unzipped = flate2::read::GzDecoder::new(body).read_to_end(&mut text).is_ok();
    String::from_utf8_lossy(if unzipped { &text } else { body }).into_owned()
}

/// The addresses of our own files that a page, style or script names.
fn assets(text: &str) -> Vec<String> {
    let pieces = text.split(['"', '\'', '(', ')', ' ']);
    let ours = pieces.filter(|piece| piece.starts_with("/assets/") || piece.starts_with("/i/"));
    ours.map(|piece| piece.split('#').next().unwrap_or_default().to_owned()).collect()
}
