"""The sentence under a figure: how to explore it, and what is said of the part one is at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.theme.text_block import text_block
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.prose import Prose

_KIND: TextKind = "small"


class FigureWords(Prose):
    """Says `hint` while no part is pointed at.

    It is as high as its longest sentence needs, so that pointing never moves the page, and comes
    into view with the part where both have room.
    """

    def __init__(
        self, look: Look, figure: FigureView, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, hint, _KIND, parent=parent)
        self._figure, self._hint = figure, hint
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        figure.words = self
        figure.pointed.connect(self._point)
        figure.redrawn.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        width = min(width, self.maximumWidth())
        sentences = [self._hint, *(spot.sentence for spot in self._figure.drawing.spots)]
        return max(text_block(self._look, each, _KIND, width).height for each in sentences)

    def _point(self, sentence: str) -> None:
        self.say(sentence or self._hint)
