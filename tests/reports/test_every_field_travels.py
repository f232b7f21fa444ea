"""Each field that people write in an action goes out in every file that its table names, with its
heading, and comes back where the table says so.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from io import BytesIO

import openpyxl
import pytest

from nttp_readiness.domain.answers.fields import ACTION_FIELDS
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS, column
from nttp_readiness.presentation.screens.sheet_import_words import returned_lines
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from tests.presentation import report_texts
from tests.reports.file_contents import contents
from tests.reports.sheets_that_come_back import back

TODAY = dt.date(2027, 3, 12)
KEY = "WEL-2/first"
ON_THE_CARD = {"fact", "words", "measure", "source"}
WRITTEN = [each for each in ACTION_COLUMNS if each.spec and each.spec.typed]
BACK = [each for each in ACTION_COLUMNS if each.spec and each.spec.comes_back]
VALUES = {
    "due": dt.date(2027, 6, 1),
    "review": dt.date(2027, 7, 2),
    "status": ("done", column("status").words("done")),
}
"""What is given to the fields that are chosen: as it is kept, and as a sheet says it."""


@pytest.fixture(scope="module")
def written():
    """The sample with a word of its own in each field of one action."""
    words = {each.key: f"zebra{number}" for number, each in enumerate(WRITTEN)}
    made = report_texts.sample()
    for key, word in words.items():
        made = edits.change_action(made, KEY, **edits.action_change(key, word))
    return edits.change_action(made, KEY, due=TODAY), words


@pytest.fixture(scope="module")
def files(written):
    assessment, _ = written
    wanted = (("report", ".pdf"), ("report", ".docx"), ("report", ".html"), ("actions", ".xlsx"),
              ("actions", ".csv"), ("calendar", ".ics"))  # fmt: skip
    return {
        suffix: contents(forms.make(ExportRequest(assessment, form, suffix, today=TODAY)), suffix)
        for form, suffix in wanted
    }


@pytest.mark.parametrize("each", WRITTEN, ids=lambda each: each.key)
@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html"])
def test_what_is_written_stands_on_the_card_with_its_heading(written, files, each, suffix):
    word = written[1][each.key]
    on_the_card = bool(ON_THE_CARD & set(each.spec.printed)) or each.key == "title"
    assert (word in files[suffix]) == on_the_card
    if on_the_card and each.key != "title":
        assert each.heading() in unicodedata.normalize("NFKC", files[suffix])


@pytest.mark.parametrize("each", WRITTEN, ids=lambda each: each.key)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_what_is_written_stands_in_the_tables(written, files, each, suffix):
    assert (written[1][each.key] in files[suffix]) == ("sheet" in each.spec.printed)
    assert each.heading() in files[suffix]


@pytest.mark.parametrize("each", WRITTEN, ids=lambda each: each.key)
def test_what_is_written_stands_in_the_calendar(written, files, each):
    there = "calendar" in each.spec.printed or each.key == "title"
    assert (written[1][each.key] in files[".ics"]) == there


@pytest.mark.parametrize("each", BACK, ids=lambda each: each.key)
def test_a_change_of_a_field_that_comes_back_is_taken_and_told(each):
    sample = report_texts.sample()
    sent = forms.make(ExportRequest(sample, "actions", ".xlsx", today=TODAY))
    book = openpyxl.load_workbook(BytesIO(sent))
    sheet = book["Actions"]
    (place,) = (cell.column for cell in sheet[3] if cell.value == each.heading())
    kept, typed = VALUES.get(each.key, "zebra"), VALUES.get(each.key, "zebra")
    if isinstance(kept, tuple):
        kept, typed = kept
    row = next(n for n in range(4, 60)
               if sheet.cell(n, 3).value == sample.actions[KEY].title)  # fmt: skip
    sheet.cell(row, place).value = typed
    out = BytesIO()
    book.save(out)
    taken = back(sample, out.getvalue())
    assert getattr(taken.assessment.actions[KEY], each.key) == kept
    assert f"“{each.heading()}” was" in returned_lines(taken)[1]
    about = contents(sent, ".xlsx")
    assert f"“{each.heading()}”" in about, "the sheet says which columns come back"


def test_what_does_not_come_back_is_left():
    assert {name for name, spec in ACTION_FIELDS.items() if spec.comes_back} == {
        each.key for each in BACK
    }
