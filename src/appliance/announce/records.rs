//! What the box says about itself on the network, and the responder that says it.

use std::time::{Duration, Instant};

use mdns_sd::{DaemonEvent, IfKind, IfPredicate, Receiver, ServiceDaemon, ServiceInfo, UnregisterStatus};

use super::names::{self, COMMON_LABEL};
use super::{AnnounceProblem, Settings};

/// What browsers and file managers look for.
const WEB: &str = "_http._tcp.local.";

/// What other boxes and our own tools look for.
const COURTYARD: &str = "_courtyard._tcp.local.";

/// Carries `courtyard.local`: the responder publishes host names only as part of a service. It has a
/// type of its own so that nobody who looks for a box is led to a name that may be another box's.
const ALIAS: &str = "_courtyard-alias._tcp.local.";

/// How long a goodbye is waited for, in all.
const GOODBYE_WAIT: Duration = Duration::from_secs(1);

/// The responder repeats each goodbye after 120 ms, in case the first was lost; ended sooner, it does not.
const GOODBYE_REPEAT: Duration = Duration::from_millis(200);

/// One running responder with everything it was told to publish.
pub(super) struct Responder {
    daemon: ServiceDaemon,
    label: String,
    pinned: bool,
    published: Vec<String>,
    alias: Option<String>,
}

impl Responder {
    /// Starts a responder that claims `label` (and `courtyard.local`, if `alias`), and gives what it will
    /// report. Nothing is on the network yet: names are probed for (about a second), unless `pinned`.
    ///
    /// The names come first, carried by services whose own names no other box can have. Two boxes that say
    /// the same of the same `_http._tcp` do not count as a conflict, and withdrawing the one on a rename
    /// would withdraw the other: so [`Responder::publish_web`] waits until the name is ours.
    pub(super) fn start(
        settings: &Settings,
        label: &str,
        pinned: bool,
        alias: bool,
    ) -> Result<(Self, Receiver<DaemonEvent>), AnnounceProblem> {
        let daemon = ServiceDaemon::new()?;
        let events = daemon.monitor()?;
        let published = Vec::new();
        let mut responder = Self { daemon, label: label.to_owned(), pinned, published, alias: None };
        match responder.claim(settings, alias) {
            Ok(()) => Ok((responder, events)),
            Err(problem) => {
                responder.end();
                Err(problem)
            }
        }
    }

    fn claim(&mut self, settings: &Settings, alias: bool) -> Result<(), AnnounceProblem> {
        let interfaces = settings.interfaces.clone();
        let left_out = IfPredicate::new(move |one| one.is_loopback() || !interfaces.count(&one.name));
        self.daemon.disable_interface(vec![IfKind::Predicate(left_out)])?;

        let only_ours = names::pinned_label(&names::slug(&settings.site_name), &settings.install_id);
        let about = [("id", settings.install_id.as_str()), ("v", settings.version.as_str())];
        let host = format!("{}.local.", self.label);
        self.add(service(COURTYARD, &only_ours, &host, settings.port, &about)?)?;
        if alias {
            let common = format!("{COMMON_LABEL}.local.");
            self.alias = Some(self.add(service(ALIAS, &only_ours, &common, settings.port, &about)?)?);
        }
        Ok(())
    }

    /// Whether the report that `service` was announced means that the label is ours, on one interface at least.
    pub(super) fn is_claim(service: &str) -> bool {
        service.ends_with(&format!(".{COURTYARD}"))
    }

    /// Publishes the site for browsers and file managers.
    pub(super) fn publish_web(&mut self, settings: &Settings) -> Result<(), AnnounceProblem> {
        let instance = names::instance(&settings.site_name, &self.label);
        let host = format!("{}.local.", self.label);
        self.add(service(WEB, &instance, &host, settings.port, &[("path", "/")])?)?;
        Ok(())
    }

    /// Publishes one service and gives its full name.
    fn add(&mut self, mut service: ServiceInfo) -> Result<String, AnnounceProblem> {
        service.set_requires_probe(!self.pinned || service.get_type() == ALIAS);
        let name = service.get_fullname().to_owned();
        self.daemon.register(service)?;
        self.published.push(name.clone());
        Ok(name)
    }

    /// Leaves `courtyard.local` to whoever has it.
    pub(super) fn give_up_alias(&mut self) {
        if let Some(name) = self.alias.take() {
            self.published.retain(|published| *published != name);
            // Nothing hangs on the answer: a name that is not published cannot be withdrawn twice.
            drop(self.daemon.unregister(&name));
        }
    }

    /// Ends the responder without waiting; it says goodbye once.
    pub(super) fn end(self) {
        drop(self.daemon.shutdown());
    }

    /// Withdraws everything and ends the responder. Blocks for a fifth of a second, at most about a second.
    pub(super) fn goodbye(self) {
        let deadline = Instant::now() + GOODBYE_WAIT;
        let answers: Vec<_> =
            self.published.iter().filter_map(|name| self.daemon.unregister(name).ok()).collect();
        let withdrawn = answers
            .iter()
            .filter(|answer| matches!(answer.recv_deadline(deadline), Ok(UnregisterStatus::OK)))
            .count();
        if withdrawn > 0 {
            std::thread::sleep(GOODBYE_REPEAT);
        }
        if let Ok(ended) = self.daemon.shutdown() {
            // Too late is as good: the thread ends by itself.
            drop(ended.recv_deadline(deadline.max(Instant::now() + GOODBYE_REPEAT)));
        }
    }
}

/// One service under `host`, with whatever addresses the box has now and later.
fn service(
    kind: &str,
    instance: &str,
    host: &str,
    port: u16,
    about: &[(&str, &str)],
) -> Result<ServiceInfo, AnnounceProblem> {
    Ok(ServiceInfo::new(kind, instance, host, (), port, about)?.enable_addr_auto())
}
