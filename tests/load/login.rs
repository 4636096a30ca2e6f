//! Signing in: a school that begins its day, while others read on.

use crate::client::Client;
use crate::pages::{LARGE, cards};
use crate::pod::{Data, Pod};
use crate::tally::{Report, Tally};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Pages that others read meanwhile: four people, one page each 40 ms.
const READERS: usize = 4;
const READ_EVERY: Duration = Duration::from_millis(40);

/// 300 in one minute, then 30 at once, then more until 500; others read all the time.
pub async fn run() -> io::Result<Report> {
    let mut report = Report::new("login-storm");
    let data = Data::of(LARGE)?;
    let pod = Pod::start(&data.path())?;
    let names: Vec<String> = data.sessions.iter().map(|(name, _)| name.clone()).collect();
    let quiet = reading(&pod, &data, tokio::time::sleep(Duration::from_secs(3))).await?.1;
    report.run("others_before", &quiet);
    let minute = sign_in_over(pod.address, &names[..300], Duration::from_millis(200));
    let (signed_in, others) = reading(&pod, &data, minute).await?;
    report.run("minute", &signed_in?);
    report.run("others_in_minute", &others);
    let (signed_in, others) =
        reading(&pod, &data, sign_in_over(pod.address, &names[300..330], Duration::ZERO)).await?;
    report.run("at_once", &signed_in?);
    report.run("others_at_once", &others);
    report.figure("resident_after_330_mb", pod.resident_mb());
    let rest = sign_in_over(pod.address, &names[330..500], Duration::from_millis(40)).await?;
    report.run("rest", &rest);
    report.figure("resident_after_500_mb", pod.resident_mb());
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// Each signs in this long after the one before; the time is from the form sent to the way on.
async fn sign_in_over(address: SocketAddr, names: &[String], apart: Duration) -> io::Result<Tally> {
    let mut tally = Tally::new();
    let mut tasks = Vec::new();
    for name in names {
        tasks.push(tokio::spawn(sign_in(address, name.clone())));
        tokio::time::sleep(apart).await;
    }
    for task in tasks {
        tally.add(task.await?);
    }
    Ok(tally.end())
}

async fn sign_in(address: SocketAddr, username: String) -> Tally {
    let mut tally = Tally::new();
    let mut client = Client::new(address);
    let given = client.get("/sign-in").await.is_ok_and(|answer| answer.status == 200);
    let same_site = client.same_site().unwrap_or_default();
    let fields = [
        ("same_site", same_site.as_str()),
        ("username", username.as_str()),
        ("password", courtyard::demo::MEMBER_PASSWORD),
    ];
    let sent = Instant::now();
    let taken =
        client.post("/sign-in", &fields).await.is_ok_and(|answer| answer.status == 303 && answer.is_well());
    tally.note(sent, given && taken);
    // Who is in looks at Home, of course.
    let home = client.get("/").await.is_ok_and(|answer| answer.status == 200);
    tally.errors += usize::from(!home);
    tally
}

/// What others' pages take while something goes on.
async fn reading<T>(pod: &Pod, data: &Data, meanwhile: impl Future<Output = T>) -> io::Result<(T, Tally)> {
    let over = Arc::new(AtomicBool::new(false));
    let tasks: Vec<_> = (0..READERS)
        .map(|reader| {
            let (over, address) = (over.clone(), pod.address);
            let (number, token) = (600 + reader, data.sessions[600 + reader].1.clone());
            tokio::spawn(async move {
                let (mut tally, mut client) = (Tally::new(), Client::signed_in(address, number, &token));
                let mut beat = tokio::time::interval(READ_EVERY);
                while !over.load(Ordering::Relaxed) {
                    beat.tick().await;
                    let asked = Instant::now();
                    let page = client.get("/").await;
                    tally
                        .note(asked, page.is_ok_and(|page| page.status == 200) && cards(client.body()) == 20);
                }
                tally
            })
        })
        .collect();
    let mut tally = Tally::new();
    let done = meanwhile.await;
    over.store(true, Ordering::Relaxed);
    for task in tasks {
        tally.add(task.await?);
    }
    Ok((done, tally.end()))
}
