"""A choice of one of many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from nttp_readiness.ui.theme import style_hints
from nttp_readiness.ui.theme.look import Look


class Combo(QComboBox):
    """`chosen` gives the value that the user took."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style_hints.heed(self)
        self._values: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel turns the page under it
        # As wide as it may be, but a long choice does not widen the page.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._choose)
        look.measured.connect(self.updateGeometry)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Pairs of value and word. The one that was shown stays if it is still among them."""
        value = self.value
        self._values = tuple(value for value, _ in choices)
        self.clear()
        self.addItems([word for _, word in choices])
        self.show_choice(value)

    def show_choice(self, value: object) -> None:
        """Show a value, or nothing where it is none of them; nothing is emitted."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @property
    def value(self) -> object:
        """The value that is shown, None where there is none."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()  # turning the wheel scrolls the page and never changes an answer

    def _choose(self, at: int) -> None:
        self.chosen.emit(self._values[at])
