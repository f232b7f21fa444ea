"""Which controls the style is asked for hints by: few, as each question goes through Python.

Qt asks a style for some hint hundreds of times while it shows a page, and all but a handful of
answers are Fusion's own. So the style of the program has none, and the controls that ask for the
handful have a style that does.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu, QStyle, QWidget


def heed(widget: QWidget) -> None:
    """Let that control ask for the hints of this program. Other styles have no such thing."""
    hinted = getattr(QApplication.style(), "hinted", None)
    if isinstance(hinted, QStyle):
        widget.setStyle(hinted)


def menu(parent: QWidget) -> QMenu:
    """A menu that scrolls in large letters: its second column would lie beside the screen."""
    made = QMenu(parent)
    heed(made)
    return made
