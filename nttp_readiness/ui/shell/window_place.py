"""Where the window was last time, and never out of sight."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray, QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def words(window: QWidget) -> str:
    """Size and place as a setting."""
    return base64.b64encode(bytes(window.saveGeometry().data())).decode("ascii")


def restore(window: QWidget, stored: str) -> None:
    """Size and place of last time, the whole of it on a screen that exists."""
    try:
        found = QByteArray(base64.b64decode(stored, validate=False))
    except (binascii.Error, ValueError):  # a setting that somebody changed by hand
        found = QByteArray()
    if found.isEmpty() or not window.restoreGeometry(found):
        window.resize(1280, 768)
    frame = window.geometry()
    screen = QGuiApplication.screenAt(frame.center()) or QGuiApplication.primaryScreen()
    window.setGeometry(within(frame, screen.availableGeometry()))


def within(frame: QRect, room: QRect) -> QRect:
    """The frame as it is where it fits, else smaller and moved as little as it needs."""
    size = frame.size().boundedTo(room.size())
    left = max(room.left(), min(frame.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)
