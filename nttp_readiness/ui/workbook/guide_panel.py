"""The guide beside a question or a form: headings, short paragraphs, lists and links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.presentation.readiness.question_guide import GuidePart
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class GuidePanel(QWidget):
    """Shows guide parts; `link` gives the address of a link that the person chose."""

    link = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = Box(look, self)
        self._body: QWidget | None = None
        self._parts: tuple[GuidePart, ...] = ()

    def show_parts(self, parts: Sequence[GuidePart]) -> None:
        """Show these parts in place of what was shown."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = Box(self._look, self._body, margins=(0, 0, 13, 12))
        ruled = False
        for part in self._parts:
            if part.ruled and not ruled:
                self._rule(column)
            self._add(column, part)
            if part.ruled:
                self._rule(column)
            ruled = part.ruled
        column.addStretch(1)
        self._column.addWidget(self._body)

    def _add(self, column: Box, part: GuidePart) -> None:
        look = self._look
        column.addWidget(Prose(look, part.heading, "guide_strong"))
        column.gap(3)
        for words in part.paragraphs:
            self._prose(column, Prose(look, words, "guide", selectable=True))
            column.gap(3)
        for words in part.items:
            linked = not isinstance(words, str) and any(run.link for run in words)
            self._prose(column, Prose(look, words, "guide", dash=not linked))
            column.gap(2)
        if part.quiet:
            column.addWidget(Prose(look, part.quiet, "small"))
        column.gap(13)

    def _prose(self, column: Box, prose: Prose) -> None:
        prose.linkActivated.connect(self.link)
        column.addWidget(prose)

    def _rule(self, column: Box) -> None:
        column.addWidget(Rule(self._look))
        column.gap(13)
