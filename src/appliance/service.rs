//! Talking to systemd: that the box is ready, that it needs time, that it still answers.
//!
//! Where no service manager listens, every call does nothing.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use sd_notify::NotifyState;

use crate::db::Db;

/// How often more time is asked for.
const ASK_EVERY: Duration = Duration::from_secs(10);
/// How much is asked for each time, in microseconds: three times as long, so that one late word is no harm.
const ASKED_US: u32 = 30_000_000;

/// Requests are answered from now on.
pub fn ready(status: &str) {
    say(&[NotifyState::Ready, NotifyState::Status(status)]);
}

/// The box was asked to stop and is doing so.
pub fn stopping() {
    say(&[NotifyState::Stopping, NotifyState::Status("Stopping")]);
}

/// Asks for time until it is dropped: systemd ends what takes longer than the unit says, and must not end a
/// migration, a check after a pulled plug, or the folding of a long journal.
pub struct Patience {
    _until_dropped: mpsc::Sender<()>,
}

impl Patience {
    /// From now on, `status` is shown as what takes so long.
    pub fn for_work(status: &'static str) -> Self {
        let (until_dropped, dropped) = mpsc::channel::<()>();
        let ask = move || {
            loop {
                say(&[NotifyState::Status(status), NotifyState::ExtendTimeoutUsec(ASKED_US)]);
                if dropped.recv_timeout(ASK_EVERY) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        if let Err(error) = thread::Builder::new().name("patience".into()).spawn(ask) {
            tracing::warn!(%error, "nobody asks systemd for time");
        }
        Self { _until_dropped: until_dropped }
    }
}

/// Tells the watchdog, at three times the pace that the unit asks for, that look-ups and writes get their turn. Ends at
/// once where there is no watchdog; else never. A box that hangs says nothing and is started anew.
pub async fn watch(db: &Db) {
    let Some(every) = sd_notify::watchdog_enabled() else { return };
    let mut turn = tokio::time::interval((every / 3).max(Duration::from_millis(100)));
    loop {
        turn.tick().await;
        if db.pulse().await {
            say(&[NotifyState::Watchdog]);
        } else {
            tracing::warn!("the database gave no turn; the watchdog is not told");
        }
    }
}

fn say(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::debug!(%error, "systemd was not told");
    }
}
