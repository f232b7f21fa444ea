"""How much memory the program holds: at rest, with a document, and after 2,000 edits.

    python benchmarks/memory.py

Each runs in a process of its own, without a screen (offscreen); megabytes that it holds for itself
(`RssAnon`), so that libraries on the disk, which all programs share, are told apart in `whole`. The
peer is a bare QMainWindow of the same Python. After 2,000 edits every one can still be taken back,
so something is kept of each: what grows is told in kilobytes for each edit.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring.budget import Budget

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "assets" / "samples" / "council-service.readiness"
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


def run(script: str, *given: str) -> dict[str, list[float]]:
    """What a script prints, in a process and a home of its own."""
    with tempfile.TemporaryDirectory(prefix="readiness-memory-") as home:
        here = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "NTTP_READINESS_HOME": home,
            "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", HELD + script, *given],
            env=here, capture_output=True, text=True, check=True,
        )  # fmt: skip
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    """Print the table; 1 where a budget was not kept."""
    if not Path("/proc/self/status").exists():
        print("Not measured: this system has no /proc.")
        return 0
    held: dict[str, list[list[float]]] = {}
    for _ in range(ROUNDS):
        for name, found in {**run(BARE), **run(OURS, str(SAMPLE), str(EDITS))}.items():
            held.setdefault(name, []).append(found)
    budget = Budget.load()
    peer = statistics.median(own for own, _ in held["bare window"])
    print(f"Megabytes, {ROUNDS} processes each")
    print(f"{'':<24}{'min':>7}{'median':>8}{'max':>7}{'whole':>8}   over the bare window")
    for name, values in held.items():
        own = [each for each, _ in values]
        middle = statistics.median(own)
        print(
            f"{name:<24}{min(own):7.0f}{middle:8.0f}{max(own):7.0f}"
            f"{statistics.median(whole for _, whole in values):8.0f}   {middle / peer:6.2f}   ",
            budget.say("memory", name, middle / peer),
        )
    grown = statistics.median(
        (after[0] - before[0]) * 1024 / EDITS
        for before, after in zip(held["document at rest"], held["after 2,000 edits"], strict=True)
    )
    print(f"{grown:.1f} KB for each edit  ", budget.say("memory", "KB for each edit", grown))
    return budget.status()


if __name__ == "__main__":
    sys.exit(main())
