"""A figure that is drawn anew for the width that it has."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.figures.figure_view import FigureView

Make = Callable[[float], Drawing]


class FluidFigure(FigureView):
    """`make` gives the drawing for a width in units of the design; `widest` is the most of it."""

    def __init__(
        self, look: Look, make: Make, widest: float = 888, parent: QWidget | None = None
    ) -> None:
        self._widest = widest
        self._made = lru_cache(maxsize=6)(make)
        super().__init__(look, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_drawing(make(widest))
        look.changed.connect(self._draw)

    def show_made(self, make: Make) -> None:
        """Draw something else from now on."""
        self._made = lru_cache(maxsize=6)(make)
        self._draw()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return round(self._for(width).height * self._look.scale)

    def sizeHint(self) -> QSize:
        width = self._look.px(self._widest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(140), self._look.px(24))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        drawing = self._for(self.width())
        if drawing != self.drawing:
            self.show_drawing(drawing)

    def _for(self, width: int) -> Drawing:
        return self._made(min(self._widest, max(120.0, width / self._look.scale)))
