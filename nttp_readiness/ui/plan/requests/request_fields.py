"""The fields of one request to others; how it goes on is folded until somebody wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.request_columns import FIRST_ROWS, MORE_ROWS, REQUEST_COLUMNS
from nttp_readiness.presentation.plan.requests import standing_words
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.column_field import column_field
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.field import Field
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.panel import Rule


class RequestFields(QWidget):
    """`typed` and `chose` give the name of a field and what stands in it; `removed` takes the
    request out.
    """

    typed = Signal(str, str)
    chose = Signal(str, object)
    removed = Signal()

    def __init__(self, look: Look, ask: Request) -> None:
        super().__init__()
        self.key, self._look = ask.id, look
        self.fields: dict[str, Field[Any]] = {
            each.key: column_field(look, each) for each in REQUEST_COLUMNS
        }
        self.remove = Button(look, tr("Remove this request"), "link")
        self.more = QWidget()
        self.fold = Fold(look, tr("Who asks, and what they answer"), "", self.more, kind="body")
        self._rows: list[Box] = []
        self._build()
        for key, field in self.fields.items():
            control = field.control
            if isinstance(control, LineEdit | TextArea):
                control.edited.connect(lambda text, key=key: self.typed.emit(key, text))
            elif isinstance(control, DateEdit):
                control.edited.connect(lambda date, key=key: self.chose.emit(key, date))
            else:
                control.chosen.connect(lambda value, key=key: self.chose.emit(key, value))
        self.remove.clicked.connect(self.removed)

    def _build(self) -> None:
        column = Box(self._look, self, margins=(0, 0, 0, 14), spacing=12)
        column.addWidget(Rule(self._look, dotted=True))
        self._add_rows(column, FIRST_ROWS)
        column.addWidget(self.fold)
        column.addWidget(self.more)
        inner = Box(self._look, self.more, margins=(0, 0, 0, 4), spacing=12)
        self._add_rows(inner, MORE_ROWS)
        column.addWidget(self.remove)

    def _add_rows(self, column: Box, rows: Sequence[Sequence[str]]) -> None:
        for keys in rows:
            if len(keys) == 1:
                column.addWidget(self.fields[keys[0]])
                continue
            row = Box(self._look, across=True, spacing=16)
            for key in keys:
                row.addWidget(self.fields[key], 1, Qt.AlignmentFlag.AlignTop)
            self._rows.append(row)
            column.addLayout(row)

    def begin(self) -> None:
        """Put the focus into it, with all of its fields opened."""
        self.fold.setChecked(True)
        self.fields["who"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ask(self, ask: Request, number: int, today: dt.date) -> None:
        """Show that request; each field says of which one it is."""
        for each in REQUEST_COLUMNS:
            control, value = self.fields[each.key].control, getattr(ask, each.key)
            name = tr("{field}, request {n}").format(field=each.heading(), n=number)
            control.setAccessibleName(name)
            if isinstance(control, LineEdit | TextArea):
                control.show_text(value)
            elif not isinstance(control, DateEdit):
                control.show_choice(value)
            elif control.date() != value:
                control.show_date(value)
        self.fold.say(tr("Who asks, and what they answer"), standing_words(ask, today))
        self.fold.setAccessibleName(
            tr("Who asks, and what they answer, request {n}").format(n=number)
        )
        who = ask.who.strip()
        self.remove.setAccessibleName(tr("Remove this request, {who}").format(who=who or number))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        low = self.width() < self._look.px(460)
        for row in self._rows:
            row.setDirection(ways.TopToBottom if low else ways.LeftToRight)
