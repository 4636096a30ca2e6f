//! What sees the record with the eyes of the box: the sheet of a day, and the walk that compares it with paper.

use super::{Sheet, paper, store};
use crate::base::{Act, Error, Result, Rules};
use crate::db::{self, Db, Paper, Snapshot, Verified, Viewer};
use crate::ui::Now;
use jiff::civil::Date;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// The record as the box sees it, for pages of those who hold The record.
pub struct Keeper {
    db: Arc<Db>,
    file: PathBuf,
    /// One walk at a time: it reads everything.
    walks: Semaphore,
}

impl Keeper {
    /// Of this database, which lies in this file.
    pub fn new(db: Arc<Db>, file: PathBuf) -> Keeper {
        Keeper { db, file, walks: Semaphore::new(1) }
    }

    /// The day that is not over, so far; nothing where there is no entry after the newest sheet.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub async fn today(&self, rules: &Rules) -> Result<Option<Sheet>> {
        self.db.read(&Viewer::the_box(), |look| so_far(look, rules)).await
    }

    /// Walks the whole record and compares it with these papers and with every sheet that is kept.
    ///
    /// # Errors
    /// `Broken` if the file cannot be read.
    pub async fn check(&self, papers: Vec<Paper>) -> Result<Verified> {
        let _turn = self.walks.acquire().await.map_err(|_| Error::Busy)?;
        let file = self.file.clone();
        let walk = tokio::task::spawn_blocking(move || db::verify_file(&file, &papers));
        walk.await.map_err(|_| Error::Broken("the walk over the record was interrupted".into()))?
    }
}

fn so_far(look: &Snapshot<'_>, rules: &Rules) -> Result<Option<Sheet>> {
    let first = store::pinned(look)? + 1;
    match store::newest(look)? {
        Some(end) if end.0 >= first => drawn_up(look, rules, first, end).map(Some),
        _ => Ok(None),
    }
}

/// The sheet from an entry to another.
fn drawn_up(look: &Snapshot<'_>, rules: &Rules, first: i64, end: store::End) -> Result<Sheet> {
    let (last, at, head) = end;
    let now = Now::new(look.now_ms(), &rules.time_zone);
    let counts = store::counts(look, first, last)?;
    Ok(Sheet { id: None, day: now.day_at(at), first, last, head, made_at: look.now_ms(), counts })
}

/// Makes the sheet of a day that is over, if one is due: when the first entry after the newest sheet shows another date than
/// the box does now. It reaches to the last entry that does. Gives whether one was made.
///
/// A clock that jumps makes a sheet too much, and never loses an entry: every number is on exactly one.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn make_due(db: &Db, rules: &Rules) -> Result<bool> {
    let the_box = Viewer::the_box();
    let due = db.read(&the_box, |look| {
        let pinned = store::pinned(look)?;
        let Some((first, at, _)) = store::first_after(look, pinned)? else { return Ok(None) };
        let now = Now::new(look.now_ms(), &rules.time_zone);
        let today = now.day_at(look.now_ms());
        if now.day_at(at) == today {
            return Ok(None);
        }
        let (from, until) = bounds(&now, today);
        match store::last_outside(look, pinned, from, until)? {
            Some(end) => drawn_up(look, rules, first, end).map(Some),
            None => Ok(None),
        }
    });
    let Some(sheet) = due.await? else { return Ok(false) };
    let made = db.write(&the_box, Act::MakeSheet, move |change| {
        let id = store::insert(change, &sheet)?;
        change.about("sheet", id);
        change.text(None, Some(&paper::line(sheet.last, &sheet.head)));
        Ok(())
    });
    made.await.map(|()| true)
}

/// The first moment of a day, and of the next.
fn bounds(now: &Now, day: Date) -> (i64, i64) {
    let from = now.begins(day).unwrap_or(i64::MIN);
    let until = day.tomorrow().ok().and_then(|next| now.begins(next)).unwrap_or(i64::MAX);
    (from, until)
}
