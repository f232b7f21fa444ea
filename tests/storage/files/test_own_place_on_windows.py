"""Where our own things go when Windows has their place elsewhere, away or not at all."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from nttp_readiness.storage.files import folders
from tests.storage.windows_files import place_of_ones_own

pytestmark = pytest.mark.skipif(os.name != "nt", reason="Windows alone has such a place")

ROOT = Path(__file__).parents[3]
WHAT_IT_DOES = """
import json, sys
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.files import folders
said = ""
try:
    settings.save(Settings(theme="dark"))
except SaveError as problem:
    said = str(problem)
assert "platformdirs" not in sys.modules, "it was loaded"
print(json.dumps([str(folders.settings()), settings.load().theme, said]))
"""


@pytest.fixture
def redirect():
    """Moves the place of one's own, until the test ends."""
    with place_of_ones_own() as move:
        yield move


def in_a_new_process(*without):
    """Place of the settings, theme that was read back, and what was said of saving them."""
    left_out = {"NTTP_READINESS_HOME", *without}
    done = subprocess.run(
        [sys.executable, "-c", WHAT_IT_DOES],
        env={**{k: v for k, v in os.environ.items() if k not in left_out}, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    place, theme, said = json.loads(done.stdout)
    return Path(place), theme, said


def test_places_are_those_that_platformdirs_would_say(monkeypatch):
    """Without loading it, as a start is shorter by that."""
    monkeypatch.delenv(folders.HOME)
    asked = get_args(folders._Folder)
    assert len(asked) == 5
    quick = [folders._of_the_system(each) for each in asked]
    assert None not in [folders._said_by_windows(each) for each in asked]
    monkeypatch.setattr(folders, "_said_by_windows", lambda _folder: None)
    assert quick == [folders._of_the_system(each) for each in asked]


def test_a_place_that_was_moved_elsewhere_is_used(redirect, tmp_path):
    redirect(tmp_path / "Profiles" / "morag")
    place, theme, said = in_a_new_process()
    assert place == tmp_path / "Profiles" / "morag" / "NTTP Readiness" / "settings.json"
    assert (theme, said) == ("dark", "")
    assert place.is_file()


def test_a_place_on_a_drive_that_is_away_is_told_and_keeps_nothing_from_starting(redirect):
    redirect(r"Q:\profiles\morag")
    place, theme, said = in_a_new_process()
    assert place.is_relative_to(r"Q:\profiles\morag")
    assert theme == "system"
    assert "cannot be reached" in said


def test_without_variables_of_the_account_its_place_is_found(redirect, tmp_path):
    redirect(tmp_path / "own")
    place, theme, said = in_a_new_process("LOCALAPPDATA", "APPDATA", "USERPROFILE")
    assert place.is_relative_to(tmp_path / "own")
    assert (theme, said) == ("dark", "")
