"""The picture: the readiness wheel beside a table that says the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from nttp_readiness.figures import wheel as wheels
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.figures.wheel_key import SCREEN_KEY, wheel_key
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness import pictures
from nttp_readiness.presentation.words import words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.data_table import Cell, DataTable, TableColumn
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.figures.figure_words import FigureWords
from nttp_readiness.ui.widgets.figures.fluid_figure import FluidFigure
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Section

_BESIDE = 850
"""From this width the table stands beside the wheel."""


class PictureSection(Section):
    """`domain` asks for a domain's row by its code."""

    domain = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._session = session
        self._intro = Prose(look, "", "where")
        self._wheel = FigureView(look)
        hint = tr("Point at a petal, or use the arrow keys. Enter goes to its row below.")
        self._said = FigureWords(look, self._wheel, hint)
        self._wheel.opened.connect(self.domain)
        self._key = FluidFigure(look, _key)
        self._table = DataTable(
            look,
            tr("Levels of the domains"),
            (
                TableColumn(tr("Domain"), 40),
                TableColumn(tr("Level"), 26),
                TableColumn(tr("Could be"), 17),
                TableColumn(tr("Known"), 17, "end"),
            ),
        )
        self._pair = Box(look, across=True, spacing=18)
        picture = Box(look)
        middle = Box(look, across=True)
        middle.addWidget(self._wheel)
        middle.addStretch(1)
        picture.addLayout(middle)
        picture.gap(6)
        picture.addWidget(self._said)
        picture.addStretch(1)
        self._pair.addLayout(picture)
        beside = Box(look)
        beside.addWidget(self._table)
        beside.addStretch(1)
        self._pair.addLayout(beside, 1)
        column = Box(look, self)
        column.addWidget(Prose(look, tr("The picture"), "section"))
        column.addWidget(self._intro)
        column.gap(12)
        column.addLayout(self._pair)
        column.gap(10)
        column.addWidget(self._key)

    def refresh(self) -> None:
        rows = self._session.view.understanding.domains
        some = any(pictures.has_reach(each.score) for each in rows)
        drawing = pictures.wheel(rows, wheels.SCREEN) if some else None
        if drawing is not None and drawing != self._wheel.drawing:
            self._wheel.show_drawing(drawing)
        for part in (self._wheel, self._said, self._key):
            part.setVisible(drawing is not None)
        said = trn(
            "{n} domain on the five levels. Further out means further along.",
            "{n} domains on the same five levels. Further out means further along.",
            len(rows),
            n=words.number_words(len(rows)).capitalize(),
        )
        self._intro.say(said)
        self._intro.setVisible(drawing is not None)
        self._table.show_rows(
            [
                (Cell(name, bold=True), level, could_be, known)
                for name, level, could_be, known in pictures.standing_rows(rows)
            ]
        )
        self._fit()

    def fit(self, units: float) -> None:
        ways = QBoxLayout.Direction
        beside = units >= _BESIDE
        self._pair.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._pair.setSpacing(self.look.pad(18 if beside else 20))
        self._said.setMaximumWidth(min(self.width(), self.look.px(wheels.SCREEN.width)))


def _key(width: float) -> Drawing:
    return wheel_key(wheels.SCREEN.cells, SCREEN_KEY, width)
