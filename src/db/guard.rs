//! The engine's own lock: content is read through a `seen_` view, or not at all.

use super::Viewer;
use super::watch::Watch;
use crate::base::watch::Surface;
use crate::base::{Clock, Duties, Duty};
use rusqlite::functions::FunctionFlags;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, Result};
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU16, Ordering::Relaxed};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

/// The tables that hold what people made or are. All else (rules, sessions, boots) is open to code.
const CONTENT: &[&str] = &[
    "account",
    "credential",
    "group",
    "membership",
    "stay",
    "group_ask",
    "group_invite",
    "contact",
    "aspect",
    "aspect_person",
    "block",
    "keep_apart",
    "parted",
    "item",
    "item_to",
    "post",
    "comment",
    "photo",
    "spot",
    "spot_ask",
    "album",
    "edit",
    "tag",
    "item_tag",
    "mention",
    "reaction",
    "comment_photo",
    "post_follow",
    "pin",
    "poll",
    "poll_option",
    "poll_vote",
    "notice",
    "silence",
    "report",
    "decision",
    "audit",
    "hidden",
    "followed_tag",
    "aspect_left_out",
    "draft",
    "draft_photo",
    "announcement",
    "announcement_read",
    "event",
    "event_answer",
    "file",
    "archive",
    "closing",
    "kept_item",
    "conversation",
    "participant",
    "message",
    "message_photo",
    "message_file",
    "talk_pair",
    "unseen_presence",
    "reading",
    "sheet",
    "freeze",
    "charter_read",
    "duty",
    "watch_rule",
    "watch_case",
    "watch_hit",
    "legal_hold",
    "level",
    "sent_day",
    "sanction",
    "case",
    "case_group",
    "case_talk",
    "case_message",
    "appeal",
];

/// Through whose eyes a connection looks, and whether it is writing at this moment.
#[derive(Default)]
pub(super) struct Eyes {
    account: AtomicI64,
    duties: AtomicU16,
    now_ms: AtomicI64,
    changing: AtomicBool,
}

impl Eyes {
    /// From now on this connection looks as this viewer, at this moment.
    pub(super) fn look_as(&self, viewer: &Viewer, now_ms: i64) {
        self.now_ms.store(now_ms, Relaxed);
        self.account.store(viewer.number(), Relaxed);
        self.duties.store(viewer.duties().bits(), Relaxed);
    }

    /// Looks as this viewer for the length of one question; then, and after a panic too, as a stranger.
    pub(super) fn as_viewer<T>(&self, viewer: &Viewer, now_ms: i64, ask: impl FnOnce() -> T) -> T {
        struct Closed<'a>(&'a Eyes, i64);
        impl Drop for Closed<'_> {
            fn drop(&mut self) {
                self.0.look_as(&Viewer::stranger(), self.1);
            }
        }
        let _closed = Closed(self, now_ms);
        self.look_as(viewer, now_ms);
        ask()
    }

    /// Looks as an ordinary member for the length of one question, then as before.
    pub(super) fn as_member<T>(&self, account: i64, ask: impl FnOnce() -> T) -> T {
        self.as_account(account, Duties::NONE, ask)
    }

    /// Looks as an account with these duties for the length of one question, then as before.
    pub(super) fn as_account<T>(&self, account: i64, duties: Duties, ask: impl FnOnce() -> T) -> T {
        let before = (self.account.swap(account, Relaxed), self.duties.swap(duties.bits(), Relaxed));
        let answer = ask();
        self.account.store(before.0, Relaxed);
        self.duties.store(before.1, Relaxed);
        answer
    }

    /// Lets statements that write name the tables themselves, for the length of their preparation.
    pub(super) fn while_changing<T>(&self, prepare: impl FnOnce() -> T) -> T {
        self.changing.store(true, Relaxed);
        let prepared = prepare();
        self.changing.store(false, Relaxed);
        prepared
    }
}

/// Gives a connection its eyes: `viewer()`, `viewer_holds()`, `viewer_holds_in_groups()`, `now_ms()`, `sure_ms()`, `up_ms()`,
/// `censored()`, and the authorizer that refuses to prepare a statement which reads content other than through a `seen_` view.
pub(super) fn guard(connection: &mut Connection, watch: &Arc<Watch>, clock: &Clock) -> Result<Arc<Eyes>> {
    let eyes = Arc::new(Eyes::default());
    add_functions(connection, &eyes, clock)?;
    add_censored(connection, &eyes, watch)?;
    let views = names_of_views(connection)?;
    let watched = eyes.clone();
    connection.authorizer(Some(move |asked: AuthContext<'_>| match asked.action {
        AuthAction::Read { table_name, .. } if CONTENT.contains(&table_name) => {
            let through_a_view = asked.accessor.is_some_and(|name| views.contains(name));
            if through_a_view || watched.changing.load(Relaxed) {
                Authorization::Allow
            } else {
                Authorization::Deny
            }
        }
        _ => Authorization::Allow,
    }))?;
    Ok(eyes)
}

fn add_functions(connection: &Connection, eyes: &Arc<Eyes>, clock: &Clock) -> Result<()> {
    // Constant within one run of a statement, so SQLite may ask once and not for every row.
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    let who = eyes.clone();
    connection.create_scalar_function("viewer", 0, flags, move |_| Ok(who.account.load(Relaxed)))?;
    let when = eyes.clone();
    connection.create_scalar_function("now_ms", 0, flags, move |_| Ok(when.now_ms.load(Relaxed)))?;
    let (when, clock) = (eyes.clone(), clock.clone());
    connection.create_scalar_function("sure_ms", 0, flags, move |_| {
        Ok(if clock.trust().is_enough() { when.now_ms.load(Relaxed) } else { 0 })
    })?;
    connection.create_scalar_function("up_ms", 0, flags, |_| Ok(up_ms()))?;
    type Holds = fn(Duties, Duty) -> bool;
    let asks: [(&str, Holds); 2] =
        [("viewer_holds", Duties::has), ("viewer_holds_in_groups", Duties::has_in_groups)];
    for (name, holds) in asks {
        let who = eyes.clone();
        connection.create_scalar_function(name, 1, flags, move |asked| {
            // Asked of each row that has a duty of its own: nothing is copied.
            let duty = Duty::parse(asked.get_raw(0).as_str()?);
            let held = Duties::of_bits(who.duties.load(Relaxed));
            Ok(i64::from(duty.is_some_and(|duty| holds(held, duty))))
        })?;
    }
    Ok(())
}

/// `censored(text, surface)`: the text as others than its author see it.
fn add_censored(connection: &Connection, eyes: &Arc<Eyes>, watch: &Arc<Watch>) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    let (when, watch) = (eyes.clone(), watch.clone());
    connection.create_scalar_function("censored", 2, flags, move |asked| {
        let text: String = asked.get(0)?;
        let surface = Surface::parse(asked.get_raw(1).as_str().unwrap_or_default());
        let surface = surface.unwrap_or(Surface::Post);
        Ok(watch.now().censored(&text, surface, when.now_ms.load(Relaxed)).unwrap_or(text))
    })
}

/// When this program was first asked how long it runs: before anything was read.
static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Milliseconds for which this program runs, by the clock that nobody can set.
fn up_ms() -> i64 {
    i64::try_from(STARTED.elapsed().as_millis()).unwrap_or(i64::MAX)
}

fn names_of_views(connection: &Connection) -> Result<HashSet<String>> {
    let mut names = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'seen\\_%' ESCAPE '\\'")?;
    let names = names.query_map([], |row| row.get(0))?;
    names.collect()
}
