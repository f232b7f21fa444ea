"""The system's own dialog for where a file goes. Nothing is replaced that it did not ask about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nttp_readiness.storage.files import folders


def ask_where(parent: QWidget, heading: str, suggested: Path, kind: str) -> Path | None:
    """The place that a person chose; None where they thought better of it.

    `kind` names the files of that suffix: "Assessments". The dialog asks before a file is replaced.
    """
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not for the start page

    suffix = suggested.suffix
    dialog = QFileDialog(parent, heading, str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{kind} (*{suffix})")
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(suggested.name)
    found = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return with_its_suffix(Path(found[0]), suffix) if found else None


def with_suffix(path: Path, suffix: str) -> Path:
    """The same place with that suffix; "Team v1.2" keeps its ".2"."""
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def with_its_suffix(chosen: Path, suffix: str) -> Path:
    """The chosen place with the suffix that such a file has: "Team v1.2" keeps its ".2".

    Where the suffix had to be added, nobody was asked about what lies there: another name then.
    """
    whole = with_suffix(chosen, suffix)
    if whole == chosen:
        return chosen
    if folders.is_there(whole):
        return folders.free_path(whole.parent, chosen.name, suffix)
    return whole
