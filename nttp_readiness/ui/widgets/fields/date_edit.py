"""A date as people write it, or none; a calendar helps."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.date_slips import slip_words
from nttp_readiness.typed.dates import read_day, written
from nttp_readiness.ui.theme.accessibility import untold
from nttp_readiness.ui.theme.borders import middle
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.widgets.fields.line_edit import BareLineEdit


class DateEdit(BareLineEdit):
    """`edited` gives a date or None when the user has entered one and leaves or presses Enter.

    What cannot be read stays as it was typed and `mistyped` is emitted; `understood` says that
    what stands there is right again. Alt+Down or F4 opens the calendar.
    """

    edited = Signal(object)
    mistyped = Signal()
    understood = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._date: dt.date | None = None
        self._button = _CalendarButton(look, self)
        self._button.clicked.connect(self.open_calendar)
        self.editingFinished.connect(self.take)
        look.changed.connect(self._fit)

    def date(self) -> dt.date | None:
        """The last date that was understood."""
        return self._date

    def show_date(self, date: dt.date | None) -> None:
        """Show a date that was not entered here; nothing but `understood` is emitted."""
        self._date = date
        with nullcontext() if self.hasFocus() else untold():
            self.setText(written(date))
            self.setCursorPosition(0)
        self.understood.emit()

    def refresh_date(self, date: dt.date | None) -> None:
        """The same for a value that did not have to change: what is still to be mended stays."""
        if date != self._date or not self.is_unread():
            self.show_date(date)

    def is_unread(self) -> bool:
        """Whether something stands there that is no date."""
        text = " ".join(self.text().split())
        if not text or text == written(self._date):
            return False
        return read_day(text, dt.date.today()) is None  # noqa: DTZ011 - the day on the person's own calendar

    def mistake(self, cure: str) -> str:
        """What is wrong with what stands there, as far as it can be told, and that cure."""
        said = slip_words(self.text(), dt.date.today())  # noqa: DTZ011 - the day on the person's own calendar
        return f"{said} {cure}" if said else cure

    def take(self) -> bool:
        """Understand what stands there, as leaving the field does; False where it is no date."""
        text = " ".join(self.text().split())
        if text == written(self._date):
            self.understood.emit()
            return True
        date = read_day(text, dt.date.today())  # noqa: DTZ011 - the day on the person's own calendar
        if date is None and text:
            self.mistyped.emit()
            return False
        self._enter(date)
        return True

    def open_calendar(self) -> None:
        from nttp_readiness.ui.widgets.fields.calendar_popup import CalendarPopup  # noqa: PLC0415 - not to be painted

        popup = CalendarPopup(self._look, self._date, self)
        popup.taken.connect(self._take_day)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = self._button.sizeHint().width()
        self.setTextMargins(0, 0, side - self._look.pad(8), 0)
        self._button.setGeometry(self.width() - side, 1, side - 1, self.height() - 2)

    def _take_day(self, day: QDate) -> None:
        self._enter(dt.date(day.year(), day.month(), day.day()))
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _enter(self, date: dt.date | None) -> None:
        if date == self._date:
            self.show_date(date)
            return
        self.show_date(date)
        self.edited.emit(date)


class _CalendarButton(QToolButton):
    """No tab stop of its own: the field opens the calendar by key."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Choose a date"))
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        side = self._look.px(20) + self._look.pad(16)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colour = self._look.colour("loch" if self.underMouse() else "ink")
        box = middle(self.rect(), self._look.px(18))
        draw_icon(QPainter(self), "calendar", box, colour)
