"""kill -9 at random moments of what is done with files loses nothing."""

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
from nttp_readiness.storage.documents.document_search import document_of
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.format_version import VERSION
from nttp_readiness.storage.keeping import deletion
from tests.domain import small_bank as small
from tests.proofs.conftest import ROOT, Row

ACTS = (
    "merging", "restoring", "exporting", "importing", "deleting",
    "carrying formats over", "carrying questions over", "renaming", "moving",
)  # fmt: skip
OLD = ROOT / "tests" / "storage" / "data"
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
        return whole(act, folder)
    except ReadinessError:
        return False


def whole(act, folder):
    """Whether everything that was said is still in the files. Raises ReadinessError."""
    load_document(folder / "b.readiness")
    if act == "carrying formats over":
        return whole_after_another_format(folder)
    for each in folder.glob("carried-*"):
        if load_document(each).assessment.answer("A-2").note != "kept in a":
            return False
    places = (*folder.glob("a.*"), *folder.glob("named anew.*"), *folder.glob("in/*.readiness"))
    held = [load_document(each).assessment for each in places]
    # Killed between its two names a file has both; it is never two that differ, nor none.
    return (
        bool(held)
        and all(each == held[0] for each in held)
        and (held[0].answer("A-2").note == "kept in a")
    )


def whole_after_another_format(folder):
    """The file as it was, or carried over with everything in it; then the earlier one is kept."""
    found = load_document(folder / "a.readiness")
    begun = {
        name: load_document(OLD / name).assessment
        for name in ("v1.readiness", "v2-more.readiness", "v3-more.readiness")
    }
    noted = found.assessment.answer("LEA-1").note
    for name, before in begun.items():
        if edits.write_beside(before, "LEA-1", note=noted) == found.assessment:
            kept = {each.read_bytes() for each in folders.backups().glob("*/*.readiness")}
            return found.version < VERSION or (OLD / name).read_bytes() in kept
    return found.assessment.answer("A-2").note == "kept in a"  # none was begun yet


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
def test_some_hundred_kills(home, prove):
    found = [trial(home, act, "careful", 40) for act in ACTS]
    control = sum(trial(home, act, "careless", 12)[0] for act in ACTS)
    lost, left = (sum(each) for each in zip(*found, strict=True))
    prove(Row("kill -9 while working with files", 40 * len(ACTS), lost, 0, left, control))
