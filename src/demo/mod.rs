//! A believable school in a fresh folder: to look around in, to test with, to measure against.
//!
//! Everything is written by the features' own functions, as its author, through `Db::write`: so the
//! audit log of a demonstration holds, and nothing is in it that people could not have made. What has
//! the same moment is sent together and shares a commit: a hundred thousand posts take some seconds,
//! with every commit on the disk as always.

mod albums;
mod board;
mod chat;
mod clubs;
mod dice;
mod passing;
mod people;
pub mod pictures;
mod poll;
mod school;
mod store;
mod talk;
mod words;

use crate::app::App;
use crate::base::{AccountId, AspectId, Clock, Duties, Error, GroupId, ItemId, Result, Rules, limits};
use crate::config::Config;
use crate::db::{Db, Viewer};
use crate::features::photos::{Placed, Shelf};
use crate::features::setup;
use dice::Dice;
use futures_util::future::join_all;
use people::Tongue;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The site's name.
pub const SITE_NAME: &str = "Hillview School";
/// Everybody but staff signs in with this. A demonstration keeps no secret: it is printed, and the same on each box.
pub const MEMBER_PASSWORD: &str = "seven grey herons";
const SUPERVISOR_PASSWORD: &str = "two foxes by the gate";
const OWNER_PASSWORD: &str = "nine owls over the hall";
/// Weeks that the school looks back on.
const WEEKS: i64 = 6;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// How many people, posts and photos a demonstration has at most: bounds on what a slip of the finger makes.
const MOST: Plan =
    Plan { members: 20_000, posts: 2_000_000, photos: 20_000, album: limits::ALBUM_PHOTOS_MAX };
/// Writes in flight: they share commits, and the writer's queue never fills.
const IN_FLIGHT: usize = limits::WRITER_QUEUE_MAX / 2;

/// How large the school is.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// People besides staff, at least 6.
    pub members: usize,
    /// Posts.
    pub posts: usize,
    /// Photos in those posts.
    pub photos: usize,
    /// Photos of one large album for everyone; 0 for none.
    pub album: usize,
}

/// Somebody who can sign in to the demonstration.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// What they are here, in English, for the console.
    pub what: &'static str,
    /// The sign-in name.
    pub username: String,
    /// The password.
    pub password: &'static str,
}

/// What was made.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// An owner, a supervisor and two members.
    pub sign_ins: Vec<SignIn>,
    /// How many of what.
    pub counts: Vec<(&'static str, usize)>,
}

/// One person of the school while it is filled.
struct Person {
    id: AccountId,
    viewer: Viewer,
    username: String,
    tongue: Tongue,
    staff: bool,
    groups: Vec<GroupId>,
    contacts: Vec<usize>,
    aspects: Vec<AspectId>,
}

/// The school while it is filled.
struct School {
    db: Arc<Db>,
    hand: Arc<AtomicI64>,
    now_ms: i64,
    dice: Dice,
    rules: Rules,
    shelf: Shelf,
    placed: Vec<Placed>,
    /// The owner, then teachers, then members.
    people: Vec<Person>,
    staff: usize,
    counts: Vec<(&'static str, usize)>,
}

/// A write on its way; the id of what it made, or nothing where its author may not do it.
type Writing<'a> = Pin<Box<dyn Future<Output = Result<Option<ItemId>>> + 'a>>;

/// Fills a fresh folder. Where `sessions` names a file, everybody is signed in, and the file gets a line
/// each: sign-in name, session token. For the load program, which cannot wait for a thousand hashes.
///
/// # Errors
/// `Busy` where another process has the folder; `Broken` where it is not empty or cannot be written.
pub async fn fill(data: &Path, plan: Plan, sessions: Option<&Path>) -> Result<Filled> {
    must_be_fresh(data)?;
    if plan.members < 6
        || plan.members > MOST.members
        || plan.posts > MOST.posts
        || plan.photos > MOST.photos
        || plan.album > MOST.album
    {
        return Err(Error::Broken(format!(
            "a demonstration has 6 to {} members, up to {} posts and {} photos",
            MOST.members, MOST.posts, MOST.photos
        )));
    }
    let config = Config {
        data: data.to_owned(),
        listen: ([127, 0, 0, 1], 0).into(),
        name: None,
        mdns: false,
        interfaces: Vec::new(),
    };
    let now_ms = Clock::real().now_ms();
    let (clock, hand) = Clock::held(now_ms - WEEKS * 7 * DAY_MS);
    let app = App::open(&config, clock).await?;
    let mut school = School {
        db: app.db.clone(),
        hand,
        now_ms,
        dice: Dice::new(2_026),
        rules: Rules::default(),
        shelf: Shelf::open(&config.photos())?,
        placed: Vec::new(),
        people: Vec::new(),
        staff: 0,
        counts: Vec::new(),
    };
    let filled = school.live(plan, sessions, &config.uploads()).await;
    app.close();
    filled
}

/// A folder in use, or one that holds anything, is left as it is.
fn must_be_fresh(data: &Path) -> Result<()> {
    if let Ok(lock) = File::open(data.join("in-use"))
        && let Err(TryLockError::WouldBlock) = lock.try_lock()
    {
        return Err(Error::Busy);
    }
    let left = match fs::read_dir(data) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => false, // not there yet: it is made
    };
    if left {
        let folder = data.display();
        return Err(Error::Broken(format!(
            "{folder} is not empty: a demonstration needs a folder of its own"
        )));
    }
    Ok(())
}

