//! A local network of its own for each test: network namespaces joined by a switch, gone afterwards.

use std::fs::File;
use std::os::fd::AsFd;
use std::path::Path;
use std::process::{self, Command};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use rustix::thread::{LinkNameSpaceType, move_into_link_name_space};

/// Every namespace of ours begins with this, then the process that made it.
const PREFIX: &str = "courtyard-lan-";

/// A switch and the machines on it. Dropping it removes everything, programs included.
pub struct Lan {
    run: String,
    machines: Vec<String>,
}

/// One machine on the switch: its namespace.
#[derive(Clone)]
pub struct Machine {
    /// The namespace to run programs in.
    pub space: String,
    lan: String,
    number: u32,
}

impl Lan {
    /// A new, empty network; `None`, after a loud line, where the system allows no namespaces.
    pub fn new() -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        sweep();
        let run = format!("{PREFIX}{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let mut lan = Self { run, machines: Vec::new() };
        if let Err(why) = lan.build_switch() {
            crate::say(&format!("SKIPPED: no network namespaces here, so mDNS is NOT tested: {why}"));
            return None;
        }
        Some(lan)
    }

    fn build_switch(&mut self) -> Result<(), String> {
        let hub = format!("{}-hub", self.run);
        ip(&format!("netns add {hub}"))?;
        self.machines.push(hub.clone());
        // Snooping off: a switch without a querier would otherwise stop multicast after some minutes.
        ip(&format!("-n {hub} link add switch type bridge mcast_snooping 0"))?;
        ip(&format!("-n {hub} link set switch up"))
    }

    /// A machine with the addresses 10.77.0.`number` and fd77::`number` on `eth0`, its cable plugged in.
    pub fn machine(&mut self, number: u32) -> Machine {
        let space = format!("{}-{number}", self.run);
        ip(&format!("netns add {space}")).expect("a namespace for a machine");
        self.machines.push(space.clone());
        let machine = Machine { space, lan: format!("{}-hub", self.run), number };
        // Duplicate address detection would only make each test a second longer.
        machine.sysctl("net.ipv6.conf.all.accept_dad=0");
        machine.sysctl("net.ipv6.conf.default.accept_dad=0");
        machine.ip("link set lo up");
        machine.add_card("eth0", number);
        machine.plug("eth0");
        machine
    }
}

impl Machine {
    /// Runs `program` on this machine.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.space, program]);
        command
    }

    /// Does something with this machine's network, on a thread of its own that stays there to its end.
    pub fn inside<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        let space = File::open(Path::new("/run/netns").join(&self.space)).expect("the machine's namespace");
        let moved = || {
            move_into_link_name_space(space.as_fd(), Some(LinkNameSpaceType::Network))
                .expect("a thread moves");
            work()
        };
        thread::scope(|scope| scope.spawn(moved).join().expect("what is done there"))
    }

    /// Gives the machine a network card, not yet plugged in, with 10.77.0.`number` and fd77::`number`.
    pub fn add_card(&self, card: &str, number: u32) {
        let (space, hub, port) = (&self.space, &self.lan, self.port(card));
        ip(&format!("-n {space} link add {card} type veth peer name {port} netns {hub}"))
            .expect("a network card");
        self.ip(&format!("address add 10.77.0.{number}/24 dev {card}"));
        self.ip(&format!("address add fd77::{number}/64 dev {card} nodad"));
        self.ip(&format!("link set {card} up"));
        // An IPv6 address does not survive the card going down, so only the other end ever goes down.
        ip(&format!("-n {hub} link set {port} master switch")).expect("a port on the switch");
    }

    /// Plugs the cable in.
    pub fn plug(&self, card: &str) {
        ip(&format!("-n {} link set {} up", self.lan, self.port(card))).expect("a cable plugged in");
    }

    /// Takes the port off the switch while the link stays up, as when a switch further away is cut off.
    pub fn cut_off(&self) {
        ip(&format!("-n {} link set {} nomaster", self.lan, self.port("eth0"))).expect("a port cut off");
    }

    /// Undoes [`Machine::cut_off`].
    pub fn join(&self) {
        ip(&format!("-n {} link set {} master switch", self.lan, self.port("eth0"))).expect("a port joined");
    }

    fn port(&self, card: &str) -> String {
        format!("p{}{card}", self.number)
    }

    fn ip(&self, arguments: &str) {
        ip(&format!("-n {} {arguments}", self.space)).expect("a machine set up");
    }

    fn sysctl(&self, setting: &str) {
        let done = self.command("sysctl").args(["-q", "-w", setting]).status().expect("sysctl runs");
        assert!(done.success(), "sysctl {setting}");
    }
}

impl Drop for Lan {
    fn drop(&mut self) {
        for space in &self.machines {
            remove(space);
        }
    }
}

/// Runs `ip`; the error is what it said.
fn ip(arguments: &str) -> Result<(), String> {
    let done = Command::new("ip")
        .args(arguments.split_whitespace())
        .output()
        .map_err(|error| format!("ip: {error}"))?;
    if done.status.success() {
        return Ok(());
    }
    Err(format!("ip {arguments}: {}", String::from_utf8_lossy(&done.stderr).trim()))
}

/// Ends what still runs in a namespace, and removes it. Its cards and cables go with it.
fn remove(space: &str) {
    if let Ok(listed) = Command::new("ip").args(["netns", "pids", space]).output() {
        for id in String::from_utf8_lossy(&listed.stdout).split_whitespace() {
            drop(Command::new("kill").args(["-KILL", id]).status());
        }
    }
    drop(ip(&format!("netns delete {space}")));
}

/// Removes what an earlier run left behind when it was killed.
fn sweep() {
    let Ok(listed) = Command::new("ip").args(["netns", "list"]).output() else { return };
    for space in String::from_utf8_lossy(&listed.stdout).lines().filter_map(|line| line.split(' ').next()) {
        let maker = space.strip_prefix(PREFIX).and_then(|rest| rest.split('-').next());
        if maker.is_some_and(|id| !Path::new("/proc").join(id).exists()) {
            remove(space);
        }
    }
}
