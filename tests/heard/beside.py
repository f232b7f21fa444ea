"""What lies beside the file that a specification opens: a colleague's copy, a sheet, a folder."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import openpyxl

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.documents import document_bytes, load_document, save_document

TODAY = dt.date(2026, 11, 30)


def lay(what: str, opened: Path) -> None:
    """Put it into the folder of the file that is opened. KeyError where it is none of these."""
    assessment = load_document(opened).assessment
    {"copy": _copy, "sheet": _sheet, "teams": _teams}[what](assessment, opened.parent)


def _copy(assessment: Assessment, folder: Path) -> None:
    """A sitting of somebody else's: a note, and an answer taken away."""
    changed = edits.write_beside(assessment, "WEL-5", note="Theirs")
    changed = edits.answer(changed, "WEL-3", None)
    save_document(folder / "copy.readiness", changed, expected=None)


def _sheet(assessment: Assessment, folder: Path) -> None:
    """The tracker with another owner."""
    made = forms.make(ExportRequest(assessment, "tracker", ".xlsx", today=TODAY))
    book = openpyxl.load_workbook(BytesIO(made))
    page = book["Actions"]
    heads = {cell.value: cell.column for cell in page[3]}
    page.cell(4, heads["Owner"]).value = "Ann"
    book.save(folder / "back.xlsx")


def _teams(assessment: Assessment, folder: Path) -> None:
    """Three teams, and a file that is none."""
    teams = folder / "teams"
    teams.mkdir()
    for number in range(3):
        made = edits.set_profile(edits.of_its_own(assessment), title=f"Team {number}")
        (teams / f"{number}.readiness").write_bytes(document_bytes(made, revision=1))
    (teams / "damaged.readiness").write_text("{")
