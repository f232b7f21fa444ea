"""The system's own dialogs, in one place so that tests need none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import share_words
from nttp_readiness.storage.documents.documents import SUFFIX
from nttp_readiness.ui.widgets.save_dialog import ask_where
from nttp_readiness.values import dataclass

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def choose_file(parent: QWidget, suggested: Path) -> Path | None:
    """Where a file goes; the dialog asks before another is replaced."""
    return ask_where(parent, tr("Save"), suggested, share_words.kind_words(suggested.suffix))


def choose_round(parent: QWidget, folder: Path) -> Path | None:
    """The file of another round."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        tr("Choose the other round"),
        str(folder),
        tr("Assessments (*{suffix})").format(suffix=SUFFIX),
    )
    return Path(path) if path else None


def choose_printer(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Whether to print, and on which printer and what pages."""
    # Loading Qt's printing takes long, and few print.
    from nttp_readiness.ui.share.printing import ask_for_printer  # noqa: PLC0415 - as said above

    return ask_for_printer(parent, printer, pages)


@dataclass(frozen=True, slots=True)
class FileDialogs:
    """What asks the person. Each gives None or False where they thought better of it."""

    file: Callable[[QWidget, Path], Path | None] = choose_file
    round: Callable[[QWidget, Path], Path | None] = choose_round
    printer: Callable[[QWidget, QPrinter, int], bool] = choose_printer
