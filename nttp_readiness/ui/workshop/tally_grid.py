"""Counts of cards, hands or paper ballots: a row for each question, typed straight through.

Enter and Tab go on to the next number; Up and Down to the same level of another question.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nttp_readiness.domain.answers.workshop import MOST_PEOPLE, Tally
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.level_chip import LevelChip
from nttp_readiness.ui.widgets.prose import Prose

COLUMNS = 6
"""The five levels, and those who were not sure."""


class TallyGrid(QWidget):
    """`counted` gives a question's id and its tally when somebody has typed and gone on."""

    counted = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        for column in range(5):
            self._grid.addWidget(
                LevelChip(look, column, 24), 0, column + 1, Qt.AlignmentFlag.AlignHCenter
            )
        self._grid.addWidget(
            Prose(look, tr("Not sure"), "small", wraps=False), 0, 6, Qt.AlignmentFlag.AlignHCenter
        )
        self._grid.addWidget(Prose(look, tr("In all"), "small", wraps=False), 0, 7)
        look.changed.connect(self._fit)
        self._fit()

    def show_questions(self, questions: Sequence[tuple[str, str]], levels: Sequence[str]) -> None:
        """Rows for these questions, as pairs of id and title; made once for each set of them."""
        if [row.key for row in self._rows] == [key for key, _ in questions]:
            return
        for old in self._rows:
            old.take_out(self._grid)
        self._rows = []
        for number, (key, title) in enumerate(questions, start=1):
            row = _Row(self._look, self, key, title, (*levels, tr("Not sure")))
            row.put_in(self._grid, number)
            self._rows.append(row)
        self._fit()

    def show_tally(self, key: str, tally: Tally | None, why_not: str) -> None:
        """What was typed for a question before; `why_not` says why nothing can be typed now."""
        row = next((each for each in self._rows if each.key == key), None)
        if row is not None:
            row.show(tally, why_not)

    def focus_first(self) -> None:
        for row in self._rows:
            if row.cells[0].isEnabled():
                row.cells[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def step(self, cell: Count, down: int, right: int) -> None:
        """Go from a number to another one; from the end of a row to the next row's beginning."""
        open_rows = [row for row in self._rows if row.cells[0].isEnabled()]
        at = next(n for n, row in enumerate(open_rows) if cell in row.cells)
        place = open_rows[at].cells.index(cell) + right
        at += down + place // COLUMNS
        if 0 <= at < len(open_rows):
            target = open_rows[at].cells[place % COLUMNS]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            target.selectAll()
        elif right:
            cell.finish()

    def _fit(self) -> None:
        self._grid.setHorizontalSpacing(self._look.pad(6))
        self._grid.setVerticalSpacing(self._look.pad(8))
        for row in self._rows:
            for cell in row.cells:
                cell.setFixedWidth(self._look.px(23) + self._look.pad(20))


class Count(LineEdit):
    """A number of people. `finished` is emitted when the person goes on."""

    finished = Signal()

    def __init__(self, look: Look, grid: TallyGrid) -> None:
        super().__init__(look)
        self._grid = grid
        self.setMaxLength(6)
        self.setEchoMode(LineEdit.EchoMode.PasswordEchoOnEdit)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.editingFinished.connect(self.finished)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        ways = {
            Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Return: (0, 1), Qt.Key.Key_Enter: (0, 1),
        }  # fmt: skip
        way = ways.get(Qt.Key(event.key()))
        if single_keys.is_enter(event) and single_keys.is_held(event):
            return
        if way is not None:
            self._grid.step(self, *way)
            return
        if event.text().isprintable() and event.text() and not event.text().isdecimal():
            event.accept()  # only numbers are typed here
            return
        super().keyPressEvent(event)

    def finish(self) -> None:
        """The last number of all: it is in."""
        self.finished.emit()


class _Row:
    def __init__(
        self, look: Look, grid: TallyGrid, key: str, title: str, levels: Sequence[str]
    ) -> None:
        self.key, self._grid = key, grid
        self._title = Prose(look, title, "body")
        self._sum = Prose(look, "", "where", wraps=False)
        self.cells = [Count(look, grid) for _ in range(COLUMNS)]
        for level, (cell, name) in enumerate(zip(self.cells, levels, strict=True)):
            number = f"{level} {name}" if level < COLUMNS - 1 else name
            cell.setAccessibleName(tr("{question}, {level}").format(question=title, level=number))
            cell.finished.connect(self._finished)
        self._said: tuple[str, ...] = ("",) * COLUMNS

    def put_in(self, grid: QGridLayout, number: int) -> None:
        for column, part in enumerate((self._title, *self.cells, self._sum)):
            grid.addWidget(part, number, column)
            part.show()  # a layout would do so later, and the focus cannot wait

    def take_out(self, grid: QGridLayout) -> None:
        for part in (self._title, *self.cells, self._sum):
            grid.removeWidget(part)
            part.hide()
            part.deleteLater()

    def show(self, tally: Tally | None, why_not: str) -> None:
        written = ("",) * COLUMNS
        if tally is not None and tally.by_hand:
            written = tuple(str(each) for each in (*tally.levels, tally.not_sure))
        if not any(cell.hasFocus() for cell in self.cells) or why_not:
            self._said = written
            for cell, text in zip(self.cells, written, strict=True):
                cell.show_text("" if why_not else text)
        for cell in self.cells:
            cell.setEnabled(not why_not)
            cell.setAccessibleDescription(why_not)
        self._sum.say(why_not or (str(tally.people) if tally and tally.by_hand else ""))

    def _finished(self) -> None:
        written = tuple(cell.text().strip() for cell in self.cells)
        if written == self._said:
            return
        problem = collecting.counts_problem(written)
        numbers = [] if problem else [int(each or 0) for each in written]
        if problem or max(numbers) > MOST_PEOPLE:
            self._sum.say(problem or tr("Too many"))
            return
        self._said = written
        zero, one, two, three, four, unsure = numbers
        self._grid.counted.emit(
            self.key, Tally(levels=(zero, one, two, three, four), not_sure=unsure)
        )
