"""The whole plan on one page: the table, what we need from others, and what was dropped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from nttp_readiness.domain.answers.planned import HORIZONS, Horizon
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import Plan
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_columns import (
    OPTIONAL,
    ColumnKey,
    column,
    heading,
)
from nttp_readiness.presentation.plan.owner_plan import (
    OwnerGlance,
    glance_words,
    owner_name,
    owners_at_a_glance,
)
from nttp_readiness.presentation.plan.plan_sorting import (
    Sorting,
    sort_words,
    sorted_groups,
    sorted_words,
)
from nttp_readiness.presentation.plan.planning import FILTERS, Filter
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.dropped_section import DroppedSection
from nttp_readiness.ui.plan.follow_up_section import FollowUpSection
from nttp_readiness.ui.plan.owner_section import OwnerSection
from nttp_readiness.ui.plan.requests.requests_section import RequestsSection
from nttp_readiness.ui.plan.table.plan_commands import PlanCommands
from nttp_readiness.ui.plan.table.plan_menu import action_menu, choices_menu, sort_menu
from nttp_readiness.ui.plan.table.plan_tree import PlanTree
from nttp_readiness.ui.theme import style_hints
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import NamedPage
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import left_out_words
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.readiness.safety_stops import SafetyStops


class PlanTable(NamedPage):
    """`opened` gives the id of an action, `opened_at` also the field to begin at; `filtered` says
    that other rows are shown.
    """

    opened = Signal(str)
    opened_at = Signal(str, str)
    question_wanted = Signal(str)
    filtered = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._filter: Filter = "all"
        self._owner = ""
        """Key of the owner whose actions alone are shown; empty for all."""
        self._extras: frozenset[ColumnKey] = frozenset()
        self.sorting = Sorting()
        self._plan: Plan | None = None
        self._shown: tuple[object, ...] = ()
        """What stands there: the plan, the day, and how it is filtered and sorted."""
        self.chosen_words = ""
        """What the button for several chosen actions says, empty while it is not needed."""
        self.stops = SafetyStops(look)
        self._sentence = Prose(look, "", "where")
        self._many = Prose(look, "", "body")
        self._many_sign = IconLabel(look, "leaf", "", "body", icon_tone="moss")
        self.filter_button = Button(look, tr("Filter"), "second", "filter", small=True)
        self.sort_button = Button(look, tr("Sort"), "second", "sort", small=True)
        self.columns_button = Button(look, tr("Columns"), "second", "columns", small=True)
        self.add_button = Button(look, tr("Add action"), "second", "plus", small=True)
        self._nothing = Prose(look, "", "body", tone="quiet")
        self.tree = PlanTree(look)
        self.acts = PlanCommands(look, session, self.tree, self)
        self.follow_up = session.part(FollowUpSection, look)
        self.owners = session.part(OwnerSection, look)
        self.change_button = Button(look, tr("Change"), "second")
        self.change_button.hide()
        self.asks = session.part(RequestsSection, look)
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
        for button in (
            self.filter_button, self.sort_button, self.columns_button, self.add_button,
        ):  # fmt: skip
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
        column.addWidget(self.follow_up)
        column.addWidget(self.owners)
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
        tree.opened_at.connect(self.opened_at)
        cure = tr("Write a date such as 18 December 2026, or press Esc to leave it as it was.")
        tree.mistyped.connect(lambda cell: self._session.refuse(cell.mistake(cure)))
        tree.left_out.connect(lambda *said: self._session.refused.emit(left_out_words(*said)))
        tree.sort_wanted.connect(lambda key: self.sort_by(self.sorting.after(key)))
        tree.menu_wanted.connect(lambda spot: self.menu().popup(spot))
        tree.chosen.connect(self._show_chosen)
        tree.viewport().installEventFilter(self)
        self.acts.choice_wanted.connect(self._choose_value)
        self.change_button.clicked.connect(self._change_chosen)
        self.follow_up.opened.connect(self.opened)
        self.owners.wanted.connect(self._show_owner_from_list)
        self.sort_button.clicked.connect(lambda: self._popup(self.sort_button, self.sorts()))
        self.stops.question_wanted.connect(self.question_wanted)
        self.filter_button.clicked.connect(lambda: self._popup(self.filter_button, self.filters()))
        self.columns_button.clicked.connect(
            lambda: self._popup(self.columns_button, self.columns())
        )
        self.add_button.clicked.connect(self._add)
        self.dropped.brought_back.connect(self._bring_back)

    # ---- what it shows

    def refresh(self) -> None:
        """Show the plan as it is now; nothing is built anew where it is the same."""
        view, today = self._session.view, self._session.today
        shown = (today, self._filter, self._owner, self._extras, self.sorting)
        if view.plan is self._plan and shown == self._shown:
            return
        self._plan, self._shown = view.plan, shown
        self.stops.show_stops(view.understanding.safety_stops)
        owner = self._glance()
        self._owner = owner.key if owner else ""  # of whom nothing is left in the plan
        of_owner = (
            tr("{name}: {words}.").format(name=owner.name, words=glance_words(owner))
            if owner
            else ""
        )
        self._sentence.say(of_owner or planning.sentence(view.plan))
        many = planning.too_many_words(view.assessment, view.plan)
        self._many.say(many)
        self._many.setVisible(bool(many))
        self._many_sign.setVisible(bool(many))
        groups = planning.groups(view.assessment, view.plan, self._filter, today, self._owner)
        self.follow_up.refresh()
        self.owners.refresh()
        self.tree.show_plan(sorted_groups(groups, self.sorting), self._extras, self.sorting)
        self.tree.setVisible(bool(groups))
        self._nothing.say(planning.nothing_words(self._filter))
        self._nothing.setVisible(not groups)
        self.asks.refresh()
        self.dropped.show_dropped(planning.dropped(view.plan))
        self.acts.place_asks()
        name = owner_name(owner.name) if owner else planning.filter_words(self._filter)
        chosen = tr("Filter: {name}").format(name=name)
        self.filter_button.say(chosen if owner or self._filter != "all" else tr("Filter"))

        by = tr("Sort: {name}").format(name=sort_words(self.sorting.key))
        self.sort_button.say(tr("Sort") if self.sorting.own else by)

    @property
    def which(self) -> Filter:
        """The filter that is on."""
        return self._filter

    def show_which(self, which: Filter) -> None:
        self._filter, self._owner = which, ""
        self.refresh()
        self.filtered.emit()

    def show_owner(self, owner: str) -> None:
        """Show the actions of that owner alone, by their key."""
        self._filter, self._owner = "all", owner
        self.refresh()
        self.filtered.emit()
        if glance := self._glance():
            announce(self.tree, f"{glance.name}: {glance_words(glance)}")

    def _show_owner_from_list(self, owner: str) -> None:
        self.show_owner(owner)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _glance(self) -> OwnerGlance | None:
        """What the owner has to do whose actions alone are shown."""
        plan, today = self._session.view.plan, self._session.today
        every = owners_at_a_glance(plan, today) if self._owner else ()
        return next((each for each in every if each.key == self._owner), None)

    def filters(self) -> QMenu:
        """The menu of the Filter button."""
        menu = style_hints.menu(self)
        group = QActionGroup(menu)
        view, today = self._session.view, self._session.today
        for each in FILTERS:
            count = planning.count_of(view.plan, each, today)
            act = self._choice(menu, f"{planning.filter_words(each)}\t{count}")
            act.setChecked(each == self._filter and not self._owner)
            act.triggered.connect(lambda _on, to=each: self.show_which(to))
            group.addAction(act)
        owners = owners_at_a_glance(view.plan, today)
        if owners:
            menu.addSection(tr("By owner"))
        for owner in owners:
            act = self._choice(menu, f"{owner.name}\t{owner.open + owner.done}")
            act.setChecked(owner.key == self._owner)
            act.triggered.connect(lambda _on, to=owner.key: self.show_owner(to))
            group.addAction(act)
        return menu

    def columns(self) -> QMenu:
        """The menu of the Columns button."""
        menu = style_hints.menu(self)
        for each in OPTIONAL:
            act = self._choice(menu, heading(each))
            act.setChecked(each in self._extras)
            act.toggled.connect(lambda on, to=each: self.show_extra(to, on=on))
        return menu

    def sorts(self) -> QMenu:
        """The menu of the Sort button."""
        return sort_menu(self, self.sorting, tuple(self._extras), self.sort_by)

    def sort_by(self, sorting: Sorting) -> None:
        self.sorting = sorting
        self.refresh()
        announce(self.tree, sorted_words(sorting))

    def menu(self) -> QMenu:
        """What can be done to the chosen actions."""
        keys = self.tree.chosen_keys()
        return action_menu(self, keys, self._session.view.plan, self.tree, self.acts)

    def show_extra(self, extra: ColumnKey, *, on: bool) -> None:
        """Bring a column out, or put it back."""
        self._extras = self._extras | {extra} if on else self._extras - {extra}
        if not on and self.sorting.key == extra:
            self.sorting = Sorting()
        self.refresh()
        self.filtered.emit()

    @property
    def extras(self) -> frozenset[ColumnKey]:
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
            QTimer.singleShot(0, self, self.acts.place_asks)
        return super().eventFilter(watched, event)

    # ---- what the person does

    def _add(self) -> None:
        """A new action at the end of Now, or of the horizon that is shown, with its title open."""
        if self.tree.has_unread():
            return
        horizon: Horizon = self._filter if self._filter in HORIZONS else "now"
        self._owner = ""
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

    def _bring_back(self, key: str) -> None:
        self._session.attempt(tr("Bring an action back"), edits.bring_back, key)
        self.tree.go_to(key)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self, count: int) -> None:
        """Several chosen actions can be changed together: by a button that is always in view."""
        words = trn("Change {n} action…", "Change {n} actions…", count) if count > 1 else ""
        if words == self.chosen_words:
            return
        self.chosen_words = words
        if words:
            self.change_button.say(words)
            announce(self.tree, trn("{n} action chosen", "{n} actions chosen", count))
        elif self.change_button.hasFocus():
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filtered.emit()

    def _change_chosen(self) -> None:
        """Above the button, which stands at the foot of the window."""
        menu = self.menu()
        top = self.change_button.mapToGlobal(self.change_button.rect().topLeft())
        top.setY(top.y() - menu.sizeHint().height())
        menu.popup(top)

    def _choose_value(self, keys: tuple[str, ...], field: ColumnKey) -> None:
        menu = choices_menu(self, keys, column(field), self.acts)
        box = self.tree.visualRect(self.tree.currentIndex())
        menu.popup(self.tree.viewport().mapToGlobal(box.bottomLeft()))

    def _choice(self, menu: QMenu, name: str) -> QAction:
        act = menu.addAction(name.replace("&", "&&"))
        act.setCheckable(True)
        return act

    def _popup(self, button: Button, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
