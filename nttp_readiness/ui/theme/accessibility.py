"""What assistive technology hears beyond what Qt says by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QStackedWidget, QWidget

_REMEMBERED_MS = 10_000
"""How long a reader may take to ask for what it was told of."""
MakeFace = Callable[[Any], QAccessibleInterface | None]
_faces: dict[type[QWidget], MakeFace] = {}


class RoleFace(QAccessibleWidget):
    """A widget under another role than Qt would give it; a button can still be pressed."""

    def actionNames(self) -> list[str]:
        names = super().actionNames()
        if isinstance(self.widget(), QAbstractButton):
            names.insert(0, QAccessibleActionInterface.pressAction())
        return names

    def doAction(self, name: str, /) -> None:
        button = self.widget()
        if name == QAccessibleActionInterface.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


class ToggleFace(RoleFace):
    """A tick box that is clicked when assistive technology toggles it, as the mouse would."""

    def __init__(self, box: QAbstractButton) -> None:
        super().__init__(box, QAccessible.Role.CheckBox)

    def state(self) -> QAccessible.State:
        state, box = super().state(), self.widget()
        state.checkable = True
        state.checked = isinstance(box, QAbstractButton) and box.isChecked()
        return state

    def actionNames(self) -> list[str]:
        toggle = QAccessibleActionInterface.toggleAction()
        return [toggle, *(each for each in super().actionNames() if each != toggle)]

    def doAction(self, name: str, /) -> None:
        toggle = name == QAccessibleActionInterface.toggleAction()
        super().doAction(QAccessibleActionInterface.pressAction() if toggle else name)


def register(kind: type[QWidget], make: MakeFace) -> None:
    """From now on widgets of that class are exposed by what `make` gives for them, and by Qt's own
    where that is None.
    """
    _faces[kind] = make


def install() -> None:
    """Once for the application, before its first window."""
    QAccessible.installFactory(_make_face)


@contextmanager
def untold() -> Iterator[None]:
    """Nothing that happens within is told to assistive technology.

    For what is built before anything of it is seen: hundreds of names that change make a reader
    drop the one event that matters, where the focus goes next.
    """
    heard = QAccessible.isActive()
    QAccessible.setActive(False)
    try:
        yield
    finally:
        QAccessible.setActive(heard)


def say_focus(widget: QWidget, child: int = -1) -> None:
    """Say that a part has the focus, where another widget holds the keys for it; or that child."""
    event = QAccessibleEvent(widget, QAccessible.Event.Focus)
    event.setChild(child)
    QAccessible.updateAccessibility(event)


def announce(widget: QWidget, sentence: str) -> None:
    """Say a change that matters without taking the focus, when the reader has finished speaking."""
    if not sentence.strip():
        return
    if sys.platform == "linux":
        _Notification.of(widget.window()).say(sentence)
    else:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class _Notification(QWidget):
    """One in each window: what is shown as a notification is read aloud.

    Orca hears Qt's own announcements from version 45 only, and a notification in every version.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(1, 1)
        self._forget = QTimer(self, singleShot=True)
        self._forget.timeout.connect(self._forget_it)
        self.hide()

    @staticmethod
    def of(window: QWidget) -> _Notification:
        known = window.findChild(_Notification, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return known or _Notification(window)

    def say(self, sentence: str) -> None:
        self.setAccessibleName(sentence)
        if self.isHidden():
            self.show()
        else:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ObjectShow))
        self._forget.start(_REMEMBERED_MS)

    def _forget_it(self) -> None:
        """Or it would be said again, whenever its window is shown."""
        self.hide()
        self.setAccessibleName("")


def _make_face(_name: str, thing: QObject) -> QAccessibleInterface | None:
    # The binding keeps a reference of its own to the face, as long as Qt may use it.
    for kind in type(thing).__mro__:
        if kind in _faces:
            return _faces[kind](thing)
    return None


register(_Notification, lambda said: RoleFace(said, QAccessible.Role.Notification))
# One page of several is seen at a time: nothing that a reader needs to be told of.
register(QStackedWidget, lambda stack: RoleFace(stack, QAccessible.Role.Client))
