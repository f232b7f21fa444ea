"""The tests, with Windows Python under Wine, on Qt's own plugin for Windows."""

from __future__ import annotations

from nttp_readiness.ui.shell.system_manners import FAMILIES_OF_GDI, QT_PLATFORM

from .display import screen
from .interpreter import interpreter
from .places import ROOT
from .wine import Prefix, windows_path

ROOMS = ("domain", "typed", "storage", "figures", "presentation", "reports", "app")
"""Rooms whose tests run side by side. What looks at the sources, and what listens to a screen
reader of Linux, stays there."""

SHARE = r"\\server\share"
"""A share of a server; Wine looks for those in a folder of the prefix."""

LARGE = "2560x1600"
"""A window manager makes no window larger than its screen, and tests ask for 1920 by 1080."""


def test(arguments: list[str]) -> int:
    """`windows test [ARGS]`: pytest with what is given, else the tests of every room."""
    if arguments:
        return run_tests(arguments)
    rooms = (f"tests/{room}" for room in ROOMS)
    pure = run_tests(["-q", "-rs", "--numprocesses=2", "--dist=loadfile", *rooms])
    # One after the other: of two programs at one screen only one has the keyboard.
    return max(pure, run_tests(["-q", "-rs", "tests/ui"]))


def run_tests(arguments: list[str]) -> int:
    python = interpreter()
    prefix = Prefix("tests").make()
    prefix.set_variable(QT_PLATFORM, FAMILIES_OF_GDI)  # as the program itself does
    (prefix.folder / "dosdevices/unc/server/share").mkdir(parents=True, exist_ok=True)
    with screen(LARGE, manager=True) as display:
        done = prefix.wine(
            python, "-m", "pytest", "-p", "no:cacheprovider", *arguments, cwd=ROOT,
            DISPLAY=display, PYTHONPATH=str(windows_path(ROOT)),
            PYTHONDONTWRITEBYTECODE="1", NTTP_READINESS_TEST_SHARE=SHARE,
        )  # fmt: skip
        prefix.end()
    return done.returncode
