"""Rows about a question: its answer, what it is, what to do about it, and a way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Words
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.level_chip import LevelChip
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Section

_NARROW = 560


class QuestionRow(Section):
    """`opened` asks for the question. The link stands at the right, or below where it is narrow."""

    opened = Signal()

    def __init__(
        self,
        look: Look,
        choice: object,
        name: str,
        words: Words,
        more: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        row = Box(look, self, across=True, margins=(0, 11, 0, 12), spacing=16)
        chip = LevelChip(look, "open" if choice is None else choice, 28)
        row.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
        self._inner = Box(look, across=True, spacing=16)
        said = Box(look)
        said.addWidget(Prose(look, words, "body"))
        if more:
            said.addWidget(Prose(look, more, "guide"))
        link = Button(look, tr("Open question"), "link")
        link.setAccessibleName(tr("Open question, {title}").format(title=name))
        link.clicked.connect(self.opened)
        # With a side given, the link's fixed width does not bound the column when it stands below.
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._inner.addLayout(said, 1)
        self._inner.addWidget(link, alignment=corner)
        row.addLayout(self._inner, 1)

    def fit(self, units: float) -> None:
        narrow = units < _NARROW
        ways = QBoxLayout.Direction
        self._inner.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._inner.setSpacing(self.look.pad(0 if narrow else 16))
