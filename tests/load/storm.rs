//! People who write as fast as they are answered, and what a pod must have of it afterwards.

use crate::client::{Client, files_type, with_files};
use crate::kill::moment;
use crate::pages::posts_seen;
use crate::pod::say;
use crate::tally::Tally;
use rusqlite::{Connection, OpenFlags};
use std::collections::HashSet;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What was acknowledged so far: the texts, which no other post or comment has.
pub type Taken = Arc<Mutex<Vec<String>>>;

/// A machine whose plug was pulled says nothing, not even that the connection has ended.
const SILENCE: Duration = Duration::from_secs(10);

async fn in_time<T>(answer: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    tokio::time::timeout(SILENCE, answer).await.unwrap_or(Err(io::ErrorKind::TimedOut.into()))
}

/// One person who writes as fast as they are answered, until the pod is gone.
pub struct Storm {
    /// Where the pod is.
    pub pod: std::net::SocketAddr,
    /// Tells browsers apart.
    pub number: usize,
    /// Their session.
    pub token: String,
    /// Begins what they write, after the kind of thing.
    pub name: String,
}

impl Storm {
    /// Writes until the pod is gone, silent for [`SILENCE`], or all is said. What the pod acknowledged is in `taken`.
    pub async fn rage(self, taken: Taken) -> Tally {
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
        in_time(client.get("/posts/new")).await?;
        let same_site = client.same_site().ok_or_else(|| io::Error::other("a form without a token"))?;
        let posts = in_time(posts_seen(self.pod, self.number, &self.token, 1)).await?;
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
                in_time(client.post(&path, &fields)).await?
            } else {
                let seed = (self.number * 1_000 + turn) as u64 ^ moment();
                let drawn = (kind == "photo").then(|| courtyard::demo::pictures::jpeg(seed, 96, 64, true));
                let drawn: Vec<Vec<u8>> = drawn.into_iter().flatten().collect();
                let photos: Vec<&[u8]> = drawn.iter().map(Vec::as_slice).collect();
                let body = with_files(&fields, &photos);
                let request = client.request("POST", &path, &files_type(), &body);
                in_time(client.send(&request)).await?
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

fn open(data: &Path) -> io::Result<Connection> {
    Connection::open_with_flags(data.join("courtyard.db"), OpenFlags::SQLITE_OPEN_READ_ONLY)
        .map_err(io::Error::other)
}

/// Every text in a pod's data folder; that of a photo only where its files lie whole on the shelf.
pub fn texts(data: &Path) -> io::Result<HashSet<String>> {
    let sql = open(data)?;
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
            Some(name) => is_on_shelf(data, name),
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

/// Does SQLite find the file whole?
pub fn quick_check(data: &Path) -> io::Result<()> {
    let said: rusqlite::Result<String> = open(data)?.query_row("PRAGMA quick_check", [], |row| row.get(0));
    match said.map_err(io::Error::other)?.as_str() {
        "ok" => Ok(()),
        fault => Err(io::Error::other(fault.to_owned())),
    }
}
