"""Disks for the box: a throw-away copy, and one that forgets what was not flushed when the power goes."""

import json
import pathlib
import shutil
import subprocess
import time

from lan import sh, until

# A small disk is filled and looked through faster; the box takes all of it at its first boot.
DISK_BYTES = 3 << 30


def copy(image, file):
    """A disk with the image on it and room behind, as after flashing."""
    sh("cp", "--sparse=always", str(image), str(file))
    with open(file, "r+b") as disk:
        disk.truncate(DISK_BYTES)
    return f"file={file},format=raw,cache=writeback"


class Volatile:
    """A disk whose cache is lost with the power: nbdkit keeps what was not flushed in its own memory, and is killed with
    the machine. Killing the machine alone would lose only the guest's memory, since all else lies in the host's cache."""

    def __init__(self, file, folder):
        self.file, self.socket = pathlib.Path(file), pathlib.Path(folder) / "disk"
        self.drive = f"file=nbd:unix:{self.socket},format=raw,cache=writeback"
        self.process = None

    def power_on(self):
        self.socket.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            ["nbdkit", "--foreground", "--exit-with-parent", "--unix", str(self.socket), "--filter=cache", "file",
             str(self.file), "cache=writeback", "cache-on-read=false"],
            stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        until("the disk", self.socket.exists, 10, 0.02)
        time.sleep(0.1)

    def power_off(self):
        self.process.kill()
        self.process.wait()


def data_folder(disk, folder):
    """Courtyard's data, as it lies on the disk of a machine that is off: copied out, its journal replayed, nothing mounted.

    The disk itself is left as it is."""
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    table = json.loads(sh("sfdisk", "--json", str(disk)))["partitiontable"]
    part = next(part for part in table["partitions"] if part.get("name") == "data")
    sector = table.get("sectorsize", 512)
    copy_of = folder / "data.ext4"
    sh("dd", f"if={disk}", f"of={copy_of}", "bs=1M", "conv=sparse", "iflag=skip_bytes,count_bytes", "status=none",
       f"skip={part['start'] * sector}", f"count={part['size'] * sector}")
    # 1: errors were corrected, which a replayed journal counts as.
    checked = subprocess.run(["e2fsck", "-fy", str(copy_of)], capture_output=True, text=True)
    if checked.returncode > 1:
        raise RuntimeError(f"the file system is damaged: {checked.stdout[-2000:]}")
    sh("debugfs", "-R", f"rdump /lib/private/courtyard {folder}", str(copy_of))
    copy_of.unlink()
    return folder / "courtyard"
