"""What the image must do, from the first boot to the tenth power cut. `image/test` calls this.

Each story is a function in one of the modules below; its name says what must hold. Prints "N passed, N failed".
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import boots
import power
import box as boxes

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Bench:
    """What every story needs: the image, a place for its disks, programs from the checkout, and how machines are run."""

    def __init__(self, image, keep):
        self.root, self.image, self.keep = ROOT, pathlib.Path(image), pathlib.Path(keep)
        self.keep.mkdir(parents=True, exist_ok=True)
        self.accel = boxes.accelerator()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="courtyard-image-"))
        self.figures = {}

    def figure(self, name, value):
        self.figures[name] = value
        print(f"     {name}: {value}", flush=True)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def main(image, keep, wanted):
    stories = [story for module in (boots, power) for story in module.STORIES]
    chosen = [story for story in stories if not wanted or any(word in story.__name__ for word in wanted)]
    bench = Bench(image, keep)
    print(f"{image}, machines run by {bench.accel}", flush=True)
    passed = failed = 0
    try:
        for story in chosen:
            begun = time.monotonic()
            print(f"---- {story.__name__}", flush=True)
            try:
                story(bench)
                passed += 1
                print(f"  ok {story.__name__} ({time.monotonic() - begun:.0f} s)", flush=True)
            except (Exception, KeyboardInterrupt) as error:
                failed += 1
                traceback.print_exc()
                print(f"FAIL {story.__name__} ({time.monotonic() - begun:.0f} s)", flush=True)
                if isinstance(error, KeyboardInterrupt):
                    break
    finally:
        bench.close()
        subprocess.run(["stty", "sane"], stdin=sys.stdin, stderr=subprocess.DEVNULL)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
