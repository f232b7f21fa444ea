"""What any command prints into a pipe or a file is UTF-8, also where a console has another page."""

import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from nttp_readiness.app import command_line, start, terminal

ROOT = Path(__file__).resolve().parents[2]
ODD = "“Òran” – ẃ"


def printed_by(*arguments):
    """The bytes that a command prints where nothing says which letters its reader wants."""
    left_out = {"PYTHONIOENCODING", "PYTHONUTF8", "NTTP_READINESS_HOME"}
    done = subprocess.run(
        [sys.executable, "-m", "nttp_readiness", *arguments],
        env={**{name: value for name, value in os.environ.items() if name not in left_out},
             "PYTHONPATH": str(ROOT)},
        capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("respond", "a.readiness", ODD), ("score", "a", ODD), ("banks", ODD), ("--no-window", ODD),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_command_is_said_in_utf_8(arguments):
    assert ODD in printed_by(*arguments).decode("utf-8")


class OnWindows:
    """Streams in the page of an old console, and a Windows that runs this."""

    def __init__(self, monkeypatch, **more):
        self.stdout, self.stderr = (
            io.TextIOWrapper(io.BytesIO(), encoding="cp1252") for _ in range(2)
        )
        self.system = SimpleNamespace(
            platform="win32",
            stdout=self.stdout,
            stderr=self.stderr,
            argv=["nttp-readiness"],
            **more,
        )
        monkeypatch.setattr(terminal, "sys", self.system)
        monkeypatch.setattr(start, "sys", self.system)

    @property
    def encodings(self):
        return self.stdout.encoding, self.stderr.encoding


@pytest.mark.parametrize(
    "arguments", [["respond"], ["banks"], ["--help"], ["--data-dir"], ["a", "b"]]
)
def test_letters_are_settled_before_any_command_says_a_word(monkeypatch, arguments):
    windows = OnWindows(monkeypatch)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    seen = []

    def runs(_given):
        seen.append(windows.encodings)
        return 0

    monkeypatch.setattr(command_line, "run", runs)
    monkeypatch.setattr(start, "_respond", runs)
    start.main(arguments)
    assert seen == [("utf-8", "utf-8")]


def test_the_program_of_the_window_has_nowhere_to_print_and_starts(monkeypatch):
    windows = OnWindows(monkeypatch)
    windows.system.stdout = windows.system.stderr = None
    monkeypatch.setattr(start, "_respond", lambda _given: 0)
    assert start.main(["respond"]) == 0
    assert windows.encodings == ("cp1252", "cp1252")


@pytest.mark.parametrize(
    ("frozen", "wanted"), [({}, "cp1252"), ({"frozen": True}, "utf-8")]
)  # fmt: skip
def test_an_encoding_that_was_asked_for_stays_where_python_heeds_it(monkeypatch, frozen, wanted):
    """The built program heeds none of Python's variables, and printed in the console's page."""
    windows = OnWindows(monkeypatch, **frozen)
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    terminal.speak_utf8_to_programs()
    assert windows.encodings == (wanted, wanted)
