//! Open pages that wait: what each costs, and whether others feel them.

use crate::client::Client;
use crate::pages::{LARGE, homes};
use crate::pod::{Data, Pod};
use crate::tally::Report;
use futures_util::SinkExt;
use std::io;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// One open page.
type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

fn other(error: Error) -> io::Error {
    io::Error::other(error)
}

/// Opens a page that listens as its script would.
async fn open(pod: &Pod, token: &str, topics: &[&str], since: i64) -> io::Result<Socket> {
    let mut request = format!("ws://{}/live", pod.address).into_client_request().map_err(other)?;
    let header = |text: String| text.parse().map_err(io::Error::other);
    let headers = request.headers_mut();
    headers.insert("cookie", header(format!("session={token}"))?);
    headers.insert("origin", header(format!("http://{}", pod.address))?);
    let (mut socket, _) = connect_async(request).await.map_err(other)?;
    let hello = serde_json::json!({ "topics": topics, "since": since }).to_string();
    socket.send(Message::text(hello)).await.map_err(other)?;
    Ok(socket)
}

/// What a page listens to, and since when.
async fn listening(pod: &Pod, number: usize, token: &str, path: &str) -> io::Result<(String, i64)> {
    let mut client = Client::signed_in(pod.address, number, token);
    client.get(path).await?;
    let page = String::from_utf8_lossy(client.body());
    let meta = |name: &str| {
        let after = page.split_once(&format!("name=\"{name}\" content=\""))?.1;
        Some(after.split_once('"')?.0.to_owned())
    };
    let topics = meta("live-topics").ok_or_else(|| io::Error::other(format!("{path} listens to nothing")))?;
    Ok((topics, meta("live-since").and_then(|since| since.parse().ok()).unwrap_or(0)))
}

/// Opens Home so many times, by a thousand people in turn, as they would.
async fn homes_open(pod: &Pod, data: &Data, from: usize, to: usize) -> io::Result<Vec<Socket>> {
    let mut sockets = Vec::with_capacity(to - from);
    for number in from..to {
        let number = number % data.sessions.len();
        let token = &data.sessions[number].1;
        let (topics, since) = listening(pod, number, token, "/").await?;
        sockets.push(open(pod, token, &topics.split(' ').collect::<Vec<_>>(), since).await?);
    }
    Ok(sockets)
}

/// Kibibytes that each further open page adds, up to 100, 1,000 and 2,000 of them; and Home with a thousand beside it.
pub async fn run(report: &mut Report) -> io::Result<()> {
    let data = Data::of(LARGE)?;
    let pod = Pod::start(&data.path())?;
    // Everybody's Home before, and nobody's socket: what is kept of people is not what pages cost, and room that sockets
    // left behind would make the next ones look free.
    for _ in 0..2 {
        for (number, (_, token)) in data.sessions.iter().enumerate() {
            listening(&pod, number, token, "/").await?;
        }
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let (mut before_mb, mut sockets) = (pod.resident_mb(), Vec::new());
    report.figure("resident_mb_0_pages", before_mb);
    for count in [100, 1_000, 2_000] {
        let more = count - sockets.len();
        sockets.extend(homes_open(&pod, &data, sockets.len(), count).await?);
        tokio::time::sleep(Duration::from_secs(1)).await;
        let resident_mb = pod.resident_mb();
        report.figure(&format!("resident_mb_{count}_pages"), resident_mb);
        // Of the first hundred little is seen: the start leaves more behind than they need.
        report.figure(&format!("kb_a_page_up_to_{count}"), (resident_mb - before_mb) * 1024.0 / more as f64);
        before_mb = resident_mb;
    }
    sockets.truncate(1_000);
    // In turn, so that what else the machine does falls on both.
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for round in 0..6 {
        if round > 0 {
            sockets = homes_open(&pod, &data, 0, 1_000).await?;
        }
        with.push(homes(&pod, &data, 16, 2).await?.milliseconds(500));
        sockets.clear();
        tokio::time::sleep(Duration::from_secs(1)).await;
        without.push(homes(&pod, &data, 16, 2).await?.milliseconds(500));
    }
    with.sort_by(f64::total_cmp);
    without.sort_by(f64::total_cmp);
    report.figure("home_p50_ms_alone", without[3]);
    report.figure("home_p50_ms_beside_1000_pages", with[3]);
    pod.stop()
}
