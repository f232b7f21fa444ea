"""Forms that open where the agreed level stands: an action on the spot, and the view kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import agreement_edits, edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import column, heading
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.field import left_out_words
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.room.wall_widgets import RoomButton


class WallForm(QWidget):
    """Enter keeps what was written, Esc leaves without; both emit, and the window closes it."""

    kind = ""
    """What is written in it, as a name for what was left half-written."""

    left = Signal()

    def __init__(self, look: Look, words: str, kept: str) -> None:
        super().__init__()
        self._look = look
        self._words = Prose(look, words, "room_top")
        self._problem = Prose(look, "", "room_top", tone="error")
        self._problem.hide()
        self._row = Box(look, across=True, spacing=16)
        self.keep = RoomButton(look, kept, main=True)
        self.keep.clicked.connect(self.accept)
        self._leave = RoomButton(look, tr("Leave"))
        self._leave.clicked.connect(self.left)
        column = Box(look, self, spacing=6)
        column.addWidget(self._words)
        column.addWidget(self._problem)
        column.addLayout(self._row)
        self._fields: list[QLineEdit] = []
        look.changed.connect(self._fit)

    def accept(self) -> None:
        """Keep what was written."""

    def begin(self, texts: Sequence[str]) -> None:
        """Show these texts, one for each field, and put the focus where the writing begins."""
        self.say_problem("")
        for field, text in zip(self._fields, texts, strict=True):
            field.setText(text)
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def written(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.text() for field in self._fields)

    def say_problem(self, sentence: str) -> None:
        """It stands where the heading of the form does: below there is no room on a wall."""
        self._problem.say(sentence)
        self._problem.setVisible(bool(sentence))
        self._words.setVisible(not sentence)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif single_keys.is_enter(event):
            if not single_keys.is_held(event):
                (self.left.emit if self._leave.hasFocus() else self.accept)()
        else:
            event.accept()  # letters that no field took mean nothing here

    def _add_field(self, field: QLineEdit, name: str, share: int) -> None:
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        self._fields.append(field)
        if isinstance(field, LineEdit):
            field.edited.connect(lambda _: self.say_problem(""))
            field.left_out.connect(
                lambda n: self.say_problem(left_out_words(name, field.longest, n))
            )
        self._row.addWidget(field, share)

    def _close_row(self) -> None:
        self._row.addWidget(self.keep)
        self._row.addWidget(self._leave)
        self._fit()

    def _fit(self) -> None:
        for field in self._fields:
            field.setFont(self._look.font("room"))
            field.setFixedHeight(self._look.px(60))


class SpotAction(WallForm):
    """An action with owner and date. `added` gives all three."""

    kind = "action"
    added = Signal(str, str, object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("An action on the spot: what, who, and by when"), tr("Add"))
        self.title, self.owner, self.due = LineEdit(look), LineEdit(look), DateEdit(look)
        self.title.setMaxLength(column("title").limit)
        self.owner.setMaxLength(column("owner").limit)
        self._add_field(self.title, heading("title"), 5)
        self._add_field(self.owner, heading("owner"), 2)
        self._add_field(self.due, tr("{field}, such as 1 June").format(field=heading("due")), 3)
        self._close_row()

    def begin(self, texts: Sequence[str]) -> None:
        self.due.show_date(None)
        super().begin(texts)

    def accept(self) -> None:
        if not self.title.text().strip():
            self.say_problem(tr("Write a few words that say what will be done."))
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.due.take():
            self.say_problem(
                self.due.mistake(tr("Write a date such as 18 December 2026, or none."))
            )
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        due: dt.date | None = self.due.date()
        self.added.emit(self.title.text(), self.owner.text(), due)


class KeptView(WallForm):
    """The view of a minority, in one sentence. `kept` gives it."""

    kind = "view"
    kept = Signal(str)

    def __init__(self, look: Look) -> None:
        words = tr("A view to keep beside the level, in one sentence and without names")
        super().__init__(look, words, tr("Keep"))
        self.view = LineEdit(look)
        self.view.setMaxLength(300)
        self._add_field(self.view, tr("Also kept"), 1)
        self._close_row()

    def accept(self) -> None:
        self.kept.emit(self.view.text().strip())


class KeptWords(WallForm):
    """What the room has seen, what is strong, and what to improve. `noted` gives all three."""

    kind = "words"
    noted = Signal(str, str, str)

    def __init__(self, look: Look) -> None:
        words = tr("What we have seen, what is strong, what to improve: a few words each")
        super().__init__(look, words, tr("Keep"))
        self.evidence, self.strengths, self.improve = (LineEdit(look) for _ in range(3))
        names = (tr("What we have seen"), tr("What is strong"), tr("What to improve"))
        for field, name in zip((self.evidence, self.strengths, self.improve), names, strict=True):
            field.setMaxLength(300)
            self._add_field(field, name, 1)
        self._close_row()

    def accept(self) -> None:
        self.noted.emit(self.evidence.text(), self.strengths.text(), self.improve.text())


def with_action(
    assessment: Assessment, indicator_id: str, title: str, owner: str, due: dt.date | None
) -> Assessment:
    """The plan with one more action of our own that this question led to."""
    made = edits.add_action(assessment, title)
    new = next(key for key in made.actions if key not in assessment.actions)
    made = edits.change_action(made, new, owner=owner.strip(), due=due, indicators=(indicator_id,))
    return agreement_edits.note_action(made, new)
