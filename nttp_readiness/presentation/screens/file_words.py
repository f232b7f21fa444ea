"""Which file an assessment is in, and where that is, in plain words.

`documents` is the folder that the person has for documents.
"""

from __future__ import annotations

from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.typed.places import has_drive, place_kind
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class FileWords:
    """What a page says of a file: its name, its folder in words, and the whole of it to copy."""

    name: str
    place: str
    path: str
    beside: str
    """What does not move with it by itself; empty where there is nothing."""


def file_words(path: Path, assessment: Assessment, documents: Path) -> FileWords:
    """What there is to say of the file of that assessment."""
    beside = tr(
        "Your evidence names files in the same folder. If you move this file to"
        " another folder, move them as well."
    )
    return FileWords(
        path.name,
        folder_words(path.parent, documents),
        str(path),
        beside if _names_beside(assessment) else "",
    )


def title_words(title: str, path: Path | None, documents: Path) -> str:
    """Name of an assessment with its file and folder, for the title of the window."""
    if path is None:
        return title
    folder = _short(path.parent, documents)
    if path.stem == title:
        return tr("{title}, in {folder}").format(title=title, folder=folder)
    said = tr("{title}, in {folder} as {file}")
    return said.format(title=title, folder=folder, file=path.stem)


def kept_in_words(path: Path | None, documents: Path) -> str:
    """Where an assessment is kept, and who can read it."""
    if path is None:
        return tr(
            "In one file in your Documents folder. Nothing leaves this computer. Anyone"
            " who has the file can read it."
        )
    said = tr("In one file, “{file}”. {place} Anyone who has the file can read it.")
    return said.format(file=path.name, place=folder_words(path.parent, documents))


def folder_words(folder: Path, documents: Path) -> str:
    """Where a folder is, as one says it: from a folder that people know where that can be said."""
    for known, whole, inside in (
        (
            documents,
            tr("It is in your Documents folder."),
            tr("It is in your Documents folder, in {folders}."),
        ),
        (
            Path.home() / "Desktop",
            tr("It is on your desktop."),
            tr("It is on your desktop, in {folders}."),
        ),
        (
            Path.home() / "Downloads",
            tr("It is in your Downloads folder."),
            tr("It is in your Downloads folder, in {folders}."),
        ),
    ):
        if folder == known:
            return whole
        if folder.is_relative_to(known):
            return inside.format(folders=_chain(folder.relative_to(known).parts))
    if not folder.name:
        return tr("It is on the drive {drive}.").format(drive=folder)
    return tr("It is in the folder “{folder}”, which is in {place}.").format(
        folder=folder.name, place=folder.parent
    )


def followed_words(before: Path, after: Path, documents: Path) -> str:
    """Somebody gave an open file another name or folder, and the work goes on in it."""
    if before.parent == after.parent:
        return tr("The file has another name now: {name}. Your work goes on in it.").format(
            name=after.name
        )
    return tr("The file was moved. {place} Your work goes on in it.").format(
        place=folder_words(after.parent, documents)
    )


def moved_words(path: Path, documents: Path) -> str:
    """The file has another name or folder, as the person wanted."""
    said = tr("The file is now called “{file}”. {place} Your work goes on in it.")
    return said.format(file=path.name, place=folder_words(path.parent, documents))


def _short(folder: Path, documents: Path) -> str:
    """A folder in a word or two."""
    if folder == documents:
        return tr("Documents")
    return folder.name or str(folder)


def _chain(parts: tuple[str, ...]) -> str:
    return " › ".join(f"“{each}”" for each in parts)


def _names_beside(assessment: Assessment) -> bool:
    """Whether evidence names a file by where it lies from this one."""
    places = (
        item.where.strip()
        for answer in assessment.answers.values()
        for item in answer.evidence_items
    )
    return any(
        place_kind(each) == "file" and not has_drive(each) and not each.startswith(("/", "\\"))
        for each in places
    )
