"""What groups of radio buttons share: one value, user signals only, arrows that wrap."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGroupBox, QSizePolicy, QWidget

from nttp_readiness.ui.widgets.fields import radio_keys


class BareGroup(QGroupBox):
    """A real group for assistive technology, without frame or title: name it.

    A title would count in the least width, and a long one would widen the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.setContentsMargins(0, 0, 0, 0)  # QGroupBox sets those of its frame at every resize

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Nothing: what stands in the group is enough."""


class RadioGroup(BareGroup):
    """`chosen` gives the new value, and only for what the user did."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: object = None
        self._group = QButtonGroup(self)
        self._values: dict[QAbstractButton, object] = {}
        self._quiet = False

    @property
    def value(self) -> object:
        """What is shown as chosen, None where nothing is."""
        return self._value

    def show_choice(self, value: object) -> None:
        """Show a value that was not chosen here; nothing is emitted."""
        chosen = None
        if value is not None:
            chosen = next((one for one, other in self._values.items() if other == value), None)
        self._quiet = True
        self._group.setExclusive(False)  # an exclusive group will not let go of its last choice
        for button in self._values:
            button.setChecked(button is chosen)
        self._group.setExclusive(True)
        self._quiet = False
        self._value = None if chosen is None else value
        radio_keys.set_tab_stop(tuple(self._values), chosen)

    def chosen_button(self) -> QAbstractButton:
        """The button that is chosen, else the first."""
        return self._group.checkedButton() or next(iter(self._values))

    def focus_choice(self) -> None:
        """Put the focus on what is chosen, else on the first."""
        self.chosen_button().setFocus()

    def _add(self, button: QAbstractButton, value: object) -> None:
        self._values[button] = value
        self._group.addButton(button)
        # Not `clicked`: assistive technology checks a button without clicking it.
        button.toggled.connect(self._toggled)

    def _drop(self, button: QAbstractButton) -> None:
        del self._values[button]
        self._group.removeButton(button)
        button.hide()
        button.deleteLater()

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot
        if on and not self._quiet:
            self._choose()

    def _choose(self) -> None:
        button = self._group.checkedButton()
        if button is None or self._values[button] == self._value:
            return
        self._value = self._values[button]
        self.chosen.emit(self._value)
