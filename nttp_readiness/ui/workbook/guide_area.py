"""The column at the right, which scrolls by itself and can have the focus."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.accessibility import RoleFace, announce, register
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.tab_order import in_order
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.viewport import own_viewport
from nttp_readiness.ui.workbook.workbook_page import WorkbookPage

WIDTH = 320


class GuideArea(QScrollArea):
    """Arrow keys scroll it. Name it: to assistive technology it is one part, and where that
    listens, Down and Up say paragraph after paragraph; all at once nobody can follow.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.setFrameStyle(QFrame.Shape.Box)
        self.setLineWidth(3)  # room for the ring when the column has the focus
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleDescription(tr("Down and Up read it, paragraph by paragraph."))
        self._said: QWidget | None = None
        """The paragraph that was said last."""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() or not QAccessible.isActive():
            super().keyPressEvent(event)
            return
        paragraphs = self._paragraphs()
        shown = [each for each, _ in paragraphs]
        at = shown.index(self._said) + step if self._said in shown else 0
        if not 0 <= at < len(shown):
            announce(self, tr("The guide ends here.") if at > 0 else tr("The guide begins here."))
            return
        self._said, words = paragraphs[at]
        self.ensureWidgetVisible(self._said)
        announce(self, words)

    def _paragraphs(self) -> list[tuple[QWidget, str]]:
        """Each with its words, a heading together with what stands below it."""
        inner = self.widget()
        if inner is None:
            return []
        heading = ""
        found: list[tuple[QWidget, str]] = []
        for each in in_order(inner):
            words = each.plain() if isinstance(each, Prose) and each.isVisibleTo(inner) else ""
            if isinstance(each, Prose) and words and (each.heads or each.kind == "guide_strong"):
                heading = f"{words}."
            elif words:
                found.append((each, " ".join(filter(None, (heading, words)))))
                heading = ""
        return found


# As a group all of it would be read in one go.
register(GuideArea, lambda area: RoleFace(area, QAccessible.Role.Section))


class GuideColumn(Panel):
    """Holds the guide of a page where there is room beside it, and gives it back where not."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, lines=("left",), parent=parent)
        self._look = look
        self.area = GuideArea()
        self._sign = IconLabel(look, "book", "", "guide_heading")
        column = Box(look, self, margins=(25, 22, 0, 0), spacing=10)
        column.addWidget(self._sign)
        column.addWidget(self.area, 1)

    def rescale(self) -> None:
        self.setFixedWidth(self._look.px(WIDTH))

    def name(self, page: WorkbookPage) -> None:
        self._sign.say(page.guide_heading())

    def place(self, page: WorkbookPage, pages: Iterable[WorkbookPage], *, room: bool) -> None:
        """Take that page's guide where there is room; every other of `pages` has its own again."""
        beside = room and page.guide is not None
        shown = self.area.widget()
        if shown is not None and (not beside or shown is not page.guide):
            self.area.takeWidget()  # hands it back without a parent
            for other in pages:
                if other.guide is shown:
                    other.hold_guide(inside=True)
        if page.guide is not None:
            page.hold_guide(inside=not beside)
            if beside and self.area.widget() is None:
                self.area.setWidget(page.guide)
                page.guide.show()
        self.setVisible(beside)
        self.area.setAccessibleName(page.guide_heading())
