"""The two programs for Windows, as one folder: PyInstaller with Windows Python under Wine."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .interpreter import interpreter
from .places import DIST, ROOT, SetUpError, say
from .wine import Prefix, windows_path

NAME = "NTTP Readiness"


def commit() -> str:
    """The commit that is built."""
    return log("%H")


def commit_time() -> int:
    """Seconds of that commit: the only time that anything in a build may carry."""
    return int(log("%ct"))


def log(form: str) -> str:
    return subprocess.run(
        ["git", "log", "-1", f"--format={form}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def build_folder(target: Path = DIST) -> Path:
    """Make the folder anew, and return it."""
    python = interpreter()
    prefix = Prefix("build").make(fresh=True)
    work = prefix.disk / "work"
    shutil.rmtree(target / NAME, ignore_errors=True)
    say("Building the folder for Windows")
    done = prefix.wine(
        python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN",
        "--distpath", windows_path(target), "--workpath", r"C:\work", "build.spec",
        cwd=ROOT, capture=True, PYTHONPATH=str(windows_path(ROOT)), PYTHONHASHSEED="1",
        SOURCE_DATE_EPOCH=str(commit_time()),
    )  # fmt: skip
    prefix.end()
    shutil.rmtree(work, ignore_errors=True)
    if done.returncode:
        raise SetUpError(f"PyInstaller stopped:\n{done.stdout[-4000:]}")
    return target / NAME