impl School {
    async fn live(&mut self, plan: Plan, sessions: Option<&Path>, scratch: &Path) -> Result<Filled> {
        self.claim().await?;
        self.make_people(plan.members).await?;
        self.make_groups(plan.members).await?;
        self.make_contacts().await?;
        self.make_profiles(scratch).await?;
        let photos = self.draw_photos(plan.photos, scratch)?;
        self.talk(plan.posts, photos.clone()).await?;
        self.ask_everybody().await?;
        self.make_albums(&photos).await?;
        self.fill_board().await?;
        self.plan_the_month(scratch).await?;
        self.make_class_album(&photos).await?;
        self.make_wishes().await?;
        self.make_large_album(plan.album, &photos).await?;
        self.quarrel().await?;
        self.talk_together().await?;
        self.hand.store(self.now_ms, Ordering::Relaxed);
        if let Some(file) = sessions {
            self.sign_everybody_in(file).await?;
        }
        Ok(Filled { sign_ins: self.sign_ins(), counts: std::mem::take(&mut self.counts) })
    }

    fn sign_ins(&self) -> Vec<SignIn> {
        let one = |what, place: usize, password| SignIn {
            what,
            username: self.people[place].username.clone(),
            password,
        };
        vec![
            one("owner", 0, OWNER_PASSWORD),
            one("supervisor", 1, SUPERVISOR_PASSWORD),
            one("member", self.staff, MEMBER_PASSWORD),
            one("member", self.staff + 1, MEMBER_PASSWORD),
        ]
    }

    /// The time of a moment: of `all` moments, this one; six weeks, fourteen waking hours a day, to now.
    fn set_time(&self, moment: usize, all: usize) {
        let days = (WEEKS * 7 - 1) as f64;
        let along = days * moment as f64 / all.max(1) as f64;
        let (day, part) = (along.floor(), along.fract());
        let waking_ms = 14.0 * 60.0 * 60.0 * 1000.0;
        let before_ms = (days - day - 1.0) * DAY_MS as f64 + (1.0 - part) * waking_ms;
        self.hand.store(self.now_ms - 60_000 - before_ms as i64, Ordering::Relaxed);
    }

    fn count(&mut self, what: &'static str, more: usize) {
        match self.counts.iter_mut().find(|(known, _)| *known == what) {
            Some((_, count)) => *count += more,
            None => self.counts.push((what, more)),
        }
    }
}

/// Sends writes together and waits for all; what its author may not do is left out.
async fn together(writes: Vec<Writing<'_>>) -> Result<Vec<Option<ItemId>>> {
    let mut done = Vec::with_capacity(writes.len());
    let mut writes = writes.into_iter();
    loop {
        let some: Vec<_> = writes.by_ref().take(IN_FLIGHT).collect();
        if some.is_empty() {
            return Ok(done);
        }
        for answer in join_all(some).await {
            done.push(match answer {
                Err(Error::NotFound | Error::Forbidden) => None,
                other => other?,
            });
        }
    }
}

/// A file of the demonstration's own, on the same disk as the rest.
fn scratch_file(folder: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut file, bytes)?;
    Ok(file)
}

/// The file of sessions for the load program, readable by its owner alone.
fn write_sessions(file: &PathBuf, lines: &str) -> Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut open = fs::OpenOptions::new();
    let mut kept = open.write(true).create(true).truncate(true).mode(0o600).open(file)?;
    std::io::Write::write_all(&mut kept, lines.as_bytes())?;
    Ok(())
}

/// The rules of the school's own house.
fn house_rules() -> [(&'static str, &'static str); 5] {
    [
        ("site_name", SITE_NAME),
        ("kind", "school"),
        ("language", "en"),
        ("time_zone", "UTC"),
        ("approval", "open"),
    ]
}

/// The rule with this name, saved through the set-up feature.
fn save_rules(change: &mut crate::db::Change<'_>) -> Result<Rules> {
    for (name, value) in house_rules() {
        setup::save_rule(change, name, value)?;
    }
    setup::load_rules(change)
}

/// Every duty, for the owner's own viewer.
fn every_duty() -> Duties {
    Duties::all()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn filled(folder: &Path) -> Filled {
        fill(folder, Plan { members: 26, posts: 120, photos: 4, album: 0 }, None).await.unwrap()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_demonstration_is_whole_and_its_audit_log_holds() {
        let folder = tempfile::tempdir().unwrap();
        let made = filled(folder.path()).await;
        assert_eq!(made.sign_ins.len(), 4);
        for (what, count) in &made.counts {
            assert!(*count > 0, "no {what}");
        }
        let file = crate::config::database(folder.path());
        let verified = crate::db::verify_file(&file, &[]).unwrap();
        assert_eq!(verified.fault, None);
        assert!(verified.entries > 500, "{} entries", verified.entries);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_folder_with_anything_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("homework.txt"), "mine").unwrap();
        let plan = Plan { members: 10, posts: 1, photos: 0, album: 0 };
        assert!(matches!(fill(folder.path(), plan, None).await, Err(Error::Broken(_))));
        let lock = File::create(folder.path().join("in-use")).unwrap();
        lock.try_lock().unwrap();
        assert!(matches!(fill(folder.path(), plan, None).await, Err(Error::Busy)));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
