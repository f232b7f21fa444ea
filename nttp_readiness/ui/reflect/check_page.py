"""Check your answers: what is open, and every answer with a way to change it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import answer_filters, checking, progress, reflecting
from nttp_readiness.presentation.readiness.answer_filters import FILTERS, Filter
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.reflect.check_tree import CheckTree
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.text_block import text_width
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.combo import Combo
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.level_chip import LevelChip
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage, WidthClass


class CheckPage(ScrollingPage):
    """Address: `check`. `walk` asks to go through questions one after the other, by their ids."""

    walk = Signal(tuple)

    place = Page.REFLECT

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, top=22, parent=parent)
        self._filter: Filter = "all"
        self._show_time = True
        self._sentence = Prose(look, "", "body")
        self._strip = _Strip(look)
        self._time = Prose(look, "", "body", tone="quiet")
        self.through = Button(look, "", "second", "right", small=True)
        self.evidence = Button(look, tr("All evidence"), "link")
        self._nothing = Prose(look, "", "body", tone="quiet")
        self.tree = CheckTree(look)
        column = self.column
        column.addWidget(Prose(look, tr("Reflect"), "where"))
        column.addWidget(Prose(look, tr("Check your answers"), "page"))
        column.gap(2)
        column.addWidget(self._sentence)
        column.addWidget(self._time)
        column.gap(18)
        column.addWidget(Rule(look))
        column.addWidget(self._strip)
        column.addWidget(Rule(look))
        column.gap(14)
        column.addWidget(self._nothing)
        acts = Flow(look, gap=16)
        acts.addWidget(self.through)
        acts.addWidget(self.evidence)
        column.addLayout(acts)
        column.gap(6)
        column.addWidget(self.tree)
        self._strip.answer.clicked.connect(self._answer_now)
        self.evidence.clicked.connect(lambda: self.go.emit(Address(Page.EVIDENCE)))
        self.through.clicked.connect(lambda: self.walk.emit(self._walk()))
        self._strip.show_which.chosen.connect(self._filtered)
        self.tree.opened.connect(lambda key: self.go.emit(Address(Page.REFLECT, key)))
        self.tree.moved.connect(lambda _key: self.bars_changed.emit())

    def refresh(self) -> None:
        assessment = self.session.assessment
        self._sentence.say(progress.open_words(assessment)[0])
        self._time.say(progress.time_words(assessment) if self._show_time else "")
        self._time.setVisible(bool(self._time.plain()))
        self._strip.show_open(checking.still_open(assessment))
        self._say_through()
        groups = checking.groups(assessment, self._filter)
        self.tree.show_answers(groups)
        self.tree.setVisible(bool(groups))
        self._nothing.say(checking.nothing_words(self._filter))
        self._nothing.setVisible(not groups)

    def _say_through(self) -> None:
        """In the short words of a list that is filtered, where the long ones have no room."""
        keys, tight = self._walk(), 0 < self.around.width() < self.look.px(400)
        which = "unsettled" if tight and self._filter == "all" else self._filter
        self.through.say(checking.through_words(which, len(keys)))
        self.through.setVisible(bool(keys))

    def set_axis(self, side: int, width: int, form: WidthClass) -> None:
        super().set_axis(side, width, form)
        self._say_through()

    def _walk(self) -> tuple[str, ...]:
        return answer_filters.walk(self.session.assessment, self._filter)

    def show_filter(self, which: Filter) -> None:
        """Show the answers under that filter alone."""
        self._filter = which
        self._strip.show_which.show_choice(which)

    def show_time(self, show: bool) -> None:  # noqa: FBT001 - one switch of the View menu
        """Whether the estimate of the time left is shown."""
        self._show_time = show

    def open(self, rest: str) -> None:
        """`check/come_back`: under that filter."""
        if rest in FILTERS:
            self.show_filter(rest)

    def address(self) -> Address:
        return Address(Page.CHECK)

    def where(self) -> str:
        return tr("Check your answers")

    def main_words(self) -> str:
        if self.session.assessment.part is not None:
            return tr("Give your part back")
        return tr("See where we stand")

    def main(self) -> None:
        part = self.session.assessment.part is not None
        self.go.emit(Address(Page.SHARE if part else Page.UNDERSTAND))

    def back_address(self) -> Address:
        steps = reflecting.steps(self.session.assessment)
        return Address(Page.REFLECT, steps[-1].key) if steps else Address(Page.PREPARE)

    def rows_heading(self) -> str:
        return tr("Domains")

    def rows(self) -> Sequence[NavigationRow]:
        return tuple(
            NavigationRow(each.code, each.short_name, each.words, done=each.done)
            for each in progress.domain_progress(self.session.assessment)
        )

    def current_row(self) -> str:
        index = self.tree.currentIndex()
        group = self.tree.rows.content(index.parent() if index.parent().isValid() else index)
        return group.key if group else ""

    def row_chosen(self, key: str) -> None:
        """Scroll to that domain; a filter that hides it is taken away."""
        if not self.tree.rows.find(key).isValid():
            self._filter = "all"
            self.refresh()
        self.tree.go_to(key)
        # The layout may have to run first where the filter has changed.
        QTimer.singleShot(0, self, lambda: self._scroll_to(key))

    def enter_words(self) -> str:
        """Enter opens the row that it is on, so the way on is told besides."""
        if self.session.assessment.part is not None:
            return tr("Enter opens the question that you are at.")
        return tr("Enter opens the question that you are at. Ctrl+4: {button}.").format(
            button=self.main_words()
        )

    def focus_first(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scroll_to(self, key: str) -> None:
        box = self.tree.visualRect(self.tree.rows.find(key))
        top = self.tree.viewport().mapTo(self.page.body, QPoint(0, box.y())).y()
        self.page.verticalScrollBar().setValue(top - self.look.pad(8))

    def _answer_now(self) -> None:
        first = checking.still_open(self.session.assessment).first
        if first:
            self.go.emit(Address(Page.REFLECT, first))

    def _filtered(self, which: Filter) -> None:
        self._filter = which
        self.refresh()


class _Strip(QWidget):
    """What is open, with the way to it, and the filter; below one another where it is narrow."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._runs: tuple[Run, ...] = ()
        self._chip = LevelChip(look, None, 24)
        self._words = Prose(look, "", "card")
        self.answer = Button(look, tr("Answer now"), "link")
        self.show_which = Combo(look)
        self.show_which.set_choices([(each, answer_filters.filter_words(each)) for each in FILTERS])
        self.show_which.show_choice("all")
        self.show_which.setAccessibleName(tr("Show"))
        self.show_which.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        label = Prose(look, tr("Show"), "small", wraps=False)
        label.setBuddy(self.show_which)
        self._row = Box(look, self, across=True, margins=(0, 12, 0, 12), spacing=12)
        said = Box(look, across=True, spacing=10)
        said.addWidget(self._chip)
        said.addWidget(self._words)
        said.addWidget(self.answer)
        said.addStretch(1)
        choice = self._choice = Box(look, across=True, spacing=8)
        sign = IconLabel(
            look, "keystone", tr("Foundation"), "small", icon_tone="heather", tone="quiet"
        )
        choice.addWidget(sign)
        choice.addStretch(1)
        choice.addWidget(label)
        choice.addWidget(self.show_which)
        self._row.addLayout(said, 1)
        self._row.addLayout(choice)
        look.changed.connect(self._fit)

    def show_open(self, still: checking.StillOpen) -> None:
        self._runs = still.words
        self._words.say(still.words)
        self._chip.setVisible(bool(still.first))
        self.answer.setVisible(bool(still.first))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The words are as wide as there is room, so they do not hold the page open."""
        return QSize(self._look.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self._look
        low = self.width() < look.px(760)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if low else ways.LeftToRight)
        tight = self.width() < look.px(400)
        self._choice.setDirection(ways.TopToBottom if tight else ways.LeftToRight)
        self.show_which.setFixedWidth(look.px(132) + look.pad(24))
        beside = self.answer.sizeHint().width() + look.px(24) + look.pad(32)
        if not low:
            beside += self.show_which.width() + look.px(150) + look.pad(40)
        whole = 4 + sum(
            math.ceil(text_width(look, run.text, "card_strong" if run.bold else "card"))
            for run in self._runs
        )
        self._words.setFixedWidth(max(look.px(80), min(whole, self.width() - beside)))
