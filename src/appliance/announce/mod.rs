//! The box says its name on the local network (mDNS), so that people type `linden.local` and not numbers.
//!
//! It is the box's only responder. Another machine that already has the name is met during probing; the
//! box then takes the next name on *all* interfaces and saves it, so that what is printed on cards stays
//! true. What mdns-sd itself does then (a new name for one interface, until the next start) is not enough.

mod names;
mod records;

use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use mdns_sd::{DaemonEvent, DnsNameChange, RRType, Receiver, RecvTimeoutError};

pub use names::{COMMON_LABEL, LABEL_CHARS_MAX, slug};

use super::addresses::{self, Interfaces};
use names::Renames;
use records::Responder;

/// After this long without one announcement, something keeps the box from the network: say so in the log.
const ANNOUNCED_WITHIN: Duration = Duration::from_secs(15);

/// How long after the first interface agreed to the label the other interfaces, and `courtyard.local`, may
/// still meet an objection: probing again under another name takes 1.25 s at most.
const SETTLED_AFTER: Duration = Duration::from_millis(1500);

/// What the box announces, and where.
pub struct Settings {
    /// The site's name as people write it: shown in lists of services, and made into the label.
    pub site_name: String,
    /// The label `on_rename` was last told, if the site's name has not changed since.
    pub saved_label: Option<String>,
    /// Tells this box from every other; published.
    pub install_id: String,
    /// The version of this program; published.
    pub version: String,
    /// The port the pod answers on.
    pub port: u16,
    /// Where to announce.
    pub interfaces: Interfaces,
    /// Called when another machine has the old label: save the new one.
    pub on_rename: Box<OnRename>,
}

/// Takes the site's name and its new label (without `.local`). Runs on the announcer's own thread, which
/// waits for it.
pub type OnRename = dyn Fn(&str, &str) + Send;

/// Why nothing can be announced. The pod serves all the same, by its addresses.
#[derive(Debug)]
pub struct AnnounceProblem(String);

impl fmt::Display for AnnounceProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the name cannot be announced on the network: {}", self.0)
    }
}

impl std::error::Error for AnnounceProblem {}

