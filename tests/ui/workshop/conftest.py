"""A workshop that has begun, with what the tests of its windows do over and over."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing import edits, workshop_edits
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.collector import Collector
from tests.ui.focus import focused

DAY = dt.date(2027, 2, 18)
CAMPS = (1, 4, 0, 5, 1)


@pytest.fixture
def begun(council):
    """Twelve people of one team who agreed to see counts, asked the foundations."""
    short = edits.set_profile(council, route="foundations")
    return workshop_edits.start_round(short, [Group(name="Team", size=12)], today=DAY, consent=True)


@pytest.fixture
def session(begun):
    return Session(begun)


@pytest.fixture
def collector(session):
    return Collector(session)


class Hands:
    """Presses keys where the focus is, and finds things by what they are called."""

    Key = Qt.Key

    def press(self, *keys, held=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None, "the focus went nowhere"
            if isinstance(key, str):
                for letter in key:  # QTest itself knows ASCII only
                    code = Qt.Key.Key_Space if letter == " " else 0
                    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
                        QApplication.sendEvent(focus, event)
            else:
                QTest.keyClick(focus, key, held)
            QApplication.processEvents()

    def focused(self):
        found = focused()
        return found.accessibleName() or found.text()

    def tab_to(self, name, most=80):
        for _ in range(most):
            if self.focused() == name:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reached “{name}”")

    def finish(self, button="Done"):
        """Hand in or save at the end, where Enter alone does neither."""
        self.press(Qt.Key.Key_Return)
        self.tab_to(button)
        self.press(Qt.Key.Key_Return)

    def said(self, window):
        """Every word that a window shows now."""
        parts = (window, *window.findChildren(QWidget))
        found = []
        for part in parts:
            if part.isVisible() and part.width() > 1:  # a notification is heard only
                plain = getattr(part, "plain", None)
                text = getattr(part, "text", None)
                words = plain() if plain else text() if callable(text) else ""
                found += [words, part.accessibleName(), part.accessibleDescription()]
        return "\n".join(str(each) for each in found if each)


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def show(qtbot):
    """Show a window at the size of the smallest projector, and make it the active one."""

    def shown(window, size=(1280, 720)):
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if window.focusWidget() is None:
            window.setFocus()
        QApplication.processEvents()
        return window

    return shown
