"""One action with everything that can be said about it; each field is kept as it is typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nttp_readiness.domain.answers.assessment import HORIZONS, STATUSES, Horizon, PlannedAction
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_reasons import reasons
from nttp_readiness.presentation.plan.working_steps import place_steps
from nttp_readiness.presentation.words import words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.action.action_ending import ActionEnding
from nttp_readiness.ui.plan.action.action_why import ActionWhy
from nttp_readiness.ui.plan.action.measure_help import MeasureHelp
from nttp_readiness.ui.plan.table.plan_editors import LONGEST_LINE
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.fields.field import (
    Field,
    combo_field,
    date_field,
    line_field,
    segments_field,
    text_field,
    wrapped_field,
)
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.fields.wrapping_edit import WrappingEdit
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.readiness.working_steps import WorkingSteps

_LIVE = tuple(each for each in STATUSES if each != "dropped")


class ActionForm(QWidget):
    """`go` asks for an address: a question, another action, or the table."""

    go = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session, self._key = look, session, ""
        self._rows: list[Box] = []
        self._hopes: tuple[tuple[object, str], ...] = ()
        self.where = Prose(look, "", "where", wraps=False)
        self.firm = IconLabel(look, "tick", "", "small", icon_tone="moss", tone="quiet", wraps=True)
        self.title = wrapped_field(look, tr("Action"), LONGEST_LINE)
        self.why = ActionWhy(look)
        self.working = WorkingSteps(look, tr("How was this place worked out?"))
        self.details = text_field(look, tr("What we will do"), lines=4)
        self.hope = combo_field(look, tr("Level we hope for"), ())
        self.owner = line_field(look, tr("Owner"))
        self.due = date_field(look, tr("By"))
        self.status = combo_field(
            look, tr("Status"), [(each, words.status_words(each)) for each in _LIVE]
        )
        self.review = date_field(look, tr("Look at it again"))
        self.measure = text_field(look, tr("How we will know"), lines=2)
        self.baseline = line_field(look, tr("At the start"))
        self.goal = line_field(look, tr("What we aim for"))
        self.help = MeasureHelp(look, session)
        self.horizon = segments_field(
            look, tr("When"), [(each, words.horizon_words(each)) for each in HORIZONS]
        )
        self.effort = segments_field(
            look, tr("Effort"), [(each, planning.size_words(each)) for each in (1, 2, 3)]
        )
        self.notes = text_field(
            look, tr("Notes"), tr("Please leave out names and personal stories."), lines=3
        )
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
        column.addWidget(self.title)
        column.gap(18)
        column.addWidget(Rule(look))
        column.gap(14)
        column.addWidget(self.why)
        column.addWidget(self.working.fold)
        column.addWidget(self.working)
        column.gap(18)
        column.addWidget(Rule(look))
        column.gap(18)
        column.addWidget(self.details)
        for pair in (
            (self.hope,),
            (self.owner, self.due),
            (self.status, self.review),
            (self.measure,),
            (self.baseline, self.goal),
        ):
            row = Box(look, across=True, spacing=16)
            for field in pair:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self._rows.append(row)
            column.gap(16)
            column.addLayout(row)
        column.gap(4)
        column.addWidget(self.help)
        column.gap(8)
        segments = Flow(look, gap=40)
        segments.addWidget(self.horizon)
        segments.addWidget(self.effort)
        column.addLayout(segments)
        column.gap(16)
        column.addWidget(self.notes)
        column.gap(18)
        column.addWidget(self.ending)

    def _connect(self) -> None:
        texts: dict[str, Field[LineEdit] | Field[TextArea] | Field[WrappingEdit]] = {
            "title": self.title, "details": self.details, "owner": self.owner,
            "measure": self.measure, "baseline": self.baseline, "goal": self.goal,
            "notes": self.notes,
        }  # fmt: skip
        for name, field in texts.items():
            field.control.edited.connect(lambda text, name=name: self._type(name, text))
            if isinstance(field.control, LineEdit):
                field.control.setMaxLength(LONGEST_LINE)
        self._texts = texts
        self.due.control.edited.connect(lambda date: self._choose("due", date))
        self.review.control.edited.connect(lambda date: self._choose("review", date))
        self.status.control.chosen.connect(lambda value: self._choose("status", value))
        self.effort.control.chosen.connect(lambda value: self._choose("effort", value))
        self.hope.control.chosen.connect(lambda value: self._choose("hoped_level", value))
        self.horizon.control.chosen.connect(self._move)
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
        for name, field in self._texts.items():
            field.control.show_text(getattr(action, name))
        self._show_hope(action)
        self._show_dates(action, another=another)
        self.status.control.show_choice(action.status)
        self.status.setEnabled(action.status != "dropped")
        self.horizon.control.show_choice(action.horizon)
        self.effort.control.show_choice(action.effort)
        self.effort.name(planning.effort_label(action.effort))
        self.help.show_action(entry)
        self.ending.show_action(entry)

    def _show_hope(self, action: PlannedAction) -> None:
        """The level hoped for, where the action comes from a question."""
        bank = self._session.assessment.bank
        self.hope.setVisible(any(key in bank.by_id for key in action.indicators))
        choices = planning.hope_choices(bank)
        if choices != self._hopes:
            self._hopes = choices
            self.hope.control.set_choices(choices)
        self.hope.control.show_choice(action.hoped_level)

    def _show_dates(self, action: PlannedAction, *, another: bool) -> None:
        for field, date in ((self.due, action.due), (self.review, action.review)):
            if another or field.control.date() != date:
                field.control.show_date(date)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        low = self.width() < self._look.px(460)
        for row in self._rows:
            row.setDirection(ways.TopToBottom if low else ways.LeftToRight)

    def _type(self, name: str, text: str) -> None:
        fields: dict[str, object] = {name: text}
        self._session.type_in(
            f"{self._key}/{name}", tr("Change an action"), edits.change_action, self._key, **fields
        )

    def _choose(self, name: str, value: object) -> None:
        fields: dict[str, object] = {name: value}
        self._session.attempt(tr("Change an action"), edits.change_action, self._key, **fields)

    def _move(self, horizon: Horizon) -> None:
        self._session.attempt(tr("Move an action"), edits.move_action, self._key, horizon)

    def _refresh_font(self) -> None:
        self.title.control.setFont(self._look.font("section_small"))
