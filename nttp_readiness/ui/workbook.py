"""The open document in the window: thumb index, pages, guide and the bars around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nttp_readiness.domain import edits
from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation import reflecting
from nttp_readiness.ui.guide_area import GuideArea
from nttp_readiness.ui.keeper import Keeper
from nttp_readiness.ui.keeper_notice import KeeperNotice
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.box import Box
from nttp_readiness.ui.parts.buttons import Button
from nttp_readiness.ui.parts.index_list import IndexRow
from nttp_readiness.ui.parts.page import Anchor
from nttp_readiness.ui.parts.panel import Panel
from nttp_readiness.ui.parts.prose import Prose
from nttp_readiness.ui.parts.sign import Sign
from nttp_readiness.ui.reading_order import go_to_next
from nttp_readiness.ui.session import Session
from nttp_readiness.ui.side_panel import PLACES, WIDTH, SidePanel, place_name
from nttp_readiness.ui.workbook_page import Form, ScrollingPage, WorkbookPage

WIDE, MIDDLE = 81.5, 65.0
"""Least widths of the window for three columns and for two, in ems of the body font."""
LOW = 40.0
"""Below this height in ems the bottom bar is lower."""


class Workbook(QWidget):
    """Shows one document. `support` and `pause` ask the window for what lies outside it."""

    support = Signal()
    pause = Signal()
    save_copy = Signal()
    link = Signal(str)
    """The address of a link that leads out of the program."""
    moved = Signal()
    """Another page is shown, or its bars have new words."""

    def __init__(
        self,
        look: Look,
        session: Session,
        keeper: Keeper,
        pages: dict[str, WorkbookPage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.session, self.keeper = look, session, keeper
        self._pages, self._form, self._shown = pages, "", ""
        self.single_keys = True
        """Whether 0 to 4, N, R and S answer a question."""
        self._build()
        for page in pages.values():
            self._stack.addWidget(page)
            page.go.connect(self.show_address)
            page.link.connect(self.link)
            page.bars_changed.connect(self._refresh_bars)
            if isinstance(page, ScrollingPage):
                page.out_of_sight.connect(self._focus_main_button)
        session.changed.connect(self._document_changed)
        session.refused.connect(self.tell)
        keeper.told.connect(self._show_state)
        look.changed.connect(self._rescale)
        self._show_state()
        self._rescale()

    # ---- where one is

    @property
    def page(self) -> WorkbookPage:
        """The page that is shown."""
        return self._pages[self._shown]

    @property
    def page_name(self) -> str:
        """The name of that page, as an address begins with it."""
        return self._shown

    @property
    def form(self) -> str:
        """Wide, middle or narrow."""
        return self._form

    def show_address(self, address: str) -> None:
        """Show the page that an address names; the start of the walk where there is none such."""
        name, _, rest = address.partition("/")
        if name not in self._pages:
            name, rest = "reflect", ""
        before = self.page.address() if self._shown else ""
        another = name != self._shown
        focus = self.window().focusWidget()
        if another and focus is not None:
            focus.clearFocus()  # or Qt hands it on to whatever stands nearest
        self._shown = name
        page = self.page
        page.open(rest)
        page.refresh()
        self._stack.setCurrentWidget(page)
        self._notice.turn_page()
        self.session.note_place(edits.set_place(self.session.assessment, page.address()))
        self._place_guide()
        self._fit(force=True)
        self._refresh_bars()
        if another or rest or page.address() != before:
            page.focus_first()
            focus = self.window().focusWidget()  # also while the window is not active yet
            if focus in (None, page) or not page.isAncestorOf(focus):
                self._focus_main_button()
            if isinstance(page, ScrollingPage):
                QTimer.singleShot(0, page, page.show_beginning)

    def _focus_main_button(self) -> None:
        self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- building

    def _build(self) -> None:
        look = self.look
        self._stack = QStackedWidget()
        self._notice = KeeperNotice(look, self.keeper)
        self._notice.save_copy.connect(self.save_copy)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        self._side = SidePanel(look)
        self._side.place_chosen.connect(self._place_chosen)
        self._side.row_chosen.connect(self._row_chosen)
        self._build_bars()
        self._guide_area = GuideArea()
        self._guide_column = Panel(look, lines=("left",))
        guide = Box(look, self._guide_column, margins=(25, 22, 0, 0), spacing=10)
        self._guide_sign = Sign(look, "book", "", "guide_heading")
        guide.addWidget(self._guide_sign)
        guide.addWidget(self._guide_area, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._narrow_bar, 0, 0, 1, 2)
        grid.addWidget(self._side, 1, 0)
        grid.addWidget(middle, 1, 1)
        grid.addWidget(self._bottom_left, 2, 0)
        grid.addWidget(self._bottom, 2, 1)
        grid.addWidget(self._guide_column, 0, 2, 3, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self.setMinimumSize(320, 240)  # else the wide form's least width keeps the narrow one away

    def _build_bars(self) -> None:
        look = self.look
        self._narrow_bar = Panel(look, "margin", ("bottom",))
        bar = Box(look, self._narrow_bar, across=True, margins=(16, 0, 24, 0), spacing=12)
        self._places_button = Button(look, "", "second", "menu", small=True)
        self._places_button.setAccessibleDescription(tr("Places and parts of this page"))
        self._places_button.clicked.connect(self._places_menu)
        self._where = Prose(look, "", "small", wraps=False)
        bar.addWidget(self._places_button)
        bar.addWidget(self._where, 1)
        self._narrow_row = bar
        self._bottom = Panel(look, lines=("top",))
        self._bottom_row = Box(look, across=True, spacing=12)
        self._bottom_left = Panel(look, "margin", ("top", "right"))
        self._left_row = Box(look, self._bottom_left, across=True, margins=(17, 0, 0, 0), spacing=4)
        self.back_button = Button(look, tr("Back"), "second", "left")
        self.main_button = Button(look, "", "main", "right")
        self._support_button = Button(look, tr("Support"), "quiet", "support")
        self._pause_button = Button(look, tr("Pause and close"), "quiet", "pause")
        self._saved = Sign(
            look, "tick", "", "small", icon_tone="moss", tone="quiet", parent=self
        )  # without a parent it would be a window of its own until it has its place
        self._extra: Sequence[Button] = ()
        self.back_button.clicked.connect(self.go_back)
        self.main_button.clicked.connect(self._go_on)
        self._support_button.clicked.connect(self.support)
        self._pause_button.clicked.connect(self.pause)
        self._bottom_row.addWidget(self.back_button)
        self._bottom_row.addWidget(self.main_button)
        self._bottom_row.addStretch(1)
        self._lower_row = Box(look, across=True, spacing=12)
        bottom = Box(look, self._bottom)
        bottom.addLayout(self._bottom_row, 1)
        bottom.addLayout(self._lower_row)

    # ---- what the bars say

    def _refresh_bars(self) -> None:
        page = self.page
        self._side.show_page(self.session.assessment, self._place_rows(), page)
        self.main_button.say(page.main_words())
        self.main_button.setVisible(bool(page.main_words()))
        self.back_button.setVisible(bool(page.back_address()))
        self._places_button.say(place_name(page.place) or tr("Places"))
        self._where.say(page.where())
        self._guide_sign.say(page.guide_heading())
        self._show_extra(page.extra_buttons())
        self._fit_bar()
        self.moved.emit()

    def _place_rows(self) -> tuple[IndexRow, ...]:
        assessment = self.session.assessment
        status = {
            "prepare": tr("Done") if assessment.answers or self._shown != "prepare" else "",
            "reflect": reflecting.answered_words(assessment),
            "plan": tr("{n} now").format(n=len(self.session.view.plan.now))
            if assessment.answers
            else "",
        }
        return tuple(
            IndexRow(each, place_name(each), status.get(each, ""), each) for each in PLACES
        )

    def _show_extra(self, buttons: Sequence[Button]) -> None:
        if tuple(buttons) == tuple(self._extra):
            return
        for old in self._extra:
            self._bottom_row.removeWidget(old)
            old.hide()
        self._extra = tuple(buttons)
        for place, button in enumerate(self._extra, start=2):
            self._bottom_row.insertWidget(place, button)
            button.show()

    def _show_state(self) -> None:
        trouble = self.keeper.state in {"trouble", "elsewhere"}
        tone = "bracken" if trouble else "moss" if self.keeper.state == "saved" else "quiet"
        glyph = "warning" if trouble else "tick" if self.keeper.state == "saved" else "clock"
        self._saved.setVisible(bool(self.keeper.words()))
        self._saved.say(self.keeper.words(), glyph, icon_tone=tone)
        self._notice.follow()

    def tell(self, sentence: str) -> None:
        """A sentence above the page that blocks nothing."""
        self._notice.tell(sentence)

    def offer(self, sentence: str, button: str, act: Callable[[], None]) -> None:
        """Offer something above the page until it is taken or declined."""
        self._notice.offer(sentence, button, act)

    # ---- what the person does

    def go_back(self) -> None:
        if self.page.back_address():
            self.show_address(self.page.back_address())

    def _go_on(self) -> None:
        self.page.main()

    def _row_chosen(self, key: str) -> None:
        before = self._shown
        self.page.row_chosen(key)
        if (
            self._shown != before and self._side.rows.isVisible()
        ):  # arrows go on through the same list
            self._side.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_chosen(self, key: str) -> None:
        if key != self.page.place:
            self.show_address(key)
            self._side.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def _places_menu(self) -> None:
        menu = QMenu(self)
        for row in self._place_rows():
            act = menu.addAction(f"{row.name}\t{row.status}".replace("&", "&&"))
            act.setData(row.key)
        rows = tuple(self.page.rows())
        if rows:
            menu.addSeparator()
        for row in rows:
            act = menu.addAction(f"{row.name}\t{row.status}".replace("&", "&&"))
            act.setData(f":{row.key}")
            act.setEnabled(not row.heading)
        menu.triggered.connect(lambda act: self._menu_chosen(str(act.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._places_button.mapToGlobal(QPoint(0, self._places_button.height())))

    def _menu_chosen(self, key: str) -> None:
        if key.startswith(":"):
            self.page.row_chosen(key[1:])
        else:
            self.show_address(key)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Keys that no control has taken: answers, and Enter, which goes on."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and self.single_keys and event.text() and self.page.press(event.text().upper()):
            return
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = QApplication.focusWidget()
            pressed = focus if isinstance(focus, QPushButton | QToolButton) else self.main_button
            pressed.click()  # where Enter does not press buttons, Enter on Back must not go on
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool, /) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab: the index, the page, its guide, then the bars."""
        bars = (self.back_button, self.main_button, *self._extra)
        parts = (
            self._places_button, self._side.places, self._side.rows, self._notice, self.page,
            self._guide_area, *bars, self._support_button, self._pause_button,
        )  # fmt: skip
        return go_to_next(parts, forwards=next) or super().focusNextPrevChild(next)

    def _document_changed(self, before: Assessment, after: Assessment) -> None:
        if not self._shown or before.model_copy(update={"place": after.place}) == after:
            return
        self.page.refresh()
        self._refresh_bars()

    # ---- size: forms by ems, so that large text takes the narrow one by itself

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _rescale(self) -> None:
        look = self.look
        self._side.rescale()
        self._bottom_left.setFixedWidth(look.px(WIDTH))
        self._guide_column.setFixedWidth(look.px(320))
        self._narrow_bar.setFixedHeight(look.px(21) + look.pad(23))
        self._fit(force=True)

    def _fit(self, *, force: bool = False) -> None:
        if not self._shown:
            return
        page, em = self.page, self.look.em
        wide = self.width() / em
        form: Form = "wide" if wide >= WIDE else "middle" if wide >= MIDDLE else "narrow"
        anchor = page.page.anchor() if isinstance(page, ScrollingPage) else None
        focus = QApplication.focusWidget()
        if force or form != self._form:
            self._form = form
            self._take_form()
            if focus is not None and self.isAncestorOf(focus) and focus.isVisibleTo(self):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)  # moving a widget takes it away
        self._fit_bar()
        self._set_axis()
        QTimer.singleShot(0, self, lambda: self._settle(page, anchor))

    def _take_form(self) -> None:
        narrow = self._form == "narrow"
        self._side.setVisible(not narrow)
        self._bottom_left.setVisible(not narrow)
        self._narrow_bar.setVisible(narrow)
        self._bottom.set_ground("margin" if narrow else "paper")
        (self._narrow_row if narrow else self._bottom_row).addWidget(self._saved)
        self._place_guide()

    def _place_guide(self) -> None:
        page = self.page
        beside = self._form == "wide" and page.guide is not None
        shown = self._guide_area.widget()
        if shown is not None and (not beside or shown is not page.guide):
            self._guide_area.takeWidget()  # hands it back without a parent
            for other in self._pages.values():
                if other.guide is shown:
                    other.hold_guide(inside=True)
        if page.guide is not None:
            page.hold_guide(inside=not beside)
            if beside and self._guide_area.widget() is None:
                self._guide_area.setWidget(page.guide)
                page.guide.show()
        self._guide_column.setVisible(beside)
        self._guide_area.setAccessibleName(page.guide_heading())

    def _fit_bar(self) -> None:
        look, large = self.look, self.look.factor > 1.5
        narrow = self._form == "narrow"
        for button, glyph in ((self._support_button, "support"), (self._pause_button, "pause")):
            button.set_glyph("" if narrow and large else glyph)
        self.main_button.set_glyph("" if narrow and large else self.page.main_glyph())
        low = self.height() < LOW * look.em
        high = look.px(21) + look.pad(35 if low else 43)
        two_rows = self._house_always_there()
        self._bottom.setFixedHeight(high + (look.px(21) + look.pad(27) if two_rows else 0))
        self._bottom_left.setFixedHeight(self._bottom.height())

    def _house_always_there(self) -> bool:
        """Support and Pause: at the foot of the sidebar, at the right of the bottom bar, or, where
        words are long, in a row of their own below; whether they are there.
        """
        look, narrow = self.look, self._form == "narrow"
        both = (self._support_button, self._pause_button)
        wide = sum(each.sizeHint().width() for each in both)
        others: list[QWidget] = [self.back_button, self.main_button, *self._extra]
        others += [] if narrow else [self._saved]
        shown = [each.sizeHint().width() for each in others if not each.isHidden()]
        room = self._room() - self._left_edge()[0] - look.pad(40)
        room -= sum(shown) + look.pad(12) * (len(shown) + 2)
        home = self._bottom_row if wide <= room else self._lower_row
        if not narrow and wide + look.pad(17 + 4) <= self._side.width():
            home = self._left_row
        if home.indexOf(self._pause_button) < 0:
            for button in both:
                home.addWidget(button)
            if home is not self._bottom_row and home.count() == 2:
                home.addStretch(1)
            elif home.indexOf(self._saved) >= 0:
                home.addWidget(self._saved)  # stays at the end
        return home is self._lower_row

    def _set_axis(self) -> None:
        """Heading, content and bottom bar share one left edge; the column is never stretched."""
        look, page = self.look, self.page
        side, most = self._left_edge()
        page.set_axis(side, most, self._form)  # type: ignore[arg-type]
        narrow = self._form == "narrow"
        end = look.pad(16) if narrow else max(look.pad(40), self._room() - side - most)
        self._bottom_row.setContentsMargins(side, 0, end, 0)
        used = self._lower_row.indexOf(self._pause_button) >= 0
        self._lower_row.setContentsMargins(side, 0, end, look.pad(10) if used else 0)

    def _left_edge(self) -> tuple[int, int]:
        """Where the content begins, and how wide it is at most."""
        look, page = self.look, self.page
        narrow = self._form == "narrow"
        most = look.px(page.width_at_most)
        if narrow or (page.guide is not None and self._form == "middle"):
            most = max(most, look.px(736))
        side = look.px(page.side)
        if narrow:
            side = max(look.pad(24), (self.width() - look.pad(14) - most) // 2)
        return side, most

    def _room(self) -> int:
        """The width between the sidebar and the guide."""
        room = self.width() - (0 if self._form == "narrow" else self._side.width())
        return room - (self._guide_column.width() if self._guide_column.isVisibleTo(self) else 0)

    def _settle(self, page: WorkbookPage, anchor: Anchor | None) -> None:
        if isinstance(page, ScrollingPage) and page is self.page:
            page.page.settle(anchor)
