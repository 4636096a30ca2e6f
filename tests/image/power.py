"""The plug is pulled, again and again, while people write: what was acknowledged must be there."""

import os
import random
import re
import shutil
import subprocess
import time

import disk
from box import Box
from lan import Lan, sh, until

CUTS = 10


class Pulled:
    """A box full of people on a disk that forgets what was not flushed, and what it acknowledged so far."""

    def __init__(self, bench, story, more=()):
        self.bench, self.folder = bench, bench.folder / story
        self.folder.mkdir(exist_ok=True)
        self.lan = Lan()
        self.lan.gives_addresses()
        self.load = program(bench, "--example", "load", "examples/load")
        self.courtyard = program(bench, "--bin", "courtyard", "courtyard")
        self.file = self.folder / "disk.raw"
        disk.copy(bench.image, self.file)
        self.disk = disk.Volatile(self.file, self.folder)
        self.box = Box(self.lan, self.folder, self.disk.drive, bench.accel, more=more)
        self.sessions, self.acknowledged = self.folder / "sessions", self.folder / "acknowledged"
        self.acknowledged.touch()

    def __enter__(self):
        return self

    def __exit__(self, *wrong):
        if wrong[0] and self.box.console.exists():
            (self.bench.keep / f"{self.folder.name}.log").write_text(self.box.told())
        self.box.pull_plug()
        if self.disk.process and self.disk.process.poll() is None:
            self.disk.power_off()
        self.lan.close()

    def switch_on(self):
        """Boots, and waits until the box serves by itself. Gives its address."""
        self.disk.power_on()
        self.box.start()
        self.box.wait_for_agent()
        address = self.box.shows(r"http://(10\.78\.0\.\d+)").group(1)
        until("the box serves", lambda: self.lan.get(address, address, "/health")[0] == 200, 300)
        return address

    def moves_in(self):
        """Fills the fresh box with people who are signed in, as if they had been there for a while."""
        self.box.run("systemctl stop courtyard; rm -rf /var/lib/private/courtyard /var/lib/courtyard")
        self.box.run("courtyard demo --data /var/lib/private/courtyard --members 24 --posts 40 --photos 4 "
                     "--sessions /run/sessions >/dev/null", 300)
        self.sessions.write_text(self.box.run("cat /run/sessions"))
        self.box.run("systemctl start courtyard; sync", 120)

    def storm_and_pull(self, address, seconds):
        """People write; at some moment the plug is pulled: machine and disk, without a word to either."""
        storm = self.lan.start(
            self.lan.cli, str(self.load), "storm", "--at", f"{address}:80", "--sessions", str(self.sessions),
            "--acknowledged", str(self.acknowledged), stdout=subprocess.PIPE, text=True)
        first = storm.stdout.readline()
        assert first.startswith("acknowledged "), first
        time.sleep(seconds)
        self.box.pull_plug()
        self.disk.power_off()
        said = storm.stdout.read()
        storm.wait(60)
        return int(re.search(r"^(\d+) acknowledged, \d+ refused", said, re.MULTILINE).group(1))

    def look(self):
        """What a second computer finds on the disk: nothing lost, the database and the audit log whole. Gives its words."""
        data = disk.data_folder(self.file, self.folder / "found")
        done = subprocess.run([str(self.load), "look", "--data", str(data), "--acknowledged", str(self.acknowledged)],
                              capture_output=True, text=True)
        shutil.rmtree(self.folder / "found")
        return done.returncode == 0, (done.stdout + done.stderr).strip()


def found(words):
    """The line of the look that counts."""
    return next(line for line in words.splitlines() if "lost" in line)


def program(bench, kind, name, built):
    """A program of the checkout, built as the tests build it."""
    subprocess.run(["cargo", "build", "--locked", "--quiet", kind, name.split("/")[-1]], cwd=bench.root, check=True)
    return bench.root / "target/debug" / built


def control_program(bench, folder):
    """A disk with the program, compiled so that SQLite never flushes: as with `synchronous=OFF`."""
    target = bench.root / "target/unflushed"
    settings = (bench.root / ".cargo/config.toml").read_text()
    flags = re.search(r'LIBSQLITE3_FLAGS = "(.*)"', settings).group(1)
    subprocess.run(
        ["cargo", "build", "--locked", "--quiet", "--bin", "courtyard", "--target-dir", str(target)], cwd=bench.root, check=True,
        env={**os.environ, "LIBSQLITE3_FLAGS": f"{flags} -DSQLITE_NO_SYNC"},
    )
    tree = folder / "tree"
    tree.mkdir()
    shutil.copy(target / "debug/courtyard", tree / "courtyard")
    sh("mke2fs", "-q", "-t", "ext4", "-d", str(tree), str(folder / "control.img"), "512M")


def ten_power_cuts_lose_nothing(bench):
    """Everything acknowledged is on the disk after each of ten cuts, and the box comes back by itself each time."""
    with Pulled(bench, "power") as pulled:
        address = pulled.switch_on()
        pulled.moves_in()
        total = 0
        for cut in range(CUTS):
            until("the box serves", lambda: pulled.lan.get(address, address, "/health")[0] == 200, 120)
            total += pulled.storm_and_pull(address, random.uniform(0.5, 8))
            well, words = pulled.look()
            print(f"     cut {cut + 1}: {found(words)}", flush=True)
            assert well, words
            address = pulled.switch_on()
            failed = pulled.box.run("systemctl list-units --failed --no-legend --plain").strip()
            assert not failed, failed
        bench.figure("acknowledged in ten cuts, lost", f"{total}, 0")


def without_flushes_something_is_lost(bench):
    """The control: the same cut with a program that never flushes must lose, or the story above would prove nothing."""
    folder = bench.folder / "control"
    folder.mkdir()
    control_program(bench, folder)
    more = ["-drive", f"if=virtio,format=raw,readonly=on,file={folder}/control.img"]
    with Pulled(bench, "control", more) as pulled:
        address = pulled.switch_on()
        pulled.moves_in()
        pulled.box.run("mkdir -p /run/control && mount -o ro /dev/vdb /run/control && "
                       "mount --bind /run/control/courtyard /usr/bin/courtyard && systemctl restart courtyard", 120)
        until("the control serves", lambda: pulled.lan.get(address, address, "/health")[0] == 200, 120)
        told = pulled.storm_and_pull(address, 4)
        well, words = pulled.look()
        bench.figure("control without flushes", f"{told} acknowledged: {found(words)}")
        assert not well, "nothing was lost although nothing was flushed: this bench does not see a missing flush"


STORIES = [ten_power_cuts_lose_nothing, without_flushes_something_is_lost]
