"""The tests, with Windows Python under Wine."""

from __future__ import annotations

from .interpreter import interpreter
from .places import ROOT
from .wine import Prefix, windows_path

PURE = ("tests/domain", "tests/storage", "tests/figures", "tests/presentation")


def test(arguments: list[str]) -> int:
    """Run pytest with what is given, else all tests."""
    python = interpreter()
    prefix = Prefix("tests").make()
    done = prefix.wine(
        python, "-m", "pytest", "-p", "no:cacheprovider", *(arguments or ["-q"]),
        cwd=ROOT, PYTHONPATH=str(windows_path(ROOT)), PYTHONUTF8="0",
    )  # fmt: skip
    return done.returncode
