"""The system's own dialogs for answer files, in one place so that tests need none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.storage.exchange import collection_files
from nttp_readiness.storage.exchange.answer_files import SUFFIX
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.widgets.save_dialog import ask_where


def choose_files(parent: QWidget) -> list[Path]:
    """Answer files; none where the person thought better of it."""
    found, _ = QFileDialog.getOpenFileNames(
        parent,
        tr("Add answer files"),
        str(folders.documents()),
        tr("Answer files and collections (*{suffix} *{other})").format(
            suffix=SUFFIX, other=collection_files.SUFFIX
        ),
    )
    return [Path(each) for each in found]


def choose_folder(parent: QWidget) -> list[Path]:
    """One folder with answer files, or none."""
    found = QFileDialog.getExistingDirectory(
        parent, tr("Add a folder with answer files"), str(folders.documents())
    )
    return [Path(found)] if found else []


def choose_copy(parent: QWidget, suggested: Path) -> Path | None:
    """Where the copy goes that people answer in."""
    return ask_where(parent, tr("Save a copy to answer in"), suggested, tr("Assessments"))


def choose_answers(parent: QWidget, suggested: Path) -> Path | None:
    """Where somebody's own answer file goes."""
    return ask_where(parent, tr("Save your answers"), suggested, tr("Answer files"))


def choose_collection(parent: QWidget) -> Path | None:
    """Where what came in on this laptop goes."""
    suggested = folders.free_path(
        folders.documents(), tr("Answers of this laptop"), collection_files.SUFFIX
    )
    return ask_where(parent, tr("Save what came in here"), suggested, tr("Collections"))


@dataclass(slots=True)
class WorkshopFileDialogs:
    """What asks the person."""

    files: Callable[[QWidget], list[Path]] = choose_files
    folder: Callable[[QWidget], list[Path]] = choose_folder
    copy: Callable[[QWidget, Path], Path | None] = choose_copy
    answers: Callable[[QWidget, Path], Path | None] = choose_answers
    collection: Callable[[QWidget], Path | None] = choose_collection
