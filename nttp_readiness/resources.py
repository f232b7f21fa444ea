"""Where the files lie that come with the program."""

from __future__ import annotations

import sys
from pathlib import Path


def root() -> Path:
    """The folder that holds `assets` and `question_banks`, from source and when built."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def assets() -> Path:
    return root() / "assets"


def question_banks() -> Path:
    return root() / "question_banks"


def font(bold: bool = False) -> Path:  # noqa: FBT001, FBT002 - there are two cuts and no third
    return assets() / "fonts" / f"AtkinsonHyperlegibleNext-{'Bold' if bold else 'Regular'}.ttf"


def colour_space() -> Path:
    """The profile of the colours that everything is drawn in."""
    return assets() / "colour" / "sRGB.icc"


def icon() -> Path:
    """The program's own picture, for the window and the task bar."""
    return assets() / "icons" / "nttp-readiness.png"


def screen_font(bold: bool = False) -> Path:  # noqa: FBT001, FBT002 - as above
    """The same face with arrows, ticks, boxes and other signs in it."""
    return assets() / "fonts" / f"Screen-{'Bold' if bold else 'Regular'}.ttf"
