"""Changes from a spreadsheet: every one of them is on the page, and can be left out, before anybody
presses; what is not taken is named with its place in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.exchange.sheet_import import SheetImport, read_back
from nttp_readiness.domain.exchange.sheet_taking import Proposal, taken
from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.screens.sheet_import_words import (
    left_lines,
    proposal_words,
    say_update,
    sheet_words,
)
from nttp_readiness.reports.sheets.returned_sheet import read_returned_sheet
from nttp_readiness.storage.exchange.importing import read_sheet_file
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.tick_box import TickBox, TickGroup
from nttp_readiness.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import Shell


def show(shell: Shell, path: Path) -> None:
    """Show what that file would change in the plan; one more press takes what was chosen."""
    open_document = shell.open_document
    if open_document is None:
        return
    session = open_document.session
    try:
        book = read_returned_sheet(read_sheet_file(path))
        assessment, say = session.assessment, say_update(session.today)
        found = read_back(assessment, book, sheet_words(assessment), say)
    except ReadinessError as problem:
        shell.tell(str(problem))
        return
    words = ReturnedContent(shell.look, path, found)
    words.confirmed.connect(lambda: _take(shell, words.chosen()))
    shell.hush()
    shell.lay_over(words.heading, words, "returned")


def _take(shell: Shell, chosen: Sequence[Proposal]) -> None:
    """Take them in one step, which Undo takes back."""
    open_document = shell.open_document
    if open_document is None:
        return
    session = open_document.session
    label = tr("Changes from a spreadsheet")
    if session.attempt(label, taken, chosen, say_update(session.today)):
        shell.go_to(Address(Page.PLAN))
        open_document.workbook.tell_of_change(
            trn(
                "{n} change from the spreadsheet is in the plan now. Undo takes it back.",
                "{n} changes from the spreadsheet are in the plan now. Undo takes them back.",
                len(chosen),
            )
        )


class ReturnedContent(QWidget):
    """`confirmed` asks to take what is chosen; Back changes nothing."""

    confirmed = Signal()

    def __init__(self, look: Look, path: Path, found: SheetImport) -> None:
        super().__init__()
        self._look = look
        self.heading = tr("Changes from a spreadsheet")
        self.boxes: dict[int, TickBox] = {}
        self._proposals = found.proposals
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(8)
        lead = tr("“{file}” is only read. Nothing is taken before you press the button.")
        column.addWidget(Prose(look, lead.format(file=path.name), "lead"))
        column.gap(20)
        column.addWidget(Prose(look, _can_be_taken(len(found.proposals)), "section"))
        column.gap(8)
        if len(found.proposals) > 1:
            self._build_all_or_none(column)
        self._build_changes(column)
        self.button = Button(look, "", "main")
        self.button.clicked.connect(self.confirmed)
        self.button.setVisible(bool(found.proposals))
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._build_left(column, left_lines(found))
        self._count()

    def chosen(self) -> list[Proposal]:
        """The changes that are to be taken."""
        return [self._proposals[n] for n, box in self.boxes.items() if box.isChecked()]

    def _build_all_or_none(self, column: Box) -> None:
        row = Flow(self._look, gap=10)
        for name, on in ((tr("Choose all"), True), (tr("Choose none"), False)):
            button = Button(self._look, name, small=True)
            button.clicked.connect(lambda _=False, on=on: self._set_all(on=on))
            row.addWidget(button)
        column.addLayout(row)
        column.gap(12)

    def _build_changes(self, column: Box) -> None:
        """The changes of each action or request together, under its name."""
        said = [proposal_words(each) for each in self._proposals]
        numbered = groupby(range(len(said)), key=lambda n: said[n].title)
        for title, numbers in numbered:
            column.addWidget(Prose(self._look, title, "table_strong"))
            column.gap(4)
            boxes = []
            for number in numbers:
                words = tr("{change} ({cell})").format(
                    change=said[number].words, cell=said[number].cell
                )
                box = TickBox(self._look, words[:1].upper() + words[1:])
                box.setAccessibleName(tr("{title}: {words}").format(title=title, words=words))
                box.setChecked(True)
                box.clicked.connect(self._count)
                boxes.append(box)
                self.boxes[number] = box
            column.addWidget(TickGroup(self._look, title, boxes))
            column.gap(14)

    def _build_left(self, column: Box, lines: Sequence[str]) -> None:
        if not lines:
            return
        column.gap(28)
        column.addWidget(Prose(self._look, tr("Not taken, and why"), "section"))
        column.gap(8)
        for line in lines:
            column.addWidget(Prose(self._look, line, dash=True, selectable=True))
            column.gap(4)

    def _set_all(self, *, on: bool) -> None:
        for box in self.boxes.values():
            box.setChecked(on)
        self._count()
        announce(self, self.button.text())

    def _count(self) -> None:
        """The button says how many it takes."""
        count = len(self.chosen())
        self.button.say(
            trn("Take {n} change", "Take {n} changes", count) if count else tr("Take no change")
        )
        self.button.setEnabled(bool(count))


def _can_be_taken(count: int) -> str:
    if not count:
        return tr("Nothing in this file would change the plan")
    return trn("{n} change can be taken", "{n} changes can be taken", count)
