"""What the parts of the page share: they take their shape from their own width."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nttp_readiness.ui.theme.look import Look

NOTHING = object()


class Section(QWidget):
    """Calls `fit` with its width, in units of the design, whenever that may have changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        look.changed.connect(self._fit)

    def fit(self, units: float) -> None:
        """Take the shape for that width."""

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.fit(self.width() / self.look.scale)


class Container(QWidget):
    """Room for one widget, which is built anew when what it shows differs.

    The focus goes to the control of the same name in the new one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = NOTHING
        self._inside: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def show_made(self, shown: object, make: Callable[[], QWidget]) -> None:
        """Show what `make` builds from `shown`, unless that is what stands here already."""
        if shown == self._shown:
            return
        self._shown = shown
        name = self._focused()
        if self._inside is not None:
            self._box.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = make()
        self._box.addWidget(self._inside)
        if name:
            for each in self._inside.findChildren(QWidget):
                if each.accessibleName() == name:
                    each.setFocus(Qt.FocusReason.OtherFocusReason)
                    break

    def _focused(self) -> str:
        """Name of the control in here that has the focus."""
        focus, inside = QApplication.focusWidget(), self._inside
        held = focus is not None and inside is not None and inside.isAncestorOf(focus)
        return focus.accessibleName() if held and focus is not None else ""
