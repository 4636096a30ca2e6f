//! Finding: searches among 100,000 posts, and names that are offered while somebody types.

use crate::client::Client;
use crate::pages::LARGE;
use crate::pod::{Data, Pod};
use crate::tally::{Report, Tally};
use std::io;
use std::time::{Duration, Instant};

/// From the commonest word of the pod to one that nobody wrote; a beginning, a phrase, another script.
const SEARCHES: [&str; 8] = [
    "/search?q=the",
    "/search?q=a",
    "/search?q=pon",
    "/search?q=the+heron",
    "/search?q=%22the+pond%22",
    "/search?q=homework&kind=comments",
    "/search?q=%E7%9A%84",
    "/search?q=zzzz",
];
const SUGGESTIONS: [&str; 4] = [
    "/suggest?kind=people&q=a&audience=everyone",
    "/suggest?kind=people&q=ma&audience=contacts",
    "/suggest?kind=people&q=&audience=everyone",
    "/suggest?kind=tags&q=b",
];
/// Names are paced: everybody may ask 60 times at once, so many take turns.
const MEMBERS: usize = 1_000;
/// How often each of them asks for names: less than what the pace lets through at once.
const NAMES_EACH: usize = 55;

/// Searches of many people, at 1 and 16.
pub async fn search(seconds: u64) -> io::Result<Report> {
    let mut report = Report::new("search");
    let data = Data::of(LARGE)?;
    let pod = Pod::start(&data.path())?;
    asked(&pod, &data, &SEARCHES, 16, usize::MAX, 1).await?; // so that nothing is measured cold
    report.run("c1", &asked(&pod, &data, &SEARCHES, 1, usize::MAX, seconds).await?);
    report.run("c16", &asked(&pod, &data, &SEARCHES, 16, usize::MAX, seconds).await?);
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// Names offered, at 16, until everybody asked as often as the pace lets them, or the time is over. What is refused
/// counts as failed.
pub async fn suggest(seconds: u64) -> io::Result<Report> {
    let mut report = Report::new("suggest");
    let data = Data::of(LARGE)?;
    let pod = Pod::start(&data.path())?;
    report.run("c16", &asked(&pod, &data, &SUGGESTIONS, 16, NAMES_EACH, seconds).await?);
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// Each connection asks in turn for each address as one person after another, each person at most `each` times.
async fn asked(
    pod: &Pod,
    data: &Data,
    paths: &'static [&'static str],
    at_once: usize,
    each: usize,
    seconds: u64,
) -> io::Result<Tally> {
    let address = pod.address;
    let processor_ms = pod.processor_ms();
    let mut tally = Tally::new();
    let until = Instant::now() + Duration::from_secs(seconds);
    let members = MEMBERS.min(data.sessions.len());
    let mut tasks = Vec::new();
    for reader in 0..at_once {
        let own = (reader..members).step_by(at_once);
        let people: Vec<(usize, String)> =
            own.map(|number| (number, data.sessions[number].1.clone())).collect();
        tasks.push(tokio::spawn(async move {
            let mut tally = Tally::new();
            let mut client = Client::new(address);
            let turns = each.saturating_mul(people.len());
            for (turn, (number, token)) in people.iter().cycle().take(turns).enumerate() {
                let asked = Instant::now();
                if asked >= until {
                    break;
                }
                client.becomes(*number, token);
                let answer = client.get(paths[turn % paths.len()]).await;
                tally.note(asked, answer.is_ok_and(|answer| answer.status == 200));
            }
            tally
        }));
    }
    for task in tasks {
        tally.add(task.await?);
    }
    tally.processor_ms = pod.processor_ms() - processor_ms;
    Ok(tally.end())
}
