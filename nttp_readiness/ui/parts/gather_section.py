"""Put together what came back: who has answered, and what became of each file."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.exchange.standing import differences
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import part_differences, part_returns
from nttp_readiness.presentation.screens.part_returns import SharedLine
from nttp_readiness.storage.exchange.part_files import Gathering
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container


class GatherSection(QWidget):
    """`files` and `folder` ask for what came back; `forgotten` no longer waits for a part."""

    files = Signal()
    folder = Signal()
    forgotten = Signal(str)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self.add = Button(look, tr("Add files that came back…"), "second", "folder", small=True)
        self.look_in = Button(look, tr("Look in a folder…"), "second", small=True)
        self._nobody = Prose(look, tr("Nobody has been asked yet."), "where")
        self._list = Container()
        self.outcome = Prose(look, "", "body_strong", selectable=True)
        self.refused = Prose(look, "", "body", selectable=True)
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Who was asked, and what came back"), "section"))
        column.gap(6)
        column.addWidget(self._nobody)
        column.addWidget(self._list)
        column.gap(10)
        column.addWidget(
            Prose(
                look,
                tr(
                    "Add the files in any order, or drop them on this page. Adding the same file"
                    " twice changes nothing. The files themselves are only read."
                ),
                "where",
            )
        )
        column.gap(8)
        row = Flow(look, gap=10)
        row.addWidget(self.add)
        row.addWidget(self.look_in)
        column.addLayout(row)
        column.gap(8)
        column.addWidget(self.outcome)
        column.addWidget(self.refused)
        self.add.clicked.connect(self.files)
        self.look_in.clicked.connect(self.folder)
        for part in (self.outcome, self.refused):
            part.hide()

    def refresh(self, today: dt.date) -> None:
        """Show who was asked, as it is now."""
        lines = part_returns.shared_lines(self._session.assessment, today)
        self._nobody.setVisible(not lines)
        self._list.setVisible(bool(lines))
        self._list.show_made(lines, lambda: self._made(lines))

    def show_gathered(self, found: Gathering) -> None:
        """Say of each file what became of it."""
        taken = [part_returns.file_sentence(each.gathered) for each in found.files if each.gathered]
        refused = [
            tr("{file}: {why} It was not added.").format(file=each.path.name, why=each.refused)
            for each in found.files
            if each.refused
        ]
        waiting = len(differences(found.assessment))
        if waiting:
            above = tr("They are at the top of this page.")
            taken.append(f"{part_differences.differing_words(waiting)} {above}")
        self._say(taken, refused)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing could be looked at."""
        self._say([], [sentence])

    def _say(self, taken: list[str], refused: list[str]) -> None:
        for prose, lines in ((self.outcome, taken), (self.refused, refused)):
            prose.say("\n".join(lines))
            prose.setVisible(bool(lines))
        announce(self, " ".join((*taken, *refused)))

    def _made(self, lines: tuple[SharedLine, ...]) -> QWidget:
        look, made = self._look, QWidget()
        column = Box(look, made)
        for line in lines:
            column.addWidget(Rule(look, dotted=True))
            row = Box(look, across=True, margins=(0, 7, 0, 7), spacing=14)
            words = Box(look)
            words.addWidget(Prose(look, line.to, "body_strong", selectable=True))
            words.addWidget(Prose(look, line.words, "where", tone="ink" if line.late else "quiet"))
            forget = Button(look, tr("Stop waiting"), "link")
            forget.setAccessibleName(tr("Stop waiting for {name}").format(name=line.to))
            forget.clicked.connect(lambda _=False, key=line.id: self.forgotten.emit(key))
            row.addLayout(words, 1)
            row.addWidget(forget)
            column.addLayout(row)
        column.addWidget(Rule(look, dotted=True))
        return made
