"""The box starts: without a network, with a cable and nobody who gives addresses, and in a network that does."""

import contextlib
import os
import re
import subprocess

import disk
from box import Box
from lan import OUTSIDE, ROUTER, Avahi, Lan, sh, until, zeroconf_resolves

NAME = "courtyard.local"
# What locks the program in, of all that its unit says.
LIMITS = (r"(IPAddress|Restrict|SystemCall|Protect|Private|Capability|Ambient|NoNew|Memory|Lock|Device|Dynamic|UMask|Keyring|"
          r"ProcSubset|RemoveIPC)\w*=")


@contextlib.contextmanager
def flashed(bench, story, **machine):
    """A freshly flashed box on a network of its own, switched on."""
    lan = Lan()
    folder = bench.folder / story
    folder.mkdir()
    box = Box(lan, folder, disk.copy(bench.image, folder / "disk"), bench.accel, **machine)
    try:
        yield lan, box
    except BaseException:
        if box.console.exists():
            (bench.keep / f"{story}.log").write_text(box.told())
        raise
    finally:
        box.pull_plug()
        lan.close()


def is_well_inside(bench, box):
    """No unit failed, no order that cannot be, no service that has to be restarted, the program runs."""
    until("the program", lambda: box.run("systemctl is-active courtyard").strip() == "active", 120, 1)
    until("the end of the boot", lambda: "running" in box.run("systemctl is-system-running || true"), 120, 1)
    failed = box.run("systemctl list-units --failed --no-legend --plain").strip()
    assert not failed, f"failed units: {failed}"
    journal = box.run("journalctl -b --no-pager -o short-monotonic")
    for bad in ("ordering cycle", "Failed to start", "emergency", "segfault", "core dumped", "courtyard.service: Scheduled restart job"):
        assert bad not in journal, [line for line in journal.splitlines() if bad in line]
    return journal


def without_a_network(bench):
    """From a stick, no cable: it says so on the screen, shows its code, and nothing fails. Then a cable is plugged in."""
    with flashed(bench, "no-network", slot="usb-storage", card="e1000e", cable=False) as (lan, box):
        box.start()
        box.shows(r"Plug a network cable in\.")
        box.setup_code()
        box.wait_for_agent()
        is_well_inside(bench, box)
        assert "no cable" in box.told()
        box.tell("set_link", name="card", up=True)
        found = box.shows(r"http://(169\.254\.\d+\.\d+)", 120).group(1)
        status, page = lan.get(found, NAME, "/setup")
        assert status == 200 and "<form" in page, (status, page[:300])


def a_cable_and_nobody_gives_addresses(bench):
    """From an NVMe disk, a cable and no DHCP: it gives itself an address, and is found by name all the same."""
    with flashed(bench, "no-dhcp", slot="nvme", card="rtl8139") as (lan, box):
        avahi = Avahi(lan)
        box.start()
        bench.figure("first page without DHCP, s", round(box.first_page(lambda: avahi.resolves(NAME, 4), NAME), 1))
        assert avahi.resolves(NAME, 4).startswith("169.254.")
        box.wait_for_agent()
        is_well_inside(bench, box)


def a_school_network(bench):
    """In a network with DHCP: found, claimed in a browser, used, restarted; locked in, and nothing else listens."""
    with flashed(bench, "school", slot="virtio-blk-pci") as (lan, box):
        lan.gives_addresses()
        avahi = Avahi(lan)
        box.start()
        bench.figure("first page with DHCP, s", round(box.first_page(lambda: avahi.resolves(NAME, 4), NAME), 1))
        address = avahi.resolves(NAME, 4)
        assert address.startswith("10.78.0."), address
        box.wait_for_agent()
        journal = is_well_inside(bench, box)
        (bench.keep / "journal.txt").write_text(journal)
        the_screen_leads_there(bench, box, address)
        both_find_it_by_name(bench, lan, avahi, address)
        only_courtyard_listens(bench, lan, box, address)
        the_kernel_holds_it_in_the_building(bench, lan, box)
        how_it_is_made(bench, box)
        it_is_claimed_and_used(bench, lan, box, address)
        it_is_all_there_after_a_restart(bench, lan, box, avahi)


