"""The bar above a narrow page: the places as a menu, and where one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme import style_hints
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.navigation_panel import place_name
from nttp_readiness.ui.workbook.workbook_page import WorkbookPage


class NavigationBar(Panel):
    """Does for a narrow window what the sidebar does for a wide one.

    `place_chosen` and `row_chosen` give what was chosen in its menu: a place, or a row of this one.
    """

    place_chosen = Signal(str)
    row_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "margin", ("bottom",), parent)
        self._look = look
        self._places: tuple[NavigationRow, ...] = ()
        self._rows: tuple[NavigationRow, ...] = ()
        self.button = Button(look, "", "second", "menu", small=True)
        self.button.setAccessibleDescription(tr("Places and parts of this page"))
        self.button.clicked.connect(self.open_menu)
        self._where = Prose(look, "", "small", wraps=False)
        self._row = Box(look, self, across=True, margins=(16, 0, 24, 0), spacing=12)
        self._row.addWidget(self.button)
        self._row.addWidget(self._where, 1)

    def show_page(self, places: Sequence[NavigationRow], page: WorkbookPage) -> None:
        self._places, self._rows = tuple(places), tuple(page.rows())
        part = page.session.assessment.part is not None
        self.button.say(place_name(page.place, part=part) or tr("Places"))
        self._where.say(page.where())
        self._fit()

    def take(self, sign: QWidget) -> None:
        """Have that at the end of the bar."""
        self._row.addWidget(sign)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where one is gives way to the button and to what stands at the end: the page says it."""
        self._where.hide()
        room = self.width() - self._row.minimumSize().width() - self._row.spacing()
        self._where.setVisible(self._where.sizeHint().width() <= room)

    def minimumSizeHint(self) -> QSize:
        """Narrower than its words beside each other, as they can give way."""
        return QSize(self.button.sizeHint().width(), super().minimumSizeHint().height())

    def rescale(self) -> None:
        self.setFixedHeight(self._look.px(21) + self._look.pad(23))

    def open_menu(self) -> None:
        menu = style_hints.menu(self)
        for row in self._places:
            act = menu.addAction(_entry(row))
            act.triggered.connect(lambda _=False, key=row.key: self.place_chosen.emit(key))
        if self._rows:
            menu.addSeparator()
        for row in self._rows:
            act = menu.addAction(_entry(row))
            act.triggered.connect(lambda _=False, key=row.key: self.row_chosen.emit(key))
            act.setEnabled(not row.heading)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))


def _entry(row: NavigationRow) -> str:
    return f"{row.name}\t{row.status}".replace("&", "&&")