impl From<mdns_sd::Error> for AnnounceProblem {
    fn from(error: mdns_sd::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<std::io::Error> for AnnounceProblem {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// A box that says its name until it is stopped. Has threads of its own; only [`Announcer::stop`] waits.
pub struct Announcer {
    shared: Arc<Shared>,
    install_id: String,
    interfaces: Interfaces,
}

struct Shared {
    state: Mutex<State>,
}

struct State {
    renames: Renames,
    /// `None` once stopped, while one follows another, or when a renamed responder could not start.
    responder: Option<Responder>,
    /// The site's new name, until the thread has begun to announce it.
    next_site_name: Option<String>,
    stopped: bool,
    /// Another machine has `courtyard.local`; left to it until the next start.
    alias_taken: bool,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // A thread that panicked while holding this left whole values behind.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Announcer {
    /// Begins to announce. Gives at once: the name is on the network about a second later.
    ///
    /// # Errors
    /// When the system gives no thread or no event queue. Sockets are opened later, on the responder's
    /// thread: when that fails, a warning is logged.
    pub fn start(settings: Settings) -> Result<Self, AnnounceProblem> {
        let saved = settings.saved_label.as_deref();
        let renames = Renames::new(&settings.site_name, &settings.install_id, saved);
        let alias = wants_alias(&settings, &renames);
        let (responder, events) = Responder::start(&settings, renames.label(), renames.is_pinned(), alias)?;
        let state = State {
            renames,
            responder: Some(responder),
            next_site_name: None,
            stopped: false,
            alias_taken: false,
        };
        let announcer = Self {
            shared: Arc::new(Shared { state: Mutex::new(state) }),
            install_id: settings.install_id.clone(),
            interfaces: settings.interfaces.clone(),
        };
        let shared = Arc::clone(&announcer.shared);
        thread::Builder::new().name("announce".to_owned()).spawn(move || watch(&shared, settings, events))?;
        Ok(announcer)
    }

    /// The box's name now, such as `linden.local`.
    pub fn name(&self) -> String {
        format!("{}.local", self.shared.state().renames.label())
    }

    /// The addresses the name stands for now, without IPv6 link-local ones.
    pub fn addresses(&self) -> Vec<IpAddr> {
        addresses::reachable_addresses(&self.interfaces)
    }

    /// The site has another name: says goodbye under the old one, and announces the new one from its own label
    /// on, whatever a neighbour forced upon the old one.
    ///
    /// Blocks as [`Announcer::stop`] does; the new name is on the network about a second later.
    pub fn rename_site(&self, site_name: &str) {
        let mut state = self.shared.state();
        state.renames = Renames::new(site_name, &self.install_id, None);
        state.next_site_name = Some(site_name.to_owned());
        let responder = state.responder.take();
        drop(state);
        // The end of its events wakes the thread, which begins anew.
        if let Some(responder) = responder {
            responder.goodbye();
        }
    }

    /// Says goodbye, so that the name is gone from other machines at once, and ends.
    ///
    /// Blocks for about a fifth of a second, at most about two: call it off the runtime.
    pub fn stop(&self) {
        let mut state = self.shared.state();
        state.stopped = true;
        let responder = state.responder.take();
        drop(state);
        if let Some(responder) = responder {
            responder.goodbye();
        }
    }
}

impl Drop for Announcer {
    /// Ends the threads of an announcer that was let go without [`Announcer::stop`], without waiting.
    fn drop(&mut self) {
        let mut state = self.shared.state();
        state.stopped = true;
        if let Some(responder) = state.responder.take() {
            responder.end();
        }
    }
}

/// `courtyard.local` is a second name; it is not asked for when it is the first.
fn wants_alias(settings: &Settings, renames: &Renames) -> bool {
    slug(&settings.site_name) != COMMON_LABEL && renames.label() != COMMON_LABEL
}

/// What the thread does when a time has come.
#[derive(Clone, Copy)]
enum Due {
    /// Nothing was announced so far: warn.
    Silence,
    /// The label is ours: publish the site under it.
    Web,
}

/// Follows one responder after another until the announcer is stopped.
fn watch(shared: &Shared, mut settings: Settings, mut events: Receiver<DaemonEvent>) {
    let mut due = Some((Instant::now() + ANNOUNCED_WITHIN, Due::Silence));
    let (mut claimed, mut settled) = (false, false);
    loop {
        let event = match due {
            Some((at, what)) => match events.recv_deadline(at) {
                Err(RecvTimeoutError::Timeout) => {
                    (due, settled) = (None, claimed);
                    fall_due(shared, &settings, what);
                    continue;
                }
                event => event.ok(),
            },
            None => events.recv().ok(),
        };
        let next = match event {
            None => begin_for_new_site(shared, &mut settings),
            Some(DaemonEvent::Announce(service, whence)) => {
                tracing::debug!("announced {service} ({whence})");
                if !claimed && Responder::is_claim(&service) {
                    claimed = true;
                    due = Some((Instant::now() + SETTLED_AFTER, Due::Web));
                }
                Next::Same
            }
            Some(DaemonEvent::NameChange(change)) => resolve_conflict(shared, &settings, &change, settled),
            Some(other) => {
                log(&other);
                Next::Same
            }
        };
        match next {
            Next::Same => {}
            Next::Events(next) => {
                (events, claimed, settled) = (next, false, false);
                due = Some((Instant::now() + ANNOUNCED_WITHIN, Due::Silence));
            }
            Next::End => return,
        }
    }
}

fn log(event: &DaemonEvent) {
    match event {
        DaemonEvent::Error(problem) => tracing::warn!("announcing: {problem}"),
        DaemonEvent::IpAdd(address) => tracing::info!("announcing on {address}"),
        DaemonEvent::IpDel(address) => tracing::info!("no longer announcing on {address}"),
        _ => {}
    }
}

fn fall_due(shared: &Shared, settings: &Settings, what: Due) {
    match what {
        Due::Silence if addresses::reachable_addresses(&settings.interfaces).is_empty() => {}
        Due::Silence => tracing::warn!(
            "the box's name is not announced: port 5353 or multicast may be closed to it; \
             people reach it by its addresses"
        ),
        Due::Web => {
            let published =
                shared.state().responder.as_mut().map(|responder| responder.publish_web(settings));
            if let Some(Err(problem)) = published {
                tracing::warn!("{problem}");
            }
        }
    }
}

/// What to listen to from now on.
enum Next {
    Same,
    Events(Receiver<DaemonEvent>),
    End,
}

/// Another machine has one of our names, or so it seems.
///
/// Once all is `settled`, an objection to a host name may well be our own: mdns-sd probes for a *new* address
/// alone, and takes an answer with the box's other addresses for a stranger's. So look again, with a new
/// responder under the same names, which probes for all addresses together. Else replaces the responder under the next label, so that it is probed for and used on
/// every interface, and tells `on_rename`.
fn resolve_conflict(shared: &Shared, settings: &Settings, change: &DnsNameChange, settled: bool) -> Next {
    let mut state = shared.state();
    if state.stopped {
        return Next::End;
    }
    if state.next_site_name.is_some() {
        return Next::Same; // It was about a name that is given up already.
    }
    let late = settled
        && matches!(change.rr_type, RRType::A | RRType::AAAA)
        && state.renames.may_doubt(Instant::now());
    let taken = change.original.trim_end_matches('.');
    if late {
        tracing::info!("{taken} may be another machine's on {}; probing again", change.intf_name);
    } else if is_about_alias(settings, &state, change) {
        tracing::info!("{taken} is another machine's on {}; left to it", change.intf_name);
        state.alias_taken = true;
        if let Some(responder) = state.responder.as_mut() {
            responder.give_up_alias();
        }
        return Next::Same;
    } else {
        state.renames.conflict(Instant::now());
        let label = state.renames.label();
        tracing::warn!("{taken} is another machine's on {}; now {label}.local", change.intf_name);
    }
    let (label, pinned) = (state.renames.label().to_owned(), state.renames.is_pinned());
    let alias = wants_alias(settings, &state.renames) && !state.alias_taken;
    let responder = state.responder.take();
    // Neither a goodbye nor the caller's saving may hold up those who ask for the name.
    drop(state);
    if let Some(responder) = responder {
        responder.goodbye();
    }
    if !late {
        (settings.on_rename)(&settings.site_name, &label);
    }
    begin_again(shared, settings, &label, pinned, alias)
}

/// The responder has ended: because the site has a new name, or for good.
fn begin_for_new_site(shared: &Shared, settings: &mut Settings) -> Next {
    let mut state = shared.state();
    let Some(site_name) = state.next_site_name.take().filter(|_| !state.stopped) else { return Next::End };
    settings.site_name = site_name;
    let (label, pinned) = (state.renames.label().to_owned(), state.renames.is_pinned());
    let alias = wants_alias(settings, &state.renames) && !state.alias_taken;
    drop(state);
    tracing::info!("the site has a new name; now {label}.local");
    begin_again(shared, settings, &label, pinned, alias)
}

/// Announces anew, unless the announcer was stopped meanwhile.
fn begin_again(shared: &Shared, settings: &Settings, label: &str, pinned: bool, alias: bool) -> Next {
    match Responder::start(settings, label, pinned, alias) {
        Ok((responder, events)) => {
            let mut state = shared.state();
            if state.stopped {
                responder.end();
                return Next::End;
            }
            if state.next_site_name.is_some() {
                // Named anew meanwhile: the end of these events leads to the new name.
                responder.end();
                return Next::Events(events);
            }
            state.responder = Some(responder);
            Next::Events(events)
        }
        Err(problem) => {
            tracing::warn!("{problem}");
            Next::End
        }
    }
}

/// Whether a change of name concerns only `courtyard.local` as the second name.
fn is_about_alias(settings: &Settings, state: &State, change: &DnsNameChange) -> bool {
    let original = change.original.to_ascii_lowercase();
    wants_alias(settings, &state.renames)
        && (original == format!("{COMMON_LABEL}.local.") || original.contains("._courtyard-alias."))
}
