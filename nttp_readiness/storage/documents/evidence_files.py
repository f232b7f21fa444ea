"""Files that evidence names: where each would be, and whether it is there. None is ever opened.

A place on another computer is never asked for: a path in a file that came from somebody else would
else make this computer say who is there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from nttp_readiness.storage.files.reading import real_path
from nttp_readiness.typed.places import has_drive, place_kind

Found = Literal["there", "missing", "not_looked"]


def file_of(where: str, folder: Path | None) -> Path | None:
    """The file or folder that a place names. What has no root lies beside the document, whose
    folder is given. None where it names none on this computer.
    """
    text = where.strip()
    if place_kind(text) != "file" or "\0" in text:
        return None
    if has_drive(text) and os.name != "nt":
        return None
    path = Path(text.replace("\\", "/"))
    if path.is_absolute():
        return path
    return folder / path if folder is not None and ".." not in path.parts else None


def look_for(places: Mapping[str, str], folder: Path | None) -> dict[str, Found]:
    """Whether each of these is where it is said to be. It may take long on a drive that is away."""
    return {key: _look(file_of(where, folder)) for key, where in places.items()}


def beside(path: Path, folder: Path | None) -> str:
    """How a file is written down that somebody chose: short where it lies with the document, so
    that it is found where both are moved together; else in full.
    """
    if folder is not None:
        try:
            return real_path(path).relative_to(real_path(folder)).as_posix()
        except (OSError, ValueError):
            pass
    return str(path)


def folder_to_show(path: Path) -> Path | None:
    """The folder in which a file lies, or the folder itself; None where there is none to show, or
    where showing it could start something: a folder that a system takes for a program.
    """
    try:
        folder = path if path.is_dir() else path.parent
        there = folder.is_dir()
    except (OSError, ValueError):
        return None
    starts = any(("." in part and part.rpartition(".")[2].lower() in _PROGRAMS) or "{" in part
                 for part in folder.parts)  # fmt: skip
    return folder if there and not starts else None


_PROGRAMS = frozenset(
    {"app", "appex", "bundle", "pkg", "mpkg", "prefpane", "workflow", "action", "service",
     "framework", "plugin", "qlgenerator", "saver", "terminal", "scptd"}
)  # fmt: skip
"""Endings of folders that macOS starts or installs as a program when they are opened."""


def _look(path: Path | None) -> Found:
    if path is None:
        return "not_looked"
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except (OSError, ValueError):
        return "not_looked"
    return "there"
