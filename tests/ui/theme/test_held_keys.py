"""What X11 tells of a key that is held as a release and a press at once is no second press."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from nttp_readiness.ui.theme.held_keys import HeldKeys

NONE = Qt.KeyboardModifier.NoModifier
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


class Heard(QPushButton):
    def __init__(self):
        super().__init__("One")
        self.heard = []

    def keyPressEvent(self, event):
        self.heard.append(event.isAutoRepeat())
        super().keyPressEvent(event)


@pytest.fixture
def heard(qtbot, qapp):
    watching = HeldKeys(qapp)
    part = Heard()
    qtbot.addWidget(part)
    with qtbot.waitExposed(part):
        part.show()
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)
    watching._watch(part.windowHandle())
    part.setFocus()
    yield part
    watching.setParent(None)
    watching.deleteLater()


def tell(part, kind, at, key=Qt.Key.Key_Return, *, repeat=False):
    event = QKeyEvent(kind, key, NONE, "", repeat)
    event.setTimestamp(at)
    QApplication.sendEvent(part.windowHandle(), event)


def test_a_release_and_a_press_of_the_same_moment_are_no_second_press(heard):
    tell(heard, PRESS, 1000)
    for at in (1150, 1175, 1200):
        tell(heard, RELEASE, at)
        tell(heard, PRESS, at)
    tell(heard, RELEASE, 1300)
    assert heard.heard == [False]


def test_repeats_that_are_told_as_such_come_through(heard):
    tell(heard, PRESS, 1000)
    tell(heard, RELEASE, 1150, repeat=True)
    tell(heard, PRESS, 1150, repeat=True)
    assert heard.heard == [False, True]


def test_a_quick_hand_is_heard_and_so_is_another_key_at_once(heard):
    tell(heard, PRESS, 1000)
    tell(heard, RELEASE, 1040)
    tell(heard, PRESS, 1041)
    tell(heard, RELEASE, 1060)
    tell(heard, PRESS, 1060, Qt.Key.Key_A)
    assert heard.heard == [False] * 3


def test_without_a_time_nothing_is_known_and_all_is_heard(heard):
    for _ in range(2):
        tell(heard, PRESS, 0)
        tell(heard, RELEASE, 0)
    assert heard.heard == [False] * 2
