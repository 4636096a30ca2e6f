//! The Host allow-list: a name from elsewhere that points at the box gets nothing (DNS rebinding).

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::collections::HashSet;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, PoisonError, RwLock};

/// The names and addresses under which the box may be asked.
pub struct Hosts {
    names: RwLock<HashSet<String>>,
    addresses: RwLock<HashSet<IpAddr>>,
    look: fn() -> Vec<IpAddr>,
}

impl Hosts {
    /// `localhost` and `courtyard.local`, and the addresses that `look` finds now and later.
    pub fn new(look: fn() -> Vec<IpAddr>) -> Hosts {
        let names = ["localhost", "courtyard.local"].map(str::to_owned).into();
        Hosts { names: RwLock::new(names), addresses: RwLock::new(look().into_iter().collect()), look }
    }

    /// From now on this name is also ours.
    pub fn add_name(&self, name: &str) {
        let mut names = self.names.write().unwrap_or_else(PoisonError::into_inner);
        names.insert(name.trim_end_matches('.').to_ascii_lowercase());
    }

    /// Is this `Host` one of ours? Case, port, a trailing dot, brackets and IPv4-mapped forms
    /// make no difference.
    pub fn allows(&self, host: &str) -> bool {
        let Some(name) = without_port(host) else { return false };
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        match bare.parse::<IpAddr>() {
            Ok(address) => self.is_own(address.to_canonical()),
            Err(_) => {
                let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
                self.names.read().unwrap_or_else(PoisonError::into_inner).contains(&name)
            }
        }
    }

    fn is_own(&self, address: IpAddr) -> bool {
        if address.is_loopback() {
            return true;
        }
        let known =
            |hosts: &Hosts| hosts.addresses.read().unwrap_or_else(PoisonError::into_inner).contains(&address);
        if known(self) {
            return true;
        }
        // A new lease, perhaps: look again. Costs some microseconds, and only for an unknown address.
        *self.addresses.write().unwrap_or_else(PoisonError::into_inner) = (self.look)().into_iter().collect();
        known(self)
    }
}

/// The host without its port; nothing where the port is no number.
fn without_port(host: &str) -> Option<&str> {
    let (name, port) = match (host.rfind(':'), host.rfind(']')) {
        (Some(colon), Some(bracket)) if colon < bracket => (host, ""),
        (Some(colon), _) if host.parse::<Ipv6Addr>().is_err() => (&host[..colon], &host[colon + 1..]),
        _ => (host, ""),
    };
    (!name.is_empty() && port.len() <= 5 && port.bytes().all(|c| c.is_ascii_digit())).then_some(name)
}

/// Answers 421 to every request whose `Host` is not ours, before anything else looks at it.
pub async fn allow_host(State(hosts): State<Arc<Hosts>>, request: Request, next: Next) -> Response {
    let mut named = request.headers().get_all(header::HOST).iter();
    let host = named.next().and_then(|host| host.to_str().ok()).unwrap_or_default();
    if named.next().is_some() || !hosts.allows(host) {
        return (StatusCode::MISDIRECTED_REQUEST, "This box does not answer to that name.\n").into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_and_addresses_are_answered() {
        let hosts = Hosts::new(|| vec!["192.168.1.20".parse().unwrap(), "fd00::5".parse().unwrap()]);
        hosts.add_name("Linden.local.");
        for ours in [
            "localhost",
            "LOCALHOST:8080",
            "courtyard.local",
            "courtyard.local.",
            "linden.local:80",
            "127.0.0.1:9",
            "[::1]:8080",
            "192.168.1.20",
            "192.168.1.20:8080",
            "[fd00::5]",
            "[::ffff:192.168.1.20]:80",
            "fd00::5",
        ] {
            assert!(hosts.allows(ours), "{ours} is ours");
        }
        for other in [
            "",
            "evil.example",
            "192.168.1.21",
            "linden.local.evil.example",
            "localhost:80x",
            "[fd00::6]",
            ":80",
        ] {
            assert!(!hosts.allows(other), "{other} is not ours");
        }
    }
}
