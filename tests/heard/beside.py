"""Files that a specification finds beside the program: its header `beside` names a kind of them."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl

from nttp_readiness import resources
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing import edits, workshop_edits
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.documents.documents import load_document, save_document

TODAY = dt.date(2026, 11, 30)
COUNCIL = "council-service"
TEAMS = (COUNCIL, "small-charity", "sector-schools", "sector-fire", "sector-primary-care")
FIRST_ACTION = 4
"""The row of the first action in a tracker."""


def sample(name: str) -> Path:
    return resources.assets() / "samples" / f"{name}.readiness"


def teams(home: Path) -> None:
    """A folder of assessments of several organisations."""
    folder = home / "teams"
    folder.mkdir()
    for name in TEAMS:
        shutil.copy(sample(name), folder)


def copy(home: Path) -> None:
    """The assessment as somebody else went on with it."""
    path = home / "copy.readiness"
    shutil.copy(sample(COUNCIL), path)
    loaded = load_document(path)
    changed = edits.write_beside(loaded.assessment, "WEL-5", note="Theirs")
    changed = edits.answer(changed, "WEL-3", None)
    marks = loaded.fingerprint.with_mark
    save_document(path, changed, expected=loaded.fingerprint, earlier=marks)


def sheet(home: Path) -> None:
    """The tracker with an owner and an update, and a title that does not come back."""
    assessment = load_document(sample(COUNCIL)).assessment
    made = forms.make(ExportRequest(assessment, "tracker", ".xlsx", today=TODAY))
    book = openpyxl.load_workbook(BytesIO(made))
    page = book["Actions"]
    heads = {cell.value: cell.column for cell in page[3]}
    page.cell(FIRST_ACTION, heads["Owner"]).value = "Ann"
    page.cell(FIRST_ACTION, heads["Update"]).value = "Draft is with the union"
    page.cell(FIRST_ACTION, heads["Action"]).value = "Other words"
    book.save(home / "back.xlsx")


def collecting(home: Path) -> None:
    """The assessment, which is open, takes answers of a team of twelve."""
    (path,) = (home / "documents").glob("*.readiness")
    loaded = load_document(path)
    short = edits.set_profile(loaded.assessment, route="foundations")
    team = [Group(name="Team", size=12)]
    begun = workshop_edits.start_round(short, team, today=TODAY, consent=True)
    save_document(path, begun, expected=loaded.fingerprint)


BESIDE: dict[str, Callable[[Path], None]] = {
    "teams": teams,
    "copy": copy,
    "sheet": sheet,
    "collecting": collecting,
}
