"""F10 goes to the menus, as on Windows and most desktops; Qt knows only Alt for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget


class MenuKey(QObject):
    """Leads to the first menu, and with Esc or after an act back to where one was."""

    def __init__(self, bar: QMenuBar, window: QWidget) -> None:
        super().__init__(bar)
        self._bar = bar
        self._was: QWidget | None = None
        self._key = QShortcut(QKeySequence("F10"), window)
        self._key.activated.connect(self.enter)
        bar.triggered.connect(self._back_soon)
        bar.installEventFilter(self)

    def stop(self) -> None:
        """Lead nowhere from now on."""
        self._key.setEnabled(False)
        self._key.deleteLater()
        self._bar.removeEventFilter(self)
        self.deleteLater()

    def enter(self) -> None:
        """Go to the menu bar."""
        self._was = QApplication.focusWidget()
        self._bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self._bar.setActiveAction(self._bar.actions()[0])

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """See Esc in the bar itself, which takes it first."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._back_soon()
        return super().eventFilter(watched, event)

    def _back_soon(self) -> None:
        QTimer.singleShot(0, self._back)

    def _back(self) -> None:
        """Not while a menu of the bar is still chosen: its first Esc only closes what is open."""
        was = self._was
        if was is None or self._bar.activeAction() is not None or not self._bar.hasFocus():
            return
        self._was = None
        if was.isVisible():
            was.setFocus(Qt.FocusReason.MenuBarFocusReason)
