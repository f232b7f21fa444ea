"""The system's own dialogs for parts, in one place so that tests need none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.storage.documents.documents import SUFFIX


def choose_files(parent: QWidget, folder: Path) -> list[Path]:
    """Parts that came back; none where the person thought better of it."""
    kinds = tr("Assessments (*{suffix})").format(suffix=SUFFIX)
    found, _ = QFileDialog.getOpenFileNames(
        parent, tr("Which files came back?"), str(folder), kinds
    )
    return [Path(each) for each in found]


def choose_folder(parent: QWidget, folder: Path, heading: str) -> Path | None:
    """One folder, or none."""
    found = QFileDialog.getExistingDirectory(parent, heading, str(folder))
    return Path(found) if found else None


@dataclass(slots=True)
class PartFileDialogs:
    """What asks the person."""

    files: Callable[[QWidget, Path], list[Path]] = choose_files
    folder: Callable[[QWidget, Path, str], Path | None] = choose_folder
