"""Where things are kept: all in one folder that git ignores, so that nothing is fetched twice."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(os.environ.get("NTTP_READINESS_WINDOWS", ROOT / ".windows")).resolve()
"""May be shared by several checkouts on one machine."""
DEBIAN = KEPT / "debian"
TOOLS = KEPT / "tools"
PYTHON = KEPT / "python"
PREFIXES = KEPT / "prefixes"
SOURCE = KEPT / "source"
"""The commit that the packages are tried against."""
DIST = ROOT / "dist" / "windows"


class SetUpError(Exception):
    """Something that the commands need cannot be had here; holds the sentence that says what."""


def say(*words: object) -> None:
    print(*words, flush=True)
