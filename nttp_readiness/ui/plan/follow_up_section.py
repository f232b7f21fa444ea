"""How far the plan is, when people last looked at it, and what changed since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.domain.editing import plan_edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.following_up import (
    ChangeRow,
    FollowingUp,
    State,
    following_up,
)
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container
from nttp_readiness.ui.widgets.status_look import status_look


class FollowUpSection(QWidget):
    """Hidden until something in the plan is under way. `opened` gives the id of an action."""

    opened = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._states: tuple[State, ...] = ()
        self._rows: tuple[ChangeRow, ...] = ()
        self._signs: list[IconLabel] = []
        self._lines: list[QWidget] = []
        self._looked = Prose(look, "", "where")
        self.look_button = Button(look, tr("We looked at the plan today"), "second", "tick",
                                  small=True)  # fmt: skip
        self.look_button.clicked.connect(self._look_at_it)
        self._inside = QWidget()
        self._list = Box(look, self._inside, margins=(0, 4, 0, 8))
        self.fold = Fold(look, tr("What changed"), "", self._inside, kind="guide_strong")
        self._times = Container()
        self.times_fold = Fold(
            look, tr("Each time we looked"), "", self._times, kind="guide_strong"
        )
        self._row = Flow(look, gap=22)
        self._row.addWidget(self.look_button)
        column = Box(look, self)
        column.addWidget(Rule(look))
        column.gap(10)
        column.addLayout(self._row)
        column.gap(4)
        column.addWidget(self._looked)
        column.addWidget(self.fold)
        column.addWidget(self._inside)
        column.addWidget(self.times_fold)
        column.addWidget(self._times)
        column.gap(4)

    def refresh(self) -> None:
        view = self._session.view
        found = following_up(view.assessment, view.plan, self._session.today)
        self.setVisible(found is not None)
        if found is not None:
            self._show(found)

    def _show(self, found: FollowingUp) -> None:
        self._show_states(found.states)
        self._looked.say(found.looked)
        self._looked.setVisible(bool(found.looked))
        focus = QApplication.focusWidget()
        row_goes = found.changes != self._rows and bool(focus and self._inside.isAncestorOf(focus))
        if row_goes or (not found.heading and focus is self.fold):
            self.look_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fold.setVisible(bool(found.heading))
        self.fold.say(found.heading or tr("What changed"), found.extra)
        if not found.heading:
            self.fold.setChecked(False)
        self._show_changes(found.changes)
        self.times_fold.setVisible(bool(found.times))
        self.times_fold.setChecked(self.times_fold.isChecked() and bool(found.times))
        self._times.show_made(found.times, lambda: self._made_times(found.times))

    def _made_times(self, times: Sequence[str]) -> QWidget:
        whole = QWidget()
        column = Box(self._look, whole, margins=(26, 2, 0, 8), spacing=4)
        for each in times:
            column.addWidget(Prose(self._look, each, "table"))
        return whole

    def _show_states(self, states: tuple[State, ...]) -> None:
        if states == self._states:
            return
        self._states = states
        for old in self._signs:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._row.removeWidget(self.look_button)
        self._signs = [self._sign(each) for each in states]
        for each in (*self._signs, self.look_button):
            self._row.addWidget(each)

    def _sign(self, state: State) -> IconLabel:
        shown, late = status_look(state.status), state.status == "overdue"
        kind: TextKind = "guide_strong" if late else "guide"
        return IconLabel(self._look, shown.glyph, state.words, kind, icon_tone=shown.tone,
                    tone="bracken" if late else "ink")  # fmt: skip

    def _show_changes(self, rows: Sequence[ChangeRow]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for old in self._lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(each) for each in rows]
        for new in self._lines:
            self._list.addWidget(new)

    def _line(self, row: ChangeRow) -> QWidget:
        whole = QWidget()
        column = Box(self._look, whole)
        column.addWidget(Rule(self._look, dotted=True))
        line = Box(self._look, across=True, margins=(26, 7, 0, 7), spacing=16)
        said = Box(self._look)
        said.addWidget(Prose(self._look, row.title, "table_strong"))
        said.addWidget(Prose(self._look, row.words, "table", tone="quiet"))
        line.addLayout(said, 1)
        if row.action:
            button = Button(self._look, tr("Open"), "link")
            button.setAccessibleName(tr("Open, {title}").format(title=row.title))
            button.clicked.connect(lambda: self.opened.emit(row.action))
            line.addWidget(button)
        column.addLayout(line)
        return whole

    def _look_at_it(self) -> None:
        label = tr("Look at the plan")
        if self._session.attempt(label, plan_edits.look_at_plan, self._session.today):
            announce(self, tr("Kept: we looked at the plan today."))
