"""How long the window's thread works for what people click, beside a bare window's start.

    python benchmarks/clicks.py

On the sample, without a screen (offscreen): time of the window's thread from the click until it has
nothing more to do, painting included, the first time and again. The peer is the time of the
processor that a bare QMainWindow of the same Python takes to start, in the same run. Every run is a
process of its own; each line gives the smallest, middle and largest in milliseconds, and the middle
over the bare start.
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
ROUNDS = 5
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1100, 680)
window.show()
window.grab()
print(time.process_time() * 1000)
"""
CLICKS = """
import json, os, shutil, sys, tempfile, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.shell.application import make_window
app = QApplication([])
window = make_window(app)
window.resize(1280, 800)
window.show()
app.processEvents()
times = {}
def click(name, act):
    begun = time.thread_time()
    act()
    for _ in range(3):
        app.processEvents()
    window.grab()
    times[name] = (time.thread_time() - begun) * 1000
def rest(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)
window.warm_up()
rest(9.0)  # and so on the start page
home = Path(os.environ["NTTP_READINESS_HOME"])
path = home / "sample.readiness"
shutil.copyfile(sys.argv[1], path)
def opened(path):
    window.start.opened.emit(str(path))
    while window.open_document is None:
        app.processEvents()
        time.sleep(0.001)
click("open an assessment", lambda: opened(path))
rest(9.0)  # as long as a person reads the first page: the others are made meanwhile
go = lambda text: (lambda: window.go_to(Address.parse(text)))
keys = list(window.open_document.session.assessment.bank.by_id)
click("a question", go(f"reflect/{keys[0]}"))
click("the next question", go(f"reflect/{keys[1]}"))
session = window.open_document.session
click("choose a level", lambda: session.attempt("Level", edits.answer, keys[1], 3))
for again in ("", ", again"):
    click(f"Understand{again}", go("understand"))
    click(f"Plan{again}", go("plan"))
    action = session.view.plan.now[0].action.id
    click(f"one action{again}", go(f"plan/{action}"))
    click(f"Share{again}", go("share"))
click("switch theme", lambda: window.set_theme("dark"))
rest(3.0)
click("a new assessment", window.new)
window.close_document()
rest(6.0)  # on the start page, where the next is made meanwhile
click("the sample", window.open_sample)
window.close_document()
left = home / "left.readiness"
loaded = load_document(path).assessment
save_document(left, edits.set_place(loaded, Address(Page.REFLECT, keys[7])), expected=None)
rest(6.0)
click("open one left at a question", lambda: opened(left))
print(json.dumps(times))
sys.stdout.flush()
os._exit(0)
"""


def run(script: str, *given: str) -> str:
    """What a script prints, in a process and a home of its own."""
    with tempfile.TemporaryDirectory(prefix="readiness-clicks-") as home:
        here = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "NTTP_READINESS_HOME": home,
            "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-c", script, *given],
            env=here, capture_output=True, text=True, check=True,
        ).stdout.splitlines()[-1]  # fmt: skip


def main() -> int:
    """Print the table; 1 where a budget was not kept."""
    bare: list[float] = []
    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        bare.append(float(run(BARE)))
        for name, took in json.loads(run(CLICKS, str(SAMPLE))).items():
            times.setdefault(name, []).append(took)
    budget, peer = Budget.load(), statistics.median(bare)
    print(f"Milliseconds of the window's thread, {ROUNDS} runs in turns")
    print(f"{'':<30}{'min':>8}{'median':>8}{'max':>8}   over the bare start")
    for name, found in {"bare start": bare, **times}.items():
        middle = statistics.median(found)
        print(
            f"{name:<30}{min(found):8.0f}{middle:8.0f}{max(found):8.0f}   {middle / peer:6.2f}   ",
            budget.say("clicks", name, middle / peer),
        )
    return budget.status()


if __name__ == "__main__":
    sys.exit(main())
