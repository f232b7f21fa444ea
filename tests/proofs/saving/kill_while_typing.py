"""Kill the real program while somebody types, and count what is not there afterwards."""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage.documents.documents import load_document, save_document

ROOT = Path(__file__).resolve().parents[3]
DRIVER = Path(__file__).with_name("typing_driver.py")
LETTERS = "abcdefghijklmnopqrstuvwxyz "
QUESTION = "LEA-1"
PROMISED = 1.0
"""Seconds after which what was typed is on the disk."""


def one_round(folder, how, seconds, *also):
    """What was typed more than a second before the kill, and what was found after it."""
    path, home = folder / "typed.readiness", folder / "home"
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    empty = edits.write_beside(sample.assessment, QUESTION, note="")
    save_document(path, empty, expected=None)
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
        "NTTP_READINESS_HOME": str(home),
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, str(DRIVER), str(path), how, *also], stdout=subprocess.PIPE, env=env
    ) as running:
        # A second is promised on a computer that has one to spare: others must not take it.
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, running.pid, -15)
        said = running.stdout.readline()  # the first letter
        assert said, "the window did not start"
        time.sleep(seconds)
        running.kill()
        killed = time.monotonic()
        said += running.stdout.read()
    lines = [line.split() for line in said.splitlines() if line.count(b" ") == 1]
    promised = max(
        (int(count) for count, when in lines if float(when) <= killed - PROMISED), default=0
    )
    return promised, found(path, home)


def found(path, home):
    """How many letters lie in the file or in the recovery copy; -1 where the file is unreadable."""
    most = 0
    for each in (path, *(home / "data" / "recovery").glob("*.readiness")):
        try:
            note = load_document(each).assessment.answer(QUESTION).note
        except ReadinessError:
            return -1
        typed = "".join(LETTERS[number % len(LETTERS)] for number in range(len(note)))
        most = max(most, len(note) if note == typed else 0)
    return most
