"""The two programs for Windows, as one folder: PyInstaller with Windows Python under Wine."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .interpreter import interpreter
from .places import ROOT, SetUpError, say
from .wine import Prefix, windows_path

NAME = "NTTP Readiness"


def commit() -> str:
    """The commit that is built."""
    return log("%H")


def commit_time(of: str) -> int:
    """Seconds of that commit: the only time that anything in a build may carry."""
    return int(log("%ct", of))


def log(form: str, of: str = "HEAD") -> str:
    return subprocess.run(
        ["git", "log", "-1", f"--format={form}", of],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip


def check_out(target: Path, of: str) -> None:
    """Lay the files of a commit into a new folder, whatever else lies in the checkout."""
    shutil.rmtree(target, ignore_errors=True)
    packed = target.with_suffix(".tar")
    subprocess.run(["git", "archive", "--output", packed, of], cwd=ROOT, check=True)
    target.mkdir()
    subprocess.run(["tar", "-x", "-f", packed, "-C", target], check=True)
    packed.unlink()


def build_folder(target: Path, of: str) -> Path:
    """Make the folder of a commit anew, and return it."""
    say("Building the folder for Windows")
    return freeze("build.spec", target, NAME, of)


def freeze(spec: str, target: Path, name: str, of: str) -> Path:
    """Let PyInstaller make the folder that a specification of a commit describes.

    All that its work sees lies at the same places on every computer, and has the commit's time.
    Raises SetUpError.
    """
    python = interpreter()
    prefix = Prefix("build").make(fresh=True)
    source = prefix.disk / "source"
    check_out(source, of)
    shutil.rmtree(target / name, ignore_errors=True)
    done = prefix.wine(
        python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN",
        "--distpath", windows_path(target), "--workpath", r"C:\work", spec,
        cwd=source, capture=True, PYTHONPATH=r"C:\source", PYTHONHASHSEED="1",
        SOURCE_DATE_EPOCH=str(commit_time(of)),
    )  # fmt: skip
    prefix.end()
    shutil.rmtree(prefix.disk / "work", ignore_errors=True)
    if done.returncode:
        raise SetUpError(f"PyInstaller stopped:\n{done.stdout[-4000:]}")
    return target / name
