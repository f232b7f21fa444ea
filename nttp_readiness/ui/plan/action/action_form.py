"""One action with everything that can be said about it; each field is kept as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nttp_readiness.address import Address
from nttp_readiness.domain.answers.planned import Horizon, PlannedAction
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_columns import FORM_ROWS, ColumnKey, column
from nttp_readiness.presentation.plan.action_reasons import reasons
from nttp_readiness.presentation.plan.owner_plan import typed_before
from nttp_readiness.presentation.plan.working_steps import place_steps
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.action.action_ending import ActionEnding
from nttp_readiness.ui.plan.action.action_why import ActionWhy
from nttp_readiness.ui.plan.action.measure_help import MeasureHelp
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.fields.column_field import column_field
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.field import Field
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.name_offer import offer_names
from nttp_readiness.ui.widgets.fields.segments import Segments
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.readiness.working_tree import WorkingSteps


class ActionForm(QWidget):
    """`go` asks for an address: a question, another action, or the table."""

    go = Signal(Address)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session, self._key = look, session, ""
        self._rows: list[Box] = []
        self._hopes: tuple[tuple[object, str], ...] = ()
        self.where = Prose(look, "", "where", wraps=False)
        self.firm = IconLabel(look, "tick", "", "small", icon_tone="moss", tone="quiet", wraps=True)
        self.why = ActionWhy(look)
        self.working = WorkingSteps(look, tr("How was this place worked out?"))
        self.fields: dict[ColumnKey, Field[Any]] = {
            each.key: column_field(look, each) for row in FORM_ROWS for each in map(column, row)
        }
        """A field for each that the table of columns has in the form."""
        offer_names(look, self.fields["owner"].control, lambda: typed_before(session.assessment))
        self.help = MeasureHelp(look, session)
        self.ending = ActionEnding(look, session)
        self._build()
        self._connect()
        look.changed.connect(self._refresh_font)
        self._refresh_font()

    def _build(self) -> None:
        look = self._look
        column = Box(look, self)
        top = Flow(look, gap=16, last_at_end=True)
        top.addWidget(self.where)
        top.addWidget(self.firm)
        column.addLayout(top)
        column.gap(6)
        for keys in FORM_ROWS:
            self._add_row(column, [self.fields[key] for key in keys])
            if "title" in keys:
                self._add_reasons(column)
            elif "goal" in keys:
                column.gap(4)
                column.addWidget(self.help)
                column.gap(8)
            elif keys != FORM_ROWS[-1]:
                column.gap(16)
        column.gap(18)
        column.addWidget(self.ending)

    def _add_row(self, column: Box, fields: Sequence[Field[Any]]) -> None:
        """Fields beside each other; those of a few short words wrap, the others share the row."""
        if all(isinstance(each.control, Segments) for each in fields):
            segments = Flow(self._look, gap=40)
            for each in fields:
                segments.addWidget(each)
            column.addLayout(segments)
            return
        if len(fields) == 1:
            column.addWidget(fields[0])
            return
        row = Box(self._look, across=True, spacing=16)
        for each in fields:
            row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.append(row)
        column.addLayout(row)

    def _add_reasons(self, column: Box) -> None:
        column.gap(18)
        column.addWidget(Rule(self._look))
        column.gap(14)
        column.addWidget(self.why)
        column.addWidget(self.working.fold)
        column.addWidget(self.working)
        column.gap(18)
        column.addWidget(Rule(self._look))
        column.gap(18)

    def _connect(self) -> None:
        for key, field in self.fields.items():
            control = field.control
            if isinstance(control, LineEdit | TextArea):
                control.edited.connect(lambda text, key=key: self._type(key, text))
            elif isinstance(control, DateEdit):
                control.edited.connect(lambda date, key=key: self._choose(key, date))
            elif key == "horizon":
                control.chosen.connect(self._move)
            else:
                control.chosen.connect(lambda value, key=key: self._choose(key, value))
        self.why.go.connect(self.go)
        self.ending.go.connect(self.go)

    def show_action(self, entry: Entry) -> None:
        """Show that action; fields that say the same already are left alone."""
        action, view = entry.action, self._session.view
        another = action.id != self._key
        self._key = action.id
        why = reasons(view.assessment, view.plan, entry)
        place = planning.place_words(view.plan, action.id)
        self.where.say(tr("Plan · {place}").format(place=place[:1].lower() + place[1:]))
        self.firm.say(why.standing, "tick" if why.firm else "help")
        self.firm.setVisible(bool(why.standing))
        self.why.show_reasons(why)
        card, suggestion = view.card, entry.suggestion
        listed = suggestion is not None and suggestion in card.suggestions
        self.working.show_steps(
            partial(place_steps, card, suggestion) if suggestion is not None and listed else None
        )
        self._show_hope(action)
        for key, field in self.fields.items():
            value, control = getattr(action, key), field.control
            if isinstance(control, LineEdit | TextArea):
                control.show_text(value)
            elif not isinstance(control, DateEdit):
                control.show_choice(value)
            elif another or control.date() != value:
                control.show_date(value)
        self.fields["status"].setEnabled(action.status != "dropped")
        self.fields["effort"].name(planning.effort_label(action.effort))
        self.help.show_action(entry)
        self.ending.show_action(entry)

    def _show_hope(self, action: PlannedAction) -> None:
        """The level hoped for, in the words of the bank, where the action comes from a question."""
        bank, hope = self._session.assessment.bank, self.fields["hoped_level"]
        hope.setVisible(any(key in bank.by_id for key in action.indicators))
        choices = planning.hope_choices(bank)
        if choices != self._hopes:
            self._hopes = choices
            hope.control.set_choices(choices)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        low = self.width() < self._look.px(460)
        for row in self._rows:
            row.setDirection(ways.TopToBottom if low else ways.LeftToRight)

    def _type(self, name: str, text: str) -> None:
        fields = edits.action_change(name, text)
        self._session.type_in(
            f"{self._key}/{name}", tr("Change an action"), edits.change_action, self._key, **fields
        )

    def _choose(self, name: str, value: object) -> None:
        fields = edits.action_change(name, value)
        self._session.attempt(tr("Change an action"), edits.change_action, self._key, **fields)

    def _move(self, horizon: Horizon) -> None:
        self._session.attempt(tr("Move an action"), edits.move_action, self._key, horizon)

    def _refresh_font(self) -> None:
        self.fields["title"].control.setFont(self._look.font("section_small"))
