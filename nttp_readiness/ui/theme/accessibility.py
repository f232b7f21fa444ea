"""What assistive technology hears beyond what Qt says by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

MakeFace = Callable[[Any], QAccessibleInterface]
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
    """From now on widgets of that class are exposed by what `make` gives for them."""
    _faces[kind] = make


def install() -> None:
    """Once for the application, before its first window."""
    QAccessible.installFactory(_make_face)


def say_focus(widget: QWidget) -> None:
    """Say that a part has the focus, where another widget holds the keys for it."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))


def announce(widget: QWidget, sentence: str) -> None:
    """Say a change that matters without taking the focus, when the reader has finished speaking."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _make_face(_name: str, thing: QObject) -> QAccessibleInterface | None:
    # The binding keeps a reference of its own to the face, as long as Qt may use it.
    for kind in type(thing).__mro__:
        if kind in _faces:
            return _faces[kind](thing)
    return None
