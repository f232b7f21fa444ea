"""Whatever people type comes out of every form as they meant it, and harms none."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO

import openpyxl
import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.form_specs import form_spec, form_specs
from tests.presentation import report_texts
from tests.reports.file_contents import contents

TODAY = dt.date(2027, 3, 12)
AWKWARD = (
    "Sìne Nic a’ Ghobhainn agus Dòmhnall MacÌomhair",
    "she said “no”, 'not yet' and \"later\"",
    "a < b, <b and </para>",
    "R&D & Q&A &amp; more",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "=cmd|'/c calc'!A0",
    "{page} %s ]]> _x0041_ \\n",
)
STEERING = "invoice\u202efdp.exe \x00\x1b[31m\ufffe"
FILES = [(form.id, suffix) for form in form_specs() for suffix in form.suffixes]


@pytest.fixture(scope="module")
def awkward():
    found = edits.set_profile(report_texts.sample(), route="foundations")
    for each in found.asked:
        found = edits.answer(found, each.id, 3)
    note = "\n".join((*AWKWARD, STEERING))
    for each in found.asked:
        found = edits.write_beside(found, each.id, note=note, evidence=note)
    for action_id, text in zip(list(found.actions)[:7], AWKWARD, strict=True):
        found = edits.change_action(
            found, action_id, title=text, owner=text, notes=note, horizon="now",
            due=dt.date(2027, 5, 1), status="not_started",
        )  # fmt: skip
    found = report_texts.with_workshop(found, note)
    return edits.set_profile(found, title=f"R&D <b {STEERING}"[:200])


def make(assessment, form, suffix):
    request = ExportRequest(
        assessment,
        form,
        suffix,
        today=TODAY,
        full_notes="full_notes" in form_spec(form).choices,
        previous=assessment if form == "comparison" else None,
    )
    return forms.make(request, invariant=True)


@pytest.mark.parametrize(("form", "suffix"), FILES)
def test_no_text_stops_a_form_or_steers_who_reads_it(awkward, form, suffix):
    said = contents(make(awkward, form, suffix), suffix)
    actions = suffix == ".csv" and form != "group-data"  # a table of actions has no title
    assert ("R&D & Q&A" if actions else "R&D <b") in re.sub(r"\s+", " ", said)
    if suffix not in {".json", ".pdf"}:  # data stays as it is; in a PDF fonts are raw bytes
        assert not re.search("[\u202e\x00\x1b\ufffe]", said)


@pytest.mark.parametrize(
    ("form", "suffix"),
    [("report", ".pdf"), ("report", ".docx"), ("report", ".html"), ("actions", ".xlsx"),
     ("actions", ".csv"), ("calendar", ".ics"), ("data", ".json")],
)  # fmt: skip
def test_every_text_of_an_action_comes_out_as_it_was_typed(awkward, form, suffix):
    said = re.sub(r"\s+", " ", contents(make(awkward, form, suffix), suffix))
    for text in AWKWARD:
        wanted = text.replace("_x0041_", "_x005F_x0041_") if suffix == ".xlsx" else text
        assert wanted in said


def test_a_web_page_runs_nothing_and_loads_nothing(awkward):
    page = make(awkward, "report", ".html").decode()
    assert not re.search(r"<(script|img|link|iframe|object|embed|form|base)\b", page)
    assert not re.search(r"""<[^>]+\s(on\w+|src|srcset|background)\s*=""", page)
    assert not re.search(r"url\((?!data:font/ttf;base64,|#)", page)
    assert "@import" not in page
    assert "default-src 'none'" in page


def test_an_owner_typed_as_a_formula_stays_text(awkward):
    book = openpyxl.load_workbook(BytesIO(make(awkward, "actions", ".xlsx")))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    owners = [row[3].value for row in book["Actions"].iter_rows(min_row=4)]
    assert "=cmd|'/c calc'!A0" in owners
    rows = make(awkward, "actions", ".csv").decode("utf-8-sig")
    assert ",'=cmd|'/c calc'!A0," in rows
