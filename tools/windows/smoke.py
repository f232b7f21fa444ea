"""The short form for every change: what depends on the system is tested, and the window starts."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from .checks.steps import Steps, must
from .checks.window import Person, painted
from .display import screen
from .interpreter import interpreter
from .places import ROOT, say
from .processes import processes, work
from .testing import run_tests
from .wine import Prefix, windows_path

SHORT = (
    "tests/storage/documents/test_locks_advise.py",
    "tests/storage/files/test_windows_take_turns.py",
    "tests/storage/keeping/test_complete_deletion.py",
    "tests/storage/files/test_files_that_are_just_held.py",
    "tests/storage/account/test_folders_and_settings.py",
    "tests/storage/keeping/test_recovery_and_backups.py",
    "tests/storage/files/test_writing_whole_files.py",
    "tests/storage/files/test_paths_of_windows.py",
    "tests/app/test_own_folder_and_shared_banks.py",
)
"""Where files, locks and processes are at stake: where systems differ."""
SAMPLE = ROOT / "assets/samples/council-service.readiness"


def short(_: list[str]) -> int:
    """`windows short`: some minutes. It fails where Wine or a part cannot be had."""
    steps = Steps()
    steps.take("tests of what the system does", storage)
    steps.take("the window opens an assessment", opens)
    say("Tried with Windows Python under Wine, from source. `windows check` tries the program.")
    return steps.end()


def storage() -> str:
    begun = time.monotonic()
    status = run_tests(["-q", "--numprocesses=2", "--dist=loadfile", *SHORT])
    must(status == 0, f"pytest ended with {status}")
    return f"all passed in {time.monotonic() - begun:.0f} s"


def opens() -> str:
    """From source, with a new profile, on Qt's own plugin for Windows.

    A copy of the sample is opened: where one was is kept in the file itself.
    """
    python, prefix = interpreter(), Prefix("smoke").make(fresh=True)
    try:
        with tempfile.TemporaryDirectory() as folder, screen(manager=True) as display:
            copy = Path(shutil.copy(SAMPLE, folder))
            person = Person(display, lambda: work(processes(prefix, python.name)))
            prefix.start(
                python, "-m", "nttp_readiness", windows_path(copy), without_network=True,
                DISPLAY=display, PYTHONPATH=str(windows_path(ROOT)), PYTHONDONTWRITEBYTECODE="1",
            )  # fmt: skip
            person.front(person.wait_for_window("– NTTP Readiness"))
            seen = painted(person)
            person.keys("ctrl+q")
            person.wait_for_window("NTTP Readiness", gone=True)
    finally:
        prefix.remove()
    return f"the sample is open, {seen}, and it closes"
