"""The few ratios of benchmarks/budget.toml that are stable enough for every check.

Counts of modules are exact. Ratios of processor time are taken in turns in one process, and the
best of several tries counts: a busy machine makes everything longer, and nothing shorter.
"""

import json
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.documents.documents import load_document
from tests.ui.longest_hold import STEP

ROOT = Path(__file__).parents[1]
BUDGET = tomllib.loads((ROOT / "benchmarks" / "budget.toml").read_text("utf-8"))["check"]
SAMPLE = ROOT / "assets" / "samples" / "council-service.readiness"
LEAST = 10 * STEP
"""Seconds that are counted at once, where the clock of the processor goes in steps."""

LOADED = """
import os, sys, tempfile
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["NTTP_READINESS_HOME"] = tempfile.mkdtemp()
from PySide6.QtWidgets import QApplication
from nttp_readiness.ui.shell.application import make_window
app = QApplication([])
window = make_window(app)
window.show()
window.activateWindow()
for _ in range(5):
    app.processEvents()
window.grab()
ours = lambda: sum(each.partition(".")[0] == "nttp_readiness" for each in sys.modules)
from PySide6 import QtCore, QtGui, QtWidgets
kinds = lambda: sum(
    isinstance(held, type) for each in (QtCore, QtGui, QtWidgets) for held in vars(each).values()
)
before = ours(), kinds()
from pathlib import Path
window.open_file(Path(sys.argv[1]))
window.grab()
print(*before, ours(), kinds())
sys.stdout.flush()
os._exit(0)
"""


def seconds(work):
    """Of the processor, for one call of five at least, and of as many as the clock needs."""
    calls, begun, used = 0, time.process_time(), 0.0
    while calls < 5 or used < LEAST:
        work()
        calls, used = calls + 1, time.process_time() - begun
    return used / calls


def ratio(work, floor):
    work()
    return min(seconds(work) / seconds(floor) for _ in range(7))


def test_no_more_is_loaded_than_the_budget_says():
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(SAMPLE)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    start, start_kinds, document, document_kinds = map(int, done.stdout.split())
    assert start <= BUDGET["modules of the start page"]
    assert document <= BUDGET["modules of a document"]
    assert start > 40  # they were counted
    # To hand out an object that Python has not seen, PySide6 makes all kinds that it may be of.
    assert start_kinds <= BUDGET["kinds of Qt of the start page"]
    assert document_kinds <= BUDGET["kinds of Qt of a document"]
    assert start_kinds > 30


def test_saving_costs_what_the_budget_says():
    assessment = load_document(SAMPLE).assessment
    body = assessment.model_dump(mode="json")
    keys = list(assessment.bank.by_id)

    def save(step=[0]):  # noqa: B006 - a counter
        step[0] += 1
        changed = edits.answer(assessment, keys[step[0] % len(keys)], step[0] % 5)
        document_bytes(changed, revision=1)

    assert ratio(save, lambda: json.dumps(body)) <= BUDGET["saving over json.dumps"]


def test_scoring_costs_what_the_budget_says():
    assessment = load_document(SAMPLE).assessment
    answers = {key: each.choice for key, each in assessment.answers.items()}

    def floor():
        for _ in range(20):
            json.dumps(answers)

    def scores():
        card = score(assessment)
        _ = card.readiness, card.safety_stops, card.overall, card.counts, card.suggestions

    assert ratio(scores, floor) <= BUDGET["scoring over 20 json.dumps"]


@pytest.mark.parametrize("name", sorted(BUDGET))
def test_every_budget_of_the_check_is_used(name):
    assert f'BUDGET["{name}"]' in Path(__file__).read_text("utf-8")
