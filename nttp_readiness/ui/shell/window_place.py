"""Where the window was last time, and never out of sight."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_SETTLE_MS = 250
"""After so long the system has placed the window, and said all that changed of its screens."""
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
    from PySide6.QtCore import QByteArray  # noqa: PLC0415 - nothing is stored at a first start

    try:
        found = QByteArray(base64.b64decode(stored, validate=False))
    except (binascii.Error, ValueError):  # a setting that somebody changed by hand
        found = QByteArray()
    if found.isEmpty() or not window.restoreGeometry(found):
        room = QGuiApplication.primaryScreen().availableGeometry().marginsRemoved(_FRAME)
        window.resize(_USUAL.boundedTo(room.size()))
        return
    if window.isFullScreen():  # for once: the next start has a title bar again
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
    if window.isMaximized():
        return  # the system knows how large its screen is
    inside = window.geometry()
    # Before it is shown nobody knows its frame, and a place is that of what is within.
    window.setGeometry(within(inside, _room_for(inside).marginsRemoved(_FRAME)))


def watch(window: QWidget) -> None:
    """Keep the whole frame on a screen: once the system has placed the window, which may set it
    lower than it has room, and whenever the screens change: a dock that is unplugged, a projector,
    a remote session of another size.
    """
    _Watch(window)


class _Watch(QObject):
    """Lives as long as its window, and hears nothing after it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = QTimer(self)  # fits once, after the system has said all of it
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SETTLE_MS)
        self._waiting.timeout.connect(self._fit)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._look_at)
            application.screenRemoved.connect(self._changed)
            application.primaryScreenChanged.connect(self._changed)
            for screen in application.screens():
                screen.availableGeometryChanged.connect(self._changed)
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self._waiting.start()

    @Slot(QScreen)
    def _look_at(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._changed)
        self._changed()

    @Slot()
    def _fit(self) -> None:
        fit(self._window)


def fit(window: QWidget) -> None:
    """Move the window, and make it smaller where it must be, until its frame is on a screen."""
    if window.isMaximized() or window.isFullScreen() or not window.isVisible():
        return
    frame, inside = window.frameGeometry(), window.geometry()
    place = within(frame, _room_for(frame))
    if place == frame:
        return
    around = frame.size() - inside.size()
    window.resize(place.size() - around)
    window.move(place.topLeft())


def _room_for(frame: QRect) -> QRect:
    """The screen on which most of the frame is, or the first."""
    screens = QGuiApplication.screens()

    def seen(screen: QScreen) -> int:
        both = screen.availableGeometry().intersected(frame)
        return both.width() * both.height() if both.isValid() else 0

    best = max(screens, key=seen)
    chosen = best if seen(best) else QGuiApplication.primaryScreen()
    return chosen.availableGeometry()


def within(frame: QRect, room: QRect) -> QRect:
    """The frame as it is where it fits, else smaller and moved as little as it needs."""
    size = frame.size().boundedTo(room.size())
    left = max(room.left(), min(frame.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)
