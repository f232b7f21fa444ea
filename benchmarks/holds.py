"""The longest moment for which the window's thread works on without looking for keys and clicks.

    python benchmarks/holds.py [--rounds N]

Counted from the moment in which the window was shown and painted: while the rest is loaded and what
is asked for next is made, while a file is opened, and while its pages are made. Without a screen
(offscreen), time of the window's thread between two looks at its events; each round is a process of
its own, and gives its longest.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from measuring.alone import SAMPLE, main, offscreen
from measuring.measure import Outcome, alone

ROUNDS = 7
SCRIPT = """
import json, os, shutil, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from nttp_readiness.ui.shell.application import make_window
app = QApplication([])
window = make_window(app)
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
longest, last = 0.0, time.thread_time()
def look():
    global longest, last
    now = time.thread_time()
    longest, last = max(longest, now - last), now
    time.sleep(0.001)  # not all the time: what is made while nobody does anything needs it too
ticks = QTimer()
ticks.timeout.connect(look)
ticks.start(0)
def during(enough):
    global longest, last
    longest, last = 0.0, time.thread_time()
    begun = time.monotonic()
    while not enough(time.monotonic() - begun):
        app.processEvents()
    look()
    return longest * 1000
found, known = {}, len(sys.modules)
window.warm_up()
found["while the rest loads"] = during(lambda passed: passed > 10)
assert len(sys.modules) - known > 100, "nothing was loaded"
path = Path(os.environ["NTTP_READINESS_HOME"]) / "ours.readiness"
shutil.copyfile(sys.argv[1], path)
window.start.opened.emit(str(path))
found["while a file is opened"] = during(lambda _: window.open_document is not None)
book = window.open_document.workbook
missing = len(book.unmade())
found["while its pages are made"] = during(lambda passed: passed > 10)
assert len(book.unmade()) < missing, "no page was made"
print(json.dumps(found))
sys.stdout.flush()
os._exit(0)
"""


def measure(rounds: int) -> Iterator[Outcome]:
    """The longest moments of each round."""
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, longest in json.loads(offscreen(SCRIPT, str(SAMPLE))).items():
            found.setdefault(name, []).append(longest)
    for name, values in found.items():
        yield alone(name, "ms", values)


if __name__ == "__main__":
    sys.exit(main("holds", ROUNDS, measure, "Longest moment of the window's thread"))
