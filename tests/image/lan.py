"""A network of its own for the box under test: a switch, a visitor, and whatever else a story needs.

Everything is in network namespaces, so nothing reaches the host's network, and nothing of it stays.
"""

import os
import pathlib
import subprocess
import tempfile
import time

# Addresses of documentation (RFC 5737): "somewhere on the Internet", which here is another address of the switch.
OUTSIDE = "203.0.113.5"
ROUTER = "10.78.0.1"
VISITOR = "10.78.0.2"


def sh(*words, **options):
    """Runs a command and gives what it printed; an error with its words when it failed."""
    done = subprocess.run(words, capture_output=True, text=True, **options)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def until(what, look, seconds=60.0, pause=0.25):
    """What `look` gives once it gives something; an error after so many seconds."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise RuntimeError(f"not within {seconds:.0f} s: {what}")
        time.sleep(pause)


class Lan:
    """The switch (`lan`, with the box's cable) and the visitor (`cli`)."""

    def __init__(self):
        self.lan = f"courtyard-image-{os.getpid()}-lan"
        self.cli = f"courtyard-image-{os.getpid()}-cli"
        self.programs = []
        self.folder = tempfile.TemporaryDirectory()
        for space in (self.lan, self.cli):
            sh("ip", "netns", "add", space)
            self.ip(space, "link set lo up")
        self.ip(self.lan, "link add switch type bridge mcast_snooping 0")
        self.ip(self.lan, f"link add eth0 type veth peer name eth0 netns {self.cli}")
        self.ip(self.lan, "tuntap add cable mode tap")
        for port in ("eth0", "cable"):
            self.ip(self.lan, f"link set {port} master switch up")
        self.ip(self.lan, "link set switch up")
        self.ip(self.lan, f"addr add {ROUTER}/24 dev switch")
        self.ip(self.lan, "addr add fd78::1/64 dev switch nodad")
        self.ip(self.lan, f"addr add {OUTSIDE}/32 dev lo")
        self.ip(self.cli, "link set eth0 up")
        self.ip(self.cli, f"addr add {VISITOR}/24 dev eth0")
        # Where nobody gives addresses, everybody gives themselves one of these.
        self.ip(self.cli, "addr add 169.254.7.7/16 dev eth0")
        self.ip(self.cli, "addr add fd78::2/64 dev eth0 nodad")
        self.etc = pathlib.Path("/etc/netns") / self.cli
        self.etc.mkdir(parents=True)

    def ip(self, space, words):
        sh("ip", "-n", space, *words.split())

    def inside(self, space, *words):
        """The same command, inside one of the namespaces."""
        return ["ip", "netns", "exec", space, *words]

    def start(self, space, *words, **options):
        """A program that runs until the network goes."""
        program = subprocess.Popen(self.inside(space, *words), **options)
        self.programs.append(program)
        return program

    def gives_addresses(self):
        """From now on there is DHCP, and a router's word for IPv6."""
        lease = pathlib.Path(self.folder.name) / "leases"
        self.start(
            self.lan, "dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--interface=switch",
            "--bind-interfaces", f"--dhcp-leasefile={lease}", "--dhcp-range=10.78.0.50,10.78.0.99,1h",
            f"--dhcp-option=3,{ROUTER}", "--enable-ra", "--dhcp-range=fd78::,ra-only,64,1h", "--no-ping",
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )

    def knows(self, name, address):
        """The visitor's machine finds `name` at `address`, as its resolver would have told it."""
        (self.etc / "hosts").write_text(f"127.0.0.1 localhost\n{address} {name}\n")

    def get(self, address, host, path="/", seconds=5):
        """The status and the text of a page, asked for by the visitor under a name."""
        bare = f"[{address}]" if ":" in address else address
        done = subprocess.run(
            self.inside(self.cli, "curl", "-g", "-s", "-m", str(seconds), "-H", f"Host: {host}", "-w", "\n%{http_code}",
                        f"http://{bare}{path}"),
            capture_output=True, text=True,
        )
        text, _, status = done.stdout.rpartition("\n")
        return int(status or 0), text

    def close(self):
        for program in reversed(self.programs):
            program.kill()
            program.wait()
        for space in (self.lan, self.cli):
            for left in sh("ip", "netns", "pids", space).split():
                subprocess.run(["kill", "-9", left])
            sh("ip", "netns", "del", space)
        subprocess.run(["rm", "-rf", str(self.etc)])
        self.folder.cleanup()


class Avahi:
    """Another maker's mDNS on the visitor's machine: Linux desktops have it."""

    def __init__(self, lan):
        self.lan = lan
        folder = pathlib.Path(lan.folder.name)
        self.bus = f"unix:path={folder}/bus"
        settings = folder / "bus.conf"
        settings.write_text(
            f"<busconfig><type>system</type><listen>{self.bus}</listen><auth>EXTERNAL</auth>"
            '<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="method_call"/>'
            '<allow send_destination="*"/><allow receive_sender="*"/></policy></busconfig>'
        )
        avahi = folder / "avahi.conf"
        avahi.write_text("[server]\nhost-name=visitor\nuse-ipv4=yes\nuse-ipv6=yes\n[publish]\n[reflector]\n[rlimits]\n")
        lan.start(lan.cli, "dbus-daemon", f"--config-file={settings}", "--nofork")
        until("the message bus", lambda: (folder / "bus").exists())
        lan.start(
            lan.cli, "sh", "-c",
            "mount -t tmpfs none /run && exec avahi-daemon --no-drop-root --no-chroot --no-rlimits -f \"$0\"",
            str(avahi), env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": self.bus}, stderr=subprocess.DEVNULL,
        )

    def resolves(self, name, family):
        """The address of a name over `family` (4 or 6); None when nobody answers."""
        done = subprocess.run(
            self.lan.inside(self.lan.cli, "avahi-resolve", "-n", name, f"-{family}"), capture_output=True, text=True,
            env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": self.bus},
        )
        words = done.stdout.split()
        return words[1] if len(words) == 2 else None


def zeroconf_resolves(lan, root, name):
    """The addresses python-zeroconf finds for a name."""
    python = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target")) / "tools/venv/bin/python"
    return sh(*lan.inside(lan.cli, str(python), str(root / "tests/lan/neighbour.py"), "resolve", name)).split()
