//! The other machines on the network, running other makers' mDNS: avahi (Linux desktops) and python-zeroconf.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::network::Machine;
use crate::program::{Program, eventually};

/// A machine that runs avahi.
pub struct Avahi {
    machine: Machine,
    bus: String,
    // Dropped in this order: the daemon before its bus, the bus before its folder.
    _daemon: Program,
    _bus: Program,
    _folder: TempDir,
}

impl Avahi {
    /// Starts avahi with a message bus of its own.
    pub fn on(machine: &Machine) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the bus");
        let socket = folder.path().join("bus");
        let bus = format!("unix:path={}", socket.display());
        let bus_program = Program::start(bus_command(machine, folder.path(), &bus));
        eventually("the message bus", || {
            std::os::unix::net::UnixStream::connect(&socket).ok().or_else(|| {
                std::thread::yield_now();
                None
            })
        });
        let settings = folder.path().join("avahi.conf");
        let text =
            "[server]\nhost-name=neighbour\nuse-ipv4=yes\nuse-ipv6=yes\n[publish]\n[reflector]\n[rlimits]\n";
        fs::write(&settings, text).expect("settings written");
        // Its fixed folder under /run is made private, so that several can run, beside the machine's own.
        let mut command = machine.command("sh");
        command.args([
            "-c",
            "mount -t tmpfs none /run && exec avahi-daemon --no-drop-root --no-chroot --no-rlimits -f \"$0\"",
        ]);
        command.arg(settings).env("DBUS_SYSTEM_BUS_ADDRESS", &bus);
        let mut daemon = Program::start(command);
        daemon.says("Server startup complete");
        Self { machine: machine.clone(), bus, _daemon: daemon, _bus: bus_program, _folder: folder }
    }

    /// The address of `name`, asked for over `family` ("-4" or "-6"), if avahi finds it in its five seconds.
    pub fn resolves(&self, name: &str, family: &str) -> Option<String> {
        let said = self.asks("avahi-resolve", &["-n", name, family]);
        said.split_whitespace().nth(1).filter(|_| said.starts_with(name)).map(str::to_owned)
    }

    /// Everything avahi finds of a kind of service, resolved, in avahi's parsable form.
    pub fn browses(&self, kind: &str) -> String {
        self.asks("avahi-browse", &["--resolve", "--terminate", "--parsable", kind])
    }

    fn asks(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = self.machine.command(program);
        let done = command.args(arguments).env("DBUS_SYSTEM_BUS_ADDRESS", &self.bus).output();
        let done = done.expect("avahi's tools run (tests/setup fetches them)");
        String::from_utf8_lossy(&done.stdout).into_owned()
    }
}

fn bus_command(machine: &Machine, folder: &Path, address: &str) -> Command {
    let settings = folder.join("bus.conf");
    let text = format!(
        "<busconfig><type>system</type><listen>{address}</listen><auth>EXTERNAL</auth>\
         <policy context=\"default\"><allow user=\"*\"/><allow own=\"*\"/><allow send_type=\"method_call\"/>\
         <allow send_destination=\"*\"/><allow receive_sender=\"*\"/></policy></busconfig>"
    );
    fs::write(&settings, text).expect("settings written");
    let mut command = machine.command("dbus-daemon");
    command.arg(format!("--config-file={}", settings.display())).arg("--nofork");
    command
}

/// A machine that runs python-zeroconf.
pub struct Zeroconf<'a> {
    machine: &'a Machine,
}

impl<'a> Zeroconf<'a> {
    /// Checks that `tests/setup` has fetched it.
    pub fn on(machine: &'a Machine) -> Self {
        let python = python();
        assert!(python.exists(), "{} is missing: run tests/setup first", python.display());
        Self { machine }
    }

    /// The addresses of `name`, IPv4 and IPv6.
    pub fn resolves(&self, name: &str) -> Vec<String> {
        let done = self.command(&["resolve", name]).output().expect("python runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).lines().map(str::to_owned).collect()
    }

    /// Watches a kind of service: a line `added …` or `removed …` for each change.
    pub fn watches(&self, kind: &str) -> Program {
        Program::start(self.command(&["watch", kind]))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lan/neighbour.py");
        let mut command = self.machine.command(&python().to_string_lossy());
        command.arg("-u").arg(script).args(arguments);
        command
    }
}

fn python() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    root.join(target).join("tools/venv/bin/python")
}
