"""The first start says what this is in four sentences, and an example is walked through by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.address import Page
from nttp_readiness.reports.columns import plain
from nttp_readiness.storage.bank_folders import read_bank
from nttp_readiness.storage.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.samples_content import SamplesContent
from nttp_readiness.ui.shell.start_page import four_sentences
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.offer_row import OfferRow
from nttp_readiness.ui.widgets.prose import Prose

Key = Qt.Key
IN_WORDS = {10: "ten", 15: "fifteen", 40: "forty", 60: "sixty", 12: "twelve"}


@pytest.fixture
def window(look, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.resize(911, 472)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(qtbot, key=Key.Key_Return):
    qtbot.keyClick(QApplication.focusWidget(), key)
    for _ in range(3):
        QApplication.processEvents()


def texts(widget):
    return [each.plain() for each in widget.findChildren(Prose) if each.isVisible()]


def test_four_sentences_say_what_it_is_how_long_what_one_gets_and_what_it_is_not(window):
    said = [plain(each) for each in four_sentences()]
    assert [each.split(":")[0] for each in said] == [
        "What it is", "How long", "What you get", "What it is not"
    ]  # fmt: skip
    shown = texts(window.start)
    assert all(each in shown for each in said)


def test_how_long_it_takes_is_what_the_questions_say():
    bank = read_bank(resources.question_banks() / "nttp-roadmap")
    said = plain(four_sentences()[1])
    (least, most), (longer, longest) = bank.route("foundations").minutes, bank.route("full").minutes
    assert f"{IN_WORDS[least]} to {IN_WORDS[most]} minutes" in said
    assert f"{IN_WORDS[longer]} to {IN_WORDS[longest]} for all" in said
    assert f"the {IN_WORDS[len(bank.asked('foundations'))]} foundations" in said


def test_an_example_is_walked_through_from_the_first_start_by_keys(window, qtbot):
    row = next(e for e in window.start.findChildren(OfferRow)
               if e.accessibleName() == "Walk through an example")  # fmt: skip
    row.setFocus()
    press(qtbot)
    content = window.findChild(SamplesContent)
    name = "Walk through it: A housing service of a council"
    walk = next(e for e in content.findChildren(Button) if e.accessibleName() == name)
    walk.setFocus()
    press(qtbot)
    book = window.open_document.workbook
    bar = book.example
    assert bar.isVisible()
    seen: list[Page | None] = []
    for _ in range(20):
        seen.append(book.shown)
        if QApplication.focusWidget() is not bar.after:
            break
        press(qtbot)
    assert (seen[0], seen[-1]) == (Page.PREPARE, Page.SHARE)
    assert {Page.REFLECT, Page.UNDERSTAND, Page.PLAN} <= set(seen)
    assert QApplication.focusWidget() is bar.begin
    bar.before.setFocus()
    press(qtbot)
    assert book.shown is Page.PLAN


def test_it_can_be_left_at_any_step_and_leads_to_ones_own(window, qtbot):
    window.documents.walk_through("small-charity.readiness")
    sample = window.open_document
    bar = sample.workbook.example
    bar.leave.setFocus()
    press(qtbot)
    assert not bar.isVisible()
    assert sample.workbook.isVisible()
    window.documents.walk_through("small-charity.readiness")
    window.open_document.workbook.example.own.emit()
    assert window.open_document.session.assessment.profile.title == "Our assessment"
    assert not window.open_document.workbook.example.isVisible()


def test_without_being_asked_for_no_walk_begins(window):
    window.open_sample()
    assert not window.open_document.workbook.example.isVisible()
