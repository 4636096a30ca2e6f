//! A storm on a pod that somebody else runs, a box in a virtual machine say, and the look for what it acknowledged.

use crate::pod::{say, verify};
use crate::storm::{Storm, Taken, quick_check, texts};
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

/// People at once, unless the file of sessions has fewer.
const WRITERS: usize = 16;

/// Writes until the pod falls silent, then adds what it acknowledged to a file, a text a line. Says how many there are
/// whenever there are more.
pub async fn storm(pod: SocketAddr, sessions: &Path, acknowledged: &Path) -> io::Result<()> {
    let sessions = fs::read_to_string(sessions)?;
    let tokens: Vec<&str> = sessions.lines().filter_map(|line| Some(line.split_once(' ')?.1)).collect();
    let taken = Taken::default();
    let name = format!("{:x}", crate::kill::moment());
    let writers: Vec<_> = tokens
        .iter()
        .take(WRITERS)
        .enumerate()
        .map(|(number, token)| {
            let storm = Storm { pod, number, token: (*token).to_owned(), name: format!("{name}.{number}") };
            tokio::spawn(storm.rage(taken.clone()))
        })
        .collect();
    let mut said = 0;
    while !writers.iter().all(tokio::task::JoinHandle::is_finished) {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let count = taken.lock().unwrap_or_else(PoisonError::into_inner).len();
        if count > said {
            said = count;
            say(&format!("acknowledged {count}"));
        }
    }
    let mut errors = 0;
    for writer in writers {
        errors += writer.await?.errors;
    }
    let texts = Arc::try_unwrap(taken).map_err(|_| io::Error::other("somebody still writes"))?;
    let texts = texts.into_inner().unwrap_or_else(PoisonError::into_inner);
    let before = fs::read_to_string(acknowledged).unwrap_or_default();
    fs::write(acknowledged, before + &texts.iter().map(|text| format!("{text}\n")).collect::<String>())?;
    say(&format!("{} acknowledged, {errors} refused", texts.len()));
    Ok(())
}

/// Looks in a data folder for every text of the file; checks the database and the audit log, too. An error says how many
/// are lost.
pub fn look(data: &Path, acknowledged: &Path) -> io::Result<()> {
    let there = texts(data)?;
    let acknowledged = fs::read_to_string(acknowledged)?;
    let (all, lost) = acknowledged
        .lines()
        .fold((0, 0), |(all, lost), text| (all + 1, lost + usize::from(!there.contains(text))));
    say(&format!("{all} acknowledged, {lost} lost"));
    quick_check(data)?;
    verify(data)?;
    if lost > 0 {
        Err(io::Error::other(format!("{lost} of {all} acknowledged things are lost")))
    } else {
        Ok(())
    }
}
