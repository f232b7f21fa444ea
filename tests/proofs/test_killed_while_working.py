"""kill -9 at random moments of merging, restoring, exporting, importing, deleting loses nothing."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage import deletion, folders
from nttp_readiness.storage.document_search import document_of
from nttp_readiness.storage.documents import load_document, save_document
from tests.domain import small_bank as small
from tests.proofs.conftest import ROOT, Row

ACTS = ("merging", "restoring", "exporting", "importing", "deleting")
DRIVER = Path(__file__).parent / "acts_driver.py"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    return tmp_path


def killed(act, folder, how, seconds):
    """Kill it after so long at work; whether the file still holds all that was said in it."""
    folder.mkdir()
    begun = small.assessment_of(small.two_domains(), {"A-1": 1, "B-2": 3})
    for name, key in (("a", "A-2"), ("b", "A-3")):
        kept = edits.write_beside(begun, key, note=f"kept in {name}")
        save_document(folder / f"{name}.readiness", kept, expected=None)
    running = subprocess.Popen(
        [sys.executable, str(DRIVER), act, str(folder), how],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert running.stdout is not None
    assert running.stdout.readline() == b"begun\n"
    time.sleep(seconds)
    running.kill()
    running.communicate()
    assert running.returncode == -9, "it had ended by itself"
    try:
        held = load_document(folder / "a.readiness").assessment
        load_document(folder / "b.readiness")
    except ReadinessError:
        return False
    return held.answer("A-2").note == "kept in a"


def reachable(folder):
    """Whether every earlier version belongs to a file that is there, after the next start."""
    deletion.finish()
    there = {document_of(each) for each in folder.glob("*.readiness")}
    kept = {each.parent.name for each in folders.backups().glob("*/*.readiness")}
    return kept <= there


def trial(home, act, how, times):
    chance = random.Random(f"{act} 2026")
    lost = left = 0
    for number in range(times):
        folder = home / f"{act}-{how}-{number}"
        lost += not killed(act, folder, how, chance.uniform(0.02, 0.5))
        if act == "deleting" and how == "careful":
            left += not reachable(folder)
        shutil.rmtree(folder)
        shutil.rmtree(home / "home", ignore_errors=True)
    return lost, left


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("act", ACTS)
def test_one_kill_loses_nothing(act, home):
    assert trial(home, act, "careful", 1) == (0, 0)


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_two_hundred_kills(home, prove):
    found = [trial(home, act, "careful", 40) for act in ACTS]
    control = sum(trial(home, act, "careless", 12)[0] for act in ACTS)
    lost, left = (sum(each) for each in zip(*found, strict=True))
    prove(Row("kill -9 while working with files", 40 * len(ACTS), lost, 0, left, control))
