"""Not relevant to us asks its reason where it is chosen; Check your answers lists missing ones."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.readiness import checking
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_sample()
    yield made
    made.close_after_crash()


def key_of(window):
    return next(
        each.id for each in window.open_document.session.assessment.asked if not each.foundation
    )


def test_its_reason_is_asked_right_below_and_kept(window):
    key = key_of(window)
    session = window.open_document.session
    session.attempt("x", edits.answer, key, 2)
    window.go_to(Address(Page.REFLECT, key))
    page = window.open_document.workbook.page
    assert not page._question.notes.reason.isVisible()
    chip = QApplication.focusWidget()
    assert page.press("r")
    QApplication.processEvents()
    reason = page._question.notes.reason
    assert session.assessment.answer(key).choice == "not_relevant"
    assert reason.isVisible()
    assert not isinstance(QApplication.focusWidget(), QLineEdit)  # the focus stays on the answers
    assert chip is not None
    group = page._question.group
    below = reason.mapTo(page, reason.rect().topLeft()).y()
    assert below >= group.mapTo(page, group.rect().bottomLeft()).y()
    assert below < page._question._fold.mapTo(page, page._question._fold.rect().topLeft()).y()
    QTest.keyClicks(reason.control, "We have no staff there")
    assert session.assessment.answer(key).reason == "We have no staff there"


def test_missing_reasons_are_counted_and_named_in_their_rows(window):
    key = key_of(window)
    session = window.open_document.session
    session.attempt("x", edits.answer, key, "not_relevant")
    title = session.assessment.bank.by_id[key].title
    said = " ".join(each.text for each in checking.still_open(session.assessment).words)
    assert "1 not relevant, with no reason yet:" in said
    assert title in said
    (row,) = (
        row
        for group in checking.groups(session.assessment, "all")
        for row in group.rows
        if row.id == key
    )
    assert row.note == "Reason missing"
    session.attempt("x", edits.write_beside, key, reason="No staff there")
    said = " ".join(each.text for each in checking.still_open(session.assessment).words)
    assert "without a reason" not in said
