"""A double click does what a click does, and the main button does not move under the pointer."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from nttp_readiness.address import Address, Page
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.fields.answer_card import LevelCard
from nttp_readiness.ui.widgets.fields.wrapping_edit import WrappingEdit
from nttp_readiness.ui.widgets.fold import Fold


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.windowHandle().installEventFilter(Arrivals(made))
    made.activateWindow()
    made.open_sample()
    QApplication.processEvents()
    yield made
    made.close_after_crash()


class Arrivals(QObject):
    """Hears what a window lets through; who listens from the beginning is asked last."""

    def __init__(self, parent):
        super().__init__(parent)
        self.passed = 0

    def eventFilter(self, _watched, event):
        if event.type() != QEvent.Type.MouseButtonDblClick:
            return False
        self.passed += 1
        return True


def second_click(target, where):
    """As the system tells a window of the second click of a double click."""
    left, window = Qt.MouseButton.LeftButton, target.window()
    arrivals = window.findChild(Arrivals)
    before = arrivals.passed
    for kind, held in (
        (QEvent.Type.MouseButtonDblClick, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        at, inside = QPointF(target.mapToGlobal(where)), QPointF(target.mapTo(window, where))
        plain = Qt.KeyboardModifier.NoModifier
        if kind == QEvent.Type.MouseButtonDblClick:
            event = QMouseEvent(kind, inside, at, left, held, plain)
            QCoreApplication.sendEvent(window.windowHandle(), event)
        if arrivals.passed > before:
            event = QMouseEvent(kind, QPointF(where), at, left, held, plain)
            QCoreApplication.sendEvent(target, event)


def double_click(window, at):
    """Twice on one place of the window, on whatever stands there by then."""
    target = window.childAt(at)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, at))
    QApplication.processEvents()
    target = window.childAt(at)
    second_click(target, target.mapFrom(window, at))
    QApplication.processEvents()


def middle_of(window, widget):
    return widget.mapTo(window, widget.rect().center())


def book(window):
    return window.open_document.workbook


def test_a_double_click_on_start_reflecting_leads_to_the_question(window):
    window.go_to(Address(Page.PREPARE))
    double_click(window, middle_of(window, book(window).main_button))
    assert book(window).shown is Page.REFLECT


def test_a_double_click_on_next_question_goes_on_by_one(window):
    window.go_to(Address(Page.REFLECT, "LEA-1"))
    keys = list(window.open_document.session.assessment.bank.by_id)
    double_click(window, middle_of(window, book(window).main_button))
    assert book(window).page.address().part == keys[keys.index("LEA-1") + 1]


def test_no_answer_is_given_by_the_second_click_on_what_stands_there_now(window):
    window.go_to(Address(Page.REFLECT, "LEA-2"))
    before = window.open_document.session.assessment.answers
    (card, *_) = (c for c in book(window).page.findChildren(LevelCard) if not c.isChecked())
    second_click(card, card.rect().center())
    assert window.open_document.session.assessment.answers == before
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    second_click(card, card.rect().center())  # the control: later on it is a click like any other
    assert window.open_document.session.assessment.answers != before


def test_a_double_click_on_a_fold_opens_it(window):
    window.go_to(Address(Page.REFLECT, "LEA-1"))
    fold = next(f for f in book(window).page.findChildren(Fold) if f.isEnabled())
    was = fold.isChecked()
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    second_click(fold, fold.rect().center())
    assert fold.isChecked() is not was


def test_a_double_click_adds_one_action(window):
    window.go_to(Address(Page.PLAN))
    session = window.open_document.session
    count = len(session.assessment.actions)
    add = book(window).page.table.add_button
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    second_click(add, add.rect().center())
    assert len(session.assessment.actions) == count + 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_that_is_held_goes_on_by_one(window, key):
    window.go_to(Address(Page.REFLECT, "LEA-1"))
    keys = list(window.open_document.session.assessment.bank.by_id)
    book(window).main_button.setFocus()
    for repeated in (False, True, True, True):
        target = QApplication.focusWidget() or window
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", repeated)
        QCoreApplication.sendEvent(target, event)
        QApplication.processEvents()
    assert book(window).page.address().part == keys[keys.index("LEA-1") + 1]


def test_the_main_button_begins_at_one_place_on_every_page_of_the_way(window):
    places = set()
    for address in ("prepare", "reflect/LEA-1", "reflect/LEA-2"):
        window.go_to(Address.parse(address))
        QApplication.processEvents()
        button = book(window).main_button
        places.add(button.mapTo(window, QPoint(0, 0)).x() - book(window).back_button.x())
    assert len(places) == 1
    window.go_to(Address(Page.PREPARE))
    assert book(window).back_button.isVisible()
    assert not book(window).back_button.isEnabled()


def test_a_click_on_the_place_where_one_is_leads_to_its_beginning(window):
    action = next(iter(window.open_document.session.assessment.actions))
    window.go_to(Address(Page.PLAN, action))
    assert book(window).page.address().part == action
    places = book(window)._side.places
    assert isinstance(places, QListView)
    at = places.visualRect(places.currentIndex()).center()
    QTest.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert book(window).page.address() == Address(Page.PLAN)


# ---- editors in place


def test_the_editor_of_a_title_shows_all_that_it_edits(window, qtbot):
    window.go_to(Address(Page.PLAN))
    session = window.open_document.session
    key = next(iter(session.assessment.actions))
    tree = book(window).page.table.tree
    tree.setCurrentIndex(tree.rows.find(key))
    tree.edit_title()
    QApplication.processEvents()
    editor = QApplication.focusWidget()
    assert isinstance(editor, WrappingEdit)
    editor.show_text("Long words about what will be done by whom and until when " * 4)
    QApplication.processEvents()
    assert editor.height() >= editor.sizeHint().height()
    assert editor.autoFillBackground()
    editor.show_text("Hold back people’s stories")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "Hold back people’s stories" in {
        each.title for each in session.assessment.actions.values()
    }
