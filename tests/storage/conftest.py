import datetime as dt
import errno
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment, Profile
from nttp_readiness.domain.answers.planned import PlannedAction, Request
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.files import folders

DATA = Path(__file__).parent / "data"

AWKWARD = (
    "Ceilidh’s à Ghàidhlig — “quotes” \"straight\" 'single' <img src=x> & &amp; \\ / \0 \x1f\t\r\n"
    "\u2028\u2029\ufeff 👩‍👩‍👧‍👦 e\u0301 \u202etrams\u202c  trailing  \n"
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """All that the program keeps on this computer goes into a folder of the test's own."""
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def bank_folder(tmp_path):
    """A small bank without a fault, in a folder that a test may spoil."""
    return Path(shutil.copytree(DATA / "tiny-bank", tmp_path / "tiny-bank"))


@pytest.fixture
def assessment():
    return Assessment(
        id="0123456789abcdef" * 2,
        profile=Profile(title="Our spring review", organisation=AWKWARD[:200]),
        answers={"CAR-1": Answer(choice=2, note=AWKWARD), "CAR-2": Answer(choice="not_sure")},
        importance={"CAR-3": 5},
        actions={
            "CAR-1/first": PlannedAction(
                id="CAR-1/first", kind="first", indicators=("CAR-1",), title="Write the page"
            )
        },
        asks=(Request(id="ask/1", who="The board", request=AWKWARD),),
        written_bank=read_bank(DATA / "tiny-bank"),
    )


@pytest.fixture
def document(tmp_path):
    """Where a test's assessment lies: a folder of its own, with nothing else in it."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    return folder / "Our spring review.readiness"


OPEN_FILES = Path("/proc/self/fd")


@pytest.fixture(autouse=True)
def nothing_that_is_open_is_deleted_or_replaced(monkeypatch):
    """Windows refuses both; where the system does not, it is refused here."""
    if os.name == "nt" or not OPEN_FILES.is_dir():
        return

    def refusing(act):
        def guarded(path, *more, **options):
            real = os.path.realpath(path)
            for each in OPEN_FILES.iterdir():
                try:
                    held = str(each.readlink()) == real
                except OSError:
                    continue
                if held:
                    raise PermissionError(errno.EACCES, "it is open in this program", real)
            return act(path, *more, **options)

        return guarded

    for name in ("unlink", "remove", "replace", "rename"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))


@pytest.fixture(scope="session")
def another_process():
    """The number of a program that runs beside this one until the tests end."""
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield other.pid
    other.communicate(b"\n")


@pytest.fixture
def locked_by_another(document, another_process):
    """Puts another running program's lock beside the document; keywords change what it says."""

    def lock(**changes):
        now = dt.datetime.now(dt.UTC).isoformat()
        said = {
            "who": "Eilidh", "computer": platform.node(), "process": another_process,
            "since": now, "seen": now,
        }  # fmt: skip
        locks.lock_file(document).write_text(json.dumps(said | changes))

    return lock
