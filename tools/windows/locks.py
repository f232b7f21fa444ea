"""What a lock names for Windows: pip reads the conditions of a lock for the machine it runs on."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement

from .places import KEPT, ROOT, SetUpError

VERSION = "3.13"
WINDOWS = {
    "sys_platform": "win32",
    "os_name": "nt",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "python_version": VERSION,
    "python_full_version": "3.13.2",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}
LINE = re.compile(r"(?:\\\n|[^\n])+")


def requirements(lock: Path, environment: dict[str, str] | None = None) -> Iterator[str]:
    """Each part with its hashes and without its condition, where the condition holds."""
    for line in LINE.findall(lock.read_text(encoding="utf-8")):
        text, *hashes = re.split(r"\s*\\\n\s*", line.strip())
        if not text or text.startswith("#"):
            continue
        part = Requirement(text)
        if part.marker is None or part.marker.evaluate(environment):
            yield " \\\n    ".join((f"{part.name}{part.specifier}", *hashes))


def install_for_windows(lock: Path, target: Path) -> None:
    """Unpack the wheels for Windows of a lock into a folder, each checked against its hash."""
    pip(
        "install", lock, lambda _: True, WINDOWS, "--target", target, "--platform", "win_amd64",
        "--implementation", "cp", "--python-version", VERSION, "--only-binary=:all:",
    )  # fmt: skip


def install_here(lock: Path, target: Path, *, without: str) -> None:
    """Unpack tools for this machine into a folder."""
    pip("install", lock, lambda line: not line.startswith(without), None, "--target", target)


def download(lock: Path, target: Path, *, name: str) -> Path:
    """The source archive of one part."""
    pip(
        "download", lock, lambda line: line.startswith(name), None,
        "--dest", target, "--no-binary=:all:", "--no-build-isolation",
    )  # fmt: skip
    return next(target.glob(f"{name.replace('-', '_')}*"))


def pip(
    command: str,
    lock: Path,
    wanted: Callable[[str], bool],
    environment: dict[str, str] | None,
    *options: object,
) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    chosen = KEPT / f"{lock.stem}-{command}.txt"
    lines = [line for line in requirements(lock, environment) if wanted(line)]
    chosen.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pip", command, "--quiet", "--disable-pip-version-check",
         "--require-hashes", "--no-deps", "-r", chosen, *map(str, options)],
        check=False, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    if done.returncode:
        raise SetUpError(f"The parts of {lock.name} could not be fetched:\n{done.stderr.strip()}")
    chosen.unlink()
