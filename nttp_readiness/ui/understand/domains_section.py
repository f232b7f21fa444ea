"""Domain by domain: the level strip, the words, and the working in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import pictures, standing_words
from nttp_readiness.presentation.readiness.understanding import DomainRow
from nttp_readiness.presentation.words import confidence_words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.understand.lazy_working import LazyWorking
from nttp_readiness.ui.understand.working_panel import Worked, domain_panel
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.figures.figure_walk import FigureWalk
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Section

_WIDE, _MIDDLE = 800, 532
"""From these widths name, strip and words stand in a row, and words beside the strip."""
_NAME, _STRIP, _GAP = 236, 304, 28
_FREE = 16_777_215
"""What Qt means by no greatest width."""


class DomainsSection(QWidget):
    """`question` asks for a question by its id."""

    question = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: dict[str, DomainLine] = {}
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Domain by domain"), "section"))
        intro = tr(
            "The marker is the level. The line under the cells shows how far it could move"
            " if every unknown answer were 0 or 4."
        )
        column.addWidget(Prose(look, intro, "where"))
        hint = tr("Point at a strip, or use the arrow keys. Enter opens how it was worked out.")
        column.addWidget(Prose(look, hint, "small"))
        column.gap(12)
        column.addWidget(Rule(look, dotted=True))
        self._walk = FigureWalk(self)
        for domain in session.assessment.bank.domains:
            row = DomainLine(look, domain.code, domain.name)
            row.question.connect(self.question)
            self.rows[domain.code] = row
            self._walk.add(row.strip)
            column.addWidget(row)

    def refresh(self) -> None:
        view = self._session.view
        names = [each.name for each in self._session.assessment.bank.levels]
        shown = {each.code: each for each in view.understanding.domains}
        for code, line in self.rows.items():
            line.setVisible(code in shown)  # a route may leave a domain out
            if code in shown:
                line.show_row(shown[code], view.card, names)
        self._walk.refresh()


class DomainLine(Section):
    """One domain. Its working opens under its own row, so that the row stays where it is."""

    question = Signal(str)

    def __init__(self, look: Look, code: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._code = code
        self._name = Prose(look, name, "body_strong")
        self.strip = FigureView(look)
        self.strip.words = self._name
        self._level = Prose(look, "", "body")
        self._known = Prose(look, "", "where")
        self._evidence = Prose(look, "", "where")
        self._working = LazyWorking(look, tr("How was this worked out?"), self._panel)
        self._working.question.connect(self.question)
        self.fold = self._working.fold
        self.strip.opened.connect(self._open)
        self.fold.setAccessibleName(tr("How was this worked out? {name}").format(name=name))
        self._without = Prose(look, "", "where")
        self._side = QWidget()
        self._left = Box(look, self._side, across=True, spacing=_GAP)
        self._left.addWidget(self._name, alignment=Qt.AlignmentFlag.AlignTop)
        figure = Box(look)
        line = Box(look, across=True)
        line.addWidget(self.strip)
        line.addStretch(1)
        figure.addLayout(line)
        figure.addWidget(self._without)
        figure.addStretch(1)
        self._left.addLayout(figure, 1)
        words = Box(look)
        for part in (self._level, self._known, self._evidence):
            words.addWidget(part)
        words.gap(4)  # the ring around the link leaves the words above it free
        # Without the alignment its width would be the most that the words above it get.
        words.addWidget(self.fold, alignment=Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._row = Box(look, across=True, spacing=_GAP)
        self._row.addWidget(self._side)
        self._row.addLayout(words, 1)
        column = Box(look, self)
        column.gap(14)
        column.addLayout(self._row)
        column.addWidget(self._working)
        column.gap(12)
        column.addWidget(Rule(look, dotted=True))

    def show_row(self, row: DomainRow, card: Scorecard, level_names: list[str]) -> None:
        drawing = pictures.strip(row, level_names)
        if drawing is not None and drawing != self.strip.drawing:
            self.strip.show_drawing(drawing)
        self.strip.setVisible(drawing is not None)
        self._without.say(standing_words.without_strip(row))
        self._without.setVisible(drawing is None)
        self._level.say(standing_words.level_line(row))
        self._known.say(standing_words.known_line(row))
        found = next(each for each in card.confidence if each.code == row.code)
        self._evidence.say(confidence_words.standing_words(found))
        self._evidence.setVisible(found.standing is not None)
        self._working.refresh(card)

    def fit(self, units: float) -> None:
        ways, look = QBoxLayout.Direction, self.look
        wide, middle = units >= _WIDE, units >= _MIDDLE
        self._left.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._left.setSpacing(look.pad(_GAP if wide else 8))
        self._row.setDirection(ways.LeftToRight if middle else ways.TopToBottom)
        self._row.setSpacing(look.pad(_GAP if middle else 4))
        # Bounds, and none when narrow: a width fixed to the present one could never shrink again.
        side = look.px(_STRIP) if middle else _FREE
        _bound(self._name, look.px(_NAME) if wide else side)
        _bound(self._side, look.px(_NAME + _STRIP) + look.pad(_GAP) if wide else side)

    def _open(self) -> None:
        """Show the working, and go to its head."""
        self.fold.setChecked(True)
        self.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _panel(self, look: Look, card: Scorecard) -> Worked:
        return domain_panel(look, card, self._code)


def _bound(widget: QWidget, width: int) -> None:
    """Exactly that wide; free where there is no bound."""
    widget.setMinimumWidth(0 if width == _FREE else width)
    widget.setMaximumWidth(width)
