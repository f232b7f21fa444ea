"""Plan: what will be done, in groups of now, next and later, and each action by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_columns import ColumnKey
from nttp_readiness.presentation.plan.plan_pictures import VIEWS, View, view_name
from nttp_readiness.presentation.plan.planning import FILTERS, Filter
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.action.action_view import ActionView
from nttp_readiness.ui.plan.plan_pictures import DriverView, EffortView, PlanPicture
from nttp_readiness.ui.plan.table.plan_table import PlanTable
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import NamedPage, heading_of
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.scroll_column import Anchor
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage, WidthClass

_SHOWN: tuple[Filter, ...] = ("all", "now", "next", "later")
_TABLE_SIDE, _TABLE_WIDTH = 40, 930
_EXTRA_WIDTH = 90
"""What a column that was brought out adds to the widest table."""
_CORNER = QRect(0, 0, 1, 1)
"""Whoever paints this much of a page has polished and laid out all of it."""


class PlanPage(ScrollingPage):
    """Addresses: `plan` (the table), `plan/WEL-2/first` (one action), `plan/requests/KEY` (the
    table, at that request to others), `plan/drivers` and `plan/effort` (pictures).
    """

    place = Page.PLAN
    begins_at_heading = True

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, top=22, parent=parent)
        self._action, self._left = "", ""
        self._request = ""
        """Which request the focus goes to as the page opens."""
        self._coming_back = False
        self._view: View | None = None
        self._form: WidthClass = "wide"
        self.table = session.part(PlanTable, look)
        self.column.addWidget(self.table)
        self.views: dict[View, PlanPicture] = {
            "drivers": session.part(DriverView, look),
            "effort": session.part(EffortView, look),
        }
        for view in self.views.values():
            self.column.addWidget(view)
            view.opened.connect(lambda key: self.go.emit(Address(Page.PLAN, key)))
            view.question_wanted.connect(lambda key: self.go.emit(Address(Page.REFLECT, key)))
        self.action = session.part(ActionView, look)
        whole = self.layout()
        if whole is not None:
            whole.addWidget(self.action)
        self.table.opened_at.connect(self._open_at)
        self.table.opened.connect(lambda key: self.go.emit(Address(Page.PLAN, key)))
        self.table.question_wanted.connect(lambda key: self.go.emit(Address(Page.REFLECT, key)))
        self.table.filtered.connect(self._table_changed)
        self.action.go.connect(self.go)
        self._show_part()

    # ---- where one is

    def open(self, rest: str) -> None:
        self._left, one = self._action or self._left, bool(self._action)
        self._view = next((each for each in VIEWS if each == rest), None)
        self._action = rest if self.session.view.plan.find(rest) else ""
        place, _, key = rest.partition("/")
        self._request = key if place == "requests" and not self._action else ""
        focus = self.window().focusWidget()
        hides = one != bool(self._action)
        if hides and focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()  # or Qt hands it on as its part is hidden, and a key acts there
        self._show_part()

    def _open_at(self, key: str, field: ColumnKey) -> None:
        """Open an action at the field that was double-clicked."""
        self.go.emit(Address(Page.PLAN, key))
        if self._action == key and field != "title":
            self.action.begin_at(field)

    def address(self) -> Address:
        return Address(Page.PLAN, self._action or self._view or "")

    def refresh(self) -> None:
        if self._action and self.session.view.plan.find(self._action) is None:
            self._action = ""  # taken back by undo
            self._show_part()
        if self._action:
            self.action.show_action(self._action)
        elif self._view:
            self.views[self._view].refresh()
        else:
            self.table.refresh()
            self.table.tree.go_to(self._left)
            self._left, self._coming_back = "", bool(self._left)

    def measure_ahead(self, width: int) -> Iterator[None]:
        yield from self.table.tree.measure_ahead(width)

    def make_ready(self) -> Iterator[None]:
        """One action: the first is as good as any to be measured and polished with."""
        first = next(iter(self.session.view.plan.now), None)
        if first is not None and not self._action:
            self.action.show_action(first.action.id)
            yield
        if first is not None and not self._action:
            self.action.set_axis(
                self.look.px(self.action.side), self.look.px(self.action.most), "wide"
            )
            self.action.resize(self.size())
            self.action.grab(_CORNER)
            yield

    def purpose(self) -> str:
        if self._action:
            entry = self.session.view.plan.find(self._action)
            return tr("Action: {title}").format(title=entry.action.title if entry else "")
        return super().purpose()

    def where(self) -> str:
        if self._action:
            return self.action.where()
        return view_name(self._view) if self._view else tr("What we will do")

    def _show_part(self) -> None:
        one = bool(self._action)
        self.page.setVisible(not one)
        self.action.setVisible(one)
        self.table.setVisible(self._view is None)
        for view, picture in self.views.items():
            picture.setVisible(view == self._view)
        self.side = self.action.side if one else _TABLE_SIDE
        extras = 0 if self._view else len(self.table.extras)
        self.width_at_most = self.action.most if one else _TABLE_WIDTH + extras * _EXTRA_WIDTH

    # ---- the bars

    def point_out(self) -> None:
        if self._action:
            self.action.page.bring_to_top(self.action.form.fields["owner"])
        else:
            self.page.bring_to_top(self.table.tree)

    def main_words(self) -> str:
        return tr("Next action") if self._after() else tr("Share the plan")

    def main(self) -> None:
        after = self._after()
        self.go.emit(Address(Page.PLAN, after) if after else Address(Page.SHARE))

    def back_address(self) -> Address:
        return Address(Page.PLAN if self._action or self._view else Page.UNDERSTAND)

    def extra_buttons(self) -> Sequence[Button]:
        if self._action or self._view or not self.table.chosen_words:
            return ()
        return (self.table.change_button,)

    def rows_heading(self) -> str:
        return tr("Show")

    def rows(self) -> Sequence[NavigationRow]:
        if self._action:
            return ()
        plan, today = self.session.view.plan, self.session.today
        return (
            *(
                NavigationRow(
                    each, planning.filter_words(each), str(planning.count_of(plan, each, today))
                )
                for each in _SHOWN
            ),
            NavigationRow("", tr("Other views"), heading=True),
            *(NavigationRow(each, view_name(each)) for each in VIEWS),
        )

    def current_row(self) -> str:
        if self._view:
            return self._view
        return self.table.which if self.table.which in _SHOWN else ""

    def row_chosen(self, key: str) -> None:
        """Show it here at once: whoever walks through the list keeps the focus there."""
        which = next((each for each in FILTERS if each == key), None)
        view = next((each for each in VIEWS if each == key), None)
        if which is None and view is None:
            return
        another = view != self._view
        self._view = view
        if which is not None:
            self.table.show_which(which)
        if another:
            self._table_changed()
            self.refresh()
            self.page.to_top()
            place = edits.set_place(self.session.assessment, self.address())
            self.session.note_place(place)

    def arrive(self) -> None:
        """Table, pictures and one action are groups of their own, each heard as it is entered."""
        part: NamedPage = self.action if self._action else self.table
        if self._view:
            part = self.views[self._view]
        heading = heading_of(part)
        lead = self.lead(heading) if heading else ""
        said = (self.way_words(), lead, self._keys(), self._on())
        self._lead = " ".join(filter(None, said))
        part.greet(self.purpose(), self._lead)
        self.focus_first()

    def _on(self) -> str:
        """What comes after the plan; Enter opens an action here."""
        whole = not self._action and not self._view and self.session.assessment.part is None
        return tr("Ctrl+6: {button}.").format(button=self.main_words()) if whole else ""

    def _keys(self) -> str:
        """What keys do here that one cannot guess, the first time."""
        if self._action:
            back = self.first_time("back to the plan")
            return tr("Alt+Left leads back to the plan.") if back else ""
        cells = not self._view and self.first_time("cells of the plan")
        return planning.cell_keys() if cells else ""

    def focus_first(self) -> None:
        if self._action:
            self.action.focus_first()
        elif self._view:
            self.views[self._view].figure.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            if request := self.table.asks.fields(self._request):
                request.begin()

    def show_beginning(self) -> None:
        if self._action:
            self.action.show_beginning()
        elif request := self.table.asks.fields(self._request):
            self.page.settle(Anchor(request, self.look.pad(12)))
        elif self._coming_back and not self._view:
            self.table.tree.bring_into_view()
        else:
            super().show_beginning()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter in a field ends the typing there; it does not go on."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(QApplication.focusWidget(), QLineEdit | QComboBox):
            event.accept()
            return
        super().keyPressEvent(event)

    def _table_changed(self) -> None:
        """Other rows are shown, or columns were brought out, which want more room."""
        self._show_part()
        if self._form != "narrow":
            self.page.set_axis(self.look.px(self.side), self.look.px(self.width_at_most))
        self.bars_changed.emit()

    def set_axis(self, side: int, width: int, form: WidthClass) -> None:
        self._form = form
        super().set_axis(side, width, form)
        self.action.set_axis(side, width, form)

    def _after(self) -> str:
        """The action after the one that is open."""
        order = [each.action.id for each in self.session.view.plan.live]
        if self._action not in order[:-1]:
            return ""
        return order[order.index(self._action) + 1]
