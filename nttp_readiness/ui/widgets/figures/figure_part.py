"""One part of a figure as assistive technology meets it: a petal, a stone, a row of dumbbells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from nttp_readiness.figures.shapes import Spot
from nttp_readiness.ui.theme.accessibility import RoleFace, register


class FigurePart(QAbstractButton):
    """A button with the part's sentence as its name, where the part is drawn. It paints nothing.

    The figure has the tab stop, the arrows and the mouse for all of its parts, and says by
    `current` which one they are at. `wanted` asks the figure to go there.
    """

    wanted = Signal()

    def __init__(self, figure: QWidget) -> None:
        super().__init__(figure)
        self.current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        pass


class FigureParts:
    """The parts of one figure. `open_` and `take` are given the place of one in the drawing."""

    def __init__(
        self, figure: QWidget, open_: Callable[[int], None], take: Callable[[int], None]
    ) -> None:
        self._figure, self._open, self._take = figure, open_, take
        self._parts: list[FigurePart] = []

    def show(self, spots: Sequence[Spot]) -> None:
        """Have one for each of these, under its sentence."""
        while len(self._parts) > len(spots):
            gone = self._parts.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._parts) < len(spots):
            part, n = FigurePart(self._figure), len(self._parts)
            part.clicked.connect(lambda _=False, n=n: self._open(n))
            part.wanted.connect(lambda n=n: self._take(n))
            part.show()
            self._parts.append(part)
        for part, spot in zip(self._parts, spots, strict=True):
            part.setAccessibleName(spot.sentence)

    def place(self, boxes: Sequence[QRect]) -> None:
        """Where each is drawn."""
        for part, box in zip(self._parts, boxes, strict=True):
            part.setGeometry(box)

    def mark(self, at: int) -> None:
        """Which one the keys are at; -1 for none."""
        for n, part in enumerate(self._parts):
            part.current = n == at

    @property
    def current(self) -> FigurePart | None:
        return next((each for each in self._parts if each.current), None)


class _PartFace(RoleFace):
    def __init__(self, part: FigurePart) -> None:
        super().__init__(part, QAccessible.Role.Button)

    def state(self) -> QAccessible.State:
        state, part = super().state(), self.widget()
        state.focusable = True
        state.focused = isinstance(part, FigurePart) and part.current
        return state

    def actionNames(self) -> list[str]:
        return [*super().actionNames(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str, /) -> None:
        part = self.widget()
        if name == QAccessibleActionInterface.setFocusAction() and isinstance(part, FigurePart):
            part.wanted.emit()
        else:
            super().doAction(name)


register(FigurePart, _PartFace)