def the_screen_leads_there(bench, box, address):
    """A phone that reads the square on the real screen comes to the page that claims the box."""
    def read():
        picture = box.picture(bench.keep / "screen.png")
        done = subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True)
        return done.stdout.strip()
    assert until("a square on the screen", read, 60, 2) == f"http://{address}/setup"
    for told in (f"http://{NAME}", f"http://{address}", "52:54:00:c0:47:01"):
        assert told in box.told(), told


def both_find_it_by_name(bench, lan, avahi, address):
    """Two other makers' mDNS find it over both kinds of address."""
    six = until("the name over IPv6", lambda: avahi.resolves(NAME, 6), 30)
    assert six.startswith(("fd78:", "fe80:")), six
    found = until("python-zeroconf", lambda: zeroconf_resolves(lan, bench.root, NAME), 30)
    assert address in found and any(":" in one for one in found), found
    six = next(one for one in found if one.startswith("fd78:"))
    for one in (address, six):
        assert lan.get(one, NAME, "/health")[0] == 200, one
        assert lan.get(one, "elsewhere.example", "/health")[0] == 421, one


def only_courtyard_listens(bench, lan, box, address):
    """From outside one port is open; inside nothing else waits for anybody, but for the leases' own answers."""
    scan = sh(*lan.inside(lan.cli, "nmap", "-Pn", "-n", "-p-", "-T4", "--max-retries", "2", "-oG", "-", address))
    open_ports = re.findall(r"(\d+)/open/tcp", scan)
    assert open_ports == ["80"], scan
    waiting = set()
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        for line in box.run(f"cat /proc/net/{kind}").splitlines()[1:]:
            words = line.split()
            local, state = words[1], words[3]
            if (kind.startswith("tcp") and state == "0A") or (kind.startswith("udp") and state == "07"):
                host, port = local.split(":")
                waiting.add((kind[:3], int(port, 16)))
    # 68 and 546: the box's own questions for an address.
    assert waiting - {("udp", 68), ("udp", 546)} == {("tcp", 80), ("udp", 5353)}, waiting
    bench.figure("listening", sorted(waiting))


