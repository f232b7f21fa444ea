"""Where the window was last time, and never out of sight."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray, QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_USUAL = QSize(1280, 768)
_FRAME = QMargins(8, 32, 8, 8)
"""Room for title bar and edges, as wide as systems commonly draw them."""


def words(window: QWidget) -> str:
    """Size and place as a setting."""
    return base64.b64encode(bytes(window.saveGeometry().data())).decode("ascii")


def restore(window: QWidget, stored: str) -> None:
    """Size and place of last time, the whole of it with its frame on a screen that exists.

    On a first start the system places the window, which is as large as a screen has room for.
    """
    try:
        found = QByteArray(base64.b64decode(stored, validate=False))
    except (binascii.Error, ValueError):  # a setting that somebody changed by hand
        found = QByteArray()
    if found.isEmpty() or not window.restoreGeometry(found):
        room = QGuiApplication.primaryScreen().availableGeometry().marginsRemoved(_FRAME)
        window.resize(_USUAL.boundedTo(room.size()))
        return
    if window.isMaximized() or window.isFullScreen():
        return  # the system knows how large its screen is
    inside = window.geometry()
    screen = QGuiApplication.screenAt(inside.center()) or QGuiApplication.primaryScreen()
    # Before it is shown nobody knows its frame, and a place is that of what is within.
    window.setGeometry(within(inside, screen.availableGeometry().marginsRemoved(_FRAME)))


def within(frame: QRect, room: QRect) -> QRect:
    """The frame as it is where it fits, else smaller and moved as little as it needs."""
    size = frame.size().boundedTo(room.size())
    left = max(room.left(), min(frame.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)
