"""How soon there is a sentence with a choice where a drive does not answer, and nothing is lost.

    python benchmarks/drives.py [--rounds N]

Closing where each flush takes 1.5 seconds, closing where a pipe lies in place of the file, and
opening where a read takes 20 seconds: seconds that pass until the sentence stands in the window.
*Window held* is the longest time for which the window looked for no key or click meanwhile.
*Closing once more* is what people choose who do not wait; then what was typed must be in the file
or in the copy that a next start offers, or the benchmark fails.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator

from measuring.alone import SAMPLE, main, offscreen
from measuring.measure import NotMeasured, Outcome, alone

ROUNDS = 3
FLUSHES, PIPE, READS = "flushes of 1.5 s", "a pipe in place of the file", "reads of 20 s"
SCRIPT = """
import json, os, shutil, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.keeping import recovery
from nttp_readiness.ui.shell import open_document
from nttp_readiness.ui.shell.application import make_window
from nttp_readiness.ui.widgets.notice import Notice
app = QApplication([])
window = make_window(app)
window.resize(1280, 800)
window.show()
window.warm_up()
held, last = 0.0, time.monotonic()
def look():
    global held, last
    now = time.monotonic()
    held, last = max(held, now - last), now
ticks = QTimer()
ticks.timeout.connect(look)
ticks.start(1)
def rest(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.001)
def sentence(words):
    return any(words in each.accessibleName() for each in window.findChildren(Notice)
               if each.isVisible())
def told(words):
    while not sentence(words):
        app.processEvents()
        time.sleep(0.001)
        assert time.monotonic() - begun < 60, "no sentence came"
    look()
    return time.monotonic() - begun, held
def clicked(act):
    loop, found = QEventLoop(), []
    QTimer.singleShot(0, lambda: (found.append(act()), loop.quit()))
    loop.exec()
    return found[0]
rest(6)
way, drive = sys.argv[2], Path(os.environ["NTTP_READINESS_HOME"]) / "drive"
drive.mkdir()
path = drive / "Ours.readiness"
shutil.copyfile(sys.argv[1], path)
found = {}
if way.startswith("reads"):
    read = open_document.load_document
    def slowly(given):
        time.sleep(20 if given == path else 0)
        return read(given)
    open_document.load_document = slowly
    held, last = 0.0, time.monotonic()
    begun = time.monotonic()
    window.start.opened.emit(str(path))
    found["opening"], found["opening, window held"] = told("is being read")
else:
    window.open_file(path)
    rest(3)
    flush = os.fsync
    def slowly(file):
        opened = os.fstat(file)
        if any(os.path.samestat(opened, each.stat()) for each in drive.iterdir()):
            time.sleep(1.5)
        flush(file)
    if way.startswith("flushes"):
        os.fsync = slowly
    else:
        path.unlink()
        os.mkfifo(path)
    key, note = next(iter(window.open_document.session.assessment.bank.by_id)), "typed just now"
    window.open_document.session.attempt("Note", edits.write_beside, key, note=note)
    held, last = 0.0, time.monotonic()
    begun = time.monotonic()
    assert not clicked(window.close), "it closed"
    found["closing"], found["closing, window held"] = told("stays open")
    begun = time.monotonic()
    assert clicked(window.close), "it did not close"
    found["closing once more"] = time.monotonic() - begun
    places = [*(each.copy for each in recovery.recoverable()), *filter(Path.is_file, [path])]
    notes = [load_document(each).assessment.answer(key).note for each in places]
    assert note in notes, "what was typed is lost"
print(json.dumps(found))
sys.stdout.flush()
os._exit(0)
"""


def measure(rounds: int) -> Iterator[Outcome]:
    """Each way in which a drive is slow."""
    ways = [FLUSHES, READS]
    if hasattr(os, "mkfifo"):
        ways.append(PIPE)
    else:
        yield NotMeasured(f"closing, {PIPE}", "this system has no pipes with a name")
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for way in ways:
            for what, seconds in json.loads(offscreen(SCRIPT, str(SAMPLE), way)).items():
                act, _, more = what.partition(", ")
                found.setdefault(", ".join(filter(None, (act, way, more))), []).append(seconds)
    for name, values in found.items():
        yield alone(name, "s", values)


if __name__ == "__main__":
    sys.exit(main("drives", ROUNDS, measure, "Until there is a sentence with a choice"))