def the_kernel_holds_it_in_the_building(bench, lan, box):
    """A process with the program's own limits that tries to leave is refused by the kernel; without them it gets through."""
    lan.start(lan.lan, "python3", "-m", "http.server", "8099", "--bind", OUTSIDE, "--directory", lan.folder.name,
              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    unit = box.run("systemctl cat courtyard.service")
    settings = [line for line in unit.splitlines() if re.match(LIMITS, line)]
    assert "IPAddressDeny=any" in settings and len(settings) > 25, unit

    def tries(target, limits, call="tcp"):
        lines = "\n".join(limits)
        script = f"exec 3<>/dev/{call}/{target} && echo hello >&3 && echo through"
        box.run(f"mkdir -p /run/systemd/system; cat >/run/systemd/system/leaves.service <<'END'\n[Service]\nType=oneshot\nStandardOutput=file:/run/leaves\n"
                f"StandardError=file:/run/leaves\nExecStart=/usr/bin/timeout 10 /bin/bash -c '{script}'\n{lines}\nEND\n"
                "rm -f /run/leaves; systemctl daemon-reload; systemctl start leaves; systemctl reset-failed leaves", 90)
        return box.run("cat /run/leaves 2>&1")

    until("a way out", lambda: "through" in tries(f"{OUTSIDE}/8099", []), 60, 1)
    # A datagram is refused with a word; the first packet of a connection is dropped each time it is sent again.
    held = tries(f"{OUTSIDE}/8099", settings, "udp")
    assert "Operation not permitted" in held and "through" not in held, held
    assert "through" in tries(f"{OUTSIDE}/8099", [], "udp")
    assert "through" not in tries(f"{OUTSIDE}/8099", settings)
    # Inside the building it may: the visitor's own port is closed, and says so.
    assert "Connection refused" in tries(f"{ROUTER}/8099", settings)


def how_it_is_made(bench, box):
    """How far the program is locked in, and where the boot's time goes: figures to look at."""
    security = box.run("systemd-analyze security courtyard.service --no-pager", 120)
    exposure = float(re.search(r"Overall exposure level for courtyard.service: ([\d.]+)", security).group(1))
    (bench.keep / "security.txt").write_text(security)
    bench.figure("exposure of courtyard.service", exposure)
    assert exposure <= 1.5, security
    (bench.keep / "blame.txt").write_text(box.run("systemd-analyze --no-pager; systemd-analyze blame --no-pager; "
                                                  "systemd-analyze critical-chain --no-pager", 120))
    (bench.keep / "inside.txt").write_text(box.run("df -h / /var /boot /efi 2>&1; cat /proc/mounts; free -m; lsmod; "
                                                   "ls -la /var/lib/private; networkctl status --no-pager 2>&1; "
                                                   "du -xk -d 2 / 2>/dev/null | sort -rn | head -40", 120))
    assert box.run("id -u courtyard 2>&1; stat -c %a /var/lib/private/courtyard").split()[-1] == "700"
    # Nobody can sign in at a prompt, since there is none, and nothing of the system can be written.
    assert not box.run("cat /proc/[0-9]*/comm | grep -xE 'agetty|login|sshd' || true").strip()
    assert "Read-only file system" in box.run("touch /usr/here /etc/here 2>&1")
    shadow = box.run("cut -d: -f2 /etc/shadow | sort -u").split()
    assert all(word.startswith(("!", "*")) for word in shadow), shadow


def browser_test(bench):
    """The program of the browser stories, built."""
    built = subprocess.run(["cargo", "test", "--locked", "--no-run", "--test", "browser"], cwd=bench.root,
                           capture_output=True, text=True)
    found = re.search(r"\(([^()]*browser-[0-9a-f]+)\)", built.stderr)
    assert found, built.stderr
    return str(bench.root / found.group(1))


def in_a_browser(bench, lan, story, **known):
    """Runs one browser story on the visitor's machine against the box."""
    done = subprocess.run(
        lan.inside(lan.cli, browser_test(bench), "--ignored", "--exact", f"elsewhere::{story}", "--nocapture"),
        capture_output=True, text=True, cwd=bench.root,
        env={**os.environ, "COURTYARD_BOX": f"http://{NAME}", "COURTYARD_PICTURES": str(bench.keep), **known},
    )
    assert done.returncode == 0 and "1 passed" in done.stdout, done.stdout[-3000:] + done.stderr[-3000:]


def it_is_claimed_and_used(bench, lan, box, address):
    """With the code from the console; two people, and a photo."""
    lan.knows(NAME, address)
    in_a_browser(bench, lan, "a_box_is_claimed_by_its_code_and_used", COURTYARD_CODE=box.setup_code())
    until("a screen without the code", lambda: "Hillview School" in box.told() and box.told().rsplit("Courtyard 0", 1)[-1].count(
        "set-up code") == 0, 30)


def it_is_all_there_after_a_restart(bench, lan, box, avahi):
    """The power button, and on again: the clean end is noted, and all of it is there."""
    box.press_power_button()
    box.start()
    seconds = box.first_page(lambda: avahi.resolves("hillview-school.local", 4), "hillview-school.local", "/sign-in")
    bench.figure("first page of a later boot, s", round(seconds, 1))
    lan.knows(NAME, avahi.resolves("hillview-school.local", 4))
    in_a_browser(bench, lan, "a_box_has_kept_all_of_it")
    box.wait_for_agent()
    is_well_inside(bench, box)
    said = box.run("courtyard doctor --data /var/lib/private/courtyard; courtyard verify --data /var/lib/private/courtyard")
    (bench.keep / "doctor.txt").write_text(said)
    assert "fail" not in said and "The audit log holds" in said, said


STORIES = [without_a_network, a_cable_and_nobody_gives_addresses, a_school_network]
