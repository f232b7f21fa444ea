"""A question asked where the actions stand: why they are dropped, who owns them, by when."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from nttp_readiness.domain.answers.fields import LINE_LIMIT
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import ActionColumn
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.column_field import column_field
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.field import Field, line_field
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.panel import Card
from nttp_readiness.ui.widgets.prose import Prose


class InlinePrompt(Card):
    """`taken` gives the ids and what was written; Esc and the second button emit `kept`. Then it
    hides: who hears them takes the focus first, or it would go to whatever comes next on the page.
    """

    taken = Signal(object, object)
    kept = Signal(object)
    grown = Signal()
    """It needs another height."""

    def __init__(
        self,
        look: Look,
        field: Field[LineEdit] | Field[DateEdit],
        yes: str,
        no: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.keys: tuple[str, ...] = ()
        """Ids of the actions that it asks about, none while it is hidden."""
        self._title = Prose(look, "", "guide_strong")
        self.field = field
        self.yes = Button(look, yes, small=True)
        self.no = Button(look, no, "quiet", small=True)
        buttons = Flow(look, gap=12)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        column = Box(look, self, margins=(18, 14, 18, 14), spacing=10)
        column.addWidget(self._title)
        column.addWidget(field)
        column.addLayout(buttons)
        self.yes.clicked.connect(self._take)
        self.no.clicked.connect(self._keep)
        if isinstance(field.control, DateEdit):
            field.control.mistyped.connect(self.grown)
        self.hide()

    def ask(self, keys: tuple[str, ...], title: str) -> None:
        """Show it for these actions, empty, with the focus where the answer goes."""
        self.keys = keys
        self._title.say(title)
        control = self.field.control
        if isinstance(control, DateEdit):
            control.show_date(None)
        else:
            control.clear()
        self.show()
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        self.keys = ()
        self.hide()

    def stand_below(self, row: QRect, room: QWidget) -> None:
        """Place it within `room` below that row, or above it where there is no space below."""
        wide = min(room.width() - row.x(), max(self.minimumSizeHint().width(), 560))
        layout = self.layout()
        high = layout.totalHeightForWidth(wide) if layout else self.sizeHint().height()
        below = row.bottom() + 4
        top = below if below + high <= room.height() else max(0, row.top() - high - 4)
        self.setGeometry(QRect(row.x(), top, wide, high))
        self.raise_()

    def focusNextPrevChild(self, forwards: bool, /) -> bool:  # noqa: FBT001 - Qt's signature
        """It stands in no layout of the page while it lies over rows: Tab goes through it here."""
        stops: tuple[QWidget, ...] = (self.field.control, self.yes, self.no)
        reasons = Qt.FocusReason
        reason = reasons.TabFocusReason if forwards else reasons.BacktabFocusReason
        here = next((n for n, each in enumerate(stops) if each.hasFocus()), None)
        to = -1 if here is None else here + (1 if forwards else -1)
        if here is not None and 0 <= to < len(stops):
            stops[to].setFocus(reason)
            return True
        viewport = self.parentWidget()
        rows = viewport.parentWidget() if viewport else None
        if not forwards and isinstance(rows, QAbstractItemView):
            rows.setFocus(reason)
            return True
        return super().focusNextPrevChild(forwards)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        elif single_keys.is_enter(event):
            if not single_keys.is_held(event):
                (self._keep if self.no.hasFocus() else self._take)()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        control = self.field.control
        if isinstance(control, DateEdit):
            if not control.take():
                control.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            value: object = control.date()
        else:
            value = control.text().strip()
        self.taken.emit(self.keys, value)
        self.put_away()

    def _keep(self) -> None:
        self.kept.emit(self.keys)
        self.put_away()


def drop_ask(look: Look, parent: QWidget | None = None) -> InlinePrompt:
    """Asks why actions are dropped."""
    reason = line_field(look, tr("Why do we drop it?"), tr("It can be brought back."))
    reason.limit_to(LINE_LIMIT)
    return InlinePrompt(look, reason, tr("Drop it"), tr("Keep it"), parent)


def value_ask(look: Look, field: ActionColumn, parent: QWidget | None = None) -> InlinePrompt:
    """Asks what several actions get in that field."""
    asked = column_field(look, field)
    asked.name(tr("{field}, for all").format(field=field.heading()))
    asked.say_hint(tr("Leave it empty to clear it for all."))
    return InlinePrompt(look, asked, tr("Change all"), tr("Cancel"), parent)
