"""The whole plan on one page: the table, what we need from others, and what was dropped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from nttp_readiness.domain import edits
from nttp_readiness.domain.assessment import HORIZONS, Horizon
from nttp_readiness.i18n import tr
from nttp_readiness.presentation import planning, words
from nttp_readiness.presentation.planning import EXTRAS, FILTERS, Extra, Filter
from nttp_readiness.ui.accessibility import announce
from nttp_readiness.ui.asks_section import AsksSection
from nttp_readiness.ui.dropped_section import DroppedSection
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.box import Box, Flow
from nttp_readiness.ui.parts.buttons import Button
from nttp_readiness.ui.parts.panel import Rule
from nttp_readiness.ui.parts.prose import Prose
from nttp_readiness.ui.parts.sign import Sign
from nttp_readiness.ui.plan_drop import DropAsk
from nttp_readiness.ui.plan_tree import PlanTree
from nttp_readiness.ui.safety_stops import SafetyStops
from nttp_readiness.ui.session import Session


class PlanTable(QWidget):
    """`opened` gives the id of an action, `filtered` says that other rows are shown."""

    opened = Signal(str)
    question_wanted = Signal(str)
    filtered = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._filter: Filter = "all"
        self._extras: frozenset[Extra] = frozenset()
        self.stops = SafetyStops(look)
        self._sentence = Prose(look, "", "where")
        self._many = Prose(look, "", "body")
        self._many_sign = Sign(look, "leaf", "", "body", icon_tone="moss")
        self.filter_button = Button(look, tr("Filter"), "second", "filter", small=True)
        self.columns_button = Button(look, tr("Columns"), "second", "columns", small=True)
        self.add_button = Button(look, tr("Add action"), "second", "plus", small=True)
        self._nothing = Prose(look, "", "body", tone="quiet")
        self.tree = PlanTree(look)
        self.drop_ask = DropAsk(look, self.tree.viewport())
        self.asks = AsksSection(look, session)
        self.dropped = DroppedSection(look)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        column = Box(look, self)
        self._head = Box(look, across=True, spacing=16)
        titles = Box(look)
        titles.addWidget(Prose(look, tr("Plan"), "where"))
        titles.addWidget(Prose(look, tr("What we will do"), "page"))
        titles.gap(2)
        titles.addWidget(self._sentence)
        buttons = QWidget()
        row = Flow(look, buttons, gap=12)
        for button in (self.filter_button, self.columns_button, self.add_button):
            row.addWidget(button)
        self._buttons = buttons
        self._head.addLayout(titles, 1)
        self._head.addWidget(buttons, 0, Qt.AlignmentFlag.AlignBottom)
        many = Box(look, across=True, spacing=0)
        many.addWidget(self._many_sign, 0, Qt.AlignmentFlag.AlignTop)
        many.addWidget(self._many, 1)
        column.addWidget(self.stops)
        column.addLayout(self._head)
        column.gap(10)
        column.addLayout(many)
        column.addWidget(self._nothing)
        column.addWidget(self.tree)
        column.gap(36)
        column.addWidget(Rule(look))
        column.gap(20)
        column.addWidget(self.asks)
        column.gap(36)
        column.addWidget(self.dropped)

    def _connect(self) -> None:
        tree = self.tree
        tree.opened.connect(self.opened)
        tree.edited.connect(self._edit)
        tree.stepped.connect(self._step)
        tree.sent.connect(self._send)
        tree.drop_wanted.connect(self._ask_drop)
        tree.mistyped.connect(
            lambda: self._session.refused.emit(tr("Write a date such as 18 December 2026."))
        )
        tree.viewport().installEventFilter(self)
        self.drop_ask.dropped.connect(self._drop)
        self.drop_ask.kept.connect(self._back_to_row)
        self.stops.question_wanted.connect(self.question_wanted)
        self.filter_button.clicked.connect(lambda: self._popup(self.filter_button, self.filters()))
        self.columns_button.clicked.connect(
            lambda: self._popup(self.columns_button, self.columns())
        )
        self.add_button.clicked.connect(self._add)
        self.dropped.brought_back.connect(self._bring_back)

    # ---- what it shows

    def refresh(self) -> None:
        view, today = self._session.view, self._session.today
        self.stops.show_stops(view.understanding.safety_stops)
        self._sentence.say(planning.sentence(view.plan))
        many = planning.too_many_words(view.assessment, view.plan)
        self._many.say(many)
        self._many.setVisible(bool(many))
        self._many_sign.setVisible(bool(many))
        groups = planning.groups(view.assessment, view.plan, self._filter, today)
        self.tree.show_plan(groups, self._extras)
        self.tree.setVisible(bool(groups))
        self._nothing.say(planning.nothing_words(self._filter))
        self._nothing.setVisible(not groups)
        self.asks.refresh()
        self.dropped.show_dropped(planning.dropped(view.plan))
        if self.drop_ask.key and not self.tree.rows.find(self.drop_ask.key).isValid():
            self.drop_ask.put_away()
        name = planning.filter_words(self._filter)
        chosen = tr("Filter: {name}").format(name=name)
        self.filter_button.say(tr("Filter") if self._filter == "all" else chosen)

    @property
    def which(self) -> Filter:
        """The filter that is on."""
        return self._filter

    def show_which(self, which: Filter) -> None:
        self._filter = which
        self.refresh()
        self.filtered.emit()

    def filters(self) -> QMenu:
        """The menu of the Filter button."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        view, today = self._session.view, self._session.today
        for each in FILTERS:
            count = planning.count_of(view.plan, each, today)
            act = self._choice(menu, f"{planning.filter_words(each)}\t{count}")
            act.setChecked(each == self._filter)
            act.triggered.connect(lambda _on, to=each: self.show_which(to))
            group.addAction(act)
        return menu

    def columns(self) -> QMenu:
        """The menu of the Columns button."""
        menu = QMenu(self)
        for each in EXTRAS:
            act = self._choice(menu, planning.extra_words(each))
            act.setChecked(each in self._extras)
            act.toggled.connect(lambda on, to=each: self.show_extra(to, on=on))
        return menu

    def show_extra(self, extra: Extra, *, on: bool) -> None:
        """Bring a column out, or put it back."""
        self._extras = self._extras | {extra} if on else self._extras - {extra}
        self.refresh()
        self.filtered.emit()

    @property
    def extras(self) -> frozenset[Extra]:
        """The columns that are brought out."""
        return self._extras

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        low = self.width() < self._look.px(700)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if low else ways.LeftToRight)
        if not low:
            row = self._buttons.layout()
            self._buttons.setFixedWidth(row.sizeHint().width() if row else 0)
        else:
            self._buttons.setMinimumWidth(0)
            self._buttons.setMaximumWidth(16_777_215)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place_drop)
        return super().eventFilter(watched, event)

    # ---- what the person does

    def _edit(self, key: str, field: str, value: object) -> None:
        fields: dict[str, object] = {field: value}
        self._session.attempt(tr("Change an action"), edits.change_action, key, **fields)

    def _step(self, key: str, step: int) -> None:
        """Move past the next row that is shown, which a filter may have brought near."""
        shown = self._group_of(key)
        at = shown.index(key) + step if key in shown else -1
        if not 0 <= at < len(shown):
            return
        entry = self._session.view.plan.find(key)
        if entry is None:
            return
        horizon = entry.action.horizon
        rest = [each.action.id for each in self._session.view.plan.at(horizon)]
        rest.remove(key)
        self._move(key, horizon, rest.index(shown[at]) + (step > 0))

    def _send(self, key: str, horizon: str) -> None:
        entry = self._session.view.plan.find(key)
        if entry is not None and entry.action.horizon != horizon and horizon in HORIZONS:
            self._move(key, horizon, None)

    def _move(self, key: str, horizon: Horizon, place: int | None) -> None:
        label = tr("Move an action")
        if not self._session.attempt(label, edits.move_action, key, horizon, place):
            return
        order = [each.action.id for each in self._session.view.plan.at(horizon)]
        said = tr("{place}, {n} of {of}").format(
            place=words.horizon_words(horizon), n=order.index(key) + 1, of=len(order)
        )
        announce(self.tree, said)
        self.tree.bring_into_view()

    def _group_of(self, key: str) -> list[str]:
        for group in self.tree.rows.groups:
            keys = [row.key for row in group.rows]
            if key in keys:
                return keys
        return []

    def _add(self) -> None:
        """A new action at the end of Now, or of the horizon that is shown, with its title open."""
        horizon: Horizon = self._filter if self._filter in HORIZONS else "now"
        if self._filter not in {"all", "no_owner", *HORIZONS}:
            self._filter = "all"
        before = {each.action.id for each in self._session.view.plan.live}
        if not self._session.attempt(
            tr("Add an action"), edits.add_action, tr("New action"), horizon
        ):
            return
        now = self._session.view.plan.live
        key = next(each.action.id for each in now if each.action.id not in before)
        self.refresh()
        self.filtered.emit()
        self.tree.go_to(key)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self.tree.edit_title)

    def _ask_drop(self, key: str) -> None:
        entry = self._session.view.plan.find(key)
        if entry is not None:
            self.tree.go_to(key)
            self.drop_ask.ask(key, planning.title_of(entry))
            self._place_drop()
            self.tree.ensure_visible(self.drop_ask.geometry())

    def _place_drop(self) -> None:
        if self.drop_ask.key:
            row = self.tree.visualRect(self.tree.rows.find(self.drop_ask.key))
            indent = self._look.px(40)
            row.setX(indent)
            self.drop_ask.stand_below(row, self.tree.viewport())

    def _drop(self, key: str, reason: str) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.attempt(tr("Drop an action"), edits.drop_action, key, reason)

    def _back_to_row(self, key: str) -> None:
        self.tree.go_to(key)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, key: str) -> None:
        self._session.attempt(tr("Bring an action back"), edits.bring_back, key)
        self._back_to_row(key)

    def _choice(self, menu: QMenu, name: str) -> QAction:
        act = menu.addAction(name.replace("&", "&&"))
        act.setCheckable(True)
        return act

    def _popup(self, button: Button, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
