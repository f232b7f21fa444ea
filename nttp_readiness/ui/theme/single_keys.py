"""One switch for every page and window: whether a letter or number alone does anything.

Keys are pressed by accident, by a tremor, and by dictation that hears words. Whoever switched them
off must not have an answer changed by one (WCAG 2.1.4). Keys with Ctrl or Alt, arrows, Enter and
Esc are none of these.

A key that is held acts once. What the keyboard repeats by itself, under a tremor or a folder, is
nobody's second decision.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_switch = {"on": True}


def use(*, on: bool) -> None:
    """Whether they act, from now on and everywhere."""
    _switch["on"] = on


def on() -> bool:
    return _switch["on"]


def of(event: QKeyEvent) -> str:
    """The letter, number or space that was pressed by itself; empty where there is none, where it
    is still held from before, or where single keys are off.
    """
    if event.isAutoRepeat():
        return ""
    way = Qt.KeyboardModifier
    held = event.modifiers() & ~(way.ShiftModifier | way.KeypadModifier)
    text = event.text()
    return text.upper() if on() and not held and text.isprintable() else ""


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter, on either part of the keyboard; ask `is_held` before it acts."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_held(event: QKeyEvent) -> bool:
    """Whether the keyboard repeats a key that nobody let go of."""
    return event.isAutoRepeat()
