"""The box under test: the unmodified image in a virtual machine, with a screen, a serial line and a plug to pull.

Commands are run inside by an agent that the virtual firmware hands to systemd as a credential: nothing of it is in the
image, and a real box has no such firmware.
"""

import base64
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

from lan import sh, until

FIRMWARE = pathlib.Path("/usr/share/OVMF/OVMF_CODE_4M.fd")
VARIABLES = pathlib.Path("/usr/share/OVMF/OVMF_VARS_4M.fd")
# Emulated boots took 25 to 60 s on two quiet cores; a busy host needs a few times as long.
BOOT_S = 300

AGENT = r"""[Unit]
Description=Runs what the test asks for
DefaultDependencies=no
After=local-fs.target
[Service]
Restart=always
StandardInput=null
ExecStart=/bin/bash -c 'stty -F /dev/ttyS1 raw -echo; exec 3<>/dev/ttyS1; while IFS= read -r line <&3; do \
  { printf "%%s" "$line" | base64 -d | bash 2>&1; printf "\\n=done=%%s=\\n" "$?"; } >&3; done'
"""


def accelerator():
    """KVM where it really runs a guest, else emulation: /dev/kvm alone promises nothing."""
    wanted = os.environ.get("COURTYARD_ACCEL")
    if wanted:
        return wanted
    if not os.access("/dev/kvm", os.R_OK | os.W_OK):
        return "tcg"
    # The firmware's own first words come within a second where it works.
    log = pathlib.Path("/tmp") / f"courtyard-kvm-{os.getpid()}.log"
    try:
        subprocess.run(
            ["qemu-system-x86_64", "-machine", "q35", "-accel", "kvm", "-cpu", "host", "-m", "256", "-display", "none",
             "-nodefaults", "-drive", f"if=pflash,format=raw,readonly=on,file={FIRMWARE}",
             "-debugcon", f"file:{log}", "-global", "isa-debugcon.iobase=0x402", "-serial", "null"],
            timeout=8, capture_output=True,
        )
        return "tcg"  # It ended by itself: it crashed.
    except subprocess.TimeoutExpired:
        said = log.read_bytes() if log.exists() else b""
        return "kvm" if b"BdsDxe" in said or b"DXE" in said else "tcg"
    finally:
        log.unlink(missing_ok=True)


