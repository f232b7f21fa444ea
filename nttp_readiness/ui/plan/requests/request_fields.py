"""The fields of one request to others; how it goes on is folded until somebody wants it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nttp_readiness.domain.answers.assessment import REQUEST_STATUSES, Request
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.requests import ask_status_words, standing_words
from nttp_readiness.ui.plan.table.plan_editors import LONGEST_LINE
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import (
    Field,
    combo_field,
    date_field,
    line_field,
    text_field,
)
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
        self.who = line_field(look, tr("Who"), tr("A body or a role."))
        self.request = text_field(look, tr("What we ask for"), lines=2)
        self.why = text_field(look, tr("Why"), lines=2)
        self.asker = line_field(look, tr("Who of us asks"), tr("A name, and the role."))
        self.how = line_field(look, tr("How"), tr("By letter, or at which meeting."))
        self.by = date_field(look, tr("Answer by"))
        self.status = combo_field(
            look, tr("How it stands"), [(each, ask_status_words(each)) for each in REQUEST_STATUSES]
        )
        self.answer = text_field(look, tr("Their answer"), lines=2)
        self.remove = Button(look, tr("Remove this request"), "link")
        self.more = QWidget()
        self.fold = Fold(look, tr("Who asks, and what they answer"), "", self.more, kind="body")
        self._texts: dict[str, Field[LineEdit] | Field[TextArea]] = {
            "who": self.who, "request": self.request, "why": self.why, "asker": self.asker,
            "how": self.how, "answer": self.answer,
        }  # fmt: skip
        self._pairs = [
            Box(look, across=True, spacing=16), Box(look, across=True, spacing=16),
        ]  # fmt: skip
        self._build()
        for name, field in self._texts.items():
            field.control.edited.connect(lambda text, name=name: self.typed.emit(name, text))
            if isinstance(field.control, LineEdit):
                field.control.setMaxLength(LONGEST_LINE)
        self.by.control.edited.connect(lambda date: self.chose.emit("by", date))
        self.status.control.chosen.connect(lambda value: self.chose.emit("status", value))
        self.remove.clicked.connect(self.removed)

    def _build(self) -> None:
        column = Box(self._look, self, margins=(0, 0, 0, 14), spacing=12)
        column.addWidget(Rule(self._look, dotted=True))
        plain: tuple[QWidget, ...] = (self.who, self.request, self.why, self.fold, self.more)
        for each in plain:
            column.addWidget(each)
        inner = Box(self._look, self.more, margins=(0, 0, 0, 4), spacing=12)
        pairs: tuple[tuple[QWidget, QWidget], ...] = (
            (self.asker, self.how), (self.by, self.status),
        )  # fmt: skip
        for row, pair in zip(self._pairs, pairs, strict=True):
            for each in pair:
                row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
            inner.addLayout(row)
        inner.addWidget(self.answer)
        column.addWidget(self.remove)

    def begin(self) -> None:
        """Put the focus into it, with all of its fields opened."""
        self.fold.setChecked(True)
        self.who.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ask(self, ask: Request, number: int, today: dt.date) -> None:
        """Show that request; each field says of which one it is."""
        for field, name in (
            (self.who, tr("Who, request {n}")),
            (self.request, tr("What we ask for, request {n}")),
            (self.why, tr("Why, request {n}")),
            (self.asker, tr("Who of us asks, request {n}")),
            (self.how, tr("How, request {n}")),
            (self.by, tr("Answer by, request {n}")),
            (self.status, tr("How it stands, request {n}")),
            (self.answer, tr("Their answer, request {n}")),
        ):
            field.control.setAccessibleName(name.format(n=number))
        for name, text in self._texts.items():
            text.control.show_text(getattr(ask, name))
        if self.by.control.date() != ask.by:
            self.by.control.show_date(ask.by)
        self.status.control.show_choice(ask.status)
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
        for row in self._pairs:
            row.setDirection(ways.TopToBottom if low else ways.LeftToRight)
