//! The two entrances: a guarded read, and an audited write.

use super::guard::{Eyes, guard};
use super::standing::{frozen, resting, standing_session};
use super::watch::Watch;
use super::writer::{Answer, Job, Tell, Writer, before_the_first_event};
use super::{Change, Session, Snapshot, Viewer, said, schema};
use crate::base::{Act, Clock, Duties, Error, Event, Reach, Result, Role, Topic, limits};
use rusqlite::Connection;
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, mpsc, oneshot};

/// The database of one box.
pub struct Db {
    readers: Mutex<Vec<Reader>>,
    places: Semaphore,
    queue: Mutex<Option<mpsc::Sender<Job>>>,
    writer: Mutex<Option<std::thread::JoinHandle<()>>>,
    clock: Clock,
    newest_at_start: i64,
    changes: Arc<Changes>,
    /// How many notices and conversations each account had unread, and at which counts of changes.
    unread: Mutex<HashMap<i64, (Counts, Unread)>>,
}

/// Each grows with each commit that somebody could see: the one with all but talk, the other with that, too.
#[derive(Default)]
struct Changes {
    notices: AtomicU64,
    talk: AtomicU64,
}

/// The two counts at one moment.
type Counts = (u64, u64);

impl Changes {
    fn note(&self, events: &[Event], reach: Reach) {
        // What is said in conversations comes by the hundred; where it is a notice, that is told, too.
        let talk =
            |event: &Event| matches!(event.topic, Topic::Conversation(_) | Topic::Chats(_) | Topic::Read(_));
        if reach.feeds || !events.iter().all(talk) {
            self.notices.fetch_add(1, Ordering::Release);
        }
        if reach.feeds || !events.is_empty() {
            self.talk.fetch_add(1, Ordering::Release);
        }
    }

    fn now(&self) -> Counts {
        (self.notices.load(Ordering::Acquire), self.talk.load(Ordering::Acquire))
    }
}

/// In how many conversations something is unread that is not muted. What was said by those whom a block keeps apart, or
/// waits, does not count: it is not seen.
const UNREAD_CHATS: &str = "SELECT count(*) FROM seen_conversation AS c
    WHERE c.last > c.read AND c.muted = 0 AND EXISTS (SELECT 1 FROM seen_message AS m
      WHERE m.conversation_id = c.id AND m.place > c.read AND m.author_id <> viewer())";

/// Notices, and conversations, in which something is unread.
type Unread = (i64, i64);

/// Accounts whose count of unread notices is remembered; when full, all are counted again.
const UNREAD_REMEMBERED_MAX: usize = 5_000;

const UNREAD: &str = "SELECT count(*) FROM (SELECT 1 FROM seen_notice WHERE read_at IS NULL LIMIT ?1)";

struct Reader {
    sql: Connection,
    eyes: Arc<Eyes>,
}

impl Db {
    /// Opens the file in this folder, migrates it, notes the boot and starts the writer.
    ///
    /// `tell` hears after each commit what changed, and how far it reaches.
    ///
    /// # Errors
    /// `Broken` where the file cannot be opened or brought to this program's schema.
    pub fn open(
        file: &Path,
        readers: usize,
        clock: Clock,
        tell: impl Fn(&[Event], Reach) + Send + 'static,
    ) -> Result<Db> {
        let mut sql = schema::connect(file, true)?;
        schema::prepare(&mut sql, file)?;
        sql.execute(
            "INSERT INTO boot (started_at, time_trust, version) VALUES (?1, ?3, ?2)",
            rusqlite::params![clock.now_ms(), env!("CARGO_PKG_VERSION"), clock.trust().word()],
        )
        .map_err(said)?;
        let boot = sql.last_insert_rowid();
        let changes = Arc::new(Changes::default());
        let counted = changes.clone();
        let tell: Tell = Box::new(move |events: &[Event], reach: Reach| {
            counted.note(events, reach);
            tell(events, reach);
        });
        let watch = Arc::new(Watch::open(&sql).map_err(said)?);
        let writer = Writer::open(sql, clock.clone(), boot, tell, &watch)?;
        let (queue, jobs) = mpsc::channel(limits::WRITER_QUEUE_MAX);
        let waits = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
        let writer =
            std::thread::Builder::new().name("writer".into()).spawn(move || writer.work(jobs, &waits))?;
        let mut pool = Vec::with_capacity(readers);
        for _ in 0..readers {
            let mut sql = schema::connect(file, false)?;
            let eyes = guard(&mut sql, &watch, &clock).map_err(said)?;
            pool.push(Reader { sql, eyes });
        }
        Ok(Db {
            readers: Mutex::new(pool),
            places: Semaphore::new(readers),
            queue: Mutex::new(Some(queue)),
            writer: Mutex::new(Some(writer)),
            clock,
            newest_at_start: before_the_first_event(boot),
            changes,
            unread: Mutex::default(),
        })
    }

