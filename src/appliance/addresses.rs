//! The box's own addresses: which network interfaces people can reach it on, and how to write that down.

use std::fs;
use std::net::{IpAddr, Ipv6Addr};
use std::path::Path;

use if_addrs::Interface;

/// Beginnings of interface names that carry containers, virtual machines or tunnels: nobody in the
/// building is on the other end of them.
const NOT_OF_THE_BUILDING: &[&str] = &[
    "docker",
    "podman",
    "cni",
    "flannel",
    "cali",
    "veth",
    "br-",
    "bridge",
    "virbr",
    "lxcbr",
    "lxdbr",
    "vnet",
    "vmnet",
    "vboxnet",
    "tun",
    "tap",
    "wg",
    "tailscale",
    "zt",
    "ppp",
    "dummy",
];

/// Which network interfaces count as the building's network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Interfaces {
    /// Every cable and radio; no loopback, bridge, container or tunnel.
    #[default]
    Real,
    /// Exactly these, by name, whatever they are: the operator knows better.
    Only(Vec<String>),
}

impl Interfaces {
    /// The interfaces an operator named (`--interfaces eth0,wlan0`); none named means [`Interfaces::Real`].
    pub fn named(names: impl IntoIterator<Item = String>) -> Self {
        let names: Vec<String> =
            names.into_iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
        if names.is_empty() { Self::Real } else { Self::Only(names) }
    }

    /// Whether the interface of this name counts. Asks the kernel what kind of device it is.
    pub fn count(&self, name: &str) -> bool {
        match self {
            Self::Only(names) => names.iter().any(|wanted| wanted == name),
            Self::Real => is_real(name, Device::of(name)),
        }
    }
}

/// What the kernel says an interface is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Device {
    /// A cable, a radio, or the inside end of a container's pair: it looks like a network card.
    Card,
    /// A software switch.
    Bridge,
    /// A tunnel: tun, tap or WireGuard.
    Tunnel,
}

impl Device {
    /// Reads the kind of a device from `/sys/class/net`, where a bridge may hide behind any name.
    fn of(name: &str) -> Self {
        let folder = Path::new("/sys/class/net").join(name);
        if folder.join("tun_flags").exists() {
            return Self::Tunnel;
        }
        let about = fs::read_to_string(folder.join("uevent")).unwrap_or_default();
        match about.lines().find_map(|line| line.strip_prefix("DEVTYPE=")) {
            Some("bridge") => Self::Bridge,
            Some("wireguard") => Self::Tunnel,
            _ => Self::Card,
        }
    }
}

/// Whether an interface is a real one of the building, by its name and its kind.
fn is_real(name: &str, device: Device) -> bool {
    device == Device::Card
        && name != "lo"
        && !NOT_OF_THE_BUILDING.iter().any(|beginning| name.starts_with(beginning))
}

/// Every address this machine answers to, loopback and tunnels included: what a `Host` header may name.
///
/// Empty when the kernel does not tell. Costs one netlink question (well under a millisecond).
pub fn own_addresses() -> Vec<IpAddr> {
    tidied(all_interfaces().iter().map(Interface::ip).collect())
}

/// The addresses people in the building can type: those of the interfaces that count, IPv4 first.
///
/// Loopback and IPv6 link-local addresses are left out: a browser cannot use the latter without naming
/// one of its own interfaces.
pub fn reachable_addresses(interfaces: &Interfaces) -> Vec<IpAddr> {
    let addresses = all_interfaces()
        .iter()
        .filter(|one| !one.is_loopback() && !one.is_p2p() && interfaces.count(&one.name))
        .map(Interface::ip)
        .filter(can_be_typed)
        .collect();
    tidied(addresses)
}

/// One network card of the building, as whoever runs the network wants to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The kernel's name for it.
    pub name: String,
    /// Its own address on the cable (MAC), for a fixed lease: six pairs with colons.
    pub hardware_address: String,
    /// Is there a cable in it, with something at the other end?
    pub plugged: bool,
}

/// The network cards that count, by name. Reads a few small files of the kernel.
pub fn cards(interfaces: &Interfaces) -> Vec<Card> {
    let folder = Path::new("/sys/class/net");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut cards: Vec<Card> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| interfaces.count(name))
        .map(|name| {
            let read = |what: &str| fs::read_to_string(folder.join(&name).join(what)).unwrap_or_default();
            let (hardware_address, carrier) = (read("address").trim().to_owned(), read("carrier"));
            Card { hardware_address, plugged: carrier.trim() == "1", name }
        })
        .collect();
    cards.sort_by(|one, other| one.name.cmp(&other.name));
    cards
}

