"""*Changes from a spreadsheet*: every change is seen and chosen before it is taken, in one step."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from nttp_readiness import resources
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.returned_content import ReturnedContent
from nttp_readiness.ui.widgets.page_text import page_text

FIRST = 4


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "plan.readiness"
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(document, sample.assessment, expected=None)
    return document


@pytest.fixture
def window(look, qtbot, path):
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.show()
    made.open_file(path)
    yield made
    made.close_after_crash()


@pytest.fixture
def sheet(window, tmp_path):
    """The tracker with an owner, an update and a new row, and a title that does not come back."""
    assessment = window.open_document.session.assessment
    today = dt.date(2027, 3, 12)
    book = openpyxl.load_workbook(
        BytesIO(forms.make(ExportRequest(assessment, "tracker", ".xlsx", today=today)))
    )
    page = book["Actions"]
    heads = {cell.value: cell.column for cell in page[3]}
    page.cell(FIRST, heads["Owner"]).value = "Ann"
    page.cell(FIRST, heads["Update"]).value = "Draft is with the union"
    page.cell(FIRST, heads["Action"]).value = "Other <b>words</b>"
    page.cell(page.max_row + 1, heads["Action"]).value = "A new idea"
    found = tmp_path / "back.xlsx"
    book.save(found)
    return found


def ask(window, monkeypatch, sheet):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sheet), ""))
    window.documents.bring_changes()
    return window.findChild(ReturnedContent)


def test_nothing_is_taken_before_somebody_presses_and_one_undo_takes_all_back(
    window, monkeypatch, sheet
):
    session = window.open_document.session
    before = session.assessment
    words = ask(window, monkeypatch, sheet)
    assert session.assessment is before
    assert words.button.text() == "Take 3 changes"
    words.button.click()
    taken = session.assessment
    first = taken.actions["WEL-2/first"]
    assert first.owner == "Ann"
    assert "Draft is with the union" in first.notes
    assert "A new idea" in {each.title for each in taken.actions.values()}
    session.undo_stack.undo()
    assert session.assessment.actions == before.actions


def test_what_is_not_chosen_is_not_taken(window, monkeypatch, sheet):
    session = window.open_document.session
    words = ask(window, monkeypatch, sheet)
    owner = next(box for box in words.boxes.values() if "“Owner”" in box.accessibleName())
    owner.click()
    assert words.button.text() == "Take 2 changes"
    words.button.click()
    first = session.assessment.actions["WEL-2/first"]
    assert first.owner != "Ann"
    assert "Draft is with the union" in first.notes


def test_each_box_says_what_it_is_of_and_where(window, monkeypatch, sheet):
    words = ask(window, monkeypatch, sheet)
    names = [box.accessibleName() for box in words.boxes.values()]
    assert all("Actions, " in name for name in names)
    assert names[0].startswith("Write one page")


def test_what_is_left_is_named_and_no_text_of_the_file_is_markup(window, monkeypatch, sheet):
    words = ask(window, monkeypatch, sheet)
    said = "\n".join(line.text for line in page_text(words))
    assert "Not taken, and why" in said
    assert "Other <b>words</b>" in said
    assert "changes in this column are not taken" in said


def test_a_file_that_is_no_sheet_is_told_in_a_sentence(window, monkeypatch, path):
    session = window.open_document.session
    before = session.assessment
    assert ask(window, monkeypatch, path) is None
    assert session.assessment is before


def test_none_can_be_chosen_at_once(window, monkeypatch, sheet):
    words = ask(window, monkeypatch, sheet)
    words._set_all(on=False)
    assert words.button.text() == "Take no change"
    assert not words.button.isEnabled()


def test_undo_takes_back_the_sentence_on_the_changes_too(window, monkeypatch, sheet):
    """It said that they were in the plan, and that Undo takes them back, when Undo had."""
    ask(window, monkeypatch, sheet).button.click()
    notice = window.open_document.workbook._notice
    assert notice.isVisible()
    assert notice.accessibleName().startswith("3 changes from the spreadsheet are in the plan")
    window.open_document.session.undo_stack.undo()
    assert not notice.isVisible()


def test_a_cell_of_two_lines_brings_no_line_end_into_a_field_of_one(window, monkeypatch, sheet):
    book = openpyxl.load_workbook(sheet)
    page = book["Actions"]
    heads = {cell.value: cell.column for cell in page[3]}
    page.cell(FIRST, heads["Owner"]).value = "Mòrag NicLeòid\nHR"
    page.cell(FIRST, heads["Update"]).value = "Begun.\nTwo teams so far."
    page.cell(page.max_row, heads["Action"]).value = "A new idea,\nand its end"
    book.save(sheet)
    ask(window, monkeypatch, sheet).button.click()
    actions = window.open_document.session.assessment.actions
    assert actions["WEL-2/first"].owner == "Mòrag NicLeòid, HR"
    assert "Begun.\nTwo teams so far." in actions["WEL-2/first"].notes
    assert "A new idea, and its end" in {each.title for each in actions.values()}
