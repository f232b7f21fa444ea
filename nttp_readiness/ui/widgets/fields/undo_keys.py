"""Ctrl+Z in a text field: its own undo, or that of the document.

Words that go into the document as they are typed are undone there, word by word. A field that has
nothing of its own to undo must not swallow the key either, as the menu says what it would do.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

OF_DOCUMENT = "of_document"
"""The property of a field whose words go into the document as they are typed."""


def leaves_undo(field: QWidget, event: QEvent, *, own: tuple[bool, bool]) -> bool:
    """Whether this event is a key for undo or redo that the field leaves to the document; it is
    ignored then. `own` says whether the field has something to undo, and to redo, by itself.
    """
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in kinds or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    for key, has in zip((keys.Undo, keys.Redo), own, strict=True):
        if event.matches(key) and (field.property(OF_DOCUMENT) or not has):
            event.ignore()
            return True
    return False


def changed_until(before: str, after: str) -> int:
    """Where a text that replaces another is the same again: the cursor belongs there."""
    shorter = min(len(before), len(after))
    same = next((n for n in range(shorter) if before[-1 - n] != after[-1 - n]), shorter)
    return len(after) - same