class Box:
    """A machine with the image in it."""

    def __init__(self, lan, folder, disk, accel, *, card="virtio-net-pci", slot="virtio-blk-pci", cable=True, more=(),
                 kernel=""):
        self.lan, self.folder, self.disk, self.accel = lan, pathlib.Path(folder), disk, accel
        self.card, self.slot, self.cable, self.more, self.kernel = card, slot, cable, more, kernel
        self.folder.mkdir(exist_ok=True)
        self.console = self.folder / "console.log"
        self.vars = self.folder / "vars.fd"
        if not self.vars.exists():
            shutil.copy(VARIABLES, self.vars)
        self.process = self.agent = self.control = None

    def start(self):
        """Presses the power switch."""
        for old in ("agent", "control"):
            (self.folder / old).unlink(missing_ok=True)
        self.console.write_bytes(b"")
        unit = base64.b64encode(AGENT.encode()).decode()
        # "cpu max" is everything emulation can do; under KVM it is the host's own.
        cpu = "host" if self.accel == "kvm" else "max"
        bus = ["-device", "qemu-xhci"] if self.slot == "usb-storage" else []
        serial = ",serial=courtyard" if self.slot == "nvme" else ""
        command = [
            "qemu-system-x86_64", "-machine", "q35", "-accel", "kvm" if self.accel == "kvm" else "tcg,thread=multi",
            "-cpu", cpu, "-smp", "2", "-m", "1024", "-display", "none", "-nodefaults", "-vga", "std",
            "-drive", f"if=pflash,format=raw,readonly=on,file={FIRMWARE}",
            "-drive", f"if=pflash,format=raw,file={self.vars}",
            "-drive", f"if=none,id=disk,{self.disk}", *bus, "-device", f"{self.slot},drive=disk,bootindex=1{serial}",
            "-netdev", "tap,id=net,ifname=cable,script=no,downscript=no",
            "-device", f"{self.card},id=card,netdev=net,mac=52:54:00:c0:47:01", "-device", "virtio-rng-pci",
            "-serial", f"file:{self.console}",
            "-chardev", f"socket,id=agent,path={self.folder}/agent,server=on,wait=off", "-serial", "chardev:agent",
            "-qmp", f"unix:{self.folder}/control,server=on,wait=off",
            "-smbios", f"type=11,value=io.systemd.stub.kernel-cmdline-extra=console=ttyS0 systemd.wants=agent.service {self.kernel}",
            "-smbios", f"type=11,value=io.systemd.credential.binary:systemd.extra-unit.agent.service={unit}",
            *self.more,
        ]
        self.started = time.monotonic()
        self.process = self.lan.start(self.lan.lan, *command, stdin=subprocess.DEVNULL)
        self.control = self._connect("control")
        self._control_line()
        self.tell("qmp_capabilities")
        if not self.cable:
            self.tell("set_link", name="card", up=False)
        self.agent, self.heard = self._connect("agent"), b""
        return self

    def _connect(self, name):
        def attempt():
            if self.process.poll() is not None:
                raise RuntimeError("the virtual machine ended")
            line = socket.socket(socket.AF_UNIX)
            try:
                line.connect(str(self.folder / name))
                return line
            except OSError:
                line.close()
                return None
        return until(f"the machine's {name}", attempt, 20)

    def _control_line(self):
        text = b""
        while not text.endswith(b"\n"):
            piece = self.control.recv(1)
            if not piece:
                raise RuntimeError("the virtual machine ended")
            text += piece
        return json.loads(text)

    def tell(self, command, **arguments):
        """One command to the machine itself."""
        self.control.sendall(json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        while True:
            answer = self._control_line()
            if "return" in answer or "error" in answer:
                assert "error" not in answer, answer
                return answer["return"]

    def run(self, command, seconds=60):
        """Runs a shell command inside as root; gives what it printed."""
        self.agent.sendall(base64.b64encode(command.encode()) + b"\n")
        return self._answer(seconds, command)

    def _answer(self, seconds, command):
        self.agent.settimeout(1)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            done = re.search(rb"\n=done=(\d+)=\n", self.heard)
            if done:
                text, self.heard = self.heard[:done.start()], self.heard[done.end():]
                return text.decode(errors="replace").replace("\r\n", "\n")
            try:
                self.heard += self.agent.recv(65536)
            except TimeoutError:
                continue
        raise RuntimeError(f"no answer within {seconds} s to: {command}\n{self.heard[-500:]}\n{self.told()[-2000:]}")

    def wait_for_agent(self):
        """Waits until the system inside takes commands. What is said before that is lost, so it is said again."""
        end, number = time.monotonic() + BOOT_S, 0
        while time.monotonic() < end:
            number += 1
            self.agent.sendall(base64.b64encode(f"echo turn {number}.".encode()) + b"\n")
            try:
                if "turn " not in self._answer(5, "a greeting"):
                    continue
                # Answers to earlier greetings may follow: pass over them to that of a last one.
                last = f"here {number}."
                self.agent.sendall(base64.b64encode(f"echo {last}".encode()) + b"\n")
                while last not in self._answer(30, last):
                    pass
                return
            except RuntimeError:
                continue
        raise RuntimeError(f"the system inside takes no commands:\n{self.told()[-3000:]}")

    def told(self):
        """All that came over the serial line so far, without the signs that steer a console."""
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.console.read_text(errors="replace")).replace("\r", "")

    def shows(self, pattern, seconds=BOOT_S):
        """Waits for words on the console; gives the match."""
        return until(f"on the console: {pattern}", lambda: re.search(pattern, self.told()), seconds)

    def setup_code(self):
        """The code that the console shows."""
        return self.shows(r"\b([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\b").group(1)

    def picture(self, file):
        """What a real screen shows, as a PNG."""
        raw = self.folder / "screen.ppm"
        self.tell("screendump", filename=str(raw))
        sh("convert", str(raw), str(file))
        return file

    def first_page(self, address, host, path="/setup"):
        """Waits for the first page as a visitor; gives the seconds since the power switch."""
        def asks():
            found = address()
            return found and self.lan.get(found, host, path, 3)[0] == 200
        until("the first page", asks, BOOT_S)
        return time.monotonic() - self.started

    def press_power_button(self):
        """Presses the button on the case, and waits until the machine is off."""
        self.tell("system_powerdown")
        self.ended(120)

    def ended(self, seconds):
        self.process.wait(timeout=seconds)
        self._forget()

    def pull_plug(self):
        """No word to anybody: the machine is gone."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._forget()

    def _forget(self):
        for line in (self.agent, self.control):
            if line:
                line.close()
        self.agent = self.control = None
