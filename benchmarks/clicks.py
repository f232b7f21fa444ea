"""How long the window's thread works for what people click, beside a bare window's start.

    python benchmarks/clicks.py [--rounds N]

On the sample, without a screen (offscreen): time of the window's thread from the click until it
has nothing more to do, painting included, the first time and again. The peer is the time of the
processor that a bare QMainWindow of the same Python takes to start: the middle of three starts
right before the clicks of the round. Every one is a process of its own.

*At once* is a click without a moment's rest after the one before, which nobody does who reads. *The
next question* itself is the middle of five, each after a level was chosen and two seconds of rest.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Iterator

from measuring.alone import SAMPLE, main, offscreen
from measuring.measure import Outcome, beside

ROUNDS, STARTS = 9, 3
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
click("the next question, at once", go(f"reflect/{keys[1]}"))
session = window.open_document.session
click("choose a level", lambda: session.attempt("Level", edits.answer, keys[1], 3))
for again in ("", ", again"):
    click(f"Understand{again}", go("understand"))
    click(f"Plan{again}", go("plan"))
    action = session.view.plan.now[0].action.id
    click(f"one action{again}", go(f"plan/{action}"))
    click(f"Share{again}", go("share"))
click("switch theme", lambda: window.set_theme("dark"))
following = []
window.go_to(Address.parse(f"reflect/{keys[1]}"))
for before, key in zip(keys[1:6], keys[2:7]):
    session.attempt("Level", edits.answer, before, 3)
    rest(2.0)
    click("the next question", go(f"reflect/{key}"))
    following.append(times["the next question"])
times["the next question"] = sorted(following)[2]
rest(2.0)
click("Plan, after five levels", go("plan"))
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


def measure(rounds: int) -> Iterator[Outcome]:
    """Every click of so many rounds."""
    times: dict[str, list[float]] = {"bare start": []}
    for _ in range(rounds):
        starts = [float(offscreen(BARE)) for _ in range(STARTS)]
        times["bare start"].append(statistics.median(starts))
        for name, took in json.loads(offscreen(CLICKS, str(SAMPLE))).items():
            times.setdefault(name, []).append(took)
    return beside("bare start", "ms", times)


if __name__ == "__main__":
    sys.exit(main("clicks", ROUNDS, measure, "Milliseconds of the window's thread"))
