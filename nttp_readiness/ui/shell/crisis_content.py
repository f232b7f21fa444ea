"""A week of crisis: support first, then what to do, and six questions for a quiet moment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.crisis import CrisisLine, lines_of, spans
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.presentation.words.support import support
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class CrisisContent(QWidget):
    """`answer` asks for the six questions, and `printed` for all of this on paper."""

    answer = Signal()
    printed = Signal()

    def __init__(self, look: Look, bank: Bank) -> None:
        super().__init__()
        self._look = look
        self.heading = tr("A week of crisis")
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(8)
        self._support(column, bank)
        crisis = bank.crisis
        if crisis is None:
            return
        column.addWidget(Prose(look, crisis.introduction, "lead"))
        column.gap(18)
        row = Box(look, across=True, spacing=16)
        self.answer_button = Button(look, tr("Answer the six questions"), "main", "right")
        self.answer_button.clicked.connect(self.answer)
        self.print_button = Button(look, tr("Print this"), "second", "print")
        self.print_button.clicked.connect(self.printed)
        for button in (self.answer_button, self.print_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.gap(22)
        self._part(column, tr("Who is not asked to speak"), crisis.not_asked)
        column.addWidget(Prose(look, tr("What to do, and by when"), "section"))
        column.gap(8)
        for line in lines_of(bank, crisis):
            self._line(column, line)
        if crisis.press:
            column.addWidget(Prose(look, tr("What to say to the press"), "section"))
            column.gap(8)
            for said in crisis.press:
                column.addWidget(Prose(look, f"“{said}”", dash=True, selectable=True))
                column.gap(4)

    def _support(self, column: Box, bank: Bank) -> None:
        """Whom one can turn to, before anything else."""
        found = support(bank, None)
        danger = [each.reach for each in found.danger if each.reach]
        if danger:
            said = tr("In immediate danger, call {number}.").format(number=danger[0])
            column.addWidget(Prose(self._look, said, "body_strong"))
            column.gap(4)
        contacts = "; ".join(f"{each.name} {each.reach}" for each in found.anybody if each.reach)
        said = tr("Somebody to talk to: {contacts}.").format(contacts=contacts)
        column.addWidget(Prose(self._look, said, "body", selectable=True))
        column.gap(18)

    def _part(self, column: Box, heading: str, said: str) -> None:
        column.addWidget(Prose(self._look, heading, "section"))
        column.gap(6)
        column.addWidget(Prose(self._look, said, "body"))
        column.gap(18)

    def _line(self, column: Box, line: CrisisLine) -> None:
        column.addWidget(Prose(self._look, line.title, "body_strong"))
        column.gap(4)
        for span, said in zip(spans(), (line.day, line.week, line.month), strict=True):
            words = (Run(f"{span}: ", bold=True), Run(said))
            column.addWidget(Prose(self._look, words, dash=True, selectable=True))
            column.gap(4)
        column.gap(8)
        column.addWidget(Rule(self._look, dotted=True), alignment=Qt.AlignmentFlag.AlignTop)
        column.gap(10)
