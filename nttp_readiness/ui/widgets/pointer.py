"""What lies under a mouse that rests while the page moves below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def look_again(widget: QWidget) -> None:
    """Let the window of `widget` find out what is under the mouse now, as a move of it does.

    Qt does so only when the mouse itself moves: what was scrolled away by a key stays tinted, and
    what came there does not light up.
    """
    window = widget.window().windowHandle()
    busy = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    if window is None or busy or QApplication.activePopupWidget() or QWidget.mouseGrabber():
        return
    spot = QCursor.pos()
    if QApplication.widgetAt(spot) is None or not widget.rect().contains(
        widget.mapFromGlobal(spot)
    ):
        return
    none, keys = Qt.MouseButton.NoButton, QApplication.keyboardModifiers()
    inside = QPointF(window.mapFromGlobal(spot))
    event = QMouseEvent(QEvent.Type.MouseMove, inside, QPointF(spot), none, none, keys)
    QApplication.sendEvent(window, event)
