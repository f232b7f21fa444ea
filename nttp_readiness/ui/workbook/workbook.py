"""The open document in the window: thumb index, pages, guide and the bars around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.figures.icons import Glyph
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness import progress
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.document.document_notice import DocumentNotice
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme import double_clicks, single_keys
from nttp_readiness.ui.theme.accessibility import announce, untold
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.tab_order import go_to_next
from nttp_readiness.ui.widgets.arrival import heading_of
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import Anchor
from nttp_readiness.ui.widgets.unread import take_typed, unread_in, unread_words
from nttp_readiness.ui.workbook.bottom_bar import LOW, BottomBar, Room
from nttp_readiness.ui.workbook.example_bar import ExampleBar
from nttp_readiness.ui.workbook.guide_area import GuideColumn
from nttp_readiness.ui.workbook.low_view import BarsLayout, LowView
from nttp_readiness.ui.workbook.navigation_bar import NavigationBar
from nttp_readiness.ui.workbook.navigation_panel import PLACES, NavigationPanel, place_name
from nttp_readiness.ui.workbook.page_shelf import PageMakers, PageShelf
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage, WidthClass, WorkbookPage

_GLYPHS: dict[Page, Glyph] = {
    Page.PREPARE: "prepare",
    Page.REFLECT: "reflect",
    Page.UNDERSTAND: "understand",
    Page.PLAN: "plan",
    Page.SHARE: "share",
}
_POSTED = (
    QEvent.Type.PolishRequest, QEvent.Type.Polish, QEvent.Type.ChildPolished,
    QEvent.Type.LayoutRequest,
)  # fmt: skip
"""What is posted while a page is built: until it is delivered, the page may not be laid out, as it
is not whole. To everything there is, as to ask Qt for the parts of a page would make each kind of
object that it has.
"""
_CORNER = QRect(0, 0, 1, 1)
WIDE, MIDDLE = 81.5, 65.0
"""Least widths of the window for three columns and for two, in ems of the body font."""

_FROM_A_NOTE = Qt.KeyboardModifier.ControlModifier
"""With it Enter goes on, from a text of several lines as well."""


class Workbook(QWidget):
    """Shows one document. `support` and `pause` ask the window for what lies outside it."""

    support = Signal()
    pause = Signal()
    save_copy = Signal()
    find_file = Signal()
    """The person wants to show where the file is now."""
    link = Signal(str)
    """The address of a link that leads out of the program."""
    moved = Signal()
    """Another page is shown, or its bars have new words."""

    def __init__(
        self,
        look: Look,
        session: Session,
        autosave: Autosave,
        pages: PageMakers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.session, self.autosave = look, session, autosave
        self._pages = PageShelf(pages, self._take_in)
        self._reachable = frozenset(pages)
        self._places = tuple(each for each in PLACES if each in self._reachable)
        self._shown: Page | None = None
        self._form: WidthClass = "narrow"
        self._unread: tuple[DateEdit, str] | None = None
        """What was last told of, as it cannot be read: its field and what stood there."""
        self._build()
        session.changed.connect(self._document_changed)
        session.refused.connect(self._tell_refusal)
        autosave.told.connect(self._show_state)
        autosave.renamed.connect(self.tell)
        look.changed.connect(self._rescale)
        self._show_state()
        self._rescale()

    def _take_in(self, page: WorkbookPage) -> None:
        """A page that was made a moment ago becomes one of the workbook."""
        self._stack.addWidget(page)
        for kind in _POSTED:
            QApplication.sendPostedEvents(None, kind)
        QApplication.sendPostedEvents(page)
        page.go.connect(self.show_address)
        page.link.connect(self.link)
        page.bars_changed.connect(self._refresh_bars)

    # ---- where one is

    @property
    def page(self) -> WorkbookPage:
        """The page that is shown."""
        if self._shown is None:
            message = "No address was shown yet."
            raise RuntimeError(message)
        return self._pages[self._shown]

    @property
    def shown(self) -> Page | None:
        """Which page that is; None before the first."""
        return self._shown

    @property
    def form(self) -> WidthClass:
        """Wide, middle or narrow."""
        return self._form

    def _purpose(self) -> str:
        return self.page.purpose() if self._shown else ""

    def may_leave(self) -> bool:
        """Whether everything typed on the page is kept.

        What cannot be read is gone to and said, once; whoever asks again leaves it as it was.
        """
        if not self._shown:
            return True
        take_typed(self.page)
        unread = unread_in(self.page)
        while unread is not None and (unread, unread.text()) == self._unread:
            unread.show_date(unread.date())
            unread = unread_in(self.page)
        if unread is None:
            self._unread = None
            return True
        self._unread = (unread, unread.text())
        double_clicks.page_turned()  # a second click of a double click is no second thought
        self.tell(unread_words(unread))
        unread.understood.connect(self._mended, Qt.ConnectionType.SingleShotConnection)
        unread.setFocus(Qt.FocusReason.OtherFocusReason)
        unread.selectAll()
        return False

    def _mended(self) -> None:
        """What could not be read is a date now, or was left: nothing more is said of it."""
        self._unread = None
        self._notice.turn_page()

    def show_address(self, address: Address) -> None:
        """Show the page of that address, and there what its part names; not while a date on this
        page waits to be mended.
        """
        if not self.may_leave():
            return
        if address.page not in self._reachable:  # a part has no plan
            address = Address(Page.PREPARE)
        another, before = address.page is not self._shown, self._purpose()
        held = focus = self.window().focusWidget()
        inside = held is not None and self._shown is not None and self.page.isAncestorOf(held)
        if another and focus is not None:
            focus.clearFocus()  # or Qt hands it on to whatever stands nearest
        self._shown = address.page
        page = self.page
        page.open(address.part)
        page.refresh()
        self._stack.setCurrentWidget(page)
        double_clicks.page_turned()
        self._notice.turn_page()
        self.session.note_place(edits.set_place(self.session.assessment, page.address()))
        self._fit(force=True)
        # The button that led here has new words already, and a reader would say them first.
        with untold():
            self._bottom_bar.show_page(page)
        self._refresh_bars()
        page.arrive()
        focus = self.window().focusWidget()  # also while the window is not active yet
        if focus in (None, page) or not page.isAncestorOf(focus):
            self._bottom_bar.chief.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(focus, Prose) and focus.heads and focus is not held:
            pass  # the heading says itself
        elif focus is held and before == page.purpose():
            heading = heading_of(page)  # one asked for the page that one is on: nothing moves
            announce(self, heading.plain() if heading else before)
        elif inside and not another and before != page.purpose() and not page.begins_at_heading:
            announce(self, page.purpose())  # the same group, under another name
        if isinstance(page, ScrollingPage):
            QTimer.singleShot(0, page, page.show_beginning)

    # ---- pages before anybody asks

    def unmade(self) -> tuple[Page, ...]:
        """Pages that nobody has asked for yet."""
        return self._pages.missing()

    def make(self, name: Page) -> None:
        """Make a page that nobody has seen yet; it shows nothing before it is asked for."""
        _ = self._pages[name]

    def stand_by(self, name: Page) -> Iterator[None]:
        """Before the first page is shown: make that one in steps, and take the shape that it wants
        of the bars around it, with their words. Nothing of it is seen.
        """
        page = self._pages[name]
        yield
        page.open("")
        page.refresh()
        yield
        self._form = self._form_now()
        self._take_form(page)
        self._say_bars(page)
        yield
        self.grab(_CORNER)  # polished and laid out, and no more painted than that
        yield

    def prepare(self, name: Page) -> Iterator[None]:
        """Make a page as it will be shown, in steps; nothing of it is seen."""
        page = self._pages[name]
        yield
        if name is not self._shown:
            page.open("")
            page.refresh()
            yield
        if name is not self._shown:
            room = self._room(page)
            page.set_axis(room.side, room.most, room.form)
            page.resize(self._stack.size())
            free = self._stack.width() - room.side - self.look.pad(24)
            for number, _ in enumerate(page.measure_ahead(min(room.most, free))):
                if number % 4 == 3:
                    yield
            page.grab(_CORNER)  # polished and laid out; then painted as it will be seen
            yield
            page.grab()
            yield
        if name is not self._shown:
            yield from page.make_ready()

    # ---- building

    def _build(self) -> None:
        look = self.look
        self._stack = QStackedWidget()
        self._notice = DocumentNotice(look, self.autosave)
        self._notice.save_copy.connect(self.save_copy)
        self._notice.find_wanted.connect(self.find_file)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.example = ExampleBar(look)
        self.example.wanted.connect(self._show_step)
        self.example.turned.connect(self._turn_example)
        column.addWidget(self._notice)
        column.addWidget(self.example)
        column.addWidget(self._stack, 1)
        self._side = NavigationPanel(look)
        self._side.place_chosen.connect(self._place_chosen)
        self._side.row_chosen.connect(self._row_chosen)
        self.places_bar = NavigationBar(look)
        self.places_bar.place_chosen.connect(lambda key: self.show_address(Address(Page(key))))
        self.places_bar.row_chosen.connect(self._row_chosen)
        self._guide = GuideColumn(look)
        self._bottom_bar = bottom_bar = BottomBar(look, self.example, self)
        self.back_button, self.main_button = bottom_bar.back_button, bottom_bar.main_button
        bottom_bar.back.connect(self.go_back)
        bottom_bar.main.connect(self._go_on)
        bottom_bar.support.connect(self.support)
        bottom_bar.pause.connect(self.pause)
        self._low_view = LowView(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._low_view)
        self._middle = middle
        grid = BarsLayout(self._low_view.inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.places_bar, 0, 0, 1, 2)
        grid.addWidget(self._side, 1, 0)
        grid.addWidget(middle, 1, 1)
        grid.addWidget(bottom_bar.corner, 2, 0)
        grid.addWidget(bottom_bar.panel, 2, 1)
        grid.addWidget(self._guide, 0, 2, 3, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self.setMinimumSize(320, 240)  # else the wide form's least width keeps the narrow one away

    # ---- what the bars say

    def _refresh_bars(self) -> None:
        self._say_bars(self.page)
        self.moved.emit()

    def _say_bars(self, page: WorkbookPage) -> None:
        places = self._place_rows()
        self._side.show_page(self.session.assessment, places, page)
        self.places_bar.show_page(places, page)
        self._guide.name(page)
        self._bottom_bar.show_page(page)
        self._fit_foot(page)

    def _show_step(self, address: Address) -> None:
        self.show_address(address)
        page = self.page
        QTimer.singleShot(0, page, page.point_out)  # once it has its shape and its beginning

    def _turn_example(self) -> None:
        if self._shown:
            self._refresh_bars()

    def _place_rows(self) -> tuple[NavigationRow, ...]:
        assessment = self.session.assessment
        status = {
            Page.PREPARE: tr("Done")
            if assessment.answers or self._shown is not Page.PREPARE
            else "",
            Page.REFLECT: progress.answered_words(assessment),
            Page.PLAN: trn("{n} now", "{n} now", len(self.session.view.plan.now))
            if assessment.answers and Page.PLAN in self._places
            else "",
        }
        part = assessment.part is not None
        return tuple(
            NavigationRow(
                each.value, place_name(each, part=part), status.get(each, ""), _GLYPHS[each]
            )
            for each in self._places
        )

    def _show_state(self) -> None:
        self._bottom_bar.show_state(self.autosave)
        self._notice.follow()

    def tell(self, sentence: str) -> None:
        """A sentence above the page that blocks nothing."""
        self._notice.tell(sentence)

    def tell_of_change(self, sentence: str) -> None:
        """The same of a change that was just made, until there is another."""
        self._notice.tell(sentence, of_change=True)

    def _tell_refusal(self, sentence: str) -> None:
        self._notice.tell(sentence, of_change=sentence == self.session.mend_first)

    def offer(self, sentence: str, button: str, act: Callable[[], None]) -> None:
        """Offer something above the page until it is taken or declined."""
        self._notice.offer(sentence, button, act)

    def withdraw_offer(self) -> None:
        """What was offered is done."""
        self._notice.withdraw()

    # ---- what the person does

    def go_back(self) -> None:
        back = self.page.back_address()
        if back is not None:
            self.show_address(back)

    def _go_on(self) -> None:
        if not self.may_leave():
            return
        if self.page.asks_for_a_file:
            # The focus comes back to where it was: the whole page would be read once more there.
            self._bottom_bar.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.main()

    def _row_chosen(self, key: str) -> None:
        if not self.may_leave():
            return
        before = self._shown
        self.page.row_chosen(key)
        if (
            self._shown != before and self._side.rows.isVisible()
        ):  # arrows go on through the same list
            self._side.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_chosen(self, key: str) -> None:
        """The place's page; for the place where one is, its beginning."""
        self.show_address(Address(Page(key)))
        self._side.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Keys that no control has taken: answers, and Enter, which goes on."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key = single_keys.of(event)
        if key and self.page.press(key):
            return
        if single_keys.is_enter(event) and event.modifiers() == _FROM_A_NOTE:
            if not single_keys.is_held(event):
                self._bottom_bar.chief.click()
            return
        if plain and single_keys.is_enter(event):
            if single_keys.is_held(event):
                return
            focus = QApplication.focusWidget()
            pressed = (
                focus if isinstance(focus, QPushButton | QToolButton) else self._bottom_bar.chief
            )
            pressed.click()  # where Enter does not press buttons, Enter on Back must not go on
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool, /) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab: the index, the page, its guide, then the bars."""
        parts = (
            self.places_bar.button, self._side.places, self._side.rows, self._notice, self.page,
            self._guide.area, *self._bottom_bar.stops(),
        )  # fmt: skip
        return go_to_next(parts, forwards=next) or super().focusNextPrevChild(next)

    def _document_changed(self, before: Assessment, after: Assessment) -> None:
        if not self._shown or before.model_copy(update={"place": after.place}) == after:
            return
        self._notice.document_changed()
        self.page.refresh()
        self._refresh_bars()

    # ---- size: forms by ems, so that large text takes the narrow one by itself

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _rescale(self) -> None:
        for part in (self._side, self.places_bar, self._guide, self._bottom_bar):
            part.rescale()
        self._fit(force=True)

    def _fit(self, *, force: bool = False) -> None:
        if not self._shown:
            return
        page, form = self.page, self._form_now()
        anchor = page.page.anchor() if isinstance(page, ScrollingPage) else None
        focus = QApplication.focusWidget()
        if force or form != self._form:
            self._form = form
            self._take_form(page)
            if focus is not None and self.isAncestorOf(focus) and focus.isVisibleTo(self):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)  # moving a widget takes it away
        self._fit_foot(page)
        room = self._room(page)
        page.set_axis(room.side, room.most, room.form)
        QTimer.singleShot(0, self, lambda: self._settle(page, anchor))

    def _form_now(self) -> WidthClass:
        wide = self.width() / self.look.em
        return "wide" if wide >= WIDE else "middle" if wide >= MIDDLE else "narrow"

    def _take_form(self, page: WorkbookPage) -> None:
        narrow = self._form == "narrow"
        self._side.setVisible(not narrow)
        self.places_bar.setVisible(narrow)
        self._bottom_bar.take_form(self._form)
        if narrow:
            self.places_bar.take(self._bottom_bar.saved)
        self._guide.place(page, self._pages.made, room=self._form == "wide")

    def _fit_foot(self, page: WorkbookPage) -> None:
        self._bottom_bar.fit(self._room(page), page.main_glyph())
        above = self.places_bar.sizeHint().height() if self._form == "narrow" else 0
        self._low_view.fit(self._middle, above + self._bottom_bar.panel.height())

    def _room(self, page: WorkbookPage) -> Room:
        """The room between the sidebar and the guide, and where in it the content stands.

        Heading, content and foot share one left edge; the column is never stretched.
        """
        look = self.look
        narrow = self._form == "narrow"
        most = look.px(page.width_at_most)
        if narrow or (page.guide is not None and self._form == "middle"):
            most = max(most, look.px(736))
        side = look.px(page.side)
        if narrow:
            side = max(look.pad(24), (self.width() - look.pad(14) - most) // 2)
        page.around = self.size()
        side, most = page.axis(side, most, self._form)
        whole = self.width() - (0 if narrow else self._side.width())
        whole -= self._guide.width() if self._guide.isVisibleTo(self) else 0
        return Room(self._form, whole, side, most, low=self.height() < LOW * look.em)

    def _settle(self, page: WorkbookPage, anchor: Anchor | None) -> None:
        if isinstance(page, ScrollingPage) and page is self.page:
            page.page.settle(anchor)
