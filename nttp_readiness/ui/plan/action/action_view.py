"""One action beside the list of all: the list goes where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_columns import ColumnKey
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.action.action_form import ActionForm
from nttp_readiness.ui.plan.action.action_list import ActionList
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import NamedPage
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.readiness.safety_stops import SafetyStops
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from nttp_readiness.ui.widgets.viewport import own_viewport
from nttp_readiness.ui.workbook.workbook_page import WidthClass

_LIST, _FORM_SIDE = 296, 36


class ActionView(NamedPage):
    """`go` asks for an address."""

    go = Signal(Address)
    side: float = _LIST + _FORM_SIDE
    most: float = 652

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session, self._key = look, session, ""
        self._left = Panel(look, lines=("right",))
        self.list = ActionList(look)
        self.back = Button(look, tr("Back to the table"), "link", "left")
        self.back_above = Button(look, tr("Back to the table"), "link", "left")
        inside = Panel(look)
        column = Box(look, inside, margins=(0, 22, 0, 20))
        head = Box(look, margins=(16, 0, 12, 0))
        head.addWidget(self.back)
        column.addLayout(head)
        column.gap(8)
        column.addWidget(self.list)
        column.addStretch(1)
        area = QScrollArea()
        own_viewport(area)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        left = QHBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.addWidget(area)
        self.page = ScrollColumn(look)
        self.stops = SafetyStops(look)
        self.form = ActionForm(look, session)
        self.page.column.addWidget(self.stops)
        self.page.column.addWidget(self.back_above)
        self.page.column.addWidget(self.form)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addWidget(self.page, 1)
        self.back.clicked.connect(lambda: self.go.emit(Address(Page.PLAN)))
        self.back_above.clicked.connect(lambda: self.go.emit(Address(Page.PLAN)))
        self.list.chosen.connect(lambda key: self.go.emit(Address(Page.PLAN, key)))
        self.form.go.connect(self.go)
        self.stops.question_wanted.connect(lambda key: self.go.emit(Address(Page.REFLECT, key)))

    def show_action(self, key: str) -> None:
        """Show the action with that id, which has to be in the plan."""
        view = self._session.view
        entry = view.plan.find(key)
        if entry is None:
            return
        self._key = key
        self.stops.show_stops(view.understanding.safety_stops)
        groups = planning.groups(view.assessment, view.plan, "all", self._session.today)
        self.list.show_actions(groups, key)
        self.form.show_action(entry)

    def where(self) -> str:
        return planning.place_words(self._session.view.plan, self._key)

    def focus_first(self) -> None:
        """The title, unless the person walks through the list."""
        if not self.list.hasFocus():
            self.form.fields["title"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_at(self, field: ColumnKey) -> None:
        """Put the focus into that field, which comes into view."""
        self.form.fields[field].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_beginning(self) -> None:
        """From the top, unless what has the focus is further down."""
        self.page.to_top()
        focus = self.window().focusWidget()
        if focus is not None and self.page.body.isAncestorOf(focus):
            self.page.ensureWidgetVisible(focus)

    def set_axis(self, side: int, width: int, form: WidthClass) -> None:
        beside = form != "narrow"
        self._left.setVisible(beside)
        self.back_above.setVisible(not beside)
        wide = self._look.px(_LIST)
        self._left.setFixedWidth(wide)
        self.page.set_axis(max(0, side - wide) if beside else side, width)