    /// The number before that of the first event since the file was opened.
    pub fn newest_at_start(&self) -> i64 {
        self.newest_at_start
    }

    /// One consistent look as this viewer.
    ///
    /// Runs on the calling thread: a page's look-ups cost less than handing them to another one.
    ///
    /// # Errors
    /// What `look` answers; `Broken` if the database fails; `Busy` when the box is stopping.
    pub async fn read<T>(&self, viewer: &Viewer, look: impl FnOnce(&Snapshot<'_>) -> Result<T>) -> Result<T> {
        let _place = self.places.acquire().await.map_err(|_| Error::Busy)?;
        self.with_reader(|reader| {
            let now = self.clock.now_ms();
            reader.eyes.look_as(viewer, now);
            look(&Snapshot::new(&reader.sql, viewer, now))
        })
    }

    /// One consistent look of many viewers, each question under the eyes and duties of its own.
    ///
    /// Runs on the calling thread, as [`Db::read`] does.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub async fn read_each<T>(
        &self,
        viewers: &[Viewer],
        ask: impl FnOnce(&Looks<'_>) -> Result<T>,
    ) -> Result<T> {
        let _place = self.places.acquire().await.map_err(|_| Error::Busy)?;
        self.with_reader(|reader| {
            let now_ms = self.clock.now_ms();
            reader.eyes.look_as(&Viewer::stranger(), now_ms);
            ask(&Looks { reader, viewers, now_ms })
        })
    }

    /// The session with this token hash, if it stands at this moment, without what is unread: for whoever asks again.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub async fn standing(&self, token_hash: &[u8; 32]) -> Result<Option<Session>> {
        let _place = self.places.acquire().await.map_err(|_| Error::Busy)?;
        let now = self.clock.now_ms();
        self.with_reader(|reader| {
            reader.eyes.look_as(&Viewer::stranger(), now);
            standing_session(&reader.sql, token_hash, now).map_err(said)
        })
    }