/// How to write the box's addresses for people: names first, then numbers, each a whole web address.
///
/// Port 80 is left away. IPv6 stands in brackets. `names` are whole names such as `linden.local`.
///
/// ```
/// use courtyard::appliance::addresses::web_addresses;
/// let shown = web_addresses(&["linden.local"], &["192.168.1.20".parse().unwrap()], 8080);
/// assert_eq!(shown, ["http://linden.local:8080", "http://192.168.1.20:8080"]);
/// ```
pub fn web_addresses(names: &[&str], addresses: &[IpAddr], port: u16) -> Vec<String> {
    let numbers = addresses.iter().filter(|address| can_be_typed(address)).map(|address| match address {
        IpAddr::V4(four) => four.to_string(),
        IpAddr::V6(six) => format!("[{six}]"),
    });
    let hosts = names.iter().map(ToString::to_string).chain(numbers);
    hosts
        .map(|host| if port == 80 { format!("http://{host}") } else { format!("http://{host}:{port}") })
        .collect()
}

fn all_interfaces() -> Vec<Interface> {
    if_addrs::get_if_addrs().unwrap_or_else(|problem| {
        tracing::warn!("the network interfaces cannot be listed: {problem}");
        Vec::new()
    })
}

fn can_be_typed(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(_) => true,
        IpAddr::V6(six) => !is_link_local(six),
    }
}

/// `fe80::/10` (RFC 4291 §2.5.6).
fn is_link_local(address: &Ipv6Addr) -> bool {
    address.segments()[0] & 0xffc0 == 0xfe80
}

/// Each address once; IPv4 before IPv6, and the self-assigned `169.254/16` last of its kind.
fn tidied(mut addresses: Vec<IpAddr>) -> Vec<IpAddr> {
    addresses.sort_by_key(|address| match address {
        IpAddr::V4(four) => (four.is_link_local(), *address),
        IpAddr::V6(six) => (is_link_local(six), *address),
    });
    addresses.sort_by_key(IpAddr::is_ipv6);
    addresses.dedup();
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(addresses: &[&str]) -> Vec<IpAddr> {
        addresses.iter().map(|text| text.parse().expect("an address")).collect()
    }

    #[test]
    fn cables_and_radios_count() {
        for name in ["eth0", "enp3s0", "end0", "wlan0", "wlp2s0", "enx001122334455", "usb0", "br0", "lan1"] {
            assert!(is_real(name, Device::Card), "{name}");
        }
    }

    #[test]
    fn containers_bridges_tunnels_and_loopback_do_not_count() {
        for name in [
            "lo",
            "docker0",
            "veth12ab",
            "br-0a1b2c",
            "bridge0",
            "virbr0",
            "tun0",
            "tap3",
            "wg0",
            "tailscale0",
        ] {
            assert!(!is_real(name, Device::Card), "{name}");
        }
    }

    #[test]
    fn a_bridge_or_tunnel_does_not_hide_behind_a_harmless_name() {
        assert!(!is_real("lan0", Device::Bridge));
        assert!(!is_real("office", Device::Tunnel));
    }

    #[test]
    fn the_operator_may_name_any_interface_and_then_only_those_count() {
        let named = Interfaces::named(["veth7".to_owned(), " br0 ".to_owned()]);
        assert!(named.count("veth7") && named.count("br0"));
        assert!(!named.count("eth0"));
    }

    #[test]
    fn naming_no_interface_means_all_real_ones() {
        assert_eq!(Interfaces::named([]), Interfaces::Real);
        assert_eq!(Interfaces::named([" ".to_owned()]), Interfaces::Real);
    }

    #[test]
    fn web_addresses_leave_port_80_away_and_bracket_ipv6() {
        let addresses = parsed(&["192.168.1.20", "fd00::20"]);
        assert_eq!(
            web_addresses(&["linden.local", "courtyard.local"], &addresses, 80),
            ["http://linden.local", "http://courtyard.local", "http://192.168.1.20", "http://[fd00::20]"]
        );
        assert_eq!(
            web_addresses(&[], &addresses, 8080),
            ["http://192.168.1.20:8080", "http://[fd00::20]:8080"]
        );
    }

    #[test]
    fn an_address_that_needs_a_zone_is_not_shown() {
        assert!(web_addresses(&[], &parsed(&["fe80::1"]), 80).is_empty());
    }

    #[test]
    fn addresses_are_listed_once_ipv4_first_and_self_assigned_last() {
        let mixed = parsed(&["fe80::1", "fd00::2", "169.254.3.4", "192.168.1.9", "10.0.0.1", "10.0.0.1"]);
        assert_eq!(tidied(mixed), parsed(&["10.0.0.1", "192.168.1.9", "169.254.3.4", "fd00::2", "fe80::1"]));
    }

    #[test]
    fn loopback_is_an_own_address_but_not_one_to_hand_out() {
        let loopback: IpAddr = "127.0.0.1".parse().expect("an address");
        assert!(own_addresses().contains(&loopback));
        assert!(!reachable_addresses(&Interfaces::Real).contains(&loopback));
    }
}
