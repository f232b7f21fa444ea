"""A calendar from which a day is taken.

Apart from the field, as it brings along all languages, countries and kinds of text that Qt knows.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.look import Look


class CalendarPopup(QFrame):
    """Opens at a date, and is gone once one is taken or the person goes elsewhere."""

    taken = Signal(QDate)

    def __init__(self, look: Look, date: dt.date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameStyle(QFrame.Shape.Box)
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale("en_GB"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(tr("Calendar"))
        calendar.setMinimumSize(look.px(320), look.px(270))
        palette = calendar.palette()
        palette.setColor(QPalette.ColorRole.Highlight, look.colour("loch"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.colour("on_loch"))
        calendar.setPalette(palette)
        plain = QTextCharFormat()
        plain.setForeground(look.colour("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)  # red on weekends means nothing here
        if date is not None:
            calendar.setSelectedDate(QDate(date.year, date.month, date.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(calendar)
        self.setFocusProxy(calendar)
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.taken.emit(day)
        self.close()
