"""The tests, with Windows Python under Wine, on Qt's own plugin for Windows."""

from __future__ import annotations

from .display import screen
from .interpreter import interpreter
from .places import ROOT
from .wine import Prefix, windows_path

ALL = ("-q", "--numprocesses=2", "--dist=loadfile")

SHARE = r"\\server\share"
"""A share of a server; Wine looks for those in a folder of the prefix."""

LARGE = "2560x1600"
"""A window manager makes no window larger than its screen, and tests ask for 1920 by 1080."""


def test(arguments: list[str]) -> int:
    """`windows test [ARGS]`: pytest with what is given, else all tests."""
    return run_tests(arguments or list(ALL))


def run_tests(arguments: list[str]) -> int:
    python = interpreter()
    prefix = Prefix("tests").make()
    prefix.set_variable("QT_QPA_PLATFORM", "windows")
    (prefix.folder / "dosdevices/unc/server/share").mkdir(parents=True, exist_ok=True)
    with screen(LARGE, manager=True) as display:
        done = prefix.wine(
            python, "-m", "pytest", "-p", "no:cacheprovider", *arguments, cwd=ROOT,
            DISPLAY=display, PYTHONPATH=str(windows_path(ROOT)),
            PYTHONDONTWRITEBYTECODE="1", NTTP_READINESS_TEST_SHARE=SHARE,
        )  # fmt: skip
        prefix.end()
    return done.returncode
