"""What a run was made on, with nothing that tells whose machine it is."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = (
    "PySide6-Essentials", "pydantic", "reportlab", "python-docx", "polars", "numpy", "weasyprint",
    "typst", "pyinstaller",
)  # fmt: skip


def machine() -> dict[str, object]:
    """Processors, memory, system, Python and the libraries that are compared."""
    return {
        "processors": os.cpu_count(),
        "processor": _line("/proc/cpuinfo", "model name") or platform.machine(),
        "memory_mb": int((_line("/proc/meminfo", "MemTotal") or "0").split()[0]) // 1024,
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "versions": {each: known for each in LIBRARIES if (known := _version(each))},
    }


def load() -> float:
    """How many programs wanted a processor in the last minute; 0 where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def commit() -> str:
    """The commit that is measured, and whether the code differs from it."""
    try:
        short = _git("rev-parse", "--short=8", "HEAD")
        changed = _git("status", "--porcelain", "--", "nttp_readiness", "assets", "question_banks")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{short}, changed since" if changed else short


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


def _line(file: str, key: str) -> str:
    path = Path(file)
    said = path.read_text() if path.exists() else ""
    found = [each.partition(":")[2].strip() for each in said.splitlines() if each.startswith(key)]
    return found[0] if found else ""


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