    /// The session with this token hash, if it stands at this moment.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub async fn session(&self, token_hash: &[u8; 32]) -> Result<Option<Session>> {
        let _place = self.places.acquire().await.map_err(|_| Error::Busy)?;
        let now = self.clock.now_ms();
        let changes = self.changes.now(); // before the look: too old is counted again
        self.with_reader(|reader| {
            reader.eyes.look_as(&Viewer::stranger(), now);
            let Some(mut session) = standing_session(&reader.sql, token_hash, now).map_err(said)? else {
                return Ok(None);
            };
            let held = if session.role == Role::Owner { Duties::all() } else { session.duties };
            let frozen = reader.eyes.as_account(session.account.0, held, || frozen(&reader.sql));
            session.frozen = frozen.map_err(said)?;
            if session.role == Role::Member {
                let resting = reader.eyes.as_account(session.account.0, held, || resting(&reader.sql));
                session.resting = resting.map_err(said)?;
            }
            (session.unread, session.chats) = self.unread_of(reader, &session, changes).map_err(said)?;
            Ok(Some(session))
        })
    }

    /// Counting unread notices looks at each as its reader; so it is done again only after a change.
    fn unread_of(&self, reader: &Reader, session: &Session, changes: Counts) -> rusqlite::Result<Unread> {
        let id = session.account.0;
        let known = self.unread.lock().unwrap_or_else(PoisonError::into_inner).get(&id).copied();
        if let Some((_, unread)) = known.filter(|(at, _)| *at == changes) {
            return Ok(unread);
        }
        let notices = known.filter(|(at, _)| at.0 == changes.0).map(|(_, (notices, _))| notices);
        let held = if session.role == Role::Owner { Duties::all() } else { session.duties };
        let unread = reader.eyes.as_account(id, held, || unread(&reader.sql, notices))?;
        let mut remembered = self.unread.lock().unwrap_or_else(PoisonError::into_inner);
        if remembered.len() >= UNREAD_REMEMBERED_MAX {
            remembered.clear();
        }
        remembered.insert(id, (changes, unread));
        Ok(unread)
    }

    fn with_reader<T>(&self, ask: impl FnOnce(&Reader) -> Result<T>) -> Result<T> {
        let reader = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let Some(reader) = reader else {
            return Err(Error::Broken("no reader although there was a place".into()));
        };
        let begun = reader.sql.prepare_cached("BEGIN").and_then(|mut begin| begin.execute([])).map_err(said);
        let back = Back { db: self, reader: Some(reader) };
        begun?;
        match &back.reader {
            Some(reader) => ask(reader),
            None => Err(Error::Busy),
        }
    }

    /// One audited write as this viewer. It is on the disk when this answers.
    ///
    /// # Errors
    /// What `change` answers (nothing was written then); `Busy` where the queue stays full;
    /// `Broken` if the database fails or `change` panics.
    pub async fn write<T: Send + 'static>(
        &self,
        viewer: &Viewer,
        act: Act,
        change: impl FnOnce(&mut Change<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (tell, told) = oneshot::channel();
        let run = Box::new(move |room: &mut Change<'_>| {
            let done = change(room);
            let well = done.is_ok();
            // The caller may have gone; the write stands all the same.
            let send = Box::new(move |fate: Result<()>| drop(tell.send(fate.and(done))));
            Answer { well, send }
        });
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner).clone().ok_or(Error::Busy)?;
        queue
            .send_timeout(
                Job { viewer: viewer.clone(), act, run },
                Duration::from_millis(limits::WRITER_WAIT_MS),
            )
            .await
            .map_err(|_| Error::Busy)?;
        told.await.unwrap_or_else(|_| {
            Err(Error::Broken("a write panicked, or its batch was lost; nothing of it stands".into()))
        })
    }

    /// Do look-ups and writes still get their turn? Asks for one of each and writes nothing.
    pub async fn pulse(&self) -> bool {
        let the_box = Viewer::stranger().on("box");
        let looked = self.read(&the_box, |look| look.number("SELECT 1", [])).await;
        // A write that takes itself back: it waits in the queue and leaves no entry.
        let written = self.write(&the_box, Act::Start, |_| Err::<(), _>(Error::NotFound)).await;
        looked.is_ok() && matches!(written, Err(Error::NotFound))
    }

    /// Lets what waits be written, moves the log into the file and closes it.
    pub fn close(&self) {
        drop(self.queue.lock().unwrap_or_else(PoisonError::into_inner).take());
        if let Some(writer) = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = writer.join();
        }
    }

    /// The clock that labels what happens.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }
}

/// Many viewers who look at one consistent state, one after the other.
pub struct Looks<'a> {
    reader: &'a Reader,
    viewers: &'a [Viewer],
    now_ms: i64,
}

impl Looks<'_> {
    /// Asks as each of them in turn, with their place among them.
    ///
    /// # Errors
    /// The first error that `ask` answers; nothing of the others is given then.
    pub fn each<T>(&self, mut ask: impl FnMut(&Snapshot<'_>, usize) -> Result<T>) -> Result<Vec<T>> {
        let mut answers = Vec::with_capacity(self.viewers.len());
        for (index, viewer) in self.viewers.iter().enumerate() {
            let look = Snapshot::new(&self.reader.sql, viewer, self.now_ms);
            let answer = self.reader.eyes.as_viewer(viewer, self.now_ms, || ask(&look, index));
            answers.push(answer?);
        }
        Ok(answers)
    }

    /// Through whose eyes the connection looks at this moment: between the questions, a stranger's.
    #[cfg(test)]
    pub(super) fn open_eyes(&self) -> i64 {
        self.reader.sql.query_row("SELECT viewer()", [], |row| row.get(0)).unwrap_or(-1)
    }
}

/// Ends the look and gives the reader back, also when the look panicked.
struct Back<'a> {
    db: &'a Db,
    reader: Option<Reader>,
}

impl Drop for Back<'_> {
    fn drop(&mut self) {
        if let Some(reader) = self.reader.take() {
            let _ = reader.sql.prepare_cached("ROLLBACK").and_then(|mut end| end.execute([]));
            self.db.readers.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        }
    }
}

/// Notices that whoever looks has not read, counted up to one more than a badge shows, where they are not known; and
/// conversations.
fn unread(sql: &Connection, notices: Option<i64>) -> rusqlite::Result<Unread> {
    let notices = match notices {
        Some(notices) => notices,
        None => sql.prepare_cached(UNREAD)?.query_row([limits::UNREAD_COUNTED_MAX], |row| row.get(0))?,
    };
    let chats = sql.prepare_cached(UNREAD_CHATS)?.query_row([], |row| row.get(0))?;
    Ok((notices, chats))
}
