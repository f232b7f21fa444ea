"""Counts of hands, cards or slips, typed where everybody can see the wall.

A number shows only while it is typed: counts stay hidden until the facilitator reveals them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nttp_readiness.domain.answers.workshop import MOST_PEOPLE, Tally
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.level_chip import LevelChip
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.room.wall_widgets import RoomButton

COLUMNS = 6
"""The five levels, and those who were not sure."""


class RoomCount(LineEdit):
    """How many people; `next` asks to go on."""

    next = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setMaxLength(6)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if single_keys.is_enter(event):
            if not single_keys.is_held(event):
                self.next.emit()
        elif event.text() and event.text().isprintable() and not event.text().isdecimal():
            event.accept()  # only numbers are typed here
        else:
            super().keyPressEvent(event)


class CountForm(QWidget):
    """`counted` gives a group and its tally; `left` goes away without. One group after another."""

    kind = "counts"
    counted = Signal(str, object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._group, self._size = "", 0
        self._heading = Prose(look, "", "room_strong")
        self._sum = Prose(look, "", "room", wraps=False)
        self._problem = Prose(look, "", "room_top", tone="error")
        self.cells = tuple(RoomCount(look) for _ in range(COLUMNS))
        row = Box(look, across=True, spacing=10)
        for level, cell in enumerate(self.cells):
            sign = (
                LevelChip(look, level, 44) if level < COLUMNS - 1
                else Prose(look, tr("Not sure"), "room", wraps=False)
            )  # fmt: skip
            row.addWidget(sign, 0)
            row.addWidget(cell, 1)
            row.gap(8)
            cell.next.connect(lambda at=level: self._go_on(at))
            cell.edited.connect(lambda _: self._add_up())
        self.keep = RoomButton(look, tr("Put them in"), main=True)
        self._leave = RoomButton(look, tr("Leave"))
        self.keep.clicked.connect(self.accept)
        self._leave.clicked.connect(self.left)
        bottom_bar = Box(look, across=True, spacing=16)
        bottom_bar.addWidget(self._sum)
        bottom_bar.addStretch(1)
        bottom_bar.addWidget(self.keep)
        bottom_bar.addWidget(self._leave)
        column = Box(look, self, spacing=10)
        column.addWidget(self._heading)
        column.addWidget(
            Prose(
                look,
                tr("Each number is shown only while you type it. Press Enter to go on."),
                "room_top",
            )
        )
        column.addLayout(row)
        column.addLayout(bottom_bar)
        column.addWidget(self._problem)
        look.changed.connect(self._fit)
        self._fit()

    def begin(self, group: str, size: int, tally: Tally | None, levels: Sequence[str]) -> None:
        """Ask for the counts of a group; what was typed for it before stands in the fields."""
        self._group, self._size = group, size
        self._heading.say(tr("How many of “{group}” chose each level?").format(group=group))
        written = (*tally.levels, tally.not_sure) if tally else ("",) * COLUMNS
        names = (*levels, tr("Not sure"))
        for level, (cell, number) in enumerate(zip(self.cells, written, strict=True)):
            cell.show_text(str(number))
            name = f"{level} {names[level]}" if level < COLUMNS - 1 else names[level]
            cell.setAccessibleName(tr("{question}, {level}").format(question=group, level=name))
        self.say_problem("")
        self._add_up()
        self.cells[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.cells[0].selectAll()

    def written(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(cell.text() for cell in self.cells)

    def write(self, texts: Sequence[str]) -> None:
        """Show what was typed before."""
        for cell, text in zip(self.cells, texts, strict=True):
            cell.show_text(text)
        self._add_up()

    def say_problem(self, sentence: str) -> None:
        self._problem.say(sentence)
        self._problem.setVisible(bool(sentence))

    def accept(self) -> None:
        """Give the counts, if they are numbers and there are any."""
        written = tuple(cell.text().strip() for cell in self.cells)
        problem = collecting.counts_problem(written)
        numbers = [] if problem else [int(each or 0) for each in written]
        if not problem and not sum(numbers):
            problem = tr("Type how many people chose each level; an empty field counts as 0.")
        elif not problem and max(numbers) > MOST_PEOPLE:
            problem = tr("That is more people than can be counted.")
        if problem:
            self.say_problem(problem)
            self.cells[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.say_problem("")
        zero, one, two, three, four, unsure = numbers
        tally = Tally(levels=(zero, one, two, three, four), not_sure=unsure)
        self.counted.emit(self._group, tally)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif single_keys.is_enter(event):
            if not single_keys.is_held(event):
                (self.left.emit if self._leave.hasFocus() else self.accept)()
        else:
            event.accept()  # letters that no field took mean nothing here

    def _go_on(self, at: int) -> None:
        if at + 1 == COLUMNS:
            self.accept()
            return
        self.cells[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        self.cells[at + 1].selectAll()

    def _add_up(self) -> None:
        self._sum.say(collecting.sum_words([cell.text() for cell in self.cells], self._size))

    def _fit(self) -> None:
        for cell in self.cells:
            cell.setFont(self._look.font("room"))
            cell.setFixedHeight(self._look.px(60))
            cell.setMinimumWidth(self._look.px(60))
