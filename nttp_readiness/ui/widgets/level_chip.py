"""The small square that stands for an answer. The level's name always stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nttp_readiness.figures.palette import LEVEL_TONES, ON_TONES
from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.borders import CHIP, draw_box
from nttp_readiness.ui.theme.look import Look


class LevelChip(QLabel):
    """A level 0 to 4 in its colour, "?" in a dashed square for "not_sure", a dash for the rest."""

    def __init__(
        self, look: Look, answer: object, size: float = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look, self._size = look, size
        self._answer: object = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.measured.connect(self.updateGeometry)
        self.show_answer(answer)

    def show_answer(self, answer: object) -> None:
        self._answer = answer
        self.setText(_sign(answer))
        if isinstance(answer, int):
            said = tr("Level {level}").format(level=answer)
        elif answer == "not_sure":
            said = tr("Not sure")
        else:
            said = tr("No level")
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        draw_level_chip(QPainter(self), self._look, self.rect(), self._answer)


def draw_level_chip(painter: QPainter, look: Look, box: QRect, answer: object) -> None:
    """For delegates: the same chip, filling `box`."""
    known = isinstance(answer, int)
    fill = look.colour(LEVEL_TONES[answer] if isinstance(answer, int) else "surface")
    # The two deepest levels stand on their own against paper.
    edge = fill if answer in (3, 4) and known and not look.high_contrast else look.colour("edge")
    draw_box(painter, box, CHIP, fill=fill, edge=edge, dashed=not known)
    font = look.font("small_strong")
    if box.height() >= look.px(40):
        font = look.font("room_strong")
    elif box.height() >= look.px(32):
        font = look.font("question")
    elif box.height() >= look.px(26):
        font = look.font("card_strong")
    painter.setFont(font)
    painter.setPen(look.colour(ON_TONES[answer] if isinstance(answer, int) else "ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _sign(answer))


def _sign(answer: object) -> str:
    if isinstance(answer, int):
        return str(answer)
    return "?" if answer == "not_sure" else "–"
