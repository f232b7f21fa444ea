"""The whole main job by keyboard alone: from the start page to an action plan on the disk."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.address import Address
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.ui.shell.main_window import MainWindow
from tests.ui import focus

TITLE = "Taigh Dòmhnaill & Co <b>"
LEVELS = {"WEL-2": "0", "FEE-1": "N", "LEA-1": "4"}


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(1280, 768)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def press(*keys):
    """Type text, or press keys, where the focus is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus went nowhere"
        if isinstance(key, str):
            for letter in key:  # QTest itself knows ASCII only
                typed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(focus, typed)
        else:
            QTest.keyClick(focus, key)
        QApplication.processEvents()


def focused():
    found = focus.focused()
    return found.accessibleName() or found.text()


def tab_to(name, most=40):
    """Go on by Tab until the control of that name has the focus."""
    for _ in range(most):
        if focused() == name:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reached “{name}”")


def test_from_the_start_page_to_a_printed_plan(window, qtbot, tmp_path):
    assert focused() == "Start an assessment"
    press(Qt.Key.Key_Return)

    assert focused() == "Name of this assessment"
    press(TITLE)
    tab_to("Your own support contact")
    press("Employee support, 01632 960 000")
    tab_to("Full")
    while window.open_document.session.assessment.profile.route != "foundations":
        press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)

    open_document = window.open_document
    asked = [each.id for each in open_document.session.assessment.asked]
    assert len(asked) == 12
    for _ in range(3 * len(asked)):
        if str(open_document.workbook.page.address()) == "check":
            break
        here = str(open_document.workbook.page.address()).removeprefix("reflect/")
        if here in asked:
            press(LEVELS.get(here, "3"))
        press(Qt.Key.Key_Return)
    assert str(open_document.workbook.page.address()) == "check"
    answers = open_document.session.assessment.answers
    assert [answers[key].choice for key in ("WEL-2", "FEE-1", "LEA-1", "ACC-1")] == [
        0, "not_sure", 4, 3,
    ]  # fmt: skip

    tab_to("See where we stand")
    press(Qt.Key.Key_Return)
    assert open_document.session.view.understanding.stage_id == "build_foundations"
    tab_to("Go to the plan", 200)
    press(Qt.Key.Key_Return)
    assert open_document.session.view.plan.now[0].action.id == "WEL-2/first"
    tab_to("Share the plan", 200)
    press(Qt.Key.Key_Return)

    out = tmp_path / "plan.pdf"
    open_document.share._ask_person = replace(
        open_document.share._ask_person, file=lambda _parent, _suggested: out
    )
    tab_to("Save the PDF", 60)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(out.exists)

    pages = [" ".join(page.extract_text().split()) for page in PdfReader(out).pages]
    whole = " ".join(pages)
    assert TITLE in pages[0]
    assert "Build foundations first" in whole
    assert "Support after difficult events" in whole
    assert "Employee support, 01632 960 000" in pages[0]


def test_pausing_saves_and_the_next_start_continues_at_the_question(window, look, qtbot, tmp_path):
    press(Qt.Key.Key_Return)
    press("Ours", Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    press("2", Qt.Key.Key_Return, "1")
    here = str(window.open_document.workbook.page.address())
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.isVisible())

    from nttp_readiness.storage.account import settings

    kept = settings.load()
    assert (kept.recent[0].title, kept.recent[0].answered) == ("Ours", 2)
    assert load_document(kept.recent[0].path).assessment.place == here
    again = MainWindow(look, kept)
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    qtbot.waitUntil(again.isActiveWindow)
    qtbot.waitUntil(lambda: focus.focused() is not None)  # Windows gives it a moment later
    assert focused() == "Continue where you paused"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.open_document is not None)
    assert str(again.open_document.workbook.page.address()) == here


def test_undo_and_redo_name_what_they_take_back(window):
    press(Qt.Key.Key_Return)
    press("Ours", Qt.Key.Key_Return, Qt.Key.Key_Return)
    session, control = window.open_document.session, Qt.KeyboardModifier.ControlModifier
    key = session.assessment.place.removeprefix("reflect/")
    press("2", "3")
    QTest.keyClick(window, Qt.Key.Key_Z, control)
    assert session.assessment.answer(key).choice == 2
    QTest.keyClick(window, Qt.Key.Key_Z, control)
    assert session.assessment.answer(key).choice is None
    QTest.keyClick(window, Qt.Key.Key_Y, control)
    assert session.assessment.answer(key).choice == 2
    assert key in session.undo_stack.undoText()


def test_what_is_typed_is_undone_word_by_word(window):
    press(Qt.Key.Key_Return)
    press("A name of many letters")
    session = window.open_document.session
    assert session.undo_stack.count() == 5
    session.undo_stack.undo()
    assert session.assessment.profile.title == "A name of many "
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.assessment.profile.title == "Our assessment"


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow():
            self.shown.append(type(thing).__name__)
        return False


def test_no_part_flashes_up_as_a_window_of_its_own(window, qapp):
    noted = Windows()
    qapp.installEventFilter(noted)
    window.open_sample()
    for place in ("prepare", "reflect", "check", "understand", "plan", "share", "support"):
        window.open_document.workbook.show_address(Address.parse(place))
        QApplication.processEvents()
    assert noted.shown == []
    QWidget().show()  # the control: such a window is noticed
    qapp.removeEventFilter(noted)
    assert noted.shown == ["QWidget"]


def test_showing_each_page_changes_nothing(window):
    window.open_sample()
    open_document = window.open_document
    before = open_document.session.assessment
    for place in ("prepare", "reflect", "check", "understand", "plan", "share", "support"):
        open_document.workbook.show_address(Address.parse(place))
        QApplication.processEvents()
    after = open_document.session.assessment
    assert after == before.model_copy(update={"place": after.place})
    assert open_document.session.undo_stack.count() == 0


def test_a_damaged_file_gives_a_sentence_and_the_start_page_stays(window, tmp_path):
    path = tmp_path / "half.readiness"
    path.write_bytes(b'{"format": "nttp-readiness"')
    window.open_file(path)
    assert window.open_document is None
    assert window.start.isVisible()
