"""How much memory the program holds: at rest, with a document, and after 2,000 edits.

    python benchmarks/memory.py [--rounds N]

Each runs in a process of its own, without a screen (offscreen); megabytes that it holds for itself
(`RssAnon`), so that libraries on the disk, which all programs share, are told apart in *whole*. The
peer is a bare QMainWindow of the same Python. After 2,000 edits every one can still be taken back,
so something is kept of each: what grows is told in kilobytes for each edit.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from measuring.alone import SAMPLE, main, offscreen
from measuring.measure import CannotMeasure, Outcome, alone, beside

ROUNDS, EDITS = 3, 2_000
HELD = """
import gc, json, sys, time
from pathlib import Path
def held():
    gc.collect()
    said = Path("/proc/self/status").read_text()
    return [int(said.partition(key)[2].split()[0]) / 1024 for key in ("RssAnon:", "VmRSS:")]
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1100, 680)
window.show()
window.grab()
print(json.dumps({"bare window": held()}))
"""
OURS = """
import os, shutil
from PySide6.QtWidgets import QApplication
from nttp_readiness.domain.editing import edits
from nttp_readiness.ui.shell.application import make_window
app = QApplication([])
window = make_window(app)
window.resize(1280, 800)
window.show()
def rest(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)
found = {}
window.warm_up()
rest(5.0)
found["start page at rest"] = held()
path = Path(os.environ["NTTP_READINESS_HOME"]) / "sample.readiness"
shutil.copyfile(sys.argv[1], path)
window.open_file(path)
rest(9.0)
found["document at rest"] = held()
session = window.open_document.session
keys = list(session.assessment.bank.by_id)
for number in range(int(sys.argv[2])):
    session.attempt("Level", edits.answer, keys[number % len(keys)], number % 5)
    app.processEvents()
rest(4.0)
found["after 2,000 edits"] = held()
print(json.dumps(found))
sys.stdout.flush()
os._exit(0)
"""


def measure(rounds: int) -> Iterator[Outcome]:
    """What is held, each beside the bare window, and what an edit adds."""
    if not Path("/proc/self/status").exists():
        raise CannotMeasure("this system has no /proc")
    own: dict[str, list[float]] = {}
    whole: dict[str, list[float]] = {}
    for _ in range(rounds):
        for script, given in ((BARE, ()), (OURS, (str(SAMPLE), str(EDITS)))):
            for name, held in json.loads(offscreen(HELD + script, *given)).items():
                own.setdefault(name, []).append(held[0])
                whole.setdefault(f"{name}, whole", []).append(held[1])
    yield from beside("bare window", "MB", own)
    yield from beside("bare window, whole", "MB", whole)
    pairs = zip(own["document at rest"], own["after 2,000 edits"], strict=True)
    yield alone("each edit", "KB", [(after - before) * 1024 / EDITS for before, after in pairs])


if __name__ == "__main__":
    sys.exit(main("memory", ROUNDS, measure, "Megabytes, each a process of its own"))
