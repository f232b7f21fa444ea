"""The menus of the plan: what the keys do, for the mouse, for one action or for several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nttp_readiness.domain.answers.planned import HORIZONS
from nttp_readiness.domain.plan.plan import Plan
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_columns import (
    ACTION_COLUMNS,
    OPTIONAL,
    ActionColumn,
    ColumnKey,
)
from nttp_readiness.presentation.plan.plan_sorting import SORT_KEYS, Sorting, SortKey, sort_words
from nttp_readiness.presentation.words import words
from nttp_readiness.ui.plan.table.plan_commands import Keys, PlanCommands
from nttp_readiness.ui.plan.table.plan_tree import PlanTree
from nttp_readiness.ui.theme import style_hints

_LONGEST_TITLE = 48


def action_menu(
    parent: QWidget, keys: Keys, plan: Plan, tree: PlanTree, acts: PlanCommands
) -> QMenu:
    """For one action or several; it goes away by itself."""
    menu = _menu(parent)
    if len(keys) == 1:
        menu.addAction(tr("Open") + "\t" + tr("Enter"), lambda: tree.opened.emit(keys[0]))
        menu.addAction(tr("Edit") + "\tF2", tree.edit_cell)
        menu.addSeparator()
        menu.addAction(tr("Move up") + "\tAlt+Up", lambda: acts.step(keys, -1))
        menu.addAction(tr("Move down") + "\tAlt+Down", lambda: acts.step(keys, 1))
    for n, horizon in enumerate(HORIZONS, start=1):
        name = tr("Move to {place}").format(place=words.horizon_words(horizon))
        act = menu.addAction(f"{name}\tAlt+{n}")
        act.triggered.connect(lambda _on, to=horizon: acts.send(keys, to))
    menu.addSeparator()
    shared = [each for each in ACTION_COLUMNS if each.shared]
    for each in shared:
        if each.editor == "choice":
            menu.addMenu(choices_menu(menu, keys, each, acts))
    for each in shared if len(keys) > 1 else ():
        if each.editor != "choice":
            act = menu.addAction(tr("{field}…").format(field=each.heading()))
            act.triggered.connect(lambda _on, key=each.key: acts.ask_for(keys, key))
    if len(keys) == 2:
        menu.addMenu(_merge_menu(menu, keys, plan, acts))
    menu.addSeparator()
    menu.addAction(tr("Drop…") + "\tDel", lambda: acts.ask_for(keys, "drop"))
    return menu


def choices_menu(parent: QWidget, keys: Keys, field: ActionColumn, acts: PlanCommands) -> QMenu:
    """The values of a field with few of them."""
    menu = _menu(parent)
    menu.setTitle(field.heading())
    for value, word in field.choices:
        act = menu.addAction(word)
        act.triggered.connect(lambda _on, to=value: acts.edit(keys, field.key, to))
    return menu


def sort_menu(
    parent: QWidget,
    sorting: Sorting,
    extras: Sequence[ColumnKey],
    sort_by: Callable[[Sorting], None],
) -> QMenu:
    """By which column, with the order of the days and letters; columns put away are left out."""
    menu = _menu(parent)
    keys = QActionGroup(menu)
    away = set(OPTIONAL) - set(extras)
    for key in (each for each in SORT_KEYS if each not in away):
        act = menu.addAction(sort_words(key).replace("&", "&&"))
        act.setCheckable(True)
        act.setChecked(key == sorting.key)
        act.triggered.connect(lambda _on, to=key: sort_by(_same_way(sorting, to)))
        keys.addAction(act)
    menu.addSeparator()
    last = menu.addAction(tr("Last first"))
    last.setCheckable(True)
    last.setChecked(sorting.down)
    last.setEnabled(not sorting.own)
    last.triggered.connect(lambda on: sort_by(Sorting(sorting.key, down=on)))
    return menu


def _same_way(sorting: Sorting, key: SortKey) -> Sorting:
    return Sorting(key) if key == "plan" else Sorting(key, down=sorting.down)


def _merge_menu(parent: QWidget, keys: Keys, plan: Plan, acts: PlanCommands) -> QMenu:
    """Which of two actions stays and stands for both."""
    menu = _menu(parent)
    menu.setTitle(tr("Merge both"))
    for into, other in (keys, keys[::-1]):
        entry = plan.find(into)
        if entry is not None:
            title = _short(planning.title_of(entry))
            act = menu.addAction(tr("Into “{title}”").format(title=title).replace("&", "&&"))
            act.triggered.connect(lambda _on, a=into, b=other: acts.merge(a, b))
    return menu


def _short(title: str) -> str:
    plain = " ".join(title.split())
    return plain if len(plain) <= _LONGEST_TITLE else f"{plain[:_LONGEST_TITLE].rstrip()}…"


def _menu(parent: QWidget) -> QMenu:
    menu = style_hints.menu(parent)
    if not isinstance(parent, QMenu):
        menu.aboutToHide.connect(menu.deleteLater)
    return menu
