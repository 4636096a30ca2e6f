//! Kill -9 during a storm of posts, comments and photos: what was acknowledged must be there.

use crate::client::{Client, files_type, with_files};
use crate::pages::posts_seen;
use crate::pod::{Data, Pod, Size, say, verify};
use crate::tally::{Report, Tally};
use rusqlite::{Connection, OpenFlags};
use std::collections::HashSet;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

const SIZE: Size = Size { members: 200, posts: 500, photos: 10 };
const WRITERS: usize = 16;

/// What was acknowledged so far: the texts, which no other post or comment has.
type Taken = Arc<Mutex<Vec<String>>>;

/// So many times: start, storm, kill, start again, look for everything that was acknowledged.
pub async fn run(rounds: usize) -> io::Result<Report> {
    let mut report = Report::new("kill-storm");
    let data = Data::of(SIZE)?;
    let mut acknowledged: HashSet<String> = HashSet::new();
    let (mut lost, mut whole) = (0, Tally::new());
    let mut chance = moment();
    let mut pod = Pod::start(&data.path())?;
    for round in 0..rounds {
        let taken: Taken = Arc::default();
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let number = (round * WRITERS + writer) % data.sessions.len();
                let token = data.sessions[number].1.clone();
                let storm =
                    Storm { pod: pod.address, number, token, name: format!("storm {round}.{writer}") };
                tokio::spawn(storm.rage(taken.clone()))
            })
            .collect();
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // From the first acknowledgement on, so that no round is over before it begins.
        while taken.lock().unwrap_or_else(PoisonError::into_inner).is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis((chance >> 33) % 900)).await;
        pod.kill()?;
        for writer in writers {
            whole.add(writer.await?);
        }
        acknowledged.extend(taken.lock().unwrap_or_else(PoisonError::into_inner).drain(..));
        let restarted = Instant::now();
        pod = Pod::start(&data.path())?;
        whole.note(restarted, true);
        let there = texts(&data)?;
        lost += acknowledged.iter().filter(|text| !there.contains(*text)).count();
        quick_check(&data.database())?;
        verify(&data.path())?;
    }
    report.run("restarts", &whole.end());
    let kind = |word: &str| acknowledged.iter().filter(|text| text.starts_with(word)).count();
    for word in ["post", "comment", "photo"] {
        report.figure(&format!("{word}s_acknowledged"), kind(word) as f64);
    }
    report.figure("acknowledged", acknowledged.len() as f64);
    report.figure("lost", lost as f64);
    say(&format!("{} acknowledged, {lost} lost; {rounds} kills", acknowledged.len()));
    report.pod(&pod);
    pod.stop()?;
    if lost > 0 { Err(io::Error::other("acknowledged things were lost")) } else { Ok(report) }
}

/// Another time each run: a kill at the same moments would find the same.
fn moment() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(1, |since| since.as_nanos() as u64)
}

/// One person who writes as fast as they are answered, until the pod is gone.
struct Storm {
    pod: std::net::SocketAddr,
    number: usize,
    token: String,
    name: String,
}

impl Storm {
    async fn rage(self, taken: Taken) -> Tally {
        // The kill ends each of these with an error of the connection: that is no fault.
        let mut tally = Tally::new();
        if let Err(error) = self.write(&taken, &mut tally).await
            && error.kind() == io::ErrorKind::Other
        {
            say(&error.to_string());
            tally.errors += 1;
        }
        tally
    }

    async fn write(&self, taken: &Taken, tally: &mut Tally) -> io::Result<()> {
        let mut client = Client::signed_in(self.pod, self.number, &self.token);
        client.get("/posts/new").await?;
        let same_site = client.same_site().ok_or_else(|| io::Error::other("a form without a token"))?;
        let posts = posts_seen(self.pod, self.number, &self.token, 1).await?;
        for (turn, post) in posts.iter().cycle().enumerate().take(110) {
            let (kind, path) = match turn % 4 {
                1 | 3 => ("comment", format!("/posts/{post}/comments")),
                2 => ("photo", "/posts".to_owned()),
                _ => ("post", "/posts".to_owned()),
            };
            let text = format!("{kind} {} {turn}", self.name);
            let fields =
                [("same_site", same_site.as_str()), ("body", text.as_str()), ("audience", "everyone")];
            let answer = if kind == "comment" {
                client.post(&path, &fields).await?
            } else {
                let seed = (self.number * 1_000 + turn) as u64 ^ moment();
                let drawn = (kind == "photo").then(|| courtyard::demo::pictures::jpeg(seed, 96, 64, true));
                let drawn: Vec<Vec<u8>> = drawn.into_iter().flatten().collect();
                let photos: Vec<&[u8]> = drawn.iter().map(Vec::as_slice).collect();
                let body = with_files(&fields, &photos);
                client.send(&client.request("POST", &path, &files_type(), &body)).await?
            };
            if answer.status == 303 && answer.is_well() {
                taken.lock().unwrap_or_else(PoisonError::into_inner).push(text);
            } else {
                tally.errors += 1;
            }
        }
        Ok(())
    }
}

fn open(file: &Path) -> io::Result<Connection> {
    Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(io::Error::other)
}

/// Every text in the file; that of a photo only where its files lie whole on the shelf.
fn texts(data: &Data) -> io::Result<HashSet<String>> {
    let sql = open(&data.database())?;
    let list = |asked: &str| -> rusqlite::Result<Vec<(String, Option<String>)>> {
        sql.prepare(asked)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    };
    let all = list(
        "SELECT body, NULL FROM comment UNION ALL
         SELECT p.body, f.name FROM post AS p LEFT JOIN item AS i ON i.parent_id = p.id AND i.kind = 'photo'
                LEFT JOIN photo AS f ON f.id = i.id",
    );
    let whole = |(text, photo): (String, Option<String>)| {
        let there = match &photo {
            None => !text.starts_with("photo "),
            Some(name) => is_on_shelf(&data.path(), name),
        };
        there.then_some(text)
    };
    Ok(all.map_err(io::Error::other)?.into_iter().filter_map(whole).collect())
}

fn is_on_shelf(data: &Path, name: &str) -> bool {
    let (first, rest) = name.split_at(2);
    let folder = data.join("photos").join(first);
    let sizes = std::fs::read_dir(folder).into_iter().flatten().flatten().filter(|file| {
        let starts = file.file_name().to_string_lossy().starts_with(rest);
        starts && image::open(file.path()).is_ok()
    });
    sizes.count() >= 3
}

fn quick_check(file: &Path) -> io::Result<()> {
    let said: rusqlite::Result<String> = open(file)?.query_row("PRAGMA quick_check", [], |row| row.get(0));
    match said.map_err(io::Error::other)?.as_str() {
        "ok" => Ok(()),
        fault => Err(io::Error::other(fault.to_owned())),
    }
}
