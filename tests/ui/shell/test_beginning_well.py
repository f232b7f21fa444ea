"""The first start says what this is in four sentences, and an example is walked through by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.address import Page
from nttp_readiness.reports.columns import plain
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.samples_content import SamplesContent
from nttp_readiness.ui.shell.start_page import four_sentences
from nttp_readiness.ui.widgets.arrival import heading_of
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose
from tests.ui import focus

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
    window.resize(911, 472)
    assert focus.focused().text() == "Start an assessment"
    press(qtbot, Key.Key_Tab)
    row = focus.focused()
    assert row.text() == "Walk through an example"
    assert row.mapTo(window, QPoint(0, row.height())).y() <= window.height()
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


def in_view(widget, of):
    """Whether the whole height of it can be seen in that other one."""
    top = widget.mapTo(of, QPoint()).y()
    return top >= 0 and top + widget.height() <= of.height()


def test_each_step_shows_its_words_and_what_they_speak_of_with_one_way_on(window, qtbot):
    window.documents.walk_through("council-service.readiness")
    book = window.open_document.workbook
    answers = 0
    homeless = book.example.findChildren(Button)
    assert not any(each.isVisible() for each in homeless)
    while True:
        qtbot.wait(30)
        assert not book._low_view.scrolls
        assert book._low_view.verticalScrollBar().maximum() == 0
        assert in_view(book.example, book)
        assert all(in_view(each, book) for each in book.example.buttons)
        assert not book.main_button.isVisible()
        assert not book.back_button.isVisible()
        if book.shown is Page.REFLECT:
            answers += 1
            area = book.page.page.viewport()
            assert in_view(book.page._question.group.chosen_button(), area)
        elif book.page.address().part and book.shown is Page.PLAN:
            assert in_view(book.page.action.form.fields["owner"], book.page.action.page)
        elif book.shown is Page.PLAN:
            assert book.page.table.tree.mapTo(book.page, QPoint()).y() < 60
        elif not book.page.address().part:
            assert in_view(heading_of(book.page), book.page)
        if book.example.chief is book.example.begin:
            break
        press(qtbot)
    assert answers == 2
    book.example.leave.setFocus()
    press(qtbot)
    assert book.main_button.isVisible()
    assert book.back_button.isVisible()
    assert not any(each.isVisible() for each in book.example.buttons)


def test_enter_leads_on_through_the_walk_from_anywhere(window, qtbot):
    window.documents.walk_through("council-service.readiness")
    book = window.open_document.workbook
    book.example.leave.clearFocus()
    book.setFocus()
    qtbot.keyClick(book, Key.Key_Return)
    assert book.shown is Page.REFLECT
