"""Grounds and rules between the parts of a page."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.ui.theme.accessibility import RoleFace, register
from nttp_readiness.ui.theme.borders import CARD, draw_box, draw_rule, fill
from nttp_readiness.ui.theme.look import Look


class Panel(QWidget):
    """A ground of one colour token with 1 px lines at its "top", "right", "bottom" or "left"."""

    def __init__(
        self,
        look: Look,
        ground: Tone = "paper",
        lines: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._ground, self._lines = look, ground, lines
        look.changed.connect(self.update)

    def set_ground(self, ground: Tone) -> None:
        self._ground = ground
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, box = QPainter(self), self.rect()
        fill(painter, box, self._look.colour(self._ground))
        line = self._look.colour("line")
        if "top" in self._lines:
            fill(painter, QRect(0, 0, box.width(), 1), line)
        if "bottom" in self._lines:
            fill(painter, QRect(0, box.bottom(), box.width(), 1), line)
        if "left" in self._lines:
            fill(painter, QRect(0, 0, 1, box.height()), line)
        if "right" in self._lines:
            fill(painter, QRect(box.right(), 0, 1, box.height()), line)


class Card(QWidget):
    """A surface with round corners and a 1 px edge."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        fill, edge = self._look.colour("surface"), self._look.colour("edge")
        draw_box(QPainter(self), self.rect(), CARD, fill=fill, edge=edge)


class Rule(QWidget):
    """A line across: solid between the parts of a page, dotted between the rows of one list."""

    def __init__(
        self,
        look: Look,
        *,
        dotted: bool = False,
        tone: OptionalTone = "",
        width: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._dotted = look, dotted
        self._tone = tone or ("edge" if dotted else "line")
        self.setFixedHeight(width)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, colour = QPainter(self), self._look.colour(self._tone)
        if self._dotted:
            draw_rule(painter, 0, self.width() - 1, 0, colour, dotted=True)
        else:
            fill(painter, self.rect(), colour)


register(Rule, lambda rule: RoleFace(rule, QAccessible.Role.Separator))
