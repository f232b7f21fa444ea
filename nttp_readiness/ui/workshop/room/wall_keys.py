"""What a key that was pressed means on the wall, by the names that its strip uses."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nttp_readiness.ui.theme import single_keys

UNDO: Final = "undo"
HELP: Final = "help"
_NAMES: Final = {
    Qt.Key.Key_Escape: "esc",
    Qt.Key.Key_Delete: "del",
    Qt.Key.Key_Backspace: "del",
    Qt.Key.Key_Left: "<",
    Qt.Key.Key_Right: ">",
    Qt.Key.Key_PageUp: "page up",
    Qt.Key.Key_PageDown: "page down",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_F1: HELP,
}
_WHILE_HELD: Final = {"up", "down"}


def key_of(event: QKeyEvent) -> str:
    """The name of the key; empty where it means nothing here, or is only still held."""
    ways = Qt.KeyboardModifier
    held = event.modifiers() & ~(ways.ShiftModifier | ways.KeypadModifier)
    name = _NAMES.get(Qt.Key(event.key()), single_keys.of(event))
    if held == ways.ControlModifier and event.key() == Qt.Key.Key_Z:
        name, held = UNDO, ways.NoModifier
    if held or (single_keys.is_held(event) and name not in _WHILE_HELD):
        return ""
    return name
