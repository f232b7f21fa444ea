"""Find: one field, and below it everything that holds its words, each a way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.figures.icons import Glyph
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import finding
from nttp_readiness.presentation.readiness.finding import Hit
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.offer_row import OfferRow
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage

_GLYPHS: dict[finding.Kind, Glyph] = {
    "questions": "reflect",
    "notes": "file",
    "actions": "plan",
    "requests": "share",
}


class FindPage(ScrollingPage):
    """Address: `find`. What was looked for is still there when one comes back."""

    side = 56
    width_at_most = 736

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self._came_from: Address | None = None
        self._shown: tuple[Hit, ...] | None = None
        self._list: QWidget | None = None
        self.field = line_field(look, tr("Find in questions, notes, actions and requests"))
        self.field.control.edited.connect(self._changed)
        self._count = Prose(look, "", "body", tone="quiet")
        self.column.addWidget(Prose(look, tr("Find"), "page"))
        self.column.gap(14)
        self.column.addWidget(self.field)
        self.column.gap(10)
        self.column.addWidget(self._count)
        self.column.gap(10)

    def open(self, rest: str) -> None:
        del rest
        self._came_from = self.session.assessment.paused_at

    def address(self) -> Address:
        """Finding is no place to pause at: the next start continues where one was before."""
        return self._came_from or Address(Page.PREPARE)

    def refresh(self) -> None:
        view, words = self.session.view, self.field.control.text()
        hits = finding.find(view.assessment, view.plan, words)
        self._count.say(finding.count_words(words, hits))
        if hits == self._shown:
            return
        self._shown = hits
        if self._list is not None:
            self.column.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = self._results(hits)
        self.column.addWidget(self._list)

    def where(self) -> str:
        return tr("Find")

    def back_address(self) -> Address:
        return self.address()

    def focus_first(self) -> None:
        self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.control.selectAll()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter in the field opens what was found first; Esc leads back, as from any look-up."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.go.emit(self.back_address())
            event.accept()
            return
        if single_keys.is_enter(event) and self.field.control.hasFocus():
            if self._shown and not single_keys.is_held(event):
                self.go.emit(self._shown[0].address)
            event.accept()
            return
        super().keyPressEvent(event)

    def _changed(self, words: str) -> None:
        self.refresh()
        announce(self, finding.count_words(words, self._shown or ()))

    def _results(self, hits: tuple[Hit, ...]) -> QWidget:
        look = self.look
        whole = QWidget()
        column = Box(look, whole)
        for kind in finding.KINDS:
            of_kind = [each for each in hits if each.kind == kind]
            if not of_kind:
                continue
            column.addWidget(Prose(look, finding.kind_words(kind), "small_strong"))
            column.gap(6)
            column.addWidget(Rule(look, dotted=True))
            for hit in of_kind:
                row = OfferRow(look, _GLYPHS[kind], hit.title, hit.excerpt)
                row.clicked.connect(lambda _=False, address=hit.address: self.go.emit(address))
                column.addWidget(row)
            column.gap(18)
        return whole
